"""The text of the sample's packs as it comes back from the readers that people have: every word, in
order, with its spaces.
"""

from io import BytesIO

import pikepdf
import pytest

from lohum_brief.document.blocks import Heading
from tests.packs.extraction import bare, running
from tests.packs.readback import OTHERS, SHIPPED, by_text, found, misread, printed, said_of, written

# Poppler reads tables across their columns unless it keeps to the order of drawing.
ORDERLY = ("pdfium", "mupdf", "poppler in drawing order")


def holds(name: str, reader: str) -> None:
    assert [each.said for each in written(name) if each.said not in by_text(name)] == []
    assert misread(name, reader) == []


@pytest.mark.parametrize("reader", ORDERLY)
@pytest.mark.parametrize("name", SHIPPED)
def test_a_pack_comes_back_whole(name: str, reader: str) -> None:
    holds(name, reader)


@pytest.mark.parametrize("name", SHIPPED)
def test_words_are_apart_in_the_tags(name: str) -> None:
    """What is read aloud has a space where a number ends, a language, or a line that a new one
    follows.
    """
    for para, said, block in written(name):
        words = said_of(para).split()
        number = block.number.split() if isinstance(block, Heading) else []
        assert {" ".join(each.text.split()) for each in by_text(name)[said]} & {
            " ".join(words),
            " ".join([*number, *words]),
        }


@pytest.mark.readers
@pytest.mark.parametrize("name", [*SHIPPED, *OTHERS])
def test_a_pack_comes_back_whole_from_firefox(name: str) -> None:
    holds(name, "pdf.js")


@pytest.mark.nightly
@pytest.mark.parametrize("name", OTHERS)
def test_in_every_language_alone_and_every_layout(name: str) -> None:
    for reader in ORDERLY:
        holds(name, reader)


@pytest.mark.parametrize("reader", [*ORDERLY, "poppler"])
@pytest.mark.parametrize("name", ["guests", "stacked"])
def test_running_heads_are_read_without_gaps_in_words(name: str, reader: str) -> None:
    """A syllable of Devanagari is several glyphs, of which the second may be drawn before the
    first.
    """
    with pikepdf.open(BytesIO(printed(name).pdf)) as pdf:
        heads = running(pdf.pages[1])
    assert len(heads) > 4
    second = found(name, reader)[1]
    for word in " ".join(heads).split():
        assert any(
            not second.spaces & {*range(start + 1, start + len(bare(word)))}
            for start in second.places(bare(word))
        ), word
