"""Small documents in three scripts, written by the backend alone: shaped here, one line under
another.
"""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
import uharfbuzz as hb

from lohum_brief.paths import resource
from lohum_brief.typeset.pdf.metadata import Info
from lohum_brief.typeset.pdf.navigation import Label, Link, Outline
from lohum_brief.typeset.pdf.writer import Writer
from lohum_brief.typeset.tagging import Element

if TYPE_CHECKING:
    from lohum_brief.typeset.pdf.fonts import FontUse

FACES = {"hi": "NotoSansDevanagari-Regular", "ja": "NotoSansJP-Regular", "en": "NotoSans-Regular"}


@cache
def face_of(lang: str) -> Any:
    return hb.Face(hb.Blob.from_file_path(str(resource(f"fonts/{FACES[lang]}.ttf"))))


def shaped(lang: str, text: str) -> list[tuple[int, str]]:
    """Glyphs and the text each stands for; a cluster's characters are spread over its glyphs."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face_of(lang)), buffer)
    glyphs = [(info.codepoint, info.cluster) for info in buffer.glyph_infos]
    starts = [*sorted({cluster for _, cluster in glyphs}), len(text)]
    result = []
    for begin, end in pairwise(starts):
        group = [glyph for glyph, cluster in glyphs if cluster == begin]
        for place, glyph in enumerate(group):
            last = place == len(group) - 1
            result.append((glyph, text[begin + place : end if last else begin + place + 1]))
    return result


class Draft:
    """A document being written, line by line, each line its own marked content."""

    def __init__(self, info: Info) -> None:
        self.writer = Writer(info)
        self.fonts: dict[str, FontUse] = {lang: self.writer.font(face_of(lang)) for lang in FACES}
        self.root = Element("Document", info.lang)
        self.pages = 0
        self.parents: list[Element] = []
        self.content: list[str] = []

    def line(self, element: Element, lang: str, text: str) -> None:
        font = self.fonts[lang]
        code = "".join([font.hex(glyph, part) for glyph, part in shaped(lang, text)])
        mcid = len(self.parents)
        element.kids.append((self.pages, mcid))
        self.parents.append(element)
        self.content.append(
            f"/{element.role} <</MCID {mcid}/Lang({lang})>>BDC\n"
            f"BT 0 g /{font.name} 12 Tf 50 {780 - 20 * mcid} Td <{code}>Tj ET\nEMC\n"
        )

    def end_page(self) -> None:
        self.writer.add_page(595.276, 841.89, "".join(self.content), self.parents)
        self.pages, self.parents, self.content = self.pages + 1, [], []


HINDI = "विद्युत क्षमता और वार्षिक कार्यक्रम"
JAPANESE = "日本の電池リサイクル工場"
ENGLISH = "Battery recycling, office (A & B)"


def sample() -> bytes:
    """Two pages with a heading, paragraphs, a table with an empty cell, a list, a link, and a
    paragraph over both.
    """
    draft = Draft(
        Info(
            title="भारत और 日本 <A & B>",
            lang="hi",
            author="A & B",
            subject="दौरा",
            keywords="x, y",
            created=1_752_000_000,
        )
    )
    root = draft.root
    heading = root.add("H1")
    heading.title = HINDI
    draft.line(heading, "hi", HINDI)
    draft.line(root.add("P", "ja"), "ja", JAPANESE)
    draft.line(root.add("P", "en"), "en", ENGLISH)
    root.add("Sect").add("P")
    link = root.add("P", "en").add("Link")
    draft.line(link, "en", "See page two")
    table = root.add("Table", "en")
    for row in range(2):
        line = table.add("TR")
        for column in range(2):
            cell = line.add("TD" if row else "TH")
            cell.scope = "" if row else "Column"
            if (row, column) != (1, 1):
                draft.line(cell, "en", f"cell {row}{column}")
    over = root.add("P", "en")
    draft.line(over, "en", "begins here and")
    draft.end_page()
    draft.line(over, "en", "ends there.")
    item = root.add("L", "en").add("LI")
    draft.line(item.add("Lbl"), "en", "1")
    draft.line(item.add("LBody"), "en", "first")
    draft.end_page()
    return draft.writer.finish(
        root,
        [Outline(1, HINDI, 0, 800), Outline(3, "deeper", 0, 700), Outline(1, JAPANESE, 1, 800)],
        [Link(0, (50, 700, 200, 712), 1, 800, link, "Page 2")],
        [Label(0, "r"), Label(1)],
    )


@pytest.fixture(scope="session")
def written() -> bytes:
    return sample()


@pytest.fixture(scope="session")
def write_sample() -> Callable[[], bytes]:
    return sample


@pytest.fixture
def draft() -> Draft:
    return Draft(Info(title="A title", lang="en"))
