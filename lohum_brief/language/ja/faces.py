"""Faces of kanji and kana: Noto Sans JP, and Noto Serif JP for titles.

They were chosen by looking, beside BIZ UDPGothic and BIZ UDGothic, at 8.8 and 7.3 points, in bold,
in titles, and in copies of one bit at 200 dpi:

- Kana are as wide as kanji, so that lines stand on the em. BIZ UDPGothic has kana of all widths,
  full stops of 0.6 em, and brackets without the blank that a line takes back.
- Bold is as heavy as bold Latin and Devanagari, so titles are bold in all scripts. The bold of BIZ
  is between bold and regular, and BIZ UDPMincho has none: outlines were drawn around its letters,
  uneven where strokes are dense.
- BIZ UDGothic, which has the em too, sets figures half an em wide, like a typewriter.
- They have 13,700 kanji (BIZ 10,100), 𠮷 among them, in the style of their neighbours, and the
  variation sequences of Adobe-Japan1.

What public registers have beyond that (39,000 kanji of names, and the sequences of Moji Joho) is in
IPAmj Mincho, asked last.
"""

from typing import Final

from lohum_brief.language.rooms.faces import Faces

_REGISTERS: Final = ("ipamjm",)

FACES: Final = Faces(
    files={
        "sans": "NotoSansJP-Regular",
        "sans-bold": "NotoSansJP-Bold",
        "serif": "NotoSerifJP-Regular",
        "serif-bold": "NotoSerifJP-Bold",
    },
    further={
        "sans": _REGISTERS,
        "sans-bold": _REGISTERS,
        "serif": _REGISTERS,
        "serif-bold": _REGISTERS,
    },
    window="Noto Sans JP",
    scale=0.98,
)
