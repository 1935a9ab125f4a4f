"""Editions in a file: noted, told apart, protected as records are."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.errors import BriefError, ForeignFileError, SystemRefusedError, UsageError
from lohum_brief.store import file as store
from lohum_brief.store.editions import LONGEST_NOTE, Edition, Imprint, next_number
from lohum_brief.store.reading import read_editions
from lohum_brief.visit import edit
from lohum_brief.visit.document import encode
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def imprint(number: int = 1, **changes: Any) -> Imprint:
    made = Imprint(
        pack="guests",
        number=number,
        title=Text(hi="अतिथि", en="Guests", ja="来賓"),
        languages=("hi", "ja"),
        layout="parallel",
        audience="guest",
        pages=3,
        size=1000,
        sha256="ab" * 32,
        file="guests.pdf",
        trace=b"\0" * 24,
        recipients="Embassy",
    )
    return structs.replace(made, **changes)


def issue(opened: store.OpenVisit, number: int = 1, **changes: Any) -> Edition:
    edition = opened.editions.reserve(imprint(number, **changes), 1_753_375_200)
    opened.editions.mark_issued(edition.serial)
    return edition


def test_an_edition_is_reserved_then_issued_and_there_when_the_file_is_opened_again(path: Path) -> None:
    with store.open_visit(path, who="Asha") as opened:
        edition = opened.editions.reserve(imprint(), 1_753_375_200)
        assert [one.imprint.issued for one in read_editions(path)] == [False]
        opened.editions.mark_issued(edition.serial)
    [found] = read_editions(path)
    assert found == Edition(1, "2025-07-24T16:40:00Z", "Asha", imprint(issued=True))
    assert store.damage(path) == []


def test_each_pack_counts_its_own_editions(path: Path) -> None:
    with store.open_visit(path) as opened:
        issue(opened)
        issue(opened, pack="hosts")
        issue(opened, 2)
        held = opened.editions.listed()
    assert [(one.serial, one.imprint.pack, one.imprint.number) for one in held] == [
        (1, "guests", 1), (2, "hosts", 1), (3, "guests", 2),
    ]  # fmt: skip
    assert [next_number(held, pack) for pack in ("guests", "hosts", "card")] == [3, 2, 1]


def test_a_number_is_given_once_only(path: Path) -> None:
    with store.open_visit(path) as opened:
        opened.editions.reserve(imprint(), 0)
        for number in (1, 3):
            with pytest.raises(UsageError, match=f"edition {number} is not the next one"):
                opened.editions.reserve(imprint(number), 0)
        opened.editions.reserve(imprint(2), 0)


def test_only_what_was_never_issued_can_be_withdrawn(path: Path) -> None:
    with store.open_visit(path) as opened:
        first, second = issue(opened), opened.editions.reserve(imprint(2), 0)
        for edition in (first, second):
            opened.editions.withdraw(edition.serial)
        assert [one.imprint.number for one in opened.editions.listed()] == [1]
    assert store.damage(path) == []


def test_for_whom_it_is_can_be_said_afterwards_in_one_line(path: Path) -> None:
    with store.open_visit(path) as opened:
        serial = issue(opened).serial
        opened.editions.name_recipients(serial, " Ms Sato,\n Embassy ")
        with pytest.raises(UsageError, match="one line"):
            opened.editions.name_recipients(serial, "x" * (LONGEST_NOTE + 1))
        with pytest.raises(UsageError, match="one line"):
            opened.editions.name_recipients(serial, "bell\a")
    assert read_editions(path)[0].imprint.recipients == "Ms Sato, Embassy"


def test_undo_and_a_restored_backup_leave_the_editions(path: Path, visit: Visit, tmp_path: Path) -> None:
    with store.open_visit(path, backups=tmp_path / "backups") as opened:
        opened.commit(edit.set_field(visit, "n-1", "text.en", "x"))
        issue(opened)
        opened.undo()
        opened.restore(opened.backups()[0])
        assert len(opened.editions.listed()) == 1
        assert opened.undo_label is not None


def test_a_file_that_is_only_read_takes_no_editions(path: Path) -> None:
    with store.open_visit(path) as held, store.open_visit(path) as other:
        issue(held)
        assert len(other.editions.listed()) == 1
        with pytest.raises(SystemRefusedError):
            issue(other, 2)


def test_the_document_knows_nothing_of_editions(path: Path) -> None:
    before = encode(store.read(path))
    with store.open_visit(path) as opened:
        issue(opened)
    assert encode(store.read(path)) == before


def test_a_copy_has_the_editions_and_one_without_history_only_their_numbers(path: Path, tmp_path: Path) -> None:
    with store.open_visit(path) as opened:
        issue(opened)
        for name, history in (("whole", True), ("bare", False)):
            opened.save_copy(tmp_path / f"{name}.lbrief", history=history)
    assert read_editions(tmp_path / "whole.lbrief") == read_editions(path)
    [bare] = read_editions(tmp_path / "bare.lbrief")
    assert (bare.imprint.number, bare.imprint.sha256, bare.imprint.issued) == (1, "ab" * 32, True)
    assert (bare.who, bare.imprint.recipients, bare.imprint.file, bool(bare.imprint.title)) == ("", "", "", False)
    assert b"Embassy" not in (tmp_path / "bare.lbrief").read_bytes()


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        ("UPDATE editions SET body = replace(body, 'Embassy', 'Embassx') WHERE number = 1", "entry 1"),
        ("UPDATE editions SET time = 'yesterday' WHERE number = 2", "entry 2"),
        ("UPDATE editions SET number = 5 WHERE number = 2", "entry 5"),
        ("DELETE FROM editions WHERE number = 2", "missing"),
        ("DELETE FROM editions", "missing"),
        ("DELETE FROM meta WHERE key = 'editions'", "missing"),
    ],
)
def test_what_is_damaged_is_told_and_hinders_nobody_from_editing(
    path: Path, visit: Visit, damage: str, what: str
) -> None:
    with store.open_visit(path) as opened:
        issue(opened)
        issue(opened, 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(damage)
    assert len(store.damage(path)) == 1
    with store.open_visit(path) as opened:
        with pytest.raises(ForeignFileError, match=what):
            opened.editions.listed()
        with pytest.raises(ForeignFileError, match=what):
            opened.editions.reserve(imprint(3), 0)
        opened.commit(edit.remove(visit, "n-2"))


def test_a_forged_row_is_read_strictly(path: Path) -> None:
    with store.open_visit(path) as opened:
        for changes in ({"file": "x" * 30_000}, {"sha256": "AB" * 32}, {"number": 0}, {"pages": 0}):
            with pytest.raises(UsageError):
                opened.editions.reserve(imprint(**{"number": 1} | changes), 0)
        assert opened.editions.listed() == []


def test_every_flipped_bit_is_noticed_or_without_effect(path: Path) -> None:
    with store.open_visit(path) as opened:
        issue(opened)
        issue(opened, 2)
    expected, whole = read_editions(path), path.read_bytes()
    at = whole.index(b'"pack":"guests"') - 200
    chance = random.Random(2025)
    noticed = 0
    for _ in range(200):
        bit = chance.randrange(at * 8, (at + 900) * 8)
        spoilt = bytearray(whole)
        spoilt[bit // 8] ^= 1 << bit % 8
        path.write_bytes(spoilt)
        found = editions_or_complaint(path)
        if isinstance(found, str):
            assert found.isprintable()
            noticed += 1
        else:
            assert found == expected
    assert noticed > 50


def editions_or_complaint(path: Path) -> list[Edition] | str:
    try:
        return read_editions(path)
    except BriefError as error:
        return str(error)
