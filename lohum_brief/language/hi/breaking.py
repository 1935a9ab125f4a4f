"""Where lines of Hindi break."""

from typing import Final

from lohum_brief.language.rooms.breaking import Breaking

BREAKING: Final = Breaking(locale="hi")
