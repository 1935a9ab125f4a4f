"""The fields of a row that are read cell by cell, and words that the closed list of a field does not know."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from lohum_brief.exchange import doubts, marks, readers
from lohum_brief.exchange.fields import CellError, Column
from lohum_brief.exchange.headings import unit_in, without_unit
from lohum_brief.exchange.measuring import is_doubtful
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.readers import UnknownWordError
from lohum_brief.exchange.references import folded, lang_of
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.language.catalogue import say
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit import labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import (
    Metric,
    Record,
)


def settle_unit(row: Row, kind: type[Record]) -> None:
    """A unit that means two amounts becomes the one that is meant; that of a metric may stand behind its name."""
    at = "unit"
    if kind is Metric and at not in row.frame.columns:
        for field in [field for field in row.cells if field.partition(".")[0] == "name"]:
            name = row.cells[field]
            if isinstance(name, str) and (found := unit_in(name)):
                row.cells |= {field: without_unit(name), "unit": found}
                at = field
    said = row.cells.get("unit", "")
    if said and isinstance(said, str) and is_doubtful(said):
        row.cells["unit"] = row.ask(doubts.unit(said), said, field=at)


def read_field(field: str, row: Row, columns: Mapping[str, Column]) -> None:
    """Read a cell as what its field holds; a text without a language is of the language that it is written in."""
    cell = row.cells[field]
    column = columns.get(field)
    if column:
        value = _value(cell, column, row)
        if value is not None:
            row.values[field] = value
        return
    text = readers.text(cell, row.manner)
    lang = lang_of(text, row.visit.particulars.original)
    if row.values.setdefault(f"{field}.{lang}", text) != text:
        raise CellError(say("there are two texts in one language"))


def _value(cell: Cell, column: Column, row: Row) -> Any:
    if column.path == "as_of":
        return readers.period(cell, row.manner)
    if column.path == "audience" and (kept := marks.of_text(readers.text(cell, row.manner))):
        return kept
    try:
        return readers.value(cell, column, row.manner)
    except UnknownWordError:
        return _asked_word(cell, column, row)


def _asked_word(cell: Cell, column: Column, row: Row) -> Any:
    """Words of a closed list that it does not know, as somebody has said what they mean; None where they say nothing."""
    said = readers.text(cell, row.manner)
    words = [said] if column.sort == "choice" else [part for part in re.split(r"[\s,;、，]+", said) if part]
    meant: list[str] = []
    for word in words:
        try:
            answer = readers.choice(column, word)
        except UnknownWordError:
            answer = row.ask(doubts.word(column, column.path), legible(word, 60))
        if answer == doubts.KEEP:
            row.kept.setdefault(doubts.KEPT_IN[column.path], []).append(_kept_word(word, column.path))
        elif answer != LEAVE_OUT:
            meant.append(answer)
    if column.sort == "choice":
        return meant[0] if meant else None
    return tuple(dict.fromkeys(meant)) or None


def keep_words(row: Row) -> None:
    """Words that no closed list knows, in the field that is there for such."""
    for field, words in row.kept.items():
        for word in words:
            path = f"{field}.{lang_of(word, row.visit.particulars.original)}"
            held = row.values if path in row.values else row.defaults
            held[path] = "; ".join(filter(None, (held.get(path, ""), word)))


def keep_ranks(row: Row) -> None:
    """Ranks and the like that stood beside a name, in the post: Lt Gen (Retd.), Adviser."""
    for lang, words in row.beside.items():
        path = f"post.{lang}"
        held = row.values if path in row.values else row.defaults
        held[path] = with_ranks(words, held.get(path, ""), lang)


def with_ranks(words: Iterable[str], post: str, lang: str) -> str:
    """A post with the ranks before it that it does not have already: Hon'ble Minister."""
    joint = LANGUAGES[lang].punctuation.comma
    before = joint.join(word for word in dict.fromkeys(words) if folded(word) not in folded(post))
    return (" " if _POLITE.fullmatch(before) else joint).join(filter(None, (before, post)))


_POLITE: Final = re.compile(r"hon(?:['’]?ble|ou?rable)?\.?|माननीय|मा\.?", re.IGNORECASE)
"""What stands before a post without a comma."""


def _kept_word(word: str, path: str) -> str:
    """A word as it is kept beside others: with the name of its field, unless it stands for itself."""
    return word if path == "honorific" else f"{labels.path(path)}: {word}"
