"""Terms are found where a reader sees them, forbidden words where no right term holds them."""

import pytest

from lohum_brief.language.codes import Lang
from lohum_brief.visit.glossary import Glossary
from lohum_brief.visit.records import Forbidden, Term
from lohum_brief.visit.text import Text

GLOSSARY = Glossary(
    [
        Term(
            id="mass", audience="public", name=Text(hi="ब्लैक मास", en="black mass", ja="ブラックマス"),
            forbidden=Forbidden(hi=("ब्लेक मास",), en=("blackmass",), ja=("黒い塊", "ブラック・マス")),
        ),
        Term(
            id="wet", audience="public", name=Text(hi="जल-धातुकर्म", en="hydrometallurgy", ja="湿式製錬"), abbreviation="HYDRO",
            forbidden=Forbidden(ja=("湿式精錬", "湿式")),
        ),
        Term(id="cell", audience="public", name=Text(hi="सेल", en="cell", ja="電池《でんち》セル")),
        Term(id="empty", audience="public", name=Text()),
    ]
)  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Blackmass, not black mass.", [("Blackmass", "black mass")]),
        ("en", "blackmasses or ablackmass", [("blackmass", "black mass")]),
        ("hi", "ब्लेक मास का उपयोग", [("ब्लेक मास", "ब्लैक मास")]),
        ("hi", "ब्लेक मासों", []),
        ("ja", "黒い塊と湿式精錬", [("黒い塊", "ブラックマス"), ("湿式精錬", "湿式製錬")]),
        ("ja", "湿式製錬を湿式で", [("湿式", "湿式製錬")]),
        ("ja", "", []),
    ],
)
def test_forbidden_words_are_found_with_the_right_ones(
    lang: Lang, text: str, found: list[tuple[str, str]]
) -> None:
    wrong = list(GLOSSARY.wrong(text, lang))
    assert [(one.written, one.right) for one in wrong] == found
    assert all(text[one.start : one.stop] == one.written for one in wrong)


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("en", "Black mass from cells: HYDRO, black mass; cellular", ["mass", "cell", "wet"]),
        ("hi", "सेल, ब्लैक मास।", ["cell", "mass"]),
        ("ja", "電池《でんち》セルとブラックマス", ["cell", "mass"]),
        ("en", "nothing", []),
    ],
)
def test_terms_are_found_in_their_order_each_once(lang: Lang, text: str, found: list[str]) -> None:
    assert [use.term.id for use in GLOSSARY.used(text, lang)] == found


def test_an_empty_glossary_finds_nothing() -> None:
    assert list(Glossary([]).wrong("x", "en")) == []
    assert Glossary([]).used("x", "en") == []
