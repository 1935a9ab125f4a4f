"""Bars: lying or standing, beside one another or stacked.

Shares of the world are lying bars that also say how much.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from lohum_brief.charts.along import Ruled, steps_along
from lohum_brief.charts.axis import Axis, plot
from lohum_brief.charts.canvas import Canvas, baseline, inked
from lohum_brief.charts.chart import ESTIMATED, HUNDRED, Chart, Row, Words, in_common, whole_scale
from lohum_brief.charts.columns import named
from lohum_brief.charts.keys import APART, height_aside, key_of, keyed, width_aside
from lohum_brief.charts.lettering import Block, Lettering, Scale, spread
from lohum_brief.charts.tones import PALE, parted
from lohum_brief.language.numbers import NBSP

_THICK, _THIN, _BETWEEN = 9.0, 7.6, 5.0
"""Thickness of a bar that stands alone and of those in a group; room between groups."""
_PAD: Final = 4.0
_NEED: Final = 0.34
"""Share of the width that bars need, whatever the names take."""
_OVER: Final = 11.0
"""Room over standing bars for the number of the highest.

Those that hang have as much below for the number of the lowest.
"""
_DEEPEST: Final = 44.0
"""What names below bars may take."""


def lying(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw bars to the right, each with its value at its end.

    Their names stand at their left, or above them where they are long.
    """
    stacked = chart.form == "stacked"
    rows = _ordered(chart)
    scale = lettering.scale_of(chart)
    ends = [_ends(chart, rows, i, lettering, scale) for i in range(len(chart.names))]
    before, after = _room_at_ends(chart, rows, ends)
    names, left = _names_of_lying(chart, lettering, width, before + after)
    thick = _thickness(rows, stacked=stacked)
    bars = thick * (1 if stacked else len(rows))
    heights = [max(bars, name.height - 2) if left else bars + name.height for name in names]
    key = key_of(rows, lettering, width)
    top = key.height if key else 0.0
    start = left + before
    ruled = _ruled(chart, lettering, scale, width - after - start)
    foot = ruled.height if ruled else 0.0
    canvas = Canvas(width, foot + top + sum(heights) + _BETWEEN * len(heights), lettering)
    if key:
        key.put(canvas, canvas.height)
    low, high = ruled.limits if ruled else _reach_of(chart)
    upper = canvas.height - top
    axes = canvas.axes(start, foot, width - after, upper, (low, high), (foot, upper))
    if ruled:
        ruled.put(canvas, start, width - after)
    unit = (width - after - start) / (high - low)
    feet = list(_put_names(canvas, names, heights, left, upper, bars))
    _lay(canvas, axes, chart, rows, ends, feet, lambda value: start + (value - low) * unit)
    baseline(axes, x=0.0)
    return canvas


def _room_at_ends(
    chart: Chart, rows: Sequence[Row], ends: Sequence[Sequence[Block]]
) -> tuple[float, float]:
    """Return the room for values at the left and the right of the bars: at the left those below
    nothing stand. What a stack sums up to stands behind its right end.
    """
    before = after = 0.0
    for at, blocks in enumerate(ends):
        for k, block in enumerate(blocks):
            value = None if chart.form == "stacked" else rows[k].values[at]
            if value is not None and value < 0:
                before = max(before, block.width + _PAD)
            else:
                after = max(after, block.width)
    return before, after + _PAD


def _names_of_lying(
    chart: Chart, lettering: Lettering, width: float, said: float
) -> tuple[list[Block], float]:
    """Return the names and where bars begin beside them; at the edge where names stand above.

    `said` is the room that values take at both ends.
    """
    names = named(lettering, chart.names, width * (0.42 if len(lettering.langs) == 1 else 0.5))
    left = max(block.width for block in names) + _PAD + 2
    if width - left - said < width * _NEED or not all(block.whole for block in names):
        return named(lettering, chart.names, width - _PAD), 0.0
    return names, left


def _thickness(rows: Sequence[Row], *, stacked: bool) -> float:
    return _THICK if stacked or len(rows) == 1 else _THIN


def _ruled(chart: Chart, lettering: Lettering, scale: Scale, room: float) -> Ruled | None:
    """Return the scale of bars whose lengths do not tell by themselves what they are measured by:
    of those below nothing, and of percentages above the whole.
    """
    least, most = chart.extremes
    if least >= 0 and not (chart.unit == "%" and most > HUNDRED):
        return None
    reach = least, whole_scale(chart.unit, most)
    return Ruled(steps_along(reach, lettering, scale, room, chart.unit))


def _reach_of(chart: Chart) -> tuple[float, float]:
    """Return the values between which bars lie that begin at nothing."""
    return 0.0, float(whole_scale(chart.unit, chart.extremes[1])) or 1.0


def _put_names(
    canvas: Canvas,
    names: Sequence[Block],
    heights: Sequence[float],
    left: float,
    top: float,
    bars: float,
) -> Iterator[float]:
    """Put the names, and yield where the bars of each have their lower edge."""
    y = top - _BETWEEN / 2
    for name, height in zip(names, heights, strict=True):
        _put_name(canvas, name, left, y, height)
        yield y - height + ((height - bars) / 2 if left else 0.0)
        y -= height + _BETWEEN


def _lay(
    canvas: Canvas,
    axes: Any,
    chart: Chart,
    rows: Sequence[Row],
    ends: Sequence[Sequence[Block]],
    feet: Sequence[float],
    reach: Callable[[float], float],
) -> None:
    """Lay the bars of all rows, with their values at their ends."""
    stacked = chart.form == "stacked"
    thick = _thickness(rows, stacked=stacked)
    room = 1.2 if not stacked and len(rows) > 1 else 0.0
    stack = _Stack(len(feet), together=stacked)
    for k, row in enumerate(rows):
        shift = 0.0 if stacked else (len(rows) - 1 - k) * thick
        places = [foot + thick / 2 + shift for foot in feet]
        _bars(axes.barh, chart, row, places, thick - room, stack.starts(row))
        if not stacked:
            _put_values(canvas, [blocks[k] for blocks in ends], row.values, reach, places)
    if stacked:
        middles = [foot + thick / 2 for foot in feet]
        _put_sums(canvas, chart.stacks[0], ends, middles, reach)


def _put_sums(
    canvas: Canvas,
    sums: Sequence[Decimal],
    ends: Sequence[Sequence[Block]],
    places: Sequence[float],
    reach: Callable[[float], float],
) -> None:
    for (block,), value, y in zip(ends, sums, places, strict=True):
        canvas.put(block, reach(float(value)) + _PAD, y)


def _put_name(canvas: Canvas, name: Block, left: float, top: float, height: float) -> None:
    """Put a name beside its bars, which begin at `left`, or above them where that is the edge."""
    if left:
        canvas.put(name, left - _PAD - 2, top - height / 2, "right")
    else:
        canvas.put(name, _PAD, top - name.height / 2)  # clear of the line where values begin


def _put_values(
    canvas: Canvas,
    blocks: Sequence[Block],
    values: Sequence[Decimal | None],
    reach: Callable[[float], float],
    places: Sequence[float],
) -> None:
    """Put each value at the end of its bar: at its left where it is less than nothing."""
    for block, value, y in zip(blocks, values, places, strict=True):
        x = reach(float(value or 0))
        if value is not None and value < 0:
            canvas.put(block, x - _PAD, y, "right")
        else:
            canvas.put(block, x + _PAD, y)


class _Stack:
    """Where the next bars begin.

    They begin on those before, downwards for what is less than nothing; or, if not `together`, at
    nothing.
    """

    def __init__(self, count: int, *, together: bool) -> None:
        self._together = together
        self._highs = [0.0] * count
        self._lows = [0.0] * count

    def starts(self, row: Row) -> list[float]:
        """Return where each value of a row begins; the row is then taken."""
        out = []
        for i, value in enumerate(row.values):
            ends = self._lows if value is not None and value < 0 else self._highs
            out.append(ends[i])
            ends[i] += float(value or 0) if self._together else 0.0
        return out


def _ordered(chart: Chart) -> list[Row]:
    """Return the rows as they stand; in a stack so ordered that neighbours do not look alike."""
    if chart.form != "stacked":
        return list(chart.rows)
    return [chart.rows[i] for i in parted([row.tone for row in chart.rows])]


def _bars(
    draw: Callable[..., object],
    chart: Chart,
    row: Row,
    places: Sequence[float],
    thick: float,
    starts: Sequence[float],
) -> None:
    """Draw the bars of a row, lying or standing as `draw` makes them.

    What stands for all others is pale.
    """
    last = len(row.values) - 1
    pale = (
        chart.rest and len(chart.rows) == 1
    )  # beside others it would not be told to which it belongs
    for tone, chosen in ((row.tone, range(last + (not pale))), (PALE, range(last, last + pale))):
        members = [i for i in chosen if row.values[i] is not None]
        if members:
            lengths = [float(row.values[i] or 0) for i in members]
            draw(
                [places[i] for i in members],
                lengths,
                thick,
                [starts[i] for i in members],
                **inked(tone),
            )


def _ends(
    chart: Chart, rows: Sequence[Row], number: int, lettering: Lettering, scale: Scale
) -> list[Block]:
    """Return what stands at the end of a name's bars: a value for each, or the sum of a stack."""
    if chart.form != "stacked":
        said = [_end(chart, row, number, lettering, scale) for row in rows]
    elif all(row.values[number] is None for row in rows):
        said = [dict.fromkeys(lettering.langs, lettering.nothing)]
    else:
        about = rows[0].about(number) if len(rows) == 1 else ""
        digits = in_common(chart.sums)
        said = [lettering.number(chart.sums[number], scale, about=about, digits=digits)]
    return [lettering.block(words) for words in said]


def _end(chart: Chart, row: Row, number: int, lettering: Lettering, scale: Scale) -> Words:
    """Return what stands at the end of one bar; of a share both how much and how many per cent."""
    value = row.values[number]
    if value is None:
        return dict.fromkeys(lettering.langs, lettering.nothing)
    about, digits = row.about(number), row.decimals
    mark = f"{NBSP}{ESTIMATED}" if number in row.estimated and not chart.estimate else ""
    if chart.percentages:
        said = lettering.quantity(value, "%", about=about, digits=digits)
        return {lang: text + mark for lang, text in said.items()}
    said = lettering.number(value, scale, about=about, suffix=mark, digits=digits)
    return _with_share(said, value, chart, lettering) if chart.form == "share" else said


def _with_share(said: Words, value: Decimal, chart: Chart, lettering: Lettering) -> Words:
    """Return a value with its share of the whole in front; the share alone without a whole."""
    shares = lettering.percent(value / (chart.whole or 100))
    if not chart.whole:
        return {lang: shares[lang] for lang in said}
    return {
        lang: shares[lang] + lettering.marks(lang).separator + text for lang, text in said.items()
    }


def standing(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw bars upwards over their names; lying ones where the names do not fit below."""
    rows = _ordered(chart)
    count = len(chart.names)
    scale = lettering.scale_of(chart)
    axis = Axis(_ticks(chart, lettering), lettering, scale)
    aside = _aside(chart, rows, lettering, width)
    right = width - width_aside(aside)
    slot = (right - axis.width) / count
    names = lettering.blocks(chart.names, slot - 3, most=3, joined=False)
    said = _said_over(chart, rows, lettering, scale)
    if not lettering.allows("stand", fits=_has_room(chart, names, said, slot)):
        return lying(chart, lettering, width)
    key = None if aside else key_of(rows, lettering, width)
    under = max(block.height for block in names) + _PAD
    foot = under + (_OVER if said and chart.extremes[0] < 0 else 0.0)
    top = foot + max(plot(width), height_aside(aside))
    canvas = keyed(key, width, top + _OVER, lettering)
    axes = canvas.axes(axis.width, foot, right, top, (-0.5, count - 0.5), axis.limits)
    axis.put(canvas, axes, foot, top)
    xs = [axis.width + (i + 0.5) * slot for i in range(count)]
    for x, block in zip(xs, names, strict=True):
        canvas.put(block, x, under - _PAD - block.height / 2, "middle")
    each = _raise(axes, chart, rows)
    height = axis.scaled(foot, top)
    if aside:
        beside(canvas, aside, rows, height, right + 6)
    base = height(min(max(0.0, axis.limits[0]), axis.limits[1]))
    if said:
        _put_over(canvas, xs, said, rows[0], height, base + 5)
    else:
        _put_gaps(canvas, rows, xs, each * slot, base + 5)
    return canvas


def _said_over(
    chart: Chart, rows: Sequence[Row], lettering: Lettering, scale: Scale
) -> list[Block]:
    """Return the numbers over bars, where each name has one bar only."""
    if chart.form == "stacked" or len(rows) > 1:
        return []
    return [_ends(chart, rows, i, lettering, scale)[0] for i in range(len(chart.names))]


def _ticks(chart: Chart, lettering: Lettering) -> Sequence[Decimal]:
    least, most = chart.extremes
    low, high = min(Decimal(0), least), max(Decimal(0), whole_scale(chart.unit, most))
    return lettering.steps(low, high, chart.unit)


def _aside(chart: Chart, rows: Sequence[Row], lettering: Lettering, width: float) -> list[Block]:
    """Return the names of the parts of stacks, if they have room at the right of them."""
    names = [row.name for row in rows] if chart.form == "stacked" and len(rows) > 1 else []
    blocks = named(lettering, names, width * 0.26) if names else []
    whole = all(block.whole for block in blocks)
    return blocks if lettering.allows("names aside", fits=whole) else []


def _has_room(chart: Chart, names: Sequence[Block], said: Sequence[Block], slot: float) -> bool:
    """Return whether bars can stand: lying ones have room for every value and longer names, and say
    what is too small to be seen.
    """
    if not all(block.whole and block.height <= _DEEPEST for block in names):
        return False
    if any(block.width > slot - 3 for block in names):
        return False
    if any(block.width > slot - 2 for block in said):
        return False
    return chart.form == "stacked" or bool(said) or not any(chart.unseen)


def _raise(axes: Any, chart: Chart, rows: Sequence[Row]) -> float:
    """Draw standing bars; return how far those of a name are apart, 0 in a stack."""
    stacked, count = chart.form == "stacked", len(chart.names)
    each = 0.62 if stacked or len(rows) == 1 else 0.8 / len(rows)
    thick = each * (1.0 if stacked else 0.92)
    stack = _Stack(count, together=stacked)
    for k, row in enumerate(rows):
        shift = 0.0 if stacked else (k - (len(rows) - 1) / 2) * each
        places = [i + shift for i in range(count)]
        _bars(axes.bar, chart, row, places, thick, stack.starts(row))
    baseline(axes, y=0.0)
    return 0.0 if stacked else each


def _put_over(
    canvas: Canvas,
    xs: Sequence[float],
    blocks: Sequence[Block],
    row: Row,
    height: Callable[[float], float],
    without: float,
) -> None:
    """Put each value over its bar, below it where it is less than nothing."""
    for x, block, value in zip(xs, blocks, row.values, strict=False):
        y = without if value is None else height(float(value)) + (5 if value >= 0 else -5)
        canvas.put(block, x, y, "middle")


def _put_gaps(
    canvas: Canvas, rows: Sequence[Row], xs: Sequence[float], each: float, y: float
) -> None:
    lettering = canvas.lettering
    nothing = lettering.block(dict.fromkeys(lettering.langs, lettering.nothing))
    for x in _gaps(rows, xs, each):
        canvas.put(nothing, x, y, "middle")


def _gaps(rows: Sequence[Row], xs: Sequence[float], each: float) -> Iterator[float]:
    """Return where bars beside one another have none for want of a value.

    Of stacks return where each value is 0, so that nothing at all is seen.
    """
    for i, x in enumerate(xs):
        missing = [k for k, row in enumerate(rows) if row.values[i] is None]
        if each:
            yield from (x + (k - (len(rows) - 1) / 2) * each for k in missing)
        elif len(missing) == len(rows):
            yield x


def beside(
    canvas: Canvas,
    blocks: Sequence[Block],
    rows: Sequence[Row],
    height: Callable[[float], float],
    x: float,
) -> None:
    """Place the names of layers at their right ends, from the lowest up, each behind a swatch.

    They are moved apart where they would overlap.
    """
    stack = _Stack(len(rows[0].values), together=True)
    middles = [height(stack.starts(row)[-1] + float(row.values[-1] or 0) / 2) for row in rows]
    order = sorted(range(len(blocks) - 1, -1, -1), key=lambda i: -middles[i])
    tall = [blocks[i].height + APART for i in order]
    placed = spread(
        [middles[i] for i in order], tall, min(height(0.0), *middles) - _PAD, canvas.height
    )
    for i, y in zip(order, placed, strict=True):
        canvas.area(x, y - 3, 6.0, 6.0, rows[i].tone)
        canvas.put(blocks[i], x + 9, y)
