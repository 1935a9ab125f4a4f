"""Packs on the screen: the pages of an export, set with what is remembered of the last time."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lohum_brief.document.document import Document
from lohum_brief.release.output import Progress
from lohum_brief.release.rendering import render
from lohum_brief.typeset import memory, screen
from lohum_brief.typeset.compose import Composed
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.packs.brief import Drawings


class Memory:
    """What one rendering leaves for the next of a similar visit: set lines, drawn charts."""

    def __init__(self) -> None:
        self.setting = memory.Memory()
        self.drawings: Drawings = {}
        self.pages: dict[str, int] = {}
        """Those that texts of the last pack named."""


def pages(
    visit: Visit,
    pack: Pack,
    memory: Memory,
    *,
    pictures: Mapping[str, bytes],
    progress: Progress | None = None,
) -> Composed:
    """Set a pack for the screen: only what changed is set anew.

    The pages look as those of an export do, but their file, always a PDF, has neither structure nor
    links. Raises BriefError as an export does.
    """

    def make(document: Document, progress: Progress | None) -> Composed:
        return screen.compose(document, memory.setting, progress)

    return render(
        visit,
        pack,
        make,
        drawings=memory.drawings,
        pictures=pictures,
        progress=progress,
        pages=memory.pages,
    )
