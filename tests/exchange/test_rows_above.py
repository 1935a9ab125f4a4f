"""Rows above a heading: none is lost because an entry below it looks like one."""

import pytest

from lohum_brief.errors import UsageError
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Person, Vehicle
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

CARS = (
    "Veh. No.|Type|Driver|Mobile|Seats|Passengers",
    "DL 01 AB 1234|Innova|||6|",
    "UP-16-CD-5678|Coach (Volvo)||98100 12346|45|Press",
    "HR26 1111|Tempo Traveller|||12|",
)


def test_an_entry_is_no_heading_where_a_row_above_it_is_as_full(visit: Visit) -> None:
    with pytest.raises(UsageError) as error:
        typed(visit, Vehicle, *CARS)
    told = say(error.value.message)
    assert "Row 1 has: Veh. No. | Type | Driver" in told
    assert "--map" in told


def test_who_says_what_the_columns_hold_has_every_row(visit: Visit) -> None:
    table = read_pasted("\n".join(CARS).replace("|", "\t").encode())
    maps = {"Veh. No.": "plate", "Type": "name", "Passengers": "-", "Driver": "-"}
    found = preview(visit, Vehicle, table, Options(maps=maps))
    cars = added(found, Vehicle)
    assert [car.plate for car in cars] == ["DL 01 AB 1234", "UP-16-CD-5678", "HR26 1111"]
    assert cars[1].name["en"] == "Coach (Volvo)"


@pytest.mark.parametrize("heading", ["Passenger", "यात्री", "搭乗者"])
def test_a_list_of_passengers_is_one_of_people(visit: Visit, heading: str) -> None:
    rows = f"{heading}|Nationality|Flight|From|To", "Ono, Keiichi|JP|AI 307|NRT|DEL"
    [person] = added(typed(visit, Person, *rows, "R.K. Singh|IN|6E 2134|DEL|BOM"), Person)[:1]
    assert (person.family["en"], person.nationality) == ("Ono", "JP")


def test_a_code_of_a_country_is_no_heading_below_a_full_row(visit: Visit) -> None:
    rows = "Who|From where|Flight|Hotel", "Ono, Keiichi|JP|AI 307|Taj", "R.K. Singh|IN|6E 2|"
    with pytest.raises(UsageError):
        typed(visit, Person, *rows)


def test_rows_above_a_heading_that_have_several_cells_are_told(visit: Visit) -> None:
    rows = "Car|Seats|Driver", "Innova|6|Ram", "Name|Organisation|Nationality", "Asha Rao|MEA|IN"
    found = typed(visit, Person, *rows)
    assert [one.family["en"] for one in added(found, Person)] == ["Rao"]
    [told] = [text for text in map(say, found.notes) if "above the heading" in text]
    assert "1: Car | Seats | Driver" in told
    assert "2: Innova | 6 | Ram" in told


@pytest.mark.parametrize(
    "above",
    [
        ("Delegation of Japan",),
        ("Date|2 December 2026", "Venue|Noida"),
        (),
    ],
)
def test_captions_above_a_heading_are_no_rows(visit: Visit, above: tuple[str, ...]) -> None:
    found = typed(visit, Person, *above, "Name|Organisation|Nationality", "Asha Rao|MEA|IN")
    assert added(found, Person)
    assert not [text for text in map(say, found.notes) if "above the heading" in text]
