"""What a whole is taken apart into, values against their targets, and events in their order."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final, NamedTuple

from lohum_brief.charts.canvas import AXIS, Canvas
from lohum_brief.charts.chart import HUNDRED, Chart, Row, Words
from lohum_brief.charts.columns import Parts, aligned
from lohum_brief.charts.lettering import BOLD, Block, Lettering, Scale, spread
from lohum_brief.charts.tones import PALE, RED, STRONG, WHITE, Ink, Tone, grey
from lohum_brief.document.style import COPPER, GREY
from lohum_brief.language.numbers import NBSP

_PAD: Final = 4.0
_TALL: Final = 170.0
_GAP: Final = 7.0
_NODE: Final = 6.0
_STEPS: Final = 4
"""In which boxes become as wide as can be."""
_FLOWING: Final = grey(0.88)
_LEADER: Final = grey(0.45)
_BOX: Final = Tone(grey(0.945), _LEADER)
_TRACK: Final = 8.0
_REACH: Final = 30.0
"""From the line of a timeline to its dates."""


def flow(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw the whole at the left, its parts in the middle, what they yield at the right.

    They are as high as they are heavy.
    """
    rows = sorted(
        (row for row in chart.rows if row.values[0] is not None),
        key=lambda row: (row.part, -(row.values[0] or 0)),
    )
    total = sum(chart.values, Decimal(0))
    scale = lettering.scale_of(chart)
    labels = _labels(
        [_amount(row, total, lettering, scale, chart.firsts) for row in rows], lettering, width
    )
    tall = sum(block.height for block in labels)
    unit = max(_TALL, tall) / float(total)
    right = width - max(block.width for block in labels) - _PAD
    parts = [(part, list(of)) for part, of in groupby(rows, key=lambda row: row.part)]
    box, whole, names = _boxes(chart, [part for part, _ in parts], total, lettering, scale, right)
    slots = [_slot(name, of, unit) for name, (_, of) in zip(names, parts, strict=True)]
    gaps = _GAP * (len(parts) - 1)
    height = max(sum(slot.tall + slot.under for slot in slots) + gaps, tall, whole.height) + 4
    canvas = Canvas(width, height, lettering)
    source = (height + float(total) * unit) / 2
    canvas.area(0, source - float(total) * unit, box, float(total) * unit, _BOX)
    canvas.put(whole, box / 2, height / 2, "middle")
    ends = _put_parts(canvas, slots, box, source, right)
    places = spread(ends, [block.height for block in labels], 0.0, height)
    for block, end, at in zip(labels, ends, places, strict=True):
        if abs(end - at) > 1.0:
            canvas.line([right - _PAD, right - 1.0], [end, at], _LEADER, 0.4)
        canvas.put(block, right + 1.0, at)
    return canvas


class _Slot(NamedTuple):
    """A part of the whole: its name, how high it is, how much more room its name needs below it,
    and what it yields, with the height of each.
    """

    name: Block
    tall: float
    under: float
    yields: list[tuple[Row, float]]


def _slot(name: Block, rows: Sequence[Row], unit: float) -> _Slot:
    amounts = [float(row.values[0] or 0) for row in rows]
    tall = sum(amounts) * unit
    # What is lower than its name has this below it.
    under = name.height + 1 if name.height + 2 > tall else 0.0
    yields = [(row, amount * unit) for row, amount in zip(rows, amounts, strict=True)]
    return _Slot(name, tall, under, yields)


def _labels(said: Sequence[Parts], lettering: Lettering, width: float) -> list[Block]:
    """Return what stands at the right, in a third of the width or somewhat more."""
    if len(lettering.langs) > 1:
        return aligned(lettering, said, width * 0.44)
    (lang,) = lettering.langs
    joined: list[Words] = [{lang: NBSP.join(one[lang] for one in parts)} for parts in said]
    labels = [lettering.block(words, width * 0.36) for words in joined]
    if lettering.allows("labels in a third", fits=all(block.whole for block in labels)):
        return labels
    return [lettering.block(words, width * 0.44) for words in joined]


def _put_parts(
    canvas: Canvas, slots: Sequence[_Slot], box: float, source: float, right: float
) -> list[float]:
    """Draw the parts and what they yield; return the middles of the latter."""
    middle = box + (right - _NODE - 2 * box) / 2
    node = right - _NODE - _PAD
    ends: list[float] = []
    top = canvas.height - 2
    for slot in slots:
        y = top
        canvas.ribbon((box, source), (middle, y), slot.tall, _FLOWING)
        source -= slot.tall
        canvas.area(middle, y - slot.tall, box, slot.tall, _BOX)
        named = y - slot.tall - slot.under / 2 if slot.under else y - slot.tall / 2
        canvas.put(slot.name, middle + box / 2, named, "middle")
        for row, thick in slot.yields:
            canvas.ribbon((middle + box, y), (node, y), thick, _FLOWING)
            canvas.area(node, y - thick + 0.4, _NODE, max(thick - 0.8, 0.8), row.tone)
            ends.append(y - thick / 2)
            y -= thick
        top -= slot.tall + slot.under + _GAP
    return ends


def _boxes(
    chart: Chart,
    parts: Sequence[int],
    total: Decimal,
    lettering: Lettering,
    scale: Scale,
    right: float,
) -> tuple[float, Block, list[Block]]:
    """Return how wide the boxes are for the whole and its parts, and what stands in them.

    They are no wider than is needed for no word to be parted.
    """
    box = min(max(right * 0.3, 44.0), 110.0)
    for step in range(_STEPS + 1):
        wide = box + max(right * 0.45 - box, 0.0) * step / _STEPS
        whole = _named(chart, total, lettering, scale, wide)
        names = [
            lettering.block(chart.names[part], wide - 6, most=3, joined=False) for part in parts
        ]
        if lettering.allows(
            f"boxes {step}", fits=whole.whole and all(name.whole for name in names)
        ):
            break
    # A number that is not parted may be wider than all that was tried.
    held = max([whole.width, *(name.width for name in names)]) + 2
    return max(wide, min(held, (right - _NODE) / 2)), whole, names


def _amount(row: Row, total: Decimal, lettering: Lettering, scale: Scale, digits: int) -> Parts:
    """Return a name, and how much of it and of all there is."""
    value = row.values[0] or Decimal(0)
    number, share = lettering.number(value, scale, digits=digits), lettering.percent(value / total)
    said = {
        lang: number[lang] + lettering.marks(lang).share.format(share[lang])
        for lang in lettering.langs
    }
    return {lang: row.name.get(lang, "") for lang in lettering.langs}, said


def _named(chart: Chart, value: Decimal, lettering: Lettering, scale: Scale, room: float) -> Block:
    number = lettering.number(value, scale, digits=chart.firsts)
    if len(lettering.langs) > 1:
        names = lettering.block(chart.origin, room - 6, BOLD, most=4, joined=False)
        below = lettering.block(number, room - 6, names.style, joined=False)
        return Block((*names.lines, *below.lines), names.style, names.whole and below.whole)
    words = {
        lang: f"{chart.origin.get(lang, '')}{NBSP}{number[lang]}".strip(NBSP)
        for lang in lettering.langs
    }
    return lettering.block(words, room - 6, BOLD, most=4, joined=False)


class _Gauge(NamedTuple):
    """A value's name, the value, and its target, both as shares of the track; and the whole, where
    a percentage goes beyond it.
    """

    name: Block
    value: Block
    target: Block | None
    share: float
    goal: float
    tone: Tone
    whole: Block | None
    whole_at: float

    @property
    def height(self) -> float:
        below = [block for block in (self.target, self.whole) if block]
        return (
            self.name.height
            + _TRACK
            + 2
            + (sum(block.height for block in below) + 3 if below else 2)
        )


def gauge(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw each value on a track that reaches to its target, which a mark names.

    What has one unit has one scale.
    """
    rows = chart.rows
    together = len({row.unit for row in rows}) == 1 and chart.target is not None
    shared = [*chart.extremes, chart.target] if chart.target is not None else []
    percents = _beyond(chart)
    gauges = [
        _gauge(
            chart,
            row,
            lettering,
            percents if _unit(row, chart) == "%" else shared if together else [],
            width,
        )
        for row in rows
    ]
    canvas = Canvas(
        width, sum(one.height for one in gauges) + _TRACK * (len(gauges) - 1), lettering
    )
    y = canvas.height
    for one in gauges:
        canvas.put(one.name, 0, y - one.name.height / 2)
        canvas.put(one.value, one.name.width + 6, y - one.name.height / 2)
        foot = y - one.name.height - 1 - _TRACK
        canvas.area(0, foot, width, _TRACK, PALE)
        canvas.area(0, foot, width * one.share, _TRACK, one.tone)
        under = foot - 3
        for label, share, ink, letters in (
            (one.target, one.goal, RED, COPPER),
            (one.whole, one.whole_at, AXIS, GREY),
        ):
            if label:
                _mark(canvas, label, width * share, (foot, under), ink, letters)
                under -= label.height
        y -= one.height + _TRACK
    return canvas


def _mark(
    canvas: Canvas, label: Block, x: float, at: tuple[float, float], ink: Ink, letters: str
) -> None:
    """Draw a line through a track whose foot is the first of `at`, and what it means below the
    second. On a bar it has white beside it.
    """
    foot, under = at
    x = min(x, canvas.width - 0.8)
    canvas.line([x, x], [foot, foot + _TRACK], WHITE, 3.2)
    canvas.line([x, x], [foot - 1.5, foot + _TRACK + 1.5], ink, 1.6)
    half = label.width / 2
    middle = min(max(x, half), canvas.width - half)
    canvas.put(label, middle, under - label.height / 2, "middle", ink=letters)


def _unit(row: Row, chart: Chart) -> str:
    return row.unit or chart.unit


def _beyond(chart: Chart) -> list[Decimal]:
    """Return the percentages of a chart that go beyond the whole: all tracks of percentages then
    reach as far.
    """
    known = [
        value
        for row in chart.rows
        if _unit(row, chart) == "%"
        for value in (row.values[0], chart.goal(row)[0])
    ]
    return [value for value in known if value is not None and value > HUNDRED]


def _gauge(
    chart: Chart, row: Row, lettering: Lettering, shared: Sequence[Decimal], width: float
) -> _Gauge:
    value = row.values[0]
    goal, exact = chart.goal(row)
    unit = _unit(row, chart)
    ends = [one for one in (value, goal) if one is not None] + [HUNDRED] * (unit == "%")
    reach = max([*ends, *shared, Decimal(0)]) or Decimal(1)
    if value is None:
        said: Parts = (dict.fromkeys(lettering.langs, lettering.nothing),)
    else:
        said = lettering.amount(value, unit, about=row.about(0), digits=chart.firsts)
    (number,) = aligned(lettering, [({}, *said)], style=BOLD)
    target = None
    if goal is not None:
        target = _target(chart, lettering.amount(goal, unit, about=exact), lettering, width)
    whole = None
    if unit == "%" and reach > HUNDRED and goal != HUNDRED:
        whole = lettering.block(lettering.quantity(HUNDRED, unit))
    return _Gauge(
        lettering.block(row.name, width - number.width - 10),
        number,
        target,
        float((value or 0) / reach),
        float((goal or 0) / reach),
        row.tone,
        whole,
        float(HUNDRED / reach),
    )


def _target(chart: Chart, said: Parts, lettering: Lettering, width: float) -> Block:
    """Return how a target is called, and how much it is."""
    if len(lettering.langs) > 1:
        return aligned(lettering, [(chart.aim, *said)], width)[0]
    (aim,) = said
    return lettering.block(
        {lang: f"{chart.aim.get(lang, '')}{NBSP}{aim[lang]}".strip(NBSP) for lang in aim}, width
    )


def timeline(chart: Chart, lettering: Lettering, width: float) -> Canvas:
    """Draw events from above to below, at dots that lie as far apart as their times.

    Dates and texts make room for one another. Nothing stands at the other side of the dots: there a
    date would be read with the dot beside it, which is another's.
    """
    dates = [lettering.block(name, style=BOLD, joined=False) for name in chart.rows[0].names]
    line, dated = _PAD, _PAD + _REACH + 4
    told = dated + max(block.width for block in dates) + 10
    texts = lettering.blocks(chart.names, width - told, most=6, joined=False)
    heights = [max(text.height, date.height) + 5 for text, date in zip(texts, dates, strict=True)]
    canvas = Canvas(width, sum(heights), lettering)
    begin, end = canvas.height - heights[0] / 2, heights[-1] / 2
    first, last = chart.times[0], chart.times[-1]
    dots = [
        begin - (when - first) / ((last - first) or 1.0) * (begin - end) for when in chart.times
    ]
    canvas.line([line, line], [end, begin], AXIS, 0.8)
    for dot, y, date, text in zip(
        dots, spread(dots, heights, 0.0, canvas.height), dates, texts, strict=True
    ):
        canvas.line([line, line + _REACH - 6, line + _REACH], [dot, y, y], _LEADER, 0.5)
        canvas.sign(line, dot, STRONG, "o")
        canvas.put(date, dated, y, ink=GREY)
        canvas.put(text, told, y)
    return canvas
