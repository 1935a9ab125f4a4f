"""From a visit and a pack to a PDF: admit, plan, typeset."""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from lohum_brief.document.blocks import paras_of
from lohum_brief.document.document import Document
from lohum_brief.document.unprintable import TooWideError, UncoveredError
from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import say
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.floors import require_floors
from lohum_brief.packs.issue import Issue
from lohum_brief.packs.plan import plan
from lohum_brief.packs.refusing import refused
from lohum_brief.typeset.compose import Composed as Rendered
from lohum_brief.typeset.compose import compose
from lohum_brief.typeset.faces import uncovered
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.called import title
from lohum_brief.visit.records import Pack, Section, Table
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.packs.brief import Drawings

__all__ = ["Memory", "Rendered", "render"]


_DENSITIES: Final = (1.25, 1.12, 1.0, 0.92, 0.85, 0.78)
"""Tried in turn until a card fits its page: 10.5 points read well on one's feet, below 6.6 nobody reads at all."""


def _is_card(visit: Visit, pack: Pack) -> bool:
    """Whether the pack is a programme card: a sheet with the programme and nothing else."""
    sections = [visit.get(Section, ident) for ident in pack.sections]
    return pack.form == "sheet" and all(section is None or section.content == "programme" for section in sections)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Half a million objects live until a pack is done and none is in a cycle: to look for some costs a fifth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


class Memory:
    """What one rendering leaves for the next of nearly the same visit: lines that were set, charts that were drawn."""

    def __init__(self) -> None:
        from lohum_brief.typeset import memory

        self.setting = memory.Memory()
        self.drawings: Drawings = {}


@_without_collecting()
def render(
    visit: Visit,
    pack: Pack,
    *,
    created: int | None = None,
    progress: Callable[[float], None] | None = None,
    memory: Memory | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    issue: Issue | None = None,
) -> Rendered:
    """Make a pack. Its audience, languages and layout are the record's; equal arguments give equal bytes.

    With a memory only what changed is set anew and the pages are for a screen: they look the same, but have neither structure
    nor links. Without an `issue` the pages say that they are a draft. `created` is the time the file says it was made, in Unix
    seconds; `progress` is called with the part done; `pictures` are the photos by digest: one that is not among them is left
    out. Raises BriefError when a character cannot be printed.
    """
    require_floors(visit, pack)
    pack = admitted_pack(visit, pack)
    admitted = admit(visit, pack.audience)
    room = 2 if pack.layout == "facing" and len(pack.languages) > 1 else 1
    drawings = memory.drawings if memory else {}
    ruler = FontRuler()
    document = plan(admitted, pack, ruler, created, drawings=drawings, pictures=pictures, issue=issue)
    try:
        for density in _DENSITIES if _is_card(admitted, pack) else ():
            denser = plan(admitted, pack, ruler, created, density, drawings, pictures, issue, document.mark)
            rendered = _set(denser, progress, memory)
            if rendered.pages <= room:
                return rendered
        return _set(document, progress, memory)
    except TooWideError as error:
        raise _too_wide(error, admitted, pack) from None
    except UncoveredError as error:
        lost = dict.fromkeys([*str(error.args[0]), *_uncovered(document)])
        codes = ", ".join(f"{char} (U+{ord(char):04X})" for char in lost)
        raise BriefError(
            say(
                "“{pack}” contains characters that no font has: {characters}.",
                pack=title(pack, visit),
                characters=codes,
            )
        ) from None


def _too_wide(error: TooWideError, visit: Visit, pack: Pack) -> BriefError:
    """What to say of something that no type is small enough for; a cell of a table is named by its row and column."""
    text = error.text if len(error.text) <= _SAID else f"{error.text[:_SAID]}…"
    field = ""
    if visit.get(Table, error.record) is not None:
        field = f"columns.{error.column}" if error.row < 0 else f"rows.{error.row}.{error.column}"
    if error.column < 0:
        why = say("“{text}” is wider than its place and cannot be parted: make it shorter.", text=text)
    else:
        why = say(
            "the table is too wide, even in the smallest type on a page on its side: “{text}” in column {column} cannot be"
            " parted. Make it shorter, or make two tables of it.",
            text=text,
            column=error.column + 1,
        )
    return refused(error.record, field, why, pack, visit)


_SAID: Final = 60
"""Characters of a text that a message repeats."""


def _set(document: Document, progress: Callable[[float], None] | None, memory: Memory | None) -> Rendered:
    if memory is None:
        return compose(document, progress)
    from lohum_brief.typeset import screen  # what exports a pack never needs it

    return screen.compose(document, memory.setting, progress)


def _uncovered(document: Document) -> Iterator[str]:
    """All that no font has: the engine stops at the first, but nobody wants to mend a pack one character at a time."""
    for block in document.blocks:
        for para in paras_of(block):
            for span in para.spans:
                yield from uncovered(span.text, span.lang, span.style.family)
