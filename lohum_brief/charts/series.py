"""Charts of series: places side by side, shares of the world, lines over time."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

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
from lohum_brief.charts.tones import beside, tone_of
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
        lines = _lines_of(record, found, visit)
        table = _by_period([line.series for line in lines], [line.place for line in lines])
        panels = [_panel(record, line, table, number, visit) for number, line in enumerate(lines)]
        units = {row.unit for row in panels}
        return begun(record, units.pop() if len(units) == 1 else "", (), panels)
    if record.form in OVER_TIME:
        return _lines(record, found, periods, visit)
    if record.form == "share" and len(found) > 1:
        return _shares(record, found, visit)
    return _by_place(record, found, visit)


def _periods(record: Record, found: Sequence[Series]) -> list[str]:
    """Return the periods that the record names, else all in which something is known.

    Where nothing is known, return all that there are.
    """
    known = sorted({point.period for series in found for point in series.points})
    if record.periods:
        return [period for period in record.periods if period in known]
    valued = {
        point.period for series in found for point in series.points if point.value is not None
    }
    return [period for period in known if period in valued] or known


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
    titles = _names(found, visit)
    lines = []
    for series, title in zip(found, titles, strict=True):
        periods = _periods(record, [series])
        table = _by_places([series], [(series, period) for period in periods])
        whole = "world" in table.at(["world"]).values.dropna(how="all").index
        alone = len(found) == 1
        if whole and not record.places and (not alone or record.form == "multiples"):
            lines.append(_Line(series, "world", title))
            continue
        places = _places(record, table)
        if "other" in table.values.dropna(how="all").index and not record.places and not record.top:
            places.append("other")
        for place in places:
            own = country(place)
            if not alone or places == ["world"]:
                own = title if place == "world" else _within(title, own)
            lines.append(_Line(series, place, own))
    return lines


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
    apart = len({line.series.mineral for line in lines}) == len(lines) and len(found) > 1
    table = _by_period([line.series for line in lines], [line.place for line in lines]).at(periods)
    rows = []
    for number, line in enumerate(lines):
        values, estimated = table.column(number)
        sign = (
            symbol(line.series.mineral, visit)
            if apart or line.place == "world" == lines[0].place
            else ""
        )
        rows.append(Row(line.name, values, tone_of(number, sign), estimated))
    if record.form == "area" and record.top and len(found) == 1:
        rows += _rest(found[0], [line.place for line in lines], periods, len(rows))
    return begun(record, found[0].unit, map(printed, periods), rows)._replace(times=times(periods))


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
    bare = [
        number
        for number in values
        if values[number].notna().any() and not countries(values[number])
    ]
    if not found or (bare and not record.top and "world" in values.index):
        found = [*found, "world"]
    return found


def _by_place(record: Record, found: Sequence[Series], visit: Visit) -> Chart:
    """Return places side by side.

    There is a row for each period named, or for each of several series in its own latest period.
    """
    first = found[0]
    pairs = [
        (series, period)
        for series in found
        for period in (
            _periods(record, found) if record.periods else _periods(record, [series])[-1:]
        )
    ]
    table = _by_places(found, pairs)
    places = _places(record, table)
    if not record.periods and not record.places and not record.top:
        places += _unreported(found, [*places, *table.values.dropna(how="all").index])
    shown = table.at(places)
    others = [beyond(table.values[number], places) for number in range(len(pairs))]
    told = "other" in table.values.index and not record.places
    rest = bool(record.top or record.form == "share" or told) and any(others)
    titles = [
        title
        for series, title in zip(found, _names(found, visit), strict=True)
        for one, _ in pairs
        if one is series
    ]
    apart = len({period for _, period in pairs}) > 1
    rows = []
    for number, (series, period) in enumerate(pairs):
        values, estimated = shown.column(number)
        if rest:
            values = (*values, others[number] or None)
        sign = symbol(series.mineral, visit) if len(found) > 1 or len(pairs) == 1 else ""
        name = (
            printed(period)
            if len(found) == 1
            else _dated(titles[number], period)
            if apart
            else titles[number]
        )
        rows.append(Row(name, values, tone_of(number, sign), estimated))
    names = [*map(country, places), *([translated("Others")] if rest else [])]
    # Rows that are named by their periods, as those of a heat map are, need them nowhere else.
    once = not apart and not (record.form == "heat" and len(found) == 1)
    chart = begun(record, first.unit, names, rows)._replace(rest=rest)
    chart = chart._replace(period=_untitled(pairs[0][1], chart.title) if once else {})
    if record.form == "share" and (known := concentration(first, pairs[-1][1])):
        whole = sum((value for value in rows[0].values if value is not None), Decimal(0))
        chart = chart._replace(whole=whole, concentration=known.hhi)
    return chart


def _untitled(period: str, title: Words) -> Words:
    """Return the period of a chart in the languages whose title does not say it."""
    return {lang: when for lang, when in printed(period).items() if when not in title.get(lang, "")}


def _unreported(found: Sequence[Series], known: Sequence[str]) -> list[str]:
    """Return places that had a value once and have none in what is shown.

    They stand there without one, in the order of the source.
    """
    once = (
        point.place
        for series in found
        for point in series.points
        if point.value and point.place not in (*NO_COUNTRY, *known)
    )
    return list(dict.fromkeys(once))


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
    periods = [
        max(_periods(record, [series]), default="") if record.periods else "" for series in found
    ]
    known = [
        (series, of)
        for series, period in zip(found, periods, strict=True)
        if (of := concentration(series, period))
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
        rest = max(
            100 - sum((value for value in values if value is not None), Decimal(0)), Decimal(0)
        )
        rows.append(Row(_measured(series, of), (*values, rest), beside(first, number)))
    names = [*map(country, places), translated("Others")]
    return begun(record, "", names, rows)._replace(unit="", rest=True)


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
