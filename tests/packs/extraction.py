"""What readers get out of a PDF."""

import subprocess
import unicodedata
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import pikepdf
import pymupdf

from lohum_brief.typeset.blocks import Block, Contents, Flow, FreePage, Heading, Para, Table


def bare(text: str) -> str:
    """The text in NFC without white space."""
    return "".join(unicodedata.normalize("NFC", text).split())


def poppler(pdf: bytes, *options: str) -> list[str]:
    """The text of each page by pdftotext."""
    done = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    assert not done.stderr, done.stderr.decode()
    return done.stdout.decode().split("\f")[:-1]


def mupdf(pdf: bytes) -> list[str]:
    """The text of each page by PyMuPDF."""
    with pymupdf.open(stream=pdf) as document:
        return [page.get_text() for page in document]


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


class Tagged(NamedTuple):
    """A structure element with what it says: `parts` are the texts of its own marked content, by page."""

    role: str
    lang: str
    depth: int
    parts: tuple[tuple[int, int, str], ...]
    """(page, MCID, ActualText) of each."""
    element: Any

    @property
    def text(self) -> str:
        return "".join(text for _, _, text in self.parts)


ROLES_WITH_TEXT: Final = {"P", "H1", "H2", "H3", "LBody", "Lbl", "TH", "TD", "Reference", "Note", "Caption"}


def marked_content(page: pikepdf.Page) -> list[tuple[int, str, str]]:
    """(MCID, language, ActualText) of each piece of marked content, in the order in which it is drawn."""
    out = []
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC"):
        if str(operator) == "BDC" and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]:
            properties = operands[1]
            out.append((int(properties["/MCID"]), str(properties.get("/Lang", "")), str(properties["/ActualText"])))
    return out


def structure(pdf: pikepdf.Pdf) -> list[Tagged]:
    """All elements of the structure tree in reading order, with their effective language."""
    numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
    contents = [{mcid: text for mcid, _, text in marked_content(page)} for page in pdf.pages]
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
                own.append((page, kid, contents[page][kid]))
            elif "/MCID" in kid:
                at = numbers[kid["/Pg"].objgen]
                own.append((at, int(kid["/MCID"]), contents[at][int(kid["/MCID"])]))
            elif "/S" in kid:
                walk(kid, lang, page, depth + 1)
        out.insert(place, Tagged(str(element["/S"])[1:], lang, depth, tuple(own), element))

    root = pdf.Root["/StructTreeRoot"]["/K"]
    root = root[0] if isinstance(root, pikepdf.Array) else root
    walk(root, str(pdf.Root["/Lang"]), 0, 0)
    return out
