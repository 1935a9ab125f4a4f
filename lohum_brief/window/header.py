"""The head of the window: which visit, that all is kept, undo by name, finding, and the one primary
action.
"""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton

from lohum_brief.language.interface import say, say_n
from lohum_brief.window import access_keys
from lohum_brief.window.elided import Elided
from lohum_brief.window.theme import icon

_LONGEST_STEP = 28
"""Characters of a step's name on the button; the menu and the tooltip have all of it."""


class Header(QFrame):
    """`pages` and `findings` are buttons that show and hide these parts; whoever has the parts
    gives them actions.
    """

    undoing = Signal()
    undoing_steps = Signal(int)
    """How many, the last first."""
    finding = Signal()
    exporting = Signal()
    helping = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        brand = QLabel("Lohum Brief")
        brand.setObjectName("brand")
        self._title = Elided()
        self._kept = QLabel(say("all changes kept"))
        self._kept.setObjectName("quiet")
        self._waited = False
        self._undo = QPushButton(icon("undo-2"), "")
        self._undo.clicked.connect(self.undoing)
        self._history = QToolButton()
        self._history.setIcon(icon("history"))
        self._history.setToolTip(say("Undo several steps"))
        self._history.setAccessibleName(say("Undo several steps"))
        self._history.setObjectName("flat")
        self._history.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._history.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.steps = QMenu(self._history)
        self._history.setMenu(self.steps)
        self._find = QPushButton(icon("search"), "")
        self._find.setAccessibleName(say("Find anything"))
        self._find.setToolTip(say("Find anything"))
        self._find.clicked.connect(self.finding)
        self.pages, self.findings = QToolButton(), QToolButton()
        help_ = QToolButton()
        help_.setText("?")
        help_.setToolTip(say("Help on this place") + " (F1)")
        help_.setAccessibleName(say("Help on this place"))
        help_.clicked.connect(self.helping)
        for button in (self.pages, self.findings, help_):
            button.setObjectName("flat")
        export = QPushButton(access_keys.marked(say("Export pack…"), access_keys.EXPORT))
        export.setAccessibleName(say("Export pack…"))
        export.setObjectName("primary")
        export.clicked.connect(self.exporting)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(brand)
        row.addSpacing(8)
        row.addWidget(self._title)
        row.addSpacing(8)
        row.addWidget(self._kept)
        row.addStretch()
        for widget in (
            self._undo,
            self._history,
            self._find,
            self.findings,
            self.pages,
            help_,
            export,
        ):
            row.addWidget(widget)
        self._fit()

    def show_title(self, title: str) -> None:
        """What the visit is called."""
        self._title.setText(title)
        self._title.setToolTip("")

    def say_kept(self) -> None:
        """Something was stored just now."""
        now = dt.datetime.now().astimezone()
        self._kept.setText(say("all changes kept · {time}", time=f"{now:%H:%M}"))

    def say_taken_up(self, who: str) -> None:
        """Somebody else has changed the visit just now."""
        time = f"{dt.datetime.now().astimezone():%H:%M}"
        self._kept.setText(
            say("changed by {who} · {time}", who=who, time=time)
            if who
            else say("changed by another program · {time}", time=time)
        )

    def say_waiting(self, count: int) -> None:
        """So many changes are not in the file yet; when they are, that is said."""
        if not count:
            if self._waited:
                self.say_kept()
            self._waited = False
            return
        self._waited = True
        self._kept.setText(
            say_n("{count} change not stored yet", "{count} changes not stored yet", count)
        )

    def name_undo(self, step: str | None, *, allowed: bool) -> None:
        """Which step undoing takes back."""
        short = step and (
            step if len(step) <= _LONGEST_STEP else step[: _LONGEST_STEP - 1].rstrip() + "…"
        )
        text = say("Undo “{step}”", step=short) if short else say("Undo")
        self._undo.setText(text.replace("&", "&&"))
        self._undo.setAccessibleName(say("Undo “{step}”", step=step) if step else say("Undo"))
        self._undo.setEnabled(bool(step) and allowed)
        self._history.setEnabled(bool(step) and allowed)

    def show_steps(self, steps: Sequence[tuple[str, str]]) -> None:
        """Offer to undo back to each of these steps, given by time and name, newest first."""
        self.steps.clear()
        for count, (time, name) in enumerate(steps, 1):
            text = f"{time}   {name}".replace("&", "&&")
            self.steps.addAction(text, partial(self.undoing_steps.emit, count))
        if not steps:
            self.steps.addAction(say("Nothing has been changed yet")).setEnabled(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow window the words that can be spared go."""
        em = self.fontMetrics().height()
        self._kept.setVisible(self.width() > 60 * em)
        wide = self.width() > 50 * em
        self._find.setText(say("Find anything") + "   Ctrl+K" if wide else "Ctrl+K")
