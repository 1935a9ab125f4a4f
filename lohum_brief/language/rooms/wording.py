"""What is said of a language, in English and marked for the catalogue."""

from collections.abc import Mapping

import msgspec


class Wording(msgspec.Struct, frozen=True, kw_only=True):
    """Say or print these as other words of the catalogue."""

    name: str
    """What the language is called."""
    known_as: str
    """The words by which lists call it, in whichever language, parted by spaces."""
    beside: str = ""
    """The sentence under a glossary whose terms have something beside them in this language."""
    licences: Mapping[str, str] = {}
    """Terms of use by other words than the catalogue has for them, in small letters."""
