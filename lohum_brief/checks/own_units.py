"""Units of the visit's own that cannot count: known already, there twice, without a name, kept from
readers of what they measure.
"""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.language.units import is_known
from lohum_brief.message import msg
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.own_units import MEASURED, record_of
from lohum_brief.visit.records import OwnUnit
from lohum_brief.visit.visit import Visit

RULE = "units"
_SHOWN = 40


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for those that do not count as they stand, and for what readers miss."""
    seen: set[str] = set()
    for record in visit.of(OwnUnit):
        yield from _of_one(record, seen)
        seen.add(record.symbol.strip().casefold())
    yield from _kept(visit)


def _of_one(record: OwnUnit, seen: set[str]) -> Iterator[Finding]:
    symbol = record.symbol.strip()
    told = legible(symbol, _SHOWN)
    if not symbol:
        message = msg("The unit has no symbol, so that no record can name it.")
        yield Finding("error", RULE, record.id, "symbol", message)
    elif is_known(symbol):
        message = msg("The unit “{unit}” is known: this record of it does not count.", unit=told)
        yield Finding("error", RULE, record.id, "symbol", message)
    elif symbol.casefold() in seen:
        message = msg("There are two units “{unit}”: only the first counts.", unit=told)
        yield Finding("error", RULE, record.id, "symbol", message)
    if not record.name:
        message = msg("The unit “{unit}” has no name: it prints as a mark.", unit=told)
        yield Finding("error", RULE, record.id, "name", message)
    if record.amount is not None and (record.amount <= 0 or not record.unit):
        message = msg("How much one of it is needs a number above 0 and a unit.")
        yield Finding("error", RULE, record.id, "amount", message)
    if record.unit and not is_known(record.unit):
        message = msg(
            "One “{unit}” can be so many of a unit only that the program knows: t, kg, L, kWh.",
            unit=told,
        )
        yield Finding("error", RULE, record.id, "unit", message)


def _kept(visit: Visit) -> Iterator[Finding]:
    """Yield an error for each unit that not all readers of what it measures know."""
    told: set[str] = set()
    if not visit.of(OwnUnit):
        return
    for record in visit:
        if not isinstance(record, MEASURED):
            continue
        own = record_of(record.unit, visit)
        if own is None or own.id in told or may_read(own, record.audience):
            continue
        told.add(own.id)
        message = msg(
            "“{audience}” read what is measured in it and not the unit, which prints as a mark "
            "there.",
            audience=msg(AUDIENCE[record.audience]),
        )
        fix = Fix(msg("Let all readers know it"), (Step(own.id, "audience", "public"),))
        yield Finding("error", RULE, own.id, "audience", message, record.audience, fix)
