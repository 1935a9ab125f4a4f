"""Vector drawings: paths, how they are inked, and the texts that stand among them.

The origin of a drawing is its lower left corner, y goes up, lengths are in points.
"""

from typing import Literal

import msgspec

from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import Ink
from lohum_brief.language.codes import Lang

Step = tuple[Literal["m", "l", "c", "h"], tuple[float, ...]]
"""A step of a path: move, line, curve or close, with the coordinates of its points."""

Bounds = tuple[float, float, float, float]
"""Left, bottom, right, top."""


class Stroke(msgspec.Struct, frozen=True):
    """An outline; `dash` has the lengths of strokes and gaps in turn."""

    ink: Ink
    width: float
    dash: tuple[float, ...] = ()


class Hatch(msgspec.Struct, frozen=True):
    """Parallel lines over a filled path, `gap` apart, which rise at `angle` degrees.

    With `dotted` they are rows of dots, as far apart.
    """

    ink: Ink
    angle: float
    gap: float
    width: float
    dotted: bool = False


class Shape(msgspec.Struct, frozen=True):
    """A path with its inks; nothing shows outside `clip`.

    They are laid over one another: first the fill, then hatches, then the stroke.
    """

    path: tuple[Step, ...]
    fill: Ink = ""
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
    """A drawing in one language or several.

    `alts` says in each of them what the drawing shows, for readers who do not see it. `labels` are
    in the order in which they are read.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    labels: tuple[Label, ...]
    alts: tuple[tuple[Lang, str], ...]
