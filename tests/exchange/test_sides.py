"""Hosts never become delegates: on whose side people are is read where a table says it for certain,
else asked about.
"""

from pathlib import Path

import msgspec
import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Organisation, Person
from lohum_brief.visit.sides import side
from lohum_brief.visit.visit import Visit
from tests.exchange.files import grid, xlsx
from tests.exchange.typed import added, asked, called, typed


def sides(found: Preview, visit: Visit | None = None) -> list[str]:
    there = Visit([*(visit or ()), *found.added]) if visit else None
    return [side(one, there) if there else one.side or "guest" for one in added(found, Person)]


@pytest.mark.parametrize(
    ("host", "guest"),
    [
        ("Indian side||", "Japanese side||"),
        ("【インド側】||", "【日本側】||"),
        ("भारतीय पक्ष||", "जापानी प्रतिनिधिमंडल||"),
        ("Host side:||", "Guest side:||"),
        ("|B. Hosts|", "|A. Guests|"),
        ("|受入れ側|", "|来訪者|"),
        ("|Members of the Indian delegation (2)|", "|Members of the Japanese delegation (2)|"),
        ("मेज़बान||", "अतिथि||"),
    ],
)
def test_a_row_above_people_says_on_whose_side_they_are(
    visit: Visit, host: str, guest: str
) -> None:
    found = typed(
        visit,
        Person,
        "S.No|Name|Designation",
        host,
        "1|Rajat Verma|CEO",
        "2|Priya Nair|Head",
        guest,
        "1|Taro Yamada|Director",
    )
    assert called(found) == ["Rajat Verma", "Priya Nair", "Taro Yamada"]
    assert sides(found) == ["host", "host", "guest"]
    assert sum("side" in note for note in map(say, found.notes)) == 2


def test_where_the_visit_is_says_which_country_hosts(visit: Visit) -> None:
    own = msgspec.structs.replace(
        visit.particulars, place_zone="Asia/Tokyo", guest_zone="Asia/Kolkata"
    )
    there = Visit([own, *(record for record in visit if record.id != "visit")])
    rows = (
        "S.No|Name|Post",
        "Indian side||",
        "1|Rajat Verma|CEO",
        "Japanese side||",
        "2|Taro Yamada|Director",
    )
    assert sides(typed(there, Person, *rows)) == ["guest", "host"]


def test_the_side_of_a_body_that_the_visit_knows_is_its_own(visit: Visit) -> None:
    rows = (
        "S.No|Name|Post",
        "Lohum side||",
        "1|Rajat Verma|CEO",
        "METI side||",
        "2|Taro Yamada|Director",
    )
    found = typed(visit, Person, *rows)
    assert asked(found) == {"side:METI side": ""}
    assert found.waiting == 1
    assert sides(typed(visit, Person, *rows, answers={"side:METI side": "guest"})) == [
        "host",
        "guest",
    ]
    alone = typed(visit, Person, "Name|Organisation", "Rajat Verma|Lohum", "Taro Yamada|METI")
    assert sides(alone, visit) == ["host", "guest"]
    assert any("“Lohum”: 1 person is on the hosts’ side" in note for note in map(say, alone.notes))


@pytest.mark.parametrize(
    "caption", ["Host side delegates", "受入れ側名簿", "मेज़बान पक्ष की सूची", "Indian delegation"]
)
def test_a_caption_says_it_for_the_whole_list(visit: Visit, caption: str) -> None:
    found = typed(
        visit, Person, f"{caption}||", "Name|Designation|Organisation", "Rajat Verma|CEO|Plant 9"
    )
    assert sides(found) == ["host"]
    assert [one.side for one in found.added if isinstance(one, Organisation)] == ["host"]
    assert any(caption in note for note in map(say, found.notes))


def test_a_caption_that_names_both_sides_is_asked_about(visit: Visit) -> None:
    caption = "Visit of the Japanese delegation: Indian participants"
    found = typed(visit, Person, f"{caption}||", "Name|Designation", "Rajat Verma|CEO")
    assert asked(found) == {f"side:{caption}": ""}
    assert sides(
        typed(
            visit,
            Person,
            f"{caption}|",
            "Name|Designation",
            "Rajat Verma|CEO",
            answers={"side": "host"},
        )
    ) == ["host"]


def test_the_name_of_a_sheet_says_it(visit: Visit, tmp_path: Path) -> None:
    rows = grid(["Name", "Designation"], ["Rajat Verma", "CEO"])
    for name, said in (
        ("Host delegation", "host"),
        ("Japan side", "guest"),
        ("Delegates", "guest"),
    ):
        path = xlsx(tmp_path / "list.xlsx", rows, name=name)
        assert sides(preview(visit, Person, read_table(path), Options())) == [said]


@pytest.mark.parametrize(
    "heading", ["Role", "Category", "Type", "Designation", "区分", "श्रेणी", "Delegation"]
)
def test_a_column_that_says_host_and_guest_is_that_of_the_side(visit: Visit, heading: str) -> None:
    found = typed(
        visit, Person, f"Name|{heading}", "Rajat Verma|Host", "Taro Yamada|Guest", "Mai Sato|"
    )
    assert sides(found) == ["host", "guest", "guest"]
    assert not any(one.post for one in added(found, Person))


def test_a_role_of_host_among_other_roles_is_no_post(visit: Visit) -> None:
    found = typed(
        visit,
        Person,
        "Name|Role",
        "Rajat Verma|Host",
        "Taro Yamada|Adviser",
        "Asha Rao|Nodal officer (host)",
    )
    assert sides(found) == ["host", "guest", "host"]
    assert [one.post["en"] for one in added(found, Person)] == [
        "",
        "Adviser",
        "Nodal officer (host)",
    ]


def test_a_column_of_sides_may_name_countries_and_asks_about_the_rest(visit: Visit) -> None:
    rows = (
        "Name|Side",
        "Rajat Verma|Indian side",
        "Taro Yamada|Japan",
        "Priya Nair|Lohum",
        "Mai Sato|Hosts",
        "Ravi Sen|ABC",
    )
    found = typed(visit, Person, *rows)
    assert asked(found) == {"B": ""}
    assert sides(typed(visit, Person, *rows, answers={"B": "host"})) == [
        "host",
        "guest",
        "host",
        "host",
        "host",
    ]


def test_a_list_that_says_nothing_is_of_guests(visit: Visit) -> None:
    found = typed(
        visit, Person, "List of delegates||", "Name|Designation", "Taro Yamada|Host relations"
    )
    assert sides(found) == ["guest"]
    assert asked(found) == {}


@pytest.mark.parametrize(
    ("post", "duty"),
    [
        ("Interpreter", "interpreter"),
        ("Chief Interpreter", "interpreter"),
        ("Interpreter (Japanese–English)", "interpreter"),
        ("Interpreter, Embassy of Japan", "interpreter"),
        ("通訳", "interpreter"),
        ("日本語通訳", "interpreter"),
        ("通訳担当", "interpreter"),
        ("दुभाषिया", "interpreter"),
        ("वरिष्ठ दुभाषिया", "interpreter"),
        ("Head of the interpreters’ division", "member"),
        ("通訳案内業務課長", "member"),
        ("Counsellor", "member"),
    ],
)
def test_whose_post_is_interpreter_is_counted_as_one(visit: Visit, post: str, duty: str) -> None:
    [one] = added(typed(visit, Person, "Name|Designation", f"Mr Jun Kato|{post}"), Person)
    assert one.duty == duty
    rows = ("Name|Designation|Duty", f"Mr Jun Kato|{post}|Head")
    assert [one.duty for one in added(typed(visit, Person, *rows), Person)] == ["head"]
