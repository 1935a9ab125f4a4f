"""Whom organisations and groups that a table brings are kept for: as its rows that name them are.

Who marks a person as internal means that where he is from goes no further either, unless somebody
for all is from there too.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce

import msgspec

from lohum_brief.visit.audiences import higher, lifted
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.readers import Audience, reads
from lohum_brief.visit.records import AnyRecord, Group, Organisation


def audiences_of(records: Iterable[AnyRecord]) -> dict[str, set[Audience]]:
    """Return who may read the records that name an organisation or a group, by its id."""
    found: dict[str, set[Audience]] = {}
    for record in records:
        for ident in _named(record):
            found.setdefault(ident, set()).add(record.audience)
    return found


def _named(record: AnyRecord) -> Iterator[str]:
    for field, kind in OF[type(record)].names.items():
        if kind in (Organisation, Group):
            said = getattr(record, field)
            yield from (said,) if isinstance(said, str) else said or ()


def closed(record: AnyRecord, naming: Mapping[str, set[Audience]]) -> AnyRecord:
    """Return an organisation or a group as closed as the least closed that names it; where two
    keep it for readers of whom neither reads the other's, it is for those who read both.
    """
    held = naming.get(record.id)
    if not held or not isinstance(record, Organisation | Group):
        return record
    least = (one for one in held if not any(_is_wider(other, one) for other in held))
    audience = reduce(higher, sorted(least), record.audience)
    if audience == record.audience:
        return record
    return lifted(msgspec.structs.replace(record, audience=audience))


def _is_wider(one: Audience, other: Audience) -> bool:
    """Whether all who read what is for the other read this, and more do."""
    return one != other and reads(other, one)
