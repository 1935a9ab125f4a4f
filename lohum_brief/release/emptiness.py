"""What of a pack would be empty on paper."""

from collections.abc import Collection, Iterator

from msgspec import structs

from lohum_brief.checks.lettering import has_form
from lohum_brief.checks.tables import is_empty, seen
from lohum_brief.errors import BriefError
from lohum_brief.message import msg
from lohum_brief.packs.probing import Reached, reached
from lohum_brief.packs.readiness import printed
from lohum_brief.release.blockers import Blocker
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.audiences import HIGHEST
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Pack,
    Person,
    Section,
    Source,
    Table,
    Term,
)
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def withheld_sections(visit: Visit, pack: Pack, paper: Reached | None) -> tuple[str, ...]:
    """Return the sections that have something in them, but nothing that the pack's readers may
    read.

    They get no such section.
    """
    if paper is None or not paper.empty:
        return ()
    others = [found for one in HIGHEST if (found := _empty_for(visit, pack, one)) is not None]
    return tuple(ident for ident in paper.empty if any(ident not in empty for empty in others))


def _empty_for(visit: Visit, pack: Pack, audience: Audience) -> Collection[str] | None:
    """Return the sections of a pack that would be empty for other readers; None where it could not
    be planned for them.
    """
    try:
        return reached(visit, structs.replace(pack, audience=audience), (), FontRuler()).empty
    except BriefError:
        return None


def empty_places(
    visit: Visit, pack: Pack, paper: Reached | None, withheld: Collection[str]
) -> Iterator[Blocker]:
    """Yield what prints nothing, or nothing but its own frame.

    `paper` is what the pack reaches; None where it could not be planned.
    """
    yield from _untitled(visit, pack)
    yield from _empty_sections(visit, pack, paper, withheld)
    yield from _never_printed(visit, pack)
    for ident in printed(visit, pack):
        yield from _empty_record(visit, visit.by_id.get(ident), paper)


def _empty_sections(
    visit: Visit, pack: Pack, paper: Reached | None, withheld: Collection[str]
) -> Iterator[Blocker]:
    if paper is None:
        return
    for ident in paper.empty:
        if ident not in withheld:
            yield Blocker("empty", "", ident, "", msg("The section prints nothing in this pack."))
    if withheld and len(paper.empty) == len([*_sections(visit, pack)]):
        message = msg("The pack holds nothing that its readers may read.")
        yield Blocker("empty", "", pack.id, "sections", message)


def _never_printed(visit: Visit, pack: Pack) -> Iterator[Blocker]:
    """Yield sections that print in packs of several languages only.

    Who prints a pack in one language for once does without its glossary; a pack of one language has
    no use for any.
    """
    stored = visit.get(Pack, pack.id) or pack
    printing = [*sections_of(visit, pack), *sections_of(visit, stored)]
    for section in visit.of(Section):
        chosen = section.id in pack.sections and section.readable(pack.audience)
        if chosen and section not in printing:
            message = msg("The section prints only in packs of several languages.")
            yield Blocker("empty", "", section.id, "", message)


def _empty_record(
    visit: Visit, record: AnyRecord | None, paper: Reached | None
) -> Iterator[Blocker]:
    match record:
        case Table() if is_empty(record):
            message = msg("The table has nothing in its cells.")
            yield Blocker("empty", "", record.id, "rows", message)
        case Source() if not seen(record.title) and is_on_paper(visit, record.id, paper):
            yield Blocker("empty", "", record.id, "title", msg("The source has no title."))
        case Person() if not has_form((record.family, record.given)):
            yield Blocker("empty", "", record.id, "family", msg("The person has no name."))


def _sections(visit: Visit, pack: Pack) -> Iterator[Section]:
    return (section for section in sections_of(visit, pack) if section.readable(pack.audience))


def _untitled(visit: Visit, pack: Pack) -> Iterator[Blocker]:
    """Yield what has no title in any of the pack's languages; and a pack without sections."""
    particulars = visit.particulars
    if _bare(particulars.title, pack):
        yield Blocker("empty", "", particulars.id, "title", msg("The visit has no title."))
    # It stands on the cover, which a sheet has not.
    if pack.form == "book" and _bare(particulars.purpose, pack):
        yield Blocker("empty", "", particulars.id, "purpose", msg("The visit has no purpose."))
    if _bare(pack.title, pack):
        yield Blocker("empty", "", pack.id, "title", msg("The pack has no title."))
    sections = [*_sections(visit, pack)]
    if not sections:
        yield Blocker(
            "empty",
            "",
            pack.id,
            "sections",
            msg("The pack has no section that its readers may read."),
        )
    if pack.form == "book" or len(sections) > 1:
        for section in sections:
            if _bare(section.title, pack):
                yield Blocker("empty", "", section.id, "title", msg("The section has no title."))


def _bare(text: Text, pack: Pack) -> bool:
    return not any(seen(text[lang]) for lang in pack.languages)


def is_on_paper(visit: Visit, ident: str, paper: Reached | None) -> bool:
    """Return whether a record is on paper.

    Of terms and sources that is known only when the pack is planned.
    """
    return (
        paper is None
        or not isinstance(visit.by_id.get(ident), Term | Source)
        or ident in paper.records
    )
