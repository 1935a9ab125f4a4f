"""Files: packs, editions and tables."""

from pathlib import Path
from time import perf_counter

from lohum_brief.errors import BriefError
from lohum_brief.message import msg
from lohum_brief.packs.issue import Issue
from lohum_brief.release import editions
from lohum_brief.release import export as exporting
from lohum_brief.release.writing import check_target, write
from lohum_brief.service.context import Context, pack_of
from lohum_brief.service.messages.files import (
    Export,
    Exported,
    Prepare,
    Prepared,
    Put,
    WriteTable,
    Wrote,
)
from lohum_brief.store.editions import encode
from lohum_brief.visit.records import KINDS


def export(context: Context, request: Export) -> Exported:
    """Set a pack and write it."""
    made = exporting.export(
        context.visit,
        pack_of(request.pack),
        Path(request.out),
        progress=context.progress(request.number),
        pictures=context.pictures,
    )
    return Exported(request.number, request.out, made.pages, made.seconds)


def prepare(context: Context, request: Prepare) -> Prepared:
    """Set an edition; it is written once the window has noted it."""
    context.edition = editions.prepare(
        context.visit,
        pack_of(request.pack),
        Issue(request.edition, request.time),
        request.file,
        recipients=request.recipients,
        answers=request.answers,
        progress=context.progress(request.number),
        pictures=context.pictures,
    )
    return Prepared(request.number, encode(context.edition.imprint))


def put(context: Context, request: Put) -> Exported:
    """Write the edition that was set last, once."""
    edition, context.edition = context.edition, None
    if edition is None:
        raise BriefError(msg("No edition is set."))
    started, out = perf_counter(), Path(request.out)
    write(out, edition.data)
    return Exported(request.number, str(out), edition.imprint.pages, perf_counter() - started)


def write_table(context: Context, request: WriteTable) -> Wrote:
    """Write the records of a kind."""
    from lohum_brief.exchange.writing import as_table  # noqa: PLC0415 - heavy

    out = Path(request.out)
    check_target(out)
    write(out, as_table(context.visit, KINDS[request.kind], out.suffix))
    return Wrote(request.number, request.out)
