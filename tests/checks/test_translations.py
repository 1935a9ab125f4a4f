import pytest

from lohum_brief.checks.translations import findings
from lohum_brief.visit.records import AnyRecord, NamePart, Note, Organisation, Paragraph, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def found(*records: AnyRecord) -> list[tuple[str, str, str]]:
    return [
        (finding.severity, finding.record, finding.field) for finding in findings(Visit(records))
    ]


def note(hi: str, en: str, ja: str, ident: str = "n") -> Note:
    return Note(id=ident, audience="host", sort="ask", text=Text(hi=hi, en=en, ja=ja))


ENGLISH = "The plant recycles lithium batteries."
HINDI = "संयंत्र लिथियम बैटरियों का पुनर्चक्रण करता है।"
JAPANESE = "工場はリチウム電池をリサイクルしています。"


@pytest.mark.parametrize(
    ("hi", "en", "ja", "fields"),
    [
        (HINDI, ENGLISH, JAPANESE, []),
        (ENGLISH, ENGLISH, JAPANESE, ["text.hi"]),
        (HINDI, ENGLISH, ENGLISH, ["text.ja"]),
        (HINDI, ENGLISH, HINDI, ["text.ja"]),
        (JAPANESE, ENGLISH, JAPANESE, ["text.hi"]),
        (f"{HINDI} It also makes cathode material.", ENGLISH, JAPANESE, ["text.hi"]),
        (HINDI, ENGLISH, f"{JAPANESE}It also makes cathode material.", ["text.ja"]),
        ("black mass", "black mass", "ブラックマス", ["text.hi"]),
        ("The plant will recycle batteries", ENGLISH, JAPANESE, ["text.hi"]),
        (HINDI, HINDI, JAPANESE, ["text.en"]),
    ],
)
def test_a_sentence_of_another_language_is_found_where_it_stands(
    hi: str, en: str, ja: str, fields: list[str]
) -> None:
    assert found(note(hi, en, ja)) == [("warning", "n", field) for field in fields]


@pytest.mark.parametrize(
    ("hi", "en", "ja"),
    [
        ("20 kWh", "20 kWh", "20 kWh"),
        ("NMC 811", "NMC 811", "NMC 811"),
        ("Lohum Cleantech", "Lohum Cleantech", "Lohum Cleantech"),
        (
            "{metric:recycling-capacity}",
            "{metric:recycling-capacity}",
            "{metric:recycling-capacity}",
        ),
        ("asha.rao@example.in", "asha.rao@example.in", "asha.rao@example.in"),
        ("www.example.in/press", "www.example.in/press", "www.example.in/press"),
        ("नीति: “Make in India for the world”", "Policy", "方針「Make in India for the world」"),
        (
            "अनुबंध (terms of reference for the study)",
            "Contract",
            "契約（terms of reference for the study）",
        ),
        ("", ENGLISH, ""),
    ],
)
def test_names_units_quotations_and_what_is_missing_are_not(hi: str, en: str, ja: str) -> None:
    assert found(note(hi, en, ja)) == []


def test_names_and_quotations_may_stand_as_they_are() -> None:
    name = Text(hi="Bank of small things", en="Bank of small things", ja="Bank of small things")
    body = Organisation(id="o", audience="public", name=name)
    person = Person(
        id="p", audience="guest", family=NamePart(hi="of the", en="of the", ja="of the")
    )
    quoted = Paragraph(
        id="q", audience="guest", section="s", verbatim="en", text=Text(hi=ENGLISH, en=ENGLISH)
    )
    assert found(body, person, quoted) == []


def test_a_sentence_in_two_translations_is_noted_at_the_rarer_one() -> None:
    other = "プラントではリチウム電池を再資源化しています。"
    notes = [
        note(HINDI, ENGLISH, JAPANESE, "a"),
        note(HINDI, ENGLISH, other, "b"),
        note(HINDI, ENGLISH, JAPANESE, "c"),
    ]
    assert found(*notes) == [("info", "b", "text.ja")]


def test_a_post_may_have_two_right_names() -> None:
    assert (
        found(
            note("उप निदेशक", "Deputy Director", "課長補佐", "a"),
            note("उप निदेशक", "Deputy Director", "課長代理", "b"),
        )
        == []
    )
