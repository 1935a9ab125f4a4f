"""Which languages of a text print fewer figures than another."""

import pytest

from lohum_brief.visit.records import Note
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import lacking

TWO = "{metric:a} of {metric:b}"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (Text(en=TWO, ja=TWO), {}),
        (Text(en=TWO, ja="{metric:b|form=large}、{metric:a}"), {}),
        (Text(en=TWO, ja="{metric:a}"), {"text.ja": ["{metric:b}"]}),
        (Text(en="{metric:a}", hi=TWO), {"text.en": ["{metric:b}"]}),
        (Text(en="{metric:a}", ja="{metric:b}"), {"text.en": ["{metric:b}"], "text.ja": ["{metric:a}"]}),
        (Text(en="{metric:a}, {metric:a}", ja="{metric:a}"), {"text.ja": ["{metric:a}"]}),
        (Text(en="{metric:a}", ja="{metric:a|as_of=2024}"), {"text.en": ["{metric:a|as_of=2024}"], "text.ja": ["{metric:a}"]}),
        (Text(en=TWO, ja="なし"), {"text.ja": ["{metric:a}", "{metric:b}"]}),
        (Text(en=TWO), {}),
    ],
)  # fmt: skip
def test_a_language_that_prints_fewer_figures_is_named_with_them(
    text: Text, found: dict[str, list[str]]
) -> None:
    note = Note(id="n", audience="guest", sort="background", text=text)
    assert {path: [token.written for token in held] for path, held in lacking(note)} == found
