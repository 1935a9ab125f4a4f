"""How dates and times print: 10 जुलाई 2025 (गुरुवार), 10 July 2025 (Thursday), 2025年7月10日（木）.

Names of months and weekdays are CLDR's, written out because they stand on every page and loading CLDR takes as long as
ten of them; the tests compare them with Babel's.
"""

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, say, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.numbers import NBSP, digits_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

MONTHS: Final[dict[Lang, tuple[str, ...]]] = {
    "hi": ("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
    "en": (
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
    ),
    "ja": tuple(f"{month}月" for month in range(1, 13)),
}

WEEKDAYS: Final[dict[Lang, tuple[str, ...]]] = {
    "hi": ("सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ja": tuple("月火水木金土日"),
}
"""From Monday, as `date.weekday` counts; the Japanese ones in the short form that stands behind a date."""

ERAS: Final = (
    (dt.date(2019, 5, 1), "令和"),
    (dt.date(1989, 1, 8), "平成"),
    (dt.date(1926, 12, 25), "昭和"),
    (dt.date(1912, 7, 30), "大正"),
    (dt.date(1873, 1, 1), "明治"),  # the calendar became Gregorian in the sixth year
)

_ZONES: Final = {"Asia/Kolkata": phrase("IST"), "Asia/Calcutta": phrase("IST"), "Asia/Tokyo": phrase("JST")}


class UnknownZoneError(BriefError, LookupError):
    """A time zone that the system does not know."""


def date(day: dt.date, lang: Lang, *, weekday: bool = False, era: bool = False, devanagari: bool = False) -> str:
    """A date, with the weekday behind it if wanted. `era` counts Japanese years by the era: 令和元年5月1日."""
    if lang == "ja":
        text = f"{era_year(day) if era else f'{day.year}年'}{day.month}月{day.day}日"
        return text + (f"（{WEEKDAYS[lang][day.weekday()]}）" if weekday else "")
    text = f"{day.day} {MONTHS[lang][day.month - 1]} {day.year}"
    text += f" ({WEEKDAYS[lang][day.weekday()]})" if weekday else ""
    return digits_of(text, lang, devanagari)


def day(day: dt.date, lang: Lang, *, devanagari: bool = False) -> str:
    """A day of a year that is known: 2 July, 7月2日."""
    if lang == "ja":
        return f"{day.month}月{day.day}日"
    return digits_of(f"{day.day} {MONTHS[lang][day.month - 1]}", lang, devanagari)


def era_year(day: dt.date) -> str:
    """The Japanese year of a day: 令和7年, and 令和元年 for the first. Western before 1873."""
    for start, name in ERAS:
        if day >= start:
            year = day.year - (1868 if name == "明治" else start.year) + 1
            return f"{name}{'元' if year == 1 else year}年"
    return f"{day.year}年"


def date_range(first: dt.date, last: dt.date, lang: Lang, *, devanagari: bool = False) -> str:
    """From one day to another, each part said once: 8–10 July 2025, 2025年7月8日～10日."""
    if first == last:
        return date(first, lang, devanagari=devanagari)
    same_year, same_month = first.year == last.year, first.year == last.year and first.month == last.month
    if lang == "ja":
        end = f"{last.day}日" if same_month else f"{last.month}月{last.day}日"
        return f"{date(first, lang)}～{end if same_year else date(last, lang)}"
    start = f"{first.day}"
    if not same_month:
        start += f" {MONTHS[lang][first.month - 1]}" + ("" if same_year else f" {first.year}")
    joint = "–" if same_month else " – "
    return digits_of(start, lang, devanagari) + joint + date(last, lang, devanagari=devanagari)


def month(year: int, number: int, lang: Lang, *, devanagari: bool = False) -> str:
    """A month of a year: July 2025, 2025年7月."""
    name = MONTHS[lang][number - 1]
    return f"{year}年{name}" if lang == "ja" else digits_of(f"{name} {year}", lang, devanagari)


def time(when: dt.datetime | dt.time, lang: Lang, *, devanagari: bool = False) -> str:
    """A time of day on the 24-hour clock, two digits each so that columns align: 09:05."""
    return digits_of(f"{when.hour:02}:{when.minute:02}", lang, devanagari)


def moment(when: dt.datetime, lang: Lang, *, devanagari: bool = False) -> str:
    """A day with the time of day behind it: 24 July 2025, 22:10; 2025年7月24日 22:10."""
    between = " " if lang == "ja" else ", "
    return date(when, lang, devanagari=devanagari) + between + time(when, lang, devanagari=devanagari)


def moment_at(seconds: int, zone: str) -> dt.datetime:
    """What the clocks of a zone show at a moment, in seconds since 1970. Raises UnknownZoneError."""
    moment = dt.datetime.fromtimestamp(seconds, dt.UTC)
    try:
        return moment.astimezone(_zone(zone))
    except OverflowError:  # the last hours of the year 9999 have no other clock
        return moment


def time_range(first: dt.datetime, last: dt.datetime, lang: Lang, *, devanagari: bool = False) -> str:
    """From one time to another: 10:30–11:15, 10:30～11:15; a time on a later day says so: 22:30 – 31 December, 01:30."""
    days = (last.date() - first.date()).days
    if lang == "ja":
        text = f"{time(first, lang)}～{_on_day(time(last, lang), days, last, lang)}"
    else:
        text = time(first, lang) + (f" – {_from_day(last, lang)}" if days else f"–{time(last, lang)}")
    return digits_of(text, lang, devanagari)


def two_clocks(
    when: dt.datetime,
    place_zone: str,
    guest_zone: str,
    lang: Lang,
    *,
    until: dt.datetime | None = None,
    devanagari: bool = False,
) -> str:
    """A local time at the place with the guests' beside it: 10:30 IST (14:00 JST), or a time `until` another.

    Another day on the second clock is said; where both clocks agree there is one. Raises UnknownZoneError.
    """
    text, beside, _ = clocks(when, place_zone, guest_zone, lang, until=until)
    if beside:
        text += f"（{beside}）" if lang == "ja" else f" ({beside})"
    return digits_of(text, lang, devanagari)


class Clocks(NamedTuple):
    """The two parts of `two_clocks`; the second is empty where both clocks agree."""

    place: str
    guests: str
    one_day: bool
    """Neither says another day, so that the times read alike in all languages."""


def neutral_clocks(
    when: dt.datetime, place_zone: str, guest_zone: str, *, until: dt.datetime | None = None
) -> tuple[str, str]:
    """The same in a form that belongs to no language: 22:30–01:30 (+1) and 02:00 (+1)–05:00 (+1) JST.

    A number says how many days later or earlier a time is, as timetables of flights do. Raises UnknownZoneError.
    """
    here, there = _on_both(when, place_zone, guest_zone, until)
    beside = here[0].utcoffset() != there[0].utcoffset()
    place, guests = ("–".join(_counted(moment, when.date()) for moment in moments) for moments in (here, there))
    return place, f"{guests} {_zone_name(there[0], guest_zone, 'en')}" if beside else ""


def _counted(moment: dt.datetime, day: dt.date) -> str:
    days = (moment.date() - day).days
    return time(moment, "en") + (f"{NBSP}({'+' if days > 0 else '−'}{abs(days)})" if days else "")


def clocks(
    when: dt.datetime, place_zone: str, guest_zone: str, lang: Lang, *, until: dt.datetime | None = None
) -> Clocks:
    """A time, or a time `until` another, at the place and on the guests' clock. Raises UnknownZoneError."""
    here, there = _on_both(when, place_zone, guest_zone, until)
    text = _clock(here, place_zone, when.date(), lang)
    beside = here[0].utcoffset() != there[0].utcoffset()
    one_day = {moment.date() for moment in (*here, *(there if beside else ()))} == {when.date()}
    return Clocks(text, _clock(there, guest_zone, when.date(), lang) if beside else "", one_day)


def _on_both(
    when: dt.datetime, place_zone: str, guest_zone: str, until: dt.datetime | None
) -> tuple[list[dt.datetime], list[dt.datetime]]:
    """One or two moments as the clocks of the place and those of the guests show them."""
    here = [moment.replace(tzinfo=_zone(place_zone)) for moment in (when, until) if moment]
    try:
        return here, [moment.astimezone(_zone(guest_zone)) for moment in here]
    except OverflowError:  # the last hours of the year 9999 have no other clock
        return here, here


def fiscal_year(start: int, lang: Lang, *, months: bool = True, era: bool = False, devanagari: bool = False) -> str:
    """The Indian (and Japanese) fiscal year that begins in April of `start`; say its months once in a pack.

    `era` counts as Japanese offices do: 令和6年度. That of 2019 is 令和元年度, though it began in the last month of 平成.
    """
    years = f"{start}-{(start + 1) % 100:02}"
    text, said = {
        "hi": (f"वित्त वर्ष {years}", " (अप्रैल–मार्च)"),
        "en": (f"FY {years}", " (April–March)"),
        "ja": (era_year(dt.date(start, 5, 1)) + "度" if era else f"{start}年度", "（4月～翌年3月）"),
    }[lang]
    return digits_of(text + (said if months else ""), lang, devanagari)


def as_of(text: str, lang: Lang, *, months: bool = True, devanagari: bool = False) -> str:
    """Print a stored date, month, year or fiscal year: 2025-07-08, 2025-07, 2025, FY2024. All else stays as it is."""
    if not text.isascii():
        return text
    if text.startswith("FY") and len(text) == 6 and text[2:].isdecimal():
        return fiscal_year(int(text[2:]), lang, months=months, devanagari=devanagari)
    try:
        parts = [int(part) for part in text.split("-")] if text.replace("-", "").isdecimal() else []
        match parts:
            case [year] if len(text) == 4:
                return f"{year}年" if lang == "ja" else digits_of(text, lang, devanagari)
            case [year, number] if len(text) == 7 and 1 <= number <= 12:
                return month(year, number, lang, devanagari=devanagari)
            case [year, number, day] if len(text) == 10:
                return date(dt.date(year, number, day), lang, devanagari=devanagari)
    except ValueError:  # no such day
        pass
    return text


def _clock(times: list[dt.datetime], zone: str, day: dt.date, lang: Lang) -> str:
    """One time, or from one to another, on a clock; what is not on `day` says so, both times once if they share a day."""
    first, last = times[0], times[-1]
    name = _zone_name(first, zone, lang)
    start, end = ((when.date() - day).days for when in (first, last))
    if lang == "ja":
        text = name + _on_day(time(first, lang), start, first, lang)
        return (
            text if len(times) == 1 else f"{text}～{_on_day(time(last, lang), 0 if start == end else end, last, lang)}"
        )
    text = time(last, lang)
    if len(times) > 1 and start == end:
        text = f"{time(first, lang)}–{text}"
    elif len(times) > 1:
        until = _from_day(last, lang) if end else text
        return f"{_on_day(time(first, lang), start, first, lang)} – {until} {name}"
    return _on_day(f"{text} {name}", end, last, lang)


def _zone_name(when: dt.datetime, zone: str, lang: Lang) -> str:
    return words(lang)(_ZONES[zone]) if zone in _ZONES else _offset(when)


def _on_day(clock: str, days: int, when: dt.datetime, lang: Lang) -> str:
    if not days:
        return clock
    if lang == "ja":
        return {1: "翌日", -1: "前日"}.get(days, f"{when.month}月{when.day}日") + clock
    return f"{clock}, {when.day} {MONTHS[lang][when.month - 1]}"


def _from_day(when: dt.datetime, lang: Lang) -> str:
    """A time of another day behind one that is not: its day stands before it, or both would seem to be on that."""
    return f"{day(when.date(), lang)}, {time(when, lang)}"


def _offset(when: dt.datetime) -> str:
    minutes = int((when.utcoffset() or dt.timedelta()).total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


@cache
def _zone(name: str) -> "ZoneInfo":
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise UnknownZoneError(say("The time zone {zone} is unknown; write it as Asia/Tokyo.", zone=name)) from None
