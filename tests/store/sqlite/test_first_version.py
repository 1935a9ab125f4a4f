"""Files of version 1 whose records, and entries of the journal, say a form of address in one word."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from msgspec import structs

from lohum_brief.release.since import since, trace
from lohum_brief.store.editions import Imprint
from lohum_brief.store.sqlite import journal, rows
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.first_version import ADDRESSES, families_first, renewed
from lohum_brief.visit.records import NamePart, Pack, Particulars, Person, Section
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

NOW = b'"dignity":"excellency","honorific":"mr"'
THEN = b'"honorific":"he_mr"'


def visit() -> Visit:
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(en="Visit")),
            Person(
                id="p",
                audience="guest",
                family=NamePart(en="Rao"),
                dignity="excellency",
                honorific="mr",
            ),
            Section(id="s", audience="guest", title=Text(en="People"), content="people"),
            Pack(id="pack", audience="guest", title=Text(en="Pack"), sections=("s",)),
        ]
    )


def aged(path: Path, *, damage: bool = False) -> None:
    """Make a file one of version 1, as its program wrote it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.text_factory = bytes
        digests = []
        for ident, kind, position, body, _ in connection.execute(
            "SELECT id, kind, position, body, digest FROM records ORDER BY position"
        ).fetchall():
            body = body.replace(NOW, THEN)  # noqa: PLW2901
            digests.append(rows.digest_of(ident, kind, position, body))
            connection.execute(
                "UPDATE records SET body = ?, digest = ? WHERE id = ?",
                (body.decode(), digests[-1], ident.decode()),
            )
        rows.write_seal(connection, b"\0".join(digests))
        for row in connection.execute(journal.STORED).fetchall():
            journal.rewrite(connection, row, row[4].replace(NOW, THEN))
        if damage:
            connection.execute("UPDATE journal SET who = 'x' WHERE number = 1")
            connection.execute("UPDATE records SET position = position + 1 WHERE id = 'p'")
        connection.execute("PRAGMA user_version = 1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "v.lbrief"
    store = FileStore(path)
    store.create(visit())
    with store.open(who="asha") as opened:
        opened.commit(edit.set_field(opened.visit, "p", "family.en", "Roy"))
        opened.commit(edit.set_field(opened.visit, "p", "dignity", ""))
        opened.undo()
    return path


def test_it_is_read_edited_undone_and_redone_in_the_words_of_now(path: Path) -> None:
    now = FileStore(path).read()
    aged(path)
    old = path.read_bytes()
    assert THEN in old
    assert FileStore(path).read() == now
    assert FileStore(path).damage() == []
    assert path.read_bytes() == old
    with FileStore(path).open() as opened:
        assert opened.visit == now
        opened.redo()
        assert opened.visit.of(Person)[0].address.dignity == ""
        opened.undo()
        opened.undo()
        assert opened.visit == visit()
        opened.redo()
        assert [one.after for one in opened.history("p")] == [opened.visit.by_id["p"]]
    assert FileStore(path).damage() == []
    assert THEN not in path.read_bytes()


def test_what_is_damaged_in_it_stays_damaged(path: Path) -> None:
    aged(path, damage=True)
    found = [(one.id, one.kind) for one in FileStore(path).damage()]
    assert found == [("p", "person"), ("1", "journal")]


def test_its_document_is_read_and_one_of_now_may_not_say_so() -> None:
    old = encode(visit()).replace(NOW, THEN)
    with pytest.raises(Exception, match="honorific"):
        decode(old, "v.json")
    assert decode(old.replace(b'"version":2', b'"version":1'), "v.json") == visit()


def test_an_edition_of_it_has_not_changed() -> None:
    """Its trace holds the word of then."""
    now = visit()
    pack = now.of(Pack)[0]
    held = trace(now, pack)
    imprint = Imprint(
        pack="pack", number=1, title=Text(en="Pack"), languages=pack.languages, layout=pack.layout,
        audience="guest", pages=1, size=1, sha256="0" * 64, file="p.pdf", trace=held,
    )  # fmt: skip
    found = since(now, imprint)
    assert found is not None
    assert found.changed == ()
    assert trace(now, pack) == held


@pytest.mark.parametrize("word", ADDRESSES)
def test_each_of_its_words_has_parts(word: str) -> None:
    data = b'{"kind":"person","id":"p","audience":"guest","honorific":"%s"}' % word.encode()
    assert b'"dignity":"excellency"' in renewed(data)


@pytest.mark.parametrize(
    "data",
    [
        b"{", b"null", b'{"honorific"', b'{"kind":"person","honorific":3}',
        b'{"kind":"note","honorific":"he"}', b'{"kind":"person","honorific":"mr"}',
        b'{"kind":"person","honorific":["he"]}',
    ],
)  # fmt: skip
def test_what_is_no_such_record_is_left_to_the_reader(data: bytes) -> None:
    assert renewed(data) is data


KIM = (
    b'{"kind":"person","id":"k","audience":"guest","family":{"en":"Kim"},"native":"en",'
    b'"organisation":"o"}'
)
SEOUL = b'{"kind":"organisation","id":"o","audience":"guest","name":{"en":"MOTIE"},"country":"KR"}'


def test_people_of_countries_with_the_family_first_print_in_the_order_of_then() -> None:
    first = families_first([SEOUL, KIM, b'{"country":', SEOUL.replace(b"KR", b"FR")])
    assert first == {"o"}
    assert b'"name_order":"given_first"' in renewed(KIM, first)
    assert renewed(KIM, ()) is KIM
    for told in (b'"native":"hi",', b""):  # none said is Japanese
        other = KIM.replace(b'"native":"en",', told)
        assert renewed(other, first) is other
    document = b'{"format":"lohum-brief","version":%%d,"records":[%s,%s,%s]}' % (
        b'{"kind":"visit","id":"v","audience":"public","title":{"en":"V"}}', SEOUL, KIM,
    )  # fmt: skip
    assert decode(document % 1, "v.json").of(Person)[0].name_order == "given_first"
    assert decode(document % 2, "v.json").of(Person)[0].name_order == ""


def test_the_order_of_then_changes_no_edition() -> None:
    now = visit()
    person = now.of(Person)[0]
    pinned = Visit(
        [structs.replace(one, native="en", name_order="given_first") if one is person
         else one for one in now]
    )  # fmt: skip
    plain = Visit([structs.replace(one, native="en") if one is person else one for one in now])
    pack = now.of(Pack)[0]
    assert trace(pinned, pack) == trace(plain, pack)
