"""Every value is on the drawing, in the unit that stands above it."""

from decimal import Decimal

import pytest

from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.faults import faults
from lohum_brief.charts.lettering import Lettering, unit_of
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Chart, ChartRow
from tests.charts.conftest import record, visit


def labels(made: Chart, lang: Lang, width: float = 476.0) -> set[str]:
    found = shaped(made, visit())
    assert found is not None
    with look():
        return {
            label.span.text
            for label in drawing(found, Lettering(FontRuler(), (lang,)), width, ()).labels
        }


def of(*values: str) -> tuple[Decimal, ...]:
    return tuple(map(Decimal, values))


@pytest.mark.parametrize("width", [226.0, 476.0])
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "values",
    [
        ("40", "75", "100"),
        ("100", "50", "-99.9"),
        ("1", "2", "3"),
        ("-5", "-10", "-7"),
        ("999999", "888888", "777777"),
    ],
)
def test_columns_say_each_of_their_values(
    values: tuple[str, ...], lang: Lang, width: float
) -> None:
    made = record(
        "column", names=("a", "b", "c"), unit="%", rows=(ChartRow(name="x", values=of(*values)),)
    )
    said = labels(made, lang, width)
    for value in values:
        plain = {text.replace(",", "").replace("−", "-") for text in said}
        assert any(
            Decimal(text) == Decimal(value)
            for text in plain
            if text.lstrip("-").replace(".", "").isdecimal()
        ), said


@pytest.mark.parametrize("lang", LANGS)
def test_small_charts_count_in_the_unit_that_stands_above_them(lang: Lang) -> None:
    rows = (
        ChartRow(name="Lithium", values=of("180000", "240000")),
        ChartRow(name="Copper", values=of("22000000", "23000000")),
    )
    made = record("multiples", names=("2023", "2024"), unit="t", rows=rows)
    found = shaped(made, visit())
    assert found is not None
    lettering = Lettering(FontRuler(), (lang,))
    size = lettering.scale(found.counted, found.unit).sizes[lang]
    said = {text.replace(",", "") for text in labels(made, lang)}
    for value in (180_000, 240_000, 22_000_000, 23_000_000):
        assert f"{(Decimal(value) / size).normalize():f}" in said, (
            unit_of("t", lettering.scale(found.counted, "t"), lang),
            said,
        )


def test_shares_of_two_wholes_are_refused_and_not_drawn_as_one() -> None:
    two = (
        ChartRow(name="Mining", values=of("60", "40")),
        ChartRow(name="Refining", values=of("20", "80")),
    )
    found = dict(faults(record("share", names=("a", "b"), rows=two), visit()))
    assert "shows one whole" in say(found["rows"])
    assert dict(faults(record("share", names=("a", "b"), rows=two[:1]), visit())) == {}


def test_a_period_that_stands_twice_is_told() -> None:
    rows = (ChartRow(name="x", values=of("1", "2", "3")),)
    found = dict(faults(record("line", names=("2023", "2024", "2024"), rows=rows), visit()))
    assert "names.2" in found
