"""Random visits with inward notes at random places and audiences: no word above an audience reaches
its packs.

Every record says a word of its own that stands nowhere else. The seeds are counted, so that a
failure names its visit.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any, Final, NamedTuple, get_args

import msgspec
import pytest

from lohum_brief.checks import audiences as rule
from lohum_brief.document.document import Document
from lohum_brief.packs.admit import admit, admitted_pack
from lohum_brief.packs.floors import MisplacedError, misplaced, require_floors
from lohum_brief.visit.audiences import INWARD, floor, is_misplaced, lifted, may_read
from lohum_brief.visit.contents import Content
from lohum_brief.visit.document import decode, encode, encode_record, parse_record
from lohum_brief.visit.readers import AUDIENCES, Audience, reads
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Group,
    Item,
    Layout,
    Metric,
    Mineral,
    NamePart,
    Note,
    NoteKind,
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
    Term,
)
from lohum_brief.visit.records import Table as TableRecord
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.extraction import bare, mupdf
from tests.packs.planning import plan
from tests.packs.rendering import render

FEW: Final = 40
MANY: Final = 2000
DRAWN: Final = 3
"""Visits of which the pages are read as well, not only what is planned for them."""

CONTENTS: Final[tuple[Content, ...]] = (
    "prose", "statements", "organisations", "people", "needs", "passports", "programme", "metrics", "minerals", "notes", "agreements",
    "glossary", "sources",
)  # fmt: skip
SORTS: Final[tuple[NoteKind, ...]] = get_args(NoteKind)


class Made(NamedTuple):
    """A visit, and who may read each word of it: who reads what is meant for all of its audiences."""

    visit: Visit
    words: Mapping[str, tuple[Audience, ...]]
    holders: Mapping[str, str]
    """The record that says a word."""


class _Maker:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.words: dict[str, tuple[Audience, ...]] = {}
        self.holders: dict[str, str] = {}

    def audience(self) -> Audience:
        return self.random.choice(AUDIENCES)

    def word(self, ident: str, *audiences: Audience) -> str:
        word = f"zq{len(self.words)}x"
        self.words[word] = audiences
        self.holders[word] = ident
        return word

    def text(self, ident: str, *audiences: Audience) -> Text:
        word = self.word(ident, *audiences)
        return Text(hi=f"कुछ {word}", en=f"some {word}", ja=f"何か{word}")

    def visit(self) -> Visit:
        random = self.random
        own = Particulars(
            id="visit", audience="public", title=self.text("visit", "public"), start=dt.date(2025, 7, 8),
            host=random.choice([None, "org0", "org1"]),
        )  # fmt: skip
        sections = [
            self.section(f"sec{i}", content)
            for i, content in enumerate((*CONTENTS, "notes", "notes", "prose"))
        ]
        records: list[AnyRecord] = [own, *sections]
        for i in range(3):
            records += [
                self.named(Organisation, f"org{i}"),
                self.named(Group, f"grp{i}"),
                self.named(Metric, f"met{i}"),
            ]
            audience = self.audience()
            records.append(
                Source(id=f"src{i}", audience=audience, title=self.word(f"src{i}", audience))
            )
        for i in range(random.randrange(4, 14)):
            records.append(self.note(f"note{i}", random.choice(sorted(INWARD) if i % 2 else SORTS)))
        records += self.prose([section.id for section in sections])
        records += self.people()
        records += self.readings()
        records += self.minerals()
        random.shuffle(records)
        ids = [section.id for section in sections]
        for audience in AUDIENCES:
            picked = (
                ids if random.random() < 0.5 else random.sample(ids, random.randrange(1, len(ids)))
            )
            layouts: tuple[Layout, ...] = get_args(Layout)
            records.append(
                Pack(
                    id=f"pack-{audience}", audience=audience, title=self.text(f"pack-{audience}", audience),
                    languages=tuple(random.sample(("hi", "en", "ja"), random.randrange(1, 4))),
                    layout=random.choice(layouts), sections=tuple(picked),
                    form="sheet" if random.random() < 0.15 else "book",
                )
            )  # fmt: skip
        return Visit(records)

    def section(self, ident: str, content: Content) -> Section:
        audience = self.audience()
        sorts = (
            tuple(self.random.sample(SORTS, self.random.randrange(0, 4)))
            if content == "notes"
            else ()
        )
        return Section(
            id=ident,
            audience=audience,
            title=self.text(ident, audience),
            content=content,
            sorts=sorts,
        )

    def named(self, kind: Any, ident: str) -> AnyRecord:
        audience = self.audience()
        own = {"side": self.random.choice(["guest", "host", None])} if kind is Organisation else {}
        made: AnyRecord = kind(id=ident, audience=audience, name=self.text(ident, audience), **own)
        return made

    def note(self, ident: str, sort: NoteKind) -> Note:
        made = Note(
            id=ident,
            audience=self.audience(),
            sort=sort,
            text=Text(),
            date=self.random.choice(["2024-03", "2025-06-01"]),
        )
        readers = made.audience, floor(made)
        return msgspec.structs.replace(
            made,
            text=self.text(ident, *readers),
            title=self.text(ident, *readers),
            sources=self.sources(),
        )

    def sources(self) -> tuple[str, ...]:
        return tuple(self.random.sample(("src0", "src1", "src2"), self.random.randrange(0, 3)))

    def prose(self, sections: list[str]) -> Iterator[AnyRecord]:
        for i in range(4):
            audience, section = self.audience(), self.random.choice(sections)
            yield Paragraph(
                id=f"par{i}",
                audience=audience,
                section=section,
                text=self.text(f"par{i}", audience),
                sources=self.sources(),
            )
            audience = self.audience()
            cell = self.text(f"tab{i}", audience)
            yield TableRecord(
                id=f"tab{i}",
                audience=audience,
                section=section,
                columns=(cell, cell),
                rows=((cell, cell),),
            )
        audience = self.audience()
        yield Chart(
            id="chart", audience=audience, section=self.random.choice(sections), form="timeline",
            title=self.text("chart", audience), notes=("note0", "note1", "note2"), table=True,
        )  # fmt: skip

    def people(self) -> Iterator[AnyRecord]:
        for i in range(4):
            audience = self.audience()
            ident = f"per{i}"
            name = self.word(ident, audience)
            part = NamePart(hi=name, en=name, ja=name)
            yield Person(
                id=ident, audience=audience, family=part, post=self.text(ident, audience),
                organisation=self.random.choice(["org0", "org1", "org2", None]),
                group=self.random.choice(["grp0", None]), side=self.random.choice(["guest", "host", None]),
                needs=self.text(ident, audience, "host"),
                precedence=self.word(ident, "principal"),  # no pack prints it
                passport=self.word(ident, audience, "security"),
                passport_name=self.word(ident, audience, "security"),
                birthplace=f"秘密市गुप्त{self.word(ident, audience, 'security')}",
            )  # fmt: skip
            audience = self.audience()
            yield Item(
                id=f"item{i}", audience=audience, title=self.text(f"item{i}", audience), groups=("grp1",),
                start=dt.datetime(2025, 7, 8, 9 + i), minutes=30,  # noqa: DTZ001 - local time of the place
            )  # fmt: skip

    def minerals(self) -> Iterator[AnyRecord]:
        for i in range(3):
            audience = self.audience()
            ident = f"min{i}"
            yield Mineral(
                id=ident, audience=audience, name=self.text(ident, audience), role=self.text(ident, audience),
                sources=self.sources(),
            )  # fmt: skip
            audience = self.audience()
            points = (
                Point(place="AU", period="2024", value=Decimal(8)),
                Point(place="world", period="2024", value=Decimal(9)),
            )
            yield Series(
                id=f"ser{i}", audience=audience, mineral=ident, measure="mine", title=self.text(f"ser{i}", audience),
                points=points, note=self.text(f"ser{i}", audience), sources=self.sources(),
            )  # fmt: skip
            # A term that the texts of all readers use: those who may not read it find no
            # explanation of it.
            audience = self.audience()
            yield Term(
                id=f"term{i}",
                audience=audience,
                name=Text(hi="कुछ", en="some", ja="何か"),
                abbreviation=self.word(f"term{i}", audience),
            )

    def readings(self) -> Iterator[AnyRecord]:
        for i in range(5):
            audience, chosen = self.audience(), self.random.random() < 0.5
            conflict = self.random.choice(["", "x", "y"])
            yield Statement(
                id=f"st{i}", audience=audience, text=self.text(f"st{i}", audience), conflict=conflict, chosen=chosen,
                why=self.text(f"st{i}", audience) if conflict else Text(), sources=self.sources(),
            )  # fmt: skip
            audience = self.audience()
            yield Observation(
                id=f"obs{i}", audience=audience, metric=f"met{i % 3}", value=Decimal(i), as_of="2025",
                conflict=self.random.choice(["", "z"]), chosen=self.random.random() < 0.5,
                note=self.text(f"obs{i}", audience), sources=self.sources(),
            )  # fmt: skip


@cache
def made(seed: int) -> Made:
    maker = _Maker(seed)
    visit = maker.visit()
    return Made(decode(encode(visit), "random"), maker.words, maker.holders)


def packs(visit: Visit) -> Iterator[Pack]:
    """Every pack for its own audience, and for all others that somebody may print it for."""
    for record in visit.of(Pack):
        for audience in AUDIENCES:
            yield msgspec.structs.replace(record, audience=audience)


def planned(visit: Visit, pack: Pack) -> Document:
    require_floors(visit, pack)
    return plan(admit(visit, pack.audience), admitted_pack(visit, pack))


def told(document: Document) -> str:
    """All that the document says: its blocks are plain values."""
    return repr(document)


def secret(made: Made, audience: Audience, text: str) -> list[str]:
    """The words in a text that the audience may not read, by the records that say them."""
    return [
        f"{made.holders[word]}: {word}"
        for word, readers in made.words.items()
        if word in text and not all(reads(audience, one) for one in readers)
    ]


def hold(seed: int) -> None:
    """What must be true of a random visit."""
    it = made(seed)
    wrong = {record.id for record in it.visit if is_misplaced(record)}
    assert {found.record for found in rule.findings(it.visit) if found.rule == rule.RULE} == wrong
    for pack in packs(it.visit):
        if refused := {record.id for record in misplaced(it.visit, pack)}:
            with pytest.raises(MisplacedError) as caught:
                require_floors(it.visit, pack)
            assert (
                {ident for ident, field in caught.value.places if field == "audience"}
                == refused
                <= wrong
            )
            assert any(ident in str(caught.value) for ident in refused)
        text = told(plan(admit(it.visit, pack.audience), admitted_pack(it.visit, pack)))
        assert secret(it, pack.audience, text) == [], f"seed {seed}, {pack.id} for {pack.audience}"
    mended = Visit([lifted(record) for record in it.visit])
    for pack in packs(mended):
        require_floors(mended, pack)
    hold_for_the_principal(it, mended)
    hold_for_security(mended)


def hold_for_security(mended: Visit) -> None:
    """Passports that security may read stand in its pack that lists them."""
    pack = mended.get(Pack, "pack-security")
    assert pack is not None
    listed = any(
        may_read(section, "security") and section.content == "passports"
        for section in map(mended.by_id.get, pack.sections)
        if isinstance(section, Section)
    )
    text = told(planned(mended, msgspec.structs.replace(pack, form="book")))
    for person in mended.of(Person):
        read = listed and may_read(person, "security")
        assert (person.passport in text) == (person.birthplace in text) == read


def hold_for_the_principal(it: Made, mended: Visit) -> None:
    """The words are where they are looked for: each inward note stands in the principal's pack that
    lists its sort.
    """
    pack = mended.get(Pack, "pack-principal")
    assert pack is not None
    pack = msgspec.structs.replace(pack, form="book")
    listed = {
        sort
        for ident in pack.sections
        if (section := mended.get(Section, ident))
        and section.content == "notes"
        and may_read(section, "principal")
        for sort in section.sorts or SORTS
    } - {"agreement"}
    text = told(planned(mended, pack))
    for word, ident in it.holders.items():
        note = mended.get(Note, ident)
        if note is not None and note.sort in listed and may_read(note, "principal"):
            assert word in text


@pytest.mark.parametrize("seed", range(FEW))
def test_no_word_above_an_audience_is_planned_for_it(seed: int) -> None:
    hold(seed)


@pytest.mark.nightly
@pytest.mark.parametrize("first", range(FEW, MANY, 49))
def test_no_word_above_an_audience_is_planned_for_it_in_many_visits(first: int) -> None:
    for seed in range(first, first + 49):
        hold(seed)


@pytest.mark.parametrize("seed", range(DRAWN))
def test_no_word_above_an_audience_is_on_its_pages(seed: int) -> None:
    hold_on_pages(seed)


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(DRAWN, FEW))
def test_no_word_above_an_audience_is_on_the_pages_of_many_visits(seed: int) -> None:
    hold_on_pages(seed)


def hold_on_pages(seed: int) -> None:
    it = made(seed)
    for record in it.visit.of(Pack):
        if list(misplaced(it.visit, record)):
            with pytest.raises(MisplacedError):
                render(it.visit, record, created=1)
            continue
        pdf = render(it.visit, record, created=1).pdf
        assert secret(it, record.audience, bare("".join(mupdf(pdf)))) == []


def changed_above(it: Made, audience: Audience) -> Visit:
    """The visit with everything above an audience said otherwise, or gone."""
    records = []
    for number, record in enumerate(it.visit):
        if may_read(record, audience):
            records.append(record)
        elif number % 3 and not isinstance(record, Section):
            records.append(parse_record(encode_record(record).replace(b"zq", b"vw")))
    return Visit(records)


@pytest.mark.parametrize("seed", range(FEW))
@pytest.mark.parametrize("audience", AUDIENCES)
def test_what_is_above_an_audience_changes_nothing_that_is_planned(
    seed: int, audience: Audience
) -> None:
    it = made(seed)
    mended = it._replace(visit=Visit([lifted(record) for record in it.visit]))
    other = changed_above(mended, audience)
    pack = mended.visit.get(Pack, f"pack-{audience}")
    assert pack is not None
    assert other != mended.visit
    assert planned(other, pack) == planned(mended.visit, pack)


@pytest.mark.parametrize("seed", range(DRAWN))
def test_what_is_above_guests_changes_no_byte(seed: int) -> None:
    it = made(seed)
    mended = it._replace(visit=Visit([lifted(record) for record in it.visit]))
    pack = mended.visit.get(Pack, "pack-guest")
    assert pack is not None
    assert (
        render(mended.visit, pack, created=1).pdf
        == render(changed_above(mended, "guest"), pack, created=1).pdf
    )
