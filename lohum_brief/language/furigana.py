"""Readings over kanji, as they stand in a text: 漢字《かんじ》, or ｜漢字《かんじ》 where the base
must be marked.
"""

import re
from functools import cache
from typing import NamedTuple


@cache
def _marked() -> re.Pattern[str]:
    # Compiled when a text first has a reading: so large a class of characters costs the start of
    # every export a hundredth.
    return re.compile(
        "｜([^｜《》]+)《([^《》]+)》|([々〆ヶ一-鿿㐀-䶿豈-﫿\U00020000-\U0003ffff]+)《([^《》]+)》"
    )


class Reading(NamedTuple):
    """A reading over the characters `start` to `stop` of the plain text."""

    start: int
    stop: int
    kana: str


def marked(base: str, kana: str) -> str:
    """Return a text with its reading over all of it; as it is where it has none, is in kana itself,
    or has one of the signs that mark readings.
    """
    if not kana or all(char < "\u3100" for char in base) or _SIGNS & {*base, *kana}:
        return base
    return f"｜{base}《{kana}》"


_SIGNS = frozenset("｜《》")


def plain(text: str) -> str:
    """Return the text without its readings."""
    return parse(text)[0] if "《" in text else text


Known = set[tuple[str, str]]
"""Readings that were printed before, each with what it stands over."""


def unrepeated(text: str, known: Known) -> str:
    """Return the text without the readings that are known; those that are left are known then."""
    out: list[str] = []
    last = 0
    bare = False
    for match in _marked().finditer(text):
        base, kana = match[1] or match[3], match[2] or match[4]
        bare = bare and match.start() == last
        out.append(text[last : match.start()])
        if (base, kana) in known:
            out.append(base)
            bare = True
        else:
            known.add((base, kana))
            # Behind kanji that lost their reading it must say where its own begin.
            out.append(f"｜{base}《{kana}》" if bare else match[0])
            bare = False
        last = match.end()
    return "".join((*out, text[last:]))


def parse(text: str) -> tuple[str, tuple[Reading, ...]]:
    """Return the plain text and its readings. What is not written as a reading stays as it is."""
    out: list[str] = []
    readings: list[Reading] = []
    length = 0
    last = 0
    for match in _marked().finditer(text):
        base = match[1] or match[3]
        before = text[last : match.start()]
        out += before, base
        length += len(before)
        readings.append(Reading(length, length + len(base), match[2] or match[4]))
        length += len(base)
        last = match.end()
    out.append(text[last:])
    return "".join(out), tuple(readings)
