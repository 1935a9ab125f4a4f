"""The timed programme, on two clocks where the guests' is another."""

import datetime as dt
from itertools import groupby

from msgspec import structs

from lohum_brief.errors import BriefError
from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase, say
from lohum_brief.language.codes import Lang
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.packs.brief import SPECIMEN_PROGRAMME, Brief, joined, neutral
from lohum_brief.typeset.blocks import Block, Cell, Column, Heading, Para, Row, Table
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.style import CELL, CELL_SMALL, CELL_TIME, COPPER, GREY, HEAD, TITLE_2, Style
from lohum_brief.visit.called import short
from lohum_brief.visit.records import Group, Item, Section


def blocks(section: Section, brief: Brief) -> list[Block]:
    """A table for each day: time, what happens, where; a column for each language where they stand side by side."""
    del section
    items = sorted(brief.visit.of(Item), key=lambda item: item.start)
    out: list[Block] = []
    days = [(day, list(group)) for day, group in groupby(items, key=lambda item: item.start.date())]
    for day, listed in days:
        if len(days) > 1:
            title = tuple(
                Para((Span(brief.printed(dates.date(day, lang, weekday=True), lang), lang, TITLE_2),), lang)
                for lang in brief.langs
            )
            out.append(Heading(2, "", title, wide=brief.inset))
        out.append(_day(listed, brief))
    return out


def _day(items: list[Item], brief: Brief) -> Table:
    flags = [frozenset({SPECIMEN_PROGRAMME}) if item.specimen else frozenset() for item in items]
    share, _, _ = _styles(brief)
    if brief.pack.layout == "parallel":
        head: tuple[Cell, ...] = (
            brief.word("Time", HEAD)[:1],
            *((para,) for para in brief.word("Programme", HEAD)),
        )
        columns: tuple[Column, ...] = (Column(share), *(Column(1) for _ in brief.langs))
        rows: list[tuple[Cell, ...]] = [(_time(item, brief), *_by_language(item, brief)) for item in items]
    else:
        time = brief.inline({lang: brief.words[lang]("Time") for lang in brief.langs}, HEAD)
        head = (time, brief.inline({lang: brief.words[lang]("Programme") for lang in brief.langs}, HEAD))
        columns = (Column(share * 1.6), Column(1.7))
        rows = [(_time(item, brief), _what(item, brief)) for item in items]
        if brief.pack.form == "book":
            head = (brief.word("Time", HEAD), brief.word("Programme", HEAD), brief.word("Place", HEAD))
            columns = (*columns, Column(1.0))
            rows = [(*row, _where(item, brief)) for row, item in zip(rows, items, strict=True)]
    return Table(
        columns,
        head,
        tuple(Row(row, flag, item.id) for row, flag, item in zip(rows, flags, items, strict=True)),
        row_header=0,
        tight=brief.pack.form == "sheet",
    )


def _time(item: Item, brief: Brief) -> Cell:
    """From – to at the place, and below it on the guests' clock; in each language where another day has to be said."""
    zones = brief.visit.particulars.place_zone, brief.visit.particulars.guest_zone
    try:
        end = item.start + dt.timedelta(minutes=item.minutes)
    except OverflowError:
        message = say("“{name}”: the item ends after the last day there is; shorten it.", name=short(item, brief.visit))
        raise BriefError(message).at((item.id, "minutes")) from None
    until = end if item.minutes else None
    written = {lang: dates.clocks(item.start, *zones, lang, until=until) for lang in ("en", *brief.langs)}
    here = {
        lang: dates.time_range(item.start, until, lang) if until else dates.time(item.start, lang) for lang in written
    }
    first = brief.langs[0]
    if written["en"].one_day:
        return _clocks(here["en"], written["en"].guests, first, brief)
    once = end.date() == item.start.date()
    cells = {
        lang: _clocks("" if once and lang != first else here["en" if once else lang], written[lang].guests, lang, brief)
        for lang in brief.langs
    }
    return tuple(structs.replace(para, lang=lang) for lang, cell in cells.items() for para in cell)


def _clocks(here: str, guests: str, lang: Lang, brief: Brief) -> Cell:
    """The time at the place and that on the guests' clock, below or on a card behind one another."""
    bold, small = brief.printed(here, lang), brief.printed(guests, lang)
    if brief.pack.form == "book":
        return neutral(bold, CELL_TIME, lang=lang) + neutral(small, CELL_SMALL, lang=lang)
    _, normal, light = _styles(brief)
    spans = [
        *((Span(bold, lang, structs.replace(normal, family="sans-bold", ink=CELL_TIME.ink)),) if bold else ()),
        *((Span("\u2002" * bool(bold) + small, lang, light),) if small else ()),
    ]
    return (Para(tuple(spans)),)


def _styles(brief: Brief) -> tuple[float, Style, Style]:
    """The share of a language's column or so that time takes, and the styles of the text; a card's are denser."""
    if brief.pack.form == "book":
        return 0.35, CELL, CELL_SMALL
    size, leading = 8.4 * brief.density, 12.4 * brief.density
    return (
        (0.3 + 0.1 * len(brief.langs)) * max(brief.density, 1.0),
        Style(size=size, leading=leading),
        Style(size=size * 0.9, leading=leading, ink=GREY),
    )


def _by_language(item: Item, brief: Brief) -> list[Cell]:
    """What and where, a cell for each language."""
    together = _what(item, brief) if brief.pack.form == "sheet" else joined([_what(item, brief), _where(item, brief)])
    return [tuple(para for para in together if para.lang == lang) for lang in brief.langs]


def _what(item: Item, brief: Brief) -> Cell:
    _, normal, small = _styles(brief)
    title = brief.cell(item.title, normal)
    if brief.pack.form == "book":
        return joined([title, brief.cell(item.detail, small)])
    # On a card the place follows in the same line.
    return tuple(
        structs.replace(
            para, spans=(*para.spans, Span(f"\u2002{item.place[para.lang]}", para.lang, small)), align="left"
        )
        if para.lang and item.place[para.lang]
        else para
        for para in title
    )


def _where(item: Item, brief: Brief) -> Cell:
    _, _, small = _styles(brief)
    parts = [*brief.cell(item.place, small), *_groups(item, brief, small), *_kept(item, brief, small)]
    out = []
    for lang in brief.langs:
        spans: list[Span] = []
        for para in parts:
            if para.lang == lang:
                spans += (*((Span(" · ", lang, small),) if spans else ()), *para.spans)
        if spans:
            out.append(Para(tuple(spans), lang))
    return tuple(out)


def _groups(item: Item, brief: Brief, style: Style) -> Cell:
    groups = [group for ident in item.groups if (group := brief.visit.get(Group, ident))]
    if not groups:
        return ()
    return tuple(
        Para((Span(("、" if lang == "ja" else ", ").join(group.name[lang] for group in groups), lang, style),), lang)
        for lang in brief.langs
        if all(group.name[lang] for group in groups)
    )


def _kept(item: Item, brief: Brief, style: Style) -> Cell:
    """That an item does not move, and who alone reads it where that is more than the guests may."""
    marks = []
    if item.fixed:
        marks.append(phrase("Fixed time"))
    if not item.readable("guest"):
        marks.append(AUDIENCE[item.audience])
    if not marks:
        return ()
    copper = structs.replace(style, ink=COPPER)
    return tuple(
        Para((Span(" · ".join(brief.words[lang](mark) for mark in marks), lang, copper),), lang) for lang in brief.langs
    )
