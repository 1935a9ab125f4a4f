"""Find anything: people by any form of their name, records by their texts, pages, places, commands
and settings.
"""

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lohum_brief.language.codes import LATIN_FIRST, READ
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Organisation, Person, Record, kind_of
from lohum_brief.window import labels
from lohum_brief.window.places import place_of
from lohum_brief.window.search.draft_marks import Row, looking, mark_in
from lohum_brief.window.search.searching import Hit, Index, folded, marked
from lohum_brief.window.speaking import announce
from lohum_brief.window.theme import current, icon

_MOST: Final = 40
_MOST_COMMANDS: Final = 8
_SLICE: Final = 0.008
"""Seconds that indexing takes at a time."""
_PAGE: Final = re.compile(r"\D{0,12}?(\d{1,5})\D{0,4}")
_STAYING: Final = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another window in front for a while, and the menu of the line itself; whatever else takes the
keyboard closes it.
"""

_ENTRY = Qt.ItemDataRole.UserRole
_SORT = Qt.ItemDataRole.UserRole + 1
_MARKS = Qt.ItemDataRole.UserRole + 2


class Entry(NamedTuple):
    """Something that can be found: what is shown, what sort of thing it is, and what going there
    does.
    """

    shown: str
    sort: str
    go: Callable[[], object]
    key: str = ""
    """Tells it from others, so that it is found among the recent ones."""
    icon: str = "square-chevron-right"


class Recent:
    """What was gone to last, by its key; newest first."""

    def __init__(self) -> None:
        self._keys: deque[str] = deque(maxlen=8)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def add(self, key: str) -> None:
        """It was gone to now."""
        if key in self._keys:
            self._keys.remove(key)
        self._keys.appendleft(key)


class Finder(QFrame):
    """A line to type in and what fits, best first, in groups. `pages` is how many pages the preview
    has.
    """

    def __init__(
        self,
        parent: QWidget,
        index: Index,
        open_record: Callable[[str], object],
        others: Sequence[Entry],
        recent: Recent,
        pages: int = 0,
        go_to_page: Callable[[int], object] | None = None,
        look_up: Callable[[str], object] | None = None,
    ) -> None:
        # Part of the window: a popup of its own would be closed by the candidate windows of input
        # methods.
        super().__init__(parent)
        self.setObjectName("finder")
        self.setAccessibleName(say("Find anything"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._before: QWidget | None = parent.focusWidget()
        self._index = index
        self._open = open_record
        self._others = [(entry, folded(f"{entry.shown} {entry.sort}")) for entry in others]
        self._recent = recent
        self._pages = pages
        self._go_to_page = go_to_page
        self._look_up = look_up
        self._drafts: dict[str, list[Row]] = {}
        """What is known of drafts, by their marks."""
        self.line = QLineEdit()
        self.line.setPlaceholderText(say("A name, a word, a page, a place or a command"))
        self.line.setAccessibleName(say("Find anything"))
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(say("What was found"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.currentItemChanged.connect(lambda item, _before: self._tell(item))
        self.list.itemActivated.connect(self.go)
        self.list.itemClicked.connect(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        hint = QLabel(say("↑ ↓ choose · Enter goes there · Esc closes"))
        hint.setObjectName("quiet")
        layout.addWidget(hint)
        em = self.fontMetrics().height()
        self.resize(min(40 * em, parent.width() - 40), min(30 * em, parent.height() - 120))
        self.move((parent.width() - self.width()) // 2, 5 * em)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(2 * em)
        shadow.setOffset(0, em // 3)
        shadow.setColor(QColor(0, 0, 0, 90))
        self.setGraphicsEffect(shadow)
        self._rest = QTimer(self, interval=0)
        self._rest.timeout.connect(self._take_more)
        self._rest.start()
        self._search("")

    @property
    def indexing(self) -> bool:
        """Whether there are records that cannot be found yet."""
        return self._rest.isActive()

    def _take_more(self) -> None:
        if self._index.step(_SLICE):
            self._rest.stop()
            self._search(self.line.text())

    # What is found

    def _search(self, text: str) -> None:
        words = folded(text).split()
        self.list.clear()
        for title, entries in self._groups(text, words):
            if entries:
                self._head(title)
            for entry in entries:
                self._item(entry, words)
        if not self.list.count():
            self._head(say("Nothing was found."))
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_ENTRY)]
        if rows:
            self.list.setCurrentRow(rows[0])

    def _groups(self, text: str, words: Sequence[str]) -> Iterable[tuple[str, list[Entry]]]:
        if not words:
            yield from self._without_words()
            return
        yield say("Pages"), self._page(text)
        yield say("Drafts"), self._draft(mark_in(text))
        others = self._others_with(words)
        commands = (say("Places and commands"), [entry for entry, _ in others[:_MOST_COMMANDS]])
        first = bool(others) and others[0][1].startswith(words[0])
        if first:
            yield commands
        yield from self._records_with(words)
        if not first:
            yield commands

    def _without_words(self) -> Iterable[tuple[str, list[Entry]]]:
        recent = [entry for key in self._recent if (entry := self._by_key(key))]
        yield say("Recent"), recent
        others = [entry for entry, _ in self._others if entry not in recent]
        yield say("Places and commands"), others

    def _others_with(self, words: Sequence[str]) -> list[tuple[Entry, str]]:
        """Places and commands that have all words, those first that begin with the first."""
        found = [(entry, name) for entry, name in self._others if all(w in name for w in words)]
        found.sort(key=lambda one: not one[1].startswith(words[0]))
        return found

    def _records_with(self, words: Sequence[str]) -> Iterable[tuple[str, list[Entry]]]:
        hits = self._index.find(words, _MOST, list(self._recent))
        people: list[Entry] = []
        rest: list[Entry] = []
        for hit in hits:
            of_people = isinstance(hit.record, Person | Organisation)
            (people if of_people else rest).append(self._of_record(hit))
        yield say("People and organisations"), people
        yield say("Entries"), rest

    def _page(self, text: str) -> list[Entry]:
        match = _PAGE.fullmatch(text.strip())
        if match is None or self._go_to_page is None or not 1 <= int(match[1]) <= self._pages:
            return []
        name = say("Page {number}", number=int(match[1]))
        where = say("of {count}", count=self._pages)
        return [Entry(name, where, partial(self._go_to_page, int(match[1]) - 1), icon="file-text")]

    def _draft(self, mark: str) -> list[Entry]:
        """The draft with a mark; it is asked for when the mark is typed."""
        if not mark or self._look_up is None:
            return []
        if mark not in self._drafts:
            self._drafts[mark] = [looking(mark)]
            self._look_up(mark)
        return [
            Entry(shown, sort, go or self.line.setFocus, icon=name)
            for shown, sort, name, go in self._drafts[mark]
        ]

    def take_draft(self, mark: str, found: Sequence[Row]) -> None:
        """Show what was found of a mark, if it still stands in the line."""
        self._drafts[mark] = list(found)
        if mark_in(self.line.text()) == mark:
            self._search(self.line.text())

    def _of_record(self, hit: Hit) -> Entry:
        record = hit.record
        return Entry(
            hit.title,
            _told(record, hit.title),
            partial(self._open, record.id),
            record.id,
            place_of(record).icon,
        )

    def _by_key(self, key: str) -> Entry | None:
        hit = self._index.hit(key)
        return (
            self._of_record(hit)
            if hit
            else next((entry for entry, _ in self._others if entry.key == key), None)
        )

    def _head(self, title: str) -> None:
        item = QListWidgetItem(title)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _item(self, entry: Entry, words: Sequence[str]) -> None:
        item = QListWidgetItem(icon(entry.icon), entry.shown)
        item.setData(_ENTRY, entry)
        item.setData(_SORT, entry.sort)
        item.setData(_MARKS, marked(entry.shown, words))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.shown}, {entry.sort}")
        self.list.addItem(item)

    def _tell(self, item: QListWidgetItem | None) -> None:
        """The keyboard stays in the line, so a screen reader would not know which one Enter goes
        to.
        """
        if item is not None:
            announce(self.line, item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text())

    # What is done

    def go(self, item: QListWidgetItem | None) -> None:
        """Go to what was chosen."""
        entry: Entry | None = item.data(_ENTRY) if item is not None else None
        if entry is not None:
            if entry.key:
                self._recent.add(entry.key)
            self.close()
            entry.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            # What had the keyboard may be gone, as the form of another kind of record.
            if self._before is not None and isValid(self._before) and self._before.isVisible():
                self._before.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() not in _STAYING
        ):
            self.close()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {
                Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 10,
                Qt.Key.Key_PageUp: -10,
            }.get(Qt.Key(event.key()))  # fmt: skip
            if step:
                self._step(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int) -> None:
        rows = [row for row in range(self.list.count()) if self.list.item(row).data(_ENTRY)]
        if rows:
            at = rows.index(self.list.currentRow()) if self.list.currentRow() in rows else -1
            row = rows[max(0, min(len(rows) - 1, at + by))]
            self.list.setCurrentRow(row)
            self.list.scrollToItem(self.list.item(max(0, row - 1) if row == rows[0] else row))


def _told(record: Record, title: str) -> str:
    """The sort of thing, and of a person or body the names in other scripts."""
    sort = labels.kind(kind_of(record))
    if isinstance(record, Person):
        forms = [
            " ".join(filter(None, (record.family[lang], record.given[lang])))
            for lang in LATIN_FIRST[1:]
        ]
        return " · ".join([form for form in forms if form and form not in title] + [sort])
    if isinstance(record, Organisation):
        return " · ".join(
            [form for form in (record.abbreviation, record.name[READ]) if form and form != title]
            + [sort]
        )
    return sort


class _Rows(QStyledItemDelegate):
    """A title with what matched in bold and underlined, the sort of thing at the right; heads of
    groups in small.
    """

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del index
        return QSize(0, round(option.fontMetrics.height() * 1.7))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = current()
        em = option.fontMetrics.height()
        rect: QRect = option.rect
        painter.save()
        if index.data(_ENTRY) is None:
            painter.setPen(QColor(theme.quiet))
            painter.setFont(_bold(option.font))
            painter.drawText(
                rect.adjusted(6, 0, 0, -2), int(Qt.AlignmentFlag.AlignBottom), index.data()
            )
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.selected))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), QColor(theme.accent))
        size = round(em * 0.9)
        index.data(Qt.ItemDataRole.DecorationRole).paint(
            painter, QRect(rect.left() + 10, rect.center().y() - size // 2, size, size)
        )
        metrics = option.fontMetrics
        sort = metrics.elidedText(index.data(_SORT), Qt.TextElideMode.ElideRight, rect.width() // 2)
        width = metrics.horizontalAdvance(sort)
        painter.setPen(QColor(theme.quiet))
        right = rect.adjusted(0, 0, -10, 0)
        painter.drawText(
            right, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), sort
        )
        left = rect.left() + size + 20
        self._title(
            painter,
            option,
            index,
            QRect(left, rect.top(), right.right() - width - 16 - left, rect.height()),
        )
        painter.restore()

    def _title(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
        rect: QRect,
    ) -> None:
        """Laid out whole, so that a mark inside a word does not part its letters."""
        text = option.fontMetrics.elidedText(
            index.data(), Qt.TextElideMode.ElideRight, round(rect.width() * 0.96)
        )
        layout = QTextLayout(text, option.font)
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.Bold)
        look.setFontUnderline(True)
        look.setForeground(QColor(current().accent))
        formats = []
        for start, length in index.data(_MARKS) or []:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = (
                start,
                min(length, max(0, len(text) - start)),
                look,
            )
            formats.append(span)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        layout.draw(painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2))


def _bold(font: QFont) -> QFont:
    made = QFont(font)
    made.setPointSizeF(font.pointSizeF() * 0.9)
    made.setBold(True)
    return made
