"""Paragraphs broken as a whole: last lines, even lines, and what no better look may cost."""

import random
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, combinations, pairwise
from statistics import pstdev

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from lohum_brief.document.paragraphs import Align, Span
from lohum_brief.document.style import BODY, COVER_PURPOSE, COVER_TITLE, MM, TITLE_1, TITLE_3, Style
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.nukta import decomposed
from lohum_brief.typeset import cutting, paragraph
from lohum_brief.typeset.evening import evened
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, set_lines
from tests.typeset.conftest import sample_texts
from tests.typeset.operators import encoder, line_text


def first_fit(spans: list[Span], measure: float, monkeypatch: pytest.MonkeyPatch) -> list[Line]:
    with monkeypatch.context() as without:
        without.setattr(paragraph, "is_poor", lambda *_, **__: False)
        return set_lines(spans, measure, encoder())


def columns(lang: Lang) -> Iterator[tuple[str, float, list[Line]]]:
    """Texts of the sample in columns of 60 to 120 mm."""
    chance = random.Random(13)
    maker = encoder()
    align: Align = "justify" if lang == "ja" else "left"
    for text in [plain(text) for text in sample_texts(lang) if len(text) > 60 and "\n" not in text]:
        measure = chance.uniform(60 * MM, 120 * MM)
        lines = set_lines([Span(text, lang, BODY)], measure, maker, align)
        if len(lines) > 1:
            yield text, measure, lines


@pytest.mark.parametrize("lang", LANGS)
def test_a_last_line_of_one_word_stands_only_where_no_break_avoids_it(lang: Lang) -> None:
    """It would take a line that is shorter by more than 8 % of the measure to spare it a word."""
    maker = encoder()
    seen = 0
    for text, measure, lines in columns(lang):
        *_, before, last = map(line_text, lines)
        units = cutting.words(decomposed(text), lang, phrases=False)
        starts = [*accumulate(map(len, units), initial=0)]
        seen += 1
        if len(decomposed(text)) - len(last) < starts[-2]:
            continue  # it has two words and more
        spared = before[: -len(units[-2])]
        width = one_line([Span(spared.rstrip(), lang, BODY)], maker).width
        assert width < (1 - 0.08) * measure, (measure, before, last)
    assert seen > 100


@pytest.mark.parametrize(
    ("lang", "text", "measure", "lone"),
    [
        ("hi", "प्रतिनिधिमंडल ने संयंत्र का भ्रमण किया और अधिकारियों से विस्तार से बातचीत की है।", 330, "है।"),
        ("ja", "使用済みの電池から希少な金属を取り出す工場を視察いたしました。", 268, "た。"),
        ("en", "The delegation sees how scarce metals are recovered and what becomes of it.", 480, "it."),
    ],
)  # fmt: skip
def test_an_auxiliary_does_not_stand_alone(
    lang: Lang, text: str, measure: float, lone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    span = Span(text, lang, BODY)
    narrowed = next(
        width
        for width in range(int(measure), 100, -1)
        if line_text(first_fit([span], width, monkeypatch)[-1]) == lone
    )
    lines = set_lines([span], narrowed, encoder())
    assert len(lines) == len(first_fit([span], narrowed, monkeypatch))
    assert len(line_text(lines[-1])) > len(lone) + 1


def test_a_mark_makes_no_word_of_a_last_line() -> None:
    text = "Company in Greater Noida: recycling of batteries and production of materials."
    spans = [Span(text, "en", BODY), Span("\u00a01, 16, 17", "en", BODY.mark(), mark=True)]
    for measure in range(190, 300, 2):
        *_, last = set_lines(spans, measure, encoder())
        assert " " in line_text(last).split("\u00a0")[0], measure


@pytest.mark.parametrize("lang", LANGS)
def test_a_second_look_adds_no_line_and_parts_nothing(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, measure, lines in columns(lang):
        assert len(lines) <= len(first_fit([Span(text, lang, BODY)], measure, monkeypatch))
        units = cutting.words(decomposed(text), lang, phrases=False)
        within = cutting.breaks(units, lang)
        starts = [*accumulate(map(len, units), initial=0)]
        legal = {
            start + place
            for start, places in zip(starts, [*within, []], strict=True)
            for place in (0, *places)
        }
        assert {*accumulate(len(line_text(line)) for line in lines)} <= legal
        assert all(line.width <= measure + 0.001 for line in lines)


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_lines_end_more_evenly_than_filled_ones(
    lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, filled = [], []
    for text, measure, lines in columns(lang):
        before = first_fit([Span(text, lang, BODY)], measure, monkeypatch)
        if len(before) > 3:
            ours.append(pstdev(line.width / measure for line in lines[:-1]))
            filled.append(pstdev(line.width / measure for line in before[:-1]))
    assert sum(ours) < 0.75 * sum(filled)


units = st.lists(st.floats(8, 60), min_size=3, max_size=9)


def lengths(stops: list[int], pens: list[float], ends: list[float]) -> list[float]:
    return [ends[stop - 1] - pens[begin] for begin, stop in pairwise([0, *stops])]


@given(widths=units, space=st.floats(0, 5))
@settings(max_examples=300)
def test_of_all_ways_the_evenest_is_taken(widths: list[float], space: float) -> None:
    measure, least = 100.0, 15.0
    pens = [0.0, *accumulate(width + space for width in widths[:-1])]
    ends = [pen + width for pen, width in zip(pens, widths, strict=True)]
    filled: list[int] = []
    for place in range(len(widths)):
        if ends[place] - pens[filled[-1] if filled else 0] > measure:
            filled.append(place)
    filled.append(len(widths))
    found = evened(pens, ends, filled, measure, least, ([0.0] * len(pens),) * 2)

    def cost(stops: list[int]) -> float:
        *inner, last = lengths(stops, pens, ends)
        begin = stops[-2] if len(stops) > 1 else 0
        poor = last < (50 if len(widths) - begin == 1 else least)
        return sum((measure - length) ** 2 for length in inner) + (500 if poor else 0)

    every = [
        [*chosen, len(widths)]
        for chosen in combinations(range(1, len(widths)), len(filled) - 1)
        if max(lengths([*chosen, len(widths)], pens, ends)) <= measure
    ]
    assert found in every
    # Justified lines that are much shorter than they could be are not followed.
    near = [w for w in every if _are_long(w, pens, ends, measure)]
    assert cost(found) <= min(map(cost, near)) + 1e-6
    assert cost(found) <= cost(filled) + 1e-6


def _are_long(stops: list[int], pens: list[float], ends: list[float], measure: float) -> bool:
    return all(
        ends[bisect_right(ends, pens[begin] + measure, begin) - 1] - ends[stop - 1]
        <= 0.12 * measure
        for begin, stop in pairwise([0, *stops[:-1]])
    )


@pytest.mark.parametrize("style", [TITLE_1, TITLE_3, COVER_PURPOSE])
@pytest.mark.parametrize("lang", ["hi", "en"])
def test_titles_are_balanced_over_no_more_lines(
    style: Style, lang: Lang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last line of a title is about as long as the others, and seldom a lone word."""
    chance = random.Random(5)
    body = structs.replace(style, display=False)
    ratios, alone = [], 0
    for text in [text for text in sample_texts(lang) if 20 < len(text) < 70 and "\n" not in text]:
        measure = chance.uniform(150, 300)
        lines = set_lines([Span(text, lang, style)], measure, encoder())
        if len(lines) > 1:
            filled = first_fit([Span(text, lang, body)], measure, monkeypatch)
            assert len(lines) == len(filled)
            assert max(line.width for line in lines) <= measure + 0.001
            ratios.append(lines[-1].width / max(line.width for line in lines))
            alone += " " not in line_text(lines[-1]).strip()
    assert sum(ratios) / len(ratios) > 0.75
    assert alone < 0.1 * len(ratios)


@pytest.mark.parametrize("style", [TITLE_1, TITLE_3, COVER_PURPOSE])
def test_japanese_for_display_is_parted_between_phrases(style: Style) -> None:
    text = "視察の目的と背景、関係機関の能力"
    for measure in range(130, 300, 5):
        joined = "|".join(map(line_text, set_lines([Span(text, "ja", style)], measure, encoder())))
        assert all(word in joined for word in ("視察の", "目的と", "関係", "能力")), joined


def test_a_phrase_of_japanese_may_stand_alone_in_the_last_line_of_a_title() -> None:
    span = Span("ロフム電池リサイクル工場視察（グレーターノイダ）", "ja", COVER_TITLE)
    lines = [*map(line_text, set_lines([span], 476, encoder()))]
    assert lines == ["ロフム電池リサイクル工場視察", "（グレーターノイダ）"]
