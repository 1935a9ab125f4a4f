import datetime as dt
from typing import Any

import pytest

from lohum_brief.checks import passports
from lohum_brief.checks.fixing import fixed
from lohum_brief.checks.run import check
from lohum_brief.language.interface import say
from lohum_brief.visit.edit import apply, set_field
from lohum_brief.visit.records import NamePart, Particulars, Person, Vehicle
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

GOOD: dict[str, Any] = {
    "passport": "X1", "passport_name": "ONO TARO", "passport_expires": dt.date(2030, 1, 1),
    "clearance": "granted", "clearance_date": dt.date(2025, 5, 1),
}  # fmt: skip
NAME: dict[str, Any] = {"family": NamePart(en="Ōno"), "given": NamePart(en="Tarō")}


def visit(**fields: Any) -> Visit:
    return Visit(
        [
            Particulars(
                id="visit", audience="public", title=Text(en="V"),
                start=dt.date(2025, 7, 8), end=dt.date(2025, 7, 10),
            ),
            Person(id="p", **{"audience": "guest", **NAME, **GOOD, **fields}),
        ]
    )  # fmt: skip


def found(**fields: Any) -> list[tuple[str, str]]:
    return [(one.severity, one.field) for one in passports.findings(visit(**fields))]


def told(**fields: Any) -> str:
    return " ".join(say(one.message) for one in passports.findings(visit(**fields)))


def test_a_good_passport_and_none_at_all_are_fine() -> None:
    assert found() == []
    nothing = dict.fromkeys(("passport", "passport_name", "clearance"), "")
    assert found(**nothing, passport_expires=None, clearance_date=None) == []


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"audience": "host"}, "audience"),
        ({"audience": "principal"}, "audience"),
        ({"consent_data": "refused"}, "consent_data"),
    ],
)
def test_whom_the_list_for_security_leaves_out_is_told(fields: dict[str, Any], field: str) -> None:
    assert found(**fields) == [("warning", field)]
    assert "leaves them out" in told(**fields)
    assert found(audience="security") == found(audience="public") == []


@pytest.mark.parametrize(
    ("expires", "wrong"),
    [
        (dt.date(2025, 7, 9), "before the visit ends"),
        (dt.date(2025, 7, 10), "six-month rule"),
        (dt.date(2026, 1, 9), "six-month rule"),
        (dt.date(2026, 1, 10), ""),
    ],
)
def test_a_passport_outlives_the_visit_by_six_months(expires: dt.date, wrong: str) -> None:
    said = told(passport_expires=expires)
    assert (wrong in said) if wrong else said == ""
    if wrong:
        assert found(passport_expires=expires) == [("warning", "passport_expires")]
    if "rule" in wrong:
        assert "10 January 2026" in said


def test_six_months_after_the_end_of_a_long_month_is_the_end_of_a_short_one() -> None:
    long = Visit(
        [
            Particulars(
                id="visit", audience="public", title=Text(en="V"), start=dt.date(2025, 8, 31)
            ),
            Person(id="p", audience="guest", **{**NAME, **GOOD, "passport_expires": dt.date(2026, 2, 27)}),
        ]
    )  # fmt: skip
    (one,) = passports.findings(long)
    assert "28 February 2026" in say(one.message)


def test_days_follow_each_other() -> None:
    assert found(born=dt.date(1960, 1, 1), passport_issued=dt.date(2020, 1, 1)) == []
    assert found(passport_issued=dt.date(2031, 1, 1)) == [("warning", "passport_expires")]
    assert found(passport_issued=dt.date(2020, 1, 1), born=dt.date(2020, 1, 1)) == [
        ("warning", "passport_issued")
    ]


@pytest.mark.parametrize("name", ["ONO TARO", "TARO ONO", "OHNO TARO", "OONO TAROU", "ONO, TARO"])
def test_ways_to_write_a_long_vowel_are_one_name(name: str) -> None:
    assert found(passport_name=name) == []


@pytest.mark.parametrize("name", ["ONO JIRO", "ONO", "ONO TARO JIRO", "UNO TARO"])
def test_another_name_is_noted_with_the_latin_form(name: str) -> None:
    assert found(passport_name=name) == [("info", "passport_name")]
    assert "Ōno Tarō" in told(passport_name=name)


def test_small_letters_are_mended_and_other_scripts_are_not() -> None:
    start = visit(passport_name="Ōno Tarō")
    (one,) = (found for found in check(start) if found.rule == passports.RULE)
    mended = apply(start, fixed(start, [one]))
    assert mended.of(Person)[0].passport_name == "ONO TARO"
    assert [*passports.findings(mended)] == []
    first, *_ = passports.findings(visit(passport_name="大野太郎"))
    assert (first.severity, first.field, first.fix) == ("warning", "passport_name", None)


@pytest.mark.parametrize(
    ("state", "day", "wrong"),
    [
        ("", None, ("warning", "clearance")),
        ("refused", None, ("warning", "clearance")),
        ("not_needed", None, None),
        ("granted", None, ("info", "clearance_date")),
        ("applied", None, ("info", "clearance_date")),
        ("applied", dt.date(2025, 5, 27), None),
        ("applied", dt.date(2025, 5, 28), ("warning", "clearance_date")),
        ("granted", dt.date(2025, 7, 1), None),
    ],
)
def test_clearance_is_asked_for_six_weeks_before(
    state: str, day: dt.date | None, wrong: tuple[str, str] | None
) -> None:
    assert found(clearance=state, clearance_date=day) == ([wrong] if wrong else [])
    if not state:
        assert "27 May 2025" in told(clearance="", clearance_date=None)


def test_hosts_need_no_visa_for_their_own_house() -> None:
    assert found(side="host", clearance="", clearance_date=None) == []


@pytest.mark.parametrize("fields", [{"nationality": "IN"}, {"duty": "driver"}])
def test_who_is_at_home_is_asked_for_no_visa(fields: dict[str, Any]) -> None:
    assert found(clearance="", clearance_date=None, **fields) == []


def test_who_drives_a_car_of_the_visit_is_asked_for_no_visa_unless_a_foreigner() -> None:
    car = Vehicle(id="vehicle:1", audience="guest", name=Text(en="Car"), driver="p")
    asked = {"clearance": "", "clearance_date": None}
    assert not list(passports.findings(Visit([*visit(**asked), car])))
    foreign = Visit([*visit(nationality="NP", **asked), car])
    assert [one.field for one in passports.findings(foreign)] == ["clearance"]


def test_elsewhere_indians_need_a_visa() -> None:
    there = visit(nationality="IN", clearance="", clearance_date=None)
    abroad = apply(there, set_field(there, "visit", "place_zone", "Asia/Tokyo"))
    assert [one.field for one in passports.findings(abroad)] == ["clearance"]


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"passport": "x-1"}, True),
        ({"passport": "Ｘ１", "nationality": "JP"}, True),
        ({"passport": "X12"}, False),
        ({"passport": ""}, False),
    ],
)
def test_two_people_never_have_one_passport(fields: dict[str, Any], *, same: bool) -> None:
    both = Visit([*visit(), Person(id="q", audience="guest", **{**NAME, **GOOD, **fields})])
    wrong = [one for one in passports.findings(both) if one.field == "passport"]
    assert [(one.severity, one.record, one.about) for one in wrong] == (
        [("warning", "q", "p")] if same else []
    )
    assert all("Ōno".upper() in say(one.message) for one in wrong)


def test_two_states_may_give_one_number() -> None:
    other = Person(id="q", audience="guest", **{**NAME, **GOOD, "nationality": "US"})
    assert not list(passports.findings(Visit([*visit(nationality="JP"), other])))
