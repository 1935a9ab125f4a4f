"""Where pages end, in strips."""

import pytest

from lohum_brief.typeset.pagination import paginate
from lohum_brief.typeset.strips import Strip, gap_of


def title() -> list[Strip]:
    """Space, the words of a heading, and what holds its rule: each stays with the next."""
    strips = [gap_of(20.0, keep=True), Strip(30.0), Strip(10.0)]
    for strip in strips:
        strip.keep = True
    return strips


@pytest.mark.parametrize("height", [100.0, 110.0, 120.0, 130.0, 139.0, 150.0])
def test_of_headings_without_end_none_is_parted_from_its_rule(height: float) -> None:
    parts = [title() for _ in range(9)]
    sheets, pages = paginate(parts, height, 1)
    assert pages > 1
    where = {id(placed.strip): sheet.first for sheet in sheets for placed in sheet.placed}
    for _, words, rule in parts:
        assert where[id(words)] == where[id(rule)]
    assert all(
        placed.y + placed.strip.height <= height for sheet in sheets for placed in sheet.placed
    )
