"""The cover of a book, and the title of a sheet."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from lohum_brief.document.blocks import Bar, Block, Box, Flow, FreePage, Space
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.roles import Role
from lohum_brief.document.ruler import Ruler
from lohum_brief.document.style import (
    COPPER,
    COVER_FACT,
    COVER_HOST,
    COVER_LABEL,
    COVER_PURPOSE,
    COVER_TITLE,
    FAINT,
    GREY,
    HAIR,
    MM,
    PILL,
    RUNNING,
    SHEET_TITLE,
    SMALL,
    Style,
)
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import msg
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.refusing import refused
from lohum_brief.visit.records import Organisation

_HEAD = 24 * MM
_FOOT = 34 * MM
_MOST = 12
"""Lines below the foot."""
_GUTTER = 8 * MM
_SCALES = ((1.0, 1.0), (0.9, 0.9), (0.8, 0.8), (0.7, 0.7), (0.6, 0.7), (0.5, 0.65))
"""Of titles and of purposes, tried in turn until three languages' stand clear of the facts."""
_HIGHEST = _HEAD + 14 * MM
_CLEAR = 10 * MM
"""Between the purposes and the facts."""
_RULE = 18.0
"""From the copper rule to the titles."""
_EDGE = 9 * MM
"""What the lines below the foot keep free."""


class _Part(NamedTuple):
    """What stands together: boxes from 0 down, how tall they are, what is free beneath, and the
    field they are from.
    """

    boxes: tuple[Box, ...]
    depth: float
    free: float
    field: str


def pages(brief: Brief, width: float, height: float, *, specimens: bool) -> list[FreePage]:
    """Return white space, a short copper rule, the titles, and the facts of the visit low on the
    page; sizes in points.

    What has no room on one page stands in smaller type, then the facts go to a second, at last each
    part to the next page. Raises BriefError for a text that no page holds.
    """
    foot = _foot(brief, width, height, specimens=specimens)
    pill, frame = _pill(brief, width, brief.ruler)
    host, below = _host(brief, frame.x - 5 * MM, brief.ruler)
    highest = max(_HIGHEST, below + 3 * MM)
    lowest = foot - 8 * MM
    facts = _facts(brief, width)
    depth = sum(part.depth + part.free for part in facts)
    for scales in _SCALES:
        middle = _middle(brief, width, *scales)
        top = min(height * 0.29, lowest - depth - _CLEAR - _RULE - _depth(middle))
        if top >= highest:
            sheets = [(top, [*_placed(middle, top + _RULE), *_placed(facts, lowest - depth)])]
            break
    else:
        sheets = _on_several(brief, width, highest, lowest)
    out: list[FreePage] = []
    for top, boxes in sheets:
        bars = [Bar(0, top, 26 * MM, 2.2, COPPER), Bar(0, foot, width, HAIR, FAINT)]
        out.append(
            FreePage(tuple(boxes), tuple(bars))
            if out
            else FreePage((*host, pill, *boxes), (*bars, frame))
        )
    return out


def _on_several(
    brief: Brief, width: float, highest: float, lowest: float
) -> list[tuple[float, list[Box]]]:
    """Return where the rule of each page is, and what stands below it: the facts behind titles and
    purposes that fill a page.
    """
    facts = _facts(brief, width)
    for scales in _SCALES:
        middle = _middle(brief, width, *scales)
        if highest + _RULE + _depth(middle) <= lowest:
            break
    sheets: list[tuple[float, list[Box]]] = []
    for parts in (middle, facts):
        y = lowest + 1
        for part in parts:
            if y + part.depth > lowest:
                top = _HEAD if sheets else highest
                y = top + _RULE
                sheets.append((top, []))
                if y + part.depth > lowest:
                    why = msg("It is too long for a cover: shorten it.")
                    raise refused(
                        brief.visit.particulars.id, part.field, why, brief.pack, brief.visit
                    )
            sheets[-1][1].extend(_placed([part], y))
            y += part.depth + part.free
    return sheets


def _depth(parts: Sequence[_Part]) -> float:
    return sum(part.depth + part.free for part in parts) - (parts[-1].free if parts else 0.0)


def _placed(parts: Sequence[_Part], y: float) -> Iterator[Box]:
    """Yield the boxes of parts below one another."""
    for part in parts:
        yield from (structs.replace(box, y=box.y + y) for box in part.boxes)
        y += part.depth + part.free


def foot(brief: Brief, page: FreePage, width: float, height: float, *, specimens: bool) -> FreePage:
    """Return the cover with what pack it is, and how it stands, in small letters at its foot."""
    boxes = []
    y = _foot(brief, width, height, specimens=specimens) + 6
    for para in _feet(brief, specimens=specimens):
        boxes.append(Box(0, y, width, para))
        y += RUNNING.leading * brief.ruler.lines(para, width)
    return structs.replace(page, boxes=(*page.boxes, *boxes))


def _foot(brief: Brief, width: float, height: float, *, specimens: bool) -> float:
    """Return where the rule above the small letters is: higher than usual where these need several
    lines.
    """
    lines = sum(brief.ruler.lines(para, width) for para in _feet(brief, specimens=specimens))
    if lines > _MOST:
        raise refused(
            brief.pack.id,
            "title",
            msg("It is too long for a cover: shorten it."),
            brief.pack,
            brief.visit,
        )
    return height - max(_FOOT, 6 + lines * RUNNING.leading + _EDGE)


def _feet(brief: Brief, *, specimens: bool) -> Iterator[Para]:
    style = structs.replace(RUNNING, ink=GREY)
    for lang in brief.langs:
        parts = [brief.title(lang), brief.standing(lang)]
        if specimens:
            parts.append(brief.words[lang]("Specimen names: all people shown are invented."))
        yield Para((Span(LANGUAGES[lang].punctuation.separator.join(parts), lang, style),), lang)


def _middle(brief: Brief, width: float, title: float, purpose: float) -> list[_Part]:
    """Return the titles and beneath them the purposes, in type of these scales.

    Where the page lies on its side, the purposes stand beside one another as the facts do.
    """
    visit = brief.visit.particulars
    titles, purposes = _scaled(COVER_TITLE, title), _scaled(COVER_PURPOSE, purpose)
    out: list[_Part] = []
    # A draft whose visit is called nothing yet says so; as an edition it is refused.
    for para in brief.cell(visit.title, titles) or brief.lacking(titles):
        ragged = structs.replace(para, align="left")
        lines = brief.ruler.lines(ragged, width)
        out.append(
            _Part(
                (Box(0, 0, width, ragged, "H1"),),
                titles.leading * lines,
                0.0,
                f"title.{para.lang}",
            )
        )
    gap = 16 * title
    if out:
        out[-1] = out[-1]._replace(free=gap)
    xs, column = _columns(brief, width)
    measure = column if brief.landscape else width * 0.86
    said = []
    for x, para in zip(xs, brief.cell(visit.purpose, purposes), strict=False):
        ragged = structs.replace(para, align="left")
        depth = purposes.leading * brief.ruler.lines(ragged, measure)
        box = Box(x if brief.landscape else 0.0, 0, measure, ragged)
        said.append(_Part((box,), depth, 8 * purpose, f"purpose.{para.lang}"))
    return [*out, *(_beside(said) if brief.landscape else said)]


def _beside(parts: Sequence[_Part]) -> list[_Part]:
    """Return parts beside one another as one."""
    if not parts:
        return []
    tallest = max(parts, key=lambda part: part.depth)
    return [tallest._replace(boxes=tuple(box for part in parts for box in part.boxes))]


def _scaled(style: Style, scale: float) -> Style:
    return structs.replace(style, size=style.size * scale, leading=style.leading * scale)


def front(brief: Brief, width: float, height: float) -> FreePage:
    """Return the first page of a sheet whose pages face each other: what it is, of which visit, and
    when; sizes in points.
    """
    pill, frame = _pill(brief, width, brief.ruler)
    y = top = max(height * 0.29, _HIGHEST)
    y += _RULE
    boxes = [pill]
    for paras, style in (
        (brief.cell(brief.pack.title, SHEET_TITLE) or brief.lacking(SHEET_TITLE), SHEET_TITLE),
        (tuple(_visited(brief, "\u2002")), SMALL),
    ):
        for para in paras:
            ragged = structs.replace(para, align="left")
            boxes.append(Box(0, y, width, ragged, "H1" if style is SHEET_TITLE else "P"))
            y += style.leading * brief.ruler.lines(ragged, width)
        y += SMALL.leading
    foot = _foot(brief, width, height, specimens=False)
    if y > foot:
        raise refused(
            brief.pack.id,
            "title",
            msg("It is too long for a cover: shorten it."),
            brief.pack,
            brief.visit,
        )
    return FreePage(
        tuple(boxes), (Bar(0, top, 26 * MM, 2.2, COPPER), Bar(0, foot, width, HAIR, FAINT), frame)
    )


def title(brief: Brief, *, role: Role = "H1") -> list[Block]:
    """Return what a sheet begins with: what it is, of which visit, and when: at the left, where its
    table begins.
    """
    one = brief.pack.layout != "facing" and brief.inset
    titles = {lang: brief.title(lang) for lang in brief.langs}
    titled = brief.inline(titles, SHEET_TITLE) if one else brief.cell(brief.pack.title, SHEET_TITLE)
    out: list[Block] = [Flow(titled, role=role, keep=True, wide=brief.inset)]
    out.append(Space(1))
    # In a column the day has a line of its own, in which it is not parted.
    out.append(Flow(tuple(_visited(brief, "\u2002" if brief.inset else "\n")), wide=brief.inset))
    return out


def _visited(brief: Brief, between: str) -> Iterator[Para]:
    """Yield which visit it is of, and when."""
    for lang in brief.langs:
        parts = brief.visit.particulars.title[lang], brief.days(lang, weekday=True)
        yield Para((Span(between.join(part for part in parts if part), lang, SMALL),), lang)


def _facts(brief: Brief, width: float) -> list[_Part]:
    """Return date, venue and guests, a column for each language, below one another."""
    xs, column = _columns(brief, width)
    out = []
    for label, values, field in _stated(brief):
        parts = []
        for x, (lang, value) in zip(xs, values.items(), strict=True):
            head = Box(
                x, 0, column, Para((Span(brief.words[lang](label), lang, COVER_LABEL),), lang)
            )
            para = structs.replace(brief.para(value, lang, COVER_FACT), align="left")
            depth = COVER_LABEL.leading + COVER_FACT.leading * max(
                brief.ruler.lines(para, column), 1
            )
            path = field if field == "start" else f"{field}.{lang}"
            parts.append(_Part((head, Box(x, COVER_LABEL.leading, column, para)), depth, 6, path))
        out += _beside(parts)
    return out


def _stated(brief: Brief) -> Iterator[tuple[str, dict[Lang, str], str]]:
    """Yield the facts that are known: label, what it is in each language, and the field."""
    visit = brief.visit.particulars
    if visit.start:
        several = visit.end is not None and visit.end != visit.start
        label = phrase("Days of the visit") if several else phrase("Day of the visit")
        yield label, {lang: brief.days(lang, weekday=True) for lang in brief.langs}, "start"
    for label, text, field in (("Venue", visit.place, "place"), ("Guests", visit.guests, "guests")):
        if text:
            yield label, {lang: text[lang] for lang in brief.langs}, field


def _columns(brief: Brief, width: float) -> tuple[list[float], float]:
    """Return where the languages' columns begin, and how wide they are."""
    count = len(brief.langs)
    column = (width - _GUTTER * (count - 1)) / count
    return [i * (column + _GUTTER) for i in range(count)], column


def _pill(brief: Brief, width: float, ruler: Ruler) -> tuple[Box, Bar]:
    """Return for whom the pack is, framed, at the right."""
    spans: list[Span] = []
    for lang in brief.langs:
        label = brief.words[lang](AUDIENCE[brief.pack.audience])
        spans.append(Span(("\u2002" if spans else "") + label, lang, PILL))
    para = Para(tuple(spans), "", "right")
    inked = ruler.width(para)
    return Box(0, _HEAD, width - 8, para), Bar(
        width - inked - 16, _HEAD - 1.6, inked + 16, 15, COPPER, frame=True
    )


def audience(brief: Brief) -> Cell:
    """Return for whom the pack is, for the head of its pages."""
    return tuple(
        Para((Span(brief.words[lang](AUDIENCE[brief.pack.audience]), lang, PILL),), lang)
        for lang in brief.langs
    )


def _host(brief: Brief, measure: float, ruler: Ruler) -> tuple[list[Box], float]:
    """Return who invites, and where that ends: the languages on one line where they fit, else below
    one another.
    """
    host = brief.visit.get(Organisation, brief.visit.particulars.host)
    if host is None:
        return [], _HEAD
    spans = [Span(host.name[lang], lang, COVER_HOST) for lang in brief.langs if host.name[lang]]
    line: list[Span] = []
    for span in spans:
        line += (Span("\u2003", "en", COVER_HOST), span)
    whole = Para(tuple(line[1:]))
    paras = (
        [whole] if ruler.width(whole) <= measure else [Para((span,), span.lang) for span in spans]
    )
    boxes = []
    y = _HEAD
    for para in paras if spans else ():
        boxes.append(Box(0, y, measure, para))
        y += COVER_HOST.leading * ruler.lines(para, measure)
    return boxes, y
