"""Headings that may stand over titles as well as over texts, or over units: Particulars, Details,
विवरण, 摘要, 備考.

Beside a column with the titles such a column is never left out, and never taken for something,
unasked. In a table that has no other column for its titles it has them, or somebody says which of
several does.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Final

from lohum_brief.errors import UsageError
from lohum_brief.exchange import doubts
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.headings import folded, guess
from lohum_brief.exchange.layouts import Layout, NoHeadingError, layout
from lohum_brief.exchange.questions import Asked, OpenQuestionError
from lohum_brief.exchange.sheets import Sheet, column_letters
from lohum_brief.language.either import words
from lohum_brief.visit.records import Item, Metric, Record

_TITLED: Final = words(lambda language: language.cells.vague)
_VAGUE: Final = {
    folded(word): at
    for at, word in enumerate((*_TITLED, *words(lambda language: language.cells.remarks)))
}
"""The likeliest titles first, remarks last."""
_REMARKS: Final = len(_TITLED)
"""The first of the remarks."""
_MEANINGS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Item: ("detail", "title"),
    Metric: ("definition", "name", "unit"),
}
"""What such a column may hold, its titles not first."""
_TITLES: Final[Mapping[type[Record], str]] = {Item: "title", Metric: "name"}
_DEEPEST: Final = 30
"""Rows among which the heading is looked for."""


def meanings(heading: str, kind: type[Record]) -> tuple[str, ...]:
    """Return the fields that a column may hold whose heading may mean several; none for a heading
    that tells.
    """
    return _MEANINGS.get(kind, ()) if folded(heading) in _VAGUE else ()


def _is_title(heading: str, field: str, kind: type[Record]) -> bool:
    """Return whether a heading means a title, or may mean one."""
    return guess(heading, kind) == field or folded(heading) in _VAGUE


def beside_titles(found: Layout, kind: type[Record]) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Yield the columns that are read as titles and may be something else, with their headings and
    what they may hold: Particulars, where another column has titles too.

    Where somebody says that such a column has them, the others have something else.
    """
    field = _TITLES.get(kind, "")
    titles = _titled(found, field, kind)
    said = [column for column in titles if found.columns[column] == field]
    if len(titles) < 2:
        return
    for column, text in titles.items():
        if folded(text) in _VAGUE:
            yield column, text, _MEANINGS[kind]
        elif said and column not in said:
            yield column, text, tuple(one for one in _MEANINGS[kind] if one != field)


def _titled(found: Layout, field: str, kind: type[Record]) -> dict[int, str]:
    """The headings of the columns that are read as titles."""
    return {
        column: text
        for column, one in found.columns.items()
        if one.partition(".")[0] == field
        and _is_title(text := found.headings.get(column, ""), field, kind)
    }


def layout_with_titles(
    sheets: Sequence[Sheet], kind: type[Record], maps: Mapping[str, str]
) -> tuple[Layout, Mapping[str, str]]:
    """Return the layout of a table, and the fields of columns that somebody has said with the
    likeliest column of titles, where none says that it has them.

    Raises UsageError as `layouts.layout` does.
    """
    try:
        return layout(sheets, kind, maps), maps
    except NoHeadingError:
        for heading in _titles(sheets, kind):
            told = {**maps, heading: _TITLES[kind]}
            with suppress(UsageError):
                return layout(sheets, kind, told), told
        raise


def with_asked_title(
    found: Layout, kind: type[Record], maps: Mapping[str, str], asked: Asked
) -> tuple[Layout, Mapping[str, str]]:
    """Return the same with the column of titles that somebody says, where more than one may have
    them or where remarks would be all there is; `maps` are the fields that somebody has said.
    """
    field = _TITLES[kind]
    columns = [column for column, text in found.headings.items() if folded(text) in _VAGUE]
    title = next(column for column, one in found.columns.items() if one.startswith(field))
    if len(columns) < 2 and _VAGUE[folded(found.headings[title])] < _REMARKS:
        return found, {**maps, column_letters(title): field}
    named = [(column_letters(column), found.headings[column]) for column in columns]
    answer = column_letters(title)
    with suppress(OpenQuestionError):
        answer = asked.answer(doubts.title(named, answer), name="title", at=found.row)
    told = {**maps, answer: field}
    return layout([found.sheet], kind, told), told


def _titles(sheets: Sequence[Sheet], kind: type[Record]) -> Iterator[str]:
    """The headings that may stand over the titles of a table, the likeliest first."""
    if kind in _TITLES:
        rows = (row for sheet in sheets for row in islice(sheet.rows, _DEEPEST))
        texts = dict.fromkeys(text_of(cell).strip() for row in rows for cell in row if cell != "")
        vague = [text for text in texts if folded(text) in _VAGUE]
        yield from sorted(vague, key=lambda text: _VAGUE[folded(text)])
