"""What tells readers where they are: head, foot, marks at the edge, labels and outline."""

from io import BytesIO

import pikepdf
import pymupdf
import pytest
from msgspec import structs

from lohum_brief.document.blocks import Block, Contents, Flow, Heading, NewPage
from lohum_brief.document.document import Document, Running
from lohum_brief.document.geometry import A4
from lohum_brief.document.style import MM, RUNNING, TITLE_1
from lohum_brief.language.codes import Lang
from lohum_brief.typeset.compose import compose
from tests.typeset.conftest import document, para

TEXT = Flow((para("en", "Text."), para("ja", "本文。")))
RUN = Running(
    head=(para("en", "No section", RUNNING),),
    foot=(para("en", "A visit", RUNNING),),
    pack=(para("en", "A pack", RUNNING),),
    issue=(para("en", "Draft abcdef", RUNNING),),
)


def section(number: int, *, readings: bool = False) -> Heading:
    title = "｜節《せつ》" if readings else "節"
    return Heading(
        1,
        str(number),
        (para("en", f"Part {number}", TITLE_1), para("ja", f"{title}{number}", TITLE_1)),
    )


def whole(*blocks: Block, langs: tuple[Lang, ...] = ("en", "ja"), **more: object) -> Document:
    return structs.replace(document(*blocks, langs=langs), running=RUN, **more)


def heads(pdf: bytes) -> list[str]:
    """What stands above the text area of each page."""
    with pymupdf.open(stream=pdf) as file:
        return [" ".join(page.get_text(clip=(0, 0, A4[0], 20 * MM)).split()) for page in file]


def parts(count: int) -> list[Block]:
    return [block for number in range(1, count + 1) for block in (section(number), TEXT, NewPage())]


def test_the_head_names_the_section_that_goes_on_at_the_top_else_the_first_that_begins() -> None:
    blocks: list[Block] = [
        TEXT,
        NewPage(),
        TEXT,
        section(1, readings=True),
        TEXT,
        NewPage(),
        TEXT,
        section(2),
        section(3),
        NewPage(),
        TEXT,
    ]
    assert heads(compose(whole(*blocks)).pdf) == [
        "No section",
        "1 Part 1 節1",
        "1 Part 1 節1",
        "3 Part 3 節3",
    ]


def test_the_contents_are_where_they_say() -> None:
    title = (para("en", "Contents", TITLE_1), para("ja", "目次", TITLE_1))
    found = heads(compose(whole(Contents(title), NewPage(), section(1), TEXT)).pdf)
    assert found == ["Contents 目次", "1 Part 1 節1"]


def test_each_of_two_facing_pages_names_the_section_in_its_language() -> None:
    done = compose(whole(section(1), TEXT, layout="facing"))
    assert heads(done.pdf)[1:] == ["1 Part 1", "1 節1"]


def test_the_number_of_the_page_stands_outside_and_the_edition_below_it() -> None:
    with pymupdf.open(stream=compose(whole(*parts(2))).pdf) as file:
        for number, page in enumerate(file):
            words = [word for word in page.get_text("words") if word[1] > A4[1] - 22 * MM]
            said = [word[4] for word in words]
            assert said[:5] == ["A", "visit", str(number + 1), "/", "2"]
            visit, count, draft, pack = (
                [word for word in words if word[4] in wanted]
                for wanted in (
                    {"visit"},
                    {str(number + 1), "/", "2"},
                    {"Draft", "abcdef"},
                    {"pack"},
                )
            )
            right = number % 2 == 0
            for outer in (count, draft):
                edge = max(w[2] for w in outer) if right else A4[0] - min(w[0] for w in outer)
                assert edge == pytest.approx(A4[0] - 18 * MM, abs=1)
            for inner in (visit, pack):
                near = min(w[0] for w in inner) if right else A4[0] - max(w[2] for w in inner)
                assert near == pytest.approx(24 * MM, abs=8), "behind its article"
            assert max(w[1] for w in count) < min(w[1] for w in draft)


def test_a_long_document_marks_each_section_at_a_height_of_its_own() -> None:
    def marks(count: int) -> list[tuple[bool, int, str]]:
        """Of each page: whether the mark is at the right edge, its height, what it says."""
        found = []
        with pymupdf.open(stream=compose(whole(*parts(count))).pdf) as file:
            for page in file:
                for drawing in page.get_drawings():
                    rect = drawing["rect"]
                    if rect.width > 20 and (rect.x0 < 1 or rect.x1 > A4[0] - 1):
                        said = page.get_text(clip=rect).strip()
                        found.append((rect.x1 > A4[0] - 1, round(rect.y0), said))
        return found

    assert marks(24) == []
    long = marks(25)
    assert [said for _, _, said in long] == [str(number) for number in range(1, 26)]
    assert [right for right, _, _ in long] == [number % 2 == 0 for number in range(25)]
    heights = [height for _, height, _ in long]
    assert heights == sorted(set(heights)), "each is lower than the one before"


def test_marks_at_the_edge_are_no_content() -> None:
    done = compose(whole(*parts(25)))
    with pikepdf.open(BytesIO(done.pdf)) as pdf:
        for page in pdf.pages:
            read = [
                str(instruction.operands[1]["/ActualText"]).strip()
                for instruction in pikepdf.parse_content_stream(page, "BDC")
                if "/MCID" in instruction.operands[1]
            ]
            assert sum(text.isdigit() for text in read) == 1, "the number of the title alone"


def test_outline_and_labels_name_what_the_pages_do() -> None:
    done = compose(whole(section(1, readings=True), TEXT, devanagari=False))
    with pymupdf.open(stream=done.pdf) as file:
        assert [title for _, title, _ in file.get_toc()] == ["1  Part 1 · 節1"]
        assert [file[i].get_label() for i in range(file.page_count)] == ["1"]
    hindi = whole(*parts(3), langs=("en", "hi", "ja"), devanagari=True)
    with pymupdf.open(stream=compose(hindi).pdf) as file:
        assert [file[i].get_label() for i in range(3)] == [f"<FEFF096{n}>" for n in (7, 8, 9)], (
            "as MuPDF tells १, २, ३"
        )
