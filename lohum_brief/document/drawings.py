"""Vector drawings as plain values: paths, how they are inked, and the texts that stand among them.

A drawing's origin is its lower left corner, y goes up, units are points.
"""

from typing import Literal

import msgspec

from lohum_brief.document.paragraphs import Span
from lohum_brief.language.codes import Lang

Step = tuple[Literal["m", "l", "c", "h"], tuple[float, ...]]
"""Move, line, curve, close: an operator of PDF and its numbers."""

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Stroke(msgspec.Struct, frozen=True):
    """An outline; `dash` has the lengths of strokes and gaps in turn."""

    ink: str
    width: float
    dash: tuple[float, ...] = ()


class Hatch(msgspec.Struct, frozen=True):
    """Parallel lines over a filled path, `gap` apart, rising at `angle` degrees; or rows of dots as far apart."""

    ink: str
    angle: float
    gap: float
    width: float
    dotted: bool = False


class Shape(msgspec.Struct, frozen=True):
    """A path with its inks, in the order in which they are laid: fill, hatches, stroke. Nothing shows outside `clip`."""

    path: tuple[Step, ...]
    fill: str = ""
    stroke: Stroke | None = None
    hatches: tuple[Hatch, ...] = ()
    clip: Bounds | None = None


class Label(msgspec.Struct, frozen=True):
    """A text of a drawing; `anchor` says which part of its baseline stands at (x, y)."""

    x: float
    y: float
    span: Span
    anchor: Literal["left", "middle", "right"] = "left"


class Drawing(msgspec.Struct, frozen=True, cache_hash=True):
    """A drawing that speaks one language or several: `alts` has for each of them what it says to who does not see it.

    `labels` stand in the order in which they are read.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    alts: tuple[tuple[Lang, str], ...]
