"""A visit survives its document, and whatever else is offered as one is refused in one sentence
that names the place.
"""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lohum_brief.errors import ForeignFileError
from lohum_brief.visit.document import (
    MOST_DIGITS,
    RecordFaultError,
    decode,
    decode_part,
    decode_record,
    encode,
    encode_record,
    parse_record,
)
from lohum_brief.visit.records import Note, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.visit.strategies import RECORDS, visits

OWN = {"id": "visit", "kind": "visit", "audience": "public", "title": {"en": "Visit"}}
NOTE = {"id": "n-1", "kind": "note", "audience": "host", "sort": "ask", "text": {"en": "ask"}}


def document(*records: Any, **changed: Any) -> bytes:
    return json.dumps(
        {"format": "lohum-brief", "version": 2, "records": records} | changed
    ).encode()


def refusal(data: bytes) -> str:
    """What is said about a document that is refused."""
    with pytest.raises(ForeignFileError) as raised:
        decode(data, "v.json")
    message = str(raised.value)
    assert message.startswith("v.json")
    assert message.isprintable()
    assert len(message) < 600
    return message


@settings(max_examples=60)
@given(visits())
def test_a_visit_survives_its_document(visit: Visit) -> None:
    again = decode(encode(visit), "v.json")
    assert again == visit
    assert encode(again) == encode(visit)


@given(RECORDS)
def test_a_record_survives_other_writers_of_json(record: Any) -> None:
    data = json.dumps(json.loads(encode_record(record)), ensure_ascii=True, indent=1)
    assert decode_record(data, "n") == record


def test_a_document_has_one_record_a_line() -> None:
    visit = Visit(
        [
            Particulars(id="v", audience="public", title=Text(en="a\nb")),
            Note(id="n", audience="host", sort="ask", text=Text()),
        ]
    )
    lines = encode(visit).decode().splitlines()
    assert [json.loads(line.rstrip(","))["id"] for line in lines[1:-1]] == ["v", "n"]


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (NOTE | {"text": {"en": 5}}, "record 2 (n-1): a text is expected, not a whole number, at text.en."),
        (NOTE | {"text": "ask"}, "an object is expected, not a text, at text."),
        (NOTE | {"audience": "everybody"}, "“everybody” is none of the values it may have, at audience."),
        (NOTE | {"extra": 1}, "there is no field extra."),
        (NOTE | {"text": {"fr": "x"}}, "there is no field fr, at text."),
        (NOTE | {"kind": "poem"}, "its kind is not one of visit, organisation"),
        (NOTE | {"kind": 5}, "record 2 (n-1): a text is expected, at kind."),
        (NOTE | {"kind": "k" * 10_000_000}, "its kind is not one of"),
        (NOTE | {"k" * 10_000_000: 1}, "there is no field"),
        (NOTE | {"a\nb": 1}, "there is no field"),
        ({"id": "n-1", "audience": "host"}, "the field kind is missing."),
        ({"kind": "note", "audience": "host", "sort": "ask", "text": {}}, "record 2: "),
        (NOTE | {"id": ""}, "record 2: it is empty, at id."),
        (NOTE | {"id": "a b"}, "at id."),
        (NOTE | {"id": "a\n"}, "at id."),
        (NOTE | {"id": "../x"}, "at id."),
        (NOTE | {"id": 7}, "at id."),
        (NOTE | {"id": "\u202e" * 200}, "at id."),
        (NOTE | {"text": {"en": "x" * 10_000_000}}, "record 2 (n-1): it has more than 20000 characters, at text.en."),
        (NOTE | {"text": {"en": "bell \x07"}}, "U+0007"),
        (NOTE | {"text": {"en": "back \x08"}}, "U+0008"),
        (NOTE | {"text": {"en": "page \x0c"}}, "U+000C"),
        (NOTE | {"text": {"en": "nul \x00"}}, "U+0000"),
        (NOTE | {"text": {"en": "c1 \x85"}}, "U+0085"),
        (NOTE | {"text": {"en": "bidi \u202e"}}, "U+202E"),
        (NOTE | {"text": {"en": "none \ufffe"}}, "U+FFFE"),
        (NOTE | {"text": {"en": "half \ud800"}}, "half a character"),
        (NOTE | {"text": {"en": "half \udc00 x"}}, "half a character"),
        ({"id": "o", "kind": "observation", "audience": "host", "metric": "m", "value": "NaN"}, "record 2 (o)"),
        ({"id": "o", "kind": "observation", "audience": "host", "metric": "m", "value": "-Infinity"}, "record 2 (o)"),
        ({"id": "o", "kind": "observation", "audience": "host", "metric": "m", "value": "1e999999999"}, "record 2 (o)"),
        ({"id": "o", "kind": "observation", "audience": "host", "metric": "m", "value": "1" * 5000}, "record 2 (o)"),
        (
            {"id": "s", "kind": "series", "audience": "host", "mineral": "m", "measure": "mine", "points": [{"place": "JP", "period": "2024", "value": "sNaN"}]},
            "record 2 (s)",
        ),
        ({"id": "k", "kind": "pack", "audience": "host", "title": {}, "languages": []}, "it is empty, at languages."),
        ({"id": "g", "kind": "organisation", "audience": "host", "name": {}, "country": "JP\n"}, "two capital letters, such as JP, or nothing, at country."),
        ([], "record 2"),
        ("note", "record 2"),
        (None, "record 2"),
        (NOTE | {"id": "visit"}, "the id visit is used twice"),
        (OWN | {"id": "v-2"}, "exactly one record of kind visit, not 2"),
    ],
)  # fmt: skip
def test_a_bad_record_is_named(record: Any, said: str) -> None:
    assert said in refusal(document(OWN, record))


@pytest.mark.parametrize(
    ("record", "at"),
    [
        (NOTE | {"text": {"en": 5}}, "text.en"),
        (NOTE | {"text": {"en": "sort", "hi": "bidi \u202e"}}, "text.hi"),
        (NOTE | {"text": {"en": "sort \x07 text.hi"}}, "text.en"),
        (NOTE | {"sources": ["a b"]}, "sources.0"),
        ({"id": "o", "kind": "observation", "audience": "host", "metric": "m", "value": "1e999"}, "value"),
        (NOTE | {"extra": 1}, ""),
    ],
)  # fmt: skip
def test_a_fault_carries_the_place_of_what_is_wrong(record: Any, at: str) -> None:
    with pytest.raises(RecordFaultError) as caught:
        parse_record(json.dumps(record))
    assert caught.value.at == at


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"format": "lohum-brief"',
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xfe{\x00}\x00",
        b"\xef\xbb\xbf{}",
        document(OWN)[:-2],
        document(OWN) + b"x",
        document(OWN, records=5),
        document(OWN, records={}),
        document(OWN, format="other"),
        document(OWN, format=None),
        document(OWN, version="1"),
        document(OWN, version=3),
        document(OWN, version=10**40),
        document(OWN, more=1),
        document(),
        document(NOTE),
        document(OWN | {"audience": "host"}),
        document(OWN).replace(b'"Visit"', b'"\xff"'),
        document(OWN).replace(b'"Visit"', b'"\xed\xa0\x80"'),
        document(OWN).replace(b'"Visit"', b'"a\x01"'),
    ],
)
def test_what_is_no_visit_document_is_refused(data: bytes) -> None:
    refusal(data)


@pytest.mark.parametrize(
    "nested", ["[" * 200_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000]
)
def test_deep_nesting_is_refused(nested: str) -> None:
    refusal(nested.encode())
    refusal(document(OWN).replace(b'"Visit"', nested.encode()))
    refusal(document(OWN)[:-2] + b"," + nested.encode() + b"]}")


def test_a_newer_version_says_so() -> None:
    assert "newer version" in refusal(document(OWN, version=3))


@given(st.binary(max_size=200))
def test_random_bytes_are_refused(data: bytes) -> None:
    refusal(data)


@given(st.data())
def test_a_document_with_a_changed_byte_is_read_or_refused(data: st.DataObject) -> None:
    whole = document(OWN, NOTE)
    at = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:at] + bytes([data.draw(st.integers(0, 255))]) + whole[at + 1 :]
    said = ""
    try:
        visit = decode(changed, "v.json")
    except ForeignFileError as error:
        said = str(error)
    assert said.isprintable()
    if not said:
        assert decode(encode(visit), "v.json") == visit


def test_a_part_of_a_visit_needs_no_particulars() -> None:
    assert [record.id for record in decode_part(document(NOTE), "part.json")] == ["n-1"]


def test_an_id_that_is_used_twice_is_named() -> None:
    other = NOTE | {"id": "n-2"}
    assert refusal(document(OWN, NOTE, other, other, NOTE)) == (
        "v.json: the id n-2 is used twice; ids are unique."
    )


@pytest.mark.parametrize(("digits", "prints"), [(MOST_DIGITS, True), (MOST_DIGITS + 1, False)])
def test_a_number_has_at_most_so_many_digits(digits: int, *, prints: bool) -> None:
    figure = {"id": "f", "kind": "figure", "audience": "public", "name": {"en": "x"}, "value": "0." + "7" * digits}  # fmt: skip
    if prints:
        assert "f" in decode(document(OWN, figure), "v.json").by_id
    else:
        assert "cannot be printed" in refusal(document(OWN, figure))
