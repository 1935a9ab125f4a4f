"""What a translation was made from is read back from the journal, whatever was undone."""

import sqlite3
from pathlib import Path

import pytest

from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import OpenVisit
from lohum_brief.visit import edit
from lohum_brief.visit.ageing import Former, former, text_at
from lohum_brief.visit.records import Note
from lohum_brief.visit.text import Text


def _set(opened: OpenVisit, path: str, value: str) -> None:
    opened.commit(edit.set_field(opened.visit, "n-1", path, value))


def test_a_spoilt_entry_ends_the_past_instead_of_telling_lies(path: Path) -> None:
    with store_at(path).open() as opened:
        _set(opened, "text.en", "ask one")
        _set(opened, "text.en", "ask two")
    with sqlite3.connect(path) as connection:
        connection.execute(
            "UPDATE journal SET changes = replace(changes, 'ask one', 'ask ten') WHERE number = 1"
        )
    connection.close()
    with store_at(path).open() as opened:
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
