"""What is drawn is what HarfBuzz makes of the paragraph as a whole, though it was shaped word by
word.
"""

import re
import unicodedata
from functools import cache
from itertools import groupby
from typing import Any, get_args

import pytest
import uharfbuzz as hb
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lohum_brief.document.paragraphs import Align, Span
from lohum_brief.document.style import Style
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.nukta import decomposed
from lohum_brief.language.rooms.faces import Family
from lohum_brief.typeset import paragraph
from lohum_brief.typeset.faces import EM, Chain, Face, chain, joins
from lohum_brief.typeset.faces import face as opened
from lohum_brief.typeset.paragraph import one_line, set_lines
from lohum_brief.typeset.shaping import ON_THE_EM, Glyph, Run, shape, shape_many
from tests.typeset.conftest import sample_texts, solid
from tests.typeset.operators import Drawn, encoder, line_glyphs, line_text

FAMILIES = get_args(Family)
TONGUES = {"Latn": "en", "Deva": "hi", "Hani": "ja"}


@pytest.fixture(autouse=True)
def without_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    """The spaces of Japanese are typesetting, not shaping; `test_spacing` has them."""
    solid(monkeypatch)


def whole(text: str, lang: Lang, style: Style) -> list[tuple[str, int, float, float]]:
    """Face, glyph, x and rise of each glyph when HarfBuzz shapes each face's run of the whole text
    at once.
    """
    out = []
    x = 0.0
    for face, run in chain(style.family, lang).runs(decomposed(text)):
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.direction = "ltr"
        buffer.script = face.script
        buffer.language = TONGUES[face.script]
        hb.shape(face.font, buffer, None if face.spaced else ON_THE_EM)
        scale = style.size * EM / face.em
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            out.append(
                (face.key, info.codepoint, x + place.x_offset * scale, place.y_offset * scale)
            )
            x += place.x_advance * scale
    return out


def assert_equal(found: list[Drawn], expected: list[tuple[str, int, float, float]]) -> None:
    assert [(glyph.face, glyph.glyph) for glyph in found] == [
        (face, glyph) for face, glyph, _, _ in expected
    ]
    # Operators are rounded to a ten-thousandth; a twentieth of a point over a whole paragraph is
    # what that may add up to.
    assert [glyph.x for glyph in found] == pytest.approx([x for _, _, x, _ in expected], abs=0.05)
    assert [glyph.rise for glyph in found] == pytest.approx(
        [rise for *_, rise in expected], abs=0.01
    )


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("lang", LANGS)
def test_the_sample_is_shaped_as_a_whole(lang: Lang, family: Family) -> None:
    style = Style(family)
    maker = encoder()
    texts = [plain(text) for text in sample_texts(lang)]
    assert len(texts) > 300
    for text in texts if family == "sans" else texts[::6]:  # body text is sans; the rest are titles
        line = one_line([Span(text, lang, style)], maker)
        assert_equal(line_glyphs(line), whole(text.replace("\n", " "), lang, style))


consonants = st.sampled_from([*"कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह", "क़", "ड़", "\u095c"])
syllables = st.builds(
    lambda heads, vowel, sign: "्".join(heads) + vowel + sign,
    st.lists(consonants, min_size=1, max_size=3),
    st.sampled_from(["", *"ािीुूृेैोौ", "्\u200dक", "्\u200cक"]),
    st.sampled_from(["", "ं", "ँ", "ः"]),
)
devanagari = st.one_of(
    st.lists(syllables, min_size=1, max_size=5).map("".join),
    st.lists(syllables, min_size=1, max_size=5).map(lambda parts: f"({'—'.join(parts)}),"),
)
latin = st.text(st.sampled_from("AVToWaefilrty.,-/&%$()0123456789–—’"), min_size=1, max_size=9)
japanese = st.text(st.sampled_from("電池リサイクル、。「」ーっゃ々"), min_size=1, max_size=9)
mixed = st.lists(st.one_of(devanagari, latin, japanese), min_size=1, max_size=8).map(" ".join)
run_together = st.lists(st.one_of(devanagari, latin, japanese), min_size=1, max_size=5).map("".join)


@given(
    text=st.one_of(mixed, run_together),
    lang=st.sampled_from(LANGS),
    family=st.sampled_from(FAMILIES),
)
@example(text="क (क—क),", lang="ja", family="sans")
@example(text="र्द्धि ज़रूरत विद्युत—श्री/क्ष", lang="hi", family="serif")
@settings(max_examples=150)
def test_any_text_is_shaped_as_a_whole(text: str, lang: Lang, family: Family) -> None:
    style = Style(family)
    line = one_line([Span(text, lang, style)], encoder())
    assert_equal(line_glyphs(line), whole(text, lang, style))
    assert line_text(line) == decomposed(text)


@given(
    text=st.one_of(mixed, run_together),
    before=st.lists(mixed, max_size=3),
    lang=st.sampled_from(LANGS),
)
@example(text="A 10", before=["A1"], lang="hi")
@example(text="葛\U000e0100", before=["葛"], lang="ja")
def test_the_faces_of_a_text_depend_on_its_words_alone(
    text: str, before: list[str], lang: Lang
) -> None:
    fresh, used = Chain("sans", lang), Chain("sans", lang)
    for one in before:
        used.runs(one)
    runs = used.runs(text)
    assert runs == fresh.runs(text)
    words = [
        part
        for word in re.findall("[^ ]* +|[^ ]+", text)
        for part in Chain("sans", lang).runs(word)
    ]
    joined = [
        (face, "".join([part for _, part in group]))
        for face, group in groupby(words, key=lambda run: run[0])
    ]
    assert runs == joined


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("hi", "2024\u00a0→\u00a02050"),
        ("en", "2024\u00a0→\u00a02050"),
        ("hi", "→5"),
        ("hi", "टन→5"),
        ("en", "t→5"),
    ],
)
def test_a_number_behind_a_sign_of_another_face_is_set_in_the_face_of_the_text(
    lang: Lang, text: str
) -> None:
    faces = {char: face for face, part in Chain("sans", lang).runs(text) for char in part}
    assert {faces[char] for char in faces if char.isdecimal()} == {Chain("sans", lang).first("5")}


def test_a_broken_paragraph_shows_the_same_glyphs() -> None:
    style = Style()
    maker = encoder()
    for text in sample_texts("hi")[:60]:
        lines = set_lines([Span(text, "hi", style)], 150, maker)
        shown = [(glyph.face, glyph.glyph) for line in lines for glyph in line_glyphs(line)]
        assert shown == [(face, glyph) for face, glyph, _, _ in whole(text, "hi", style)]


@given(text=mixed, lang=st.sampled_from(LANGS))
def test_the_glyphs_carry_the_whole_text_once(text: str, lang: Lang) -> None:
    text = decomposed(text)
    assert (
        "".join(glyph[1] for run in shape(text, chain("sans", lang)) for glyph in run.glyphs)
        == text
    )


word = st.one_of(
    devanagari, latin, japanese, st.sampled_from(["\u200d", "ि", "\u3099", "सत्", "To", "AV"])
)


def told(run: Run) -> tuple[Face, str, list[Glyph], int]:
    return (
        run.batch.face,
        run.text,
        run.glyphs,
        run.batch.ends[run.last] - run.batch.ends[run.first],
    )


@given(
    words=st.lists(
        st.tuples(word, st.sampled_from(["", " "])).map("".join), min_size=1, max_size=6
    ),
    lang=st.sampled_from(LANGS),
)
@example(words=["सत्", "क"], lang="hi")
@example(words=["T", "o"], lang="en")
@example(words=["क ", "ि"], lang="hi")
def test_shaping_words_together_is_shaping_each_alone(words: list[str], lang: Lang) -> None:
    """What a paragraph looks like must not depend on which other words the document has."""
    words = [decomposed(one) for one in words]
    faces = chain("sans", lang)
    together = [[told(run) for run in one] for one in shape_many(words, faces)]
    assert together == [[told(run) for run in shape(one, faces)] for one in words]


def test_nukta_letters_are_decomposed_as_in_nfc() -> None:
    letters = "".join(map(chr, range(0x0958, 0x0960)))
    assert decomposed(letters) == unicodedata.normalize("NFC", letters)


@cache
def covered() -> list[str]:
    """Every character that one of the bundled faces has, but for control characters, which no visit
    has.
    """
    found = {
        char for lang in LANGS for name in chain("sans", lang).names for char in _characters(*name)
    }
    return sorted(char for char in found if unicodedata.category(char) != "Cc")


def _characters(name: str, script: Any) -> list[str]:
    return [chr(code) for code in opened(name, script).font.face.unicodes]


def test_marks_belong_to_what_stands_before_them() -> None:
    marks = [char for char in covered() if unicodedata.category(char).startswith("M")]
    assert len(marks) > 300
    assert [f"U+{ord(char):04X}" for char in marks if not joins(char)] == []


SPACES = " \u00a0\u3000\u2003\u2009\u200b\u2060\u00ad\t\n\u200c\u200d"
characters = st.one_of(
    st.sampled_from(SPACES),
    st.sampled_from(" "),
    st.deferred(lambda: st.sampled_from(covered())),
    st.deferred(
        lambda: st.sampled_from(
            [char for char in covered() if unicodedata.category(char).startswith("M")]
        )
    ),
    st.sampled_from("0123456789.,-/:%~～कखगिीअप्यAVabc電池ーっ。」"),
)


@given(
    text=st.text(characters, max_size=60),
    lang=st.sampled_from(LANGS),
    measure=st.sampled_from([4.0, 40.0, 226.0]),
    align=st.sampled_from(["left", "justify"]),
)
@example(text="व अ प य द    \u1cdd", lang="hi", measure=226.0, align="left")
@example(text="व अ प य द    \u1cda", lang="hi", measure=40.0, align="left")
@example(text="a b c d e f g h i j    \u0301 \u0301", lang="en", measure=40.0, align="left")
@settings(max_examples=300, deadline=None)
def test_any_text_is_set_and_nothing_of_it_is_lost(
    text: str, lang: Lang, measure: float, align: Align
) -> None:
    span, maker = Span(text, lang, Style()), encoder()
    paragraph.prepare([span], maker)
    lines = set_lines([span], measure, maker, align)
    assert "".join(map(line_text, lines)) == decomposed(text).replace("\t", " ").replace("\n", "")


@pytest.mark.parametrize(
    ("family", "face"),
    [
        ("sans", "NotoSansJP-Regular"),
        ("sans-bold", "NotoSansJP-Bold"),
        ("serif", "NotoSerifJP-Regular"),
        ("serif-bold", "NotoSerifJP-Bold"),
    ],
)
def test_a_rare_kanji_is_of_the_style_of_its_neighbours(family: Family, face: str) -> None:
    for lang in LANGS:
        for rare in ("𠮷田", "山﨑", "髙橋", "𡈽屋", "葛\U000e0100飾"):
            assert [(found.key, text) for found, text in chain(family, lang).runs(rare)] == [
                (face, rare)
            ]
