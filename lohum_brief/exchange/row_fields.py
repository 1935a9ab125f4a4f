"""The fields of a row that are read cell by cell, and words that the closed list of a field does
not know.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from lohum_brief.exchange import choices, doubts, doubts_of_numbers, marks, readers, unknown_units
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import CellError, Column
from lohum_brief.exchange.headings import unit_in, without_unit
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.readers import UnknownWordError
from lohum_brief.exchange.references import folded, lang_of
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.spans import GROUPED, parted
from lohum_brief.exchange.tongues import in_languages
from lohum_brief.language.codes import Lang
from lohum_brief.language.either import either
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.written_units import is_doubtful
from lohum_brief.message import msg
from lohum_brief.visit import labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import (
    Metric,
    Record,
)


def settle_unit(row: Row, kind: type[Record]) -> None:
    """A unit that means two amounts becomes the one that is meant; that of a metric may stand
    behind its name.
    """
    at = _unit_of_name(row) if kind is Metric and "unit" not in row.frame.columns else "unit"
    if row.frame.unit and "unit" not in row.cells and not _has_own_unit(row):
        answer = row.ask(
            doubts_of_numbers.caption_unit(row.frame.unit), legible(_called(row), 60), name="unit"
        )
        if answer != LEAVE_OUT:
            row.cells["unit"] = answer
    said = row.cells.pop("unit", "")
    meant = _meant_by(said, row, at) if isinstance(said, str) else said
    if meant != "":
        row.cells["unit"] = meant


def _meant_by(said: str, row: Row, at: str) -> str:
    """The unit that a row says, as somebody says what it means; empty where it is none."""
    if said and is_doubtful(said):
        return row.ask(doubts_of_numbers.unit(said), said, field=at)
    return unknown_units.meant(said, row, at)


def _unit_of_name(row: Row) -> str:
    """Take the unit that stands behind the name of a metric; return the field that says it."""
    at = "unit"
    for field, name in list(row.cells.items()):
        if field.partition(".")[0] == "name" and isinstance(name, str) and (unit := unit_in(name)):
            row.cells |= {field: without_unit(name), "unit": unit}
            at = field
    return at


def _called(row: Row) -> str:
    """What the metric of a row is called."""
    names = (str(cell) for field, cell in row.cells.items() if field.partition(".")[0] in _CALLED)
    return next(names, "")


_CALLED: Final = ("name", "metric")


def _has_own_unit(row: Row) -> bool:
    """Whether a value says its unit itself, or the row has none."""
    values = [cell for field, cell in row.cells.items() if field.partition("@")[0] == "value"]
    return not values or any(
        isinstance(cell, str) and _UNIT_BESIDE.search(cell) is not None for cell in values
    )


_UNIT_BESIDE: Final = re.compile(
    r"\d\s*(?:[%％°₹$¥€]|(?!e\b|est)[^\W\d_]{2,})|[₹$¥€]\s*\d|Rs", re.IGNORECASE
)


def name_group(row: Row) -> None:
    """Give the metric of a row the name of what its values are of: Output (Target) is not
    Output.
    """
    if not row.group:
        return
    for field in row.cells:
        if field.partition(".")[0] in ("name", "metric"):
            row.cells[field] = f"{text_of(row.cells[field]).strip()} ({row.group})"


def _of_group(timed: Mapping[str, str], group: str) -> list[str]:
    return [field for field, of in timed.items() if of == group]


def by_group(cells: Mapping[str, Cell]) -> list[tuple[str, dict[str, Cell]]]:
    """The cells of a row, once for its own values and once for each group of its columns: its
    targets, its quarters.
    """
    timed = _groups(cells)
    groups = list(dict.fromkeys(timed.values()))
    if groups in ([], [""]):
        return [("", dict(cells))]
    shared = {field: cell for field, cell in cells.items() if field not in timed}
    found = []
    for group in groups:
        own = {field: cells[field] for field in _of_group(timed, group)}
        if not group or any(cell != "" for cell in own.values()):
            found.append((group, shared | _without_group(own)))
    return found or [("", shared)]


def _groups(fields: Collection[str]) -> dict[str, str]:
    """The group of each field of a period; none where no field is of one, as in most tables."""
    if not any(GROUPED in field for field in fields):
        return {}
    return {field: parted(field.partition("@")[2]).group for field in fields if "@" in field}


def _without_group(cells: Mapping[str, Cell]) -> dict[str, Cell]:
    return {field.partition(GROUPED)[0]: cell for field, cell in cells.items()}


def read_field(field: str, row: Row, columns: Mapping[str, Column]) -> None:
    """Read a cell as what its field holds; a text without a language is of the language that it is
    written in.
    """
    cell = row.cells[field]
    column = columns.get(field)
    if column:
        value = _value(cell, column, row)
        if value is not None:
            row.values[field] = value
        return
    text = readers.text(cell, row.manner)
    original = row.visit.particulars.original
    texts = in_languages(text, row, field, names=field == "name") or {lang_of(text, original): text}
    for lang, part in texts.items():
        if row.values.setdefault(f"{field}.{lang}", part) != part:
            raise CellError(msg("there are two texts in one language"))


def _value(cell: Cell, column: Column, row: Row) -> Any:
    if column.path == "as_of":
        return readers.period(cell, row.manner)
    if column.path == "audience" and (kept := marks.of_text(readers.text(cell, row.manner))):
        return kept
    if column.sort == "words" and column.choices:
        return _words(cell, column, row)
    try:
        return readers.value(cell, column, row.manner)
    except UnknownWordError:
        return _asked_word(cell, column, row)


def _asked_word(cell: Cell, column: Column, row: Row) -> Any:
    """A word of a closed list that it does not know, as somebody has said what it means; None where
    it says nothing.
    """
    said = readers.text(cell, row.manner)
    if said.strip(" .") in choices.NOTHING_SAID and column.path in doubts.KEPT_IN:
        return None
    return next(iter(_meant([said], column, row)), None)


def _words(cell: Cell, column: Column, row: Row) -> Any:
    """The words of a closed list that a cell names one after the other; of a cell that says there
    are none, none.
    """
    said = readers.text(cell, row.manner)
    if choices.says_none(said):
        return ()
    words = [
        word
        for part in choices.PARTING.split(said)
        for word in _known_words(part.strip(), column)
        if word
    ]
    return tuple(dict.fromkeys(_meant(words, column, row))) or None


def _known_words(part: str, column: Column) -> list[str]:
    """A part of a list as one word, but for words of the closed list with only spaces between
    them.
    """
    bare = choices.without_allergy(part) if column.path == "allergies" else part
    if column.path == "allergies" and choices.folded(bare) in ("shellfish", "shell fish"):
        return ["crustaceans", "molluscs"]  # who says shellfish eats neither
    if choices.choice(column.path, bare, column.choices):
        return [bare]
    single = bare.split()
    return (
        single
        if all(choices.choice(column.path, word, column.choices) for word in single)
        else [part]
    )


def _meant(words: Iterable[str], column: Column, row: Row) -> Iterator[str]:
    """What words mean, those that nobody knows as somebody has said it; what is to be kept is
    noted.
    """
    for word in words:
        try:
            answer = readers.choice(column, word)
        except UnknownWordError:
            answer = row.ask(doubts.word(column, column.path), legible(word, 60))
        if answer == doubts.KEEP:
            row.kept.setdefault(doubts.KEPT_IN[column.path], []).append((word, column.path))
        elif answer != LEAVE_OUT:
            yield answer


def keep_words(row: Row) -> None:
    """Words that no closed list knows, in the field that is there for such."""
    for field, words in row.kept.items():
        for word, said_in in words:
            lang = lang_of(word, row.visit.particulars.original)
            path = f"{field}.{lang}"
            held = row.values if path in row.values else row.defaults
            held[path] = "; ".join(
                filter(None, (held.get(path, ""), _kept_word(word, said_in, lang)))
            )


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


_POLITE: Final = re.compile(either(lambda language: language.cells.polite), re.IGNORECASE)
"""What stands before a post without a comma."""


def _kept_word(word: str, path: str, lang: Lang) -> str:
    """A word as it is kept beside others: with the name of its field in its own language, unless it
    stands for itself.
    """
    if path == "honorific":
        return word
    return f"{labels.field_in(path, lang)}{LANGUAGES[lang].punctuation.colon}{word}"
