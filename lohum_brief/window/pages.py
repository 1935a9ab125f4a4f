"""The pages of a pack, one below the other, as they will print. What is far from view is not drawn."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from lohum_brief.language.catalogue import say
from lohum_brief.release.messages import Printed
from lohum_brief.window.theme import current

_GAP: Final = 16
_SHARPEST: Final = 4.0


class PageView(QAbstractScrollArea):
    """Shows a PDF. `clicked` names the record that printed where somebody clicked; `turned` the page in view, from 0."""

    clicked = Signal(str)
    turned = Signal(int)
    placed = Signal(object)
    """Where each record prints, in new pages: what `printed` gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("Pages"))
        self._document = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._drawn)
        self._buffer = QBuffer(self)
        self.places: Sequence[Printed] = ()
        self.printed: Mapping[str, tuple[int, str]] = {}
        self._images: dict[int, QImage] = {}
        """The last drawing of each page, also of an older version until the new one is there."""
        self._asked: dict[int, QSize] = {}
        self._fresh: set[int] = set()
        self._tops: list[int] = []
        self._zoom = 0.0
        """0 fits the width."""
        self._two = False
        self.marked: tuple[int, float] | None = None

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The page in the middle of the view."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 3
        row = max(0, bisect_right(self._tops, middle) - 1)
        return min(row * self._across, max(0, self.count - 1))

    @property
    def _across(self) -> int:
        return 2 if self._two else 1

    def show_pdf(self, pdf: bytes, places: Sequence[Printed], *, two: bool) -> None:
        """Show another version; where one was and what one saw stays."""
        self._buffer.close()
        self._document.close()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.places = places
        self.printed = printed(places)
        self.placed.emit(self.printed)
        self._two = two
        self._fresh.clear()
        self._asked.clear()
        self._arrange()

    def show_record(self, record: str) -> None:
        """Go to where a record printed and mark it; nothing where it did not."""
        found = next((place for place in self.places if place.record == record), None)
        self.marked = (found.page, found.y) if found else None
        if found:
            top = self._rect(found.page).top() + self.verticalScrollBar().value()
            y = top + round(found.y * self._scale())
            bar = self.verticalScrollBar()
            if not bar.value() + 20 < y < bar.value() + self.viewport().height() - 60:
                bar.setValue(y - self.viewport().height() // 3)
        self.viewport().update()

    def pages_of(self, record: str) -> list[int]:
        """The pages, from 1, on which a record printed."""
        return sorted({place.page + 1 for place in self.places if place.record == record})

    def go_to(self, page: int) -> None:
        """Go to a page, from 0."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(self._tops[page // self._across])

    def set_zoom(self, zoom: float) -> None:
        """Pixels for each point; 0 fits the width. The place in the middle stays in view."""
        bar = self.verticalScrollBar()
        share = (bar.value() + self.viewport().height() / 2) / max(1, bar.maximum() + self.viewport().height())
        self._zoom = min(_SHARPEST, max(0.25, zoom)) if zoom else 0.0
        self._arrange()
        bar.setValue(round(share * (bar.maximum() + self.viewport().height()) - self.viewport().height() / 2))

    def zoom_by(self, factor: float) -> None:
        """Larger or smaller than now."""
        self.set_zoom(self._scale() * factor)

    # Where pages stand

    def _size(self, page: int) -> QSizeF:
        return self._document.pagePointSize(page)

    def _scale(self) -> float:
        if self._zoom or not self.count:
            return self._zoom or 1.0
        width = max(self._size(page).width() for page in range(min(self.count, 8)))
        room = self.viewport().width() - (self._across + 1) * _GAP
        return max(0.2, room / (width * self._across))

    def _arrange(self) -> None:
        scale = self._scale()
        self._tops = []
        y = _GAP
        width = 0.0
        for first in range(0, self.count, self._across):
            sizes = [self._size(page) for page in range(first, min(first + self._across, self.count))]
            self._tops.append(y)
            y += round(max(size.height() for size in sizes) * scale) + _GAP
            width = max(width, sum(size.width() for size in sizes) * scale + (len(sizes) + 1) * _GAP)
        view = self.viewport().size()
        self.verticalScrollBar().setRange(0, max(0, y - view.height()))
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setSingleStep(40)
        self.horizontalScrollBar().setRange(0, max(0, round(width) - view.width()))
        self.horizontalScrollBar().setPageStep(view.width())
        self.viewport().update()

    def _rect(self, page: int) -> QRect:
        """Where a page stands in the view; on facing pages the first stands right, as in a book."""
        scale = self._scale()
        row, column = divmod(page, self._across)
        size = self._size(page)
        width, height = round(size.width() * scale), round(size.height() * scale)
        view = self.viewport().width()
        total = width * self._across + _GAP * (self._across - 1)
        left = max(_GAP, (view - total) // 2) + column * (width + _GAP) - self.horizontalScrollBar().value()
        return QRect(left, self._tops[row] - self.verticalScrollBar().value(), width, height)

    def _in_view(self) -> range:
        top = self.verticalScrollBar().value()
        first = max(0, bisect_right(self._tops, top) - 1)
        last = bisect_right(self._tops, top + self.viewport().height())
        return range(first * self._across, min(self.count, last * self._across))

    # Events

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.count:
            painter.setPen(QColor(theme.quiet))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, say("The pages are being set…"))
        for page in self._in_view():
            rect = self._rect(page)
            painter.fillRect(rect, QColor("#ffffff"))
            image = self._images.get(page)
            if image is not None:
                painter.drawImage(rect, image)
            self._ask(page, rect.size())
            painter.setPen(QPen(QColor(theme.line)))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            if self.marked and self.marked[0] == page:
                y = rect.top() + round(self.marked[1] * self._scale())
                painter.fillRect(QRect(rect.left() + 3, y - 1, 4, 24), QColor("#a65a2a"))
        painter.end()
        self.turned.emit(self.page)

    def _ask(self, page: int, size: QSize) -> None:
        wanted = size * self.devicePixelRatioF()
        if (page in self._fresh and self._images[page].size() == wanted) or self._asked.get(page) == wanted:
            return
        self._asked[page] = wanted
        self._renderer.requestPage(page, wanted, QPdfDocumentRenderOptions())

    def _drawn(self, page: int, size: QSize, image: QImage, _options: object, _number: int) -> None:
        if self._asked.get(page) != size or image.isNull():
            return
        del self._asked[page]
        image.setDevicePixelRatio(1)
        self._images[page] = image
        self._fresh.add(page)
        near = self._in_view()
        for other in [other for other in self._images if abs(other - page) > 12 and other not in near]:
            del self._images[other]
            self._fresh.discard(other)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        page = self.page
        self._arrange()
        if not self._zoom:
            self.go_to(page)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        found = self._record_at(event.position().toPoint())
        if found:
            self.clicked.emit(found)

    def _record_at(self, point: QPoint) -> str:
        """The record that begins last above a point of a page."""
        for page in self._in_view():
            rect = self._rect(page)
            if rect.contains(point):
                y = (point.y() - rect.top()) / self._scale()
                above = [place for place in self.places if place.page == page and place.y <= y + 2 and place.record]
                return max(above, key=lambda place: place.y).record if above else ""
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1.1 if event.angleDelta().y() > 0 else 1 / 1.1)
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_Space: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep(), Qt.Key.Key_Up: -bar.singleStep(), Qt.Key.Key_Home: -bar.value(),
            Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)


def printed(places: Sequence[Printed]) -> dict[str, tuple[int, str]]:
    """The first page, from 1, of each record, and all of them in words: 6, 12–14."""
    found: dict[str, dict[int, None]] = {}
    for place in places:
        found.setdefault(place.record, {})[place.page + 1] = None
    return {record: (min(pages), _in_words(sorted(pages))) for record, pages in found.items()}


def _in_words(pages: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}{', ' if len(run) == 2 else '–'}{run[-1]}" for run in runs
    )
