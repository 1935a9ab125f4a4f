"""Whoever is kept from readers is named in none of the texts that they read."""

import datetime as dt

import pytest

from lohum_brief.checks.kept_names import RULE, findings
from lohum_brief.checks.run import check
from lohum_brief.checks.waiving import waivable
from lohum_brief.language.interface import say
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
