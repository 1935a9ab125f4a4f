"""The sheet of a mineral: its tables of countries."""

from decimal import Decimal

import pytest
from msgspec import structs

from lohum_brief.document.blocks import Table
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.visit.records import Series
from tests.packs.conftest import pack, small
from tests.packs.planning import plan


def heads(lang: Lang = "en", **changes: object) -> list[list[str]]:
    """The heads of the tables of a sheet whose only series is changed."""
    [series] = small().of(Series)
    visit = small(changed={series.id: structs.replace(series, **changes)})
    wanted = pack(languages=(lang,), sections=("sec:minerals",))
    return [
        ["".join(para.text for para in cell) for cell in block.head]
        for block in plan(visit, wanted).blocks
        if isinstance(block, Table)
    ]


@pytest.mark.parametrize("measure", ["mine", "reserves", "price"])
def test_quantities_have_shares_and_prices_have_none(measure: str) -> None:
    [head] = heads(measure=measure, unit="USD/t" if measure == "price" else "t")
    assert head == ["Country", "2024", *([] if measure == "price" else ["Share"])]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("world", [None, Decimal(0)])
def test_where_no_share_can_be_told_no_column_of_shares_prints(
    lang: Lang, world: Decimal | None
) -> None:
    [series] = small().of(Series)
    others = [point for point in series.points if point.place != "world"]
    own = [structs.replace(others[0], place="world", value=world)] if world is not None else []
    [whole] = heads(lang)
    [bare] = heads(lang, points=(*others, *own))
    assert len(bare) == len(whole) - 1
    assert bare == whole[:-1]
