import pytest

from lohum_brief.checks.spellings import findings
from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import AnyRecord, NamePart, Note, Organisation, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

BODIES = (
    Organisation(
        id="jbic",
        audience="public",
        abbreviation="JBIC",
        name=Text(hi="जापान बैंक", en="Bank", ja="国際協力銀行"),
    ),
    Organisation(
        id="jetro",
        audience="public",
        abbreviation="JETRO",
        name=Text(hi="जेट्रो", en="JETRO", ja="ジェトロ"),
    ),
    Organisation(
        id="niti",
        audience="public",
        name=Text(hi="नीति आयोग", en="NITI Aayog", ja="ニティ・アーヨグ"),
    ),
)
PEOPLE = (
    Person(
        id="verma",
        audience="guest",
        family=NamePart(hi="वर्मा", en="Verma", ja="ヴァルマ"),
        given=NamePart(en="Rajat"),
    ),
    Person(id="mihon", audience="guest", family=NamePart(hi="मिहोन", en="MIHON", ja="見本")),
)


def found(lang: Lang, words: str, *more: AnyRecord) -> list[str]:
    text = Text(
        hi=words if lang == "hi" else "",
        en=words if lang == "en" else "",
        ja=words if lang == "ja" else "",
    )
    note = Note(id="n", audience="host", sort="ask", text=text)
    return [
        finding.about.replace("\0", " → ")
        for finding in findings(Visit([*BODIES, *PEOPLE, note, *more]))
    ]


@pytest.mark.parametrize(
    ("lang", "words", "slips"),
    [
        ("en", "Rajat Varma speaks", ["Varma → Verma"]),
        ("en", "Rajat Velma speaks", ["Velma → Verma"]),
        ("en", "MIHONN signs", ["MIHONN → MIHON"]),
        ("en", "JERTO, Jetroo and JIBC", ["JERTO → JETRO", "Jetroo → JETRO", "JIBC → JBIC"]),
        ("en", "NITI Ayog plans", ["Ayog → Aayog"]),
        ("hi", "जेत्रो से", ["जेत्रो → जेट्रो"]),
        ("ja", "国際協カ銀行と", ["国際協カ銀行 → 国際協力銀行"]),
        ("en", "Verma, JETRO's office, JBIC, NITI Aayog, the Vermas", []),
        ("en", "Germany, Versa, Vermont", []),
        ("ja", "国際協力銀行、国際協力機構、協力カード", []),
    ],
)
def test_a_slip_in_a_name_is_found_and_other_words_are_not(
    lang: Lang, words: str, slips: list[str]
) -> None:
    assert found(lang, words) == slips


def person(ident: str, family: str, given: str = "", organisation: str | None = "jbic") -> Person:
    return Person(
        id=ident,
        audience="guest",
        organisation=organisation,
        family=NamePart(ja=family),
        given=NamePart(ja=given),
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("高橋", "髙橋"),
        ("渡辺", "渡邊"),
        ("渡邉", "渡邊"),
        ("斉藤", "齋藤"),
        ("斎藤", "斉藤"),
        ("浜田", "濱田"),
        ("吉田", "𠮷田"),
    ],
)
def test_two_forms_of_a_family_s_name_in_one_organisation_are_asked_about(
    first: str, second: str
) -> None:
    asked = [
        (finding.severity, finding.record, finding.field, finding.fix)
        for finding in findings(Visit([*BODIES, person("a", first), person("b", second)]))
    ]
    assert asked == [("warning", "b", "family.ja", None)]


def test_two_forms_of_a_given_name_are_asked_about_and_other_names_are_not() -> None:
    people = [
        person("a", "見本", "太郎"),
        person("b", "見本", "太朗"),
        person("c", "見本", "次郎"),
        person("d", "山田", "太朗"),
    ]
    assert [(finding.record, finding.field) for finding in findings(Visit([*BODIES, *people]))] == [
        ("b", "given.ja")
    ]


def test_namesakes_of_two_organisations_are_two_people() -> None:
    assert (
        list(
            findings(
                Visit([*BODIES, person("a", "高橋"), person("b", "髙橋", organisation="jetro")])
            )
        )
        == []
    )


def test_a_name_of_three_kanji_is_too_short_to_be_mistaken() -> None:
    bodies = [
        Organisation(id=name, audience="public", name=Text(ja=name))
        for name in ("電力社", "東電力社")
    ]
    assert found("ja", "電カ社と", *bodies) == []
    assert found("ja", "東電カ社と", *bodies) == ["東電カ社 → 東電力社"]
