"""How a reading of a metric compares with the one before it, where the two compare at all."""

from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from lohum_brief.visit.figures import ended
from lohum_brief.visit.records import Observation

_SHOWN: Final = (Decimal(1), Decimal("0.1"), Decimal("0.01"))
_ALL_GONE: Final = Decimal(-100)
_TENTH: Final = Decimal("0.1")


class Change(NamedTuple):
    """What became of an earlier value: `percent` of it came on top; of a percentage these are
    `points`, its own hundredths.

    Rounded so that it is not nothing unless nothing changed.
    """

    since: str
    """The stored period of the earlier reading."""
    amount: Decimal
    points: bool
    factor: Decimal
    """The later value as a multiple of the earlier."""


def change(reading: Observation, readings: Iterable[Observation], unit: str) -> Change | None:
    """Return the change of a reading against the latest earlier one of its metric that compares
    with it; None where none does.

    Comparable are chosen readings of the same basis, exact and above nothing, whose dates say the
    same kind of time: a year is not held against a month, nor a fiscal year against a calendar
    year. Of readings that conflict only the chosen one counts.
    """
    return changes([reading, *(other for other in readings if other.id != reading.id)], unit).get(
        reading.id
    )


def changes(readings: Iterable[Observation], unit: str) -> dict[str, Change]:
    """Return the changes of all readings, by their ids, of those that have one; `unit` is that of
    their metric.
    """
    comparable: dict[tuple[str, str, tuple[bool, bool]], dict[str, list[Observation]]] = {}
    for reading in readings:
        if _counts(reading):
            times = comparable.setdefault((reading.metric, reading.basis, _kind(reading.as_of)), {})
            times.setdefault(ended(reading.as_of), []).append(reading)
    found = {}
    for times in comparable.values():
        for earlier, later in pairwise(sorted(times)):
            if len(times[earlier]) > 1:
                continue  # two values of one time, of which neither is said to be wrong
            for reading in times[later]:
                if made := _change(times[earlier][0], reading, points=unit == "%"):
                    found[reading.id] = made
    return found


def _change(before: Observation, reading: Observation, *, points: bool) -> Change | None:
    exact = (
        reading.value - before.value
        if points
        else (reading.value - before.value) * 100 / before.value
    )
    amount = _rounded(exact) if points else not_all(_rounded(exact), exact)
    return (
        Change(before.as_of, amount, points, reading.value / before.value)
        if amount or not exact
        else None
    )


def _counts(one: Observation) -> bool:
    return one.chosen and not one.about and one.value > 0 and bool(ended(one.as_of))


def _kind(as_of: str) -> tuple[bool, bool]:
    """Return whether it is a fiscal year, and whether it is a year at all."""
    return as_of.startswith("FY"), "-" not in as_of


def not_all(rounded: Decimal, exact: Decimal) -> Decimal:
    """Return a rounded change in hundredths, and −99.9 and the like where it would say that nothing
    is left of what is only nearly gone.
    """
    return exact.quantize(_TENTH, ROUND_DOWN) if rounded <= _ALL_GONE < exact else rounded


def _rounded(amount: Decimal) -> Decimal:
    """Return an amount in whole numbers from 10 on, else with as many decimals as it takes to be
    something.
    """
    for step in _SHOWN[0 if abs(amount) >= 10 else 1 :]:
        if found := amount.quantize(step):
            return found.quantize(Decimal(1)) if found == found.to_integral_value() else found
    return Decimal(0)
