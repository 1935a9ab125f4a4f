"""Mineral facts: role, uses, recycling, supply, and what the surveys print by country and year."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Flow, Heading, Row, Space, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import (
    BODY,
    CELL,
    CELL_BOLD,
    CELL_SMALL,
    COPPER,
    GREY,
    HEAD,
    SMALL,
    TITLE_2,
)
from lohum_brief.language import dates
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.countries import country
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import decimal, decimals_in_common
from lohum_brief.language.phrases import MEASURE, SURVEY
from lohum_brief.language.units import quantity, unit_name, whole_percent
from lohum_brief.packs import charts
from lohum_brief.packs.brief import Brief
from lohum_brief.visit.concentration import concentration, is_quantity
from lohum_brief.visit.records import Mineral, Point, Section, Series

_COUNTRIES, _HOLDERS = 5, 1
"""Rows of a table: the largest producers, one less in each of two tables, and who has the largest
reserves besides.
"""
_NO_COUNTRY = ("world", "other")
_PRODUCED = ("mine", "smelter")
_SHOWN = (*_PRODUCED, "reserves", "price")
_GAP = 8.0
"""Points between columns."""
_ESTIMATED = "※"


def blocks(section: Section, brief: Brief) -> list[Block]:
    """One part for each mineral: its texts, its charts, then tables of what these do not show."""
    drawn = charts.of(section, brief)
    out: list[Block] = []
    for mineral in brief.visit.of(Mineral):
        title = brief.cell(mineral.name, TITLE_2)
        out.append(Heading(2, mineral.symbol, title, record=mineral.id, whole=not brief.landscape))
        marks = brief.cite(mineral.sources)
        labelled = (
            ("Role in batteries", mineral.role),
            ("Uses", mineral.uses),
            ("Recycling", mineral.recycling),
            ("Supply", mineral.supply),
        )
        out += [
            Flow(brief.cell(text, BODY, marks=marks, label=label), record=mineral.id)
            for label, text in labelled
            if text
        ]
        own = [chart for chart in drawn if chart.mineral == mineral.id]
        for chart in own:
            out += charts.blocks(chart, brief)
        seen = {ident for chart in own for ident in chart.series}
        out += _refining(mineral, seen, brief)
        paired = _paired([series for series in _tables(mineral, brief) if series.id not in seen])
        countries = (
            _COUNTRIES if sum(_by_places(series) for series, _ in paired) < 2 else _COUNTRIES - 1
        )
        countries -= 2 if own else 0  # so that the page holds them all
        said: set[Cell] = set()
        for series, reserves in paired:
            out += _series(series, reserves, countries, said, brief)
    return out


def _refining(mineral: Mineral, seen: set[str], brief: Brief) -> list[Block]:
    """Who refines, in a line: the largest with their shares of the world; nothing where a chart has
    been seen that says so.
    """
    series = next(
        (
            one
            for one in brief.visit.of(Series)
            if one.mineral == mineral.id and one.measure == "refinery"
        ),
        None,
    )
    found = concentration(series) if series else None
    if series is None or found is None or series.id in seen:
        return []
    marks = brief.cite(series.sources)
    said = []
    for lang in brief.langs:
        year, what = dates.as_of(found.period, lang, months=False), brief.words[lang]("Refining")
        shares = [
            (country(share.place, lang), whole_percent(share.percent, lang))
            for share in found.shares[:3]
        ]
        own = LANGUAGES[lang]
        label, joint = what + own.punctuation.aside(year), own.numbers.joint
        text = (
            own.punctuation.comma.join(joint.join(share) for share in shares) + own.punctuation.stop
        )
        said.append(brief.para(text, lang, BODY, marks=marks, label=brief.printed(label, lang)))
    return [Flow(tuple(said), record=series.id)]


def _tables(mineral: Mineral, brief: Brief) -> list[Series]:
    """The series of a sheet: of what one mines, holds and pays the first each."""
    first: dict[str, Series] = {}
    for series in brief.visit.of(Series):
        if series.mineral == mineral.id and series.points and series.measure in _SHOWN:
            first.setdefault(series.measure, series)
    return list(first.values())


def _paired(tables: list[Series]) -> list[tuple[Series, Series | None]]:
    """Each series, the reserves of one edition beside the first production that counts the same: a
    column of its table.
    """
    reserves = next(
        (
            one
            for one in tables
            if one.measure == "reserves" and len({point.period for point in one.points}) == 1
        ),
        None,
    )
    produced = next(
        (
            one
            for one in tables
            if reserves and one.measure in _PRODUCED and one.unit == reserves.unit
        ),
        None,
    )
    beside = {produced.id: reserves} if produced else {}
    return [(one, beside.get(one.id)) for one in tables if one is not reserves or not produced]


def _by_places(series: Series) -> bool:
    return len({point.place for point in series.points}) > 1


def _series(
    series: Series, reserves: Series | None, countries: int, said: set[Cell], brief: Brief
) -> list[Block]:
    # Above its table, whose left edge is the page's, wherever the text stands.
    title = _title(series, reserves, brief)
    out: list[Block] = [Space(1), Flow(title, keep=True, wide=brief.inset, record=series.id)]
    periods = sorted({point.period for point in series.points})
    by_country = _by_places(series)
    tables = (
        [_by_country(series, periods, reserves, countries, brief)]
        if by_country
        else _by_year(series, periods, brief)
    )
    note = _note(series, reserves, said, tables, brief)
    if note:
        tables[-1] = structs.replace(tables[-1], keep=True)
    out += tables
    return [*out, Flow(note, wide=brief.inset)] if note else out


def _title(series: Series, reserves: Series | None, brief: Brief) -> Cell:
    """What the table shows and its unit, which begins a line of its own where it would be parted at
    a line's end.
    """
    marks = brief.cite([*series.sources, *(reserves.sources if reserves else ())])
    mark = "\u00a0" + marks if marks else ""

    def para(lang: Lang, between: str) -> Para:
        title = Span(
            brief.printed(series.title[lang] or brief.words[lang](MEASURE[series.measure]), lang),
            lang,
            CELL_BOLD,
        )
        unit = Span(between + unit_name(series.unit, lang), lang, structs.replace(CELL, ink=GREY))
        return Para(
            (title, unit, *((Span(mark, lang, CELL.mark(), mark=True),) if mark else ())), lang
        )

    out = []
    for lang in brief.langs:
        on, apart = para(lang, "\u2002"), para(lang, "\n")
        lines = brief.ruler.lines(on, brief.column)
        out.append(apart if 1 < lines == brief.ruler.lines(apart, brief.column) else on)
    return tuple(out)


def _note(
    series: Series, reserves: Series | None, said: set[Cell], tables: list[Table], brief: Brief
) -> Cell:
    """What the marks in its tables mean, and what the author says of the series and the reserves,
    in one paragraph.

    What a note above the same mineral's tables has `said` is not said again.
    """
    parts: list[Cell] = []
    if any(point.estimated for point in series.points):
        words = {
            lang: f"{_ESTIMATED}\u00a0{brief.words[lang]('estimated')}" for lang in brief.langs
        }
        parts.append(tuple(Para((Span(words[lang], lang, SMALL),), lang) for lang in brief.langs))
    shown = {
        para.text for table in tables for row in table.rows for cell in row.cells for para in cell
    }
    if marks := [mark for mark in SURVEY if mark in shown]:
        parts.append(tuple(_explained(marks, lang, brief) for lang in brief.langs))
    if series.note:
        parts.append(brief.cell(series.note, SMALL))
    if reserves and not all(
        _sentences(reserves.note[lang]) <= _sentences(series.note[lang]) for lang in brief.langs
    ):
        parts.append(brief.cell(reserves.note, SMALL, label=MEASURE["reserves"]))
    parts = [part for part in parts if part not in said]
    said.update(parts)
    out = []
    for paras in zip(*parts, strict=True):
        lang, align = paras[0].lang, paras[-1].align
        spans = [span for para in paras for span in (Span("\u2003", lang, SMALL), *para.spans)]
        out.append(Para(tuple(spans[1:]), lang, align))
    return tuple(out)


def _explained(marks: Iterable[str], lang: Lang, brief: Brief) -> Para:
    stop = LANGUAGES[lang].punctuation.colon
    told = [mark + stop + brief.words[lang](SURVEY[mark]) for mark in marks]
    return brief.para(LANGUAGES[lang].punctuation.comma.join(told), lang, SMALL)


def _sentences(text: str) -> set[str]:
    return {*re.split(r"(?<=[.।。])\s*", text)} - {""}


def _by_year(series: Series, periods: list[str], brief: Brief) -> list[Table]:
    """One place over time, such as a price: the years side by side, in as many tables as their
    numbers need.
    """
    values = {point.period: point for point in series.points}
    shown = periods[-12:]
    digits = _digits(values[period] for period in shown)
    cells = [
        cell
        for period in shown
        for cell in (
            _year(values[period], brief),
            _value(values[period], digits, brief, mark=False),
        )
    ]
    widest = max(brief.ruler.width(para) for cell in cells for para in cell) + 0.5
    fit = max(1, int((brief.width + _GAP) // (widest + _GAP)))
    tables = -(-len(shown) // fit)
    each = -(-len(shown) // tables)
    out: list[Table] = []
    for start in range(0, len(shown), each):
        part = shown[start : start + each]
        rest: list[Cell] = [()] * (each - len(part))
        head = (*(_year(values[period], brief) for period in part), *rest)
        row = Row(
            (*(_value(values[period], digits, brief, mark=False) for period in part), *rest),
            record=series.id,
        )
        out.append(Table(tuple(Column(1, "right") for _ in range(each)), head, (row,), tight=True))
    return out


def _year(point: Point, brief: Brief) -> Cell:
    """The year, marked where its value is estimated: the narrow column has no room for the mark
    beside the value.
    """
    signs = (_mark(),) if point.estimated else ()
    return tuple(
        structs.replace(para, spans=(*signs, *para.spans)) for para in _dated(point.period, brief)
    )


def _dated(period: str, brief: Brief) -> Cell:
    return brief.by_page(lambda page: page.shared(_period(period, page), HEAD))


def _mark() -> Span:
    return Span(_ESTIMATED + "\u00a0", READ, structs.replace(CELL_SMALL, size=6.4, ink=COPPER))


def _by_country(
    series: Series, periods: list[str], reserves: Series | None, countries: int, brief: Brief
) -> Table:
    """The largest producers of the latest year, the world last; with shares of the world, and
    reserves, where known.
    """
    table: dict[str, dict[str, Point]] = defaultdict(dict)
    for point in series.points:
        table[point.place][point.period] = point
    latest = periods[-1]
    shown = periods[-2:]
    stock = {point.place: point for point in reserves.points} if reserves else {}

    def size(place: str) -> Decimal:
        return _size(table[place].get(latest))

    producers = sorted(
        (place for place in table if place not in _NO_COUNTRY), key=size, reverse=True
    )[:countries]
    holders = sorted(
        (
            place
            for place in stock
            if place not in (*_NO_COUNTRY, *producers) and stock[place].value
        ),
        key=lambda place: _size(stock[place]),
        reverse=True,
    )[:_HOLDERS]
    world = table.get("world", {}).get(latest)
    places = [*producers, *holders, *(place for place in ("world",) if place in table)]
    digits = {
        period: _digits(table[place][period] for place in places if period in table[place])
        for period in shown
    }
    stocked = _digits(stock[place] for place in places if place in stock)
    counted = is_quantity(series)
    rows = []
    for place in places:
        cells: list[Cell] = [_country(place, brief)]
        cells += [
            _value(table[place][period], digits[period], brief) if period in table[place] else ()
            for period in shown
        ]
        share: Cell = brief.shared("", CELL)
        if place != "world" and world is not None and world.value and size(place) > 0:
            part = size(place) * 100 / world.value
            share = brief.alike({lang: whole_percent(part, lang) for lang in brief.langs}, CELL)
        cells += [share] if counted else []
        if reserves:
            cells.append(_value(stock[place], stocked, brief) if place in stock else ())
        rows.append(Row(tuple(cells), record=series.id))
    head = [_inline("Country", brief), *(_dated(period, brief) for period in shown)]
    columns = [Column(0.38), *(Column(0.15, "right") for _ in shown)]
    if counted:
        head.append(_inline("Share", brief))
        columns.append(Column(0.14, "right"))
    if reserves:
        head.append(_inline(MEASURE["reserves"], brief))
        columns.append(Column(0.18, "right"))
    return Table(tuple(columns), tuple(head), tuple(rows), row_header=0, tight=True)


def _size(point: Point | None) -> Decimal:
    return point.value if point is not None and point.value is not None else Decimal(-1)


def _inline(phrase: str, brief: Brief) -> Cell:
    return brief.inline({lang: brief.words[lang](phrase) for lang in brief.langs}, HEAD)


def _period(period: str, brief: Brief) -> str:
    return brief.printed(dates.as_of(period, brief.common, months=False), brief.common)


def _digits(points: Iterable[Point]) -> int:
    return decimals_in_common(point.value for point in points if point.value is not None)


def _country(place: str, brief: Brief) -> Cell:
    """Country names stand side by side in one line, for the rows to stay low."""
    return brief.inline({lang: country(place, lang) for lang in brief.langs}, CELL)


def _value(point: Point, digits: int, brief: Brief, *, mark: bool = True) -> Cell:
    return brief.by_page(lambda page: _number(point, digits, page, mark=mark))


def _number(point: Point, digits: int, brief: Brief, *, mark: bool) -> Cell:
    """Return the number, or what the survey prints in its place: in the words of a pack's only
    language.
    """
    if point.value is None:
        if brief.one and point.printed in SURVEY:
            return brief.word(SURVEY[point.printed], CELL_SMALL)
        return brief.shared(
            point.printed or LANGUAGES[brief.common].punctuation.nothing, CELL_SMALL
        )
    # Where a survey knows only a lower limit it says so.
    if point.printed.startswith(">"):
        forms = {
            lang: quantity(point.value, "", lang, about="more than", digits=digits)
            for lang in brief.langs
        }
        said = brief.alike(forms, CELL)
        signs = (_mark(),) if point.estimated and mark else ()
        return tuple(structs.replace(para, spans=signs + para.spans) for para in said)
    text = decimal(point.value, brief.common, digits=digits)
    number = Span(brief.printed(text, brief.common), brief.common, CELL)
    if point.estimated and mark:
        # In front, so that the digits stay aligned at the right.
        return (Para((_mark(), number)),)
    return (Para((number,)),)
