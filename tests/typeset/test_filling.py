"""Justified lines of Japanese: what gives first, and what is widened first (JLREQ 3.8)."""

from itertools import pairwise

import pytest

from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import BODY
from lohum_brief.language.furigana import plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, set_lines
from tests.typeset.conftest import sample_texts
from tests.typeset.operators import encoder, line_glyphs, line_text

EM = BODY.size * LANGUAGES["ja"].faces.scale


def lines(text: str, ems: float) -> list[Line]:
    return set_lines([Span(text, "ja", BODY)], ems * EM + 0.01, encoder(), "justify")


def first(text: str, ems: float) -> tuple[str, list[float]]:
    """The first line: what it says, and how far apart, in ems, its characters begin."""
    line = lines(text, ems)[0]
    glyphs = line_glyphs(line)
    steps = [round((after.x - before.x) / EM, 2) for before, after in pairwise(glyphs)]
    return line_text(line), steps


def test_a_line_takes_in_what_its_brackets_and_commas_make_room_for() -> None:
    said, steps = first("電池、工場「鉱物」資源電池工場", 9.5)
    assert said == "電池、工場「鉱物」資"
    assert steps == pytest.approx([1, 1, 5 / 6, 1, 5 / 6, 1, 1, 1, 5 / 6], abs=0.01)


def test_it_does_not_take_in_what_they_make_no_room_for() -> None:
    said, _ = first("電池、工場鉱物資源電池工場", 9.3)
    assert said == "電池、工場鉱物資源"


def test_dots_give_before_brackets_on_both_sides() -> None:
    said, steps = first("ア・イ・ウ、エオカキクケコサ", 8.5)
    assert said == "ア・イ・ウ、エオカ"
    assert steps == pytest.approx([0.88, 0.88, 0.88, 0.88, 1, 1, 1, 1], abs=0.02)


def test_full_stops_keep_their_blank() -> None:
    said, steps = first("電池。工場、鉱物資源電池工場", 8.6)
    assert said == "電池。工場、鉱物資"
    assert steps == pytest.approx([1, 1, 1, 1, 1, 0.6, 1, 1], abs=0.02)


def test_the_gap_beside_latin_gives_last_and_by_half() -> None:
    said, steps = first("電EV池工場鉱物資源電池", 8.6)
    line = lines("電EV池工場鉱物資源電池", 8.6)[0]
    assert said == "電EV池工場鉱物資"
    glyphs = line_glyphs(line)
    for i in (1, 3):
        gap = glyphs[i].x - glyphs[i - 1].x - glyphs[i - 1].advance
        assert 0.12 <= gap / BODY.size < 0.25
    assert steps[3:] == pytest.approx([1] * 5, abs=0.01)


def test_a_short_line_widens_the_gaps_beside_latin_before_its_letters() -> None:
    text = "電池EV工場鉱物資源、2025年7月8日に到着します"
    line = lines(text, 10.6)[0]
    glyphs = line_glyphs(line)
    said = line_text(line)
    at = said.index("E")
    beside = glyphs[at].x - glyphs[at - 1].x - glyphs[at - 1].advance
    assert line.width == pytest.approx(10.6 * EM, abs=0.02)
    assert beside / BODY.size > 0.3


def test_letters_are_parted_evenly_and_not_too_far() -> None:
    for text in sample_texts("ja")[:60]:
        for line in lines(plain(text).replace("\n", " "), 20):
            glyphs = line_glyphs(line)
            plain_steps = [
                after.x - before.x - before.advance
                for before, after in pairwise(glyphs)
                if before.face == after.face == "NotoSansJP-Regular"
            ]
            assert max(plain_steps, default=0.0) <= 0.11 * BODY.size + 0.01


def test_a_line_taken_in_ends_at_the_measure_and_says_what_it_said() -> None:
    taken = 0
    for text in [text for text in sample_texts("ja") if len(text) > 60 and "\n" not in text]:
        for line in lines(text, 23.5):
            natural = one_line([Span(line_text(line), "ja", BODY)], encoder()).width
            assert line.width <= 23.5 * EM + 0.02
            taken += natural > 23.5 * EM + 0.02
        assert "".join(map(line_text, lines(text, 23.5))) == plain(text)
    assert taken > 20
