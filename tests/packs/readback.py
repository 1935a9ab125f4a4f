"""What the sample's packs were to print, and what of it readers find."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from itertools import accumulate, groupby
from typing import Final, NamedTuple

import pikepdf

from lohum_brief.document.blocks import Block, Heading
from lohum_brief.document.document import Document
from lohum_brief.document.geometry import geometry
from lohum_brief.document.paragraphs import Para
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import parse, plain
from lohum_brief.language.nukta import decomposed
from lohum_brief.packs.admit import admit
from lohum_brief.typeset.compose import Composed
from lohum_brief.visit.records import Layout, Pack
from tests.packs.conftest import LAYOUTS, pack, sample, sample_pack
from tests.packs.extraction import Tagged, bare, mupdf, paras_of, pdfium, pdfjs, poppler, structure
from tests.packs.planning import plan


class Variant(NamedTuple):
    """A pack of the sample in some languages and a layout."""

    ident: str
    languages: tuple[Lang, ...]
    layout: Layout


# Together they print every text of the sample that any guest or host may read, in all three
# languages.
PACKS: Final[dict[str, Variant]] = {
    "guests": Variant("guests", ("hi", "ja"), "parallel"),
    "hosts": Variant("hosts", ("hi", "en"), "parallel"),
    "facing": Variant("principal", ("ja", "en", "hi"), "facing"),
    "stacked": Variant("principal", ("en", "hi"), "stacked"),
    "card": Variant("programme", ("hi", "en", "ja"), "parallel"),
    "delegates": Variant("delegates", ("ja", "en"), "parallel"),
}


def _shipped() -> dict[str, Variant]:
    """The sample's packs as they ship, by the names that they have above where they have one."""
    names = {variant: name for name, variant in PACKS.items()}
    found = [Variant(record.id, record.languages, record.layout) for record in sample().of(Pack)]
    return {names.get(variant, variant.ident): variant for variant in found}


def _others() -> dict[str, Variant]:
    """Each of them in one language, and in the layouts that it does not ship in."""
    out: dict[str, Variant] = {}
    for ident, languages, own in SHIPPED.values():
        out |= {f"{ident} {lang}": Variant(ident, (lang,), own) for lang in LANGS}
        out |= {
            f"{ident} {layout}": Variant(ident, languages, layout)
            for layout in LAYOUTS
            if layout != own
        }
    return {name: variant for name, variant in out.items() if variant not in PACKS.values()}


SHIPPED: Final = _shipped()
OTHERS: Final = _others()
_VARIANTS: Final = {**PACKS, **SHIPPED, **OTHERS}


class Printed(NamedTuple):
    """A pack of the sample: what was planned and what came out."""

    document: Document
    rendered: Composed

    @property
    def pdf(self) -> bytes:
        return self.rendered.pdf


@cache
def printed(name: str) -> Printed:
    ident, languages, layout = _VARIANTS[name]
    record = sample().get(Pack, ident)
    assert record is not None
    record = pack(record, languages=languages, layout=layout)
    rendered = sample_pack(ident, languages, layout)
    document = plan(admit(sample(), record.audience), record, pages=rendered.first_pages)
    return Printed(document, rendered)


@cache
def tagged(name: str) -> list[Tagged]:
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        return structure(pdf)


class Written(NamedTuple):
    """A paragraph that the pack was to print; `said` is what its element says: the first title of a
    heading on a page follows its number.
    """

    para: Para
    said: str
    block: Block


@cache
def written(name: str) -> list[Written]:
    out = []
    document = printed(name).document
    sides = geometry(document).side_langs
    for block in document.blocks:
        number = block.number if isinstance(block, Heading) else ""
        paras = [*paras_of(block)]
        firsts = {
            next((i for i, para in enumerate(paras) if not para.lang or para.lang in langs), -1)
            for langs in sides
        }
        out += [
            Written(para, bare((number if i in firsts else "") + said_of(para)), block)
            for i, para in enumerate(paras)
            if para.text.strip()
        ]
    return out


def said_of(para: Para) -> str:
    """The characters of a paragraph as they are read: without readings and source marks, in NFC."""
    spans = [span for span in para.spans if not span.mark]
    return decomposed(
        "".join(plain(span.text) if span.lang == "ja" else span.text for span in spans)
    )


def sides(element: Tagged) -> list[tuple[int, str]]:
    """What of an element stands on which page, counted from 0."""
    pages: dict[int, str] = {}
    for part in element.parts:
        pages[part.page] = pages.get(part.page, "") + part.text
    return [*pages.items()]


@cache
def by_text(name: str) -> dict[str, list[Tagged]]:
    """The elements that say a text, spaces aside. What belongs to no language stands on either of
    facing pages.
    """
    found: dict[str, list[Tagged]] = {}
    for each in tagged(name):
        texts = {bare(text) for _, text in sides(each)}
        found.setdefault(texts.pop() if len(texts) == 1 else bare(each.text), []).append(each)
    return found


READERS: Final[Mapping[str, Callable[[bytes], list[str]]]] = {
    "poppler": poppler,
    "poppler in drawing order": lambda pdf: poppler(pdf, "-raw"),
    "mupdf": mupdf,
    "pdfium": pdfium,
    "pdf.js": pdfjs,
}


class Page(NamedTuple):
    """What a reader finds on a page: its characters, and the places among them where white space
    stands.
    """

    text: str
    spaces: frozenset[int]

    def find(self, text: str, start: int, *, apart: bool) -> int:
        """Where a text stands, at or behind a place; -1 if nowhere. One that stands apart has white
        space before it.
        """
        place = self.text.find(text, start)
        while apart and place >= 0 and place not in self.spaces:
            place = self.text.find(text, place + 1)
        return place

    def places(self, text: str) -> Iterator[int]:
        """Where a text stands, spaces aside."""
        place = self.text.find(text)
        while place >= 0:
            yield place
            place = self.text.find(text, place + 1)


def without_spaces(text: str) -> Page:
    words = unicodedata.normalize("NFC", text).split()
    return Page("".join(words), frozenset(accumulate(map(len, words), initial=0)))


@cache
def found(name: str, reader: str) -> list[Page]:
    return [without_spaces(page) for page in READERS[reader](printed(name).pdf)]


def pages(name: str, reader: str) -> list[str]:
    """The text of each page, without spaces, as a reader finds it."""
    return [page.text for page in found(name, reader)]


class Misread(NamedTuple):
    """What a reader does not find as it was written: the number of the page, the text, and what is
    wrong with it.
    """

    page: int
    text: str
    fault: str


def misread(name: str, reader: str) -> list[Misread]:
    """Whatever does not come back whole, in the order of reading and with its spaces.

    Where a line is broken within a word, as an address may be, readers see white space. The texts
    within a drawing have no order.
    """
    out: list[Misread] = []
    read = found(name, reader)
    places = [0] * len(read)
    for element in tagged(name):
        if element.role == "Figure":
            lost = [part for part in element.parts if bare(part.text) not in read[part.page].text]
            out += [Misread(part.page + 1, part.text, "lost") for part in lost]
            continue
        for number, group in groupby(element.parts, lambda part: part.page):
            parts = [part.text for part in group]
            written = without_spaces("".join(parts))
            start = read[number].find(
                written.text, places[number], apart=element.role != "Reference"
            )
            if start < 0:
                end = _in_pieces(read[number], parts, places[number])
                if end is None:
                    out.append(Misread(number + 1, "".join(parts), "lost"))
                places[number] = end or places[number]
                continue
            places[number] = start + len(written.text)
            ends = {*accumulate(len(bare(part)) for part in parts)}
            spaces = {place - start for place in read[number].spaces}
            fault = _spacing(written, spaces, ends | _beside_wide_readings(name, written.text))
            if fault:
                out.append(Misread(number + 1, "".join(parts), fault))
    return out


def _in_pieces(page: Page, parts: Sequence[str], place: int) -> int | None:
    """Where the first piece of a text ends that marks of sources part, each of which is an element
    that is read next; None where a piece of it is not read.
    """
    ends = []
    for part in parts:
        start = page.find(bare(part), place, apart=False)
        if start < 0:
            return None
        place = start + len(bare(part))
        ends.append(place)
    return ends[0]


@cache
def _with_wide_readings(name: str) -> frozenset[str]:
    """The kanji whose reading is wider than they are: they have room on both sides, which pdf.js
    takes for spaces.
    """
    out = set()
    for block in printed(name).document.blocks:
        for para in paras_of(block):
            for span in para.spans:
                if span.lang == "ja" and "《" in span.text:
                    text, readings = parse(span.text)
                    out |= {
                        text[one.start : one.stop]
                        for one in readings
                        if len(one.kana) > 2 * (one.stop - one.start)
                    }
    return frozenset(out)


def _beside_wide_readings(name: str, text: str) -> set[int]:
    bases = _with_wide_readings(name)
    return {
        place
        for base in bases
        for found in re.finditer(re.escape(base), text)
        for place in found.span()
    }


def _spacing(written: Page, spaces: set[int], loose: set[int]) -> str:
    """What is wrong with the spaces that were read within a text; nothing if they are those that
    were written.

    Others may stand where it is `loose`, and between Japanese and Latin letters, where there is a
    quarter of an em.
    """
    for place in range(1, len(written.text)):
        if place in written.spaces and place not in spaces:
            return f"no space before {written.text[place:][:9]}"
        mixed = (written.text[place - 1] > "\u2e80") != (written.text[place] > "\u2e80")
        if place in spaces and not (mixed or place in written.spaces or place in loose):
            return f"a space before {written.text[place:][:9]}"
    return ""
