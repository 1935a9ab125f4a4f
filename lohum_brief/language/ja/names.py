"""Names in Japanese: the order of the person's own language, and the honorific behind."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from lohum_brief.language.ja.kana import is_kana, kana_key, reading_beside, romaji
from lohum_brief.language.rooms.names import NBSP, Address, Names, Side

_BEHIND: Final = {"sama": "様", "dono": "殿", "kakka": "閣下", "shi": "氏"}

_KANJI: Final = re.compile("[々〇\u3400-\u9fff\uf900-\ufaff]+")
_BARE: Final = frozenset({"CN", "HK", "KP", "KR", "MO", "TW"})
"""Countries whose names have no dot between their parts."""
_LENGTHS: Final = str.maketrans(
    {"ー": None, "ッ": None, "ァ": "ア", "ィ": "イ", "ゥ": "ウ", "ェ": "エ", "ォ": "オ"}
)


class _Names(Names, frozen=True):
    def spelt(self, reading: str) -> str:
        """Return kana in Hepburn's spelling."""
        return romaji(reading)

    def heard(self, spread: str) -> str:
        """Return a word without lengths, with small kana as large ones."""
        return unicodedata.normalize("NFC", spread).translate(_LENGTHS)

    def around(self, address: Address, *, foreign: bool, side: Side) -> tuple[str, str]:
        """Return nothing before a name; behind that of a guest 様, whatever the rank or degree,
        which stands with the post, unless another word is chosen.

        閣下 are foreign dignitaries only, for Japanese officials do not call their own ambassador
        so; hosts, who speak of themselves, have nothing, whatever is chosen.
        """
        if side == "host":
            return "", ""
        behind = address.suffix or ("kakka" if address.dignity and foreign else "sama")
        return "", NBSP + _BEHIND[behind] if behind in _BEHIND else ""

    def joint(
        self, forms: Sequence[str], *, foreign: bool, family_first: bool, country: str
    ) -> str:
        """Return a dot between the parts of a foreign name, but a space in one that stands as those
        of Japan do: in kanji, or of China or Korea.
        """
        if not foreign or (
            family_first and (country in _BARE or all(map(_KANJI.fullmatch, forms)))
        ):
            return " "
        return "・"

    def beside(self, form: str, reading: str) -> str:
        """Return the reading, with the katakana of the name; kana tell their own."""
        return reading_beside(form, reading)

    def collated(self, form: str, reading: str) -> tuple[object, ...]:
        """Return the reading in the order of the fifty sounds (JIS X 4061, simplified).

        Voicing, small kana and katakana decide ties only. A name in katakana is its own reading;
        kanji without a reading come behind all kana.
        """
        text = unicodedata.normalize("NFKC", reading or form)
        return (not is_kana(text), *kana_key(text), form)


NAMES: Final = _Names(
    before={},
    behind=("様", "閣下"),
    word="[\u30a1-\u30fa\u30fc]{4,}",
    surname_first=True,
)
