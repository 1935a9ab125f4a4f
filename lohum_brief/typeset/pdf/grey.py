"""Pages in grey: what a copier without colours makes of them."""

import io
import re
from typing import Final

from lohum_brief.document.images import Image

_QUALITY: Final = 92
"""Of photos that are written anew, of a hundred."""
_COLOUR: Final = re.compile(r"(?<![\w.])([\d.]+) ([\d.]+) ([\d.]+) (rg|RG)\b")
_RED, _GREEN, _BLUE = 0.299, 0.587, 0.114
"""How light the three seem beside one another (ITU-R BT.601)."""


def toned(content: str) -> str:
    """Return what a page shows with each colour as the grey that is as light. Its texts stand in
    it as numbers of glyphs, so that nothing else looks like a colour.
    """
    return _COLOUR.sub(_grey, content)


def _grey(colour: re.Match[str]) -> str:
    red, green, blue = (float(colour[number]) for number in (1, 2, 3))
    light = round(_RED * red + _GREEN * green + _BLUE * blue, 3)
    return f"{light:g} {'g' if colour[4] == 'rg' else 'G'}"


def photo(image: Image) -> Image:
    """Return a photo in grey."""
    if image.components == 1:
        return image
    from PIL import Image as Pillow  # noqa: PLC0415 - few packs are wanted in grey

    out = io.BytesIO()
    with Pillow.open(io.BytesIO(image.data)) as opened:
        opened.convert("L").save(out, "JPEG", quality=_QUALITY)
    return Image(out.getvalue(), image.width, image.height, 1)
