import io

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.typeset.pdf.syntax import date, iso_date, name, number, string


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_strings_read_back(text: str) -> None:
    # PDFDocEncoding gives some ASCII control characters other meanings; they are written as UTF-16
    # like all the rest
    assert str(pikepdf.Object.parse(string(text).encode("ascii"))) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_names_read_back(text: str) -> None:
    parsed = pikepdf.Object.parse(io.BytesIO(name(text).encode("ascii")).getvalue())
    assert str(parsed) == "/" + text


@given(st.floats(-1e6, 1e6))
def test_numbers_read_back_to_a_thousandth(value: float) -> None:
    text = number(value)
    assert abs(float(text) - value) <= 0.00051
    assert "e" not in text
    assert text != "-0"


def test_dates_of_both_kinds_name_the_same_instant() -> None:
    assert date(1_752_000_000) == "(D:20250708184000Z)"
    assert iso_date(1_752_000_000) == "2025-07-08T18:40:00Z"
