"""What fields are called, by their paths."""

import pytest

from lohum_brief.language.interface import spoken
from lohum_brief.visit import labels


@pytest.mark.parametrize(
    ("path", "called"),
    [
        ("family", "Family name"),
        ("family.ja", "Family name, Japanese"),
        ("family.reading", "Family name, Reading (kana)"),
        ("rows.0.1", "Rows, 0.1"),
        ("value@FY2024", "Value, FY 2024-25"),
    ],
)
def test_a_path_is_said_in_words(path: str, called: str) -> None:
    assert spoken(labels.path(path)) == called
