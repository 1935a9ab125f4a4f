import io
from typing import Any

import page
import pikepdf
import pymupdf
import pypdf
import pytest
import uharfbuzz as hb

from lohum_brief.paths import resource
from lohum_brief.typeset.pdf.fonts import FontUse


def _text(data: bytes) -> str:
    first: Any = pymupdf.open(stream=data, filetype="pdf")[0]
    return str(first.get_text())


def _font(data: bytes, place: int = 0) -> tuple[Any, Any]:
    pdf = pikepdf.open(io.BytesIO(data))
    return pdf, list(pdf.pages[0].Resources.Font.values())[place]


def test_codes_count_pairs_of_glyph_and_text() -> None:
    font = FontUse("F0", None, 1000)
    assert [font.cid(7, "a"), font.cid(7, "b"), font.cid(9, "a"), font.cid(7, "a")] == [1, 2, 3, 1]
    assert [font.hex(7, "b"), font.hex(1, "z")] == ["0002", "0004"]
    assert font.used == [(7, "a"), (7, "b"), (9, "a"), (1, "z")]


def test_one_glyph_for_two_texts_reads_back_as_both(draft: Any) -> None:
    font = draft.fonts["en"]
    glyph = hb.Font(font.face).get_nominal_glyph(ord("x"))
    element = draft.root.add("P")
    element.kids.append((0, 0))
    draft.parents.append(element)
    code = font.hex(glyph, "x") + font.hex(glyph, "y") + font.hex(glyph, "xyz")
    draft.content.append(f"/P <</MCID 0>>BDC BT /{font.name} 12 Tf 50 700 Td <{code}>Tj ET EMC")
    draft.end_page()
    data = draft.writer.finish(draft.root)
    assert "xyxyz" in pypdf.PdfReader(io.BytesIO(data)).pages[0].extract_text()


def test_widths_are_the_faces_own_even_between_thousandths(draft: Any) -> None:
    draft.line(draft.root.add("P"), "ja", "電池ー")
    draft.end_page()
    pdf, font = _font(draft.writer.finish(draft.root))
    face = draft.fonts["ja"].face
    metrics = hb.Font(face)
    metrics.scale = (face.upem, face.upem)
    first, widths = font.DescendantFonts[0].W
    assert first == 0
    wanted = [
        metrics.get_glyph_h_advance(glyph) * 1000 / face.upem
        for glyph, _ in [(0, ""), *draft.fonts["ja"].used]
    ]
    assert [float(width) for width in widths] == pytest.approx(wanted, abs=0.001)
    pdf.close()


def test_subset_draws_what_the_face_draws(draft: Any) -> None:
    draft.line(draft.root.add("P"), "hi", "क्षत्रिय")
    draft.end_page()
    pdf, font = _font(draft.writer.finish(draft.root))
    descendant = font.DescendantFonts[0]
    program = descendant.FontDescriptor.FontFile2
    data = program.read_bytes()
    assert int(program.Length1) == len(data)
    assert set(hb.Face(data).table_tags) == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    mapping = descendant.CIDToGIDMap.read_bytes()
    small, whole = hb.Font(hb.Face(data)), hb.Font(draft.fonts["hi"].face)
    assert len(mapping) == 2 * (len(draft.fonts["hi"].used) + 1)
    for cid, (glyph, _) in enumerate(draft.fonts["hi"].used, 1):
        inside = int.from_bytes(mapping[2 * cid : 2 * cid + 2], "big")
        assert small.get_glyph_extents(inside) == whole.get_glyph_extents(glyph)
        assert small.get_glyph_h_advance(inside) == whole.get_glyph_h_advance(glyph)
    pdf.close()


@pytest.mark.parametrize("name", sorted(path.stem for path in resource("fonts").glob("*.ttf")))
def test_every_shipped_face_can_be_embedded(draft: Any, name: str) -> None:
    face = hb.Face(hb.Blob.from_file_path(str(resource(f"fonts/{name}.ttf"))))
    font = draft.writer.font(face)
    element = draft.root.add("P")
    element.kids.append((0, 0))
    draft.parents.append(element)
    character = "क" if "Devanagari" in name else "鉄" if "JP" in name or name == "ipamjm" else "k"
    code = font.hex(hb.Font(face).get_nominal_glyph(ord(character)), character)
    draft.content.append(f"/P <</MCID 0>>BDC BT /{font.name} 12 Tf 50 700 Td <{code}>Tj ET EMC")
    draft.end_page()
    data = draft.writer.finish(draft.root)
    report = page.validate_pdf_bytes(data, profile="2a")
    assert [failure.message for failure in report.failures] == []
    pdf, embedded = _font(data)
    descriptor = embedded.DescendantFonts[0].FontDescriptor
    assert bool(int(descriptor.Flags) & 2) is ("Serif" in name or name == "ipamjm")
    assert descriptor.Ascent > 0 > descriptor.Descent
    assert 0 < descriptor.CapHeight <= descriptor.Ascent
    assert (int(descriptor.StemV) > 120) is ("Bold" in name)
    pdf.close()
    assert character in _text(data)


def test_a_glyph_without_text_of_its_own_keeps_the_file_valid(draft: Any) -> None:
    font = draft.fonts["en"]
    glyph = hb.Font(font.face).get_nominal_glyph(ord("x"))
    element = draft.root.add("P")
    element.kids.append((0, 0))
    draft.parents.append(element)
    code = font.hex(glyph, "x") + font.hex(glyph, "")
    draft.content.append(f"/P <</MCID 0>>BDC BT /{font.name} 12 Tf 50 700 Td <{code}>Tj ET EMC")
    draft.end_page()
    data = draft.writer.finish(draft.root)
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant
    assert page.validate_pdf_bytes(data, profile="ua1").is_compliant
    assert _text(data).strip("\u200b\n") == "x"


def test_text_map_keeps_to_a_hundred_lines_a_block(draft: Any) -> None:
    font = draft.fonts["en"]
    for number in range(250):
        font.cid(5, f"{number}")
    draft.line(draft.root.add("P"), "en", "text")
    draft.end_page()
    pdf, embedded = _font(draft.writer.finish(draft.root))
    lines = embedded.ToUnicode.read_bytes().decode().split("\n")
    assert [line.split()[0] for line in lines if line.endswith("beginbfchar")] == [
        "100",
        "100",
        "53",
    ]
    pdf.close()
