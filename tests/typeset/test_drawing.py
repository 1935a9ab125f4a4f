"""The pages' pixels against HarfBuzz's outlines: ActualText would hide wrong glyphs from every
reader of text.
"""

from typing import Any, get_args

import pymupdf
import pytest
import uharfbuzz as hb
from fontTools.pens.basePen import BasePen
from msgspec import structs
from PIL import Image, ImageChops, ImageFilter

from lohum_brief.document.blocks import Flow
from lohum_brief.document.geometry import A4, INNER
from lohum_brief.document.style import TITLE_1, Style
from lohum_brief.language.codes import Lang
from lohum_brief.language.nukta import decomposed
from lohum_brief.language.rooms.faces import Family
from lohum_brief.typeset.compose import compose
from lohum_brief.typeset.faces import EM, chain
from lohum_brief.typeset.shaping import ON_THE_EM
from tests.typeset.conftest import Typesetter, document, para, solid

FAMILIES = get_args(Family)
TONGUES = {"Latn": "en", "Deva": "hi", "Hani": "ja"}
DPI = 144

TEXTS: list[tuple[Lang, str]] = [
    ("hi", "विद्युत क्षमता श्री ज़रूरत"),
    ("hi", "पुनर्चक्रण के लिए र्द्धि ट्रॉली"),
    ("hi", "कि की कु कू र्कि क्‍ष हृदय"),
    ("hi", "Lohum के EV 電池"),
    ("en", "AVATAR affinity, “Wave” 12½%"),
    ("en", "T. Yokohama-Tokyo & लोहुम"),
    ("ja", "電池「リサイクル」、工場ー々"),
    ("ja", "辻邉髙﨑𠮷野 葛󠄀城"),
]


class Outline(BasePen):  # type: ignore[misc]
    """Path operators of glyphs; quadratic curves become cubic ones."""

    def __init__(self) -> None:
        super().__init__(None)
        self.parts: list[str] = []
        self.origin = (0.0, 0.0)
        self.scale = 1.0

    def _at(self, *points: tuple[float, float]) -> str:
        return " ".join(
            f"{self.origin[0] + x * self.scale:.4f} {self.origin[1] + y * self.scale:.4f}"
            for x, y in points
        )

    def _moveTo(self, pt: Any) -> None:  # noqa: N802 fontTools' names
        self.parts.append(f"{self._at(pt)} m")

    def _lineTo(self, pt: Any) -> None:  # noqa: N802
        self.parts.append(f"{self._at(pt)} l")

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: N802
        self.parts.append(f"{self._at(pt1, pt2, pt3)} c")

    def _closePath(self) -> None:  # noqa: N802
        self.parts.append("h")


def outlined(text: str, lang: Lang, style: Style, x: float, y: float) -> str:
    """The text as HarfBuzz draws it, each face's run shaped at once, with its baseline at (x, y)."""
    pen = Outline()
    for face, run in chain(style.family, lang).runs(decomposed(text)):
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.direction = "ltr"
        buffer.script = face.script
        buffer.language = TONGUES[face.script]
        hb.shape(face.font, buffer, None if face.spaced else ON_THE_EM)
        pen.scale = style.size * EM / face.em
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen.origin = (x + place.x_offset * pen.scale, y + place.y_offset * pen.scale)
            face.font.draw_glyph_with_pen(info.codepoint, pen)
            x += place.x_advance * pen.scale
    return " ".join(pen.parts) + " f"


def picture(page: Any) -> Image.Image:
    pixels = page.get_pixmap(dpi=DPI, colorspace=pymupdf.csGRAY)
    return Image.frombytes("L", (pixels.width, pixels.height), pixels.samples)


def stray(ink: Image.Image, allowed: Image.Image) -> int:
    """How many dark pixels have no ink of the other picture at most a pixel away."""
    near = allowed.filter(ImageFilter.MinFilter(3))
    dark = ink.point(lambda value: 255 if value < 100 else 0)
    far = near.point(lambda value: 255 if value > 170 else 0)
    return sum(ImageChops.multiply(dark, far).histogram()[200:])


@pytest.mark.parametrize("family", FAMILIES)
def test_every_face_draws_what_harfbuzz_draws(
    family: Family, typeset: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    solid(monkeypatch)
    style = Style(family, 22, 40)
    done = typeset(
        document(
            *(Flow((para(lang, text, style, neutral=True),)) for lang, text in TEXTS), langs=("en",)
        )
    )
    ours = pymupdf.open(stream=done.composed.pdf)
    reference = pymupdf.open()
    page = reference.new_page(width=A4[0], height=A4[1])
    path = []
    for lang, text in TEXTS:
        line = next(line for line in done.lines if line.text == decomposed(text))
        assert line.page == 0
        path.append(outlined(text, lang, style, INNER + line.x, A4[1] - line.y))
    # An empty page has no content stream of its own: make one, then replace it.
    page.draw_line((0, 0), (1, 1))
    (xref,) = page.get_contents()
    reference.update_stream(xref, "\n".join(path).encode())
    found, expected = picture(ours[0]), picture(page)
    assert sum(expected.histogram()[:100]) > 10_000
    # The foot of the page has a line of its own: only the text area is compared.
    area = (0, 0, found.width, int(found.height * 0.8))
    foot = int(28 / 25.4 * DPI)
    found, expected = (one.crop((0, foot, area[2], area[3])) for one in (found, expected))
    assert stray(expected, found) == 0
    assert stray(found, expected) == 0


def test_the_comparison_would_notice_one_wrong_glyph(typeset: Typesetter) -> None:
    style = Style("sans", 22, 40)
    pictures = []
    for text in ("विद्युत", "विधुत"):
        done = typeset(document(Flow((para("hi", text, style),)), langs=("hi",)))
        pictures.append(picture(pymupdf.open(stream=done.composed.pdf)[0]))
    assert stray(*pictures) + stray(*reversed(pictures)) > 20


def ink(*flows: Flow) -> int:
    """How much ink the first of these blocks' page has, in hundredths of a black pixel."""
    done = compose(document(*flows, langs=("ja",)))
    with pymupdf.open(stream=done.pdf) as pdf:
        levels = picture(pdf[0]).crop((0, 0, 10_000, 1300)).histogram()
    return sum((255 - level) * count for level, count in enumerate(levels)) * 100 // 255


def test_a_japanese_title_is_as_heavy_as_the_others_and_what_follows_is_not() -> None:
    def title(family: Family, text: str, lang: Lang = "ja") -> Flow:
        return Flow((para(lang, text, structs.replace(TITLE_1, family=family), neutral=True),))

    body = Flow(
        (
            para("ja", "本文は太くありません。", neutral=True),
            para("hi", "और हिन्दी भी", neutral=True),
        )
    )
    empty, text = ink(Flow((para("en", ".", neutral=True),))), ink(body)
    bold, plain = (ink(title(family, "電池リサイクル工場")) for family in ("serif-bold", "serif"))
    assert bold - empty > 1.15 * (plain - empty)
    assert ink(title("serif-bold", "電池リサイクル工場"), body) - bold == pytest.approx(
        text - empty, rel=0.02
    )
    # A word in another script is as heavy in a Japanese title as in its own.
    assert ink(title("serif-bold", "電池 दौरा")) - ink(
        title("serif-bold", "電池 ")
    ) == pytest.approx(ink(title("serif-bold", "दौरा", "hi")) - empty, rel=0.03)
