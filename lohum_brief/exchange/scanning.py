"""What calamine does not tell of a workbook: errors, formulas without values, percentages, fonts, and how far a sheet goes.

Reads the XML of XLSX and ODS in one pass, without ever holding a tree. Runs in the child that reads the workbook.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final, NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from lohum_brief.exchange.sheets import Place

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})\Z")
_PERCENT: Final = re.compile(r"""%(?=(?:[^"]*"[^"]*")*[^"]*\Z)""")
_BUILT_IN_PERCENT: Final = frozenset({"9", "10"})
_LEGACY_FONT: Final = re.compile(r"kruti|krutidev|devlys|dev lys|chanakya", re.IGNORECASE)

ERROR: Final = "error"
NO_VALUE: Final = "no value"
TWICE: Final = "twice"
NOT_A_NUMBER: Final = "not a number"


class BadXmlError(Exception):
    """Its argument is the part of the workbook, and where in it."""


class Found(NamedTuple):
    """What one sheet holds beside its values. The faults say what is wrong with a cell, as one of the words above."""

    rows: int
    columns: int
    faults: Mapping[Place, tuple[str, str]]
    percents: frozenset[Place]
    legacy: frozenset[Place]
    hidden: int
    """Rows that are hidden, by hand or by a filter."""
    merged: tuple[tuple[Place, Place], ...] = ()
    """First and last cell of what is merged; of XLSX and XLS calamine knows it."""


def parse(
    data: bytes,
    part: str,
    start: Callable[..., None],
    end: Callable[[str], object],
    text: Callable[[str], None] | None = None,
) -> None:
    """Stream one part. Entities and document types, which no workbook has, are refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.ordered_attributes = False

    def refuse(*_: object) -> None:
        raise BadXmlError(f"{part}, DOCTYPE")

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    if text:
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BadXmlError(f"{part}, {error.lineno}:{error.offset}") from None


def local(name: str) -> str:
    """The name of an element or attribute without its prefix."""
    return name.rpartition(":")[2]


def xlsx_sheets(book: ZipFile) -> dict[str, Found]:
    """Every worksheet of an XLSX by its name."""
    members = {name.lower(): name for name in book.namelist()}
    targets = {}
    with suppress(KeyError):
        targets = _attributes(
            book.read(members["xl/_rels/workbook.xml.rels"]), "workbook.xml.rels", "Relationship", "Id", "Target"
        )
    styles = _Styles(book.read(members["xl/styles.xml"])) if "xl/styles.xml" in members else _Styles(b"")
    found = {}
    for name, relation in _attributes(
        book.read(members["xl/workbook.xml"]), "workbook.xml", "sheet", "name", "id"
    ).items():
        target = targets.get(relation, "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if (member := members.get(path.lower())) and "chartsheet" not in path.lower():
            found[name] = _xlsx_sheet(book.read(member), name, styles)
    return found


def _attributes(data: bytes, part: str, element: str, key: str, value: str) -> dict[str, str]:
    found: dict[str, str] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if local(name) == element:
            plain = {local(attribute): text for attribute, text in attributes.items()}
            found[plain.get(key, "")] = plain.get(value, "")

    parse(data, part, start, lambda _: None)
    return found


class _Styles:
    """Which styles of cells show percentages, and which are set in a Hindi font from before Unicode."""

    def __init__(self, data: bytes) -> None:
        self.percent: set[str] = set()
        self.legacy: set[str] = set()
        formats: set[str] = set(_BUILT_IN_PERCENT)
        fonts: list[bool] = []
        inside: list[str] = []
        count = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal count
            name = local(name)
            parent = inside[-1] if inside else ""
            inside.append(name)
            if name == "numFmt" and parent == "numFmts" and _PERCENT.search(attributes.get("formatCode", "")):
                formats.add(attributes.get("numFmtId", ""))
            elif name == "font" and parent == "fonts":
                fonts.append(False)
            elif name in ("name", "rFont") and parent == "font" and fonts:
                fonts[-1] = bool(_LEGACY_FONT.search(attributes.get("val", "")))
            elif name == "xf" and parent == "cellXfs":
                if attributes.get("numFmtId") in formats:
                    self.percent.add(str(count))
                font = attributes.get("fontId", "")
                if font.isdecimal() and int(font) < len(fonts) and fonts[int(font)]:
                    self.legacy.add(str(count))
                count += 1

        if data:
            parse(data, "styles.xml", start, lambda _: inside.pop())


class _XlsxSheet:
    """One worksheet while it streams by."""

    def __init__(self, part: str, styles: _Styles) -> None:
        self._part = part
        self._styles = styles
        self._faults: dict[Place, tuple[str, str]] = {}
        self._percents: set[Place] = set()
        self._legacy: set[Place] = set()
        self._seen: set[str] = set()
        self._row = self._column = self._rows = self._columns = self._hidden = 0
        self._kind = self._value = ""
        self._formula = self._valued = self._inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name) if ":" in name else name:
            case "c":
                self._cell(attributes)
            case "row":
                number = attributes.get("r", "")
                self._row, self._column = int(number) if number.isdecimal() else self._row + 1, 0
                self._hidden += attributes.get("hidden") in ("1", "true")
            case "f":
                self._formula = True
            case "v" | "t":
                self._inside = True

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            place = _REFERENCE.match(reference)
            if not place:
                raise BadXmlError(f"{self._part}, {reference[:20]}")
            self._row, self._column = int(place[2]), _column_number(place[1])
            if reference in self._seen:
                self._faults[self._row - 1, self._column - 1] = TWICE, ""
            self._seen.add(reference)
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        self._kind, self._value = attributes.get("t", "n"), ""
        self._formula = self._valued = False
        if (style := attributes.get("s")) is not None:
            if style in self._styles.percent and self._kind == "n":
                self._percents.add((self._row - 1, self._column - 1))
            if style in self._styles.legacy:
                self._legacy.add((self._row - 1, self._column - 1))

    def end(self, name: str) -> None:
        name = local(name) if ":" in name else name
        if name in ("v", "t"):
            self._inside = False
            # A formula may well give an empty text; it then says that it is a text.
            self._valued = bool(self._value) or self._kind == "str"
        elif name == "c":
            place = self._row - 1, self._column - 1
            if self._kind == "e":
                self._faults[place] = ERROR, self._value or "?"
            elif self._formula and not self._valued:
                self._faults[place] = NO_VALUE, ""
            elif self._kind == "n" and self._value and not _finite(self._value):
                self._faults[place] = NOT_A_NUMBER, self._value[:20]

    def text(self, characters: str) -> None:
        if self._inside:
            self._value += characters

    def found(self) -> Found:
        return Found(
            self._rows, self._columns, self._faults, frozenset(self._percents), frozenset(self._legacy), self._hidden
        )


def _xlsx_sheet(data: bytes, part: str, styles: _Styles) -> Found:
    sheet = _XlsxSheet(part, styles)
    parse(data, part, sheet.start, sheet.end, sheet.text)
    return sheet.found()


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _finite(value: str) -> bool:
    try:
        return abs(float(value)) < float("inf")  # false for what is not a number, too
    except ValueError:
        return False


class _OdsTables:
    """The tables of an OpenDocument spreadsheet while they stream by."""

    def __init__(self) -> None:
        self.found: dict[str, Found] = {}
        self._begin("")

    def _begin(self, name: str) -> None:
        self._name = name
        self._row = self._column = self._rows = self._columns = self._hidden = 0
        self._down = self._across = 1
        self._faults: dict[Place, tuple[str, str]] = {}
        self._percents: set[Place] = set()
        self._merged: list[tuple[Place, Place]] = []
        self._formula = self._filled = self._error = False
        self._shown = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match local(name):
            case "table":
                self._begin(attributes.get("table:name", ""))
            case "table-row":
                self._column, self._down = 0, _count(attributes.get("table:number-rows-repeated"))
                self._hidden += attributes.get("table:visibility") in ("collapse", "filter")
            case "table-cell" | "covered-table-cell":
                self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        place = self._row, self._column
        sort, value = attributes.get("office:value-type", ""), attributes.get("office:value", "")
        self._across = _count(attributes.get("table:number-columns-repeated"))
        self._formula, self._filled, self._shown = "table:formula" in attributes, bool(sort), ""
        self._error = attributes.get("calcext:value-type") == "error"
        if (height := _count(attributes.get("table:number-rows-spanned"))) > 1:
            self._merged.append((place, (self._row + height - 1, self._column)))
        if sort == "percentage":
            self._percents.add(place)
        if value and not _finite(value):
            self._faults[place] = NOT_A_NUMBER, value[:20]

    def end(self, name: str) -> None:
        match local(name):
            case "table-cell" | "covered-table-cell":
                if self._error or (self._formula and self._shown.startswith(("#", "Err:"))):
                    self._faults[self._row, self._column] = ERROR, self._shown[:20] or "?"
                elif self._formula and not self._filled:
                    self._faults[self._row, self._column] = NO_VALUE, ""
                if self._filled or self._formula:
                    self._rows = max(self._rows, self._row + self._down)
                    self._columns = max(self._columns, self._column + self._across)
                self._column += self._across
                self._formula = False
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
                    tuple(self._merged),
                )

    def text(self, characters: str) -> None:
        if self._formula and len(self._shown) < 20:
            self._shown += characters


def ods_sheets(data: bytes) -> dict[str, Found]:
    """Every table of an ODS by its name."""
    tables = _OdsTables()
    parse(data, "content.xml", tables.start, tables.end, tables.text)
    return tables.found


def _count(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 9 else 1
