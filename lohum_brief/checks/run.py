"""All rules at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from importlib import import_module
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.checks import consents, integrity, pictures
from lohum_brief.checks.finding import SEVERITIES, Finding, mark_of
from lohum_brief.checks.rules import RULES
from lohum_brief.checks.waiving import Waived, parted
from lohum_brief.errors import ForeignFileError
from lohum_brief.store.protocol import Store
from lohum_brief.visit.records import AnyRecord, Person
from lohum_brief.visit.visit import Visit


class Checked(NamedTuple):
    """What a check has found: what is open, and what somebody has decided to leave as it is."""

    open: list[Finding]
    waived: list[Waived]


Also = Callable[[Visit, Sequence[Finding]], Iterable[Finding]]
"""Finds more about a visit than rules do; it knows what these have found."""


def check_store(store: Store, also: Also | None = None) -> Checked:
    """Return every finding about a store and what is in it; where records cannot be read, only
    those are named.

    Raises ForeignFileError where not even that can be said, and SystemRefusedError.
    """
    damaged = integrity.findings(store)
    try:
        visit = store.read()
    except ForeignFileError:
        if any(finding.record for finding in damaged):
            return Checked(damaged, [])
        raise
    found = [
        *check(visit, also=also),
        *consents.absent(visit, store.picture_names()),
        *_of_pictures(visit, store),
    ]
    still, waived = parted(visit, found)
    return Checked([*damaged, *still], waived)


def _of_pictures(visit: Visit, store: Store) -> Iterable[Finding]:
    """Return what is wrong with pictures; nothing where one of them is damaged where it is kept,
    which has been found already.
    """
    try:
        kept = {person.photo for person in visit.of(Person)}
        return [*pictures.findings(visit, store.pictures(kept))]
    except ForeignFileError:
        return []


@cache
def _rules() -> list[Callable[[Visit], Iterable[Finding]]]:
    """Load what finds each rule."""
    names = (name for rule in RULES.values() for name in rule.modules)
    return [import_module(f"lohum_brief.checks.{name}").findings for name in names]


_RECORDS: Final = 50
"""Records that no rule takes more than a few milliseconds for."""


class _Watched(Visit):
    """A visit that lets somebody act while a rule goes through its records."""

    def __init__(self, records: Iterable[AnyRecord], act: Callable[[], None]) -> None:
        super().__init__(records)
        self._act = act

    def __iter__(self) -> Iterator[AnyRecord]:
        for number, record in enumerate(self.records):
            if number % _RECORDS == 0:
                self._act()
            yield record


def check(
    visit: Visit, between: Callable[[], None] | None = None, also: Also | None = None
) -> list[Finding]:
    """Return every finding about the content, waived or not: worst first; within a severity by
    rule, then as the records stand in the visit.

    `between` is called every few records, for who has something more urgent to do. `also` finds
    more at the end.
    """
    found: list[Finding] = []
    watched = visit if between is None else _Watched(visit.records, between)
    for rule in _rules():
        found += rule(watched)
    if also is not None:
        found += also(visit, found)
    place = {record.id: i for i, record in enumerate(visit)}
    found = [structs.replace(f, mark=mark_of(visit.by_id[f.record], f)) for f in found]
    return sorted(found, key=lambda f: (SEVERITIES.index(f.severity), f.rule, place[f.record]))
