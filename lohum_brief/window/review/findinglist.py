"""Findings as a tree: groups of those that are alike, and below each the findings, drawn only where
they are seen.
"""

from collections.abc import Callable, Sequence
from typing import Any, Final, Literal, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from lohum_brief.checks.finding import SEVERITIES, Finding
from lohum_brief.checks.rules import rule_title, severity_title
from lohum_brief.language.interface import say, say_n
from lohum_brief.visit.records import Waiver
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.places import PLACES, place_of
from lohum_brief.window.theme import current, icon

Grouping = Literal["rule", "place", "severity"]

SEVERITY, RULE, PLACE, MESSAGE, FIX = range(5)
"""The columns."""

_ICONS: Final = {"error": "circle-alert", "warning": "triangle-alert", "info": "info"}
Index = QModelIndex | QPersistentModelIndex


class Entry(NamedTuple):
    """A finding, and the waiver that says why it is left as it is, if one does."""

    finding: Finding
    waiver: Waiver | None = None


class Group(NamedTuple):
    """Entries that are alike. `mends` says what mending all of them would be called; empty where
    there is no such thing.
    """

    title: str
    entries: Sequence[Entry]
    waived: bool = False
    mends: str = ""


class Filter(NamedTuple):
    """Which findings are shown; what is empty lets all pass."""

    words: tuple[str, ...] = ()
    severity: str = ""
    place: str = ""
    lang: str = ""


class FindingList(QAbstractItemModel):
    """Rows of the top level are groups, rows below them findings."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.groups: list[Group] = []
        self._visit = Visit(())
        self._grouping: Grouping = "rule"

    def fill(
        self, visit: Visit, entries: Sequence[Entry], grouping: Grouping, wanted: Filter
    ) -> None:
        """Show those of the entries that are wanted; waived ones stand in a group of their own, at
        the end.
        """
        self.beginResetModel()
        self._visit = visit
        self._grouping = grouping
        key = _keys(visit)[grouping]
        found: dict[str, list[Entry]] = {}
        waived: list[Entry] = []
        for entry in entries:
            if _passes(visit, entry, wanted):
                (waived if entry.waiver else found.setdefault(key(entry.finding), [])).append(entry)
        order = (
            {say(place.title): at for at, place in enumerate(PLACES)} if grouping == "place" else {}
        )
        titles = sorted(found, key=lambda title: order.get(title, 0))
        self.groups = [
            Group(title, found[title], mends=_mends(found[title], grouping)) for title in titles
        ]
        if waived:
            self.groups.append(Group(say("Ignored"), waived, waived=True))
        self.endResetModel()

    def entry(self, index: Index) -> Entry | None:
        """The entry of a row; None for a group's."""
        return (
            self.groups[index.internalId() - 1].entries[index.row()] if index.internalId() else None
        )

    def group(self, index: Index) -> Group | None:
        """The group of a row; None for an entry's."""
        return None if index.internalId() or not index.isValid() else self.groups[index.row()]

    # As Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's way
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override] # also Qt's name for another question
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        if not parent.isValid():
            return len(self.groups)
        return (
            0 if parent.internalId() or parent.column() else len(self.groups[parent.row()].entries)
        )

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's way
        return 5

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index)
        return (
            self._of_group(index, role)
            if entry is None
            else self._of_entry(entry, index.column(), role)
        )

    def _of_group(self, index: Index, role: int) -> Any:
        group = self.groups[index.row()]
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return f"{group.title}   {len(group.entries)}"
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.AccessibleTextRole:
            count = say_n("{count} finding", "{count} findings", len(group.entries))
            return f"{group.title}, {count}"
        return None

    def _of_entry(self, entry: Entry, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, column)
        if role == Qt.ItemDataRole.DecorationRole and column == SEVERITY:
            return _icon(entry)
        if role == Qt.ItemDataRole.ForegroundRole and column in (PLACE, RULE, FIX):
            return QColor(current().accent if column == FIX else current().quiet)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == FIX:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == SEVERITY:
            return ", ".join(self._text(entry, at) for at in range(5))
        return None

    def _text(self, entry: Entry, column: int) -> str:
        finding, waiver = entry
        if column == SEVERITY:
            return say(severity_title(finding.severity))
        if column == RULE:
            return say(rule_title(finding.rule))
        if column == PLACE:
            return where(self._visit, finding)
        if column == FIX:
            return (
                say("Take back")
                if waiver
                else say(finding.fix.label)
                if finding.fix
                else say("Open")
            )
        return (
            say(
                "{message} Ignored by {who}, {time}: {reason}",
                message=finding.message,
                **_told(waiver),
            )
            if waiver
            else say(finding.message)
        )


def _told(waiver: Waiver) -> dict[str, str]:
    return {"who": waiver.who, "time": waiver.time[:10], "reason": waiver.reason}


def where(visit: Visit, finding: Finding) -> str:
    """What a finding is about, in words: the record and its field and language."""
    return labels.place(visit, finding.record, finding.field)


def _keys(visit: Visit) -> dict[Grouping, Callable[[Finding], str]]:
    return {
        "rule": lambda finding: say(rule_title(finding.rule)),
        "severity": lambda finding: say(severity_title(finding.severity)),
        "place": lambda finding: say(place_of(visit.by_id[finding.record]).title),
    }


def _passes(visit: Visit, entry: Entry, wanted: Filter) -> bool:
    finding = entry.finding
    record = visit.by_id.get(finding.record)
    if record is None:  # removed since; the next check no longer has it
        return False
    if wanted.severity and finding.severity != wanted.severity:
        return False
    if wanted.place and place_of(record).key != wanted.place:
        return False
    if wanted.lang and finding.field.rpartition(".")[2] != wanted.lang:
        return False
    if not wanted.words:
        return True
    searched = (
        say(rule_title(finding.rule)),
        where(visit, finding),
        say(finding.message),
        finding.record,
    )
    text = " ".join(searched).casefold()
    return all(word in text for word in wanted.words)


def cause_of(entry: Entry) -> str:
    """Return what else the fix of a finding is to mend with it; empty where that is nothing."""
    return entry.finding.fix.cause if entry.finding.fix is not None else ""


def alike(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Return those of a rule that are mended together: where some have a cause these only, lest a
    stored value that is printed mark other numbers as free.
    """
    return [entry for entry in entries if cause_of(entry)] or entries


def _mends(entries: Sequence[Entry], grouping: Grouping) -> str:
    """Mending all is offered for those of one rule: they are alike."""
    entries = alike(entries)
    count = sum(entry.finding.fix is not None for entry in entries)
    if grouping != "rule" or count < 2:
        return ""
    labels_ = {say(entry.finding.fix.label) for entry in entries if entry.finding.fix is not None}
    if len(labels_) == 1:
        return say_n("{label}: all {count}", "{label}: all {count}", count, label=labels_.pop())
    return say_n("Mend all {count}", "Mend all {count}", count)


def counted(open_: Sequence[Finding], ignored: int) -> str:
    """How many there are of each severity, in one line. Open is what is an error or a warning, in
    the overview too.
    """
    many = {
        severity: sum(finding.severity == severity for finding in open_) for severity in SEVERITIES
    }
    still = many["error"] + many["warning"]
    parts = [say_n("{count} open", "{count} open", still) if still else say("Nothing open")]
    if many["error"]:
        parts.append(say_n("{count} error", "{count} errors", many["error"]))
    if many["warning"]:
        parts.append(say_n("{count} warning", "{count} warnings", many["warning"]))
    if many["info"]:
        parts.append(say_n("{count} note", "{count} notes", many["info"]))
    if ignored:
        parts.append(say_n("{count} ignored", "{count} ignored", ignored))
    return " · ".join(parts)


def _icon(entry: Entry) -> QIcon:
    if entry.waiver:
        return icon("circle-slash")
    theme, severity = current(), entry.finding.severity
    inks = {"error": theme.bad, "warning": theme.warn, "info": theme.quiet}
    return icon(_ICONS[severity], inks[severity])
