"""What a translation was made from is read back from the journal, whatever was undone."""

import sqlite3
from pathlib import Path

import pytest

from lohum_brief.store.file import OpenVisit, open_visit
from lohum_brief.visit import edit
from lohum_brief.visit.ageing import Former, former, text_at
from lohum_brief.visit.records import Note
from lohum_brief.visit.text import Text


def _set(opened: OpenVisit, path: str, value: str) -> None:
    opened.commit(edit.set_field(opened.visit, "n-1", path, value))


def _former(opened: OpenVisit) -> str | None:
    past = ((one.time, text_at(one.before, "text"), text_at(one.after, "text")) for one in opened.history("n-1"))
    found = former(past, "hi", "en")
    return found.text if found else None


def test_the_former_text_is_the_one_that_was_translated(path: Path) -> None:
    with open_visit(path) as opened:
        assert _former(opened) is None
        _set(opened, "text.en", "ask one")
        _set(opened, "text.en", "ask one more")
        assert _former(opened) == "ask 1"
        _set(opened, "text.hi", "एक और माँग")
        assert _former(opened) is None
        _set(opened, "text.en", "ask no more")
        assert _former(opened) == "ask one more"
        _set(opened, "text.state.hi", "checked")
        assert _former(opened) is None, "confirmed as still right"
        _set(opened, "text.en", "ask again")
        assert _former(opened) == "ask no more"
    with open_visit(path) as opened:
        assert _former(opened) == "ask no more", "also another day"


def test_what_was_undone_did_not_happen(path: Path) -> None:
    with open_visit(path) as opened:
        _set(opened, "text.en", "ask one")
        _set(opened, "text.hi", "एक और माँग")
        opened.undo()
        assert _former(opened) == "ask 1"
        opened.undo()
        assert _former(opened) is None
        opened.redo()
        assert _former(opened) == "ask 1"
        _set(opened, "text.en", "ask two")
        assert [type(one.after) for one in opened.history("n-1")] == [Note, Note]


def test_other_records_of_the_same_edit_are_not_its_past(path: Path) -> None:
    with open_visit(path) as opened:
        both = [edit.set_field(opened.visit, ident, "text.en", "both").changes[0] for ident in ("n-1", "n-2")]
        opened.commit(edit.Edit("both", tuple(both)))
        [one] = opened.history("n-1")
        assert one.before == both[0].before
        assert list(opened.history("n-3")) == []
        assert list(opened.history("n")) == []


def test_a_spoilt_entry_ends_the_past_instead_of_telling_lies(path: Path) -> None:
    with open_visit(path) as opened:
        _set(opened, "text.en", "ask one")
        _set(opened, "text.en", "ask two")
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE journal SET changes = replace(changes, 'ask one', 'ask ten') WHERE number = 1")
    connection.close()
    with open_visit(path) as opened:
        [one] = opened.history("n-1")
        assert isinstance(one.after, Note)
        assert one.after.text["en"] == "ask two"


@pytest.mark.parametrize("path", ["text", "columns.0", "columns.9", "nothing.at.all", "text.x"])
def test_a_path_that_leads_nowhere_has_no_text(path: str) -> None:
    assert not text_at(None, path)
    note = Note(id="n", audience="host", sort="ask", text=Text(en="x"))
    assert bool(text_at(note, path)) == (path == "text")


def test_the_time_is_that_of_the_last_change() -> None:
    a, b, c = (Text(en=word, ja="一") for word in "abc")
    assert former([("3", b, c), ("2", a, b)], "ja", "en") == Former("a", "3")
