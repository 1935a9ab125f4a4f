"""Inks, as every output reads them."""

import pytest

from lohum_brief.document import style


@pytest.mark.parametrize(
    ("ink", "said"),
    [
        (style.BLACK, (0.0, 0.0, 0.0)),
        (style.GREY, (0.25, 0.25, 0.25)),
        (style.COPPER, (0.52, 0.26, 0.1)),
    ],
)
def test_an_ink_is_read_as_red_green_and_blue(ink: str, said: tuple[float, float, float]) -> None:
    assert style.components(ink) == said
