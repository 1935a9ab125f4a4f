"""Names that can be read in several ways: how each was read, what else it may be, and which reading
somebody has chosen.

A choice is called by its cell, as a spreadsheet calls it: B7. The readings are counted from 1.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.errors import UsageError
from lohum_brief.exchange.people import Parted
from lohum_brief.exchange.sheets import Place, column_letters
from lohum_brief.message import Group, Message, either, listed, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.labels import choice, path


class Doubtful(NamedTuple):
    """A name of a row that can be read in several ways, the likeliest first, and which of them
    counts, from 0.
    """

    field: str
    text: str
    readings: tuple[Parted, ...]
    chosen: int = 0


class Alternatives(NamedTuple):
    """A name that can be read in several ways, with its place in the table."""

    sheet: str
    place: Place
    text: str
    readings: tuple[Parted, ...]
    chosen: int

    @property
    def cell(self) -> str:
        """How a choice names it: B7."""
        return cell_called(self.place)


def checked(found: Sequence[Alternatives], turned: Mapping[str, int]) -> tuple[Alternatives, ...]:
    """Return the names that can be read in several ways, by their places. Raises UsageError where a
    reading is chosen for a cell that is not among them, or that has not so many.
    """
    by_cell = {one.cell: one for one in found}
    for cell, number in turned.items():
        if cell not in by_cell:
            raise UsageError(
                msg(
                    "{cell} holds no name that can be read in several ways; those that do are: "
                    "{cells}.",
                    cell=legible(cell, 20),
                    cells=listed(by_cell or [_NONE]),
                )
            )
        if number > len(by_cell[cell].readings):
            raise UsageError(
                msg(
                    "{cell}: “{name}” has {count} readings only.",
                    cell=cell,
                    name=legible(by_cell[cell].text, 60),
                    count=len(by_cell[cell].readings),
                )
            )
    return tuple(sorted(found, key=lambda one: one.place))


_NONE: Final = msg("–")


def cell_called(place: Place) -> str:
    """How a spreadsheet calls a cell: B7."""
    return f"{column_letters(place[1])}{place[0] + 1}"


def told(reading: Parted) -> Group:
    """A reading in words."""
    parts = msg("family name {family}", family=reading.family) if reading.family else ""
    given = msg("given name {given}", given=reading.given) if reading.given else ""
    *words, retired = reading.address._asdict().items()
    address = [choice(part, said) for part, said in words if said not in ("", "none")]
    address += [path(part) for part, said in [retired] if said]
    return listed(filter(None, (*address, parts, given)))


def told_all(found: Alternatives) -> Message:
    """How a name is read, and what else it may be."""
    others = [told(reading) for at, reading in enumerate(found.readings) if at != found.chosen]
    return msg(
        "{reading}; or {others}",
        reading=told(found.readings[found.chosen]),
        others=either(others),
    )


def picked(readings: Sequence[Parted], turned: int, known: Sequence[Parted]) -> int:
    """Which reading counts: the chosen one (from 1, 0 for none), else one that a record of the
    visit has already.
    """
    if 0 < turned <= len(readings):
        return turned - 1
    return next((at for at, reading in enumerate(readings) if reading in known), 0)
