"""Which words are doubted: slips, and nothing that may be a name, a unit, an abbreviation or a
figure.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.language.interface import say
from lohum_brief.language.spelling import doubts
from lohum_brief.language.wordlist import WordList
from tests.language.test_wordlist import read


@pytest.fixture(scope="module")
def words() -> WordList:
    return read()


def doubted(text: str, words: WordList, known: frozenset[str] = frozenset()) -> list[str]:
    return [text[doubt.start : doubt.stop] for doubt in doubts(text, words, known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Battery recylcing grows.", ["recylcing"]),
        ("The Minsitry’s goverment", ["Minsitry", "goverment"]),
        ("(recylcing), “recylcing”; pre-recylcing/recylcing", ["recylcing"] * 4),
        ("They dont organize it in the center.", ["dont", "organize", "center"]),
        ("𠮷 recylcing", ["recylcing"]),
        ("a japan company", ["japan"]),
    ],
)
def test_slips_are_doubted(words: WordList, text: str, expected: list[str]) -> None:
    assert doubted(text, words) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Tanaka met Mr Chaudhary of Ghaziabad; Uttar Pradesh’s plant",
        "METI, JOGMEC, ACCs, GWh, 20 kWh, 25th, CO2, Li2CO3, iPhone, LiFePO4",
        (
            "See https://exmaple.jp/recylcing, www.recylcing.in, recylcing.pdf or "
            "asha.rao@recylcing.in, e.g. #recylcing"
        ),
        "{figure:recylcing} of {metric:xyzzy|form=spoken}",
        "Tōkyō, Kyūshū, dhātu, naïve, Saṅgam",
        "the companies’ and the company’s don’t, isn't, o'clock, ma’am",
        (
            "hydrometallurgical black-mass pre-treatment, Indo-Japanese, re-export, co-operate, "
            "twenty-two"
        ),
        "5 lakh tonnes, ₹340 crore, namaste, shinkansen, memoranda",
        "part iii, xiv",
        "The World Trade Organization, Kennedy Center",
        "reçycling 漢recylcing字 recylcing2",
        "",
    ],
)
def test_what_is_right_or_somebodys_own_is_left_alone(words: WordList, text: str) -> None:
    assert doubted(text, words) == []


def test_what_is_known_besides_is_left_alone_in_its_forms(words: WordList) -> None:
    known = frozenset({"blorf", "Qwerzu"})
    assert doubted("blorf Blorf blorf’s Qwerzu BLORF qwerzu", words, known) == ["qwerzu"]


def test_a_doubt_says_why(words: WordList) -> None:
    [unknown, american] = doubts("recylcing center", words, frozenset())
    assert "recylcing" in say(unknown.why)
    assert "British" in say(american.why)


@given(st.text(max_size=60))
def test_doubts_are_words_of_the_text_in_order(words: WordList, text: str) -> None:
    last = 0
    for doubt in doubts(text, words, frozenset()):
        assert last <= doubt.start < doubt.stop <= len(text)
        assert text[doubt.start : doubt.stop].replace("'", "").replace("’", "").isalpha()
        last = doubt.stop
