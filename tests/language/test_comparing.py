"""What changed between two versions is said in words of the language, and joins to both versions
again.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.comparing import Run, difference, words


def _compared(old: str, new: str, lang: Lang) -> list[tuple[str, str]]:
    return [(run.fate, run.text) for run in difference(words(old, lang), words(new, lang))]


@pytest.mark.parametrize(
    ("lang", "old", "new", "gone", "come"),
    [
        ("en", "The plan is to build.", "The plan is to rebuild.", "build", "rebuild"),
        ("hi", "क्षमता बढ़ाने का विचार है।", "क्षमता बढ़ाने का प्रस्ताव है।", "विचार", "प्रस्ताव"),
        ("ja", "導入することを検討している。", "導入することを提案している。", "検討", "提案"),
        ("ja", "𠮷野家", "吉野家", "𠮷野", "吉野"),
    ],
)
def test_a_changed_word_is_one_that_went_and_one_that_came(
    lang: Lang, old: str, new: str, gone: str, come: str
) -> None:
    changed = [pair for pair in _compared(old, new, lang) if pair[0] != "same"]
    assert changed[0][0] == "gone"
    assert changed[0][1].startswith(gone[0])
    assert gone in changed[0][1] or changed[0][1] in gone
    assert come in changed[-1][1] or changed[-1][1] in come


def test_what_is_only_parted_by_spaces_is_one_change() -> None:
    assert _compared("a big red house", "a small blue house", "en") == [
        ("same", "a "),
        ("gone", "big red"),
        ("come", "small blue"),
        ("same", " house"),
    ]


def test_a_whole_is_not_cut() -> None:
    whole = re.compile(r"\{[^}]*\}")
    old, new = (
        words("up to {metric:a-b} a year", "en", whole),
        words("up to {metric:a-c} a year", "en", whole),
    )
    assert Run("gone", "{metric:a-b}") in difference(old, new)


def test_very_long_texts_are_compared_all_the_same() -> None:
    old, new = [str(i) for i in range(9000)], [str(-i) for i in range(9000)]
    assert [run.fate for run in difference(old, new)] == ["same", "gone", "come"]


@given(st.text(max_size=60), st.text(max_size=60), st.sampled_from(LANGS))
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(
    old: str, new: str, lang: Lang
) -> None:
    runs = difference(words(old, lang), words(new, lang))
    assert "".join(run.text for run in runs if run.fate != "come") == old
    assert "".join(run.text for run in runs if run.fate != "gone") == new
