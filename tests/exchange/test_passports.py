"""Lists of passports as offices send them."""

import datetime as dt

import pytest
from babel import Locale

from lohum_brief.exchange import nationalities
from lohum_brief.language.en.citizens import CITIZENS
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.exchange.typed import added, typed

VISIT = Visit([Particulars(id="visit", audience="public", title=Text(en="Visit"))])
ROWS = {
    "en": (
        "Name|Name in passport|Nationality|Passport No.|Date of issue|Date of expiry|DOB|Place of birth|Visa status",
        "Mr Ichiro Tanaka|TANAKA ICHIRO|Japanese|TR1234567|3 Feb 2020|2 Feb 2030|1 Jan 1960|Osaka|Issued",
    ),
    "ja": (
        "氏名|旅券の氏名|国籍|旅券番号|発行年月日|有効期間満了日|生年月日|出生地|査証",
        "田中 一郎|TANAKA ICHIRO|日本|TR1234567|2020年2月3日|2030年2月2日|1960年1月1日|大阪|発給済み",
    ),
    "hi": (
        "नाम|पासपोर्ट में नाम|राष्ट्रीयता|पासपोर्ट संख्या|जारी करने की तिथि|समाप्ति तिथि|जन्म तिथि|जन्म स्थान|वीज़ा",
        "श्री इचिरो तनाका|TANAKA ICHIRO|जापान|TR1234567|3 फ़रवरी 2020|2 फ़रवरी 2030|1 जनवरी 1960|ओसाका|स्वीकृत",
    ),
}


@pytest.mark.parametrize("lang", sorted(ROWS))
def test_a_list_of_passports_is_read_whole(lang: str) -> None:
    found = typed(VISIT, Person, *ROWS[lang])
    (person,) = added(found, Person)
    assert (person.passport_name, person.nationality, person.passport) == (
        "TANAKA ICHIRO", "JP", "TR1234567",
    )  # fmt: skip
    assert (person.passport_issued, person.passport_expires, person.born) == (
        dt.date(2020, 2, 3), dt.date(2030, 2, 2), dt.date(1960, 1, 1),
    )  # fmt: skip
    assert person.birthplace in ("Osaka", "大阪", "ओसाका")
    assert person.clearance == "granted"


@pytest.mark.parametrize(
    ("said", "code"),
    [("JPN", "JP"), ("Indian", "IN"), ("日本人", "JP"), ("British", "GB"), ("भारतीय", "IN"), ("D", None),
     ("Martian", None), ("Hungarian", "HU"), ("POLISH", "PL"), ("Nigerien", "NE"), ("UK", "GB"),
     ("U.S.A.", "US"), ("Indian national", "IN"), ("Citizen of Japan", "JP"), ("Ni-Vanuatu", "VU"),
     ("ハンガリー国籍", "HU"), ("英国籍", "GB"), ("米国人", "US"), ("大韓民国", "KR"), ("ポーランド", "PL"),
     ("पोलैंडी", "PL"), ("हंगेरियन", "HU"), ("श्रीलंकाई", "LK"), ("जापानी नागरिक", "JP"), ("इटली", "IT"),
     ("Congolese", None), ("Dominican", None), ("Iran (Islamic Republic of)", "IR")],
)  # fmt: skip
def test_nationalities_are_known_by_code_country_and_people(said: str, code: str | None) -> None:
    assert nationalities.code(said) == code


@pytest.mark.parametrize("lang", ["en", "hi", "ja"])
def test_every_country_and_its_citizens_are_known(lang: str) -> None:
    for code, name in Locale.parse(lang).territories.items():
        if code in CITIZENS:
            assert nationalities.code(str(name)) == code
    for code, words in CITIZENS.items():
        for word in words.split("|"):
            assert nationalities.code(word.title()) == code, word


def test_no_word_means_citizens_of_two_countries() -> None:
    words = [word for said in CITIZENS.values() for word in said.split("|")]
    assert len(words) == len(set(words))
    assert len(CITIZENS) == 193 + 6


def test_a_nationality_that_nobody_knows_is_told_and_costs_no_person() -> None:
    found = typed(VISIT, Person, "Name|Nationality|Passport No", "Mr Ichiro Tanaka|Martian|X1")
    assert [record.passport for record in found.added if isinstance(record, Person)] == ["X1"]
    said = [say(one) for one in (*found.notes, *(one.why for one in found.unread))]
    assert any("Martian" in one for one in said)
