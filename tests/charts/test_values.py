"""Every value is on the drawing, in the unit that stands above it."""

from decimal import Decimal

import pytest

from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.faults import faults
from lohum_brief.charts.lettering import Lettering, unit_of
from lohum_brief.charts.telling import told
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Chart, ChartRow, Form
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


def said_of(made: Chart, lang: Lang) -> list[Decimal]:
    """The numbers on a drawing."""
    plain = (text.replace(",", "").replace("−", "-") for text in labels(made, lang))
    return [Decimal(text) for text in plain if text.lstrip("-").replace(".", "").isdecimal()]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", ["bar", "column"])
@pytest.mark.parametrize(
    "values",
    [
        ("12340000", "12350000", "8000000"),
        ("98765432", "98765433", "1000000"),
        ("418200000", "418400000", "418300000"),
        ("-12340000", "-12341000", "20000000"),
        ("1234567890123", "1234567890124", "2000000000000"),
    ],
)
def test_bars_of_different_values_have_different_numbers(
    values: tuple[str, ...], form: Form, lang: Lang
) -> None:
    made = record(
        form, names=("a", "b", "c"), unit="t", rows=(ChartRow(name="x", values=of(*values)),)
    )
    found = shaped(made, visit())
    assert found is not None
    size = Lettering(FontRuler(), (lang,)).scale_of(found).sizes[lang]
    said = set(said_of(made, lang))
    for value in of(*values):
        nearest = min(said, key=lambda number: abs(number * size - value))
        assert abs(nearest * size - value) <= value.copy_abs() / 200
        said.discard(nearest)  # another must have a number of its own


@pytest.mark.parametrize("lang", LANGS)
def test_a_value_that_has_nearly_reached_its_target_does_not_say_that_it_has(lang: Lang) -> None:
    row = ChartRow(name="x", values=of("11999000", "8000000"))
    made = record("column", names=("a", "b"), unit="t", rows=(row,), target=Decimal(12_000_000))
    found = shaped(made, visit())
    assert found is not None
    lettering = Lettering(FontRuler(), (lang,))
    one, other = (
        lettering.number(Decimal(value), lettering.scale_of(found))[lang]
        for value in (11_999_000, 12_000_000)
    )
    assert one != other
    assert one in labels(made, lang)


@pytest.mark.parametrize("lang", LANGS)
def test_a_label_has_no_more_figures_than_it_needs(lang: Lang) -> None:
    made = record(
        "column",
        names=("a", "b"),
        unit="t",
        rows=(ChartRow(name="x", values=of("12345678", "23456789")),),
    )
    found = shaped(made, visit())
    assert found is not None
    lettering = Lettering(FontRuler(), (lang,))
    said = lettering.number(Decimal(12_345_678), lettering.scale_of(found))[lang]
    assert len(said.replace(",", "").replace(".", "")) <= 4


def test_sums_of_stacks_and_the_sentence_tell_values_apart_too() -> None:
    rows = (
        ChartRow(name="x", values=of("12000000", "12000000", "1000000")),
        ChartRow(name="y", values=of("8010000", "8020000", "8010000")),
        ChartRow(name="z", values=of("1000000", "1000000", "1000000")),
    )
    names = tuple(
        f"{i}, a name {'that is long ' * 20}so that the bars lie on their sides" for i in "123"
    )
    made = record("stacked", names=names, unit="t", rows=rows)
    assert {"21.01", "21.02"} <= labels(made, "en")
    bars = record(
        "bar",
        names=("a", "b"),
        unit="t",
        rows=(ChartRow(name="x", values=of("12340000", "12330000")),),
    )
    found = shaped(bars, visit())
    assert found is not None
    sentence = told(found, Lettering(FontRuler(), ("en",)), "en")
    assert "12.34" in sentence
    assert "12.33" in sentence
    small = record(
        "bar", names=("a", "b"), unit="t", rows=(ChartRow(name="x", values=of("0.1234", "0.1231")),)
    )
    found = shaped(small, visit())
    assert found is not None
    sentence = told(found, Lettering(FontRuler(), ("en",)), "en")
    assert "0.1234" in sentence
    assert "0.1231" in sentence
