import pytest

from lohum_brief.checks.furigana import findings
from lohum_brief.visit.records import Paragraph
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def fields(text: Text) -> list[str]:
    return [
        f.field
        for f in findings(Visit([Paragraph(id="p", audience="guest", section="s", text=text)]))
    ]


@pytest.mark.parametrize(
    "text", ["", "漢字", "漢字《かんじ》", "｜お茶《おちゃ》と黒鉛《こくえん》"]
)
def test_pairs_of_brackets_are_right(text: str) -> None:
    assert fields(Text(ja=text)) == []


@pytest.mark.parametrize(
    "text", ["漢字《かんじ", "かんじ》", "漢字《》", "漢字《かん《じ》》", "漢字》かんじ《"]
)
def test_brackets_that_do_not_match_are_a_finding(text: str) -> None:
    assert fields(Text(ja=text)) == ["text.ja"]


def test_other_languages_may_use_them_as_they_like() -> None:
    assert fields(Text(en="《")) == []
