"""Arrival and departure in one cell or several: day, time, flight, airport."""

import datetime as dt
from collections.abc import Mapping

import pytest
from msgspec import structs

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.questions import AnswerError
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.exchange.writing import as_clipping
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Particulars, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed


@pytest.fixture
def visit() -> Visit:
    own = Particulars(id="visit", audience="public", title={})  # type: ignore[arg-type]
    return Visit([structs.replace(own, start=dt.date(2026, 12, 8), end=dt.date(2026, 12, 9))])


def read(visit: Visit, *rows: str, answers: Mapping[str, str] | None = None) -> Person:
    (person,) = added(typed(visit, Person, *rows, answers=answers), Person)
    return person


def at(*moment: int) -> dt.datetime:
    return dt.datetime(*moment)  # type: ignore[arg-type]  # noqa: DTZ001


ARRIVED = at(2026, 12, 7, 17, 50)


@pytest.mark.parametrize(
    ("heading", "cells"),
    [
        ("Flight|Arr. date|Arr. time", "JL 39|7 Dec 2026|17:50"),
        ("Arrival Date|Arrival Time|Flight", "07-12-2026|1750 hrs|JL 39"),
        ("到着日|到着時刻|便名", "12月7日|17:50|JL 39"),
        ("आगमन तिथि|समय|उड़ान", "7 दिसंबर 2026|17:50|JL 39"),
        ("Arrival|Time|Flight", "Dec 7|5.50 pm|JL 39"),
        ("Arrival", "JL 39, 7 Dec 2026 17:50"),
        ("Arrival date and time|Flight", "7 Dec 2026 17:50|JL 39"),
        ("Arrival date|Flight", "2026-12-07 17:50|JL 39"),
        ("Arr. date|ETA|Flight", "6 Dec 2026|17:50+1|JL 39"),
    ],
)
def test_an_arrival_is_put_together(visit: Visit, heading: str, cells: str) -> None:
    person = read(visit, f"Name|Needs|{heading}", f"Asha Rao|none|{cells}")
    assert (person.arrival, person.arrives) == ("JL 39", ARRIVED)
    assert (person.departure, person.departs) == ("", None)


def test_columns_called_alike_belong_to_the_journey_before_them(visit: Visit) -> None:
    person = read(
        visit,
        "Name|Needs|Arrival date|Time|Flight|Airport|Departure date|Time|Flight|Airport",
        "Asha Rao|none|7 Dec|17:50|JL 39|DEL T3|10 Dec|20:15|NH 838|BOM",
    )
    assert (person.arrival, person.arrives, person.arrival_place) == ("JL 39", ARRIVED, "DEL T3")
    assert (person.departure, person.departs, person.departure_place) == (
        "NH 838", at(2026, 12, 10, 20, 15), "BOM",
    )  # fmt: skip


def test_a_day_that_may_be_two_is_the_one_close_to_the_visit(visit: Visit) -> None:
    person = read(visit, "Name|Needs|Arrival date|Arrival time", "Asha Rao|x|07/12/2026|06:00")
    assert person.arrives == at(2026, 12, 7, 6)
    other = read(visit, "Name|Needs|Arrival date|Arrival time", "Asha Rao|x|12/07/2026|06:00")
    assert other.arrives == at(2026, 12, 7, 6)


def test_a_time_without_a_day_is_asked_about(visit: Visit) -> None:
    rows = "Name|Needs|Arrival time|Departure time", "Asha Rao|x|17:50|20:15"
    found = typed(visit, Person, *rows)
    assert [(one.name, one.words) for one in found.open] == [("arrives day", ("17:50",))]
    assert [choice.answer for choice in found.open[0].choices] == ["2026-12-07", "2026-12-08", "-"]
    answers = {"arrives day": "2026-12-07", "departs day": "9 Dec 2026"}
    person = read(visit, *rows, answers=answers)
    assert (person.arrives, person.departs) == (ARRIVED, at(2026, 12, 9, 20, 15))
    left = read(visit, *rows, answers={"arrives day": "-", "departs day": "-"})
    assert (left.arrives, left.departs) == (None, None)


def test_a_day_without_a_time_is_asked_about(visit: Visit) -> None:
    rows = "Name|Needs|Arrival date|Flight", "Asha Rao|x|7 Dec 2026|JL 39"
    found = typed(visit, Person, *rows)
    assert [(one.name, one.words) for one in found.open] == [("arrives time", ("2026-12-07",))]
    kept = read(visit, *rows, answers={"arrives time": "keep"})
    assert (kept.arrival, kept.arrives) == ("JL 39, 2026-12-07", None)
    assert read(visit, *rows, answers={"arrives time": "17:50"}).arrives == ARRIVED


@pytest.mark.parametrize(
    ("cells", "words", "open"),
    [
        ("7 Dec 2026|25:99", "25:99", {"arrives time": "-"}),
        ("own arrangement|17:50", "own arrangement", {"arrives day": "-"}),
        ("7 Dec 2026 06:00|17:50", "two things", {}),
        ("|00:30+1", "is not named", {}),
    ],
)
def test_what_is_no_day_or_time_is_told_and_the_rest_is_read(
    visit: Visit,
    cells: str,
    words: str,
    open: dict[str, str],  # noqa: A002
) -> None:
    found = typed(
        visit, Person, "Name|Needs|Arrival date|Arrival time", f"Asha Rao|x|{cells}",
        answers=open,
    )  # fmt: skip
    assert [one.family["en"] for one in found.added if isinstance(one, Person)] == ["Rao"]
    (unread,) = found.unread
    assert unread.alone
    assert words in say(unread.why)


def test_a_wrong_answer_is_refused(visit: Visit) -> None:
    rows = "Name|Needs|Arrival time", "Asha Rao|x|17:50"
    with pytest.raises(AnswerError, match="is no day"):
        typed(visit, Person, *rows, answers={"arrives day": "whenever"})
    rows = "Name|Needs|Arrival date", "Asha Rao|x|7 Dec 2026"
    with pytest.raises(AnswerError, match="is no time of day"):
        typed(visit, Person, *rows, answers={"arrives time": "whenever"})


def test_what_is_written_comes_back(visit: Visit) -> None:
    person = read(
        visit, "Name|Needs|Flight|Arrival date|Arrival time|Arrival airport|Departure date|"
        "Departure time", "Asha Rao|x|JL 39|7 Dec 2026|17:50|DEL|10 Dec 2026|00:05",
    )  # fmt: skip
    there = Visit([*visit, person])
    written = as_clipping([person], Person)
    again = preview(there, Person, read_pasted(written.encode()), Options())
    assert (again.added, again.changed, again.unchanged) == ((), (), 1)
    fresh = preview(visit, Person, read_pasted(written.encode()), Options())
    assert fresh.added == (person,)
    assert asked(fresh) == {}
