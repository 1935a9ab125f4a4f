"""Which texts of a visit reach the paper of a pack: a sign is set behind each of them, and the
planned document searched for it.

So nothing has to say twice which field of which record prints where: a card leaves out what a book
prints, a table of people takes only the names of their organisations, a glossary the terms that are
used.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
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
    signed = _all_signed(visit, admitted, pack, numbered[:_MOST])
    probed = signed.pop(pack.id)
    assert isinstance(probed, Pack)  # noqa: S101 - it was put in above
    signed_visit = Visit(signed.get(record.id, record) for record in admitted)
    brief = Brief(signed_visit, probed, ruler, drawings=Sketches())
    document = planned(brief)
    signs = _SIGNED.findall("\n".join(_texts(document)))
    found = {numbered[ord(sign) - _FIRST] for sign in signs}
    records = frozenset(ident for block in document.blocks for ident in _records(block))
    drawn = {ident for ident in records if isinstance(visit.by_id.get(ident), _WHOLE)}
    whole = (place for place in numbered if place[0] in drawn)
    untold = numbered[_MOST:]
    return Reached(frozenset((*found, *whole, *untold)), records, tuple(brief.empty))


def _all_signed(
    visit: Visit, admitted: Visit, pack: Pack, places: Sequence[Place]
) -> dict[str, AnyRecord]:
    """Return the pack and the records of places by their ids, with a sign in each place."""
    signed: dict[str, AnyRecord] = {pack.id: pack}
    for number, (ident, field) in enumerate(places):
        record = signed.get(ident) or admitted.by_id.get(ident)
        if record is None or isinstance(record, _WHOLE) or _is_withheld(visit, record, field):
            continue
        signed[ident] = _signed(record, field.split("."), SIGN + chr(_FIRST + number))
    return signed


def _is_withheld(visit: Visit, record: AnyRecord, field: str) -> bool:
    """Return whether the field is one that was emptied for the readers: a sign would make it say
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
    """Return a record with a sign behind the string at a path; as it is where there is none."""
    if isinstance(holder, str):
        return holder if path else holder + sign
    if not path:
        return holder
    step, *rest = path
    if isinstance(holder, tuple):
        at = int(step) if step.isdecimal() else len(holder)
        return tuple(_signed(one, rest, sign) if i == at else one for i, one in enumerate(holder))
    if not _takes_sign(holder, step, rest):
        return holder
    return msgspec.structs.replace(holder, **{step: _signed(getattr(holder, step), rest, sign)})


def _takes_sign(holder: Any, step: str, rest: list[str]) -> bool:
    """Return whether a field leads on, or is a string that may have a sign behind it."""
    if not isinstance(holder, msgspec.Struct) or step not in fields_of(type(holder)):
        return False
    return bool(rest) or isinstance(holder, Text | NamePart) or step in _LINES


def _texts(document: Document) -> Iterator[str]:
    running = document.running
    yield document.title
    yield document.subject
    for cell in running.cells:
        yield from (para.text for para in cell)
    for block in document.blocks:
        yield from (para.text for para in paras_of(block))


def _records(block: Block) -> Iterator[str]:
    yield getattr(block, "record", "")
    if isinstance(block, Table):
        yield from (row.record for row in block.rows)
