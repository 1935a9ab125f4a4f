from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.breaking import segments, segments_of_each
from lohum_brief.language.codes import LANGS, Lang

NO_START = set(
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ、。，．・：；？！」』）］｝〉》】〕ーゝゞヽヾ々"
)
NO_END = set("「『（［｛〈《【〔")

japanese = st.text(
    st.sampled_from([*"電池はリ材料年名10A ", *sorted(NO_START | NO_END)]), min_size=1, max_size=40
)
anything = st.text(
    st.sampled_from("abZ019 -–—/.,;:()'\"%&कखि्ंऀ।\u00a0\u200dあア漢、。「」ー\u3000"),
    min_size=1,
    max_size=40,
)


def between(text: str, lang: Lang) -> list[tuple[str, str]]:
    parts = segments(text, lang)
    return [*pairwise(parts)]


@given(
    st.lists(
        st.one_of(anything, japanese, st.sampled_from(["", "𠮷野家で 食べる。", "a\nb", "a\u2028"]))
    ),
    st.sampled_from(LANGS),
)
def test_many_texts_are_cut_as_each_of_them_is(texts: list[str], lang: Lang) -> None:
    assert segments_of_each(texts, lang) == [segments(text, lang) for text in texts]


@given(anything, st.sampled_from(LANGS), st.booleans())
def test_the_pieces_are_the_text(text: str, lang: Lang, phrases: bool) -> None:
    parts = segments(text, lang, phrases=phrases)
    assert "".join(parts) == text
    assert all(parts)


@given(japanese, st.booleans())
def test_no_piece_begins_or_ends_with_what_must_not_stand_there(text: str, phrases: bool) -> None:
    parts = segments(text, "ja", phrases=phrases)
    for before, after in pairwise(parts):
        # After a space anything may begin: the space says that it is not part of what was before.
        if not before.endswith(" "):
            assert after[0] not in NO_START, (before, after)
        assert before.rstrip(" ")[-1:] not in NO_END, (before, after)


@pytest.mark.parametrize(
    "text", ["74名", "3,400億円", "21万人", "10日", "25年", "95%", "95％", "第3回", "15℃"]
)
def test_a_number_stays_with_its_counter(text: str) -> None:
    for around in (text, f"約{text}の"):
        assert any(text in part for part in segments(around, "ja")), segments(around, "ja")


@given(anything, st.sampled_from(LANGS))
def test_a_no_break_space_is_never_a_place_to_break(text: str, lang: Lang) -> None:
    for before, after in between(text, lang):
        assert not before.endswith("\u00a0")
        # Unicode lets a line end between a space, dash or danda and the no-break space that was
        # typed behind it.
        assert not after.startswith("\u00a0") or before.endswith((" ", "\u3000", "-", "–", "।"))


@pytest.mark.parametrize(
    ("text", "lang"), [("10\u00a0kg", "en"), ("10\u00a0टन", "hi"), ("本\u00a0様", "ja")]
)
def test_nbsp_holds_number_and_unit_and_name_and_honorific_together(text: str, lang: Lang) -> None:
    assert segments(text, lang) == [text]


@pytest.mark.parametrize("unit", ["t/year", "टन/वर्ष", "kWh/kg"])
def test_a_unit_is_not_parted_at_its_solidus_but_an_address_is(unit: str) -> None:
    assert segments(unit, "hi") == [unit]
    assert len(segments("https://example.org/first/second", "en")) > 2


def test_hyphens_do_not_part_a_word() -> None:
    assert segments("India-Japan", "en") == ["India-Japan"]
    assert segments("भारत-जापान साझेदारी", "hi") == ["भारत-जापान ", "साझेदारी"]


def test_headings_keep_phrases_together() -> None:
    text = "電池のリサイクルについて"
    assert len(segments(text, "ja", phrases=True)) < len(segments(text, "ja"))
    assert segments("battery recycling", "en", phrases=True) == segments("battery recycling", "en")
