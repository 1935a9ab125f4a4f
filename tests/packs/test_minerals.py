"""The sheet of a mineral: its tables of countries."""

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Table
from lohum_brief.visit.records import Series
from tests.packs.conftest import pack, small
from tests.packs.planning import plan


def heads(**changes: object) -> list[list[str]]:
    """The heads of the tables of a sheet whose only series is changed."""
    [series] = small().of(Series)
    visit = small(changed={series.id: structs.replace(series, **changes)})
    wanted = pack(languages=("en",), sections=("sec:minerals",))
    return [
        ["".join(para.text for para in cell) for cell in block.head]
        for block in plan(visit, wanted).blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("measure", ["mine", "reserves", "price"])
def test_quantities_have_shares_and_prices_have_none(measure: str) -> None:
    [head] = heads(measure=measure, unit="USD/t" if measure == "price" else "t")
    assert head == ["Country", "2024", *([] if measure == "price" else ["Share"])]
