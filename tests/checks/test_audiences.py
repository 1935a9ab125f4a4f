"""The check names what is misplaced and, once for each cause, what readers miss; each has a fix
that mends it.
"""

import datetime as dt
from decimal import Decimal

import pytest

from lohum_brief.checks.audiences import READERS, RULE, findings
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import waivable
from lohum_brief.language.interface import say
from lohum_brief.store.shipped import TEMPLATES, new_visit, reference_data, sample_visit
from lohum_brief.visit.audiences import INWARD, begins, is_misplaced
from lohum_brief.visit.contents import Content
from lohum_brief.visit.edit import apply
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Item,
    Metric,
    NamePart,
    Note,
    NoteKind,
    Observation,
    Organisation,
    Paragraph,
    Particulars,
    Person,
    Section,
    Source,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

TEXT = Text(en="a")
OWN = Particulars(id="visit", audience="public", title=TEXT)


def visit(*records: AnyRecord) -> Visit:
    return Visit([OWN, *records])


def note(ident: str, sort: NoteKind, audience: Audience) -> Note:
    return Note(id=ident, audience=audience, sort=sort, text=TEXT)


def person(ident: str, audience: Audience = "guest", organisation: str | None = "org") -> Person:
    return Person(id=ident, audience=audience, family=NamePart(en=ident), organisation=organisation)


def section(
    audience: Audience, content: Content = "prose", sorts: tuple[NoteKind, ...] = ()
) -> Section:
    return Section(id="s", audience=audience, title=TEXT, content=content, sorts=sorts)


def test_each_misplaced_note_is_an_error_and_one_step_mends_all() -> None:
    given = visit(
        *(
            note(f"{sort}-{at}", sort, at)
            for sort in sorted(INWARD)
            for at in ("public", "guest", "host")
        )
    )
    found = list(findings(given))
    assert {one.record for one in found} == {
        f"{sort}-{at}" for sort in INWARD for at in ("public", "guest")
    }
    assert {(one.severity, one.rule, one.field, waivable(one)) for one in found} == {
        ("error", RULE, "audience", False)
    }
    assert len({one.fix.label for one in found if one.fix}) == 1
    mended = apply(given, fixed(given, [one for one in check(given) if one.rule == RULE]))
    assert not list(findings(mended))
    assert all(
        record.audience == ("host" if record.id.endswith("-host") else begins(Note, record.sort))
        for record in mended.of(Note)
    )


def test_the_message_says_what_the_record_is_and_what_it_may_have() -> None:
    [found] = findings(visit(note("n", "risk", "guest")))
    assert say(found.message) == (
        "The audience of a record of the sort “Risk” is “For hosts” or above, never “For guests”."
    )


def test_what_sixty_records_name_and_their_readers_miss_is_said_once() -> None:
    given = visit(
        Organisation(id="org", audience="host", name=Text(en="METI")),
        *(person(f"p{i}") for i in range(60)),
    )
    [found] = findings(given)
    assert (found.severity, found.rule, found.record, found.field) == (
        "warning",
        READERS,
        "p0",
        "organisation",
    )
    assert "METI" in say(found.message)
    assert "59 more records" in say(found.message)
    mended = apply(given, fixed(given, [one for one in check(given) if one.rule == READERS]))
    assert mended.by_id["org"].audience == "guest"
    assert not list(findings(mended))


def test_the_fix_opens_no_further_than_the_kind_begins() -> None:
    given = visit(
        Organisation(id="org", audience="host", name=TEXT),
        person("p", "public"),
        person("q", "guest"),
    )
    [found] = findings(given)
    assert found.fix is not None
    assert [(step.record, step.value) for step in found.fix.steps] == [("org", "guest")]


def test_a_note_is_never_opened_because_a_chart_names_it() -> None:
    chart = Chart(id="c", audience="guest", section="s", form="timeline", title=TEXT, notes=("n",))
    [found] = findings(visit(section("guest"), note("n", "background", "host"), chart))
    assert (found.record, found.field, found.fix) == ("c", "notes.0", None)


def test_what_stands_in_a_closed_section_is_closed_and_not_the_section_opened() -> None:
    given = visit(
        section("host"),
        *(Paragraph(id=f"p{i}", audience="guest", section="s", text=TEXT) for i in range(3)),
        Metric(id="m", audience="host", name=TEXT),
        Observation(id="o", audience="public", metric="m", value=Decimal(1)),
    )
    found = list(findings(given))
    assert [(one.record, one.field) for one in found] == [("p0", "section"), ("o", "metric")]
    mended = apply(given, fixed(given, [one for one in check(given) if one.rule == READERS]))
    assert {record.audience for record in mended if record is not mended.particulars} == {"host"}


def test_a_source_that_readers_may_not_see_is_said_once() -> None:
    source = Source(id="src", audience="host", title="Report")
    given = visit(source, section("guest"), *(
        Paragraph(id=f"p{i}", audience="guest", section="s", text=TEXT, sources=("src",)) for i in range(4)
    ))  # fmt: skip
    assert [(one.record, one.field) for one in findings(given)] == [("p0", "sources.0")]


@pytest.mark.parametrize(
    ("content", "sorts", "lowest"),
    [("notes", ("red_line", "risk"), "host"), ("notes", ("ask",), "host"), ("needs", (), "host"),
     ("notes", ("message", "ask"), None), ("notes", (), None), ("people", (), None)],
)  # fmt: skip
def test_a_section_whose_readers_get_nothing_of_it_is_told(
    content: Content, sorts: tuple[NoteKind, ...], lowest: Audience | None
) -> None:
    found = list(findings(visit(section("guest", content, sorts))))
    assert [one.fix.steps[0].value for one in found if one.fix] == ([lowest] if lowest else [])
    assert not list(findings(visit(section("host", content, sorts))))


def test_the_sample_the_templates_and_the_reference_data_obey_the_table() -> None:
    for given in (sample_visit(), *(new_visit(template.key) for template in TEMPLATES)):
        assert list(findings(given)) == []
    assert [record.id for record in reference_data() if is_misplaced(record)] == []


def test_a_token_cannot_print_what_is_misplaced() -> None:
    dated = Note(id="n", audience="guest", sort="ask", text=TEXT, date="2025-06-01")
    paragraph = Paragraph(
        id="p", audience="guest", section="s", text=Text(en="since {date:n.date}")
    )
    found = [
        one
        for one in check(visit(section("guest"), dated, paragraph))
        if one.record == "p" and one.severity == "error"
    ]
    assert [(one.rule, one.field) for one in found] == [("figures", "text.en")]


def test_a_visit_without_anything_hidden_has_no_finding() -> None:
    item = Item(id="i", audience="guest", title=TEXT, start=dt.datetime(2025, 7, 8, 9))  # noqa: DTZ001 - local time
    assert (
        list(
            findings(visit(Organisation(id="org", audience="guest", name=TEXT), person("p"), item))
        )
        == []
    )
