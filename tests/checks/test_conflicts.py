from decimal import Decimal

from lohum_brief.checks.conflicts import findings
from lohum_brief.visit.records import Observation, Statement
from lohum_brief.visit.text import EMPTY, Text
from lohum_brief.visit.visit import Visit

WHY = Text(en="It is the later report.")


def statement(ident: str, chosen: bool, conflict: str = "size", why: Text = WHY) -> Statement:
    return Statement(
        id=ident, audience="public", text=Text(en="a"), conflict=conflict, chosen=chosen, why=why
    )


def places(*readings: Statement | Observation) -> list[tuple[str, str, str]]:
    return [(f.severity, f.record, f.field) for f in findings(Visit(readings))]


def test_one_chosen_reading_is_right() -> None:
    assert (
        places(statement("a", True), statement("b", False), statement("c", True, conflict="date"))
        == []
    )


def test_none_chosen_and_two_chosen_are_errors() -> None:
    assert places(statement("a", False), statement("b", False)) == [("error", "a", "chosen")]
    assert places(statement("a", True), statement("b", True)) == [("error", "b", "chosen")]


def test_a_choice_without_a_reason_is_a_warning() -> None:
    assert places(statement("a", True, why=EMPTY), statement("b", False)) == [
        ("warning", "a", "why")
    ]


def test_values_of_metrics_are_looked_at_apart_from_statements() -> None:
    value = Observation(
        id="o", audience="public", metric="m", value=Decimal(1), conflict="size", chosen=False
    )
    assert places(statement("a", True), statement("b", False), value) == [("error", "o", "chosen")]


def test_what_contradicts_nothing_needs_no_choice() -> None:
    assert (
        places(statement("a", True, conflict=""), statement("b", True, conflict="", why=EMPTY))
        == []
    )
