"""Rows of records: positions keep their order, and what does not fit in a row is noticed."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.errors import ForeignFileError
from lohum_brief.store.sqlite import rows
from lohum_brief.store.sqlite.rows import GAP, Place, Trouble
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit.document import encode_record
from lohum_brief.visit.records import Note
from lohum_brief.visit.text import Text
from lohum_brief.visit.version import MINOR
from lohum_brief.visit.visit import Visit

FAR = 1 << 62
"""From there on positions are given anew: a row's place must stay within 64 bits."""

NOTE = Note(id="n-1", audience="host", sort="ask", text=Text(en="ask"))
BODY = encode_record(NOTE)


def placed(order: str, **fixed: int) -> dict[str, int]:
    return rows.positions([*order], fixed)


def test_the_first_records_stand_a_gap_apart() -> None:
    assert placed("abc") == {"a": 0, "b": GAP, "c": 2 * GAP}


def test_new_records_stand_behind_in_front_and_between() -> None:
    assert placed("ab", a=5) == {"b": 5 + GAP}
    assert placed("abc", a=5) == {"b": 5 + GAP, "c": 5 + 2 * GAP}
    assert placed("ab", b=5) == {"a": 5 - GAP}
    assert placed("abc", c=5) == {"a": 5 - 2 * GAP, "b": 5 - GAP}
    assert placed("abcd", a=0, d=300) == {"b": 100, "c": 200}
    assert placed("abcde", b=0, d=100) == {"a": -GAP, "c": 50, "e": 100 + GAP}
    assert placed("ab", a=1, b=2) == {}
    assert placed("") == {}


def test_where_nothing_fits_between_all_stand_anew() -> None:
    assert placed("abc", a=10, c=12) == {"b": 11}
    assert placed("abc", a=10, c=11) == {"a": 0, "b": GAP, "c": 2 * GAP}
    assert placed("abcd", a=10, d=12) == {"a": 0, "b": GAP, "c": 2 * GAP, "d": 3 * GAP}


def test_no_position_leaves_what_a_file_can_hold() -> None:
    assert placed("ab", a=FAR - 2 * GAP - 1) == {"b": FAR - GAP - 1}
    assert placed("ab", a=FAR - 2 * GAP) == {"a": 0, "b": GAP}
    assert placed("ab", b=-FAR + 2 * GAP + 1) == {"a": -FAR + GAP + 1}
    assert placed("ab", b=-FAR + 2 * GAP) == {"a": 0, "b": GAP}
    assert placed("abc", a=-FAR, c=0) == {"a": 0, "b": GAP, "c": 2 * GAP}
    assert placed("abc", a=0, c=FAR) == {"a": 0, "b": GAP, "c": 2 * GAP}


@given(
    st.lists(st.integers(-FAR - 5, FAR + 5), max_size=5, unique=True).map(sorted),
    st.lists(st.integers(0, 6), max_size=5),
)
def test_positions_keep_the_order(fixed: list[int], new: list[int]) -> None:
    order = [f"old{at}" for at in range(len(fixed))]
    for number, at in enumerate(new):
        order.insert(min(at, len(order)), f"new{number}")
    known = {f"old{at}": position for at, position in enumerate(fixed)}
    given_ = rows.positions(order, known)
    found = [(known | given_)[ident] for ident in order]
    assert found == sorted(set(found))
    assert given_.keys() in ({*order} - {*known}, {*order})


def row(**changed: object) -> list[object]:
    made: dict[str, object] = {"id": b"n-1", "kind": b"note", "position": 7, "body": BODY}
    made |= changed
    if "digest" not in made:
        made["digest"] = rows.digest_of(b"n-1", b"note", 7, BODY)
    return [*made.values()]


def test_a_sound_row_is_its_record() -> None:
    assert rows.read(row(), MINOR) == NOTE


@pytest.mark.parametrize(
    "spoilt",
    [row(id="n-1"), row(kind=None), row(position=7.0), row(body=BODY.decode()), row(digest=None)],
)
def test_a_row_of_wrong_types_is_trouble_with_its_name(spoilt: Sequence[object]) -> None:
    found = rows.read(spoilt, MINOR)
    assert isinstance(found, Trouble)
    assert found.id == "n-1"


@pytest.mark.parametrize(
    "changed", [{"id": b"n-2"}, {"kind": b"person"}, {"position": 8}, {"body": BODY + b" "}]
)
def test_whatever_a_digest_covers_is_noticed(changed: dict[str, object]) -> None:
    assert isinstance(rows.read(row(**changed), MINOR), Trouble)


@pytest.mark.parametrize(("ident", "kind"), [(b"n-2", b"note"), (b"n-1", b"person")])
def test_a_row_must_be_filed_as_what_it_holds(ident: bytes, kind: bytes) -> None:
    digest = rows.digest_of(ident, kind, 7, BODY)
    found = rows.read(row(id=ident, kind=kind, digest=digest), MINOR)
    assert isinstance(found, Trouble)
    assert (found.id, found.kind) == (ident.decode(), kind.decode())


@given(st.lists(st.binary(min_size=16, max_size=16), min_size=1, max_size=6), st.data())
def test_digests_of_changed_rows_take_the_places_of_theirs(
    digests: list[bytes], data: st.DataObject
) -> None:
    places = {f"{at}": Place(at, digest) for at, digest in enumerate(digests)}
    at = data.draw(st.integers(0, len(digests) - 1))
    other = Place(at, bytes(range(16)))
    replaced = rows.replaced_digests(rows.digests(places, places), {at: other})
    assert replaced == rows.digests(places | {f"{at}": other}, places)


def test_as_many_records_as_a_file_may_have_are_read_and_no_more(
    path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "MOST", len(visit))
    assert FileStore(path).read() == visit
    monkeypatch.setattr(rows, "MOST", len(visit) - 1)
    with pytest.raises(ForeignFileError):
        FileStore(path).read()


def test_as_many_bytes_as_a_file_may_have_are_read_and_no_more(
    path: Path, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    size = sum(len(encode_record(record)) for record in visit)
    monkeypatch.setattr(rows, "BIGGEST", size)
    assert FileStore(path).read() == visit
    monkeypatch.setattr(rows, "BIGGEST", size - 1)
    with pytest.raises(ForeignFileError):
        FileStore(path).read()


def test_records_are_read_in_the_order_of_their_positions(path: Path, visit: Visit) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        stored = [*connection.execute("SELECT id, kind, position, body, digest FROM records")]
        connection.execute("DELETE FROM records")
        for one in reversed(stored):
            connection.execute(
                "INSERT INTO records (id, kind, position, body, digest) VALUES (?, ?, ?, ?, ?)", one
            )
    assert FileStore(path).read() == visit
