"""No sentence of the decoder reaches a user as it is: each is said in the program's words, in every
language.
"""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal

import msgspec
import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import spoken, use
from lohum_brief.visit.explaining import explain, legible
from lohum_brief.visit.records import Record


class Thing(msgspec.Struct, forbid_unknown_fields=True, tag="thing"):
    name: str = ""
    count: Annotated[int, msgspec.Meta(ge=1, le=5)] | None = None
    value: Decimal = Decimal(0)
    day: dt.date | None = None
    time: Annotated[dt.datetime, msgspec.Meta(tz=False)] | None = None
    sort: Literal["a", "b"] = "a"
    flag: bool = False
    rows: Annotated[tuple[tuple[str, ...], ...], msgspec.Meta(min_length=1, max_length=1)] = ((),)


REFUSED = [
    (b'{"type":"thing","name":5}', "a text is expected, not a whole number, at name"),
    (b'{"type":"thing","count":"5"}', "a whole number / null is expected, not a text, at count"),
    (b'{"type":"thing","count":0}', "it is less than 1, at count"),
    (b'{"type":"thing","count":9}', "it is more than 5, at count"),
    (b'{"type":"thing","value":"x"}', "it is not a number, at value"),
    (b'{"type":"thing","day":"8.7.2025"}', "it is not a date such as 2025-07-08, at day"),
    (b'{"type":"thing","time":"10:30"}', "it is not a time such as 2025-07-08T10:30:00, at time"),
    (
        b'{"type":"thing","time":"2025-07-08T10:30:00Z"}',
        "a time has no time zone here: it is the one at the place, at time",
    ),
    (b'{"type":"thing","sort":"c"}', "\u201cc\u201d is none of the values it may have, at sort"),
    (b'{"type":"thing","flag":null}', "true or false is expected, not null, at flag"),
    (b'{"type":"thing","rows":[["a",1]]}', "a text is expected, not a whole number, at rows.0.1"),
    (b'{"type":"thing","rows":[]}', "it is empty, at rows"),
    (b'{"type":"thing","rows":[[],[]]}', "it has more than 1 elements, at rows"),
    (b'{"type":"thing","colour":1}', "there is no field colour"),
    (b'{"type":5}', "a text is expected, at type"),
    (b"[]", "an object is expected, not a list"),
    (b'{"type":"thing"', "its end is missing"),
    (b'{"type":"thing",x}', "it is not JSON from byte 16 on"),
    (b'{"type":"thing","name":"\xff"}', "it is not UTF-8; save it in that encoding"),
]


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    use("en")
    yield
    use(None)


def refusal(data: bytes, kind: Any = Thing) -> str:
    with pytest.raises((msgspec.MsgspecError, UnicodeError)) as raised:
        msgspec.json.decode(data, type=kind)
    return spoken(explain(raised.value))


@pytest.mark.parametrize(("data", "said"), REFUSED)
def test_every_refusal_is_said_with_its_place(data: bytes, said: str) -> None:
    assert refusal(data) == said


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_no_refusal_stays_english(lang: Lang) -> None:
    use(lang)
    for data, said in REFUSED:
        assert refusal(data) != said
        assert "expected" not in refusal(data).lower()


def test_what_is_nested_too_deeply_is_said_so() -> None:
    with pytest.raises(RecursionError) as raised:
        msgspec.json.decode(b"[" * 200_000)
    assert spoken(explain(raised.value)) == "it is nested too deeply"


def test_a_bad_id_is_told_what_ids_are() -> None:
    assert refusal(b'{"id":"a b","audience":"host"}', Record).startswith("an id consists of")


def test_what_is_not_known_is_shown_on_one_line() -> None:
    assert (
        spoken(explain(msgspec.ValidationError("Something\nnew - at `$.text.en`")))
        == "Something\ufffdnew, at text.en"
    )


def test_a_foreign_text_is_cut_and_put_on_one_line() -> None:
    assert legible("試作　花子\u00a0様") == "試作　花子\u00a0様"
    assert legible("a\tb\u202e" + "x" * 200, 6) == "a\ufffdb\ufffdxx\u2026"
