"""Units that the program does not know: in other languages than the one they were typed in they
print as a mark.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.either import EVERY
from lohum_brief.language.units import is_known, known_units, printed_forms
from lohum_brief.message import Message, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import Chart, Figure, Metric, Series
from lohum_brief.visit.visit import Visit

RULE = "units"

_OTHERWISE: Final = {
    "persons": "people",
    "person": "people",
    "pax": "people",
    "employees": "people",
    "tons": "t",
    "ton": "t",
    "tonnes": "t",
    "tonne": "t",
    "tpa": "t/year",
    "tpd": "t/day",
    "percent": "%",
    "per cent": "%",
    "hrs": "hours",
    "mins": "minutes",
    "yrs": "years",
    "sqm": "m2",
    "sq m": "m2",
    "m²": "m2",
    "m³": "m3",
    "litres": "L",
    "litre": "L",
    "rs": "INR",
    "rupees": "INR",
    "yen": "JPY",
    **{word: unit for language in EVERY for word, unit in language.cells.people.items()},
}
"""What units are called elsewhere. MT is not here: it is a metric tonne to some and a million to
others.
"""
_AMBIGUOUS: Final = frozenset({"mt", "mt/year"})
_LIKENESS: Final = 0.82


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield an error for each unit that is not known; where one that is known is surely meant, with
    the fix that takes it.
    """
    for record in visit:
        if isinstance(record, Metric | Figure | Series | Chart) and not is_known(record.unit):
            fix = _fix(record.id, record.unit)
            yield Finding("error", RULE, record.id, "unit", unknown_unit(record.unit), fix=fix)


def unknown_unit(unit: str) -> Message:
    """Return what is said of such a unit."""
    return msg(
        "The unit “{unit}” is not known: other languages than its own print it as a mark. Choose "
        "one of the list.",
        unit=legible(unit, 40),
    )


def _fix(ident: str, unit: str) -> Fix | None:
    meant = _meant(unit)
    return (
        Fix(msg("Use the unit {unit}", unit=meant), (Step(ident, "unit", meant),))
        if meant
        else None
    )


def _meant(unit: str) -> str:
    """Return the known unit that is meant, or nothing where that is not sure: t is not kt, however
    alike they are.
    """
    said = " ".join(unit.split()).casefold().rstrip(".")
    if said in _AMBIGUOUS:
        return ""
    if said in _OTHERWISE:
        return _OTHERWISE[said]
    names = _names()
    if said in names:
        return names[said]
    if not said.isalpha():
        return ""
    long = [name for name in names if len(name) > 4 and name.isalpha()]
    close = get_close_matches(said, long, 1, _LIKENESS)
    return names[close[0]] if close else ""


def _names() -> dict[str, str]:
    """Return the keys of all units by what they are called in any language."""
    printed = {
        f"{before} {behind}".strip().casefold(): key
        for key, _lang, before, behind in printed_forms()
        if key
    }
    return {key.casefold(): key for key in known_units()} | printed
