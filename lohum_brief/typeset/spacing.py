"""The blank of Japanese punctuation, and what stands between Japanese and Latin (JLREQ 3.1, 3.2).

Punctuation is drawn on the em and half of it is blank: in front of an opening bracket, behind a
closing one, a comma or a full stop, a quarter on both sides of a middle dot. Where two of them
meet, one blank is taken back, and so it is at both ends of a line.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from lohum_brief.language.codes import READ
from lohum_brief.language.languages import LANGUAGES

NEITHER, KANA, ALPHABET, OPENING, CLOSING, DOT = range(6)
"""Kinds of character: of Japanese punctuation, those with a blank; of all else, what has a quarter
em where it meets.
"""

_OPENING: Final = "「『（［｛〈《【〔〖〘〝"
_CLOSING: Final = "」』）］｝〉》】〕〗〙〟、。，．"
_DOTS: Final = "・：；"
_TAKEN: Final = re.compile(
    f"[{_CLOSING}](?=[{_CLOSING}{_OPENING}{_DOTS}\u3000])|[{_OPENING}{_DOTS}\u3000](?=[{_OPENING}])"
)
_BLANK: Final = frozenset(_OPENING + _CLOSING)


class _Kinds(dict[str, int]):
    """The kind of a character, found out when first asked for."""

    def __missing__(self, char: str) -> int:
        kind = ALPHABET if char.isalnum() and char < "\u3000" else NEITHER
        if is_kana(char) or "\u3400" <= char <= "\u9fff" or char in "々〆" or char > "\U0001ffff":
            kind = KANA
        self[char] = kind
        return kind


def is_kana(char: str) -> bool:
    """Return whether the character is of kana, or lengthens one."""
    return "\u3041" <= char <= "\u30ff" and char != "・"


KINDS: Final = _Kinds(
    {
        **dict.fromkeys(_OPENING, OPENING),
        **dict.fromkeys(_CLOSING, CLOSING),
        **dict.fromkeys(_DOTS, DOT),
    }
)

QUARTER, BACK = 0.25, -0.5
"""Between Japanese and Latin letters or digits; where one blank of two is taken back. In ems."""

BETWEEN: Final[Mapping[tuple[int, int], float]] = {
    (KANA, ALPHABET): QUARTER,
    (ALPHABET, KANA): QUARTER,
    (CLOSING, CLOSING): BACK,
    (CLOSING, OPENING): BACK,
    (CLOSING, DOT): BACK,
    (OPENING, OPENING): BACK,
    (DOT, OPENING): BACK,
}
"""What stands between the last character of a token and the first of the next."""

_NUMBER_OF_KINDS: Final = DOT + 1
_MEETING: Final = frozenset(
    last * _NUMBER_OF_KINDS + first
    for last in range(_NUMBER_OF_KINDS)
    for first in range(_NUMBER_OF_KINDS)
    if last in (CLOSING, DOT) or first == OPENING or {last, first} == {KANA, ALPHABET}
)


def meetings(lasts: Sequence[int], firsts: Sequence[int]) -> list[int]:
    """Return in front of which tokens there is a blank or a gap between two kinds, given the kinds
    of the last and the first characters of all.

    A text of Japanese has a token for each letter or two: kinds are asked for in pairs, as one
    number.
    """
    pairs = [
        last * _NUMBER_OF_KINDS + first for last, first in zip(lasts, firsts[1:], strict=False)
    ]
    return [i for i, pair in enumerate(pairs, 1) if pair in _MEETING]


_OF_NUMBERS: Final = "0123456789,.:～–/ ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""What numbers and their units are written with."""
_NUMBERED: Final = LANGUAGES[READ].breaking.numbered


def ends(text: str) -> tuple[int, int]:
    """Return the kinds of the first and of the last character.

    A number with its counter, a fraction (3分の1), a date or what is counted with 第 is solid as
    one Japanese word is: it has no gap on one of its sides only.
    """
    begin = text[0]
    first, last = KINDS[begin], KINDS[text[-1]]
    if "9" < begin != "第":  # as with most
        return first, last
    if begin == "第":
        return first, NEITHER if last == ALPHABET else last
    if begin >= "0" and _is_counted(text):
        return NEITHER, NEITHER if last == ALPHABET else last
    return first, last


def _is_counted(text: str) -> bool:
    """Return whether what follows a number at the beginning of a text is its counter."""
    behind = text.lstrip(_OF_NUMBERS)[:1]
    # Without a pattern: one of all kanji takes 0.5 ms to compile.
    return (
        "一" <= behind <= "鿿" or "ぁ" <= behind <= "ヿ" or (behind != "" and behind in "%％℃°々")
    )


def meet(before: str, after: str) -> bool:
    """Return whether a quarter em parts two runs of one token: a word or a unit in Latin letters
    and what stands beside it in Japanese. Numbers are solid within a token, which has them with
    what counts them (10MW級), and so are letters that number (A班).
    """
    kinds = KINDS[before[-1]], KINDS[after[0]]
    if kinds == (KANA, ALPHABET):
        return after.upper() != after.lower()
    is_word = not "0" <= before[0] <= "9" and before.upper() != before.lower()
    return kinds == (ALPHABET, KANA) and is_word and after[0] not in _NUMBERED


def taken(text: str) -> list[int]:
    """Return behind which characters of a text a blank is taken back."""
    if len(text) < 2 or _BLANK.isdisjoint(text):
        return []
    return [found.start() for found in _TAKEN.finditer(text)]
