"""Editions in a file: noted, told apart, protected as records are."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lohum_brief.errors import BriefError, ForeignFileError, UsageError
from lohum_brief.store.editions import Edition
from lohum_brief.store.locate import store_at
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.visit import Visit
from tests.store.visits import imprint, issue


def test_a_copy_has_the_editions_and_one_without_history_only_their_numbers(
    path: Path, tmp_path: Path
) -> None:
    with FileStore(path).open() as opened:
        issue(opened)
        for name, history in (("whole", True), ("bare", False)):
            opened.save_copy(FileStore(tmp_path / f"{name}.lbrief"), history=history)
    assert store_at(tmp_path / "whole.lbrief").editions() == store_at(path).editions()
    [bare] = store_at(tmp_path / "bare.lbrief").editions()
    assert (bare.imprint.number, bare.imprint.sha256, bare.imprint.issued) == (1, "ab" * 32, True)
    assert (bare.who, bare.imprint.recipients, bare.imprint.file, bool(bare.imprint.title)) == (
        "",
        "",
        "",
        False,
    )
    assert b"Embassy" not in (tmp_path / "bare.lbrief").read_bytes()


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (
            "UPDATE editions SET body = replace(body, 'Embassy', 'Embassx') WHERE number = 1",
            "entry 1",
        ),
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
    with FileStore(path).open() as opened:
        issue(opened)
        issue(opened, 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(damage)
    assert len(FileStore(path).damage()) == 1
    with FileStore(path).open() as opened:
        with pytest.raises(ForeignFileError, match=what):
            opened.editions.listed()
        with pytest.raises(ForeignFileError, match=what):
            opened.editions.reserve(imprint(3), 0)
        opened.commit(edit.remove(visit, "n-2"))


def test_a_forged_row_is_read_strictly(path: Path) -> None:
    with FileStore(path).open() as opened:
        for changes in ({"file": "x" * 30_000}, {"sha256": "AB" * 32}, {"number": 0}, {"pages": 0}):
            with pytest.raises(UsageError):
                opened.editions.reserve(imprint(**{"number": 1} | changes), 0)
        assert opened.editions.listed() == []


def test_every_flipped_bit_is_noticed_or_without_effect(path: Path) -> None:
    with FileStore(path).open() as opened:
        issue(opened)
        issue(opened, 2)
    expected, whole = store_at(path).editions(), path.read_bytes()
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
        return store_at(path).editions()
    except BriefError as error:
        return str(error)
