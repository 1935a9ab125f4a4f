"""The state of a language as a word on a tinted ground."""

from collections.abc import Callable
from functools import partial
from typing import Final, get_args

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QToolButton

from lohum_brief.language.codes import Lang
from lohum_brief.visit.text import State
from lohum_brief.window import labels
from lohum_brief.window.theme import current, put_on

STATES: Final[tuple[State, ...]] = get_args(State)


class Pill(QToolButton):
    """Clicking it offers the other states."""

    def __init__(self, choose: Callable[[State], None]) -> None:
        super().__init__()
        self._choose = choose
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._shown = ("", "")
        self.setObjectName("pill")
        self.setMenu(QMenu(self))
        self.menu().aboutToShow.connect(self._offer)

    def show_state(self, lang: Lang, state: str, why: str = "") -> None:
        """Show a state, in other words where `why` has them; nothing can be chosen for what is
        missing.
        """
        if (state, why) == self._shown:
            return
        self._shown = (state, why)
        said = why or labels.choice("state", state)
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(f"{labels.choice('lang', lang)}: {said}")
        put_on(self, "state", state)
        self.setEnabled(state != "missing")

    def _offer(self) -> None:
        menu, state = self.menu(), self._shown[0]
        menu.clear()
        for other in STATES if state != "missing" else ():
            if other not in ("old", state):
                menu.addAction(labels.choice("state", other), partial(self._choose, other))


def colours(state: str) -> tuple[str, str]:
    """Ink and ground of a state's word."""
    theme = current()
    return {
        "approved": (theme.good, theme.good_ground),
        "checked": (theme.good, theme.good_ground),
        "old": (theme.warn, theme.warn_ground),
        "missing": (theme.bad, theme.bad_ground),
    }.get(state, (theme.quiet, theme.surface))
