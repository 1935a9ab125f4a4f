"""Partnership notes by their sort: messages, asks, offers, answers, risks, red lines."""

from lohum_brief.document.blocks import Block, Flow, Heading, Space
from lohum_brief.document.style import BODY, TITLE_2, TITLE_3
from lohum_brief.language.phrases import NOTE_SORT
from lohum_brief.packs import agreements
from lohum_brief.packs.brief import Brief
from lohum_brief.visit.audiences import NOTES
from lohum_brief.visit.readers import Audience, reads
from lohum_brief.visit.records import Note, NoteKind, Section
from lohum_brief.visit.sections import listed_sorts


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return a heading for each sort where the section has several, then its notes."""
    sorts = listed_sorts(section, brief.visit, brief.pack)
    if not section.sorts:
        sorts = _meant_for(brief.pack.audience, sorts)
    out: list[Block] = []
    for sort in sorts:
        notes = [note for note in brief.visit.of(Note) if note.sort == sort]
        if notes and len(sorts) > 1:
            out += _headed(sort, notes[0], brief)
        if sort == "agreement":
            out += agreements.table(notes, brief)
        else:
            out += [block for note in notes for block in _note(note, brief)]
    return out


def _headed(sort: NoteKind, first: Note, brief: Brief) -> list[Block]:
    heading = Heading(2, "", brief.word(NOTE_SORT[sort], TITLE_2))
    # Room between two titles, lest they read as one.
    return [heading, Space(1)] if first.title or sort == "agreement" else [heading]


def _meant_for(audience: Audience, sorts: tuple[NoteKind, ...]) -> tuple[NoteKind, ...]:
    """Return the sorts that these readers are meant to have."""
    return tuple(sort for sort in sorts if reads(audience, NOTES[sort].floor))


def _note(note: Note, brief: Brief) -> list[Block]:
    marks = brief.cite(note.sources)
    out: list[Block] = []
    if note.title:
        out.append(Flow(brief.cell(note.title, TITLE_3), keep=True, record=note.id))
    bullet = "" if note.title or note.sort == "background" else "•"
    return [*out, Flow(brief.cell(note.text, BODY, marks=marks), bullet=bullet, record=note.id)]
