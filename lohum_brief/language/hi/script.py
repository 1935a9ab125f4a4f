"""Devanagari."""

from typing import Final

from lohum_brief.language.rooms.script import Script

SCRIPT: Final = Script(
    tag="Deva",
    signs="\u0900-\u097f",
    in_names="\u0900-\u097f",
    whole=False,  # it parts the nukta from its letter
    letters="\u0904-\u0939\u0958-\u0961",
    within=r"[\w\u0900-\u0963\u0966-\u097f]",  # Python's own letters leave out the vowel signs
)
