"""What a chart says to who does not see it."""

import re
from typing import Literal

import pytest

from lohum_brief.charts.lettering import Lettering
from lohum_brief.charts.telling import told
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.typeset.ruler import FontRuler
from tests.charts.conftest import RECORDS, chart


def sentence(name: str, lang: Lang) -> str:
    return told(chart(name), Lettering(FontRuler(), (lang,)), lang)


@pytest.mark.parametrize("name", RECORDS)
def test_every_chart_tells_its_title_and_values_in_every_language(name: str) -> None:
    for lang, stop in zip(LANGS, "।.。", strict=True):
        said = sentence(name, lang)
        assert chart(name).title[lang] in said
        assert said.endswith(stop)
        assert "{" not in said
        assert len(said) < 1500


def test_shares_are_told_with_their_concentration() -> None:
    said = sentence("share", "en")
    assert "shows shares of the whole, “chart English” (million t, 2025): " in said
    assert "(25%)" in said
    assert "The Herfindahl–Hirschman index of concentration is 949." in said
    assert sentence("share", "ja").startswith(
        "この棒グラフは「chart日本語」（万トン、2025年）を、全体に占める割合で示しています。"
    )
    assert sentence("share", "hi").startswith(
        "यह दंड चार्ट कुल में हिस्सेदारी दर्शाता है, “chart हिन्दी” (लाख टन, 2025): "
    )


def test_a_line_is_told_by_its_first_last_and_highest_value() -> None:
    said = sentence("lines", "en")
    assert (
        "lithium English: first 29,866 (2014), last 51,975※ (2025), highest 69,461 (2019)" in said
    )
    assert "※ marks estimates." in said


@pytest.mark.parametrize("name", RECORDS)
def test_no_year_is_heard_as_part_of_the_number_beside_it(name: str) -> None:
    for lang in LANGS:
        assert not re.search(r"(?<!\d)(?:19|20)\d\d年? [\d−]", sentence(name, lang))


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("hi", "“T” (हज़ार टन, लिथियम अंश)"),
        ("en", "“T” (kt, lithium content)"),
        ("ja", "「T」（千トン、リチウム純分）"),
    ],
)
def test_a_unit_in_brackets_has_none_of_its_own(lang: Lang, said: str) -> None:
    one = chart("lines")._replace(title={lang: "T"}, unit="kt, lithium content")
    assert said in told(one, Lettering(FontRuler(), (lang,)), lang).replace("\u00a0", " ")


def test_a_gauge_is_told_with_its_target() -> None:
    assert "(लक्ष्य 600\u00a0करोड़\u00a0टन/वर्ष)" in sentence("gauge", "hi")
    assert "目標 60" in sentence("gauge", "ja")


def test_a_long_list_ends_with_how_many_more_there_are() -> None:
    assert "and another 4" in sentence("bars", "en")


@pytest.mark.parametrize("name", RECORDS)
def test_japanese_sentences_have_no_signs_of_other_languages(name: str) -> None:
    said = sentence(name, "ja")
    assert not any(sign in said for sign in ("；", "–", ": ", "; ", "（（", "））"))


def test_the_bracket_of_a_unit_stands_in_no_other_bracket() -> None:
    thousand = chart("lines")._replace(unit="kt, lithium content")
    lettering = Lettering(FontRuler(), ("ja",))
    assert "「chart日本語」（千トン、リチウム純分）を示しています" in told(
        thousand, lettering, "ja"
    )


def test_units_that_are_compared_stand_in_the_oblique() -> None:
    whole = chart("multiples of metrics")
    more: Literal["more than"] = "more than"
    rows = tuple(row._replace(unit="times", abouts=(more,) * len(row.values)) for row in whole.rows)
    said = {
        lang: told(whole._replace(rows=rows), Lettering(FontRuler(), (lang,)), lang)
        for lang in LANGS
    }
    assert "गुने से अधिक" in said["hi"].replace("\u00a0", " ")
    assert "गुना से" not in said["hi"]
    assert "倍超" in said["ja"]
