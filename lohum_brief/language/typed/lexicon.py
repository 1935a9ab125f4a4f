"""The words behind and before numbers in running text: units, currencies, months, fractions,
ordinals.

The names of units are those that `parsing` reads in tables; here are the inflected forms and the
units that only texts have.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.dates import MONTH_NAMES
from lohum_brief.language.parsing.quantities import names
from lohum_brief.language.source import bare, spelling
from lohum_brief.language.units import known_units, measure


class Measure(NamedTuple):
    """A unit as a text has it: the reference unit of its kind, and its size in that."""

    kind: str
    size: Decimal
    rough: bool = False


_ROUGH: Final = ("lb", "acres")
_WEIGHED: Final = ("t CO2e",)
"""What is weighed in tonnes, whatever is counted of it."""

BEFORE: Final[dict[str, str]] = {
    "₹": "INR", "rs": "INR", "rs.": "INR", "inr": "INR", "re": "INR", "re.": "INR", "रु": "INR",
    "रु.": "INR", "रु॰": "INR", "us$": "USD", "$": "USD", "usd": "USD", "us $": "USD", "¥": "JPY",
    "jpy": "JPY", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "a$": "AUD", "aud": "AUD",
}  # fmt: skip
"""Currencies before an amount."""
BEFORE_PATTERN: Final = re.compile(
    r"(?<![a-z])(us ?\$|a\$|\$|₹|¥|€|£|rs\.?|re\.|inr|usd|jpy|eur|gbp|aud|रु[.॰]?) ?$", re.IGNORECASE
)

SUFFIXES: Final[dict[str, tuple[int, bool]]] = {
    "k": (10**3, False), "K": (10**3, False), "M": (10**6, False), "m": (10**6, True),
    "B": (10**9, False), "b": (10**9, True), "L": (10**5, True), "T": (10**12, True),
    "t": (10**12, True),
}  # fmt: skip
"""Single letters for large units behind figures, and whether they may as well be a unit: without a
currency, 5m is metres too.
"""


@cache
def months(lang: Lang) -> dict[str, int]:
    """Return the months by their names, as `spelling` has them; none where they are counted."""
    more = LANGUAGES[lang].mentions.months
    return MONTH_NAMES.get(lang, {}) | {spelling(name): number for name, number in more.items()}


@cache
def measures() -> dict[str, tuple[Measure, ...]]:
    """Return what each name of a unit can mean, by the name as `dense` writes it."""
    found: dict[str, dict[Measure, None]] = {}
    for name, measured in (*_of_units(), *_of_tables()):
        found.setdefault(dense(name), {})[measured] = None
    return {name: tuple(meant) for name, meant in found.items() if name}


def _of_units() -> Iterator[tuple[str, Measure]]:
    """Yield the names of the units that records have."""
    for unit in known_units():
        base = measure("t" if unit in _WEIGHED else unit)
        if base is None or "/" in unit or unit in ("years", "months", "days"):
            continue
        measured = Measure(*base, rough=unit in _ROUGH)
        for name, anyhow in names(unit):
            for written in {name, name.lower() if anyhow else name}:
                yield written, measured


def _of_tables() -> Iterator[tuple[str, Measure]]:
    """Yield the names of what only texts are measured in."""
    for language in LANGUAGES.values():
        own = language.mentions
        for table, rough in ((own.measures, False), (own.rough_measures, True)):
            for kind, size, written in table:
                reference = measure(kind)
                measured = Measure(reference[0] if reference else kind, Decimal(size), rough)
                for name in written.split():
                    yield name, measured


@cache
def beginnings() -> frozenset[str]:
    """Return what the names of units begin with, by letters; with the nasals that `dense` writes as
    a point once it has seen what follows.
    """
    found = {name[:length] for name in measures() for length in range(1, len(name) + 1)}
    nasal = {
        begun[:-1] + letter for begun in found if begun.endswith("\u0902") for letter in "ङञणनम"
    }
    return frozenset(found | nasal | {begun + "\u094d" for begun in nasal})


@lru_cache(maxsize=20_000)
def dense(name: str) -> str:
    """Return a name without spaces and hyphens, and without what Hindi spells in several ways."""
    return bare(name).replace(" ", "").replace("-", "")
