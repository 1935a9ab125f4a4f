"""Amounts that were typed by hand into texts, and what takes their place."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.checks import numbers
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.checks.typed_figures import RULE, findings
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import (
    AnyRecord,
    Metric,
    Note,
    Observation,
    Paragraph,
    Particulars,
    Section,
    Source,
    Table,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import sample

NAME = Text(hi="क", en="a", ja="あ")
VISIT = Particulars(id="visit", audience="public", title=NAME, start=dt.date(2025, 7, 10))
BOTH = Text(
    en="The plant has 250 employees and 20,000 t/year.",
    hi="संयंत्र में 250 कर्मचारी और 20,000 टन/वर्ष।",
    ja="工場の従業員は250名、年2万トン。",
)


def paragraph(**forms: Any) -> Paragraph:
    return Paragraph(id="p", audience="guest", section="s", text=Text(**forms))


def typed(**forms: Any) -> list[str]:
    """Return the figures found in a paragraph."""
    visit = Visit([VISIT, paragraph(**forms)])
    return [one.about.partition(" ")[2] for one in findings(visit)]


def metric(value: str, unit: str, audience: Any = "guest", name: str = "m") -> list[AnyRecord]:
    return [
        Metric(id=f"metric:{name}", audience=audience, name=NAME, unit=unit),
        Observation(
            id=f"o{name}", audience=audience, metric=f"metric:{name}", value=Decimal(value)
        ),
    ]


def mended(*records: AnyRecord) -> Text:
    """Return the text of the paragraph after all its fixes."""
    visit = Visit([VISIT, *records, paragraph(**dict(BOTH.items()))])
    after = apply(visit, fixed(visit, [one for one in check(visit) if one.rule == RULE]))
    assert not list(findings(after))
    assert not list(numbers.findings(after))
    new = after.by_id["p"]
    assert isinstance(new, Paragraph)
    return new.text


def test_a_typed_amount_is_a_finding_in_each_language_and_names_what_to_do() -> None:
    found = list(findings(Visit([VISIT, paragraph(**dict(BOTH.items()))])))
    assert [(one.severity, one.record, one.field, one.about.split()[1]) for one in found] == [
        ("warning", "p", "text.hi", "250"),
        ("warning", "p", "text.hi", "20,000"),
        ("warning", "p", "text.en", "250"),
        ("warning", "p", "text.en", "20,000"),
        ("warning", "p", "text.ja", "250"),
        ("warning", "p", "text.ja", "2"),
    ]
    assert "{literal:250}" in say(found[0].message)


def test_without_a_stored_value_the_fix_marks_free_digits_which_print_as_typed() -> None:
    text = mended()
    assert text["en"] == "The plant has {literal:250} employees and {literal:20,000} t/year."
    assert text["hi"] == "संयंत्र में {literal:250} कर्मचारी और {literal:20,000} टन/वर्ष।"
    assert text["ja"] == "工場の従業員は{literal:250}名、年{literal:2}万トン。"


def test_a_stored_value_with_the_amount_takes_its_place_in_all_languages() -> None:
    text = mended(*metric("20000", "t/year"))
    assert text["en"] == "The plant has {literal:250} employees and {metric:m|form=number} t/year."
    assert text["hi"] == "संयंत्र में {literal:250} कर्मचारी और {metric:m|form=number} टन/वर्ष।"
    assert text["ja"] == "工場の従業員は{literal:250}名、年{metric:m|form=compact}トン。"


def test_wherever_one_value_is_typed_the_fixes_have_one_cause_and_count_the_texts() -> None:
    other = Paragraph(id="q", audience="guest", section="s", text=BOTH)
    records = [VISIT, paragraph(**dict(BOTH.items())), other, *metric("20000", "t/year")]
    fixes = [one.fix for one in findings(Visit(records)) if one.fix is not None]
    assert [fix.cause for fix in fixes] == ["", "{metric:m}"] * 6
    labels = {say(fix.label) for fix in fixes if fix.cause}
    assert labels == {"Print the stored value {metric:m} in 2 texts"}


def test_people_are_counted_by_a_stored_number_of_people() -> None:
    assert mended(*metric("250", "people"))["ja"] == (
        "工場の従業員は{metric:m|form=number}名、年{literal:2}万トン。"
    )


@pytest.mark.parametrize(
    "records",
    [
        metric("20000", "t/year", "principal"),
        metric("20000", "MWh"),
        metric("20001", "t/year"),
        [*metric("20000", "t/year"), *metric("20000", "t/year", name="n")],
    ],
)
def test_no_value_is_offered_that_readers_may_not_read_that_differs_or_that_is_one_of_two(
    records: list[AnyRecord],
) -> None:
    assert "metric" not in "".join(mended(*records)[lang] for lang in LANGS)


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "It costs US$5 million, 45% of it paid.", ["5", "45"]),
        ("en", "5 MWh and 8 t", ["5", "8"]),
        ("en", "12 companies came.", ["12"]),
        ("hi", "45 प्रतिशत और ₹343 करोड़", ["45", "343"]),
        ("hi", "१२ कंपनियाँ", ["१２".replace("２", "२")]),
        ("ja", "１２社、45％、343億ルピー", ["１２", "45", "343"]),
    ],
)
def test_units_currencies_shares_and_counters_make_an_amount(
    lang: str, text: str, expected: list[str]
) -> None:
    assert typed(**{lang: text}) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "On 18 July 2025 at 10:30, and on July 18, 2025, for 30 minutes; 2025-07-18; 18/7/2025."),
        ("en", "Since 2023, in FY2024-25 and FY25, as in 1999–2010."),
        ("en", "Industry 4.0, under Article 12, Rule 14(2), the 10th and 21st round, Scope 3."),
        ("en", "CO2, H1, LFP-12, UN3480; 8 groups, two or twelve companies."),
        ("en", "12. Call +91 98765 43210 or see https://a.example/250?x=12."),
        ("en", "{metric:m} and {literal:250} of {literal:20,000}"),
        ("hi", "18 जुलाई 2025 को 10:30 बजे, 30 मिनट; अनुच्छेद 12, धारा 14, 12वाँ, वर्ष 2022; 8 समूह"),
        ("ja", "2025年7月18日10時30分、30分間。第12条、インダストリー4.0、第12回、令和12年、8社、CO2。"),
    ],
)  # fmt: skip
def test_days_names_ordinals_and_small_counts_are_no_amounts(lang: str, text: str) -> None:
    assert typed(**{lang: text}) == []


def test_quotations_titles_of_sources_and_cells_are_left_alone() -> None:
    said = Text(en="We shall have 250 employees.")
    records: list[AnyRecord] = [
        Paragraph(id="q", audience="guest", section="s", text=said, verbatim="en"),
        Source(id="src:a", audience="guest", title="250 plants"),
        Table(id="t", audience="guest", section="s", columns=(NAME,), rows=(("250 t",),)),
    ]
    assert not list(findings(Visit([VISIT, *records])))


def test_headings_of_sections_and_cells_that_are_sentences_are_looked_at() -> None:
    said = Text(en="It has 250 employees and a crèche for their children.")
    records: list[AnyRecord] = [
        Section(id="s", audience="guest", title=Text(en="A plant of 20,000 t/year")),
        Section(id="s2", audience="guest", title=Text(en="Annex 2: Article 12")),
        Table(
            id="t",
            audience="guest",
            section="s",
            columns=(NAME, NAME),
            rows=((Text(en="250 employees"), said),),
        ),
    ]
    visit = Visit([VISIT, *records])
    found = [one for one in check(visit) if one.rule == RULE]
    assert [(one.record, one.field) for one in found] == [
        ("s", "title.en"),
        ("t", "rows.0.1.en"),
    ]
    after = apply(visit, fixed(visit, found))
    assert not list(findings(after))
    table = after.by_id["t"]
    assert isinstance(table, Table)
    cell = table.rows[0][1]
    assert isinstance(cell, Text)
    assert cell["en"].startswith("It has {literal:250} employees")


def test_purposes_and_notes_are_looked_at() -> None:
    visit = Visit(
        [
            Particulars(id="visit", audience="public", title=NAME, purpose=Text(en="See 250 t.")),
            Note(id="n", audience="guest", sort="ask", text=Text(en="Ask for 250 t.")),
        ]
    )
    assert [(one.record, one.field) for one in findings(visit)] == [
        ("visit", "purpose.en"),
        ("n", "text.en"),
    ]


def test_free_digits_that_differ_between_languages_are_found() -> None:
    visit = Visit([VISIT, paragraph(en="{literal:250} employees", ja="従業員{literal:205}名")])
    assert list(numbers.findings(visit))


def test_the_sample_has_no_typed_figures() -> None:
    assert not list(findings(sample()))
