import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.ordinals import ordinal
from lohum_brief.language.rooms.numbers import Gender

SUFFIXES = {"one": "st", "two": "nd", "few": "rd", "other": "th"}


@given(st.integers(1, 10**9))
def test_english_endings_are_those_of_cldr(number: int) -> None:
    assert ordinal(number, "en") == f"{number:,}" + SUFFIXES[Locale("en").ordinal_form(number)]


@pytest.mark.parametrize(
    ("gender", "expected"),
    [
        ("masculine", "पहला दूसरा तीसरा चौथा पाँचवाँ छठा सातवाँ आठवाँ नौवाँ दसवाँ 11वाँ"),
        ("feminine", "पहली दूसरी तीसरी चौथी पाँचवीं छठी सातवीं आठवीं नौवीं दसवीं 11वीं"),
        ("oblique", "पहले दूसरे तीसरे चौथे पाँचवें छठे सातवें आठवें नौवें दसवें 11वें"),
    ],
)
def test_hindi_ordinals_agree_with_their_noun(gender: Gender, expected: str) -> None:
    assert " ".join(ordinal(number, "hi", gender=gender) for number in range(1, 12)) == expected


def test_japanese_counts_by_a_counter() -> None:
    assert ordinal(15, "ja") == "第15回"
    assert ordinal(3, "ja", counter="次") == "第3次"


def test_nothing_comes_before_the_first() -> None:
    with pytest.raises(ValueError, match="number 0"):
        ordinal(0, "en")
