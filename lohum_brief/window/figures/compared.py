"""What a mineral of a comparison says, in the language of the window: its facts in words, its
shares as bars.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.countries import UnknownCountryError, country
from lohum_brief.language.interface import interface, say
from lohum_brief.language.numbers import decimal, integer, is_printable, percent
from lohum_brief.language.units import quantity, unit_name
from lohum_brief.service.messages.review import Compared, ComparedMineral
from lohum_brief.visit.change import not_all
from lohum_brief.visit.concentration import HIGH, MODERATE
from lohum_brief.visit.records import Mineral, Series, Source
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels

_PLACES: Final = 4
"""Largest places of a mineral that have a bar of their own."""
_PERIODS: Final = 6
_WHOLE: Final = 100
"""From here on decimals only hide how values compare."""
_TREND: Final = {
    True: phrase("+{percent} since {period}"),
    False: phrase("−{percent} since {period}"),
}
_MEANING: Final = (
    (Decimal(HIGH), phrase("highly concentrated")),
    (Decimal(MODERATE), phrase("moderately concentrated")),
    (Decimal(0), phrase("not concentrated")),
)


class Bar(NamedTuple):
    """`part` of the whole, from 0 to 1; `firm` is drawn full, what is only the rest or a projection
    hollow.
    """

    name: str
    said: str
    part: float
    firm: bool


class Card(NamedTuple):
    """A mineral: what is known of it line by line, its bars, and who says so."""

    mineral: str
    name: str
    facts: tuple[str, ...]
    bars: tuple[Bar, ...]
    shares: bool
    """Whether the bars are shares of places, not amounts in time."""
    sources: str

    def spoken(self) -> str:
        """All of it as one text."""
        bars = "; ".join(f"{bar.name} {bar.said}" for bar in self.bars)
        return "\n".join(part for part in (self.name, *self.facts, bars, self.sources) if part)


def cards(found: Compared, visit: Visit) -> list[Card]:
    """The minerals of an answer as they are called now, without those that are gone."""
    return [_card(one, found, visit) for one in found.minerals if visit.get(Mineral, one.mineral)]


def _card(one: ComparedMineral, found: Compared, visit: Visit) -> Card:
    mineral = visit.get(Mineral, one.mineral)
    names = [source.title for ident in one.sources if (source := visit.get(Source, ident))]
    return Card(
        one.mineral,
        labels.title(mineral, visit) if mineral else one.mineral,
        tuple(_facts(one, visit)),
        tuple(_shares(one, found) if one.shares else _periods(one, found)),
        bool(one.shares),
        say("Source: {names}", names="; ".join(names)) if names else "",
    )


def _facts(one: ComparedMineral, visit: Visit) -> Iterator[str]:
    lang = interface()
    when = say("{year}, estimated", year=_year(one.period)) if one.estimated else _year(one.period)
    series = visit.get(Series, one.series)
    if one.world is not None and is_printable(one.world):
        amount = quantity(one.world, one.unit, lang)
        priced = series is not None and series.measure == "price"
        text = say("{amount} ({year})", amount=amount, year=when)
        yield text if priced else say("World: {amount}", amount=text)
    else:
        yield say("{year}, no total for the world", year=when)
    unit = unit_name(one.unit, lang)
    if one.unit.partition(", ")[2]:
        yield say("Unit: {unit}", unit=unit)
    if one.growth is not None:
        size = percent(abs(not_all(round(one.growth, 1), one.growth)), lang, digits=1)
        yield say(_TREND[one.growth >= 0], percent=size, period=_year(one.since))
    if one.hhi is not None:
        meaning = next(words for least, words in _MEANING if one.hhi >= least)
        yield say(
            "HHI {value}: {meaning}",
            value=integer(one.hhi, lang, indian=False),
            meaning=say(meaning),
        )


def _shares(one: ComparedMineral, found: Compared) -> Iterator[Bar]:
    known = [(share, place) for place, share in zip(found.places, one.shares, strict=True) if share]
    known.sort(key=lambda pair: -pair[0])
    for share, place in known[:_PLACES]:
        yield _share(_place(place), share, firm=True)
    rest = 100 - sum((share for share, _ in known[:_PLACES]), Decimal(0))
    if rest >= Decimal("0.05"):
        yield _share(_place("other"), rest, firm=False)


def _share(name: str, share: Decimal, *, firm: bool) -> Bar:
    return Bar(name, percent(share, interface(), digits=1), min(float(share) / 100, 1.0), firm)


def _periods(one: ComparedMineral, found: Compared) -> Iterator[Bar]:
    """Without places: how much there was and is expected to be."""
    known = [
        (period, value)
        for period, value in zip(found.periods, one.worlds, strict=True)
        if value and is_printable(value)
    ]
    now = next((at for at, (period, _) in enumerate(known) if period == one.period), len(known) - 1)
    first = max(0, min(now - _PERIODS // 2, len(known) - _PERIODS))
    shown = known[first : first + _PERIODS]
    most = max((value for _, value in shown), default=Decimal(1))
    for period, value in shown:
        ahead = period > one.period
        name = say("{year}, projection", year=_year(period)) if ahead else _year(period)
        said = decimal(value, interface(), digits=0 if value >= _WHOLE else None)
        yield Bar(name, said, max(0.0, float(value / most)), not ahead)


def _year(period: str) -> str:
    return dates.as_of(period, interface(), months=False)


def _place(code: str) -> str:
    try:
        return country(code, interface())
    except UnknownCountryError:
        return code
