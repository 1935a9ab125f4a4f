"""Packs planned with the program's own fonts as the ruler."""

from typing import Any

from lohum_brief.document.document import Document
from lohum_brief.packs import plan as packs_plan
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


def plan(visit: Visit, pack: Pack, **more: Any) -> Document:
    return packs_plan.plan(visit, pack, FontRuler(), **more)
