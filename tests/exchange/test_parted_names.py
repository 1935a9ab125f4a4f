"""Names whose family and given name have columns of their own: which of them stands first."""

import pytest

from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.language.codes import Lang
from lohum_brief.visit.called import title_in
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed

HEADING = "Surname|First name|Title|Nationality|Organisation"


def printed(visit: Visit, found: Preview, lang: Lang = "en") -> list[str]:
    then = apply(visit, as_edit(visit, found, "list.csv"))
    return [title_in(one, then, lang) for one in added(found, Person)]


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ("Rao|Lata|Smt.||MEA", "Lata RAO"),
        ("Gupta|Anil|Shri||MEA", "Anil GUPTA"),
        ("Gupta|Anil|श्री||MEA", "Anil GUPTA"),
        ("Gupta|Asha|कुमारी||MEA", "Asha GUPTA"),
        ("Gupta|Smt. Asha|||MEA", "Asha GUPTA"),
        ("Rao|Lata|Ms|Indian|MEA", "Lata RAO"),
        ("Rao|Lata|Ms||High Commission of India", "Lata RAO"),
        ("Smith|John|Mr|British|HMG", "John SMITH"),
        ("Kim|Chul-soo|Mr|KR|POSCO", "KIM Chul-soo"),
        ("Kim|Chul-soo|Mr||Embassy of the Republic of Korea", "KIM Chul-soo"),
        ("Tanaka|Ichiro|Mr|Japanese|METI", "TANAKA Ichiro"),
        ("Tanaka|Ichiro|Mr||Embassy of Japan", "TANAKA Ichiro"),
        ("Tanaka|Ichiro|Shri|Japanese|METI", "TANAKA Ichiro"),
    ],
)
def test_what_stands_beside_a_name_in_two_columns_tells_its_order(
    visit: Visit, row: str, name: str
) -> None:
    found = typed(visit, Person, HEADING, row)
    assert asked(found) == {}
    assert printed(visit, found) == [name]


@pytest.mark.parametrize(
    ("heading", "row", "lang", "name"),
    [
        ("Surname|First name", "शर्मा|अनिल", "hi", "अनिल शर्मा"),
        ("姓|名", "田中|一郎", "ja", "田中 一郎"),
        (
            "Surname (English)|Surname (Japanese)|Given name (English)|Given name (Japanese)",
            "Tanaka|田中|Ichiro|一郎",
            "en",
            "TANAKA Ichiro",
        ),
    ],
)
def test_the_script_of_a_name_in_two_columns_tells_its_order(
    visit: Visit, heading: str, row: str, lang: Lang, name: str
) -> None:
    found = typed(visit, Person, heading, row)
    assert asked(found) == {}
    assert printed(visit, found, lang) == [name]


ROWS = "Surname|First name", "Rao|Lata", "Smith|John"


def test_where_nothing_tells_the_order_it_is_asked_once_for_the_list(visit: Visit) -> None:
    found = typed(visit, Person, *ROWS)
    assert asked(found) == {"home": ""}
    assert not found.added
    assert found.waiting == 2


@pytest.mark.parametrize(
    ("answer", "names"),
    [
        ("given", ["Lata RAO", "John SMITH"]),
        ("family", ["RAO Lata", "SMITH John"]),
        ("ja", ["RAO Lata", "SMITH John"]),
    ],
)
def test_the_answer_counts_for_all_of_the_list(visit: Visit, answer: str, names: list[str]) -> None:
    found = typed(visit, Person, *ROWS, answers={"home": answer})
    assert printed(visit, found) == names
    assert {one.native == "ja" for one in added(found, Person)} == {answer == "ja"}


def test_one_name_of_the_list_may_be_answered_otherwise(visit: Visit) -> None:
    answers = {"home": "given", "home:Rao / Lata": "family"}
    found = typed(visit, Person, *ROWS, answers=answers)
    assert printed(visit, found) == ["RAO Lata", "John SMITH"]


def test_of_who_is_there_already_it_is_not_asked(visit: Visit) -> None:
    first = typed(visit, Person, *ROWS, answers={"home": "given"})
    then = apply(visit, as_edit(visit, first, "list.csv"))
    again = typed(then, Person, "Surname|First name|Diet", "Rao|Lata|vegetarian", "Smith|John|")
    assert asked(again) == {}
    assert [one.native for _, one in again.changed if isinstance(one, Person)] == ["en"]


def test_one_name_alone_has_no_order_and_is_not_asked_about(visit: Visit) -> None:
    found = typed(visit, Person, "Surname|First name", "Stalin|")
    assert asked(found) == {}
    assert added(found, Person)[0].native == "en"


@pytest.mark.parametrize(
    ("cell", "family", "given", "post"),
    [
        ("山田 太郎（やまだ たろう）", "山田", "太郎", ""),
        ("山田 太郎（やまだ たろう） 課長", "山田", "太郎", "課長"),
        ("Tanaka, Hanako (Ms.), Attaché", "Tanaka", "Hanako", "Attaché"),
        ("Tanaka, Hanako (Ms.)", "Tanaka", "Hanako", ""),
    ],
)
def test_what_a_name_has_in_brackets_is_no_post(
    visit: Visit, cell: str, family: str, given: str, post: str
) -> None:
    rows = "Name & Designation|Organisation", f"{cell}|Embassy of Japan"
    [one] = added(typed(visit, Person, *rows), Person)
    assert (one.family["en"] or one.family["ja"], one.given["en"] or one.given["ja"]) == (
        family,
        given,
    )
    assert (one.post["en"] or one.post["ja"]) == post
