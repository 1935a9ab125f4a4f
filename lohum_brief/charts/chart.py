"""A chart as a plain value: what to draw, with its words in each language, and nothing of where."""

from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.charts.tones import Tone
from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import Form

Words = dict[Lang, str]

ESTIMATED: Final = "※"


class Row(NamedTuple):
    """One series: a value for each name of the chart, None where there is none.

    `estimated` has the places of what is not measured but estimated or projected. With `at`, values have a second
    coordinate. In a flow, `part` says through which of the chart's names the row comes.
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


class Chart(NamedTuple):
    """A chart in one of the forms of `visit.records.Form`.

    `names` are its categories, periods or events; `times` says in years where the periods lie, where they do. `rest`
    says that the last name stands for all that have none; `whole` is what all values are a share of.
    """

    form: Form
    title: Words
    unit: str
    names: tuple[Words, ...]
    rows: tuple[Row, ...]
    times: tuple[float, ...] = ()
    target: Decimal | None = None
    aim: Words = {}  # noqa: RUF012 - never changed
    origin: Words = {}  # noqa: RUF012
    across: Words = {}  # noqa: RUF012
    rest: bool = False
    whole: Decimal | None = None
    concentration: Decimal | None = None

    @property
    def values(self) -> list[Decimal]:
        """All values that there are."""
        return [value for row in self.rows for value in row.values if value is not None]

    @property
    def sums(self) -> list[Decimal]:
        """What the values of each name add up to."""
        return [sum((row.values[i] or Decimal(0) for row in self.rows), Decimal(0)) for i in range(len(self.names))]

    @property
    def estimates(self) -> bool:
        """Whether any of them is marked as an estimate."""
        return any(row.estimated or ESTIMATED in row.name.get("en", "") for row in self.rows)

    @property
    def estimate(self) -> bool:
        """Whether all of them are, so that it is enough to say so once. What is left for the rest follows from them."""
        last = len(self.names) - 1
        known = [(row, i) for row in self.rows for i, value in enumerate(row.values) if value is not None]
        return bool(known) and all(i in row.estimated or (self.rest and i == last) for row, i in known)


def year(name: Words) -> Words:
    """A period's name without what says that it is a year, where its place says so."""
    digits = {text.removesuffix("年") for text in name.values()}
    return dict.fromkeys(name, digits.pop()) if len(digits) == 1 else name
