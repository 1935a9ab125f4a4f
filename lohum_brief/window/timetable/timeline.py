"""The programme as a list in time: a head for each day, then its items with both clocks, duration,
place and groups.
"""

import datetime as dt
from typing import Any, Final, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lohum_brief.language import dates
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.places import called
from lohum_brief.visit.records import Group, Item
from lohum_brief.visit.schedule import end, ordered, overlaps
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.theme import current, icon

Index = QModelIndex | QPersistentModelIndex
LINES: Final = Qt.ItemDataRole.UserRole
IDENT: Final = Qt.ItemDataRole.UserRole + 1
_MINUTE: Final = dt.timedelta(minutes=1)


class Lines(NamedTuple):
    """What a row says. A day's head has `title`, `beside` and its shorter form `number` only."""

    title: str
    beside: str = ""
    clock: str = ""
    other_clock: str = ""
    duration: str = ""
    fixed: bool = False
    audience: str = ""
    fault: str = ""
    number: str = ""

    def __str__(self) -> str:
        """As it is read aloud."""
        said = (
            self.clock,
            self.title,
            self.duration,
            fixed_word() if self.fixed else "",
            self.fault,
        )
        return ", ".join(
            part for part in (*said, self.other_clock, self.beside, self.audience) if part
        )


def fixed_word() -> str:
    """How an item is marked that does not move."""
    return say("Fixed time")


def duration(minutes: int) -> str:
    """A duration in minutes as it stands in the list; empty where there is none."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return say("{minutes} min", minutes=rest) if rest else ""
    return (
        say("{hours} h {minutes} min", hours=hours, minutes=rest)
        if rest
        else say("{hours} h", hours=hours)
    )


class TimelineModel(QAbstractListModel):
    """The days of the programme and their items; what a row says is made when it is first shown."""

    def __init__(self, visit: Visit) -> None:
        super().__init__()
        self._visit = visit
        self._rows: list[Item | dt.date] = []
        self._days: dict[dt.date, list[Item]] = {}
        self._faults: dict[str, str] = {}
        self._made: dict[int, Lines] = {}
        self._words: list[str] = []
        self.show_visit(visit)

    def show_visit(self, visit: Visit) -> None:
        """Show the programme of a visit."""
        self.beginResetModel()
        self._visit = visit
        self._made = {}
        self._days = {}
        items = ordered(visit.of(Item))
        for item in items:
            if self._words and not self._has_words(item):
                continue
            self._days.setdefault(item.start.date(), []).append(item)
        self._rows = []
        for day, held in self._days.items():
            self._rows += [day, *held]
        self._faults = {
            first.id: say(
                "runs {minutes} min into “{title}”",
                minutes=length // _MINUTE,
                title=labels.text(second.title, visit),
            )
            for first, second, length in reversed(overlaps(items, visit.particulars.place_zone))
        }
        self.endResetModel()

    def set_words(self, text: str) -> None:
        """Show only items with these words."""
        self._words = text.casefold().split()
        self.show_visit(self._visit)

    def _has_words(self, item: Item) -> bool:
        told = str(self._item(item)).casefold()
        return all(word in told for word in self._words)

    def idents(self) -> list[str]:
        """The items that are shown, in time."""
        return [row.id for row in self._rows if isinstance(row, Item)]

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        return 0 if parent and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        if not isinstance(self._rows[index.row()], Item):
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == IDENT:
            return row.id if isinstance(row, Item) else ""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LINES):
            return None
        lines = self._made.get(index.row())
        if lines is None:
            lines = self._made[index.row()] = (
                self._item(row) if isinstance(row, Item) else self._day(row)
            )
        return lines if role == LINES else str(lines)

    def row_of(self, ident: str) -> int:
        """The row of an item; -1 if it is not here."""
        return next(
            (at for at, row in enumerate(self._rows) if isinstance(row, Item) and row.id == ident),
            -1,
        )

    def item_below(self, row: int) -> str:
        """The first item at a row or below it; empty where there is none."""
        return next(
            (found.id for found in self._rows[max(row, 0) :] if isinstance(found, Item)), ""
        )

    def _day(self, day: dt.date) -> Lines:
        held = self._days[day]
        span = dates.time_range(held[0].start, max(map(self._end, held)), interface())
        count = say_n("{count} item", "{count} items", len(held))
        return Lines(dates.date(day, interface(), weekday=True), f"{span} · {count}", number=count)

    def _end(self, item: Item) -> dt.datetime:
        return end(item, self._visit.particulars.place_zone)

    def _item(self, item: Item) -> Lines:
        lang, visit = interface(), self._visit
        until = self._end(item)
        groups = [
            labels.text(group.name) for ident in item.groups if (group := visit.get(Group, ident))
        ]
        place = called(item, visit).place
        where = [labels.text(place, visit), LANGUAGES[lang].punctuation.comma.join(groups)]
        return Lines(
            labels.text(item.title, visit).replace("\n", " ") or say("Without a title"),
            " · ".join(part.replace("\n", " ") for part in where if part),
            dates.time_range(item.start, until, lang)
            if item.minutes
            else dates.time(item.start, lang),
            _guests_clock(item, visit),
            duration(item.minutes),
            item.fixed,
            "" if item.readable("guest") else labels.choice("audience", item.audience),
            self._faults.get(item.id, ""),
        )


def _guests_clock(item: Item, visit: Visit) -> str:
    """From when to when it lasts for those at home with the guests; empty where their clock is the
    same.
    """
    zones = visit.particulars.place_zone, visit.particulars.guest_zone
    try:
        both = dates.two_clocks(
            item.start, *zones, interface(), until=end(item, zones[0]) if item.minutes else None
        )
    except dates.UnknownZoneError:  # a finding says so
        return ""
    return both.replace("（", "(").partition("(")[2].rstrip(")）")


class Timeline(QListView):
    """`dropped` says which item was let go at which, and whether behind it; `entered` that somebody
    wants to edit.
    """

    dropped = Signal(str, str, bool)
    entered = Signal()
    copied = Signal()
    pasted = Signal()
    removed = Signal()

    def __init__(self, model: TimelineModel) -> None:
        super().__init__()
        self.setModel(model)
        self._rows = model
        self.setObjectName("card")
        self.setItemDelegate(_Rows(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(lambda _: self.entered.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered.emit()
        elif (
            event.key() == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.removed.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copied.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        point = event.position().toPoint()
        at = self.indexAt(point)
        ident, target = (
            str(self.currentIndex().data(IDENT) or ""),
            str(at.data(IDENT) or "") if at.isValid() else "",
        )
        behind = True
        if target:
            behind = point.y() > self.visualRect(at).center().y()
        elif at.isValid():  # a day's head: in front of what stands below it
            target, behind = self._rows.item_below(at.row()), False
        elif self._rows.rowCount():
            target = str(self._rows.index(self._rows.rowCount() - 1).data(IDENT))
        # Where the item goes is the programme's to say; the list itself moves nothing.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if ident and target and ident != target:
            self.dropped.emit(ident, target, behind)


class _Rows(QStyledItemDelegate):
    """Draws a row: when, what and where, how long and what is special."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        line = option.fontMetrics.lineSpacing()
        lines: Lines = index.data(LINES)
        return QSize(0, 2 * line + 18 if lines.clock else line + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lines: Lines = index.data(LINES)
        theme = current()
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if lines.clock:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(rect, QColor(theme.selected))
                if option.state & QStyle.StateFlag.State_HasFocus:
                    painter.setPen(QPen(QColor(theme.accent), 1))
                    painter.drawRect(rect.adjusted(0, 0, -1, -1))
            _draw_item(painter, option, rect.adjusted(14, 8, -14, -8), lines)
        else:
            _draw_day(painter, option, rect.adjusted(14, 8, -14, -7), lines)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()


def _draw_day(painter: QPainter, option: QStyleOptionViewItem, box: QRect, lines: Lines) -> None:
    theme = current()
    foot = Qt.AlignmentFlag.AlignBottom
    font = QFont(option.font)
    plain = QFontMetrics(font)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(theme.accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | foot, lines.title)
    room = box.width() - painter.fontMetrics().horizontalAdvance(lines.title) - plain.height()
    # Where there is no room for the span and the number of items, the items below say both.
    beside = next(
        (one for one in (lines.beside, lines.number) if plain.horizontalAdvance(one) <= room), ""
    )
    font.setBold(False)
    painter.setFont(font)
    painter.setPen(QColor(theme.quiet))
    painter.drawText(box, Qt.AlignmentFlag.AlignRight | foot, beside)


def _draw_item(painter: QPainter, option: QStyleOptionViewItem, box: QRect, lines: Lines) -> None:
    theme = current()
    plain = QFont(option.font)
    bold = QFont(plain)
    bold.setBold(True)
    small = QFont(plain)
    small.setPointSizeF(plain.pointSizeF() * 0.9)
    wide, narrow = QFontMetrics(bold), QFontMetrics(small)
    line = option.fontMetrics.lineSpacing()
    # The clocks stand in a column of their own, wide enough for a second clock that says its day.
    column = (
        max(wide.horizontalAdvance("00:00–00:00"), narrow.horizontalAdvance("00:00–00:00 MMM+0"))
        + 20
    )
    upper, lower = (
        QRect(box.x(), box.y(), box.width(), line),
        QRect(box.x(), box.y() + line, box.width(), line),
    )
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(bold)
    painter.setPen(QColor(theme.accent))
    painter.drawText(upper, left, lines.clock)
    painter.setFont(small)
    painter.setPen(QColor(theme.quiet))
    second = narrow.elidedText(lines.other_clock, Qt.TextElideMode.ElideRight, max(column - 8, 0))
    painter.drawText(lower, left, second)
    length = (
        option.fontMetrics.horizontalAdvance(say("{hours} h {minutes} min", hours=0, minutes=55))
        + 12
    )
    # Where there is little room the title has it: how long it takes, the clocks say, and the marks
    # go a line down.
    tight = box.width() - column - length < 14 * option.fontMetrics.height()
    text = column if tight else column + length
    if not tight:
        painter.setFont(plain)
        painter.drawText(upper.adjusted(column, 0, 0, 0), left, lines.duration)
    marks = _marks(painter, small, lower if tight else upper, lines)
    edge, end = (box.right(), marks) if tight else (marks, box.right())
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    room = max(edge - box.x() - text - 8, 0)
    painter.drawText(
        upper.adjusted(text, 0, 0, 0),
        left,
        wide.elidedText(lines.title, Qt.TextElideMode.ElideRight, room),
    )
    painter.setFont(small)
    x = text
    if lines.fault:
        size = narrow.height() - 2
        icon("triangle-alert", theme.warn).paint(
            painter, QRect(box.x() + x, lower.center().y() - size // 2, size, size)
        )
        painter.setPen(QColor(theme.warn))
        fault = narrow.elidedText(
            lines.fault, Qt.TextElideMode.ElideRight, max(end - box.x() - x - size - 4, 0)
        )
        painter.drawText(lower.adjusted(x + size + 4, 0, 0, 0), left, fault)
        x += size + 16 + narrow.horizontalAdvance(fault)
    painter.setPen(QColor(theme.quiet))
    beside = narrow.elidedText(lines.beside, Qt.TextElideMode.ElideRight, max(end - box.x() - x, 0))
    painter.drawText(lower.adjusted(x, 0, 0, 0), left, beside)


def _marks(painter: QPainter, font: QFont, box: QRect, lines: Lines) -> int:
    """The marks at the right: a lock and its word, and who alone reads it. Returns where they
    begin.
    """
    theme = current()
    metrics = QFontMetrics(font)
    painter.setFont(font)
    edge = box.right()
    height = metrics.height() + 2
    if lines.audience:
        width = metrics.horizontalAdvance(lines.audience) + 14
        pill = QRect(edge - width, box.center().y() - height // 2, width, height)
        painter.setPen(QPen(QColor(theme.quiet), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, lines.audience)
        edge -= width + 8
    if lines.fixed:
        word = fixed_word()
        size = metrics.height() - 2
        width = metrics.horizontalAdvance(word) + size + 4
        icon("lock", theme.accent).paint(
            painter, QRect(edge - width, box.center().y() - size // 2, size, size)
        )
        painter.setPen(QColor(theme.accent))
        painter.drawText(
            QRect(edge - width + size + 4, box.y(), width, box.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            word,
        )
        edge -= width + 8
    return edge
