"""Which texts of a visit reach the paper of a pack: a sign is set behind each of them, and the
planned document searched for it.

So nothing has to say twice which field of which record prints where: a card leaves out what a book
prints, a table of people takes only the names of their organisations, a glossary the terms that are
used.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

import msgspec

from lohum_brief.document.blocks import Block, Table, paras_of
from lohum_brief.document.document import Document
from lohum_brief.document.ruler import Ruler
from lohum_brief.packs.admit import admit
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.charts import Sketches
from lohum_brief.packs.plan import planned
from lohum_brief.packs.signs import SIGN
from lohum_brief.visit.records import AnyRecord, Chart, NamePart, Pack, Person, Term
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

Place = tuple[str, str]
"""A record and the path of one of its strings, such as `text.ja` or `rows.0.2`."""

_FIRST: Final = 0x100000
"""The first of the characters that count, all of a private plane; a place more than they are is not
looked for and counts.
"""
_MOST: Final = 0xFFFD
_WHOLE: Final = (Term, Chart)
"""Kinds that are told by their records."""
_LINES: Final = frozenset(
    {
        "title",
        "publisher",
        "date",
        "address",
        "licence",
        "as_of",
        "abbreviation",
        "reading",
        "symbol",
        "printed",
    }
)
"""Fields of one line that print as they stand; all others are codes and choices."""
_SIGNED: Final = re.compile(SIGN + "(.)")


class Reached(NamedTuple):
    """What of a pack reaches paper: places that were asked for, records, and the sections that
    print nothing.
    """

    places: frozenset[Place]
    records: frozenset[str]
    empty: tuple[str, ...]


def reached(visit: Visit, pack: Pack, places: Iterable[Place], ruler: Ruler) -> Reached:
    """Plan the pack once and return what of these places it prints. Raises BriefError where it
    cannot be planned.

    Terms and charts are told by their records: no text would use a signed term, and a chart may
    draw what it does not tell.
    """
    admitted = admit(visit, pack.audience)
    numbered = list(dict.fromkeys(places))
    signed: dict[str, AnyRecord] = {pack.id: pack}
    for number, (ident, field) in enumerate(numbered[:_MOST]):
        record = signed.get(ident) or admitted.by_id.get(ident)
        if (
            record is not None
            and not isinstance(record, _WHOLE)
            and not _is_withheld(visit, record, field)
        ):
            signed[ident] = _signed(record, field.split("."), SIGN + chr(_FIRST + number))
    probed = signed.pop(pack.id)
    assert isinstance(probed, Pack)  # noqa: S101 - it was put in above
    signed_visit = Visit(signed.get(record.id, record) for record in admitted)
    brief = Brief(signed_visit, probed, ruler, drawings=Sketches())
    document = planned(brief)
    found = {
        numbered[ord(sign) - _FIRST] for text in _texts(document) for sign in _SIGNED.findall(text)
    }
    records = frozenset(ident for block in document.blocks for ident in _records(block))
    whole = (
        (ident, field)
        for ident, field in numbered
        if isinstance(visit.by_id.get(ident), _WHOLE) and ident in records
    )
    untold = numbered[_MOST:]
    return Reached(frozenset((*found, *whole, *untold)), records, tuple(brief.empty))


def _is_withheld(visit: Visit, record: AnyRecord, field: str) -> bool:
    """Whether the field is one that was emptied for the readers: a sign would make it say
    something.
    """
    name = field.partition(".")[0]
    own = visit.by_id.get(record.id)
    return (
        isinstance(record, Person)
        and own is not None
        and not getattr(record, name, "")
        and bool(getattr(own, name, ""))
    )


def _signed(holder: Any, path: list[str], sign: str) -> Any:
    """A record with a sign behind the string at a path; as it is where there is none."""
    if isinstance(holder, str):
        return holder if path else holder + sign
    if not path:
        return holder
    step, *rest = path
    if isinstance(holder, tuple):
        at = int(step) if step.isdecimal() else len(holder)
        return tuple(_signed(one, rest, sign) if i == at else one for i, one in enumerate(holder))
    if isinstance(holder, msgspec.Struct) and step in fields_of(type(holder)):
        if not rest and not isinstance(holder, Text | NamePart) and step not in _LINES:
            return holder
        return msgspec.structs.replace(holder, **{step: _signed(getattr(holder, step), rest, sign)})
    return holder


def _texts(document: Document) -> Iterator[str]:
    running = document.running
    yield document.title
    yield document.subject
    for cell in (running.head, running.pill, running.foot, running.middle, running.issue):
        yield from (para.text for para in cell)
    for block in document.blocks:
        yield from (para.text for para in paras_of(block))


def _records(block: Block) -> Iterator[str]:
    yield getattr(block, "record", "")
    if isinstance(block, Table):
        yield from (row.record for row in block.rows)
