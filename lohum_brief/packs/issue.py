"""What makes a pack an edition, and what an edition may not print though a draft may."""

import datetime as dt
import re
from collections.abc import Container, Iterator, Sequence
from typing import Final, NamedTuple

from lohum_brief import __version__
from lohum_brief.document.blocks import Block, Table, paras_of
from lohum_brief.document.document import Document
from lohum_brief.errors import BriefError
from lohum_brief.language.dates import UnknownZoneError, moment_at
from lohum_brief.language.phrases import missing
from lohum_brief.message import Value, listed, msg, msg_n
from lohum_brief.visit.called import short, title
from lohum_brief.visit.records import AnyRecord, Pack
from lohum_brief.visit.visit import Visit

_NAMED: Final = 3
"""Records that are named in a refusal."""


class Issue(NamedTuple):
    """Which edition of its pack it is, and when it is issued, in seconds since 1970."""

    number: int
    time: int
    lacking: frozenset[str] = frozenset()
    """Records of which a text may print as missing, because somebody answers for it."""
    withheld: frozenset[str] = frozenset()
    """Sections that are left out because their readers may read nothing that is in them."""


_EDITION: Final = r"Lohum Brief [^<,]{1,40}, edition ([0-9]{1,7})"


def creator(number: int | None) -> str:
    """Return what a file says made it; an edition says so, and which, wherever it is taken."""
    made = f"Lohum Brief {__version__}"
    return made if number is None else f"{made}, edition {number}"


def edition_of(said: str) -> int | None:
    """Return which edition a file is by what it says made it; None where it is none."""
    found = re.fullmatch(_EDITION, said) if ", edition " in said else None
    return int(found[1]) if found else None


def measured_on(visit: Visit, issue: Issue | None) -> dt.date | None:
    """Return the day on which figures must hold: that on which the visit starts, else of an edition
    that of its issue.
    """
    return visit.particulars.start or (day_of(visit, issue.time) if issue else None)


def day_of(visit: Visit, seconds: int) -> dt.date:
    """Return the day of a moment, in seconds since 1970, at the visit's place."""
    try:
        return moment_at(seconds, visit.particulars.place_zone).date()
    except UnknownZoneError:  # which keeps the pack back for itself
        return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


class UnfinishedError(BriefError):
    """A pack that is not issued because it would print that a text is missing."""


def require_finished(
    document: Document, pack: Pack, visit: Visit, issue: Issue, empty: Sequence[str] = ()
) -> None:
    """Raise UnfinishedError if the document prints the mark of a missing text, or a section with
    nothing in it.

    A draft shows where; an edition is whole. This is the last line: what keeps an edition back is
    told before, with its reasons (`release.blockers`).
    """
    for ident in empty:
        if ident not in issue.withheld:
            section = visit.by_id[ident]
            raise UnfinishedError(
                msg(
                    "“{pack}” cannot be issued: the section “{section}” prints nothing.",
                    pack=title(pack, visit),
                    section=short(section, visit),
                )
            ).at((section.id, ""))
    found = _unfinished(document, pack, issue.lacking)
    # A cover says what its visit lacks, and has no record.
    if not found or (issue.lacking and found == [""]):
        return
    records = [record for ident in found if (record := visit.by_id.get(ident))]
    if not records:
        raise UnfinishedError(
            msg(
                "“{pack}” cannot be issued: a text is missing; the findings say where.",
                pack=title(pack, visit),
            )
        )
    raise UnfinishedError(
        msg(
            "“{pack}” cannot be issued: a text is missing in: {records}.",
            pack=title(pack, visit),
            records=_named(records, visit),
        )
    ).at(*((record.id, "") for record in records))


def _unfinished(document: Document, pack: Pack, lacking: Container[str]) -> list[str]:
    """Return the records that print the mark of a missing text, but for those that may."""
    marks = frozenset(missing(lang) for lang in pack.languages)
    found = (ident for block in document.blocks for ident in _lacking(block, marks))
    return [ident for ident in dict.fromkeys(found) if ident not in lacking]


def _named(records: Sequence[AnyRecord], visit: Visit) -> Value:
    """Return what records are called: the first few, and how many more there are."""
    names: list[Value] = [short(record, visit) for record in records[:_NAMED]]
    if (more := len(records) - _NAMED) > 0:
        names.append(msg_n("{count} more", "{count} more", more))
    return listed(names)


def _lacking(block: Block, marks: frozenset[str]) -> Iterator[str]:
    """Yield the records of a block, perhaps nameless, whose paragraphs are marks."""
    if isinstance(block, Table):
        for row in block.rows:
            if any(
                span.text in marks for cell in row.cells for para in cell for span in para.spans
            ):
                yield row.record
        block = Table(block.columns, block.head, ())
    if any(span.text in marks for para in paras_of(block) for span in para.spans):
        yield getattr(block, "record", "")
