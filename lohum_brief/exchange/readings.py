"""Where a Japanese name without a space is parted: told by its reading, by its own kana, or by a
family of the visit.
"""

import re
from collections.abc import Iterable
from typing import Final

from lohum_brief.exchange.people import hiragana
from lohum_brief.language.codes import READ
from lohum_brief.visit.records import NamePart

_KANA_BEHIND: Final = re.compile(r"([^\u3041-\u30ff]+)([\u3041-\u30ff]+)")
_KANA_BEFORE: Final = re.compile(r"([\u3041-\u30ff]+)([^\u3041-\u30ff]+)")


def name_parts(name: str, reading: str, families: Iterable[NamePart]) -> tuple[str, str] | None:
    """Family and given name of kanji without a space; None where nothing tells it for certain."""
    plain = hiragana(reading)
    if parts := _by_own_kana(name, plain):
        return parts
    if len(name) == 2 and (" " in plain or not plain):
        return (name[0], name[1]) if plain else None
    known = {one[READ] for one in families if _is_family_of(name, plain, one)}
    if len(known) == 1:
        family = known.pop()
        return family, name[len(family) :]
    return None


def _by_own_kana(name: str, reading: str) -> tuple[str, str] | None:
    """The parts of a name of which one is in kana that its reading has too."""
    spoken = reading.replace(" ", "")
    found = _KANA_BEHIND.fullmatch(name)
    if found and _ends(spoken, hiragana(found[2])) and _agrees(reading, -1, found[2]):
        return found[1], found[2]
    found = _KANA_BEFORE.fullmatch(name)
    if found and _begins(spoken, hiragana(found[1])) and _agrees(reading, 0, found[1]):
        return found[1], found[2]
    return None


def _is_family_of(name: str, reading: str, family: NamePart) -> bool:
    """Whether a name and its reading begin with those of a family."""
    return bool(
        family[READ]
        and family.reading
        and _begins(name, family[READ])
        and _begins(reading.replace(" ", ""), family.reading)
        and _agrees(reading, 0, family.reading)
    )


def reading_parts(
    reading: str, family: str, given: str, families: Iterable[NamePart]
) -> tuple[str, str] | None:
    """The readings of both parts of a name, of one without a space; None where nothing tells where
    they meet.
    """
    spoken = hiragana(reading)
    if _is_kana(given) and _ends(spoken, hiragana(given)):
        return spoken.removesuffix(hiragana(given)), hiragana(given)
    if _is_kana(family) and _begins(spoken, hiragana(family)):
        return hiragana(family), spoken.removeprefix(hiragana(family))
    known = {
        one.reading
        for one in families
        if one[READ] == family and one.reading and _begins(spoken, one.reading)
    }
    if len(known) == 1:
        first = known.pop()
        return first, spoken[len(first) :]
    return None


def _is_kana(text: str) -> bool:
    return bool(text) and all("\u3041" <= character <= "\u30ff" for character in text)


def _begins(spoken: str, part: str) -> bool:
    return spoken.startswith(part) and len(spoken) > len(part)


def _ends(spoken: str, part: str) -> bool:
    return spoken.endswith(part) and len(spoken) > len(part)


def _agrees(reading: str, at: int, part: str) -> bool:
    """Whether a reading that is parted itself has the same part."""
    return " " not in reading or reading.split(" ")[at] == hiragana(part)
