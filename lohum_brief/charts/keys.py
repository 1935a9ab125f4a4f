"""What says which tone is which series: a key above the chart, or names at its right."""

from collections.abc import Sequence
from typing import Final

from lohum_brief.charts.canvas import Canvas
from lohum_brief.charts.chart import Row
from lohum_brief.charts.columns import named
from lohum_brief.charts.lettering import Block, Lettering

_SWATCH: Final = 8.0
_PAD: Final = 4.0
"""Between a swatch and its name."""
ASIDE: Final = 16.0
"""Room for the gap and the sign in front of a name at the right."""
APART: Final = 2.5
"""Between such names, so that it is seen which lines belong together."""


def width_aside(names: Sequence[Block], otherwise: float = 0.0) -> float:
    """Return the room that names at the right take; `otherwise` where there are none."""
    return max(block.width for block in names) + ASIDE if names else otherwise


def height_aside(names: Sequence[Block]) -> float:
    """Return the height that names at the right need below one another."""
    return sum(block.height + APART for block in names)


def keyed(
    key: "Key | None", width: float, height: float, lettering: Lettering, signs: str = ""
) -> Canvas:
    """Return a canvas of a size, with the key above that if there is one."""
    if key is None:
        return Canvas(width, height, lettering)
    canvas = Canvas(width, height + key.height, lettering)
    key.put(canvas, canvas.height, signs)
    return canvas


def key_of(rows: Sequence[Row], lettering: Lettering, width: float) -> "Key | None":
    """Return the key of several series; one needs none."""
    return Key(rows, lettering, width) if len(rows) > 1 else None


class Key:
    """Which tone is which series: names behind swatches, above the bars, on as few lines as do."""

    def __init__(self, rows: Sequence[Row], lettering: Lettering, width: float) -> None:
        room = width - _SWATCH - _PAD
        self._lines = _lines(rows, [lettering.block(row.name, room) for row in rows], width)
        if len(self._lines) == len(rows) > 1:
            # Below one another the languages have columns.
            blocks = named(lettering, [row.name for row in rows], room)
            self._lines = [[(0.0, *one)] for one in zip(blocks, rows, strict=True)]
        self._heights = [max(block.height for _, block, _ in line) + 2 for line in self._lines]
        self.height = sum(self._heights) + 2

    def put(self, canvas: Canvas, top: float, signs: str = "") -> None:
        """Place the key with its upper edge at `top`.

        With `signs`, those of points and not areas stand before the names.
        """
        number = 0
        for line, height in zip(self._lines, self._heights, strict=True):
            for x, block, row in line:
                middle = top - height / 2
                if signs:
                    canvas.sign(x + _SWATCH / 2, middle, row.tone, signs[number])
                    number += 1
                else:
                    canvas.area(x, middle - 3, _SWATCH, 6.0, row.tone)
                canvas.put(block, x + _SWATCH + _PAD, middle)
            top -= height


def _lines(
    rows: Sequence[Row], blocks: Sequence[Block], width: float
) -> list[list[tuple[float, Block, Row]]]:
    """Return where names stand, on as few lines as do."""
    lines: list[list[tuple[float, Block, Row]]] = [[]]
    x = 0.0
    for row, block in zip(rows, blocks, strict=True):
        if x and x + _SWATCH + _PAD + block.width > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, block, row))
        x += _SWATCH + _PAD + block.width + 12
    return lines
