"""What a newer minor version wrote and this one does not know is kept, wherever it stands."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.errors import ForeignFileError, UsageError
from lohum_brief.language.interface import say
from lohum_brief.visit import edit
from lohum_brief.visit.document import (
    decode,
    decode_part,
    encode,
    encode_record,
    from_wire,
    parse_record,
    to_wire,
)
from lohum_brief.visit.kept import kept
from lohum_brief.visit.records import Chart, Series, Table
from lohum_brief.visit.rest import NONE, bare, count
from lohum_brief.visit.several import duplicate
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.newer import FIELDS, RECORDS, UNSEEN, encoded, newer, plain
from tests.visit.strategies import RECORDS as ANY


@pytest.fixture
def visit() -> Visit:
    return decode(encoded(), "v.json")


def test_all_of_it_is_written_as_it_came(visit: Visit) -> None:
    written = encode(visit)
    head = json.loads(written)
    assert (head["version"], head["minor"]) == (2, 1)
    was, now = plain(encoded()), plain(written)
    for ident, found in SPELT.items():
        holder, other = was[ident], now[ident]
        for step in found.split("."):
            key: Any = int(step) if step.isdecimal() else step
            holder, other = holder[key], other[key]
        assert other == holder
    assert now["car-1"] == was["car-1"]
    assert now["se-3"] == was["se-3"]
    assert written.count(UNSEEN.encode()) == encoded().count(UNSEEN.encode())
    assert decode(written, "v.json") == visit
    assert encode(decode(written, "v.json")) == written


SPELT = {
    "v": "title.state.reviewer", "p-1": "allowance", "n-1": "weight", "ta-1": "rows.0.0.hint",
    "ch-1": "rows.0.name.dictated", "li-mine": "points.1.remark", "i-1": "bell",
}  # fmt: skip


def test_it_is_said_how_much_there_is(visit: Visit) -> None:
    assert say(kept(visit)) == (
        "A newer version of the program wrote parts of this visit; update the program. "
        f"{FIELDS} fields that this version does not know are kept, and printed nowhere. "
        f"{RECORDS} records that this version cannot read are kept, and printed nowhere."
    )
    assert kept(Visit(map(bare, visit))) == ""


def test_a_document_of_this_version_has_no_slips() -> None:
    for minor in ({}, {"minor": 0}):
        document = {key: value for key, value in newer().items() if key != "minor"} | minor
        with pytest.raises(ForeignFileError, match=r"record 1 \(v\): there is no field reviewer"):
            decode(json.dumps(document).encode(), "v.json")


@pytest.mark.parametrize("change", [{"version": 1}, {"version": 2, "minor": -1}])
def test_an_odd_version_is_refused(change: dict[str, int]) -> None:
    with pytest.raises(ForeignFileError):
        decode(json.dumps(newer() | change).encode(), "v.json")


@pytest.mark.parametrize("more", [{}, {"parts": []}, {"records": {"v": 1}}, {"format": 7}])
def test_a_newer_major_version_says_so_whatever_it_holds(more: dict[str, object]) -> None:
    with pytest.raises(ForeignFileError, match="newer version"):
        decode(json.dumps(newer() | {"version": 3} | more).encode(), "v.json")


def test_what_is_no_record_is_refused_in_a_newer_version_too() -> None:
    for wrong, why in (
        ({"kind": "airship", "audience": "host"}, "id is missing"),
        ({"kind": "airship", "id": "", "audience": "host"}, "it is empty, at id"),
        ({"kind": 7, "id": "x"}, "a text is expected"),
        ({"kind": "visit", "id": "v", "audience": "public", "title": 5}, "at title"),
    ):
        document = newer() | {"records": [wrong]}
        with pytest.raises(ForeignFileError, match=why):
            decode_part(json.dumps(document).encode(), "v.json")


@pytest.mark.parametrize("name", ["~", "rest"])
def test_no_field_of_a_document_is_taken_for_what_is_kept(name: str) -> None:
    record = {"kind": "group", "id": "g", "audience": "guest", "name": {"en": "A"}}
    for wrong in ({**record, name: [1, ["x", "1"]]}, {**record, "name": {name: []}}):
        with pytest.raises(ValueError, match=f"there is no field {name}"):
            parse_record(json.dumps(wrong))
        assert json.loads(encode_record(parse_record(json.dumps(wrong), 1))) == wrong


def test_the_audience_of_what_cannot_be_read_is_the_highest_where_it_is_unknown() -> None:
    data = b'{"kind":"airship","id":"x","audience":"press"}'
    record = parse_record(data, 1)
    assert record.audience == "principal"
    assert encode_record(record) == data


def test_what_is_unknown_is_kept_as_a_document_of_one_line_has_it() -> None:
    data = b'{"kind":"group","id":"g","audience":"guest","name":{"en":"A"},"of":{"a":[1,2,{}]}}'
    spaced = json.dumps(json.loads(data), indent=2)
    written = encode_record(parse_record(data, 1))
    assert encode_record(parse_record(spaced, 1)) == written
    assert b'"of":{"a":[1,2,{}]}' in written


def test_an_edit_of_one_field_leaves_the_unknown_ones(visit: Visit) -> None:
    was = plain(encode(visit))
    for ident, field, value in (
        ("v", "title.en", "Other"), ("p-1", "family.en", "Other"), ("n-1", "text.en", "Other"),
        ("n-1", "text", {"en": "Whole"}), ("p-1", "family", {"ja": "他"}),
        ("ta-1", "rows.0.1", "2025"), ("ch-1", "rows.0.values", ["1", "2"]),
        ("li-mine", "points.0.value", "1"), ("i-1", "minutes", 5),
    ):  # fmt: skip
        after = edit.apply(visit, edit.set_field(visit, ident, field, value))
        assert count(after.by_id[ident]) == count(visit.by_id[ident]), field
        assert encode(after).count(UNSEEN.encode()) == encode(visit).count(UNSEEN.encode())
    assert plain(encode(visit)) == was


def test_parts_of_a_list_keep_theirs_when_it_is_edited_as_a_whole(visit: Visit) -> None:
    series = visit.by_id["li-mine"]
    assert isinstance(series, Series)
    one, two, three = map(bare, series.points)
    for points, at in (
        ((three, two, one), 1),  # moved
        ((two, three), 0),  # one before it was removed
        ((one, structs.replace(two, period="2023"), three), 1),  # it was changed in its place
        ((one, three, three, two), 3),  # another was added
    ):
        after = edit.put(visit, structs.replace(series, points=points)).changes[0].after
        assert isinstance(after, Series)
        assert [point.rest is not NONE for point in after.points] == [
            row == at for row in range(len(points))
        ]
    gone = edit.put(visit, structs.replace(series, points=(one, three))).changes[0].after
    assert gone is not None
    assert count(gone) == 0


def test_a_table_and_a_chart_keep_theirs(visit: Visit) -> None:
    table, chart = visit.by_id["ta-1"], visit.by_id["ch-1"]
    assert isinstance(table, Table)
    assert isinstance(chart, Chart)
    rows = (*table.rows[1:], (Text(en="New"), "2030"), *map(bare, table.rows[:1]))
    after = edit.put(visit, structs.replace(table, rows=rows)).changes[0].after
    assert isinstance(after, Table)
    assert count(after.rows[2]) == 1
    renamed = structs.replace(bare(chart).rows[0], name=Text(en="Other"))
    after = edit.put(visit, structs.replace(chart, rows=(renamed,))).changes[0].after
    assert after is not None
    assert count(after) == 2


def test_edits_are_undone_to_the_byte(visit: Visit) -> None:
    before = encode(visit)
    for made in (
        edit.set_field(visit, "n-1", "text", {"en": "Whole"}),
        edit.remove(visit, "car-1"),
        edit.move(visit, "se-3", "v"),
        edit.set_field(visit, "car-1", "audience", "host"),
        edit.replacement(visit, Visit([bare(visit.particulars)]), "Restore"),
        duplicate(visit, [("n-1", "n-9"), ("ta-1", "ta-9")]),
    ):
        after = edit.apply(visit, made)
        assert encode(after) != before
        assert encode(edit.apply(after, edit.inverse(made))) == before


def test_what_cannot_be_read_cannot_be_edited_but_in_what_is_known(visit: Visit) -> None:
    for field in ("rest", "name", "name.en", "~"):
        with pytest.raises(UsageError, match="has no field"):
            edit.set_field(visit, "car-1", field, "x")
    after = edit.apply(visit, edit.set_field(visit, "car-1", "audience", "host"))
    assert plain(encode(after))["car-1"]["audience"] == "host"


def test_between_processes_it_is_the_same(visit: Visit) -> None:
    for record in visit:
        assert from_wire(to_wire(record)) == record


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner),
    max_leaves=5,
)


@given(ANY, st.dictionaries(st.text(min_size=1, max_size=5), VALUES, min_size=1, max_size=3))
def test_any_record_keeps_any_field(record: Any, more: dict[str, Any]) -> None:
    stored = json.loads(encode_record(record))
    more = {f"x {name}": value for name, value in more.items()}
    found = parse_record(json.dumps(stored | more), 7)
    assert json.loads(encode_record(found)) == stored | more
    assert bare(found) == record
    assert from_wire(to_wire(found)) == found
    assert found.rest.minor == 7
