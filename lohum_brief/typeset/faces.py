"""The bundled faces, and which of them shows a character in which language.

Each language has a chain: its own face first, then those of the other scripts, and last IPAmj Mincho, which has the
kanji of public registers. Faces are read-only and live as long as the process; nothing of an export is kept here.
"""

from functools import cache
from typing import Final, Literal

import uharfbuzz as hb

from lohum_brief.language.codes import Lang
from lohum_brief.paths import resource

Family = Literal["sans", "sans-bold", "serif", "serif-bold"]

LATIN: Final = "latin"
DEVANAGARI: Final = "devanagari"
JAPANESE: Final = "japanese"

_FILES: Final[dict[Family, dict[str, str]]] = {
    "sans": {
        LATIN: "NotoSans-Regular",
        DEVANAGARI: "NotoSansDevanagari-Regular",
        JAPANESE: "BIZUDPGothic-Regular",
    },
    "sans-bold": {LATIN: "NotoSans-Bold", DEVANAGARI: "NotoSansDevanagari-Bold", JAPANESE: "BIZUDPGothic-Bold"},
    "serif": {
        LATIN: "NotoSerif-Regular",
        DEVANAGARI: "NotoSerifDevanagari-Regular",
        JAPANESE: "BIZUDPMincho-Regular",
    },
    "serif-bold": {
        LATIN: "NotoSerif-Bold",
        DEVANAGARI: "NotoSerifDevanagari-Bold",
        JAPANESE: "BIZUDPMincho-Regular",
    },
}
_ORDER: Final[dict[Lang, tuple[str, ...]]] = {
    "hi": (DEVANAGARI, LATIN, JAPANESE),
    "en": (LATIN, DEVANAGARI, JAPANESE),
    "ja": (JAPANESE, LATIN, DEVANAGARI),
}
_SCALES: Final = {LATIN: 1.0, DEVANAGARI: 1.07, JAPANESE: 0.98}
"""Sizes at which the three scripts look equally large, relative to Latin."""

EM: Final = 1.13
"""The em of the embedded fonts, relative to the size that a style names; the scripts' scales are part of it.

So the three scripts have one nominal size in the PDF, and a generous leading is still less than 1.5 ems, up to which
readers (poppler) take lines for one paragraph and read columns one after the other.
"""

_LAST_RESORT: Final = "ipamjm"


class UncoveredError(LookupError):
    """No bundled face has these characters; they are the first argument."""


class Face:
    """A font file, opened. `em` is how many of its units make an em of the embedded font (see `EM`)."""

    __slots__ = ("_advances", "em", "font", "key", "path", "script", "tag")

    def __init__(self, name: str, script: str) -> None:
        self.key = name
        self.path = resource(f"fonts/{name}.ttf")
        face = hb.Face(hb.Blob.from_file_path(str(self.path)))
        self.font = hb.Font(face)
        self.em = round(face.upem * EM / _SCALES[script])
        self.script = script
        self.tag = {LATIN: "Latn", DEVANAGARI: "Deva", JAPANESE: "Hani"}[script]
        self._advances: dict[int, int] = {}

    def advance(self, glyph: int) -> int:
        """The glyph's own advance in font units, as the width table of a PDF states it."""
        width = self._advances.get(glyph)
        if width is None:
            width = self._advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return width

    def has(self, char: str, selector: str = "") -> bool:
        """Whether the face draws the character, with a variation selector if one is given."""
        if selector:
            return bool(self.font.get_variation_glyph(ord(char), ord(selector)))
        return bool(self.font.get_nominal_glyph(ord(char)))


@cache
def face(name: str, script: str) -> Face:
    """The face of that file, opened once."""
    return Face(name, script)


class Chain:
    """The faces of a family in the order in which a language asks them."""

    __slots__ = ("_first", "_own", "family", "lang", "names")

    def __init__(self, family: Family, lang: Lang) -> None:
        self.family = family
        self.lang = lang
        files = _FILES[family]
        self.names = (*((files[script], script) for script in _ORDER[lang]), (_LAST_RESORT, JAPANESE))
        self._first: dict[str, Face | None] = {}
        self._own: set[str] = set()

    def first(self, char: str, selector: str = "") -> Face | None:
        """The first face that has the character, or None."""
        key = char + selector
        if key not in self._first:
            opened = (face(*name) for name in self.names)
            self._first[key] = next((one for one in opened if one.has(char, selector)), None)
        return self._first[key]

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """Cut the text into runs of one face each, in order.

        Marks, joiners and selectors stay with their base. A space stays with what is before it. Raises
        UncoveredError.
        """
        own = face(*self.names[0])
        if self._own.issuperset(text):
            return [(own, text)]
        out: list[tuple[Face, str]] = []
        begin = 0
        current: Face | None = None
        for i, char in enumerate(text):
            if current is not None and (joins(char) or (char in _NEUTRAL and current.has(char))):
                continue
            after = text[i + 1] if i + 1 < len(text) else ""
            found = self.first(char, after if _selects(after) else "") or self.first(char)
            if found is None and _selects(char):
                found = current or face(*self.names[0])  # a selector that selects nothing shows nothing
            if found is None:
                raise UncoveredError("".join(uncovered(text, self.lang, self.family)))
            if found is not current:
                if current is not None:
                    out.append((current, text[begin:i]))
                begin, current = i, found
        if current is not None:
            out.append((current, text[begin:]))
        if len(out) == 1 and current is own and not any(_selects(char) for char in text):
            # A text of the language's own face only: any other of the same characters will be one too.
            self._own.update(text)
        return out


_NEUTRAL: Final = " \u00a0"


def _selects(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def joins(char: str) -> bool:
    """Whether the character belongs to the one before it: joiners, selectors, combining marks of our scripts."""
    return (
        char in "\u200c\u200d\u3099\u309a"
        or "\u0300" <= char <= "\u036f"
        or "\u0900" <= char <= "\u0903"
        or ("\u093a" <= char <= "\u094f" and char != "\u093d")
        or "\u0951" <= char <= "\u0957"
        or "\u0962" <= char <= "\u0963"
        or _selects(char)
    )


@cache
def chain(family: Family, lang: Lang) -> Chain:
    """The chain of a family for a language."""
    return Chain(family, lang)


def uncovered(text: str, lang: Lang, family: Family = "sans") -> list[str]:
    """The distinct characters of the text that no bundled face can show, in order of appearance.

    A character with a variation selector counts as covered when its base is, since the selector only refines it.
    """
    faces = chain(family, lang)
    lost: dict[str, None] = {}
    for char in text:
        if not (char in "\n\t\u200b\u200c\u200d\u2060" or _selects(char) or faces.first(char)):
            lost[char] = None
    return list(lost)
