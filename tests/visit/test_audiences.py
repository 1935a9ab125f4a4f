"""The table of audiences: where records begin, what they may never go below, and that edits keep to
it.
"""

from itertools import product
from typing import get_args

import pytest

from lohum_brief.errors import UsageError
from lohum_brief.visit import audiences, edit, several
from lohum_brief.visit.audiences import (
    HIGHEST,
    INWARD,
    NOTES,
    begins,
    floor,
    higher,
    is_misplaced,
    lifted,
    lower,
    may_read,
    reader_of,
)
from lohum_brief.visit.edit import apply, inverse
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.needs import FOR_HOSTS, PASSPORT
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.visit.records import (
    KINDS,
    Figure,
    Metric,
    Note,
    NoteKind,
    Organisation,
    Particulars,
    Person,
    Record,
    Source,
    Unread,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def note(ident: str, sort: NoteKind, audience: Audience) -> Note:
    return Note(id=ident, audience=audience, sort=sort, text=Text(en=ident))


VISIT = Visit(
    [
        Particulars(id="visit", audience="public", title=Text(en="Visit")),
        note("fact", "background", "guest"),
        note("ask", "ask", "host"),
        note("old", "red_line", "guest"),
    ]
)


@pytest.mark.parametrize(
    ("audience", "read"),
    [
        ("public", {"public"}),
        ("guest", {"public", "guest"}),
        ("host", {"public", "guest", "host"}),
        ("principal", {"public", "guest", "host", "principal"}),
        ("security", {"public", "guest", "security"}),
    ],
)
def test_security_reads_what_guests_read_and_its_own_and_nobody_else_reads_that(
    audience: Audience, read: set[Audience]
) -> None:
    assert {other for other in AUDIENCES if reads(audience, other)} == read


def test_who_reads_what_another_reads_reads_all_of_it() -> None:
    for one, other, third in product(AUDIENCES, repeat=3):
        assert reads(one, third) or not (reads(one, other) and reads(other, third))


@pytest.mark.parametrize(
    ("one", "other", "closed", "open_"),
    [
        ("public", "guest", "guest", "public"),
        ("guest", "host", "host", "guest"),
        ("host", "principal", "principal", "host"),
        ("guest", "security", "security", "guest"),
        ("public", "security", "security", "public"),
        # Nobody reads both.
        ("host", "security", "principal", "guest"),
        ("principal", "security", "principal", "guest"),
    ],
)
def test_what_is_made_of_two_is_for_who_reads_both(
    one: Audience, other: Audience, closed: Audience, open_: Audience
) -> None:
    assert higher(one, other) == higher(other, one) == closed
    assert lower(one, other) == lower(other, one) == open_


def test_an_audience_is_the_higher_and_the_lower_of_itself() -> None:
    for audience in AUDIENCES:
        assert higher(audience, audience) == lower(audience, audience) == audience


def test_nobody_reads_what_the_principal_alone_and_what_security_alone_reads() -> None:
    assert HIGHEST == ("principal", "security")


@pytest.mark.parametrize(
    ("meant_for", "reader"),
    [
        ((), "principal"),
        (("public", "guest"), "principal"),
        (("guest", "host"), "principal"),
        (("guest", "security"), "security"),
        (("host", "security"), "principal"),
    ],
)
def test_what_is_looked_at_is_seen_as_somebody_reads_it(
    meant_for: tuple[Audience, ...], reader: Audience
) -> None:
    assert reader_of(meant_for) == reader


def test_what_is_the_hosts_is_not_given_to_security_by_saying_so() -> None:
    closed = note("line", "red_line", "security")
    assert is_misplaced(closed)
    assert not any(may_read(closed, audience) for audience in AUDIENCES)
    assert lifted(closed).audience == "principal"


def test_the_table_names_every_kind_and_every_sort_of_note() -> None:
    assert set(OF) == {*KINDS.values(), Unread}
    assert [kind.record for kind in OF.values() if kind.bounds is None] == [Note]
    assert set(NOTES) == set(get_args(NoteKind))


@pytest.mark.parametrize(
    ("sort", "begin", "lowest"),
    [
        ("red_line", "principal", "host"),
        ("risk", "principal", "host"),
        ("if_raised", "host", "host"),
        ("ask", "host", "host"),
        ("offer", "host", "host"),
        ("background", "host", "public"),
        ("message", "host", "public"),
        ("agreement", "host", "public"),
        ("new sort", "principal", "principal"),
    ],
)
def test_notes_begin_and_end_where_their_sort_says(
    sort: str, begin: Audience, lowest: Audience
) -> None:
    assert audiences.bounds(Note, sort) == (begin, lowest)


@pytest.mark.parametrize(
    ("kind", "begin"),
    [(Person, "guest"), (Organisation, "guest"), (Metric, "public"), (Figure, "public"), (Source, "public"),
     (Record, "principal")],
)  # fmt: skip
def test_kinds_begin_where_the_table_says_and_unknown_ones_with_the_principal(
    kind: type[Record], begin: Audience
) -> None:
    assert begins(kind) == begin


def test_what_hosts_or_security_alone_read_of_a_person_stands_in_the_table() -> None:
    assert OF[Person].closed == {
        **dict.fromkeys(FOR_HOSTS, "host"),
        **dict.fromkeys(PASSPORT, "security"),
    }
    assert not set(FOR_HOSTS) & set(PASSPORT)
    assert {"precedence", "needs", "diet", "consent_print"} <= set(OF[Person].closed)


@pytest.mark.parametrize("sort", sorted(INWARD))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_inward_notes_are_misplaced_below_hosts_and_lifted_to_where_their_sort_begins(
    sort: NoteKind, audience: Audience
) -> None:
    record = note("x", sort, audience)
    assert is_misplaced(record) == (audience not in ("host", "principal"))
    assert lifted(record).audience == (
        audience if audience in ("host", "principal") else begins(Note, sort)
    )
    assert floor(record) == "host"


def test_an_inward_note_for_guests_is_not_added() -> None:
    with pytest.raises(UsageError) as caught:
        edit.add(VISIT, note("new", "red_line", "guest"))
    assert str(caught.value) == (
        "new: the audience of a record of the sort “Red line” is “For hosts” or above, never "
        "“For guests”."
    )
    assert caught.value.places == (("new", "audience"),)


def test_a_note_that_becomes_inward_is_lifted_in_the_same_edit_and_back_by_one_undo() -> None:
    made = edit.set_field(VISIT, "fact", "sort", "red_line")
    after = apply(VISIT, made)
    assert after.by_id["fact"].audience == "principal"
    assert apply(after, inverse(made)) == VISIT
    several_made = several.set_field(VISIT, ["fact", "ask"], "sort", "offer")
    assert [apply(VISIT, several_made).by_id[ident].audience for ident in ("fact", "ask")] == [
        "host",
        "host",
    ]


def test_a_note_that_is_no_longer_inward_keeps_its_audience() -> None:
    assert (
        apply(VISIT, edit.set_field(VISIT, "ask", "sort", "background")).by_id["ask"].audience
        == "host"
    )


def test_the_audience_is_not_set_below_the_floor() -> None:
    with pytest.raises(UsageError, match="never “"):
        edit.set_field(VISIT, "ask", "audience", "guest")
    with pytest.raises(UsageError, match="never “"):
        edit.set_field(VISIT, "old", "audience", "public")
    with pytest.raises(UsageError, match="never “"):
        several.set_field(VISIT, ["fact", "ask"], "audience", "guest")
    with pytest.raises(UsageError, match="never “"):
        edit.put(VISIT, note("ask", "ask", "guest"))


def test_an_old_misplaced_note_can_be_edited_and_lifted() -> None:
    edited = apply(VISIT, edit.set_field(VISIT, "old", "text.en", "new words"))
    assert edited.by_id["old"].audience == "guest"
    assert (
        apply(edited, edit.set_field(edited, "old", "audience", "principal")).by_id["old"].audience
        == "principal"
    )


def test_a_copy_of_a_misplaced_note_is_lifted() -> None:
    assert (
        apply(VISIT, several.duplicate(VISIT, [("old", "copy")])).by_id["copy"].audience
        == "principal"
    )
