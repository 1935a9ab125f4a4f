"""Small multiples: a line for each row, on a scale of its own."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from lohum_brief.charts.canvas import Canvas, baseline
from lohum_brief.charts.chart import Chart, Row, Words, years
from lohum_brief.charts.lettering import BOLD, Block, Lettering, Scale, unit_of
from lohum_brief.charts.lines import name_points, trace
from lohum_brief.document.style import GREY

_PANEL: Final = 62.0
_APART: Final = 16.0
_INSET: Final = 6.0
"""Between small charts; of the line in each of them."""
_PAD: Final = 4.0


class _Panel(NamedTuple):
    """A small chart of a row: its title, its unit if it has one of its own, and its periods."""

    row: Row
    title: Block
    unit: Block | None
    ends: list[Block]

    @property
    def tall(self) -> float:
        """Return how much stands above the line."""
        return self.title.height + (self.unit.height if self.unit else 0.0) + 15


def multiples(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw a small line for each row on a scale of its own.

    Its first, last and highest values name the scale.
    """
    across = _across(len(chart.rows), 4 if width > 440 else 3 if width > 330 else 2)
    each = (width - _APART * (across - 1)) / across
    titles = lettering.blocks([row.name for row in chart.rows], each, BOLD, joined=False)
    panels = [
        _headed(row, title, lettering, each, named=not chart.unit)
        for row, title in zip(chart.rows, titles, strict=True)
    ]
    lines = [panels[i : i + across] for i in range(0, len(panels), across)]
    heads = [max(panel.tall for panel in line) for line in lines]
    foot = max(max(one.ends[0].height, one.ends[-1].height) for one in panels) + _PAD
    shared = lettering.scale_of(chart) if chart.unit else None  # the unit is said once, above all
    canvas = Canvas(
        width, sum(heads) + len(heads) * (_PANEL + foot) + (len(heads) - 1) * 6, lettering
    )
    top, number = canvas.height, 0
    for line, head in zip(lines, heads, strict=True):
        for column, panel in enumerate(line):
            left = column * (each + _APART)
            _put_title(canvas, panel, left, top)
            scale = shared or _scale(panel.row, lettering)
            _panel(canvas, str(number), panel.row, scale, left, each, top - head)
            _put_periods(canvas, panel.ends, left, each, top - head - _PANEL - _PAD / 2)
            number += 1
        top -= head + _PANEL + foot + 6
    return canvas


def _headed(row: Row, title: Block, lettering: Lettering, each: float, *, named: bool) -> _Panel:
    unit = lettering.block(_unit(row, lettering), each, joined=False) if named else None
    ends = [lettering.block(name, each / 2 - 3, joined=False) for name in years(row.names)]
    return _Panel(row, title, unit, ends)


def _put_title(canvas: Canvas, panel: _Panel, left: float, top: float) -> None:
    canvas.put(panel.title, left, top - panel.title.height / 2)
    if unit := panel.unit:
        canvas.put(unit, left, top - panel.title.height - unit.height / 2, ink=GREY)


def _put_periods(canvas: Canvas, ends: Sequence[Block], left: float, each: float, y: float) -> None:
    """Put the first and the last period below the line."""
    canvas.put(ends[0], left, y - ends[0].height / 2, ink=GREY)
    if len(ends) > 1:
        canvas.put(ends[-1], left + each, y - ends[-1].height / 2, "right", ink=GREY)


def _across(count: int, most: int) -> int:
    """Return how many stand side by side, so that none is left alone below."""
    fit = min(count, most)
    return next((across for across in range(fit, 1, -1) if count % across != 1), fit)


def _scale(row: Row, lettering: Lettering) -> Scale:
    """Return the large unit of a small chart whose values have a unit of their own."""
    return lettering.scale([value for value in row.values if value is not None], row.unit)


def _unit(row: Row, lettering: Lettering) -> Words:
    scale = _scale(row, lettering)
    return {lang: unit_of(row.unit, scale, lang) for lang in lettering.langs}


def _panel(
    canvas: Canvas, which: str, row: Row, scale: Scale, left: float, width: float, top: float
) -> None:
    """Draw the line of one row between its title and its periods."""
    times = row.times or tuple(float(i) for i in range(len(row.values)))
    values = [float(value) for value in row.values if value is not None]
    low, high = min([0.0, *values]), max([0.0, *values]) or 1.0
    foot = top - _PANEL
    limits = times[0], times[-1]
    if limits[0] >= limits[1]:
        limits = times[0] - 1, times[0] + 1
    axes = canvas.axes(left + _INSET, foot, left + width - _INSET, top, limits, (low, high))
    trace(axes, row, times, 0, filled=True)
    baseline(axes, y=0.0)
    xs = [
        left + _INSET + (x - limits[0]) / (limits[1] - limits[0]) * (width - 2 * _INSET)
        for x in times
    ]
    ys = [foot + (float(value or 0) - low) / (high - low) * _PANEL for value in row.values]
    name_points(canvas, which, row, scale, xs, ys, (left, left + width, foot))
