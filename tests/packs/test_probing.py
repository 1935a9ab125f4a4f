"""What reaches the paper of a pack is told place by place."""

import pytest
from msgspec import structs

from lohum_brief.packs.probing import reached
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Person, Section
from tests.packs.conftest import pack, small, text

NEEDS = Section(id="sec:needs", audience="host", title=text("Needs"), content="needs")
POST, NEED, ROLE = ("per1", "post.hi"), ("per1", "needs.hi"), ("org:guest", "role.hi")


@pytest.mark.parametrize(
    ("audience", "sections", "found"),
    [
        ("host", ("sec:people",), {POST}),
        ("host", ("sec:people", "sec:needs"), {POST, NEED}),
        ("guest", ("sec:people", "sec:needs"), {POST}),
        ("host", ("sec:organisations",), {ROLE}),
    ],
)
def test_a_text_reaches_paper_where_its_section_prints_it_for_who_may_read_it(
    audience: Audience, sections: tuple[str, ...], found: set[tuple[str, str]]
) -> None:
    person = structs.replace(small().of(Person)[0], needs=text("prayer room"))
    visit = small(NEEDS, changed={person.id: person})
    made = pack(audience=audience, languages=("hi", "en"), sections=sections)
    assert reached(visit, made, (POST, NEED, ROLE), FontRuler()).places == found
