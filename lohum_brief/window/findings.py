"""What is wrong with the visit, by rule; a double click goes to the field."""

from collections import Counter

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from lohum_brief.checks.finding import Finding
from lohum_brief.language.catalogue import phrase, say, say_n
from lohum_brief.window import labels
from lohum_brief.window.session import Session
from lohum_brief.window.setter import Setter
from lohum_brief.window.theme import current, icon

_ICONS = {"error": "circle-alert", "warning": "triangle-alert", "info": "info"}
_RULES = {
    "references": phrase("Records that are named"),
    "codes": phrase("Codes of countries and time zones"),
    "conflicts": phrase("Contradicting sources"),
    "figures": phrase("Figures and their tokens"),
    "numbers": phrase("Numbers that differ"),
    "plausibility": phrase("What cannot be meant"),
    "programme": phrase("The programme in time"),
    "consents": phrase("Consents"),
    "readings": phrase("Readings of names"),
    "characters": phrase("Characters"),
    "furigana": phrase("Readings over kanji"),
    "languages": phrase("Missing languages"),
    "charts": phrase("Charts"),
}
_MOST = 500
"""Findings that are listed; more are only counted."""


class Findings(QFrame):
    """`chosen` names a record and a field; `counted` gives the open findings of each record."""

    chosen = Signal(str, str)
    counted = Signal(object)

    def __init__(self, session: Session, setter: Setter) -> None:
        super().__init__()
        self.setObjectName("findings")
        self._session = session
        self._findings: tuple[Finding, ...] = ()
        self._wait = QTimer(self, singleShot=True, interval=300)
        self._wait.timeout.connect(setter.check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        head = QHBoxLayout()
        title = QLabel(say("Findings"))
        title.setStyleSheet("font-weight: bold")
        self._summary = QLabel(say("Looking…"))
        self._summary.setObjectName("quiet")
        self._search = QLineEdit()
        self._search.setPlaceholderText(say("Filter"))
        self._search.setAccessibleName(say("Filter the findings"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(240)
        self._search.textChanged.connect(lambda _: self._show())
        head.addWidget(title)
        head.addSpacing(8)
        head.addWidget(self._summary)
        head.addStretch()
        head.addWidget(self._search)
        layout.addLayout(head)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(say("Findings"))
        self.tree.setColumnCount(3)
        self.tree.setHeaderHidden(True)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(0)
        self.tree.itemActivated.connect(lambda item, _: self.chosen.emit(*item.data(0, Qt.ItemDataRole.UserRole)))
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 220)
        header.resizeSection(1, 260)
        header.setStretchLastSection(True)
        layout.addWidget(self.tree)
        session.changed.connect(lambda _: self._wait.start())
        setter.found.connect(self._found)
        self._wait.start()

    def _found(self, findings: tuple[Finding, ...]) -> None:
        self._findings = findings
        self.counted.emit(Counter(finding.record for finding in findings if finding.severity != "info"))
        self._show()

    def _show(self) -> None:
        theme = current()
        inks = {"error": theme.bad, "warning": theme.warn, "info": theme.quiet}
        visit = self._session.visit
        words = self._search.text().casefold().split()
        self.tree.clear()
        items = []
        for finding in self._findings[:_MOST]:
            record = visit.by_id.get(finding.record)
            name = labels.title(record, visit) if record else finding.record
            rule = say(_RULES.get(finding.rule, finding.rule))
            text = f"{rule} {name} {finding.message}".casefold()
            if not all(word in text for word in words):
                continue
            item = QTreeWidgetItem([rule, name, finding.message])
            item.setIcon(0, icon(_ICONS[finding.severity], inks[finding.severity]))
            item.setToolTip(2, "")
            item.setData(0, Qt.ItemDataRole.UserRole, (finding.record, finding.field))
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{_severity(finding)}: {rule}")
            items.append(item)
        self.tree.addTopLevelItems(items)
        self._summary.setText(self._counts())

    def _counts(self) -> str:
        counts = Counter[str](finding.severity for finding in self._findings)
        if not counts:
            return say("Nothing open.")
        parts = [
            say_n("{count} error", "{count} errors", counts["error"]),
            say_n("{count} warning", "{count} warnings", counts["warning"]),
            say_n("{count} note", "{count} notes", counts["info"]),
        ]
        return " · ".join(
            part for part, severity in zip(parts, ("error", "warning", "info"), strict=True) if counts[severity]
        )


def _severity(finding: Finding) -> str:
    return {"error": say("Error"), "warning": say("Warning"), "info": say("Note")}[finding.severity]
