"""Pages as pictures: drawn beside the window one at a time, what is in view first; what is far from
it is let go.
"""

from collections.abc import Iterable
from math import sqrt
from typing import Final, Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

Tone = Literal["colour", "grey", "copy"]
"""In which tones pages are shown: their own, as greys, or in black and white as a copy of them."""

_COPIED: Final = 200 / 72
"""Pixels of a point in such a copy, whatever the size on the screen."""
_MOST: Final = 8_000_000
"""Pixels of a picture; larger pages are drawn with as many and stretched."""


class DrawnPages(QObject):
    """`changed` comes when a picture is there that was asked for."""

    changed = Signal()

    def __init__(self, document: QPdfDocument) -> None:
        super().__init__(document)
        self._document = document
        self._buffer = QBuffer(self)
        self.tone: Tone = "colour"
        self._pictures: dict[int, QImage] = {}
        """The last picture of each page, of an older version until the new one is there."""
        self._fresh: dict[int, QSize] = {}
        """In which size a page of this version was drawn."""
        self._wanted: list[tuple[int, QSize]] = []
        self._asked: tuple[int, int, QSize] | None = None
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(document)
        self._renderer.pageRendered.connect(self._rendered)

    def load(self, pdf: bytes) -> None:
        """Take another version into the document; what is in view is drawn again.

        The document is closed before its bytes: a page that is just being drawn would read closed
        ones, which Qt warns of, and a warning from the thread that draws would wait for Python
        while we wait for that thread.
        """
        self._document.close()
        self._buffer.close()
        self._buffer.deleteLater()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self._fresh.clear()
        self._wanted.clear()
        self._asked = None

    def show_in(self, tone: Tone) -> None:
        """Draw all pages again in other tones."""
        self.tone = tone
        self._fresh.clear()
        self._wanted.clear()
        self._asked = None
        self.changed.emit()

    def picture(self, page: int) -> QImage | None:
        """What there is of a page."""
        return self._pictures.get(page)

    def stale(self, page: int) -> bool:
        """Whether a page is of an older version, or in other tones than those wanted."""
        return page not in self._fresh

    @property
    def held(self) -> dict[int, QImage]:
        """All pictures in memory."""
        return dict(self._pictures)

    def want(self, pages: Iterable[tuple[int, QSize]]) -> None:
        """Keep and draw these pages in this order, each in a size in pixels; forget all others."""
        wanted = [(page, _bounded(size)) for page, size in pages]
        kept = {page for page, _ in wanted}
        for page in self._pictures.keys() - kept:
            del self._pictures[page]
            self._fresh.pop(page, None)
        self._wanted = [(page, size) for page, size in wanted if self._fresh.get(page) != size]
        self._next()

    def _copied(self, page: int, size: QSize) -> QSize:
        """How large a page is drawn that is shown in a size."""
        points = self._document.pagePointSize(page)
        return (points * _COPIED).toSize() if self.tone == "copy" else size

    def _next(self) -> None:
        if self._asked is None and self._wanted:
            page, size = self._wanted.pop(0)
            number = self._renderer.requestPage(
                page, self._copied(page, size), QPdfDocumentRenderOptions()
            )
            self._asked = (number, page, size)

    def _rendered(
        self, page: int, _size: QSize, image: QImage, _options: object, number: int
    ) -> None:
        if self._asked is None or self._asked[0] != number:
            return  # of a version that is gone
        size = self._asked[2]
        self._asked = None
        if not image.isNull():
            self._pictures[page] = toned(image, self.tone).scaled(
                size,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                # What is painted smaller loses dots; here each counts.
                Qt.TransformationMode.SmoothTransformation,
            )
            self._fresh[page] = size
            self.changed.emit()
        self._next()


def _bounded(size: QSize) -> QSize:
    pixels = size.width() * size.height()
    return size if pixels <= _MOST else size * sqrt(_MOST / pixels)


def toned(image: QImage, tone: Tone) -> QImage:
    """Return a page as it is shown, on white paper."""
    if tone == "colour":
        return image
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    if tone == "copy":
        how = Qt.ImageConversionFlag.MonoOnly | Qt.ImageConversionFlag.ThresholdDither
        white = white.convertToFormat(QImage.Format.Format_Mono, how)
    return white.convertToFormat(QImage.Format.Format_Grayscale8)
