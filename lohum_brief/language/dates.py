"""How dates and times print: 10 जुलाई 2025 (गुरुवार), 10 July 2025 (Thursday), 2025年7月10日（木）.

The forms are the languages' own (`rooms.dates`). Names of months and weekdays are CLDR's, written
out because they stand on every page and loading CLDR takes as long as ten of them; the tests
compare them with Babel's.
"""

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP, digits_of
from lohum_brief.language.rooms.dates import clock
from lohum_brief.message import Forms, forms, msg

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

_ZONES: Final = {
    "Asia/Kolkata": phrase("IST"),
    "Asia/Calcutta": phrase("IST"),
    "Asia/Tokyo": phrase("JST"),
}


class UnknownZoneError(BriefError, LookupError):
    """A time zone that the system does not know."""


def date(
    day: dt.date, lang: Lang, *, weekday: bool = False, era: bool = False, devanagari: bool = False
) -> str:
    """Return a date, with the weekday behind it if wanted. `era` counts Japanese years by the era:
    令和元年5月1日.
    """
    return digits_of(LANGUAGES[lang].dates.date(day, weekday=weekday, era=era), lang, devanagari)


def in_each(day: dt.date) -> Forms:
    """Return a date as each language has it, for a message."""
    return forms({lang: date(day, lang) for lang in LANGUAGES})


def day(day: dt.date, lang: Lang, *, devanagari: bool = False) -> str:
    """Return a day of a year that is known: 2 July, 7月2日."""
    return digits_of(LANGUAGES[lang].dates.day(day), lang, devanagari)


def date_range(first: dt.date, last: dt.date, lang: Lang, *, devanagari: bool = False) -> str:
    """Return from one day to another, each part said once: 8–10 July 2025, 2025年7月8日～10日."""
    if first == last:
        return date(first, lang, devanagari=devanagari)
    return digits_of(LANGUAGES[lang].dates.date_range(first, last), lang, devanagari)


def month(year: int, number: int, lang: Lang, *, devanagari: bool = False) -> str:
    """Return a month of a year: July 2025, 2025年7月."""
    return digits_of(LANGUAGES[lang].dates.month(year, number), lang, devanagari)


def time(when: dt.datetime | dt.time, lang: Lang, *, devanagari: bool = False) -> str:
    """Return a time of day on the 24-hour clock, two digits each so that columns align: 09:05."""
    return digits_of(clock(when), lang, devanagari)


def moment(when: dt.datetime, lang: Lang, *, devanagari: bool = False) -> str:
    """Return a day with the time of day behind it: 24 July 2025, 22:10; 2025年7月24日 22:10."""
    return digits_of(LANGUAGES[lang].dates.moment(when), lang, devanagari)


def moment_at(seconds: int, zone: str) -> dt.datetime:
    """Return what clocks of a zone show at a moment, in seconds since 1970.

    Raises UnknownZoneError.
    """
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    try:
        return moment.astimezone(_zone(zone))
    except OverflowError:  # the last hours of the year 9999 have no other clock
        return moment


def time_range(
    first: dt.datetime, last: dt.datetime, lang: Lang, *, devanagari: bool = False
) -> str:
    """From one time to another: 10:30–11:15, 10:30～11:15; a time on a later day says so: 22:30 –
    31 December, 01:30.
    """
    return digits_of(LANGUAGES[lang].dates.time_range(first, last), lang, devanagari)


def two_clocks(
    when: dt.datetime,
    place_zone: str,
    guest_zone: str,
    lang: Lang,
    *,
    until: dt.datetime | None = None,
    devanagari: bool = False,
) -> str:
    """Return a local time at the place with the guests' beside it: 10:30 IST (14:00 JST), or a time
    `until` another.

    Another day on the second clock is said; where both clocks agree there is one. Raises
    UnknownZoneError.
    """
    text, beside, *_ = clocks(when, place_zone, guest_zone, lang, until=until)
    if beside:
        text += LANGUAGES[lang].punctuation.aside(beside)
    return digits_of(text, lang, devanagari)


def later(start: dt.datetime, after: dt.timedelta, zone: str) -> dt.datetime:
    """Return what the clocks of a place show some time after a time there.

    They may be put forward or back meanwhile; `fold` says which of two hours alike it is. Raises
    UnknownZoneError, and OverflowError behind the last day there is.
    """
    first = start.replace(tzinfo=_zone(zone))
    then = (start + after).replace(tzinfo=first.tzinfo)
    # A time that the clocks leave out, or show twice, has another offset by its `fold`.
    if first.utcoffset() == then.utcoffset() == then.replace(fold=1).utcoffset():
        return start + after
    moment = first.astimezone(dt.UTC) + after
    return moment.astimezone(first.tzinfo).replace(tzinfo=None)


def elapsed(start: dt.datetime, until: dt.datetime, zone: str) -> dt.timedelta:
    """Return how long it is from one time to another on the clocks of a place, which may be put
    forward or back meanwhile. Raises UnknownZoneError.
    """
    first, last = (when.replace(tzinfo=_zone(zone)).utcoffset() for when in (start, until))
    assert first is not None and last is not None  # noqa: S101 PT018 - a zone has an offset
    return until - start + (first - last)


class Clocks(NamedTuple):
    """The two parts of `two_clocks`; the second is empty where both clocks agree."""

    place: str
    guests: str
    one_day: bool
    """Neither says another day, so that the times read alike in all languages."""
    turned: bool
    """The clocks of the place are put forward or back between the two times."""


def neutral_clocks(
    when: dt.datetime, place_zone: str, guest_zone: str, *, until: dt.datetime | None = None
) -> tuple[str, str]:
    """Return the same in a form that belongs to no language: 22:30–01:30 (+1) and 02:00 (+1)–05:00
    (+1) JST.

    A number says how many days later or earlier a time is, as timetables of flights do. Raises
    UnknownZoneError.
    """
    here, there = _on_both(when, place_zone, guest_zone, until)
    place, guests = (
        [_counted(moment, when.date()) for moment in moments] for moments in (here, there)
    )
    told = _with_offsets(place, here) if _turned(here) else "–".join(place)
    if not _apart(here, there):
        return told, ""
    if _turned(there):
        return told, _with_offsets(guests, there)
    return told, f"{'–'.join(guests)} {_zone_name(there[0], guest_zone, 'en')}"


def _with_offsets(texts: list[str], moments: list[dt.datetime]) -> str:
    return " – ".join(
        f"{text} {_offset(moment)}" for text, moment in zip(texts, moments, strict=True)
    )


def _apart(here: list[dt.datetime], there: list[dt.datetime]) -> bool:
    """Return whether the clocks of two places differ at one of these moments."""
    return any(one.utcoffset() != other.utcoffset() for one, other in zip(here, there, strict=True))


def _turned(times: list[dt.datetime]) -> bool:
    """Return whether the clocks of one place are put forward or back between these moments."""
    return times[0].utcoffset() != times[-1].utcoffset()


def _counted(moment: dt.datetime, day: dt.date) -> str:
    days = (moment.date() - day).days
    return clock(moment) + (f"{NBSP}({'+' if days > 0 else '−'}{abs(days)})" if days else "")


def clocks(
    when: dt.datetime,
    place_zone: str,
    guest_zone: str,
    lang: Lang,
    *,
    until: dt.datetime | None = None,
) -> Clocks:
    """Return a time, or a time `until` another, at the place and on the guests' clock. Raises
    UnknownZoneError.
    """
    here, there = _on_both(when, place_zone, guest_zone, until)
    text = _times(here, place_zone, when.date(), lang)
    beside = _apart(here, there)
    one_day = {moment.date() for moment in (*here, *(there if beside else ()))} == {when.date()}
    guests = _times(there, guest_zone, when.date(), lang) if beside else ""
    return Clocks(text, guests, one_day, _turned(here))


def _on_both(
    when: dt.datetime, place_zone: str, guest_zone: str, until: dt.datetime | None
) -> tuple[list[dt.datetime], list[dt.datetime]]:
    """One or two moments as the clocks of the place and those of the guests show them."""
    here = [moment.replace(tzinfo=_zone(place_zone)) for moment in (when, until) if moment]
    try:
        return here, [moment.astimezone(_zone(guest_zone)) for moment in here]
    except OverflowError:  # the last hours of the year 9999 have no other clock
        return here, here


def fiscal_year(
    start: int, lang: Lang, *, months: bool = True, era: bool = False, devanagari: bool = False
) -> str:
    """Return the Indian (and Japanese) fiscal year that begins in April of `start`; say its months
    once in a pack.

    `era` counts as Japanese offices do: 令和6年度. That of 2019 is 令和元年度, though it began in
    the last month of 平成.
    """
    return digits_of(
        LANGUAGES[lang].dates.fiscal_year(start, months=months, era=era), lang, devanagari
    )


def as_of(text: str, lang: Lang, *, months: bool = True, devanagari: bool = False) -> str:
    """Print a stored date, month, year or fiscal year: 2025-07-08, 2025-07, 2025, FY2024. All else
    stays as it is.
    """
    if not text.isascii():
        return text
    if _is_fiscal(text):
        return fiscal_year(int(text[2:]), lang, months=months, devanagari=devanagari)
    try:
        parts = [int(part) for part in text.split("-")] if text.replace("-", "").isdecimal() else []
        match parts:
            case [_] if len(text) == 4:
                return digits_of(LANGUAGES[lang].dates.year(text), lang, devanagari)
            case [year, number] if len(text) == 7 and 1 <= number <= 12:
                return month(year, number, lang, devanagari=devanagari)
            case [year, number, day] if len(text) == 10:
                return date(dt.date(year, number, day), lang, devanagari=devanagari)
    except ValueError:  # no such day
        pass
    return text


def _is_fiscal(text: str) -> bool:
    return text.startswith("FY") and len(text) == 6 and text[2:].isdecimal()


def _times(times: list[dt.datetime], zone: str, day: dt.date, lang: Lang) -> str:
    """One time, or from one to another, on a clock; what is not on `day` says so.

    A clock that is put forward or back meanwhile says at both ends how far it is from UTC.
    """
    names = (
        [_offset(when) for when in times] if _turned(times) else [_zone_name(times[0], zone, lang)]
    )
    return LANGUAGES[lang].dates.times(times, (names[0], names[-1]), day)


def _zone_name(when: dt.datetime, zone: str, lang: Lang) -> str:
    return words(lang)(_ZONES[zone]) if zone in _ZONES else _offset(when)


def _offset(when: dt.datetime) -> str:
    minutes = int((when.utcoffset() or dt.timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


@cache
def _zone(name: str) -> "ZoneInfo":
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - not every pack has a second clock

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise UnknownZoneError(
            msg("The time zone {zone} is unknown; write it as Asia/Tokyo.", zone=name)
        ) from None
