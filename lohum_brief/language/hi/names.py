"""Names in Hindi. Lists go by the order of the Devanagari block, which is the traditional one,
nukta ignored at first.
"""

import re
from typing import Final

from lohum_brief.language.rooms.names import NBSP, Names

_NASALS: Final = re.compile("[\u0919\u091e\u0923\u0928\u092e]\u094d(?=[\u0915-\u0939])")
_ALIKE: Final = str.maketrans("टठडढण\u0901", "तथदधन\u0902", "\u093c\u200c\u200d")
"""Japanese and English t and d are dental to one ear and retroflex to another: जेट्रो, जेत्रो."""
_INNER: Final = re.compile("(?<!^)[\u093f\u0940\u0941\u0942](?!$)")


class _Names(Names, frozen=True):
    def heard(self, spread: str) -> str:
        """Return a word without short vowels within, nukta and half nasals."""
        spread = _NASALS.sub("\u0902", spread.translate(_ALIKE))
        return _INNER.sub("", spread).replace("\u0940", "\u093f").replace("\u0942", "\u0941")


NAMES: Final = _Names(
    word="[\u0900-\u0963\u0970-\u097f]{4,}",
    before={
        "mr": "श्री",
        "ms": "सुश्री",
        "dr": "डॉ.",
        "prof": "प्रो.",
        "he": "महामहिम",
        "he_mr": f"महामहिम{NBSP}श्री",
        "he_ms": f"महामहिम{NBSP}सुश्री",
    },
)
