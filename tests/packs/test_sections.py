"""The one table of what sections print."""

import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from typing import get_args

import pytest
from msgspec import structs

from lohum_brief.checks.run import check
from lohum_brief.document.blocks import Block, Table
from lohum_brief.document.document import Document
from lohum_brief.packs.admit import admit
from lohum_brief.packs.extent import extent
from lohum_brief.packs.plan import builder
from lohum_brief.packs.readiness import Gaps, concerned, gaps, printed
from lohum_brief.visit.contents import LISTINGS, Content
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    ChartRow,
    Figure,
    Group,
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
from tests.packs.conftest import pack, sample, section, small, text
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
