"""Units of tables that the program does not know are asked about, once for each word of a column."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.errors import UsageError
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.visit.records import Figure, Metric, Observation, OwnUnit, Record
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

D = Decimal


def pasted(visit: Visit, kind: type[Record], *rows: str, **more: Any) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, kind, read_pasted(text.encode()), Options(**more))


def units(found: Preview) -> list[OwnUnit]:
    return [record for record in found.added if isinstance(record, OwnUnit)]


def values(found: Preview) -> list[tuple[str, Decimal]]:
    """The values of new metrics with the units of these."""
    metrics = {record.id: record for record in found.added if isinstance(record, Metric)}
    return [
        (metrics[record.metric].unit, record.value)
        for record in found.added
        if isinstance(record, Observation)
    ]


TABLE = ("Metric|Unit|Value", "Filled|bags|500", "Sent|bags|20", "Area|sq ft|20000")


def test_the_word_is_asked_about_once_and_becomes_a_unit_of_the_visit(visit: Visit) -> None:
    found = pasted(visit, Metric, *TABLE)
    [question] = [one for one in found.questions if one.sort == "unit"]
    assert (question.name, question.answer, question.number, question.open) == (
        "B:bags", "new", 2, False,
    )  # fmt: skip
    [unit] = units(found)
    assert (unit.symbol, unit.name["en"], unit.one["en"], unit.counted) == (
        "bags", "bags", "bag", True,
    )  # fmt: skip
    assert values(found) == [("bags", D(500)), ("bags", D(20)), ("ft2", D(20000))]


def test_its_words_may_be_told_at_once(visit: Visit) -> None:
    words = "EN: bags; hi：बोरियाँ; ja = 袋"
    [unit] = units(pasted(visit, Metric, *TABLE, answers={"B:bags": words}))
    assert unit.name == Text(en="bags", hi="बोरियाँ", ja="袋")


@pytest.mark.parametrize(
    ("answer", "unit", "number"), [("kg", "kg", 500), ("Quintal", "quintals", 500), ("-", "", 500)]
)
def test_somebody_may_say_what_is_meant(visit: Visit, answer: str, unit: str, number: int) -> None:
    found = pasted(visit, Metric, *TABLE, answers={"Unit": answer})
    assert not units(found)
    assert values(found)[0] == (unit, D(number))


def test_an_answer_that_is_no_unit_is_refused(visit: Visit) -> None:
    with pytest.raises(UsageError):
        pasted(visit, Metric, *TABLE, answers={"B:bags": "sacks"})


def test_the_answer_is_remembered_for_the_next_list(visit: Visit) -> None:
    found = pasted(visit, Metric, *TABLE, recalled=lambda _: {"B:bags": "kg"})
    assert not units(found)
    assert values(found)[0] == ("kg", D(500))


def test_what_probably_is_a_known_unit_waits_for_an_answer(visit: Visit) -> None:
    rows = ("Metric|Unit|Value", "Staff|employees|250", "Out|tons|12")
    found = pasted(visit, Metric, *rows)
    assert {one.name: one.proposed for one in found.questions if one.open} == {
        "B:employees": "people", "B:tons": "t",
    }  # fmt: skip
    assert not values(found)
    answered = pasted(visit, Metric, *rows, answers={"B:employees": "people", "B:tons": "new"})
    assert values(answered) == [("people", D(250)), ("tons", D(12))]


@pytest.mark.parametrize(
    ("heading", "unit", "value"),
    [
        ("Qty (in '000 MT)", "thousand t", 12),
        ("Quantity ('000 sq ft)", "ft2", 12_000),
        ("Value (₹ crore)", "INR", 120_000_000),
        ("Value (in lakhs)", "", 1_200_000),
        ("Amount, Rs. in lakh", "INR", 1_200_000),
        ("Qty (lakh KL)", "kL", 1_200_000),
        ("मात्रा (क्विंटल)", "quintals", 12),
        ("数量（キロリットル）", "kL", 12),
        ("Qty (persons)", "people", 12),
        ("Qty (KLD)", "kL/day", 12),
        ("Qty (kVA)", "kVA", 12),
    ],
)
def test_units_of_offices_and_their_scales_in_a_heading(
    visit: Visit, heading: str, unit: str, value: int
) -> None:
    found = pasted(visit, Metric, f"Metric|{heading}", "Out|12")
    assert values(found) == [(unit, D(value))], found.unread
    assert not units(found)


def test_an_unknown_unit_in_a_heading_is_asked_about(visit: Visit) -> None:
    found = pasted(visit, Metric, "Metric|Qty (bags)", "Filled|12", "Sent|3")
    [question] = [one for one in found.questions if one.sort == "unit"]
    assert (question.words, question.number) == (("bags",), 2)
    assert values(found) == [("bags", D(12)), ("bags", D(3))]
    remark = pasted(
        visit, Metric, "Metric|Value (provisional)", "Filled|12", answers={question.name.replace("bags", "provisional"): "-"}
    )  # fmt: skip
    assert values(remark) == [("", D(12))]


def test_it_may_stand_with_the_number(visit: Visit) -> None:
    found = pasted(visit, Figure, "Figure|Value", "Filled|12 bags", "Sent|3 bags")
    assert [one.words for one in found.questions if one.sort == "unit"] == [("bags",)]
    figures = [record for record in found.added if isinstance(record, Figure)]
    assert [(one.value, one.unit) for one in figures] == [(D(12), "bags"), (D(3), "bags")]
    assert len(units(found)) == 1


@pytest.mark.parametrize("cell", ["twelve bags", "12 (bags)", "bags", "12 bags 3"])
def test_what_is_no_number_with_a_unit_stays_a_fault(visit: Visit, cell: str) -> None:
    found = pasted(visit, Figure, "Figure|Value", f"Filled|{cell}")
    assert len(found.unread) == 1
    assert not found.added
    assert not units(found)


BAGS = OwnUnit(
    id="unit:bags",
    audience="public",
    symbol="bags",
    name=Text(en="bags", hi="बोरियाँ", ja="袋"),
    amount=D(50),
    unit="kg",
)


@pytest.mark.parametrize("said", ["bags", "Bags", "बोरियाँ", "袋"])
def test_what_the_visit_has_entered_is_known(visit: Visit, said: str) -> None:
    found = pasted(Visit([*visit, BAGS]), Metric, "Metric|Unit|Value", f"Filled|{said}|12")
    assert not [one for one in found.questions if one.sort == "unit"]
    assert (values(found), units(found)) == ([("bags", D(12))], [])


def test_what_one_of_it_holds_is_converted(visit: Visit) -> None:
    metric = Metric(id="metric:lime", audience="public", name=Text(en="Lime"), unit="t")
    own = Visit([*visit, BAGS, metric])
    found = pasted(own, Observation, "Metric|Value|Unit|As of", "Lime|30|bags|2024")
    [value] = [record for record in found.added if isinstance(record, Observation)]
    assert value.value == D("1.5")
    counted = Visit([*visit, BAGS, structs.replace(metric, unit="bags")])
    found = pasted(counted, Observation, "Metric|Value|Unit|As of", "Lime|1.5|t|2024")
    [value] = [record for record in found.added if isinstance(record, Observation)]
    assert value.value == 30


def test_a_metric_that_somebody_typed_as_people_write_it_takes_what_an_import_brings(
    visit: Visit,
) -> None:
    metric = Metric(id="metric:staff", audience="public", name=Text(en="Staff"), unit="persons")
    found = pasted(Visit([*visit, metric]), Metric, "Metric|Unit|Value", "Staff|people|250")
    assert not found.unread
    [value] = [record for record in found.added if isinstance(record, Observation)]
    assert (value.metric, value.value) == ("metric:staff", D(250))
