"""Readings that contradict each other, and those among them that may not stand for the value."""

from collections.abc import Iterable

from lohum_brief.visit.records import Figure, Observation, Record, Statement

Reading = Statement | Observation | Figure
Group = tuple[type[Record], str, str]


def group(reading: Reading) -> Group:
    """Return what the readings of one conflict have in common; a value belongs to its metric
    besides.
    """
    return (
        type(reading),
        reading.metric if isinstance(reading, Observation) else "",
        reading.conflict,
    )


def rejected(records: Iterable[Record]) -> frozenset[str]:
    """Return the readings, by their ids, that were not chosen and beside which no chosen one is
    among the records.

    They must not be printed: nothing would tell them from what holds. Whether the chosen one is
    kept from the readers or nobody has chosen makes no difference to them. A value that contradicts
    no other stands beside any that is chosen.
    """
    left: dict[str, Group | None] = {}
    chosen: set[Group] = set()
    for record in records:
        if not isinstance(record, Reading):
            continue
        if isinstance(record, Figure) and not record.conflict:
            continue  # it is asked for by its own name
        if not record.chosen:
            left[record.id] = _beside(record)
            continue
        if record.conflict:
            chosen.add(group(record))
        if isinstance(record, Observation):
            chosen.add(_any_of(record))
    return frozenset(ident for ident, beside in left.items() if beside not in chosen)


def _beside(reading: Reading) -> Group | None:
    """Return what a chosen reading has to belong to so that the other may stand beside it; None
    where there is no such.
    """
    if reading.conflict:
        return group(reading)
    return _any_of(reading) if isinstance(reading, Observation) else None


def _any_of(reading: Observation) -> Group:
    return type(reading), reading.metric, ""
