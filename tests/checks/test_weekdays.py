"""Weekdays alone, which the languages of a text name otherwise."""

import datetime as dt
from typing import Any

import pytest

from lohum_brief.checks.weekdays import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Paragraph, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import sample

VISIT = Particulars(
    id="visit", audience="public", title=Text(en="a"), start=dt.date(2025, 7, 10), original="en"
)


def found(**forms: Any) -> list[str]:
    text = Paragraph(id="p", audience="guest", section="s", text=Text(**forms))
    return [one.field for one in findings(Visit([VISIT, text]))]


@pytest.mark.parametrize(
    ("forms", "wrong"),
    [
        ({"en": "We meet on Wednesday.", "hi": "हम मंगलवार को मिलेंगे।", "ja": "火曜日に会います。"}, ["text.en"]),
        ({"en": "We meet on Wednesday.", "hi": "हम बुधवार को मिलेंगे।", "ja": "火曜に会います。"}, ["text.ja"]),
        ({"en": "Monday", "hi": "रविवार", "ja": "土曜日"}, ["text.hi", "text.ja"]),
        ({"en": "Monday and Friday", "hi": "सोमवार", "ja": "月曜日と金曜日"}, ["text.hi"]),
        ({"hi": "बृहस्पतिवार", "ja": "水曜日"}, ["text.ja"]),
    ],
)  # fmt: skip
def test_a_weekday_that_differs_is_found_where_it_is_wrong(
    forms: dict[str, str], wrong: list[str]
) -> None:
    assert found(**forms) == wrong


@pytest.mark.parametrize(
    "forms",
    [
        {"en": "We meet on Wednesdays.", "hi": "बुधवार को", "ja": "水曜日に"},
        {"en": "On Thursday", "hi": "वीरवार को", "ja": "木曜に"},
        {"en": "On Thursday", "hi": "{date:visit.start|form=weekday} को", "ja": "木曜"},
        {"en": "On Monday", "hi": "उस दिन", "ja": "当日"},
        {"en": "Sundaying", "hi": "सोमवारी", "ja": "月と火"},
    ],
)
def test_what_agrees_is_a_token_or_is_said_in_one_language_only_is_no_finding(
    forms: dict[str, str],
) -> None:
    assert found(**forms) == []


def test_the_finding_names_both_weekdays() -> None:
    text = Text(en="Wednesday", hi="मंगलवार", ja="火曜日")
    [one] = findings(Visit([VISIT, Paragraph(id="p", audience="guest", section="s", text=text)]))
    assert "Wednesday" in say(one.message)
    assert "Tuesday" in say(one.message)


def test_the_sample_names_the_same_weekdays_in_all_languages() -> None:
    assert not list(findings(sample()))
