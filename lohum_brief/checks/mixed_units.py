"""One quantity in several units within a pack: 900 t beside 12 kt, 5 MWh beside 10 GWh.

Thousands and millions, lakhs and crores are each language's own way to write large numbers, and
`thousand t` is t here. Series have the unit of
their tables. Of prices, areas, distances and spans of time several units are usual. A
token that asks for a unit of its own is as its author wants it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.codes import LANGS
from lohum_brief.language.units import UnitError, convert, unit_name
from lohum_brief.message import Value, forms, listed, msg
from lohum_brief.visit import tokens
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.called import short
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Metric,
    Pack,
    Paragraph,
    Table,
)
from lohum_brief.visit.sections import beside, lists, sections_of
from lohum_brief.visit.uses import targets, uses
from lohum_brief.visit.visit import Visit

RULE = "mixed_units"

_MASSES: Final = ("t", "kt", "Mt")
_QUANTITIES: Final = (
    _MASSES,
    tuple(f"{mass}/year" for mass in _MASSES),
    ("kW", "MW", "GW"),
    ("kWh", "MWh", "GWh", "TWh"),
    ("MW/year", "GW/year"),
    ("MWh/year", "GWh/year"),
)
_QUANTITY_OF: Final = {unit: units for units in _QUANTITIES for unit in units}
_LARGE: Final = ("thousand ", "million ")
_PART: Final = Decimal("0.001")
"""5 MWh are 0.005 GWh; a battery pack of 60 kWh is told in no GWh."""
_MOST: Final = 3
"""Records named for each unit."""

_Measured = Metric | Figure


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a note for each pack and quantity of which one unit would do for two amounts; a fix
    where most records have one unit and the others become exact in it.
    """
    units = {
        record.id: unit
        for record in visit
        if isinstance(record, _Measured) and (unit := _plain(record.unit)) in _QUANTITY_OF
    }
    if len({_QUANTITY_OF[unit] for unit in units.values()}) == len(set(units.values())):
        return  # nothing to look for in packs
    figures = Figures(visit)
    places = _places(visit, units, figures)
    for pack in visit.of(Pack):
        yield from _of_pack(visit, pack, units, places)


def _plain(unit: str) -> str:
    for large in _LARGE:
        unit = unit.removeprefix(large)
    return unit


def _of_pack(
    visit: Visit, pack: Pack, units: Mapping[str, str], places: Mapping[str, set[str]]
) -> Iterator[Finding]:
    printed = _printed(visit, pack, units, places)
    for quantity in _QUANTITIES:
        own = [ident for ident in printed if units[ident] in quantity]
        said = {units[ident] for ident in own}
        held = [unit for unit in quantity if unit in said]
        if len(held) > 1 and _comparable(visit, own):
            named = (_named(visit, unit, [i for i in own if units[i] == unit]) for unit in held)
            message = msg(
                "The pack prints one quantity in several units: {units}.", units=listed(named)
            )
            fix = _fix(visit, {ident: units[ident] for ident in own})
            # Sources write 300 MWh and 5 GWh on one page: it is for who edits to say.
            yield Finding("info", RULE, pack.id, "sections", message, " ".join(held), fix)


def _printed(
    visit: Visit, pack: Pack, units: Mapping[str, str], places: Mapping[str, set[str]]
) -> list[str]:
    """Return the records with such units that the pack prints, in lists, texts or charts."""
    sections = sections_of(visit, pack)
    idents = {section.id for section in sections}
    metrics = any(Metric in (*beside(one.content), *lists(one.content)) for one in sections)

    def prints(ident: str) -> bool:
        record = visit.by_id[ident]
        if not may_read(record, pack.audience):
            return False
        return (metrics and type(record) is Metric) or bool(idents & places.get(ident, set()))

    return [ident for ident in units if prints(ident)]


def _comparable(visit: Visit, idents: list[str]) -> bool:
    """Return whether one unit would do for two amounts, neither a small fraction nor very large."""
    found = [
        (unit, convert(value, unit, _QUANTITY_OF[unit][0]))
        for ident in idents
        for unit, value in _amounts(visit, visit.by_id[ident])
        if value
    ]
    sizes = {unit: convert(Decimal(1), unit, _QUANTITY_OF[unit][0]) for unit, _ in found}
    return any(
        size < sizes[other] and amount >= sizes[other] * _PART
        for unit, amount in found
        for size in (sizes[unit],)
        for other in sizes
    )


def _amounts(visit: Visit, record: AnyRecord) -> Iterator[tuple[str, Decimal]]:
    if isinstance(record, Figure):
        yield _plain(record.unit), record.value
    elif isinstance(record, Metric):
        for reading in Figures(visit).readings.get(record.id, ()):
            yield _plain(record.unit), reading.value


def _unit(unit: str) -> Value:
    """Return what a unit is called in each language."""
    return forms({lang: unit_name(unit, lang).replace("\u00a0", " ") for lang in LANGS})


def _named(visit: Visit, unit: str, idents: list[str]) -> Value:
    told = [short(visit.by_id[ident], visit) for ident in idents[:_MOST]]
    return msg(
        "{unit} ({records})",
        unit=_unit(unit),
        records=listed([*told, "…"] if idents[_MOST:] else told),
    )


def _places(visit: Visit, units: Mapping[str, str], figures: Figures) -> dict[str, set[str]]:
    """Return the sections in whose texts and charts a record prints with its unit."""
    found: dict[str, set[str]] = {}
    for record in visit:
        if isinstance(record, Paragraph | Table | Chart):
            for ident in _in_record(record, figures):
                if ident in units:
                    found.setdefault(ident, set()).add(record.section)
    return found


def _in_record(record: Paragraph | Table | Chart, figures: Figures) -> Iterator[str]:
    if isinstance(record, Chart):
        yield from record.metrics
        yield from (ident for _, ident, _ in targets(record))
    for use in uses(record):
        if use.token.kind in ("metric", "figure") and "unit=" not in use.token.options:
            ident = _meant(use.token, figures)
            if ident:
                yield ident


def _meant(token: tokens.Token, figures: Figures) -> str:
    for ident in (token.name, f"{token.kind}:{token.name}"):
        if isinstance(figures.visit.by_id.get(ident), Metric | Figure):
            return ident
    return ""


def _fix(visit: Visit, units: Mapping[str, str]) -> Fix | None:
    """Return the edit that takes the unit of most. What a chart draws, or a text prints without its
    unit, would say something else then: there is none.
    """
    [(unit, count)] = Counter(units.values()).most_common(1)
    if count * 2 <= len(units):
        return None
    others = [ident for ident, own in units.items() if own != unit]
    if any(ident in _bound(visit) for ident in others):
        return None
    steps: list[Step] = []
    for ident in others:
        own = _converted(visit, visit.by_id[ident], unit)
        if not own:
            return None
        steps += own
    return Fix(msg("Use the unit {unit}", unit=_unit(unit)), tuple(steps))


def _bound(visit: Visit) -> set[str]:
    figures, found = Figures(visit), set[str]()
    for record in visit:
        if isinstance(record, Chart):
            found.update(record.metrics, (ident for _, ident, _ in targets(record)))
        found.update(
            _meant(use.token, figures)
            for use in uses(record)
            if use.token.kind in ("metric", "figure") and "form=" in use.token.options
        )
    return found


def _converted(visit: Visit, record: AnyRecord, unit: str) -> list[Step]:
    """Return the steps that write a record in another unit; none where that is not exact."""
    if not isinstance(record, Metric | Figure):
        return []
    amounts = [record] if isinstance(record, Figure) else Figures(visit).readings.get(record.id, [])
    steps = [Step(record.id, "unit", unit)]
    try:
        for amount in amounts:
            for field in ("value", "upper"):
                value = getattr(amount, field, None)
                if value is not None:
                    new = convert(value, record.unit, unit).normalize()
                    steps.append(Step(amount.id, field, f"{new:f}"))
    except UnitError:
        return []
    return steps
