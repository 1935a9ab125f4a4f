from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from itertools import pairwise
from typing import get_args

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.numbers import (
    compact,
    decimal,
    integer,
    percent,
    shared_scale,
    span,
    steps,
)
from lohum_brief.language.rooms.numbers import Scale

D = Decimal
LARGEST = 10**30
LOCALES: dict[tuple[Lang, bool], str] = {
    ("hi", True): "hi",
    ("en", False): "en",
    ("en", True): "en_IN",
    ("ja", False): "ja",
}
numbers = st.decimals(min_value=-LARGEST, max_value=LARGEST, allow_nan=False, places=6)


@given(numbers, st.integers(0, 6), st.sampled_from(sorted(LOCALES)))
def test_grouping_is_that_of_cldr(value: Decimal, digits: int, variant: tuple[Lang, bool]) -> None:
    lang, indian = variant
    with localcontext(Context(prec=100, rounding=ROUND_HALF_UP)):
        pattern = ("#,##,##0." if indian else "#,##0.") + "0" * digits
        expected = format_decimal(value, pattern.rstrip("."), locale=LOCALES[variant])
    if not any(digit in expected for digit in "123456789"):
        expected = expected.lstrip("-")  # zero has no sign in print
    assert decimal(value, lang, digits=digits, indian=indian) == expected.replace("-", "−")


@pytest.mark.parametrize("lang", LANGS)
def test_grouping_by_default_is_the_pattern_of_the_language(lang: Lang) -> None:
    assert decimal(D("1234567.25"), lang) == format_decimal(D("1234567.25"), locale=lang)
    assert percent(D(95), lang) == format_percent(D("0.95"), locale=lang)


@given(numbers, st.sampled_from(LANGS))
def test_a_number_as_it_stands_keeps_every_digit(value: Decimal, lang: Lang) -> None:
    printed = decimal(value, lang).replace(",", "").replace("−", "-")
    assert D(printed) == value
    assert printed.partition(".")[2] == f"{value:f}".partition(".")[2]


def test_rounding_is_half_up_and_zero_has_no_sign() -> None:
    assert decimal(D("2.5"), "en", digits=0) == "3"
    assert decimal(D("-2.5"), "en", digits=0) == "−3"
    assert decimal(D("-0.4"), "en", digits=0) == "0"
    assert integer(D("999.5"), "en") == "1,000"
    assert integer(1234567, "hi") == "12,34,567"


def test_devanagari_digits_are_a_switch_of_hindi_only() -> None:
    assert decimal(D("1234567.8"), "hi", devanagari=True) == "१२,३४,५६७.८"
    assert decimal(D(1234), "ja", devanagari=True) == "1,234"
    assert compact(D(15_00_000), "hi", devanagari=True) == "१५\u00a0लाख"


@pytest.mark.parametrize(
    ("value", "hi", "million", "crore", "ja"),
    [
        ("340000000000", "34,000 करोड़", "340 billion", "34,000 crore", "3,400億"),
        (
            "123456789012345678",
            "1,23,456.789012345678 लाख करोड़",
            "123,456.789012345678 trillion",
            "1,23,456.789012345678 lakh crore",
            "12.3456789012345678京",
        ),
        ("5000000000000", "5 लाख करोड़", "5 trillion", "5 lakh crore", "5兆"),
        ("1500000", "15 लाख", "1.5 million", "15 lakh", "150万"),
        ("1601155", "16.01155 लाख", "1.601155 million", "16.01155 lakh", "160.1155万"),
        ("99999", "99,999", "99,999", "99,999", "9.9999万"),
        ("9999", "9,999", "9,999", "9,999", "9,999"),
        ("0", "0", "0", "0", "0"),
        ("-25000000", "−2.5 करोड़", "−25 million", "−2.5 crore", "−2,500万"),
    ],
)
def test_large_units(value: str, hi: str, million: str, crore: str, ja: str) -> None:
    printed = [
        compact(D(value), "hi"),
        compact(D(value), "en"),
        compact(D(value), "en", scale="crore"),
        compact(D(value), "ja"),
    ]
    assert [text.replace("\u00a0", " ") for text in printed] == [hi, million, crore, ja]


def test_a_rounded_number_climbs_into_the_next_unit() -> None:
    assert compact(D(999_999_999), "en", digits=1) == "1\u00a0billion"
    assert compact(D(99_99_999), "hi", digits=0) == "1\u00a0करोड़"
    assert compact(D("12345678"), "en", digits=1) == "12.3\u00a0million"


UNITS = {
    "": 1,
    "लाख\u00a0करोड़": 10**12,
    "करोड़": 10**7,
    "लाख": 10**5,
    "京": 10**16,
    "兆": 10**12,
    "億": 10**8,
    "万": 10**4,
}
UNITS |= {"trillion": 10**12, "billion": 10**9, "million": 10**6}


@given(
    st.decimals(min_value=-(10**20), max_value=10**20, allow_nan=False, places=3),
    st.sampled_from(LANGS),
)
def test_large_units_are_exact(value: Decimal, lang: Lang) -> None:
    printed = compact(value, lang).replace("−", "-")
    number = printed[: 1 + max(at for at, character in enumerate(printed) if character.isdecimal())]
    unit = printed[len(number) :].strip("\u00a0")
    assert D(number.replace(",", "")) * UNITS[unit] == value


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+999999", "1E-999999", "1" * 61])
def test_what_cannot_be_printed_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="not a number that can be printed"):
        decimal(D(value), "en")
    with pytest.raises(ValueError, match="not a number that can be printed"):
        compact(D(value), "ja", digits=2)


def test_ranges() -> None:
    assert span("5", "15%", "hi") == "5–15%"
    assert span("5", "15%", "ja") == "5～15%"


@pytest.mark.parametrize(
    ("low", "high", "lang", "scale", "expected"),
    [
        ("0", "100", "en", "million", "0 25 50 75 100"),
        ("0", "74", "en", "million", "0 20 40 60 80"),
        (
            "0",
            "340000000000",
            "hi",
            "crore",
            "0 100000000000 200000000000 300000000000 400000000000",
        ),
        ("0", "900000000", "en", "million", "0 250000000 500000000 750000000 1000000000"),
        ("0", "95000000", "ja", "million", "0 25000000 50000000 75000000 100000000"),
        ("0", "8.7", "en", "million", "0 5 10"),
        ("0", "0.9", "en", "million", "0 0.5 1"),
        ("-3", "12", "ja", "million", "-5 0 5 10 15"),
        ("7", "7", "en", "million", "7 8"),
    ],
)
def test_steps_of_an_axis(low: str, high: str, lang: Lang, scale: Scale, expected: str) -> None:
    assert " ".join(f"{step:f}" for step in steps(D(low), D(high), lang, scale=scale)) == expected


@given(
    numbers, numbers, st.sampled_from(LANGS), st.integers(3, 12), st.sampled_from(get_args(Scale))
)
def test_an_axis_holds_its_values_in_few_even_steps(
    a: Decimal, b: Decimal, lang: Lang, most: int, scale: Scale
) -> None:
    low, high = sorted((a, b))
    values = steps(low, high, lang, most, scale)
    assert 2 <= len(values) <= most
    assert values[0] <= low <= high <= values[-1]
    apart = {second - first for first, second in pairwise(values)}
    assert len(apart) == 1
    assert apart.pop().normalize().as_tuple().digits in {(1,), (2,), (2, 5), (5,)}


def test_a_whole_axis_prints_in_one_unit() -> None:
    values = [D(0), D(5_00_000), D(3_40_00_000), D("-12.5")]
    assert shared_scale(values, "hi") == (D(10**7), "करोड़")
    assert shared_scale(values, "en") == (D(10**6), "million")
    assert shared_scale(values, "en", "crore") == (D(10**7), "crore")
    assert shared_scale(values, "ja") == (D(10**4), "万")
    assert shared_scale([D(-9_99_999)], "en") == (D(1), "")
    assert shared_scale([], "ja") == (D(1), "")


def test_no_axis_for_what_cannot_be_printed() -> None:
    with pytest.raises(ValueError, match="not a number that can be printed"):
        steps(D(0), D("Infinity"), "en")
    with pytest.raises(ValueError, match="an axis from 2 to 1"):
        steps(D(2), D(1), "en")
