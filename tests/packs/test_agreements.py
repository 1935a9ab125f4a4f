"""Agreements in packs: their status stands where it is said."""

from lohum_brief.document.blocks import Table
from lohum_brief.packs.admit import admit
from lohum_brief.visit.records import Note, Section
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small
from tests.packs.planning import plan


def test_the_status_is_printed_but_not_who_sees_to_it() -> None:
    section = Section(id="sec:agreements", audience="public", title=Text(en="Agreements"), content="agreements")
    text = Text(hi="पाठ", en="Text", ja="本文")
    notes = [
        Note(id="note:a", audience="public", sort="agreement", text=text, status="in_force", due="2031-05"),
        Note(id="note:b", audience="public", sort="agreement", text=text),
    ]
    rest = [record for record in small() if not isinstance(record, Note)]
    of = pack(sections=("sec:agreements",), languages=("hi", "en", "ja"))
    document = plan(admit(Visit([*rest, section, *notes]), of.audience), of)
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    first, second = ([para.text for cell in row.cells for para in cell] for row in table.rows)
    assert [line for line in first if line not in second] == ["लागू", "In force", "発効済み"]
    assert not any("2031" in line for line in first)
