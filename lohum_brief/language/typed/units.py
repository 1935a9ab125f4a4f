"""The unit or currency that stands around a number."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.language.mention import Mention, Weight
from lohum_brief.language.typed.lexicon import (
    BEFORE,
    BEFORE_PATTERN,
    Measure,
    beginnings,
    dense,
    measures,
)

_LETTER: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_DEVANAGARI: Final = re.compile("[\u0900-\u0963\u0970-\u097f]")
_LEAD: Final = re.compile(r"(?:/-)?(?: ?[- ]?)")
_RAISED: Final = {"²": "2", "³": "3", "₂": "2"}
_REACH: Final = 12


class Around(NamedTuple):
    """The unit of a number, where number and unit begin and end, and whether it is a currency
    before the number.
    """

    start: int
    stop: int
    meant: tuple[Measure, ...]
    before: bool = False


def around(text: str, start: int, stop: int) -> Around:
    """Return the unit behind a number of a folded text, or the currency before it."""
    if found := BEFORE_PATTERN.search(text, max(0, start - _REACH), start):
        currency = BEFORE[found[1].lower()]
        return Around(found.start(), stop, (Measure(currency, Decimal(1)),), before=True)
    end, meant = _behind(text, stop)
    return Around(start, end, meant)


def scale_of(value: Decimal, figures: Decimal | None) -> Decimal:
    """Return the one large unit behind figures: 10,000,000 of 5 crore, 1 where there is none, 0 for
    several, as in 3億4,000万.
    """
    scale = value / figures if figures else Decimal(1)
    return scale.normalize() if scale.normalize().as_tuple().digits == (1,) else Decimal(0)


def measured(
    text: str,
    start: int,
    stop: int,
    value: Decimal,
    *,
    scale: Decimal = Decimal(1),
    weight: Weight = "figure",
    values: Iterable[Decimal] = (),
    unsure: bool = False,
) -> Mention:
    """Return the mention of a number with the unit that stands around it; `values` are what else it
    can be.
    """
    found = around(text, start, stop)
    unit = text[found.start : start] if found.before else text[stop : found.stop]
    return Mention(
        start,
        stop,
        weight,
        values=frozenset((value, *values)),
        amounts=frozenset((measure.kind, value * measure.size) for measure in found.meant),
        unit=unit.strip(" -/"),
        scale=scale,
        unsure=unsure,
        rough=any(measure.rough for measure in found.meant),
        whole=(found.start, found.stop),
    )


def _behind(text: str, stop: int) -> tuple[int, tuple[Measure, ...]]:
    """Return the longest name of a unit there; one in Latin letters or Devanagari ends where its
    word does.
    """
    lead = _LEAD.match(text, stop)
    at = lead.end() if lead else stop
    names, begun, key = measures(), beginnings(), ""
    best: tuple[int, tuple[Measure, ...]] = (stop, ())
    for place in range(at, len(text)):
        letter = text[place]
        if letter in " -":
            continue
        key = dense(key + _RAISED.get(letter, letter))
        if key not in begun:
            break
        found = names.get(key)
        if found and _ends(text, place + 1, letter):
            best = place + 1, found
    return best


def _ends(text: str, place: int, last: str) -> bool:
    following = text[place : place + 1]
    if _LETTER.match(last):
        return not _LETTER.match(following)
    return not (_DEVANAGARI.match(last) and _DEVANAGARI.match(following))
