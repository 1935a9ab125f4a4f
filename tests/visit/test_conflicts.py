"""Readings that contradict each other: which of them may not stand for the value."""

from decimal import Decimal

import pytest

from lohum_brief.visit.conflicts import Reading, rejected
from lohum_brief.visit.records import Figure, Observation, Statement
from lohum_brief.visit.text import Text

SAID = Text(en="x")


def statement(ident: str, conflict: str, *, chosen: bool) -> Statement:
    return Statement(id=ident, audience="public", text=SAID, conflict=conflict, chosen=chosen)


def value(ident: str, conflict: str, *, chosen: bool, metric: str = "m") -> Observation:
    return Observation(
        id=ident, audience="public", metric=metric, value=Decimal(1), as_of="2025", conflict=conflict, chosen=chosen,
    )  # fmt: skip


def figure(ident: str, conflict: str, *, chosen: bool) -> Figure:
    return Figure(
        id=ident, audience="public", name=SAID, value=Decimal(1), conflict=conflict, chosen=chosen
    )


@pytest.mark.parametrize("make", [statement, value, figure])
@pytest.mark.parametrize(
    ("chosen", "conflict", "found"),
    [(True, "c", set()), (True, "d", {"other"}), (False, "c", {"one", "other"})],
)
def test_what_was_not_chosen_stands_only_beside_what_was(
    make: type, chosen: bool, conflict: str, found: set[str]
) -> None:
    records: list[Reading] = [
        make("one", "c", chosen=chosen),
        make("other", conflict, chosen=False),
    ]
    assert rejected(records) == found


@pytest.mark.parametrize("conflict", ["", "c"])
def test_a_value_that_contradicts_none_stands_beside_any_chosen_one_of_its_metric(
    conflict: str,
) -> None:
    loose = value("loose", "", chosen=False)
    assert rejected([value("one", conflict, chosen=True), loose]) == set()
    assert rejected([value("one", conflict, chosen=True, metric="n"), loose]) == {"loose"}
    assert rejected([statement("one", conflict, chosen=True), loose]) == {"loose"}


def test_a_statement_or_figure_without_a_contradiction() -> None:
    assert rejected([statement("s", "", chosen=False)]) == {"s"}
    assert rejected([figure("f", "", chosen=False)]) == set(), "it is asked for by its own name"
