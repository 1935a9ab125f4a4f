"""Packs set as an export or the screen sets them, with all that the engine says of their pages."""

from typing import Any

from lohum_brief.release import rendering
from lohum_brief.service.screen import Memory, pages
from lohum_brief.typeset.compose import Composed, compose
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


def render(visit: Visit, pack: Pack, *, memory: Memory | None = None, **more: Any) -> Composed:
    if memory is not None:
        return pages(visit, pack, memory, **({"pictures": {}} | more))
    return rendering.render(visit, pack, compose, **more)
