"""What a figure token means in a visit: the one stored value, with its unit, date and sources."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.language.rooms.units import About
from lohum_brief.message import listed, msg
from lohum_brief.visit import sides
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.own_units import settled
from lohum_brief.visit.records import (
    Figure,
    Ids,
    Item,
    Metric,
    Mineral,
    Note,
    Observation,
    Particulars,
    Person,
    Point,
    Record,
    Section,
    Series,
    Statement,
)
from lohum_brief.visit.schedule import end
from lohum_brief.visit.tokens import Kind, Token, dated, form
from lohum_brief.visit.visit import Visit


class UnknownFigureError(BriefError):
    """A token that names nothing in the visit, or nothing that these readers may read; its text
    names the nearest.
    """


class Rate(msgspec.Struct, frozen=True):
    """What one unit of a value's currency is in another, and of which day or period that is."""

    currency: str
    value: Decimal
    as_of: str
    record: str = ""
    sourced: bool = True


class Value(NamedTuple):
    """A number; or a date as it is stored: 2025-07-08, 2025-07, 2025, FY2024; or what stands for
    itself.
    """

    number: Decimal = Decimal(0)
    upper: Decimal | None = None
    unit: str = ""
    about: About = ""
    date: str = ""
    moment: dt.datetime | None = None
    """The same with its time of day, on the clock of the first of the `zones`: the place of the
    visit and the guests'.
    """
    zones: tuple[str, str] = ("", "")
    literal: str = ""
    rate: Rate | None = None
    world: Decimal | None = None
    """The value of the whole world at the same time, for shares of it."""
    sources: Ids = ()
    record: str = ""
    """The record that holds the value."""
    as_of: str = ""
    """Of which day or period the value is."""
    valid_until: dt.date | None = None
    target: str = ""
    """The record whose page is meant."""
    page: int = 0
    """Where a pack prints that; 0 where it is not known yet."""
    superseded: str = ""
    """The record of the reading that was chosen instead."""


def is_delegate(person: Person, visit: Visit) -> bool:
    """Return whether somebody belongs to the delegation itself: interpreters and staff come with it
    and are no members.
    """
    return person.duty in ("head", "member") and sides.side(person, visit) == "guest"


COUNTED: Final[dict[str, tuple[str, Callable[[Visit], int]]]] = {
    "delegates": (
        "members",
        lambda visit: (
            visit.particulars.size or sum(is_delegate(person, visit) for person in visit.of(Person))
        ),
    ),
    "guests": ("people", lambda visit: _people(visit, "guest")),
    "hosts": ("people", lambda visit: _people(visit, "host", ("head", "member", "staff"))),
    "interpreters": (
        "people",
        lambda visit: sum(person.duty == "interpreter" for person in visit.of(Person)),
    ),
    "minerals": ("minerals", lambda visit: len(visit.of(Mineral))),
}
"""What `{count:…}` counts, and its unit. Delegates are as many as announced, else as many as are
listed.
"""

DATED: Final[dict[type[Record], tuple[str, ...]]] = {
    Particulars: ("start", "end"),
    Item: ("start", "end"),
    Observation: ("as_of", "valid_until"),
    Figure: ("as_of", "valid_until"),
    Series: ("as_of", "valid_until"),
    Note: ("date", "due"),
    Statement: ("date",),
}
"""What `{date:ID.FIELD}` prints: fields, and when an item ends."""

_DATE: Final = r"(FY)?[0-9]{4}|[0-9]{4}-[0-9]{2}(-[0-9]{2})?"

K = TypeVar("K", bound=Record)


def held_until(record: Observation | Figure | Series) -> dt.date | None:
    """Return the last day on which a figure is to be printed: as it is named, else as many days
    behind the end of its day or period as it holds; None where nothing is said.
    """
    if record.valid_until is not None or record.holds is None:
        return record.valid_until
    end = ended(record.as_of)
    try:
        return dt.date.fromisoformat(end) + dt.timedelta(record.holds) if end else None
    except OverflowError:
        return dt.date.max


def stale(valid_until: dt.date | None, start: dt.date | None) -> bool:
    """Return whether a figure is no longer valid on the day on which the visit starts."""
    return valid_until is not None and start is not None and valid_until < start


def chosen(readings: Sequence[Observation]) -> Observation:
    """Return the reading that is printed where only one can be: the latest of the chosen ones, or
    of all if none is.
    """
    return max(
        [reading for reading in readings if reading.chosen] or readings,
        key=lambda reading: ended(reading.as_of),
    )


@lru_cache(
    maxsize=4096
)  # values are compared by their dates again and again, and of dates there are few
def ended(as_of: str) -> str:
    """Return the last day of a stored date or period, such as 2025-03-31 for FY2024; empty for
    anything else.
    """
    if not re.fullmatch(_DATE, as_of):
        return ""
    year = as_of.removeprefix("FY")
    try:
        match len(year):
            case 4:
                day = dt.date(int(year), 12, 31) if year == as_of else dt.date(int(year) + 1, 3, 31)
            case 7:
                first = dt.date.fromisoformat(year + "-01")
                # Without `calendar`, which loads the machine's locale.
                last = first.month == 12
                day = (
                    first.replace(day=31)
                    if last
                    else first.replace(month=first.month + 1) - dt.timedelta(days=1)
                )
            case _:
                day = dt.date.fromisoformat(year)
    except ValueError:
        return ""
    return day.isoformat()


def began(as_of: str) -> str:
    """Return the first day of a stored date or period, such as 2024-04-01 for FY2024; empty for
    anything else.
    """
    if not ended(as_of):
        return ""
    return (
        f"{as_of[2:]}-04-01" if as_of.startswith("FY") else as_of + "-01" * ((10 - len(as_of)) // 3)
    )


class Figures:
    """The figures of a visit. `visit` holds what the readers of the text may read: nothing else is
    found.
    """

    def __init__(self, visit: Visit) -> None:
        self.visit = visit

    @property
    def readings(self) -> dict[str, list[Observation]]:
        """Observations by their metric."""
        return self.visit.gathered(_readings, Observation)

    def find(self, token: Token) -> Value:
        """Return what the token means. Raises UnknownFigureError, and MalformedTokenError where it
        asks for a currency.
        """
        value = self._value(token)
        return (
            self._exchanged(value, token, form(token).currency) if "in=" in token.options else value
        )

    def _exchanged(self, value: Value, token: Token, currency: str) -> Value:
        """Return a value with the latest chosen rate: of a figure in JPY/INR, or INR/JPY."""
        own = value.unit.partition("/")[0]
        rates = [
            figure
            for figure in self.visit.of(Figure)
            if figure.unit in (f"{currency}/{own}", f"{own}/{currency}")
            and figure.chosen
            and figure.value > 0
        ]
        if not rates:
            raise UnknownFigureError(
                msg(
                    "{token}: there is no rate; add a figure with the unit {unit}, its day and "
                    "its source.",
                    token=token.written,
                    unit=f"{currency}/{own}",
                )
            )
        found = max(rates, key=lambda figure: ended(figure.as_of))
        rate = found.value if found.unit.startswith(currency) else 1 / found.value
        return value._replace(
            rate=Rate(currency, rate, found.as_of, found.id, bool(found.sources)),
            sources=tuple(dict.fromkeys((*value.sources, *found.sources))),
        )

    def _value(self, token: Token) -> Value:
        match token.kind:
            case "metric":
                return self._metric(token)
            case "figure":
                return self._figure(token)
            case "series":
                return self._series(token)
            case "count":
                return self._count(token)
            case "date":
                return self._date(token)
            case "literal":
                return _literal(token)
            case "page":
                return self._page(token)

    def _metric(self, token: Token) -> Value:
        metric = self._named(Metric, token.kind, token.name)
        readings = self.readings.get(metric.id, []) if metric else []
        if metric is None or not readings:
            known = [found.id for found in self.visit.of(Metric) if found.id in self.readings]
            raise _unknown(token, known)
        as_of = dated(token)
        reading = _reading(token, readings, as_of) if as_of else chosen(readings)
        return Value(
            reading.value,
            unit=settled(metric.unit, self.visit),
            about=reading.about,
            sources=reading.sources,
            record=reading.id,
            as_of=reading.as_of,
            valid_until=held_until(reading),
        )

    def _figure(self, token: Token) -> Value:
        figure = self._named(Figure, token.kind, token.name)
        if figure is None:
            raise _unknown(token, [found.id for found in self.visit.of(Figure)])
        instead = ""
        if figure.conflict and not figure.chosen:
            others = [
                other.id
                for other in self.visit.of(Figure)
                if other.conflict == figure.conflict and other.chosen
            ]
            if not others:  # it would print as if it held
                raise UnknownFigureError(
                    msg(
                        "{token}: none of the readings that contradict each other in {conflict} "
                        "is chosen.",
                        token=token.written,
                        conflict=figure.conflict,
                    )
                )
            instead = others[0]
        return Value(
            figure.value,
            figure.upper,
            settled(figure.unit, self.visit),
            figure.about,
            sources=figure.sources,
            record=figure.id,
            as_of=figure.as_of,
            valid_until=held_until(figure),
            superseded=instead,
        )

    def _series(self, token: Token) -> Value:
        name, _, rest = token.name.partition("/")
        place, _, period = rest.partition("/")
        series = self._named(Series, token.kind, name)
        if series is None:
            raise _unknown(
                token, [f"{found.id}/{place}/{period}" for found in self.visit.of(Series)]
            )
        points = self.visit.gathered(_points, Series)[series.id]
        point = points.get((place, period))
        if point is None or point.value is None:
            known = [
                f"{name}/{there}/{then}"
                for (there, then), one in points.items()
                if one.value is not None
            ]
            raise _unknown(token, known)
        world = points.get(("world", period))
        return Value(
            point.value,
            unit=settled(series.unit, self.visit),
            world=world.value if world else None,
            sources=series.sources,
            record=series.id,
            as_of=period,
            valid_until=held_until(series),
        )

    def _count(self, token: Token) -> Value:
        if token.name not in COUNTED:
            raise _unknown(token, COUNTED)
        unit, count = COUNTED[token.name]
        number = count(self.visit)
        if not number:
            raise UnknownFigureError(
                msg(
                    "{token}: there is nothing that could be counted for these readers.",
                    token=token.written,
                )
            )
        return Value(Decimal(number), unit=unit)

    def _date(self, token: Token) -> Value:
        if ended(token.name):
            return Value(date=token.name)
        own = self.visit.particulars
        ident, _, field = token.name.rpartition(".")
        record: Record | None = own if ident == "visit" else self.visit.by_id.get(ident)
        if record is None or field not in DATED.get(type(record), ()):
            raise _unknown(token, self._dates())
        found = date_of(record, field, own.place_zone)
        if not found:
            raise _unknown(token, self._dates())
        value = Value(date=str(found), record=record.id)
        if not isinstance(found, dt.datetime):
            return value
        return value._replace(
            date=str(found.date()), moment=found, zones=(own.place_zone, own.guest_zone)
        )

    def _page(self, token: Token) -> Value:
        record = self.visit.by_id.get(token.name)
        if record is None or record is self.visit.particulars:
            raise _unknown(token, [one.id for one in self.visit.of(Section)])
        return Value(target=record.id, record=record.id)

    def _dates(self) -> list[str]:
        """Return what the tokens of all dates that there are name."""
        return [
            f"{'visit' if record is self.visit.particulars else record.id}.{name}"
            for record in self.visit
            for name in DATED.get(type(record), ())
            if date_of(record, name)
        ]

    def _named(self, kind: type[K], word: Kind, name: str) -> K | None:
        """Find a record by its id, or by what follows the kind in it: `capacity` of
        `metric:capacity`.
        """
        return self.visit.get(kind, name) or self.visit.get(kind, f"{word}:{name}")


def date_of(record: Record, field: str, zone: str = "") -> dt.datetime | dt.date | str | None:
    """Return what a field of `DATED` holds; None where the record has no date there. An item ends
    on the clocks of a place, if its zone is given (`schedule.end`).
    """
    if isinstance(record, Item) and field == "end":
        return end(record, zone)
    if field == "valid_until" and isinstance(record, Observation | Figure | Series):
        return held_until(record)
    found: dt.datetime | dt.date | str | None = getattr(record, field)
    return found


def _readings(visit: Visit) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {}
    for observation in visit.of(Observation):
        found.setdefault(observation.metric, []).append(observation)
    return found


def _points(visit: Visit) -> Mapping[str, Mapping[tuple[str, str], Point]]:
    return {
        series.id: {(point.place, point.period): point for point in series.points}
        for series in visit.of(Series)
    }


def _reading(token: Token, readings: Sequence[Observation], as_of: str) -> Observation:
    """Return the reading of just this date, else within this period; of several the one that is
    chosen.
    """
    found = _dated(readings, as_of)
    if not found:
        raise UnknownFigureError(
            msg(
                "{token}: the metric has no reading of {date}; there are: {known}.",
                token=legible(token.written),
                date=legible(as_of, 40),
                known=listed(sorted({one.as_of for one in readings if one.as_of})),
            )
        )
    picked = [one for one in found if one.chosen] if len(found) > 1 else found
    if len(picked) != 1:
        raise UnknownFigureError(
            msg(
                "{token}: several readings are of {date}: {known}; say which month or day, or "
                "choose one of them.",
                token=legible(token.written),
                date=legible(as_of, 40),
                known=listed(f"{one.id} ({one.as_of})" for one in found),
            )
        )
    return picked[0]


def _dated(readings: Sequence[Observation], as_of: str) -> list[Observation]:
    exact = [one for one in readings if one.as_of == as_of]
    return exact or [one for one in readings if one.as_of.startswith(f"{as_of}-")]


def _literal(token: Token) -> Value:
    if not token.name.strip():
        raise UnknownFigureError(
            msg("{token} is empty: write what is to be printed into it.", token=token.written)
        )
    return Value(literal=token.name)


def _people(visit: Visit, side: str, duties: tuple[str, ...] = ()) -> int:
    return sum(
        (not duties or person.duty in duties) and sides.side(person, visit) == side
        for person in visit.of(Person)
    )


def _unknown(token: Token, known: Iterable[str]) -> UnknownFigureError:
    from difflib import get_close_matches  # noqa: PLC0415 - few packs name an unknown figure

    names = [name.removeprefix(f"{token.kind}:") for name in known]
    wanted = token.name.removeprefix(f"{token.kind}:")[:200]
    nearest = get_close_matches(wanted, names[:5000], 1, 0) if names else []
    written = legible(token.written)
    if not nearest:
        return UnknownFigureError(
            msg("{token} names no figure; there is none of this kind here.", token=written)
        )
    right = "{" + f"{token.kind}:{nearest[0]}" + "}"
    return UnknownFigureError(
        msg(
            "{token} names no figure; the nearest there is: {nearest}.",
            token=written,
            nearest=right,
        )
    )
