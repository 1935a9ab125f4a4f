"""No single flipped bit changes what is read without being noticed."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lohum_brief.errors import BriefError, ForeignFileError, SystemRefusedError
from lohum_brief.language.interface import say
from lohum_brief.store.protocol import Damage
from lohum_brief.store.sqlite import rows
from lohum_brief.store.sqlite.failures import DamagedFileError, failure
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode
from lohum_brief.visit.visit import Visit
from tests.store.visits import issue


def test_every_flipped_bit_is_noticed_or_without_effect(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.set_field(visit, "n-1", "text.ja", "願い"))
        opened.commit(edit.remove(opened.visit, "n-2"))
    expected, whole = encode(FileStore(path).read()), path.read_bytes()
    chance = random.Random(2025)
    noticed = 0
    for _ in range(300):
        bit = chance.randrange(len(whole) * 8)
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        path.write_bytes(spoilt)
        found = read_or_complaint(path)
        if isinstance(found, bytes):
            assert found == expected
        else:
            noticed += 1
            assert found.startswith("visit.lbrief: ")
            assert found.isprintable()
            assert all(say(one.what).isprintable() for one in damage_of(path))
    assert noticed > 10


def read_or_complaint(path: Path) -> bytes | str:
    """The visit as a document, or what is said instead."""
    try:
        return encode(FileStore(path).read())
    except BriefError as error:
        return str(error)


def damage_of(path: Path) -> list[Damage]:
    """What the check names; it may refuse the file instead, but never finds nothing."""
    try:
        found = FileStore(path).damage()
    except ForeignFileError:
        return []
    assert found
    return found


def test_every_flipped_bit_of_the_records_is_noticed_and_named(path: Path) -> None:
    whole = path.read_bytes()
    at = whole.index(b'"ask 3"')
    for bit in range(8):
        path.write_bytes(whole[: at + 1] + bytes([whole[at + 1] ^ 1 << bit]) + whole[at + 2 :])
        assert [(one.id, one.kind) for one in FileStore(path).damage()] == [("n-3", "note")]


def test_a_broken_page_costs_the_check_only_what_was_on_it(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'records'"
        ).fetchone()
    whole = path.read_bytes()
    path.write_bytes(whole[: (page - 1) * 4096] + bytes(4096) + whole[page * 4096 :])
    found = FileStore(path).damage()
    assert {one.kind for one in found} >= {"file"}
    assert all(say(one.what).isprintable() for one in found)


def test_damaged_journal_and_pictures_are_named_and_the_visit_still_opens(
    path: Path, visit: Visit
) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.remove(visit, "n-2"))
        name = opened.put_asset(b"picture", "image/png")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE journal SET changes = replace(changes, 'ask 2', 'ask 9')")
        connection.execute("UPDATE assets SET data = x'00'")
    assert [(one.id, one.kind) for one in FileStore(path).damage()] == [
        ("1", "journal"),
        (name, "asset"),
    ]
    with FileStore(path).open() as opened:
        for question in (opened.undo, lambda: opened.asset(name)):
            with pytest.raises(ForeignFileError, match=r"visit\.lbrief: the file is damaged"):
                question()
        assert len(opened.visit) == len(visit) - 1


def test_a_journal_that_does_not_fit_the_records_changes_nothing(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.remove(visit, "n-2"))
        opened.commit(edit.set_field(opened.visit, "n-1", "text.en", "x"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("UPDATE journal SET state = 1 WHERE number = 1")
    with FileStore(path).open() as opened:
        before = opened.visit
        opened.undo()
        with pytest.raises(ForeignFileError, match="entry 1 of its journal does not fit"):
            opened.redo()
        assert opened.visit.by_id.keys() == before.by_id.keys()
    assert FileStore(path).damage() == []


def test_a_file_with_pictures_editions_and_a_past_is_sound(path: Path, visit: Visit) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.remove(visit, "n-2"))
        opened.put_asset(b"picture", "image/png")
        issue(opened)
    assert FileStore(path).damage() == []


def test_an_entry_of_the_journal_with_fields_of_others_is_not_undone(
    path: Path, visit: Visit
) -> None:
    with FileStore(path).open() as opened:
        opened.commit(edit.remove(visit, "n-2"))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        [row] = connection.execute("SELECT number, time, who, label, changes FROM journal")
        changes = row[4].replace('"before"', '"more":1,"before"')
        told = [str(part).encode() for part in (*row[:4], changes)]
        connection.execute(
            "UPDATE journal SET changes = ?, digest = ?", (changes, rows.digest(*told))
        )
    with FileStore(path).open() as opened, pytest.raises(ForeignFileError):
        opened.undo()


def test_a_file_that_cannot_be_copied_is_named_and_not_the_copy(path: Path, tmp_path: Path) -> None:
    """It was spoilt after it had been opened, and read again because it was changed."""
    with FileStore(path).open() as opened:
        opened.commit(edit.set_field(opened.visit, "n-1", "text.ja", "願い" * 9_000))
    spoilt = bytearray(path.read_bytes())
    for page in range(4096, len(spoilt), 4096):
        if "願い願い".encode() in spoilt[page : page + 4096]:
            spoilt[page : page + 4] = b"\xff" * 4
    spoilt[24:28] = (int.from_bytes(spoilt[24:28], "big") + 1).to_bytes(4, "big")
    with FileStore(path).open() as opened:
        path.write_bytes(spoilt)
        with pytest.raises(BriefError) as raised:
            opened.save_copy(FileStore(tmp_path / "copy.lbrief"))
    assert str(raised.value).startswith("visit.lbrief: the file is damaged")
    assert not (tmp_path / "copy.lbrief").exists()


def test_a_file_that_ends_while_it_is_read_is_damaged(tmp_path: Path) -> None:
    """SQLite calls it an error of input and output, of which all others are the system's."""
    error = sqlite3.OperationalError("disk I/O error")
    for code, sort in ((522, DamagedFileError), (sqlite3.SQLITE_IOERR_READ, SystemRefusedError)):
        error.sqlite_errorcode = code
        assert isinstance(failure(tmp_path / "visit.lbrief", error), sort)
