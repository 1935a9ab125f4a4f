"""Readings that contradict each other: what is said of them depends on those that the pack's
readers get.
"""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Flow
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Observation, Statement
from lohum_brief.visit.text import EMPTY
from tests.packs.conftest import GUEST_PACK, pack, small, text
from tests.packs.planning import plan

Make = Callable[..., Statement | Observation]
CHOSEN, OTHER = ("Chosen reading", "Chosen value"), ("Other reading", "Other value")
LABELS = (*CHOSEN, *OTHER, "Conflicting reports", "Reason")


def said(audience: Audience, *records: Statement | Observation) -> str:
    visit = small(*records, without=("s1", "s2", "s3", "o1"))
    record = pack(GUEST_PACK, audience=audience, languages=("en",))
    return repr(plan(admit(visit, audience), record))


def told(labels: tuple[str, ...], text: str) -> bool:
    return any(label in text for label in labels)


def statement(ident: str, audience: Audience, *, chosen: bool) -> Statement:
    why = text(f"BECAUSE{ident}") if chosen else text("")
    return Statement(
        id=ident, audience=audience, text=text(f"SAID{ident}"), conflict="c", chosen=chosen, why=why
    )


def observation(ident: str, audience: Audience, *, chosen: bool) -> Observation:
    return Observation(
        id=ident, audience=audience, metric="m1", value=Decimal(7), as_of="2025", conflict="c", chosen=chosen,
        note=text(f"BECAUSE{ident}"),
    )  # fmt: skip


@pytest.mark.parametrize("make", [statement, observation])
@pytest.mark.parametrize("chosen", [True, False])
def test_a_reading_whose_contradiction_is_kept_prints_only_if_it_was_chosen_and_says_nothing_of_it(
    make: Make, chosen: bool
) -> None:
    records = make("a", "guest", chosen=chosen), make("b", "host", chosen=not chosen)
    guests = said("guest", *records)
    assert (guests != said("guest")) == chosen
    assert ("SAIDa" in guests) == (chosen and make is statement)
    assert not [word for word in (*LABELS, "BECAUSE") if word in guests]
    hosts = said("host", *records)
    assert told(CHOSEN, hosts)
    assert told(OTHER, hosts)
    assert f"BECAUSE{'a' if chosen else 'b'}" in hosts


@pytest.mark.parametrize("make", [statement, observation])
def test_readings_of_which_the_chosen_one_is_kept_do_not_stand_for_what_holds(make: Make) -> None:
    records = [
        make(ident, audience, chosen=ident == "c")
        for ident, audience in (("a", "guest"), ("b", "guest"), ("c", "host"))
    ]
    records = [
        structs.replace(one, why=text(f"BECAUSE{one.id}")) if isinstance(one, Statement) else one
        for one in records
    ]
    assert said("guest", *records) == said("guest")
    hosts = said("host", *records)
    assert told(OTHER, hosts)
    assert "BECAUSEa" in hosts


@pytest.mark.parametrize("make", [statement, observation])
def test_the_reason_prints_where_both_readings_do(make: Make) -> None:
    guests = said("guest", make("a", "guest", chosen=True), make("b", "guest", chosen=False))
    assert told(CHOSEN, guests)
    assert told(OTHER, guests)
    assert "BECAUSEa" in guests


def test_a_reading_that_is_not_chosen_does_not_print_when_it_is_alone() -> None:
    alone = Observation(id="a", audience="guest", metric="m1", value=Decimal(7), chosen=False)
    assert said("guest", alone) == said("guest")


@pytest.mark.parametrize(
    ("lang", "who", "when", "behind"),
    [
        ("en", True, "2025-07-10", "(paper English, 10 July 2025)"),
        ("hi", True, "2025-07", "(paper हिन्दी, जुलाई 2025)"),
        ("ja", True, "2025-07-10", "（paper 日本語、2025年7月10日）"),
        ("ja", False, "FY2024", "（2024年度）"),
        ("en", True, "", "(paper English)"),
    ],
)
def test_a_statement_says_who_said_it_and_when(
    lang: Lang, who: bool, when: str, behind: str
) -> None:
    one = Statement(
        id="s1",
        audience="public",
        text=text("said"),
        said_by=text("paper") if who else EMPTY,
        date=when,
    )
    document = plan(admit(small(changed={"s1": one}), "guest"), pack(GUEST_PACK, languages=(lang,)))
    [flow] = [
        block for block in document.blocks if isinstance(block, Flow) and block.record == "s1"
    ]
    assert flow.paras[0].text.replace("\u00a0", " ").endswith(behind)
