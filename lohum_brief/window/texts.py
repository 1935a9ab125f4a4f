"""The editor of a text: its three languages side by side, each with its state."""

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import Final, get_args

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent, QTextOption
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.text import State, Text
from lohum_brief.window import labels
from lohum_brief.window.theme import current

PAUSE: Final = 500
"""Milliseconds without typing after which what was typed is stored."""
_TALLEST: Final = 12
"""Lines before a text scrolls within its field."""

STATES: Final[tuple[State, ...]] = get_args(State)


class TextArea(QPlainTextEdit):
    """Plain text that grows with what it holds. `paused` comes when somebody has stopped typing."""

    paused = Signal()

    def __init__(self, lang: Lang | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.paused)
        self.textChanged.connect(self._typed)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        if lang:
            families = {"hi": "Noto Sans Devanagari", "en": "Noto Sans", "ja": "BIZ UDPGothic"}
            font = QFont(self.font())
            font.setFamilies([families[lang], "Noto Sans", "Noto Sans Devanagari", "BIZ UDPGothic"])
            self.setFont(font)
        self._grow()

    def text(self) -> str:
        """What it holds, no-break spaces kept: Qt's own `toPlainText` makes plain ones of them."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Put a text in without its being taken for typed; the caret stays where it can."""
        if text == self.text():
            return
        self._timer.stop()
        at = self.textCursor().position()
        self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)
        self._grow()

    def flush(self) -> None:
        """Say at once that somebody has paused, if something was typed since."""
        if self._timer.isActive():
            self._timer.stop()
            self.paused.emit()

    def _typed(self) -> None:
        self._grow()
        self._timer.start()

    def _grow(self) -> None:
        around = max(16, self.height() - self.viewport().height()) + 2 * self.document().documentMargin()
        text = self.blockBoundingGeometry(self.document().lastBlock()).bottom()
        height = ceil(min(text, _TALLEST * self.fontMetrics().lineSpacing()) + around)
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.flush()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(120, self.minimumHeight())


class Pill(QToolButton):
    """A word on a tinted ground: the state of a language. Clicking it offers the others."""

    def __init__(self, choose: Callable[[State], None]) -> None:
        super().__init__()
        self._choose = choose
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._state = ""

    def show_state(self, lang: Lang, state: str) -> None:
        """Show a state; nothing can be chosen for what is missing."""
        if state == self._state:
            return
        self._state = state
        self.setText(labels.choice("state", state))
        self.setAccessibleName(f"{labels.choice('lang', lang)}: {labels.choice('state', state)}")
        ink, ground = colours(state)
        self.setStyleSheet(
            f"QToolButton {{ color: {ink}; background: {ground}; border: 1px solid {ink}; border-radius: 8px; padding: 0 7px; }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        menu = QMenu(self)
        for other in STATES if state != "missing" else ():
            if other != "old":
                menu.addAction(labels.choice("state", other), partial(self._choose, other))
        self.setMenu(menu)
        self.setEnabled(state != "missing")


def colours(state: str) -> tuple[str, str]:
    """Ink and ground of a state's word."""
    theme = current()
    return {
        "approved": (theme.good, theme.good_ground),
        "checked": (theme.good, theme.good_ground),
        "old": (theme.warn, theme.warn_ground),
        "missing": (theme.bad, theme.bad_ground),
    }.get(state, (theme.quiet, theme.surface))


class TextsEditor(QWidget):
    """One Text. `edited` gives a path below the field and its JSON value: `ja`, "…" or `state.ja`, "checked"."""

    edited = Signal(str, object)

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(2)
        self.areas: dict[Lang, TextArea] = {}
        self._pills: dict[Lang, Pill] = {}
        for at, lang in enumerate(LANGS):
            head = QHBoxLayout()
            own = QLabel(labels.NATIVE[lang])
            own.setObjectName("quiet")
            pill = Pill(partial(self._choose_state, lang))
            head.addWidget(own)
            head.addStretch()
            head.addWidget(pill)
            area = TextArea(lang)
            area.setAccessibleName(f"{labels.field(field)}, {labels.choice('lang', lang)}")
            area.paused.connect(lambda lang=lang: self.edited.emit(lang, self.areas[lang].text()))
            layout.addLayout(head, 0, at)
            layout.addWidget(area, 1, at, Qt.AlignmentFlag.AlignTop)
            layout.setColumnStretch(at, 1)
            self.areas[lang] = area
            self._pills[lang] = pill

    def show_value(self, value: Text) -> None:
        """Show a text, but not over what is just being typed."""
        for lang, area in self.areas.items():
            area.show_text(value[lang])
            self._pills[lang].show_state(lang, getattr(value.state, lang) if value[lang] else "missing")

    def _choose_state(self, lang: Lang, state: State) -> None:
        self.edited.emit(f"state.{lang}", state)

    def flush(self) -> None:
        """Store what was typed."""
        for area in self.areas.values():
            area.flush()


def explained(sentence: str) -> QLabel:
    """A quiet sentence, never taken for markup."""
    label = QLabel(sentence)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName("quiet")
    return label


def empty(sentence: str, *actions: QWidget) -> QWidget:
    """What stands where there is nothing yet: one sentence, and what to do next."""
    widget = QWidget()
    layout = QVBoxLayout(widget)
    layout.addStretch()
    text = explained(sentence)
    text.setAlignment(Qt.AlignmentFlag.AlignCenter)
    layout.addWidget(text)
    row = QHBoxLayout()
    row.addStretch()
    for action in actions:
        row.addWidget(action)
    row.addStretch()
    layout.addLayout(row)
    layout.addStretch()
    return widget
