"""Columns of years that say more than the year: targets, halves and quarters, heads that are merged
over several of them.
"""

from pathlib import Path

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.spans import spans
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Metric, Observation
from lohum_brief.visit.visit import Visit
from tests.exchange.files import grid, xlsx
from tests.exchange.typed import added, asked, typed


def values(found: Preview) -> list[tuple[str, str, str]]:
    metrics = {one.id: one.name["en"] or one.name["ja"] for one in added(found, Metric)}
    return [(metrics[one.metric], one.as_of, str(one.value)) for one in added(found, Observation)]


def book(visit: Visit, path: Path, *rows: list[str], merged: str) -> Preview:
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in merged.split())
    made = xlsx(path, grid(*rows), after=f"<mergeCells>{cells}</mergeCells>")
    return preview(visit, Metric, read_table(made), Options())


def test_a_target_above_years_is_no_value_that_was_reached(visit: Visit, tmp_path: Path) -> None:
    found = book(
        visit,
        tmp_path / "table.xlsx",
        ["Metric", "Unit", "Actual", "", "Target", ""],
        ["", "", "2023", "2024", "2026", "2027"],
        ["Output", "t", "10", "20", "5", "6"],
        merged="A1:A2 B1:B2 C1:D1 E1:F1",
    )
    reached = [("Output", "2023", "10"), ("Output", "2024", "20")]
    assert values(found) == reached
    assert asked(found) == {"group:Target": "-"}
    assert ("E", "Target 2026", "") in found.columns
    wanted = preview(
        visit, Metric, read_table(tmp_path / "table.xlsx"), Options(answers={"group": "name"})
    )
    assert values(wanted) == [
        *reached,
        ("Output (Target)", "2026", "5"),
        ("Output (Target)", "2027", "6"),
    ]


def test_heads_that_are_merged_over_the_same_years_keep_them_apart(
    visit: Visit, tmp_path: Path
) -> None:
    found = book(
        visit,
        tmp_path / "table.xlsx",
        ["Metric", "Capacity", "", "Output", ""],
        ["", "2023", "2024", "2023", "2024"],
        ["Plant 1 (t)", "10", "20", "5", "6"],
        merged="A1:A2 B1:C1 D1:E1",
    )
    assert values(found) == [
        ("Plant 1 (Capacity)", "2023", "10"),
        ("Plant 1 (Capacity)", "2024", "20"),
        ("Plant 1 (Output)", "2023", "5"),
        ("Plant 1 (Output)", "2024", "6"),
    ]


def test_a_caption_above_years_is_no_such_head(visit: Visit) -> None:
    found = typed(
        visit, Metric, "Key figures|||(Rs crore)", "Metric|Unit|2023|2024", "Output|t|5|6"
    )
    assert values(found) == [("Output", "2023", "5"), ("Output", "2024", "6")]


def test_parts_of_a_year_and_targets_in_one_heading(visit: Visit) -> None:
    rows = (
        "Metric|Unit|2022-23|2024-25 (Apr-Dec)|2026 Target|2030 (goal)",
        "Output|t|1|2|3|4",
        "Stock|t|5|–||",
    )
    found = typed(visit, Metric, *rows)
    assert asked(found) == {"group:Apr-Dec": "name", "group:Target": "-", "group:goal": "-"}
    assert values(found) == [
        ("Output", "FY2022", "1"),
        ("Output (Apr-Dec)", "FY2024", "2"),
        ("Stock", "FY2022", "5"),
    ]
    all_of_it = typed(visit, Metric, *rows, answers={"group:Target": "name", "group:goal": "name"})
    assert values(all_of_it)[2:4] == [
        ("Output (Target)", "2026", "3"),
        ("Output (goal)", "2030", "4"),
    ]
    without = typed(visit, Metric, *rows, answers={"group": "-"})
    assert values(without) == [("Output", "FY2022", "1"), ("Stock", "FY2022", "5")]


def test_months_and_quarters_without_a_year_are_asked_about(visit: Visit) -> None:
    rows = ("Metric|Unit|Apr|May|Jan|Q1|H1", "Output|t|10|11|12|33|35")
    found = typed(visit, Metric, *rows)
    assert asked(found) == {"year": ""}
    (question,) = found.open
    assert "Apr, May, Jan, Q1, H1" in say(question.asked)
    assert not [one for one in found.questions if one.sort == "keep"]
    assert values(typed(visit, Metric, *rows, answers={"year": "2025-26"})) == [
        ("Output", "2025-04", "10"),
        ("Output", "2025-05", "11"),
        ("Output", "2026-01", "12"),
        ("Output (Q1)", "FY2025", "33"),
        ("Output (H1)", "FY2025", "35"),
    ]
    assert values(typed(visit, Metric, *rows, answers={"year": "2025"}))[2] == (
        "Output",
        "2025-01",
        "12",
    )


def test_a_second_import_finds_the_metrics_of_groups_again(visit: Visit) -> None:
    rows = ("Metric|Unit|2024|2026 (Q1)", "Output|t|10|33")
    after = apply(visit, as_edit(visit, typed(visit, Metric, *rows), "table"))
    again = typed(after, Metric, *rows)
    assert (again.added, again.changed) == ((), ())


@pytest.mark.parametrize(
    ("heading", "suffix"),
    [
        ("H1", ""),
        ("H30", "2018"),
        ("H1年", "1989"),
        ("平成元年", "1989"),
        ("R5", "2023"),
        ("2023年度上期", "FY2023#上期"),
        ("2025年4～9月", "2025#4~9月"),
    ],
)
def test_half_a_year_is_no_year_of_an_era(heading: str, suffix: str) -> None:
    found = spans({0: heading}).get(0)
    assert (found.suffix if found else "") == suffix
