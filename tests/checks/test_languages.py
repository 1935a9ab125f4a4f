from typing import Any

from msgspec.structs import replace

from lohum_brief.checks.languages import findings
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say
from lohum_brief.visit.records import (
    AnyRecord,
    NamePart,
    Observation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Source,
    Statement,
    Table,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

FULL = Text(hi="क", en="a", ja="あ")


def fields(*records: AnyRecord) -> list[str]:
    return [finding.field for finding in findings(Visit(records))]


def paragraph(text: Text, **more: Any) -> Paragraph:
    return Paragraph(id="p", audience="guest", section="s", text=text, **more)


def test_a_complete_text_is_no_finding() -> None:
    assert fields(paragraph(FULL)) == []


def test_each_missing_language_is_a_warning_that_names_record_and_field() -> None:
    found = list(findings(Visit([paragraph(Text(en="a"))])))
    assert [(f.severity, f.rule, f.record, f.field) for f in found] == [
        ("warning", "languages", "p", "text.hi"),
        ("warning", "languages", "p", "text.ja"),
    ]
    assert "Hindi" in say(found[0].message)
    assert "Japanese" in say(found[1].message)


def test_an_optional_text_may_be_empty_but_not_in_part() -> None:
    assert fields(Statement(id="s", audience="public", text=FULL, why=Text())) == []
    assert fields(Statement(id="s", audience="public", text=FULL, why=Text(ja="あ"))) == [
        "why.hi",
        "why.en",
    ]


def test_a_text_that_must_be_there_may_not_be_empty() -> None:
    assert fields(paragraph(Text())) == ["text.hi", "text.en", "text.ja"]


def test_a_quotation_needs_its_own_language_only() -> None:
    assert fields(paragraph(Text(ja="あ"), verbatim="ja")) == []
    assert fields(paragraph(Text(en="a"), verbatim="ja")) == ["text.ja"]


def test_a_source_stands_as_its_publisher_wrote_it() -> None:
    assert fields(Source(id="s", audience="public", title="Report")) == []


def test_cells_of_a_table_are_found_by_their_path() -> None:
    table = Table(
        id="t",
        audience="public",
        section="s",
        columns=(FULL,),
        rows=((FULL, "1"), ("2", Text(hi="क", ja="あ"))),
    )
    assert fields(table) == ["rows.1.1.en"]


def test_a_name_needs_its_forms_and_no_reading() -> None:
    person = Person(id="p", audience="guest", family=NamePart(en="Sato", ja="佐藤"))
    assert fields(person) == ["family.hi"]


def test_fields_without_text_are_no_business_of_this_rule() -> None:
    assert fields(Observation(id="o", audience="public", metric="m", value=1)) == []  # type: ignore[arg-type]


def packs(*languages: tuple[Lang, ...]) -> list[Pack]:
    return [
        Pack(id=f"k{i}", audience="guest", title=FULL, languages=langs)
        for i, langs in enumerate(languages)
    ]


def test_only_languages_that_some_pack_prints_are_missed() -> None:
    some = paragraph(Text(hi="क"))
    assert fields(some, *packs(("hi",))) == []
    assert fields(some, *packs(("hi",), ("hi", "ja"))) == ["text.ja"]
    assert fields(some, *packs(("en",), ("ja",))) == ["text.en", "text.ja"]
    assert fields(some) == ["text.en", "text.ja"]


def test_an_original_language_that_the_visit_names_is_missed_too() -> None:
    visit = Particulars(id="v", audience="public", title=FULL, original="ja")
    assert fields(visit, paragraph(Text(hi="क")), *packs(("hi",))) == ["text.ja"]
    assert fields(replace(visit, original="en"), paragraph(Text(hi="क")), *packs(("hi",))) == []


def test_a_quotation_is_missed_in_its_own_language_whatever_packs_print() -> None:
    assert fields(paragraph(Text(en="a"), verbatim="ja"), *packs(("hi",))) == ["text.ja"]
