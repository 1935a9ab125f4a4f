"""Units as people write them, in a column or a box of their own: lakh tonnes, ₹ in crore, '000 MT,
sq ft, KLD, persons.

One table for whoever types a unit and for tables that bring one.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.language.codes import LANGS
from lohum_brief.language.either import EVERY, either, words
from lohum_brief.language.parsing.quantities import names, quantity
from lohum_brief.language.source import UnreadableError
from lohum_brief.language.units import (
    is_by_span,
    is_known,
    known_units,
    printed_forms,
    printed_spans,
    spans,
    unit_name,
)


class Unit(NamedTuple):
    """A unit of `language.units`, and how many of it are meant: lakh tonnes are 100,000 t, crore
    alone has no unit.
    """

    key: str
    times: Decimal = Decimal(1)


_DOUBTFUL: Final = re.compile(
    r"(M\.?T\.?|mt)(?:(?: ?/ ?| per )?(p\.?a\.?|annum|year|yr|y|day|d))?\.?", re.IGNORECASE
)
"""MT is metric tons to some, million tonnes to others; so are MTPA and MT/year. Mt is the symbol of
the latter only.
"""

_QUANTITIES: Final = either(lambda language: language.cells.quantities)
_AROUND: Final = re.compile(
    rf"^(?:\(all )?(?:(?:all )?(?:{_QUANTITIES})\s*(?:[:.]|are\b)?\s+)?"
    rf"(?:{either(lambda language: language.cells.unit_before)})?|"
    rf"\s*(?:{either(lambda language: language.cells.unit_behind)})$",
    re.IGNORECASE,
)
"""What is said around a unit: figures in lakh, 単位：億円, करोड़ में."""
_THOUSANDS: Final = re.compile(r"(?<![\w.,'’‘`´])['’‘`´]?000(?:['’]?s)?(?=\s+[^\W\d]|$)")
"""The thousands of '000 tonnes and ₹ '000."""
_IN: Final = re.compile(
    rf"\s+(?:{either(lambda language: language.cells.within_unit)})\s+(?=\S)", re.IGNORECASE
)
_OF: Final = re.compile(r"^(\w+) of (\w+)$")
_REWRITTEN: Final = {
    said: unit for language in EVERY for said, unit in language.cells.rewritten.items()
}


def bare_unit(said: str) -> str:
    """A unit without what is said around it: ₹ in crore is ₹ crore, 単位：億円 is 億円."""
    text = unicodedata.normalize("NFKC", said).strip().strip("()[]").strip()
    text = _THOUSANDS.sub("thousand", _AROUND.sub("", text).strip())
    text = _OF.sub(r"\1 \2", _IN.sub(" ", text))
    return _REWRITTEN.get(text.casefold(), text)


_COUNTS: Final = frozenset(words(lambda language: language.cells.counts))
"""What stands in a column of units where things are counted."""


_COUNTERS: Final = {
    word: kept for language in EVERY for word, kept in language.cells.counters.items()
}
"""Words with which things of many sorts are counted, and as what they are kept: 台 counts machines
as well as vehicles, and 名 any people, not members.
"""


def counter(said: str, unit: str = "") -> str:
    """Return what a word that only counts is kept as, where nobody has said that `unit` is meant;
    empty for all others.
    """
    kept = _COUNTERS.get(bare_unit(said), "")
    return "" if unit and said in called(unit) else kept


@lru_cache(100)  # the values of a list are in few units
def called(unit: str) -> tuple[str, ...]:
    """Return what a unit is called in each language."""
    return tuple(unit_name(unit, lang).replace("\u00a0", " ") for lang in LANGS)


def is_doubtful(said: str) -> bool:
    """Whether a unit means different amounts to different people."""
    return bool(meanings(said))


def meanings(said: str) -> tuple[str, ...]:
    """The keys of units that a doubtful one may mean, the commonest first; none for all others."""
    bare = bare_unit(said)
    found = _DOUBTFUL.fullmatch(bare) if bare != "Mt" else None
    if not found:
        return ()
    span = (found[2] or "").replace(".", "").lower()
    per = {
        "pa": "/year",
        "annum": "/year",
        "year": "/year",
        "yr": "/year",
        "y": "/year",
        "day": "/day",
        "d": "/day",
    }
    keys = tuple(f"{unit}{per.get(span, '')}" for unit in ("t", "Mt"))
    return tuple(key for key in keys if is_known(key) and not is_by_span(key))


@lru_cache(maxsize=256)
def unit_of(said: str, beside: str = "") -> Unit | None:
    """The unit that a text means, for a record that counts in `beside`; None where it means none
    that is known.
    """
    if is_known(said):
        return Unit(said)
    if said.strip().casefold() in _COUNTS:
        return Unit("")
    if kept := counter(said, beside):
        return Unit(kept) if is_known(kept) else None
    bare = bare_unit(said)
    if is_known(bare):
        return Unit(bare)
    return _of_quantity(bare, beside) or _by_span(bare, beside) or _of_many(bare)


def _of_quantity(bare: str, beside: str) -> Unit | None:
    """Return what is read as the unit of one of it: tonnes; ₹; ₹ crore."""
    first, _, rest = bare.partition(" ")
    for text in (f"1 {bare}", f"{bare}1", f"{first}1 {rest}"):
        try:
            read = quantity(text, unit=beside)
        except UnreadableError:
            continue
        if read.upper is None and not read.about:
            return Unit(read.unit, read.value)
    return None


def _of_many(bare: str) -> Unit | None:
    """Return what stands behind a large number, as no other table has it: lakh qtl, '000 nos."""
    first, _, rest = bare.partition(" ")
    many, one = (unit_of(first), unit_of(rest)) if rest else (None, None)
    if many is None or one is None or many.key or many.times == 1 or one.times != 1:
        return None
    return Unit(one.key, many.times)


_PER: Final = re.compile(r"(.+?)(?: ?/ ?| per |／)(.+?)\.?", re.IGNORECASE)


def _by_span(bare: str, beside: str) -> Unit | None:
    """Return what is counted by a span of time of which no other table tells: KL per month."""
    parted = _PER.fullmatch(bare)
    span = span_of(parted[2]) if parted else ""
    found = unit_of(parted[1], beside.rpartition("/")[0]) if parted and span else None
    if found is None or not is_known(f"{found.key}/{span}"):
        return None
    return Unit(f"{found.key}/{span}", found.times)


def span_of(said: str) -> str:
    """Return the span of time that a word means behind a stroke; empty where it means none."""
    return _spans().get(said.strip().casefold(), "")


@cache
def _spans() -> dict[str, str]:
    said = {
        word: span for language in EVERY for word, span in language.cells.spans_of_units.items()
    }
    known = {name.casefold(): span for span in spans() for name, _ in names(span)}
    return said | known | {name: span for span in spans() for name in printed_spans(span)}


_LIKELY: Final = {
    word: unit for language in EVERY for word, unit in language.cells.likely_units.items()
}
"""What is probably meant by names that mean more, or other units to others."""
_LIKENESS: Final = 0.82


def likely_unit(unit: str) -> Unit | None:
    """Return the known unit that is meant, or nothing where that is not sure: t is not kt, however
    alike they are.
    """
    if is_doubtful(unit):
        return None
    said = " ".join(unit.split()).casefold().rstrip(".")
    names = _names() | _LIKELY
    found = unit_of(unit) or unit_of(said)
    close = [] if found or said in names or not said.isalpha() else _alike(said, names)
    return found or next((Unit(names[name]) for name in (said, *close) if name in names), None)


def _alike(said: str, names: Iterable[str]) -> list[str]:
    long = [name for name in names if len(name) > 4 and name.isalpha()]
    return get_close_matches(said, long, 1, _LIKENESS)


@cache
def _names() -> dict[str, str]:
    """Return the keys of all units by what they are called in any language."""
    printed = {
        f"{before} {behind}".strip().casefold(): key
        for key, _lang, before, behind in printed_forms()
        if key
    }
    return {key.casefold(): key for key in known_units()} | printed
