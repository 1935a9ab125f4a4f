r"""What a number format of a spreadsheet shows: whether it multiplies by a hundred, and how much of
a date.

Only bare characters mean anything: what is escaped (`\%`), quoted (`"%"`), padding (`_%`), a
filling (`*%`) or in square brackets (`[$%-409]`) is shown as it stands. A percent sign that is
shown so, alone, is the unit of a value that is not multiplied.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import Final, Literal, NamedTuple

Part = Literal["", "month", "year"]
"""How much of a date is shown where that is not all of it."""

BUILT_IN: Final = {
    9: "0%",
    10: "0.00%",
    17: "mmm-yy",
    34: 'yyyy"年"m"月"',
    52: 'yyyy"年"m"月"',
    55: 'yyyy"年"m"月"',
}
"""Formats that a workbook may use without writing them down, as far as they matter here; the last
three in Japanese.
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
            return next(
                (one for one in sections if one.admits(value)),
                next((one for one in sections[::-1] if not one.condition), sections[-1]),
            )
        if value < 0 and len(sections) > 1:
            return sections[1]
        return sections[2] if value == 0 and len(sections) > 2 else sections[0]


@lru_cache(1_000)
def number_format(code: str) -> NumberFormat:
    """Read the code of a format."""
    sections: list[_Section] = []
    bare, condition, literal = "", None, ""
    for token in _TOKEN.finditer(code):
        if token["bare"] == ";":
            sections.append(_section(bare, condition, literal))
            bare, condition, literal = "", None, ""
        elif token["bare"]:
            bare += token["bare"]
        elif bracket := token["bracket"]:
            if found := _CONDITION.fullmatch(bracket):
                condition = found[1], float(found[2])
            elif re.fullmatch("[hms]+", bracket, re.IGNORECASE):  # hours that go on counting
                bare += "h"
        elif token[0][0] == "\\":
            literal += token[0][1]
        elif token[0][0] == '"':
            literal += token[0].strip('"')
    return NumberFormat((*sections, _section(bare, condition, literal)))


def _section(bare: str, condition: tuple[str, float] | None, literal: str) -> _Section:
    return _Section(bare, condition, "%" not in bare and literal.strip() in ("%", "％"))


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
