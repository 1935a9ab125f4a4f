"""Editions are noted, told apart, and no number is given twice."""

import pytest

from lohum_brief.errors import SystemRefusedError, UsageError
from lohum_brief.store.editions import LONGEST_NOTE, Edition, next_number
from lohum_brief.store.protocol import Store
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode
from lohum_brief.visit.visit import Visit
from tests.store.visits import imprint, issue, restore


def test_an_edition_is_reserved_then_issued_and_there_when_the_visit_is_opened_again(
    store: Store,
) -> None:
    with store.open(who="Asha") as opened:
        edition = opened.editions.reserve(imprint(), 1_753_375_200)
        assert [one.imprint.issued for one in store.editions()] == [False]
        opened.editions.mark_issued(edition.serial)
    [found] = store.editions()
    assert found == Edition(1, "2025-07-24T16:40:00Z", "Asha", imprint(issued=True))
    assert store.damage() == []


def test_each_pack_counts_its_own_editions(store: Store) -> None:
    with store.open() as opened:
        issue(opened)
        issue(opened, pack="hosts")
        issue(opened, 2)
        held = opened.editions.listed()
    assert [(one.serial, one.imprint.pack, one.imprint.number) for one in held] == [
        (1, "guests", 1), (2, "hosts", 1), (3, "guests", 2),
    ]  # fmt: skip
    assert [next_number(held, pack, "guest") for pack in ("guests", "hosts", "card")] == [3, 2, 1]


def test_each_audience_of_a_pack_counts_its_own_editions(store: Store) -> None:
    """What hosts got of a pack would be a gap in the numbers that guests see."""
    with store.open() as opened:
        issue(opened)
        issue(opened, audience="host")
        issue(opened, 2)
        held = opened.editions.listed()
    assert [(one.imprint.audience, one.imprint.number) for one in held] == [
        ("guest", 1),
        ("host", 1),
        ("guest", 2),
    ]
    assert [next_number(held, "guests", one) for one in ("guest", "host", "principal")] == [3, 2, 1]
    assert store.damage() == []


def test_a_number_is_given_once_only(store: Store) -> None:
    with store.open() as opened:
        opened.editions.reserve(imprint(), 0)
        for number in (1, 3):
            with pytest.raises(UsageError, match=f"edition {number} is not the next one"):
                opened.editions.reserve(imprint(number), 0)
        opened.editions.reserve(imprint(2), 0)
    assert [one.imprint.number for one in store.editions()] == [1, 2]


def test_only_what_was_never_issued_can_be_withdrawn(store: Store) -> None:
    with store.open() as opened:
        first, second = issue(opened), opened.editions.reserve(imprint(2), 0)
        for edition in (first, second):
            opened.editions.withdraw(edition.serial)
        assert [one.imprint.number for one in opened.editions.listed()] == [1]
    assert store.damage() == []


def test_for_whom_it_is_can_be_said_afterwards_in_one_line(store: Store) -> None:
    with store.open() as opened:
        serial = issue(opened).serial
        opened.editions.name_recipients(serial, " Ms Sato,\n Embassy ")
        for wrong in ("x" * (LONGEST_NOTE + 1), "bell\a"):
            with pytest.raises(UsageError, match="one line"):
                opened.editions.name_recipients(serial, wrong)
    assert store.editions()[0].imprint.recipients == "Ms Sato, Embassy"


def test_undo_and_a_restored_backup_leave_the_editions(store: Store, visit: Visit) -> None:
    with store.open() as opened:
        opened.commit(edit.set_field(visit, "n-1", "text.en", "x"))
        issue(opened)
        opened.undo()
        restore(opened, opened.backups()[0])
        assert len(opened.editions.listed()) == 1
        assert opened.undo_label is not None


def test_a_visit_that_is_only_read_takes_no_editions(store: Store) -> None:
    with store.open() as held, store.open() as other:
        issue(held)
        assert len(other.editions.listed()) == 1
        with pytest.raises(SystemRefusedError):
            issue(other, 2)
    assert len(store.editions()) == 1


def test_the_document_knows_nothing_of_editions(store: Store) -> None:
    before = encode(store.read())
    with store.open() as opened:
        issue(opened)
    assert encode(store.read()) == before
