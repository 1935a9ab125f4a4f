"""Columns of a table that are typed in a Hindi font from before Unicode, turned into Unicode before
they are read.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from lohum_brief.exchange import legacy_hindi
from lohum_brief.exchange.fields import CellError, Column
from lohum_brief.exchange.layouts import Layout
from lohum_brief.exchange.questions import OpenQuestionError
from lohum_brief.exchange.sheets import Cell, column_letters
from lohum_brief.language.hi import LANGUAGE as HINDI
from lohum_brief.message import Message, Value, msg_n
from lohum_brief.visit.explaining import legible

if TYPE_CHECKING:
    from lohum_brief.language.wordlist import WordList

Rows = list[tuple[int, Sequence[Cell]]]
"""With their numbers."""

_HINDI: Final = frozenset(
    {
        "name",
        "family",
        "given",
        "organisation",
        "post",
        "group",
        "title",
        "text",
        "place",
        "detail",
        "note",
    }
)
"""Fields in which Hindi may stand without their saying so."""

_TELLING: Final = 4
"""Letters that a text must have to look like anything."""


Ask = Callable[[int, int, str, legacy_hindi.Modern], bool]
"""Whether a text of a column and row is to be converted into another. Raises OpenQuestionError."""


def modernised(
    said: Rows,
    layout: Layout,
    fields: Mapping[str, Column],
    refuse: Callable[[int, str, Value], None],
    notes: list[Value],
    ask: Ask,
) -> tuple[Rows, set[int]]:
    """The rows with old Hindi fonts turned into Unicode, and those that wait for an answer: what
    may be either is asked.

    In a table of ours texts are what the visit holds, however they look: only cells that somebody
    set in such a font are turned. What is turned, or only looks so, is added to the notes.
    """
    looks = {} if layout.exact else _looks(said, layout, fields)
    sure = any(look.certain for look in looks.values())
    legacy = sure or any(look.whole for look in looks.values())
    waiting: set[int] = set()
    for column, field in layout.columns.items():
        if not _may_be_hindi(field, layout, fields):
            continue
        texts = {
            at: cell
            for at, row in said
            if column < len(row) and isinstance(cell := row[column], str) and cell
        }
        marked = {at for at in texts if (at, column) in layout.sheet.legacy}
        if layout.exact:
            _suspect(column, [text for at, text in texts.items() if at not in marked], notes)
            texts = {at: texts[at] for at in marked}
        look = looks[column] if column in looks else _look(list(texts.values()))
        if not (look.whole or look.somewhere or marked or legacy):
            continue
        converted: dict[int, str] = {}
        refused: set[int] = set()
        for at, text in texts.items():
            try:
                found = _modern(
                    text, whole=look.whole, marked=at in marked, legacy=legacy, sure=sure
                )
                if found.text != text and (layout.exact or ask(column, at, text, found)):
                    converted[at] = found.text
            except OpenQuestionError:
                waiting.add(at)
            except CellError as error:
                refuse(at, field, error.message)
                refused.add(at)
        if converted:
            notes.append(_told(column, texts, converted))
        said = [
            (at, [*row[:column], converted[at], *row[column + 1 :]] if at in converted else row)
            for at, row in said
            if at not in refused
        ]
    return [(at, row) for at, row in said if at not in waiting], waiting


def _modern(
    text: str, *, whole: bool, marked: bool, legacy: bool, sure: bool
) -> legacy_hindi.Modern:
    if legacy and not whole and not marked and not legacy_hindi.looks_legacy([text]):
        return _beside_hindi(text)
    return legacy_hindi.modern(text, column=whole, font=marked, sure=sure)


def _told(column: int, texts: Mapping[int, str], converted: Mapping[int, str]) -> Message:
    first = min(converted)
    return msg_n(
        "Column {column}: {count} cell is in an old Hindi font and is converted, such as “{old}” "
        "to “{new}”.",
        "Column {column}: {count} cells are in an old Hindi font and are converted, such as "
        "“{old}” to “{new}”.",
        len(converted),
        column=column_letters(column),
        old=texts[first],
        new=converted[first],
    )


class _Look(NamedTuple):
    """How the cells of a column look."""

    whole: bool
    """Taken together they are in such a font: then shorter texts of other columns are in question
    too.
    """
    somewhere: bool
    """One of them looks so by itself."""
    certain: bool
    """One of them is so for certain: then others may be that look like Latin."""


def _looks(said: Rows, layout: Layout, fields: Mapping[str, Column]) -> dict[int, _Look]:
    """How each column that may be in Hindi looks."""
    return {
        column: _look(
            [
                cell
                for _, row in said
                if column < len(row) and isinstance(cell := row[column], str) and cell
            ]
        )
        for column, field in layout.columns.items()
        if _may_be_hindi(field, layout, fields)
    }


def _look(texts: Sequence[str]) -> _Look:
    whole = legacy_hindi.looks_legacy(texts)
    alone = [text for text in set(texts) if legacy_hindi.looks_legacy([text])]
    certain = any(len(text) >= _TELLING and legacy_hindi.is_certain(text) for text in alone)
    return _Look(whole, bool(alone), certain)


def _beside_hindi(text: str) -> legacy_hindi.Modern:
    """A text that could be English, in a table of such a font; it is not certain where it can be
    told neither way.
    """
    if legacy_hindi.is_known_hindi(text):
        return legacy_hindi.Modern(legacy_hindi.convert(text))
    for word in re.findall(r"[^\W\d_]+", text):
        if word.isascii() and word[0].islower() and len(word) > 1 and not _english().has(word):
            new = legacy_hindi.convert(text)
            return legacy_hindi.Modern(
                new if legacy_hindi.is_plausible(new) else text, certain=False
            )
    return legacy_hindi.Modern(text)


@cache
def _english() -> "WordList":
    from lohum_brief.language.wordlist import reading

    found: list[WordList] = []

    def read() -> Iterator[None]:
        found.append((yield from reading()))

    for _ in read():
        pass
    return found[0]


def _suspect(column: int, texts: Sequence[str], notes: list[Value]) -> None:
    """Say of texts that are taken as they stand that they look like an old Hindi font."""
    found = [text for text in texts if len(text) >= _TELLING and legacy_hindi.looks_legacy([text])]
    if found:
        notes.append(
            msg_n(
                "Column {column}: {count} cell looks as if typed in an old Hindi font, such as "
                "“{text}”; it is taken as it stands.",
                "Column {column}: {count} cells look as if typed in an old Hindi font, such as "
                "“{text}”; they are taken as they stand.",
                len(found),
                column=column_letters(column),
                text=legible(found[0], 60),
            )
        )


def _may_be_hindi(field: str, layout: Layout, fields: Mapping[str, Column]) -> bool:
    if field.endswith(f".{HINDI.code}"):
        column = fields.get(field)
        return column is None or column.sort == "text"
    return not layout.exact and "." not in field and field in _HINDI
