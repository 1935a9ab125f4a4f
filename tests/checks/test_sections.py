"""What packs leave out of their sections, and whether the check says so."""

from typing import Any

import pytest

from lohum_brief.checks.sections import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Note, Pack, Paragraph, Person, Section, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, sample, small, text


def told(visit: Visit) -> list[tuple[str, str, str]]:
    return [(one.severity, one.record, one.about) for one in findings(visit)]


def lone(*records: Any, **changes: Any) -> Visit:
    """A visit whose only pack has the first of the sections."""
    shown = next(record for record in records if isinstance(record, Section))
    rest = [record for record in small() if not isinstance(record, Pack | Note | Person)]
    return Visit([*rest, *records, pack(id="x", sections=(shown.id,), **changes)])


def test_in_the_sample_and_where_all_is_full_nothing_is_said() -> None:
    assert told(sample()) == []
    assert told(small()) == []


@pytest.mark.parametrize("content", ["prose", "notes", "agreements", "people", "needs"])
def test_a_section_with_nothing_in_it_is_told_with_the_packs_that_leave_it_out(
    content: str,
) -> None:
    visit = lone(Section(id="only", audience="public", title=text("only"), content=content))  # type: ignore[arg-type]
    assert told(visit) == [("info", "only", "x")]
    [finding] = findings(visit)
    assert "Briefing" in say(finding.message)


def test_only_what_the_readers_of_the_pack_may_read_fills_a_section() -> None:
    only = Section(id="only", audience="public", title=text("only"), content="notes")
    ask = Note(id="a", audience="host", sort="ask", text=text("ask"))
    assert told(lone(only, ask)) == [("info", "only", "x")]
    assert told(lone(only, ask, audience="host")) == []
    wrong = Note(id="a", audience="public", sort="red_line", text=text("line"))
    assert told(lone(only, wrong)) == [("info", "only", "x")]
    agreed = Note(id="a", audience="public", sort="agreement", text=text("agreed"))
    assert told(lone(only, agreed)) == []


def test_a_section_of_metrics_without_values_is_empty() -> None:
    visit = small(without=("o1",))
    assert [one for one in told(visit) if one[1] == "sec:metrics"] == [
        ("info", "sec:metrics", "guests hosts")
    ]


def test_a_section_that_its_readers_may_not_read_is_no_empty_one() -> None:
    assert told(lone(Section(id="only", audience="host", title=text("only")))) == []


def test_a_table_alone_fills_a_section_of_a_book() -> None:
    only = Section(id="only", audience="public", title=text("only"), content="prose")
    table = Table(id="t", audience="public", section="only", columns=(text("c"),), rows=(("1",),))
    assert told(lone(only, table)) == []


def test_a_card_is_told_of_paragraphs_that_no_pack_prints() -> None:
    intro = Paragraph(id="intro", audience="public", section="sec:programme", text=Text(en="Words"))
    assert told(small(intro)) == []  # the books print it
    [card] = [record for record in small() if record.id == "card"]
    rest = [record for record in small(intro) if not isinstance(record, Pack)]
    assert told(Visit([*rest, card])) == [("warning", "card", "intro")]
