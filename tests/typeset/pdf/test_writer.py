import io
import shutil
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import outloud
import page
import pikepdf
import pymupdf
import pypdf
import pytest
from PIL import ImageCms

from lohum_brief.paths import resource
from lohum_brief.typeset.pdf.metadata import Info
from lohum_brief.typeset.pdf.structure import StructureError
from lohum_brief.typeset.pdf.writer import Writer
from lohum_brief.typeset.tagging import Element

HINDI = "विद्युत क्षमता और वार्षिक कार्यक्रम"
JAPANESE = "日本の電池リサイクル工場"
ENGLISH = "Battery recycling, office (A & B)"


def _opened(data: bytes) -> Any:
    return pymupdf.open(stream=data, filetype="pdf")


@pytest.mark.parametrize("profile", ["ua1", "2a"])
def test_file_conforms(written: bytes, profile: str) -> None:
    report = page.validate_pdf_bytes(written, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_accessibility_checker_finds_nothing(written: bytes, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(written)
    result = outloud.check(str(file))
    assert result.error is None
    assert [
        finding for finding in result.findings if finding.severity in {"error", "warning"}
    ] == []


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="needs qpdf")
def test_qpdf_finds_no_fault(written: bytes, tmp_path: Path) -> None:
    file = tmp_path / "sample.pdf"
    file.write_bytes(written)
    done = subprocess.run(
        ["qpdf", "--check", str(file)], check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_equal_input_gives_equal_bytes(
    written: bytes, write_sample: Callable[[], bytes], draft: Any
) -> None:
    draft.line(draft.root.add("P"), "hi", "कुछ और")
    draft.end_page()
    draft.writer.finish(draft.root)  # another document between the two
    assert write_sample() == written


def test_no_standard_font_is_named(written: bytes) -> None:
    with pikepdf.open(io.BytesIO(written)) as pdf:
        fonts = [
            item
            for item in pdf.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/Font"
        ]
        assert len(fonts) == 6
        assert not [font for font in fonts if "Helvetica" in str(font.BaseFont)]
        assert all(len(str(font.BaseFont).split("+")[0]) == 7 for font in fonts)


@pytest.mark.parametrize("text", [HINDI, JAPANESE, ENGLISH])
def test_text_reads_back(written: bytes, text: str) -> None:
    assert text in pypdf.PdfReader(io.BytesIO(written)).pages[0].extract_text()
    assert text in _opened(written)[0].get_text()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_text_reads_back_in_poppler(written: bytes) -> None:
    done = subprocess.run(["pdftotext", "-", "-"], check=True, input=written, capture_output=True)
    text = done.stdout.decode()
    assert HINDI in text
    assert JAPANESE in text


def _kids(node: Any) -> list[Any]:
    if "/K" not in node:
        return []
    return list(node.K) if isinstance(node.K, pikepdf.Array) else [node.K]


def _elements(tree: Any) -> list[Any]:
    found = []

    def walk(node: Any) -> None:
        for kid in _kids(node):
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                assert kid.P.objgen == node.objgen
                found.append(kid)
                walk(kid)

    walk(tree)
    return found


def _claims(element: Any) -> list[tuple[tuple[int, int], int]]:
    """Marked content an element owns, as (object number of the page, MCID)."""
    claims: list[tuple[tuple[int, int], int]] = []
    for kid in _kids(element):
        if isinstance(kid, int):
            claims.append((element.Pg.objgen, kid))
        elif kid.get("/Type") == "/MCR":
            claims.append((kid.Pg.objgen, int(kid.MCID)))
    return claims


def test_parent_tree_agrees_with_the_structure_and_the_pages(written: bytes) -> None:
    with pikepdf.open(io.BytesIO(written)) as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = list(tree.ParentTree.Nums)
        entries = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        claims = {
            claim: element.objgen for element in _elements(tree) for claim in _claims(element)
        }
        listed: dict[tuple[tuple[int, int], int], tuple[int, int]] = {}
        for sheet in pdf.pages:
            assert sheet.obj.Tabs == "/S"
            owners = entries.pop(int(sheet.obj.StructParents))
            listed |= {(sheet.obj.objgen, mcid): owner.objgen for mcid, owner in enumerate(owners)}
            content: list[Any] = list(pikepdf.parse_content_stream(sheet))
            marked = [int(step.operands[1].MCID) for step in content if str(step.operator) == "BDC"]
            assert marked == list(range(len(owners)))
        assert claims == listed
        [annotation] = pdf.pages[0].Annots
        assert entries.pop(int(annotation.StructParent)).S == "/Link"
        assert entries == {}
        assert int(tree.ParentTreeNextKey) == 3


def test_structure_says_what_validators_do_not_ask(written: bytes) -> None:
    with pikepdf.open(io.BytesIO(written)) as pdf:
        elements = _elements(pdf.Root.StructTreeRoot)
        roles = [str(element.S)[1:] for element in elements]
        heads = [element for element in elements if element.S == "/TH"]
        assert [str(head.A.Scope) for head in heads] == ["/Column", "/Column"]
        assert roles.count("TD") == 2  # the empty one too
        assert "Sect" not in roles
        assert [str(element.T) for element in elements if "/T" in element] == [HINDI]
        spoken = [(str(element.S), str(element.Lang)) for element in elements if "/Lang" in element]
        assert ("/P", "ja") in spoken
        assert ("/TD", "en") not in spoken  # said by the table
        assert str(pdf.Root.Lang) == "hi"
        over = [element for element in elements if len(_claims(element)) == 2]
        assert len(over) == 1


def test_links_outline_and_labels_lead_to_their_pages(written: bytes) -> None:
    document = _opened(written)
    assert [entry[:3] for entry in document.get_toc()] == [
        [1, HINDI, 1],
        [2, "deeper", 1],
        [1, JAPANESE, 2],
    ]
    assert [link["page"] for link in document[0].get_links()] == [1]
    assert [sheet.get_label() for sheet in document] == ["i", "1"]
    with pikepdf.open(io.BytesIO(written)) as pdf:
        [annotation] = pdf.pages[0].Annots
        assert str(annotation.Contents) == "Page 2"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_information_and_xmp_agree(written: bytes) -> None:
    with pikepdf.open(io.BytesIO(written)) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo.Title) == "भारत और 日本 <A & B>"
        assert xmp["dc:creator"] == ["A & B"]
        assert xmp["dc:description"] == str(pdf.docinfo.Subject) == "दौरा"
        assert xmp["pdf:Keywords"] == str(pdf.docinfo.Keywords)
        assert xmp["pdf:Producer"] == str(pdf.docinfo.Producer)
        assert xmp["xmp:CreatorTool"] == str(pdf.docinfo.Creator)
        assert xmp["xmp:CreateDate"] == "2025-07-08T18:40:00Z"
        assert str(pdf.docinfo.CreationDate) == "D:20250708184000Z"
        assert (xmp.pdfa_status, xmp["pdfuaid:part"]) == ("2A", "1")


def test_without_a_time_no_date_is_written(draft: Any) -> None:
    draft.line(draft.root.add("P"), "en", "text")
    draft.end_page()
    with pikepdf.open(io.BytesIO(draft.writer.finish(draft.root))) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert "/ModDate" not in pdf.docinfo
        assert b"Date>" not in pdf.Root.Metadata.read_bytes()


def test_characters_no_xml_may_hold_do_not_spoil_the_metadata() -> None:
    writer = Writer(Info(title="a\x00b\x0b\ud800c", lang="en"))
    writer.add_page(100, 100, "", [])
    root = Element("Document")
    root.add("Table").add("TR").add("TD")
    with pikepdf.open(io.BytesIO(writer.finish(root))) as pdf, pdf.open_metadata() as xmp:
        assert xmp["dc:title"] == str(pdf.docinfo.Title) == "abc"


def test_many_elements_fill_several_object_streams(draft: Any) -> None:
    for _ in range(20):
        for place in range(40):
            draft.line(draft.root.add("P"), "en", f"line {place}")
        draft.end_page()
    data = draft.writer.finish(draft.root)
    assert page.validate_pdf_bytes(data, profile="2a").is_compliant
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert len(_elements(pdf.Root.StructTreeRoot)) == 801
        assert not pdf.get_warnings()
    assert "line 39" in _opened(data)[19].get_text()


def test_content_owned_by_another_element_is_refused(draft: Any) -> None:
    draft.line(draft.root.add("P"), "en", "text")
    draft.parents[0] = draft.root.add("P")
    draft.end_page()
    with pytest.raises(StructureError, match="another element"):
        draft.writer.finish(draft.root)


def test_content_that_nobody_claims_is_refused(draft: Any) -> None:
    draft.line(draft.root.add("P"), "en", "text")
    draft.line(Element("P"), "en", "lost")
    draft.end_page()
    with pytest.raises(StructureError, match="no element"):
        draft.writer.finish(draft.root)


def test_a_document_without_content_is_refused(draft: Any) -> None:
    draft.end_page()
    with pytest.raises(StructureError, match="no content"):
        draft.writer.finish(draft.root)


def test_an_export_given_up_leaves_no_thread() -> None:
    writer = Writer(Info(title="x", lang="en"))
    writer.add_page(100, 100, "q Q", [])
    workers = [thread for thread in threading.enumerate() if thread.name.startswith("compression")]
    assert workers
    del writer
    for worker in workers:
        worker.join(10)
        assert not worker.is_alive()


def test_output_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(resource("colour/srgb.icc").read_bytes()))
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    from PIL import Image

    colours = [
        (r, g, b) for r in range(0, 256, 51) for g in range(0, 256, 51) for b in range(0, 256, 51)
    ]
    source = Image.new("RGB", (len(colours), 1))
    source.putdata(colours)
    result = ImageCms.applyTransform(source, transform)
    assert result is not None
    deltas = [abs(old - new) for old, new in zip(source.tobytes(), result.tobytes(), strict=True)]
    assert max(deltas) <= 1
