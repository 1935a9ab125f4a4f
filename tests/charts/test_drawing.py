"""What charts look like, as numbers: where letters and lines stand, and in which inks."""

from decimal import Decimal
from itertools import combinations, pairwise
from typing import Any, get_args

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lohum_brief.charts.bars import standing
from lohum_brief.charts.chart import in_common
from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.lettering import Lettering
from lohum_brief.charts.tables import _DARK
from lohum_brief.charts.telling import told
from lohum_brief.charts.tones import BESIDE, MINERALS, PALE, SEQUENCE
from lohum_brief.document.drawings import Drawing, Shape
from lohum_brief.document.style import COPPER, GREY, INDIGO
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.typeset.shapes import operators
from lohum_brief.visit.records import ChartRow, Form
from lohum_brief.visit.text import Text
from tests.charts.conftest import (
    GROUPS,
    LONG,
    NAMES,
    RECORDS,
    WIDTHS,
    boxes,
    chart,
    drawn,
    record,
    visit,
)

every = pytest.mark.parametrize("name", RECORDS)


def widths(langs: tuple[Lang, ...]) -> tuple[float, ...]:
    """A drawing in several languages stands across a page."""
    return WIDTHS if len(langs) == 1 else WIDTHS[-2:]


def extent(shape: Shape) -> tuple[float, float, float, float]:
    points = [(n[i], n[i + 1]) for _, n in shape.path for i in range(0, len(n), 2)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def areas(picture: Drawing, ink: str) -> list[tuple[float, float, float, float]]:
    return [extent(shape) for shape in picture.shapes if shape.fill == ink]


@every
@pytest.mark.parametrize("langs", GROUPS, ids="+".join)
def test_no_label_covers_another(name: str, langs: tuple[Lang, ...]) -> None:
    for width in widths(langs):
        for one, other in combinations(boxes(drawn(name, langs, width)), 2):
            assert not one.covers(other), (width, one, other)


@every
@pytest.mark.parametrize("langs", GROUPS, ids="+".join)
def test_no_label_is_cut_at_an_edge(name: str, langs: tuple[Lang, ...]) -> None:
    for width in widths(langs):
        picture = drawn(name, langs, width)
        for box in boxes(picture):
            assert box.left >= -0.1, (width, box)
            assert box.right <= width + 0.1, (width, box)
            assert box.bottom >= -0.1, (width, box)
            assert box.top <= picture.height + 0.1, (width, box)


@every
def test_a_drawing_is_as_wide_as_its_place_and_fits_a_page_on_its_side(name: str) -> None:
    for langs in GROUPS:
        for width in widths(langs):
            picture = drawn(name, langs, width)
            assert picture.width == width
            assert picture.height < 440


@every
def test_only_the_inks_of_the_house_have_a_colour(name: str) -> None:
    inks = set()
    for shape in drawn(name, ("hi",), 226.0).shapes:
        inks |= {shape.fill, *(hatch.ink for hatch in shape.hatches)}
        inks |= {shape.stroke.ink} if shape.stroke else set()
    assert {ink for ink in inks if ink.endswith("rg")} <= {INDIGO, COPPER}


@every
def test_all_languages_draw_the_same_data(name: str) -> None:
    """Bars and areas have the same sizes relative to one another, whatever room the words take."""
    drawings = [drawn(name, (lang,), 476.0) for lang in LANGS]
    assert len({len([s for s in picture.shapes if s.fill]) for picture in drawings}) == 1
    assert all(
        label.span.lang == lang
        for lang, picture in zip(LANGS, drawings, strict=True)
        for label in picture.labels
    )


@every
def test_equal_charts_give_equal_drawings(name: str) -> None:
    lettering = Lettering(FontRuler(), ("ja",))
    with look():
        assert drawing(chart(name), lettering, 226.0, [("ja", "alt")]) == drawn(
            name, ("ja",), 226.0
        )


NUMBERS = st.one_of(
    st.none(),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.decimals(-(10**12), 10**12, places=2),
    st.just(Decimal(0)),
)
ROWS = st.builds(
    ChartRow,
    name=st.sampled_from(["", "लिथियम", "x" * 200, LONG]),
    values=st.lists(NUMBERS, max_size=5).map(tuple),
    estimated=st.lists(st.integers(0, 6), max_size=3).map(tuple),
    at=st.lists(st.decimals(-(10**6), 10**6), max_size=5).map(tuple),
    part=st.integers(0, 4),
    target=NUMBERS,
    mineral=st.sampled_from([None, "lithium", "cobalt", "nobody"]),
)


@given(
    form=st.sampled_from([form for form in get_args(Form) if form != "timeline"]),
    names=st.lists(st.sampled_from(["2024", "FY2025", "", "name", LONG, *NAMES]), max_size=5).map(
        tuple
    ),
    rows=st.lists(ROWS, max_size=4).map(tuple),
    target=NUMBERS,
)
def test_whatever_a_record_holds_is_drawn_within_its_edges_or_not_at_all(
    form: str, names: tuple[Text | str, ...], rows: tuple[ChartRow, ...], target: Decimal | None
) -> None:
    found = shaped(record(form, names=names, rows=rows, target=target), visit())
    if found is None:
        return
    lettering = Lettering(FontRuler(), ("en",))
    with look():
        picture = drawing(found, lettering, 226.0, [("en", told(found, lettering, "en"))])
    assert operators(picture.shapes).isascii()
    for box in boxes(picture):
        assert box.left >= -0.1
        assert box.right <= 226.1
        assert box.bottom >= -0.1
        assert box.top <= picture.height + 0.1


def test_bars_are_as_long_as_their_values() -> None:
    rows = (ChartRow(name="x", values=(Decimal(10), Decimal(40), Decimal("2.5"))),)
    found = shaped(record("bar", names=("a", "b", "c"), rows=rows), visit())
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), ("en",)), 300.0, [("en", "")])
    widths = [right - left for left, _, right, _ in areas(picture, INDIGO)]
    assert widths[1] / widths[0] == pytest.approx(4)
    assert widths[0] / widths[2] == pytest.approx(4)


def test_bars_below_nothing_go_the_other_way() -> None:
    bars = areas(drawn("bars below nothing", ("en",), 300.0), INDIGO)
    zero = next(left for left, _, right, _ in reversed(bars) if right - left > 1)
    assert [right <= zero + 0.01 for _, _, right, _ in bars[:4]] == [True] * 4


def bars_of(form: Form, values: tuple[int, ...], lang: Lang = "en", **more: Any) -> Drawing:
    """A drawing of one series."""
    names = tuple(f"n{i}" for i in range(len(values)))
    chart = record(
        form, names=names, rows=(ChartRow(name="x", values=tuple(map(Decimal, values))),), **more
    )
    found = shaped(chart, visit())
    assert found is not None
    with look():
        return drawing(found, Lettering(FontRuler(), (lang,)), 300.0, [(lang, "")])


def test_a_stack_goes_below_nothing_too() -> None:
    rows = (
        ChartRow(name="a", values=(Decimal(5), Decimal(-3))),
        ChartRow(name="b", values=(Decimal(-2), Decimal(-4))),
    )
    found = shaped(record("stacked", names=("x", "y"), rows=rows), visit())
    assert found is not None
    assert found.extremes == (Decimal(-7), Decimal(5))
    with look():
        picture = drawing(found, Lettering(FontRuler(), ("en",)), 300.0, [("en", "")])
    first, second = (
        [extent(shape) for shape in picture.shapes if shape.fill == ink and len(shape.path) > 3]
        for ink in dict.fromkeys(shape.fill for shape in picture.shapes if shape.fill)
    )
    up, down = first[0], first[1]
    unit = (up[3] - up[1]) / 5
    assert down[3] == pytest.approx(up[1])  # both begin at nothing
    assert down[3] - down[1] == pytest.approx(3 * unit, abs=0.01)
    under, last = second[0], second[1]
    assert under[3] == pytest.approx(up[1])
    assert last[3] == pytest.approx(down[1])  # on what is below nothing already
    assert last[3] - last[1] == pytest.approx(4 * unit, abs=0.01)


@pytest.mark.parametrize(("value", "share"), [(95, 0.95), (40, 0.4), (3, 0.03)])
def test_a_gauge_of_percentages_ends_at_100(value: int, share: float) -> None:
    rows = (ChartRow(name="x", values=(Decimal(value),)),)
    found = shaped(record("gauge", unit="%", rows=rows), visit())
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), ("en",)), 300.0, [("en", "")])
    track, bar = (extent(shape) for shape in picture.shapes if shape.fill)
    assert (bar[2] - bar[0]) / (track[2] - track[0]) == pytest.approx(share)


@pytest.mark.parametrize("lang", LANGS)
def test_a_gauge_beyond_100_marks_where_the_whole_ends_on_one_scale(lang: Lang) -> None:
    rows = tuple(ChartRow(name="x", values=(Decimal(value),)) for value in (125, 40))
    found = shaped(record("gauge", unit="%", rows=rows), visit())
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), (lang,)), 300.0, [(lang, "")])
    track, bar, _, other = (extent(shape) for shape in picture.shapes if shape.fill)
    assert bar[2] - bar[0] == pytest.approx(track[2] - track[0])
    assert other[2] - other[0] == pytest.approx(300 * 40 / 125)
    upright = [extent(shape)[0] for shape in picture.shapes if shape.stroke and not shape.fill]
    assert upright == [pytest.approx(300 * 100 / 125)] * 4  # two of them with white beside them
    at = [label for label in picture.labels if label.span.text.replace("\u00a0", "") == "100%"]
    assert len(at) == 2


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    ("values", "unit"), [((-12,), "%"), ((-12, 5), "%"), ((-12, -3), "t"), ((40, 250), "%")]
)
def test_bars_below_nothing_or_above_100_have_a_scale_that_says_how_long_they_are(
    values: tuple[int, ...], unit: str, lang: Lang
) -> None:
    picture = bars_of("bar", values, unit=unit, lang=lang)
    scale = {
        float(label.span.text.replace("\u2212", "-")): (box.left + box.right) / 2
        for label, box in zip(picture.labels, boxes(picture), strict=True)
        if label.span.style.ink == GREY
    }
    assert 0 in scale
    low, high = min(scale), max(scale)
    assert low <= min(values)
    assert high >= max(values)
    unit_length = (scale[high] - scale[low]) / (high - low)
    bars = areas(picture, INDIGO)
    lengths = sorted(right - left for left, _, right, _ in bars)
    assert lengths == pytest.approx(sorted(abs(one) * unit_length for one in values), abs=1.5)
    zero = scale[0.0]
    for left, _, right, _ in bars:
        below = left < zero - 2
        assert (right if below else left) == pytest.approx(zero, abs=2)
    assert sum(left < zero - 2 for left, _, _, _ in bars) == sum(one < 0 for one in values)
    if max(values) < 0:  # nor is a bar as long as all there is
        assert max(lengths) < scale[high] - scale[low]


@pytest.mark.parametrize(("values", "share"), [((90, 95), 0.95), ((2, 3), 1.0)])
def test_bars_of_percentages_are_measured_against_100_unless_all_are_small(
    values: tuple[int, ...], share: float
) -> None:
    percentages, amounts = bars_of("bar", values, unit="%"), bars_of("bar", values, unit="t")
    lengths = [
        max(right - left for left, _, right, _ in areas(one, INDIGO))
        for one in (percentages, amounts)
    ]
    assert lengths[0] / lengths[1] == pytest.approx(share, abs=0.01)


def test_one_beside_a_billion_is_not_nothing() -> None:
    texts = [label.span.text for label in bars_of("bar", (1, 10**12)).labels]
    assert "1" in texts
    assert "0" not in texts
    assert "1,000,000,000,000" in texts


@pytest.mark.parametrize("form", ["bar", "column", "line", "heat", "gauge"])
def test_the_values_of_a_series_have_no_more_decimals_than_its_column_and_none_of_others(
    form: Form,
) -> None:
    values = tuple(map(Decimal, ("205", "255.448", "1.5")))
    if form == "gauge":
        rows = tuple(ChartRow(name=str(i), values=(value,)) for i, value in enumerate(values))
    else:
        rows = (ChartRow(name="x", values=values),)
    found = shaped(
        record(form, names=() if form == "gauge" else ("a", "b", "c"), rows=rows), visit()
    )
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), ("en",)), 476.0, [("en", "")])
    texts = [label.span.text for label in picture.labels]
    assert in_common(values) == 1
    assert {"205", "255.4", "1.5"} <= {*texts}


def test_a_value_without_neighbours_is_a_point() -> None:
    values = [Decimal(i) for i in range(30)]
    lonely: list[Decimal | None] = [*values]
    lonely[3:6] = [None, Decimal(40), None]
    names = tuple(str(1990 + i) for i in range(30))
    counts = []
    for row in (values, lonely):
        found = shaped(
            record("line", names=names, rows=(ChartRow(name="x", values=tuple(row)),)), visit()
        )
        assert found is not None
        with look():
            picture = drawing(found, Lettering(FontRuler(), ("en",)), 300.0, [("en", "")])
        counts.append(
            sum(any(operator == "c" for operator, _ in shape.path) for shape in picture.shapes)
        )
    assert counts == [0, 1]


def test_no_two_series_have_one_tone() -> None:
    rows = tuple(ChartRow(name=str(i), values=(Decimal(i + 1),)) for i in range(16))
    mixed = (
        *(ChartRow(name=str(i), values=(Decimal(1),), mineral="lithium") for i in range(3)),
        *(ChartRow(name=str(i), values=(Decimal(1),)) for i in range(6)),
    )
    for of in (rows, mixed):
        found = shaped(record("bar", names=("x",), rows=of), visit())
        assert found is not None
        assert len({row.tone for row in found.rows}) == len(of)


def test_numbers_go_with_the_words_before_them() -> None:
    lettering = Lettering(FontRuler(), ("en",))
    assert lettering.printed("Congo no. 12", "en") == "Congo no.\u00a012"
    assert lettering.printed("mine no. 1 of two", "en") == "mine no.\u00a01 of two"
    assert lettering.printed("two words", "en") == "two words"


def test_a_gauge_says_the_unit_of_each_value() -> None:
    texts = [label.span.text for label in drawn("gauge", ("en",), 388.0).labels]
    assert any(text.endswith("billion\u00a0t/year") or "t/year" in text for text in texts)
    assert sum("t/year" in text for text in texts) == 4  # two values, two targets


def test_names_that_have_no_room_below_are_listed_by_numbers() -> None:
    names = tuple(Text(hi=LONG["hi"], en=f"{LONG['en']} {i}", ja=LONG["ja"]) for i in range(12))
    rows = tuple(
        ChartRow(name=str(k), values=tuple(Decimal(i + k) for i in range(12))) for k in range(3)
    )
    found = shaped(record("heat", names=names, rows=rows), visit())
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), ("en",)), 226.0, [("en", "")])
    labels = [label for label in picture.labels if label.span.text.startswith("International")]
    assert len({label.x for label in labels}) == 1  # one below the other, no staircase
    assert picture.height < 300


def test_estimates_are_dashed_hollow_and_marked() -> None:
    picture = drawn("line", ("en",), 476.0)
    strokes = [shape.stroke for shape in picture.shapes if shape.stroke]
    dashed = [one for one in strokes if one.dash and one.width > 1]
    hollow = [shape for shape in picture.shapes if shape.fill == "1 g" and shape.stroke]
    assert len(dashed) == 2  # from 2023 to 2024 and on to 2025
    assert len(hollow) == 2
    assert any("※" in label.span.text for label in picture.labels)


def test_a_line_has_a_gap_where_there_is_no_value() -> None:
    values = (Decimal(1), Decimal(2), None, Decimal(3), Decimal(4))
    found = shaped(
        record("line", names=tuple("abcde"), rows=(ChartRow(name="x", values=values),)), visit()
    )
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), ("en",)), 300.0, [("en", "")])
    lines = [s for s in picture.shapes if s.stroke and s.stroke.width == 1.4]
    assert len(lines) == 2


def test_shares_say_how_much_of_the_world_each_has() -> None:
    texts = [label.span.text for label in drawn("share", ("en",), 226.0).labels]
    assert any(text.startswith("25% ·\u00a01.23") for text in texts)  # 1,234,000 of 5,000,000
    assert "Others" in texts


def test_numbers_have_the_form_of_their_language() -> None:
    said = {
        lang: " ".join(
            label.span.text for label in drawn("bars of a series", (lang,), 226.0).labels
        )
        for lang in LANGS
    }
    assert "12.3" in said["hi"]  # lakh
    assert "123" in said["ja"]  # 万
    assert "1.23" in said["en"]  # million


def test_languages_that_count_by_different_units_share_full_numbers() -> None:
    said = [label.span.text for label in drawn("bars of a series", ("hi", "ja"), 476.0).labels]
    assert said.count("1,234,074") == 1  # once for both, as what no language owns is grouped
    assert "12,34,074" not in said


def test_neighbours_in_a_stack_are_told_apart_in_grey() -> None:
    for one, other in pairwise(SEQUENCE):
        assert abs(one.lightness - other.lightness) >= 15, (one, other)


def test_minerals_look_different_from_one_another() -> None:
    for (_, one), (_, other) in combinations(MINERALS.items(), 2):
        assert one != other
        assert (
            abs(one.lightness - other.lightness) >= 15
            or one.hatch != other.hatch
            or (one.fill != other.fill)
        )


def test_a_mineral_has_the_same_tone_in_all_charts() -> None:
    flow = {row.name["en"].split()[0]: row.tone for row in chart("flow").rows}
    panels = {row.name["en"].split()[0]: row.tone for row in chart("multiples").rows}
    assert flow["Li"] == panels["lithium"] == chart("share").rows[0].tone == MINERALS["Li"]
    assert flow["Fe"] not in MINERALS.values()


def test_readings_are_not_printed_in_charts() -> None:
    lettering = Lettering(FontRuler(), ("ja",))
    assert (
        lettering.block({"ja": "鉱物《こうぶつ》"}).lines[0].pieces[0].text
        == plain("鉱物《こうぶつ》")
        == "鉱物"
    )


def test_devanagari_digits_are_a_wish_of_the_pack() -> None:
    block = Lettering(FontRuler(), ("hi",), devanagari=True).block({"hi": "12 टन"})
    assert block.lines[0].pieces[0].text == "१२ टन"


def test_lines_are_dark_enough_for_a_copier() -> None:
    for tone in (*SEQUENCE, *MINERALS.values(), *BESIDE, PALE):
        assert max(tone.line) <= 0.62, tone  # copper is no darker, in red only
        assert sum(tone.line) / 3 <= 0.5, tone


def test_numbers_on_a_heat_map_have_contrast() -> None:
    for number in range(101):
        level = number / 100
        light = grey_luminance(level)
        ink = 1.0 if level < _DARK else 0.0
        assert (max(light, ink) + 0.05) / (min(light, ink) + 0.05) >= 4.5


def grey_luminance(level: float) -> float:
    return level / 12.92 if level <= 0.04045 else ((level + 0.055) / 1.055) ** 2.4


@pytest.mark.parametrize("langs", GROUPS, ids="+".join)
def test_hairlines_stop_before_what_is_written(langs: tuple[Lang, ...]) -> None:
    rows = (ChartRow(name="x", values=(Decimal("7.7"), Decimal("0.3"))),)
    found = shaped(record("column", names=("a", "b"), rows=rows), visit())
    assert found is not None
    with look():
        canvas = standing(found, Lettering(FontRuler(), langs), 476.0)
    level = next(
        y
        for y, _, _ in canvas._hairlines
        if any(b + 1.5 < y < t - 1.5 and x > 20 for x, b, _, t in canvas._boxes)
    )
    gaps = [*canvas._unwritten(level, 20.0, 476.0)]
    assert len(gaps) > 1
    written = [(x, r) for x, b, r, t in canvas._boxes if b + 1.5 < level < t - 1.5]
    assert not any(low < r and high > x for low, high in gaps for x, r in written)


def test_names_of_one_axis_have_one_size() -> None:
    for name in ("columns", "stacked, long names", "bars"):
        names = {word for words in chart(name).names for word in words["hi"].split()}
        drawing = drawn(name, ("hi",), 388.0)
        assert (
            len(
                {
                    label.span.style.size
                    for label in drawing.labels
                    if names & {*label.span.text.split()}
                }
            )
            == 1
        )


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_stands_beside_the_dots_of_a_timeline_but_lines(width: float) -> None:
    """A date there would be read with the dot at its height, which is that of another event."""
    drawing = drawn("timeline", ("en",), width)
    dots = [
        extent(shape)
        for shape in drawing.shapes
        if any(operator == "c" for operator, _ in shape.path)
    ]
    right = max(box[2] for box in dots)
    assert dots
    assert all(label.x > right + 10 for label in drawing.labels)
    dates = list(chart("timeline").rows[0].names)
    at = {label.span.text.replace("\u00a0", " "): label.y for label in drawing.labels}
    assert [at[date["en"]] for date in dates] == sorted(
        (at[date["en"]] for date in dates), reverse=True
    )


@pytest.mark.parametrize("lang", LANGS)
def test_cells_of_a_table_by_darkness_are_rounded_alike_and_get_no_decimals(lang: Lang) -> None:
    rows = (
        ChartRow(name="x", values=(Decimal("12345.6"), Decimal(2))),
        ChartRow(name="y", values=(Decimal("3.25"), Decimal(40))),
    )
    found = shaped(record("heat", names=("a", "b"), rows=rows), visit())
    assert found is not None
    with look():
        picture = drawing(found, Lettering(FontRuler(), (lang,)), 300.0, [(lang, "")])
    assert {label.span.text for label in picture.labels} >= {"12,345.6", "2", "3.25", "40"}
