"""Mineral facts: role, uses, recycling, supply, and what the surveys print by country and year."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

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
from lohum_brief.document.tracks import GAP
from lohum_brief.language import dates
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.countries import country
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import decimal, decimals_in_common, kept
from lohum_brief.language.phrases import MEASURE, SURVEY
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import quantity, unit_name, whole_percent
from lohum_brief.packs import charts
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.columns import pointed
from lohum_brief.visit.concentration import concentration, is_quantity
from lohum_brief.visit.records import Mineral, Point, Section, Series
from lohum_brief.visit.text import Text

_COUNTRIES, _HOLDERS = 5, 1
"""Rows of a table: the largest producers, one less in each of two tables, and who has the largest
reserves besides.
"""
_NO_COUNTRY = ("world", "other")
_PRODUCED = ("mine", "smelter")
_SHOWN = (*_PRODUCED, "reserves", "price")
_ESTIMATED = "※"


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return one part for each mineral: its texts, its charts, then tables of what these do not
    show.
    """
    drawn = charts.of(section, brief)
    out: list[Block] = []
    for mineral in brief.visit.of(Mineral):
        out += _texts(mineral, brief)
        own = [chart for chart in drawn if chart.mineral == mineral.id]
        for chart in own:
            out += charts.blocks(chart, brief)
        seen = {ident for chart in own for ident in chart.series}
        out += _refining(mineral, seen, brief)
        out += _unseen(mineral, seen, brief, drawn=bool(own))
    return out


def _texts(mineral: Mineral, brief: Brief) -> Iterator[Block]:
    title = brief.cell(mineral.name, TITLE_2)
    yield Heading(2, mineral.symbol, title, record=mineral.id, whole=not brief.landscape)
    marks = brief.cite(mineral.sources)
    for label, text in (
        ("Role in batteries", mineral.role),
        ("Uses", mineral.uses),
        ("Recycling", mineral.recycling),
        ("Supply", mineral.supply),
    ):
        if text:
            yield Flow(brief.cell(text, BODY, marks=marks, label=label), record=mineral.id)


def _unseen(mineral: Mineral, seen: set[str], brief: Brief, *, drawn: bool) -> Iterator[Block]:
    """Yield tables of the series that no chart shows."""
    paired = _paired([series for series in _tables(mineral, brief) if series.id not in seen])
    several = sum(_by_places(series) for series, _ in paired) > 1
    countries = _COUNTRIES - 1 if several else _COUNTRIES
    countries -= 2 if drawn else 0  # so that the page holds them all
    said: set[Cell] = set()
    for series, reserves in paired:
        yield from _series(series, reserves, countries, said, brief)


def _refining(mineral: Mineral, seen: set[str], brief: Brief) -> list[Block]:
    """Return who refines, in a line: the largest with their shares of the world; nothing where a
    chart has been seen that says so.
    """
    refined = (
        series
        for series in brief.visit.of(Series)
        if series.mineral == mineral.id and series.measure == "refinery"
    )
    series = next(refined, None)
    if series is None or series.id in seen or (found := concentration(series)) is None:
        return []
    marks = brief.cite(series.sources)
    said = []
    for lang in brief.langs:
        year, what = dates.as_of(found.period, lang, months=False), brief.words[lang]("Refining")
        own = LANGUAGES[lang]
        label = what + own.punctuation.aside(year)
        shares = (
            country(share.place, lang) + own.numbers.joint + whole_percent(share.percent, lang)
            for share in found.shares[:3]
        )
        text = own.punctuation.comma.join(shares) + own.punctuation.stop
        said.append(brief.para(text, lang, BODY, marks=marks, label=brief.printed(label, lang)))
    return [Flow(tuple(said), record=series.id)]


def _tables(mineral: Mineral, brief: Brief) -> list[Series]:
    """Return the series of a sheet: of what one mines, holds and pays the first each."""
    first: dict[str, Series] = {}
    for series in brief.visit.of(Series):
        if series.mineral == mineral.id and series.points and series.measure in _SHOWN:
            first.setdefault(series.measure, series)
    return list(first.values())


def _paired(tables: list[Series]) -> list[tuple[Series, Series | None]]:
    """Return each series, the reserves of one edition beside the first production that counts the
    same: a column of its table.
    """
    reserves = next((one for one in tables if _is_stock(one)), None)
    produced = next((one for one in tables if reserves and _counts_alike(one, reserves)), None)
    beside = {produced.id: reserves} if produced else {}
    return [(one, beside.get(one.id)) for one in tables if one is not reserves or not produced]


def _is_stock(series: Series) -> bool:
    """Return whether it has the reserves of one edition."""
    return series.measure == "reserves" and len({point.period for point in series.points}) == 1


def _counts_alike(series: Series, reserves: Series) -> bool:
    return series.measure in _PRODUCED and series.unit == reserves.unit


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
    """Return what the table shows and its unit, which begins a line of its own where it would be
    parted at a line's end.
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
    """Return what the marks in its tables mean, and what the author says of the series and the
    reserves, in one paragraph.

    What a note above the same mineral's tables has `said` is not said again.
    """
    parts = [part for part in _said_of(series, reserves, tables, brief) if part not in said]
    said.update(parts)
    out = []
    for paras in zip(*parts, strict=True):
        lang, align = paras[0].lang, paras[-1].align
        spans = [span for para in paras for span in (Span("\u2003", lang, SMALL), *para.spans)]
        out.append(Para(tuple(spans[1:]), lang, align))
    return tuple(out)


def _said_of(
    series: Series, reserves: Series | None, tables: list[Table], brief: Brief
) -> Iterator[Cell]:
    """Yield the parts of a note."""
    if any(point.estimated for point in series.points):
        yield tuple(_estimated(lang, brief) for lang in brief.langs)
    if marks := _shown_marks(tables):
        yield tuple(_explained(marks, lang, brief) for lang in brief.langs)
    if series.note:
        yield brief.cell(series.note, SMALL)
    if reserves and not _is_repeated(reserves.note, series.note, brief):
        yield brief.cell(reserves.note, SMALL, label=MEASURE["reserves"])


def _estimated(lang: Lang, brief: Brief) -> Para:
    return Para((Span(f"{_ESTIMATED}\u00a0{brief.words[lang]('estimated')}", lang, SMALL),), lang)


def _shown_marks(tables: list[Table]) -> list[str]:
    """Return the marks of surveys that stand in tables."""
    shown = {
        para.text for table in tables for row in table.rows for cell in row.cells for para in cell
    }
    return [mark for mark in SURVEY if mark in shown]


def _is_repeated(note: Text, other: Text, brief: Brief) -> bool:
    """Return whether the other says all sentences of a note."""
    return all(_sentences(note[lang]) <= _sentences(other[lang]) for lang in brief.langs)


def _explained(marks: Iterable[str], lang: Lang, brief: Brief) -> Para:
    stop = LANGUAGES[lang].punctuation.colon
    told = [mark + stop + brief.words[lang](SURVEY[mark]) for mark in marks]
    return brief.para(LANGUAGES[lang].punctuation.comma.join(told), lang, SMALL)


def _sentences(text: str) -> set[str]:
    return {*re.split(r"(?<=[.।。])\s*", text)} - {""}


def _by_year(series: Series, periods: list[str], brief: Brief) -> list[Table]:
    """Return one place over time, such as a price: the years side by side, in as many tables as
    their numbers need.
    """
    values = {point.period: point for point in series.points}
    shown = [values[period] for period in periods[-12:]]
    digits = _digits(shown)
    columns = [(_year(point, brief), _value(point, digits, brief, mark=False)) for point in shown]
    widest = _widest([cell for pair in columns for cell in pair], brief) + 0.5
    fit = max(1, int((brief.width + GAP) // (widest + GAP)))
    tables = -(-len(shown) // fit)
    each = -(-len(shown) // tables)
    return [
        _years(columns[start : start + each], each, series) for start in range(0, len(shown), each)
    ]


def _widest(cells: Iterable[Cell], brief: Brief) -> float:
    return max(brief.ruler.width(para) for cell in cells for para in cell)


def _years(columns: list[tuple[Cell, Cell]], count: int, series: Series) -> Table:
    """Return years over their values, in so many columns."""
    rest: list[Cell] = [()] * (count - len(columns))
    head = (*(year for year, _ in columns), *rest)
    row = Row((*(value for _, value in columns), *rest), record=series.id)
    return Table(
        tuple(Column(1, "right", fixed=True) for _ in range(count)), head, (row,), tight=True
    )


def _year(point: Point, brief: Brief) -> Cell:
    """Return the year, marked where its value is estimated: the narrow column has no room for the
    mark beside the value.
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
    """Return the largest producers of the latest year, the world last; with shares of the world,
    and reserves, where known.
    """
    stock = {point.place: point for point in reserves.points} if reserves else {}
    last = _in_period(series, periods[-1])
    produced = {point.place: last.get(point.place) for point in series.points}
    places = _places(produced, stock, countries)
    columns = [
        (_dated(period, brief), 0.15, _numbers(places, _in_period(series, period), brief))
        for period in periods[-2:]
    ]
    if is_quantity(series) and any(_part(place, last) for place in places):
        columns.append((_inline("Share", brief), 0.14, _shares(places, last, brief)))
    if reserves:
        named = _inline(MEASURE["reserves"], brief)
        columns.append((named, 0.18, _numbers(places, stock, brief)))
    heads, widths, cells = zip(*columns, strict=True)
    return Table(
        (Column(0.38), *(Column(width, "right") for width in widths)),
        (_inline("Country", brief), *heads),
        tuple(
            Row((_country(place, brief), *row), record=series.id)
            for place, row in zip(places, zip(*cells, strict=True), strict=True)
        ),
        row_header=0,
        tight=True,
    )


def _in_period(series: Series, period: str) -> dict[str, Point]:
    """Return the points of a period by their places."""
    return {point.place: point for point in series.points if point.period == period}


def _places(
    produced: dict[str, Point | None], stock: dict[str, Point], countries: int
) -> list[str]:
    """Return the largest producers, who has the largest reserves besides, and the world."""
    ranked = _ranked(produced)
    producers = [place for place in ranked if place not in _NO_COUNTRY][:countries]
    known = (*_NO_COUNTRY, *producers)
    holders = [place for place in _ranked(stock) if place not in known and stock[place].value]
    world = [place for place in ("world",) if place in produced]
    return [*producers, *holders[:_HOLDERS], *world]


def _ranked(points: Mapping[str, Point | None]) -> list[str]:
    return sorted(points, key=lambda place: _size(points[place]), reverse=True)


def _numbers(places: list[str], points: Mapping[str, Point], brief: Brief) -> list[Cell]:
    """Return a column of values; empty where a place has none."""
    digits = _digits(points[place] for place in places if place in points)
    cells = [_value(points[place], digits, brief) if place in points else () for place in places]
    return pointed(cells, "right", first=False)


def _shares(places: list[str], points: Mapping[str, Point], brief: Brief) -> list[Cell]:
    """Return a column of shares of the world, where both are known."""
    cells: list[Cell] = []
    for place in places:
        part = _part(place, points)
        if part is None:
            cells.append(brief.shared("", CELL))
        else:
            forms = {lang: whole_percent(part, lang) for lang in brief.langs}
            cells.append(brief.alike(forms, CELL))
    return cells


def _part(place: str, points: Mapping[str, Point]) -> Decimal | None:
    """Return what percentage of the world a place has; None where either is not known."""
    world, size = points.get("world"), _size(points.get(place))
    whole = world.value if world is not None else None
    return None if place == "world" or not whole or size <= 0 else size * 100 / whole


def _size(point: Point | None) -> Decimal:
    return point.value if point is not None and point.value is not None else Decimal(-1)


def _inline(phrase: str, brief: Brief) -> Cell:
    return brief.inline({lang: brief.words[lang](phrase) for lang in brief.langs}, HEAD)


def _period(period: str, brief: Brief) -> str:
    return brief.printed(dates.as_of(period, brief.common, months=False), brief.common)


def _digits(points: Iterable[Point]) -> int:
    return decimals_in_common(point.value for point in points if point.value is not None)


def _country(place: str, brief: Brief) -> Cell:
    """Return the names of a country, which stand side by side in one line, for the rows to
    stay low.
    """
    return brief.inline({lang: country(place, lang) for lang in brief.langs}, CELL)


def _value(point: Point, digits: int, brief: Brief, *, mark: bool = True) -> Cell:
    return brief.by_page(lambda page: _number(point, digits, page, mark=mark))


_SIGNS: Final[tuple[tuple[str, About], ...]] = (
    *((sign, "at least") for sign in ("≥", ">=", "≧")),
    *((sign, "at most") for sign in ("≤", "<=", "≦")),
    (">", "more than"),
)


def _limit(printed: str) -> About:
    return next((about for sign, about in _SIGNS if printed.startswith(sign)), "")


def _number(point: Point, digits: int, brief: Brief, *, mark: bool) -> Cell:
    """Return the number, or what the survey prints in its place: in the words of a pack's only
    language.
    """
    if point.value is None:
        if brief.one and point.printed in SURVEY:
            return brief.word(SURVEY[point.printed], CELL_SMALL)
        nothing = LANGUAGES[brief.common].punctuation.nothing
        return brief.shared(point.printed or nothing, CELL_SMALL)
    # In front, so that the digits stay aligned at the right.
    signs = (_mark(),) if point.estimated and mark else ()
    digits = kept(point.value, digits)
    # Where a survey knows only a limit it says so.
    if about := _limit(point.printed):
        forms = {
            lang: quantity(point.value, "", lang, about=about, digits=digits)
            for lang in brief.langs
        }
        said = brief.alike(forms, CELL)
        return tuple(structs.replace(para, spans=signs + para.spans) for para in said)
    text = decimal(point.value, brief.common, digits=digits)
    number = Span(brief.printed(text, brief.common), brief.common, CELL)
    return (Para((*signs, number)),)
