"""How the columns of a table share its width."""

from collections.abc import Sequence
from typing import NamedTuple


class Want(NamedTuple):
    """What a column needs and would like, in pixels; of columns without room those of the highest
    `rank` step back first.

    A column of rank 0 never steps back.
    """

    least: int
    natural: int
    rank: int


def share(wants: Sequence[Want], room: int, elastic: int = 0) -> list[int]:
    """The width of each column, 0 for those that step back. The `elastic` one takes what is left
    over.
    """
    shown = list(range(len(wants)))
    while sum(wants[at].least for at in shown) > room:
        last = max(shown, key=lambda at: (wants[at].rank, at))
        if wants[last].rank == 0:
            break
        shown.remove(last)
    widths = [wants[at].least if at in shown else 0 for at in range(len(wants))]
    spare = max(0, room - sum(widths))
    wished = sum(max(0, wants[at].natural - wants[at].least) for at in shown)
    for at in shown:
        wish = max(0, wants[at].natural - wants[at].least)
        widths[at] += wish * min(spare, wished) // wished if wished else 0
    widths[elastic] += max(0, room - sum(widths))
    return widths
