"""Devanagari letters with a nukta, the dot below, in the one form in which Unicode's NFC writes
them.
"""

import re
from typing import Final

_DECOMPOSED: Final = {
    0x0958: "\u0915\u093c", 0x0959: "\u0916\u093c", 0x095A: "\u0917\u093c", 0x095B: "\u091c\u093c",
    0x095C: "\u0921\u093c", 0x095D: "\u0922\u093c", 0x095E: "\u092b\u093c", 0x095F: "\u092f\u093c",
}  # fmt: skip

_NUKTA: Final = re.compile("[\u0958-\u095f]")


def decomposed(text: str) -> str:
    """Return the text with each nukta letter as two characters, so that glyphs and characters pair
    up.
    """
    return text.translate(_DECOMPOSED) if _NUKTA.search(text) else text
