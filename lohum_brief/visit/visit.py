"""A visit as a value: its records in their order, and the few questions everybody asks of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from lohum_brief.visit.records import AnyRecord, Particulars, Record

K = TypeVar("K", bound=Record)
V = TypeVar("V")


class Visit:
    """All records of one visit, frozen, in their order. Editing makes a new one (`visit.edit`).

    Ids are unique and exactly one record holds the particulars: whoever makes a visit from outside
    data calls `visit.document` to be sure of it.
    """

    def __init__(self, records: Iterable[AnyRecord]) -> None:
        self.records: tuple[AnyRecord, ...] = tuple(records)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Visit) and self.records == other.records

    __hash__ = None  # type: ignore[assignment]

    def __iter__(self) -> Iterator[AnyRecord]:
        return iter(self.records)

    def __len__(self) -> int:
        return len(self.records)

    @cached_property
    def by_id(self) -> dict[str, AnyRecord]:
        """Every record by its id."""
        return {record.id: record for record in self.records}

    @cached_property
    def rows(self) -> dict[str, int]:
        """Where every record stands, by its id."""
        return {record.id: row for row, record in enumerate(self.records)}

    def becoming(
        self,
        records: Iterable[AnyRecord],
        differing: Mapping[str, AnyRecord | None],
        *,
        in_order: bool,
    ) -> "Visit":
        """Return the visit of other records; what was found out about those that do not differ is
        kept.

        `differing` has every record that is another or stands elsewhere, None where it is gone;
        `in_order` says that none was added, removed or moved.
        """
        made = Visit(records)
        made.by_id = dict(self.by_id)
        kinds: set[type[Record]] = set()
        for ident, record in differing.items():
            kinds |= {type(one) for one in (made.by_id.pop(ident, None), record) if one is not None}
            if record is not None:
                made.by_id[ident] = record
        made._by_kind = dict(self._by_kind)
        for kind in kinds:
            made._by_kind[kind] = [record for record in made.records if type(record) is kind]
        if in_order:
            made.rows = self.rows
        made._gathered = {
            (gather, read): found
            for (gather, read), found in self._gathered.items()
            if read and kinds.isdisjoint(read)
        }
        return made

    @cached_property
    def _gathered(self) -> dict[tuple[Callable[["Visit"], Any], tuple[type[Record], ...]], Any]:
        return {}

    def gathered(self, gather: Callable[["Visit"], V], *read: type[Record]) -> V:
        """Return what a function finds in this visit; it is called once and its answer kept as long
        as the visit.

        Name the kinds it reads if those are all that it reads: after an edit of others the answer
        is taken over. The answer must not hold the visit, or neither would be freed before the
        collector comes by.
        """
        if (gather, read) not in self._gathered:
            self._gathered[gather, read] = gather(self)
        found: V = self._gathered[gather, read]
        return found

    @cached_property
    def _by_kind(self) -> dict[type[Record], list[Record]]:
        kinds: dict[type[Record], list[Record]] = {}
        for record in self.records:
            kinds.setdefault(type(record), []).append(record)
        return kinds

    def of(self, kind: type[K]) -> list[K]:
        """Return the records of a kind, in their order."""
        return self._by_kind.get(kind, [])  # type: ignore[return-value]

    def get(self, kind: type[K], ident: str | None) -> K | None:
        """Return the record of that kind with that id, or None: it may be absent, or kept from this
        audience.
        """
        record = self.by_id.get(ident) if ident is not None else None
        return record if isinstance(record, kind) else None

    @cached_property
    def particulars(self) -> Particulars:
        """The record of the visit itself."""
        return self.of(Particulars)[0]
