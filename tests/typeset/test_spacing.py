"""The spaces of Japanese, measured in ems from the glyphs as a viewer draws them (JLREQ 3.1, 3.2)."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lohum_brief.document.blocks import Flow
from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import BODY, TITLE_2, Style
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, set_lines
from tests.typeset.conftest import Typesetter, document, para
from tests.typeset.operators import encoder, line_glyphs, line_text

JAPANESE_EM = BODY.size * LANGUAGES["ja"].faces.scale


BLANK_BEHIND = {**dict.fromkeys("」）、。", 0.5), **dict.fromkeys("・：", 0.25)}
BLANK_IN_FRONT = {**dict.fromkeys("「（", 0.5), **dict.fromkeys("・：", 0.25)}


def single(text: str, style: Style = BODY) -> Line:
    return one_line([Span(text, "ja", style)], encoder())


def steps(text: str) -> list[float]:
    """How far apart, in ems of Japanese, the characters of a line begin."""
    glyphs = line_glyphs(single(text))
    return [round((after.x - before.x) / JAPANESE_EM, 2) for before, after in pairwise(glyphs)]


# Sizes
# -------------------------------------------------------------------------------------------


def test_kanji_are_nearly_as_large_as_latin_and_figures_are_those_of_latin() -> None:
    kanji, figure, letter = line_glyphs(single("電7E"))
    assert kanji.advance / BODY.size == pytest.approx(0.98, abs=0.01)
    assert figure.face == letter.face == "NotoSans-Regular"


def test_lines_of_body_are_led_by_half_an_em_to_four_fifths() -> None:
    assert 1.5 <= BODY.leading / JAPANESE_EM <= 1.8


def test_a_quotation_stands_two_ems_in(typeset: Typesetter) -> None:
    said = "経済産業省は、民間の経済活力の向上を図る。"
    body = Flow((para("ja", said),))
    quoted = Flow((para("ja", f"「{said}」", neutral=True),), quoted=True)
    done = typeset(document(body, quoted, langs=("ja",)))
    plain, moved = done.starting("経済"), done.starting("「")
    assert (moved.x - plain.x) / JAPANESE_EM == pytest.approx(2, abs=0.25)
    sizes = {re.findall(r" ([0-9.]+) Tf", line.line.segments[0].ops)[0] for line in (plain, moved)}
    assert len(sizes) == 1  # as large as what is said about it


# Punctuation
# -------------------------------------------------------------------------------------------


def test_kana_and_kanji_stand_on_the_em() -> None:
    assert steps("リチウム電池のっー々") == [1.0] * 9


def test_punctuation_takes_an_em_with_its_blank() -> None:
    assert steps("電池、工場。電（池）工") == [1.0] * 10
    assert steps("ア・イ：ウ") == [1.0] * 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("電」「池", [1.0, 0.5, 1.0]),  # half an em between the brackets
        ("電」、池", [1.0, 0.5, 1.0]),
        ("電。」池", [1.0, 0.5, 1.0]),
        ("電、「池", [1.0, 0.5, 1.0]),
        ("電）。（池", [1.0, 0.5, 0.5, 1.0]),
        ("電「（池", [1.0, 0.5, 1.0]),
        ("電」・「池", [1.0, 0.5, 0.5, 1.0]),
        ("電」』）池", [1.0, 0.5, 0.5, 1.0]),
    ],
)
def test_of_two_blanks_that_meet_one_is_taken_back(text: str, expected: list[float]) -> None:
    assert steps(text) == expected


def test_the_same_holds_within_what_no_line_parts() -> None:
    assert steps("2025年7月8日（火）、電")[-3:] == [1.0, 0.5, 1.0]


def test_the_same_holds_within_a_phrase_of_a_title() -> None:
    line = single("原料（鉱物）、電池「工場」の", TITLE_2)
    glyphs = line_glyphs(line)
    at = line_text(line).index("）")
    assert glyphs[at + 1].x - glyphs[at].x == pytest.approx(glyphs[at].advance / 2, abs=0.01)


def test_lines_begin_with_the_bracket_and_end_with_the_stop() -> None:
    for text, left, width in (("「電池", -0.5, 2.5), ("電池。", 0.0, 2.5), ("（電池）", -0.5, 3.0)):
        line = single(text)
        assert line_glyphs(line)[0].x / JAPANESE_EM == pytest.approx(left, abs=0.01)
        assert line.width / JAPANESE_EM == pytest.approx(width, abs=0.01)


def test_what_has_no_blank_at_the_end_of_its_line_has_room_in_half_an_em_less() -> None:
    text = "電池工場。電池工場"
    lines = set_lines([Span(text, "ja", BODY)], 4.5 * JAPANESE_EM + 0.01, encoder())
    assert [*map(line_text, lines)] == ["電池工場。", "電池工場"]
    lines = set_lines([Span("電池工場「電池工", "ja", BODY)], 4 * JAPANESE_EM + 0.01, encoder())
    assert line_glyphs(lines[1])[0].x / JAPANESE_EM == pytest.approx(-0.5, abs=0.01)


@given(text=st.text(st.sampled_from("電池ア「」（）、。・：EV10年 "), min_size=1, max_size=24))
@settings(max_examples=200, deadline=None)
def test_no_two_characters_overlap_and_the_text_comes_back(text: str) -> None:
    lines = set_lines([Span(text, "ja", BODY)], 90.0, encoder(), "justify")
    assert "".join(map(line_text, lines)) == text
    for line in lines:
        glyphs = line_glyphs(line)
        for (one, before), (other, after) in pairwise(zip(line_text(line), glyphs, strict=True)):
            blank = BLANK_BEHIND.get(one, 0.0) + BLANK_IN_FRONT.get(other, 0.0) + 0.02
            assert after.x - before.x >= before.advance - blank * JAPANESE_EM


# Beside Latin
# -------------------------------------------------------------------------------------------


def gap_before(line: Line, index: int) -> float:
    glyphs = line_glyphs(line)
    return glyphs[index].x - glyphs[index - 1].x - glyphs[index - 1].advance


def test_a_quarter_em_stands_between_japanese_and_latin() -> None:
    # 0.25 of 8.8 pt, on either side of the letters, and nowhere else
    line = one_line([Span("電池EV工場", "ja", BODY)], encoder())
    assert [round(gap_before(line, i), 2) for i in (1, 2, 4, 5)] == [0, 2.2, 2.2, 0]
    last = line_glyphs(line)[-1]
    assert line.width == pytest.approx(last.x + last.advance, abs=0.01)


@pytest.mark.parametrize("text", ["電池、EV", "「EV」", "電池・EV", "（EV）電", "電池 EV"])
def test_no_quarter_em_beside_punctuation_or_space(text: str) -> None:
    line = one_line([Span(text, "ja", BODY)], encoder())
    at = text.index("E")
    assert gap_before(line, at) == pytest.approx(0, abs=0.3)  # kerning at most


@pytest.mark.parametrize(
    "text",
    ["A班", "A班、B班", "（A班・B班）", "A班とB班", "運営費の3分の1は", "の3件は", "は50%の"],
)
@pytest.mark.parametrize("phrases", [False, True])
def test_a_letter_that_numbers_and_a_number_with_its_counter_are_solid(
    text: str, phrases: bool
) -> None:
    style = TITLE_2 if phrases else BODY
    line = one_line([Span(text, "ja", style)], encoder())
    solid = [
        i
        for i in range(1, len(text))
        if text[i] in "班分の" or text[i - 1 : i + 1] in ("1は", "件は", "%の")
    ]
    assert [round(gap_before(line, i), 1) for i in solid] == [0.0] * len(solid)


def test_no_quarter_em_at_the_ends_of_lines() -> None:
    text = "電池EV電池EV"
    whole = one_line([Span("電池EV", "ja", BODY)], encoder()).width
    lines = set_lines([Span(text, "ja", BODY)], whole + 0.01, encoder())
    assert list(map(line_text, lines)) == ["電池EV", "電池EV"]
    assert line_glyphs(lines[1])[0].x == 0
    assert lines[1].width == pytest.approx(whole, abs=0.001)


def between(text: str, at: int) -> float:
    """The gap in front of a character, in ems."""
    return gap_before(single(text), at) / BODY.size


@pytest.mark.parametrize(
    "text", ["はEVの", "はMETIの", "は10:00に", "はCO₂換算", "はX線の", "は約185 kgの"]
)
def test_the_gap_is_the_same_on_both_sides(text: str) -> None:
    start = next(i for i in range(len(text)) if text[i].isascii())
    stop = next(i for i in range(start, len(text)) if not text[i].isascii() and text[i] != "₂")
    assert between(text, start) == pytest.approx(0.25, abs=0.03)
    assert between(text, stop) == pytest.approx(0.25, abs=0.03)


@pytest.mark.parametrize(
    "text",
    [
        "は2025年7月8日に", "は2025年7月8日（火）に", "第1は", "第4条第2項は", "は74名で", "は8か所で", "は3時間で",
        "は約70社で", "令和7年度は", "は30種類の",
    ],
)  # fmt: skip
def test_dates_and_what_is_counted_are_solid(text: str) -> None:
    line = single(text)
    gaps = [round(gap_before(line, i) / BODY.size, 2) for i in range(1, len(text))]
    # Within a number, letters are kerned as they are in Latin.
    assert max(map(abs, gaps)) < 0.05
