"""One edits, others read; nobody's edits are overwritten."""

import pytest

from lohum_brief.errors import BriefError, SystemRefusedError
from lohum_brief.language.interface import say
from lohum_brief.store.protocol import Store
from lohum_brief.visit import edit
from lohum_brief.visit.visit import Visit
from tests.store.protocol.conftest import Kind
from tests.store.visits import imprint


def test_a_second_opener_reads_and_is_told_who_writes(kind: Kind, store: Store) -> None:
    with store.open(who="asha") as first:
        assert (first.read_only, first.reason, first.warning) == (False, "", "")
        made = first.commit(edit.remove(first.visit, "n-1"))
        with store.open(who="kenji") as second:
            assert second.read_only
            assert "asha" in say(second.reason)
            assert second.visit == made
            assert second.journal(1)[0].who == "asha"
            for attempt in (
                second.undo,
                lambda: second.commit(edit.remove(made, "n-2")),
                lambda: second.put_asset(b"", "image/png"),
                lambda: second.editions.reserve(imprint(), 0),
            ):
                with pytest.raises(SystemRefusedError, match="asha"):
                    attempt()
            copy = kind.place("copy")
            second.save_copy(copy)
            assert copy.read() == made
        first.commit(edit.remove(first.visit, "n-2"))
    with store.open(who="kenji") as third:
        assert not third.read_only


def test_what_is_committed_is_read_by_others_at_once(store: Store) -> None:
    with store.open() as opened:
        made = opened.commit(edit.remove(opened.visit, "n-1"))
        assert store.read() == made


def test_what_somebody_else_wrote_is_noticed_and_not_overwritten(
    kind: Kind, store: Store, visit: Visit
) -> None:
    with store.open() as opened:
        assert not opened.changed_elsewhere()
        opened.commit(edit.remove(visit, "n-1"))
        mine = opened.visit
        assert not opened.changed_elsewhere(), "one's own edits are no others'"
        kind.meddle(store)
        assert opened.changed_elsewhere()
        with pytest.raises(SystemRefusedError, match="another program has changed it"):
            opened.commit(edit.remove(mine, "n-2"))
        with pytest.raises(SystemRefusedError, match="another program has changed it"):
            opened.editions.reserve(imprint(), 0)
        assert opened.visit == mine
        assert not opened.lost()
    assert store.read() == mine


def test_it_is_opened_again_when_it_is_back_in_its_place(
    kind: Kind, store: Store, visit: Visit
) -> None:
    away = kind.place("away")
    with store.open() as opened:
        opened.commit(edit.remove(visit, "n-1"))
    store.duplicate(away)
    opened = store.open(who="asha")
    assert not opened.lost()
    kind.remove(store)
    assert opened.lost()
    assert opened.changed_elsewhere()
    with pytest.raises(BriefError):
        opened.again()
    with pytest.raises(SystemRefusedError):
        opened.commit(edit.remove(opened.visit, "n-2"))
    rescued = kind.place("rescued")
    opened.save_copy(rescued)
    assert rescued.read() == opened.visit
    away.duplicate(store)
    again = opened.again()
    with again:
        assert not again.lost()
        assert not again.read_only
        assert again.visit == away.read()
        again.commit(edit.remove(again.visit, "n-2"))
        assert again.journal(1)[0].who == "asha"


def test_how_long_others_are_waited_for_can_be_said(store: Store, visit: Visit) -> None:
    with store.open() as opened:
        opened.wait_at_most(1)
        opened.commit(edit.remove(visit, "n-1"))


def test_a_reader_learns_that_whoever_edited_has_left(store: Store, visit: Visit) -> None:
    with store.open(who="asha") as opened:
        assert not opened.is_free()
        reader = store.open(who="ravi")
        assert reader.read_only
        assert not reader.is_free()
    assert reader.is_free()
    assert reader.read_only, "to learn it takes nothing"
    with reader.again() as mine:
        assert not mine.read_only
        assert not mine.is_free()
        mine.commit(edit.remove(visit, "n-1"))
