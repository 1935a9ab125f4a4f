"""A table of texts as rows of cells: `row` counts its rows from 1, and 0 is its heading.

`1` is the first cell where it is the same in all languages, `1.hi`, `1.en`, `1.ja` and `1.state`
where it is not. `cells` is the number of cells, for a row may end with empty ones.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from lohum_brief.language.codes import LANGS
from lohum_brief.visit.records import Table
from lohum_brief.visit.text import States, Text

FIELDS: Final = ("columns", "rows")
ROW: Final = "row"
CELLS: Final = "cells"
_COLUMN: Final = re.compile(r"([1-9]\d{0,2})(?:\.(hi|en|ja|state))?")
_ALL_DRAFTS: Final = "hi:draft"
"""Marks a Text that is empty in every language: it is not the same as an empty cell."""


def is_column(name: str) -> bool:
    """Whether a heading is one of these."""
    return name in (ROW, CELLS) or _COLUMN.fullmatch(name) is not None


def rows(table: Table) -> list[dict[str, Any]]:
    """One row for the heading, one for each row."""
    return [
        {ROW: number, CELLS: len(texts)} | _cells(texts)
        for number, texts in enumerate([table.columns, *table.rows])
    ]


def _cells(texts: Sequence[Text | str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for number, text in enumerate(texts, 1):
        if isinstance(text, str):
            if text:
                found[f"{number}"] = text
            continue
        found |= {f"{number}.{lang}": text[lang] for lang in LANGS if text[lang]}
        states = _states(text)
        if states or not text:
            found[f"{number}.state"] = states or _ALL_DRAFTS
    return found


def _states(text: Text) -> str:
    """The states of a text, but those of drafts."""
    return " ".join(f"{lang}:{text.state[lang]}" for lang in LANGS if text.state[lang] != "draft")


def texts(cells: Mapping[str, str], states: Mapping[str, States]) -> tuple[Text | str, ...]:
    """The cells of one row; `states` are those that were said, by the heading of their column."""
    found: list[Text | str] = []
    for number in range(1, _count(cells) + 1):
        langs = {lang: cells.get(f"{number}.{lang}", "") for lang in LANGS}
        state = states.get(f"{number}.state")
        plain = state is None and not any(langs.values())
        found.append(cells.get(str(number), "") if plain else Text.of(langs, state or States()))
    return tuple(found)


def heading(found: Sequence[Text | str]) -> tuple[Text, ...]:
    """The heading of a table: a word that was written once is the same in all languages."""
    return tuple(
        Text.of(dict.fromkeys(LANGS, text)) if isinstance(text, str) else text for text in found
    )


def _count(cells: Mapping[str, str]) -> int:
    """How many cells a row has, also where it does not say it."""
    said = cells.get(CELLS, "")
    filled = (
        int(found[1]) for name, text in cells.items() if text and (found := _COLUMN.fullmatch(name))
    )
    return max(filled, default=0) if not said.isdecimal() or len(said) > 3 else int(said)


def order(name: str) -> tuple[int, str]:
    """Sorts the columns of cells by their number."""
    number, _, lang = name.partition(".")
    return int(number) if number.isdecimal() else 0, lang
