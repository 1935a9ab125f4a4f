"""The middle of the window: a place's content is made when it is first gone to, and stays."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from lohum_brief.window.places import Place

if TYPE_CHECKING:
    from lohum_brief.window.protocols import Content


class Middle(QStackedWidget):
    """Makes contents by `make`. `tabs` says which tab a place showed before its content was taken
    down.
    """

    def __init__(self, make: Callable[[Place, QWidget], QWidget], tabs: dict[str, int]) -> None:
        super().__init__()
        self._make = make
        self._tabs = tabs
        self._made: dict[str, QWidget] = {}
        self._place: Place | None = None

    def has(self, place: Place) -> bool:
        """Whether a place's content is there."""
        return place.key in self._made

    def content(self, place: Place) -> "Content":
        """A place's content, made if it is not there."""
        if place.key not in self._made:
            made = self._made[place.key] = self._make(place, self)
            self.addWidget(made)
            if tab := self._tabs.pop(place.key, 0):
                made.tabs.setCurrentIndex(tab)  # type: ignore[attr-defined]
        return self._made[place.key]  # type: ignore[return-value]

    def show_place(self, place: Place) -> None:
        """Show it."""
        self.content(place)
        self._place = place  # first: what is hidden passes the keyboard on, by what is shown
        self.setCurrentWidget(self._made[place.key])

    def shows(self, place: Place) -> bool:
        """Whether it is what was shown last."""
        return self._place == place

    @property
    def shown(self) -> "Content | None":
        """What stands there; None before the first, also where a content was made already."""
        return None if self._place is None else self.content(self._place)

    def tabs(self) -> dict[str, int]:
        """Which tab each place shows, also those whose content is not made again yet."""
        bars = {key: getattr(widget, "tabs", None) for key, widget in self._made.items()}
        return self._tabs | {
            key: bar.currentIndex() for key, bar in bars.items() if isinstance(bar, QTabBar)
        }
