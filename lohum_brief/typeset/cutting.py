"""Where texts may be parted: into words, and words into what no line breaks."""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from lohum_brief.language.binding import bound
from lohum_brief.language.breaking import segments, segments_of_each
from lohum_brief.language.codes import UNSPACED, Lang

_UNBROKEN: Final = re.compile(
    "(?:[A-Za-z0-9\u00c0-\u024f\u0300-\u036f\u1e00-\u1eff\u0900-\u0963\u0966-\u097f"
    ".,:;'’“”()\u00a0&%@_+#*-]*+[।.,]*+(?: ++|$))*"
).fullmatch
"""Words, one or several, in which no line break is wanted; all others are asked of ICU."""


def words(text: str, lang: Lang, *, phrases: bool, narrow: bool = False) -> list[str]:
    """Return the words of a text, each with the space behind it.

    Japanese comes in pieces between which a line may break, or in whole phrases. Words that are
    never parted, as a number and its unit, are one. `narrow` is for a measure in which these have
    no room.
    """
    if lang in UNSPACED:
        return segments(text, lang, phrases=phrases, narrow=narrow)
    return _parted(_marked(text, bound(text, lang, narrow=narrow)))


def _parted(marked: str) -> list[str]:
    found = marked.split(_CUT)
    if not found[-1]:
        found.pop()
    return found


def words_of_each(texts: Sequence[str], lang: Lang, *, phrases: bool) -> list[list[str]]:
    """Return the words of each text, as `words` does for one, in as few steps as possible."""
    if lang in UNSPACED:
        if not phrases:
            return segments_of_each(texts, lang)
        return [words(text, lang, phrases=True) for text in texts]
    whole = "\n".join(texts)
    if whole.count("\n") >= len(texts):
        return [words(text, lang, phrases=phrases) for text in texts]
    return [*map(_parted, _marked(whole, bound(whole, lang)).split("\n"))]


def at_spaces(text: str) -> list[str]:
    """Return the words of a text, each with the space behind it, whatever holds them together."""
    found = [word + " " for word in text.split(" ")]
    found[-1] = found[-1][:-1]
    return found if found[-1] else found[:-1]


_CUT: Final = "\x01"
"""Stands where a text is cut, while it is being cut; no text of a visit has control characters."""
_HELD: Final = "\x00"
"""Stands for the spaces that hold."""


def _marked(text: str, held: set[int]) -> str:
    """Return the text with a sign behind each space but those that end at these places."""
    starts = sorted(held)
    parts = [
        text[start : stop - 1]
        for start, stop in zip([0, *starts], [*starts, len(text) + 1], strict=True)
    ]
    return _HELD.join(parts).replace(" ", f" {_CUT}").replace(_HELD, " ")


def breaks(words: Sequence[str], lang: Lang) -> list[list[int]]:
    """Return the places within each word that may begin a line."""
    asked = [] if lang in UNSPACED else [word for word in words if not unbroken(word)]
    cut = dict(zip(asked, segments_of_each(asked, lang), strict=True)) if asked else {}
    return [[*accumulate(map(len, cut[word][:-1]))] if word in cut else [] for word in words]


def unbroken(text: str) -> bool:
    """Return whether no word of a text that is not Japanese needs to be asked for its breaks."""
    return _UNBROKEN(text) is not None
