"""Files that are not ours, or that carry more than a visit, are refused in one sentence and change
nothing.
"""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from lohum_brief.errors import BriefError, ForeignFileError
from lohum_brief.store.sqlite import connections, rows, schema
from lohum_brief.store.sqlite.store import FileStore

Spoil = Callable[[Path], object]


def sql(*statements: str) -> Spoil:
    """What somebody does to a file with a database program."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return spoil


def patch(at: int, data: bytes) -> Spoil:
    """Bytes written over those of the file."""

    def spoil(path: Path) -> None:
        whole = path.read_bytes()
        path.write_bytes(whole[:at] + data + whole[at + len(data) :])

    return spoil


def whole(data: bytes) -> Spoil:
    """Another content."""
    return lambda path: path.write_bytes(data)


def cut(length: int) -> Spoil:
    """The end of the file lost."""
    return lambda path: os.truncate(path, length)


def body(text: bytes, ident: str = "n-1", *, kind: str = "note", signed: bool = True) -> Spoil:
    """A record's body replaced, with digest and seal brought up to date as a forger would."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.text_factory = bytes
            (position,) = connection.execute(
                "SELECT position FROM records WHERE id = ?", (ident,)
            ).fetchone()
            digest = rows.digest_of(ident.encode(), kind.encode(), position, text)
            connection.execute(
                "UPDATE records SET body = CAST(? AS TEXT), kind = ?, digest = ? WHERE id = ?",
                (text, kind, digest, ident),
            )
            if signed:
                found = connection.execute(
                    "SELECT id, position, digest FROM records ORDER BY position"
                ).fetchall()
                places = {one.decode(): rows.Place(place, sign) for one, place, sign in found}
                rows.write_seal(connection, rows.digests(places, places))

    return spoil


NOTE = b'{"kind":"note","id":"n-1","audience":"host","sort":"ask","text":{"en":"%s"}}'

CASES: dict[str, tuple[Spoil, str]] = {
    "zero length": (whole(b""), "it is empty"),
    "picture": (whole(b"\x89PNG\r\n\x1a\n" + bytes(200)), "not a visit file"),
    "picture in front": (lambda path: path.write_bytes(b"\x89PNG" + path.read_bytes()), "not a visit file"),
    "text": (whole("नमस्ते\n".encode()), "not a visit file"),
    "header only": (cut(100), "damaged"),
    "short header": (cut(50), "not a visit file"),
    "header without its last byte": (cut(99), "not a visit file"),
    "first page": (cut(4096), "damaged"),
    "last page gone": (lambda path: os.truncate(path, path.stat().st_size - 4096), "damaged"),
    "half a page gone": (lambda path: os.truncate(path, path.stat().st_size - 2000), "damaged"),
    "other application": (sql("PRAGMA application_id = 1"), "not a visit file"),
    "newer version": (sql("PRAGMA user_version = 3"), "newer version"),
    "much newer version": (sql(f"PRAGMA user_version = {2**31 - 1}"), "newer version"),
    "no version": (sql("PRAGMA user_version = 0"), "damaged"),
    "negative version": (sql("PRAGMA user_version = -1"), "damaged"),
    "write-ahead log": (patch(18, b"\2\2"), "write-ahead log"),
    "trigger": (sql("CREATE TRIGGER boom AFTER INSERT ON journal BEGIN DELETE FROM records; END"), "a trigger 'boom'"),
    "view": (sql("CREATE VIEW spy AS SELECT 1"), "a view 'spy'"),
    "table": (sql("CREATE TABLE extra (x)"), "a table 'extra'"),
    "virtual table": (sql("CREATE VIRTUAL TABLE found USING fts5 (x)"), "a table 'found"),
    "index": (sql("CREATE INDEX quick ON records (abs(position))"), "a index 'quick'"),
    "odd name": (sql('CREATE TABLE "a\nb\u202e" (x)'), r"a table 'a\nb\u202e'"),
    "statistics": (sql("ANALYZE"), "a table 'sqlite_stat"),
    "table instead of a view": (sql("DROP TABLE records", "CREATE VIEW records AS SELECT 1"), "a view 'records'"),
    "table gone": (sql("DROP TABLE editions"), "editions is missing"),
    "other columns": (sql("DROP TABLE meta", "CREATE TABLE meta (key TEXT, value TEXT)"), "a table 'meta'"),
    "broken schema": (
        sql("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = 'CREATE TABLE x' WHERE name = 'meta'"),
        "damaged",
    ),
    "no UTF-8 in the schema": (
        sql("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = 'CREATE TABLE x', name = CAST(x'6d65ec61' AS TEXT) WHERE "
        "name = 'meta'"),
        "its list of tables cannot be read",
    ),
    "loop of pages": (
        sql("PRAGMA writable_schema = ON", "UPDATE sqlite_master SET rootpage = 1 WHERE name = 'records'"),
        "damaged",
    ),
    "invalid UTF-8": (body(NOTE % b"\xff\xfe"), "the record n-1 cannot be read"),
    "wrong types": (body(NOTE.replace(b'"%s"', b"5")), "a text is expected, not a whole number, at text.en"),
    "no JSON": (body(b"hello"), "the record n-1 cannot be read"),
    "empty body": (body(b""), "the record n-1 cannot be read"),
    "two in one body": (body(NOTE % b"a" + b"," + NOTE % b"b"), "the record n-1 cannot be read"),
    "unknown field": (body(NOTE.replace(b'"sort"', b'"colour"')), "the record n-1 cannot be read"),
    "unknown kind": (body(b'{"kind":"poem","id":"n-1","audience":"host"}', kind="poem"), "its kind is not one of"),
    "another kind": (body(NOTE % b"x", kind="person"), "filed under another"),
    "another id": (body((NOTE % b"x").replace(b"n-1", b"n-9")), "filed under another"),
    "long text": (body(NOTE % (b"x" * 20_001)), "the record n-1 cannot be read"),
    "control character": (body(NOTE % rb"\u0007"), "U+0007"),
    "direction control": (body(NOTE % "\u202e".encode()), "U+202E"),
    "lone surrogate": (body(NOTE % rb"\ud800"), "half a character"),
    "deep nesting": (body(b"[" * 100_000), "the record n-1 cannot be read"),
    "two particulars": (
        body(b'{"kind":"visit","id":"n-1","audience":"public","title":{}}', kind="visit"),
        "exactly one record of kind visit, not 2",
    ),
    "secret particulars": (body(b'{"kind":"visit","id":"visit","audience":"host","title":{}}', "visit", kind="visit"), "public"),
    "unsigned body": (body(NOTE % b"x", signed=False), "missing or were exchanged"),
    "record gone": (sql("DELETE FROM records WHERE id = 'n-3'"), "missing or were exchanged"),
    "all records gone": (sql("DELETE FROM records"), "missing or were exchanged"),
    "seal gone": (sql("DELETE FROM meta"), "missing or were exchanged"),
    "record moved": (sql("UPDATE records SET position = -1 WHERE id = 'n-3'"), "the record n-3 cannot be read"),
    "record renamed": (sql("UPDATE records SET id = 'n-9' WHERE id = 'n-3'"), "the record n-9 cannot be read"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_is_not_sound_is_refused_in_one_sentence(path: Path, name: str) -> None:
    spoil, said = CASES[name]
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(ForeignFileError) as raised:
        FileStore(path).read()
    message = str(raised.value)
    assert message.startswith("visit.lbrief: ")
    assert said in message
    assert message.isprintable()
    assert len(message) < 500
    with pytest.raises(ForeignFileError), FileStore(path).open():
        pass
    assert path.read_bytes() == before
    assert os.listdir(path.parent) == [path.name]


@pytest.mark.parametrize(
    "name", [name for name, (_spoil, said) in CASES.items() if "n-1" in said or "n-3" in said]
)
def test_the_check_names_the_damaged_record(path: Path, name: str) -> None:
    spoil, said = CASES[name]
    spoil(path)
    found = FileStore(path).damage()
    assert [one.id for one in found if one.id] == [
        ident for ident in ("n-1", "n-3") if ident in said
    ]


def test_a_planted_journal_deletes_no_file(path: Path, tmp_path: Path) -> None:
    """A rollback journal may name a super-journal, which SQLite removes when it has rolled back."""
    victim = tmp_path / "victim"
    victim.write_text("mine")
    name = os.fsencode(victim)
    trailer = (
        name
        + len(name).to_bytes(4, "big")
        + sum(name).to_bytes(4, "big")
        + bytes.fromhex("d9d505f920a163d7")
    )
    connections.journal_beside(path).write_bytes(
        bytes.fromhex("d9d505f920a163d7") + bytes(504) + trailer
    )
    with pytest.raises(ForeignFileError, match="journal beside it does not belong to it"):
        FileStore(path).read()
    assert victim.exists()


def test_a_huge_file_is_not_even_opened(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "BIGGEST", 4096)
    with pytest.raises(ForeignFileError, match="larger than a visit can be"):
        FileStore(path).read()


def test_too_many_records_are_not_decoded(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST", 7)
    with pytest.raises(ForeignFileError, match="larger than a visit can be"):
        FileStore(path).read()


def test_what_takes_too_long_is_given_up(path: Path) -> None:
    connection = connections.connect(path)
    connections.limit(connection, seconds=0)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"
    with closing(connection), pytest.raises(sqlite3.OperationalError, match="interrupted"):
        connection.execute(endless).fetchall()


@pytest.mark.skipif(os.name == "nt", reason="permissions are others there")
def test_a_link_leads_to_the_file_and_its_lock(path: Path) -> None:
    link = path.with_name("link.lbrief")
    link.symlink_to(path)
    with FileStore(path).open(who="asha"), FileStore(link).open(who="kenji") as second:
        assert second.read_only
    assert link.is_symlink()


def test_an_older_version_is_read_as_it_is_and_migrated_when_opened(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = FileStore(path).read()
    old = path.read_bytes()

    def version_3(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE places (name TEXT NOT NULL PRIMARY KEY) STRICT")

    monkeypatch.setattr(schema, "STEPS", [*schema.STEPS, version_3])
    assert FileStore(path).read() == visit
    assert FileStore(path).damage() == []
    assert path.read_bytes() == old
    with FileStore(path).open() as opened:
        assert opened.visit == visit
        assert [backup.reason for backup in opened.backups()] == ["daily", "before-version-3"]
        earlier = Path(opened.backups()[-1].address)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
    assert FileStore(path).read() == visit
    with closing(sqlite3.connect(earlier)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_migration_that_fails_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version_3(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM records")
        connection.execute("SELECT * FROM nowhere")

    good, known = schema.STEPS, schema.expected(2)
    monkeypatch.setattr(schema, "STEPS", [*good, version_3])
    monkeypatch.setattr(schema, "expected", lambda _version: known)
    with pytest.raises(BriefError), FileStore(path).open():
        pass
    monkeypatch.setattr(schema, "STEPS", good)
    assert len(FileStore(path).read()) == 8


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes in folders")
@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("make", [os.mkfifo, os.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_lies_beside_the_file_and_is_no_file_is_named_at_once(
    path: Path, ending: str, make: Callable[[Path], object]
) -> None:
    make(path.with_name(path.name + ending))
    with pytest.raises(
        ForeignFileError, match=rf"{path.name}{ending} beside it is no ordinary file; remove that"
    ):
        FileStore(path).read()
