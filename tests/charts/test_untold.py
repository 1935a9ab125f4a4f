"""A chart drops no value and says none of another's: places without the latest value, gaps, zeros,
and how exact values are.
"""

from decimal import Decimal
from typing import Any, Final

import pytest

from lohum_brief.charts.chart import Chart
from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.faults import faults, undrawable
from lohum_brief.charts.lettering import Lettering
from lohum_brief.charts.telling import told
from lohum_brief.document.drawings import Drawing
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say
from lohum_brief.language.rooms.units import About
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import (
    ChartRow,
    Figure,
    Form,
    Metric,
    Mineral,
    Observation,
    Particulars,
    Point,
    Series,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.charts.conftest import record, text

PARTICULARS = Particulars(id="visit", audience="public", title=text("v"))
MINED = {
    ("AU", "2023"): "5",
    ("AU", "2024"): "6",
    ("AU", "2025"): "7",
    ("CL", "2023"): "50",
    ("CL", "2024"): "60",
    ("PE", "2023"): "20",
    ("CN", "2025"): "9",
}
ALL: Final[dict[str, list[int | None]]] = {
    "Australia": [5, 6, 7],
    "Chile": [50, 60, None],
    "Peru": [20, None, None],
    "China": [None, None, 9],
}


def series(ident: str, values: dict[tuple[str, str], str], mineral: str = "m") -> Series:
    points = tuple(
        Point(place=place, period=when, value=Decimal(value))
        for (place, when), value in values.items()
    )
    return Series(
        id=ident,
        audience="public",
        mineral=mineral,
        measure="mine",
        unit="t",
        title=Text(en=ident),
        points=points,
    )


def visit(*more: Series) -> Visit:
    minerals = [
        Mineral(id=one, audience="public", name=Text(en=f"{one}ium"), symbol=one)
        for one in ("m", "n")
    ]
    return Visit([PARTICULARS, *minerals, *more])


def charted(form: Form, *of: Series, **more: Any) -> Chart:
    found = shaped(record(form, series=tuple(one.id for one in of), **more), visit(*of))
    assert found is not None
    return found


def drawn(chart: Chart, lang: Lang = "en", width: float = 388.0) -> Drawing:
    with look():
        lettering = Lettering(FontRuler(), (lang,))
        return drawing(chart, lettering, width, [(lang, told(chart, lettering, lang))])


def letters(chart: Chart, lang: Lang = "en") -> list[str]:
    return [label.span.text.replace("\u00a0", " ") for label in drawn(chart, lang).labels]


def of_places(chart: Chart) -> dict[str, list[Decimal | None]]:
    """What the chart has of each place, whichever way round it stands."""
    if chart.names and chart.form not in {"line", "area"}:
        return {
            name["en"]: [row.values[i] for row in chart.rows] for i, name in enumerate(chart.names)
        }
    return {row.name["en"]: [*row.values] for row in chart.rows}


@pytest.mark.parametrize("periods", [(), ("2023", "2024", "2025")])
@pytest.mark.parametrize("form", ["bar", "column", "line", "area", "stacked", "heat", "multiples"])
def test_no_place_is_dropped_for_want_of_the_latest_value(
    form: Form, periods: tuple[str, ...]
) -> None:
    found = charted(form, series("s", MINED), periods=periods)
    if periods or form in {"line", "area", "multiples"}:
        assert of_places(found) == ALL
    else:  # the latest period alone, in which two have a value
        assert of_places(found) == {name: [of[2]] for name, of in ALL.items()}
    said = "\n".join(letters(found))
    assert all(name in said for name in ALL)


def test_the_largest_are_those_with_the_largest_latest_values() -> None:
    found = charted("line", series("s", MINED), top=2)
    assert [row.name["en"] for row in found.rows] == ["Chile", "Peru"]


@pytest.mark.parametrize("form", ["multiples", "line"])
def test_a_place_is_not_shown_as_the_mineral(form: Form) -> None:
    one = charted(form, series("s", {("AU", "2024"): "5", ("AU", "2025"): "6"}))
    assert [row.name["en"] for row in one.rows] == ["Australia"]
    both = charted(
        form,
        series("s", {("world", "2024"): "50", ("AU", "2024"): "5"}),
        series("t", {("CL", "2024"): "7", ("PE", "2024"): "8"}, "n"),
    )
    assert [row.name["en"] for row in both.rows] == ["mium", "nium (Peru)", "nium (Chile)"]
    assert both.values == [50, 8, 7]


def test_the_world_without_places_has_the_name_of_the_mineral() -> None:
    found = charted("multiples", series("s", {("world", "2024"): "50", ("AU", "2024"): "5"}))
    assert [row.name["en"] for row in found.rows] == ["mium"]
    assert found.values == [50]


def test_what_a_source_calls_others_is_shown_with_all_places() -> None:
    found = charted("bar", series("s", {("AU", "2024"): "5", ("other", "2024"): "3"}))
    assert of_places(found) == {"Australia": [5], "Others": [3]}
    over = charted("line", series("s", {("AU", "2024"): "5", ("other", "2024"): "3"}))
    assert of_places(over) == {"Australia": [5], "Other countries": [3]}


def test_the_rest_is_never_less_than_nothing() -> None:
    values = {
        ("AU", "2024"): "60",
        ("CL", "2024"): "41",
        ("PE", "2024"): "2",
        ("world", "2024"): "100",
    }
    assert min(charted("bar", series("s", values), top=2).values) > 0


def observed(form: Form, *values: tuple[str, About], **more: Any) -> Chart:
    readings = [
        Observation(
            id=f"o{i}",
            audience="public",
            metric="x",
            value=Decimal(value),
            about=about,
            as_of=str(2020 + i),
        )
        for i, (value, about) in enumerate(values)
    ]
    aim = Figure(
        id="goal", audience="public", name=text("goal"), value=Decimal(40), unit="t", about="about"
    )
    metric = Metric(id="x", audience="public", name=text("x"), unit="t")
    found = shaped(
        record(form, metrics=("x",), target_figure="goal", aim=Text(en="Aim"), **more),
        Visit([PARTICULARS, metric, aim, *readings]),
    )
    assert found is not None
    return found


@pytest.mark.parametrize("form", ["bar", "column", "line", "multiples", "gauge"])
@pytest.mark.parametrize(
    ("about", "lang", "said"),
    [
        ("up to", "en", "up to 30"),
        ("about", "hi", "लगभग 30"),
        ("more than", "ja", "30超"),
        ("at least", "en", "at least 30"),
        ("at most", "hi", "अधिक से अधिक 30"),
        ("more than", "hi", "30 से अधिक"),
    ],
)
def test_how_exact_a_value_is_stands_beside_it(
    form: Form, about: About, lang: Lang, said: str
) -> None:
    found = observed(form, ("20", ""), ("30", about))
    whole = (
        {"ja": "30トン超", "hi": "30 टन से अधिक"}.get(lang, said) if about == "more than" else said
    )
    assert any((whole if form == "gauge" else said) in one for one in letters(found, lang))
    assert (whole if form in {"gauge", "multiples"} else said) in told(
        found, Lettering(FontRuler(), (lang,)), lang
    ).replace("\u00a0", " ")


@pytest.mark.parametrize("form", ["gauge", "line"])
def test_how_exact_a_target_is_stands_beside_it(form: Form) -> None:
    assert any("Aim about 40" in one for one in letters(observed(form, ("20", ""), ("30", ""))))


def rows(
    form: Form, *values: tuple[str | None, ...], names: tuple[str, ...] = ("2020", "2021", "2022")
) -> Chart:
    of = tuple(
        ChartRow(name=f"r{i}", values=tuple(Decimal(v) if v is not None else None for v in row))
        for i, row in enumerate(values)
    )
    found = shaped(record(form, names=names[: len(values[0])], rows=of), Visit([PARTICULARS]))
    assert found is not None
    return found


def filled(found: Drawing) -> list[tuple[float, float]]:
    """From where to where areas reach from the left."""
    xs = [
        [at[i] for _, at in shape.path for i in range(0, len(at), 2)]
        for shape in found.shapes
        if shape.fill
    ]
    return sorted((min(each), max(each)) for each in xs if each and max(each) - min(each) > 30)


@pytest.mark.parametrize("form", ["area", "multiples"])
def test_what_is_missing_is_not_shaded_as_nothing(form: Form) -> None:
    years = ("2020", "2021", "2022", "2023", "2024")
    whole, parted = (
        filled(drawn(rows(form, values, names=years)))
        for values in (("1", "2", "3", "4", "5"), ("1", None, None, "4", "5"))
    )
    wide = max(last - first for first, last in whole)
    assert sum(last - first for first, last in parted) < wide / 2


def test_an_area_with_one_value_is_drawn() -> None:
    assert filled(drawn(rows("area", ("42",))))


@pytest.mark.parametrize("form", ["bar", "column", "line", "area", "stacked", "heat", "multiples"])
def test_a_series_without_any_value_stays_in_the_key(form: Form) -> None:
    assert any("r1 –" in one for one in letters(rows(form, ("1", "2", "3"), (None, None, None))))


@pytest.mark.parametrize("form", ["bar", "column", "line", "area", "stacked", "heat", "multiples"])
def test_zeros_are_values(form: Form) -> None:
    assert drawn(rows(form, ("0", "0", "0"))).height


@pytest.mark.parametrize("form", ["flow", "share"])
def test_a_whole_of_nothing_is_told_as_such(form: Form) -> None:
    one = record(form, names=("a",), rows=(ChartRow(name="r", values=(Decimal(0),)),))
    assert [say(why) for _, why in faults(one, Visit([PARTICULARS]))] == [
        "All its values are 0: what is nothing has no parts that could be shown."
    ]


def test_a_gauge_rounds_nothing() -> None:
    assert "12,345,678 t" in letters(observed("gauge", ("12345678", "")))
    assert "12 million t" in letters(observed("gauge", ("12000000", "")))
    assert "3.125 t" in letters(observed("gauge", ("3.125", "")))


def test_the_whole_of_a_flow_is_as_exact_as_its_parts() -> None:
    of = (
        ChartRow(name="a", values=(Decimal(123456789012),)),
        ChartRow(name="b", values=(Decimal("0.0003"),)),
    )
    found = shaped(
        record("flow", names=("n",), rows=of, origin=Text(en="Whole")), Visit([PARTICULARS])
    )
    assert found is not None
    said = " ".join(letters(found))
    assert "123,456,789,012.0003" in said
    assert "123,456,789,012 " in said


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "under 1%"), ("hi", "1% से कम"), ("ja", "1%未満")]
)
def test_a_share_of_nearly_nothing_is_told_in_words(lang: Lang, said: str) -> None:
    values = (Decimal(999), Decimal(1))
    found = shaped(
        record("share", names=("a", "b"), rows=(ChartRow(name="r", values=values),)),
        Visit([PARTICULARS]),
    )
    assert found is not None
    assert any(said in one for one in letters(found, lang))


def test_totals_of_stacks_have_no_decimals_of_others() -> None:
    names = tuple(
        f"{i}, a name {'that is long ' * 20}so that the bars lie on their sides" for i in "123"
    )
    said = letters(rows("stacked", ("4", "6", "8"), ("0", "0.5", "0"), names=names))
    assert {"4", "6.5", "8"} <= {*said}


def test_check_and_print_agree_on_what_a_form_needs() -> None:
    known = visit(series("s", MINED))
    heat, scatter = (record(form, series=("s",)) for form in ("heat", "scatter"))
    assert not [*faults(heat, known)]
    assert not [*undrawable(heat, known)]
    assert [*faults(scatter, known)] == [*undrawable(scatter, known)] != []
