"""One quantity in several units within a pack."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.mixed_units import RULE, findings
from lohum_brief.checks.run import check
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Metric,
    Observation,
    Pack,
    Paragraph,
    Particulars,
    Section,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

NAME = Text(hi="क", en="a", ja="あ")
BASE: list[AnyRecord] = [
    Particulars(id="visit", audience="public", title=NAME, start=dt.date(2025, 7, 10)),
    Section(id="s", audience="public", title=NAME),
    Section(id="m", audience="public", title=NAME, content="metrics"),
]


def pack(*sections: str, audience: Any = "guest") -> Pack:
    return Pack(
        id="pack", audience=audience, title=NAME, languages=("hi", "en", "ja"), sections=sections
    )


def metric(ident: str, value: str, unit: str, audience: Any = "guest") -> list[AnyRecord]:
    return [
        Metric(id=ident, audience=audience, name=Text(en=ident), unit=unit),
        Observation(id=f"o-{ident}", audience=audience, metric=ident, value=Decimal(value)),
    ]


def visit(*records: list[AnyRecord], shown: Pack | None = None) -> Visit:
    return Visit([*BASE, *(one for held in records for one in held), shown or pack("m")])


THREE = (metric("one", "10", "GWh"), metric("two", "5", "MWh"), metric("three", "7", "GWh"))


def test_a_quantity_in_two_units_is_told_once_with_its_records() -> None:
    masses = (metric("a", "12", "kt"), metric("b", "900", "t"), metric("c", "3", "kt"))
    found = list(findings(visit(*THREE, *masses)))
    assert [(one.severity, one.record, one.about) for one in found] == [
        ("info", "pack", "t kt"),
        ("info", "pack", "MWh GWh"),
    ]
    assert "MWh (two)" in say(found[1].message)
    assert "GWh (one, three)" in say(found[1].message).replace(" and ", ", ")


def test_the_fix_takes_the_unit_of_most() -> None:
    before = visit(*THREE)
    after = apply(before, fixed(before, [one for one in check(before) if one.rule == RULE]))
    assert not list(findings(after))
    changed, reading = after.get(Metric, "two"), after.get(Observation, "o-two")
    assert changed is not None
    assert reading is not None
    assert (changed.unit, reading.value) == ("GWh", Decimal("0.005"))


@pytest.mark.parametrize(
    "records",
    [
        THREE[:2],
        (
            *THREE,
            [
                Paragraph(
                    id="p",
                    audience="guest",
                    section="s",
                    text=Text(en="{metric:two|form=number} MWh"),
                )
            ],
        ),
    ],
)
def test_nothing_is_converted_without_a_majority_or_beside_a_typed_unit(
    records: tuple[list[AnyRecord], ...],
) -> None:
    [found] = findings(visit(*records))
    assert found.fix is None


@pytest.mark.parametrize(
    "records",
    [
        (metric("a", "60", "kWh"), metric("b", "5", "GWh")),
        (metric("a", "2", "million t"), metric("b", "900", "t")),
        (metric("a", "5", "kWh"), metric("b", "5", "kW")),
        (metric("a", "5", "MWh"), metric("b", "5", "GWh", "principal")),
    ],
)
def test_what_is_far_apart_another_quantity_or_not_for_the_readers_is_not_mixed(
    records: tuple[list[AnyRecord], ...],
) -> None:
    assert not list(findings(visit(*records)))


def test_only_what_a_pack_prints_counts() -> None:
    figure = Figure(id="figure:f", audience="guest", name=NAME, value=Decimal(900), unit="t")
    text = Paragraph(id="p", audience="guest", section="s", text=Text(en="{figure:f}"))
    records: list[AnyRecord] = [*metric("a", "12", "kt"), figure, text]
    assert not list(findings(visit(records)))
    assert list(findings(visit(records, shown=pack("m", "s"))))
