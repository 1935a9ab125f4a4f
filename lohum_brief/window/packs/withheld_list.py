"""What the audience of a pack may not read, and so will not print: listed by section and kind."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from lohum_brief.language.interface import say
from lohum_brief.packs.readiness import withheld
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import AnyRecord, Section, kind_of
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels

_TALLEST = 12
"""Rows before it scrolls."""
_MOST = 500
"""Records of a group that are listed; more are only counted."""


class WithheldList(QTreeWidget):
    """`opened` names a record."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[QTreeWidgetItem] = []
        self._members: dict[str, list[AnyRecord]] = {}
        """By what a group says; its rows are made when it is opened."""
        self._visit: Visit | None = None
        self.setAccessibleName(say("Not for this audience"))
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemActivated.connect(self._activated)
        self.itemExpanded.connect(self._opened)
        self.itemCollapsed.connect(lambda _: self._fit())

    def show_withheld(self, visit: Visit, audience: Audience) -> int:
        """List what is kept from an audience; how many records that are."""
        groups: dict[str, list[AnyRecord]] = {}
        records = withheld(visit, audience)
        for record in records:
            section = visit.get(Section, getattr(record, "section", None))
            group = labels.title(section, visit) if section else labels.kind(kind_of(record))
            groups.setdefault(group, []).append(record)
        opened = {item.text(0) for item in self._groups if item.isExpanded()}
        self.clear()
        self._visit = visit
        self._groups = []
        self._members = {}
        for name, members in groups.items():
            group_item = QTreeWidgetItem([f"{name}   {len(members)}"])
            group_item.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)
            self.addTopLevelItem(group_item)
            self._groups.append(group_item)
            self._members[group_item.text(0)] = members
            group_item.setFirstColumnSpanned(True)
            group_item.setExpanded(group_item.text(0) in opened)
        self._fit()
        return len(records)

    def _opened(self, group: QTreeWidgetItem) -> None:
        if not group.childCount() and self._visit is not None:
            for record in self._members.get(group.text(0), ())[:_MOST]:
                title, audience = (
                    labels.title(record, self._visit),
                    labels.choice("audience", record.audience),
                )
                item = QTreeWidgetItem([title, audience])
                item.setData(0, Qt.ItemDataRole.UserRole, record.id)
                group.addChild(item)
        self._fit()

    def _fit(self) -> None:
        self.resizeColumnToContents(1)
        self.setColumnWidth(0, max(200, self.viewport().width() - self.columnWidth(1) - 8))
        rows = sum(1 + (item.childCount() if item.isExpanded() else 0) for item in self._groups)
        height = max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing())
        self.setFixedHeight(max(1, min(_TALLEST, rows)) * height + 2 * self.frameWidth() + 4)

    def _activated(self, item: QTreeWidgetItem) -> None:
        if ident := item.data(0, Qt.ItemDataRole.UserRole):
            self.opened.emit(ident)
