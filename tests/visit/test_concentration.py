from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lohum_brief.store.shipped import reference_data
from lohum_brief.visit.concentration import concentration, latest
from lohum_brief.visit.records import Point, Series


def series(as_of: str = "", **points: str | None) -> Series:
    """Points by place and period: `AU_2024="5"`."""
    return Series(
        id="s",
        audience="public",
        mineral="m",
        measure="mine",
        as_of=as_of,
        points=tuple(
            Point(
                place=key.split("_")[0],
                period=key.split("_")[1],
                value=None if value is None else Decimal(value),
            )
            for key, value in points.items()
        ),
    )


def test_the_index_is_the_sum_of_the_squared_shares() -> None:
    found = concentration(series(AU_2024="50", CN_2024="30", CL_2024="20", world_2024="100"))
    assert found is not None
    assert found.hhi == 2500 + 900 + 400
    assert [(share.place, share.percent) for share in found.shares] == [
        ("AU", Decimal(50)),
        ("CN", Decimal(30)),
        ("CL", Decimal(20)),
    ]


def test_countries_that_are_not_named_count_as_nothing() -> None:
    one = concentration(series(AU_2024="50", world_2024="100"))
    other = concentration(series(AU_2024="50", other_2024="50"))
    assert one is not None
    assert other is not None
    assert one.hhi == other.hhi == 2500


def test_a_total_that_leaves_a_country_out_makes_no_share_above_all() -> None:
    found = concentration(series(US_2024="80", AU_2024="40", world_2024="100"))
    assert found is not None
    assert sum(share.percent for share in found.shares) == pytest.approx(100)


def test_projections_are_not_the_latest() -> None:
    one = series("2024", AU_2024="5", CN_2024="5", AU_2030="9", CN_2030="1")
    assert latest(one) == "2024"
    found = concentration(one)
    assert found is not None
    assert found.hhi == 5000
    projected = concentration(one, "2030")
    assert projected is not None
    assert projected.hhi == 8200


def test_nothing_known_is_no_concentration() -> None:
    assert concentration(series()) is None
    assert concentration(series(world_2024="100")) is None
    assert concentration(series(AU_2024=None, world_2024="0")) is None


@given(
    st.dictionaries(
        st.sampled_from(["AU", "CN", "CL", "IN", "other"]), st.integers(0, 10**9), min_size=1
    )
)
def test_the_index_lies_between_nothing_and_a_monopoly(values: dict[str, int]) -> None:
    found = concentration(
        series(**{f"{place}_2024": str(value) for place, value in values.items()})
    )
    if found:
        assert 0 < found.hhi <= Decimal("10000.0001")
        assert [share.percent for share in found.shares] == sorted(
            (share.percent for share in found.shares), reverse=True
        )


def test_the_reference_data_says_what_is_known_of_cobalt() -> None:
    """USGS 2026: the Democratic Republic of the Congo mines 73 per cent."""
    [mine] = [record for record in reference_data() if record.id == "series:cobalt-mine"]
    assert isinstance(mine, Series)
    found = concentration(mine)
    assert found is not None
    assert found.shares[0].place == "CD"
    assert round(found.shares[0].percent) == 73
