"""What exporting and printing may ask of the window: what dialogs may, and its live pages."""

from typing import TYPE_CHECKING, Protocol

from lohum_brief.window.protocols import Host

if TYPE_CHECKING:
    from lohum_brief.window.live.preview import Preview


class PagesHost(Host, Protocol):
    """The window of a visit, with its live pages."""

    @property
    def preview(self) -> "Preview":
        """The live pages."""
