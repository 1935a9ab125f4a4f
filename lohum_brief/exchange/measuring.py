"""Values in other units than those of the record that they belong to: kt for t, lakh tonnes, ₹
crore, GWh for MWh.
"""

from collections.abc import Iterator, Sequence
from decimal import Context, Decimal
from typing import Final, NamedTuple

from lohum_brief.exchange import choices
from lohum_brief.exchange.fields import CellError
from lohum_brief.language.parsing.written_units import Unit, called, unit_of
from lohum_brief.language.units import Own, UnitError, convert, is_known
from lohum_brief.message import Message, msg, msg_n
from lohum_brief.visit.explaining import legible

_EXACT: Final = Context(prec=500)


class Conversion(NamedTuple):
    """A value as the table has it, and as it is stored."""

    said: str
    unit: str
    old: Decimal
    new: Decimal


_PERSONS: Final = frozenset({"people", "members"})


def in_unit(value: Decimal, said: str, unit: str) -> tuple[Decimal, Conversion | None]:
    """The value in the unit of its record, and what was done to it. Raises CellError where that
    cannot be done exactly.
    """
    if not said or _means(said, unit):
        return value, None
    found = _unit(said, unit)
    if found is None:
        raise _other(said, unit)
    counted = _known(unit)
    amount, key = _EXACT.multiply(value, found.times), found.key or counted
    if {key, counted} <= _PERSONS:  # 450名 where people are counted: either word counts persons
        key = counted
    try:
        new = convert(amount, key, counted)
        exact = convert(new, counted, key) == amount
    except UnitError:
        raise _other(said, unit) from None
    if not exact:
        raise CellError(
            msg(
                "{value} {said} is no exact number in {unit}; write it in {unit}",
                value=str(value),
                said=legible(said, 40),
                unit=unit,
            )
        )
    if new == value and found.times == 1:
        return value, None
    plain = _plain(new)
    return plain, Conversion(said, unit, value, plain)


def _unit(said: str, unit: str) -> Unit | None:
    """What is said, for a record that counts in a unit; what is a visit's own is of no other."""
    return Unit(said) if isinstance(said, Own) else unit_of(said, str(unit))


def _known(unit: str) -> str:
    """The key of the unit of a record, which somebody may have typed as people write it."""
    found = None if isinstance(unit, Own) or is_known(unit) else unit_of(unit)
    return found.key if found is not None and found.times == 1 and found.key else unit


def _means(said: str, unit: str) -> bool:
    """Whether what is said is the unit itself, or one of its names."""
    if isinstance(said, Own) or isinstance(unit, Own):  # whose forms are of one visit
        return said == unit
    return said == unit or choices.folded(said) == choices.folded(unit) or said in called(unit)


def _plain(value: Decimal) -> Decimal:
    """A number without zeros behind its point, and without powers of ten."""
    if value == value.to_integral_value():
        return value.quantize(Decimal(1), context=_EXACT)
    return value.normalize(_EXACT)


def is_same(one: str, other: str) -> bool:
    """Whether two units are one, however they are written: ₹ and INR, tonnes and t."""
    if one == other or choices.folded(one) == choices.folded(other):
        return True
    first, second = unit_of(one, other), unit_of(other, one)
    return first is not None and first == second


def is_multiple(column: str, said: str) -> bool:
    """Whether a column counts in a multiple of the unit that a value says: ₹ crore and ₹."""
    whole, one = (unit_of(column), unit_of(said)) if column and said else (None, None)
    return (
        whole is not None
        and one is not None
        and bool(whole.key)
        and whole.key == one.key
        and whole.times != 1
        and one.times == 1
    )


def is_convertible(said: str, unit: str) -> bool:
    """Whether a unit that a table says is of the kind of another."""
    try:
        in_unit(Decimal(0), said, unit)
    except CellError:
        return False
    return True


def notes_of(conversions: Sequence[Conversion]) -> Iterator[Message]:
    """A note for each pair of units, which the preview shows."""
    for said, unit in dict.fromkeys((one.said, one.unit) for one in conversions):
        done = [one for one in conversions if (one.said, one.unit) == (said, unit)]
        yield msg_n(
            "{count} value is converted from {said} to {unit}, such as {old} to {new}.",
            "{count} values are converted from {said} to {unit}, such as {old} to {new}.",
            len(done),
            said=legible(said, 40),
            unit=unit,
            old=f"{done[0].old:f}",
            new=f"{done[0].new:f}",
        )


def _other(said: str, unit: str) -> CellError:
    return CellError(
        msg(
            "the unit is “{said}”, which cannot be converted into “{unit}”, in which the record "
            "counts",
            said=legible(said, 40),
            unit=unit,
        )
    )
