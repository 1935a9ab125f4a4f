import pytest

from lohum_brief.checks.numbers import findings
from lohum_brief.visit.records import NamePart, Note, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def found(hi: str, en: str, ja: str) -> list[tuple[str, str]]:
    note = Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))
    return [(f.field, f.message) for f in findings(Visit([note]))]


@pytest.mark.parametrize(
    ("hi", "en", "ja"),
    [
        ("34,000 करोड़ रुपये", "₹34,000 crore", "3,400億ルピー"),
        ("10 जुलाई 2025", "10 July 2025", "2025年7月10日"),
        ("2024-25 में 18%", "18% in 2024-25", "2024年度に18％"),
        ("पाँच और 3 इकाइयाँ", "five and three facilities", "5と3拠点"),
        ("{figure:aid} और {{figure:x9}}", "{figure:aid|round=2} and {{figure:x9}}", "{figure:aid}と{{figure:x9}}"),
        ("20 हज़ार टन", "20 kt", "2万トン"),
        ("", "20,000 t", "20,000トン"),
        ("39 लाख टन में से 26 लाख टन", "2.6 of 3.9 million t", "390万トンのうち260万トン"),
        ("चौहत्तर लोग", "Seventy-four people", "74名"),
    ],
)
def test_the_same_number_in_each_languages_own_form_is_right(hi: str, en: str, ja: str) -> None:
    assert found(hi, en, ja) == []


def test_a_factor_of_ten_thousand_is_noticed_where_it_stands() -> None:
    [hi, en, ja] = found("34,000 करोड़", "34,000 crore", "3,400万")
    assert (hi[0], en[0], ja[0]) == ("text.hi", "text.en", "text.ja")
    assert "340,000,000,000" in ja[1]
    assert "34,000,000" in ja[1]


def test_a_large_number_that_one_language_lacks_is_noticed_there_only() -> None:
    assert [field for field, _ in found("740 सदस्य", "members", "740名")] == ["text.en"]


def test_small_numbers_that_differ_are_noticed() -> None:
    assert [field for field, _ in found("7 इकाइयाँ", "8 facilities", "7拠点")] == ["text.en"]


def test_names_of_people_are_no_texts() -> None:
    person = Person(id="p", audience="guest", family=NamePart(en="Smith 3rd 45"))
    assert list(findings(Visit([person]))) == []
