"""The vertical scale of a chart, and how high what it measures stands."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, Final

from lohum_brief.charts.canvas import Canvas
from lohum_brief.charts.lettering import Lettering, Scale
from lohum_brief.document.style import GREY

_PAD: Final = 4.0
"""Between a number and its line."""


def plot(width: float) -> float:
    """Return the height of what lies between the scales of a chart."""
    return 118.0 if width < 330 else 144.0


class Axis:
    """The vertical scale: a hairline and a number for each step."""

    def __init__(self, ticks: Sequence[Decimal], lettering: Lettering, scale: Scale) -> None:
        self._ticks = [float(tick) for tick in ticks]
        self._blocks = [lettering.block(lettering.number(tick, scale)) for tick in ticks]
        self.limits = self._ticks[0], self._ticks[-1]
        self.width = max(block.width for block in self._blocks) + _PAD + 2

    def scaled(self, foot: float, top: float) -> Callable[[float], float]:
        """Return the height of a value, where the scale lies between foot and top."""
        low, high = self.limits
        return lambda value: foot + (value - low) / (high - low) * (top - foot)

    def put(self, canvas: Canvas, axes: Any, foot: float, top: float) -> None:
        """Draw it; the numbers end at the left of the axes, which lie between foot and top."""
        height = self.scaled(foot, top)
        for tick, block in zip(self._ticks, self._blocks, strict=True):
            canvas.hairline(height(tick), axes.bbox.x0, axes.bbox.x1)
            canvas.put(block, self.width - _PAD, height(tick), "right", ink=GREY)
