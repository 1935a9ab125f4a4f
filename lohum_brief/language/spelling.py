"""Which words of an English text are doubted: those of no list, unless they look like a name, a
unit or an abbreviation.

What is marked wrongly teaches people to look away. So a word with a capital is a name, unless it is
one slip away from a common word, and what has figures, capitals inside or letters beyond A to Z is
somebody's own.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from lohum_brief.language.rooms.hints import Hint
from lohum_brief.language.wordlist import WordList
from lohum_brief.message import Message, msg

_LEFT: Final = re.compile(
    r"""
    \{[^{}\n]*\}            # a figure token
    | \S+@\S+ | [#@]\w+     # addresses, names of accounts
    | \w+://\S+
    | \w+(?:\.\w+)+         # hosts, files, abbreviations with full stops inside
    """,
    re.VERBOSE,
)
_WORD: Final = re.compile(r"(?<!\w)[A-Za-z]+(?:['’][A-Za-z]+)*(?!\w)")
_POSSESSIVE: Final = re.compile(r"['’]s$")
_ROMAN: Final = re.compile(r"[ivxlc]+")
_LEAST: Final = 3
"""Letters; shorter ones are units and initials more often than they are mistakes."""
_LEAST_OF_NAMES: Final = 7
"""Letters from which a word with a capital is taken for a slip in another rather than for a name.
"""


def doubts(text: str, words: WordList, known: Container[str]) -> Iterator[Hint]:
    """Yield the words of a text that are not in the list; `known` has the words that count as right
    besides.
    """
    left = iter([match.span() for match in _LEFT.finditer(text)])
    start, stop = next(left, (len(text), len(text)))
    for match in _WORD.finditer(text):
        while stop <= match.start() and stop < len(text):
            start, stop = next(left, (len(text), len(text)))
        if start <= match.start() < stop:
            continue
        word = _POSSESSIVE.sub("", match[0]).replace("’", "'")
        why = _doubt(word, words, known)
        if why:
            yield Hint(match.start(), match.start() + len(word), "", why)


def parts(name: str) -> Iterator[str]:
    """Yield the words of a name, as they are looked for among those that are known."""
    for match in _WORD.finditer(name):
        yield _POSSESSIVE.sub("", match[0]).replace("’", "'")


def _is_slip(low: str, words: WordList) -> bool:
    """Return whether what may be a name is rather a word, with a letter too many or too few."""
    return len(low) >= _LEAST_OF_NAMES and not words.is_american(low) and words.is_near(low)


def _doubt(word: str, words: WordList, known: Container[str]) -> Message | None:
    """Return why the word is doubted; None if it is not."""
    if len(word) < _LEAST or not word[1:].islower() or word in known or words.has(word):
        return None
    low = word[0].lower() + word[1:]
    if low in known:
        return None
    if low != word:
        return _unknown(word) if _is_slip(low, words) else None
    if words.is_american(word):
        return msg("The house writes British English.")
    return None if _ROMAN.fullmatch(word) else _unknown(word)


def _unknown(word: str) -> Message:
    return msg("“{word}” is not in the word list.", word=word)
