"""Packs as rows of a table."""

import pytest

from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("yes", "always"), ("true", "always"), ("no", "none"), ("false", "none"), ("", "always"),
        ("section", "section"), ("pack", "pack"), ("none", "none"), ("always", "always"),
    ],
)  # fmt: skip
def test_a_table_that_says_only_whether_there_are_readings_comes_back(
    visit: Visit, said: str, choice: str
) -> None:
    rows = "id|audience|title.en|widths|furigana", f"k9|guest|Pack|script|{said}"
    (read,) = added(typed(visit, Pack, *rows), Pack)
    assert (read.furigana, read.widths) == (choice, "script")
