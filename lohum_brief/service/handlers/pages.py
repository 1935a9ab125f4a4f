"""Pages for the screen."""

from collections.abc import Iterator

from msgspec import structs

from lohum_brief.errors import BriefError
from lohum_brief.packs.admit import admit
from lohum_brief.packs.fitting import Fitter
from lohum_brief.packs.single import single
from lohum_brief.release.gate import explained, require_printable
from lohum_brief.service.context import Context, pack_of
from lohum_brief.service.messages.pages import (
    Draw,
    Drawn,
    Measure,
    Measured,
    Printed,
    Render,
    Rendered,
)
from lohum_brief.service.screen import pages
from lohum_brief.typeset.compose import Composed, compose
from lohum_brief.typeset.ruler import FontRuler


def render(context: Context, request: Render) -> Rendered:
    """Set a pack."""
    pack = pack_of(request.pack)
    require_printable(context.visit, pack)
    try:
        made = pages(
            context.visit,
            pack,
            context.memory,
            pictures=context.pictures,
            progress=context.progress(request.number),
        )
    except BriefError as error:
        raise explained(admit(context.visit, pack.audience), pack, error) from None
    places, turned = tuple(_printed(made)), tuple(sorted(made.turned))
    return Rendered(
        request.number, made.pdf, made.pages, made.size, made.sides, places, turned, made.mark
    )


def draw(context: Context, request: Draw) -> Drawn:
    """Set charts on pages of their own."""
    number, key, charts = request.number, request.key, request.charts
    try:
        planned = single(
            context.visit, pack_of(request.pack), charts, FontRuler(), context.memory.drawings
        )
    except BriefError as error:
        return Drawn(number, key, charts, trouble=error.message)
    if planned is None:
        return Drawn(number, key, charts)
    drawn = compose(planned)
    return Drawn(number, key, charts, drawn.pdf, drawn.size, tuple(_printed(drawn)))


def measure(_context: Context, request: Measure) -> Measured:
    """Count the lines that texts take."""
    fitter = Fitter(FontRuler())
    fits = tuple(fitter.fit(*structs.astuple(text)) for text in request.texts)
    return Measured(request.number, request.texts, fits)


def _printed(made: Composed) -> Iterator[Printed]:
    for place in made.places:
        for side in range(made.sides):
            yield Printed(
                place.record, place.page + side, round(place.y, 1), round(place.height, 1)
            )
