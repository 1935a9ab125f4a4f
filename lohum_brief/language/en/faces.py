"""Faces of Latin letters."""

from typing import Final

from lohum_brief.language.rooms.faces import Faces

FACES: Final = Faces(
    files={
        "sans": "NotoSans-Regular",
        "sans-bold": "NotoSans-Bold",
        "serif": "NotoSerif-Regular",
        "serif-bold": "NotoSerif-Bold",
    },
    window="Noto Sans",
)
