"""The English word list: what is in it, and what it takes a misspelt word for."""

import pytest

from lohum_brief.language.wordlist import WordList, reading


@pytest.fixture(scope="module")
def words() -> WordList:
    return read()


def read() -> WordList:
    """The whole list in one go."""
    steps = reading()
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found = done.value
            assert isinstance(found, WordList)
            return found


@pytest.mark.parametrize(
    "word",
    [
        "recycling",
        "recyclers",
        "Recycling",
        "organise",
        "Japan",
        "don't",
        "it",
        "offtake",
        "hydrometallurgical",
        "namaste",
        "a-z",
    ],
)
def test_words_are_known_by_their_forms(words: WordList, word: str) -> None:
    assert words.has(word) == (word != "a-z")


@pytest.mark.parametrize(
    "word", ["recylcing", "japan", "organize", "colour\ncolours", "", "zzz", "recyclin", "ecycling"]
)
def test_what_is_no_word_is_not_known(words: WordList, word: str) -> None:
    assert not words.has(word)


def test_american_words_are_known_as_such(words: WordList) -> None:
    assert [
        word
        for word in ("organize", "center", "aluminum", "organise", "centre", "recylcing")
        if words.is_american(word)
    ] == [
        "organize",
        "center",
        "aluminum",
    ]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("recylcing", "recycling"),
        ("goverment", "government"),
        ("teh", "the"),
        ("occured", "occurred"),
        ("comittment", "commitment"),
        ("occurance", "occurrence"),
        ("itnernational", "international"),
        ("ecycling", "recycling"),
        ("Minsitry", "Ministry"),
        ("japan", "Japan"),
        ("organize", "organise"),
        ("center", "centre"),
        ("hydrometalurgy", "hydrometallurgy"),
    ],
)
def test_what_was_meant_comes_first(words: WordList, wrong: str, right: str) -> None:
    assert words.meant(wrong)[0] == right


def test_words_written_together_are_parted(words: WordList) -> None:
    assert "of the" in words.meant("ofthe")


@pytest.mark.parametrize("word", ["x", "qqqqqqqq", "abcdefghijklmnopqrstuvwxyz" * 3, "Zz"])
def test_what_is_like_no_word_means_few_or_none(words: WordList, word: str) -> None:
    assert len(words.meant(word)) <= 5


def test_no_word_that_offends_is_ever_proposed(words: WordList) -> None:
    assert not words.has("shit")
    assert "shit" not in words.meant("shitt")
