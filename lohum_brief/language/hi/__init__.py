"""Hindi, in Devanagari."""

from typing import Final

from lohum_brief.language.language import Language

LANGUAGE: Final = Language(
    __name__, place=1, native="हिंदी", locale="hi", region="IN", at_home=("IN", "Asia/Kolkata")
)
