"""Needs as lists say them: several in a cell, none, words that no closed list knows, each in its
own language.
"""

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit


def pasted(visit: Visit, *rows: str, **answers: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    return preview(visit, Person, read_pasted(text.encode()), Options(answers=answers))


def person(found: Preview) -> Person:
    assert not found.unread, found.unread
    (record,) = [record for record in found.added if isinstance(record, Person)]
    return record


@pytest.mark.parametrize(
    ("cell", "allergies"),
    [
        ("Peanuts/Shellfish", ("peanut", "crustaceans", "molluscs")),
        ("そば・落花生", ("buckwheat", "peanut")),
        ("Shrimp, crab", ("crustaceans",)),
        ("milk and egg", ("milk", "egg")),
        ("milk egg", ("milk", "egg")),
        ("गेहूँ और दूध", ("wheat", "milk")),
        ("nut allergy", ("nuts",)),
        ("allergic to nuts", ("nuts",)),
        ("えび・かにアレルギー", ("crustaceans",)),
        ("milk\u3001egg", ("milk", "egg")),
    ],
)
def test_several_allergies_stand_in_one_cell(
    visit: Visit, cell: str, allergies: tuple[str, ...]
) -> None:
    found = pasted(visit, "Name|Allergies", f"Asha Rao|{cell}")
    assert person(found).allergies == allergies
    assert not [one for one in found.questions if one.sort == "word"]


@pytest.mark.parametrize(
    "cell", ["Nil", "-", "N/A", "n.a.", "None", "None known", "なし", "特になし", "कोई नहीं", "—"]
)
def test_no_allergies_are_none(visit: Visit, cell: str) -> None:
    found = pasted(visit, "Name|Allergies", f"Asha Rao|{cell}")
    assert (
        person(found).allergies,
        any(person(found).needs[lang] for lang in ("hi", "en", "ja")),
    ) == ((), False)
    assert not [one for one in found.questions if one.sort == "word"]
    before = apply(
        visit, as_edit(visit, pasted(visit, "Name|Allergies", "Asha Rao|milk"), "list.csv")
    )
    (changed,) = pasted(before, "Name|Allergies", f"Asha Rao|{cell}").changed
    assert isinstance(changed.after, Person)
    assert changed.after.allergies == ()


@pytest.mark.parametrize("cell", ["lactose intolerant", "कोई गंभीर नहीं"])
def test_words_with_spaces_are_asked_about_whole(visit: Visit, cell: str) -> None:
    found = pasted(visit, "Name|Allergies", f"Asha Rao|{cell}")
    (question,) = [one for one in found.questions if one.sort == "word"]
    assert question.words == (cell,)


@pytest.mark.parametrize(
    ("heading", "cell", "lang", "kept"),
    [
        ("Meal", "えび・かにアレルギー", "ja", "食事：えび・かにアレルギー"),
        ("Allergies", "lactose intolerant", "en", "Allergies: lactose intolerant"),
        ("Allergies", "धूल", "hi", "एलर्जी: धूल"),
    ],
)
def test_kept_words_are_headed_in_their_own_language(
    visit: Visit, heading: str, cell: str, lang: str, kept: str
) -> None:
    assert person(pasted(visit, f"Name|{heading}", f"Asha Rao|{cell}")).needs[lang] == kept


def test_a_dash_says_nothing_of_meals_and_walking(visit: Visit) -> None:
    found = pasted(visit, "Name|Meal|Mobility", "Asha Rao|-|N/A")
    assert (person(found).diet, person(found).mobility) == ("", "")
    assert not [one for one in found.questions if one.sort == "word"]
