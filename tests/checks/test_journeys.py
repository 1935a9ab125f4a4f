import datetime as dt

import pytest

from lohum_brief.checks.journeys import findings
from lohum_brief.checks.run import check
from lohum_brief.visit.records import NamePart, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def at(day: int, hour: int) -> dt.datetime:
    return dt.datetime(2026, 12, day, hour)  # noqa: DTZ001 local time


def visit(arrives: dt.datetime | None, departs: dt.datetime | None, *, dated: bool = True) -> Visit:
    return Visit(
        [
            Particulars(
                id="visit",
                audience="public",
                title=Text(en="Visit"),
                start=dt.date(2026, 12, 8) if dated else None,
                end=dt.date(2026, 12, 9) if dated else None,
            ),
            Person(
                id="p",
                audience="guest",
                family=NamePart(en="Rao"),
                arrives=arrives,
                departs=departs,
            ),
        ]
    )


@pytest.mark.parametrize(
    ("arrives", "departs", "fields"),
    [
        (at(7, 18), at(10, 1), []),
        (at(9, 23), at(8, 0), ["departs"]),
        (at(8, 9), at(8, 9), ["departs"]),
        (at(10, 0), None, ["arrives"]),
        (None, at(7, 23), ["departs"]),
        (at(10, 0), at(7, 0), ["departs", "arrives", "departs"]),
        (None, None, []),
        (at(9, 23), None, []),
        (None, at(8, 0), []),
    ],
)
def test_who_cannot_be_there_is_found(
    arrives: dt.datetime | None, departs: dt.datetime | None, fields: list[str]
) -> None:
    assert [one.field for one in findings(visit(arrives, departs))] == fields


def test_without_days_of_the_visit_only_the_order_tells() -> None:
    assert list(findings(visit(at(1, 0), at(2, 0), dated=False))) == []
    assert len(list(findings(visit(at(2, 0), at(1, 0), dated=False)))) == 1
    without = Visit(visit(at(2, 0), at(1, 0)).of(Person))
    assert [one.field for one in findings(without)] == ["departs"]


def test_it_is_one_of_the_rules() -> None:
    assert "journeys" in {one.rule for one in check(visit(at(9, 23), at(8, 0)))}
