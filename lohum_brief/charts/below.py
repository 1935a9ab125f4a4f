"""What stands below the axes of a chart: periods, or names, each in its place or in a list."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from lohum_brief.charts.canvas import Canvas
from lohum_brief.charts.chart import Chart, Words, years
from lohum_brief.charts.columns import named
from lohum_brief.charts.lettering import BOLD, SIZES, TEXT, Block, Lettering

_PAD: Final = 4.0

_LINES: Final = 3
"""That a name under its place takes in each language."""


class Below:
    """What stands below the axes.

    There are periods on a scale of time, as many as have room, or every name under its own place,
    the languages below one another. Where the places do not hold the names, a number stands under
    each and the names in a list below: in rows they would make stairs, which nobody climbs. All
    stand between 0 and `width`, the axes from `left` to `right`.
    """

    def __init__(
        self,
        chart: Chart,
        lettering: Lettering,
        left: float,
        right: float,
        width: float,
        *,
        slots: bool = False,
    ) -> None:
        self._left, self._right, self._width = left, right, width
        self._listed: list[tuple[float, float, Block]] = []
        self._list_height = 0.0
        count = len(chart.names)
        if chart.times and not slots:
            self.xs: list[float] = list(chart.times)
            self.limits = (
                (self.xs[0], self.xs[-1]) if count > 1 else (self.xs[0] - 1, self.xs[0] + 1)
            )
            self._blocks = _thinned(chart.names, [self.at(x) for x in self.xs], lettering)
        else:
            self.xs = [float(i) for i in range(count)]
            self.limits = -0.5, count - 0.5
            found = self._in_places(chart.names, lettering)
            if lettering.allows("name places", fits=found is not None) and found is not None:
                self._blocks = found
            else:
                self._blocks = self._numbered(chart.names, lettering)
        self._leading = max((block.height for block in self._blocks.values()), default=0.0)
        self.height = self._leading + _PAD + self._list_height

    def _in_places(self, names: Sequence[Words], lettering: Lettering) -> dict[int, Block] | None:
        """Return the names under their places without parting a word; None where those have no room
        for them.
        """
        room = (self._right - self._left) / len(names) - 4
        blocks = lettering.blocks(names, room, most=_LINES, joined=False)
        most = _LINES * len(lettering.langs)
        fit = all(
            block.whole and block.width <= room and len(block.lines) <= most for block in blocks
        )
        large = all(block.style.size >= TEXT.size * SIZES[-1] for block in blocks)
        return dict(enumerate(blocks)) if fit and large else None

    def _numbered(self, names: Sequence[Words], lettering: Lettering) -> dict[int, Block]:
        """Return a number for each place, and the names behind their numbers.

        There are as many to a line as there is room for.
        """
        slot = (self._right - self._left) / len(names)
        numbers = [dict.fromkeys(lettering.langs, str(i + 1)) for i in range(len(names))]
        marks = [lettering.block(number, style=BOLD) for number in numbers]
        hang = max(mark.width for mark in marks) + _PAD
        texts = named(lettering, names, self._width - hang)
        across = max(int(self._width // (max(block.width for block in texts) + hang + 2 * _PAD)), 1)
        each = self._width / across
        pairs = list(zip(marks, texts, strict=True))
        lines = [pairs[first : first + across] for first in range(0, len(pairs), across)]
        self._list(lines, each, hang)
        every = next(step for step in (1, 2, 5, 10, 20, 50, 10**6) if slot * step > hang - _PAD + 2)
        return {i: mark for i, mark in enumerate(marks) if i % every == 0}

    def _list(
        self, lines: Sequence[Sequence[tuple[Block, Block]]], each: float, hang: float
    ) -> None:
        """Place numbers and the names behind them, line by line."""
        heights = [max(text.height for _, text in line) for line in lines]
        self._list_height = sum(heights) + _PAD
        y = self._list_height - _PAD
        for line, height in zip(lines, heights, strict=True):
            for column, (mark, text) in enumerate(line):
                self._listed.append((column * each, y - height / 2, mark))
                self._listed.append((column * each + hang, y - height / 2, text))
            y -= height

    def at(self, x: float) -> float:
        """Return where a place of the scale lies."""
        low, high = self.limits
        return self._left + (x - low) / (high - low) * (self._right - self._left)

    def _centre(self, i: int, block: Block) -> float:
        """Return the middle of a name under its place, within the edges."""
        half = block.width / 2
        return min(max(self.at(self.xs[i]), half), self._width - half)

    def put(self, canvas: Canvas) -> None:
        """Place the names."""
        for x, y, block in self._listed:
            canvas.put(block, x, y)
        for i, block in self._blocks.items():
            top = self.height - _PAD
            canvas.put(block, self._centre(i, block), top - block.height / 2, "middle")


def _thinned(names: Sequence[Words], xs: Sequence[float], lettering: Lettering) -> dict[int, Block]:
    """Return the first and the last period, and as many between as have room, evenly spaced."""
    blocks = [lettering.block(name, joined=False) for name in years(names)]
    last = len(blocks) - 1
    for step in range(1, last + 1):
        kept = [*range(0, last, step)]
        if last - kept[-1] < step and len(kept) > 1 and (last - kept[-1]) * 2 <= step:
            kept.pop()
        kept.append(last)
        if all(
            xs[i] + blocks[i].width / 2 + 5 < xs[k] - blocks[k].width / 2 for i, k in pairwise(kept)
        ):
            return {i: blocks[i] for i in kept}
    return {i: blocks[i] for i in sorted({0, last})}
