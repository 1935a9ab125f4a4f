"""Japanese."""

from typing import Final

from lohum_brief.language.language import Language

LANGUAGE: Final = Language(
    __name__,
    place=3,
    native="日本語",
    locale="ja",
    region="JP",
    at_home=("JP", "Asia/Tokyo"),
    spaced=False,
    read=True,
)
