"""Series of a chart are told apart in colour, in grey and by a copier that knows black and white."""

from itertools import combinations

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given
from matplotlib.markers import MarkerStyle

from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.faults import faults, undrawable
from lohum_brief.charts.lettering import Lettering
from lohum_brief.charts.tones import MINERALS, SIGNS, TONES, alike, apart, tone_of
from lohum_brief.document.drawings import Drawing
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say, use
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Chart
from tests.charts.conftest import _rows, record, visit

MANY = 40
"""Points of a line of which only some are shown."""
ROOMY = 476.0


def series(form: str, count: int, length: int = 4) -> Chart:
    if form == "scatter":
        rows = _rows(count, length)
        return record(form, rows=_rows(count, length, at=rows[0].values))
    names = tuple(str(2000 + i) for i in range(length))
    return record(form, names=names, rows=_rows(count, length))


def drawn(of: Chart, lang: Lang) -> Drawing:
    chart = shaped(of, visit())
    assert chart is not None
    with look():
        return drawing(chart, Lettering(FontRuler(), (lang,)), ROOMY, [(lang, "alt")])


def signs(picture: Drawing) -> list[int]:
    """How often each of the small filled marks is drawn; what differs in form is not the same."""
    forms: list[tuple[str, list[float]]] = []
    counts: list[int] = []
    for shape in picture.shapes:
        xs = [n[i] for _, n in shape.path for i in range(0, len(n), 2)]
        ys = [n[i] for _, n in shape.path for i in range(1, len(n), 2)]
        size = max(max(xs) - min(xs), max(ys) - min(ys))
        if not shape.fill or size > 6 or len(shape.path) < 3:
            continue
        left, foot = min(xs), min(ys)
        orders = "".join(order for order, _ in shape.path)
        points = [(x - left) / size for x in xs] + [(y - foot) / size for y in ys]
        for place, (known, at) in enumerate(forms):
            if known == orders and all(abs(a - b) < 0.1 for a, b in zip(at, points, strict=True)):
                counts[place] += 1
                break
        else:
            forms.append((orders, points))
            counts.append(1)
    return counts


def covered(sign: str) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    style = MarkerStyle(sign)
    path = style.get_path().transformed(style.get_transform())
    along = np.linspace(-0.8, 0.8, 81)
    return path.contains_points(np.stack(np.meshgrid(along, along), -1).reshape(-1, 2))


def test_no_two_signs_cover_nearly_the_same() -> None:
    for one, other in combinations(SIGNS, 2):
        either, both = covered(one) | covered(other), covered(one) & covered(other)
        assert both.sum() < 0.8 * either.sum(), (one, other)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("form", "length"), [("line", 4), ("line", MANY), ("scatter", 4)])
def test_each_series_has_its_own_sign_in_the_drawing_and_beside_its_name(
    form: str, length: int, lang: Lang
) -> None:
    found = signs(drawn(series(form, len(SIGNS), length), lang))
    assert len(found) == len(SIGNS)
    assert min(found) > 2  # on more than one of its points, and beside the name


@pytest.mark.parametrize(
    ("form", "most"), [("line", len(SIGNS)), ("scatter", len(SIGNS)), ("area", TONES)]
)
def test_more_series_are_never_drawn_and_a_check_says_how_many_can_be(form: str, most: int) -> None:
    assert not list(undrawable(series(form, most), visit()))
    fault = list(undrawable(series(form, most + 1), visit()))
    assert [field for field, _ in fault] == ["rows"]
    assert fault[0] in list(faults(series(form, most + 1), visit()))
    for lang in LANGS:
        use(lang)
        assert str(most + 1) in say(fault[0][1])
        assert str(most) in say(fault[0][1]).replace(str(most + 1), "")


@given(st.lists(st.sampled_from(["", *MINERALS]), min_size=1, max_size=TONES))
def test_no_tone_is_like_another_once_it_is_grey(symbols: list[str]) -> None:
    among = any(symbols)
    tones = apart([tone_of(i, symbol, among=among) for i, symbol in enumerate(symbols)])
    for one, other in combinations(tones, 2):
        assert not alike(one, other), (one, other)
    for symbol in set(symbols) - {""}:
        assert tones[symbols.index(symbol)] == MINERALS[symbol]
