"""Ranks and titles stand before a name, or where a language has them with the post, with that."""

from typing import Any

import pytest

from lohum_brief.checks import addresses
from lohum_brief.language.interface import say
from lohum_brief.visit import ranks
from lohum_brief.visit.records import NamePart, Organisation, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import sample

POST = Text(en="Adviser", hi="सलाहकार", ja="顧問")


def visit(country: str, **fields: Any) -> Visit:
    body = Organisation(id="org:x", audience="guest", name=Text(en="X"), country=country)
    told = {"native": "en", "post": POST, **fields}
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(en="Visit")),
            body,
            Person(
                id="p", audience="guest", family=NamePart(en="Rao"), organisation="org:x", **told
            ),
        ]
    )


def printed(country: str, **fields: Any) -> str:
    found = visit(country, **fields)
    (person,) = found.of(Person)
    text = ranks.post(person, found)
    assert (text["en"], text["hi"]) == (person.post["en"], person.post["hi"])
    return text["ja"]


@pytest.mark.parametrize(
    ("country", "fields", "ja"),
    [
        ("IN", {"forces": "colonel"}, "顧問（陸軍大佐）"),
        ("IN", {"forces": "colonel", "native": "hi"}, "顧問（陸軍大佐）"),
        ("JP", {"forces": "general", "native": "hi"}, "顧問（陸軍大将）"),
        ("US", {"forces": "colonel"}, "顧問（大佐）"),
        ("", {"forces": "lieutenant_general"}, "顧問（中将）"),
        ("IN", {"forces": "air_marshal", "retired": True}, "顧問（退役空軍中将）"),
        ("IN", {"forces": "wing_commander"}, "顧問（空軍中佐）"),
        ("IN", {"forces": "rear_admiral"}, "顧問（海軍少将）"),
        ("IN", {"honorific": "justice"}, "顧問（判事）"),
        ("IN", {"honorific": "justice", "retired": True}, "顧問（元判事）"),
        ("IN", {"honorific": "adv", "retired": True}, "顧問（弁護士）"),
        ("IN", {"honorific": "dr"}, "顧問"),
        ("IN", {"forces": "colonel", "post": Text(en="Adviser", ja="陸軍大佐")}, "陸軍大佐"),
        ("IN", {"forces": "colonel", "post": Text(en="Adviser")}, ""),
        ("IN", {"forces": "colonel", "post": Text()}, "陸軍大佐"),
        ("IN", {"forces": "captain"}, "顧問"),
    ],
)
def test_the_rank_stands_with_the_post_in_japanese(
    country: str, fields: dict[str, Any], ja: str
) -> None:
    assert printed(country, **fields) == ja


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"forces": "captain"}, ["post.ja"]),
        ({"forces": "lieutenant", "native": "hi"}, ["post.ja"]),
        ({"forces": "colonel", "native": "ja"}, ["post.ja"]),
        ({"forces": "captain", "post": Text(en="Attaché", ja="駐在武官（海軍大佐）")}, []),
        ({"forces": "colonel", "native": "ja", "post": Text(ja="１等陸佐")}, []),
        ({"forces": "air_marshal"}, []),
        ({"honorific": "prof_dr"}, []),
    ],
)
def test_a_rank_that_a_language_says_nowhere_is_told(
    fields: dict[str, Any], told: list[str]
) -> None:
    found = list(addresses.findings(visit("IN", **fields)))
    assert [(one.severity, one.field) for one in found] == [("warning", field) for field in told]
    if fields.get("forces") == "captain" and told:
        assert say(found[0].message) == (
            "The rank “Captain” has no word in Japanese that is certain, and prints nowhere: "
            "write it in the post."
        )


def test_the_sample_has_somebody_who_has_left_the_forces() -> None:
    found = sample()
    [person] = [one for one in found.of(Person) if one.retired]
    assert ranks.post(person, found)["ja"] == "安全管理者（退役陸軍大佐）"
    assert not [one for one in addresses.findings(found) if one.record == person.id]
