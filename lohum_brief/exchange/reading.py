"""From a file, or pasted cells, to sheets; what a file is, its content says and not its name."""

from pathlib import Path
from typing import Final

from lohum_brief.errors import UsageError
from lohum_brief.exchange.delimited import read_delimited
from lohum_brief.exchange.sheets import BIGGEST, Sheet, TableFileError
from lohum_brief.exchange.workbooks import is_workbook, read_workbook
from lohum_brief.language.catalogue import say

_WORKBOOK_NAMES: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})


def read_table(
    path: Path, *, sheet: str | None = None, encoding: str | None = None, delimiter: str = "", hidden: bool = False
) -> list[Sheet]:
    """All sheets of a workbook that are shown, with `hidden` also the others, or the one sheet of a text.

    Raises TableFileError, or UsageError for a sheet.
    """
    with path.open("rb") as file:
        data = file.read(BIGGEST + 1)
    if is_workbook(data[:8]):
        return read_workbook(path, sheet, hidden=hidden)
    if sheet is not None:
        raise UsageError(say("{file} is no workbook and has no sheets.", file=path.name))
    if _is_web_page(data):
        raise TableFileError(
            say(
                "{file}: it is a web page, whatever its name says; open it in a spreadsheet program and save it as XLSX.",
                file=path.name,
            )
        )
    found = read_delimited(data, path.name, encoding=encoding, delimiter=delimiter)
    if path.suffix.lower() in _WORKBOOK_NAMES:
        note = say("{file} is no workbook but text; it is read as such.", file=path.name)
        found = found._replace(notes=(note, *found.notes))
    return [found]


def read_pasted(data: bytes, *, encoding: str | None = None, delimiter: str = "") -> list[Sheet]:
    """The cells of a clipboard: text, parted by tabs."""
    return [read_delimited(data, say("standard input"), encoding=encoding, delimiter=delimiter, pasted=True)]


def _is_web_page(data: bytes) -> bool:
    head = data[:2000].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return head.startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"mime-version"))
