"""One pack to one file."""

from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter, time
from types import MappingProxyType

import msgspec
from msgspec import structs

from lohum_brief.document.document import Document
from lohum_brief.errors import BriefError
from lohum_brief.release.gate import explained, require_printable
from lohum_brief.release.output import Progress, Rendered, output_of
from lohum_brief.release.printed import remember
from lohum_brief.release.writing import check_target, write
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit


class Exported(msgspec.Struct, frozen=True):
    """What was written."""

    path: Path
    pages: int
    seconds: float


def export(
    visit: Visit,
    pack: Pack,
    out: Path,
    *,
    created: int | None = None,
    over_edition: bool = False,
    grey: bool = False,
    progress: Callable[[float], None] | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
) -> Exported:
    """Print the pack and put it at `out`.

    It may differ from the visit's record in languages, layout and audience. The suffix of `out`
    says which output it becomes. `created` is the time in seconds since 1970 that the file states;
    None states none, so that equal input gives equal bytes. `pictures` are photos by digest. With
    `grey` it is a proof of what a copier makes of its colours. `over_edition` lets a file be
    replaced that says that it is an edition. `progress` is called with the share that is done.
    Raises BriefError; what was at `out` is still there then.
    """
    from lohum_brief.packs.admit import admit
    from lohum_brief.release.rendering import render

    started = perf_counter()
    check_target(out, over_edition=over_edition)
    require_printable(visit, pack)
    now, make, marks = time(), output_of(out).render, [""]

    def made(document: Document, told: Progress | None) -> Rendered:
        marks[0] = document.mark
        return make(structs.replace(document, grey=grey), told)

    try:
        rendered = render(
            visit,
            pack,
            made,
            created=created,
            progress=progress,
            pictures=pictures,
        )
    except BriefError as error:
        raise explained(admit(visit, pack.audience), pack, error) from None
    write(out, rendered.data, over_edition=over_edition)
    remember([(pack, marks[0])], now)
    return Exported(out, rendered.pages, perf_counter() - started)
