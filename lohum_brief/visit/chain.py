"""The order of a visit's records as a chain: one is taken out or put in without touching the
others, however many there are.
"""

from bisect import bisect_left
from collections.abc import Mapping

from lohum_brief.visit.records import AnyRecord
from lohum_brief.visit.visit import Visit


class Chain:
    """The records of a visit, each knowing its neighbours; None is the end. Only what differs from
    the visit is held.
    """

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._own: dict[str, AnyRecord | None] = {}
        self._next: dict[str | None, str | None] = {}
        self._last: dict[str | None, str | None] = {}

    def __contains__(self, ident: str) -> bool:
        return self.get(ident) is not None

    @property
    def differing(self) -> Mapping[str, AnyRecord | None]:
        """Records that were put, put anew or moved, by their ids; None is one taken out."""
        return self._own

    @property
    def in_order(self) -> bool:
        """Whether every record stands where it stood."""
        return not self._next

    def records(self) -> list[AnyRecord]:
        """Return all of them in their order."""
        held, rows = self._visit.records, self._visit.rows
        # From one of these to the next, records stand and are as they were.
        stops = sorted({rows[ident] for ident in (*self._own, *self._next) if ident in rows})
        stops.append(len(held))
        single = set(stops)
        found: list[AnyRecord] = []
        at = self._after(None)
        while at is not None:
            row = rows.get(at)
            if row is None or row in single:
                found.append(self._held(at))
                at = self._after(at)
                continue
            stop = stops[bisect_left(stops, row)]
            found += held[row:stop]
            at = held[stop].id if stop < len(held) else None
        return found

    def get(self, ident: str) -> AnyRecord | None:
        """Return the record of an id."""
        return self._own[ident] if ident in self._own else self._visit.by_id.get(ident)

    def after(self, ident: str) -> str | None:
        """Return the id behind a record; None at the end."""
        return self._after(ident)

    def replace(self, record: AnyRecord) -> None:
        """Put a record where the one of its id is."""
        self._own[record.id] = record

    def take(self, ident: str) -> AnyRecord:
        """Take a record out."""
        record, before, after = self._held(ident), self._before(ident), self._after(ident)
        self._next[before], self._last[after] = after, before
        self._next.pop(ident, None)
        self._last.pop(ident, None)
        self._own[ident] = None
        return record

    def put(self, record: AnyRecord, before: str | None) -> None:
        """Put a record in front of one that is there, or at the end."""
        previous = self._before(before)
        self._own[record.id] = record
        self._next[previous], self._last[record.id] = record.id, previous
        self._next[record.id], self._last[before] = before, record.id

    def _held(self, ident: str) -> AnyRecord:
        found = self.get(ident)
        if found is None:
            raise KeyError(ident)
        return found

    def _after(self, ident: str | None) -> str | None:
        if ident in self._next:
            return self._next[ident]
        row = 0 if ident is None else self._visit.rows[ident] + 1
        return self._visit.records[row].id if row < len(self._visit) else None

    def _before(self, ident: str | None) -> str | None:
        if ident in self._last:
            return self._last[ident]
        row = len(self._visit) if ident is None else self._visit.rows[ident]
        return self._visit.records[row - 1].id if row else None
