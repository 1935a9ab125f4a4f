"""CSV, TSV and pasted cells: text in which one character parts the cells."""

import csv
import io
import re
from collections import Counter
from itertools import islice
from typing import Final

from lohum_brief.exchange.encodings import SHOWN, decode
from lohum_brief.exchange.sheets import (
    BIGGEST,
    LONGEST_CELL,
    Sheet,
    TableFileError,
    cell_name,
    overlong,
    refuse_oversize,
)
from lohum_brief.message import Message, Value, msg

DELIMITERS: Final = ",;\t|"
_PROBE: Final = 50
"""Rows by which the delimiter is judged."""

SHOWN_DELIMITERS: Final = {",": ",", ";": ";", "\t": "TAB", "|": "|"}


def _told(encoding: str, delimiter: str) -> Message:
    return msg(
        "The encoding is {encoding}, the delimiter “{delimiter}”.",
        encoding=SHOWN.get(encoding, encoding),
        delimiter=SHOWN_DELIMITERS[delimiter],
    )


def _without_end(rows: list[list[str]]) -> list[list[str]]:
    """Return rows without the empty ones behind the last."""
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def read_delimited(
    data: bytes,
    file: Value,
    *,
    encoding: str | None = None,
    delimiter: str = "",
    pasted: bool = False,
) -> Sheet:
    """Read a whole text; what is not said of it is found out. Raises TableFileError, which names
    the line.
    """
    if len(data) > BIGGEST:
        raise TableFileError(
            msg("{file}: it is larger than {limit} MB.", file=file, limit=BIGGEST // 1_000_000)
        )
    text, name = decode(data, file, encoding)
    delimiter = delimiter or (_pasted_delimiter(text) if pasted else _delimiter(text))
    rows = _pasted(text, file) if pasted and delimiter == "\t" else _rows(text, delimiter, file)
    rows = _without_end(rows)
    if not any("".join(row).strip() for row in rows):
        raise TableFileError(msg("{file}: it is empty.", file=file))
    refuse_oversize(file, "", len(rows), max(map(len, rows), default=0))
    if place := overlong(rows):
        raise _too_long(file, cell_name(place))
    return Sheet(
        "", rows, notes=(_told(name, delimiter),), escaped=True, encoding=name, delimiter=delimiter
    )


def _pasted_delimiter(text: str) -> str:
    """Tabs, as programs copy cells, except where what is pasted is the text of a CSV."""
    return "\t" if "\t" in text or not _is_csv(text) else _delimiter(text)


def _delimiter(text: str) -> str:
    """The character that gives the most rows of one and the same length, and then the longest
    ones.
    """

    def judge(delimiter: str) -> tuple[float, int]:
        try:
            rows = [
                row
                for row in islice(
                    csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _PROBE
                )
                if any(row)
            ]
        except csv.Error:
            return 0.0, 0
        length, count = Counter(map(len, rows)).most_common(1)[0] if rows else (1, 0)
        return (count / len(rows), length) if length > 1 else (0.0, 0)

    best = max(DELIMITERS, key=judge)
    if judge(best)[1] > 1:
        return best
    # Where no two rows agree, what stands most often; a table of one column has none.
    return max(DELIMITERS, key=text[:10_000].count)


def _rows(text: str, delimiter: str, file: Value) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    line = 1
    try:
        for row in reader:
            rows.append(row)
            line = reader.line_num + 1
    except csv.Error as error:
        if "field larger" in str(error):
            raise _too_long(file, msg("line {line}", line=line)) from None
        raise TableFileError(
            msg(
                "{file}: a quotation mark in the row that begins at line {line} is not closed, "
                "or text follows where it is.",
                file=file,
                line=line,
            )
        ) from None
    return rows


def _is_csv(text: str) -> bool:
    """Whether the quotation marks of a text are those of CSV."""
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True):
            pass
    except csv.Error:
        return False
    return True


_PASTED: Final = re.compile(r'"((?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|[^\t\r\n]*')


def _pasted(text: str, file: Value) -> list[list[str]]:
    """Cells as a spreadsheet puts them on the clipboard: only those that hold tabs or line ends are
    in quotation marks.

    All others stand as they are, also where they begin with a quotation mark. Doubled marks show
    that a text follows the rules of CSV.
    """
    rows: list[list[str]] = []
    row: list[str] = []
    at = 0
    while at <= len(text):
        cell = _PASTED.match(text, at)
        if cell is None:
            break
        quoted = cell[1]
        if quoted is not None and not re.search('[\t\r\n]|""', quoted):
            quoted = None
        row.append(cell[0] if quoted is None else quoted.replace('""', '"'))
        if len(row[-1]) > LONGEST_CELL:
            raise _too_long(file, cell_name((len(rows), len(row) - 1)))
        at = cell.end()
        if text[at : at + 1] == "\t":
            at += 1
            continue
        rows.append(row)
        row = []
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            break
    return rows


def _too_long(file: Value, where: Value) -> TableFileError:
    return TableFileError(
        msg(
            "{file}, {where}: a cell has more than {limit} characters.",
            file=file,
            where=where,
            limit=LONGEST_CELL,
        )
    )
