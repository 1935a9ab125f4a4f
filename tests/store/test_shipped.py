"""The visits that ship: every figure in their texts goes through a token or a table, and each is
stored once.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from lohum_brief.checks.run import check
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.store.shipped import TEMPLATES, Template, new_visit, reference_data, sample_visit
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Group,
    Item,
    Note,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Section,
    Statement,
    Table,
    Term,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import uses
from lohum_brief.visit.visit import Visit


def exempt(record: AnyRecord, path: str) -> bool:
    """What may hold digits typed by hand."""
    if isinstance(record, Term):
        return True  # a name, looked for letter by letter in what the texts print
    if isinstance(record, Table):
        return path.startswith("rows.")  # a table is a place for figures, with its sources
    return (
        isinstance(record, Paragraph) and record.verbatim is not None
    )  # a quotation stands as it was said


def typed(record: AnyRecord) -> Iterator[str]:
    """The texts with digits outside tokens: record, field and language, and what stands there."""
    for path, text in texts(record):
        if not isinstance(text, Text) or exempt(record, path):
            continue
        for lang in LANGS:
            plain = " … ".join(part for part in tokens.parts(text[lang]) if isinstance(part, str))
            if re.search(r"\d", plain):
                yield f"{record.id} {path}.{lang}: {plain}"


def paragraph(string: str, **more: str) -> Paragraph:
    return Paragraph(id="p", audience="public", section="s", text=Text(ja=string), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("string", ["7名", "７名", "७", "{metric:x} 7", "{{figure:7}}", "{name 7}"])
def test_a_digit_typed_by_hand_is_found_in_every_script(string: str) -> None:
    [found] = typed(paragraph(string))
    assert found.startswith("p text.ja: ")


@pytest.mark.parametrize(
    "string", ["七名", "CO₂", "{literal:7}名", "{date:2025-07-08}", "{metric:x7|round=1}"]
)
def test_tokens_words_and_formulas_hold_no_digit_typed_by_hand(string: str) -> None:
    assert list(typed(paragraph(string))) == []
    assert list(typed(paragraph("7", verbatim="ja"))) == []


def test_the_texts_of_the_sample_and_of_the_reference_data_hold_no_digit_typed_by_hand() -> None:
    found = [line for record in sample_visit() for line in typed(record)]
    assert not found, "write a token (README, “Figures in texts”):\n" + "\n".join(found)


@pytest.mark.parametrize(
    "ship", [sample_visit, lambda: Visit(reference_data())], ids=["sample", "reference"]
)
def test_every_figure_that_ships_is_printed_by_a_text(ship: Callable[[], Visit]) -> None:
    visit = ship()
    figures = Figures(visit)
    printed = {figures.find(use.token).record for record in visit for use in uses(record)}
    assert [figure.id for figure in visit.of(Figure) if figure.id not in printed] == []


def test_no_figure_that_ships_is_stored_twice() -> None:
    visit = sample_visit()
    names = Counter(figure.name[lang] for figure in visit.of(Figure) for lang in LANGS)
    assert [name for name, count in names.items() if count > 1] == []


def test_the_sample_has_no_findings_that_matter() -> None:
    assert [found for found in check(sample_visit()) if found.severity != "info"] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.key)
def test_a_template_says_everything_in_three_languages_and_prints_only_sections_that_exist(
    template: Template,
) -> None:
    visit = new_visit(template.key, dt.date(2025, 7, 8))
    for record in visit:
        for path, text in texts(record):
            if isinstance(text, Text):
                assert len({bool(text[lang]) for lang in LANGS}) == 1, f"{record.id} {path}"
    for pack in visit.of(Pack):
        sections = [visit.get(Section, ident) for ident in pack.sections]
        assert all(
            section is not None and section.readable(pack.audience) for section in sections
        ), pack.id
    items = visit.of(Item)
    assert [item.id for item in items] == [
        item.id for item in sorted(items, key=lambda item: item.start)
    ]
    assert visit.particulars.start == dt.date(2025, 7, 8)


def pack_of(visit: Visit, ident: str) -> Pack:
    found = visit.get(Pack, ident)
    assert found is not None
    return found


def test_the_principals_pack_begins_with_what_the_principal_needs_and_ends_with_what_was_reported() -> (
    None
):
    sections = list(pack_of(sample_visit(), "principal").sections)
    assert sections[:4] == ["sec:objective", "sec:programme", "sec:talking", "sec:red-lines"]
    assert sections[-2:] == ["sec:reported", "sec:sources"]


@pytest.mark.parametrize("ident", ["guests", "guests-en-ja", "hosts", "principal"])
def test_what_was_reported_is_an_annex(ident: str) -> None:
    visit = sample_visit()
    section = visit.get(Section, "sec:reported")
    assert section is not None
    heads = [section.title[lang][:5] for lang in LANGS]
    assert heads == ["परिशि", "Annex", "参考：報道"]
    sections = list(pack_of(visit, ident).sections)
    assert set(sections[sections.index("sec:reported") + 1 :]) <= {"sec:glossary", "sec:sources"}


def test_the_two_remarks_of_the_chief_executive_are_two_quotations_with_the_wordings_that_differ() -> (
    None
):
    visit = sample_visit()
    remarks = [
        record
        for record in visit.of(Statement)
        if record.said_by and "वर्मा" in record.said_by["hi"]
    ]
    assert [record.id for record in remarks] == ["stm:sf27", "stm:sf27-benchmark", "stm:sf37"]
    signs: dict[Lang, str] = {"hi": "“.+”", "en": "“.+”", "ja": "「.+」"}
    assert all(re.search(signs[lang], record.text[lang]) for record in remarks for lang in LANGS)
    first, second, _ = remarks
    assert first.conflict == second.conflict != ""
    assert (first.chosen, second.chosen) == (True, False)
    assert all(record.why for record in (first, second))


@pytest.mark.parametrize(
    ("conflict", "idents"),
    [
        ("officials", ["stm:officials-first", "stm:officials-second"]),
        ("topics", ["stm:topics", "stm:sf36"]),
    ],
)
def test_both_lists_of_officials_and_both_lines_of_topics_stand_as_readings(
    conflict: str, idents: list[str]
) -> None:
    readings = [record for record in sample_visit().of(Statement) if record.conflict == conflict]
    assert [record.id for record in sorted(readings, key=lambda one: not one.chosen)] == idents
    assert all(record.why for record in readings)


def test_the_report_speaks_of_bilateral_investment_in_each_language() -> None:
    text = next(record.text for record in sample_visit().of(Statement) if record.id == "stm:sf06")
    assert "द्विपक्षीय" in text["hi"]
    assert "bilateral" in text["en"]
    assert "二国間" in text["ja"]


def test_every_group_has_an_interpreter_and_the_delegation_is_74() -> None:
    visit = sample_visit()
    people = visit.of(Person)
    assert {person.group for person in people if person.duty == "interpreter"} == {
        group.id for group in visit.of(Group)
    }
    assert sum(not is_host(person, visit) for person in people) == 74


def is_host(person: Person, visit: Visit) -> bool:
    home = visit.get(Organisation, person.organisation)
    return person.side == "host" or (home is not None and home.side == "host")


def test_japanese_red_lines_are_instructions() -> None:
    lines = [note for note in sample_visit().of(Note) if note.sort == "red_line"]
    assert len(lines) == 5
    for note in lines:
        assert note.title["ja"].endswith("こと")
        assert note.text["ja"].endswith("こと。")


def test_what_the_glossary_says_of_itself_is_true_for_every_choice_of_languages() -> None:
    text = next(
        record.text for record in sample_visit().of(Paragraph) if record.id == "par:glossary-1"
    )
    for lang in LANGS:
        assert text[lang]
        assert not re.search(
            "हिंदी|जापानी|Hindi|Japanese|ヒンディー|日本語|उच्चारण|लिप्यंतरण|読み|ローマ字", text[lang]
        )
