"""Edits of several records, each taken back as one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.errors import UsageError
from lohum_brief.visit import several
from lohum_brief.visit.edit import Edit, apply, inverse
from lohum_brief.visit.records import (
    Group,
    Metric,
    NamePart,
    Note,
    Observation,
    Particulars,
    Person,
)
from lohum_brief.visit.text import States, Text
from lohum_brief.visit.visit import Visit

GROUPS = [Group(id=f"g{n}", audience="guest", name=Text(en=f"Group {n}")) for n in range(6)]
VISIT = Visit([Particulars(id="visit", audience="public", title=Text(en="v")), *GROUPS])


def order(visit: Visit) -> list[str]:
    return [group.id for group in visit.of(Group)]


def made(edit: Edit) -> Visit:
    """What it makes of the visit; undoing it gives the visit again."""
    after = apply(VISIT, edit)
    assert apply(after, inverse(edit)) == VISIT
    return after


def test_a_field_is_set_for_all_or_for_none() -> None:
    after = made(several.set_field(VISIT, ["g1", "g4"], "audience", "host"))
    assert [group.audience for group in after.of(Group)] == [
        "guest",
        "host",
        "guest",
        "guest",
        "host",
        "guest",
    ]
    with pytest.raises(UsageError, match=r"g1\.audience"):
        several.set_field(VISIT, ["g1", "g4"], "audience", "everybody")
    with pytest.raises(UsageError, match="nobody"):
        several.set_field(VISIT, ["g1", "nobody"], "audience", "host")
    with pytest.raises(UsageError, match="public"):
        several.set_field(VISIT, ["visit", "g1"], "audience", "host")


def test_what_has_the_value_already_is_not_changed() -> None:
    edit = several.set_field(VISIT, ["g0", "g1"], "name.en", "Group 1")
    assert [change.id for change in edit.changes] == ["g0"]


def test_a_state_is_given_only_to_what_is_written() -> None:
    after = made(several.set_state(VISIT, ["g0", "g1"], "en", "approved"))
    assert [group.name.state["en"] for group in after.of(Group)][:3] == [
        "approved",
        "approved",
        "draft",
    ]
    assert several.set_state(VISIT, ["g0", "g1"], "ja", "approved").changes == ()
    assert after.of(Group)[0].name.state == States(en="approved")


@given(st.permutations(order(VISIT)), st.integers(0, 6), st.sampled_from([*order(VISIT), None]))
def test_records_are_moved_together_in_the_order_given(
    idents: list[str], count: int, before: str | None
) -> None:
    moved = idents[:count]
    after = order(made(several.move(VISIT, moved, before)))
    rest = [ident for ident in order(VISIT) if ident not in moved]
    assert [ident for ident in after if ident not in moved] == rest
    assert [ident for ident in after if ident in moved] == moved
    if before and before not in moved and moved:
        assert after[after.index(before) - 1] == moved[-1]
    if before is None and moved:
        assert after[-1] == moved[-1]


def test_several_are_removed_in_one_step() -> None:
    assert order(made(several.remove(VISIT, ["g4", "g0", "g1"]))) == ["g2", "g3", "g5"]
    with pytest.raises(UsageError, match="visit"):
        several.remove(VISIT, ["g1", "visit"])


def test_readings_that_only_one_text_prints_go_together_only_without_it() -> None:
    metric = Metric(id="metric:m", audience="public", name=Text(en="m"))
    readings = [
        Observation(id=f"o{n}", audience="public", metric="metric:m", value=Decimal(n))
        for n in (1, 2)
    ]
    text = Note(id="n", audience="host", sort="ask", text=Text(en="{metric:m}"))
    visit = Visit([VISIT.particulars, metric, *readings, text])
    assert several.remove(visit, ["o1"]).changes
    with pytest.raises(UsageError) as caught:
        several.remove(visit, ["o1", "o2"])
    assert caught.value.places == (("n", "text.en"),)
    assert several.remove(visit, ["o1", "o2", "n"]).changes


def test_copies_stand_behind_what_they_copy() -> None:
    assert order(made(several.duplicate(VISIT, [("g0", "n0"), ("g5", "n5")]))) == [
        "g0", "n0", "g1", "g2", "g3", "g4", "g5", "n5",
    ]  # fmt: skip
    for copies in ([("g0", "g1")], [("visit", "w")]):
        with pytest.raises(UsageError):
            several.duplicate(VISIT, copies)


def test_one_word_is_put_into_all_and_each_keeps_its_others() -> None:
    one, other = (Person(id=f"p{n}", audience="guest", family=NamePart(en="A")) for n in (1, 2))
    one = structs.replace(one, allergies=("egg", "nuts"))
    visit = Visit([*VISIT, one, other])
    words = ("milk", "egg", "nuts")
    edited = several.set_word(visit, ["p1", "p2"], "allergies", "milk", words, held=True)
    then = apply(visit, edited)
    assert [p.allergies for p in then.of(Person)] == [("milk", "egg", "nuts"), ("milk",)]
    edited = several.set_word(then, ["p1", "p2"], "allergies", "nuts", words, held=False)
    assert [change.id for change in edited.changes] == ["p1"], "who has it not is not changed"
