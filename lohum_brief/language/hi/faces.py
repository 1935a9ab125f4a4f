"""Faces of Devanagari."""

from typing import Final

from lohum_brief.language.rooms.faces import Faces

FACES: Final = Faces(
    files={
        "sans": "NotoSansDevanagari-Regular",
        "sans-bold": "NotoSansDevanagari-Bold",
        "serif": "NotoSerifDevanagari-Regular",
        "serif-bold": "NotoSerifDevanagari-Bold",
    },
    window="Noto Sans Devanagari",
    scale=1.07,
)
