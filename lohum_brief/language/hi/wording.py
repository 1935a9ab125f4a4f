"""What is said of Hindi."""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.wording import Wording

WORDING: Final = Wording(
    name=phrase("Hindi"),
    known_as="hi hin hindi हिंदी हिन्दी हिंदि देवनागरी devanagari ヒンディー語 ヒンディー",
    beside=phrase("Hindi terms carry a transliteration."),
    licences={
        "सर्वाधिकार सुरक्षित": "all rights reserved",
        "सार्वजनिक डोमेन": "public domain",
        "पब्लिक डोमेन": "public domain",
    },
)
