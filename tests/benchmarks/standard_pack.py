"""The standard pack: the content both sides print, once (about 39 pages) or ten times (about 355),
with or without charts.
"""

import json
import lzma
import re
from pathlib import Path
from typing import Any, Literal

Size = Literal[1, 10]
SIZES: tuple[Size, ...] = (1, 10)

DATA = Path(__file__).resolve().parent / "data"

_WORD = re.compile("[\u0900-\u0963\u0971-\u097f\u200c\u200d]+")
_CONSONANTS = "कखगघचछजझटठडढणतथदधनपफबभमयरलवशषसह"
_VOWEL_SIGNS = "ािीुूेैोौ"


def standard_pack(size: Size) -> dict[str, Any]:
    """Title, sections of paragraph pairs, 74 (740) delegates, tables of metrics, and a glossary;
    charts aside.
    """
    pack: dict[str, Any] = json.loads(lzma.decompress((DATA / f"pack{size}.json.xz").read_bytes()))
    return pack


def with_charts() -> dict[str, Any]:
    """The small pack with its eight charts: the title of their section, and for each its kind,
    title, labels and series.
    """
    charts: dict[str, Any] = json.loads((DATA / "charts.json").read_text(encoding="utf-8"))
    return standard_pack(1) | charts


def _variant(word: str, number: int) -> str:
    """The word with its consonants moved on, like the digits of a counter; 0 is the word itself.

    Vowel signs and conjuncts stay where they are. What the counter cannot hold becomes further
    syllables.
    """
    letters = []
    for letter in reversed(word):
        place = _CONSONANTS.find(letter)
        if place < 0:
            letters.append(letter)
        else:
            number, step = divmod(number, len(_CONSONANTS))
            letters.append(_CONSONANTS[(place + step) % len(_CONSONANTS)])
    made = "".join(reversed(letters))
    while number:
        number, consonant = divmod(number, len(_CONSONANTS))
        number, vowel = divmod(number, len(_VOWEL_SIGNS))
        made += _CONSONANTS[consonant] + _VOWEL_SIGNS[vowel]
    return made


def without_repetition(pack: dict[str, Any]) -> dict[str, Any]:
    """The same pack in which no Hindi word occurs twice; everything else is as it was."""
    seen: set[str] = set()
    counters: dict[str, int] = {}

    def fresh(match: re.Match[str]) -> str:
        word = match.group()
        number = counters.get(word, 0)
        while (made := _variant(word, number)) in seen:
            number += 1
        counters[word] = number + 1
        seen.add(made)
        return made

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return _WORD.sub(fresh, value)
        if isinstance(value, list):
            return [walk(entry) for entry in value]
        if isinstance(value, dict):
            return {key: walk(entry) for key, entry in value.items()}
        return value

    walked: dict[str, Any] = walk(pack)
    return walked


def hindi_words(pack: Any) -> list[str]:
    """All Hindi words of a pack, as often as they occur."""
    return _WORD.findall(json.dumps(pack, ensure_ascii=False))
