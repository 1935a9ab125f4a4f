"""Codes that stand for something, time zones and countries: what nobody knows cannot be printed."""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import structs

from lohum_brief.checks.finding import Finding
from lohum_brief.errors import BriefError
from lohum_brief.language.countries import country
from lohum_brief.language.dates import two_clocks
from lohum_brief.message import Message, Value
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord, Organisation, Particulars, Person, Series

RULE = "codes"

_SOME_TIME: Final = dt.datetime(2025, 7, 8)  # noqa: DTZ001 - the zone is what is asked about


def _of_country(ident: str, field: str, code: str) -> Iterator[Finding]:
    if code and (why := _unknown_country(code)):
        yield Finding("warning", RULE, ident, field, why)


def findings(records: Iterable[AnyRecord]) -> Iterator[Finding]:
    """Yield errors for unknown codes that cannot be printed; a warning for an organisation's
    country, which no pack prints, and for a nationality, which prints as it stands.
    """
    for record in records:
        if isinstance(record, Particulars):
            yield from _of_zones(record)
        elif isinstance(record, Organisation):
            yield from _of_country(record.id, "country", record.country)
        elif isinstance(record, Person):
            yield from _of_country(record.id, "nationality", record.nationality)
        elif isinstance(record, Series):
            for i, point in enumerate(record.points):
                if why := _unknown_country(point.place):
                    yield Finding("error", RULE, record.id, f"points.{i}.place", why)


def _of_zones(record: Particulars) -> Iterator[Finding]:
    for field, zone in (("place_zone", record.place_zone), ("guest_zone", record.guest_zone)):
        if why := _unknown_zone(zone):
            yield Finding("error", RULE, record.id, field, why)


def told(error: BriefError) -> Value:
    """Return what an error says of a code, which stands in it as it can be read."""
    found = error.message
    if isinstance(found, Message):
        values = tuple((name, _legible(value)) for name, value in found.values)
        return structs.replace(found, values=values)
    return _legible(found)


def _legible(value: Value) -> Value:
    return legible(value, 300) if isinstance(value, str) else value


def _unknown_zone(zone: str) -> Value:
    try:
        two_clocks(_SOME_TIME, zone, zone, "en")
    except BriefError as error:
        return told(error)
    return ""


def _unknown_country(code: str) -> Value:
    try:
        country(code, "en")
    except BriefError as error:
        return told(error)
    return ""
