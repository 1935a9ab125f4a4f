"""Who comes, who hosts: ministries, banks, companies."""

from lohum_brief.document.blocks import Block, Column, Row, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, CELL_BOLD, CELL_NUMBER, CELL_SMALL, HEAD
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import READ
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.packs.brief import Brief, joined, neutral
from lohum_brief.visit.records import Organisation, Section

_SHORT = 0.11
"""Share of the column of abbreviations."""


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return a table of the organisations: what each is called and what it does; side by side a
    column for each language.
    """
    del section
    parallel = brief.pack.layout == "parallel" and len(brief.langs) > 1
    rows = tuple(_row(record, brief, parallel=parallel) for record in brief.visit.of(Organisation))
    if not rows:
        return []
    if parallel:
        head = ((), *((para,) for para in brief.word(phrase("Organisation and role"), HEAD)))
        columns = (
            Column(_SHORT),
            *(
                Column((1 - _SHORT) / len(brief.langs) * weight, fixed=True)
                for weight in brief.weights
            ),
        )
        return [Table(columns, head, rows, row_header=1)]
    head = ((), brief.word(phrase("Name of the organisation"), HEAD), brief.word("Role", HEAD))
    return [Table((Column(_SHORT), Column(0.39), Column(0.5)), head, rows, row_header=1)]


def _row(record: Organisation, brief: Brief, *, parallel: bool) -> Row:
    marks = brief.cite(record.sources)
    names = _names(record, brief)
    abbreviation = neutral(record.abbreviation, CELL_NUMBER)
    role = brief.cell(record.role, CELL, marks=marks)
    if not parallel:
        return Row((abbreviation, names, role), record=record.id)
    both = joined([names, role])
    by_lang = [tuple(para for para in both if para.lang == lang) for lang in brief.langs]
    return Row((abbreviation, *by_lang), record=record.id)


def _names(record: Organisation, brief: Brief) -> Cell:
    """Return its names, with the reading of that in kanji among others."""
    names = brief.cell(record.name, CELL_BOLD)
    if brief.one or READ not in brief.langs:
        return names
    said = LANGUAGES[READ].names.beside(record.name[READ], record.reading)
    return joined([names, (Para((Span(said, READ, CELL_SMALL),), READ),)]) if said else names
