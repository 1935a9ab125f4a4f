from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.errors import UsageError
from lohum_brief.visit.audiences import lifted
from lohum_brief.visit.earlier import differences, moved, taken
from lohum_brief.visit.edit import add, apply, inverse, move, put, remove
from lohum_brief.visit.records import Figure, Note, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.visit.strategies import visits


def note(ident: str, en: str) -> Note:
    return Note(id=ident, audience="host", sort="ask", text=Text(en=en))


THEN = Visit(
    [
        Particulars(id="v", audience="public", title=Text(en="Visit")),
        *(note(ident, ident) for ident in "abc"),
    ]
)
CHANGED = apply(THEN, put(THEN, note("a", "another")))
SHORTER = apply(CHANGED, remove(CHANGED, "b"))
NOW = apply(SHORTER, add(SHORTER, note("new", "new")))


def test_what_was_changed_added_and_removed_is_named_with_its_fields() -> None:
    found = differences(NOW, THEN)
    assert [(one.record.id, one.now is None, one.then is None) for one in found] == [
        ("a", False, False), ("new", False, True), ("b", True, False),
    ]  # fmt: skip
    [field] = found[0].fields
    assert (field.path, field.now, field.then) == ("text.en", "another", "a")
    assert {field.then for field in found[2].fields} == {"host", "ask", "b"}


def test_single_records_are_taken_back_in_their_places_and_the_rest_stays() -> None:
    edit = taken(NOW, THEN, ["b"], "Restore")
    after = apply(NOW, edit)
    assert [record.id for record in after] == ["v", "a", "b", "c", "new"]
    assert after.by_id["a"] == NOW.by_id["a"]
    assert apply(after, inverse(edit)) == NOW
    assert [record.id for record in apply(NOW, taken(NOW, THEN, ["new", "a"], "Restore"))] == [
        "v",
        "a",
        "c",
    ]


def test_what_is_new_is_taken_back_though_a_text_prints_it_but_never_the_visit_itself() -> None:
    figure = Figure(id="figure:x", audience="public", name=Text(en="x"), value=Decimal(1))
    now = Visit([*THEN, figure, note("d", "{figure:x}")])
    assert apply(now, taken(now, THEN, ["figure:x"], "Restore")).by_id.keys() == {*"vabcd"}
    other = Visit([Particulars(id="w", audience="public", title=Text(en="Other"))])
    with pytest.raises(UsageError, match="is the visit itself and cannot be removed"):
        taken(THEN, other, ["v"], "Restore")


def test_only_records_of_both_can_stand_in_another_order() -> None:
    assert not moved(NOW, THEN)
    assert not moved(THEN, NOW)
    assert moved(apply(NOW, move(NOW, "c", "a")), THEN)
    gone = apply(NOW, remove(NOW, "c"))
    assert not moved(apply(gone, move(gone, "new", "a")), THEN)


def test_the_visit_itself_is_not_taken_away() -> None:
    then = Visit([Particulars(id="w", audience="public", title=Text(en="Visit"))])
    with pytest.raises(UsageError):
        taken(NOW, then, ["v"], "Restore")
    assert apply(NOW, taken(NOW, then, ["a"], "Restore")).by_id.keys() == NOW.by_id.keys() - {"a"}


def test_a_visit_does_not_differ_from_itself() -> None:
    assert differences(NOW, Visit(structs.replace(record) for record in NOW)) == []


def test_what_guests_could_read_and_may_not_any_more_comes_back_for_hosts() -> None:
    then = Visit([*THEN.records[:2], structs.replace(note("b", "b"), audience="guest")])
    after = apply(SHORTER, taken(SHORTER, then, ["b"], "Restore"))
    assert after.by_id["b"].audience == "host"


@given(data=st.data(), one=visits(), other=visits())
def test_taking_all_records_but_the_visit_itself_leaves_no_difference(
    data: st.DataObject, one: Visit, other: Visit
) -> None:
    then = Visit(
        [
            one.particulars,
            *(
                lifted(
                    record
                )  # what had an audience that it may not have does not come back as it was
                for record in other
                if record.id != one.particulars.id and not isinstance(record, Particulars)
            ),
        ]
    )
    idents = [found.record.id for found in differences(one, then)]
    chosen = data.draw(st.sets(st.sampled_from(idents))) if idents else set()
    same = [
        ident
        for ident in chosen
        if type(one.by_id.get(ident)) is type(then.by_id.get(ident))
        or ident not in one.by_id
        or ident not in then.by_id
    ]
    edit = taken(one, then, same, "Restore")
    after = apply(one, edit)
    assert {found.record.id for found in differences(after, then)} == set(idents) - set(same)
    assert apply(after, inverse(edit)) == one
