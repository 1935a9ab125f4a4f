"""What is said of Japanese."""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.wording import Wording

WORDING: Final = Wording(
    name=phrase("Japanese"),
    known_as="ja jp jpn japanese kanji जापानी 日本語 和文 漢字 日",
    beside=phrase("Japanese terms carry their reading."),
    licences={
        "パブリック・ドメイン": "public domain",
        "無断転載禁止": "all rights reserved",
        "無断転載を禁じます": "all rights reserved",
        "不許複製": "all rights reserved",
    },
)
