"""The places on the left, each with how many records it holds and, in copper, how many of them have
findings.
"""

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lohum_brief.language.interface import listed, say, say_n
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.blank import tag_of
from lohum_brief.window.places import PLACES, Place
from lohum_brief.window.theme import current, icon

_COUNT = Qt.ItemDataRole.UserRole
_FOUND = Qt.ItemDataRole.UserRole + 1


class Sidebar(QListWidget):
    """The rows are those of `PLACES`, one of which is always chosen, `row` at first. `pasted` is
    meant for the place that is shown.
    """

    pasted = Signal()
    entered = Signal()
    """Somebody goes on into the place that is chosen."""

    def __init__(self, row: int) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        em = self.fontMetrics().height()
        self.setIconSize(QSize(em, em))
        self.setAccessibleName(say("Places"))
        self.setItemDelegate(_Counts(self))
        for place in PLACES:
            self.addItem(QListWidgetItem(icon(place.icon), say(place.title)))
        self.setCurrentRow(row)

    @property
    def place(self) -> Place:
        """The one that is chosen."""
        return PLACES[self.currentRow()]

    def count_records(self, visit: Visit, findings: Mapping[str, int], ready: str = "") -> None:
        """Show the counts; `findings` has the records that have some, `ready` stands beside the
        overview.
        """
        concerned: Counter[type] = Counter(
            type(visit.by_id[ident]) for ident in findings if ident in visit.by_id
        )
        for row, place in enumerate(PLACES):
            found = sum(concerned[kind] for kind in place.kinds)
            count = len(visit.of(place.kinds[0]))
            item = self.item(row)
            item.setData(_COUNT, ready if place.key == "overview" else str(count))
            item.setData(_FOUND, str(found) if found else "")
            told = [say(place.title)]
            if place.key != "overview":
                told.append(labels.counted(tag_of(place.kinds[0]), count))
            if found:
                told.append(say_n("{count} with findings", "{count} with findings", found))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, listed(told))
            item.setToolTip("" if place.key == "overview" else _by_kind(place, visit, concerned))
        em = self.fontMetrics().height()
        self.setMinimumWidth(self.sizeHintForColumn(0) + em)
        self.setMaximumWidth(self.sizeHintForColumn(0) + 8 * em)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def _by_kind(place: Place, visit: Visit, concerned: Mapping[type, int]) -> str:
    """How many there are of each kind, and how many of them have findings: the row has no room for
    more than two numbers.
    """
    lines = []
    for kind in place.kinds:
        told = [labels.counted(tag_of(kind), len(visit.of(kind)))]
        if found := concerned.get(kind, 0):
            told.append(say_n("{count} with findings", "{count} with findings", found))
        lines.append(say("{sort}: {subject}", sort=labels.kind(tag_of(kind)), subject=listed(told)))
    return "\n".join(lines)


class _Counts(QStyledItemDelegate):
    """A row as it always is, with its counts at the right."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        edge: QRect = option.rect.adjusted(0, 0, -option.fontMetrics.height() * 2 // 3, 0)
        theme = current()
        painter.save()
        for role, ink, bold in ((_COUNT, theme.quiet, False), (_FOUND, theme.warn, True)):
            text = index.data(role)
            if text:
                font = QFont(option.font)
                font.setBold(bold)
                painter.setFont(font)
                painter.setPen(QColor(ink))
                painter.drawText(
                    edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text
                )
                edge.setRight(edge.right() - painter.fontMetrics().horizontalAdvance(text + " "))
        painter.restore()

    def sizeHint(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        # Counts come and go while somebody types; the places are always as wide as usual ones need.
        counts = max(
            "99  99" if index.row() else "9  100%",
            "  ".join(filter(None, (index.data(_COUNT), index.data(_FOUND)))),
            key=len,
        )
        size.setWidth(size.width() + option.fontMetrics.horizontalAdvance("    " + counts))
        return size
