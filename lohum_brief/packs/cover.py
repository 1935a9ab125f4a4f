"""The cover of a book, and the title of a sheet."""

from lohum_brief.language import dates
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.packs.brief import Brief
from lohum_brief.typeset.blocks import Bar, Block, Box, Cell, Flow, FreePage, Para
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.style import (
    COPPER,
    COVER_FACT,
    COVER_HOST,
    COVER_LABEL,
    COVER_PURPOSE,
    COVER_TITLE,
    GREY,
    LIGHT,
    MM,
    PILL,
    RUNNING,
    SHEET_TITLE,
    SMALL,
)
from lohum_brief.visit.records import Organisation
from lohum_brief.visit.text import Text


def page(brief: Brief, width: float, height: float, *, specimens: bool) -> FreePage:
    """White space, a short copper rule, the titles, and the facts of the visit at the foot; sizes in points."""
    visit = brief.visit.particulars
    boxes: list[Box] = []
    bars = [Bar(0, height * 0.29, 26 * MM, 2.2, COPPER)]
    if host := _host(brief):
        boxes.append(Box(0, 24 * MM, width * 0.6, host))
    pill = _audience(brief)
    boxes.append(Box(width * 0.5, 24 * MM, width * 0.5, pill._replace(align="right")))
    y = height * 0.29 + 18
    for para in brief.cell(visit.title, COVER_TITLE):
        boxes.append(Box(0, y, width, para._replace(align="left"), "H1"))
        y += COVER_TITLE.leading * _lines(para, width, COVER_TITLE.size)
    y += 12
    for para in brief.cell(visit.purpose, COVER_PURPOSE):
        measure = width * 0.86
        boxes.append(Box(0, y, measure, para._replace(align="left")))
        y += COVER_PURPOSE.leading * _lines(para, measure, COVER_PURPOSE.size) + 4
    boxes += _facts(brief, width, height * 0.73)
    foot = height - 34 * MM
    bars.append(Bar(0, foot, width, 0.5, LIGHT))
    y = foot + 6
    for lang in brief.langs:
        word = brief.words[lang]
        parts = [brief.pack.title[lang] or brief.pack.id, word("Draft")]
        if specimens:
            parts.append(word("Specimen names: all people shown are invented."))
        boxes.append(Box(0, y, width, Para((Span(" · ".join(parts), lang, RUNNING._replace(ink=GREY)),), lang)))
        y += RUNNING.leading
    return FreePage(tuple(boxes), tuple(bars))


def title(brief: Brief) -> list[Block]:
    """A sheet begins with what it is, of which visit, and when."""
    visit = brief.visit.particulars
    stacked = brief.pack.layout == "stacked" or len(brief.langs) == 1
    titles = {lang: brief.pack.title[lang] or brief.pack.id for lang in brief.langs}
    titled = brief.inline(titles, SHEET_TITLE) if stacked else brief.cell(brief.pack.title, SHEET_TITLE)
    out: list[Block] = [Flow(titled, role="H1", keep=True, wide=stacked)]
    lines = {}
    for lang in brief.langs:
        day = brief.printed(dates.date(visit.start, lang, weekday=True), lang) if visit.start else ""
        lines[lang] = "\u2002".join(part for part in (visit.title[lang], day) if part)
    out.append(Flow(tuple(Para((Span(line, lang, SMALL),), lang) for lang, line in lines.items()), wide=stacked))
    return out


def _facts(brief: Brief, width: float, y: float) -> list[Box]:
    """Date, venue and guests, a column for each language."""
    visit = brief.visit.particulars
    gap = 8 * MM
    column = (width - gap * (len(brief.langs) - 1)) / len(brief.langs)
    boxes = []
    for i, lang in enumerate(brief.langs):
        word = brief.words[lang]
        facts: list[tuple[str, str]] = []
        if visit.start:
            when = (
                dates.date(visit.start, lang, weekday=True)
                if visit.end in (None, visit.start)
                else dates.date_range(visit.start, visit.end, lang)
            )
            facts.append((word("Date"), brief.printed(when, lang)))
        facts += [(word(label), text[lang]) for label, text in _texts(brief) if text]
        top = y
        for label, value in facts:
            boxes.append(Box(i * (column + gap), top, column, Para((Span(label, lang, COVER_LABEL),), lang)))
            top += COVER_LABEL.leading
            para = brief.para(value, lang, COVER_FACT)._replace(align="left")
            boxes.append(Box(i * (column + gap), top, column, para))
            top += COVER_FACT.leading * _lines(para, column, COVER_FACT.size) + 6
    return boxes


def _texts(brief: Brief) -> tuple[tuple[str, Text], ...]:
    visit = brief.visit.particulars
    return (("Venue", visit.place), ("Guests", visit.guests))


def _audience(brief: Brief) -> Para:
    spans: list[Span] = []
    for lang in brief.langs:
        label = brief.words[lang](AUDIENCE[brief.pack.audience])
        spans.append(Span(("\u2002" if spans else "") + label, lang, PILL))
    return Para(tuple(spans))


def audience(brief: Brief) -> Cell:
    """For whom the pack is, for the head of its pages."""
    return tuple(
        Para((Span(brief.words[lang](AUDIENCE[brief.pack.audience]), lang, PILL),), lang) for lang in brief.langs
    )


def _host(brief: Brief) -> Para | None:
    host = brief.visit.get(Organisation, brief.visit.particulars.host)
    spans: list[Span] = []
    for lang in brief.langs if host is not None else ():
        if host is not None and host.name[lang]:
            spans.append(Span(("\u2002" if spans else "") + host.name[lang], lang, COVER_HOST))
    return Para(tuple(spans)) if spans else None


def _lines(para: Para, width: float, size: float) -> int:
    """How many lines a title will take, generously: a cover has room, an overlap is a disgrace."""
    ems = sum(1.0 if "\u3000" <= char <= "\u9fff" else 0.56 for char in para.text)
    return max(1, int(-(-ems * size // width)))
