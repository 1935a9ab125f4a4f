"""The English word list: which words there are, and which ones somebody may have meant.

It lies in `resources/words`, whose README says how it was made: words of British English that are
common, those that are rarer, and what only American English writes so. Words in capitals only are
not in it, nor are letters beyond A to Z.
"""

import gzip
from collections.abc import Generator, Iterator
from difflib import get_close_matches
from itertools import groupby
from string import ascii_lowercase
from typing import Final

from lohum_brief.paths import resource

_Words = dict[str, str]
"""Words by how they begin, those of a beginning in one string, each between line ends: a tenth of
what a set takes.
"""
_BEGINNING: Final = 3
_MOST: Final = 5
_ALIKE: Final = 0.78
"""Of `difflib`: about two slips in a word of nine letters."""


class WordList:
    """Filled by `reading`."""

    def __init__(self, common: _Words, rare: _Words, american: _Words) -> None:
        self._common, self._rare, self._american = common, rare, american

    def has(self, word: str) -> bool:
        """Return whether it is a word as it is written; a common one with a capital at its
        beginning counts.
        """
        written = {word, word[:1].lower() + word[1:]}
        return any(_has(words, form) for form in written for words in (self._common, self._rare))

    def is_american(self, word: str) -> bool:
        """Return whether only American English, or who prefers -ize, writes it so."""
        return _has(self._american, word)

    def is_near(self, word: str) -> bool:
        """Return whether a common word is one slip away: a letter too many, too few or another, or
        two that changed places.
        """
        return any(_has(self._common, other) for other in _slips(word))

    def meant(self, word: str) -> list[str]:
        """Return what may have been meant, the likeliest first."""
        low = word.lower()
        # A letter doubled or in the wrong place is the most frequent slip; one left out is more
        # frequent than one too many.
        near = sorted(
            (other for other in dict.fromkeys(_slips(low)) if self.has(other)),
            key=lambda other: (set(other) != set(low), not _has(self._common, other), -len(other)),
        ) or [*self._alike(low)]
        name = low[0].upper() + low[1:]
        names = [name] if _has(self._common, name) or _has(self._rare, name) else []
        found = dict.fromkeys((*names, *near[: _MOST - 1], *self._parted(low)))
        return [other[0].upper() + other[1:] if word[0].isupper() else other for other in found][
            :_MOST
        ]

    def _alike(self, word: str) -> Iterator[str]:
        """Words that begin alike and have most letters in the same order."""
        for words in (self._common, self._rare):
            begin_so = words.get(_beginning_of(word), "").split()
            yield from get_close_matches(word, begin_so, _MOST, _ALIKE)

    def _parted(self, word: str) -> Iterator[str]:
        """Two common words that were written together."""
        for at in range(2, len(word) - 1):
            if _has(self._common, word[:at]) and _has(self._common, word[at:]):
                yield f"{word[:at]} {word[at:]}"


def reading() -> Generator[None, None, WordList]:
    """Read the list in very small steps, of which the last returns it."""
    lists: tuple[_Words, _Words, _Words] = ({}, {}, {})
    held = iter(lists)
    words = next(held)
    with gzip.open(resource("words/en.txt.gz"), "rt", encoding="ascii") as lines:
        for beginning, group in groupby(lines, key=_beginning_of):
            if beginning == "\n":
                words = next(held)
            else:
                words[beginning] = "\n" + "".join(group)
            yield
    with resource("words/house.list").open(encoding="ascii") as lines:
        for line in lines:
            if line[:1].isalpha():
                beginning = _beginning_of(line)
                lists[0][beginning] = lists[0].get(beginning, "\n") + line
    return WordList(*lists)


def _beginning_of(line: str) -> str:
    return line[:_BEGINNING]


def _has(words: _Words, word: str) -> bool:
    line = f"{word}\n"
    return f"\n{line}" in words.get(_beginning_of(line), "")


def _slips(word: str) -> Iterator[str]:
    for at in range(len(word) + 1):
        head, tail = word[:at], word[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in ascii_lowercase:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
