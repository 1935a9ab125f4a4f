"""The shapes of a drawing as operators of a page."""

import math
from collections.abc import Iterable
from typing import Final

from lohum_brief.document.drawings import Hatch, Shape, Step

_STROKED: Final = str.maketrans("rg", "RG")


def operators(shapes: Iterable[Shape]) -> str:
    """Return what a page says to draw the shapes; inks and clips end with each of them."""
    return "".join(map(_operators, shapes))


def _operators(shape: Shape) -> str:
    path = "".join(
        [f"{' '.join([f'{n:.2f}' for n in numbers])} {op} " for op, numbers in shape.path]
    )
    out = ["q "]
    if shape.clip:
        left, bottom, right, top = shape.clip
        out.append(f"{left:.2f} {bottom:.2f} {right - left:.2f} {top - bottom:.2f} re W n ")
    if shape.fill:
        out.append(f"{shape.fill} {path}f ")
    out += [
        f"q {path}W n {_stroked(hatch.ink, hatch.width)}{_dots(hatch)}"
        f"{_lines(hatch, shape.path)}S Q "
        for hatch in shape.hatches
    ]
    if shape.stroke:
        dash = (
            f"[{' '.join([f'{n:.4g}' for n in shape.stroke.dash])}] 0 d "
            if shape.stroke.dash
            else ""
        )
        out.append(f"{_stroked(shape.stroke.ink, shape.stroke.width)}{dash}{path}S ")
    out.append("Q\n")
    return "".join(out)


def _stroked(ink: str, width: float) -> str:
    return f"{ink.translate(_STROKED)} {width:.4g} w "


def _dots(hatch: Hatch) -> str:
    return f"1 J [0 {hatch.gap:.4g}] 0 d " if hatch.dotted else ""


def _lines(hatch: Hatch, path: Iterable[Step]) -> str:
    """Return lines over all of the path.

    They go by the origin of the drawing, so that those of neighbours meet.
    """
    angle = math.radians(hatch.angle)
    along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
    points = [
        (numbers[i], numbers[i + 1]) for _, numbers in path for i in range(0, len(numbers), 2)
    ]
    near = [x * across[0] + y * across[1] for x, y in points]
    far = [x * along[0] + y * along[1] for x, y in points]
    start, stop = min(far), max(far)
    out = []
    for number in range(math.ceil(min(near) / hatch.gap), math.floor(max(near) / hatch.gap) + 1):
        x, y = across[0] * number * hatch.gap, across[1] * number * hatch.gap
        out.append(
            f"{x + along[0] * start:.2f} {y + along[1] * start:.2f} m "
            f"{x + along[0] * stop:.2f} {y + along[1] * stop:.2f} l "
        )
    return "".join(out)
