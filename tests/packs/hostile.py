"""Visits that nobody meant to print: what each must do. It exports whole, or is refused by record
and field.
"""

import datetime as dt
import random
from decimal import Decimal
from typing import Any, Final, NamedTuple

from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    ChartRow,
    Form,
    Item,
    Metric,
    Mineral,
    NamePart,
    Note,
    Observation,
    Organisation,
    Pack,
    Paragraph,
    Particulars,
    Person,
    Point,
    Section,
    Series,
    Source,
    Table,
    Term,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

WORDS: Final = {
    "hi": ["पुनर्चक्रण", "क्षमता", "के", "आँकड़े", "और", "अनुमान", "यहाँ", "दिए", "गए", "हैं"],
    "en": [
        "the",
        "recycling",
        "capacity",
        "and",
        "the",
        "estimates",
        "of",
        "it",
        "are",
        "given",
        "here",
    ],
    "ja": ["再資源化の", "処理能力と", "その", "見込みを", "ここに", "示す"],
}
LONG_WORD: Final = "Elektrizitätsversorgungsgesellschaft"


def text(word: str, count: int = 0) -> Text:
    """A word with so many more behind it, in each language."""
    more = {
        lang: (" " if lang != "ja" else "").join(words[i % len(words)] for i in range(count))
        for lang, words in WORDS.items()
    }
    return Text(
        hi=f"{word} {more['hi']}".strip(),
        en=f"{word} {more['en']}".strip(),
        ja=f"{word}{more['ja']}",
    )


class Case(NamedTuple):
    """Records beside a section and a pack; `prints` must be read on the pages, whole; or it is
    refused at that place.
    """

    records: tuple[AnyRecord, ...]
    content: str = "prose"
    prints: tuple[str, ...] = ()
    refused: tuple[str, str] | None = None
    form: str = "book"
    more: dict[str, Any] = {}  # noqa: RUF012 - never changed


def visit(case: Case) -> Visit:
    section = Section(id="s", audience="public", title=text("Section"), content=case.content)  # type: ignore[arg-type]
    start = next(
        (record.start.date() for record in case.records if isinstance(record, Item)),
        dt.date(2025, 7, 8),
    )
    last = Section(id="sources", audience="public", title=text("Sources"), content="sources")
    particulars = Particulars(id="visit", audience="public", title=text("Visit"), start=start)
    return Visit([particulars, section, last, *case.records])


def pack(case: Case, **more: Any) -> Pack:
    sections = ("s",) if case.form == "sheet" else ("s", "sources")
    return Pack(
        id="p", audience="guest", title=text("Pack"), sections=sections, form=case.form, **(case.more | more)  # type: ignore[arg-type]
    )  # fmt: skip


def table(*rows: tuple[Any, ...], count: int = 0, **more: Any) -> Table:
    columns = tuple(text(f"C{i}") for i in range(count or len(rows[0])))
    return Table(
        id="t",
        audience="public",
        section="s",
        title=text("Table"),
        columns=columns,
        rows=rows,
        **more,
    )


def wide(count: int) -> Table:
    return table(tuple(f"{1_234_567 * (i + 1):,}" for i in range(count)))


def paragraph(words: Text, **more: Any) -> Paragraph:
    return Paragraph(id="t", audience="public", section="s", text=words, **more)


def chart(
    form: Form, values: list[list[int]], names: tuple[Any, ...] | None = None, **more: Any
) -> Chart:
    rows = tuple(
        ChartRow(name=text(f"S{i}"), values=tuple(map(Decimal, row)))
        for i, row in enumerate(values)
    )
    own = names if names is not None else tuple(f"N{i}" for i in range(len(values[0])))
    unit = more.pop("unit", "t")
    return Chart(
        id="t",
        audience="public",
        section="s",
        title=text("Chart"),
        form=form,
        names=own,
        rows=rows,
        unit=unit,
        **more,
    )


def person(number: int, family: str = "MIHON", given: str = "Taro", **more: Any) -> Person:
    fields: dict[str, Any] = {
        "family": NamePart(hi="मिहोन", en=family, ja="見本", reading="みほん"),
        "given": NamePart(hi="तारो", en=given, ja="太郎", reading="たろう"),
        "organisation": "o",
        "post": text("Director"),
    }
    return Person(id=f"person{number}", audience="guest", **(fields | more))


OFFICE: Final = Organisation(
    id="o", audience="public", name=text("Ministry", 4), side="guest", abbreviation="MIN"
)


def item(number: int, start: dt.datetime, minutes: int = 30, **more: Any) -> Item:
    return Item(
        id=f"i{number}",
        audience="guest",
        title=more.pop("title", text(f"Talk{number}")),
        start=start,
        minutes=minutes,
        **more,
    )


def day(number: int, hour: int = 9, minute: int = 0) -> dt.datetime:
    return dt.datetime(2025, 7, number, hour, minute)  # noqa: DTZ001 - the visit's own time


def metric(number: int, value: str, unit: str = "t/year", **more: Any) -> tuple[AnyRecord, ...]:
    return (
        Metric(
            id=f"m{number}", audience="public", name=text(f"Metric{number}", 3), unit=unit, **more
        ),
        Observation(
            id=f"v{number}",
            audience="public",
            metric=f"m{number}",
            value=Decimal(value),
            as_of="2025",
        ),
    )


def sources(count: int, title: str = "Report") -> tuple[AnyRecord, ...]:
    return tuple(
        Source(
            id=f"src{i}",
            audience="public",
            title=f"{title} {i}",
            publisher="P",
            address=f"https://example.org/{i}/" + "a/" * 90,
        )
        for i in range(count)
    )


def _random_cells(seed: int) -> Table:
    """A table of whatever cells may hold."""
    chance = random.Random(seed)
    kinds = (
        lambda: f"{chance.randrange(10**9):,}",
        lambda: text("cell", chance.randrange(12)),
        lambda: "8 July 2025",
        lambda: f"{chance.random():.3f} MWh",
        lambda: "",
        lambda: Text(hi="5 लाख करोड़ येन", en="5 trillion yen", ja="5兆円"),
        lambda: f"{chance.randrange(99)}–{chance.randrange(100, 999)}",
        lambda: LONG_WORD[: chance.randrange(4, 18)],
    )
    width = chance.randrange(2, 9)
    return table(
        *(
            tuple(chance.choice(kinds)() for _ in range(width))
            for _ in range(chance.randrange(1, 30))
        )
    )


CASES: Final[dict[str, Case]] = {
    "three days": Case(
        tuple(item(d * 10 + h, day(d, 9 + h)) for d in (8, 9, 10) for h in range(5)), "programme", ("Talk80", "Talk104")
    ),
    "an item across midnight": Case((item(1, day(8, 22, 30), 240), item(2, day(9, 6))), "programme", ("Talk1", "Talk2")),
    "no programme": Case((), "programme"),
    "sixty items on a card": Case(
        tuple(item(i, day(8, 8 + i // 6, i % 6 * 10), 10) for i in range(60)), "programme", ("Talk59",), form="sheet"
    ),
    "an item without a title": Case((item(1, day(8), title=Text()), item(2, day(8, 12))), "programme", ("Talk2",)),
    "nine columns": Case((wide(9),), prints=("11,111,103",)),
    "twelve columns": Case((wide(12),), prints=("14,814,804",)),
    "fifteen columns": Case((wide(15),), prints=("18,518,505",)),
    "thirty columns": Case((wide(30),), refused=("t", "rows.0.")),
    "a cell of 5,000 characters": Case((table((text("cell", 900), "12,345")),), prints=("12,345",)),
    "a word of 36 letters in each of six columns": Case((table(tuple(LONG_WORD for _ in range(6))),), refused=("t", "rows.0.")),
    "a word of 36 letters in each of four columns": Case((table(tuple(LONG_WORD for _ in range(4))),), prints=(LONG_WORD,)),
    "a word of 300 letters": Case((table(("x" * 300, "1,234")),), prints=("1,234",)),
    "new lines in cells": Case((table(("one\ntwo 2,345\nthree", "1,234")),), prints=("1,234", "two 2,345")),
    "an empty table": Case((table(count=3), Paragraph(id="q", audience="public", section="s", text=text("Whole"))), prints=("Whole",)),
    "a row with more cells than columns": Case((table(("1", "2"), ("1", "2", "3")),), refused=("t", "rows.1")),
    "a row with fewer cells than columns": Case((table(("1,234", "2"), ("9,876",)),), prints=("9,876",)),
    "a table of empty cells": Case((table(("", "", ""), ("", "", "")),)),
    "a number of 400 digits in a table": Case((table(("a", "1" * 400)),), refused=("t", "rows.0.1")),
    "a number of 400 digits in a text": Case((paragraph(text("1" * 400)),), refused=("t", "")),
    "a number of 30 digits in a text": Case((paragraph(text("1" * 30)),), prints=("1" * 30,)),
    "furigana in narrow columns": Case(
        (table(tuple(Text(hi="क", en="a", ja="｜国際協力機構《こくさいきょうりょくきこう》10か所") for _ in range(7))),)
    ),
    "one language is missing": Case(
        (table((Text(hi="क", en="cell"), "1,234")), ), prints=("1,234",)
    ),
    "Korean in a text": Case((paragraph(text("서울")),), refused=("t", "text.")),
    "Tamil in a cell": Case((table((text("தமிழ்"), "1")),), refused=("t", "rows.0.0.")),
    "Arabic in a title": Case((paragraph(text("x")), Note(id="n", audience="guest", sort="background", text=text("سلام"))), "notes", refused=("n", "text.")),
    "Hebrew in a cell": Case((table((text("שלום"), "1")),), refused=("t", "rows.0.0.")),
    "an emoji in a cell": Case((table((text("😀"), "1")),), refused=("t", "rows.0.0.")),
    "400 people": Case((OFFICE, *(person(i, f"MIHON{i}") for i in range(400))), "people", ("MIHON399",)),
    "names of 120 characters": Case((OFFICE, person(1, "MIHON " * 20, "Taro " * 20)), "people"),
    "a name of 120 letters without a space": Case((OFFICE, person(1, "M" * 120)), "people"),
    "nobody": Case((), "people"),
    "an unknown unit": Case(metric(1, "12.5", "widgets"), "metrics", ("12.5",)),
    "a very long unit": Case(metric(1, "12.5", "kilowatt-hours per tonne of black mass and year of operation"), "metrics", ("12.5",)),
    "a tiny number": Case(metric(1, "0.000000012345", key=True), "metrics"),
    "a huge number": Case(metric(1, "123456789012345678", key=True), "metrics"),
    "a hundred metrics": Case(tuple(one for i in range(100) for one in metric(i, f"{1234.5 * (i + 1):.1f}")), "metrics"),
    "sixty sources": Case((paragraph(text("Cited", 8), sources=tuple(f"src{i}" for i in range(60))), *sources(60)), prints=("Cited",)),
    "a stack below nothing": Case((chart("stacked", [[5, -3, 2], [-2, 4, -9]]),)),
    "thirty series": Case((chart("bar", [[i, i + 1] for i in range(30)]),), refused=("t", "rows")),
    "thirty lines": Case((chart("line", [[i, i + 1] for i in range(30)], ("2021", "2022")),), refused=("t", "rows")),
    "ten lines": Case((chart("line", [[i, i + 1] for i in range(10)], ("2021", "2022")),)),
    "eleven lines": Case((chart("line", [[i, i + 1] for i in range(11)], ("2021", "2022")),), refused=("t", "rows")),
    "a share below nothing": Case((chart("share", [[5, -1]]),), refused=("t", "rows.0.values")),
    "long names under a table by darkness": Case((chart("heat", [[i * j for j in range(12)] for i in range(4)], tuple(text(f"Congo{i}", 5) for i in range(12))),)),
    "one beside a billion": Case((chart("bar", [[1, 10**12]]),), prints=("N0", "N1")),
    "a percentage": Case((chart("gauge", [[95], [3]], unit="%"),), prints=("95%", "3%")),
    "a chart without names": Case((chart("column", [[1, 2, 3]], ("", "", "")),)),
    "large values of minerals": Case(
        (
            Mineral(id="min", audience="public", name=text("Lithium"), symbol="Li", role=text("Role", 20)),
            Series(id="ser", audience="public", mineral="min", measure="mine", points=tuple(
                Point(place=place, period=period, value=Decimal(987_654_321 + i))
                for i, (place, period) in enumerate((p, str(y)) for p in ("AU", "CL", "CD", "world") for y in range(2018, 2026))
            )),
        ),
        "minerals",
    ),
    "terms of forty words": Case((Term(id="term", audience="public", name=text("Section", 40)), paragraph(text("Section", 40)))),
    "Devanagari digits": Case((wide(9),), more={"devanagari_digits": True}),
    **{f"cells at random {seed}": Case((_random_cells(seed),)) for seed in range(6)},
}  # fmt: skip
"""By what is odd about it."""
