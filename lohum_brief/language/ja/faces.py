"""Faces of kanji and kana.

BIZ UDPMincho has no bold. Kanji that it and BIZ UDPGothic lack are in Noto Sans JP, for 𠮷 in
Mincho stands out among Gothic, and those of public registers in IPAmj Mincho.
"""

from typing import Final

from lohum_brief.language.rooms.faces import Faces

_REGISTERS: Final = "ipamjm"

FACES: Final = Faces(
    files={
        "sans": "BIZUDPGothic-Regular",
        "sans-bold": "BIZUDPGothic-Bold",
        "serif": "BIZUDPMincho-Regular",
        "serif-bold": "BIZUDPMincho-Regular",
    },
    further={
        "sans": ("NotoSansJP-Regular", _REGISTERS),
        "sans-bold": ("NotoSansJP-Bold", _REGISTERS),
        "serif": (_REGISTERS,),
        "serif-bold": (_REGISTERS,),
    },
    window="BIZ UDPGothic",
    scale=0.98,
    heavier=True,
)
