"""Records as a table: XLSX or CSV that a person can work with and `importing` reads back without
loss.

The heading has the paths of the fields. No text is ever a formula: XLSX says that it is text, CSV
has an apostrophe in front of what a spreadsheet would calculate, and reading takes it away.
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from lohum_brief.errors import UsageError
from lohum_brief.exchange import grids
from lohum_brief.exchange.cells import escaped, exact_number
from lohum_brief.exchange.fields import BY_LANGUAGE, ORDINAL, Column, Out, flatten, used
from lohum_brief.exchange.sheets import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS
from lohum_brief.message import msg
from lohum_brief.visit.records import Record, Table
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_EARLIEST: Final = dt.date(1900, 3, 1)
"""Before it, spreadsheets count a day that never was."""
_TWO_ESCAPES: Final = re.compile("_x[0-9A-Fa-f]{4}(?=_x[0-9A-Fa-f]{4}_)")
_TYPES: Final = {"text": "@", "date": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm:ss"}


def as_table(visit: Visit, kind: type[Record], suffix: str) -> bytes:
    """The records of a kind as a file; `suffix` is .xlsx or .csv. Raises UsageError for what a
    table cannot hold.
    """
    writer = _WRITERS.get(suffix.lower())
    if writer is None:
        raise UsageError(
            msg("A table is written as .xlsx or .csv, not as “{suffix}”.", suffix=suffix)
        )
    records = visit.of(kind)
    columns = used(kind, records)
    heading = _heading(kind, columns, records)
    return writer(heading, _rows(records, columns), {column.path: column for column in columns})


def as_clipping(records: Sequence[Record], kind: type[Record]) -> str:
    """Records as the cells that spreadsheets take from a clipboard, parted by tabs. Raises
    UsageError as `as_table`.
    """
    columns = used(kind, records)
    return _delimited(_heading(kind, columns, records), _rows(records, columns), "\t")


def _heading(kind: type[Record], columns: Sequence[Column], records: Sequence[Record]) -> list[str]:
    heading = [column.path for column in columns]
    if kind is Table:
        heading += _columns_of_grids(record for record in records if isinstance(record, Table))
    elif many := [at for at, column in enumerate(columns) if column.many]:
        heading.insert(many[0], ORDINAL)
    if len(heading) > MOST_COLUMNS:
        raise UsageError(
            msg(
                "A table of more than {count} columns could not be read back; shorten the widest "
                "record.",
                count=MOST_COLUMNS,
            )
        )
    return heading


def _columns_of_grids(tables: Iterable[Table]) -> list[str]:
    names = {name for table in tables for row in grids.rows(table) for name in row}
    return sorted(names, key=_place_in_grid)


def _place_in_grid(name: str) -> tuple[object, ...]:
    return name != grids.ROW, name != grids.CELLS, grids.order(name)


def _rows(records: Sequence[Record], columns: Sequence[Column]) -> Iterator[dict[str, Out]]:
    count = 0
    for record in records:
        for row in flatten(record, columns):
            count += 1
            if count >= MOST_ROWS:
                raise UsageError(
                    msg(
                        "A table of more than {count} rows could not be read back.", count=MOST_ROWS
                    )
                )
            for path, value in row.items():
                if isinstance(value, str) and len(value) > LONGEST_CELL:
                    raise UsageError(
                        msg(
                            "{id}: {field} is longer than the {count} characters that a cell can "
                            "hold.",
                            id=record.id,
                            field=path,
                            count=LONGEST_CELL,
                        )
                    )
            yield row


def _csv(
    heading: Sequence[str], rows: Iterator[dict[str, Out]], _columns: dict[str, Column]
) -> bytes:
    return _delimited(heading, rows, ",").encode("utf-8-sig")


def _delimited(heading: Sequence[str], rows: Iterator[dict[str, Out]], delimiter: str) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerow(heading)
    for row in rows:
        writer.writerow([_csv_cell(row.get(path, "")) for path in heading])
    return out.getvalue()


def _csv_cell(value: Out) -> str:
    match value:
        case str():
            return escaped(value)
        case bool():
            return "true" if value else "false"
        case dt.datetime() | dt.date():
            return value.isoformat()
    return str(value)


def _xlsx(
    heading: Sequence[str], rows: Iterator[dict[str, Out]], columns: dict[str, Column]
) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        # Equal records give equal bytes.
        book.set_properties({"created": dt.datetime(2000, 1, 1, tzinfo=dt.UTC)})
        sheet = book.add_worksheet()
        formats = {
            name: book.add_format({"num_format": form, "valign": "top"})
            for name, form in _TYPES.items()
        }
        head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        for j, path in enumerate(heading):
            sheet.set_column(j, j, _width(columns.get(path)))
            sheet.write_string(0, j, path, head)
        sheet.freeze_panes(1, 1)
        for i, row in enumerate(rows, 1):
            for j, path in enumerate(heading):
                _write(sheet, (i, j), row.get(path, ""), path, formats)
    return out.getvalue()


def _write(
    sheet: "Worksheet", at: tuple[int, int], value: Out, path: str, formats: Mapping[str, "Format"]
) -> None:
    """Write one cell; what a workbook cannot hold as it is becomes a text."""
    match value:
        case str():
            _refuse_escapes(value, path)
            sheet.write_string(*at, value, formats["text"])
        case bool():
            sheet.write_boolean(*at, value)
        case dt.datetime() if value.date() >= _EARLIEST and not value.microsecond:
            sheet.write_datetime(*at, value, formats["moment"])
        case dt.date() if not isinstance(value, dt.datetime) and value >= _EARLIEST:
            sheet.write_datetime(*at, value, formats["date"])
        case dt.date():
            sheet.write_string(*at, value.isoformat(), formats["text"])
        case int() | Decimal() if exact_number(value):
            sheet.write_number(*at, value)
        case _:
            sheet.write_string(*at, str(value), formats["text"])


def _width(column: Column | None) -> int:
    if column is None or column.sort in ("number", "whole", "flag", "date"):
        return 12
    return 32 if column.path.endswith(BY_LANGUAGE) else 18


def _refuse_escapes(text: str, path: str) -> None:
    """Codes such as _x0041_ stand for characters in XLSX; two in a row that share a line are
    written wrongly.
    """
    if _TWO_ESCAPES.search(text):
        raise UsageError(
            msg(
                "{field}: “{text}” cannot be written to XLSX without loss; write CSV.",
                field=path,
                text=text[:40],
            )
        )


_OPTIONS: Final = {
    "in_memory": True,  # else it is put together from temporary files, and holds what people eat
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_WRITERS: Final[
    dict[str, Callable[[Sequence[str], Iterator[dict[str, Out]], dict[str, Column]], bytes]]
] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
}
