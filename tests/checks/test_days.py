"""Days that no month has, and weekdays that are not those of their dates."""

from decimal import Decimal
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.checks.days import amiss, findings
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say, use
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Chart, ChartRow, Paragraph, Source, Table
from lohum_brief.visit.text import Text
from tests.packs.conftest import small, text

WRONG: list[tuple[Lang, str]] = [
    ("hi", "सोमवार, 8 जुलाई 2025"), ("en", "Monday, 8 July 2025"), ("ja", "2025年7月8日（月）"), ("hi", "८ जुलाई २०२५ (बृहस्पतिवार)"),
    ("en", "July 8, 2025 (Mon)"), ("en", "on Mon 8 July 2025, in Delhi"), ("ja", "令和７年７月８日（月・祝）"), ("ja", "2025年7月8日水曜日"),
    ("en", "Tuesday, 8 July 2025, and Thursday 9 July 2025"), ("en", "8th of July 2025, Wednesday"),
    ("hi", "31 जून 2025"), ("en", "31 June 2025"), ("ja", "2025年6月31日"), ("ja", "2月30日"), ("en", "30 February"), ("en", "2025-06-31"),
    ("hi", "29 फ़रवरी 2023"), ("ja", "2025年2月29日"), ("en", "Tuesday, 8 December 2025"), ("en", "39 June 2025"),
    ("hi", "दि॰31 जून 2025"),
]  # fmt: skip
RIGHT: list[tuple[Lang, str]] = [
    ("hi", "मंगलवार, 8 जुलाई 2025"), ("en", "Tuesday, 8 July 2025"), ("ja", "2025年7月8日（火）"), ("ja", "令和7年7月8日（火）"),
    ("en", "On 8 July 2025, Wednesday 9 July 2025 is still open"), ("en", "8 July 2025. Monday was free"), ("ja", "平成元年5月1日月曜日"),
    ("hi", "29 फ़रवरी 2024"), ("ja", "2月29日"), ("en", "Issue 45 June 2025"), ("en", "1,231 March days"), ("en", "31 May 2025, Saturday"),
    ("en", "Monday, 8 July"), ("en", "2025-12-31"), ("ja", "12月31日"), ("en", "Sunday Times, 8 July 2025"),
    ("ja", "7月8日（月）"), ("en", "the week of Monday: 8 July 2025"), ("en", "40 June 2025"), ("en", "2025-13-01"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "written"), WRONG)
def test_a_date_that_cannot_be_is_found(lang: Lang, written: str) -> None:
    [found] = amiss(written, lang)
    visit = small(
        Paragraph(
            id="own",
            audience="public",
            section="sec:prose",
            text=structs.replace(Text(), **{lang: written}),
        )
    )
    assert [(one.severity, one.field, one.about) for one in findings(visit)] == [
        ("warning", f"text.{lang}", found.words)
    ]


@pytest.mark.parametrize(("lang", "written"), RIGHT)
def test_what_can_be_is_left_alone(lang: Lang, written: str) -> None:
    assert amiss(written, lang) == ()


def test_the_finding_says_the_right_weekday() -> None:
    visit = small(
        Paragraph(
            id="own", audience="public", section="sec:prose", text=Text(en="Monday, 8 July 2025")
        )
    )
    [found] = findings(visit)
    assert say(found.message) == "“Monday, 8 July 2025”: the date is a Tuesday."
    use("ja")
    assert "火曜日" in say(found.message)


def test_cells_count_and_what_others_published_does_not() -> None:
    visit = small(
        Table(
            id="t",
            audience="public",
            section="sec:prose",
            columns=(text("c"),),
            rows=(("31 June 2025",),),
        ),
        Source(id="s", audience="public", title="Report of 31 June 2025"),
        Paragraph(
            id="q",
            audience="public",
            section="sec:prose",
            text=Text(en="31 June 2025"),
            verbatim="en",
        ),
    )
    assert [(found.record, found.field) for found in findings(visit)] == [("t", "rows.0.0")]


def test_what_is_no_cell_of_a_table_or_chart_is_no_text() -> None:
    """Units, and what records name."""
    cells: dict[str, Any] = {"id": "c", "audience": "public", "section": "sec:prose"}
    visit = small(
        Chart(
            **cells, form="bar", title=text("c"), unit="31 June 2025", names=(text("one"),),
            rows=(ChartRow(name=text("r"), values=(Decimal(1),)),),
        )
    )  # fmt: skip
    assert not list(findings(visit))


def test_there_is_none_in_the_sample() -> None:
    assert not list(findings(sample_visit()))
