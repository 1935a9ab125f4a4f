"""From a file, or pasted cells, to sheets; what a file is, its content says and not its name."""

from pathlib import Path
from typing import Final

from lohum_brief.errors import UsageError
from lohum_brief.exchange.delimited import read_delimited
from lohum_brief.exchange.sheets import BIGGEST, Sheet, TableFileError
from lohum_brief.exchange.workbooks import is_workbook, read_workbook
from lohum_brief.message import Message, msg

_WORKBOOK_NAMES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


def read_table(
    path: Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    delimiter: str = "",
    hidden: bool = False,
) -> list[Sheet]:
    """All sheets of a workbook that are shown, with `hidden` also the others, or the one sheet of a
    text.

    Raises TableFileError, or UsageError for a sheet.
    """
    with path.open("rb") as file:
        data = file.read(BIGGEST + 1)
    if is_workbook(data[:8]):
        return read_workbook(path, sheet, hidden=hidden)
    if sheet is not None:
        raise UsageError(msg("{file} is no workbook and has no sheets.", file=path.name))
    if why := _old_workbook(data, path.name):
        raise TableFileError(why)
    if _is_web_page(data):
        raise TableFileError(
            msg(
                "{file}: it is a web page, whatever its name says; open it in a spreadsheet "
                "program and save it as XLSX.",
                file=path.name,
            )
        )
    found = read_delimited(data, path.name, encoding=encoding, delimiter=delimiter)
    if path.suffix.lower() in _WORKBOOK_NAMES:
        note = msg("{file} is no workbook but text; it is read as such.", file=path.name)
        found = found._replace(notes=(note, *found.notes))
    return [found]


def read_pasted(data: bytes, *, encoding: str | None = None, delimiter: str = "") -> list[Sheet]:
    """The cells of a clipboard: text, parted by tabs."""
    return [
        read_delimited(
            data, msg("standard input"), encoding=encoding, delimiter=delimiter, pasted=True
        )
    ]


_BEGINNINGS: Final = (
    b"\x09\x00\x04\x00",
    b"\x09\x02\x06\x00",
    b"\x09\x04\x06\x00",
    b"\x09\x08\x06\x00",
    b"\x09\x08\x08\x00",
)
"""The first record of a workbook from before files had parts."""


def _old_workbook(data: bytes, file: str) -> Message | None:
    """Why a workbook that is neither packed nor in parts is not read; None where the file is
    none.
    """
    head = data[:2000].lower()
    if data.startswith(_BEGINNINGS):
        return msg(
            "{file}: it is a workbook of a very old Excel; open it in a spreadsheet program and "
            "save it as XLSX.",
            file=file,
        )
    if b"schemas-microsoft-com:office:spreadsheet" in head:
        return msg(
            "{file}: it is a workbook in the XML of Excel 2003; open it in a spreadsheet program "
            "and save it as XLSX.",
            file=file,
        )
    if b"opendocument:xmlns:office" in head and b"spreadsheet" in head:
        return msg(
            "{file}: it is a flat OpenDocument spreadsheet; open it in a spreadsheet program and "
            "save it as ODS or XLSX.",
            file=file,
        )
    return None


def _is_web_page(data: bytes) -> bool:
    head = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"mime-version"))
