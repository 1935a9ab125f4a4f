"""What a place may ask of the window that it stands in."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from lohum_brief.window.live.host import PagesHost
from lohum_brief.window.places import Place

if TYPE_CHECKING:
    from lohum_brief.checks.finding import Finding


class PlaceHost(PagesHost, Protocol):
    """The window of a visit, where one can go from place to place."""

    @property
    def found(self) -> "Sequence[Finding] | None":
        """All findings; None until they are known."""

    @property
    def listed(self) -> SignalInstance:
        """Comes with all findings, when they are known anew."""

    def show_page_of(self, ident: str) -> None:
        """Show the page on which a record prints, or the pack that it is."""

    def go(self, key: str) -> None:
        """Go to a place."""

    def show_findings(self) -> None:
        """Show what is wrong, also where that was hidden, and go there."""


Maker = Callable[[Place, PlaceHost, QWidget], QWidget]
"""Makes what stands in the middle for a place, within a parent. It is a `Content`."""
