"""Readings of names in kanji, which cannot be guessed."""

import pytest

from lohum_brief.checks.readings import findings
from lohum_brief.visit.records import NamePart, Person
from lohum_brief.visit.visit import Visit


def amiss(form: str, reading: str = "") -> list[str]:
    part = NamePart(ja=form, reading=reading)
    person = Person(id="p", audience="guest", family=part, given=NamePart(ja="ハナ"))
    return [one.field for one in findings(Visit((person,)))]


@pytest.mark.parametrize("kanji", ["伊", "\u3400", "\u9fff", "\uf900", "\ufaff", "\U00020000"])
def test_a_name_in_kanji_wants_a_reading(kanji: str) -> None:
    assert amiss(f"{kanji}藤"[:1]) == ["family.reading"]
    assert amiss(kanji, "いとう") == []


@pytest.mark.parametrize("name", ["イトウ", "いとう", "Ito", "\ua000", "\uf8ff", "\ufb00"])
def test_any_other_name_wants_none(name: str) -> None:
    assert amiss(name) == []
