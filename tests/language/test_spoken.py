from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from lohum_brief.language import spoken, units
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing import Read, UnreadableError, number, quantity
from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import convert

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
@example(D("31250000.00"), "ja", "million")
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


@pytest.mark.parametrize("unit", sorted(LANGUAGES["en"].units.forms))
@pytest.mark.parametrize("lang", LANGS)
def test_every_unit_is_said_without_symbols(unit: str, lang: Lang) -> None:
    text = spoken.quantity(D(21), unit, lang, about="about")
    assert not any(character in "/%°₹¥€$²³₂~|{}\u00a00123456789" for character in text)
    if lang != "en":
        assert not any("a" <= character.lower() <= "z" for character in text)


SPOKEN = st.one_of(
    st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=2),
    st.builds(lambda n, zeros: D(n * 10**zeros), st.integers(0, 9999), st.integers(0, 6)),
)


@given(
    SPOKEN,
    st.sampled_from(sorted(LANGUAGES["en"].units.forms)),
    st.sampled_from(LANGS),
    st.sampled_from(sorted(units.ABOUT)),
)
@example(D(1), "t CO2e/year", "hi", "more than")
@example(D("0.5"), "°C", "ja", "up to")
@example(D(21), "lb", "en", "about")
def test_a_quantity_that_is_said_is_read_back(
    value: Decimal, unit: str, lang: Lang, about: About
) -> None:
    assume(unit != "year")
    text = spoken.quantity(value, unit, lang, about=about)
    assume(len(text) <= 200)
    for of in (lang, None):
        found = quantity(text, of, unit=unit)
        assert (found.upper, found.about) == (None, about)
        assert convert(found.value, found.unit, unit) == value


@given(st.integers(1100, 2999), st.sampled_from(LANGS))
def test_a_year_that_is_said_is_read_back(year: int, lang: Lang) -> None:
    assert quantity(spoken.quantity(D(year), "year", lang), lang, unit="year") == Read(
        D(year), "year"
    )


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("about fifty gigawatt-hours per year", "50", "GWh/year"),
        ("प्रति टन छह हज़ार छह सौ नब्बे अमेरिकी डॉलर", "6690", "USD/t"),
        ("प्रति टन 6,690 डॉलर", "6690", "USD/t"),
        ("一トン当たり6,690米ドル", "6690", "USD/t"),
        ("年間約2万トン", "20000", "t/year"),
        ("年間最大50トン", "50", "t/year"),
        ("セ氏マイナス二十度", "-20", "°C"),
        ("चौहत्तर से अधिक सदस्य", "74", "members"),
    ],
)
def test_what_is_said_around_a_quantity_is_read_with_figures_too(
    text: str, value: str, unit: str
) -> None:
    assert quantity(text)[:2] == (D(value), unit)


@pytest.mark.parametrize(
    "text", ["twenty-one pounds", "nineteen ninety-nine", "एक टन कार्बन", "年間", "प्रति वर्ष"]
)
def test_what_is_said_and_may_mean_something_else_is_refused(text: str) -> None:
    with pytest.raises(UnreadableError):
        quantity(text)
