"""Where ICU breaks lines of a language."""

import msgspec


class Breaking(msgspec.Struct, frozen=True, kw_only=True):
    """The locales are ICU's."""

    locale: str
    phrases: str = ""
    """The locale that keeps phrases together, as headings want it; empty where words are parted anyway."""
    dashed: bool = True
    """Whether ranges are written with an en dash, behind which no line breaks."""
