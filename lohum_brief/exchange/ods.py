"""What calamine does not tell of an OpenDocument spreadsheet: errors, formulas without values, what
numbers are shown with, merged cells, comments, texts that are struck through or raised.
"""

from typing import TYPE_CHECKING

from lohum_brief.exchange.ods_cells import CellText
from lohum_brief.exchange.ods_styles import Styles
from lohum_brief.exchange.rich_text import is_marked, read
from lohum_brief.exchange.scanning import (
    ERROR,
    NO_VALUE,
    NOT_A_NUMBER,
    Found,
    LongCellError,
    MuchTextError,
    is_finite,
    local,
    parse,
)
from lohum_brief.exchange.sheets import BIGGEST, LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Place
from lohum_brief.exchange.shown_numbers import seen

if TYPE_CHECKING:
    from lohum_brief.exchange.number_formats import Part


class _Tables:
    """The tables of an OpenDocument spreadsheet while they stream by."""

    def __init__(self) -> None:
        self.found: dict[str, Found] = {}
        self._text = 0
        self._styles = Styles()
        self._begin("")

    def _begin(self, name: str) -> None:
        self._name = name
        self._row = self._column = self._rows = self._columns = self._hidden = 0
        self._down = self._across = self._length = 1
        self._column_styles: list[str] = []
        self._row_style = ""
        self._hidden_columns: set[int] = set()
        self._faults: dict[Place, tuple[str, str]] = {}
        self._percents: set[Place] = set()
        self._parts: dict[Place, tuple[Part, bool]] = {}
        self._merged: list[tuple[Place, Place]] = []
        self._struck: set[Place] = set()
        self._texts: dict[Place, tuple[str, str]] = {}
        self._seen: dict[Place, tuple[str, str]] = {}
        self._comments: dict[Place, str] = {}
        self._formula = self._filled = self._error = self._inside = False
        self._cell_style = self._value = self._money = ""
        self._told = CellText(self._styles)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "table":
                self._begin(attributes.get("table:name", ""))
            case "table-column":
                self._column_begins(attributes)
            case "table-row":
                self._column, self._down = 0, _count(attributes.get("table:number-rows-repeated"))
                self._row_style = attributes.get("table:default-cell-style-name", "")
                self._hidden += attributes.get("table:visibility") in ("collapse", "filter")
            case "table-cell" | "covered-table-cell":
                self._cell(attributes)
            case other if self._inside:
                count = _count(attributes.get("text:c"))
                if other in ("s", "tab", "line-break"):
                    self._grow(count)
                self._told.start(other, attributes, count)
            case other:
                self._styles.start(other, attributes)

    def _column_begins(self, attributes: dict[str, str]) -> None:
        count = min(
            _count(attributes.get("table:number-columns-repeated")),
            MOST_COLUMNS - len(self._column_styles),
        )
        if attributes.get("table:visibility") in ("collapse", "filter"):
            self._hidden_columns.update(
                range(len(self._column_styles), len(self._column_styles) + count)
            )
        self._column_styles += [attributes.get("table:default-cell-style-name", "")] * count

    def _cell(self, attributes: dict[str, str]) -> None:
        place = self._row, self._column
        sort, value = attributes.get("office:value-type", ""), attributes.get("office:value", "")
        self._across = _count(attributes.get("table:number-columns-repeated"))
        self._formula, self._filled = "table:formula" in attributes, bool(sort)
        self._inside, self._length, self._told = True, 0, CellText(self._styles)
        self._cell_style = self._style(attributes)
        self._value = value if sort in ("float", "currency", "percentage") else ""
        self._money = attributes.get("office:currency", "")
        self._error = attributes.get("calcext:value-type") == "error"
        if (height := _count(attributes.get("table:number-rows-spanned"))) > 1:
            self._merged.append((place, (self._row + height - 1, self._column)))
        if sort == "percentage":
            self._percents.update(self._repeated())
        if sort == "date" and (part := self._styles.part(self._cell_style)):
            self._parts |= dict.fromkeys(self._repeated(), part)
        if value and not is_finite(value):
            self._faults[place] = NOT_A_NUMBER, value[:20]

    def _style(self, attributes: dict[str, str]) -> str:
        own = attributes.get("table:style-name", "") or self._row_style
        return own or (
            self._column_styles[self._column] if self._column < len(self._column_styles) else ""
        )

    def _repeated(self) -> list[Place]:
        """The places of a cell and its repetitions, as far as a table may reach."""
        if self._down > MOST_ROWS or self._across > MOST_COLUMNS:
            return []
        return [
            (row, column)
            for row in range(self._row, self._row + self._down)
            for column in range(self._column, self._column + self._across)
        ]

    def _grow(self, length: int) -> None:
        """Count the text of a cell: a few bytes can stand for any number of spaces."""
        self._length += length
        if self._length > LONGEST_CELL:
            raise LongCellError(self._name, self._row, self._column)

    def end(self, name: str) -> None:
        match local(name):
            case "table-cell" | "covered-table-cell":
                self._cell_ends()
            case "table-row":
                self._row += self._down
            case "table":
                self.found[self._name] = Found(
                    self._rows,
                    self._columns,
                    self._faults,
                    frozenset(self._percents),
                    frozenset(),
                    self._hidden,
                    tuple(
                        sorted(column for column in self._hidden_columns if column < self._columns)
                    ),
                    self._parts,
                    merged=tuple(self._merged),
                    struck=frozenset(self._struck),
                    texts=self._texts,
                    shown=self._seen,
                    comments=self._comments,
                )
            case other if self._inside:
                self._told.end(other)
            case other:
                self._styles.end(other)

    def _note_fault(self, shown: str) -> None:
        if self._error or (self._formula and shown.startswith(("#", "Err:"))):
            self._faults[self._row, self._column] = ERROR, shown[:20] or "?"
        elif self._formula and not self._filled:
            self._faults[self._row, self._column] = NO_VALUE, ""

    def _cell_ends(self) -> None:
        shown = self._told.text
        self._note_fault(shown)
        if self._told.comment:
            self._comments[self._row, self._column] = self._told.comment
        if self._filled or self._formula:
            self._look(shown)
            self._reach()
        self._column += self._across
        self._formula = self._inside = False

    def _reach(self) -> None:
        """Count how far the cells reach and how much they hold."""
        self._rows = max(self._rows, self._row + self._down)
        self._columns = max(self._columns, self._column + self._across)
        self._text += self._length * self._across * self._down
        # What reaches too far is refused by its place, which says more.
        if self._text > BIGGEST and self._rows <= MOST_ROWS and self._columns <= MOST_COLUMNS:
            raise MuchTextError

    def _look(self, shown: str) -> None:
        """Note what of a cell is struck through or stands above the line, and what its number is
        shown with.
        """
        struck = self._styles.struck(self._cell_style) or False
        runs = self._told.runs
        if is_marked(runs) or (struck and any(run.struck is False for run in runs)):
            self._texts |= dict.fromkeys(self._repeated(), read(runs, struck=struck))
        elif struck:
            self._struck.update(self._repeated())
        elif self._value and is_finite(self._value):
            self._look_around(shown or f"{self._money} {self._value}", float(self._value))

    def _look_around(self, shown: str, value: float) -> None:
        """Note what stands around a number, but the percent sign that is noted already."""
        told = seen(shown, value)
        if told and not (told[0].endswith("%") and self._percents.issuperset(self._repeated())):
            self._seen |= dict.fromkeys(self._repeated(), told)

    def text(self, characters: str) -> None:
        if self._inside:
            if not self._told.commenting:
                self._grow(len(characters))
            self._told.add(characters)


def sheets(data: bytes) -> dict[str, Found]:
    """Every table of an ODS by its name. Raises BadXmlError, LongCellError, MuchTextError."""
    tables = _Tables()
    parse(data, "content.xml", tables.start, tables.end, tables.text)
    return tables.found


def _count(text: str | None) -> int:
    return min(int(text[:20]), 10**9) if text and text.isdecimal() else 1
