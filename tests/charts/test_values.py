"""Every value is on the drawing, in the unit that stands above it."""

from decimal import Decimal

import pytest
from msgspec import structs

from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.faults import faults
from lohum_brief.charts.lettering import Lettering, unit_of
from lohum_brief.charts.telling import told
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.concentration import concentration
from lohum_brief.visit.records import Chart, ChartRow, Form, Point, Series
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
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


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", {"50%", "20%", "30%", "Others or not stated"}),
        ("hi", {"50%", "20%", "30%", "अन्य या अनुल्लिखित"}),
        ("ja", {"50%", "20%", "30%", "その他・記載なし"}),
    ],
)
def test_percentages_are_shares_of_100_and_the_rest_is_said(lang: Lang, said: set[str]) -> None:
    rows = (ChartRow(name="r", values=of("50", "20")),)
    assert labels(record("share", names=("a", "b"), unit="%", rows=rows), lang) == {"a", "b"} | said


@pytest.mark.parametrize("values", [("60", "40"), ("33.3", "33.3", "33.3"), ("33", "33", "33")])
def test_what_is_missing_by_rounding_is_no_rest(values: tuple[str, ...]) -> None:
    names = tuple("abc"[: len(values)])
    rows = (ChartRow(name="r", values=of(*values)),)
    made = record("share", names=names, unit="%", rows=rows)
    assert labels(made, "en") == {*names, *(f"{value}%" for value in values)}
    assert dict(faults(made, visit())) == {}


def test_shares_of_metrics_are_of_what_they_are_together() -> None:
    made = record("share", metrics=("m0", "m1"))
    found = shaped(made, visit())
    assert found is not None
    assert found.whole == sum(found.values)
    differ = record("share", metrics=("m0", "m2"))
    assert "metrics" in dict(faults(differ, visit()))


def test_prices_have_no_shares() -> None:
    priced = Series(
        id="prices",
        audience="public",
        mineral="lithium",
        measure="price",
        unit="USD/t",
        points=tuple(
            Point(place=place, period="2024", value=Decimal(value))
            for place, value in (("CL", 60), ("CN", 40), ("world", 90))
        ),
    )
    known = Visit([*visit(), priced])
    assert concentration(priced) is None
    found = dict(faults(record("share", series=("prices",)), known))
    assert set(found) == {"series.0"}
    assert dict(faults(record("bar", series=("prices",)), known)) == {}


@pytest.mark.parametrize("form", ["bar", "column", "share"])
def test_a_chart_of_one_period_says_which(form: str) -> None:
    found = shaped(record(form, series=("lithium-mine",), top=3), visit())
    assert found is not None
    assert found.period == {"hi": "2025", "en": "2025", "ja": "2025年"}
    titled = structs.replace(
        record(form, series=("lithium-mine",), top=3),
        title=Text(hi="खनन 2025", en="Mining 2025", ja="採掘"),
    )
    told = shaped(titled, visit())
    assert told is not None
    assert told.period == {"ja": "2025年"}


def test_a_line_that_ends_early_says_when() -> None:
    rows = (
        ChartRow(name="Nickel", values=(Decimal(3), Decimal(9), None)),
        ChartRow(name="Copper", values=of("5", "6", "7")),
        ChartRow(name="Series number 2", values=of("5", "6", "9")),
    )
    made = record("line", names=("2021", "2022", "2023"), rows=rows)
    said = {text.replace("\xa0", " ") for text in labels(made, "en")}
    assert {"Nickel (2022): 9", "Copper: 7", "Series number 2: 9"} <= said
    told = {text.replace("\xa0", " ") for text in labels(made, "ja")}
    assert {"Nickel（2022）：9", "Copper：7"} <= told


def test_what_would_be_too_small_to_be_seen_is_a_number_or_a_fault() -> None:
    rows = (
        ChartRow(name="a", values=of("1", "100000000000000000")),
        ChartRow(name="b", values=of("2", "30000000000000000")),
    )
    said = labels(record("column", names=("x", "y"), rows=rows), "en")
    assert {"1", "2"} <= said
    for form in ("stacked", "area"):
        made = record(form, names=("2021", "2022"), rows=rows)
        wanted = {"stacked": "rows.0.values.0", "area": None}[form]  # layers begin as nothing
        assert next(iter(dict(faults(made, visit()))), None) == wanted
        assert dict(faults(structs.replace(made, table=True), visit())) == {}
    flat = (*rows, ChartRow(name="c", values=of("1", "1")))
    made = record("area", names=("2021", "2022"), rows=flat)
    assert set(dict(faults(made, visit()))) == {"rows.2.values.0"}
