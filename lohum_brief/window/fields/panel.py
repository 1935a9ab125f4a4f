"""What stands in the form of a kind beside its fields."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from lohum_brief.visit.records import AnyRecord
from lohum_brief.window.session import Session


class Panel(QWidget):
    """A part of a form that shows what no field shows, or arranges fields. It is filled anew with
    each record.
    """

    wanted = Signal(str)
    """A record that somebody wants to go to."""
    first = False
    """Whether it stands above the fields that it does not take."""
    follows: tuple[type, ...] = ()
    """The kinds of record whose changes it shows."""

    def take(
        self, cells: dict[str, tuple[QWidget, bool]], editors: dict[str, Any]
    ) -> Iterator[None]:
        """Arrange fields within the panel, in steps; those that it takes out of `cells` stand
        nowhere else.
        """
        del cells, editors
        return iter(())

    def show_record(self, record: AnyRecord) -> None:
        """Show what belongs to a record."""
        raise NotImplementedError


Panels = Mapping[type[AnyRecord], Callable[[Session], Panel]]
"""What makes the panel of each kind that has one."""
