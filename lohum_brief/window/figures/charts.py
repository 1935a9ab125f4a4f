"""The charts of a record as they print, in its form: set in the process beside the window, shown
without their pages.
"""

import secrets
from collections.abc import Container
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lohum_brief.language.interface import interface, say
from lohum_brief.service.messages.pages import Drawn, Printed
from lohum_brief.visit.records import AnyRecord, Chart, Mineral, Series
from lohum_brief.window import labels
from lohum_brief.window.fields.panel import Panel
from lohum_brief.window.figures.uses import Uses, names
from lohum_brief.window.live.drawn import DrawnPages
from lohum_brief.window.session import Session

_PAUSE: Final = 150
"""Milliseconds that others have to ask before it is asked: who goes through a list wants the last.
"""
_MARGIN: Final = 45.0
"""Points at the sides of a page that hold nothing."""
_INSET: Final = 130.0
"""The same at the left where one language is moved in from the page's edge."""
_AIR: Final = 6.0
_LARGEST: Final = 1.5
"""Pixels a point: larger than on the pages, not as large as a poster."""
_GAP: Final = 12


class Piece(NamedTuple):
    """A chart on its page, in points from the page's top left."""

    record: str
    page: int
    room: QRectF


def pieces(
    places: tuple[Printed, ...], size: tuple[float, float], inset: Container[str] = ()
) -> list[Piece]:
    """What to cut out of the pages: all that printed of a chart on each; those that are `inset`
    begin further in.
    """
    found: dict[tuple[str, int], tuple[float, float]] = {}
    for place in places:
        top, bottom = place.y, place.y + place.height
        held = found.get((place.record, place.page), (top, bottom))
        found[place.record, place.page] = min(top, held[0]), max(bottom, held[1])
    out = []
    for (record, page), (top, bottom) in found.items():
        left = _INSET if record in inset else _MARGIN
        out.append(
            Piece(
                record,
                page,
                QRectF(left, top - _AIR, size[0] - _MARGIN - left, bottom - top + 2 * _AIR),
            )
        )
    return out


class ChartPictures(QWidget):
    """`wanted` names the chart that somebody clicked twice."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._size = (1.0, 1.0)
        self.drawn = DrawnPages(QPdfDocument(self))
        self.drawn.changed.connect(self.update)
        self.hide()

    def show_drawn(self, found: Drawn, inset: Container[str] = ()) -> None:
        """Show the charts of an answer."""
        self.pieces = pieces(found.places, found.size, inset)
        self._size = found.size
        self.drawn.load(found.pdf)
        self.setVisible(bool(self.pieces))
        self._arrange()

    def _scale(self) -> float:
        widest = max((piece.room.width() for piece in self.pieces), default=1.0)
        return max(0.1, min(_LARGEST * self.fontMetrics().height() / 16, self.width() / widest))

    def _arrange(self) -> None:
        scale = self._scale()
        height = sum(round(piece.room.height() * scale) + _GAP for piece in self.pieces)
        self.setFixedHeight(max(1, height))
        sharp = scale * self.devicePixelRatioF()
        page = QSize(round(self._size[0] * sharp), round(self._size[1] * sharp))
        self.drawn.want(
            (number, page) for number in dict.fromkeys(piece.page for piece in self.pieces)
        )
        self.update()

    def _places(self) -> list[QRectF]:
        scale, top, out = self._scale(), 0.0, []
        for piece in self.pieces:
            out.append(
                QRectF(0, top, piece.room.width() * scale, round(piece.room.height() * scale))
            )
            top = out[-1].bottom() + _GAP
        return out

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for piece, place in zip(self.pieces, self._places(), strict=True):
            painter.fillRect(
                place, Qt.GlobalColor.white
            )  # paper, whatever the colours of the window
            image = self.drawn.picture(piece.page)
            if image is not None:
                across = image.width() / self._size[0]
                room = piece.room
                cut = QRectF(
                    room.x() * across,
                    room.y() * across,
                    room.width() * across,
                    room.height() * across,
                )
                painter.drawImage(place, image, cut)
        painter.end()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        for piece, place in zip(self.pieces, self._places(), strict=True):
            if place.contains(event.position()):
                self.wanted.emit(piece.record)


class Charts(Panel):
    """Asks for charts and shows them; asks again when they may look otherwise. `wanted` names one
    that is to be opened.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._key = secrets.token_hex(4)
        self._idents: tuple[str, ...] = ()
        self._as_pack = False
        self._shown: tuple[str, ...] = ()
        self.head = QLabel()
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setObjectName("quiet")
        self.head.setWordWrap(True)
        self.pictures = ChartPictures()
        self.pictures.wanted.connect(self.wanted)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self.pictures)
        self._wait = QTimer(self, singleShot=True, interval=_PAUSE)
        self._wait.timeout.connect(self._ask)
        session.drawn.connect(self._take)
        session.reset.connect(self._wait.start)

    def show_charts(self, idents: tuple[str, ...], *, as_pack: bool) -> None:
        """Show these, in the languages of the pack that is shown, or else in that of the window."""
        self._as_pack = as_pack
        self._idents = idents
        self.setVisible(bool(idents))
        if idents != self._shown:
            self.pictures.hide()
            self.head.setText(say("Drawing the chart…"))
        self._wait.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self._wait.start()

    def _ask(self) -> None:
        if self._idents and self.isVisible():
            self._session.drawing.emit(
                self._key, self._idents, () if self._as_pack else (interface(),)
            )

    def _take(self, found: Drawn) -> None:
        if found.key != self._key or found.charts != self._idents:
            return
        self._shown = found.charts
        visit = self._session.visit
        charts = [chart for ident in found.charts if (chart := visit.get(Chart, ident))]
        self.pictures.setAccessibleName("; ".join(labels.title(chart, visit) for chart in charts))
        if found.trouble:
            self.pictures.hide()
            self.head.setText(say(found.trouble))
            return
        narrow = () if self._as_pack else [chart.id for chart in charts if chart.by_language]
        self.pictures.show_drawn(found, narrow)
        self.head.setText(self._heading())

    def _heading(self) -> str:
        if not self.pictures.pieces:
            return say("There is nothing to draw yet: the chart has no figures.")
        return say("How it prints") if self._as_pack else say("Its charts, as they print")


class ChartPanel(Charts):
    """In the form of a chart: how it prints, above its fields."""

    first = True
    follows = (Chart, Series)

    def show_record(self, record: AnyRecord) -> None:
        """Show how the chart prints."""
        self.show_charts((record.id,), as_pack=True)


class MineralPanel(Uses):
    """In the form of a mineral: its tables and charts by name, then the charts as they print."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._of = session
        self.charts = Charts(session)
        self.charts.wanted.connect(self.wanted)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.charts)

    def show_record(self, record: AnyRecord) -> None:
        """Show who names it, and its charts."""
        super().show_record(record)
        if isinstance(record, Mineral):
            own = tuple(chart.id for chart in self._of.visit.of(Chart) if names(chart, record))
            self.charts.show_charts(own, as_pack=False)
