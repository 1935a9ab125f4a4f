from hypothesis import example, given
from hypothesis import strategies as st

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.cutting import unbroken, words, words_of_each

FRAGMENTS = [
    *(
        " ",
        " से ",
        "से ",
        "अधिक",
        "50",
        "5 ",
        "श्री ",
        "जी",
        " जी",
        "ए. ",
        "ए",
        "कलाम",
        "है।",
        "गया ",
        "नाम",
        ". ",
    ),
    *(
        "Group ",
        "A",
        "Dr ",
        "A. ",
        "P",
        "Abdul ",
        "Kalam",
        "about ",
        "10:30 ",
        "IST",
        "to ",
        "and ",
        "8 ",
        "July",
    ),
    *(
        "US$ ",
        "$ ",
        "₹ ",
        "+91 11 ",
        "2345 678",
        "[",
        "unit: ",
        "bar]",
        "]",
        "［",
        "単位",
        "］",
        "超",
        "/",
        "-",
        "://",
    ),
    *(
        "कम से कम",
        "कम से कम ",
        "以上",
        "at ",
        "most ",
        "約",
        "30",
        "種類",
        "様",
        "見本 ",
        "さん",
        "第",
        "4条",
        "（",
        "CO₂",
        "）",
        "班",
        "B",
        "～",
        "8か所",
        "インド",
        "時間",
    ),
]
"""What is held, and what ends or begins what is held, in every language."""


@given(st.text(st.sampled_from("aṭक।., /—10(\u00a0\n"), max_size=12))
@example("क।ख")
@example("क/ख ग")
@example("क। ख")
def test_a_text_is_unbroken_when_all_its_words_are(text: str) -> None:
    assert unbroken(text) == all(unbroken(word) for word in words(text, "hi", phrases=False))


def test_long_texts_are_judged_at_once() -> None:
    assert not unbroken("a., " * 100_000 + "/")


@given(
    st.lists(st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join), max_size=6),
    st.sampled_from(LANGS),
)
@example([". नाम", "ए. नाम"], "hi")
@example(["50 वाहन", " से अधिक"], "hi")
@example(["श्री ", "नाम वाला कोई"], "hi")
@example([". A", "A. Kalam"], "en")
@example(["[unit:", "a b]"], "en")
@example(["x:", "5 at 6"], "en")
@example(["5 at 6", "x: "], "en")
@example(["a://b", "5 t/a"], "ja")
@example(["（A", "日本）"], "ja")
@example(["US$ 500", "US$ 500 US$ 600"], "ja")
def test_nothing_is_held_over_the_end_of_a_text_when_many_are_cut_at_once(
    texts: list[str], lang: Lang
) -> None:
    each = [words(text, lang, phrases=False) for text in texts]
    assert words_of_each(texts, lang, phrases=False) == each
