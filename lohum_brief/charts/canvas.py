"""A figure of matplotlib while a chart is drawn, and the letters placed on it.

All lengths are in points from the lower left corner. matplotlib brings scales, axes, grids, ticks
and the shapes of bars, lines and areas. Margins are fixed by whoever draws, from the widths of our
own letters, so that nothing is laid out twice.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, Literal

from msgspec import structs

from lohum_brief.charts.lettering import Block, Lettering
from lohum_brief.charts.library import isolated
from lohum_brief.charts.renderer import Renderer
from lohum_brief.charts.tones import WHITE, Ink, Tone, grey
from lohum_brief.document.drawings import Drawing, Label
from lohum_brief.language.codes import Lang

with isolated():
    import matplotlib as mpl
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path
    from matplotlib.transforms import IdentityTransform

AXIS: Final = grey(0.25)
_OUTLINE: Final = grey(0.3)
_UNDER: Final = 0.5
"""Between the axes and the areas in matplotlib's order of drawing."""
_HAIRLINE: Final = grey(0.38)
_DOTS: Final = 1.1, 6.0
"""In widths of the line. The grid is of dark dots: as light as a pale line, and still there in a
copy of two tones.
"""
_MARGIN, _CLEAR = 1.5, 2.0
"""What is free above and below the letters within a line's height, and what is kept free beside
them.
"""
_LOOK: Final[dict[str, Any]] = {
    "figure.frameon": False,
    "axes.facecolor": "none",
    "axes.edgecolor": AXIS,
    "axes.linewidth": 0.6,
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.spines.bottom": False,
    "axes.xmargin": 0,
    "axes.ymargin": 0,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "xtick.labelbottom": False,
    "ytick.labelleft": False,
    "hatch.linewidth": 0.7,
    "lines.linewidth": 1.4,
    "lines.solid_capstyle": "butt",
    "patch.linewidth": 0,
    "path.simplify": False,
    "text.parse_math": False,
}


@contextmanager
def look() -> Iterator[None]:
    """Use our settings of matplotlib, and none of the user's; draw inside of this."""
    with mpl.rc_context():
        settings: Any = mpl.rcParams
        settings.update(
            {key: value for key, value in mpl.rcParamsDefault.items() if key != "backend"} | _LOOK
        )
        yield


class Canvas:
    """One drawing."""

    def __init__(self, width: float, height: float, lettering: Lettering) -> None:
        self.width = width
        self.height = height
        self.lettering = lettering
        self.figure: Any = Figure(figsize=(width / 72, height / 72), dpi=72)
        self._labels: list[Label] = []
        self._boxes: list[tuple[float, float, float, float]] = []
        self._hairlines: list[tuple[float, float, float]] = []

    def axes(
        self,
        left: float,
        bottom: float,
        right: float,
        top: float,
        x: tuple[float, float],
        y: tuple[float, float],
    ) -> Any:
        """Return axes between these edges, with the limits of their scales.

        They are bare but for what is asked of them.
        """
        size = self.width, self.height
        rect = (
            left / size[0],
            bottom / size[1],
            (right - left) / size[0],
            (top - bottom) / size[1],
        )
        return self.figure.add_axes(rect, xlim=x, ylim=y, autoscale_on=False, xticks=(), yticks=())

    # What stands at a place of the drawing, on no scale ------------------------------------------

    def area(self, left: float, bottom: float, width: float, height: float, tone: Tone) -> None:
        """Draw a rectangle in that tone."""
        self._add(Rectangle((left, bottom), width, height, **inked(tone)))

    def ribbon(
        self, left: tuple[float, float], right: tuple[float, float], thick: float, ink: Ink
    ) -> None:
        """Draw a band of the same thickness from one upper corner to another.

        It lies under the areas that it joins. It has edges, for a copy loses its tone.
        """
        (x0, y0), (x1, y1) = left, right
        mid = (x0 + x1) / 2
        upper = [(x0, y0), (mid, y0), (mid, y1), (x1, y1)]
        points = [*upper, *[(x, y - thick) for x, y in reversed(upper)], (x0, y0)]
        codes = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        self._add(
            PathPatch(
                Path(points, codes), facecolor=ink, edgecolor=AXIS, linewidth=0.5, zorder=_UNDER
            )
        )

    def line(self, xs: Sequence[float], ys: Sequence[float], ink: Ink, width: float) -> None:
        """Draw a line through places of the drawing."""
        self._add(Line2D(xs, ys, color=ink, linewidth=width))

    def hairline(self, y: float, left: float, right: float) -> None:
        """Note a line of the grid, to be drawn under all else; it stops before what is written."""
        self._hairlines.append((y, left, right))

    def sign(self, x: float, y: float, tone: Tone, sign: str) -> None:
        """Draw the point of a series."""
        self._add(Line2D([x], [y], **pointed(tone, sign)))

    def _add(self, artist: Any) -> None:
        artist.set_transform(IdentityTransform())
        self.figure.add_artist(artist)

    # Letters -------------------------------------------------------------------------------------

    def put(
        self,
        block: Block,
        x: float,
        y: float,
        align: Literal["left", "middle", "right"] = "left",
        *,
        ink: str = "",
        if_free: bool = False,
    ) -> bool:
        """Place a block with its middle at height `y`; return whether it was placed.

        With `if_free` it is placed only where nothing else stands.
        """
        left = x - block.width * {"left": 0.0, "middle": 0.5, "right": 1.0}[align]
        half = block.height / 2
        box = left, y - half, left + block.width, y + half
        if if_free and not self._is_free(box):
            return False
        self._boxes.append(box)
        labels = block.labels(x, y, align)
        if ink:
            labels = [
                structs.replace(
                    label,
                    span=structs.replace(
                        label.span, style=structs.replace(label.span.style, ink=ink)
                    ),
                )
                for label in labels
            ]
        self._labels += labels
        return True

    def put_if_free(
        self,
        what: str,
        block: Block,
        x: float,
        y: float,
        align: Literal["left", "middle", "right"] = "left",
    ) -> bool:
        """Place a block where nothing else stands, if that is so in all languages of the chart.

        `what` is the name by which they agree.
        """
        if not self.lettering.allows(what):
            return False
        before = len(self._labels)
        placed = self.put(block, x, y, align, if_free=True)
        self.lettering.spare[what] = self._labels[before:]
        return self.lettering.allows(what, fits=placed)

    def _is_free(self, box: tuple[float, float, float, float]) -> bool:
        left, bottom, right, top = box
        if left < 0 or right > self.width or bottom < 0 or top > self.height:
            return False
        return not any(
            left < r and right > x and bottom < t and top > b for x, b, r, t in self._boxes
        )

    def _unwritten(self, y: float, left: float, right: float) -> Iterator[tuple[float, float]]:
        """Yield the parts of a level line on which nothing is written."""
        for low, bottom, high, top in sorted(self._boxes):
            if bottom + _MARGIN < y < top - _MARGIN and low < right and high > left:
                if low - _CLEAR > left:
                    yield left, low - _CLEAR
                left = max(left, high + _CLEAR)
        if left < right:
            yield left, right

    def drawing(self, alts: Iterable[tuple[Lang, str]]) -> Drawing:
        """Return the finished drawing."""
        for y, left, right in self._hairlines:
            for start, end in self._unwritten(y, left, right):
                self._add(
                    Line2D(
                        [start, end],
                        [y, y],
                        color=_HAIRLINE,
                        linewidth=0.45,
                        dashes=_DOTS,
                        zorder=-1,
                    )
                )
        renderer = Renderer(self.width, self.height)
        self.figure.draw(renderer)
        return Drawing(
            self.width, self.height, tuple(renderer.shapes), tuple(self._labels), tuple(alts)
        )


def inked(tone: Tone) -> dict[str, Any]:
    """Return an area in that tone, as matplotlib's patches take it; light ones have an outline.

    The outline of a grey is darker than its line, because it is thin. An outline in the tone of the
    area itself is none.
    """
    light = tone.lightness > 50 and tone.line != tone.fill
    outline = tone.line if len({*tone.line}) > 1 else min(tone.line, _OUTLINE)
    return {
        "facecolor": tone.fill,
        "hatch": tone.hatch or None,
        "hatchcolor": tone.hatched,
        "edgecolor": outline if light else tone.fill,
        "linewidth": 0.5 if light else 0,
    }


def baseline(axes: Any, *, x: float | None = None, y: float | None = None) -> None:
    """Draw the line where values begin."""
    if x is not None:
        axes.axvline(x, color=AXIS, linewidth=0.6, clip_on=False)
    if y is not None:
        axes.axhline(y, color=AXIS, linewidth=0.6, clip_on=False)


def pointed(tone: Tone, sign: str, *, hollow: bool = False, size: float = 4.0) -> dict[str, Any]:
    """Return points of a series, as matplotlib's lines take them: hollow ones for estimates."""
    return {
        "linestyle": "",
        "marker": sign,
        "markersize": size,
        "color": tone.line,
        "markerfacecolor": WHITE if hollow else tone.line,
        "markeredgewidth": 0.9,
        "clip_on": False,
    }
