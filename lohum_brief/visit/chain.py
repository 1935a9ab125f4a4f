"""The order of records as a chain: one is taken out or put in without touching the others, however many there are."""

from collections.abc import Iterable, Iterator

from lohum_brief.visit.records import AnyRecord


class Chain:
    """Records by their ids, each knowing its neighbours. None is the end."""

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        self._held: dict[str, AnyRecord] = {}
        self._next: dict[str | None, str | None] = {}
        self._last: dict[str | None, str | None] = {}
        previous: str | None = None
        for record in records:
            self._held[record.id] = record
            self._next[previous], self._last[record.id] = record.id, previous
            previous = record.id
        self._next[previous], self._last[None] = None, previous

    def __contains__(self, ident: str) -> bool:
        return ident in self._held

    def __iter__(self) -> Iterator[AnyRecord]:
        at = self._next[None]
        while at is not None:
            yield self._held[at]
            at = self._next[at]

    def get(self, ident: str) -> AnyRecord | None:
        """The record of an id."""
        return self._held.get(ident)

    def after(self, ident: str) -> str | None:
        """The id behind a record; None at the end."""
        return self._next[ident]

    def replace(self, record: AnyRecord) -> None:
        """Put a record where the one of its id is."""
        self._held[record.id] = record

    def take(self, ident: str) -> AnyRecord:
        """Take a record out."""
        before, after = self._last.pop(ident), self._next.pop(ident)
        self._next[before], self._last[after] = after, before
        return self._held.pop(ident)

    def put(self, record: AnyRecord, before: str | None) -> None:
        """Put a record in front of one that is there, or at the end."""
        previous = self._last[before]
        self._held[record.id] = record
        self._next[previous], self._last[record.id] = record.id, previous
        self._next[record.id], self._last[before] = before, record.id
