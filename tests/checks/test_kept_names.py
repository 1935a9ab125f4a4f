"""Whoever is kept from readers is named in none of the texts that they read."""

import datetime as dt

import pytest
from msgspec import structs

from lohum_brief.checks.kept_names import RULE, findings
from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import waivable
from lohum_brief.language.interface import say
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    Item,
    NamePart,
    Note,
    Particulars,
    Person,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

VISIT = Particulars(id="visit", audience="public", title=Text(en="Visit"))


def person(audience: Audience) -> Person:
    return Person(
        id="person:1",
        audience=audience,
        family=NamePart(en="Émile-Singh", hi="सिंह", ja="見本", reading="みほん"),
        given=NamePart(en="R.K.", hi="आर.के.", ja="一", reading="はじめ"),
    )


def visit(who: Person, detail: Text, audience: Audience = "guest") -> Visit:
    item = Item(
        id="item:1",
        audience=audience,
        title=Text(en="Tea"),
        detail=detail,
        start=dt.datetime(2025, 7, 8, 11),  # noqa: DTZ001 - local time at the place
    )
    return Visit([VISIT, who, item])


@pytest.mark.parametrize(
    "detail",
    [
        Text(en="Led by: Shri R. K. EMILE-SINGH"),
        Text(en="Singh; Émile-Singh, R.K."),
        Text(hi="संचालन: श्री आर.के. सिंह (पुष्टि शेष)"),
        Text(hi="बोलेंगे श्री आर.के. सिंह।"),
        Text(ja="進行：見本　一様"),
        Text(ja="司会は見本一氏"),
        Text(ja="みほんはじめ"),
    ],
)
def test_a_name_that_readers_are_not_to_know_is_found(detail: Text) -> None:
    (found,) = findings(visit(person("principal"), detail))
    lang = next(lang for lang in ("en", "hi", "ja") if detail[lang])
    assert (found.rule, found.record, found.field) == (RULE, "item:1", f"detail.{lang}")
    assert waivable(found)
    assert any(one.rule == RULE for one in check(visit(person("principal"), detail)))


@pytest.mark.parametrize(
    "detail",
    [Text(en="Mr Singh"), Text(ja="見本"), Text(en="R.K. Singhania"), Text(en="ark emile")],
)
def test_a_part_of_a_name_may_be_anothers(detail: Text) -> None:
    assert not list(findings(visit(person("principal"), detail)))


def test_who_may_be_known_may_be_named() -> None:
    detail = Text(en="R.K. Émile-Singh")
    assert not list(findings(visit(person("guest"), detail, "public")))
    assert not list(findings(visit(person("principal"), detail, "principal")))
    assert len(list(findings(visit(person("security"), detail, "host")))) == 1


def test_the_finding_says_whom_and_who_reads_it() -> None:
    note = Note(id="note:1", audience="host", sort="message", text=Text(en="To R.K. Émile-Singh"))
    (found,) = findings(Visit([VISIT, person("principal"), note]))
    assert say(found.message) == (
        "Its audience is “For hosts”, but its words name ÉMILE-SINGH R.K., whose audience is "
        "“For the principal”. Leave the name out, or give the two the same audience."
    )


def quimby(audience: Audience = "host", ident: str = "person:1") -> Person:
    return Person(
        id=ident,
        audience=audience,
        family=NamePart(en="Quimby", hi="क्विम्बी", ja="久院", reading="くいん"),
        given=NamePart(en="Zara", hi="ज़ारा", ja="沙羅", reading="さら"),
    )


@pytest.mark.parametrize(
    "detail",
    [
        Text(en="Ms Quimby says a word."),
        Text(en="Z. Quimby leads"),
        Text(en="Led by QUIMBY, Z."),
        Text(en="Minister Quimby"),
        Text(en="Quimby-san"),
        Text(hi="सुश्री क्विम्बी बोलेंगी।"),
        Text(hi="क्विम्बी जी।"),
        Text(hi="राजदूत क्विम्बी"),
        Text(hi="ज़. क्विम्बी"),
        Text(ja="久院公使が挨拶する。"),
        Text(ja="久院さん"),
        Text(ja="外務省の久院様"),
        Text(ja="久院氏・見本氏"),
        Text(ja="久院駐日大使"),
    ],
)
def test_a_family_name_with_a_title_a_post_or_an_initial_is_somebody(detail: Text) -> None:
    (found,) = findings(visit(quimby(), detail))
    assert (found.rule, found.record, found.about) == (RULE, "item:1", "person:1 host guest")


@pytest.mark.parametrize(
    "detail",
    [
        Text(en="The Quimby works"),
        Text(en="A Quimby prize"),
        Text(en="B. Quimby leads"),
        Text(en="Ms Rita Quimby"),
        Text(en="The minister quimby"),
        Text(hi="क्विम्बी नगर"),
        Text(hi="यह क्विम्बी है"),
        Text(ja="久院駅"),
        Text(ja="久院氏名簿"),
        Text(ja="久院の様子"),
    ],
)
def test_a_family_name_that_names_something_else_is_nobody(detail: Text) -> None:
    assert not list(findings(visit(quimby(), detail)))


@pytest.mark.parametrize(
    "detail", [Text(en="Ms Quimby"), Text(hi="सुश्री क्विम्बी"), Text(ja="久院様")]
)
def test_a_family_name_of_somebody_whom_the_readers_know_is_theirs(detail: Text) -> None:
    known = visit(quimby(), detail)
    assert list(findings(known))
    assert not list(findings(Visit([*known, quimby("guest", "person:2")])))
    assert list(findings(Visit([*known, quimby("host", "person:2")])))


def test_a_family_name_of_one_character_ends_other_words() -> None:
    wood = structs.replace(quimby(), family=NamePart(ja="林"))
    assert list(findings(visit(wood, Text(ja="司会：林長官"))))
    assert not list(findings(visit(wood, Text(ja="森林長官"))))


def test_all_who_are_named_in_a_text_stand_in_one_finding() -> None:
    text = Text(en="R.K. Émile-Singh and Ms Quimby")
    held = visit(person("principal"), text)
    (found,) = findings(Visit([*held, quimby(ident="person:2")]))
    assert found.about == "person:1 principal person:2 host guest"
    assert "ÉMILE-SINGH" in say(found.message)
    assert "QUIMBY" in say(found.message)


def test_the_sample_names_nobody_who_is_kept() -> None:
    assert not list(findings(sample_visit()))
