"""Charts of series: places side by side, shares of the world, lines over time."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any, Final, NamedTuple

from lohum_brief.charts.chart import ESTIMATED, Chart, Row, Words
from lohum_brief.charts.frames import (
    Aligned,
    aligned,
    beyond,
    countries,
    leaders,
    listed,
    points,
    ranked,
    shares,
)
from lohum_brief.charts.naming import begun, country, named, symbol, translated
from lohum_brief.charts.periods import printed, times
from lohum_brief.charts.tones import Tone, beside, tone_of
from lohum_brief.charts.written import OVER_TIME
from lohum_brief.language.codes import LANGS
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import NBSP, integer
from lohum_brief.language.phrases import MEASURE
from lohum_brief.visit.concentration import NO_COUNTRY, Concentration, concentration
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.records import Mineral, Series
from lohum_brief.visit.visit import Visit

_MOST: Final = 5
"""Countries in a chart of shares that names none."""


def chart(record: Record, found: Sequence[Series], visit: Visit) -> Chart | None:
    """Return the chart of these series, which all have points.

    None where none of them is of a period that the record names.
    """
    periods = _periods(record, found)
    if not periods:
        return None
    if record.form == "multiples":
        return _multiples(record, found, visit)
    if record.form in OVER_TIME:
        return _lines(record, found, periods, visit)
    if record.form == "share" and len(found) > 1:
        return _shares(record, found, visit)
    return _by_place(record, found, visit)


def _multiples(record: Record, found: Sequence[Series], visit: Visit) -> Chart:
    lines = _lines_of(record, found, visit)
    table = _by_period([line.series for line in lines], [line.place for line in lines])
    panels = [_panel(record, line, table, number, visit) for number, line in enumerate(lines)]
    units = {row.unit for row in panels}
    return begun(record, units.pop() if len(units) == 1 else "", (), panels)


def _periods(record: Record, found: Sequence[Series]) -> list[str]:
    """Return the periods that the record names, else all in which something is known.

    Where nothing is known, return all that there are.
    """
    told = [point for series in found for point in series.points]
    known = {point.period for point in told}
    if record.periods:
        return [period for period in record.periods if period in known]
    return sorted({point.period for point in told if point.value is not None} or known)


def _by_period(found: Sequence[Series], places: Sequence[str]) -> Aligned:
    """Return a column for each series with its place, all periods down."""
    keys = [(series.id, place) for series, place in zip(found, places, strict=True)]
    return aligned(points(found), keys, ("series", "place"), "period")


# Over time ---------------------------------------------------------------------------------------


class _Line(NamedTuple):
    """One line of a chart over time.

    It is a place of a series, called so that nobody takes it for another's.
    """

    series: Series
    place: str
    name: Words


def _lines_of(record: Record, found: Sequence[Series], visit: Visit) -> list[_Line]:
    """Return a line for each place of a single series.

    Of each of several series return its world, else whatever places it has. The small charts of a
    single series show its world too, where it has one.
    """
    alone = len(found) == 1
    lines = []
    for series, title in zip(found, _names(found, visit), strict=True):
        places = _places_over_time(record, series, alone=alone)
        for place in places:
            own = country(place)
            if not alone or places == ["world"]:
                own = title if place == "world" else _within(title, own)
            lines.append(_Line(series, place, own))
    return lines


def _places_over_time(record: Record, series: Series, *, alone: bool) -> list[str]:
    """Return the places of a series that have lines; of one of several its world, where it has
    one.
    """
    table = _by_places([series], [(series, period) for period in _periods(record, [series])])
    known = table.values.dropna(how="all").index
    if "world" in known and not record.places and (not alone or record.form == "multiples"):
        return ["world"]
    places = _places(record, table)
    left = "other" in known and not record.places and not record.top
    return [*places, "other"] if left else places


def _within(title: Words, place: Words) -> Words:
    """Return what a series shows and of which place: Lithium (Chile)."""
    if not title:
        return place
    return {lang: title[lang] + LANGUAGES[lang].punctuation.aside(place[lang]) for lang in LANGS}


def _lines(
    record: Record, found: Sequence[Series], periods: Sequence[str], visit: Visit
) -> Chart | None:
    lines = _lines_of(record, found, visit)
    if not lines:
        return None
    table = _by_period([line.series for line in lines], [line.place for line in lines]).at(periods)
    rows = []
    for number, (line, sign) in enumerate(zip(lines, _signs(found, lines, visit), strict=True)):
        values, estimated = table.column(number)
        rows.append(Row(line.name, values, tone_of(number, sign), estimated))
    if record.form == "area" and record.top and len(found) == 1:
        rows += _rest(found[0], [line.place for line in lines], periods, len(rows))
    return begun(record, found[0].unit, map(printed, periods), rows)._replace(times=times(periods))


def _signs(found: Sequence[Series], lines: Sequence[_Line], visit: Visit) -> list[str]:
    """Return the symbol of each line whose tone tells its mineral."""
    several = len({line.series.mineral for line in lines}) == len(lines) and len(found) > 1
    return [
        symbol(line.series.mineral, visit)
        if several or line.place == "world" == lines[0].place
        else ""
        for line in lines
    ]


def _rest(series: Series, places: Sequence[str], periods: Sequence[str], number: int) -> list[Row]:
    """Return the layer of all places that are not shown.

    Without it the whole would look smaller than it is.
    """
    table = _by_places([series], [(series, period) for period in periods])
    rest = tuple(beyond(table.values[i], places) for i in range(len(periods)))
    return [Row(translated("Others"), rest, tone_of(number))] if any(rest) else []


def _panel(record: Record, line: _Line, table: Aligned, number: int, visit: Visit) -> Row:
    """Return a small chart of a column of the table, with periods of its own."""
    periods = _periods(record, [line.series])
    values, estimated = table.at(periods).column(number)
    tone = tone_of(0, symbol(line.series.mineral, visit))
    names = tuple(map(printed, periods))
    return Row(
        line.name, values, tone, estimated, unit=line.series.unit, names=names, times=times(periods)
    )


def _names(found: Sequence[Series], visit: Visit) -> list[Words]:
    """Return what tells the series apart: minerals, else what they measure, else their titles."""
    if len({series.mineral for series in found}) == len(found):
        minerals = [visit.get(Mineral, series.mineral) for series in found]
        return [
            named(one.name if one else series.title)
            for one, series in zip(minerals, found, strict=True)
        ]
    if len({series.measure for series in found}) == len(found):
        return [translated(MEASURE[series.measure]) for series in found]
    return [named(series.title) for series in found]


# Places ------------------------------------------------------------------------------------------


def _by_places(found: Sequence[Series], pairs: Sequence[tuple[Series, str]]) -> Aligned:
    """Return a column for each series with its period, all places down."""
    return aligned(
        points(found),
        [(series.id, period) for series, period in pairs],
        ("series", "period"),
        "place",
    )


def _places(record: Record, table: Aligned) -> list[str]:
    """Return the places named, else the `top` largest, else all that have a value in any column.

    The later the column, the more it says of how large a place is. The world stands where there is
    nothing else.
    """
    values = table.values.dropna(how="all")
    if record.places:
        return [place for place in record.places if place in table.values.index]
    found = ranked(values, record.top)
    bare = not record.top and "world" in values.index and _has_bare_column(values)
    return [*found, "world"] if bare or not found else found


def _has_bare_column(values: Any) -> bool:
    """Return whether a column has values of no country."""
    columns = (values[number] for number in values)
    return any(column.notna().any() and not countries(column) for column in columns)


_Pairs = list[tuple[Series, str]]
"""Series with a period each."""


def _by_place(record: Record, found: Sequence[Series], visit: Visit) -> Chart:
    """Return places side by side.

    There is a row for each period named, or for each of several series in its own latest period.
    """
    pairs = _pairs(record, found)
    table = _by_places(found, pairs)
    places = _all_places(record, found, table)
    others = _others(record, table, places, len(pairs))
    shown = table.at(places)
    rows = []
    for number, name in enumerate(_row_names(found, pairs, visit)):
        values, estimated = shown.column(number)
        values = (*values, others[number] or None) if others else values
        rows.append(Row(name, values, _tone(found, pairs, number, visit), estimated))
    names = [*map(country, places), *([translated("Others")] if others else [])]
    chart = begun(record, found[0].unit, names, rows)._replace(rest=bool(others))
    chart = chart._replace(period=_period_said(record, found, pairs, chart.title))
    if record.form == "share" and (known := concentration(found[0], pairs[-1][1])):
        whole = sum(filter(None, rows[0].values), Decimal(0))
        chart = chart._replace(whole=whole, concentration=known.hhi)
    return chart


def _all_places(record: Record, found: Sequence[Series], table: Aligned) -> list[str]:
    """Return the places, with those that have only no value now where all are wanted."""
    places = _places(record, table)
    if record.periods or record.places or record.top:
        return places
    return [*places, *_unreported(found, [*places, *table.values.dropna(how="all").index])]


def _others(record: Record, table: Aligned, places: Sequence[str], columns: int) -> list[Decimal]:
    """Return what all other places have in each column; nothing where nobody asks or none has."""
    told = "other" in table.values.index and not record.places
    if not (record.top or record.form == "share" or told):
        return []
    others = [beyond(table.values[number], places) for number in range(columns)]
    return others if any(others) else []


def _pairs(record: Record, found: Sequence[Series]) -> _Pairs:
    """Return the series in each period named, else each in its latest."""
    if record.periods:
        periods = _periods(record, found)
        return [(series, period) for series in found for period in periods]
    return [(series, period) for series in found for period in _periods(record, [series])[-1:]]


def _row_names(found: Sequence[Series], pairs: _Pairs, visit: Visit) -> list[Words]:
    """Return what tells rows apart: their periods, their series, or both where periods differ."""
    if len(found) == 1:
        return [printed(period) for _, period in pairs]
    titles = dict(zip(map(id, found), _names(found, visit), strict=True))
    named = [(titles[id(series)], period) for series, period in pairs]
    if len({period for _, period in pairs}) > 1:
        return [_dated(title, period) for title, period in named]
    return [title for title, _ in named]


def _tone(found: Sequence[Series], pairs: _Pairs, number: int, visit: Visit) -> Tone:
    signed = len(found) > 1 or len(pairs) == 1
    return tone_of(number, symbol(pairs[number][0].mineral, visit) if signed else "")


def _period_said(record: Record, found: Sequence[Series], pairs: _Pairs, title: Words) -> Words:
    """Return the one period of all rows in the languages whose title does not say it.

    Rows that are named by their periods, as those of a heat map are, need them nowhere else.
    """
    apart = len({period for _, period in pairs}) > 1
    named = record.form == "heat" and len(found) == 1
    return {} if apart or named else _untitled(pairs[0][1], title)


def _untitled(period: str, title: Words) -> Words:
    """Return the period of a chart in the languages whose title does not say it."""
    return {lang: when for lang, when in printed(period).items() if when not in title.get(lang, "")}


def _unreported(found: Sequence[Series], known: Sequence[str]) -> list[str]:
    """Return places that had a value once and have none in what is shown.

    They stand there without one, in the order of the source.
    """
    shown = {*NO_COUNTRY, *known}
    once = (point.place for series in found for point in series.points if point.value)
    return [place for place in dict.fromkeys(once) if place not in shown]


def _dated(title: Words, period: str) -> Words:
    """Return what a series shows and when.

    Several that stand beside one another may end at different times.
    """
    when = printed(period)
    return {lang: f"{title.get(lang, '')}{NBSP}{when[lang]}".strip(NBSP) for lang in LANGS}


def _shares(record: Record, found: Sequence[Series], visit: Visit) -> Chart | None:
    """Return percentages of the world in several series, such as mining and refining.

    Each is in its own latest period.
    """
    known = [
        (series, of) for series in found if (of := concentration(series, _latest(record, series)))
    ]
    if not known:
        return None
    percents = shares(of for _, of in known)
    order = leaders(percents)
    places = ([place for place in record.places if place in order] or order)[: record.top or _MOST]
    first = tone_of(0, symbol(known[0][0].mineral, visit))
    rows = []
    for number, (series, of) in enumerate(known):
        values = listed(percents[number].reindex(places))
        rows.append(Row(_measured(series, of), (*values, _left(values)), beside(first, number)))
    names = [*map(country, places), translated("Others")]
    return begun(record, "", names, rows)._replace(unit="", rest=True)


def _latest(record: Record, series: Series) -> str:
    """Return the latest of the periods that the record names, if it names any."""
    return max(_periods(record, [series]), default="") if record.periods else ""


def _left(percents: Iterable[Decimal | None]) -> Decimal:
    """Return what is left of the whole."""
    return max(100 - sum(filter(None, percents), Decimal(0)), Decimal(0))


def _measured(series: Series, of: Concentration) -> Words:
    """Return what a series measures, when, whether it is an estimate, and how concentrated."""
    names, years = translated(MEASURE[series.measure]), printed(of.period)
    values = [point for point in series.points if point.period == of.period and point.value]
    mark = f"{NBSP}{ESTIMATED}" if all(point.estimated for point in values) else ""
    index = {lang: f"HHI{NBSP}{integer(of.hhi, lang, indian=False)}" for lang in LANGS}
    return {
        lang: f"{names[lang]} {years[lang]}{mark}" + LANGUAGES[lang].punctuation.aside(index[lang])
        for lang in LANGS
    }
