"""A record that cannot be built says which of its fields is at fault."""

from decimal import Decimal
from typing import Any

import pytest

from lohum_brief.exchange.building import RowError, built
from lohum_brief.visit.records import Note, Record, Series
from lohum_brief.visit.visit import Visit

NOTE = {"id": "n", "audience": "host", "sort": "ask", "text.en": "Ask"}
SERIES = {"id": "s", "audience": "host", "mineral": "lithium", "measure": "mine"}


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        # The sentence about the character names other fields.
        (Note, NOTE | {"text.hi": "text.en id \u202e"}, "text.hi"),
        (Note, NOTE | {"id": "a text"}, "id"),
        (Note, NOTE | {"audience": "text"}, "audience"),
        (
            Series,
            SERIES | {"points": [{"place": "JP", "period": "2024", "value": Decimal("1e99")}]},
            "points",
        ),
    ],
)
def test_the_field_at_fault_is_named(
    visit: Visit, kind: type[Record], values: dict[str, Any], field: str
) -> None:
    with pytest.raises(RowError) as caught:
        built(kind, None, values, visit)
    assert caught.value.field == field
