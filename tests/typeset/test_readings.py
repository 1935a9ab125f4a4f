"""Readings over kanji, measured from the glyphs as a viewer draws them (JLREQ 3.3)."""

from itertools import pairwise

import pytest

from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import BODY
from lohum_brief.language.furigana import marked, plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, set_lines
from tests.typeset.operators import ALL_FACES, Drawn, drawn, encoder, line_glyphs, line_text

EM = BODY.size * LANGUAGES["ja"].faces.scale


def single(text: str) -> Line:
    return one_line([Span(text, "ja", BODY)], encoder())


def over(line: Line, number: int = 0) -> list[Drawn]:
    reading = line.readings[number]
    return drawn(reading.ops, ALL_FACES, reading.dx)


def steps(glyphs: list[Drawn]) -> list[float]:
    return [round((after.x - before.x) / EM, 2) for before, after in pairwise(glyphs)]


def test_a_reading_is_half_as_large_as_its_base() -> None:
    line = single("小名浜《おなはま》")
    assert {glyph.size for glyph in over(line)} == {line_glyphs(line)[0].size / 2}


def test_a_short_reading_is_spread_one_to_two_to_one() -> None:
    line = single(
        "小名浜《おなはま》"
    )  # two ems over three: a quarter em between, half of it aside
    glyphs = over(line)
    assert steps(glyphs) == pytest.approx([0.75] * 3, abs=0.01)
    assert glyphs[0].x / EM == pytest.approx(0.125, abs=0.01)


def test_the_ends_of_a_spread_reading_stay_within_half_a_letter_of_its_base() -> None:
    line = single("経済産業省《けい》")
    assert over(line)[0].x / EM <= 0.52


def test_a_long_reading_hangs_over_kana_and_leaves_the_line_as_it_is() -> None:
    text = "は浸出《しんしゅつ》と"
    line = single(text)
    assert steps(line_glyphs(line)) == pytest.approx([1.25, 1.0, 1.25], abs=0.26)
    bare = single(plain(text))
    glyphs = over(line)
    width = glyphs[-1].x + glyphs[-1].advance - glyphs[0].x
    assert width / EM == pytest.approx(2.5, abs=0.01)
    assert line.width == pytest.approx(bare.width, abs=0.01)  # a quarter em on each side hangs over


def test_it_hangs_no_further_than_one_of_its_letters() -> None:
    line = single("は塩《しょっぱいえん》と")
    left, base, _ = line_glyphs(line)
    glyphs = over(line)
    assert (left.x + left.advance - glyphs[0].x) / EM == pytest.approx(0.5, abs=0.01)
    assert base.x > glyphs[0].x


@pytest.mark.parametrize("text", ["中｜浸出《しんしゅつ》中", "A浸出《しんしゅつ》A"])
def test_it_hangs_over_no_kanji_and_no_letter(text: str) -> None:
    line = single(text)
    before, *_, after = line_glyphs(line)
    glyphs = over(line)
    assert glyphs[0].x >= before.x + before.advance - 0.01
    assert glyphs[-1].x + glyphs[-1].advance <= after.x + 0.01


def test_a_base_narrower_than_its_reading_is_spread_under_it() -> None:
    line = single("中｜浸出《しんしゅつしん》中")  # three and a half ems over two
    _, first, second, _ = line_glyphs(line)
    assert (second.x - first.x) / EM == pytest.approx(1.75, abs=0.01)
    assert first.x / EM == pytest.approx(1.375, abs=0.01)


def test_at_the_ends_of_a_line_nothing_stands_out() -> None:
    text = "と浸出《しんしゅつ》と" * 6
    for measure in range(40, 130, 3):
        for line in set_lines([Span(text, "ja", BODY)], measure, encoder(), "justify"):
            for number, _ in enumerate(line.readings):
                glyphs = over(line, number)
                assert glyphs[0].x >= -0.01
                assert glyphs[-1].x + glyphs[-1].advance <= line.width + 0.01


def test_readings_kanji_by_kanji_stand_over_their_own_where_they_fit() -> None:
    line = single("破砕《はさい》、受《じゅ》付《つけ》")
    assert [len(over(line, i)) for i in range(3)] == [3, 2, 2]


def test_of_a_compound_a_long_reading_stands_over_its_neighbour_too() -> None:
    text = "受《う》章《しょう》"
    line = single(text)
    assert line.width == pytest.approx(single(plain(text)).width, abs=0.01)
    assert len(line.readings) == 1
    assert len(over(line)) == 4
    assert line_text(line) == "受章"


def test_a_name_in_kana_has_no_reading_over_it() -> None:
    assert marked("さくら", "すみれ") == "さくら"
    assert marked("リチウム", "りちうむ") == "リチウム"
    assert marked("山﨑", "やまざき") == "｜山﨑《やまざき》"
