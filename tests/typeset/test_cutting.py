from hypothesis import example, given
from hypothesis import strategies as st

from lohum_brief.typeset.cutting import unbroken, words


@given(st.text(st.sampled_from("aṭक।., /—10(\u00a0\n"), max_size=12))
@example("क।ख")
@example("क/ख ग")
@example("क। ख")
def test_a_text_is_unbroken_when_all_its_words_are(text: str) -> None:
    assert unbroken(text) == all(unbroken(word) for word in words(text, "hi", phrases=False))


def test_long_texts_are_judged_at_once() -> None:
    assert not unbroken("a., " * 100_000 + "/")
