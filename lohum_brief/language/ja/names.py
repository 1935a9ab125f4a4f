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


_ARMY: Final = {
    "field_marshal": "元帥",
    "general": "大将",
    "lieutenant_general": "中将",
    "major_general": "少将",
    "brigadier": "准将",
    "colonel": "大佐",
    "lieutenant_colonel": "中佐",
    "major": "少佐",
}
"""Ranks of the army, in many states of the air force too."""
_ARMY_ONLY: Final = frozenset({"AU", "BD", "BT", "GB", "IN", "LK", "NP", "NZ", "PK"})
"""Countries whose air force has ranks of its own, so that these are the army's."""
_SEA_AND_AIR: Final = {
    "admiral": "海軍大将",
    "vice_admiral": "海軍中将",
    "rear_admiral": "海軍少将",
    "commodore": "海軍准将",
    "commander": "海軍中佐",
    "lieutenant_commander": "海軍少佐",
    "air_chief_marshal": "空軍大将",
    "air_marshal": "空軍中将",
    "air_vice_marshal": "空軍少将",
    "air_commodore": "空軍准将",
    "group_captain": "空軍大佐",
    "wing_commander": "空軍中佐",
    "squadron_leader": "空軍少佐",
    "flight_lieutenant": "空軍大尉",
    "flying_officer": "空軍中尉",
}
"""A captain and a lieutenant are others in army and navy (大尉, 大佐; 中尉, 大尉): who writes the
post has to know.
"""
_TITLES: Final = {"er": "技師", "adv": "弁護士", "justice": "判事"}
_SAID: Final = re.compile(
    "元帥|[大中少准]将|[大中少准][佐尉]|[陸海空]将|[陸海空][佐尉]|技師|弁護士|判事"
)
"""What a post says where its writer has thought of the rank."""


def _rank(forces: str, country: str) -> str:
    """Return the word for a rank of another country; empty where that is not certain."""
    if army := _ARMY.get(forces):
        return f"陸軍{army}" if country in _ARMY_ONLY else army
    return _SEA_AND_AIR.get(forces, "")


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

    def with_post(self, address: Address, *, foreign: bool, country: str) -> str | None:
        """Return the rank, or what a title says somebody is: 退役陸軍中将, 判事. Japan's own forces
        have ranks of other names.
        """
        if not address.forces:
            title = _TITLES.get(address.honorific, "")
            return f"元{title}" if title and address.retired and address.may_retire else title
        rank = _rank(address.forces, country) if foreign else ""
        return ("退役" if address.retired else "") + rank if rank else None

    def says_rank(self, post: str) -> bool:
        """Return whether a post says a rank, or what such a title says."""
        return _SAID.search(post) is not None

    def ranked(self, post: str, rank: str) -> str:
        """Return a post with the rank behind it: 顧問（退役陸軍中将）."""
        return f"{post}（{rank}）"

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
