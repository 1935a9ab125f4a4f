"""The cover of a book, and the title of a sheet."""

from typing import NamedTuple

from msgspec import structs

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.phrases import AUDIENCE, SEPARATORS
from lohum_brief.packs.brief import Brief
from lohum_brief.typeset.blocks import Bar, Block, Box, Cell, Flow, FreePage, Para, Space
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.ruler import Ruler
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
    Style,
)
from lohum_brief.visit.records import Organisation
from lohum_brief.visit.text import Text

_HEAD = 24 * MM
_FOOT = 34 * MM
_GUTTER = 8 * MM
_SCALES = (1.0, 0.9, 0.8, 0.7)
"""Tried in turn until three languages' titles and purposes stand clear of the facts."""


def page(brief: Brief, width: float, height: float) -> FreePage:
    """White space, a short copper rule, the titles, and the facts of the visit low on the page; sizes in points."""
    ruler = brief.ruler
    foot = height - _FOOT
    facts, depth = _facts(brief, width, ruler)
    facts_top = foot - 8 * MM - depth
    highest = _HEAD + 14 * MM
    for scale in _SCALES:
        middle, tall = _middle(brief, width, scale, ruler)
        top = min(height * 0.29, facts_top - 10 * MM - tall)
        if top >= highest:
            break
    top = max(top, highest)
    bars = [Bar(0, top, 26 * MM, 2.2, COPPER), Bar(0, foot, width, 0.5, LIGHT)]
    boxes: list[Box] = []
    pill, frame = _pill(brief, width, ruler)
    boxes += _host(brief, frame.x - 5 * MM, ruler)
    boxes.append(pill)
    bars.append(frame)
    boxes += [structs.replace(box, y=box.y + top + 18) for box in middle]
    boxes += [structs.replace(box, y=box.y + facts_top) for box in facts]
    return FreePage(tuple(boxes), tuple(bars))


def foot(brief: Brief, page: FreePage, width: float, height: float, *, specimens: bool) -> FreePage:
    """The cover with what pack it is, and how it stands, in small letters at its foot."""
    boxes = []
    y = height - _FOOT + 6
    for lang in brief.langs:
        word = brief.words[lang]
        parts = [brief.title(lang), brief.standing(lang)]
        if specimens:
            parts.append(word("Specimen names: all people shown are invented."))
        boxes.append(
            Box(
                0, y, width, Para((Span(SEPARATORS[lang].join(parts), lang, structs.replace(RUNNING, ink=GREY)),), lang)
            )
        )
        y += RUNNING.leading
    return structs.replace(page, boxes=(*page.boxes, *boxes))


def _middle(brief: Brief, width: float, scale: float, ruler: Ruler) -> tuple[list[Box], float]:
    """The titles and beneath them the purposes, from 0 down, and how tall they are; `scale` is that of the type.

    Where the page lies on its side, the purposes stand beside one another as the facts do.
    """
    visit = brief.visit.particulars
    titles, purposes = _scaled(COVER_TITLE, scale), _scaled(COVER_PURPOSE, scale)
    boxes: list[Box] = []
    y = 0.0
    for para in brief.cell(visit.title, titles):
        ragged = structs.replace(para, align="left")
        # A Japanese title breaks between its phrases, which matters more than lines of equal length.
        measure, lines = (width, ruler.lines(ragged, width)) if para.lang == "ja" else ruler.balanced(ragged, width)
        boxes.append(Box(0, y, measure, ragged, "H1"))
        y += titles.leading * lines
    y += 16 * scale
    xs, column = _columns(brief, width)
    deepest = y
    for x, para in zip(xs, brief.cell(visit.purpose, purposes), strict=False):
        ragged = structs.replace(para, align="left")
        measure = column if brief.landscape else width * 0.86
        boxes.append(Box(x if brief.landscape else 0.0, y, measure, ragged))
        depth = purposes.leading * ruler.lines(ragged, measure)
        deepest = max(deepest, y + depth)
        if not brief.landscape:
            y += depth + 8 * scale
    return boxes, deepest + 18


def _scaled(style: Style, scale: float) -> Style:
    return structs.replace(style, size=style.size * scale, leading=style.leading * scale)


def title(brief: Brief) -> list[Block]:
    """A sheet begins with what it is, of which visit, and when: at the left, where its table begins."""
    visit = brief.visit.particulars
    one = brief.pack.layout != "facing" and brief.inset
    titles = {lang: brief.title(lang) for lang in brief.langs}
    titled = brief.inline(titles, SHEET_TITLE) if one else brief.cell(brief.pack.title, SHEET_TITLE)
    out: list[Block] = [Flow(titled, role="H1", keep=True, wide=brief.inset)]
    out.append(Space(1))
    lines = {}
    for lang in brief.langs:
        day = brief.days(lang, weekday=True)
        # In a column the day has a line of its own, in which it is not parted.
        lines[lang] = ("\u2002" if brief.inset else "\n").join(part for part in (visit.title[lang], day) if part)
    out.append(Flow(tuple(Para((Span(line, lang, SMALL),), lang) for lang, line in lines.items()), wide=brief.inset))
    return out


class _Fact(NamedTuple):
    x: float
    lang: Lang
    label: str
    value: str


def _facts(brief: Brief, width: float, ruler: Ruler) -> tuple[list[Box], float]:
    """Date, venue and guests, a column for each language, from 0 down, and how tall they are."""
    visit = brief.visit.particulars
    xs, column = _columns(brief, width)
    rows: list[list[_Fact]] = []
    if visit.start:
        several = visit.end is not None and visit.end != visit.start
        label = phrase("Days of the visit") if several else phrase("Day of the visit")
        rows.append(
            [
                _Fact(x, lang, brief.words[lang](label), brief.days(lang, weekday=True))
                for x, lang in zip(xs, brief.langs, strict=True)
            ]
        )
    rows += [
        [_Fact(x, lang, brief.words[lang](label), text[lang]) for x, lang in zip(xs, brief.langs, strict=True)]
        for label, text in _texts(brief)
        if text
    ]
    boxes = []
    y = 0.0
    for row in rows:
        most = 1
        for x, lang, label, value in row:
            boxes.append(Box(x, y, column, Para((Span(label, lang, COVER_LABEL),), lang)))
            para = structs.replace(brief.para(value, lang, COVER_FACT), align="left")
            boxes.append(Box(x, y + COVER_LABEL.leading, column, para))
            most = max(most, ruler.lines(para, column))
        y += COVER_LABEL.leading + COVER_FACT.leading * most + 6
    return boxes, y


def _columns(brief: Brief, width: float) -> tuple[list[float], float]:
    """Where the languages' columns begin, and how wide they are."""
    count = len(brief.langs)
    column = (width - _GUTTER * (count - 1)) / count
    return [i * (column + _GUTTER) for i in range(count)], column


def _texts(brief: Brief) -> tuple[tuple[str, Text], ...]:
    visit = brief.visit.particulars
    return (("Venue", visit.place), ("Guests", visit.guests))


def _pill(brief: Brief, width: float, ruler: Ruler) -> tuple[Box, Bar]:
    """For whom the pack is, framed, at the right."""
    spans: list[Span] = []
    for lang in brief.langs:
        label = brief.words[lang](AUDIENCE[brief.pack.audience])
        spans.append(Span(("\u2002" if spans else "") + label, lang, PILL))
    para = Para(tuple(spans), "", "right")
    inked = ruler.width(para)
    return Box(0, _HEAD, width - 8, para), Bar(width - inked - 16, _HEAD - 1.6, inked + 16, 15, COPPER, frame=True)


def audience(brief: Brief) -> Cell:
    """For whom the pack is, for the head of its pages."""
    return tuple(
        Para((Span(brief.words[lang](AUDIENCE[brief.pack.audience]), lang, PILL),), lang) for lang in brief.langs
    )


def _host(brief: Brief, measure: float, ruler: Ruler) -> list[Box]:
    """Who invites: the languages on one line where they fit, else below one another."""
    host = brief.visit.get(Organisation, brief.visit.particulars.host)
    if host is None:
        return []
    spans = [Span(host.name[lang], lang, COVER_HOST) for lang in brief.langs if host.name[lang]]
    line: list[Span] = []
    for span in spans:
        line += (Span("\u2003", "en", COVER_HOST), span)
    whole = Para(tuple(line[1:]))
    if ruler.width(whole) <= measure:
        return [Box(0, _HEAD, measure, whole)] if spans else []
    return [Box(0, _HEAD + i * COVER_HOST.leading, measure, Para((span,), span.lang)) for i, span in enumerate(spans)]
