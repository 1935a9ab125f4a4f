"""The pages of a pack as they will print: scrolled, enlarged, searched, clicked, and their text
copied.
"""

from typing import Final, Literal

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QMenu, QWidget

from lohum_brief.language.interface import say
from lohum_brief.service.messages.pages import Printed, Rendered
from lohum_brief.window.live.drawn import DrawnPages
from lohum_brief.window.live.page_search import Hit, PageSearch
from lohum_brief.window.live.page_text import PageText
from lohum_brief.window.live.printed import pages_of
from lohum_brief.window.live.sheets import GAP, Sheets, Spot
from lohum_brief.window.theme import current

Fit = Literal["width", "page", "scale"]

SMALLEST: Final = 0.1
LARGEST: Final = 6.0
"""Scales in pixels a point."""
_STEP: Final = 40
_TURNS: Final[dict[int, int]] = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
}
_SCROLLS: Final[dict[int, int]] = {Qt.Key.Key_Down: _STEP, Qt.Key.Key_Up: -_STEP}
_MARK = QColor("#a65a2a")
_HIT = QColor(255, 205, 60, 90)
_SELECTED = QColor(60, 120, 215, 80)


class PageView(QAbstractScrollArea):
    """`clicked` names the record that printed where somebody clicked, with the text before and
    behind; `turned` the page in view.
    """

    clicked = Signal(str, str, str)
    turned = Signal(int)
    scaled = Signal()
    placed = Signal(object)
    """Where each record prints, in new pages: what `printed` gives."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(say("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        document = QPdfDocument(self)
        self.drawn = DrawnPages(document)
        self.drawn.changed.connect(self.viewport().update)
        self.search = PageSearch(document)
        self.places: tuple[Printed, ...] = ()
        self.printed: dict[str, tuple[int, str]] = {}
        self.sheets = Sheets()
        self.fit: Fit = "width"
        self.empty = say("The pages are being set…")
        """What stands where there are no pages."""
        self.hit: Hit | None = None
        self._record = ""
        self.marked: tuple[Printed, ...] = ()
        """Where the chosen record printed."""
        self._busy: float | None = None
        self.text = PageText(document)
        self._pressed: QPoint | None = None
        self._pan: QPoint | None = None
        self._page = -1

    # What is shown

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self.sheets.total

    @property
    def page(self) -> int:
        """The page a third down the view."""
        return self.sheets.nearest(
            QPointF(self._origin().x() + GAP, self._top + self.viewport().height() / 3)
        ).page

    def show_pages(self, found: Rendered, *, across: int, lead: int) -> None:
        """Show another version: what one saw stays where one saw it, also if it came to stand
        elsewhere.
        """
        before = self._anchor()
        self.drawn.load(found.pdf)
        self.search.renew()
        self.hit = None
        self.text.clear()
        self.places = found.places
        self.printed = pages_of(found.places)
        self.marked = tuple(place for place in self.places if place.record == self._record)
        self.sheets = self.sheets._replace(
            total=found.pages,
            size=found.size,
            across=across,
            lead=lead,
            turned=frozenset(found.turned),
        )
        self._arrange()
        self.placed.emit(self.printed)
        after = self._nearest_mark(before[0]) if before else None
        if before and after:
            self.verticalScrollBar().setValue(round(self._mark_top(after) - before[1]))

    def clear(self) -> None:
        """Show no pages."""
        self.sheets = self.sheets._replace(total=0)
        self.places, self.marked, self.printed = (), (), {}
        self.search.renew()
        self.text.clear()
        self._arrange()
        self.placed.emit(self.printed)

    def lay_out(self, *, across: int, lead: int) -> None:
        """One page or two beside each other; the page in view stays."""
        if (across, lead) != (self.sheets.across, self.sheets.lead):
            page = self.page
            self.sheets = self.sheets._replace(across=across, lead=lead)
            self._arrange()
            self.go_to(page)

    def say_busy(self, part: float | None) -> None:
        """How much of the next version is set, from 0 to 1; None where none is being set."""
        if part != self._busy:
            self._busy = part
            self.viewport().update(0, 0, self.viewport().width(), 3)

    # Records

    def show_record(self, record: str) -> None:
        """Mark where a record printed, and go there unless it is in view; else do nothing."""
        self._record = record
        self.marked = tuple(place for place in self.places if place.record == record)
        self.viewport().update()
        if not self.marked:
            return
        top, height = self._top, self.viewport().height()
        for place in self.marked:
            if (
                top <= self._mark_top(place) + GAP
                and self._mark_top(place) < top + height - 3 * GAP
            ):
                return
        found = self._nearest_mark(self.page)
        if found:
            self.verticalScrollBar().setValue(round(self._mark_top(found) - height / 3))

    def _nearest_mark(self, page: int) -> Printed | None:
        return min(self.marked, key=lambda place: abs(place.page - page), default=None)

    def _mark_top(self, place: Printed) -> float:
        return self.sheets.rect(place.page).top() + place.y * self.sheets.scale_of(place.page)

    def _anchor(self) -> tuple[int, float] | None:
        """The page of the marked record and how far down the view it stands, if it is in view."""
        for place in self.marked:
            y = self._mark_top(place) - self._top
            if place.page < self.count and 0 <= y < self.viewport().height():
                return place.page, y
        return None

    # Moving and size

    @property
    def _top(self) -> float:
        return self.verticalScrollBar().value()

    def _origin(self) -> QPointF:
        """Which point of the whole is the view's upper left corner; pages stand in its middle."""
        aside = max(0.0, (self.viewport().width() - self.sheets.width) / 2)
        return QPointF(self.horizontalScrollBar().value() - aside, self._top)

    def go_to(self, page: int) -> None:
        """Go to a page, from 0."""
        if 0 <= page < self.count:
            self.verticalScrollBar().setValue(round(self.sheets.rect(page).top() - GAP))

    def top_spot(self) -> Spot:
        """What stands at the upper left of the view."""
        return self.sheets.nearest(QPointF(max(0.0, self._origin().x()) + GAP, self._top))

    def go_to_spot(self, spot: Spot) -> None:
        """Put a point at the upper left of the view."""
        at = self.sheets.rect(spot.page).topLeft() + spot.at * self.sheets.scale_of(spot.page)
        self.verticalScrollBar().setValue(round(at.y()))
        self.horizontalScrollBar().setValue(round(at.x()) - GAP)

    def go_to_hit(self, hit: Hit) -> None:
        """Show where a text was found."""
        self.hit = hit
        area = self.sheets.area(hit.page, hit.rects[0])
        if not self._top < area.top() < self._top + self.viewport().height() - area.height():
            self.verticalScrollBar().setValue(round(area.top() - self.viewport().height() / 3))
        aside = area.translated(-self._origin())
        if not 0 <= aside.left() < self.viewport().width() - aside.width():
            self.horizontalScrollBar().setValue(round(area.left() - self.viewport().width() / 3))
        self.viewport().update()

    @property
    def percent(self) -> int:
        """The size; 100 is that of paper."""
        return round(100 * self.sheets.scale * 72 / self.logicalDpiX())

    def set_fit(self, fit: Fit, percent: float = 100.0) -> None:
        """Fit the width or the page, or take a size."""
        self.fit = fit
        if fit == "scale":
            self._scale_to(
                percent / 100 * self.logicalDpiX() / 72, QPointF(self.viewport().rect().center())
            )
        else:
            page = self.page
            self._arrange()
            self.go_to(page)

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Larger or smaller; the point of the view, by default its middle, stays where it is."""
        self.fit = "scale"
        self._scale_to(self.sheets.scale * factor, at or QPointF(self.viewport().rect().center()))

    def _scale_to(self, scale: float, at: QPointF) -> None:
        spot = self.sheets.nearest(at + self._origin())
        self.sheets = self.sheets._replace(scale=min(LARGEST, max(SMALLEST, scale)))
        self._arrange()
        now = self.sheets.rect(spot.page).topLeft() + spot.at * self.sheets.scale_of(spot.page)
        self.verticalScrollBar().setValue(round(now.y() - at.y()))
        self.horizontalScrollBar().setValue(round(now.x() - at.x()))

    def _arrange(self) -> None:
        view, sheets = self.viewport().size(), self.sheets
        if self.fit == "width":
            scale = Sheets.fitting_width(view.width(), sheets.size, sheets.across)
        elif self.fit == "page":
            scale = Sheets.fitting_page(view.width(), view.height(), sheets.size, sheets.across)
        else:
            scale = sheets.scale
        self.sheets = sheets._replace(scale=min(LARGEST, max(SMALLEST, scale)))
        for bar, whole, room in (
            (self.verticalScrollBar(), self.sheets.height, view.height()),
            (self.horizontalScrollBar(), self.sheets.width, view.width()),
        ):
            bar.setRange(0, max(0, round(whole - room)))
            bar.setPageStep(room)
            bar.setSingleStep(_STEP)
        self.viewport().update()
        self.scaled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        spot = self.top_spot()
        self._arrange()
        if self.count and self._top:
            self.go_to_spot(spot)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:  # noqa: N802 - Qt's name
        self.viewport().update()

    # Drawing

    def _paint_empty(self, painter: QPainter) -> None:
        """Write in the middle why there are no pages."""
        painter.setPen(QColor(current().quiet))
        room = self.viewport().rect().adjusted(GAP, GAP, -GAP, -GAP)
        how = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, how, self.empty)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        rect = self._snapped(page)
        painter.fillRect(rect, QColor("#ffffff"))
        picture = self.drawn.picture(page)
        if picture is not None:
            painter.drawImage(rect, picture)
        self._paint_marks(painter, page)
        painter.setPen(QPen(QColor(current().line)))
        painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        theme = current()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(theme.sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self.count:
            self._paint_empty(painter)
        height = self.viewport().height()
        pages = self.sheets.pages(self._top, self._top + height)
        for page in pages:
            self._paint_page(painter, page)
        if self._busy is not None:
            width = self.viewport().width()
            painter.fillRect(0, 0, width, 2, QColor(theme.line))
            painter.fillRect(0, 0, round(width * self._busy), 2, QColor(theme.accent))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent)))
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
        painter.end()
        near = self.sheets.pages(self._top - height / 2, self._top + height * 1.5)
        self.drawn.want(
            [
                (page, self._pixels(page))
                for page in (*pages, *(page for page in near if page not in pages))
            ]
        )
        if pages and self.page != self._page:
            self._page = self.page
            self.turned.emit(self._page)

    def _snapped(self, page: int) -> QRectF:
        """Where a page stands in the view, on whole pixels of the screen: its picture is not
        blurred.
        """
        ratio = self.devicePixelRatioF()
        rect = self.sheets.rect(page).translated(-self._origin())
        left, top = round(rect.left() * ratio), round(rect.top() * ratio)
        size = self._pixels(page)
        return QRectF(left / ratio, top / ratio, size.width() / ratio, size.height() / ratio)

    def _pixels(self, page: int) -> QSize:
        return (self.sheets.rect(page).size() * self.devicePixelRatioF()).toSize()

    def _paint_marks(self, painter: QPainter, page: int) -> None:
        origin = -self._origin()
        for place in self.marked:
            if place.page == page:
                area = QRectF(0, place.y, self.sheets.breadth(page), max(place.height, 8.0))
                area = self.sheets.area(page, area).translated(origin)
                painter.fillRect(area, QColor(_MARK.red(), _MARK.green(), _MARK.blue(), 14))
                painter.fillRect(QRectF(area.left() + 3, area.top(), 4, area.height()), _MARK)
        for hit in self.search.hits:
            if hit.page == page:
                for rect in hit.rects:
                    area = self.sheets.area(page, rect).translated(origin).adjusted(-1, -1, 1, 1)
                    painter.fillRect(area, _HIT)
                    if hit == self.hit:
                        painter.setPen(QPen(_MARK, 2))
                        painter.drawRect(area)
        for rect in self.text.rects if self.text.page == page else ():
            painter.fillRect(self.sheets.area(page, rect).translated(origin), _SELECTED)

    # The pointer: a click opens, dragging selects text, the middle button moves the pages

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.MiddleButton:
            self._pan = point
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._pressed = point
            self.text.clear()
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        point = event.position().toPoint()
        if self._pan is not None:
            moved = point - self._pan
            self._pan = point
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
        elif self._pressed is not None and self._dragged(point):
            start, end = (
                self.sheets.at(QPointF(at) + self._origin()) for at in (self._pressed, point)
            )
            if self.text.select(start, end):
                self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        point = event.position().toPoint()
        self._pan = None
        self.viewport().unsetCursor()
        if event.button() == Qt.MouseButton.LeftButton and self._pressed is not None:
            if not self._dragged(point):
                self._click(QPointF(point) + self._origin())
            self._pressed = None

    def _dragged(self, point: QPoint) -> bool:
        pressed = self._pressed
        return (
            pressed is not None
            and (point - pressed).manhattanLength() >= QApplication.startDragDistance()
        )

    def _click(self, point: QPointF) -> None:
        spot = self.sheets.at(point)
        if spot is None:
            return
        above = [
            place for place in self.places if place.page == spot.page and place.y <= spot.at.y() + 2
        ]
        if above:
            self.clicked.emit(
                max(reversed(above), key=lambda place: place.y).record, *self.text.around(spot)
            )

    def copy(self) -> None:
        """Copy what is selected."""
        if self.text.text:
            QGuiApplication.clipboard().setText(self.text.text)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        self.context_menu().exec(event.globalPos())

    def context_menu(self) -> QMenu:
        """What can be done with the pages."""
        menu = QMenu(self)
        copying = menu.addAction(say("Copy"), self.copy)
        copying.setEnabled(bool(self.text.text))
        menu.addSeparator()
        menu.addAction(say("Fit the width"), lambda: self.set_fit("width"))
        menu.addAction(say("Fit the page"), lambda: self.set_fit("page"))
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if turned := event.angleDelta().y():
                self.zoom_by(1.1 ** (turned / 120), event.position())
            return
        super().wheelEvent(event)

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        bar, key = self.verticalScrollBar(), event.key()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_by(1.2)
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_by(1 / 1.2)
        elif key in _TURNS:
            self._turn(_TURNS[key])
        elif key in _SCROLLS:
            bar.setValue(bar.value() + _SCROLLS[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(0 if key == Qt.Key.Key_Home else bar.maximum())
        elif event.key() == Qt.Key.Key_Escape and self.text.text:
            self.text.clear()
            self.viewport().update()
        else:
            super().keyPressEvent(event)

    def _turn(self, by: int) -> None:
        """A page on where whole pages are shown, else a view on, less a line."""
        bar = self.verticalScrollBar()
        if self.fit == "page":
            self.go_to(min(max(0, self.page + by * self.sheets.across), self.count - 1))
        else:
            bar.setValue(bar.value() + by * (bar.pageStep() - _STEP))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        super().focusOutEvent(event)
        self.viewport().update()
