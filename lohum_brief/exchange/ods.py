"""What calamine does not tell of an OpenDocument spreadsheet: errors, formulas without values,
formats, merged cells.
"""

from lohum_brief.exchange.number_formats import Part, number_format
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


class _Styles:
    """Which styles of cells show only the month or the year of a date."""

    def __init__(self) -> None:
        self._dates: dict[str, str] = {}
        self._styles: dict[str, tuple[str, str]] = {}
        self._date = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "date-style":
                self._date = attributes.get("style:name", "")
                self._dates[self._date] = ""
            case (
                "day" | "day-of-week" | "hours" | "minutes" | "seconds" | "week-of-year" | "quarter"
            ) if self._date:
                self._dates[self._date] += "d"
            case "month" if self._date:
                self._dates[self._date] += (
                    "m" if attributes.get("number:textual") != "true" else "mmm"
                )
            case "year" | "era" if self._date:
                self._dates[self._date] += "y"
            case "style":
                self._styles[attributes.get("style:name", "")] = (
                    attributes.get("style:data-style-name", ""),
                    attributes.get("style:parent-style-name", ""),
                )

    def end(self, name: str) -> None:
        if name == "date-style":
            self._date = ""

    def part(self, style: str) -> tuple[Part, bool] | None:
        """How much of a date a style shows; None for all of it."""
        for _ in range(10):
            date, parent = self._styles.get(style, ("", ""))
            if date or not parent:
                shown = number_format(self._dates.get(date, ""))
                return (shown.part, shown.year_first) if shown.part else None
            style = parent
        return None


class _Tables:
    """The tables of an OpenDocument spreadsheet while they stream by."""

    def __init__(self) -> None:
        self.found: dict[str, Found] = {}
        self._text = 0
        self._styles = _Styles()
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
        self._formula = self._filled = self._error = self._inside = False
        self._shown = ""

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
            case "s" | "tab" | "line-break" if self._inside:
                self._grow(_count(attributes.get("text:c")))
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
        self._formula, self._filled, self._shown = "table:formula" in attributes, bool(sort), ""
        self._inside, self._length = True, 0
        self._error = attributes.get("calcext:value-type") == "error"
        if (height := _count(attributes.get("table:number-rows-spanned"))) > 1:
            self._merged.append((place, (self._row + height - 1, self._column)))
        if sort == "percentage":
            self._percents.update(self._repeated())
        if sort == "date" and (part := self._styles.part(self._style(attributes))):
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
                )
            case other:
                self._styles.end(other)

    def _cell_ends(self) -> None:
        if self._error or (self._formula and self._shown.startswith(("#", "Err:"))):
            self._faults[self._row, self._column] = ERROR, self._shown[:20] or "?"
        elif self._formula and not self._filled:
            self._faults[self._row, self._column] = NO_VALUE, ""
        if self._filled or self._formula:
            self._rows = max(self._rows, self._row + self._down)
            self._columns = max(self._columns, self._column + self._across)
            self._text += self._length * self._across * self._down
            # What reaches too far is refused by its place, which says more.
            if self._text > BIGGEST and self._rows <= MOST_ROWS and self._columns <= MOST_COLUMNS:
                raise MuchTextError
        self._column += self._across
        self._formula = self._inside = False

    def text(self, characters: str) -> None:
        if self._inside:
            self._grow(len(characters))
        if self._formula and len(self._shown) < 20:
            self._shown += characters


def sheets(data: bytes) -> dict[str, Found]:
    """Every table of an ODS by its name. Raises BadXmlError, LongCellError, MuchTextError."""
    tables = _Tables()
    parse(data, "content.xml", tables.start, tables.end, tables.text)
    return tables.found


def _count(text: str | None) -> int:
    return min(int(text[:20]), 10**9) if text and text.isdecimal() else 1
