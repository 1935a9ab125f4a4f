"""Copies, backups and pictures: what goes along, what stays, and what is brought back."""

import pytest

from lohum_brief.errors import BriefError, SystemRefusedError, UsageError
from lohum_brief.store.assets import name_of
from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import CLOSED, DAILY, UNWRITTEN, Store
from lohum_brief.visit import edit
from lohum_brief.visit.records import NamePart, Person
from lohum_brief.visit.visit import Visit
from tests.store.protocol.conftest import Kind
from tests.store.visits import imprint, issue, restore


def test_a_visit_is_found_again_by_its_address(store: Store, visit: Visit) -> None:
    again = store_at(store.address)
    assert again.address == store.address
    assert again.exists()
    assert again.read() == visit
    assert again.name


def test_nothing_is_replaced_unasked(store: Store, visit: Visit) -> None:
    other = Visit(visit.records[:1])
    with pytest.raises(SystemRefusedError, match="exists already"):
        store.create(other)
    assert store.read() == visit
    store.create(other, overwrite=True)
    assert store.read() == other


def test_what_is_open_is_not_replaced(store: Store, visit: Visit) -> None:
    with store.open(who="asha"), pytest.raises(SystemRefusedError, match="asha"):
        store.create(Visit(visit.records[:1]), overwrite=True)
    assert store.read() == visit


def test_pictures_are_kept_by_their_digest(store: Store) -> None:
    with store.open() as opened:
        name = opened.put_asset(b"\x89PNG...", "image/png")
        assert opened.put_asset(b"\x89PNG...", "image/png") == name
        other = opened.put_asset(b"other", "image/png")
        assert other != name
    with store.open() as opened:
        assert opened.asset(name) == b"\x89PNG..."
        assert opened.asset_names() == store.picture_names() == {name, other}
        with pytest.raises(UsageError):
            opened.asset("0" * 64)
        with pytest.raises(UsageError, match="larger than 50 MB"):
            opened.put_asset(bytes(50_000_001), "image/png")
    assert store.pictures() == {name: b"\x89PNG...", other: b"other"}


@pytest.mark.parametrize("history", [True, False])
def test_a_copy_has_the_earlier_states_or_nothing_of_them(
    kind: Kind, store: Store, visit: Visit, *, history: bool
) -> None:
    copy = kind.place("copy")
    with store.open() as opened:
        opened.commit(edit.remove(visit, "n-1"))
        issue(opened)
        opened.save_copy(copy, history=history)
        assert copy.read() == opened.visit
    with copy.open() as found:
        assert bool(found.undo()) == history
    [edition] = copy.editions()
    assert (edition.imprint.number, edition.imprint.sha256, edition.imprint.issued) == (
        1,
        "ab" * 32,
        True,
    )
    assert (edition.who, edition.imprint.recipients) == (
        (store.editions()[0].who, "Embassy") if history else ("", "")
    )


def test_a_photo_goes_along_with_copies_while_a_record_names_it(kind: Kind, store: Store) -> None:
    whole, bare = kind.place("whole"), kind.place("bare")
    with store.open() as opened:
        kept, gone = (
            opened.put_asset(b"kept", "image/jpeg"),
            opened.put_asset(b"gone", "image/jpeg"),
        )
        person = Person(id="p-photo", audience="guest", family=NamePart(en="Mihon"), photo=kept)
        opened.commit(edit.add(opened.visit, person))
        opened.save_copy(whole)
        opened.save_copy(bare, history=False)
    assert store.pictures() == whole.pictures() == {kept: b"kept", gone: b"gone"}
    assert bare.pictures() == {kept: b"kept"}


def test_a_visit_is_made_with_its_pictures_and_only_those_asked_for_are_read(
    kind: Kind, visit: Visit
) -> None:
    made = kind.place("made")
    made.create(visit, pictures=[b"one", b"two"])
    names = {name_of(b"one"): b"one", name_of(b"two"): b"two"}
    assert made.pictures() == names
    assert made.picture_names() == names.keys()
    assert made.pictures({name_of(b"two"), "0" * 64}) == {name_of(b"two"): b"two"}
    assert made.pictures(()) == {}


def test_a_copy_replaces_nothing_unasked_and_never_itself(
    kind: Kind, store: Store, visit: Visit
) -> None:
    other = kind.place("other")
    other.create(Visit(visit.records[:1]))
    with store.open() as opened:
        with pytest.raises(SystemRefusedError, match="exists already"):
            opened.save_copy(other)
        assert other.read() == Visit(visit.records[:1])
        with pytest.raises(UsageError, match="onto itself"):
            opened.save_copy(store, overwrite=True)
        opened.save_copy(other, overwrite=True)
    assert other.read() == visit


def test_edits_can_be_made_in_the_copy_alone(kind: Kind, store: Store, visit: Visit) -> None:
    copy = kind.place("copy")
    with store.open() as opened:
        one = edit.set_field(visit, "n-1", "text.en", "one")
        both = [one, edit.remove(edit.apply(visit, one), "n-2")]
        opened.save_copy(copy, edits=both)
        assert opened.visit == visit
    assert copy.read() == edit.apply(edit.apply(visit, one), both[1])
    with copy.open() as found:
        assert len(found.journal()) == 2
        found.undo()
        found.undo()
        assert found.visit == visit


def test_a_visit_goes_from_any_store_to_any_other(kind: Kind, store: Store, memory: object) -> None:
    del memory
    elsewhere = store_at("memory://elsewhere")
    with store.open() as opened:
        photo = opened.put_asset(b"photo", "image/jpeg")
        issue(opened)
        opened.editions.reserve(imprint(2), 1_753_375_200)
        opened.save_copy(elsewhere, edits=[edit.remove(opened.visit, "n-1")])
    assert [one.imprint.issued for one in elsewhere.editions()] == [True, False]
    back = kind.place("back")
    with elsewhere.open() as opened:
        opened.save_copy(back)
    assert back.read() == elsewhere.read()
    assert "n-1" not in back.read().by_id
    assert back.pictures() == {photo: b"photo"}
    assert [one.imprint for one in back.editions()] == [one.imprint for one in store.editions()]


def test_a_duplicate_is_a_visit_of_its_own_with_all_that_was(
    kind: Kind, store: Store, visit: Visit
) -> None:
    twin = kind.place("twin")
    with store.open() as opened:
        after = opened.commit(edit.remove(visit, "n-1"))
    store.duplicate(twin)
    with twin.open() as found:
        assert found.visit == after
        found.undo()
    assert (twin.read(), store.read()) == (visit, after)
    with pytest.raises(SystemRefusedError, match="exists already"):
        store.duplicate(twin)


def test_a_backup_of_the_morning_brings_records_and_pictures_back_and_can_be_undone(
    store: Store, visit: Visit
) -> None:
    with store.open() as opened:
        [morning] = opened.backups()
        assert morning.reason == DAILY
        opened.commit(edit.remove(visit, "n-1"))
        opened.commit(edit.move(opened.visit, "visit"))
        evening = opened.visit
        assert restore(opened, morning) == visit
        assert opened.undo_label
        opened.undo()
        assert opened.visit == evening
        opened.redo()
    assert store.read() == visit
    assert store.backups() == [morning]
    assert store_at(morning.address).read() == visit


def test_who_only_reads_makes_no_backup(store: Store) -> None:
    with store.open() as first:
        before = first.backups()
        with store.open() as second:
            assert second.read_only
        assert first.backups() == before


def test_who_leaves_an_edited_visit_can_have_a_backup_of_it(store: Store, visit: Visit) -> None:
    with store.open() as opened:
        opened.back_up()
        assert [one.reason for one in opened.backups()] == [DAILY]
        after = opened.commit(edit.set_field(visit, "n-1", "text.en", "late change"))
        opened.back_up()
        opened.back_up()
    assert sorted(one.reason for one in store.backups()) == [CLOSED, DAILY]
    kept = next(one for one in store.backups() if one.reason == CLOSED)
    assert store_at(kept.address).read() == after


def test_what_could_not_be_written_is_kept_among_the_backups(store: Store, visit: Visit) -> None:
    made = edit.set_field(visit, "n-1", "text.en", "unwritten")
    with store.open() as opened:
        opened.save_copy(opened.place_for_unwritten(), overwrite=True, edits=[made])
        kept = next(one for one in opened.backups() if one.reason == UNWRITTEN)
        assert opened.visit == visit
    assert store_at(kept.address).read() == edit.apply(visit, made)


def test_a_backup_that_is_gone_changes_nothing(kind: Kind, store: Store, visit: Visit) -> None:
    with store.open() as opened:
        [morning] = opened.backups()
        kind.remove(store_at(morning.address))
        with pytest.raises(BriefError):
            restore(opened, morning)
        assert opened.visit == visit
        assert opened.journal() == []


def test_who_only_reads_takes_no_pictures_over(store: Store) -> None:
    with store.open(who="asha") as opened, store.open(who="ken") as reading:
        opened.put_asset(b"picture", "image/png")
        [morning] = opened.backups()
        with pytest.raises(SystemRefusedError, match="asha"):
            reading.take_assets(morning)
