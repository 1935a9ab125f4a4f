"""Lines: where they break, how wide they are, and what a reader of their text gets back."""

import random
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from lohum_brief.document.paragraphs import Span
from lohum_brief.document.style import BODY, TITLE_1, TITLE_2, Style
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.nukta import decomposed
from lohum_brief.typeset.faces import EM
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.paragraph import one_line, prepare, set_lines
from lohum_brief.typeset.paragraph_tokens import NUMBER
from tests.typeset.conftest import sample_texts
from tests.typeset.operators import encoder, line_glyphs, line_text

NO_START = set(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ、。，．・：；？！」』）］｝〉》】〕ーゝゞヽヾ々～〜"
)
NO_END = set("「『（［｛〈《【〔")
CLOSING = tuple("、。，．」』）］｝〉》】〕")
COUNTERS = set("年月日時分名人社億万兆円％%か種元項段ク度")
SMALLEST = 12 * BODY.size
"""No column is narrower than twelve letters."""


def ink_end(line: Line) -> float:
    """Where the glyphs that are no space end, by the operators themselves; vowel signs hang back
    over their letters.
    """
    text = line_text(line).rstrip(" \u3000")
    glyphs = line_glyphs(line)
    shown = glyphs[: len(glyphs) - len(line_text(line)) + len(text)]
    end = max(glyph.x + glyph.advance for glyph in shown)
    # Half of a closing bracket, a comma or a full stop is white.
    return end - shown[-1].advance / 2 if text[-1:] in CLOSING else end


def bad_breaks(lines: list[Line]) -> list[str]:
    texts = [line_text(line) for line in lines]
    bad = [text for text in texts[1:] if text[0] in NO_START]
    bad += [text for text in texts[:-1] if text.rstrip(" \u3000")[-1] in NO_END]
    for before, after in pairwise(texts):
        if (
            before[-1].isdigit() and (after[0] in COUNTERS or after[0].isdigit())
        ) or "\u00a0" in before[-1] + after[0]:
            bad.append(f"{before}|{after}")
    return bad


RANGED = (
    "設備は2025年7月8日～2027年3月31日に拡張し、年1万2,000トン〜1万5,000トンのリチウム・コバルト・ニッケルを"
    "「第1段階」（2025年度～2026年度）に8か所、4か国、30種類、12元素について3時間～4時間で回収し、第2項・第3項の"
    "規定により計500クロール（約80億円）を投じます。A班・B班は10:00～11:30に視察〜意見交換を行います。"
)


def test_a_thousand_random_widths_keep_kinsoku() -> None:
    chance = random.Random(2025)
    texts = [text for text in sample_texts("ja") if len(text) > 40 and "\n" not in text]
    maker = encoder()
    for _ in range(1000):
        measure = chance.uniform(SMALLEST, 480)
        for text in (*chance.sample(texts, 3), RANGED):
            lines = set_lines([Span(text, "ja", BODY)], measure, maker, "justify")
            assert not bad_breaks(lines), measure
            assert max(line.width for line in lines) <= measure + 0.001
            assert "".join(map(line_text, lines)) == plain(text)


@pytest.mark.parametrize("style", [TITLE_1, TITLE_2])
def test_titles_keep_kinsoku_too(style: Style) -> None:
    chance = random.Random(8)
    maker = encoder()
    for text in sample_texts("ja"):
        measure = chance.uniform(150, 300)
        lines = set_lines([Span(text.replace("\n", " "), "ja", style)], measure, maker)
        assert not bad_breaks(lines), measure
        assert max(line.width for line in lines) <= measure + 0.001


def test_a_phrase_with_readings_too_long_for_any_line_is_parted() -> None:
    text = "その覚書《おぼえがき》は段階的に位置付けられてきましたので、"
    lines = set_lines([Span(text, "ja", TITLE_1)], 120, encoder())
    assert not bad_breaks(lines)
    assert max(line.width for line in lines) <= 120
    assert "".join(map(line_text, lines)) == plain(text)


def test_the_ink_is_as_wide_as_the_line_says() -> None:
    """Widths summed from tokens against the pen of a viewer that runs the operators."""
    chance = random.Random(7)
    for lang in LANGS:
        maker = encoder()
        for text in chance.sample([text for text in sample_texts(lang) if "\n" not in text], 60):
            measure = chance.uniform(SMALLEST, 480)
            for line in set_lines(
                [Span(plain(text), lang, BODY)],
                measure,
                maker,
                "justify" if lang == "ja" else "left",
            ):
                # A mark that is moved for its letter may stand out by a hair.
                assert ink_end(line) == pytest.approx(line.width, abs=0.3)


words = st.text(st.sampled_from("abcXYZ019-/.,;:()%&$<>'\u00a0éñ₹–—"), min_size=1, max_size=30)
hindi = st.text(st.sampled_from("कखरयतपािीुे्ंष।"), min_size=1, max_size=14).map("क".__add__)
japanese = st.text(
    st.sampled_from("電池リサイクルを進める、。「」（）ー々っ10年A"), min_size=1, max_size=30
)
texts = st.lists(st.one_of(words, hindi, japanese), min_size=1, max_size=10).flatmap(
    lambda parts: st.sampled_from([" ", "", "\u3000", "\n", "  "]).map(lambda by: by.join(parts))
)


@given(text=texts, lang=st.sampled_from(LANGS), measure=st.floats(30, 500))
@settings(max_examples=200)
def test_joined_lines_give_the_text_back(text: str, lang: Lang, measure: float) -> None:
    lines = set_lines(
        [Span(text, lang, BODY)], measure, encoder(), "justify" if lang == "ja" else "left"
    )
    assert "".join(map(line_text, lines)) == decomposed(text).replace("\n", "")
    for line in lines:
        letters = [*CharacterBreaker(line_text(line).strip(" \u3000"), "en")]
        # क्क्क्क is one letter, however wide, and a number is never parted.
        whole = len(letters) == 1 or re.match(NUMBER, line_text(line))
        assert line.width <= measure + 0.001 or (whole and lines[0].narrow == 2)


@given(text=texts, lang=st.sampled_from(LANGS), measure=st.floats(SMALLEST, 500))
@settings(max_examples=100)
def test_nbsp_is_kept_and_never_a_place_to_break(text: str, lang: Lang, measure: float) -> None:
    lines = [line_text(line) for line in set_lines([Span(text, lang, BODY)], measure, encoder())]
    assert sum(line.count("\u00a0") for line in lines) == text.count("\u00a0")
    wide = [unit for line in text.replace("\u3000", " ").split("\n") for unit in line.split(" ")]
    if max(map(len, wide)) * BODY.size < SMALLEST and "\n" not in text:
        assert not any(line.endswith("\u00a0") for line in lines[:-1])


def test_a_new_line_is_a_forced_break() -> None:
    lines = set_lines([Span("first\nsecond", "en", BODY)], 400, encoder())
    assert list(map(line_text, lines)) == ["first", "second"]


def test_a_word_wider_than_the_measure_is_cut_between_letters() -> None:
    text = "Donaudampfschifffahrtsgesellschaft" * 3
    lines = set_lines([Span(text, "en", BODY)], 100, encoder())
    assert len(lines) > 3
    assert "".join(map(line_text, lines)) == text
    assert all(line.width <= 100 for line in lines)


def test_hindi_is_never_cut_within_a_syllable() -> None:
    text = "विद्युत्प्रौद्योगिकी" * 6
    for line in set_lines([Span(text, "hi", BODY)], 60, encoder())[1:]:
        assert not ("\u093a" <= line_text(line)[0] <= "\u094f"), line_text(line)


# Justification
# ------------------------------------------------------------------------------------------------------


def test_japanese_lines_fill_the_measure_except_the_last() -> None:
    measure = 220.0
    maker = encoder()
    full = total = 0
    for text in [text for text in sample_texts("ja") if len(text) > 80 and "\n" not in text][:80]:
        *lines, last = set_lines([Span(plain(text), "ja", BODY)], measure, maker, "justify")
        # What would need too much stretch stays ragged: there are few of these (16 of 400), where a
        # date or an amount, which is never parted, or the end of the text follows.
        filled = [line for line in lines if line.width == pytest.approx(measure, abs=0.01)]
        full += len(lines) - len(filled)
        total += len(lines)
        for line in filled:
            assert ink_end(line) == pytest.approx(measure, abs=0.05)
        natural = one_line([Span(line_text(last), "ja", BODY)], maker).width
        assert last.width == pytest.approx(min(natural, measure), abs=0.01)
    assert full < 20 < total


def test_japanese_stretches_evenly_and_hindi_and_english_are_ragged() -> None:
    text = "使用済みの電池から希少な金属を取り出して新しい電池の材料にするための工場を視察します。"
    first, *_ = set_lines([Span(text, "ja", BODY)], 137, encoder(), "justify")
    glyphs = line_glyphs(first)
    steps = [after.x - before.x - before.advance for before, after in pairwise(glyphs)]
    assert steps == pytest.approx([steps[0]] * len(steps), abs=0.01)
    assert steps[0] > 0
    english = (
        "The plant recovers scarce metals from used batteries and makes new cathode material of "
        "them, year by year."
    )
    for lang in ("hi", "en"):
        lines = set_lines([Span(english, lang, BODY)], 137, encoder())
        assert len({round(line.width, 2) for line in lines}) == len(lines)


# Source marks
# -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_source_mark_never_starts_a_line(lang: Lang) -> None:
    maker = encoder()
    chance = random.Random(3)
    for text in [text for text in sample_texts(lang) if len(text) > 60 and "\n" not in text][:60]:
        for _ in range(8):
            measure = chance.uniform(SMALLEST, 400)
            spans = [Span(text, lang, BODY), Span("\u00a0" + "3, 12", lang, BODY.mark(), mark=True)]
            lines = set_lines(spans, measure, maker, "justify" if lang == "ja" else "left")
            assert not any(line.segments[0].mark for line in lines)
            assert all(line.width <= measure + 0.001 for line in lines)
            assert "".join(map(line_text, lines)) == decomposed(plain(text)) + "\u00a03, 12"


def test_a_mark_is_raised_and_small() -> None:
    line = one_line(
        [Span("Lohum", "en", BODY), Span("\u00a07", "en", BODY.mark(), mark=True)], encoder()
    )
    text, mark = line.segments[0], line.segments[1]
    assert (text.mark, mark.mark) == (False, True)
    glyph = line_glyphs(line)[-1]
    assert glyph.rise > 0.2 * BODY.size
    assert glyph.size < 0.8 * BODY.size * EM


# Furigana
# -----------------------------------------------------------------------------------------------------------

named = "本日は見本《みほん》太郎《たろう》様と受領《じゅりょうしょうめいしょ》を例示《れいじ》工業株式会社にてお待ちしております。"


def test_furigana_leaves_the_text_and_its_lines_alone() -> None:
    """Where no reading is wider than its base, the lines are those of the text without readings."""
    narrow = named.replace("《じゅりょうしょうめいしょ》", "")
    for measure in range(120, 400, 7):
        with_readings = set_lines([Span(narrow, "ja", BODY)], measure, encoder())
        assert "".join(map(line_text, with_readings)) == plain(narrow)
        assert not bad_breaks(with_readings)
        assert sum(len(line.readings) for line in with_readings) == 3
    wide = set_lines([Span(narrow, "ja", BODY)], 1000, encoder())
    bare = set_lines([Span(plain(narrow), "ja", BODY)], 1000, encoder())
    assert wide[0].width == pytest.approx(bare[0].width, abs=0.01)


def test_a_base_is_never_split() -> None:
    bases = ("見本", "太郎", "受領", "例示")
    for measure in range(60, 300, 3):
        texts = list(
            map(line_text, set_lines([Span(named, "ja", BODY)], measure, encoder(), "justify"))
        )
        for base in bases:
            assert any(base in text for text in texts), (measure, base, texts)


def test_a_reading_stands_centred_over_its_base() -> None:
    for text in (
        "見本《みほん》",
        "は見本《みほん》、",
        "受《じゅりょうしょ》領",
        "EV見本《みほん》",
    ):
        line = one_line([Span(text, "ja", BODY)], encoder())
        (reading,) = line.readings
        from lohum_brief.language.furigana import parse
        from tests.typeset.operators import ALL_FACES, drawn

        bare, ((start, stop, kana),) = parse(text)
        assert bare == line_text(line)
        over = drawn(reading.ops, ALL_FACES, reading.dx)
        assert len(over) == len(kana)
        base = line_glyphs(line)[start:stop]
        middle = (base[0].x + base[-1].x + base[-1].advance) / 2
        assert (over[0].x + over[-1].x + over[-1].advance) / 2 == pytest.approx(middle, abs=0.3), (
            text
        )
        assert reading.dy > 0.7 * BODY.size
        assert over[0].x > -0.01
        assert over[-1].x + over[-1].advance <= line.width + 0.01


def test_readings_stay_over_their_bases_in_justified_lines() -> None:
    text = (
        "使用済みの電池から希少《きしょう》な金属を取り出して材料《ざいりょう》にする工場を視察いたします。"
        * 3
    )
    from lohum_brief.language.furigana import parse
    from tests.typeset.operators import ALL_FACES, drawn

    for measure in range(150, 260, 10):
        for line in set_lines([Span(text, "ja", BODY)], measure, encoder(), "justify"):
            glyphs = line_glyphs(line)
            for reading in line.readings:
                over = drawn(reading.ops, ALL_FACES, reading.dx)
                middle = (over[0].x + over[-1].x + over[-1].advance) / 2
                bare = line_text(line)
                word = next(
                    base
                    for base in ("希少", "材料")
                    for at in [i for i in range(len(bare)) if bare.startswith(base, i)]
                    if abs((glyphs[at].x + glyphs[at + 1].x + glyphs[at + 1].advance) / 2 - middle)
                    < 1.0
                )
                assert len(over) == len({"希少": "きしょう", "材料": "ざいりょう"}[word])
    assert parse(text)[1]


@pytest.mark.parametrize("lang", ["hi", "en"])
def test_words_that_occur_once_are_set_as_all_others(lang: Lang) -> None:
    apart = 0
    for text in sample_texts(lang):
        span = Span(text, lang, BODY)
        own = encoder()
        prepare([span], own)
        apart += own.strand(decomposed(text), lang, BODY) is not None
        for measure in (45.0, 131.0, 230.0):
            expected, found = set_lines([span], measure, encoder()), set_lines([span], measure, own)
            assert [line_text(line) for line in found] == [line_text(line) for line in expected]
            assert [line.width for line in found] == pytest.approx(
                [line.width for line in expected]
            )
            for one, other in zip(found, expected, strict=True):
                for here, there in zip(line_glyphs(one), line_glyphs(other), strict=True):
                    assert here._replace(x=0) == there._replace(x=0)
                    assert here.x == pytest.approx(there.x, abs=0.01)
    assert apart > 50


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("gap", ["\u2002", "\u2003", " "])
def test_a_gap_between_two_spans_ends_a_line_and_begins_none(lang: Lang, gap: str) -> None:
    title = {
        "hi": "संयंत्र भ्रमण: लिथियम शोधन",
        "en": "Plant tour: lithium refining",
        "ja": "工場視察：リチウム精製",
    }
    place = {"hi": "मुख्य द्वार", "en": "Main gate", "ja": "正門受付"}
    spans = [Span(title[lang], lang, BODY), Span(gap, lang, BODY), Span(place[lang], lang, BODY)]
    maker = encoder()
    broken = 0
    for measure in range(60, 260):
        lines = set_lines(spans, measure, maker)
        texts = [line_text(line) for line in lines]
        assert "".join(texts) == decomposed(title[lang] + gap + place[lang])
        assert not any(text[0].isspace() for text in texts[1:]), measure
        broken += any(text.startswith(place[lang][0]) for text in texts[1:])
    assert broken > 3  # there are widths at which the line ends at the gap
