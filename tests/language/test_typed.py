from decimal import Decimal

import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.language.typed import Mention, agree, mentions


def figures(text: str, lang: Lang) -> list[Decimal]:
    """The numbers that are no asides, the smallest meaning of each."""
    return [one.value for one in mentions(text, lang) if one.weight != "aside"]


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        (
            "en",
            "₹34,000 crore and 1.2 lakh crore, 18 million t",
            [340_000_000_000, 1_200_000_000_000, 18_000_000],
        ),
        ("hi", "34,000 करोड़ रुपये, १२ लाख टन, 3.5 हज़ार", [340_000_000_000, 1_200_000, 3500]),
        (
            "ja",
            "3,400億ルピー、3億4,000万円、２０，０００トン",
            [340_000_000_000, 340_000_000, 20_000],
        ),
        ("en", "in 2024-25 and 2030–31, 10 July 2025", [2024, 2030, 10, 7, 2025]),
        ("ja", "2024年度、2025年7月10日", [2024, 2025, 7, 10]),
        ("en", "1,23,4567 is no number, 12,34,567 is.", [1_234_567]),
        ("en", "no figures, two or three words", [2, 3]),
        ("en", "5 crores, $2.5bn, ₹12 Cr., 20K", [50_000_000, 2_500_000_000, 120_000_000, 20_000]),
        ("hi", "ढाई करोड़, डेढ़ सौ, सवा दो लाख, पौने तीन लाख", [25_000_000, 150, 225_000, 275_000]),
        ("hi", "पाँच, पांच और पाञ्च; 5 करोड", [5, 5, 5, 50_000_000]),
        ("ja", "百五十万、二〇〇八年、三者、三菱、二次電池、第三回", [1_500_000, 2008, 3]),
        ("ja", "数百人、何千もの、十数社、百貨店", []),
        ("en", "millions of people, several hundred, hundreds", []),
        ("hi", "सैकड़ों, लाखों लोग, कई सौ", []),
        ("hi", "", []),
    ],
)
def test_numbers_are_found_with_their_large_units(lang: Lang, text: str, found: list[int]) -> None:
    assert figures(text, lang) == [Decimal(number) for number in found]


def one(text: str, lang: Lang) -> Mention:
    [found] = mentions(text, lang)
    return found


@pytest.mark.parametrize(
    ("lang", "text", "kind", "amount"),
    [
        ("en", "20 kt", "g", "20_000_000_000"),
        ("hi", "500 किग्रा", "g", "500_000"),
        ("ja", "15万kW", "kW", "150_000"),
        ("en", "150-MW", "kW", "150_000"),
        ("hi", "2.5 अरब अमेरिकी डॉलर", "USD", "2_500_000_000"),
        ("en", "US$ 2.5 bn", "USD", "2_500_000_000"),
        ("ja", "3割5分", "%", "35"),
        ("hi", "आधा घंटा", "minutes", "30"),
        ("ja", "2年半", "months", "30"),
        ("en", "three and a half hours", "minutes", "210"),
    ],
)
def test_a_quantity_is_known_by_its_unit(lang: Lang, text: str, kind: str, amount: str) -> None:
    assert one(text, lang).amounts == {(kind, Decimal(amount))}


@pytest.mark.parametrize(
    ("lang", "text", "times"),
    [
        ("en", "2:30 pm", ["14:30"]),
        ("en", "1430 hrs", ["14:30"]),
        ("hi", "दोपहर 2:30 बजे", ["14:30"]),
        ("hi", "2:30 बजे", ["02:30", "14:30"]),
        ("hi", "सुबह साढ़े दस बजे", ["10:30"]),
        ("hi", "पौने आठ बजे", ["07:45", "19:45"]),
        ("ja", "午後2時半", ["14:30"]),
        ("ja", "14時30分", ["14:30"]),
    ],
)
def test_a_time_of_day_is_on_either_side_of_noon_where_nothing_says_which(
    lang: Lang, text: str, times: list[str]
) -> None:
    said = sorted(int(amount) for _, amount in one(text, lang).amounts)
    assert [f"{time // 60:02}:{time % 60:02}" for time in said] == times


def test_what_a_range_says_once_is_meant_for_both_its_ends() -> None:
    first, last = mentions("₹34–50 crore", "en")
    assert Decimal(340_000_000) in first.values
    assert ("INR", Decimal(340_000_000)) in first.amounts
    assert last.amounts == {("INR", Decimal(500_000_000))}
    assert [one.sort for one in mentions("2–3 pm", "en")] == ["clock", "clock"]
    assert [one.sort for one in mentions("7～8月", "ja")] == ["month", "month"]


def test_places_are_those_of_the_text_itself() -> None:
    text = "{metric:x|round=1} के {literal:3} से १२ लाख"
    [*_, last] = mentions(text, "hi")
    assert text[last.start : last.stop] == "१२ लाख"


def test_the_same_number_of_another_unit_is_not_the_same() -> None:
    assert not agree(one("5 t", "en"), one("5 किग्रा", "hi"))
    assert agree(one("5 t", "en"), one("5,000 किग्रा", "hi"))
    assert agree(one("5 t", "en"), one("5", "ja"))
    assert agree(one("40 acres", "en"), one("16ヘクタール", "ja"))
    assert not agree(one("July", "en"), one("8月", "ja"))


@pytest.mark.parametrize("digits", [80, 199, 600])
def test_figures_without_end_are_no_number_and_stop_nothing(digits: int) -> None:
    assert not list(mentions("9" * digits + "万0", "ja"))
