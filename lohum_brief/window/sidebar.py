"""The places on the left, each with how many records it holds and how many of them have findings."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from lohum_brief.language.catalogue import say
from lohum_brief.visit.visit import Visit
from lohum_brief.window.places import PLACES
from lohum_brief.window.theme import icon


class Sidebar(QListWidget):
    """The rows are those of `PLACES`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(18, 18))
        self.setAccessibleName(say("Places"))
        for place in PLACES:
            self.addItem(QListWidgetItem(icon(place.icon), say(place.title)))

    def count_records(self, visit: Visit, findings: Mapping[str, int]) -> None:
        """Show the counts; `findings` has the records that have some."""
        for row, place in enumerate(PLACES):
            found = sum(record.id in findings for kind in place.kinds for record in visit.of(kind))
            count = f"{len(visit.of(place.kinds[0]))}" if place.key != "overview" else ""
            self.item(row).setText(say(place.title) + f"   {count}" + (f"  ▲{found}" if found else ""))
        self.setMinimumWidth(self.sizeHintForColumn(0) + 2 * self.fontMetrics().height())
