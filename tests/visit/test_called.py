"""What records are called: never nothing."""

import datetime as dt
from decimal import Decimal

import pytest

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say, use
from lohum_brief.visit.called import short, short_in, title, title_in
from lohum_brief.visit.records import (
    AnyRecord,
    Item,
    Metric,
    NamePart,
    Observation,
    Pack,
    Particulars,
    Person,
    Section,
    Source,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

UNNAMED: tuple[AnyRecord, ...] = (
    Particulars(id="visit", audience="public", title=Text(en=" ")),
    Section(id="s", audience="public", title=Text(ja="\u3000")),
    Pack(id="p", audience="public", title=Text()),
    Source(id="src", audience="public", title=""),
    Source(id="src2", audience="public", title="  "),
    Person(id="per", audience="public", family=NamePart()),
    Metric(id="m", audience="public", name=Text(), unit="t"),
    Observation(id="o", audience="public", metric="m", value=Decimal(1), as_of="2025"),
    Item(id="i", audience="public", title=Text(), start=dt.datetime(2025, 7, 8, 9, 0), minutes=5),  # noqa: DTZ001
)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("record", UNNAMED, ids=lambda record: record.id)
def test_what_has_no_name_is_called_by_its_id(record: AnyRecord, lang: Lang) -> None:
    visit = Visit(UNNAMED)
    assert title_in(record, visit, lang).strip()
    assert short_in(record, visit, lang)
    assert say(title(UNNAMED[0], visit)) == "The visit"
    assert title(UNNAMED[3], visit) == "src"
    assert title(UNNAMED[7], visit) == "m · 2025"


@pytest.mark.parametrize(
    ("lang", "called"), [("hi", "मिहोन तारो"), ("en", "MIHON Taro"), ("ja", "見本 太郎")]
)
def test_a_person_is_called_by_name(lang: Lang, called: str) -> None:
    family = NamePart(hi="मिहोन", en="Mihon", ja="見本")
    given = NamePart(hi="तारो", en="Taro", ja="太郎")
    person = Person(id="per", audience="guest", family=family, given=given)
    assert title_in(person, Visit((*UNNAMED[:1], person)), lang) == called


def test_a_title_that_is_told_has_the_forms_of_all_languages() -> None:
    pack = Pack(id="p", audience="public", title=Text(hi="अतिथि", ja="来賓"))
    found = title(pack, Visit((*UNNAMED, pack)))
    use("ja")
    assert say(found) == "来賓"
    use("en")
    assert say(found) == "अतिथि", "the first language that it has"
    assert short(pack, Visit((*UNNAMED, pack))) == found
