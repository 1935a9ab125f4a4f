"""Kanji and kana."""

from typing import Final

from lohum_brief.language.rooms.script import Script

SCRIPT: Final = Script(
    tag="Hani",
    signs="\u3000-\U0010ffff",
    in_names="\u3400-\u9fff々\uf900-\ufaff\U00020000-\U0010ffff",
    letters="\u3041-\u30fa\u3400-\u9fff",
    within="",
)
