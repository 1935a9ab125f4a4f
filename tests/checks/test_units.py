from decimal import Decimal

import pytest
from msgspec import structs

from lohum_brief.checks.finding import mark_of
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.own_units import findings as of_own
from lohum_brief.checks.units import findings
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply, inverse
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Metric,
    Observation,
    OwnUnit,
    Particulars,
    Series,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import sample

NAME = Text(en="n")
VISIT = Particulars(id="visit", audience="public", title=NAME)


def test_a_unit_that_is_not_known_is_an_error_wherever_it_stands() -> None:
    records: list[AnyRecord] = [
        Metric(id="m", audience="public", name=NAME, unit="furlongs"),
        Figure(id="f", audience="public", name=NAME, value=Decimal(1), unit="furlongs"),
        Series(id="s", audience="public", mineral="x", measure="mine", unit="furlongs"),
        Chart(id="c", audience="public", section="s", form="bar", title=NAME, unit="furlongs"),
        Metric(id="known", audience="public", name=NAME, unit="t, lithium content"),
        Metric(id="none", audience="public", name=NAME),
    ]
    found = list(findings(Visit([VISIT, *records])))
    assert [(each.severity, each.record, each.field) for each in found] == [
        ("error", ident, "unit") for ident in "mfsc"
    ]
    assert all("furlongs" in say(each.message) for each in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("persons", "people"), ("Persons", "people"), ("Tonnes", "t"), ("gwh/YEAR", "GWh/year"),
        ("kg/h", "kg/hour"), ("Kt/day", "kt/day"), ("pax", "people"), ("sq. ft.", "ft2"), ("KLD", "kL/day"), ("tons", "t"),
        ("employees", "people"), ("क्विंटल", "quintals"), ("companys", "companies"), ("facilites", "facilities"), ("人", "people"), ("गीगावाट-घंटा", "GWh"), ("社", "companies"),
    ],
)  # fmt: skip
def test_where_it_is_sure_what_is_meant_a_fix_takes_it(typed: str, meant: str) -> None:
    [found] = findings(Visit([VISIT, Metric(id="m", audience="public", name=NAME, unit=typed)]))
    assert found.fix is not None
    [step] = found.fix.steps
    assert (step.record, step.field, step.value) == ("m", "unit", meant)


@pytest.mark.parametrize("typed", ["MT", "MTPA", "MPa", "Nm3"])
def test_what_is_only_alike_is_not_guessed(typed: str) -> None:
    [found] = findings(Visit([VISIT, Metric(id="m", audience="public", name=NAME, unit=typed)]))
    assert found.fix is None or not found.fix.steps


def test_lakh_tonnes_are_tonnes_with_their_values() -> None:
    metric = Metric(id="m", audience="public", name=NAME, unit="lakh tonnes")
    value = Observation(id="o", audience="public", metric="m", value=Decimal("1.25"))
    figure = Figure(
        id="f", audience="public", name=NAME, value=Decimal(1), upper=Decimal("2.5"), unit="₹ crore"
    )
    visit = mended(Visit([VISIT, metric, value, figure]))
    assert (visit.get(Metric, "m"), visit.get(Observation, "o"), visit.get(Figure, "f")) == (
        structs.replace(metric, unit="t"),
        structs.replace(value, value=Decimal(125_000)),
        structs.replace(figure, value=Decimal(10_000_000), upper=Decimal(25_000_000), unit="INR"),
    )


def test_a_series_is_not_multiplied_unasked() -> None:
    series = Series(id="s", audience="public", mineral="x", measure="mine", unit="lakh tonnes")
    [found] = findings(Visit([VISIT, series]))
    assert found.fix is None


@pytest.mark.parametrize(
    ("typed", "symbol", "forms", "single"),
    [
        ("batteries/year", "batteries", {"en": "batteries"}, "battery"),
        ("bags", "bags", {"en": "bags"}, "bag"),
        ("cu ft", "cu ft", {"en": "cu ft"}, ""),
        ("boxes", "boxes", {"en": "boxes"}, "box"),
        ("बोरियाँ", "बोरियाँ", {"hi": "बोरियाँ"}, ""),
        ("箱", "箱", {"ja": "箱"}, ""),
        ("stress", "stress", {"en": "stress"}, ""),
    ],
)
def test_one_that_nobody_knows_is_entered_by_its_fix(
    typed: str, symbol: str, forms: dict[Lang, str], single: str
) -> None:
    records = [Metric(id=ident, audience="public", name=NAME, unit=typed) for ident in "mn"]
    visit = mended(Visit([VISIT, *records]))
    [unit] = visit.of(OwnUnit)
    assert (unit.symbol, {k: v for k, v in unit.name.items() if v}) == (symbol, forms)
    assert unit.one["en"] == single
    assert not list(findings(visit))
    assert not list(of_own(visit))


def mended(visit: Visit) -> Visit:
    """The visit after all its findings about units are mended, as one step that can be undone."""
    found = [
        structs.replace(each, mark=mark_of(visit.by_id[each.record], each))
        for each in findings(visit)
    ]
    edit = fixed(visit, found)
    made = apply(visit, edit)
    assert apply(made, inverse(edit)) == visit
    return made


def own(**fields: object) -> OwnUnit:
    return OwnUnit(id="unit:bags", audience="public", **{"symbol": "bags"} | fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("record", "field", "said"),
    [
        (own(name=Text(en="bags")), "", ""),
        (own(symbol=" ", name=Text(en="bags")), "symbol", "no symbol"),
        (own(symbol="t/month", name=Text(en="bags")), "symbol", "is known"),
        (own(), "name", "no name"),
        (own(name=Text(en="bags"), amount=Decimal(0), unit="kg"), "amount", "above 0"),
        (own(name=Text(en="bags"), amount=Decimal(50)), "amount", "above 0"),
        (own(name=Text(en="bags"), amount=Decimal(50), unit="sacks"), "unit", "program knows"),
        (own(name=Text(en="bags"), amount=Decimal(50), unit="kg"), "", ""),
    ],
)
def test_one_that_cannot_count_is_told(record: OwnUnit, field: str, said: str) -> None:
    found = list(of_own(Visit([VISIT, record])))
    assert [each.field for each in found] == ([field] if field else [])
    assert all(said in say(each.message) for each in found)


def test_of_two_with_one_symbol_the_second_is_told() -> None:
    first, second = own(name=Text(en="bags")), own(symbol="Bags", name=Text(en="sacks"))
    second = structs.replace(second, id="unit:other")
    [found] = of_own(Visit([VISIT, first, second]))
    assert (found.record, found.field) == ("unit:other", "symbol")


def test_readers_of_a_value_know_its_unit() -> None:
    unit = structs.replace(own(name=Text(en="bags")), audience="host")
    metric = Metric(id="m", audience="guest", name=NAME, unit="bags/day")
    visit = Visit([VISIT, unit, metric])
    [found] = of_own(visit)
    assert (found.record, found.field) == ("unit:bags", "audience")
    found = structs.replace(found, mark=mark_of(unit, found))
    assert not list(of_own(apply(visit, fixed(visit, [found]))))


def test_the_sample_has_no_unknown_unit() -> None:
    assert not list(findings(sample()))
