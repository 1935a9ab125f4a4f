"""What a step is called lies in the journal so that it can be told in each language, and whatever
lies there can be shown.
"""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.interface import say, use
from lohum_brief.message import Group, Message, capital, forms, listed, msg, msg_n
from lohum_brief.store.sqlite import steps
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit

STEPS = (
    msg("Change {kind}", kind=msg("note")),
    msg("{step}: {record}", step=msg("Remove note"), record=forms({"en": "{x} %", "ja": "甲"})),
    msg_n("Change {count} entry", "Change {count} entries", 3),
    msg("100 % {"),
    listed(("a", capital(msg("note")))),
)


@pytest.mark.parametrize("step", STEPS)
def test_what_was_kept_is_read_again(step: Message | Group) -> None:
    assert steps.read(steps.kept(step).encode()) == step


@given(st.text())
def test_a_sentence_of_an_old_journal_stays_what_it_is(label: str) -> None:
    assert steps.kept(label) == label
    assert steps.read(label.encode(errors="replace")) == label.encode(errors="replace").decode()


@pytest.mark.parametrize(
    "foreign",
    [
        '["m"',
        '["m","Change {kind}",[["sort","a"]]]',
        '["m","{a.__class__}",[["a","b"]]]',
        '["m","{a:>999999999}",[["a","b"]]]',
        '["m","{a!r}",[["a","b"]]]',
        '["m","{",[["a","b"]]]',
        '["m","{count} {b}",[],"{count}",2]',
        '["g","capital",[]]',
        '["x","Change"]',
        '["g","lines",[' * 40 + '"a"' + "]]" * 40,
        '["g","lines",[' * 40_000,
    ],
)
def test_what_cannot_be_said_is_shown_as_it_stands(foreign: str) -> None:
    assert steps.read(foreign.encode()) == foreign


def test_a_file_whose_steps_are_sentences_tells_them_as_they_were_said(path: Path) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.remove(opened.visit, "n-1")._replace(label="メモの削除"))
    connection = sqlite3.connect(path)
    assert connection.execute("SELECT label FROM journal").fetchall() == [("メモの削除",)]
    connection.close()
    use("en")
    with FileStore(path).open() as opened:
        assert opened.undo_label == "メモの削除"
        assert say(opened.undo_label) == "メモの削除"
