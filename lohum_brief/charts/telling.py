"""What a chart says to who does not see it: a sentence with its main values, in each language."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Final

from lohum_brief.charts.chart import ESTIMATED, Chart, Row
from lohum_brief.charts.lettering import Lettering, Scale, unit_of
from lohum_brief.language.catalogue import Words, phrase, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import integer
from lohum_brief.language.rooms.units import About
from lohum_brief.language.units import approximate

_KIND: Final = {
    "bar": phrase("This bar chart shows {title}: {values}."),
    "column": phrase("This bar chart shows {title}: {values}."),
    "stacked": phrase("This chart of stacked bars shows {title}: {values}."),
    "area": phrase("This area chart shows {title}: {values}."),
    "line": phrase("This line chart shows {title}: {values}."),
    "multiples": phrase("These small charts show {title}: {values}."),
    "share": phrase("This bar chart shows shares of the whole, {title}: {values}."),
    "scatter": phrase("This scatter chart shows {title}: {values}."),
    "heat": phrase("This heat map shows {title}: {values}."),
    "flow": phrase("This diagram shows how a whole is taken apart, {title}: {values}."),
    "gauge": phrase("This chart compares values with their targets, {title}: {values}."),
    "timeline": phrase("This timeline shows {title}: {values}."),
}
_MOST: Final = 12
"""Values said; who wants them all asks for the table."""


def told(chart: Chart, lettering: Lettering, lang: Lang) -> str:
    """Return the sentence in one language."""
    word = words(lang)
    scale = lettering.scale_of(chart)
    unit = (
        "" if chart.form == "gauge" else unit_of(chart.unit, scale, lang)
    )  # each value of a gauge says its own
    said = _SAID.get(chart.form, _series)(chart, _Teller(lettering, scale, lang, word))
    title = _titled(chart.title.get(lang, ""), unit, chart.period.get(lang, ""), lang)
    sentences = [word(_KIND[chart.form], title=title, values=said)]
    if chart.concentration is not None:
        index = integer(chart.concentration, lang, indian=False)
        sentences.append(
            word(phrase("The Herfindahl–Hirschman index of concentration is {value}."), value=index)
        )
    if chart.estimate:
        sentences.append(word(phrase("All values are estimates.")))
    elif chart.estimates:
        sentences.append(word(phrase("{mark} marks estimates."), mark=ESTIMATED))
    return lettering.printed(LANGUAGES[lang].punctuation.space.join(sentences), lang)


def _titled(title: str, unit: str, period: str, lang: Lang) -> str:
    """Return a title with what is counted and when, which stand under it on the page."""
    own = LANGUAGES[lang].punctuation
    more = own.comma.join(part for part in (_plain(unit, lang), period) if part)
    return title.join(own.quotes) + (own.aside(more) if more else "")


_BRACKETED: Final = re.compile(r"(.+?)\s*[(（]([^()（）]+)[)）]").fullmatch


def _plain(unit: str, lang: Lang) -> str:
    """Return a unit that is to stand in brackets, without its own: t, lithium content."""
    found = _BRACKETED(unit) if unit else None
    return f"{found[1]}{LANGUAGES[lang].punctuation.comma}{found[2]}" if found else unit


class _Teller:
    """Numbers and lists of one sentence."""

    def __init__(self, lettering: Lettering, scale: Scale, lang: Lang, word: Words) -> None:
        self.lang = lang
        self.word = word
        self.colon = LANGUAGES[lang].punctuation.colon
        self._lettering = lettering
        self.scale = scale

    def number(
        self,
        value: Decimal | None,
        *,
        about: About = "",
        estimated: bool = False,
        scale: Scale | None = None,
    ) -> str:
        if value is None:
            return LANGUAGES[self.lang].punctuation.nothing
        said = self._lettering.number(value, scale or self.scale, about=about)[self.lang]
        return said + (ESTIMATED if estimated else "")

    def quantity(self, value: Decimal | None, unit: str, about: About = "") -> str:
        """Return a value with its unit as a table prints it."""
        return (
            LANGUAGES[self.lang].punctuation.nothing
            if value is None
            else self._lettering.quantity(value, unit, about=about)[self.lang]
        )

    def percent(self, share: Decimal) -> str:
        return self._lettering.percent(share)[self.lang]

    def scaled(self, values: Iterable[Decimal | None], unit: str = "") -> Scale:
        return self._lettering.scale([value for value in values if value is not None], unit)

    def counted(
        self, value: Decimal, unit: str, scale: Scale, *, about: About = "", estimated: bool = False
    ) -> str:
        """Return a value with the unit of its own series."""
        number = self.number(value, scale=scale)
        said = unit_of(unit, scale, self.lang, about)
        joint = "" if unit == "%" else LANGUAGES[self.lang].numbers.joint
        form = "{}" + (joint + said).replace("{", "{{").replace("}", "}}") if said else "{}"
        return approximate(form, number, unit, self.lang, about) + (ESTIMATED if estimated else "")

    def listed(self, parts: Iterable[str], stop: str = "", *, most: int = _MOST) -> str:
        """Return as many of the parts as a listener can bear."""
        texts = [part for part in parts if part]
        shown = texts[:most]
        own = LANGUAGES[self.lang].punctuation
        joint = own.semicolon if stop else own.comma
        text = joint.join(shown)
        if more := len(texts) - len(shown):
            text += joint + self.word(phrase("and another {count}"), count=more)
        return text


def _series(chart: Chart, teller: _Teller) -> str:
    """Return every value of one series.

    Of several return those of the largest names, or over time the first, last and largest.
    """
    if len(chart.rows) == 1:
        return _values(chart, chart.rows[0], teller, _MOST)
    if chart.times:
        return teller.listed(
            (_extent(row, chart.names, teller, scale=teller.scale) for row in chart.rows), ";"
        )
    each = max(_MOST // len(chart.rows), 3)
    return teller.listed(
        (
            f"{row.name.get(teller.lang, '')}{teller.colon}{_values(chart, row, teller, each)}"
            for row in chart.rows
        ),
        ";",
    )


def _values(chart: Chart, row: Row, teller: _Teller, most: int) -> str:
    # A year and a number behind it would be heard as one number.
    numbered = any(text[-1:].isdecimal() for name in chart.names for text in name.values())
    joint = teller.colon if numbered else " "
    return teller.listed(
        [
            f"{name.get(teller.lang, '')}{joint}{_value(chart, row, i, teller)}"
            for i, name in enumerate(chart.names)
        ],
        most=most,
    )


def _value(chart: Chart, row: Row, place: int, teller: _Teller) -> str:
    value = row.values[place]
    estimated = place in row.estimated and not chart.estimate
    number = teller.number(value, about=row.about(place), estimated=estimated)
    if chart.form != "share" or value is None:
        return number
    if chart.percentages:
        said = teller.quantity(value, "%", row.about(place))
        return said + (ESTIMATED if estimated else "")
    share = teller.percent(value / (chart.whole or 100))
    if not chart.whole:
        return share
    return number + LANGUAGES[teller.lang].punctuation.aside(share)


def _extent(
    row: Row, names: tuple[dict[Lang, str], ...], teller: _Teller, *, scale: Scale, unit: str = ""
) -> str:
    known = [i for i, value in enumerate(row.values) if value is not None]
    if not known:
        return row.name.get(teller.lang, "")

    def said(i: int) -> str:
        value = row.values[i]
        assert value is not None  # noqa: S101 - for those that there are only
        if unit:
            told = teller.counted(
                value, unit, scale, about=row.about(i), estimated=i in row.estimated
            )
        else:
            told = teller.number(
                value, about=row.about(i), estimated=i in row.estimated, scale=scale
            )
        name = names[i].get(teller.lang, "") if i < len(names) else ""
        if not name:
            return told
        return told + LANGUAGES[teller.lang].punctuation.aside(name)

    highest = max(known, key=lambda i: row.values[i] or Decimal(0))
    return teller.word(
        phrase("{name}: first {first}, last {last}, highest {highest}"),
        name=row.name.get(teller.lang, ""),
        first=said(known[0]),
        last=said(known[-1]),
        highest=said(highest),
    )


def _multiples(chart: Chart, teller: _Teller) -> str:
    return teller.listed(
        (
            _extent(
                row, row.names, teller, scale=teller.scaled(row.values, row.unit), unit=row.unit
            )
            for row in chart.rows
        ),
        ";",
    )


def _scatter(chart: Chart, teller: _Teller) -> str:
    across = teller.scaled(())
    return teller.listed(
        (
            row.name.get(teller.lang, "")
            + LANGUAGES[teller.lang].punctuation.colon
            + LANGUAGES[teller.lang].punctuation.comma.join(
                _pair(teller.number(at, scale=across), teller.number(value), teller.lang)
                for at, value in zip(row.at, row.values, strict=False)
            )
            for row in chart.rows
        ),
        ";",
    )


def _pair(across: str, up: str, lang: Lang) -> str:
    return LANGUAGES[lang].punctuation.pair.format(across, up)


def _flow(chart: Chart, teller: _Teller) -> str:
    total = sum((row.values[0] or Decimal(0) for row in chart.rows if row.values), Decimal(0))
    out = [f"{chart.origin.get(teller.lang, '')} {teller.number(total)}"]
    out += [
        f"{row.name.get(teller.lang, '')} {teller.number(row.values[0])}"
        for row in chart.rows
        if row.values
    ]
    return teller.listed(out)


def _gauge(chart: Chart, teller: _Teller) -> str:
    parts = []
    for row in chart.rows:
        target, exact = chart.goal(row)
        unit = row.unit or chart.unit
        value = row.values[0] if row.values else None
        text = f"{row.name.get(teller.lang, '')} {teller.quantity(value, unit, row.about(0))}"
        if target is not None:
            goal = teller.word(phrase("target {value}"), value=teller.quantity(target, unit, exact))
            text += LANGUAGES[teller.lang].punctuation.aside(goal)
        parts.append(text)
    return teller.listed(parts)


def _timeline(chart: Chart, teller: _Teller) -> str:
    dates = chart.rows[0].names
    return teller.listed(
        (
            f"{date[teller.lang]}{teller.colon}{name[teller.lang]}"
            for date, name in zip(dates, chart.names, strict=True)
        ),
        ";",
    )


_SAID: Final[dict[str, Callable[[Chart, _Teller], str]]] = {
    "multiples": _multiples,
    "scatter": _scatter,
    "flow": _flow,
    "gauge": _gauge,
    "timeline": _timeline,
}
