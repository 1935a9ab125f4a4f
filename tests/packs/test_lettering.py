"""Names of organisations, groups and places in a script for which there is no font."""

import pymupdf
import pytest

from lohum_brief.checks.characters import findings
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Group, Organisation, Place, Section
from lohum_brief.visit.text import Text
from tests.packs.conftest import pack, small, text
from tests.packs.rendering import render

SECTION = Section(id="sec:who", audience="public", title=text("who"), content="organisations")
KOREAN = "서울연구원"
NAME = Text(en="Seoul Institute", ja=KOREAN, hi="सियोल संस्थान")


def seoul(name: Text) -> Organisation:
    return Organisation(id="org:seoul", audience="public", side="guest", name=name)


@pytest.mark.parametrize("langs", [("en", "hi", "ja"), ("ja",)])
def test_another_form_of_the_name_of_an_organisation_prints(langs: tuple[Lang, ...]) -> None:
    visit = small(seoul(NAME), SECTION)
    wanted = pack(languages=langs, sections=(SECTION.id,))
    with pymupdf.open(stream=render(visit, wanted).pdf) as document:
        told = "".join(page.get_text() for page in document)
    assert "Seoul Institute" in told.replace("\u00a0", " ").replace("\n", " ")
    assert KOREAN not in told


def test_without_another_form_the_pack_is_refused() -> None:
    visit = small(seoul(Text(ja=KOREAN)), SECTION)
    with pytest.raises(BriefError, match="no font has"):
        render(visit, pack(languages=("ja",), sections=(SECTION.id,)))


@pytest.mark.parametrize("kind", [Organisation, Group, Place])
def test_the_check_says_so_once_for_each_record(
    kind: type[Organisation] | type[Group] | type[Place],
) -> None:
    twice = Text(en="Seoul Institute", ja=KOREAN, hi=KOREAN)
    [finding] = findings([kind(id="one", audience="public", name=twice)])
    assert (finding.severity, finding.field) == ("warning", "name.hi")
    assert KOREAN in say(finding.message)
    [finding] = findings([kind(id="one", audience="public", name=Text(hi=KOREAN, ja=KOREAN))])
    assert finding.severity == "error"
    assert KOREAN in say(finding.message)


def test_a_sign_in_a_name_can_still_be_mended() -> None:
    [finding] = findings([seoul(Text(en="Seoul 🙂", ja="ソウル"))])
    assert finding.severity == "error"
    assert finding.fix is not None
