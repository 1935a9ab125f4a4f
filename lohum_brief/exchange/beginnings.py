"""Who may read what an import adds: as somebody says for all, else as its kind asks for and what
stands above the list.
"""

from collections.abc import Callable
from typing import Final

from lohum_brief.exchange import doubts, remarks
from lohum_brief.exchange.layouts import Layout
from lohum_brief.exchange.marks import Mark
from lohum_brief.exchange.questions import Asked
from lohum_brief.message import Value
from lohum_brief.visit import audiences
from lohum_brief.visit.readers import AUDIENCES, Audience
from lohum_brief.visit.records import (
    Group,
    Note,
    Organisation,
    Person,
    Record,
)

Begins = Callable[[type[Record], str | None], Audience]
"""The audience of a new record by its kind, of a note by its sort."""

TOGETHER: Final = (Person, Organisation, Group)
"""What a list of people brings: they get one audience."""


def _answered(
    kind: type[Record], asked: Asked, above: Mark | None, told: Callable[[], Value]
) -> Audience | None:
    """Who may read new records, as somebody answers; None where their sort decides."""
    by_sort = kind is Note
    proposed = "sort" if by_sort else _at_least(audiences.begins(kind), above)
    answer = asked.answer(doubts.audience(told, proposed, by_sort=by_sort), name="audience")
    return next((one for one in AUDIENCES if one == answer), None)


def begins(
    found: Layout,
    kind: type[Record],
    said: Audience | None,
    asked: Asked,
    notes: list[Value],
    *,
    above: Mark | None,
    told: Callable[[], Value],
) -> Begins:
    """Return what new records begin with. `said` is what somebody has said for all of them, `above`
    what stands above the list; `told` says what is new, for the question who may read it.
    """
    if found.exact:
        return audiences.begins if said is None else lambda *_: said or "principal"
    if above and not said:
        notes.append(remarks.caption(above))
    if not said and "audience" not in found.columns.values():
        said = _answered(kind, asked, above, told)
    if said is None:
        return lambda one, sort: _at_least(audiences.begins(one, sort), above)
    return lambda *_: said


def beside(kind: type[Record], begin: Begins) -> Callable[[type[Record]], Audience]:
    """Return the audience of what rows of a kind name and the visit has not, by its kind: an
    organisation of the people, a party of a note.
    """

    def audience(other: type[Record]) -> Audience:
        if kind in TOGETHER and other in TOGETHER:
            return begin(kind, None)
        sort = "ask" if kind is Note else None
        return audiences.higher(begin(kind, sort), audiences.begins(other))

    return audience


def _at_least(audience: Audience, mark: Mark | None) -> Audience:
    return audiences.higher(audience, mark.audience) if mark else audience
