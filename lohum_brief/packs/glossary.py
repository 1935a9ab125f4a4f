"""The glossary of a pack: the terms that its texts really use."""

from collections.abc import Iterable

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Flow, Row, Table, paras_of
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, CELL_SMALL, HEAD, SMALL
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.names import sort_key
from lohum_brief.language.phrases import name_in
from lohum_brief.packs.brief import Brief
from lohum_brief.visit.records import NamePart, Section, Term


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return the terms used in what the other sections print, ordered as the pack's first language
    orders: Japanese by reading.
    """
    del section
    texts = {lang: _text(brief.planned, lang) for lang in brief.langs}
    used = [term for term in brief.visit.of(Term) if _is_used(term, texts)]
    used.sort(key=lambda term: _place(term, brief.langs[0]))
    if not used:
        return []
    head = tuple(_called(lang, brief) for lang in brief.langs)
    rows = tuple(
        Row(tuple(_term(term, lang, brief) for lang in brief.langs), record=term.id)
        for term in used
    )
    return [
        *_told(used, brief),
        Table(
            tuple(Column(weight, fixed=True) for weight in brief.weights), head, rows, tight=True
        ),
    ]


def _called(of: Lang, brief: Brief) -> Cell:
    """Return what a language is called in each language of the pack."""
    return tuple(Para((Span(name_in(of, lang), lang, HEAD),), lang) for lang in brief.langs)


def _told(used: list[Term], brief: Brief) -> list[Block]:
    """Return what stands beside the terms of the pack's languages, if something does."""
    said = [
        LANGUAGES[lang].wording.beside
        for lang in reversed(LANGS)
        if lang in brief.langs and any(_beside(term, lang) for term in used)
    ]
    if not said:
        return []
    texts = {
        lang: LANGUAGES[lang].punctuation.space.join(map(brief.words[lang], said))
        for lang in brief.langs
    }
    return [Flow(tuple(brief.para(text, lang, SMALL) for lang, text in texts.items()))]


def _place(term: Term, lang: Lang) -> tuple[object, ...]:
    forms = {one: plain(form) if one == READ else form for one, form in term.name.items()}
    return sort_key(NamePart(**forms, reading=term.reading), NamePart(), lang)


def _is_used(term: Term, texts: dict[Lang, str]) -> bool:
    for lang, text in texts.items():
        name = plain(term.name[lang])
        if name and (name.casefold() if LANGUAGES[lang].script.cased else name) in text:
            return True
    return False


def _term(term: Term, lang: Lang, brief: Brief) -> Cell:
    name = term.name[lang]
    if lang == "en" and term.abbreviation and term.abbreviation not in name:
        name = f"{name} ({term.abbreviation})"
    para = structs.replace(brief.para(name, lang, CELL), lang="", align="left")
    if (beside := _beside(term, lang)) and beside != name:
        shaped: Lang = READ if lang == READ else "en"
        spans = (*para.spans, Span("\u2002", "en", CELL_SMALL), Span(beside, shaped, CELL_SMALL))
        para = structs.replace(para, spans=spans)
    return (para,)


def _beside(term: Term, lang: Lang) -> str:
    """Return how the term is said: the reading of one in kanji, the transliteration of one in
    another script.
    """
    if lang == READ:
        return LANGUAGES[lang].names.beside(plain(term.name[lang]), term.reading)
    return term.transliteration if LANGUAGES[lang].script.signs else ""


def _text(blocks: Iterable[Block], lang: Lang) -> str:
    """Return all that the blocks say in a language."""
    parts = [
        plain(span.text)
        for block in blocks
        for para in paras_of(block)
        for span in para.spans
        if span.lang == lang and not span.mark
    ]
    text = "\n".join(parts)
    return text.casefold() if LANGUAGES[lang].script.cased else text
