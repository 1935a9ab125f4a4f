"""Charts of two scales or two lists: scattered pairs, and a table by darkness."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from lohum_brief.charts.along import steps_along
from lohum_brief.charts.axis import Axis, plot
from lohum_brief.charts.below import Below
from lohum_brief.charts.canvas import Canvas, pointed
from lohum_brief.charts.chart import Chart, Row, in_common
from lohum_brief.charts.columns import named
from lohum_brief.charts.keys import key_of
from lohum_brief.charts.lettering import Block, Lettering, Scale
from lohum_brief.charts.tones import SIGNS, WHITE, Tone, grey
from lohum_brief.document.style import GREY

_PAD: Final = 4.0
_CELL: Final = 17.0
_LIGHTEST, _DARKEST = 0.96, 0.22
_DARK: Final = 0.46
"""Levels below this have white numbers; on both sides of it numbers have a contrast of 4.5:1."""


def scatter(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw points of pairs, each series with a sign of its own."""
    ats = [value for row in chart.rows for value in row.at]
    scale, along = lettering.scale_of(chart), lettering.scale(())
    ys = lettering.steps(min(Decimal(0), *chart.counted), max(chart.counted), chart.unit)
    axis = Axis(ys, lettering, scale)
    key = key_of(chart.rows, lettering, width)
    across = lettering.block(chart.across, width) if chart.across else None
    xs, steps = steps_along(ats, lettering, along, width - axis.width)
    foot = steps[0].height + _PAD + (across.height if across else 0.0)
    height = foot + plot(width) + (key.height if key else 0.0) + 6
    top = foot + plot(width)
    canvas = Canvas(width, height, lettering)
    if key:
        key.put(canvas, height, SIGNS)
    left, right = max(axis.width, steps[0].width / 2), width - steps[-1].width / 2 - 2
    limits = float(xs[0]), float(xs[-1])
    axes = canvas.axes(left, foot, right, top, limits, axis.limits)
    axis.put(canvas, axes, foot, top)
    axes.spines["bottom"].set_visible(True)
    for x, block in zip(xs, steps, strict=True):
        at = left + (float(x) - limits[0]) / (limits[1] - limits[0]) * (right - left)
        canvas.put(block, at, foot - _PAD - block.height / 2, "middle", ink=GREY)
    if across:
        canvas.put(across, min(max(right, across.width), width), across.height / 2, "right")
    _put_points(axes, chart.rows)
    return canvas


def _put_points(axes: Any, rows: Sequence[Row]) -> None:
    for number, row in enumerate(rows):
        points = [
            (float(at), float(value))
            for at, value in zip(row.at, row.values, strict=False)
            if value is not None
        ]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        axes.plot(xs, ys, **pointed(row.tone, SIGNS[number]))


def _widest(lines: Sequence[Sequence[Block]]) -> float:
    return max((block.width for line in lines for block in line), default=0.0)


def heat(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw a table whose cells are the darker the larger.

    They hold their numbers or, where these have no room, have a key.
    """
    names = _names(chart, lettering, width)
    left = max(block.width for block in names) + _PAD + 2
    below = Below(chart, lettering, left, width, width, slots=True)
    scale = lettering.scale_of(chart)
    digits = in_common(chart.values)
    numbers = [_numbers(row, lettering, scale, digits) for row in chart.rows]
    room = (width - left) / len(chart.names) - 2
    fit = lettering.allows("numbers", fits=_widest(numbers) <= room)
    cell = max(_CELL, *(block.height for block in names))
    low, high = chart.extremes
    key = 0.0 if fit else _CELL
    canvas = Canvas(width, below.height + cell * len(names) + key, lettering)
    top = canvas.height - key
    count, rows = len(chart.names), len(names)
    axes = canvas.axes(left, below.height, width, top, (0, count), (rows, 0))
    below.put(canvas)
    levels = _levels(chart)
    axes.pcolormesh(levels, cmap="gray", vmin=0, vmax=1, edgecolor=WHITE, linewidth=0.7)
    for i, block in enumerate(names):
        y = top - (i + 0.5) * cell
        canvas.put(block, left - _PAD - 2, y, "right")
        for k, number in enumerate(numbers[i]):
            if fit or chart.rows[i].values[k] is None:
                ink = "1 g" if levels[i][k] < _DARK else "0 g"
                canvas.put(number, below.at(k), y, "middle", ink=ink)
    if not fit:
        _shades(canvas, left, low, high, scale)
    return canvas


def _names(chart: Chart, lettering: Lettering, width: float) -> list[Block]:
    """Return the names of rows, in a third of the width or somewhat more."""
    names = named(lettering, [row.name for row in chart.rows], width * 0.3)
    if lettering.allows("names in a third", fits=all(block.whole for block in names)):
        return names
    return named(lettering, [row.name for row in chart.rows], width * 0.45)


def _numbers(row: Row, lettering: Lettering, scale: Scale, digits: int) -> list[Block]:
    nothing = dict.fromkeys(lettering.langs, lettering.nothing)
    said = (
        nothing
        if value is None
        else lettering.number(value, scale, about=row.about(i), digits=digits)
        for i, value in enumerate(row.values)
    )
    return [lettering.block(words) for words in said]


def _levels(chart: Chart) -> list[list[float]]:
    low, high = chart.extremes
    return [[_level(value, low, high) for value in row.values] for row in chart.rows]


def _level(value: Decimal | None, low: Decimal, high: Decimal) -> float:
    if value is None:
        return 1.0
    return _LIGHTEST - float(value - low) / (float(high - low) or 1.0) * (_LIGHTEST - _DARKEST)


def _shades(canvas: Canvas, left: float, low: Decimal, high: Decimal, scale: Scale) -> None:
    """Return what the lightest and the darkest cell stand for."""
    first, last = (
        canvas.lettering.block(canvas.lettering.number(value, scale)) for value in (low, high)
    )
    y = canvas.height - _CELL / 2 + 2
    canvas.put(first, left, y)
    x = left + first.width + _PAD
    for i in range(5):
        ink = grey(_level(low + (high - low) * i / 4, low, high))
        canvas.area(x + i * 9, y - 3.5, 9.0, 7.0, Tone(ink, ink))
    canvas.put(last, x + 5 * 9 + _PAD, y)
