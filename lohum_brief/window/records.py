"""Records as a table: what its columns show, and how it is sorted and filtered."""

from collections.abc import Callable, Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lohum_brief.language import dates
from lohum_brief.language.catalogue import interface, phrase, say
from lohum_brief.language.codes import LANGS
from lohum_brief.language.names import sort_key
from lohum_brief.language.units import quantity
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Group,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Series,
    Source,
    Statement,
    Table,
    Term,
)
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.pill import colours
from lohum_brief.window.schema import texts_of

Index = QModelIndex | QPersistentModelIndex
RECORD: Final = Qt.ItemDataRole.UserRole
PILLS: Final = Qt.ItemDataRole.UserRole + 1
"""Words with the state that tints each: a list of pairs."""
SORT: Final = Qt.ItemDataRole.UserRole + 2

Pills = list[tuple[str, str]]


class Column(NamedTuple):
    """`show` gives a string, or pills; `key` sorts, by default what is shown."""

    title: str
    show: Callable[[Any, Visit], str | Pills]
    key: Callable[[Any, Visit], Any] | None = None


def _audience(record: AnyRecord, _: Visit) -> Pills:
    return [(labels.choice("audience", record.audience), "")]


def _languages(record: AnyRecord, _: Visit) -> Pills:
    """One for each language: the worst of its states in all texts of the record."""
    texts = texts_of(record)
    worst = ("missing", "old", "draft", "checked", "approved")
    out: Pills = []
    for lang in LANGS if texts else ():
        states = [getattr(text.state, lang) if text[lang] else "missing" for text in texts]
        state = min(states, key=worst.index)
        shown = lang if state in ("approved", "checked") else f"{lang} {labels.choice('state', state)}"
        out.append((shown, state))
    return out


def _title(record: AnyRecord, visit: Visit) -> str:
    return labels.title(record, visit)


def _name_key(record: Person, _: Visit) -> Any:
    return sort_key(record.family, record.given, interface())


def _of(kind: type[Record], field: str) -> Callable[[Any, Visit], str]:
    def show(record: Any, visit: Visit) -> str:
        found = visit.get(kind, getattr(record, field))
        return labels.title(found, visit) if found else str(getattr(record, field) or "")

    return show


def _choice(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: labels.choice(field, getattr(record, field) or "")


def _plain(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: str(getattr(record, field) or "")


def _text(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, visit: labels.text(getattr(record, field), visit)


def _day(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: dates.as_of(str(getattr(record, field)), interface(), months=False)


def _observed(record: Observation, visit: Visit) -> str:
    metric = visit.get(Metric, record.metric)
    return quantity(record.value, metric.unit if metric else "", interface(), about=record.about)


def _figure(record: Figure, _: Visit) -> str:
    return quantity(record.value, record.unit, interface(), about=record.about)


def _when(record: Item, _: Visit) -> str:
    return f"{dates.date(record.start.date(), interface())} {record.start:%H:%M}"


_AUDIENCE: Final = Column(phrase("Audience"), _audience)
_LANGUAGES: Final = Column(phrase("Languages"), _languages)
_COLUMNS: Final[dict[type, tuple[Column, ...]]] = {
    Person: (
        Column(phrase("Name"), _title, _name_key),
        Column(phrase("Organisation"), _of(Organisation, "organisation")),
        Column(phrase("Post"), _text("post")),
        Column(phrase("Group"), _of(Group, "group")),
    ),
    Organisation: (
        Column(phrase("Called"), _title),
        Column(phrase("Abbreviation"), _plain("abbreviation")),
        Column(phrase("Side"), _choice("side")),
    ),
    Group: (Column(phrase("Called"), _title), Column(phrase("Remark"), _text("note"))),
    Item: (
        Column(phrase("Time"), _when, lambda record, _: record.start),
        Column(phrase("Item"), _text("title")),
        Column(phrase("Minutes"), _plain("minutes"), lambda record, _: record.minutes),
        Column(phrase("Place"), _text("place")),
    ),
    Metric: (Column(phrase("Called"), _title), Column(phrase("Unit"), _plain("unit"))),
    Observation: (
        Column(phrase("Metric"), _of(Metric, "metric")),
        Column(phrase("Value"), _observed, lambda record, _: record.value),
        Column(phrase("As of"), _day("as_of"), lambda record, _: record.as_of),
        Column(phrase("Basis"), _choice("basis")),
    ),
    Figure: (
        Column(phrase("Called"), _title),
        Column(phrase("Value"), _figure, lambda record, _: record.value),
        Column(phrase("As of"), _day("as_of"), lambda record, _: record.as_of),
    ),
    Mineral: (Column(phrase("Called"), _title), Column(phrase("Symbol"), _plain("symbol"))),
    Series: (
        Column(phrase("Title"), _title),
        Column(phrase("Mineral"), _of(Mineral, "mineral")),
        Column(phrase("Measure"), _choice("measure")),
    ),
    Note: (
        Column(phrase("Title"), _title),
        Column(phrase("Kind"), _choice("sort")),
        Column(phrase("Date"), _day("date"), lambda record, _: record.date),
    ),
    Statement: (Column(phrase("Statement"), _title), Column(phrase("Said by"), _text("said_by"))),
    Term: (
        Column(phrase("Term"), _title),
        Column(phrase("Japanese"), lambda record, _: record.name.ja),
        Column(phrase("Hindi"), lambda record, _: record.name.hi),
    ),
    Source: (
        Column(phrase("Title"), _title),
        Column(phrase("Publisher"), _plain("publisher")),
        Column(phrase("Date"), _day("date"), lambda record, _: record.date),
    ),
    Section: (Column(phrase("Title"), _title), Column(phrase("Lists"), _choice("content"))),
    Paragraph: (Column(phrase("Text"), _title), Column(phrase("Section"), _of(Section, "section"))),
    Table: (Column(phrase("Title"), _title), Column(phrase("Section"), _of(Section, "section"))),
    Chart: (
        Column(phrase("Title"), _title),
        Column(phrase("Form"), _choice("form")),
        Column(phrase("Section"), _of(Section, "section")),
    ),
    Pack: (
        Column(phrase("Title"), _title),
        Column(phrase("Languages"), lambda record, _: [(lang, "") for lang in record.languages]),
        Column(phrase("Layout"), _choice("layout")),
    ),
}


def columns(kind: type) -> tuple[Column, ...]:
    """The columns of a kind's table."""
    own = _COLUMNS[kind]
    return (*own, _AUDIENCE) if kind in (Source, Pack) else (*own, _AUDIENCE, _LANGUAGES)


class RecordsModel(QAbstractTableModel):
    """The records of one kind, in the visit's order."""

    def __init__(self, kind: type, visit: Visit) -> None:
        super().__init__()
        self._kind = kind
        self._columns = columns(kind)
        self._visit = visit
        self._records: list[Any] = list(visit.of(kind))

    def change(self, edit: Edit, visit: Visit) -> None:
        """Follow an edit."""
        self._visit = visit
        records: list[Any] = list(visit.of(self._kind))
        if [record.id for record in records] == [record.id for record in self._records]:
            touched = {change.id for change in edit.changes}
            self._records = records
            last = len(self._columns) - 1
            for row, record in enumerate(records):
                if record.id in touched:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, last))
            return
        self.beginResetModel()
        self._records = records
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self._records)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self._columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802 - Qt's name
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(self._columns[section].title)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._records[index.row()]
        if role == RECORD:
            return record.id
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, PILLS, SORT):
            return None
        column = self._columns[index.column()]
        if role == SORT and column.key:
            return column.key(record, self._visit)
        shown = column.show(record, self._visit)
        if isinstance(shown, str):
            return None if role == PILLS else shown.replace("\n", " ")
        return shown if role == PILLS else " ".join(word for word, _ in shown)

    def row_of(self, ident: str) -> int:
        """The row of a record; -1 if it is not here."""
        return next((row for row, record in enumerate(self._records) if record.id == ident), -1)


class Filter(QSortFilterProxyModel):
    """Rows in which every word that was typed stands, in any column; sorted by what the column means."""

    def __init__(self, model: RecordsModel) -> None:
        super().__init__()
        self._words: Sequence[str] = ()
        self.setSourceModel(model)
        self.setSortRole(SORT)

    def set_words(self, text: str) -> None:
        """Show only rows with these words."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        model = self.sourceModel()
        text = " ".join(
            str(model.data(model.index(row, column, parent), Qt.ItemDataRole.DisplayRole))
            for column in range(model.columnCount())
        ).casefold()
        return all(word in text for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802 - Qt's name
        one, other = (self.sourceModel().data(index, SORT) for index in (left, right))
        if isinstance(one, str):
            one, other = one.casefold(), str(other).casefold()
        return bool(one < other)


class PillDelegate(QStyledItemDelegate):
    """Draws words of states as pills; everything else as it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        pills = index.data(PILLS)
        if pills is None:
            super().paint(painter, option, index)
            return
        widget: QWidget = option.widget
        style = widget.style()
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, blank, painter, widget)
        rect: QRect = option.rect
        metrics = QFontMetrics(option.font)
        height = metrics.height() + 4
        x = rect.x() + 8
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for word, state in pills:
            width = metrics.horizontalAdvance(word) + 14
            ink, ground = colours(state)
            box = QRect(x, rect.center().y() - height // 2, width, height)
            painter.setPen(QPen(QColor(ink), 1))
            painter.setBrush(QColor(ground))
            painter.drawRoundedRect(box, height / 2, height / 2)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            x += width + 4
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        size = super().sizeHint(option, index)
        pills = index.data(PILLS)
        if pills is not None:
            metrics = QFontMetrics(option.font)
            size.setWidth(16 + sum(metrics.horizontalAdvance(word) + 18 for word, _ in pills))
        size.setHeight(max(size.height(), 34))
        return size
