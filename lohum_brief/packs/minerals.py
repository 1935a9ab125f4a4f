"""Mineral facts: role, uses, recycling, supply, and what the surveys print by country and year."""

from collections import defaultdict
from decimal import Decimal

from lohum_brief.language.countries import country
from lohum_brief.language.numbers import decimal
from lohum_brief.language.phrases import MEASURE
from lohum_brief.language.units import unit_name
from lohum_brief.packs.brief import Brief, neutral
from lohum_brief.typeset.blocks import Block, Cell, Column, Flow, Heading, Para, Row, Table
from lohum_brief.typeset.paragraph import Span
from lohum_brief.typeset.style import BODY, CELL, CELL_BOLD, CELL_SMALL, COPPER, HEAD, SMALL, TITLE_2
from lohum_brief.visit.records import Mineral, Point, Section, Series

_COUNTRIES = 6
_ESTIMATED = "※"


def blocks(section: Section, brief: Brief) -> list[Block]:
    """One part for each mineral: its texts, then its tables."""
    del section
    out: list[Block] = []
    for mineral in brief.visit.of(Mineral):
        out.append(Heading(2, mineral.symbol, brief.cell(mineral.name, TITLE_2), record=mineral.id))
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
        for series in brief.visit.of(Series):
            if series.mineral == mineral.id and series.points:
                out += _series(series, brief)
    return out


def _series(series: Series, brief: Brief) -> list[Block]:
    marks = brief.cite(series.sources)
    title = tuple(
        Para(
            (
                Span(_title(series, brief, lang), lang, CELL_BOLD),
                Span(f"\u2002{unit_name(series.unit, lang)}", lang, CELL_SMALL),
                *((Span("\u00a0" + marks, lang, CELL.mark(), mark=True),) if marks else ()),
            ),
            lang,
        )
        for lang in brief.langs
    )
    out: list[Block] = [Flow(title, keep=True, record=series.id)]
    periods = sorted({point.period for point in series.points})
    places = list(dict.fromkeys(point.place for point in series.points))
    out.append(_by_year(series, periods, brief) if len(places) == 1 else _by_country(series, periods, brief))
    notes = []
    if any(point.estimated for point in series.points):
        notes.append(Flow(_estimated(brief)))
    if series.note:
        notes.append(Flow(brief.cell(series.note, SMALL)))
    return [*out, *notes]


def _title(series: Series, brief: Brief, lang: str) -> str:
    return series.title[lang] or brief.words[lang](MEASURE[series.measure])  # type: ignore[index]


def _estimated(brief: Brief) -> Cell:
    return tuple(
        Para((Span(f"{_ESTIMATED} {brief.words[lang]('estimated')}", lang, SMALL),), lang) for lang in brief.langs
    )


def _by_year(series: Series, periods: list[str], brief: Brief) -> Table:
    """One place over time, such as a price: the years side by side, a second row where they are many."""
    values = {point.period: point for point in series.points}
    shown = periods[-12:]
    head = tuple(neutral(period, HEAD) for period in shown)
    row = Row(tuple(_value(values[period], brief) for period in shown), record=series.id)
    return Table(tuple(Column(1, "right") for _ in shown), head, (row,))


def _by_country(series: Series, periods: list[str], brief: Brief) -> Table:
    """The largest producers of the latest year, the world last; with shares of the world where it is known."""
    table: dict[str, dict[str, Point]] = defaultdict(dict)
    for point in series.points:
        table[point.place][point.period] = point
    latest = periods[-1]
    shown = periods[-2:]

    def size(place: str) -> Decimal:
        point = table[place].get(latest)
        return point.value if point is not None and point.value is not None else Decimal(-1)

    producers = sorted((place for place in table if place not in ("world", "other")), key=size, reverse=True)
    listed = [*producers[:_COUNTRIES], *(place for place in ("world",) if place in table)]
    world = table.get("world", {}).get(latest)
    rows = []
    for place in listed:
        cells: list[Cell] = [_country(place, brief)]
        cells += [_value(table[place][period], brief) if period in table[place] else () for period in shown]
        share = ""
        if place != "world" and world is not None and world.value and size(place) > 0:
            share = decimal(size(place) * 100 / world.value, "en", digits=0) + "%"
        cells.append(neutral(brief.printed(share, brief.langs[0]), CELL, lang=brief.langs[0]))
        rows.append(Row(tuple(cells), record=series.id))
    head = (brief.word("Country", HEAD), *(neutral(_period(period, brief), HEAD) for period in shown))
    share_head = (*head, brief.word("Share", HEAD))
    columns = (Column(0.4), *(Column(0.22, "right") for _ in shown), Column(0.16, "right"))
    return Table(columns, share_head, tuple(rows), row_header=0)


def _period(period: str, brief: Brief) -> str:
    return brief.printed(period, brief.langs[0])


def _country(place: str, brief: Brief) -> Cell:
    """Country names stand side by side in one line, for the rows to stay low."""
    return brief.inline({lang: country(place, lang) for lang in brief.langs}, CELL)


def _value(point: Point, brief: Brief) -> Cell:
    if point.value is None:
        return neutral(point.printed or "–", CELL_SMALL)
    first = brief.langs[0]
    number = Span(brief.printed(decimal(point.value, "en"), first), first, CELL)
    if point.estimated:
        # In front, so that the digits stay aligned at the right.
        return (Para((Span(_ESTIMATED + "\u00a0", "ja", CELL_SMALL._replace(ink=COPPER)), number)),)
    return (Para((number,)),)
