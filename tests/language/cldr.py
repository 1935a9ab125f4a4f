"""What CLDR says of numbers in words, of large units and of Japanese eras: the parts that Babel has
not, kept in cldr.json.
"""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

_DATA: Final[dict[str, Any]] = json.loads(Path(__file__).with_name("cldr.json").read_text("utf-8"))

HINDI: Final = tuple(_DATA["spellout"][str(value)] for value in range(100))


def spelled_out(value: Decimal) -> str:
    """A number in Hindi words by the rules: the largest whose base is not above it, ←← what it goes
    into, →→ what is left.
    """
    rules: dict[str, str] = _DATA["spellout"]
    if value < 0:
        return rules["-x"].replace("→→", spelled_out(-value))
    whole, _, digits = f"{value:f}".partition(".")
    if digits:
        said = " ".join(HINDI[int(digit)] for digit in digits)
        return rules["x.x"].replace("←←", spelled_out(Decimal(whole))).replace("→→", said)
    base = max(int(key) for key in rules if key.isdecimal() and int(key) <= value)
    times, rest = divmod(int(value), base) if base else (0, 0)
    rule = rules[str(base)]
    head, bracket, tail = rule.partition("[")
    said = head.replace("←←", spelled_out(Decimal(times))) if "←←" in head else head
    return (
        said + tail.rstrip("]").replace("→→", spelled_out(Decimal(rest)))
        if bracket and rest
        else said
    )


def compact(value: Decimal, locale: str) -> str:
    """A number by the long compact pattern of its size, with all its digits."""
    patterns: dict[str, str] = _DATA["compact"][locale]
    key = max((int(key) for key in patterns if int(key) <= value.copy_abs()), default=0)
    if not key or patterns[str(key)] == "0":
        return f"{value:,f}"
    pattern = patterns[str(key)]
    part = (value / (Decimal(key) / 10 ** (pattern.count("0") - 1))).normalize()
    return pattern.replace("0" * pattern.count("0"), f"{part:,f}")


def in_era(day: dt.date, first_year: int, era: str) -> str:
    """A day by the long pattern of the Japanese calendar, of an era that began in `first_year`; its
    first year is 元年.
    """
    calendar = _DATA["japanese"]
    assert era in calendar["eras"].values()
    assert calendar["numbers"] == "y=jpanyear"
    year = day.year - first_year + 1
    parts = {
        "G": era,
        "y": "元" if year == 1 else str(year),
        "M": str(day.month),
        "d": str(day.day),
    }
    return "".join(parts.get(letter, letter) for letter in calendar["long"])
