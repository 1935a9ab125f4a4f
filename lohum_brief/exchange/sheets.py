"""A sheet of cells as it was read, before anybody knows what its columns mean; and how a cell is
called in a message.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.errors import ForeignFileError
from lohum_brief.message import Message, Value, msg

Cell = str | int | float | bool | dt.date | dt.datetime | dt.time
"""An empty cell is an empty string. Numbers of workbooks are floats, for that is what workbooks
hold.
"""


class Shown(str):
    """The text of a cell that holds a number and whose format says more: ₹1,234; 約30; 1,235k."""

    __slots__ = ("held", "number")

    number: str
    """The number in the text, empty where it shows none."""
    held: float
    """What the cell holds."""

    @classmethod
    def of(cls, text: str, number: str, held: float) -> "Shown":
        """Return such a text with the number in it and the one that the cell holds."""
        found = cls(text)
        found.number, found.held = number, held
        return found

    @property
    def words(self) -> str:
        """What stands around the number: ₹, 約, t, ₹ … lakh."""
        if not self.number:
            return str(self)
        return " ".join(self.replace(self.number.lstrip("-"), " … ").split()).strip("… -")


Place = tuple[int, int]
"""Row and column, both from 0."""

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
LONGEST_CELL: Final = 32_767
"""What a workbook can hold in a cell, and more than any field may."""
BIGGEST: Final = 200_000_000
"""Bytes of a file; of a workbook also what its members come to when they are unpacked."""


class TableFileError(ForeignFileError):
    """A file from which no table can be read."""


class EncodingError(TableFileError):
    """The same until somebody says which encoding it has."""


class Sheet(NamedTuple):
    """One sheet. Rows may be of different lengths; what is wrong with single cells stands in
    `faults`.
    """

    name: str
    """Empty where there is only one and it has none, as in CSV."""
    rows: Sequence[Sequence[Cell]]
    faults: Mapping[Place, Value] = {}
    legacy: frozenset[Place] = frozenset()
    """Cells set in a Hindi font from before Unicode."""
    notes: tuple[Value, ...] = ()
    comments: Mapping[Place, str] = {}
    """What somebody has said of cells, beside them."""
    escaped: bool = False
    """Text cells that a spreadsheet would take for formulas have an apostrophe in front, as our CSV
    has.
    """
    encoding: str = ""
    delimiter: str = ""
    """Of a text: what it was read with. Empty for a workbook."""
    hidden: bool = False
    """Whether the workbook hides it."""


def as_held(sheet: Sheet) -> Sheet:
    """Return a sheet with the numbers that its cells hold, whatever their formats show."""
    if not any(isinstance(cell, Shown) for row in sheet.rows for cell in row):
        return sheet
    rows = [[cell.held if isinstance(cell, Shown) else cell for cell in row] for row in sheet.rows]
    return sheet._replace(rows=rows)


def column_letters(column: int) -> str:
    """How spreadsheets call a column: A for 0, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_name(place: Place, sheet: str = "") -> Message:
    """How a cell is called in a message: row 7, column C, of sheet Delegates."""
    row, column = place
    if sheet:
        return msg(
            "sheet {sheet}, row {row}, column {column}",
            sheet=sheet,
            row=row + 1,
            column=column_letters(column),
        )
    return msg("row {row}, column {column}", row=row + 1, column=column_letters(column))


def refuse_oversize(file: Value, sheet: str, rows: int, columns: int) -> None:
    """Raise TableFileError for a sheet that goes beyond what is read."""
    if rows <= MOST_ROWS and columns <= MOST_COLUMNS:
        return
    raise TableFileError(
        msg(
            "{file}: it reaches to {cell}; more than {rows} rows or {columns} columns are not "
            "read. Delete what stands "
            "far outside the table.",
            file=file,
            cell=cell_name((rows - 1, columns - 1), sheet),
            rows=MOST_ROWS,
            columns=MOST_COLUMNS,
        )
    )


def overlong(rows: Iterable[Sequence[Cell]]) -> Place | None:
    """The first cell that is longer than a cell may be."""
    for i, row in enumerate(rows):
        for j, cell in enumerate(row):
            if isinstance(cell, str) and len(cell) > LONGEST_CELL:
                return i, j
    return None
