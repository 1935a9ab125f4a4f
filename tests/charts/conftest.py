"""Charts of every form with the longest names there are, and what stands where on a drawing."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any, Final, NamedTuple

from lohum_brief.charts.chart import Chart
from lohum_brief.charts.data import shaped
from lohum_brief.charts.draw import drawing, look
from lohum_brief.charts.lettering import Lettering
from lohum_brief.document.drawings import Drawing
from lohum_brief.document.paragraphs import Para
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.typeset.ruler import FontRuler
from lohum_brief.visit.records import (
    AnyRecord,
    ChartRow,
    Metric,
    Mineral,
    Note,
    Observation,
    Particulars,
    Point,
    Section,
    Series,
)
from lohum_brief.visit.records import Chart as Record
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

GROUPS: Final[tuple[tuple[Lang, ...], ...]] = (
    ("hi",),
    ("en",),
    ("ja",),
    ("hi", "ja"),
    ("ja", "en", "hi"),
)
WIDTHS: Final = (226.0, 388.0, 476.0, 722.0)
"""A column of two or of three, the measure of one language, a page, a page on its side."""
_NAMES: Final = {
    place: [language.countries[place] for language in LANGUAGES.values()]
    for place in LANGUAGES["en"].countries
}
LONGEST: Final = sorted(_NAMES, key=lambda place: -max(map(len, _NAMES[place])))[:12]
"""The places with the longest names."""


def text(word: str) -> Text:
    return Text(hi=f"{word} हिन्दी", en=f"{word} English", ja=f"{word}日本語")


LONG: Final = Text(
    hi="अंतरराष्ट्रीय पुनर्चक्रण प्रौद्योगिकी हस्तांतरण",
    en="International transfer of recycling technology",
    ja="リサイクル技術の国際移転",
)

points = [
    Point(
        place=place,
        period=period,
        value=Decimal(1_234_000 // (i + 1) + 37 * k),
        estimated=period == "2025",
    )
    for i, place in enumerate(p for p in LONGEST if p not in ("world", "other"))
    for k, period in enumerate(("2023", "2024", "2025"))
]
points += [
    Point(place="world", period=period, value=Decimal(5_000_000))
    for period in ("2023", "2024", "2025")
]

DATA: Final[tuple[AnyRecord, ...]] = (
    Particulars(id="visit", audience="public", title=text("visit")),
    Section(id="s", audience="public", title=text("s")),
    *(
        record
        for symbol, name in (("Li", "lithium"), ("Co", "cobalt"), ("Ni", "nickel"))
        for record in (
            Mineral(id=name, audience="public", name=text(name), symbol=symbol),
            Series(id=f"{name}-mine", audience="public", mineral=name, measure="mine", unit="t", points=tuple(points)),
            Series(
                id=f"{name}-refinery", audience="public", mineral=name, measure="refinery", unit="kt", points=tuple(points[3:])
            ),
            Series(
                id=f"{name}-price", audience="public", mineral=name, measure="price", unit="USD/t",
                points=tuple(
                    Point(place="world", period=str(year), value=Decimal(6000 + (year * 7919) % 65000), estimated=year > 2023)
                    for year in range(2014, 2026)
                ),
            ),
        )
    ),
    *(
        Metric(id=f"m{number}", audience="public", name=LONG, unit=unit)
        for number, unit in enumerate(("t/year", "t/year", "INR"))
    ),
    *(
        Observation(id=f"o{number}{year}", audience="public", metric=f"m{number}", value=Decimal(value), as_of=year)
        for number in range(3)
        for year, value in (("2021-07", 1_000_000), ("2023", 30_800_000), ("FY2024", 5_300_000_000), ("2026", 25_000))
    ),
    *(
        Note(id=f"n{i}", audience="public", sort="agreement", text=LONG, title=LONG, date=date)
        for i, date in enumerate(("2011-02-16", "2014-10-08", "2024-11", "2025-07-01", "2025-07-02", "2026"))
    ),
)  # fmt: skip
NAMES: Final = tuple(Text(hi=_NAMES[p][0], en=_NAMES[p][1], ja=_NAMES[p][2]) for p in LONGEST[:8])


def _rows(count: int, length: int = 8, **more: Any) -> tuple[ChartRow, ...]:
    return tuple(
        ChartRow(
            name=LONG if k == 0 else text(f"{k}"),
            values=tuple(Decimal((i * 37 + k * 53) % 90 + 3) / 10 for i in range(length)),
            **more,
        )
        for k in range(count)
    )


def record(form: str, **more: Any) -> Record:
    return Record(
        id=f"chart:{form}",
        audience="public",
        section="s",
        form=form,  # type: ignore[arg-type]
        title=text("chart"),
        **more,
    )


RECORDS: Final[dict[str, Record]] = {
    "bar": record("bar", names=NAMES, rows=_rows(1)),
    "bars": record("bar", names=NAMES, rows=_rows(3)),
    "bars below nothing": record(
        "bar", names=NAMES, rows=(ChartRow(name="x", values=tuple(Decimal(n) for n in range(-4, 4))),)
    ),
    "bars of a series": record("bar", series=("lithium-mine",), top=6),
    "column": record("column", names=("2021", "2022", "2023"), rows=_rows(1, 3)),
    "columns": record("column", names=NAMES, rows=_rows(3)),
    "columns over years": record("column", series=("lithium-mine",), periods=("2023", "2024", "2025"), top=4),
    "stacked": record("stacked", names=("2021", "2022", "2023"), rows=_rows(4, 3)),
    "stacked, long names": record("stacked", names=NAMES, rows=_rows(3)),
    "area": record("area", names=("2021", "2022", "2023"), rows=_rows(3, 3)),
    "area of names": record("area", names=NAMES, rows=_rows(3)),
    "line": record("line", series=("lithium-price",)),
    "lines": record("line", series=("lithium-price", "cobalt-price", "nickel-price")),
    "lines of places": record("line", series=("lithium-mine",), top=5),
    "line with target": record("line", metrics=("m1",), target=Decimal(6_000_000_000), aim=LONG),
    "line of names": record("line", names=NAMES, rows=_rows(3)),
    "share": record("share", series=("lithium-mine",), top=5),
    "shares": record("share", series=("lithium-mine", "lithium-refinery"), top=5),
    "share of rows": record("share", names=NAMES, rows=_rows(1)),
    "scatter": record(
        "scatter", unit="%", across=LONG, rows=_rows(3, 8, at=tuple(Decimal(n * n) for n in range(8)))
    ),
    "heat": record("heat", names=NAMES, rows=_rows(6)),
    "flow": record(
        "flow", unit="kg", origin=LONG, names=NAMES[:3],
        rows=tuple(
            ChartRow(name=name, values=(Decimal(value),), part=part, mineral=mineral)
            for name, value, part, mineral in (
                (LONG, 29, 0, "nickel"), (text("Co"), 8, 0, "cobalt"), (text("Li"), 6, 0, "lithium"), (text("Fe"), 1, 0, None),
                (text("C"), 52, 1, None), (LONG, 35, 2, None), (text("Cu"), 20, 2, None),
            )
        ),
    ),
    "gauge": record("gauge", metrics=("m0", "m1"), target=Decimal(6_000_000_000), aim=LONG),
    "gauges": record("gauge", rows=_rows(3, 1, target=Decimal(8))),
    "multiples": record("multiples", series=("lithium-price", "cobalt-price", "nickel-price")),
    "multiples of metrics": record("multiples", metrics=("m0", "m1", "m2")),
    "multiples of rows": record("multiples", names=("2021", "2022", "2023"), unit="t", rows=_rows(5, 3)),
    "timeline": record("timeline", notes=tuple(f"n{i}" for i in range(6))),
}  # fmt: skip


@cache
def visit() -> Visit:
    return Visit([*DATA, *RECORDS.values()])


@cache
def chart(name: str) -> Chart:
    found = shaped(RECORDS[name], visit())
    assert found is not None
    return found


@cache
def drawn(name: str, langs: tuple[Lang, ...], width: float) -> Drawing:
    lettering = Lettering(FontRuler(), langs)
    with look():
        return drawing(chart(name), lettering, width, [(lang, "alt") for lang in langs])


class Box(NamedTuple):
    """What is seen of a label: digits and letters without what reaches below the line."""

    left: float
    bottom: float
    right: float
    top: float
    text: str

    def covers(self, other: "Box") -> bool:
        slack = 0.3
        return (
            self.left < other.right - slack and other.left < self.right - slack
            and self.bottom < other.top - slack and other.bottom < self.top - slack
        )  # fmt: skip


def boxes(drawing: Drawing) -> Iterator[Box]:
    ruler = FontRuler()
    for label in drawing.labels:
        x, y, span = label.x, label.y, label.span
        assert label.anchor == "left"
        width = ruler.width(Para((span,), span.lang))
        yield Box(x, y, x + width, y + 0.7 * span.style.size, span.text)
