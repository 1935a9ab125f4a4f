"""Readings over kanji: always, the first time in each section or in the pack, or never."""

import msgspec
import pytest

from lohum_brief.document.blocks import paras_of
from lohum_brief.document.document import Document
from lohum_brief.language.codes import READ
from lohum_brief.packs.admit import admit
from lohum_brief.packs.extent import extent
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.records import Furigana, Pack, Paragraph, Section, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small
from tests.packs.planning import plan

SAID = "見本《みほん》と見本《みほん》、見本《けんぽん》"


def visit() -> Visit:
    sections = [
        Section(id=f"sec:{name}", audience="public", title=Text(en=name, ja=f"{name} 章《しょう》"))
        for name in "ab"
    ]
    texts = [
        Paragraph(
            id=f"q{name}", audience="public", section=f"sec:{name}", text=Text(en=SAID, ja=SAID)
        )
        for name in "ab"
    ]
    row = (Text(en="x", ja="見本《みほん》"),)
    table = Table(
        id="t", audience="public", section="sec:b", columns=(Text(en="Name", ja="名《な》"),),
        rows=(row,),
    )  # fmt: skip
    return small(*sections, *texts, table)


def planned(furigana: Furigana) -> Document:
    of = pack(
        sections=("sec:a", "sec:b"), languages=("en", "ja"), furigana=furigana,
        title=Text(en="P", ja="紙《かみ》"),
    )  # fmt: skip
    return plan(admit(visit(), of.audience), of)


def read(document: Document) -> list[str]:
    """Return what stands in Japanese below the title and has kanji of the texts."""
    found = [
        span.text
        for block in document.blocks
        for para in paras_of(block)
        for span in para.spans
        if span.lang == READ and ("見本" in span.text or "章" in span.text)
    ]
    return [text for text in found if "架空" not in text]


ONCE = "見本《みほん》と見本、見本《けんぽん》"


@pytest.mark.parametrize(
    ("furigana", "expected"),
    [
        ("always", ["a 章《しょう》", SAID, "b 章《しょう》", SAID, "見本《みほん》"]),
        ("section", ["a 章《しょう》", ONCE, "b 章《しょう》", ONCE, "見本"]),
        ("pack", ["a 章《しょう》", ONCE, "b 章", "見本と見本、見本", "見本"]),
        ("none", ["a 章", "見本と見本、見本", "b 章", "見本と見本、見本", "見本"]),
    ],
)
def test_a_reading_stands_where_the_pack_wants_it(furigana: Furigana, expected: list[str]) -> None:
    assert read(planned(furigana)) == expected


def test_other_languages_keep_their_brackets_and_page_heads_have_no_readings() -> None:
    document = planned("pack")
    said = [para.text for block in document.blocks for para in paras_of(block) if para.lang == "en"]
    assert said.count(SAID) == 2
    running = "".join(para.text for cell in document.running.cells for para in cell)
    assert "紙" in running
    assert "《" not in running
    heads = "".join(para.text for cell in planned("always").running.cells for para in cell)
    assert "紙《かみ》" in heads


@pytest.mark.parametrize(("said", "choice"), [(b"true", "always"), (b"false", "none")])
@pytest.mark.parametrize("version", [b"1", b"2"])
def test_a_document_that_says_yes_or_no_is_read(said: bytes, choice: str, version: bytes) -> None:
    of = pack(furigana="section")
    data = encode(small(of, without=(of.id,))).replace(b'"version":2', b'"version":' + version)
    read = decode(data.replace(b'"furigana":"section"', b'"furigana":' + said), "v.json")
    found = read.get(Pack, of.id)
    assert found is not None
    assert found.furigana == choice


def test_an_edition_without_readings_has_not_changed() -> None:
    of = pack(furigana="none")
    [(ident, trace), *_] = extent(small(of, without=(of.id,)), of)
    assert ident == of.id
    assert ["furigana", False] in msgspec.json.decode(trace)
