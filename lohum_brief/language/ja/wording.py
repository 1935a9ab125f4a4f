"""What is said of Japanese."""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.wording import Wording

WORDING: Final = Wording(
    name=phrase("Japanese"),
    beside=phrase("Japanese terms carry their reading."),
)
