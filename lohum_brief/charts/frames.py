"""Long tables of figures, and what charts ask of them. The door to pandas.

They are aligned; charts ask for the largest and the rest, for shares and growth. Values are exact:
columns of objects that hold Decimal, whose own operators pandas calls to sort, add and divide; no
figure becomes a float. Loading pandas takes longer than any table here: only what draws series or
histories imports this module.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.charts.chart import fits
from lohum_brief.charts.library import lean
from lohum_brief.charts.periods import time
from lohum_brief.visit.concentration import NO_COUNTRY, Concentration
from lohum_brief.visit.records import Observation, Series

with lean():
    import pandas as pd

_POINT: Final = ("series", "place", "period", "value", "estimated")
_READING: Final = ("metric", "when", "as_of", "value", "estimated", "about", "passed")


def points(found: Iterable[Series]) -> pd.DataFrame:
    """Return a line for each point of the series.

    Its columns are `series` (the id), `place`, `period`, `value`, `estimated`. A value that no
    chart has room for is none. Of two points of one place and period the later line counts.
    """
    lines = [
        (series.id, point.place, point.period, _shown(point.value), point.estimated)
        for series in {series.id: series for series in found}.values()
        for point in series.points
    ]
    return pd.DataFrame(lines, columns=_POINT, dtype=object).drop_duplicates(
        ["series", "place", "period"], keep="last"
    )


def readings(known: Mapping[str, Iterable[Observation]]) -> pd.DataFrame:
    """Return a line for each reading of these metrics that lies on the scale of time.

    Its columns are `metric`, `when`, `as_of`, `value`, `estimated`, `about`. Of several readings of
    one metric and time the chosen one is kept, else the first.
    """
    lines = [
        (
            metric,
            time(one.as_of),
            one.as_of,
            one.value,
            one.basis in {"estimated", "illustrative"},
            one.about,
            not one.chosen,
        )
        for metric, of in known.items()
        for one in of
    ]
    table = pd.DataFrame(lines, columns=_READING, dtype=object).dropna(subset="when")
    return (
        table.sort_values("passed", kind="stable").drop_duplicates(["metric", "when"]).sort_index()
    )


def _shown(value: Decimal | None) -> Decimal | None:
    return value if value is not None and fits(value) else None


class Aligned(NamedTuple):
    """Values side by side and, as one table of the same shape, which of them are estimates.

    Columns are numbered.
    """

    values: pd.DataFrame
    estimated: pd.DataFrame

    def at(self, order: Sequence[Hashable]) -> "Aligned":
        """Return the same with these lines in this order, empty where there are none."""
        return Aligned(self.values.reindex(order), self.estimated.reindex(order))

    def column(self, number: int) -> tuple[tuple[Decimal | None, ...], frozenset[int]]:
        """Return the values of one column, None where there is none, and where estimates are."""
        marks = frozenset(i for i, mark in enumerate(self.estimated[number]) if mark is True)
        return listed(self.values[number]), marks


def listed(column: pd.Series) -> tuple[Decimal | None, ...]:
    """Return the values of a column, None where there is none."""
    return tuple(
        column.astype(object).where(column.notna(), None)
    )  # a column of nothing would stay one of floats


def aligned(
    table: pd.DataFrame, columns: Sequence[tuple[str, ...]], by: tuple[str, ...], down: str
) -> Aligned:
    """Return a long table made wide.

    Places or periods, whichever `down` says, go down; across there is a column for each of these
    keys of the columns `by`.
    """
    keys = pd.DataFrame(
        [(*key, i) for i, key in enumerate(columns)], columns=[*by, "column"], dtype=object
    )
    chosen = table.merge(keys, on=list(by))
    return Aligned(
        *(
            _wide(chosen, down, of).reindex(columns=range(len(columns)))
            for of in ("value", "estimated")
        )
    )


def _wide(table: pd.DataFrame, down: str, values: str) -> pd.DataFrame:
    return table.pivot(index=down, columns="column", values=values)  # noqa: PD010 - pivot_table takes means


def countries(column: pd.Series) -> list[str]:
    """Return the countries that have a value in a column."""
    return list(column[~column.index.isin(NO_COUNTRY)].dropna().index)


def ranked(table: pd.DataFrame, count: int) -> list[str]:
    """Return the countries that have a value in any column, the largest first.

    Each counts by the last column in which it has a value. There are as many as asked that are more
    than nothing or, for 0, all; of equals the first named goes first.
    """
    own = table[~table.index.isin(NO_COUNTRY)].dropna(how="all")
    if own.empty:
        return []
    latest = own.apply(lambda values: values.dropna().iloc[-1], axis="columns").astype(object)
    order = latest.sort_values(ascending=False, kind="stable")
    return list(order[order != 0].index[:count] if count else order.index)


def beyond(column: pd.Series, shown: Sequence[str]) -> Decimal:
    """Return what the world has beyond the places shown, which is never less than nothing.

    Without a figure for the world it is what all others have.
    """
    known = column.dropna()
    if "world" in shown:
        return Decimal(0)
    if world := known.get("world"):
        rest = Decimal(world - known.reindex(shown).dropna().sum())
        return rest if rest > 0 or world < 0 else Decimal(known.get("other") or 0)
    return Decimal(known[~known.index.isin(shown)].sum())


def tabled(lines: Iterable[tuple[int, str, Decimal | None]]) -> pd.DataFrame:
    """Return a table of numbered columns, given as lines of column, place or period, and value.

    Lines are in the order of keys.
    """
    return _wide(
        pd.DataFrame(lines, columns=["column", "key", "value"], dtype=object), "key", "value"
    )


def shares(of: Iterable[Concentration | None]) -> pd.DataFrame:
    """Return shares of the world in per cent.

    Places go down in the order of their keys; there is a numbered column for each concentration.
    """
    return tabled((number, *share) for number, one in enumerate(of) if one for share in one.shares)


def leaders(table: pd.DataFrame) -> list[str]:
    """Return the places of a table of shares, those with the largest share in any column first."""
    return list(table.max(axis="columns").sort_values(ascending=False, kind="stable").index)


def growth(column: pd.Series) -> tuple[str, Decimal] | None:
    """Return the key of the value before the last, and the change since then in per cent.

    The change is None without both values, or from nothing.
    """
    last = listed(column.iloc[-1:])
    known = column.dropna()
    if len(known) < 2 or last == (None,) or not known.iloc[-2]:
        return None
    return str(known.index[-2]), Decimal((known.iloc[-1] - known.iloc[-2]) * 100 / known.iloc[-2])
