from decimal import Decimal

import pytest

from lohum_brief.checks.codes import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import AnyRecord, Organisation, Particulars, Point, Series
from lohum_brief.visit.text import Text

NAME = Text(en="a")


def series(*places: str) -> Series:
    points = tuple(Point(place=place, period="2024", value=Decimal(1)) for place in places)
    return Series(id="s", audience="public", mineral="m", measure="mine", points=points)


def places(*records: AnyRecord) -> list[tuple[str, str, str]]:
    return [(f.severity, f.record, f.field) for f in findings(records)]


def test_known_codes_are_right() -> None:
    assert not places(
        Particulars(id="v", audience="public", title=NAME, guest_zone="Australia/Sydney"),
        Organisation(id="o", audience="public", name=NAME, country="JP"),
        Organisation(id="body", audience="public", name=NAME),
        series("IN", "world", "other"),
    )


@pytest.mark.parametrize(
    "zone", ["", "Mars/Phobos", "../../etc/passwd", "/etc/localtime", "Asia", "a" * 20_000]
)
def test_a_time_zone_that_nobody_knows_is_an_error(zone: str) -> None:
    visit = Particulars(id="v", audience="public", title=NAME, place_zone=zone)
    assert places(visit) == [("error", "v", "place_zone")]
    assert all(len(say(f.message)) < 400 for f in findings([visit]))


def test_a_country_that_nobody_knows_is_an_error_where_it_is_printed() -> None:
    assert places(series("JP", "Atlantis", "ZZ")) == [
        ("error", "s", "points.1.place"),
        ("error", "s", "points.2.place"),
    ]
    assert places(Organisation(id="o", audience="public", name=NAME, country="QQ")) == [
        ("warning", "o", "country")
    ]
