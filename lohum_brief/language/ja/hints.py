"""What a careful reader of Japanese would mark."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.rooms.hints import Hint, Hints, Rule, narrow
from lohum_brief.message import msg

_KATAKANA: Final = re.compile(r"[ァ-ヶー]{3,}")
_MONTHS: Final = re.compile(r"(?<=[0-9〇一-十])(?:[かカヵヶケ]|箇)(?=[月所国年])")


def _two_ways(text: str) -> Iterator[Hint]:
    """One word in two spellings within a text: コンピュータ and コンピューター, 3か月 and 3ヶ月."""
    words = [*_KATAKANA.finditer(text)]
    long = {match[0] for match in words if match[0].endswith("ー")}
    for match in words:
        if match[0] + "ー" in long:
            yield Hint(
                match.start(),
                match.end(),
                match[0] + "ー",
                msg("This text has the word in another spelling too."),
            )
    months = [*_MONTHS.finditer(text)]
    for match in months[1:]:
        if match[0] != months[0][0]:
            why = msg("This text has the word in another spelling too.")
            yield Hint(match.start(), match.end(), months[0][0], why)


_STOP: Final = Rule(
    r"(?<=[ぁ-ヶー一-鿿）)」])\.(?=\s|$|[ぁ-ヶ一-鿿])",
    "。",
    phrase("Japanese punctuation is full-width."),
)

HINTS: Final = Hints(
    stop=_STOP,
    more=_two_ways,
    rules=(
        Rule(r"[\uff65-\uff9f]+", narrow, phrase("Half-width kana.")),
        Rule(r"[０-９Ａ-Ｚａ-ｚ]+", narrow, phrase("Digits and Latin letters are half-width.")),
        Rule(
            r"(?<=[ァ-ヶ])[―‐－—−](?![―—])",
            "ー",
            phrase("This is a dash, not the long-vowel mark."),
        ),
        Rule(
            r"(?<=[ァ-ヶー])一(?=[ァ-ヶ])",
            "ー",
            phrase("This is the kanji for one, not the long-vowel mark."),
        ),
        Rule(r"(?<=[ぁ-ヶー一-鿿）)」]) ?,", "、", phrase("Japanese punctuation is full-width.")),
        _STOP,
        Rule(r"(?<=[ぁ-ヶー一-鿿]):", "：", phrase("Japanese punctuation is full-width.")),
        Rule(
            r"\((?=[^()]*[ぁ-ヶ一-鿿][^()]*\))", "（", phrase("Japanese punctuation is full-width.")
        ),
        Rule(r"(?<=[ぁ-ヶー一-鿿])\)", "）", phrase("Japanese punctuation is full-width.")),
        Rule(
            r"、{2,}|。{2,}", lambda match: match[0][0], phrase("This punctuation mark is doubled.")
        ),
    ),
)
