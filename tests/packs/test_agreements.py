"""Agreements in packs: their status stands where it is said."""

from lohum_brief.document.blocks import Table
from lohum_brief.packs.admit import admit
from lohum_brief.visit.records import Note, Section
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small
from tests.packs.planning import plan


def test_the_status_is_printed_but_not_who_sees_to_it() -> None:
    section = Section(
        id="sec:agreements", audience="public", title=Text(en="Agreements"), content="agreements"
    )
    text = Text(hi="पाठ", en="Text", ja="本文")
    notes = [
        Note(
            id="note:a",
            audience="public",
            sort="agreement",
            text=text,
            status="in_force",
            due="2031-05",
        ),
        Note(id="note:b", audience="public", sort="agreement", text=text),
    ]
    rest = [record for record in small() if not isinstance(record, Note)]
    of = pack(sections=("sec:agreements",), languages=("hi", "en", "ja"))
    document = plan(admit(Visit([*rest, section, *notes]), of.audience), of)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    first, second = ([para.text for cell in row.cells for para in cell] for row in table.rows)
    assert [line for line in first if line not in second] == ["लागू", "In force", "発効済み"]
    assert not any("2031" in line for line in first)


def dated(*dates: str) -> list[Note]:
    text = Text(en="Text")
    return [
        Note(id=f"note:{i}", audience="public", sort="agreement", text=text, date=at)
        for i, at in enumerate(dates)
    ]


def listed(notes: list[Note], *sections: Section) -> list[str]:
    rest = [record for record in small() if not isinstance(record, Note)]
    of = pack(sections=tuple(section.id for section in sections), languages=("en",))
    document = plan(admit(Visit([*rest, *sections, *notes]), of.audience), of)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [row.record for table in tables for row in table.rows]


def test_agreements_stand_by_the_day_on_which_their_date_begins_and_those_without_last() -> None:
    section = Section(
        id="sec:a", audience="public", title=Text(en="Agreements"), content="agreements"
    )
    notes = dated("", "2026-03-04", "FY2021", "2022", "2021-12", "soon")
    order = [notes[i].date for i in (2, 4, 3, 1, 0, 5)]
    assert [notes[int(ident[5:])].date for ident in listed(notes, section)] == order


def test_a_list_of_all_notes_has_the_agreements_that_nothing_else_in_the_pack_lists() -> None:
    notes = dated("2026")
    every = Section(id="sec:n", audience="public", title=Text(en="Notes"), content="notes")
    some = Section(
        id="sec:s", audience="public", title=Text(en="Some"), content="notes", sorts=("agreement",)
    )
    own = Section(id="sec:a", audience="public", title=Text(en="Agreements"), content="agreements")
    assert listed(notes, every) == ["note:0"]
    assert listed(notes, some) == ["note:0"]
    assert listed(notes, every, some) == ["note:0"]
    assert listed(notes, every, own) == ["note:0"]
