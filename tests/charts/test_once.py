"""One drawing for several languages: each has its column, what no language owns stands once."""

from decimal import Decimal
from itertools import pairwise

import pytest

from lohum_brief.charts.columns import aligned
from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.lettering import Lettering
from lohum_brief.document.drawings import Drawing, Label
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import ChartRow
from lohum_brief.visit.text import Text
from tests.charts.conftest import NAMES, RECORDS, boxes, drawn, record, visit
from tests.packs.conftest import text

WIDTH = 476.0
SEVERAL: list[tuple[Lang, ...]] = [("hi", "ja"), ("en", "hi"), ("hi", "en", "ja")]
several = pytest.mark.parametrize("langs", SEVERAL, ids="+".join)
every = pytest.mark.parametrize("name", RECORDS)


def labels(name: str, langs: tuple[Lang, ...]) -> tuple[Label, ...]:
    return drawn(name, langs, WIDTH).labels


def said(name: str, langs: tuple[Lang, ...]) -> list[str]:
    return [label.span.text.replace("\u00a0", " ") for label in labels(name, langs)]


def of_rows(form: str, langs: tuple[Lang, ...], **more: object) -> Drawing:
    found = shaped(record(form, **more), visit())
    assert found is not None
    with look():
        return drawing(found, Lettering(FontRuler(), langs), WIDTH, [(one, "") for one in langs])


@several
@pytest.mark.parametrize(
    "name", ["bar", "bars", "bars of a series", "shares", "stacked, long names"]
)
def test_names_of_bars_stand_in_a_column_for_each_language(
    name: str, langs: tuple[Lang, ...]
) -> None:
    lefts = []
    for lang in langs:
        own = {text_of[lang] for text_of in NAMES}
        found = [label.x for label in labels(name, langs) if label.span.text in own]
        assert len(found) > 3
        assert len({round(x, 2) for x in found}) == 1
        lefts.append(found[0])
    assert lefts[0] == 0
    assert all(one + 20 < other for one, other in pairwise(lefts))


@several
def test_a_value_and_its_share_stand_at_the_bar_once(langs: tuple[Lang, ...]) -> None:
    assert said("bars of a series", langs).count("1,234,074") == 1
    assert said("share", langs).count("25% · 1,234,074") == 1
    assert said("flow", langs).count("29 · 19%") == 1
    assert said("flow", langs).count("151") == 1
    assert said("lines of places", langs).count("1,234,074 ※") == 1


@several
def test_a_gauge_has_one_number_and_its_unit_in_each_language(langs: tuple[Lang, ...]) -> None:
    found = said("gauge", langs)
    assert found.count("25,000") == 2  # two gauges
    for lang, unit in (("hi", "टन/वर्ष"), ("en", "t/year"), ("ja", "トン/年")):
        assert found.count(unit) == (4 if lang in langs else 0)


def test_one_language_has_its_own_forms() -> None:
    assert "1,234,074" not in said("bars of a series", ("hi",))  # 12.3, in lakhs
    assert "29（19%）" in " ".join(said("flow", ("ja",)))


def test_what_two_of_three_write_alike_stands_once() -> None:
    found = said("columns over years", LANGS)
    assert [found.count(one) for one in ("2023", "2023年")] == [1, 1]


@several
@every
def test_letters_and_lines_are_large_and_dark_enough_for_a_copy(
    name: str, langs: tuple[Lang, ...]
) -> None:
    found = drawn(name, langs, WIDTH)
    assert min(label.span.style.size for label in found.labels) >= 6.9
    for shape in found.shapes:
        if shape.stroke:
            assert shape.stroke.width >= 0.4
            level, *others, _ = shape.stroke.ink.split()
            assert others or float(level) <= 0.5 or float(level) == 1, shape.stroke


@several
@every
def test_nothing_covers_anything(name: str, langs: tuple[Lang, ...]) -> None:
    found = [*boxes(drawn(name, langs, WIDTH))]
    for i, one in enumerate(found):
        assert one.left >= -0.5, one
        assert one.right <= WIDTH + 0.5, one
        for other in found[i + 1 :]:
            assert not one.covers(other), (one, other)


@pytest.mark.parametrize("form", ["heat", "line", "area"])
def test_long_names_below_an_axis_make_no_stairs(form: str) -> None:
    long = Text(hi="लंबा नाम", en="International transfer of technology", ja="長い名称")
    names = tuple(
        Text(hi=f"{long['hi']} {i}", en=f"{long['en']} {i}", ja=long["ja"]) for i in range(6)
    )
    rows = tuple(
        ChartRow(name=text(f"{k}"), values=tuple(Decimal(i + k) for i in range(6)))
        for k in range(3)
    )
    found = of_rows(form, ("hi", "en"), names=names, rows=rows)
    own = [label for label in found.labels if label.span.text.startswith("International")]
    lefts = {round(label.x, 1) for label in own}
    levels = {round(label.y, 1) for label in own}
    # In a list: columns and rows, not each name lower than the one before it.
    assert len(lefts) * len(levels) == len(own) == 6


def test_languages_without_room_beside_one_another_stand_below_one_another() -> None:
    lettering = Lettering(FontRuler(), LANGS)
    rows = [({one: name[one] for one in LANGS}, dict.fromkeys(LANGS, "5")) for name in NAMES]
    beside, below = aligned(lettering, rows), aligned(lettering, rows, 110.0)
    assert {len(block.lines) for block in beside} == {1}
    assert {len(block.lines) for block in below} == {3}
    for blocks in (beside, below):
        assert len({block.width for block in blocks}) == 1
        assert all(
            sum(piece.text == "5" for piece in block.lines[0].pieces) == 1 for block in blocks
        )
    assert max(block.width for block in below) <= 110
