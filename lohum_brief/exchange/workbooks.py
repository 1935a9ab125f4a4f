"""XLSX, XLS and ODS, read by calamine in a child process: whatever a file does to its reader, the
program goes on.

What a workbook may be is checked on its zip directory before anything is unpacked. The child has
limits on memory and time; where the system has none to offer (Windows), the time is limited from
here and the size by the zip's own.
"""

import datetime as dt
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NoReturn

import msgspec

from lohum_brief.errors import UsageError
from lohum_brief.exchange import scanning
from lohum_brief.exchange.sheets import (
    BIGGEST,
    Cell,
    Place,
    Sheet,
    Shown,
    TableFileError,
    cell_name,
    column_letters,
    overlong,
    refuse_oversize,
)
from lohum_brief.exchange.workbook_answer import SECONDS, Answer, Sent, SheetRead
from lohum_brief.message import Message, Value, listed, msg, msg_n
from lohum_brief.processes import own
from lohum_brief.visit.explaining import legible

MOST_MEMBERS: Final = 1_000
MOST_RATIO: Final = 100
_HARMLESS: Final = 1_000_000
"""Bytes unpacked below which nobody minds how well they were packed."""

_SHOWN: Final = 10
"""Rows or cells that are said one by one."""

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def is_workbook(head: bytes) -> bool:
    """Whether a file that begins so is a workbook, or at least packed like one."""
    return head.startswith((b"PK", _OLE))


def _answer(path: Path, wanted: str, file: str) -> Answer:
    """Return what is read of a workbook. Raises TableFileError, UsageError as below."""
    answer = _ask(path, wanted)
    if answer.trouble:
        _explain(answer, file)
    if wanted:
        _refuse_unknown(wanted, [sheet.name for sheet in answer.sheets], file)
    return answer


def read_workbook(path: Path, wanted: str | None = None, *, hidden: bool = False) -> list[Sheet]:
    """The visible sheets that have cells, with `hidden` the others too, behind them; or the one
    that is wanted.

    Raises TableFileError, or UsageError for its name.
    """
    file = path.name
    _refuse_unfit(path, file)
    answer = _answer(path, wanted or "", file)
    old = _begins(path).startswith(_OLE)
    filled = list(filter(_has_cells, answer.sheets))
    read, apart = (filled, []) if wanted else _by_sight(filled)
    if not (read or (hidden and apart)):
        raise _empty(file, old=old)
    notes = (_not_read(apart),) if apart else ()
    found = [_sheet(sheet, file, notes, old=old) for sheet in read]
    return found + [_sheet(sheet, file, (), old=old) for sheet in (apart if hidden else ())]


def _by_sight(sheets: Sequence[SheetRead]) -> tuple[list[SheetRead], list[SheetRead]]:
    """The sheets that are seen, and those that are hidden."""
    return [one for one in sheets if not one.hidden], [one for one in sheets if one.hidden]


def _refuse_unknown(wanted: str, names: Sequence[str], file: str) -> None:
    if wanted not in names:
        raise UsageError(
            msg(
                "{file} has no sheet {name}; it has: {names}.",
                file=file,
                name=legible(wanted),
                names=listed(map(legible, names)),
            )
        )


def _has_cells(sheet: SheetRead) -> bool:
    return any(cell != "" for row in sheet.rows for cell in row)


def _not_read(sheets: Sequence[SheetRead]) -> Message:
    names = listed(sheet.name for sheet in sheets)
    return msg("Hidden sheets are not read: {names}.", names=names)


def _empty(file: str, *, old: bool) -> TableFileError:
    if not old:
        return TableFileError(msg("{file}: it is empty.", file=file))
    return TableFileError(
        msg(
            "{file}: no cells are found in this old workbook; if it has any, open it in a "
            "spreadsheet program and save it as "
            "XLSX.",
            file=file,
        )
    )


def _begins(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(8)


def _refuse_unfit(path: Path, file: str) -> None:
    if path.stat().st_size > BIGGEST:
        raise TableFileError(
            msg("{file}: it is larger than {limit} MB.", file=file, limit=BIGGEST // 1_000_000)
        )
    if _begins(path).startswith(_OLE):
        _refuse_compound(path.read_bytes(), file)
        return
    try:
        with zipfile.ZipFile(path) as book:
            members = book.infolist()
            locked = _is_locked(book)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError):
        raise TableFileError(
            msg("{file}: its end is missing or it is damaged; copy or save it again.", file=file)
        ) from None
    if locked:
        raise _locked(file)
    names = {member.filename.lower() for member in members}
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        raise _no_workbook(file)
    if any(member.flag_bits & 1 for member in members):
        raise _locked(file)
    _refuse_bomb(members, file)


def _refuse_bomb(members: Sequence[zipfile.ZipInfo], file: str) -> None:
    """Raise TableFileError for an archive that unpacks to more than any table needs."""
    size = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    swollen = size > _HARMLESS and size > MOST_RATIO * packed
    if len(members) > MOST_MEMBERS or size > BIGGEST or swollen:
        raise TableFileError(
            msg(
                "{file}: it unpacks to {size} MB in {count} parts, which no table needs; it is "
                "not opened.",
                file=file,
                size=-(-size // 1_000_000),
                count=len(members),
            )
        )


def _is_locked(book: zipfile.ZipFile) -> bool:
    """Whether the parts of an OpenDocument file are encrypted: its manifest, which never is, says
    so.
    """
    for member in book.infolist():
        if member.filename.lower() == "meta-inf/manifest.xml" and not member.flag_bits & 1:
            with book.open(member) as manifest:
                return b"encryption-data" in manifest.read(_HARMLESS)
    return False


def _refuse_compound(data: bytes, file: str) -> None:
    """An OLE file may be an XLS, a locked XLSX, or any other thing of its time."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise _locked(file)
    if not any(f"{name}\0".encode("utf-16-le") in data for name in ("Workbook", "Book")):
        raise _no_workbook(file)


def _locked(file: str) -> TableFileError:
    return TableFileError(
        msg("{file}: it is locked with a password; save it without one.", file=file)
    )


def _no_workbook(file: str) -> TableFileError:
    return TableFileError(
        msg(
            "{file}: it is no workbook that can be read; save the table as XLSX, ODS or CSV.",
            file=file,
        )
    )


def _ask(path: Path, wanted: str) -> Answer:
    """Let a child read the file."""
    try:
        ran = subprocess.run(
            own("--read-workbook", str(path), wanted),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer(trouble="time")
    if ran.returncode:
        return Answer(trouble="memory")
    return msgspec.msgpack.decode(ran.stdout, type=Answer)


def _explain(answer: Answer, file: str) -> NoReturn:
    match answer.trouble, answer.details:
        case "oversize", (sheet, rows, columns):
            refuse_oversize(file, sheet, int(rows), int(columns))
        case "password", _:
            raise _locked(file)
        case "xml", (where,):
            raise _damaged(file, msg("its XML cannot be read: {where}", where=legible(where)))
        case "long", (sheet, row, column):
            raise _too_long(file, cell_name((int(row), int(column)), sheet))
        case (("memory" | "time"), _):
            raise TableFileError(
                msg(
                    "{file}: reading it takes more memory or time than a table may; save only "
                    "the table, in a new file.",
                    file=file,
                )
            )
        case _, details:
            raise _damaged(file, _known(" ".join(details)))
    raise _damaged(file, answer.trouble)


def _damaged(file: str, why: Value) -> TableFileError:
    return TableFileError(
        msg(
            "{file}: it is damaged ({why}); open it in a spreadsheet program and save it again.",
            file=file,
            why=why,
        )
    )


def _known(text: str) -> Value:
    """What calamine says, as far as it is known, in the words of the program."""
    if "string index" in text:
        return msg("a cell names a text that is not in it")
    return legible(text.rstrip("."), 200) or msg("no reason is given")


def _sheet(sheet: SheetRead, file: str, notes: tuple[Value, ...], *, old: bool) -> Sheet:
    """Return a sheet as it is imported. Raises TableFileError for a cell that is too long."""
    rows: list[list[Cell]] = [[_cell(cell) for cell in row] for row in sheet.rows]
    _show_numbers(rows, sheet)
    # What is at fault may stand below all that has a value.
    rows += [
        [] for _ in range(max((place[0] + 1 for place, _ in sheet.faults), default=0) - len(rows))
    ]
    if place := overlong(rows):
        raise _too_long(file, cell_name(place, sheet.name))
    return Sheet(
        sheet.name,
        rows,
        {place: _fault(*fault) for place, fault in sheet.faults},
        frozenset(sheet.legacy),
        (*notes, *_notes(sheet), *(_of_old(sheet) if old else ())),
        dict(sheet.comments),
        hidden=sheet.hidden,
    )


def _show_numbers(rows: list[list[Cell]], sheet: SheetRead) -> None:
    """Let cells that show more than their number say both."""
    for (row, column), (text, number) in sheet.shown:
        if row < len(rows) and column < len(rows[row]):
            held = rows[row][column]
            if isinstance(held, float):
                rows[row][column] = Shown.of(text, number, held)


def _notes(sheet: SheetRead) -> Iterator[Message]:
    """Yield what of a sheet is read otherwise than it looks."""
    if sheet.hidden_rows:
        yield msg_n(
            "{count} hidden row is read too.",
            "{count} hidden rows are read too.",
            sheet.hidden_rows,
        )
    if sheet.hidden_columns:
        yield msg_n(
            "{count} hidden column is read as the others are: {columns}.",
            "{count} hidden columns are read as the others are: {columns}.",
            len(sheet.hidden_columns),
            columns=listed(column_letters(column) for column in sheet.hidden_columns),
        )
    if sheet.filled:
        yield msg_n(
            "{count} merged cell has the value of the first one.",
            "{count} merged cells have the value of the first one.",
            sheet.filled,
        )
    yield from _struck(sheet.struck)


def _of_old(sheet: SheetRead) -> Iterator[Message]:
    """Yield what an .xls does not tell."""
    yield msg("An .xls does not tell which formulas failed: their cells are read as empty.")
    yield msg(
        "Nor does it tell comments, what is struck through or raised, and currencies, units "
        "and leading zeros that only the format of a number shows. If it has any, save it as "
        "XLSX."
    )
    if any(_is_first_of_month(cell) for row in sheet.rows for cell in row):
        yield msg(
            "An .xls does not tell how dates are shown: a first of the month may be "
            "meant for the whole month."
        )


def _is_first_of_month(cell: Sent) -> bool:
    return isinstance(cell, tuple) and cell[0] in ("date", "datetime") and cell[1][8:10] == "01"


def _struck(cells: Sequence[tuple[Place, str]]) -> Iterator[Message]:
    """What is struck through, row by row."""
    rows: dict[int, list[str]] = {}
    for (row, _), text in sorted(cells):
        rows.setdefault(row, []).append(text)
    for row, texts in list(rows.items())[:_SHOWN]:
        yield msg(
            "Row {row}: what is struck through is left out: “{text}”.",
            row=row + 1,
            text=legible(" | ".join(texts), 80),
        )
    if (more := len(rows) - _SHOWN) > 0:
        yield msg_n("and {count} more", "and {count} more", more)


def _too_long(file: str, where: Value) -> TableFileError:
    return TableFileError(
        msg(
            "{file}, {where}: a cell is longer than a spreadsheet can hold.", file=file, where=where
        )
    )


def _cell(sent: object) -> Cell:
    match sent:
        case str() | float() | bool():
            return sent
        case ("date", str(text)):
            return dt.date.fromisoformat(text)
        case ("datetime", str(text)):
            return dt.datetime.fromisoformat(text)
        case (_, str(text)):
            return dt.time.fromisoformat(text)
    raise AssertionError(sent)


def _fault(word: str, detail: str) -> Message:
    return {
        scanning.ERROR: msg("the cell shows the error {error}", error=detail),
        scanning.NO_VALUE: msg(
            "the formula has no value; open the file in a spreadsheet program and save it"
        ),
        scanning.NO_TEXT: msg("the cell names a text that is not in the file"),
        scanning.TWICE: msg("the file has this cell twice"),
        scanning.NOT_A_NUMBER: msg("{number} is no number that can be stored", number=detail),
    }[word]
