from typing import Any

from lohum_brief.release.naming import file_names
from lohum_brief.visit.records import Pack
from lohum_brief.visit.text import Text


def pack(ident: str, *languages: Any) -> Pack:
    return Pack(id=ident, audience="guest", title=Text(en="A pack"), languages=languages or ("hi", "ja"))


def test_a_name_says_the_pack_and_its_languages_in_their_order() -> None:
    assert file_names([pack("guests"), pack("hosts", "ja", "en", "hi")]) == ["guests.hi-ja.pdf", "hosts.ja-en-hi.pdf"]


def test_the_name_of_an_edition_says_its_number() -> None:
    assert file_names([pack("guests")], {"guests": 2}) == ["guests.hi-ja.edition-2.pdf"]


def test_names_that_differ_in_case_only_are_told_apart() -> None:
    assert file_names([pack("a"), pack("A"), pack("a:b"), pack("a-b")]) == [
        "a.hi-ja.pdf",
        "A-2.hi-ja.pdf",
        "a-b.hi-ja.pdf",
        "a-b-2.hi-ja.pdf",
    ]


def test_no_name_is_a_device_of_windows_or_goes_elsewhere() -> None:
    assert file_names([pack("CON"), pack("lpt1.x"), pack("x\ny"), pack("console")]) == [
        "_CON.hi-ja.pdf",
        "_lpt1.x.hi-ja.pdf",
        "x-y.hi-ja.pdf",
        "console.hi-ja.pdf",
    ]
