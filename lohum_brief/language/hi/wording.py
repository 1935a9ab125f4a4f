"""What is said of Hindi."""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.wording import Wording

WORDING: Final = Wording(
    name=phrase("Hindi"),
    beside=phrase("Hindi terms carry a transliteration."),
)
