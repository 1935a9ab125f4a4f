from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from lohum_brief.checks.references import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.records import (
    KINDS,
    Chart,
    ChartRow,
    Group,
    Id,
    Ids,
    NamePart,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Source,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

TEXT = Text(en="a")


def section(ident: str) -> Section:
    return Section(id=ident, audience="guest", title=TEXT)


def test_what_is_there_is_no_finding() -> None:
    visit = Visit(
        [
            section("s"),
            Source(id="r", audience="public", title="Report"),
            Paragraph(id="p", audience="guest", section="s", text=TEXT, sources=("r",)),
        ]
    )
    assert list(findings(visit)) == []


def test_an_id_that_leads_nowhere_is_an_error_with_its_place() -> None:
    [found] = findings(
        Visit([section("s"), Pack(id="k", audience="guest", title=TEXT, sections=("s", "gone"))])
    )
    assert (found.severity, found.record, found.field) == ("error", "k", "sections.1")
    assert "gone" in say(found.message)


@pytest.mark.parametrize("field", ["mineral", "target_figure", "target_metric"])
def test_an_id_in_a_row_of_a_chart_that_leads_nowhere_is_an_error(field: str) -> None:
    lost: Any = {field: "gone"}
    rows = (ChartRow(name=TEXT), ChartRow(name=TEXT, **lost))
    chart = Chart(id="c", audience="guest", section="s", form="gauge", title=TEXT, rows=rows)
    [found] = findings(Visit([section("s"), chart]))
    assert (found.severity, found.record, found.field) == ("error", "c", f"rows.1.{field}")


def test_an_id_of_another_kind_is_an_error() -> None:
    visit = Visit(
        [
            Group(id="g", audience="guest", name=TEXT),
            Person(id="p", audience="guest", family=NamePart(en="S"), organisation="g"),
        ]
    )
    [found] = findings(visit)
    assert (found.severity, found.field) == ("error", "organisation")
    assert "group" in say(found.message)


@pytest.mark.parametrize("kind", KINDS.values())
def test_every_field_that_holds_ids_is_known_to_the_rule(kind: type[Record]) -> None:
    naming = {
        name
        for name, hint in get_type_hints(kind, include_extras=True).items()
        if name != "id" and _holds_ids(hint)
    }
    assert naming - {"sources"} == set(OF[kind].names)


def _holds_ids(hint: Any) -> bool:
    return hint in (Id, Ids) or (
        get_origin(hint) is not Annotated and any(_holds_ids(arg) for arg in get_args(hint))
    )
