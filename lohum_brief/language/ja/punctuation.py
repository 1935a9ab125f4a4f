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
    quotes=("「", "」"),
    pair="（{}、{}）",
    share="（{}）",
    beside_address="\u3000",  # a slash beside an address would be read as part of it
    nothing="―",  # an en dash is no sign of its own here
)
