"""Printing a pack through the system's dialog.

Where the system takes PDF (CUPS) it gets the PDF itself, with sharp letters and nothing scaled, and
a file of all pages is that PDF; elsewhere pages are drawn in bands, each short enough that the
window does not wait for it.
"""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from time import time
from typing import Any, Final

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QObject,
    QProcess,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTemporaryFile,
    QTimer,
    Signal,
)
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say, say_n
from lohum_brief.release.printed import remember
from lohum_brief.release.writing import write
from lohum_brief.service.messages.pages import Rendered
from lohum_brief.window.live.host import PagesHost

_FINEST: Final = 400
"""Dots an inch; more are not seen and cost time."""
_BAND: Final = 250_000
"""Pixels drawn at once, in some 10 milliseconds."""
_CUPS_OPTIONS: Final = 0xFE00
"""The property of Qt's printing that keeps what its dialog chose of CUPS: pages on a sheet, odd
pages, when, options of the printer. It has a name only in Qt's own sources (`PPK_CupsOptions`); its
value is names and values in turn.
"""
_SIDES: Final = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def prepare(printer: QPrinter, found: Rendered, title: str, *, book: bool) -> None:
    """Set a printer up for a pack: A4 upright or on its side, full size, and for a book both sides
    of the paper.
    """
    wide = found.size[0] > found.size[1]
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
    )
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    printer.setDuplex(sides(found, book=book))


def sides(found: Rendered, *, book: bool) -> QPrinter.DuplexMode:
    """How the paper is turned, so that a book's leaves are."""
    mode = QPrinter.DuplexMode
    if not book or found.pages == 1:
        return mode.DuplexNone
    return mode.DuplexShortSide if found.size[0] > found.size[1] else mode.DuplexLongSide


def _ranges(printer: QPrinter) -> list[tuple[int, int]]:
    """Return the first and last page of each range that was asked for, from 1; none means all."""
    ranges = [(one.from_, one.to) for one in printer.pageRanges().toRangeList()]
    if not ranges and printer.printRange() == QPrinter.PrintRange.PageRange and printer.fromPage():
        return [(printer.fromPage(), printer.toPage())]
    return ranges


def chosen_pages(printer: QPrinter, total: int, current: int) -> list[int]:
    """The pages that the dialog asked for, from 0, in the order in which they leave the printer."""
    if printer.printRange() == QPrinter.PrintRange.CurrentPage:
        pages = [current]
    else:
        ranges = _ranges(printer)
        pages = [
            page
            for page in range(total)
            if not ranges or any(a <= page + 1 <= b for a, b in ranges)
        ]
    return pages[::-1] if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst else pages


class Printing(QObject):
    """`finished` comes with the sentence why it went wrong, or an empty one."""

    progress = Signal(float)
    finished = Signal(str)

    def begin(self) -> None:
        """Begin; the window goes on."""
        raise NotImplementedError

    def cancel(self) -> None:
        """Stop; pages that the printer has taken are printed."""
        raise NotImplementedError


class Sent(Printing):
    """The PDF handed to CUPS."""

    def __init__(
        self, printer: QPrinter, found: Rendered, pages: list[int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._file = QTemporaryFile(self)
        self._data = found.pdf
        self._name = printer.printerName()
        self._process = QProcess(self)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(
            lambda _: self.finished.emit(self._process.errorString())
        )
        self.arguments = lp_arguments(printer, pages, found.pages)

    def begin(self) -> None:
        if not self._file.open():
            self.finished.emit(self._file.errorString())
            return
        self._file.write(QByteArray(self._data))
        self._file.close()
        self._process.start("lp", [*self.arguments, "--", self._file.fileName()])

    def cancel(self) -> None:
        self._process.finished.disconnect(self._ended)
        self._process.kill()
        self._process.waitForFinished(1000)

    def _ended(self, code: int) -> None:
        said = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        if code == 0:
            self.finished.emit(_waiting(self._name))
        elif said:
            self.finished.emit(
                say("The printer did not take it: {why}", why=said.split("lp: ")[-1])
            )
        else:
            self.finished.emit(say("The printer did not take it."))


def _waiting(name: str) -> str:
    """What is to be said of pages that the system has taken; nothing where they just print."""
    known = QPrinterInfo.printerInfo(name)
    if known.isNull() or known.state() != QPrinter.PrinterState.Error:
        return ""
    return say(
        "The pages wait until the printer {name} goes on; it is stopped at the moment.", name=name
    )


def lp_arguments(printer: QPrinter, pages: list[int], total: int) -> list[str]:
    """What `lp` is told: printer, copies, sides, paper, pages; larger paper gets the page at its
    own size.
    """
    size = printer.pageLayout().pageSize().key()
    arguments = [
        "-d",
        printer.printerName(),
        "-t",
        printer.docName(),
        "-n",
        str(max(1, printer.copyCount())),
    ]
    arguments += ["-o", f"sides={_SIDES.get(printer.duplex(), 'one-sided')}", "-o", f"media={size}"]
    arguments += ["-o", "print-scaling=auto-fit" if size != "A4" else "print-scaling=none"]
    if printer.colorMode() == QPrinter.ColorMode.GrayScale:
        arguments += ["-o", "print-color-mode=monochrome"]
    if printer.copyCount() > 1:
        arguments += ["-o", f"collate={'true' if printer.collateCopies() else 'false'}"]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        arguments += ["-o", "outputorder=reverse"]
    arguments += cups_options(printer)
    if len(pages) < total:
        arguments += ["-P", ",".join(str(page + 1) for page in sorted(pages))]
    return arguments


def cups_options(printer: QPrinter) -> list[str]:
    """What the dialog chose beyond Qt's own settings, as `lp` is told."""
    chosen: Any = (
        printer.printEngine().property(QPrintEngine.PrintEnginePropertyKey(_CUPS_OPTIONS)) or []
    )
    return [
        word
        for name, value in zip(chosen[::2], chosen[1::2], strict=True)
        for word in ("-o", f"{name}={value}")
    ]


class Written(Printing):
    """All pages in a PDF file, as they are shown: letters and not their pictures. An export has
    tags besides.
    """

    def __init__(self, printer: QPrinter, found: Rendered, parent: QObject) -> None:
        super().__init__(parent)
        self._path = Path(printer.outputFileName())
        self._data = found.pdf

    def begin(self) -> None:
        try:
            write(self._path, self._data)
        except BriefError as error:
            self.finished.emit(say(error.message))
        else:
            self.finished.emit("")

    def cancel(self) -> None:
        """It is written at once."""


class Drawn(Printing):
    """Pages drawn onto the printer, band by band."""

    def __init__(
        self, printer: QPrinter, found: Rendered, pages: list[int], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._pages = pages
        self._at = 0
        self._top = 0
        self._painter = QPainter()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(found.pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.setDocument(self._document)
        self._renderer.pageRendered.connect(self._rendered)
        paper = printer.pageLayout().fullRectPoints().size()
        fit = min(1.0, paper.width() / found.size[0], paper.height() / found.size[1])
        fit = 1.0 if fit > 0.995 else fit
        fine = min(_FINEST, printer.resolution()) / 72 * fit
        self._whole = QSize(round(found.size[0] * fine), round(found.size[1] * fine))
        self._dots = printer.resolution() / 72 * fit / fine
        full = printer.paperRect(QPrinter.Unit.DevicePixel)
        self._left = (full.width() - self._whole.width() * self._dots) / 2
        self._down = (full.height() - self._whole.height() * self._dots) / 2
        self._height = max(1, _BAND // self._whole.width())

    def begin(self) -> None:
        self._document.load(self._buffer)
        if not self._painter.begin(self._printer):
            self.finished.emit(say("The printer did not take it."))
            return
        QTimer.singleShot(0, self, self._ask)

    def cancel(self) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()

    def _ask(self) -> None:
        if not self._painter.isActive():
            return
        whole = self._turned_whole()
        band = QRect(0, self._top, whole.width(), min(self._height, whole.height() - self._top))
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(whole)
        # Qt scales by the distance from the first pixel to the last: without one more each band
        # would be a pixel short.
        options.setScaledClipRect(band.adjusted(0, 0, 1, 1))
        self._renderer.requestPage(self._pages[self._at], band.size(), options)

    def _turned_whole(self) -> QSize:
        """The size of this page: some lie on their side, which the paper does not."""
        page = self._document.pagePointSize(self._pages[self._at])
        turned = (page.width() > page.height()) != (self._whole.width() > self._whole.height())
        return self._whole.transposed() if turned else self._whole

    def _rendered(
        self, _page: int, size: QSize, image: QImage, _options: object, _number: int
    ) -> None:
        if not self._painter.isActive():
            return
        ground = QImage(size, QImage.Format.Format_RGB32)
        ground.fill(Qt.GlobalColor.white)
        painter = QPainter(ground)
        painter.drawImage(0, 0, image)
        painter.end()
        k, whole = self._dots, self._turned_whole()
        self._painter.save()
        self._painter.translate(self._left, self._down)
        if whole != self._whole:  # its top is at the right edge of the paper
            self._painter.translate(self._whole.width() * k, 0.0)
            self._painter.rotate(90.0)
        self._painter.drawImage(
            QRectF(0.0, self._top * k, size.width() * k, size.height() * k), ground
        )
        self._painter.restore()
        self._top += size.height()
        if self._top < whole.height():
            self._ask()
            return
        self._top = 0
        self._at += 1
        self.progress.emit(self._at / len(self._pages))
        if self._at == len(self._pages):
            self._painter.end()
            self.finished.emit("")
        elif self._printer.newPage():
            self._ask()
        else:
            self._painter.end()
            self.finished.emit(say("The printer did not take it."))


def printing(printer: QPrinter, found: Rendered, pages: list[int], parent: QObject) -> Printing:
    """What prints these pages on this printer."""
    native = printer.outputFormat() == QPrinter.OutputFormat.NativeFormat
    if native and printer.printerName() and sys.platform != "win32" and shutil.which("lp"):
        return Sent(printer, found, pages, parent)
    if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and pages == [*range(found.pages)]:
        return Written(printer, found, parent)
    return Drawn(printer, found, pages, parent)


class PrintProgress(QDialog):
    """Says how far it is; cancelling stops it."""

    def __init__(
        self, parent: QWidget, printer: QPrinter, found: Rendered, pages: list[int]
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Print"))
        self.setMinimumWidth(24 * self.fontMetrics().height())
        self.ended: str | None = None
        """Why it went wrong; empty where it went well, None while it goes on."""
        self.said = QLabel(say_n("Printing {count} page…", "Printing {count} pages…", len(pages)))
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._buttons = QDialogButtonBox()
        self._cancel = QPushButton(say("Cancel"))
        self._buttons.addButton(self._cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self._cancel.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for widget in (self.said, self._bar, self._buttons):
            layout.addWidget(widget)
        self._printing = printing(printer, found, pages, self)
        self._printing.progress.connect(lambda part: self._bar.setValue(round(1000 * part)))
        self._printing.finished.connect(self._end)
        QTimer.singleShot(0, self, self._printing.begin)

    def _end(self, why: str) -> None:
        self.ended = why
        if not why:
            self.accept()
            return
        self._bar.hide()
        self.said.setText(why)
        self._cancel.setText(say("Close"))

    def done(self, result: int) -> None:
        if self.ended is None:
            self._printing.cancel()
            self.ended = ""
        super().done(result)


def ask_how(parent: QWidget, printer: QPrinter, pages: int) -> QPrintDialog:
    """The system's dialog for a pack of so many pages."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    dialog.setMinMax(1, pages)
    return dialog


def paper_chosen(dialog: QPrintDialog) -> Callable[[], bool]:
    """Tells afterwards whether somebody has chosen the paper. Qt's own dialog shows it only behind
    a button and goes back to the printer's usual paper, Letter perhaps, without a word; dialogs of
    the system are believed.
    """
    button = dialog.findChild(QPushButton, "properties")
    chosen = {button is None}
    if button is not None:  # this comes after what the button opens is closed again
        button.clicked.connect(
            lambda: chosen.update(
                bool(one.result()) for one in dialog.findChildren(QDialog) if one is not dialog
            )
        )
    return lambda: True in chosen


def print_pages(window: PagesHost, found: Rendered) -> None:
    """Ask the system's dialog how, and print the pack that is shown."""
    pack = window.preview.pack()
    if pack is not None and found.pages:
        over, now = window.window(), time()
        printed = ask_and_print(
            over,
            found,
            over.windowTitle(),
            book=pack.form == "book",
            current=window.preview.pages.page,
        )
        if printed:
            remember([(pack, found.mark)], now)


def ask_and_print(
    parent: QWidget, found: Rendered, title: str, *, book: bool, current: int | None
) -> bool:
    """Ask the system's dialog how, and print; `current` is the page that is looked at. Return
    whether something was sent to a printer.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, found, title, book=book)
    dialog = ask_how(parent, printer, found.pages)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage, current is not None)
    chosen = paper_chosen(dialog)
    if dialog.exec():
        if not chosen():
            printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        pages = chosen_pages(printer, found.pages, current or 0)
        if pages:
            PrintProgress(parent, printer, found, pages).exec()
            return True
    return False
