"""Reads a workbook in a process of its own, which a hostile file may bring down: `workbooks` starts
it.

It writes one MessagePack value to standard output: the sheets, or what is wrong with the file.
"""

import datetime as dt
import io
import sys
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final
from zipfile import ZIP_STORED, ZipFile

import msgspec
import python_calamine

from lohum_brief.exchange import ods, scanning, xlsx
from lohum_brief.exchange.number_formats import Part, as_shown
from lohum_brief.exchange.sheets import MOST_COLUMNS, MOST_ROWS, Place
from lohum_brief.exchange.workbook_answer import SECONDS, Answer, Sent, SheetRead

MEMORY: Final = 2_000_000_000
"""Bytes of addresses; a workbook at the limits takes about half of it."""


_UNSCANNED: Final = scanning.Found(0, 0, {}, frozenset(), frozenset(), 0)
"""What is known of the sheets of an XLS, whose records are not read."""


class _OversizeError(Exception):
    pass


def main(path: str, wanted: str) -> None:
    """Read the file; `wanted` is the one sheet to read, or empty."""
    _limit()
    sys.stdout.buffer.write(msgspec.msgpack.encode(_answer(path, wanted)))


def _limit() -> None:
    """Where the system knows no limits (Windows), those on the packed file and the parent's clock
    are what there is.
    """
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )


def _answer(path: str, wanted: str) -> Answer:
    try:
        return Answer(_read(path, wanted))
    except _OversizeError as error:
        return Answer(trouble="oversize", details=tuple(map(str, error.args)))
    except python_calamine.PasswordError:
        return Answer(trouble="password")
    except scanning.BadXmlError as error:
        return Answer(trouble="xml", details=(str(error),))
    except scanning.LongCellError as error:
        return Answer(trouble="long", details=tuple(map(str, error.args)))
    except (MemoryError, scanning.MuchTextError):
        return Answer(trouble="memory")
    except BaseException as error:  # noqa: BLE001 - a panic of calamine is no Exception; whatever it is, the file is at fault
        return Answer(trouble="damaged", details=(str(error),))


def _read(path: str, wanted: str) -> list[SheetRead]:
    scans, mended = _scan(path)
    for name, scan in scans.items():
        if scan.rows > MOST_ROWS or scan.columns > MOST_COLUMNS:
            raise _OversizeError(name, scan.rows, scan.columns)
    opened = python_calamine.CalamineWorkbook
    with opened.from_path(path) if mended is None else opened.from_filelike(mended) as book:
        tables = [
            meta
            for meta in book.sheets_metadata
            if meta.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
        return [
            _sheet(book, meta, scans.get(meta.name))
            if wanted in ("", meta.name)
            else SheetRead(meta.name, meta.visible != python_calamine.SheetVisibleEnum.Visible)
            for meta in tables
        ]


def _scan(path: str) -> tuple[Mapping[str, scanning.Found], io.BytesIO | None]:
    """What the sheets hold, and the workbook as calamine can read it, where that is not as it
    is.
    """
    with open(path, "rb") as file:
        if file.read(2) != b"PK":
            return {}, None  # an XLS, whose records have no such parts
        with ZipFile(file) as book:
            names = {name.lower() for name in book.namelist()}
            if "xl/workbook.xml" in names:
                found = xlsx.sheets(book)
                return found.sheets, _rewritten(book, found.mended) if found.mended else None
            return ods.sheets(book.read("content.xml")), None


def _rewritten(book: ZipFile, parts: Mapping[str, bytes]) -> io.BytesIO:
    """A copy of a workbook in memory with some of its parts exchanged."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as copy:
        for name in book.namelist():
            if name in parts or name.lower().endswith((".xml", ".rels")):
                copy.writestr(name, parts[name] if name in parts else book.read(name))
    out.seek(0)
    return out


def _crossed(rows: Sequence[Sequence[Any]], struck: Iterable[tuple[Place, Any]]) -> set[int]:
    """The rows that are struck through whole; a merged cell goes on for none of them."""
    return {row for (row, _), _ in struck if not any(cell != "" for cell in rows[row])}


def _sheet(
    book: python_calamine.CalamineWorkbook,
    meta: python_calamine.SheetMetadata,
    scan: scanning.Found | None,
) -> SheetRead:
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.end and (sheet.end[0] >= MOST_ROWS or sheet.end[1] >= MOST_COLUMNS):
        raise _OversizeError(meta.name, sheet.end[0] + 1, sheet.end[1] + 1)
    scan = scan or _UNSCANNED
    rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
    _empty_textless(rows, scan)
    struck = list(_without_struck(rows, scan))
    crossed = _crossed(rows, struck)
    merged = tuple(scan.merged or sheet.merged_cell_ranges or ())
    filled = sum(_fill(rows, *merge, crossed) for merge in merged)
    scan = _spread(scan, merged)
    return SheetRead(
        meta.name,
        meta.visible != python_calamine.SheetVisibleEnum.Visible,
        _all_sent(rows, scan),
        tuple(scan.faults.items()),
        tuple(scan.legacy),
        scan.hidden,
        scan.hidden_columns,
        filled,
        struck,
        tuple(scan.shown.items()),
        tuple(scan.comments.items()),
    )


def _spread(scan: scanning.Found, merged: Iterable[tuple[Place, Place]]) -> scanning.Found:
    """What the format of a merged cell shows is shown of the cells below it, which have its
    value.
    """
    percents, signed = set(scan.percents), set(scan.signed)
    parts, shown = dict(scan.parts), dict(scan.shown)
    for (top, column), (bottom, _) in merged:
        first = top, column
        below = [(row, column) for row in range(top + 1, bottom + 1)]
        percents.update(below if first in percents else ())
        signed.update(below if first in signed else ())
        parts |= dict.fromkeys(below, parts[first]) if first in parts else {}
        shown |= dict.fromkeys(below, shown[first]) if first in shown else {}
    return scan._replace(
        percents=frozenset(percents), signed=frozenset(signed), parts=parts, shown=shown
    )


def _empty_textless(rows: list[list[Any]], scan: scanning.Found) -> None:
    """Empty the cells that name no text: calamine takes the last text for one before the first."""
    for (i, j), (fault, _) in scan.faults.items():
        if fault == scanning.NO_TEXT and i < len(rows) and j < len(rows[i]):
            rows[i][j] = ""


def _all_sent(rows: Sequence[Sequence[Any]], scan: scanning.Found) -> list[list[Sent]]:
    percents = dict.fromkeys(scan.percents, 100) | dict.fromkeys(scan.signed, 1)
    ready = (str,) if percents or scan.parts else (str, float)
    return [
        [
            cell
            if type(cell) in ready
            else _sent(cell, percent=percents.get((i, j), 0), part=scan.parts.get((i, j)))
            for j, cell in enumerate(row)
        ]
        for i, row in enumerate(rows)
    ]


def _without_struck(rows: list[list[Any]], scan: scanning.Found) -> Iterator[tuple[Place, str]]:
    """Take what is struck through out of the cells, and give it back; what is left of a cell is
    what somebody reads.
    """
    for (i, j), (live, gone) in scan.texts.items():
        if i < len(rows) and j < len(rows[i]):
            rows[i][j] = live
            if gone.strip():
                yield (i, j), gone.strip()[:100]
    for i, j in sorted(scan.struck):
        if i < len(rows) and j < len(rows[i]) and rows[i][j] != "":
            value = rows[i][j]
            yield (i, j), format(value, ".15g") if isinstance(value, float) else str(value)[:100]
            rows[i][j] = ""


def _fill(rows: list[list[Any]], first: Place, last: Place, without: Container[int] = ()) -> int:
    """Give the cells below a merged one its value: somebody merged the ministry over its five
    delegates.
    """
    (top, column), bottom = first, min(last[0], len(rows) - 1)
    if top >= len(rows) or column >= len(rows[top]) or rows[top][column] == "":
        return 0
    below = [row for row in range(top + 1, bottom + 1) if row not in without]
    for row in below:
        rows[row][column] = rows[top][column]
    return len(below)


def _sent(cell: object, *, percent: int, part: tuple[Part, bool] | None) -> Sent:
    match cell:
        case bool():
            return cell
        case int() | float():
            return f"{format(cell * percent, '.15g')}%" if percent else float(cell)
        case dt.date() if part:  # a day that nobody sees is a day that nobody wrote
            return as_shown(cell, part[0], year_first=part[1])
        case dt.datetime():
            return "datetime", cell.isoformat()
        case dt.date():
            return "date", cell.isoformat()
        case dt.time():
            return "time", cell.isoformat()
        case dt.timedelta():
            minutes, seconds = divmod(round(cell.total_seconds()), 60)
            return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
    return str(cell)
