"""What was not chosen never stands for the value, and what readers may not read decides nothing for
them.
"""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from lohum_brief.checks.run import check
from lohum_brief.packs.admit import admit
from lohum_brief.release.weighing import weigh
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Metric,
    Observation,
    Paragraph,
    Section,
    Statement,
)
from tests.packs.conftest import pack, small, text

METRIC = Metric(id="metric:x", audience="guest", name=text("output"), unit="t/year")
SECTIONS: list[AnyRecord] = [
    Section(id="sec:plant", audience="guest", title=text("plant"), content="metrics"),
    Section(id="sec:said", audience="guest", title=text("said"), content="statements"),
]
SHOWN = pack(sections=(*pack().sections, "sec:plant", "sec:said"))


def observed(
    ident: str, audience: Audience, *, chosen: bool, conflict: str = "k", value: int = 1000
) -> Observation:
    return Observation(
        id=ident, audience=audience, metric="metric:x", value=Decimal(value), as_of="2025", conflict=conflict,
        chosen=chosen, note=text("why"),
    )  # fmt: skip


def said(ident: str, audience: Audience, *, chosen: bool, conflict: str = "k") -> Statement:
    return Statement(
        id=ident,
        audience=audience,
        text=text(ident),
        conflict=conflict,
        chosen=chosen,
        why=text("why"),
    )


REST: Observation = observed("ob9", "guest", chosen=True, conflict="", value=7)


@pytest.mark.parametrize(
    ("shown", "hidden"),
    [
        (
            [METRIC, observed("ob1", "guest", chosen=False)],
            observed("ob2", "host", chosen=True, value=5),
        ),
        (
            [METRIC, observed("ob1", "guest", chosen=False), REST],
            observed("ob2", "host", chosen=True, value=5),
        ),
        (
            [METRIC, observed("ob1", "guest", chosen=False, conflict="")],
            observed("ob2", "host", chosen=True, conflict=""),
        ),
        ([said("st1", "guest", chosen=False)], said("st2", "host", chosen=True)),
        (
            [said("st1", "guest", chosen=False, conflict="")],
            said("st2", "host", chosen=True, conflict=""),
        ),
        (
            [
                Figure(
                    id="f1",
                    audience="guest",
                    name=text("f"),
                    value=Decimal(1),
                    conflict="c",
                    chosen=False,
                )
            ],
            Figure(
                id="f2",
                audience="host",
                name=text("f"),
                value=Decimal(2),
                conflict="c",
                note=text("why"),
            ),
        ),
    ],
)
def test_a_rejected_reading_stands_for_nothing_whoever_was_chosen_in_its_place(
    shown: Sequence[AnyRecord], hidden: AnyRecord
) -> None:
    alone, both = small(*SECTIONS, *shown), small(*SECTIONS, *shown, hidden)
    assert admit(alone, "guest") == admit(both, "guest")
    left = {one.id for one in shown if not getattr(one, "chosen", True)}
    assert left.isdisjoint(record.id for record in admit(both, "guest"))
    assert (left <= {record.id for record in admit(both, "host")}) is (
        getattr(hidden, "conflict", "") != "" or isinstance(hidden, Observation)
    )
    places = [
        {one.place for one in weigh(it, SHOWN, check(it)).blockers if one.cause == "error"}
        for it in (alone, both)
    ]
    assert places[0] == places[1]
    if not isinstance(hidden, Figure):  # which no text prints
        assert {(ident, "chosen") for ident in left} <= places[0]


def test_a_chosen_reading_prints_beside_what_it_was_chosen_from_and_alone() -> None:
    chosen, other = (
        observed("ob1", "guest", chosen=True),
        observed("ob2", "guest", chosen=False, value=5),
    )
    both = admit(small(METRIC, chosen, other), "guest")
    assert [one.conflict for one in both.of(Observation) if one.metric == METRIC.id] == ["k", "k"]
    kept = small(METRIC, chosen, observed("ob2", "host", chosen=False, value=5))
    assert [one.conflict for one in admit(kept, "guest").of(Observation)] == ["", ""]
    assert not weigh(kept, SHOWN, check(kept)).blockers


def test_what_is_chosen_above_the_readers_keeps_nothing_back() -> None:
    """Two are chosen in the file, which the check tells; the guests' pack prints one of them and
    knows of no other.
    """
    visit = small(
        *SECTIONS,
        METRIC,
        observed("ob1", "guest", chosen=True),
        observed("ob2", "host", chosen=True, value=5),
    )
    assert any(found.rule == "conflicts" and found.severity == "error" for found in check(visit))
    assert not [one for one in weigh(visit, SHOWN, check(visit)).blockers if one.cause == "error"]
    hosts = pack(SHOWN, audience="host")
    assert [
        one.record for one in weigh(visit, hosts, check(visit)).blockers if one.cause == "error"
    ] == ["ob2"]


def test_a_text_cannot_print_a_rejected_figure_whose_chosen_one_is_not_there() -> None:
    figure = Figure(
        id="f1", audience="guest", name=text("f"), value=Decimal(1), conflict="k", chosen=False
    )
    printing = Paragraph(id="p9", audience="guest", section="sec:prose", text=text("{figure:f1}"))
    visit = small(figure, printing)
    assert {one.rule for one in check(visit) if one.record == "p9" and one.severity == "error"} == {
        "figures"
    }
