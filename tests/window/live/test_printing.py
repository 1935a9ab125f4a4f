"""Packs printed, on a printer that is a file."""

import os
from pathlib import Path

import pymupdf
import pytest
from msgspec import structs
from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrintEngine, QPrinter
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from lohum_brief.release.drafts import mark
from lohum_brief.release.printed import place, recall
from lohum_brief.service.messages.pages import Rendered
from lohum_brief.window.application import Application
from lohum_brief.window.live import printing as printing_module
from lohum_brief.window.live.printing import (
    Drawn,
    PrintProgress,
    Sent,
    chosen_pages,
    cups_options,
    lp_arguments,
    paper_chosen,
    prepare,
    print_pages,
    printing,
    sides,
)
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import sample_pack
from tests.packs.rendering import render
from tests.packs.test_tables import PACK as WIDE_PACK
from tests.packs.test_tables import table as wide_table
from tests.window.conftest import LONG
from tests.window.live.test_pages import message

Duplex = QPrinter.DuplexMode


@pytest.fixture
def printer(application: Application, tmp_path: Path) -> QPrinter:
    del application
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(150)
    return made


def ink(page: pymupdf.Page) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is printed, in points."""
    pixels = page.get_pixmap(dpi=72, colorspace="gray")
    dark = [
        (x, y)
        for y in range(pixels.height)
        for x in range(pixels.width)
        if pixels.pixel(x, y)[0] < 160
    ]
    xs, ys = [x for x, _ in dark], [y for _, y in dark]
    return min(xs), min(ys), max(xs), max(ys)


def printed(printer: QPrinter, pages: list[int], name: str, qtbot: QtBot) -> pymupdf.Document:
    found = message(sample_pack(name))
    prepare(printer, found, "Title", book=name != "programme")
    parent = QObject()
    job = Drawn(printer, found, pages, parent)
    with qtbot.waitSignal(job.finished, timeout=LONG) as ended:
        job.begin()
    assert ended.args == [""]
    return pymupdf.open(printer.outputFileName())


@pytest.mark.parametrize(("name", "pages"), [("delegates", [0, 2]), ("programme", [0])])
def test_pages_are_printed_in_their_size(
    printer: QPrinter, qtbot: QtBot, name: str, pages: list[int]
) -> None:
    paper = printed(printer, pages, name, qtbot)
    made = pymupdf.open(stream=sample_pack(name).pdf)
    assert len(paper) == len(pages)
    for page, original in zip(paper, pages, strict=True):
        assert abs(page.rect.width - made[original].rect.width) < 2
        assert abs(page.rect.height - made[original].rect.height) < 2
        assert all(
            abs(one - other) < 2 for one, other in zip(ink(page), ink(made[original]), strict=True)
        )


def test_a_page_on_its_side_is_turned_onto_the_paper(printer: QPrinter, qtbot: QtBot) -> None:
    made = render(wide_table(12), structs.replace(WIDE_PACK, languages=("hi", "en")))
    found = Rendered(1, made.pdf, made.pages, made.size, made.sides, (), tuple(made.turned))
    prepare(printer, found, "Title", book=False)
    parent = QObject()
    job = Drawn(printer, found, [2], parent)
    with qtbot.waitSignal(job.finished, timeout=LONG):
        job.begin()
    [page] = pymupdf.open(printer.outputFileName())
    assert abs(page.rect.width - made.size[0]) < 2
    left, top, right, bottom = ink(pymupdf.open(stream=made.pdf)[2])
    expected = made.size[0] - bottom, left, made.size[0] - top, right
    assert all(abs(one - other) < 3 for one, other in zip(ink(page), expected, strict=True))


def test_smaller_paper_gets_the_whole_page(printer: QPrinter, qtbot: QtBot) -> None:
    found = message(sample_pack("delegates"))
    prepare(printer, found, "Title", book=False)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    parent = QObject()
    job = Drawn(printer, found, [0], parent)
    with qtbot.waitSignal(job.finished, timeout=LONG):
        job.begin()
    [page] = pymupdf.open(printer.outputFileName())
    assert abs(page.rect.width - 420) < 2
    pixels = page.get_pixmap(dpi=20, colorspace="gray")
    rows = [
        y
        for y in range(pixels.height)
        if any(pixels.pixel(x, y)[0] < 200 for x in range(pixels.width))
    ]
    assert rows[-1] < pixels.height - 5, "nothing is cut off"


def test_a_book_is_printed_on_both_sides_and_a_sheet_is_not(printer: QPrinter) -> None:
    book = message(sample_pack("guests"))
    prepare(printer, book, "Title", book=True)
    assert sides(book, book=True) == Duplex.DuplexLongSide
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Portrait
    sheet = message(sample_pack("programme"))
    prepare(printer, sheet, "Title", book=False)
    assert sides(sheet, book=False) == Duplex.DuplexNone
    wide = sheet.size[0] > sheet.size[1]
    assert wide
    assert sides(structs.replace(sheet, pages=4), book=True) == Duplex.DuplexShortSide
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape


def test_the_pages_that_were_chosen_are_printed(printer: QPrinter) -> None:
    assert chosen_pages(printer, 4, 2) == [0, 1, 2, 3]
    ranges = QPageRanges()
    ranges.addRange(2, 3)
    printer.setPageRanges(ranges)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    assert chosen_pages(printer, 4, 2) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 4, 2) == [2, 1]
    printer.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert chosen_pages(printer, 4, 2) == [2]


def test_what_the_system_is_told(printer: QPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    prepare(printer, message(sample_pack("guests")), "Visit", book=True)
    monkeypatch.setattr(printer, "duplex", lambda: Duplex.DuplexLongSide)  # no file has two sides
    printer.setCopyCount(3)
    told = lp_arguments(printer, [1, 2, 5], 64)
    assert told[told.index("-n") + 1] == "3"
    assert told[told.index("-t") + 1] == "Visit"
    assert "sides=two-sided-long-edge" in told
    assert "media=A4" in told
    assert "print-scaling=none" in told
    assert told[told.index("-P") + 1] == "2,3,6"


def test_printing_is_cancelled(printer: QPrinter, qtbot: QtBot) -> None:
    found = message(sample_pack("guests"))
    prepare(printer, found, "Title", book=True)
    dialog = PrintProgress(None, printer, found, [*range(63)])  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    job = dialog._printing
    assert isinstance(job, Drawn)
    with qtbot.waitSignal(job.progress, timeout=LONG):
        pass
    dialog.reject()
    assert dialog.ended == ""
    assert not job._painter.isActive()


def test_a_file_of_all_pages_is_the_pdf_itself(printer: QPrinter, qtbot: QtBot) -> None:
    found = message(sample_pack("delegates"))
    prepare(printer, found, "Title", book=False)
    parent = QObject()
    job = printing(printer, found, [*range(found.pages)], parent)
    with qtbot.waitSignal(job.finished, timeout=LONG) as ended:
        job.begin()
    assert ended.args == [""]
    assert Path(printer.outputFileName()).read_bytes() == found.pdf
    assert isinstance(printing(printer, found, [1], parent), Drawn)


def test_what_the_dialog_chose_of_cups_is_told_too(
    printer: QPrinter, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepare(printer, message(sample_pack("guests")), "Visit", book=True)
    assert cups_options(printer) == []
    chosen = ["page-set", "odd", "number-up", "2"]

    class Engine:
        def property(self, key: QPrintEngine.PrintEnginePropertyKey) -> list[str]:
            assert key.value == 0xFE00
            return chosen

    monkeypatch.setattr(printer, "printEngine", Engine)
    told = lp_arguments(printer, [*range(64)], 64)
    assert told[-4:] == ["-o", "page-set=odd", "-o", "number-up=2"]


class FakeLp:
    """A program of this name before all others, that says something and ends with a code."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._file = folder / "lp"
        monkeypatch.setenv("PATH", str(folder), prepend=os.pathsep)

    def does(self, script: str) -> None:
        self._file.write_text(f"#!/bin/sh\n{script}\n")
        self._file.chmod(0o700)


@pytest.fixture
def lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeLp:
    return FakeLp(tmp_path, monkeypatch)


def sent(printer: QPrinter, qtbot: QtBot) -> str:
    """Why the system did not take the pages; empty where it did."""
    found = message(sample_pack("programme"))
    prepare(printer, found, "Title", book=False)
    parent = QObject()
    job = Sent(printer, found, [0], parent)
    with qtbot.waitSignal(job.finished, timeout=LONG) as ended:
        job.begin()
    return str(ended.args[0]) if ended.args else "?"


def test_why_the_system_refuses_is_said(printer: QPrinter, qtbot: QtBot, lp: FakeLp) -> None:
    lp.does('echo "/usr/bin/lp: Destination Laser is not accepting jobs." >&2; exit 1')
    assert (
        sent(printer, qtbot)
        == "The printer did not take it: Destination Laser is not accepting jobs."
    )
    lp.does("exit 1")
    assert sent(printer, qtbot) == "The printer did not take it."
    lp.does("exit 0")
    assert sent(printer, qtbot) == ""


def test_pages_that_wait_for_a_stopped_printer_are_told(
    printer: QPrinter, qtbot: QtBot, lp: FakeLp, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped:
        @staticmethod
        def printerInfo(_name: str) -> "Stopped":  # noqa: N802 - Qt's name
            return Stopped()

        def isNull(self) -> bool:  # noqa: N802 - Qt's name
            return False

        def state(self) -> QPrinter.PrinterState:
            return QPrinter.PrinterState.Error

    lp.does("exit 0")
    monkeypatch.setattr("lohum_brief.window.live.printing.QPrinterInfo", Stopped)
    monkeypatch.setattr(printer, "printerName", lambda: "Laser")
    assert (
        sent(printer, qtbot)
        == "The pages wait until the printer Laser goes on; it is stopped at the moment."
    )


def test_the_paper_stays_unless_somebody_chose_another(printer: QPrinter, qtbot: QtBot) -> None:
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    button = dialog.findChild(QPushButton, "properties")
    assert button is not None, "Qt's dialog has no such button any more"
    button.clicked.disconnect()
    chosen = paper_chosen(dialog)
    assert not chosen()
    inner = QDialog(dialog)
    inner.setResult(QDialog.DialogCode.Rejected.value)
    button.click()
    assert not chosen(), "looked at and given up"
    inner.setResult(QDialog.DialogCode.Accepted.value)
    button.click()
    assert chosen()


def test_a_printer_that_cannot_be_reached_is_told(
    printer: QPrinter, qtbot: QtBot, tmp_path: Path
) -> None:
    printer.setOutputFileName(str(tmp_path / "nowhere" / "printed.pdf"))
    found = message(sample_pack("programme"))
    prepare(printer, found, "Title", book=False)
    dialog = PrintProgress(None, printer, found, [0])  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.ended is not None, timeout=LONG)
    assert dialog.ended
    assert dialog.said.text() == dialog.ended


def test_the_shown_pack_is_printed_as_the_dialog_says(
    window: VisitWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, int]] = []

    def accept(dialog: QPrintDialog) -> bool:
        asked.append((dialog.minPage(), dialog.maxPage()))
        chosen = dialog.printer()
        chosen.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        chosen.setOutputFileName(str(tmp_path / "shown.pdf"))
        chosen.setResolution(72)
        chosen.setPrintRange(QPrinter.PrintRange.CurrentPage)
        return True

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    monkeypatch.setattr(
        PrintProgress,
        "exec",
        lambda self: qtbot.waitUntil(lambda: self.ended is not None, timeout=LONG),
    )
    window.menus.actions_by_name["Print…"].trigger()
    qtbot.waitUntil((tmp_path / "shown.pdf").exists, timeout=LONG)
    assert asked == [(1, window.preview.pages.count)]
    assert len(pymupdf.open(tmp_path / "shown.pdf")) == 1


@pytest.mark.parametrize("sends", [True, False])
def test_what_is_printed_is_noted_by_its_mark(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, *, sends: bool
) -> None:
    place().unlink(missing_ok=True)
    monkeypatch.setattr(printing_module, "ask_and_print", lambda *_, **__: sends)
    shown: list[Rendered] = []
    window.preview.when_current(shown.append)
    qtbot.waitUntil(lambda: bool(shown), timeout=LONG)
    pack = window.preview.pack()
    assert pack is not None
    assert shown[0].mark == mark(window.session.visit, pack, {})
    print_pages(window, shown[0])
    assert [one.pack for one in recall(shown[0].mark)] == ([pack.id] if sends else [])
