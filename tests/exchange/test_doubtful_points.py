"""Numbers with one point among whole ones of hundreds: thousands or decimals is asked."""

import pytest

from lohum_brief.visit.records import Metric, Observation
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, asked, typed


def values(visit: Visit, *rows: str, **answers: str) -> list[str]:
    found = typed(visit, Metric, *rows, answers=answers)
    return [str(one.value) for one in added(found, Observation)]


ROWS = "Metric|Unit|2023|2024|2025", "Output|t|850|1.020|1200"


def test_a_point_among_whole_numbers_of_hundreds_is_in_doubt(visit: Visit) -> None:
    assert asked(typed(visit, Metric, *ROWS)) == {"decimal": ""}
    assert values(visit, *ROWS, decimal="comma") == ["850", "1020", "1200"]
    assert values(visit, *ROWS, decimal="point") == ["850", "1.020", "1200"]


def test_it_is_in_doubt_below_one_another_too(visit: Visit) -> None:
    rows = "Metric|Unit|2024", "Cathodes|t|850", "Anodes|t|1.020", "Foils|t|1200"
    assert asked(typed(visit, Metric, *rows)) == {"decimal": ""}


@pytest.mark.parametrize(
    "row",
    [
        "Output|t|1.5|1.020|2.4",
        "Output|t|8|1.020|12",
        "Output|t|850.5|1.020|1200",
        "Output|t|850|1.02|1200",
        "Output|t|850|0.020|1200",
        "Output|t||1.020|",
    ],
)
def test_among_others_a_point_stands_before_decimals(visit: Visit, row: str) -> None:
    found = typed(visit, Metric, ROWS[0], row)
    assert asked(found) == {}
    assert added(found, Observation)
