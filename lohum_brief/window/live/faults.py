"""What stands against an export, in a list that leads to where it is put right."""

from collections.abc import Sequence
from html import escape
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.rules import severity_title
from lohum_brief.language.interface import say
from lohum_brief.visit.visit import Visit
from lohum_brief.window.review.findinglist import where
from lohum_brief.window.theme import current, icon

_MOST: Final = 200
"""Findings that are listed."""
_TALLEST: Final = 6
"""Rows before it scrolls."""
_FINDING = Qt.ItemDataRole.UserRole


class Faults(QTreeWidget):
    """Hidden where there are none. `leading` names a record and a field to go to."""

    leading = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(say("Findings"))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setColumnCount(2)
        self.header().setStretchLastSection(True)
        self.setSelectionBehavior(QTreeWidget.SelectionBehavior.SelectRows)
        self.itemActivated.connect(self._lead)
        self.hide()

    def show_findings(self, visit: Visit, findings: Sequence[Finding], widest: int) -> None:
        """List errors and warnings; their places take at most so many pixels."""
        theme = current()
        inks = {"error": ("circle-alert", theme.bad), "warning": ("triangle-alert", theme.warn)}
        self.clear()
        for finding in findings[:_MOST]:
            item = QTreeWidgetItem([where(visit, finding), say(finding.message)])
            item.setIcon(0, icon(*inks[finding.severity]))
            item.setData(0, _FINDING, finding)
            for column in (0, 1):
                item.setToolTip(column, f"<span>{escape(item.text(column))}</span>")
            item.setData(
                0,
                Qt.ItemDataRole.AccessibleTextRole,
                f"{say(severity_title(finding.severity))}: {item.text(0)}",
            )
            self.addTopLevelItem(item)
        self.setVisible(bool(findings))
        self.resizeColumnToContents(0)
        self.setColumnWidth(0, min(widest, self.columnWidth(0)))
        rows = min(_TALLEST, max(1, len(findings)))
        self.setFixedHeight(
            rows * max(self.sizeHintForRow(0), self.fontMetrics().lineSpacing() + 8) + 8
        )

    def go_to_first(self) -> None:
        """Have the keyboard at the first of them."""
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)
            self.setFocus()

    def _lead(self, item: QTreeWidgetItem) -> None:
        finding: Finding = item.data(0, _FINDING)
        self.leading.emit(finding.record, finding.field)
