"""Names in packs: the best known form stands large, whatever is missing or has no font."""

from typing import Any

import pytest

from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import MISSING
from lohum_brief.packs.admit import admit
from lohum_brief.packs.naming import NO_FORM
from lohum_brief.packs.plan import plan
from lohum_brief.packs.render import render
from lohum_brief.typeset.blocks import Para, Row, Table
from lohum_brief.visit.records import NamePart, Pack, Person
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, section, small
from tests.packs.extraction import bare, poppler

FULL = Person(
    id="per1",
    audience="guest",
    honorific="mr",
    family=NamePart(hi="मिहोन", en="Mihon", ja="見本", reading="みほん"),
    given=NamePart(hi="तारो", en="Tarō", ja="太郎", reading="たろう"),
)


def person(native: Lang = "ja", **forms: tuple[str, str]) -> Person:
    """A person whose name has these forms only: family name, given name."""
    family = NamePart(**{lang: form for lang, (form, _) in forms.items()})
    given = NamePart(**{lang: form for lang, (_, form) in forms.items()})
    return Person(id="per1", audience="guest", honorific="mr", native=native, family=family, given=given)


def name_cell(one: Person, **changes: Any) -> list[Para]:
    """The paragraphs of the person's name in a list of people."""
    visit, of = visit_with(one), of_people(**changes)
    tables = [block for block in plan(admit(visit, of.audience), of).blocks if isinstance(block, Table)]
    (row,) = (row for table in tables for row in table.rows if row.record == "per1")
    assert isinstance(row, Row)
    return [*row.cells[1]]


def visit_with(one: Person) -> Visit:
    return Visit(
        [
            one if record.id == "per1" else record
            for record in small(section("people", new_page=True), without=("sec:people",))
        ]
    )


def of_people(**changes: Any) -> Pack:
    return pack(sections=("sec:people",), **changes)


def text(para: Para) -> str:
    return para.text.replace("\u00a0", " ")


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_form_of_ones_own_gives_way_to_the_best_known_one(lang: Lang) -> None:
    one = person(native="ja", en=("Mihon", "Tarō"))
    large = name_cell(one, languages=(lang,))[0]
    said = {"hi": "श्री MIHON Tarō", "en": "Mr MIHON Tarō", "ja": "MIHON Tarō 様"}[lang]
    assert text(large).startswith(said)
    assert words(lang)(NO_FORM["ja"]) in text(large)
    assert large.spans[0].style.size > 10
    assert large.spans[-1].style.size < 8
    lines = [text(para) for para in name_cell(one, languages=(lang,))]
    assert not any(words(lang)(MISSING[lang]) in line for line in lines)
    assert sum("MIHON" in line for line in lines) == 1


def test_a_missing_form_of_another_language_is_a_small_mark() -> None:
    large, *beneath = name_cell(person(hi=("मिहोन", "तारो"), ja=("見本", "太郎")), languages=("hi", "en", "ja"))
    assert text(large) == "見本 太郎 様"
    assert words("en")(NO_FORM["en"]) in "".join(text(para) for para in beneath)
    assert words("en")(MISSING["en"]) not in "".join(text(para) for para in beneath)


def test_an_honorific_is_as_large_as_the_name() -> None:
    (large, *_) = name_cell(FULL, languages=("ja",))
    assert text(large).endswith("様")
    assert {span.style.size for span in large.spans} == {large.spans[0].style.size}


@pytest.mark.parametrize("script", ["김민수", "தமிழ்", "محمد"])
@pytest.mark.parametrize("lang", LANGS)
def test_a_name_in_a_script_without_a_font_prints_in_latin_and_keeps_no_pack_back(lang: Lang, script: str) -> None:
    one = person(native="ja", ja=(script, script), hi=(script, script), en=("Kim", "Minsu"))
    found = "".join(poppler(render(visit_with(one), of_people(languages=(lang,))).pdf))
    assert bare("KIM Minsu") in bare(found)
    assert script not in found


def test_a_name_without_any_form_that_can_be_printed_is_a_mark() -> None:
    large = name_cell(person(native="en", en=("김", "민수")), languages=("en",))[0]
    assert text(large) == words("en")(MISSING["en"])
