"""What matplotlib draws, as the shapes of a plain drawing.

It draws no letters: those are placed by `canvas`.
"""

from typing import Any, Final

from lohum_brief.charts.library import isolated
from lohum_brief.document.drawings import Bounds, Hatch, Shape, Step, Stroke

with isolated():
    from matplotlib.backend_bases import RendererBase

_OPS: Final = {1: "m", 2: "l", 4: "c", 79: "h"}
_ANGLES: Final = {
    "/": (45.0,),
    "\\": (-45.0,),
    "-": (0.0,),
    "|": (90.0,),
    ".": (0.0,),
    "x": (45.0, -45.0),
    "+": (0.0, 90.0),
}
_GAP: Final = 7.5
"""Distance of hatches where the sign stands once; twice as many for two."""


class Renderer(RendererBase):
    """Collects shapes; an em, a dot and a pixel are points here."""

    def __init__(self, width: float, height: float) -> None:
        super().__init__()
        self.shapes: list[Shape] = []
        self._size = width, height

    def get_canvas_width_height(self) -> tuple[float, float]:
        return self._size

    def flipy(self) -> bool:
        """Say that texts too count from below."""
        return False

    def points_to_pixels(self, points: Any) -> Any:
        return points

    def draw_path(self, gc: Any, path: Any, transform: Any, rgbFace: Any = None) -> None:  # noqa: N803 - matplotlib's name
        """Draw a path with the inks of its graphics context."""
        steps = _steps(path.transformed(transform))
        fill = _ink(rgbFace) if rgbFace is not None else ""
        width = gc.get_linewidth()
        stroke = None
        if width and (ink := _ink(gc.get_rgb())):
            _, dashes = gc.get_dashes()
            stroke = Stroke(ink, float(width), tuple(float(length) for length in dashes or ()))
        hatches = _hatches(gc)
        if steps and (fill or stroke or hatches):
            self.shapes.append(Shape(steps, fill, stroke, hatches, _clip(gc)))

    def draw_image(self, *_: Any) -> None:
        """Raise: no bitmap ever gets into a pack this way."""
        raise NotImplementedError("charts have no bitmaps")

    def draw_text(self, *_: Any, **__: Any) -> None:
        raise NotImplementedError("texts are placed by the canvas")


def _steps(path: Any) -> tuple[Step, ...]:
    """Return the steps of a path; a quadratic curve becomes a cubic one."""
    out: list[Any] = []
    points = path.vertices.tolist()
    codes = path.codes.tolist() if path.codes is not None else [1] + [2] * (len(points) - 1)
    i = 0
    while i < len(points):
        code = codes[i]
        if code == 0:
            break
        if code == 3:
            (ax, ay), (bx, by), (cx, cy) = points[i - 1], points[i], points[i + 1]
            curve = (
                ax + (bx - ax) * 2 / 3,
                ay + (by - ay) * 2 / 3,
                cx + (bx - cx) * 2 / 3,
                cy + (by - cy) * 2 / 3,
            )
            out.append(("c", (*curve, cx, cy)))
            i += 2
        elif code == 4:
            out.append(("c", (*points[i], *points[i + 1], *points[i + 2])))
            i += 3
        else:
            out.append((_OPS[code], () if code == 79 else tuple(points[i])))
            i += 1
    return tuple(out)


def _ink(colour: Any) -> str:
    """Return a colour as an ink: black and greys print in one, what is clear has none."""
    red, green, blue, *alpha = (float(part) for part in colour)
    if alpha and not alpha[0]:
        return ""
    return f"{red:.4g} g" if red == green == blue else f"{red:.4g} {green:.4g} {blue:.4g} rg"


def _hatches(gc: Any) -> tuple[Hatch, ...]:
    sign = gc.get_hatch()
    if not sign:
        return ()
    ink, gap = _ink(gc.get_hatch_color()), _GAP / len(sign)
    width = float(gc.get_hatch_linewidth())
    return tuple(Hatch(ink, angle, gap, width, dotted=sign[0] == ".") for angle in _ANGLES[sign[0]])


def _clip(gc: Any) -> Bounds | None:
    box = gc.get_clip_rectangle()
    return (float(box.x0), float(box.y0), float(box.x1), float(box.y1)) if box is not None else None
