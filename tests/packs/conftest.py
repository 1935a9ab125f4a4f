"""A small visit with a record of every kind, and the sample's packs rendered once."""

import datetime as dt
import itertools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any, Final

import msgspec

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.store.shipped import sample_visit
from lohum_brief.typeset.compose import Composed
from lohum_brief.visit.document import visit_of
from lohum_brief.visit.records import (
    AnyRecord,
    Group,
    Item,
    Layout,
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
    Statement,
    Table,
    Term,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.rendering import render

ORDERS: Final[list[tuple[Lang, ...]]] = [
    order for n in (1, 2, 3) for order in itertools.permutations(LANGS, n)
]
"""Every ordered choice of one, two or three languages."""

LAYOUTS: Final[tuple[Layout, ...]] = ("parallel", "stacked", "facing")


def text(word: str) -> Text:
    """A text that says in each language which one it is."""
    return Text(hi=f"{word} हिन्दी", en=f"{word} English", ja=f"{word} 日本語")


def section(content: str, **more: Any) -> Section:
    return Section(
        id=f"sec:{content}",
        audience="public",
        title=text(content),
        content=content,  # type: ignore[arg-type]
        **more,
    )


SECTIONS: Final = (
    "prose", "statements", "organisations", "people", "programme", "metrics", "minerals", "notes", "agreements",
    "glossary", "sources",
)  # fmt: skip

GUEST_PACK: Final = Pack(
    id="guests",
    audience="guest",
    title=text("Briefing"),
    languages=("hi", "ja"),
    sections=tuple(f"sec:{content}" for content in SECTIONS),
)

RECORDS: Final[tuple[AnyRecord, ...]] = (
    Particulars(
        id="visit", audience="public", title=text("Visit"), purpose=text("Purpose"), place=text("Place"),
        start=dt.date(2025, 7, 8), guests=text("Delegation"), host="org:host",
    ),
    *(section(content) for content in SECTIONS),
    Paragraph(
        id="p1", audience="public", section="sec:prose",
        text=Text(hi="लिथियम की क्षमता", en="Lithium capacity", ja="リチウムの能力"), sources=("src:b", "src:a"),
    ),
    Paragraph(id="p2", audience="public", section="sec:prose", text=text("point"), style="point"),
    Paragraph(id="p3", audience="public", section="sec:prose", text=text("small"), style="small", sources=("src:b",)),
    Paragraph(id="p4", audience="public", section="sec:prose", text=text("heading"), style="heading"),
    Paragraph(id="p5", audience="public", section="sec:prose", text=Text(en="As they said."), verbatim="en"),
    Paragraph(id="p6", audience="host", section="sec:prose", text=text("HOSTSONLY"), sources=("src:host",)),
    Table(
        id="t1", audience="public", section="sec:prose", columns=(text("left"), text("right")), title=text("table"),
        align=("left", "right"), rows=((text("cell"), "12"), ("x", "7")), sources=("src:a",),
    ),
    Statement(id="s1", audience="public", text=text("statement"), said_by=text("paper"), sources=("src:c",)),
    Statement(id="s2", audience="public", text=text("first"), conflict="c", why=text("why"), sources=("src:c",)),
    Statement(id="s3", audience="public", text=text("second"), conflict="c", chosen=False, sources=("src:a",)),
    Organisation(id="org:host", audience="public", name=text("Host"), side="host", abbreviation="HST"),
    Organisation(
        id="org:guest", audience="public", name=text("Ministry"), side="guest", role=text("role"), reading="しょう"
    ),
    Group(id="g1", audience="public", name=text("Group")),
    Person(
        id="per1", audience="guest", organisation="org:guest", group="g1", specimen=True, post=text("post"),
        family=NamePart(hi="मिहोन", en="MIHON", ja="見本", reading="みほん"),
        given=NamePart(hi="तारो", en="Taro", ja="太郎", reading="たろう"),
    ),
    Person(
        id="per2", audience="guest", side="host", native="hi", organisation="org:host", duty="interpreter",
        family=NamePart(hi="नमूना", en="Namoona", ja="ナムーナー"), given=NamePart(hi="आशा", en="Asha", ja="アーシャー"),
    ),
    Item(
        id="i1", audience="guest", title=text("arrival"), start=dt.datetime(2025, 7, 8, 10, 0), minutes=30,  # noqa: DTZ001 local time
        place=text("gate"), detail=text("detail"), groups=("g1",), specimen=True,
    ),
    Item(id="i2", audience="host", title=text("HOSTSMEETING"), start=dt.datetime(2025, 7, 8, 9, 0), minutes=15),  # noqa: DTZ001
    Metric(id="m1", audience="public", name=text("capacity"), unit="t/year", definition=text("definition"), key=True),
    Observation(id="o1", audience="public", metric="m1", value=Decimal(10000), as_of="2025", sources=("src:a",)),
    Mineral(id="min1", audience="public", name=text("lithium"), symbol="Li", role=text("rolemineral"), sources=("src:d",)),
    Series(
        id="ser1", audience="public", mineral="min1", measure="mine", sources=("src:d",),
        points=(
            Point(place="AU", period="2024", value=Decimal(88000)),
            Point(place="CL", period="2024", value=Decimal(49000), estimated=True),
            Point(place="world", period="2024", value=Decimal(240000)),
        ),
    ),
    Note(id="n1", audience="guest", sort="background", text=text("background"), sources=("src:e",)),
    Note(id="n2", audience="host", sort="ask", text=text("SECRETASK"), sources=("src:host",)),
    Note(id="n3", audience="host", sort="if_raised", title=text("SECRETQUESTION"), text=text("SECRETANSWER")),
    Note(id="n4", audience="principal", sort="red_line", text=text("SECRETLINE")),
    Note(id="n5", audience="public", sort="agreement", title=text("pact"), text=text("pacttext"), date="2024-08-20"),
    Term(id="term:used", audience="public", name=Text(hi="लिथियम", en="lithium", ja="リチウム"), reading="りちうむ"),
    Term(id="term:unused", audience="public", name=Text(hi="यूरेनियम", en="uranium", ja="ウラン")),
    Term(id="term:hidden", audience="host", name=Text(hi="क्षमता", en="capacity", ja="能力")),
    *(
        Source(id=f"src:{name}", audience="host" if name == "host" else "public", title=f"Source-{name}", publisher="P")
        for name in ("a", "b", "c", "d", "e", "host", "uncited")
    ),
    GUEST_PACK,
    Pack(
        id="hosts", audience="host", title=text("Hosts"), languages=("hi", "en"), layout="stacked",
        sections=GUEST_PACK.sections,
    ),
    Pack(id="card", audience="guest", title=text("Card"), form="sheet", sections=("sec:programme",)),
)  # fmt: skip


FROZEN: Final[Mapping[str, AnyRecord]] = {}


def small(
    *more: AnyRecord, without: Iterable[str] = (), changed: Mapping[str, AnyRecord] = FROZEN
) -> Visit:
    """The small visit, with records added, left out, or replaced by their id."""
    kept = [changed.get(record.id, record) for record in RECORDS if record.id not in without]
    return visit_of([*kept, *more], "small")


def pack(base: Pack = GUEST_PACK, **changes: Any) -> Pack:
    return msgspec.structs.replace(base, **changes)


@cache
def sample() -> Visit:
    """The sample that ships with the program."""
    return sample_visit()


@cache
def sample_pack(
    ident: str, languages: tuple[Lang, ...] | None = None, layout: Layout | None = None
) -> Composed:
    """A pack of the sample, rendered once in each process."""
    record = sample().get(Pack, ident)
    assert record is not None
    record = pack(record, languages=languages or record.languages, layout=layout or record.layout)
    return render(sample(), record, created=1752105600)
