"""What the parts of a window may ask of the window and of the program: no more than this, so that
none knows them.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget

from lohum_brief.language.codes import Lang

if TYPE_CHECKING:
    from lohum_brief.window.menus import Command
    from lohum_brief.window.service import Service
    from lohum_brief.window.session import Session


class Opener(Protocol):
    """Opens visits, and says why it cannot."""

    @property
    def settings(self) -> QSettings:
        """What this user chose, and opened last."""

    def open(self, address: str | Path) -> object:
        """Open a visit in a window of its own, or bring the window forward that has it."""

    def tell(self, why: str) -> None:
        """Say what went wrong."""


class Program(Opener, Protocol):
    """The program that the windows belong to."""

    @property
    def silent(self) -> bool:
        """Whether nobody is there to answer a question."""

    @property
    def windows(self) -> Sequence[QWidget]:
        """The windows with visits."""

    @property
    def colours(self) -> str:
        """`system`, `light` or `dark`."""

    @property
    def scale(self) -> int:
        """Size of the interface in per cent."""

    def set_language(self, lang: Lang) -> None:
        """Choose the language of the interface."""

    def set_colours(self, colours: str) -> None:
        """Choose light, dark, or what the system has."""

    def set_scale(self, scale: int) -> None:
        """Choose the size of the interface, in per cent."""

    def start(self) -> object:
        """Show where to begin."""

    def started(self) -> None:
        """Take note that the start page is closed."""

    def help(self, chapter: str, commands: "list[Command]") -> None:
        """Open the help at a chapter."""

    def closed(self, window: QWidget) -> None:
        """Take note that a window is closed."""

    def end(self) -> None:
        """Close all windows and end."""


class Host(Protocol):
    """The window of a visit, as what stands in it and the dialogs over it know it."""

    @property
    def session(self) -> "Session":
        """The open visit."""

    @property
    def application(self) -> Program:
        """The program."""

    @property
    def service(self) -> "Service":
        """The process beside the window."""

    @property
    def shown(self) -> QWidget | None:
        """What stands in the middle."""

    def window(self) -> QWidget:
        """Return the widget that dialogs stand over; every widget of Qt has this."""

    def open_record(self, ident: str, field: str = "") -> None:
        """Go to where a record is edited, and to one of its fields."""


class Content(Protocol):
    """What stands in the middle of the window for a place. It is a widget."""

    def current(self) -> str:
        """Return the id of the record that is shown; empty where there is none."""

    def show_record(self, ident: str, field: str = "") -> None:
        """Go to a record, and to one of its fields."""
