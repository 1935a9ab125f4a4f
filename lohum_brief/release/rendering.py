"""From a visit and a pack to a file or to pages: admit, plan, and make what is wanted of that."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, TypeVar

from lohum_brief.document.document import Document
from lohum_brief.document.unprintable import TooWideError, UncoveredError
from lohum_brief.errors import BriefError
from lohum_brief.message import msg
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.floors import require_floors
from lohum_brief.packs.issue import Issue
from lohum_brief.packs.plan import plan
from lohum_brief.packs.refusing import refused
from lohum_brief.processwide import collector_resting
from lohum_brief.release.output import Progress
from lohum_brief.release.referring import Paged, settled
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.called import title
from lohum_brief.visit.records import Pack, Table
from lohum_brief.visit.sections import is_card
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    from lohum_brief.packs.brief import Drawings


_SAID: Final = 60
"""Characters of a text that a message repeats."""

_DENSITIES: Final = (1.25, 1.12, 1.0, 0.92, 0.85, 0.78)
"""Tried in turn until a card fits its page: 10.5 points read well on one's feet, below 6.6 nobody
reads at all.
"""


_NONE: Final[Mapping[str, int]] = MappingProxyType({})

R = TypeVar("R", bound=Paged)


@collector_resting()
def render(
    visit: Visit,
    pack: Pack,
    make: Callable[[Document, Progress | None], R],
    *,
    created: int | None = None,
    progress: Progress | None = None,
    drawings: "Drawings | None" = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    issue: Issue | None = None,
    pages: dict[str, int] | None = None,
) -> R:
    """Plan a pack and make of the document what is wanted, as `Output.render` does; return that.

    The pack's audience, languages and layout are the record's. Without an `issue` the pages say
    that they are a draft. `created` is the time the file says it was made, in Unix seconds;
    `progress` is called with the part done. `drawings` has those of charts drawn before and takes
    the new ones. `pictures` are the photos by digest: one that is not among them is left out.
    `pages` has those that texts named the last time, and takes those of this. Raises BriefError
    when a character cannot be printed.
    """
    require_floors(visit, pack)
    pack = admitted_pack(visit, pack)
    admitted = admit(visit, pack.audience)
    room = 2 if pack.layout == "facing" and len(pack.languages) > 1 else 1
    ruler = FontRuler()
    drawings = {} if drawings is None else drawings

    def planned(density: float = 1.0, mark: str = "", found: Mapping[str, int] = _NONE) -> Document:
        return plan(admitted, pack, ruler, created, density, drawings, pictures, issue, mark, found)

    known = {} if pages is None else pages
    document = planned(found=known)

    def made(document: Document, density: float = 1.0) -> R:
        if not document.references:
            return make(document, progress)
        return settled(
            document,
            lambda found: planned(density, document.mark, found),
            lambda document: make(document, progress),
            known,
            lambda one, why: refused(one.holder, one.field, why, pack, admitted),
        )

    try:
        for density in _DENSITIES if is_card(admitted, pack) else ():
            done = made(planned(density, document.mark, known), density)
            if done.pages <= room:
                return done
        return made(document)
    except TooWideError as error:
        raise too_wide(error, admitted, pack) from None
    except UncoveredError as error:
        codes = ", ".join(f"{char} (U+{ord(char):04X})" for char in error.args[0])
        raise BriefError(
            msg(
                "“{pack}” contains characters that no font has: {characters}.",
                pack=title(pack, visit),
                characters=codes,
            )
        ) from None


def too_wide(error: TooWideError, visit: Visit, pack: Pack) -> BriefError:
    """Return what to say of something that no type is small enough for.

    A cell of a table is named by its row and column.
    """
    text = error.text if len(error.text) <= _SAID else f"{error.text[:_SAID]}…"
    field = ""
    if visit.get(Table, error.record) is not None:
        field = f"columns.{error.column}" if error.row < 0 else f"rows.{error.row}.{error.column}"
    if error.column < 0:
        why = msg(
            "“{text}” is wider than its place and cannot be parted: make it shorter.", text=text
        )
    else:
        why = msg(
            "the table is too wide, even in the smallest type on a page on its side: “{text}” in "
            "column {column} cannot be parted. Make it shorter, or make two tables of it.",
            text=text,
            column=error.column + 1,
        )
    return refused(error.record, field, why, pack, visit)
