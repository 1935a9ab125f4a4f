"""A store gives back what was put into it, edit by edit, and undoes it also another day."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lohum_brief.errors import BriefError, UsageError
from lohum_brief.language.interface import say, use
from lohum_brief.store.protocol import Store
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.records import Note
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.newer import UNSEEN, encoded
from tests.store.protocol.conftest import Kind
from tests.visit.strategies import edits, visits

_numbers = count()
random_examples = settings(
    max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@random_examples
@given(visits())
def test_a_visit_survives(kind: Kind, visit: Visit) -> None:
    store = kind.place(f"v{next(_numbers)}")
    store.create(visit)
    assert encode(store.read()) == encode(visit)
    assert store.damage() == []


@random_examples
@given(st.data(), visits())
def test_everything_can_be_undone_and_redone_after_reopening(
    kind: Kind, data: st.DataObject, visit: Visit
) -> None:
    store = kind.place(f"v{next(_numbers)}")
    store.create(visit)
    with store.open() as opened:
        for _ in range(data.draw(st.integers(1, 6))):
            assert opened.commit(data.draw(edits(opened.visit))) == opened.visit
        end = opened.visit
    with store.open() as opened:
        assert opened.visit == end
        while opened.undo():
            pass
        assert opened.visit == visit
    assert encode(store.read()) == encode(visit)
    with store.open() as opened:
        while opened.redo():
            pass
        assert opened.visit == end
    assert encode(store.read()) == encode(end)
    assert store.damage() == []


def test_many_moves_to_one_place_keep_the_order(store: Store) -> None:
    with store.open() as opened:
        for turn in range(80):
            opened.commit(edit.move(opened.visit, f"n-{turn % 4}", "n-5"))
            assert [record.id for record in opened.visit][-2:] == [f"n-{turn % 4}", "n-5"]
        assert store.read() == opened.visit
    assert store.damage() == []


def test_undo_and_redo_have_names_and_a_new_edit_ends_redo(store: Store, visit: Visit) -> None:
    with store.open(who="asha") as opened:
        assert (opened.undo_label, opened.redo_label) == (None, None)
        assert opened.undo() is None
        assert opened.redo() is None
        opened.commit(edit.set_field(visit, "n-1", "text.en", "first"))
        opened.commit(edit.remove(opened.visit, "n-2"))
        undone = opened.undo()
        assert undone
        assert [change.id for change in undone.changes] == ["n-2"]
        names = (opened.undo_label, opened.redo_label)
        assert all(names)
        assert names[0] != names[1]
    with store.open(who="kenji") as opened:
        assert (opened.undo_label, opened.redo_label) == names
        opened.commit(edit.move(opened.visit, "n-5", "n-0"))
        assert opened.redo_label is None
        assert opened.redo() is None
        assert [(e.number, e.who) for e in opened.journal(10)] == [
            (3, "kenji"),
            (2, "asha"),
            (1, "asha"),
        ]
        assert [e.label for e in opened.journal(10)][1:] == [names[1], names[0]]
        assert [e.number for e in opened.journal(1)] == [3]
        opened.undo()
        opened.undo()
        assert opened.visit == visit


def test_a_step_is_told_in_the_language_of_whoever_reads_of_it(store: Store, visit: Visit) -> None:
    with store.open() as opened:
        opened.commit(edit.remove(visit, "n-1"))
    with store.open() as opened:
        use("ja")
        assert opened.undo_label
        assert say(opened.undo_label) == "メモの削除"
        opened.undo()
        assert opened.redo_label
        assert say(opened.redo_label) == "メモの削除"
        use("en")
        assert say(opened.journal(1)[0].label) == "Remove note"


def test_an_edit_that_does_not_fit_changes_nothing(store: Store, visit: Visit) -> None:
    old = edit.set_field(visit, "n-1", "text.en", "first")
    unreadable = Note(id="x", audience="host", sort="ask", text=Text(en="half \ud800"))
    wrong = Note(id="x", audience="host", sort="song", text=Text())  # type: ignore[arg-type]
    with store.open() as opened:
        opened.commit(edit.remove(visit, "n-1"))
        before = opened.visit
        for bad in (
            old,
            *(Edit("Add", (Change("x", None, one, None, None),)) for one in (unreadable, wrong)),
        ):
            with pytest.raises(UsageError):
                opened.commit(bad)
            assert opened.visit == before
        assert len(opened.journal(10)) == 1
    assert store.read() == before


def test_what_is_not_there_is_refused_by_its_name(kind: Kind) -> None:
    nothing = kind.place("nothing")
    assert not nothing.exists()
    for ask in (nothing.read, nothing.open, nothing.pictures, nothing.editions, nothing.damage):
        with pytest.raises(BriefError, match="nothing"):
            ask()
    assert nothing.backups() == []
    assert not nothing.exists()


def test_what_a_newer_version_wrote_is_kept_edited_and_undone(store: Store) -> None:
    newer = decode(encoded(), "v.json")
    store.create(newer, overwrite=True)
    with store.open() as opened:
        opened.commit(edit.set_field(opened.visit, "i-1", "minutes", 5))
        opened.commit(edit.remove(opened.visit, "car-1"))
    assert encode(store.read()).count(UNSEEN.encode()) == encode(newer).count(UNSEEN.encode()) - 1
    with store.open() as opened:
        opened.undo()
        opened.undo()
    assert encode(store.read()) == encode(newer)
