"""What calamine does not tell of an XLSX: errors, formulas without values, formats, fonts; and the
parts that it cannot read.
"""

import codecs
import re
from array import array
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat
from zipfile import ZipFile

from lohum_brief.exchange.plain_cells import Plain, taken_out
from lohum_brief.exchange.rich_text import Run, Runs, is_marked, marked_strings, read
from lohum_brief.exchange.scanning import (
    ERROR,
    NO_TEXT,
    NO_VALUE,
    NOT_A_NUMBER,
    TWICE,
    BadXmlError,
    Found,
    MuchTextError,
    attributes,
    column_number,
    is_finite,
    local,
    parse,
    place_of,
)
from lohum_brief.exchange.sheets import BIGGEST, MOST_COLUMNS, Place
from lohum_brief.exchange.xlsx_comments import comments
from lohum_brief.exchange.xlsx_styles import Styles

if TYPE_CHECKING:
    from lohum_brief.exchange.number_formats import Part

_KNOWN_ERRORS: Final = frozenset(
    ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]
)
"""Those that calamine knows; later spreadsheets have more (#SPILL!, #CALC!, #FIELD!), and will have
others.
"""


class Xlsx(NamedTuple):
    """The worksheets of a workbook by their names, and the parts that calamine has to be given
    otherwise than they are.
    """

    sheets: Mapping[str, Found]
    mended: Mapping[str, bytes]


def _in_utf8(book: ZipFile, members: Mapping[str, str]) -> dict[str, bytes]:
    """Return the parts of a workbook that are in another encoding, in UTF-8."""
    return {
        name: utf8(book.read(name), name)
        for key, name in members.items()
        if key.endswith((".xml", ".rels")) and _is_foreign(_begins(book, name))
    }


def sheets(book: ZipFile) -> Xlsx:
    """Every worksheet of an XLSX. Raises BadXmlError, MuchTextError."""
    members = {name.lower(): name for name in book.namelist()}
    mended = _in_utf8(book, members)

    def part(key: str) -> bytes:
        return mended[members[key]] if members[key] in mended else book.read(members[key])

    targets = {}
    with suppress(KeyError):
        targets = attributes(
            part("xl/_rels/workbook.xml.rels"), "workbook.xml.rels", "Relationship", "Id", "Target"
        )
    styles = Styles(part("xl/styles.xml")) if "xl/styles.xml" in members else Styles(b"")
    found: dict[str, Found] = {}
    strings: array[int] = array("Q")
    rich = marked_strings(part("xl/sharedstrings.xml")) if "xl/sharedstrings.xml" in members else {}
    for name, relation in attributes(
        part("xl/workbook.xml"), "workbook.xml", "sheet", "name", "id"
    ).items():
        path = _path_of(targets.get(relation, ""))
        if (member := members.get(path.lower())) and "chartsheet" not in path.lower():
            data = part(path.lower())
            scan, named = _worksheet(data, name, styles, rich)
            found[name] = scan._replace(comments=comments(part, path.lower(), members))
            strings += named
            if found[name].broken:
                mended[member] = _without(data, found[name].broken)
    if strings and "xl/sharedstrings.xml" in members:
        _refuse_much(strings, part("xl/sharedstrings.xml"))
    return Xlsx(found, mended)


def _path_of(target: str) -> str:
    """Where a part is that the workbook names, from its own folder or from the root."""
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def _refuse_much(strings: "array[int]", data: bytes) -> None:
    """Raise MuchTextError where shared texts come to too much in all the cells that name them."""
    if len(strings) * len(data) <= BIGGEST:
        return
    lengths = _string_lengths(data)
    if sum(lengths[at] for at in strings if at < len(lengths)) > BIGGEST:
        raise MuchTextError


def _begins(book: ZipFile, name: str) -> bytes:
    with book.open(name) as member:
        return member.read(200)


_DECLARED: Final = re.compile(r"""(<\?xml[^>]*?)\s+encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")


def _is_foreign(head: bytes) -> bool:
    """Whether a part of XML is in another encoding than UTF-8, which the standard allows and
    calamine reads as nothing.
    """
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, b"<\0", b"\0<")):
        return True
    declared = _DECLARED.search(head.decode("latin-1"))
    return declared is not None and declared[2].lower() not in (
        "utf-8",
        "utf8",
        "us-ascii",
        "ascii",
    )


def utf8(data: bytes, part: str) -> bytes:
    """A part of XML in UTF-8, without saying which encoding it had. Raises BadXmlError where it is
    not in that.
    """
    head = data[:200]
    declared = _DECLARED.search(head.decode("latin-1"))
    name = declared[2] if declared else "utf-8"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    elif head.startswith((b"<\0", b"\0<")):
        name = "utf-16-le" if head.startswith(b"<\0") else "utf-16-be"
    try:
        return _DECLARED.sub(r"\1", data.decode(name), count=1).encode()
    except (UnicodeError, LookupError):
        raise BadXmlError(f"{part}, {name}") from None


def _without(data: bytes, broken: Sequence[tuple[int, int]]) -> bytes:
    """A worksheet with an error that calamine knows in the place of those that it does not."""
    out: list[bytes] = []
    at = 0
    for first, last in broken:
        start = data.index(b">", first) + 1
        out += data[at:start], b"#N/A"
        at = last
    return b"".join([*out, data[at:]])


def _string_lengths(data: bytes) -> list[int]:
    lengths: list[int] = []

    def start(name: str, _: object) -> None:
        if local(name) == "si":
            lengths.append(0)

    def text(characters: str) -> None:
        if lengths:
            lengths[-1] += len(characters)

    parse(data, "sharedStrings.xml", start, lambda _: None, text)
    return lengths


class _Worksheet:
    """One worksheet while it streams by."""

    def __init__(self, part: str, styles: Styles, rich: Mapping[int, Sequence[Run]]) -> None:
        self._part = part
        self._styles = styles
        self._rich = rich
        self._runs: Runs | None = None
        self._texts: dict[Place, tuple[str, str]] = {}
        self._struck: set[Place] = set()
        self._faults: dict[Place, tuple[str, str]] = {}
        self._percents: set[Place] = set()
        self._shown: dict[Place, tuple[str, str]] = {}
        self._signed: set[Place] = set()
        self._parts: dict[Place, tuple[Part, bool]] = {}
        self._legacy: set[Place] = set()
        self._seen: set[str] = set()
        self.doubled = False
        """Whether a cell is there twice."""
        self._row = self._column = self._rows = self._columns = self._hidden = 0
        self._hidden_columns: set[int] = set()
        self._kind = self._value = self._style = ""
        self._formula = self._valued = self._inside = False
        self._where: Callable[[], int] = lambda: 0
        self._begun = 0
        self.broken: list[tuple[int, int]] = []
        self.strings: array[int] = array("Q")

    def know(self, plain: Plain) -> None:
        """Know of cells that do not stream by."""
        self._rows = plain.rows
        self._columns = max(map(column_number, plain.columns), default=0)
        self._seen = {place.decode() for place in plain.seen}
        self.strings.extend(plain.strings)

    def meet(self, parser: expat.XMLParserType) -> None:
        self._where = lambda: parser.CurrentByteIndex

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = local(name) if ":" in name else name
        if self._runs is not None:
            self._runs.start(name, attributes)
        match name:
            case "is":
                self._runs = Runs()
            case "c":
                self._cell(attributes)
            case "row":
                self._row_begins(attributes)
            case "f":
                self._formula = True
            case "v" | "t":
                self._inside = True
                if self._kind == "e":
                    self._begun = self._where()
            case "col":
                self._columns_look(attributes)

    def _row_begins(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r", "")
        self._row, self._column = int(number) if number.isdecimal() else self._row + 1, 0
        self._hidden += attributes.get("hidden") in ("1", "true")

    def _columns_look(self, attributes: dict[str, str]) -> None:
        """Note the columns that nobody sees."""
        if attributes.get("hidden") in ("1", "true") or attributes.get("width") == "0":
            first, last = _number(attributes.get("min", "")), _number(attributes.get("max", ""))
            self._hidden_columns.update(range(max(first - 1, 0), min(last, MOST_COLUMNS)))

    def _cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._column += 1
        else:
            place = place_of(reference)
            if place is None:
                raise BadXmlError(f"{self._part}, {reference[:20]}")
            self._row, self._column = place[0] + 1, place[1] + 1
            if reference in self._seen:
                self.doubled = True
                self._faults[self._row - 1, self._column - 1] = TWICE, ""
            self._seen.add(reference)
        self._kind, self._value, self._style = (
            attributes.get("t", "n"),
            "",
            attributes.get("s", "0"),
        )
        self._formula = self._valued = False

    def end(self, name: str) -> None:
        name = local(name) if ":" in name else name
        if self._runs is not None:
            self._runs.end(name)
        if name in ("v", "t"):
            self._inside = False
            if self._kind == "e" and self._value not in _KNOWN_ERRORS:
                self.broken.append((self._begun, self._where()))
            # A formula may well give an empty text; it then says that it is a text.
            self._valued = bool(self._value) or self._kind == "str"
        elif name == "c":
            self._ended((self._row - 1, self._column - 1))

    def _ended(self, place: Place) -> None:
        if not (self._value or self._formula):
            return  # a cell that is only coloured is no cell
        self._rows, self._columns = max(self._rows, self._row), max(self._columns, self._column)
        if self._style in self._styles.legacy:
            self._legacy.add(place)
        self._note_struck(place)
        if fault := self._fault():
            self._faults[place] = fault
        elif self._kind == "s":
            self.strings.append(min(int(self._value[:12]), 1 << 40))
        elif self._kind in ("n", "d"):
            self._formatted(place)

    def _fault(self) -> tuple[str, str] | None:
        """Return what is wrong with the cell that ends."""
        if self._kind == "e":
            return ERROR, self._value[:20] or "?"
        if self._formula and not self._valued:
            return NO_VALUE, ""
        if self._kind == "s" and not self._value.isdecimal():
            return NO_TEXT, ""
        if self._kind == "n" and self._value and not is_finite(self._value):
            return NOT_A_NUMBER, self._value[:20]
        return None

    def _note_struck(self, place: Place) -> None:
        """Note what of a cell is struck through, and what of its text stands above the line."""
        runs: Sequence[Run] = self._runs.runs if self._runs is not None else ()
        if self._kind == "s" and self._value.isdecimal():
            runs = self._rich.get(int(self._value[:12]), ())
        self._runs = None
        struck = self._style in self._styles.struck
        if is_marked(runs) or (struck and any(run.struck is False for run in runs)):
            self._texts[place] = read(runs, struck=struck)
        elif struck:
            self._struck.add(place)

    def _is_percent(self, place: Place) -> bool:
        """Whether a number shows as a percentage, or with a sign of one in words; it is noted."""
        shown = self._styles.percent.get(self._style)
        if shown and shown.percent(float(self._value)):
            self._percents.add(place)
            return True
        if shown and shown.signed(float(self._value)):
            self._signed.add(place)
            return True
        return False

    def _formatted(self, place: Place) -> None:
        """Note what the format of a number or date says of it."""
        number = self._kind == "n" and self._value
        format_ = self._styles.around.get(self._style) if number else None
        if format_ and (around := format_.around(float(self._value))):
            self._shown[place] = around.shown(float(self._value))
            return
        if number and self._is_percent(place):
            return
        if (part := self._styles.parts.get(self._style)) and (self._value or self._kind == "d"):
            self._parts[place] = part

    def text(self, characters: str) -> None:
        if self._inside:
            self._value += characters
        if self._runs is not None:
            self._runs.text(characters)

    def found(self) -> Found:
        return Found(
            self._rows,
            self._columns,
            self._faults,
            frozenset(self._percents),
            frozenset(self._legacy),
            self._hidden,
            tuple(sorted(column for column in self._hidden_columns if column < self._columns)),
            self._parts,
            tuple(self.broken),
            signed=frozenset(self._signed),
            struck=frozenset(self._struck),
            texts=self._texts,
            shown=self._shown,
        )


def _worksheet(
    data: bytes, part: str, styles: Styles, rich: Mapping[int, Sequence[Run]]
) -> tuple[Found, "array[int]"]:
    """What a sheet holds, and the shared texts that its cells name."""
    sheet = _Worksheet(part, styles, rich)
    plain = taken_out(data, styles.telling, texts=not rich)
    sheet.know(plain)
    parse(plain.rest, part, sheet.start, sheet.end, sheet.text, sheet.meet)
    # Where the one counts is the part as it is, of the other which comes first.
    if (sheet.broken or sheet.doubled) and plain.rest is not data:
        sheet = _Worksheet(part, styles, rich)
        parse(data, part, sheet.start, sheet.end, sheet.text, sheet.meet)
    return sheet.found(), sheet.strings
