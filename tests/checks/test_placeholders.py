"""Stand-ins for a text that is still to be written."""

import pytest

from lohum_brief.checks.placeholders import findings
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Paragraph, Source, Table
from lohum_brief.visit.text import Text
from tests.packs.conftest import small, text

STAND_INS = [
    "TBD", "Room: TBD", "TBA.", "T.B.C.", "(tbd)", "XXX", "Mr XXX of METI", "??? delegates", "？？？", "Lorem ipsum dolor sit",
    "Place to be confirmed", "to be announced", "TODO", "Placeholder", "[insert name]", "…", "??", "xx", "Test",
    "तय होना शेष", "स्थान तय होना शेष है", "समय निर्धारित किया जाना शेष", "पुष्टि शेष", "पुष्टि होनी बाकी", "बाद में भरें", "यहाँ लिखें",
    "未定", "会場：未定", "要確認", "後日決定", "ここに入力", "〇〇大臣", "○○○", "調整中", "仮",
]  # fmt: skip
WORDS = [
    "The outcome was to be expected.", "Vitamin B", "TBD1 gene", "XXL", "Is it so?", "Is it so??", "Wait … and see", "test run",
    "We are to be informed", "Section 7.1-XXX-2", "दर निर्धारित की गई", "लक्ष्य निर्धारित करना है", "शेष राशि", "बाद में लिखा गया", "पुष्टि की गई",
    "下書き（未定稿）", "未定義", "二〇〇八年", "調整中の案件がある", "仮設の施設", "確認中である", "決定した", "×3", "5 × 3",
]  # fmt: skip


@pytest.mark.parametrize("written", STAND_INS)
def test_a_stand_in_is_found_in_each_language(written: str) -> None:
    visit = small(
        Paragraph(id="own", audience="public", section="sec:prose", text=Text(hi=written, en=written, ja="本文"))
    )
    assert {(found.record, found.field) for found in findings(visit)} == {("own", "text.hi"), ("own", "text.en")}
    assert {found.severity for found in findings(visit)} == {"warning"}


@pytest.mark.parametrize("written", WORDS)
def test_words_of_a_finished_text_are_none(written: str) -> None:
    assert not list(
        findings(small(Paragraph(id="own", audience="public", section="sec:prose", text=Text(hi=written, ja=written))))
    )


def test_a_cell_that_is_alike_in_all_languages_counts_and_what_others_published_does_not() -> None:
    visit = small(
        Table(id="t", audience="public", section="sec:prose", columns=(text("c"),), rows=(("TBD",),)),
        Source(id="s", audience="public", title="Dates to be confirmed"),
        Paragraph(id="q", audience="public", section="sec:prose", text=Text(en="It is TBD."), verbatim="en"),
    )
    assert [(found.record, found.field) for found in findings(visit)] == [("t", "rows.0.0")]


def test_there_is_none_in_the_sample() -> None:
    assert not list(findings(sample_visit()))
