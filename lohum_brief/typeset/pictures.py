"""Pictures measured: the drawing of each language in its place, in one strip.

No page break parts it.
"""

from lohum_brief.document.blocks import Picture
from lohum_brief.document.drawings import Drawing
from lohum_brief.document.geometry import Geometry
from lohum_brief.document.style import GRID
from lohum_brief.typeset.measurer import Measurer
from lohum_brief.typeset.strips import Inked, Item, Strip, gap_of, up

_SHARE = {"left": 0.0, "middle": 0.5, "right": 1.0}


def picture(block: Picture, measurer: Measurer) -> list[Strip]:
    """Return the strips of drawings abreast, or below one another where the layout is stacked."""
    strips: list[Strip] = []
    for drawing in block.drawings:
        if not strips or measurer.where.stacked:
            strips.append(Strip(0.0))
        strip = strips[-1]
        strip.height = max(strip.height, up(drawing.height))
        strip.keep = measurer.where.stacked or block.keep
        strip.record = block.record
        _place(drawing, block, strip, measurer)
    if not strips:
        return []
    strips[-1].keep = block.keep
    return [*strips, gap_of(GRID, keep=block.keep)]


def _place(drawing: Drawing, block: Picture, strip: Strip, measurer: Measurer) -> None:
    """Place a drawing, with a Figure for each of its languages.

    The first Figure owns lines and areas, each the labels in its language.
    """
    side, left = _corner(drawing, measurer.where, wide=block.wide)
    langs = [lang for lang, _ in drawing.alts]
    shapes = drawing.shapes
    for lang, alt in drawing.alts:
        figure, order = measurer.element(measurer.sect, "Figure", lang)
        figure.alt = alt
        strip.inked += (
            Inked(side, left, drawing.height, drawing.width, drawing.height, figure, order, shapes),
        )
        shapes = ()
        for label in drawing.labels:
            if lang != (label.span.lang if label.span.lang in langs else langs[0]):
                continue
            line = measurer.single(label.span)
            at = left + label.x - line.width * _SHARE[label.anchor]
            strip.items.append(Item(side, at, drawing.height - label.y, figure, order, line))


def _corner(drawing: Drawing, where: Geometry, *, wide: bool) -> tuple[int, float]:
    """Return the side a drawing stands on, and where it begins there."""
    place = where.places[drawing.alts[0][0]]
    return place.side, 0.0 if wide else place.x
