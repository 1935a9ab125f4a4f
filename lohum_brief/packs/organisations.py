"""Who comes, who hosts: ministries, banks, companies."""

from lohum_brief.packs.brief import Brief, joined, neutral
from lohum_brief.typeset.blocks import Block, Column, Para, Row, Table
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.style import CELL, CELL_BOLD, CELL_NUMBER, CELL_SMALL, HEAD
from lohum_brief.visit.records import Organisation, Section


def blocks(section: Section, brief: Brief) -> list[Block]:
    """A table of the organisations: abbreviation, names, what each does."""
    del section
    rows = []
    for record in brief.visit.of(Organisation):
        marks = brief.cite(record.sources)
        names = brief.cell(record.name, CELL_BOLD)
        if "ja" in brief.langs and record.reading:
            reading = Para((Span(record.reading, "ja", CELL_SMALL),), "ja")
            names = joined([names, (reading,)])
        abbreviation = neutral(record.abbreviation, CELL_NUMBER)
        rows.append(Row((abbreviation, names, brief.cell(record.role, CELL, marks=marks)), record=record.id))
    if not rows:
        return []
    head = ((), brief.word("Organisation", HEAD), brief.word("Role", HEAD))
    return [Table((Column(0.11), Column(0.39), Column(0.5)), head, tuple(rows), row_header=1)]
