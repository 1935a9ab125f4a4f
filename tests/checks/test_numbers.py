import pytest

from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.numbers import findings
from lohum_brief.checks.run import check
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import NamePart, Note, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

PARTICULARS = Particulars(id="v", audience="public", title=Text(en="Visit"))


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
    [ja] = found("34,000 करोड़", "34,000 crore", "3,400万")
    assert ja[0] == "text.ja"
    assert "340,000,000,000" in ja[1]
    assert "34,000,000" in ja[1]


@pytest.mark.parametrize(
    ("hi", "en", "ja", "field", "label", "mended"),
    [
        (
            "निवेश 34,000 करोड़ रुपये", "an investment of 34,000 crore", "投資額は3,400万ルピーです。",
            "text.ja", "3,400億", "投資額は3,400億ルピーです。",
        ),
        ("20,000 टन", "20,000 t in {date:2025}", "{date:2025}に2,000トン", "text.ja", "20,000", "{date:2025}に20,000トン"),
        ("सन 2035 में", "in 2025", "2025年に", "text.hi", "2025", "सन 2025 में"),
        ("12,50,000 टन", "1,250,000 t", "1,350,000トン", "text.ja", "1,250,000", "1,250,000トン"),
        ("1,250 टन", "1,250,000 t", "1,250,000トン", "text.hi", "12,50,000", "12,50,000 टन"),
    ],
)  # fmt: skip
def test_the_fix_writes_the_number_of_the_original_in_the_form_of_the_language(
    hi: str, en: str, ja: str, field: str, label: str, mended: str
) -> None:
    visit = Visit([PARTICULARS, Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))])
    [finding] = [finding for finding in check(visit) if finding.rule == "numbers"]
    assert finding.field == field
    assert finding.fix is not None
    assert finding.fix.label == f"Write {label}"
    after = apply(visit, fixed(visit, [finding])).get(Note, "n")
    assert after is not None
    assert after.text[field[-2:]] == mended  # type: ignore[index]


@pytest.mark.parametrize(
    ("hi", "en", "ja"),
    [("34,000 करोड़", "34,000 lakh", "3,400億"), ("7 और 9", "7 and 8", "8と9"), ("", "20,000 t", "2000と3000")],
)
def test_where_it_is_not_plain_which_number_is_meant_no_fix_is_offered(hi: str, en: str, ja: str) -> None:
    """Such as where it is the original that is alone."""
    note = Note(id="n", audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))
    assert [finding.fix for finding in findings(Visit([PARTICULARS, note])) if finding.fix] == []


def test_a_large_number_that_one_language_lacks_is_noticed_there_only() -> None:
    assert [field for field, _ in found("740 सदस्य", "members", "740名")] == ["text.en"]


def test_small_numbers_that_differ_are_noticed() -> None:
    assert [field for field, _ in found("7 इकाइयाँ", "8 facilities", "7拠点")] == ["text.en"]


def test_names_of_people_are_no_texts() -> None:
    person = Person(id="p", audience="guest", family=NamePart(en="Smith 3rd 45"))
    assert list(findings(Visit([person]))) == []
