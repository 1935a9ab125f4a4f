"""Passports are read by security and by nobody else, the principal neither, whatever a pack lists."""

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest
from msgspec import structs

from lohum_brief.checks.run import check
from lohum_brief.document.blocks import Table
from lohum_brief.language.codes import LANGS
from lohum_brief.packs.admit import admit
from lohum_brief.packs.extent import extent
from lohum_brief.release.drafts import mark
from lohum_brief.release.weighing import weigh
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.needs import PASSPORT
from lohum_brief.visit.readers import AUDIENCES, Audience
from lohum_brief.visit.records import (
    NamePart,
    Pack,
    Person,
    Section,
)
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, sample, small, text
from tests.packs.extraction import bare, mupdf
from tests.packs.planning import plan
from tests.packs.rendering import render

OTHERS: tuple[Audience, ...] = ("public", "guest", "host", "principal")
LIST = Section(id="sec:passports", audience="public", title=text("Passports"), content="passports")
WHOLE: dict[str, Any] = {
    "passport": "ZQ1234567", "passport_name": "MIHON TARO", "nationality": "JP", "birthplace": "Osaka",
    "passport_issued": dt.date(2020, 2, 3), "passport_expires": dt.date(2030, 2, 2), "born": dt.date(1960, 1, 2),
    "clearance": "granted", "clearance_date": dt.date(2025, 5, 6),
}  # fmt: skip


def without(visit: Visit) -> Visit:
    """The visit as it is when nobody ever noted a passport."""
    blank = {
        field.name: field.default for field in structs.fields(Person) if field.name in PASSPORT
    }
    return Visit(
        [structs.replace(one, **blank) if isinstance(one, Person) else one for one in visit]
    )


def listed(*langs: str, audience: Audience = "security", **changes: Any) -> str:
    """What the list says of the small visit's first guest."""
    person = small().of(Person)[0]
    visit = small(LIST, changed={person.id: structs.replace(person, **{**WHOLE, **changes})})
    shown = pack(audience=audience, languages=langs, sections=("sec:passports", "sec:people"))
    return " ".join("".join(mupdf(render(visit, shown).pdf)).split())


def test_every_field_of_a_passport_is_tried() -> None:
    assert set(WHOLE) == set(PASSPORT)


def test_security_reads_the_whole_passport_in_the_languages_of_the_pack() -> None:
    several = listed("hi", "en", "ja")
    for said in (
        "MIHON TARO", "ZQ1234567", "2020-02-03 – 2030-02-02", "1960-01-02", "Osaka", "2025-05-06",
        "जापान", "Japan", "日本", "स्वीकृत", "Granted", "取得済み", "पासपोर्ट में नाम", "旅券の氏名",
    ):  # fmt: skip
        assert said in several
    japanese = listed("ja")
    assert "2020年2月3日～ 2030年2月2日" in japanese
    assert "1960年1月2日" in japanese
    assert "Granted" not in japanese


def test_the_name_is_the_head_of_its_row_in_the_list() -> None:
    person = structs.replace(small().of(Person)[0], **WHOLE)
    shown = pack(audience="security", languages=("en",), sections=("sec:passports",))
    visit = admit(small(LIST, changed={person.id: person}), "security")
    [table] = [block for block in plan(visit, shown).blocks if isinstance(block, Table)]
    assert table.row_header is not None
    assert table.rows[0].cells[table.row_header][0].text == "MIHON TARO"


def test_what_stands_in_a_passport_keeps_its_digits() -> None:
    person = structs.replace(small().of(Person)[0], **WHOLE)
    shown = pack(audience="security", languages=("hi",), sections=("sec:passports",))
    visit = small(LIST, changed={person.id: person})
    said = "".join(mupdf(render(visit, structs.replace(shown, devanagari_digits=True)).pdf))
    assert "ZQ1234567" in said
    assert "१९६०" in said


def test_an_unknown_nationality_prints_as_it_stands() -> None:
    assert "XZ" in listed("en", nationality="XZ")


def test_the_list_is_in_the_order_of_the_names_in_the_passports() -> None:
    people = [
        Person(id="x1", audience="guest", family=NamePart(en="Abe"), passport_name="ZEN ABE"),
        Person(id="x2", audience="guest", family=NamePart(en="Zulu"), passport_name="ADAM ZULU"),
        Person(id="x3", audience="guest", family=NamePart(en="Mori"), passport="X1"),
        Person(id="x4", audience="guest", family=NamePart(en="Nobody")),
    ]
    shown = pack(audience="security", languages=("en",), sections=("sec:passports",))
    said = "".join(mupdf(render(small(LIST, *people), shown).pdf))
    assert said.index("ADAM ZULU") < said.index("X1") < said.index("ZEN ABE")
    assert "Nobody" not in said


@pytest.mark.parametrize("audience", OTHERS)
def test_nobody_else_reads_any_of_it(audience: Audience) -> None:
    said = listed("hi", "en", "ja", audience=audience)
    for word in ("ZQ1234567", "2030", "1960", "Osaka", "Granted", "स्वीकृत", "取得済み"):
        assert word not in said


@pytest.mark.parametrize(
    ("audience", "layout"),
    [("public", "facing"), ("guest", "parallel"), ("host", "stacked"), ("principal", "parallel")],
)
def test_papers_of_all_others_are_the_same_bytes_with_passports_and_without(
    audience: Audience, layout: str
) -> None:
    person = small().of(Person)[0]
    visit = small(LIST, changed={person.id: structs.replace(person, **WHOLE)})
    shown = pack(
        audience=audience, layout=layout, languages=LANGS, sections=(*pack().sections, LIST.id)
    )
    with_them = render(visit, shown, created=1).pdf
    assert with_them == render(without(visit), shown, created=1).pdf


@dataclass
class Made:
    visit: Visit
    canaries: tuple[str, ...]


def made(seed: int) -> Made:
    """The sample with passports that nobody has seen: a word in each script for each person."""
    random = Random(seed)
    people: dict[str, Person] = {}
    canaries: list[str] = []
    for person in sample().of(Person):
        if random.random() < 0.7:
            words = [f"गुप्तनगर{seed}क{len(canaries)}", f"ZQ{seed}X{len(canaries)}Q", f"秘密市{seed}番{len(canaries)}号"]  # fmt: skip
            canaries += words
            people[person.id] = structs.replace(
                person,
                passport=words[1],
                passport_name=words[1],
                birthplace=random.choice(words),
                nationality=random.choice(["", "IS", "QA"]),
                born=random.choice([None, dt.date(1919, 3, 3)]),
                passport_expires=random.choice([None, dt.date(2049, 9, 9)]),
                clearance=random.choice(["", "applied", "granted", "refused", "not_needed"]),
            )
    visit = Visit([people.get(record.id, record) for record in sample()])
    return Made(decode(encode(visit), "random"), tuple(canaries))


@pytest.mark.parametrize("seed", range(4))
def test_random_passports_are_in_nothing_that_is_made_for_others(seed: int) -> None:
    it = made(seed)
    bare_visit = without(it.visit)
    sections = tuple(section.id for section in it.visit.of(Section))
    for audience in OTHERS:
        assert list(admit(it.visit, audience)) == list(admit(bare_visit, audience))
        for record in it.visit.of(Pack):
            shown = structs.replace(record, audience=audience, sections=sections)
            assert [*extent(it.visit, shown)] == [*extent(bare_visit, shown)]
            told = b"".join(said for _, said in extent(it.visit, shown)).decode()
            assert not [word for word in it.canaries if word in told]
    shown = structs.replace(it.visit.of(Pack)[0], audience="security", sections=sections)
    told = b"".join(said for _, said in extent(it.visit, shown)).decode()
    assert sum(word in told for word in it.canaries) > len(it.canaries) / 4


def test_no_canary_is_on_pages_for_others_nor_in_their_marks() -> None:
    it = made(3)
    for ident in ("delegates", "principal", "programme"):
        record = it.visit.get(Pack, ident)
        assert record is not None
        pdf = render(it.visit, record, created=1).pdf
        assert pdf == render(without(it.visit), record, created=1).pdf
        said = bare("".join(mupdf(pdf)))
        assert not [word for word in it.canaries if word in said or word.encode() in pdf]
        assert mark(it.visit, record, {}) == mark(without(it.visit), record, {})


def test_faults_of_passports_keep_back_no_paper_of_others_and_are_told_for_none_of_them() -> None:
    person = small().of(Person)[0]
    late = structs.replace(
        person, passport="TBD", passport_name="TBD", passport_expires=dt.date(2025, 1, 1)
    )
    visit = small(LIST, changed={person.id: late})
    for audience in OTHERS:
        shown = pack(audience=audience, sections=("sec:people",))
        standing = weigh(visit, shown, check(visit))
        assert not {one.field for one in standing.blockers} & set(PASSPORT)
        assert not {one.field for one in standing.warnings} & set(PASSPORT)
    own = weigh(visit, pack(audience="security", sections=(LIST.id,)), check(visit))
    assert {one.field for one in own.warnings} >= {"passport_expires"}


def test_a_name_that_is_not_noted_is_no_missing_language() -> None:
    person = structs.replace(small().of(Person)[0], **{**WHOLE, "passport_name": ""})
    visit = small(LIST, changed={person.id: person})
    of = pack(audience="security", sections=(LIST.id,), languages=("en", "hi", "ja"))
    (table,) = (one for one in plan(admit(visit, "security"), of).blocks if isinstance(one, Table))
    (row,) = (one for one in table.rows if one.record == person.id)
    said = ["".join(span.text for span in para.spans) for para in row.cells[1]]
    assert said[0] == "[not noted]"
    assert sum("[" in one for one in said) == 1
    assert {one.field for one in weigh(visit, of, check(visit)).warnings} >= {"passport_name"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_who_refused_to_have_data_shown_has_no_passport_for_anybody(audience: Audience) -> None:
    person = structs.replace(small().of(Person)[0], **WHOLE, consent_data="refused")
    found = admit(small(changed={person.id: person}), audience).get(Person, person.id)
    if found is not None:
        assert [getattr(found, name) for name in PASSPORT if getattr(found, name)] == []
