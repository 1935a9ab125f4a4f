"""What was, is found again: states before an edit, and what happened to one record."""

from threading import Thread

from lohum_brief.store.protocol import OpenVisit, Store
from lohum_brief.visit import edit
from lohum_brief.visit.ageing import former, text_at
from lohum_brief.visit.records import Note


def _set(opened: OpenVisit, path: str, value: str) -> None:
    opened.commit(edit.set_field(opened.visit, "n-1", path, value))


def _former(opened: OpenVisit) -> str | None:
    past = (
        (one.time, text_at(one.before, "text"), text_at(one.after, "text"))
        for one in opened.history("n-1")
    )
    found = former(past, "hi", "en")
    return found.text if found else None


def test_the_former_text_is_the_one_that_was_translated(store: Store) -> None:
    with store.open() as opened:
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
    with store.open() as opened:
        assert _former(opened) == "ask no more", "also another day"


def test_what_was_undone_did_not_happen(store: Store) -> None:
    with store.open() as opened:
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


def test_other_records_of_the_same_edit_are_not_its_past(store: Store) -> None:
    with store.open() as opened:
        both = [
            edit.set_field(opened.visit, ident, "text.en", "both").changes[0]
            for ident in ("n-1", "n-2")
        ]
        opened.commit(edit.Edit("both", tuple(both)))
        [one] = opened.history("n-1")
        assert one.before == both[0].before
        assert list(opened.history("n-3")) == []
        assert list(opened.history("n")) == []


def test_every_state_is_found_again_in_any_thread_while_the_visit_is_open(store: Store) -> None:
    with store.open() as held:
        states = [
            held.commit(edit.set_field(held.visit, "n-1", "text.en", word))
            for word in ("one", "two", "three", "four")
        ]
        held.undo()
        numbers = [entry.number for entry in reversed(held.journal())]
        found: list[object] = []

        def ask() -> None:
            found.extend(store.visit_after(held.visit, number) for number in numbers[:3])

        thread = Thread(target=ask)
        thread.start()
        thread.join()
    assert found == states[:3]


def test_states_are_walked_back_to_the_first(store: Store) -> None:
    first = store.read()
    with store.open() as held:
        states = [
            held.commit(edit.set_field(held.visit, "n-1", "text.en", word))
            for word in ("one", "two", "three")
        ]
        held.undo()
        walked = list(store.states_before(held.visit))
        times = [entry.time for entry in held.journal()]
    assert [state for state, _ in walked] == [states[0], first]
    assert [time for _, time in walked] == times[1:]
