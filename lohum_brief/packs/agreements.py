"""The agreements behind the partnership, by date."""

from collections.abc import Sequence

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Row, Table
from lohum_brief.document.paragraphs import Cell
from lohum_brief.document.style import CELL, CELL_BOLD, CELL_SMALL, COPPER, HEAD
from lohum_brief.language import dates
from lohum_brief.language.phrases import AGREEMENT_STATUS
from lohum_brief.packs.brief import Brief, joined
from lohum_brief.visit.figures import began, ended
from lohum_brief.visit.records import Note, Section

_STATUS = structs.replace(CELL_SMALL, ink=COPPER)


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return a table by date: what was agreed, how far it has come and what it says; a column for
    each language where they stand side by side.
    """
    del section
    return table([note for note in brief.visit.of(Note) if note.sort == "agreement"], brief)


def table(agreements: Sequence[Note], brief: Brief) -> list[Block]:
    """Return the table of these agreements; nothing where there is none."""
    notes = sorted(agreements, key=_when)
    if not notes:
        return []
    if brief.pack.layout == "parallel":
        columns: tuple[Column, ...] = (
            Column(0.95),
            *(Column(2.5 * weight, fixed=True) for weight in brief.weights),
        )
        head: tuple[Cell, ...] = (
            brief.word("Date", HEAD),
            *((para,) for para in brief.word("Agreements", HEAD)),
        )
        rows = []
        for note in notes:
            what = _what(note, brief)
            by_lang = [tuple(para for para in what if para.lang == lang) for lang in brief.langs]
            rows.append(Row((_date(note, brief), *by_lang), record=note.id))
    else:
        columns = (Column(0.2), Column(0.8))
        head = (brief.word("Date", HEAD), brief.word("Agreements", HEAD))
        rows = [Row((_date(note, brief), _what(note, brief)), record=note.id) for note in notes]
    return [Table(columns, head, tuple(rows))]


def _when(note: Note) -> tuple[bool, str, str]:
    """Return the day on which its date begins, as on a timeline, the shorter period first; what has
    none that can be told comes last.
    """
    first = began(note.date)
    return not first, first, ended(note.date)


def _what(note: Note, brief: Brief) -> Cell:
    text = brief.cell(note.text, CELL, marks=brief.cite(note.sources))
    title = [brief.cell(note.title, CELL_BOLD)] if note.title else []
    status = [brief.word(AGREEMENT_STATUS[note.status], _STATUS)] if note.status else []
    return joined([*title, *status, text])


def _date(note: Note, brief: Brief) -> Cell:
    if not note.date:
        return ()
    return brief.alike(
        {lang: dates.as_of(note.date, lang, months=False) for lang in brief.langs}, CELL_SMALL
    )
