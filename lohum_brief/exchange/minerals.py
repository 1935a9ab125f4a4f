"""The minerals that a table may be about: those of the visit, those of the reference data, and any
that somebody names.

Of one from the reference data comes its name and symbol only; its facts are a matter of the command
`reference`.
"""

from functools import cache
from typing import Final

from lohum_brief.exchange import doubts, notes
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.questions import LEAVE_OUT
from lohum_brief.exchange.references import folded, names
from lohum_brief.exchange.rows import LeftOutError, Row
from lohum_brief.message import msg
from lohum_brief.store.shipped import reference_data
from lohum_brief.visit.records import Mineral

_LONGEST: Final = 60


def of_table(row: Row) -> str:
    """The id of the mineral that a table without a column for it is about: the one that its title
    names, else as answered.
    """
    known = [*row.visit.of(Mineral), *_shipped(row)]
    told = notes.mineral(row.frame.about, known)
    answer = row.ask(doubts.mineral(row.visit, known, told), name="mineral")
    return _added(answer, row)


def of_cell(text: str, row: Row) -> str:
    """The id of the mineral that a cell names; one that nobody knows is added if somebody says so.
    Raises CellError.
    """
    found = row.directory.find(Mineral, text)
    if found is not None:
        return found
    if any(folded(text) in set(names(one)) for one in _shipped(row)):
        return _added(text, row)
    answer = row.ask(doubts.new_mineral(row.visit), text, field="mineral")
    if answer == LEAVE_OUT:
        raise LeftOutError(msg("it is left out, as answered"))
    return _added(text if answer == doubts.NEW else answer, row)


def _shipped(row: Row) -> list[Mineral]:
    """The minerals of the reference data that the visit has not."""
    held = {name for one in row.visit.of(Mineral) for name in names(one)} | set(row.visit.by_id)
    return [one for one in _reference() if one.id not in held and not held & set(names(one))]


@cache
def _reference() -> tuple[Mineral, ...]:
    minerals = (record for record in reference_data() if isinstance(record, Mineral))
    return tuple(
        Mineral(id=one.id, audience=one.audience, name=one.name, symbol=one.symbol)
        for one in minerals
    )


def _added(answer: str, row: Row) -> str:
    """The mineral of an answer: an id, or the name of a new one."""
    if found := row.directory.find(Mineral, answer):
        return found
    for one in _reference():
        if answer == one.id or folded(answer) in set(names(one)):
            # Its name finds the one that a row above has added.
            return row.directory.find(Mineral, one.name["en"]) or row.directory.mineral(one)
    if not any(map(str.isalpha, answer)) or len(answer) > _LONGEST:
        raise CellError(msg("“{text}” is no name", text=answer[:_LONGEST]))
    return row.directory.new_mineral(answer)
