"""The bundled faces, and which of them shows a character in which language.

Each language has a chain of faces: its own first, then that of Latin letters, those of the other
languages, and last what they have for rare characters (`language.rooms.faces`). Faces are read-only
and live as long as the process; nothing of an export is kept here.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from lohum_brief.document.unprintable import UncoveredError
from lohum_brief.language.codes import LANGS, UNSPACED, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.faces import Family
from lohum_brief.paths import resource
from lohum_brief.typeset.harfbuzz import hb

LATIN: Final[Lang] = "en"
"""The language whose faces have the Latin letters of all."""

EM: Final = 1.13
"""The em of the embedded fonts, relative to the size that a style names.

The scales of the scripts are part of it, so that all three have one nominal size in the PDF. A
generous leading is then still less than 1.5 ems. Up to that, readers (poppler) take lines for one
paragraph; above it they read columns one across the other.
"""


class Face:
    """A font file, opened; `em` is how many of its units make an em of the embedded font (`EM`)."""

    __slots__ = (
        "_has",
        "advances",
        "em",
        "font",
        "key",
        "lang",
        "path",
        "script",
        "spaced",
    )

    def __init__(self, name: str, lang: Lang) -> None:
        language = LANGUAGES[lang]
        self.key = name
        self.path = resource(f"fonts/{name}.ttf")
        face = hb.Face(hb.Blob.from_file_path(str(self.path)))
        self.font = hb.Font(face)
        self.em = round(face.upem * EM / language.faces.scale)
        self.lang = lang
        self.script = language.script.tag
        self.spaced = language.spaced
        self.advances: dict[int, int] = {}
        self._has: dict[str, bool] = {}

    def advance(self, glyph: int) -> int:
        """Return the glyph's own advance in font units, as the width table of a PDF states it."""
        width = self.advances.get(glyph)
        if width is None:
            width = self.advances[glyph] = self.font.get_glyph_h_advance(glyph)
        return width

    def has(self, char: str, selector: str = "") -> bool:
        """Return whether the face draws the character, with a variation selector if given."""
        if selector:
            return bool(self.font.get_variation_glyph(ord(char), ord(selector)))
        known = self._has.get(char)
        if known is None:
            known = self._has[char] = bool(self.font.get_nominal_glyph(ord(char)))
        return known


@cache
def face(name: str, lang: Lang) -> Face:
    """Return the face of that file, opened once; `lang` is the first language that has it."""
    return Face(name, lang)


@cache
def _owner(lang: Lang) -> Lang:
    """Return the first language with the same faces."""
    files = LANGUAGES[lang].faces.files
    return next(one for one in LANGS if LANGUAGES[one].faces.files == files)


class Chain:
    """The faces of a family in the order in which a language asks them."""

    __slots__ = (
        *("_first", "_latin", "_latin_name", "_led", "_own", "_seen", "_unspaced"),
        *("family", "lang", "names"),
    )

    def __init__(self, family: Family, lang: Lang) -> None:
        self.family = family
        self.lang = lang
        self._unspaced = lang in UNSPACED
        self._latin_name = LANGUAGES[LATIN].faces.files[family], _owner(LATIN)
        owners = dict.fromkeys(map(_owner, (lang, LATIN, *LANGS)))
        self.names = (
            *((LANGUAGES[owner].faces.files[family], owner) for owner in owners),
            *(
                (name, owner)
                for owner in owners
                for name in LANGUAGES[owner].faces.further.get(family, ())
            ),
        )
        self._first: dict[str, Face | None] = {}
        self._seen: set[str] = set()
        self._own: set[str] = set()
        self._latin: set[str] = set()
        self._led: dict[Face, set[str]] = {}

    def first(self, char: str, selector: str = "") -> Face | None:
        """Return the first face that has the character, or None."""
        key = char + selector
        if key in self._first:
            return self._first[key]
        names = self.names
        if self._unspaced and char in _OF_LATIN:
            names = (self._latin_name, *names)
        opened = (face(*name) for name in names)
        found = self._first[key] = next((one for one in opened if one.has(char, selector)), None)
        return found

    def known(self, text: str) -> Face | None:
        """Return the language's own face if it has all of the text, which is then set in it."""
        if not self._own.issuperset(text):
            if self._seen.issuperset(text):
                return None
            self._learn(text)
            if not self._own.issuperset(text):
                return None
        return face(*self.names[0])

    def _learn(self, text: str) -> None:
        """Note which characters the language's own face has.

        Note also which the Latin face takes in a word that has a letter.
        """
        own, latin = face(*self.names[0]), self._latin_face()
        for char in set(text) - self._seen:
            self._seen.add(char)
            if _selects(char):
                continue  # which face a character is of may depend on the selector behind it
            first = self.first(char)
            if first is own:
                self._own.add(char)
            shared = not (self._unspaced or char.isalpha())
            if char != " " and (first is latin or (shared and latin.has(char))):
                self._latin.add(char)

    def sole(self, text: str) -> Face | None:
        """Return the face of the whole text, where that is seen at once: the language's own, or
        that of a Latin word.
        """
        if own := self.known(text):
            return own
        if self._latin.issuperset(text.rstrip(" ")) and (
            self._unspaced or text.upper() != text.lower()
        ):
            return self._latin_face()
        return None

    def soles(self, texts: Sequence[str]) -> list[Face | None]:
        """Return the same of many texts."""
        self.known("".join(texts))
        own, shown = face(*self.names[0]), self._own.issuperset
        return [own if shown(text) else self.sole(text) for text in texts]

    def runs(self, text: str) -> list[tuple[Face, str]]:
        """Cut the text into runs of one face each, in order. Raises UncoveredError."""
        if sole := self.sole(text):
            return [(sole, text)]
        out: list[tuple[Face, str]] = []
        for word in _WORDS(text):
            whole = self.sole(word)
            for found, part in [(whole, word)] if whole else self._word(word):
                if out and out[-1][0] is found:
                    part = out.pop()[1] + part  # noqa: PLW2901 - the run goes on
                out.append((found, part))
        return out

    def _latin_face(self) -> Face:
        return face(*self._latin_name)

    def _word(self, word: str) -> list[tuple[Face, str]]:
        """Return the runs of a word with the space behind it.

        Marks, joiners and selectors stay with their base. Digits, punctuation and spaces, which all
        scripts share, take the face of the letters around them: brackets round a Latin word are
        Latin. A sign of another face, such as ※ or →, draws nothing after it: the number behind it
        stays in the face of the text.
        """
        if whole := self._leading_all(word):
            return [(whole, word)]
        # Japanese punctuation is wide, and Japanese is shaped in pieces smaller than words.
        lead = None if self._unspaced else self._lead(word)
        current = lead
        out: list[tuple[Face, str]] = []
        for place, char in enumerate(word):
            shared = char in _SPACES if self._unspaced else not char.isalpha()
            if out and joins(char):
                found = out[-1][0]
            elif lead is not None and shared and lead.has(char):
                found = lead
            else:
                found = self._asked(word, place, current)
            if out and found is out[-1][0]:
                out[-1] = (found, out[-1][1] + char)
            else:
                out.append((found, char))
            current = found
            if self._unspaced or not shared:
                lead = found
        return out

    def _leading_all(self, word: str) -> Face | None:
        """Return the face of a word that is in one face, by its characters and not one by one.

        In a table that all languages share most words are in another face than that of its
        language: to ask for each character took 1 % of a cold export of 39 pages.
        """
        lead = self.first(word[0]) if self._unspaced else self._lead(word)
        if lead is None or word[0] in JOINING or word[0] in _SPACES:
            return None
        led = self._led.setdefault(lead, set())
        for char in set(word) - led:
            if not self._follows(char, lead):
                return None
            led.add(char)
        return lead

    def _follows(self, char: str, lead: Face) -> bool:
        """Return whether a character is in the face of its word, if that is `lead`."""
        if _selects(char):
            return False
        shared = char in _SPACES if self._unspaced else not char.isalpha()
        return joins(char) or (lead.has(char) if shared else self.first(char) is lead)

    def _lead(self, word: str) -> Face | None:
        """Return the face of the first letter of a word, which its signs and digits share."""
        letter = next(filter(str.isalpha, word), "")
        return self.first(letter) if letter else None

    def _asked(self, word: str, place: int, current: Face | None) -> Face:
        """Return the first face that has a character of a word. Raises UncoveredError."""
        char, after = word[place], word[place + 1 : place + 2]
        found = self.first(char, after if _selects(after) else "") or self.first(char)
        if found is None and _selects(char):
            # A selector that selects nothing shows nothing.
            return current or face(*self.names[0])
        if found is None:
            raise UncoveredError("".join(uncovered(word, self.lang, self.family)))
        return found


_SPACES: Final = " \u00a0"

_OF_LATIN: Final = frozenset(
    (*map(chr, range(0x21, 0x7F)), *map(chr, range(0xC0, 0x250)), *"–°²³µ₂’")
)
"""What Japanese sets in the face of Latin, so that a page has one shape of each figure and letter.
"""

_WORDS: Final = re.compile("[^ ]* +|[^ ]+").findall

_SINGLE: Final = (
    "\u200c\u200d\u3099\u309a\u093a\u093b\u093c\u0962\u0963\u1ced\u1cf4\ua69e\ua69f\ua8ff"
)
_RANGES: Final = (
    "\u302a\u302f \u0300\u036f \u0900\u0903 \u093e\u094f \u0951\u0957 \u0483\u0489 \u1ab0\u1aff "
    "\u1cd0\u1cd2 \u1cd4\u1ce8 \u1cf7\u1cf9 \u1dc0\u1dff \u20d0\u20f0 \u2de0\u2dff \ua66f\ua672 "
    "\ua674\ua67d \ua8e0\ua8f1 \ufe20\ufe2f \ufe00\ufe0f \U000e0100\U000e01ef"
)
JOINING: Final = frozenset(
    (
        *_SINGLE,
        *(chr(code) for ends in _RANGES.split() for code in range(ord(ends[0]), ord(ends[1]) + 1)),
    )
)
"""What belongs to the character before it: joiners, combining marks, selectors.

A set: patterns with all of them took 1 ms of each export to compile.
"""


def _selects(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"


def joins(char: str) -> bool:
    """Return whether the character belongs to the one before it.

    So do joiners, selectors and the combining marks of our scripts.
    """
    return char in JOINING


@cache
def chain(family: Family, lang: Lang) -> Chain:
    """Return the chain of a family for a language."""
    return Chain(family, lang)


def uncovered(text: str, lang: Lang, family: Family = "sans") -> list[str]:
    """Return the distinct characters that no bundled face shows, in order of appearance.

    A character with a variation selector counts as covered when its base is, since the selector
    only refines it.
    """
    faces = chain(family, lang)
    lost: dict[str, None] = {}
    for char in text:
        if not (char in "\n\t\u200b\u200c\u200d\u2060" or _selects(char) or faces.first(char)):
            lost[char] = None
    return list(lost)
