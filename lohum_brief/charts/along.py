"""The level scale: round values with their numbers below what is drawn."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from lohum_brief.charts.canvas import AXIS, Canvas
from lohum_brief.charts.lettering import Block, Lettering, Scale
from lohum_brief.document.style import GREY

_PAD: Final = 4.0
_TICK: Final = 3.0

Steps = tuple[tuple[Decimal, ...], list[Block]]
"""The values of a scale and their numbers."""


def steps_along(
    values: Sequence[Decimal], lettering: Lettering, scale: Scale, room: float, unit: str = ""
) -> Steps:
    """Return as many steps from nothing to these values as have room for their numbers."""
    low, high = min(Decimal(0), *values), max(Decimal(0), *values)
    for most in (5, 4, 3):
        xs = lettering.steps(low, high, unit, most)
        blocks = [lettering.block(lettering.number(x, scale)) for x in xs]
        each = (room - blocks[0].width / 2 - blocks[-1].width / 2 - _PAD) / (len(xs) - 1)
        fit = all((one.width + other.width) / 2 + _PAD <= each for one, other in pairwise(blocks))
        if most == 3 or lettering.allows(f"{most} steps along", fits=fit):
            break
    return xs, blocks


class Ruled:
    """A scale below lying bars; its ends are those of what is drawn."""

    def __init__(self, steps: Steps) -> None:
        self._values = [float(step) for step in steps[0]]
        self._blocks = steps[1]
        self.limits = self._values[0], self._values[-1]
        self.height = max(block.height for block in self._blocks) + _TICK + 1

    def put(self, canvas: Canvas, left: float, right: float) -> None:
        """Draw it at the foot of the canvas, between left and right."""
        low, high = self.limits
        canvas.line([left, right], [self.height, self.height], AXIS, 0.4)
        for value, block in zip(self._values, self._blocks, strict=True):
            x = left + (value - low) / (high - low) * (right - left)
            canvas.line([x, x], [self.height - _TICK, self.height], AXIS, 0.4)
            half = block.width / 2
            middle = min(max(x, half), canvas.width - half)
            canvas.put(block, middle, block.height / 2, "middle", ink=GREY)
