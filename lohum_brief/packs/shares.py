"""How wide the columns of parallel languages are where a pack has them by script: by the room that
its texts take, so that they end about level.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lohum_brief.document.paragraphs import Para, Span
from lohum_brief.document.ruler import Ruler
from lohum_brief.document.style import BODY
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.visit.records import Chart, Note, Pack, Paragraph, Statement, Table
from lohum_brief.visit.sections import kinds
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_STEP: Final = 0.01
"""Shares are multiples of it, so that a word more or less moves no column."""
LEAST: Final = 0.8
_MOST: Final = 1.25
"""Of an equal share; narrower, lines are too short to be read well."""


def shares(
    visit: Visit, pack: Pack, prose: Iterable[Paragraph | Table | Chart], ruler: Ruler
) -> tuple[float, ...]:
    """Return each language's part of the room of all columns; nothing where the columns are equal.

    `prose` is what the pack's sections print of their own. Only texts that are there in all
    languages count: one that is missing would make its column narrow for all others.
    """
    count = len(pack.languages)
    if pack.widths == "equal" or pack.layout != "parallel" or count == 1:
        return ()
    texts = [
        text for text in _flowing(visit, pack, prose) if all(text[lang] for lang in pack.languages)
    ]
    if not texts:
        return ()
    return _parts([sum(_width(text, lang, ruler) for text in texts) for lang in pack.languages])


def _parts(lengths: list[float]) -> tuple[float, ...]:
    """Return the part of each of so long texts; together they are 1."""
    count, whole = len(lengths), sum(lengths)
    held = [min(max(one / whole, LEAST / count), _MOST / count) for one in lengths]
    *first, _ = [round(one / sum(held) / _STEP) * _STEP for one in held]
    return (*first, 1 - sum(first))


def _flowing(
    visit: Visit, pack: Pack, prose: Iterable[Paragraph | Table | Chart]
) -> Iterator[Text]:
    """Yield the texts that stand in the columns."""
    for record in prose:
        if isinstance(record, Paragraph) and not record.verbatim:
            yield record.text
    listed = kinds(visit, pack)
    yield from (note.text for note in visit.of(Note) if Note in listed)
    yield from (statement.text for statement in visit.of(Statement) if Statement in listed)


def _width(text: Text, lang: Lang, ruler: Ruler) -> float:
    said = plain(text[lang]) if lang == READ else text[lang]
    return ruler.width(Para((Span(said.replace("\n", " "), lang, BODY),), lang))
