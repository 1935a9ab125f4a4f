"""A chart as a plain value: what to draw, with its words in each language, and nothing of where."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import Final, NamedTuple

from lohum_brief.charts.tones import Tone
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import decimals_in_common, is_printable
from lohum_brief.language.rooms.units import About
from lohum_brief.visit.records import Form, Observation

Words = dict[Lang, str]

ESTIMATED: Final = "※"

_LARGEST: Final = Decimal(10) ** 18
_LONGEST: Final = 24
"""Characters of a number in full: two of them leave room for bars in the narrowest column."""


HUNDRED: Final = Decimal(100)
_TELLING: Final = Decimal(20)
_SEEN: Final = 500
"""Parts of the scale of a drawing of which one is still seen, as a hairline."""


def whole_scale(unit: str, most: Decimal) -> Decimal:
    """Return where a scale ends that must show `most`.

    Percentages are measured against 100, unless all are so small that nothing could be told of
    them.
    """
    return HUNDRED if unit == "%" and _TELLING <= most <= HUNDRED else most


def in_common(values: Iterable[Decimal | None]) -> int:
    """Return the decimals of values that stand side by side, so that they agree."""
    return decimals_in_common(value for value in values if value is not None)


def rounding(values: Iterable[Decimal]) -> Decimal:
    """Return by how much the sum of rounded values may miss that of the exact ones."""
    known = list(values)
    return len(known) * Decimal(5).scaleb(-in_common(known) - 1)


def fits(value: Decimal) -> bool:
    """Return whether a number has room beside a bar, in the large units of every language."""
    return is_printable(value) and abs(value) < _LARGEST and len(f"{value:f}") <= _LONGEST


class Row(NamedTuple):
    """One series: a value for each name of the chart, None where there is none.

    `estimated` has the places of what is not measured but estimated or projected. With `at`, values
    have a second coordinate. In a flow, `part` says through which of the chart's names the row
    comes. `abouts` says of each value how exact it is; nothing where all are exact.
    """

    name: Words
    values: tuple[Decimal | None, ...]
    tone: Tone
    estimated: frozenset[int] = frozenset()
    at: tuple[Decimal, ...] = ()
    part: int = 0
    target: Decimal | None = None
    unit: str = ""
    names: tuple[Words, ...] = ()
    times: tuple[float, ...] = ()
    abouts: tuple[About, ...] = ()
    target_about: About = ""

    def about(self, place: int) -> About:
        """Return how exact the value at that place is."""
        return self.abouts[place] if place < len(self.abouts) else ""

    @property
    def decimals(self) -> int:
        """Return the decimals of the values, where they print in full.

        A drawing has as many as a column of the table.
        """
        return in_common(self.values)


class Chart(NamedTuple):
    """A chart in one of the forms of `visit.records.Form`.

    `names` are its categories, periods or events. `period` is that of all values, where they have
    one in common. `times` says in years where the periods lie, if they lie on one scale. `rest`
    says that the last name stands for all that have none. `whole` is what all values are a share
    of. `reach` is the least and the most of a chart of which this is a part, `least` what in it is
    nearest to nothing. `readings` are what is drawn where each is one reading of a metric, in
    the order of rows or names.
    """

    form: Form
    title: Words
    unit: str
    names: tuple[Words, ...]
    rows: tuple[Row, ...]
    times: tuple[float, ...] = ()
    target: Decimal | None = None
    target_about: About = ""
    aim: Words = {}  # noqa: RUF012 - never changed
    origin: Words = {}  # noqa: RUF012
    across: Words = {}  # noqa: RUF012
    period: Words = {}  # noqa: RUF012
    rest: bool = False
    whole: Decimal | None = None
    concentration: Decimal | None = None
    reach: tuple[Decimal, Decimal] | None = None
    least: Decimal | None = None
    basis: str = ""
    sources: tuple[str, ...] = ()
    readings: tuple[Observation, ...] = ()

    @property
    def values(self) -> list[Decimal]:
        """Return all values that there are."""
        return [value for row in self.rows for value in row.values if value is not None]

    @property
    def unseen(self) -> Iterator[tuple[int, int]]:
        """Yield row and place of values so small beside others that their areas are not seen.

        A layer that begins or ends as nothing is seen between.
        """
        least, most = self.extremes
        limit = (max(most, Decimal(0)) - min(least, Decimal(0))) / _SEEN
        for number, row in enumerate(self.rows):
            small = [i for i, value in enumerate(row.values) if value and abs(value) < limit]
            seen = any(value and abs(value) >= limit for value in row.values)
            if self.form != "area" or not seen:
                yield from ((number, i) for i in small)

    @property
    def percentages(self) -> bool:
        """Return whether its values are shares of a whole themselves, in per cent."""
        return self.form == "share" and self.unit == "%" and len(self.rows) == 1

    @property
    def firsts(self) -> int:
        """Return the decimals of values of which each row has one, as in a gauge."""
        return in_common(row.values[0] for row in self.rows if row.values)

    def goal(self, row: Row) -> tuple[Decimal | None, About]:
        """Return what a row aims at, its own target or that of the chart, and how exact it is."""
        if row.target is not None:
            return row.target, row.target_about
        return self.target, self.target_about

    @property
    def sums(self) -> list[Decimal]:
        """Return what the values of each name add up to."""
        return [
            sum((row.values[i] or Decimal(0) for row in self.rows), Decimal(0))
            for i in range(len(self.names))
        ]

    @property
    def stacks(self) -> tuple[list[Decimal], list[Decimal]]:
        """Return how far the stack of each name reaches above nothing, and below."""
        stacks = [
            [row.values[i] or Decimal(0) for row in self.rows] for i in range(len(self.names))
        ]
        highs = [sum((value for value in stack if value > 0), Decimal(0)) for stack in stacks]
        lows = [sum((value for value in stack if value < 0), Decimal(0)) for stack in stacks]
        return highs, lows

    @property
    def extremes(self) -> tuple[Decimal, Decimal]:
        """Return the least and the most that it shows: of values, or of what they add up to."""
        if self.reach:
            return self.reach
        if self.form in {"stacked", "area"}:
            highs, lows = self.stacks
            return min(lows), max(highs)
        return min(self.values), max(self.values)

    @property
    def counted(self) -> list[Decimal]:
        """Return what decides in which large unit its numbers print."""
        if not self.values and not self.reach:
            return []
        shown = self.sums if self.form in {"stacked", "area"} else self.values
        least = self.least or min((value for value in shown if value), key=abs, default=None)
        return [*self.extremes, *(value for value in (self.target, least) if value is not None)]

    @property
    def compared(self) -> list[list[Decimal]]:
        """Return the groups of values that are compared by their numbers, so that no two of them
        may look alike: those of a row with what it aims at, those of a name, and the sums.

        Of lines only the first, the highest and the last value are written, of a scatter none.
        """
        if self.form in {"scatter", "timeline"}:
            return []
        rows = [_known(row.values) for row in self.rows]
        across = [*map(_known, zip_longest(*(row.values for row in self.rows)))]
        if self.form in {"line", "area", "multiples"}:
            across = [[row[-1] for row in rows if row]]
            rows = [[row[0], max(row), row[-1]] if row else [] for row in rows]
        aims = [_known(self.goal(row)[:1]) for row in self.rows]
        along = [[*row, *aim] for row, aim in zip(rows, aims, strict=True)]
        return [*along, *across, *([self.sums] if self.form == "stacked" else [])]

    @property
    def estimates(self) -> bool:
        """Return whether any of its values is marked as an estimate."""
        return any(
            row.estimated or any(ESTIMATED in name for name in row.name.values())
            for row in self.rows
        )

    @property
    def estimate(self) -> bool:
        """Return whether all of its values are estimates, so that it is enough to say so once.

        What is left for the rest follows from them.
        """
        last = len(self.names) - 1
        known = [
            (row, i) for row in self.rows for i, value in enumerate(row.values) if value is not None
        ]
        return bool(known) and all(
            i in row.estimated or (self.rest and i == last) for row, i in known
        )


def years(names: Sequence[Words]) -> list[Words]:
    """Return periods without what says that they are years, where their place says so.

    They stay as they are unless years are all they are.
    """
    bare = [
        {text.removesuffix(LANGUAGES[lang].dates.year_sign) for lang, text in name.items()}
        for name in names
    ]
    if any(len(digits) != 1 for digits in bare):
        return list(names)
    return [dict.fromkeys(name, digits.pop()) for name, digits in zip(names, bare, strict=True)]


def _nearest(chart: Chart) -> Decimal | None:
    return min((value for value in chart.counted if value), key=abs, default=None)


def spoken(chart: Chart, langs: Sequence[Lang]) -> Chart:
    """Return the chart with its words in some languages only: what it says in others is no part of
    what is drawn.
    """

    def own(name: Words) -> Words:
        return {lang: name[lang] for lang in langs if lang in name}

    def all_own(names: Iterable[Words]) -> tuple[Words, ...]:
        return tuple(map(own, names))

    title, aim, origin, across, period = all_own(
        (chart.title, chart.aim, chart.origin, chart.across, chart.period)
    )
    return chart._replace(
        title=title,
        names=all_own(chart.names),
        rows=tuple(
            row._replace(name=own(row.name), names=all_own(row.names)) for row in chart.rows
        ),
        aim=aim,
        origin=origin,
        across=across,
        period=period,
    )


_DOWN: Final = ("heat", "gauge", "multiples")
_ALONG: Final = ("bar", "column", "share", "stacked")


def _known(values: Iterable[Decimal | None]) -> list[Decimal]:
    return [value for value in values if value is not None]


def halves(chart: Chart) -> list[Chart]:
    """Return the chart in two on the same scale, where a page cannot hold it.

    Return itself where two would make no sense.
    """
    count = len(chart.rows) if chart.form in _DOWN else len(chart.names)
    middle = (count + 1) // 2
    if count < 2 or chart.form not in (*_DOWN, *_ALONG, "timeline"):
        return [chart]
    parts = slice(0, middle), slice(middle, count)
    if chart.form in _DOWN:
        return [_scaled(chart, chart.rows[part]) for part in parts]
    return [_part(chart, part) for part in parts]


def _scaled(chart: Chart, rows: Iterable[Row]) -> Chart:
    """Return the chart with some of its rows, or with parts of them, on the scale of all."""
    return chart._replace(rows=tuple(rows), reach=chart.extremes, least=_nearest(chart))


def _part(chart: Chart, part: slice) -> Chart:
    """Return the chart with some of its names; what is left is told at the end."""
    rest = chart.rest and part.stop == len(chart.names)
    if chart.form == "timeline":
        dates = chart.rows[0]
        own = (dates._replace(names=dates.names[part]),)
        return chart._replace(names=chart.names[part], rest=rest, times=chart.times[part], rows=own)
    cut = _scaled(chart, [_cut(row, part) for row in chart.rows])
    return cut._replace(names=chart.names[part], rest=rest)


def _cut(row: Row, part: slice) -> Row:
    estimated = (i - part.start for i in row.estimated if part.start <= i < part.stop)
    return row._replace(values=row.values[part], estimated=frozenset(estimated))
