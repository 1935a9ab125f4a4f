"""Values in other units than those of the record that they belong to: kt for t, lakh tonnes, ₹
crore, GWh for MWh.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.exchange import choices
from lohum_brief.exchange.fields import CellError
from lohum_brief.language.codes import LANGS
from lohum_brief.language.either import EVERY, either, words
from lohum_brief.language.parsing import UnreadableError, quantity
from lohum_brief.language.units import UnitError, convert, is_known, unit_name
from lohum_brief.message import Message, msg, msg_n
from lohum_brief.visit.explaining import legible

_EXACT: Final = Context(prec=500)


class Conversion(NamedTuple):
    """A value as the table has it, and as it is stored."""

    said: str
    unit: str
    old: Decimal
    new: Decimal


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


_PERSONS: Final = frozenset({"people", "members"})

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
    return "" if unit and said in _names(unit) else kept


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
    return tuple(key for key in keys if is_known(key))


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
    first, _, rest = bare.partition(" ")
    for text in (f"1 {bare}", f"{bare}1", f"{first}1 {rest}"):  # tonnes; ₹; ₹ crore
        try:
            read = quantity(text, unit=beside)
        except UnreadableError:
            continue
        if read.upper is None and not read.about:
            return Unit(read.unit, read.value)
    return None


def in_unit(value: Decimal, said: str, unit: str) -> tuple[Decimal, Conversion | None]:
    """The value in the unit of its record, and what was done to it. Raises CellError where that
    cannot be done exactly.
    """
    if not said or _means(said, unit):
        return value, None
    found = unit_of(said, unit)
    if found is None:
        raise _other(said, unit)
    amount, key = _EXACT.multiply(value, found.times), found.key or unit
    if {key, unit} <= _PERSONS:  # 450名 where people are counted: either word counts persons
        key = unit
    try:
        new = convert(amount, key, unit)
        exact = convert(new, unit, key) == amount
    except UnitError:
        raise _other(said, unit) from None
    if not exact:
        raise CellError(
            msg(
                "{value} {said} is no exact number in {unit}; write it in {unit}",
                value=str(value),
                said=legible(said, 40),
                unit=unit,
            )
        )
    if new == value and found.times == 1:
        return value, None
    plain = _plain(new)
    return plain, Conversion(said, unit, value, plain)


def _means(said: str, unit: str) -> bool:
    """Whether what is said is the unit itself, or one of its names."""
    return said == unit or choices.folded(said) == choices.folded(unit) or said in _names(unit)


def _plain(value: Decimal) -> Decimal:
    """A number without zeros behind its point, and without powers of ten."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=_EXACT)
    return value.normalize(_EXACT)


def is_same(one: str, other: str) -> bool:
    """Whether two units are one, however they are written: ₹ and INR, tonnes and t."""
    if one == other or choices.folded(one) == choices.folded(other):
        return True
    first, second = unit_of(one, other), unit_of(other, one)
    return first is not None and first == second


def is_multiple(column: str, said: str) -> bool:
    """Whether a column counts in a multiple of the unit that a value says: ₹ crore and ₹."""
    whole, one = (unit_of(column), unit_of(said)) if column and said else (None, None)
    return (
        whole is not None
        and one is not None
        and bool(whole.key)
        and whole.key == one.key
        and whole.times != 1
        and one.times == 1
    )


def is_convertible(said: str, unit: str) -> bool:
    """Whether a unit that a table says is of the kind of another."""
    try:
        in_unit(Decimal(0), said, unit)
    except CellError:
        return False
    return True


def notes_of(conversions: Sequence[Conversion]) -> Iterator[Message]:
    """A note for each pair of units, which the preview shows."""
    for said, unit in dict.fromkeys((one.said, one.unit) for one in conversions):
        done = [one for one in conversions if (one.said, one.unit) == (said, unit)]
        yield msg_n(
            "{count} value is converted from {said} to {unit}, such as {old} to {new}.",
            "{count} values are converted from {said} to {unit}, such as {old} to {new}.",
            len(done),
            said=legible(said, 40),
            unit=unit,
            old=f"{done[0].old:f}",
            new=f"{done[0].new:f}",
        )


def _other(said: str, unit: str) -> CellError:
    return CellError(
        msg(
            "the unit is “{said}”, which cannot be converted into “{unit}”, in which the record "
            "counts",
            said=legible(said, 40),
            unit=unit,
        )
    )


@lru_cache(100)  # the values of a list are in few units
def _names(unit: str) -> tuple[str, ...]:
    return tuple(unit_name(unit, lang).replace("\u00a0", " ") for lang in LANGS)
