"""Change over time: lines and areas.

What is estimated is dashed, hollow and marked.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise
from typing import Any, Final

from lohum_brief.charts.axis import Axis, plot
from lohum_brief.charts.bars import beside
from lohum_brief.charts.below import Below
from lohum_brief.charts.canvas import Canvas, baseline, inked, pointed
from lohum_brief.charts.chart import ESTIMATED, Chart, Row, Words, whole_scale, years
from lohum_brief.charts.columns import aligned, named
from lohum_brief.charts.keys import APART, ASIDE, Key, height_aside, keyed, width_aside
from lohum_brief.charts.lettering import Block, Lettering, Scale, spread
from lohum_brief.charts.tones import SIGNS, WHITE, grey, parted
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP

_PAD: Final = 4.0
_MANY: Final = 24
"""Points that are shown on a line, not more."""
_SOME: Final = 12
"""Points of a longer line that are shown to tell which it is."""
_SLICE, _ALONE = 0.014, 0.3
"""Shares of the scale of time that a value without neighbours has as a layer.

The second is for the only value that there is.
"""
_FADED: Final = grey(0.93)


def lines(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw a line for each row, named at its end.

    With a single one its first, highest and last values are named instead.
    """
    scale = lettering.scale_of(chart)
    axis = Axis(_ticks(chart, lettering), lettering, scale)
    key, ends = _named_lines(chart, lettering, scale, width)
    right = width_aside(ends, 10.0)
    aim = _aim(chart, lettering, scale, width - right - axis.width - 4)
    below = Below(chart, lettering, axis.width, width - right, width)
    over = max(14.0, aim.height + 4)
    height = below.height + max(plot(width), height_aside(ends)) + over
    canvas = keyed(key, width, height, lettering, SIGNS)
    foot, top = below.height, height - over
    axes = canvas.axes(axis.width, foot, width - right, top, below.limits, axis.limits)
    height_of = axis.scaled(foot, top)
    axis.put(canvas, axes, foot, top)
    below.put(canvas)

    if chart.target is not None:
        axes.axhline(float(chart.target), color=grey(0.3), linewidth=0.9, dashes=(2, 2))
        canvas.put(aim, axis.width + 2, height_of(float(chart.target)) + aim.height / 2 + 1)
    filled = len(chart.rows) < 2 and axis.limits[0] == 0
    for number, row in enumerate(chart.rows):
        trace(axes, row, below.xs, number, filled=filled, among=len(chart.rows) > 1)
    baseline(axes, y=max(axis.limits[0], 0.0))
    if ends:
        _put_ends(canvas, chart.rows, ends, height_of, foot - _PAD, height, width - right)
    elif len(chart.rows) < 2:
        span = (axis.width, width, foot)
        _name_points(canvas, chart.rows[0], scale, below, height_of, span)
    return canvas


def _name_points(
    canvas: Canvas,
    row: Row,
    scale: Scale,
    below: Below,
    height_of: Callable[[float], float],
    span: tuple[float, float, float],
) -> None:
    """Name the first, highest and last values of the only line there is."""
    heights = [height_of(float(value or 0)) for value in row.values]
    name_points(canvas, "", row, scale, [below.at(x) for x in below.xs], heights, span)


def _named_lines(
    chart: Chart, lettering: Lettering, scale: Scale, width: float
) -> tuple[Key | None, list[Block]]:
    """Return the names of several lines, for their ends or in a key."""
    if len(chart.rows) < 2:
        return None, []
    parts = [_ending(chart, row, lettering, scale) for row in chart.rows]
    said = [_joined_words(lettering, *part) for part in parts]
    if len(lettering.langs) == 1:
        ends = lettering.blocks(said, width * 0.28)
    else:
        ends = aligned(lettering, parts, width * 0.32)
    tall = height_aside(ends)
    fit = tall <= 2 * plot(width) and all(block.whole for block in ends)
    if lettering.allows("names at ends", fits=fit):
        return None, ends
    # So many would make the chart as high as a page: they stand above it.
    named = [row._replace(name=name) for row, name in zip(chart.rows, said, strict=True)]
    return Key(named, lettering, width), []


def _put_ends(
    canvas: Canvas,
    rows: Sequence[Row],
    ends: Sequence[Block],
    height_of: Callable[[float], float],
    low: float,
    high: float,
    x: float,
) -> None:
    """Put the names of lines at their ends, moved apart where they would overlap."""
    lasts = [_last(row) for row in rows]
    order = sorted(range(len(lasts)), key=lambda i: -lasts[i][1])
    heights = [ends[i].height + APART for i in order]
    ys = spread([height_of(lasts[i][1]) for i in order], heights, low, high)
    for i, y in zip(order, ys, strict=True):
        canvas.sign(x + 10, y, rows[i].tone, SIGNS[i])
        canvas.put(ends[i], x + ASIDE, y)


def _ending(chart: Chart, row: Row, lettering: Lettering, scale: Scale) -> tuple[Words, Words]:
    """Return a row's name, with when its last value was where others go on, and that value."""
    last, _ = _last(row)
    value = row.values[last] if row.values else None
    if value is None:
        return row.name, {}
    mark = f"{NBSP}{ESTIMATED}" if last in row.estimated else ""
    said = lettering.number(value, scale, about=row.about(last), suffix=mark, digits=row.decimals)
    when = years(chart.names)[last] if last < len(row.values) - 1 else {}
    told = {
        lang: row.name.get(lang, "")
        + (LANGUAGES[lang].punctuation.aside(when[lang]) if when.get(lang) else "")
        for lang in lettering.langs
    }
    return told, said


def _joined_words(lettering: Lettering, name: Words, said: Words) -> Words:
    """Return a name and its value in each language."""
    out: Words = {}
    for lang in lettering.langs:
        parts = [part for part in (name.get(lang, ""), said.get(lang, "")) if part]
        out[lang] = LANGUAGES[lang].punctuation.colon.replace(" ", NBSP).join(parts)
    return out


def _ticks(chart: Chart, lettering: Lettering) -> tuple[Decimal, ...]:
    """Return the ticks of the scale.

    It begins at nothing, unless all values lie close together far from it.
    """
    low, high = min(chart.counted), max(chart.counted)
    if low > 0 and low < high * Decimal("0.7"):
        low = Decimal(0)
    high = whole_scale(chart.unit, high)
    return lettering.steps(
        min(low, Decimal(0)) if low <= 0 else low, high if high > low else low + 1, chart.unit
    )


def _aim(chart: Chart, lettering: Lettering, scale: Scale, width: float) -> Block:
    """Return how the target is called, and how much it is; nothing without one."""
    if chart.target is None:
        return lettering.block({})
    number = lettering.number(chart.target, scale, about=chart.target_about)
    if len(lettering.langs) > 1:
        return aligned(lettering, [(chart.aim, number)], width * 0.6)[0]
    return lettering.block(
        {
            lang: f"{chart.aim.get(lang, '')}{NBSP}{number[lang]}".strip(NBSP)
            for lang in lettering.langs
        },
        width * 0.6,
    )


def _last(row: Row) -> tuple[int, float]:
    return next(
        ((i, float(value)) for i, value in reversed([*enumerate(row.values)]) if value is not None),
        (0, 0.0),
    )


_Points = list[tuple[float, float, int]]
"""Where values stand, and which they are of their row."""


def trace(
    axes: Any,
    row: Row,
    xs: Sequence[float],
    number: int,
    *,
    filled: bool,
    among: bool = False,
) -> None:
    """Draw a row's line: dashed to and from estimates, with a gap where there is nothing.

    `among` others it always has signs, for its tone alone does not tell which it is.
    """
    points = [
        (x, float(value), i)
        for i, (x, value) in enumerate(zip(xs, row.values, strict=True))
        if value is not None
    ]
    if filled:
        _fill(axes, points)
    _join(axes, points, row)
    for hollow in (False, True):
        own = [
            (x, y)
            for x, y, i in _marked(points, row, among=among)
            if (i in row.estimated) == hollow
        ]
        if own:
            xs_of, ys_of = zip(*own, strict=True)
            sign = SIGNS[number]
            axes.plot(xs_of, ys_of, **pointed(row.tone, sign, hollow=hollow, size=3.2))


def _join(axes: Any, points: _Points, row: Row) -> None:
    """Draw the line from each value to the next."""
    for (x0, y0, i), (x1, y1, k) in pairwise(points):
        if k == i + 1:
            guess: dict[str, Any] = {"dashes": (2.6, 1.8)} if {i, k} & row.estimated else {}
            axes.plot([x0, x1], [y0, y1], color=row.tone.line, **guess, clip_on=False)


def _fill(axes: Any, points: _Points) -> None:
    """Fill what is below the line, as far as it has no gap."""
    for _, group in groupby(enumerate(points), lambda one: one[1][2] - one[0]):
        xs, ys, _ = zip(*(point for _, point in group), strict=True)
        if len(xs) > 1:
            axes.fill_between(xs, ys, 0, facecolor=_FADED)


def _marked(points: _Points, row: Row, *, among: bool) -> _Points:
    """Return the points that have a sign: of many only estimates, those to which no line leads,
    and `among` others some along the line.
    """
    if len(points) <= _MANY:
        return points
    there = {i for _, _, i in points}
    some = {i for _, _, i in points[:: -(-len(points) // _SOME)]} if among else set[int]()
    return [
        (x, y, i) for x, y, i in points if i in row.estimated | some or not {i - 1, i + 1} & there
    ]


def name_points(
    canvas: Canvas,
    which: str,
    row: Row,
    scale: Scale,
    xs: Sequence[float],
    ys: Sequence[float],
    room: tuple[float, float, float],
) -> None:
    """Name the first, last and highest value.

    Where a name does not fit above its point it stands below, else nowhere. What has no room in one
    language is named in none; `which` of the small charts it is tells them apart.
    """
    left, right, foot = room
    for i, value in _telling(row):
        mark = f"{NBSP}{ESTIMATED}" if i in row.estimated else ""
        said = canvas.lettering.number(
            value, scale, about=row.about(i), suffix=mark, digits=row.decimals
        )
        block = canvas.lettering.block(said)
        half = block.width / 2
        x = min(max(xs[i], left + half), right - half)
        what = f"value {which} {i}"
        if not canvas.lettering.allows(what):
            continue
        placed = any(
            ys[i] + dy >= foot + 3.2  # digits do not go below their baseline
            and _clear(xs, ys, x - half, x + half, ys[i] + dy)
            and canvas.put_if_free(what, block, x, ys[i] + dy, "middle")
            for dy in (8.0, -8.0, 14.0, -14.0, 20.0)
        )
        canvas.lettering.allows(what, fits=placed)


def _telling(row: Row) -> list[tuple[int, Decimal]]:
    """Return the highest, the last and the first value with their places, each once."""
    known = [(i, value) for i, value in enumerate(row.values) if value is not None]
    if not known:
        return []
    highest = max(known, key=lambda one: one[1])
    return list(dict.fromkeys((highest, known[-1], known[0])))


def _clear(xs: Sequence[float], ys: Sequence[float], left: float, right: float, y: float) -> bool:
    """Return whether the line through the points stays clear of a label at that height."""
    for (x0, y0), (x1, y1) in pairwise(zip(xs, ys, strict=True)):
        begin, end = max(x0, left), min(x1, right)
        if begin <= end and x1 > x0:
            heights = [y0 + (x - x0) / (x1 - x0) * (y1 - y0) for x in (begin, end)]
            if min(heights) - 4.0 < y < max(heights) + 4.0:
                return False
    return True


def areas(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw layers on one another, named at the right."""
    rows = [chart.rows[i] for i in parted([row.tone for row in chart.rows])]
    scale = lettering.scale_of(chart)
    ticks = lettering.steps(Decimal(0), whole_scale(chart.unit, chart.extremes[1]), chart.unit)
    axis = Axis(ticks, lettering, scale)
    names = named(lettering, [row.name for row in rows], width * 0.26)
    key = None
    if not lettering.allows("names aside", fits=all(block.whole for block in names)):
        key, names = Key(rows, lettering, width), []
    right = width_aside(names, 10.0)
    below = Below(chart, lettering, axis.width, width - right, width)
    height = below.height + max(plot(width), height_aside(names)) + 8
    canvas = keyed(key, width, height, lettering)
    foot, top = below.height, height - 8
    limits = (below.xs[0], below.xs[-1]) if len(below.xs) > 1 else below.limits
    axes = canvas.axes(below.at(limits[0]), foot, below.at(limits[1]), top, limits, axis.limits)
    axis.put(canvas, axes, foot, top)
    below.put(canvas)
    _layers(axes, rows, below.xs, limits)
    baseline(axes, y=0.0)
    if names:
        beside(canvas, names, rows, axis.scaled(foot, top), width - right + 6)
    return canvas


def _layers(
    axes: Any, rows: Sequence[Row], xs: Sequence[float], limits: tuple[float, float]
) -> None:
    """Draw the layers between each two neighbours in time.

    What lacks a value at either end has no layer there, and those above rest on the ones that have.
    A value without neighbours is a narrow bar, for a layer cannot lead to it.
    """
    half = (limits[1] - limits[0]) * (_SLICE if len(xs) > 1 else _ALONE) / 2
    joined = [_joined(row) for row in rows]
    for number, row in enumerate(rows):
        look = {**inked(row.tone), "edgecolor": WHITE, "linewidth": 0.6}
        upto = [*zip(*joined[: number + 1], strict=True)]
        for under, group in groupby(range(len(upto)), upto.__getitem__):
            between = [*group]
            if under[-1]:
                span = range(between[0], between[-1] + 2)
                held = [one for one, there in zip(rows, under[:-1], strict=False) if there]
                axes.fill_between([xs[i] for i in span], *_layer(row, held, span), **look)
        for i in _alone(row, joined[number]):
            low = _height(rows[:number], i)
            high = low + float(row.values[i] or 0)
            middle = min(max(xs[i], limits[0] + half), limits[1] - half)
            axes.fill_between([middle - half, middle + half], [low] * 2, [high] * 2, **look)


def _joined(row: Row) -> list[bool]:
    """Return whether a layer leads from each value to the next."""
    return [one is not None and other is not None for one, other in pairwise(row.values)]


def _height(rows: Sequence[Row], i: int) -> float:
    """Return how high rows are together at a place."""
    return sum((float(row.values[i] or 0) for row in rows), 0.0)


def _layer(row: Row, held: Sequence[Row], span: Sequence[int]) -> tuple[list[float], list[float]]:
    """Return the lower and the upper edge of a layer that rests on others."""
    foot = [_height(held, i) for i in span]
    return foot, [low + float(row.values[i] or 0) for low, i in zip(foot, span, strict=True)]


def _alone(row: Row, joined: Sequence[bool]) -> Iterator[int]:
    """Yield the values without neighbours."""
    for i, value in enumerate(row.values):
        if value and not any(joined[max(i - 1, 0) : i + 1]):
            yield i
