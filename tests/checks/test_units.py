from decimal import Decimal

import pytest

from lohum_brief.checks.units import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import AnyRecord, Chart, Figure, Metric, Particulars, Series
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
    assert [(each.severity, each.record, each.field, each.fix) for each in found] == [
        ("error", ident, "unit", None) for ident in "mfsc"
    ]
    assert all("furlongs" in say(each.message) for each in found)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("persons", "people"), ("Persons", "people"), ("Tonnes", "t"), ("gwh/YEAR", "GWh/year"),
        ("companys", "companies"), ("facilites", "facilities"), ("人", "people"), ("गीगावाट-घंटा", "GWh"), ("社", "companies"),
    ],
)  # fmt: skip
def test_where_it_is_sure_what_is_meant_a_fix_takes_it(typed: str, meant: str) -> None:
    [found] = findings(Visit([VISIT, Metric(id="m", audience="public", name=NAME, unit=typed)]))
    assert found.fix is not None
    [step] = found.fix.steps
    assert (step.record, step.field, step.value) == ("m", "unit", meant)


@pytest.mark.parametrize("typed", ["kg/h", "MT", "MTPA", "Kt/day", "MPa", "Nm3", "x"])
def test_what_is_only_alike_is_not_guessed(typed: str) -> None:
    [found] = findings(Visit([VISIT, Metric(id="m", audience="public", name=NAME, unit=typed)]))
    assert found.fix is None


def test_the_sample_has_no_unknown_unit() -> None:
    assert not list(findings(sample()))
