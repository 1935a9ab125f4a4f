"""Passports, visas and clearances: what would keep somebody at the border or the gate."""

import datetime as dt
import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language import countries, dates
from lohum_brief.language.codes import LANGS
from lohum_brief.message import Value, forms, msg
from lohum_brief.visit.called import short
from lohum_brief.visit.readers import reads
from lohum_brief.visit.records import Particulars, Person, Vehicle
from lohum_brief.visit.sections import has_passport
from lohum_brief.visit.sides import side
from lohum_brief.visit.visit import Visit

RULE = "passports"

_MONTHS: Final = 6
"""How long after a stay many states want a passport to be valid, India among them."""
_BEFORE: Final = dt.timedelta(weeks=6)
"""How long before a visit visa or clearance are asked for at the latest."""

_CAPITALS: Final = re.compile(r"[A-Z][A-Z '’.,<-]*")
_NO_NUMBER: Final = re.compile(r"[\W_]+")
_LONG: Final = re.compile(r"O[OUH](?![AEIOUY])|UU")
"""How passports may write a long vowel: OH, OU and OO for Ō."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for passports that no list prints or that expire too early, and for visas and
    clearances that are missing, late or refused; a note where a name is another in the passport.
    Citizens of the country need none of these.
    """
    # A part of a visit has none.
    start, end = next(((one.start, one.end) for one in visit.of(Particulars)), (None, None))
    yield from _of_numbers(visit)
    for person in visit.of(Person):
        if not has_passport(person):
            continue
        yield from _of_readers(person)
        if start is not None:
            yield from _of_expiry(person, end or start)
        yield from _of_days(person)
        yield from _of_name(person)
        if side(person, visit) == "guest" and not _is_at_home(person, visit):
            yield from _of_clearance(person, start)


def _is_at_home(person: Person, visit: Visit) -> bool:
    """Return whether somebody needs neither visa nor clearance: a citizen of the country where the
    visit is; of drivers, whom the place sends, all of whom no other country is known.
    """
    if person.nationality:
        return any(
            person.nationality == countries.of_zone(one.place_zone) for one in visit.of(Particulars)
        )
    return person.duty == "driver" or person.id in visit.gathered(_drivers, Vehicle)


def _drivers(visit: Visit) -> frozenset[str]:
    return frozenset(vehicle.driver for vehicle in visit.of(Vehicle) if vehicle.driver)


def _of_numbers(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each person with the passport of somebody above: states count theirs each
    for itself, but a state gives no number twice.
    """
    first: dict[str, list[Person]] = {}
    for person in visit.of(Person):
        number = _NO_NUMBER.sub("", unicodedata.normalize("NFKC", person.passport)).upper()
        above = first.setdefault(number, []) if number else []
        for other in above:
            states = {person.nationality, other.nationality} - {""}
            if len(states) < 2:
                yield _same_number(person, other, visit)
                break
        above.append(person)


def _same_number(person: Person, other: Person, visit: Visit) -> Finding:
    message = msg(
        "{other} has the same passport number, {number}: one of the two is copied wrongly, or "
        "both are one person.",
        other=short(other, visit),
        number=person.passport,
    )
    return Finding("warning", RULE, person.id, "passport", message, other.id)


def _of_readers(person: Person) -> Iterator[Finding]:
    """Yield a warning where security, for whom passports are kept, does not get this one."""
    if not reads("security", person.audience):
        message = msg(
            "A passport is kept, but security may not read of this person: its list leaves them "
            "out."
        )
        yield Finding("warning", RULE, person.id, "audience", message)
    elif person.consent_data == "refused":
        message = msg(
            "A passport is kept, but this person does not agree that such data are: the list for "
            "security leaves them out."
        )
        yield Finding("warning", RULE, person.id, "consent_data", message)


def _said(day: dt.date) -> Value:
    return forms({lang: dates.date(day, lang) for lang in LANGS})


def _months_after(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    year = min(day.year + years, dt.MAXYEAR)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _of_expiry(person: Person, end: dt.date) -> Iterator[Finding]:
    """Yield a warning where the passport is not valid until the visit ends, or not long enough
    after it.
    """
    expires, until = person.passport_expires, _months_after(end, _MONTHS)
    if expires is None or expires >= until:
        return
    if expires < end:
        message = msg("The passport expires on {day}, before the visit ends.", day=_said(expires))
    else:
        message = msg(
            "The passport expires on {day}; by the six-month rule, which many states have, it must "
            "be valid until {until}, six months after the visit.",
            day=_said(expires),
            until=_said(until),
        )
    yield Finding("warning", RULE, person.id, "passport_expires", message, f"{end}")


def _of_days(person: Person) -> Iterator[Finding]:
    """Yield a warning where birth, issue and expiry do not follow each other."""
    order = ("born", "passport_issued", "passport_expires")
    known = [(name, day) for name in order if (day := getattr(person, name)) is not None]
    for (_, before), (name, after) in pairwise(known):
        if after <= before:
            message = msg(
                "{after} is not after {before}: one of the two dates is wrong.",
                after=_said(after),
                before=_said(before),
            )
            yield Finding("warning", RULE, person.id, name, message, f"{before}")


def _of_name(person: Person) -> Iterator[Finding]:
    said = person.passport_name
    if not said:
        if person.passport:
            message = msg("The name in the passport is not noted.")
            yield Finding("warning", RULE, person.id, "passport_name", message)
        return
    if not _CAPITALS.fullmatch(said):
        upper = _plain(said)
        fix = (
            Fix(msg("Write it in capitals"), (Step(person.id, "passport_name", upper),))
            if _CAPITALS.fullmatch(upper)
            else None
        )
        message = msg("Passports have the name in capitals of the Latin alphabet: copy it as is.")
        yield Finding("warning", RULE, person.id, "passport_name", message, fix=fix)
    latin = f"{person.family['en']} {person.given['en']}".strip()
    if latin and not _are_one(said, latin):
        message = msg(
            "The name in the passport is another than the Latin form, “{latin}”.", latin=latin
        )
        yield Finding("info", RULE, person.id, "passport_name", message, latin)


def _plain(name: str) -> str:
    """Return a name in capitals without marks on its letters."""
    apart = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).upper()


def _are_one(one: str, other: str) -> bool:
    """Return whether two forms have the same parts in any order, long vowels written in any way."""
    return _parts(one) == _parts(other)


def _parts(name: str) -> list[str]:
    parts = re.findall(r"[^\W\d_]+", _plain(name).replace("'", "").replace("’", ""))
    return sorted(_LONG.sub(lambda long: long[0][0], part) for part in parts)


def _of_clearance(person: Person, start: dt.date | None) -> Iterator[Finding]:
    due = start - _BEFORE if start is not None and start - dt.date.min > _BEFORE else None
    if person.clearance == "refused":
        yield Finding(
            "warning", RULE, person.id, "clearance", msg("The visa or clearance was refused.")
        )
    elif not person.clearance:
        message = (
            msg(
                "Neither visa nor clearance is noted; they are asked for by {day}, six weeks "
                "before the visit.",
                day=_said(due),
            )
            if due
            else msg("Neither visa nor clearance is noted.")
        )
        yield Finding("warning", RULE, person.id, "clearance", message, f"{due or ''}")
    elif person.clearance in ("applied", "granted"):
        yield from _of_its_date(person, due)


def _of_its_date(person: Person, due: dt.date | None) -> Iterator[Finding]:
    when = person.clearance_date
    if when is None:
        message = msg("The date of the visa or clearance is not noted.")
        yield Finding("info", RULE, person.id, "clearance_date", message)
    elif person.clearance == "applied" and due is not None and when > due:
        message = msg(
            "Visa or clearance were applied for on {when}, less than six weeks before the visit; "
            "{day} was the last day for that.",
            when=_said(when),
            day=_said(due),
        )
        yield Finding("warning", RULE, person.id, "clearance_date", message, f"{due}")
