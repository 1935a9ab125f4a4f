from decimal import Decimal

import pytest

from lohum_brief.language.codes import LANGS
from lohum_brief.language.currency import RateError, converted
from lohum_brief.language.units import UnitError

D = Decimal


def printed(
    value: str, unit: str, to: str, rate: str, as_of: str = "2025-07-01", figures: int = 2
) -> list[str]:
    texts = [converted(D(value), unit, to, D(rate), as_of, lang, figures=figures) for lang in LANGS]
    return [text.replace("\u00a0", " ") for text in texts]


def test_money_in_another_currency_names_rate_day_and_rounding() -> None:
    assert printed("340000000000", "INR", "JPY", "1.70") == [
        "लगभग 58,000 करोड़ येन (1 जुलाई 2025 की विनिमय दर: 1 रुपया = 1.70 येन; 2 सार्थक अंकों तक पूर्णांकित)",
        "about ¥580 billion (rate of 1 July 2025: ₹1 = ¥1.70; rounded to 2 significant figures)",
        "約5,800億円（2025年7月1日の為替レート：1ルピー＝1.70円、有効数字2桁に四捨五入）",
    ]


def test_rounding_is_said_only_where_something_was_rounded() -> None:
    assert printed("34000000000", "INR", "JPY", "1.70", "2025-07", figures=3) == [
        "लगभग 5,780 करोड़ येन (जुलाई 2025 की विनिमय दर: 1 रुपया = 1.70 येन)",
        "about ¥57.8 billion (rate of July 2025: ₹1 = ¥1.70)",
        "約578億円（2025年7月の為替レート：1ルピー＝1.70円）",
    ]


def test_a_price_keeps_what_it_is_for_and_may_change_its_measure() -> None:
    assert printed("6690", "USD/t", "INR/t", "85.50")[1] == (
        "about ₹5,70,000/t (rate of 1 July 2025: US$1 = ₹85.50; rounded to 2 significant figures)"
    )
    assert printed("6690", "USD/t", "INR/kg", "85.50")[2] == (
        "約570ルピー/kg（2025年7月1日の為替レート：1米ドル＝85.50ルピー、有効数字2桁に四捨五入）"
    )


@pytest.mark.parametrize(
    ("unit", "to"),
    [
        ("INR", "t"),
        ("t", "JPY"),
        ("INR", "USD/t"),
        ("INR/year", "JPY"),
        ("USD/t", "EUR/t"),
        ("", ""),
    ],
)
def test_what_are_not_two_currencies_for_the_same_thing_is_refused(unit: str, to: str) -> None:
    with pytest.raises(UnitError, match="cannot be converted into"):
        converted(D(1), unit, to, D(2), "2025-07-01", "en")


@pytest.mark.parametrize("rate", ["0", "-1.7", "NaN", "Infinity"])
def test_a_rate_is_a_number_above_zero(rate: str) -> None:
    with pytest.raises(RateError, match=f"The rate of INR in JPY is {rate}: give"):
        converted(D(1), "INR", "JPY", D(rate), "2025-07-01", "en")


def test_a_rate_without_its_day_leaves_no_empty_words() -> None:
    assert printed("340000000000", "INR", "JPY", "1.70", "") == [
        "लगभग 58,000 करोड़ येन (विनिमय दर: 1 रुपया = 1.70 येन; 2 सार्थक अंकों तक पूर्णांकित)",
        "about ¥580 billion (rate: ₹1 = ¥1.70; rounded to 2 significant figures)",
        "約5,800億円（為替レート：1ルピー＝1.70円、有効数字2桁に四捨五入）",
    ]
    assert printed("34000000000", "INR", "JPY", "1.70", "", figures=3) == [
        "लगभग 5,780 करोड़ येन (विनिमय दर: 1 रुपया = 1.70 येन)",
        "about ¥57.8 billion (rate: ₹1 = ¥1.70)",
        "約578億円（為替レート：1ルピー＝1.70円）",
    ]
