"""How many records there are, said as each language counts them."""

from collections.abc import Iterator

import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import use
from lohum_brief.window import labels


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use(None)


@pytest.mark.parametrize(
    ("lang", "people", "packs"),
    [("hi", "84 व्यक्ति", "1 प्रविष्टि"), ("en", "84 people", "1 entry"), ("ja", "84名", "1件")],
)
def test_people_are_counted_as_people_and_all_else_as_entries(
    lang: Lang, people: str, packs: str
) -> None:
    use(lang)
    assert labels.counted("person", 84) == people
    assert labels.counted("pack", 1) == packs


@pytest.mark.parametrize(
    ("lang", "people", "packs"),
    [
        ("hi", "84 में से 3", "6 में से 3"),
        ("en", "3 of 84 people", "3 of 6"),
        ("ja", "84名中3名", "6件中3件"),
    ],
)
def test_some_of_all_are_counted_so_too(lang: Lang, people: str, packs: str) -> None:
    use(lang)
    assert labels.counted_of("person", 3, 84) == people
    assert labels.counted_of("pack", 3, 6) == packs


def test_japanese_side_and_host_are_two_words() -> None:
    use("ja")
    assert labels.choice("side", "host") == "受入れ側"
    assert labels.field("host") == "受入先"
