"""Cells typed once for all languages, in a pack of one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.cells import written
from lohum_brief.language.codes import LANGS, Lang


@pytest.mark.parametrize(
    ("cell", "hi", "en", "ja"),
    [
        ("37,000,000", "3,70,00,000", "37,000,000", "37,000,000"),
        ("1,234,567.50", "12,34,567.50", "1,234,567.50", "1,234,567.50"),
        ("-1,234,567", "−12,34,567", "−1,234,567", "−1,234,567"),
        ("2025-07-08", "8 जुलाई 2025", "8 July 2025", "2025年7月8日"),
        ("10:30–11:00", "10:30–11:00", "10:30–11:00", "10:30～11:00"),
        (" 9:05 - 10:00 ", "09:05–10:00", "09:05–10:00", "09:05～10:00"),
    ],
)
def test_a_language_writes_them_its_own_way(cell: str, hi: str, en: str, ja: str) -> None:
    assert [written(cell, lang) for lang in ("hi", "en", "ja")] == [hi, en, ja]


@pytest.mark.parametrize(
    "cell",
    ["", "1,2", "12,34,567", "1,234 t", "2025-02-30", "2025-07", "25:00–26:00", "11:00–10:30", "10:30", "NMC 8,110,000", "1,234,56", "0,5"],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGS)
def test_what_may_be_anything_else_stays_as_it_stands(cell: str, lang: Lang) -> None:
    assert written(cell, lang) == cell


@given(st.decimals(-(10**12), 10**12, places=2), st.sampled_from(LANGS))
def test_no_number_becomes_another(number: Decimal, lang: Lang) -> None:
    told = written(f"{number:,}", lang)
    assert Decimal(told.replace(",", "").replace("−", "-")) == number
