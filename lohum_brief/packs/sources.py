"""The list of sources: numbered once, in the order in which the pack cites them."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.document.blocks import Block, Column, Flow, Row, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, CELL_NUMBER, CELL_SMALL, SMALL
from lohum_brief.language import dates, licences
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.packs.brief import NEUTRAL, Brief
from lohum_brief.visit.records import Section, Source

_COLUMNS: Final = (Column(0.05, "right", fixed=True), Column(0.95))

_LINK: Final = re.compile(r"https?://[^\s/?#@\\]+(?:[/?#]|$)")
"""What becomes a link. Who stands before an @ is no place: such an address leads elsewhere than it
seems to, or says a password.
"""


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return one entry for each source cited: number, title as published, publisher, date,
    address.
    """
    del section
    cited = [
        source for ident in brief.cited if (source := brief.visit.get(Source, ident)) is not None
    ]
    usual = _usual([source.licence for source in cited])
    rows = []
    for ident, number in brief.cited.items():
        source = brief.visit.get(Source, ident)
        if source is not None:
            rows.append(
                Row(
                    (brief.shared(str(number), CELL_NUMBER), _entry(source, usual, brief)),
                    record=source.id,
                )
            )
    if not rows:
        return []
    out: list[Block] = []
    if usual:
        # Said once: a hundred repetitions would hide the licences that are others.
        paras = []
        for lang in brief.langs:
            text = brief.words[lang](
                phrase("Terms, unless stated otherwise: {terms}"), terms=_terms(usual, lang, brief)
            )
            paras.append(Para((Span(text, lang, SMALL),), lang))
        out.append(Flow(tuple(paras)))
    return [
        *out,
        Table(
            _COLUMNS,
            (),
            tuple(rows),
            sort="list",
            tight=True,
        ),
    ]


def _usual(licences: list[str]) -> str:
    """Return the licence of most of the sources, if there is one and they are many."""
    most = max(licences, key=licences.count, default="")
    return most if licences.count(most) > max(len(licences) / 2, 4) else ""


def _terms(licence: str, lang: Lang, brief: Brief) -> str:
    """Return a licence in a language, where the words for it are known; else as it is stored."""
    return brief.printed(licences.licence(licence, lang), lang)


def _entry(source: Source, usual: str, brief: Brief) -> Cell:
    """Return the title, and beneath it what leads to the source."""
    common = brief.common
    facts = list(_facts(source, usual, brief))
    spans = _parted(facts, LANGUAGES[common].punctuation.beside_address, common)
    uri = source.address if _LINK.match(source.address) else ""
    found = (Para(tuple(spans), uri=uri),) if spans else ()
    return (Para((Span(source.title, source.lang, CELL),)), *found)


def _facts(source: Source, usual: str, brief: Brief) -> Iterator[list[Span]]:
    """Yield what leads to the source, where it is known."""
    common = brief.common
    if source.publisher:
        # Only the publisher is in the source's language: an address set as Japanese would be spaced
        # as Japanese.
        yield [Span(source.publisher, source.lang, CELL_SMALL)]
    if source.date:
        written = dates.as_of(source.date, common, months=False) if brief.one else source.date
        yield [Span(brief.printed(written, common), common, CELL_SMALL)]
    if source.address:
        yield [Span(source.address, "en", CELL_SMALL)]
    if source.licence and source.licence != usual:
        yield _licence(source, brief)


def _licence(source: Source, brief: Brief) -> list[Span]:
    """Return the licence in the words of each language; once where all say the same."""
    terms = {lang: _terms(source.licence, lang, brief) for lang in brief.langs}
    if len(set(terms.values())) == 1 and not brief.one:
        terms = {brief.common: next(iter(terms.values()))}
    parts = [[Span(text, lang, CELL_SMALL)] for lang, text in terms.items()]
    return _parted(parts, " / ", NEUTRAL)


def _parted(parts: list[list[Span]], sign: str, lang: Lang) -> list[Span]:
    """Return all spans in a row, with a sign between the parts."""
    between = Span(sign, lang, CELL_SMALL)
    return [span for part in parts for span in (between, *part)][1:]
