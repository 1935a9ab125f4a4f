"""The list of sources: numbered once, in the order in which the pack cites them."""

from lohum_brief.packs.brief import Brief, neutral
from lohum_brief.typeset.blocks import Block, Cell, Column, Para, Row, Table
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.style import CELL, CELL_NUMBER, CELL_SMALL
from lohum_brief.visit.records import Section, Source


def blocks(section: Section, brief: Brief) -> list[Block]:
    """One entry for each source cited: number, title as published, publisher, date, address."""
    del section
    rows = []
    for ident, number in brief.cited.items():
        source = brief.visit.get(Source, ident)
        if source is not None:
            rows.append(Row((neutral(str(number), CELL_NUMBER), _entry(source)), record=source.id))
    if not rows:
        return []
    return [Table((Column(0.05, "right"), Column(0.95)), (), tuple(rows), sort="list")]


def _entry(source: Source) -> Cell:
    first = (Para((Span(source.title, source.lang, CELL),)),)
    facts = " · ".join(part for part in (source.publisher, source.date, source.address, source.licence) if part)
    return first + neutral(facts, CELL_SMALL, lang=source.lang)
