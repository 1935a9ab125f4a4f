"""What readers get out of a PDF."""

import json
import os
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pymupdf

from lohum_brief.document.blocks import Block, Contents, Flow, FreePage, Heading, Table
from lohum_brief.document.paragraphs import Para


def bare(text: str) -> str:
    """The text in NFC without white space."""
    return "".join(unicodedata.normalize("NFC", text).split())


def poppler(pdf: bytes, *options: str) -> list[str]:
    """The text of each page by pdftotext."""
    done = subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    )
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode().split("\f")[:-1]


def mupdf(pdf: bytes) -> list[str]:
    """The text of each page by PyMuPDF."""
    with pymupdf.open(stream=pdf) as document:
        return [page.get_text() for page in document]


def pdfium(pdf: bytes) -> list[str]:
    """The text of each page by PDFium, which Chrome and Edge have."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def pdfjs(pdf: bytes) -> list[str]:
    """The text of each page by pdf.js, which Firefox has; `.ci/try-readers` says where it lies."""
    command = ["node", str(Path(__file__).with_name("pdfjs.mjs")), os.environ["LOHUM_PDFJS"]]
    done = subprocess.run(command, input=pdf, capture_output=True, check=False)
    assert not done.returncode, done.stderr.decode()
    pages: list[str] = json.loads(done.stdout)
    return pages


def paras_of(block: Block) -> Iterator[Para]:
    """The paragraphs of a block in reading order."""
    if isinstance(block, Heading | Flow):
        yield from block.paras
    elif isinstance(block, Contents):
        yield from block.title
    elif isinstance(block, FreePage):
        yield from (box.para for box in block.boxes)
    elif isinstance(block, Table):
        for row in (block.head, *(row.cells for row in block.rows)):
            for cell in row:
                yield from cell


class Part(NamedTuple):
    """A piece of marked content: the page, counted from 0, its MCID, its own language and its
    ActualText.
    """

    page: int
    mcid: int
    lang: str
    text: str


class Tagged(NamedTuple):
    """A structure element and the marked content that it owns itself."""

    role: str
    lang: str
    depth: int
    parts: tuple["Part", ...]
    element: Any

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


def marked_content(number: int, page: pikepdf.Page) -> list[Part]:
    """The marked content of a page that is no artifact, in the order in which it is drawn."""
    out = []
    for instruction in pikepdf.parse_content_stream(page, "BDC"):
        properties: Any = instruction.operands[1]
        if "/MCID" in properties:
            # Only the lines and areas of drawings have none.
            lang, text = str(properties.get("/Lang", "")), str(properties.get("/ActualText", ""))
            out.append(Part(number, int(properties["/MCID"]), lang, text))
    return out


def running(page: pikepdf.Page) -> list[str]:
    """What the running head and foot of a page say, and table heads that it repeats."""
    said = [
        str(properties["/ActualText"])
        for instruction in pikepdf.parse_content_stream(page, "BDC")
        if "/ActualText" in (properties := instruction.operands[1]) and "/MCID" not in properties
    ]
    return [text for text in said if text]


def structure(pdf: pikepdf.Pdf) -> list[Tagged]:
    """All elements of the structure tree in reading order, with their effective language."""
    numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
    contents = [
        {part.mcid: part for part in marked_content(number, page)}
        for number, page in enumerate(pdf.pages)
    ]
    out: list[Tagged] = []

    def walk(element: Any, lang: str, page: int, depth: int) -> None:
        lang = str(element.get("/Lang", lang))
        if "/Pg" in element:
            page = numbers[element["/Pg"].objgen]
        kids = element.get("/K", [])
        kids = [*kids] if isinstance(kids, pikepdf.Array) else [kids]
        own = []
        place = len(out)
        for kid in kids:
            if isinstance(kid, int):
                own.append(contents[page][kid])
            elif "/MCID" in kid:
                own.append(contents[numbers[kid["/Pg"].objgen]][int(kid["/MCID"])])
            elif "/S" in kid:
                walk(kid, lang, page, depth + 1)
        out.insert(place, Tagged(str(element["/S"])[1:], lang, depth, tuple(own), element))

    root = pdf.Root["/StructTreeRoot"]["/K"]
    root = root[0] if isinstance(root, pikepdf.Array) else root
    walk(root, str(pdf.Root["/Lang"]), 0, 0)
    return out
