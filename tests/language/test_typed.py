from decimal import Decimal

import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.language.typed import numbers


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "₹34,000 crore and 1.2 lakh crore, 18 million t", [340_000_000_000, 1_200_000_000_000, 18_000_000]),
        ("hi", "34,000 करोड़ रुपये, १२ लाख टन, 3.5 हज़ार", [340_000_000_000, 1_200_000, 3500]),
        ("ja", "3,400億ルピー、3億4,000万円、２０，０００トン", [340_000_000_000, 340_000_000, 20_000]),
        ("en", "20 kt a year, 3.5 Mt in all; 20 ktons", [20_000, 3_500_000, 20]),
        ("en", "in 2024-25 and 2030–31, 10 July 2025", [2024, 2030, 10, 2025]),
        ("ja", "2024年度、2025年7月10日", [2024, 2025, 10]),
        ("en", "1,23,4567 is no number, 12,34,567 is.", [1_234_567]),
        ("en", "no figures, one or two words", []),
        ("hi", "", []),
    ],
)
def test_numbers_are_found_with_their_large_units(lang: Lang, text: str, found: list[int]) -> None:
    assert [typed.value for typed in numbers(text, lang)] == [Decimal(number) for number in found]
