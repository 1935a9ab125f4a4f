"""Tables too wide for an upright page, which take one on its side."""

from collections.abc import Sequence

from lohum_brief.document.blocks import Block, Heading, Space, Table
from lohum_brief.document.document import Document
from lohum_brief.typeset.measurer import Measurer


def turned(document: Document, measurer: Measurer, upright: float, lying: float) -> frozenset[int]:
    """Return the numbers of the blocks that stand on pages on their side.

    They are tables and what belongs to them. `upright` and `lying` are the widths of both kinds of
    page. A table that fits neither stays upright, to be refused there.
    """
    blocks = document.blocks
    return frozenset(
        i
        for number, block in enumerate(() if document.landscape else blocks)
        if isinstance(block, Table)
        and measurer.fit(block, upright) is None
        and measurer.fit(block, lying) is not None
        for i in _belonging(blocks, number)
    )


def _belonging(blocks: Sequence[Block], number: int) -> range:
    """Return a table with the headings above it and, where it keeps with what follows, that."""
    first = number
    while first and isinstance(blocks[first - 1], Heading | Space):
        first -= 1
    while isinstance(blocks[first], Space):
        first += 1
    block = blocks[number]
    follows = isinstance(block, Table) and block.keep and number + 1 < len(blocks)
    return range(first, number + 1 + follows)
