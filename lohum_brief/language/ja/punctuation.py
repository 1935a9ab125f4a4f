"""Marks and spaces of Japanese."""

from typing import Final

from lohum_brief.language.rooms.punctuation import Punctuation

PUNCTUATION: Final = Punctuation(
    space="",
    comma="、",
    semicolon="。",
    colon="：",
    stop="。",
    dash="～",
    brackets=("（", "）"),
    separator="／",
    nothing="―",  # an en dash is no sign of its own here
)
