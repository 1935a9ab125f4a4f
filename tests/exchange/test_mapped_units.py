"""Units in headings of columns of which somebody has said what they hold."""

from collections.abc import Mapping

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.visit.records import Metric
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added


def mapped(visit: Visit, maps: Mapping[str, str], *rows: str) -> Preview:
    table = read_pasted("\n".join(rows).replace("|", "\t").encode())
    return preview(visit, Metric, table, Options(maps=maps))


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("Production in '000 MT", "thousand t"),
        ("Lifted by rail ('000 MT)", "thousand t"),
        ("Lifted by rail, kt", "kt"),
        ("Lifted by rail", ""),
        ("Plant - Noida", ""),
    ],
)
def test_the_unit_in_the_heading_of_names_is_that_of_the_values(
    visit: Visit, heading: str, unit: str
) -> None:
    found = mapped(visit, {"A": "name"}, f"{heading}|2023|2024", "India|1.5|2")
    assert [one.unit for one in added(found, Metric)] == [unit]


def test_the_unit_in_the_heading_of_values_is_read(visit: Visit) -> None:
    maps = {"Lifted by rail ('000 MT)": "value"}
    found = mapped(visit, maps, "Name|As of|Lifted by rail ('000 MT)", "India|2024|2")
    assert [one.unit for one in added(found, Metric)] == ["thousand t"]


def test_a_column_of_units_counts_before_a_heading(visit: Visit) -> None:
    found = mapped(visit, {"A": "name"}, "Production in '000 MT|Unit|2023", "India|kg|2")
    assert [one.unit for one in added(found, Metric)] == ["kg"]
