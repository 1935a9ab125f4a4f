"""Marks and spaces of Hindi."""

from typing import Final

from lohum_brief.language.rooms.punctuation import Punctuation

PUNCTUATION: Final = Punctuation(stop="।")
