"""What would print twice."""

import pytest
from msgspec import structs

from lohum_brief.checks.repeated import findings
from lohum_brief.checks.run import check
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import AnyRecord, Item, Note, Organisation, Pack, Person, Term
from lohum_brief.visit.text import States, Text
from tests.packs.conftest import small


def told(*more: AnyRecord) -> list[tuple[str, str]]:
    return [(found.record, found.field) for found in findings(small(*more))]


def again(kind: type[AnyRecord], **changes: object) -> AnyRecord:
    """The first record of the small visit that is of a kind, once more."""
    return structs.replace(small().of(kind)[0], id="again", **changes)


@pytest.mark.parametrize(
    ("kind", "field"),
    [(Note, "text"), (Item, "title"), (Term, "name"), (Organisation, "name"), (Person, "family")],
)
def test_a_record_that_says_the_same_as_another_is_told(kind: type[AnyRecord], field: str) -> None:
    assert told() == []
    assert told(again(kind)) == [("again", field)]
    assert told(again(kind, audience="principal")) == [("again", field)]


def test_what_differs_in_anything_that_prints_is_no_repetition() -> None:
    [note] = small().of(Note)[:1]
    assert told(again(Note, title=Text(en="Another"))) == []
    assert told(again(Note, sort="offer")) == []
    assert told(again(Item, minutes=45)) == []
    assert told(again(Person, post=Text(en="Another"))) == []
    approved = structs.replace(note.text, state=States(hi="approved"))
    assert told(again(Note, text=approved)) == [("again", "text")]


def test_three_of_one_are_two_findings_and_the_sample_has_none() -> None:
    [note] = small().of(Note)[:1]
    more = [structs.replace(note, id=ident) for ident in ("b", "c")]
    assert told(*more) == [("b", "text"), ("c", "text")]
    assert list(findings(sample_visit())) == []


def test_a_section_that_a_pack_names_twice_is_told_and_mended() -> None:
    [pack] = small().of(Pack)[:1]
    sections = (*pack.sections, pack.sections[0])
    visit = small(changed={pack.id: structs.replace(pack, sections=sections)})
    [found] = [one for one in check(visit) if one.rule == "repeated"]
    assert (found.severity, found.record, found.field) == ("warning", pack.id, "sections")
    assert found.fix is not None
    [step] = found.fix.steps
    assert tuple(step.value) == pack.sections
