"""The timed programme, on two clocks where the guests' is another."""

import datetime as dt
from collections.abc import Iterable
from itertools import groupby
from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Heading, Row, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import (
    CELL,
    CELL_SMALL,
    CELL_TIME,
    COPPER,
    GREY,
    HEAD,
    TITLE_2,
    Style,
)
from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import msg
from lohum_brief.packs.brief import NBSP, NEUTRAL, SPECIMEN_PROGRAMME, Brief, joined, neutral
from lohum_brief.visit.called import short
from lohum_brief.visit.records import Group, Item, Section

_ITEM: Final = phrase("Programme item")
_AGAIN: Final = structs.replace(HEAD, size=8.6, leading=14)
_GAP: Final = 8.0
"""Points between columns."""


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return a table for each day: time, what happens, where; a column for each language where they
    stand side by side.

    The day stands above, unless it is the one day of the visit, which the cover and every foot say.
    """
    del section
    items = sorted(brief.visit.of(Item), key=lambda item: item.start)
    out: list[Block] = []
    days = [(day, list(group)) for day, group in groupby(items, key=lambda item: item.start.date())]
    said = len(days) > 1 or any(day != brief.only_day for day, _ in days)
    for day, listed in days:
        if said:
            out.append(Heading(2, "", _date(day, TITLE_2, brief), wide=brief.inset))
            again = _date(day, _AGAIN, brief)
        else:
            again = ()
        out.append(_day(listed, again, brief))
    return out


def _date(day: dt.date, style: Style, brief: Brief) -> Cell:
    forms = {lang: brief.printed(dates.date(day, lang, weekday=True), lang) for lang in brief.langs}
    return tuple(Para((Span(form, lang, style),), lang) for lang, form in forms.items())


def _day(items: list[Item], again: Cell, brief: Brief) -> Table:
    """Return one day; `again` is its date, which a later page repeats."""
    flags = [frozenset({SPECIMEN_PROGRAMME}) if item.specimen else frozenset() for item in items]
    times = [_time(item, brief) for item in items]
    # As wide as its times, which are not parted.
    widest = _widest((brief.word("Time", HEAD), *times), brief) + 0.5
    heads, shares, beside = _arranged(items, brief)
    rest = brief.width - widest - len(shares) * _GAP
    columns = (Column(widest), *(Column(share / sum(shares) * rest) for share in shares))
    return Table(
        columns,
        (brief.low_head("Time", HEAD, widest), *heads),
        tuple(
            Row((when, *cells), flag, item.id)
            for when, cells, flag, item in zip(times, beside, flags, items, strict=True)
        ),
        row_header=0,
        tight=brief.pack.form == "sheet",
        again=again,
    )


def _widest(cells: Iterable[Cell], brief: Brief) -> float:
    return max(brief.ruler.width(para) for cell in cells for para in cell)


def _arranged(
    items: list[Item], brief: Brief
) -> tuple[tuple[Cell, ...], tuple[float, ...], list[tuple[Cell, ...]]]:
    """Return what stands beside the times: heads, shares of the width, and the cells of each
    item.
    """
    if brief.pack.layout == "parallel":
        heads = tuple((para,) for para in brief.word(_ITEM, HEAD))
        alike = tuple(1.0 for _ in brief.langs)
        return heads, alike, [(*_by_language(item, brief),) for item in items]
    if brief.pack.form == "book":
        titles = brief.word(_ITEM, HEAD), brief.word("Place", HEAD)
        return titles, (1.7, 1.0), [(_what(item, brief), _where(item, brief)) for item in items]
    low = brief.low_head(_ITEM, HEAD, brief.width / 2)
    return (low,), (1.0,), [(_what(item, brief),) for item in items]


def _time(item: Item, brief: Brief) -> Cell:
    """Return from – to at the place, and below it on the guests' clock: in one form for all
    languages, in every row the same.
    """
    zones = brief.visit.particulars.place_zone, brief.visit.particulars.guest_zone
    until = _end(item, brief) if item.minutes else None
    # Facing pages are read apart: each says the times itself, as its language writes them.
    if brief.one or brief.pack.layout == "facing":
        cells = {
            lang: _clocks(*_own(item.start, until, zones, lang), lang, brief)
            for lang in brief.langs
        }
        return cells[brief.common] if brief.one else _spread(cells)
    here, guests = dates.neutral_clocks(item.start, *zones, until=until)
    if NEUTRAL in brief.langs or not guests:
        return _clocks(here, guests, NEUTRAL, brief)
    # Nobody who reads the pack need know what a clock is called in English.
    cells = {}
    for lang in brief.langs:
        beside = dates.clocks(item.start, *zones, lang, until=until).guests
        cells[lang] = _clocks("" if cells else here, beside, lang, brief)
    return _spread(cells)


def _end(item: Item, brief: Brief) -> dt.datetime:
    try:
        length = dt.timedelta(minutes=item.minutes)
        return dates.later(item.start, length, brief.visit.particulars.place_zone)
    except OverflowError:
        message = msg(
            "“{name}”: the item ends after the last day there is; shorten it.",
            name=short(item, brief.visit),
        )
        raise BriefError(message).at((item.id, "minutes")) from None


def _spread(cells: dict[Lang, Cell]) -> Cell:
    """Return the cells of languages as one, each paragraph in its language."""
    return tuple(structs.replace(para, lang=lang) for lang, cell in cells.items() for para in cell)


def _own(
    start: dt.datetime, until: dt.datetime | None, zones: tuple[str, str], lang: Lang
) -> tuple[str, str]:
    """Return the times at the place and on the guests' clock, as a language writes them."""
    both = dates.clocks(start, *zones, lang, until=until)
    if both.turned:
        return both.place, both.guests
    here = dates.time_range(start, until, lang) if until else dates.time(start, lang)
    return here, both.guests


def _clocks(here: str, guests: str, lang: Lang, brief: Brief) -> Cell:
    """Return the time at the place and below it that on the guests' clock; on a card, where lines
    are dear, they share one.
    """
    bold, small = (brief.printed(text, lang).replace(" ", NBSP) for text in (here, guests))
    if brief.pack.form == "book":
        return neutral(bold, CELL_TIME, lang=lang) + neutral(small, CELL_SMALL, lang=lang)
    normal, light = _styles(brief)
    first = neutral(bold, structs.replace(normal, family="sans-bold", ink=CELL_TIME.ink), lang=lang)
    second = neutral(small, light, lang=lang)
    if first and second:
        return (Para((*first[0].spans, Span("\u2002", lang, light), *second[0].spans)),)
    return first + second


def _styles(brief: Brief) -> tuple[Style, Style]:
    """Return the styles of what happens and of what is said beside it; a card's are denser."""
    if brief.pack.form == "book":
        return CELL, CELL_SMALL
    size, leading = 8.4 * brief.density, 12.4 * brief.density
    return Style(size=size, leading=leading), Style(size=size * 0.9, leading=leading, ink=GREY)


def _by_language(item: Item, brief: Brief) -> list[Cell]:
    """Return what and where, a cell for each language."""
    together = (
        _what(item, brief)
        if brief.pack.form == "sheet"
        else joined([_what(item, brief), _where(item, brief)])
    )
    return [tuple(para for para in together if para.lang == lang) for lang in brief.langs]


def _what(item: Item, brief: Brief) -> Cell:
    normal, small = _styles(brief)
    title = brief.cell(item.title, normal)
    if brief.pack.form == "book":
        return joined([title, brief.cell(item.detail, small)])
    # On a card the place follows in the same line.
    return tuple(
        structs.replace(
            para,
            spans=(
                *para.spans,
                Span("\u2002", para.lang, small),
                Span(item.place[para.lang], para.lang, small),
            ),
            align="left",
        )
        if para.lang and item.place[para.lang]
        else para
        for para in title
    )


def _where(item: Item, brief: Brief) -> Cell:
    _, small = _styles(brief)
    parts = [
        *brief.cell(item.place, small),
        *_groups(item, brief, small),
        *_kept(item, brief, small),
    ]
    out = []
    for lang in brief.langs:
        spans: list[Span] = []
        for para in parts:
            if para.lang == lang:
                spans += (
                    *((Span(LANGUAGES[lang].punctuation.separator, lang, small),) if spans else ()),
                    *para.spans,
                )
        if spans:
            out.append(Para(tuple(spans), lang))
    return tuple(out)


def _groups(item: Item, brief: Brief, style: Style) -> Cell:
    groups = [group for ident in item.groups if (group := brief.visit.get(Group, ident))]
    if not groups:
        return ()
    return tuple(
        Para(
            (
                Span(
                    LANGUAGES[lang].punctuation.comma.join(group.name[lang] for group in groups),
                    lang,
                    style,
                ),
            ),
            lang,
        )
        for lang in brief.langs
        if all(group.name[lang] for group in groups)
    )


def _kept(item: Item, brief: Brief, style: Style) -> Cell:
    """Return that an item does not move, and who alone reads it where that is more than the guests
    may.
    """
    marks = []
    if item.fixed:
        marks.append(phrase("Fixed time"))
    if not item.readable("guest"):
        marks.append(AUDIENCE[item.audience])
    if not marks:
        return ()
    copper = structs.replace(style, ink=COPPER)
    return tuple(
        Para(
            (
                Span(
                    LANGUAGES[lang].punctuation.separator.join(
                        brief.words[lang](mark) for mark in marks
                    ),
                    lang,
                    copper,
                ),
            ),
            lang,
        )
        for lang in brief.langs
    )
