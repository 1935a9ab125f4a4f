"""The sample's packs as readers and validators see them."""

import re
import subprocess
import unicodedata
from collections import Counter
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import outloud
import page as page_validation
import pikepdf
import pymupdf
import pypdf
import pytest

from lohum_brief.document.blocks import Contents, Flow, Heading, Table
from lohum_brief.document.geometry import BOTTOM, TOP, geometry
from lohum_brief.document.paragraphs import Para
from lohum_brief.document.style import CELL, MARK
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.nukta import decomposed
from lohum_brief.visit.records import Pack, Source
from tests.packs.conftest import sample
from tests.packs.extraction import Tagged, bare, paras_of, structure
from tests.packs.readback import PACKS, by_text, pages, printed, said_of, sides, tagged, written

everyone = pytest.mark.parametrize("name", PACKS)
books = pytest.mark.parametrize("name", ["guests", "hosts", "facing"])


# Validators
# ---------------------------------------------------------------------------------------------------------


@everyone
@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_the_pack_is_pdf_ua_and_pdf_a(name: str, profile: str) -> None:
    report = page_validation.validate_pdf_bytes(printed(name).pdf, profile=profile)
    assert report.is_compliant, [
        (failure.rule_id, failure.message) for failure in report.failures[:5]
    ]


@pytest.mark.parametrize("name", ["guests", "card", "facing"])
def test_the_accessibility_checker_finds_no_error(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(printed(name).pdf)
    result = outloud.check(str(file))
    assert result.error is None
    with pymupdf.open(file) as pdf:
        areas = [(BOTTOM, sheet.rect.height - TOP) for sheet in pdf]
    found = [
        str(finding)
        for finding in result.findings
        if finding.severity == "error" and not _is_around(finding, areas)
    ]
    assert found == []


def _is_around(finding: Any, areas: list[tuple[float, float]]) -> bool:
    """Whether it takes the head or the foot of a page for prose: the checker knows a running head
    only by its coming back on three pages, but that of a short section does not.
    """
    return finding.rule == "TAG-002" and all(
        box["y1"] < areas[box["page"] - 1][0] or box["y0"] > areas[box["page"] - 1][1]
        for box in finding.boxes
    )


@everyone
def test_qpdf_finds_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "pack.pdf"
    file.write_bytes(printed(name).pdf)
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "No syntax or stream encoding errors" in done.stdout


# Text
# ---------------------------------------------------------------------------------------------------------------


@everyone
def test_every_paragraph_is_one_element_with_the_text_that_was_written(name: str) -> None:
    paragraphs = written(name)
    assert len(paragraphs) > 15
    assert [each.said for each in paragraphs if each.said not in by_text(name)] == []


@everyone
@pytest.mark.parametrize("reader", ["poppler", "poppler in drawing order", "mupdf"])
def test_every_paragraph_is_read_as_it_was_written(name: str, reader: str) -> None:
    """On its page and in one piece. Poppler reads tables across their columns unless it keeps to
    the order of drawing.
    """
    found = pages(name, reader)
    kinds = (Flow, Heading) if reader == "poppler" else (Flow, Heading, Table, Contents)
    lost = []
    for _, said, block in written(name):
        if isinstance(block, kinds):
            number = (
                block.number if isinstance(block, Heading) else ""
            )  # larger than the title, it is read by itself
            for element in by_text(name)[said]:
                parts = [(at, bare(part).removeprefix(number)) for at, part in sides(element)]
                lost += [(at + 1, part) for at, part in parts if part not in found[at]]
    assert lost == []


@pytest.mark.parametrize("name", ["guests", "stacked"])
def test_a_reader_without_actualtext_finds_nearly_every_word(name: str) -> None:
    read = [page.extract_text() for page in pypdf.PdfReader(BytesIO(printed(name).pdf)).pages]
    text = unicodedata.normalize("NFC", "\n".join(read))
    words: dict[Lang, set[str]] = {lang: set() for lang in LANGS}
    for para, _, _ in written(name):
        for span in para.spans:
            # Japanese has no words that a reader could part: what stands between punctuation is
            # taken for one.
            cut = (
                re.split(r"[、。「」（）・\s]+", plain(span.text))
                if span.lang == "ja"
                else span.text.split()
            )
            words[span.lang] |= {decomposed(word) for word in cut if word}
    known = set(text.split())
    joined = bare(text)
    for lang in PACKS[name][1]:
        every = words[lang]
        lost = {
            word
            for word in every
            if (bare(word) not in joined if lang == "ja" else word not in known)
        }
        lost -= {
            word
            for word in lost
            if "\u00a0" in word and all(part in known for part in word.split())
        }
        assert len(lost) <= 0.05 * len(every), (lang, len(lost), len(every), sorted(lost)[:9])


@everyone
@pytest.mark.parametrize("reader", ["poppler", "mupdf"])
def test_no_character_stands_for_something_unknown(name: str, reader: str) -> None:
    text = "".join(pages(name, reader))
    odd = {c for c in text if c in "\ufffd\0" or unicodedata.category(c) in {"Co", "Cs", "Cn"}}
    assert odd == set()


# Tags
# ---------------------------------------------------------------------------------------------------------------


def letters(text: str) -> Counter[str]:
    """How many letters of each script the text has."""
    counted: Counter[str] = Counter()
    for char in text:
        if "\u0904" <= char <= "\u0963":
            counted["hi"] += 1
        elif "\u3041" <= char <= "\u30ff" or "\u4e00" <= char <= "\u9fff":
            counted["ja"] += 1
        elif char.isascii() and char.isalpha():
            counted["en"] += 1
    return counted


@everyone
def test_every_element_has_the_language_of_its_text(name: str) -> None:
    for para, said, _ in written(name):
        if para.lang:
            assert para.lang in {each.lang for each in by_text(name)[said]}, said
    for each in tagged(name):
        for part in each.parts:
            scripts = letters(part.text)
            if len(scripts) == 1 and "en" not in scripts:  # Latin letters are of any language
                assert (part.lang or each.lang) in scripts, part


@everyone
def test_each_table_header_says_what_it_heads(name: str) -> None:
    headers = [each for each in tagged(name) if each.role == "TH"]
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        found = [
            (each.role, each.element.get("/A", {}))
            for each in structure(pdf)
            if each.role in {"TH", "TR", "TD"}
        ]
        scopes = [str(attributes["/Scope"]) for role, attributes in found if role == "TH"]
    assert len(scopes) == len(headers)
    assert set(scopes) <= {"/Row", "/Column"}
    if any(
        isinstance(block, Table) and block.sort == "table"
        for block in printed(name).document.blocks
    ):
        assert "/Column" in scopes


@everyone
def test_the_parent_tree_agrees_with_the_marked_content(name: str) -> None:
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        parents = dict(
            zip(*[iter(pdf.Root["/StructTreeRoot"]["/ParentTree"]["/Nums"])] * 2, strict=True)
        )
        owned = {
            (part.page, part.mcid): each.element.objgen
            for each in structure(pdf)
            for part in each.parts
        }
        for number, sheet in enumerate(pdf.pages):
            row = [element.objgen for element in parents[int(sheet["/StructParents"])]]
            assert row == [owned[number, mcid] for mcid in range(len(row))]
            assert sheet["/Tabs"] == "/S"
        assert len(owned) == sum(len(parents[int(sheet["/StructParents"])]) for sheet in pdf.pages)


@everyone
def test_pages_are_drawn_in_reading_order(name: str) -> None:
    """The tree visits each page's content in the order in which it is drawn: one language of a
    block, then the next.
    """
    order: dict[int, list[int]] = {}
    for each in tagged(name):
        for part in each.parts:
            order.setdefault(part.page, []).append(part.mcid)
    for at, mcids in order.items():
        assert mcids == sorted(mcids), f"page {at + 1}"


@books
def test_one_language_of_a_block_is_read_before_the_other(name: str) -> None:
    places: dict[tuple[str, str], int] = {}
    for number, each in enumerate(tagged(name)):
        places.setdefault((bare(each.text), each.lang), number)
    checked = 0
    for block in printed(name).document.blocks:
        if isinstance(block, Flow) and len(block.paras) > 1 and not block.boxed:
            found = [places.get((bare(said_of(para)), para.lang)) for para in block.paras]
            if None not in found:
                checked += 1
                assert found == sorted(found)  # type: ignore[type-var]
    assert checked > 20


@books
def test_headings_begin_with_h1_and_skip_no_level(name: str) -> None:
    levels = [int(each.role[1]) for each in tagged(name) if re.fullmatch("H[1-6]", each.role)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


# The file
# -----------------------------------------------------------------------------------------------------------


@everyone
def test_all_fonts_are_embedded_and_subset(name: str) -> None:
    seen = 0
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        for entry in {
            font.objgen: font
            for sheet in pdf.pages
            for font in sheet["/Resources"]["/Font"].values()
        }.values():
            assert entry["/Subtype"] == "/Type0"
            assert re.match(r"/[A-Z]{6}\+", str(entry["/BaseFont"]))
            (descendant,) = entry["/DescendantFonts"]
            program = descendant["/FontDescriptor"]["/FontFile2"].read_bytes()
            assert 200 < len(program) < 700_000
            assert "/ToUnicode" in entry
            seen += 1
    assert seen > 2


@everyone
def test_black_is_printed_with_one_ink(name: str) -> None:
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        inks = Counter(
            " ".join([*map(str, instruction.operands), str(instruction.operator)])
            for sheet in pdf.pages
            for instruction in pikepdf.parse_content_stream(
                sheet, "g rg k G RG K sc scn SC SCN cs CS"
            )
        )
    assert inks["0 g"] > 0
    assert "0 0 0 rg" not in inks
    for ink in inks:
        *values, operator = ink.split()
        assert operator in {"g", "G", "rg", "RG"}
        if operator in {"rg", "RG"}:
            assert len(set(values)) > 1, ink  # no grey or black of three inks


@everyone
def test_the_file_says_what_it_is(name: str) -> None:
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        assert pdf.Root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert str(pdf.Root["/Lang"]) == PACKS[name][1][0]
        assert pdf.Root["/MarkInfo"]["/Marked"]
        title = str(pdf.docinfo["/Title"])
    record = sample().get(Pack, PACKS[name][0])
    assert record is not None
    for lang in PACKS[name][1]:
        assert record.title[lang] in title
        assert sample().particulars.title[lang] in title


@books
def test_the_outline_is_complete_and_leads_to_its_headings(name: str) -> None:
    with pymupdf.open(stream=printed(name).pdf) as document:
        entries = document.get_toc()
    headings = [block for block in printed(name).document.blocks if isinstance(block, Heading)]
    assert (
        len(entries) == len(headings) > 12
        if name != "facing"
        else len(entries) == len(headings) > 3
    )
    for (level, title, page), heading in zip(entries, headings, strict=True):
        assert level == heading.level
        for para in heading.paras:
            assert bare(decomposed(para.text)) in bare(title)
        assert bare(decomposed(heading.paras[0].text)) in pages(name, "mupdf")[page - 1]


@books
def test_contents_name_the_pages_of_the_sections(name: str) -> None:
    document, rendered = printed(name)
    assert any(isinstance(block, Contents) for block in document.blocks)
    sections = [
        block for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ]
    first: dict[str, int] = {}
    for place in rendered.places:
        first.setdefault(place.record, place.page)
    listed = children_of(name, "TOCI")
    assert len(listed) == len(sections)
    for entry, heading in zip(listed, sections, strict=True):
        assert {each.text.strip() for each in entry if each.role == "Lbl"} == {heading.number}
        titles = {bare(each.text) for each in entry if each.role == "Reference"}
        assert {bare(said_of(para)) for para in heading.paras} <= titles
        numbers = [int(each.text) for each in entry if each.role == "Link"]
        # On facing pages the contents of either side name the page on that side.
        count = 2 if PACKS[name][2] == "facing" else 1
        assert numbers == [first[heading.record] + 1 + side for side in range(count)]


class Glyph(NamedTuple):
    """A character and the middle of its box."""

    char: str
    x: float
    y: float
    size: float


def glyphs(page: pymupdf.Page) -> list[Glyph]:
    return [
        Glyph(
            char["c"],
            (char["bbox"][0] + char["bbox"][2]) / 2,
            (char["bbox"][1] + char["bbox"][3]) / 2,
            span["size"],
        )
        for block in page.get_text("rawdict")["blocks"]
        for line in block.get("lines", ())
        for span in line["spans"]
        for char in span["chars"]
    ]


@books
def test_source_numbers_lead_to_their_sources(name: str) -> None:
    followed: dict[str, int] = {}
    with pymupdf.open(stream=printed(name).pdf) as document:
        shown = [glyphs(page) for page in document]
        for page in document:
            for link in page.get_links():
                box = link["from"]
                if link["kind"] != pymupdf.LINK_GOTO or box.width > 100:  # an entry of the contents
                    continue
                number = "".join(
                    glyph.char
                    for glyph in shown[page.number]
                    if glyph.size < MARK * 1.15
                    and glyph.char.isdigit()
                    and box.contains((glyph.x, glyph.y))
                )
                where = geometry(printed(name).document)
                left = where.left(link["page"])
                labels = [
                    glyph.char
                    for glyph in shown[link["page"]]
                    if left <= glyph.x < left + where.width * 0.05
                    and 0 < glyph.y - link["to"].y < CELL.leading + 8
                ]
                assert number == "".join(labels).strip()
                followed[number] = followed.get(number, 0) + 1
    sources = next(
        block
        for block in printed(name).document.blocks
        if isinstance(block, Table) and block.sort == "list"
    )
    cited = {
        number
        for para in marked(name)
        for span in para.spans
        if span.mark
        for number in DIGITS.findall(span.text)
    }
    assert {*followed} == cited <= {row.cells[0][0].text for row in sources.rows}
    assert sum(followed.values()) > 100


def marked(name: str) -> list[Para]:
    return [
        para
        for block in printed(name).document.blocks
        for para in paras_of(block)
        if any(s.mark for s in para.spans)
    ]


DIGITS = re.compile(r"\d+")


@books
def test_addresses_of_sources_are_links_that_say_where_they_lead(name: str) -> None:
    table = next(
        block
        for block in printed(name).document.blocks
        if isinstance(block, Table) and block.sort == "list"
    )
    records = [record for row in table.rows if (record := sample().get(Source, row.record))]
    addresses = {record.address for record in records if record.address}
    assert len(addresses) > 10
    with pymupdf.open(stream=printed(name).pdf) as document:
        leading = {
            link["uri"]
            for page in document
            for link in page.get_links()
            if link["kind"] == pymupdf.LINK_URI
        }
    assert leading == addresses
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                said = str(annotation.Contents)
                assert (
                    said == str(annotation.A.URI)
                    if "/A" in annotation
                    else re.match(r"\d+ \S", said)
                )


def test_a_pack_without_a_list_of_sources_has_no_dead_links() -> None:
    with pikepdf.open(BytesIO(printed("card").pdf)) as pdf:
        assert not any("/Annots" in page for page in pdf.pages)


def children_of(name: str, role: str) -> list[list[Tagged]]:
    """The descendants of each element of a role that say something."""
    out: list[list[Tagged]] = []
    inside = -1
    for each in tagged(name):
        if inside >= 0 and each.depth > inside:
            if each.parts:
                out[-1].append(each)
        else:
            inside = -1
        if each.role == role:
            out.append([])
            inside = each.depth
    return out
