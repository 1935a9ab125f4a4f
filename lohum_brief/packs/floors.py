"""What a pack would print by the audience that records claim, though their kind or sort is not for
its readers.

Such records are never admitted. Where one would have been printed, the pack is refused all the
same: a page without it would tell nobody that the file has to be mended, and an older program would
print it.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.message import msg, msg_n, sentences
from lohum_brief.visit.audiences import is_misplaced, may_read, misplacement
from lohum_brief.visit.called import short, title
from lohum_brief.visit.records import AnyRecord, Chart, Note, Pack, Section
from lohum_brief.visit.sections import listed, sections_of
from lohum_brief.visit.visit import Visit

_NAMED: Final = 20
"""Places that are named one by one; the check names all."""


class MisplacedError(BriefError):
    """A pack that would print what is not for its readers; its places are the audiences of the
    first of these records.
    """


def require_floors(visit: Visit, pack: Pack) -> None:
    """Raise MisplacedError if a record that the pack would print claims a lower audience than it
    may have.
    """
    found = list(misplaced(visit, pack))
    if not found:
        return
    why = misplacement(found[0])
    message = msg(
        "“{pack}” cannot be printed: “{record}” ({id}, audience): {why}.",
        pack=title(pack, visit),
        record=short(found[0], visit),
        id=found[0].id,
        why=why,
    )
    more = len(found) - 1
    others = (
        msg_n("{count} more record is like this.", "{count} more records are like this.", more)
        if more
        else ""
    )
    mended = msg("All of them are mended in one step among the findings.")
    raise (
        MisplacedError(sentences((message, others, mended)))
        .at(*((record.id, "audience") for record in found[:_NAMED]))
        .because(msg("{why}.", why=why))
    )


def misplaced(visit: Visit, pack: Pack) -> Iterator[AnyRecord]:
    """Yield the records that are not for the pack's readers and that it would print by what they
    claim.
    """
    claimed = [record for record in visit.of(Note) if _is_claimed(record, pack)]
    if not claimed:
        return
    sections = [section for section in sections_of(visit, pack) if section.readable(pack.audience)]
    drawn = _drawn(visit, pack, {section.id for section in sections})
    for record in claimed:
        if record.id in drawn or _is_listed(record, sections):
            yield record


def _is_listed(record: AnyRecord, sections: Iterable[Section]) -> bool:
    return any(listed(section, record) for section in sections)


def _is_claimed(record: Note, pack: Pack) -> bool:
    return (
        record.readable(pack.audience)
        and is_misplaced(record)
        and not may_read(record, pack.audience)
    )


def _drawn(visit: Visit, pack: Pack, sections: set[str]) -> set[str]:
    """Return the notes that charts of the pack show."""
    charts = [
        chart
        for chart in visit.of(Chart)
        if chart.section in sections and chart.readable(pack.audience)
    ]
    return {ident for chart in charts for ident in chart.notes}
