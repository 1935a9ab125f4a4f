"""The list of sources: numbered once, in the order in which the pack cites them."""

from lohum_brief.language.catalogue import phrase
from lohum_brief.packs.brief import Brief, neutral
from lohum_brief.typeset.blocks import Block, Cell, Column, Flow, Para, Row, Table
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.style import CELL, CELL_NUMBER, CELL_SMALL, SMALL
from lohum_brief.visit.records import Section, Source


def blocks(section: Section, brief: Brief) -> list[Block]:
    """One entry for each source cited: number, title as published, publisher, date, address."""
    del section
    cited = [source for ident in brief.cited if (source := brief.visit.get(Source, ident)) is not None]
    usual = _usual([source.licence for source in cited])
    rows = []
    for ident, number in brief.cited.items():
        source = brief.visit.get(Source, ident)
        if source is not None:
            rows.append(Row((neutral(str(number), CELL_NUMBER), _entry(source, usual)), record=source.id))
    if not rows:
        return []
    out: list[Block] = []
    if usual:
        # Said once: a hundred repetitions would hide the licences that are others.
        paras = []
        for lang in brief.langs:
            text = brief.words[lang](phrase("Terms, unless stated otherwise:"))
            paras.append(Para((Span(text, lang, SMALL), Span(" " + usual, "en", SMALL)), lang))
        out.append(Flow(tuple(paras)))
    return [*out, Table((Column(0.05, "right"), Column(0.95)), (), tuple(rows), sort="list", tight=True)]


def _usual(licences: list[str]) -> str:
    """The licence of most of the sources, if there is one and they are many."""
    most = max(licences, key=licences.count, default="")
    return most if licences.count(most) > max(len(licences) / 2, 4) else ""


def _entry(source: Source, usual: str) -> Cell:
    """The title, and beneath it what leads to the source."""
    licence = source.licence if source.licence != usual else ""
    facts = " · ".join(part for part in (source.date, source.address, licence) if part)
    spans: list[Span] = []
    if source.publisher:
        # Only the publisher is in the source's language: an address set as Japanese would be spaced as Japanese.
        spans.append(Span(source.publisher, source.lang, CELL_SMALL))
    if facts:
        spans.append(Span((" · " if spans else "") + facts, "en", CELL_SMALL))
    uri = source.address if source.address.startswith(("https://", "http://")) else ""
    found = (Para(tuple(spans), uri=uri),) if spans else ()
    return (Para((Span(source.title, source.lang, CELL),)), *found)
