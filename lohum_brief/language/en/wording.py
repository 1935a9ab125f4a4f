"""What is said of English."""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.wording import Wording

WORDING: Final = Wording(
    name=phrase("English"),
    known_as="en eng english अंग्रेजी इंग्लिश roman latin romaji 英語 英文 英 ローマ字 欧文 रोमन",
)
