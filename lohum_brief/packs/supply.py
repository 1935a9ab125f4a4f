"""Supply risk at a glance: for each mineral who mines it, who refines it, how concentrated both
are, and the demand.
"""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Flow, Row, Table
from lohum_brief.document.paragraphs import Cell, Span
from lohum_brief.document.style import CELL, CELL_BOLD, CELL_SMALL, HEAD, SMALL
from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.countries import country
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import decimal, integer
from lohum_brief.language.units import quantity, whole_percent
from lohum_brief.packs.brief import NBSP, Brief, neutral
from lohum_brief.visit.concentration import HIGH, Concentration, concentration, latest
from lohum_brief.visit.records import Mineral, Section, Series

_NUMBERS = (2, 3, 5, 6)
"""Columns aligned at the right."""
_MINED, _REFINED = ("mine",), ("refinery", "smelter")
_EXPLAINED = phrase(
    "HHI: Herfindahl–Hirschman index, the sum of the squares of the countries’ shares in per "
    "cent; countries that the source "
    "does not name count as nothing. In bold: above {high}, highly concentrated by the U.S. "
    "merger guidelines of 2023."
)


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return one row for each mineral, and what the index means."""
    del section
    rows = [row for mineral in brief.visit.of(Mineral) if (row := _row(mineral, brief))]
    if not rows:
        return []
    heads = (
        "Mineral",
        "Largest producer",
        "Share",
        "HHI",
        "Largest refiner",
        "Share",
        "HHI",
        "Demand, outlook",
    )
    head = tuple(
        neutral(title, HEAD) if title == "HHI" else brief.head(title, HEAD) for title in heads
    )
    weights = (0.17, 0.2, 0.08, 0.08, 0.2, 0.08, 0.08, 0.15)
    columns = tuple(
        Column(weight, "right" if i in _NUMBERS else "left") for i, weight in enumerate(weights)
    )
    note = {
        lang: brief.words[lang](_EXPLAINED, high=brief.printed(decimal(Decimal(HIGH), lang), lang))
        for lang in brief.langs
    }
    return [
        Table(columns, head, tuple(rows), row_header=0, tight=True, keep=True),
        Flow(tuple(brief.para(note[lang], lang, SMALL) for lang in brief.langs), wide=brief.inset),
    ]


def _row(mineral: Mineral, brief: Brief) -> Row | None:
    series = [one for one in brief.visit.of(Series) if one.mineral == mineral.id]
    mined, refined = _first(series, _MINED), _first(series, _REFINED)
    if mined is None and refined is None:
        return None
    cells: list[Cell] = [brief.cell(mineral.name, CELL_BOLD)]
    for found in (mined, refined):
        if found:
            cells += [_leader(*found, brief), _share(found[1], brief), _index(found[1], brief)]
        else:
            cells += [_nothing(brief), (), ()]
    cells.append(brief.by_page(lambda page: _demand(series, page)))
    return Row(tuple(cells), record=mineral.id)


def _first(
    series: Iterable[Series], measures: tuple[str, ...]
) -> tuple[Series, Concentration] | None:
    for one in series:
        if one.measure in measures and (found := concentration(one)):
            return one, found
    return None


def _leader(series: Series, found: Concentration, brief: Brief) -> Cell:
    marks = brief.cite(series.sources)
    largest = found.shares[0].place
    return tuple(
        brief.para(country(largest, lang), lang, CELL, marks=marks) for lang in brief.langs
    )


def _share(found: Concentration, brief: Brief) -> Cell:
    """Return the share of the largest; beneath, of which year it is."""
    share = brief.alike(
        {lang: whole_percent(found.shares[0].percent, lang) for lang in brief.langs}, CELL
    )
    return share + brief.by_page(
        lambda page: page.shared(dates.as_of(found.period, page.common, months=False), CELL_SMALL)
    )


def _index(found: Concentration, brief: Brief) -> Cell:
    style = CELL_BOLD if found.hhi > HIGH else CELL
    return brief.by_page(lambda page: page.shared(integer(found.hhi, page.common), style))


def _nothing(brief: Brief) -> Cell:
    return brief.by_page(
        lambda page: page.shared(LANGUAGES[page.common].punctuation.nothing, CELL_SMALL)
    )


def _demand(series: list[Series], brief: Brief) -> Cell:
    """Return how many times the latest demand the last year of the first scenario expects, and
    which year and scenario.
    """
    scenario = next((one for one in series if one.measure == "demand" and latest(one)), None)
    found = _expected(scenario) if scenario else None
    if scenario is None or found is None:
        return _nothing(brief)
    factor, base, last = found
    marks = brief.cite(scenario.sources)
    common = brief.common
    years = (dates.as_of(year, common, months=False) for year in (base, last))
    (para,) = brief.shared(_times(factor, common), CELL)
    if marks:
        mark = Span(NBSP + marks, common, CELL.mark(), mark=True)
        para = structs.replace(para, spans=(*para.spans, mark))
    return para, *brief.shared(f"{NBSP}→{NBSP}".join(years), CELL_SMALL)


def _expected(scenario: Series) -> tuple[Decimal, str, str] | None:
    """Return how many times the latest demand the last year has, and both years; None where that
    cannot be told.
    """
    values = {point.period: point.value for point in scenario.points if point.place == "world"}
    base, last = latest(scenario), max(values, default="")
    now, then = values.get(base), values.get(last)
    if not now or then is None or last == base:
        return None
    return then / now, base, last


def _times(factor: Decimal, lang: Lang) -> str:
    if lang == "en":  # as a sign, which reads alike in all languages
        return "×" + decimal(factor, lang, digits=1)
    return quantity(factor, "times", lang, digits=1)
