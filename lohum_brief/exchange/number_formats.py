r"""What a number format of a spreadsheet shows: whether it multiplies by a hundred, what stands
around the number (`shown_numbers`), and how much of a date.

Only bare characters mean anything: what is escaped (`\%`), quoted (`"%"`), padding (`_%`), a
filling (`*%`) or in square brackets (`[$%-409]`) is shown as it stands. A percent sign that is
shown so, alone, is the unit of a value that is not multiplied.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal, NamedTuple

from lohum_brief.exchange.shown_numbers import ANY_CURRENCY, Around, Piece, around

Part = Literal["", "month", "year"]
"""How much of a date is shown where that is not all of it."""

BUILT_IN: Final = {
    **dict.fromkeys((5, 6, 42), f'"{ANY_CURRENCY}"#,##0'),
    **dict.fromkeys((7, 8, 44), f'"{ANY_CURRENCY}"#,##0.00'),
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
    34: 'yyyy"年"m"月"',
    52: 'yyyy"年"m"月"',
    55: 'yyyy"年"m"月"',
}
"""Formats that a workbook may use without writing them down, as far as they matter here: money in
the currency of whoever looks at it; the last three in Japanese.
"""

_TOKEN: Final = re.compile(r'\\.|"[^"]*"?|_.|\*.|\[(?P<bracket>[^\]]*)\]|(?P<bare>.)', re.DOTALL)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_COMPARE: Final = {
    "<": float.__lt__,
    "<=": float.__le__,
    ">": float.__gt__,
    ">=": float.__ge__,
    "=": float.__eq__,
    "<>": float.__ne__,
}
_NAMES: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class _Section(NamedTuple):
    bare: str
    """Its characters that mean something."""
    condition: tuple[str, float] | None
    signed: bool = False
    """Whether a percent sign is shown behind a value that is not multiplied."""
    around: Around | None = None
    """What is shown around a number, where that is more than a sign or a percent sign."""

    def admits(self, value: float) -> bool:
        return self.condition is not None and _COMPARE[self.condition[0]](value, self.condition[1])


class NumberFormat(NamedTuple):
    """A format that was read."""

    sections: tuple[_Section, ...]

    def percent(self, value: float) -> bool:
        """Whether the value is shown multiplied by a hundred."""
        return "%" in self._section(value).bare

    def signed(self, value: float) -> bool:
        """Whether the value is shown as it is, with a percent sign: 95.3 as 95.3%."""
        return self._section(value).signed

    @property
    def percents(self) -> bool:
        """Whether any value is shown with a percent sign."""
        return any("%" in section.bare or section.signed for section in self.sections)

    @property
    def says_more(self) -> bool:
        """Whether any number is shown with more than its digits: a currency, a unit, a power of
        ten, noughts in front.
        """
        return any(section.around for section in self.sections)

    def around(self, value: float) -> Around | None:
        """Return what is shown around a number, where that is more than a sign or a percent
        sign.
        """
        return self._section(value).around

    @property
    def part(self) -> Part:
        """How much of a date is shown; empty for all of it, and for formats that show none."""
        bare = self.sections[0].bare.lower()
        if "general" in bare or not re.search("[yemgb]", bare) or re.search("[dahs0#?]", bare):
            return ""
        return "month" if "m" in bare else "year"

    @property
    def year_first(self) -> bool:
        """Whether a month is shown in figures behind its year, as in 2011-12."""
        bare = re.sub("[^ym]", "", self.sections[0].bare.lower())
        return bare.startswith("y") and "mmm" not in bare

    def _section(self, value: float) -> _Section:
        """The one that shows the value: the conditions decide, else its sign."""
        sections = self.sections[:3]
        if any(section.condition for section in sections):
            return _admitting(sections, value)
        if value < 0 and len(sections) > 1:
            return sections[1]
        return sections[2] if value == 0 and len(sections) > 2 else sections[0]


@lru_cache(1_000)
def number_format(code: str) -> NumberFormat:
    """Read the code of a format."""
    sections: list[_Section] = []
    pieces: list[Piece] = []
    condition = None
    for token in _TOKEN.finditer(code):
        if token["bare"] == ";":
            sections.append(_section(pieces, condition))
            pieces, condition = [], None
        elif token["bare"]:
            pieces.append(Piece(token["bare"], literal=False))
        elif bracket := token["bracket"]:
            if found := _CONDITION.fullmatch(bracket):
                condition = found[1], float(found[2])
            elif piece := _bracketed(bracket):
                pieces.append(piece)
        elif token[0][0] == "\\":
            pieces.append(Piece(token[0][1], literal=True))
        elif token[0][0] == '"' and (quoted := token[0].strip('"')):
            pieces.append(Piece(quoted, literal=True))
    return NumberFormat((*sections, _section(pieces, condition)))


def _bracketed(bracket: str) -> Piece | None:
    """The hours or the currency that stand in brackets; None where it is a colour or a language."""
    if re.fullmatch("[hms]+", bracket, re.IGNORECASE):  # hours that go on counting
        return Piece("h", literal=False)
    currency = bracket[1:].partition("-")[0] if bracket[0] == "$" else ""
    return Piece(currency, literal=True) if currency else None


def _section(pieces: Sequence[Piece], condition: tuple[str, float] | None) -> _Section:
    bare = "".join(piece.text for piece in pieces if not piece.literal)
    literal = "".join(piece.text for piece in pieces if piece.literal).strip()
    signed = "%" not in bare and literal in ("%", "％")
    return _Section(bare, condition, signed, None if signed else _told(pieces, bare))


def _told(pieces: Sequence[Piece], bare: str) -> Around | None:
    """What is shown around a number; None for a date, and for nothing but a percent sign that is
    read with the number.
    """
    if _OF_A_DATE.search(_EXPONENT.sub("", _GENERAL.sub("#", bare)).lower()):
        return None
    told = around([*_numeric(pieces)])
    if told and _EXPONENT.search(bare):
        told = _unfilled(told)
    return None if told and _is_percent(told) else told


def _unfilled(told: Around) -> Around | None:
    """The same of a number with an exponent, whose noughts are not in front of it."""
    more = told.before or told.behind or told.power or told.inner
    return told._replace(whole=1) if more else None


def _is_percent(told: Around) -> bool:
    """Whether a format shows nothing around a number but the percent sign that is read with it."""
    return (told.before, told.behind.strip()) == ("", "%") and told.power == -_CENT


def _admitting(sections: Sequence[_Section], value: float) -> _Section:
    """The first whose condition the value meets, else the last that has none."""
    return next(
        (one for one in sections if one.admits(value)),
        next((one for one in sections[::-1] if not one.condition), sections[-1]),
    )


_CENT: Final = 2
"""The power of ten by which a percent sign multiplies."""
_GENERAL: Final = re.compile("general", re.IGNORECASE)
_EXPONENT: Final = re.compile(r"e[+-]", re.IGNORECASE)
_OF_A_DATE: Final = re.compile("[ymdhsgba@]")


_SHOWN_BARE: Final = frozenset("-:~()")
"""Characters that need no quotation marks to be shown as they stand."""


def _numeric(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces of a number, with the places of digits for “General” and for an exponent."""
    for literal, run in groupby(pieces, key=lambda piece: piece.literal):
        if literal:
            yield from run
            continue
        bare = "".join(piece.text for piece in run)
        for character in _EXPONENT.sub("#", _GENERAL.sub("#", bare)):
            yield Piece(character, literal=character in _SHOWN_BARE)


def as_shown(day: dt.date, part: Part, *, year_first: bool) -> str:
    """A date of which only the month or the year is shown, as `language.parsing` reads it: July
    2025, 2011-12, 2025.

    What stands in figures is left so: whether 2011-12 is a month or a fiscal year is for somebody
    else to say.
    """
    if part == "year":
        return f"{day.year:04}"
    return (
        f"{day.year:04}-{day.month:02}" if year_first else f"{_NAMES[day.month - 1]} {day.year:04}"
    )
