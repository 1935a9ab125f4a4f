"""Columns of a table that are typed in a Hindi font from before Unicode, turned into Unicode before
they are read.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.exchange import legacy_hindi, spelt_like_latin
from lohum_brief.exchange.fields import CellError, Column
from lohum_brief.exchange.layouts import Layout
from lohum_brief.exchange.questions import OpenQuestionError
from lohum_brief.exchange.sheets import Cell, column_letters
from lohum_brief.message import Message, Value, msg_n
from lohum_brief.visit.explaining import legible

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
Refuse = Callable[[int, str, Value], None]
"""Says that the cell of a row and field cannot be read, and why."""


def modernised(
    said: Rows,
    layout: Layout,
    fields: Mapping[str, Column],
    refuse: Refuse,
    notes: list[Value],
    ask: Ask,
) -> tuple[Rows, set[int]]:
    """The rows with old Hindi fonts turned into Unicode, and those that wait for an answer: what
    may be either is asked.

    In a table of ours texts are what the visit holds, however they look: only cells that somebody
    set in such a font are turned. What is turned, or only looks so, is added to the notes.
    """
    table = _table(said, layout, fields)
    waiting: set[int] = set()
    for number, field in layout.columns.items():
        if not _may_be_hindi(field, layout, fields):
            continue
        column = _column(said, number, layout, table, notes)
        if not column.is_in_question:
            continue
        turned = _turned(column, None if layout.exact else ask)
        for at, why in turned.refused.items():
            refuse(at, field, why)
        if turned.texts:
            notes.append(_told(number, column.texts, turned.texts))
        waiting |= turned.waiting
        said = _with(said, number, turned)
    return [(at, row) for at, row in said if at not in waiting], waiting


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
    asked: bool = False
    """No sign of them tells it, and their words together do, or what one of them would say."""


class _Table(NamedTuple):
    """How the columns of a table look, and what that says of each."""

    looks: Mapping[int, _Look] = {}
    sure: bool = False
    """A text is in such a font for certain."""
    legacy: bool = False
    """A column is or may be, or a text for certain."""
    told: bool = False
    """Signs of a column tell it, or of a text, and not only what words would say."""


def _table(said: Rows, layout: Layout, fields: Mapping[str, Column]) -> _Table:
    """Return how each column looks that may be in Hindi; of a table of ours looks say nothing."""
    if layout.exact:
        return _Table()
    looks = {
        column: _look(_texts(said, column).values())
        for column, field in layout.columns.items()
        if _may_be_hindi(field, layout, fields)
    }
    sure = any(look.certain for look in looks.values())
    told = sure or any(look.whole for look in looks.values())
    return _Table(looks, sure, told or any(look.asked for look in looks.values()), told)


def _texts(said: Rows, column: int) -> dict[int, str]:
    """Return the texts of a column by the numbers of their rows."""
    return {
        at: cell
        for at, row in said
        if column < len(row) and isinstance(cell := row[column], str) and cell
    }


def _look(texts: Collection[str]) -> _Look:
    whole = legacy_hindi.looks_legacy(texts)
    alone = [text for text in set(texts) if legacy_hindi.looks_legacy([text])]
    certain = any(len(text) >= _TELLING and legacy_hindi.is_certain(text) for text in alone)
    asked = not whole and (
        spelt_like_latin.are_in_question(texts)
        or any(map(spelt_like_latin.is_in_question, set(texts)))
    )
    return _Look(whole, bool(alone), certain, asked)


class _Column(NamedTuple):
    """A column in which Hindi may stand."""

    number: int
    texts: Mapping[int, str]
    """By the numbers of their rows."""
    marked: set[int]
    """Rows whose cells are set in such a font."""
    look: _Look
    table: _Table

    @property
    def is_in_question(self) -> bool:
        """Whether any of its texts may be in such a font."""
        return bool(self.look.whole or self.look.somewhere or self.marked or self.table.legacy)

    def modern(self, at: int) -> legacy_hindi.Modern:
        """Return the text of a row in Unicode. Raises CellError."""
        text, whole, marked = self.texts[at], self.look.whole, at in self.marked
        if self.table.legacy and not (whole or marked or legacy_hindi.looks_legacy([text])):
            beside = _beside_hindi(text)
            if self.table.told:
                return beside
            return beside._replace(certain=beside.text == text, likely=self.look.asked)
        return legacy_hindi.modern(text, column=whole, font=marked, sure=self.table.sure)


def _column(said: Rows, number: int, layout: Layout, table: _Table, notes: list[Value]) -> _Column:
    """Return a column; of one of ours only what is marked, with a note of what looks so."""
    texts = _texts(said, number)
    marked = {at for at in texts if (at, number) in layout.sheet.legacy}
    if layout.exact:
        _suspect(number, [text for at, text in texts.items() if at not in marked], notes)
        texts = {at: texts[at] for at in marked}
    return _Column(number, texts, marked, table.looks.get(number) or _look(texts.values()), table)


class _Turned(NamedTuple):
    """What becomes of the texts of a column, by the numbers of their rows."""

    texts: dict[int, str]
    """In Unicode."""
    waiting: set[int]
    """An answer is wanted for them."""
    refused: dict[int, Value]
    """They cannot be turned, for this reason."""


def _turned(column: _Column, ask: Ask | None) -> _Turned:
    """Turn the texts of a column; without `ask`, of which nobody is in doubt."""
    turned = _Turned({}, set(), {})
    for at, text in column.texts.items():
        try:
            found = column.modern(at)
            if found.text != text and (ask is None or ask(column.number, at, text, found)):
                turned.texts[at] = found.text
        except OpenQuestionError:
            turned.waiting.add(at)
        except CellError as error:
            turned.refused[at] = error.message
    return turned


def _with(said: Rows, column: int, turned: _Turned) -> Rows:
    """Return the rows with what was turned, without those that are refused."""
    if not (turned.texts or turned.refused):
        return said
    return [
        (
            at,
            [*row[:column], turned.texts[at], *row[column + 1 :]] if at in turned.texts else row,
        )
        for at, row in said
        if at not in turned.refused
    ]


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


def _beside_hindi(text: str) -> legacy_hindi.Modern:
    """A text that could be English, in a table of such a font; it is not certain where it can be
    told neither way.
    """
    if legacy_hindi.is_known_hindi(text):
        return legacy_hindi.Modern(legacy_hindi.convert(text))
    for word in re.findall(r"[^\W\d_]+", text):
        if (
            word.isascii()
            and word[0].islower()
            and len(word) > 1
            and not spelt_like_latin.is_english(word)
        ):
            new = legacy_hindi.convert(text)
            return legacy_hindi.Modern(
                new if legacy_hindi.is_plausible(new) else text, certain=False
            )
    return legacy_hindi.Modern(text)


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
    if field.endswith(f".{legacy_hindi.LANG}"):
        column = fields.get(field)
        return column is None or column.sort == "text"
    return not layout.exact and "." not in field and field in _HINDI
