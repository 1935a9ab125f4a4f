"""Two rows of one name in one organisation: two people, or one named twice, as somebody says; and
each is found again in the next list.
"""

from pathlib import Path

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.interface import say
from lohum_brief.release import answers
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

HEAD = "No|Name|Organisation|Designation|E-mail"
ONE = "1|Suzuki Taro|METI|Director|a@meti.go.jp"
OTHER = "2|Suzuki Taro|METI|Adviser|b@meti.go.jp"
LISTS = [
    (HEAD, ONE, OTHER),
    ("番号|氏名|所属|役職", "1|鈴木 太郎|経済産業省|課長", "2|鈴木 太郎|経済産業省|参事官"),
    ("क्रम|नाम|संगठन|पदनाम", "1|अमित शर्मा|लोहम|निदेशक", "2|अमित शर्मा|लोहम|सलाहकार"),
]


def posts(visit: Visit) -> dict[str, str]:
    return {
        one.id: one.post["en"] or one.post["ja"] or one.post["hi"]
        for one in visit.of(Person)
        if one.id != "person:mihon"
    }


def imported(visit: Visit, found: Preview) -> Visit:
    assert not found.open, found.open
    assert not found.unread, found.unread
    return apply(visit, as_edit(visit, found, "t"))


@pytest.mark.parametrize("rows", LISTS)
def test_two_of_one_name_are_asked_about_and_nothing_is_dropped(
    visit: Visit, rows: tuple[str, ...]
) -> None:
    found = typed(visit, Person, *rows)
    assert not found.unread
    (question,) = found.open
    assert (question.sort, found.waiting) == ("twice", 1)
    assert [one.answer for one in question.choices] == ["two", "same"]
    told = say(question.asked)
    assert "rows 2 and 3" in told
    assert all(word in told for word in (rows[1].split("|")[3], rows[2].split("|")[3]))


def test_a_question_on_many_rows_names_a_few_and_says_how_many_more(visit: Visit) -> None:
    rows = [f"{number}|Suzuki Taro|METI|Post {number}|" for number in range(1, 31)]
    (question,) = typed(visit, Person, HEAD, *rows).open
    told = say(question.asked)
    assert "Post 5" in told
    assert "25 more" in told
    assert "Post 6" not in told


@pytest.mark.parametrize("rows", LISTS)
def test_two_people_are_found_again_each_by_what_its_row_says(
    visit: Visit, rows: tuple[str, ...]
) -> None:
    head, one, other = rows
    after = imported(visit, typed(visit, Person, *rows, answers={"twice": "two"}))
    assert len(posts(after)) == 2
    for again in ((head, one, other), (head, other, one), (head, one), (head, other)):
        found = typed(after, Person, *again)
        assert found.empty, again
        assert not found.open


def test_one_named_twice_keeps_what_the_first_row_says_and_the_rest_is_told(visit: Visit) -> None:
    rows = ("Name|Organisation|Designation|E-mail|Phone", "Suzuki Taro|METI|Director|a@x.jp|")
    again = "Suzuki Taro|METI|Adviser|a@x.jp|+81 3 1234"
    found = typed(visit, Person, *rows, again, answers={"twice": "same"})
    (person,) = added(found, Person)
    assert (person.post["en"], person.mail, person.phone) == ("Director", "a@x.jp", "+81 3 1234")
    assert (
        "Row 3 names the person of row 2 again; row 2 counts where they differ: Designation "
        "“Director” / “Adviser”." in map(say, found.notes)
    )
    after = imported(visit, found)
    assert typed(after, Person, *rows, again, answers={"twice": "same"}).empty


def test_rows_that_say_the_same_are_one_person_and_told(visit: Visit) -> None:
    again = "7|Suzuki Taro|METI|Director|a@meti.go.jp"
    less = "8|Suzuki Taro|METI||"
    found = typed(visit, Person, HEAD, ONE, again, less)
    assert len(added(found, Person)) == 1
    assert {"Row 3 repeats row 2.", "Row 4 repeats row 2."} <= set(map(say, found.notes))


def test_a_column_that_is_not_read_tells_people_apart_too(visit: Visit) -> None:
    found = typed(
        visit, Person, "Name|Organisation|Fax", "Suzuki Taro|METI|1", "Suzuki Taro|METI|2"
    )
    assert [one.sort for one in found.open] == ["twice"]
    assert "Fax “1” / “2”" in say(found.open[0].asked)


def test_a_new_namesake_does_not_take_the_record_of_who_was_there(visit: Visit) -> None:
    after = imported(visit, typed(visit, Person, HEAD, ONE))
    (first,) = posts(after)
    for rows in ((ONE, OTHER), (OTHER, ONE)):
        found = typed(after, Person, HEAD, *rows, answers={"twice": "two"})
        assert not found.changed
        assert [one.post["en"] for one in added(found, Person)] == ["Adviser"]
        assert posts(imported(after, found))[first] == "Director"


def test_who_got_another_post_is_told_by_the_rest(visit: Visit) -> None:
    after = imported(visit, typed(visit, Person, HEAD, ONE, OTHER, answers={"twice": "two"}))
    promoted = "1|Suzuki Taro|METI|Director General|a@meti.go.jp"
    for rows in ((promoted, OTHER), (OTHER, promoted), (promoted,)):
        found = typed(after, Person, HEAD, *rows)
        (changed,) = found.changed
        assert isinstance(changed.before, Person)
        assert changed.before.mail == "a@meti.go.jp"
        assert not found.open


def test_who_cannot_be_told_is_asked_about(visit: Visit) -> None:
    after = imported(visit, typed(visit, Person, HEAD, ONE, OTHER, answers={"twice": "two"}))
    stranger = "1|Suzuki Taro|METI|Chief|c@meti.go.jp"
    found = typed(after, Person, HEAD, stranger)
    (question,) = found.open
    assert question.sort == "same"
    answers_ = [one.answer for one in question.choices]
    assert answers_ == [*posts(after), "new"]
    assert "Director" in say(question.choices[0].said)
    found = typed(after, Person, HEAD, stranger, answers={question.name: "new"})
    assert len(added(found, Person)) == 1
    found = typed(after, Person, HEAD, stranger, answers={question.name: answers_[1]})
    assert [one.before.id for one in found.changed] == [answers_[1]]


def test_an_id_says_which_is_meant(visit: Visit) -> None:
    after = imported(visit, typed(visit, Person, HEAD, ONE, OTHER, answers={"twice": "two"}))
    _, other = posts(after)
    rows = ("id|Name|Organisation|Designation", f"{other}|Suzuki Taro|METI|Chief")
    found = typed(after, Person, *rows)
    assert [changed.before.id for changed in found.changed] == [other]


def test_three_of_one_name_are_three(visit: Visit) -> None:
    third = "3|Suzuki Taro|METI|Chief|c@meti.go.jp"
    rows = (HEAD, ONE, OTHER, third)
    after = imported(visit, typed(visit, Person, *rows, answers={"twice": "two"}))
    assert sorted(posts(after).values()) == ["Adviser", "Chief", "Director"]
    assert typed(after, Person, HEAD, third, ONE, OTHER).empty


def test_the_choice_counts_for_the_next_list_and_keeps_no_name(
    visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "place", lambda: tmp_path / "lists.json")

    def found(said: dict[str, str]) -> Preview:
        text = f"{HEAD}\n{ONE}\n{OTHER}".replace("|", "\t")
        options = Options(answers=said, recalled=answers.recall)
        return preview(visit, Person, read_pasted(text.encode()), options)

    assert found({}).open
    answers.remember(found({"twice": "same"}), {})
    assert not found({}).open
    assert len(added(found({}), Person)) == 1
    kept = answers.place().read_text()
    assert "twice:" in kept
    assert "suzuki" not in kept.casefold()
