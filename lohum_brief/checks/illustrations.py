"""Logos, plans and photographs: what they would lack on a page."""

import math
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.document.geometry import A4, INNER, OUTER
from lohum_brief.message import Value, msg, msg_n
from lohum_brief.visit.records import Picture
from lohum_brief.visit.visit import Visit

RULE = "illustrations"

_DOTS: Final = 200
"""Dots an inch below which a picture on paper is seen to have some."""
_INCH: Final = 72
_PARTS: Final = {"logo": 3}
"""Sorts that take only such a part of the width of the text."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for pictures without a file, without a text of what they show, with too few
    pixels, and for photographs to which those shown did not consent.
    """
    for picture in visit.of(Picture):
        if not picture.image.digest:
            yield _warning(picture, "image", _without_file(picture))
        if not picture.alternative:
            message = msg(
                "It is not said what it shows: who does not see it would get nothing of it."
            )
            yield _warning(picture, "alternative", message)
        yield from _of_consent(picture)
        yield from _of_pixels(picture)


def _warning(picture: Picture, field: str, message: Value, about: str = "") -> Finding:
    return Finding("warning", RULE, picture.id, field, message, about)


def _without_file(picture: Picture) -> Value:
    if picture.image.file:
        return msg("{file} is not in this file yet; choose it.", file=picture.image.file)
    return msg("It has no file yet; choose one.")


def _of_consent(picture: Picture) -> Iterator[Finding]:
    if picture.sort != "photograph" or picture.consent == "given":
        return
    message = (
        msg("Those shown refused to have it printed; nobody gets it.")
        if picture.consent == "refused"
        else msg("Nobody noted whether those shown consent; until then nobody gets it.")
    )
    yield _warning(picture, "consent", message)


def _of_pixels(picture: Picture) -> Iterator[Finding]:
    image = picture.image
    inches = (A4[0] - INNER - OUTER) / _INCH / _PARTS.get(picture.sort, 1)
    least = math.ceil(_DOTS * inches)
    if image.form in ("jpeg", "png") and 0 < image.width < least:
        message = msg_n(
            "It is {count} pixel wide: where it prints largest that is less than {dots} dots an "
            "inch, for which it takes {least}.",
            "It is {count} pixels wide: where it prints largest that is less than {dots} dots an "
            "inch, for which it takes {least}.",
            image.width,
            dots=_DOTS,
            least=least,
        )
        yield _warning(picture, "image", message, str(least))
