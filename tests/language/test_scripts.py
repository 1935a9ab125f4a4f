import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.scripts import FORBIDDEN, clean, faults, is_clean, located


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\0", "U+0000"),
        ("\r", "U+000D"),
        ("\x1b", "U+001B"),
        ("\x7f", "U+007F"),
        ("\x85", "U+0085"),
        ("\ud83d", "U+D83D"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u2028", "U+2028"),
        ("\ufdd0", "U+FDD0"),
        ("\uffff", "U+FFFF"),
        ("\U0010fffe", "U+10FFFE"),
    ],
)
def test_forbidden_characters_are_named_and_placed(character: str, code: str) -> None:
    assert located(f"見本{character}太郎{character}") == [(2, code), (5, code)]
    assert faults(character) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a\tb\nc",
        "10\u00a0kg",
        "क्\u200dष",
        "श\u094d\u200cर",
        "𠮷野家",
        "葛\U000e0100城",
        "R&D <T> {x} $5 %",
        "😀",
        "\u3000",
    ],
)
def test_what_people_write_is_clean(text: str) -> None:
    assert is_clean(text)
    assert faults(text) == []
    assert clean(text) == text


@given(st.text(st.characters()))
def test_every_text_can_be_cleaned(text: str) -> None:
    assert is_clean(clean(text))
    assert is_clean(text) == (not faults(text))


@given(st.text(st.characters()))
def test_nothing_else_is_lost(text: str) -> None:
    assert [c for c in clean(text) if c != "\n"] == [
        c for c in text if c not in FORBIDDEN and c != "\n"
    ]


def test_line_ends_become_newlines() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\x85f") == "a\nb\nc\nd\ne\nf"


def test_controls_and_surrogates_are_all_forbidden() -> None:
    everything = map(chr, range(0x110000))
    assert {c for c in everything if unicodedata.category(c) in ("Cc", "Cs")} - FORBIDDEN == {
        "\t",
        "\n",
    }
