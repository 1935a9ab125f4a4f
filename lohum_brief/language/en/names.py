"""Names in English, with the family name in capitals, as lists of protocol have it."""

from typing import Final

from lohum_brief.language.rooms.names import BARE_FAMILY, NBSP, Names

_SOUNDS: Final = (("ou", "o"), ("oo", "u"), ("ee", "i"), ("aa", "a"))


class _Names(Names, frozen=True):
    def heard(self, spread: str) -> str:
        """Return a word with each vowel in its shorter spelling."""
        plain = Names.heard(self, spread)
        for long, short in _SOUNDS:
            plain = plain.replace(long, short)
        return plain

    def set_off(self, family: str) -> str:
        """Return the family name in capitals; what stands behind it stays as it is: SMITH Jr.,
        SINGH (Retd.).
        """
        return BARE_FAMILY.sub(lambda found: found[0].upper(), family, count=1)


NAMES: Final = _Names(
    word=r"[A-Z\u00c0-\u00de][\w'’]{3,}",
    before={
        "mr": "Mr",
        "ms": "Ms",
        "dr": "Dr",
        "prof": "Prof.",
        "he": "H.E.",
        "he_mr": f"H.E.{NBSP}Mr",
        "he_ms": f"H.E.{NBSP}Ms",
    },
)
