from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lohum_brief.language import spoken, units
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import Scale
from lohum_brief.language.parsing import number

D = Decimal


@given(
    st.one_of(
        st.decimals(min_value=-(10**17) + 1, max_value=10**17 - 1, allow_nan=False, places=3),
        st.builds(lambda n, zeros: D(n * 10**zeros), st.integers(0, 9999), st.integers(0, 12)),
    ),
    st.sampled_from(LANGS),
    st.sampled_from(get_args(Scale)),
)
@example(D(10) ** 18, "ja", "million")
@example(D(10) ** 18, "en", "million")
def test_what_is_said_is_read_back(value: Decimal, lang: Lang, scale: Scale) -> None:
    text = spoken.number(value, lang, scale=scale)
    assume(len(text) <= 200)  # longer ones are not read
    assert number(text, lang) == value
    assert "  " not in text
    assert text == text.strip()


def test_a_hundred_words_of_hindi_are_a_hundred_different_ones() -> None:
    assert len({spoken.number(D(value), "hi") for value in range(100)}) == 100


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_too_large_for_words_says_so(lang: Lang) -> None:
    with pytest.raises(spoken.UnspeakableError, match="1,000,000,000,000,000,001 is too large"):
        spoken.number(D(10) ** 18 + 1, lang)
    with pytest.raises(ValueError, match="not a number that can be printed"):
        spoken.quantity(D("Infinity"), "t", lang, digits=1)


@pytest.mark.parametrize("unit", sorted(units._UNITS))
@pytest.mark.parametrize("lang", LANGS)
def test_every_unit_is_said_without_symbols(unit: str, lang: Lang) -> None:
    text = spoken.quantity(D(21), unit, lang, about="about")
    assert not any(character in "/%°₹¥€$²³₂~|{}\u00a00123456789" for character in text)
    if lang != "en":
        assert not any("a" <= character.lower() <= "z" for character in text)
