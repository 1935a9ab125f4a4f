"""Whether texts in Latin letters are Hindi in an old font although no sign of them tells it: lfpo
is सचिव, jke yky is राम लाल.

One such word may be anything. A column is judged by its words together: what they would say in
Hindi, and whether anybody could speak them as they stand. It is only ever asked about.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from lohum_brief.exchange import legacy_hindi
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.invisible import seen

if TYPE_CHECKING:
    from lohum_brief.language.wordlist import WordList

_WORD: Final = re.compile(r"[a-z][a-z;']*")
_SHORTEST: Final = 3
"""Letters of a word that tells anything: mi is उप, and a mile."""
_SHARE: Final = 0.5
"""Of the words of a column that have to look so."""

_BEGIN: Final = re.compile("[^aeiou]?[^aeiouy]*")
_BEGINNINGS_WORDS: Final = (
    "b c d f g h j k l m n p q r s t v w x y z "
    "bh bl br by bz ch chh chl chr cl cr cy cz dh dhr dhw dj dn dny dr dv dw dy dz fl fr fy "
    "gh gl gn gr gw gy hl hr hs hw hy jh jn jy kh khr khw kl kn kr ks ksh kv kw ky lh ll ly "
    "mb mc mf mh ml mn mp mr mw my nd ndl ng ngh ngw nh nj nk nt nw ny ph phr phy pf pl pn pr ps "
    "pt py qw rh rw ry sc sch schm schn schr schw scl scr sf sh shk shl shm shn shr shv shw shy "
    "sk skl skr sl sm sn sp sph spl spr sr st str sv sw sy sz th thr thw tj tl tr ts tsh tv tw ty "
    "tz vl vr vy wh wl wr wy xh zh zl zv zw"
)
_BEGINNINGS: Final = frozenset(_BEGINNINGS_WORDS.split())
"""Consonants with which words begin in English, and in names of India, Japan, China, Africa and
Europe as they are written in Latin letters.
"""


def is_in_question(text: str) -> bool:
    """Whether a text by itself is made of words of names and posts, if it is in such a font."""
    words = _WORD.findall(text)
    return (
        any(len(word) >= _SHORTEST for word in words)
        and all(word[0].islower() for word in text.split() if word[0].isalpha())
        and legacy_hindi.is_known_hindi(text)
        and not any(len(word) >= _SHORTEST and is_english(word) for word in words)
    )


def are_in_question(texts: Collection[str]) -> bool:
    """Whether the texts of a column, taken together, are in such a font."""
    words = {word for text in texts for word in _telling(text)}
    found = sum(map(_looks_hindi, words))
    return found >= 2 and found > _SHARE * len(words)


def _telling(text: str) -> Iterator[str]:
    """Return the words of a text that tell something; addresses tell nothing."""
    if "@" in text or "://" in text or not text.isascii():
        return iter(())
    words = (word.strip(".,()-") for word in text.split())
    return (word for word in words if len(word) >= _SHORTEST and word[0].isalpha())


@lru_cache(20_000)  # columns repeat their words, and are asked again when a question is answered
def _looks_hindi(word: str) -> bool:
    if not _WORD.fullmatch(word) or is_english(word):
        return False
    if legacy_hindi.is_known_hindi(word):
        return True
    found = _BEGIN.match(word)
    begins = found[0] if found else ""
    if begins in _BEGINNINGS or len(begins) == len(word):
        return False  # what has no vowel is an abbreviation: mfg, kwh
    try:
        return legacy_hindi.is_plausible(legacy_hindi.convert(word))
    except CellError:
        return False


def is_english(word: str) -> bool:
    """Whether it is a word of English, British or American."""
    return _english().has(word) or _english().is_american(word)


@cache
def _english() -> "WordList":
    from lohum_brief.language.wordlist import reading

    found: list[WordList] = []

    def read() -> Iterator[None]:
        found.append((yield from reading()))

    for _ in read():
        pass
    return found[0]


def headings(texts: Sequence[str]) -> dict[int, str]:
    """Return what the cells of a row say in Hindi that may be headings in such a font, by their
    columns; nothing where each could as well be English, as in can.
    """
    said: dict[int, str] = {}
    sure = False
    for column, text in enumerate(map(seen, texts)):
        if not (text.isascii() and text and (text[0].islower() or len(text) >= _SHORTEST)):
            continue
        try:
            hindi = legacy_hindi.convert(text)
        except CellError:
            continue
        if legacy_hindi.is_plausible(hindi):
            said[column] = hindi
            sure = sure or not is_english(text)
    return said if sure else {}
