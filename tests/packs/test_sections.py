"""The one table of what sections print."""

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Literal, get_args

import pytest
from msgspec import structs

from lohum_brief.checks.run import check
from lohum_brief.document.blocks import Block, Flow, Heading, Space, Table
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import geometry
from lohum_brief.document.tracks import tracks
from lohum_brief.language.codes import Lang
from lohum_brief.packs.admit import admit
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.extent import extent
from lohum_brief.packs.plan import builder
from lohum_brief.packs.readiness import Gaps, concerned, gaps, printed
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.contents import LISTINGS, Content
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    ChartRow,
    Figure,
    Group,
    Item,
    Layout,
    NamePart,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Section,
)
from lohum_brief.visit.records import Table as TextTable
from lohum_brief.visit.sections import beside, listed, lists
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import LAYOUTS, ORDERS, pack, sample, section, small, text
from tests.packs.planning import plan

CONTENTS: tuple[Content, ...] = get_args(Content)


def test_every_content_has_its_row_and_its_builder() -> None:
    assert set(LISTINGS) == set(CONTENTS)
    for content in CONTENTS:
        assert (builder(content) is None) == (content == "prose")


def records(blocks: tuple[Block, ...] | list[Block]) -> Iterator[str]:
    for block in blocks:
        yield getattr(block, "record", "")
        if isinstance(block, Table):
            yield from (row.record for row in block.rows)


def planned(visit: Visit, made: Pack) -> Document:
    return plan(admit(visit, made.audience), made)


@pytest.mark.parametrize("content", CONTENTS)
@pytest.mark.parametrize("made", ["small", "sample"])
def test_whatever_a_section_prints_is_of_the_kinds_its_row_names(
    content: Content, made: str
) -> None:
    one = section(content)
    visit = Visit([*(small() if made == "small" else sample()), structs.replace(one, id="only")])
    shown = pack(id="x", audience="principal", sections=("only",))
    document = planned(visit, shown)
    found = {visit.by_id[ident] for ident in records(document.blocks) if ident and ident != "only"}
    row = {*lists(content), *beside(content)}
    assert {type(record) for record in found} <= row
    assert {record.id for record in found} <= set(printed(visit, shown))


def intruding(content: Content) -> list[AnyRecord]:
    """A paragraph, a table and a chart in a section of a content."""
    into = f"sec:{content}"
    row = ChartRow(name=text("row"), values=(Decimal(3),))
    return [
        Paragraph(id="x:p", audience="public", section=into, text=text("paragraph")),
        TextTable(id="x:t", audience="public", section=into, columns=(text("column"),), rows=((text("cell"),),)),
        Chart(id="x:c", audience="public", section=into, form="bar", title=text("chart"), unit="t",
              names=(text("one"),), rows=(row,)),
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["prose", "programme", "metrics", "people", "notes"])
def test_a_sheet_prints_all_of_its_sections(content: Content) -> None:
    visit = small(*intruding(content))
    sheet = pack(id="x", form="sheet", languages=("en",), sections=("sec:people", f"sec:{content}"))
    assert {"x:p", "x:t", "x:c"} <= set(records(planned(visit, sheet).blocks))
    assert {"x:p", "x:t", "x:c"} <= set(printed(visit, sheet))
    assert {"x:p", "x:t", "x:c"} <= {ident for ident, _ in extent(visit, sheet)}


def test_a_card_leaves_out_what_introduces_it_and_nothing_else() -> None:
    visit = small(*intruding("programme"))
    card = pack(id="x", form="sheet", languages=("en",), sections=("sec:programme",))
    for found in (
        records(planned(visit, card).blocks),
        printed(visit, card),
        (one for one, _ in extent(visit, card)),
    ):
        assert {"x:p", "x:t", "x:c"} & set(found) == {"x:t", "x:c"}


@pytest.mark.parametrize(
    "ident", ["guests", "hosts", "programme", "delegates", "principal", "security"]
)
def test_whatever_stands_on_the_samples_pages_prints(ident: str) -> None:
    made = sample().get(Pack, ident)
    assert made
    found = {record for record in records(planned(sample(), made).blocks) if record}
    assert found <= set(printed(sample(), made))


def error(*records: AnyRecord, sections: tuple[str, ...]) -> bool:
    """Whether the last of the records, which an error is about, concerns a pack of its section."""
    shown = pack(id="x", audience="host", sections=sections)
    visit = small(*records)
    return concerned(visit, shown)(records[-1].id, "organisation")


def counted(visit: Visit, made: Pack) -> Gaps:
    found: list[Gaps] = []

    def count() -> Iterator[None]:
        found.append((yield from gaps(visit, made)))

    list(count())
    return found[0]


def test_needs_are_held_to_the_same_as_a_book() -> None:
    card = Section(id="needs", audience="host", title=text("needs"), content="needs")
    name = NamePart(hi="क", en="K", ja="見", reading="み")
    lost = Person(id="lost", audience="host", family=name, organisation="org:gone", diet="jain")
    visit = small(card, lost)
    shown = pack(id="x", audience="host", form="sheet", sections=("needs",))
    assert [finding.record for finding in check(visit) if finding.severity == "error"] == ["lost"]
    assert concerned(visit, shown)("lost", "organisation")
    assert not concerned(visit, structs.replace(shown, audience="guest"))("lost", "organisation")
    nameless = structs.replace(
        lost, family=NamePart(en="K", ja="見", reading="み"), post=Text(en="Post")
    )
    before, after = counted(visit, shown), counted(small(card, nameless), shown)
    assert after["needs"]["hi"] == before["needs"]["hi"] + 1


ORGANISATION = Organisation(id="org:x", audience="public", name=text("x"))


@pytest.mark.parametrize(
    ("records", "sections", "concerns"),
    [
        ((ORGANISATION,), ("sec:organisations",), True),
        ((ORGANISATION,), ("sec:people",), False),
        ((Person(id="a", audience="guest", family=NamePart(en="A"), organisation="org:x"), ORGANISATION), ("sec:people",), True),
        ((Group(id="g:x", audience="public", name=text("x")),), ("sec:programme",), False),
        ((Figure(id="figure:x", audience="public", name=text("x"), value=Decimal(1)),), ("sec:prose",), False),
        (
            (
                Paragraph(id="a", audience="public", section="sec:prose", text=Text(hi="{figure:x}")),
                Figure(id="figure:x", audience="public", name=text("x"), value=Decimal(1)),
            ),
            ("sec:prose",),
            True,
        ),
        (
            (
                Paragraph(id="a", audience="public", section="sec:prose", text=Text(hi="{metric:m1}")),
                Observation(id="o:x", audience="public", metric="m1", value=Decimal(1), as_of="2026"),
            ),
            ("sec:prose",),
            True,
        ),
    ],
)  # fmt: skip
def test_what_nothing_that_prints_names_is_no_concern(
    records: tuple[AnyRecord, ...], sections: tuple[str, ...], *, concerns: bool
) -> None:
    assert error(*records, sections=sections) is concerns


def test_notes_count_by_the_sorts_that_their_section_lists() -> None:
    asks = Section(id="asks", audience="host", title=text("asks"), content="notes", sorts=("ask",))
    visit = small(asks)
    notes = [record for record in visit if listed(asks, record)]
    assert [note.id for note in notes] == ["n2"]
    every = structs.replace(asks, sorts=())
    assert [record.id for record in visit if listed(every, record)] == [
        "n1",
        "n2",
        "n3",
        "n4",
        "n5",
    ]


def test_reading_the_table_loads_no_builder() -> None:
    code = (
        "import sys, lohum_brief.packs.readiness\n"
        "assert not any(name in sys.modules for name in ('lohum_brief.packs.metrics', "
        "'lohum_brief.document.blocks'))"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("content", ["organisations", "people", "metrics", "glossary"])
def test_a_section_whose_texts_have_all_languages_has_no_gaps(content: Content) -> None:
    made = pack(id="x", audience="host", languages=("hi", "en", "ja"), sections=(f"sec:{content}",))
    assert counted(small(), made)[f"sec:{content}"] == {"hi": 0, "en": 0, "ja": 0}


def test_each_text_that_lacks_a_language_is_one_gap() -> None:
    [first, *_] = small().of(Organisation)
    other = structs.replace(first, name=Text(en="Host"), role=Text(en="Role", ja="役割"))
    made = pack(id="x", languages=("hi", "en", "ja"), sections=("sec:organisations",))
    found = counted(small(changed={first.id: other}), made)["sec:organisations"]
    assert found == {"hi": 2, "en": 0, "ja": 1}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_organisations_of_one_language_have_a_column_for_the_role_in_every_layout(
    layout: Layout,
) -> None:
    made = pack(languages=("en",), layout=layout, sections=("sec:organisations",))
    [table] = [block for block in planned(small(), made).blocks if isinstance(block, Table)]
    heads = ["".join(para.text for para in cell) for cell in table.head]
    assert heads == ["", "Name of the organisation", "Role"]


@pytest.mark.parametrize(
    ("audience", "fixed", "said"),
    [
        ("guest", True, " · Fixed time"),
        ("guest", False, ""),
        ("host", False, " · For hosts"),
        ("host", True, " · Fixed time · For hosts"),
    ],
)
def test_an_item_says_where_it_does_not_move_and_whose_it_is(
    audience: Audience, *, fixed: bool, said: str
) -> None:
    [item, *_] = small().of(Item)
    visit = small(changed={item.id: structs.replace(item, audience=audience, fixed=fixed)})
    made = pack(audience="host", languages=("en",), sections=("sec:programme",))
    [row] = [
        row
        for block in planned(visit, made).blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.record == item.id
    ]
    words = " ".join(para.text for cell in row.cells for para in cell)
    assert words.partition("Group English")[2] == said


@pytest.mark.parametrize("basis", ["stated", "measured"])
def test_figures_are_called_the_companys_where_it_states_them(basis: str) -> None:
    [reading] = small().of(Observation)
    visit = small(changed={reading.id: structs.replace(reading, basis=basis)})
    made = pack(languages=("en",), sections=("sec:metrics",))
    words = [
        para.text
        for block in planned(visit, made).blocks
        if isinstance(block, Flow)
        for para in block.paras
    ]
    assert ("Stated by the company, not audited." in words) == (basis == "stated")


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("languages", ORDERS, ids="+".join)
def test_what_is_planned_is_as_wide_as_the_page(
    languages: tuple[Lang, ...], layout: Layout
) -> None:
    made = pack(languages=languages, layout=layout)
    assert Brief(small(), made, FontRuler()).width == geometry(planned(small(), made)).width


def test_no_column_of_a_table_is_starved() -> None:
    [table] = small().of(TextTable)
    narrow = structs.replace(
        table, columns=(text("long"), Text(en="No")), rows=(("x" * 400, "1"), ("y", "2"))
    )
    made = pack(languages=("en",), sections=("sec:prose",))
    document = planned(small(changed={table.id: narrow}), made)
    [found] = [block for block in document.blocks if isinstance(block, Table)]
    _, (long, short) = tracks(found.columns, 440)
    assert short > 440 / 8
    assert long > 440 / 2


@pytest.mark.parametrize("form", ["book", "sheet"])
@pytest.mark.parametrize("content", CONTENTS)
def test_titles_have_the_same_room_beneath_them_in_every_section(
    content: Content, form: Literal["book", "sheet"]
) -> None:
    only = structs.replace(section(content), id="only", new_page=False)
    host = pack(id="x", audience="host", form=form, sections=("only", "sec:prose"))
    [person, *_] = small().of(Person)
    eats = structs.replace(person, diet="halal")
    for visit in (small(only, changed={person.id: eats}), Visit([*sample(), only])):
        blocks = planned(visit, host).blocks
        for space, below in pairwise(blocks):
            if isinstance(space, Space):
                new = isinstance(below, Heading) and below.level == 1
                assert space.units == (3 if new else 1)
