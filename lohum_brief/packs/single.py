"""Charts without the rest of a pack, each on a page of its own: how they print, for who edits
them.
"""

from collections.abc import Iterable

from lohum_brief.document.blocks import Block, NewPage
from lohum_brief.document.document import Document
from lohum_brief.document.ruler import Ruler
from lohum_brief.packs import charts
from lohum_brief.packs.admit import admit
from lohum_brief.packs.brief import Brief, Drawings
from lohum_brief.visit.records import Chart, Pack
from lohum_brief.visit.visit import Visit


def single(
    visit: Visit, pack: Pack, idents: Iterable[str], ruler: Ruler, drawings: Drawings | None = None
) -> Document | None:
    """Plan charts in the languages and the layout of a pack, whatever its sections.

    A chart that the pack's audience may not read, or that has no figures, is left out. Returns None
    where nothing is left to draw.
    """
    brief = Brief(admit(visit, pack.audience), pack, ruler, drawings=drawings)
    blocks: list[Block] = []
    for ident in idents:
        record = brief.visit.get(Chart, ident)
        made = charts.blocks(record, brief, begun=True) if record else []
        if made:
            blocks += [NewPage(), *made] if blocks else made
    if not blocks:
        return None
    return Document(
        "", pack.languages, pack.layout, tuple(blocks), landscape=brief.landscape, loose=True
    )
