"""How long a figure holds comes with a table, in each language's words."""

import datetime as dt

import pytest

from lohum_brief.language.interface import say
from lohum_brief.visit.records import Figure
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed


@pytest.mark.parametrize(
    "heading",
    [
        "Name|Value|As of|Valid for (days)|Valid until",
        "नाम|मान|तिथि|मान्य अवधि (दिन)|मान्यता की अंतिम तिथि",
        "数値名|値|時点|有効日数|有効期限",
    ],
)
def test_days_and_the_day_until_which_a_figure_holds_are_read(visit: Visit, heading: str) -> None:
    rows = (heading, "Staff on site|250|2025-07|90|", "Trucks|12|2025-06||2025-09-30")
    staff, trucks = added(typed(visit, Figure, *rows), Figure)
    assert (staff.holds, staff.valid_until) == (90, None)
    assert (trucks.holds, trucks.valid_until) == (None, dt.date(2025, 9, 30))


@pytest.mark.parametrize("days", ["0", "-5", "soon", "1.5"])
def test_days_that_are_none_are_refused_by_their_cell(visit: Visit, days: str) -> None:
    found = typed(visit, Figure, "Name|Value|As of|Valid for (days)", f"Staff|250|2025-07|{days}")
    [unread] = found.unread
    assert unread.text == days
    assert say(unread.field) == "Valid for (days)"
    assert not found.added
