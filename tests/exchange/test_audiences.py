"""A table of ours says the audience of each record: one that the record may not have is refused,
row by row.
"""

from pathlib import Path

import msgspec

from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.writing import as_table
from lohum_brief.language.interface import say
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Note, NoteKind, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

OWN = Particulars(id="visit", audience="public", title=Text(en="Visit"))


def note(ident: str, sort: NoteKind, audience: Audience, said: str = "words") -> Note:
    return Note(id=ident, audience=audience, sort=sort, text=Text(en=said))


def imported(table: Visit, into: Visit, folder: Path) -> Preview:
    path = folder / "notes.csv"
    path.write_bytes(as_table(table, Note, ".csv"))
    return preview(into, Note, read_table(path))


def test_an_inward_note_for_guests_is_not_taken_in(tmp_path: Path) -> None:
    table = Visit(
        [
            OWN,
            note("a", "red_line", "guest"),
            note("b", "red_line", "host"),
            note("c", "message", "guest"),
        ]
    )
    found = imported(table, Visit([OWN]), tmp_path)
    assert [record.id for record in found.added] == ["b", "c"]
    [unread] = found.unread
    assert (unread.place[0], unread.text) == (1, "guest")
    assert "“Red line”" in say(unread.why)


def test_an_old_misplaced_note_is_changed_in_its_other_fields_but_not_made_worse(
    tmp_path: Path,
) -> None:
    old = note("a", "ask", "guest")
    table = Visit([OWN, msgspec.structs.replace(old, text=Text(en="other words"))])
    found = imported(table, Visit([OWN, old]), tmp_path)
    assert [one.after.audience for one in found.changed] == ["guest"]
    assert not found.unread
    worse = imported(
        Visit([OWN, note("a", "ask", "guest")]), Visit([OWN, note("a", "ask", "host")]), tmp_path
    )
    assert [one.text for one in worse.unread] == ["guest"]
