"""Tables in the shapes that ministries, embassies and plants send; `offices` has such files, their
contents invented.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest

from lohum_brief.exchange.headings import guess
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.layouts import likely_kind
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.language.interface import say, spoken
from lohum_brief.language.rooms.names import Address
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import (
    Group,
    Item,
    Metric,
    Mineral,
    NamePart,
    Note,
    Observation,
    Organisation,
    Particulars,
    Person,
    Record,
    Series,
    Term,
)
from lohum_brief.visit.text import States, Text
from lohum_brief.visit.visit import Visit

R = TypeVar("R", bound=Record)

OFFICES = Path(__file__).with_name("offices")


@pytest.fixture
def visit() -> Visit:
    """A visit on one day, with two minerals."""
    return Visit(
        [
            Particulars(
                id="visit", audience="public", title=Text(en="Visit"), start=dt.date(2026, 12, 8)
            ),
            Mineral(
                id="mineral:lithium",
                audience="public",
                name=Text(hi="लिथियम", en="Lithium", ja="リチウム"),
                symbol="Li",
            ),
            Mineral(
                id="mineral:cobalt",
                audience="public",
                name=Text(hi="कोबाल्ट", en="Cobalt", ja="コバルト"),
                symbol="Co",
            ),
        ]
    )


def office(
    visit: Visit, kind: type[Record], name: str, answers: Mapping[str, str] | None = None
) -> Preview:
    return preview(visit, kind, read_table(OFFICES / f"{name}.csv"), Options(answers=answers or {}))


def typed(
    visit: Visit,
    kind: type[Record],
    *rows: str,
    answers: Mapping[str, str] | None = None,
    day_first: bool | None = None,
) -> Preview:
    """What rows, cells parted by bars, would do."""
    text = "\n".join(rows).replace("|", "\t")
    return preview(
        visit, kind, read_pasted(text.encode()), Options(day_first=day_first, answers=answers or {})
    )


def added(found: Preview, kind: type[R]) -> list[R]:
    assert not found.unread, found.unread
    assert not found.open, found.open
    return [record for record in found.added if isinstance(record, kind)]


def asked(found: Preview) -> dict[str, str]:
    """The questions by their names, but for that of the audience, with the answers that count now."""
    return {
        question.name: question.answer
        for question in found.questions
        if question.sort not in ("audience", "keep")
    }


def shown(found: Preview, name: str) -> str:
    return next(say(question.asked) for question in found.questions if question.name == name)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("programme-days", Item),
        ("programme-activity", Item),
        ("metrics-wide", Metric),
        ("series-wide", Series),
        ("notes", Note),
        ("people-titles", Person),
        ("people-ja", Person),
        ("people-travel", Person),
        ("glossary", Term),
    ],
)
def test_what_a_table_is_about_is_told_from_its_headings(name: str, kind: type[Record]) -> None:
    assert likely_kind(read_table(OFFICES / f"{name}.csv"), Person) is kind


# Programmes


def starts(found: Preview) -> list[tuple[str, int]]:
    return [(f"{item.start:%d %H:%M}", item.minutes) for item in added(found, Item)]


def test_a_day_is_named_once_for_the_rows_below_it(visit: Visit) -> None:
    found = office(visit, Item, "programme-days")
    assert starts(found) == [
        ("07 09:45", 0),
        ("07 11:45", 15),
        ("07 12:00", 30),
        ("07 14:00", 0),
        ("07 16:20", 25),
        ("08 07:30", 0),
        ("08 19:30", 0),
        ("09 06:00", 0),
        ("09 07:30", 0),
    ]
    assert {item.start.year for item in added(found, Item)} == {2026}


def test_a_programme_without_a_date_is_on_the_day_of_the_visit(visit: Visit) -> None:
    waiting = office(visit, Item, "programme-activity")
    assert [question.name for question in waiting.open] == ["A:Post lunch"]
    assert (waiting.waiting, len(waiting.unread)) == (1, 0)
    found = office(visit, Item, "programme-activity", {"A:Post lunch": "14:20"})
    assert starts(found) == [
        ("08 10:00", 15),
        ("08 10:15", 30),
        ("08 10:45", 15),
        ("08 11:05", 30),
        ("08 13:20", 0),
        ("08 14:20", 0),
    ]
    first = added(found, Item)[0]
    assert (first.title["en"], first.place["en"], first.lead) == (
        "Arrival & registration",
        "Main gate",
        None,
    )
    assert first.detail["en"].endswith("Security"), "who is nobody of the visit is kept"
    assert not [question for question in found.questions if question.sort == "keep"]
    assert ("D", "Responsibility", "lead") in found.columns
    left = office(visit, Item, "programme-activity", {"Time (IST):Post lunch": "-"})
    assert len(added(left, Item)) == 5
    assert any("1 row is left out" in note for note in map(say, left.notes))


@pytest.mark.parametrize(
    ("day", "date"),
    [
        ("8 Dec", (2026, 12, 8)),
        ("Tue 8 Dec", (2026, 12, 8)),
        ("8 Dec (Tue)", (2026, 12, 8)),
        ("Dec 8", (2026, 12, 8)),
        ("8-Dec", (2026, 12, 8)),
        ("12月8日(火)", (2026, 12, 8)),
        ("12月8日", (2026, 12, 8)),
        ("8 दिसंबर", (2026, 12, 8)),
        ("8/12", (2026, 12, 8)),
        ("12/8", (2026, 12, 8)),
        ("Day 1", (2026, 12, 8)),
        ("Day 2", (2026, 12, 9)),
        ("Day 2 (9 Dec)", (2026, 12, 9)),
        ("2日目", (2026, 12, 9)),
        ("पहला दिन", (2026, 12, 8)),
        ("5 Jan", (2027, 1, 5)),
        ("Tuesday", (2026, 12, 8)),
        ("火曜日", (2026, 12, 8)),
        ("मंगलवार", (2026, 12, 8)),
    ],
)
def test_days_without_a_year_are_those_of_the_visit(
    visit: Visit, day: str, date: tuple[int, int, int]
) -> None:
    (item,) = added(typed(visit, Item, "Date|Time|Activity", f"{day}|10:00|Tour"), Item)
    assert item.start.date() == dt.date(*date)


def test_a_row_that_holds_nothing_but_a_day_is_the_day_of_those_below_it(visit: Visit) -> None:
    rows = [
        "Time|Activity|Venue",
        "Tuesday, 8 December 2026||",
        "10:00|Arrival|Gate",
        "Day 2: 9 December||",
        "09:00|Talks|Hall",
    ]
    assert starts(typed(visit, Item, *rows)) == [("08 10:00", 0), ("09 09:00", 0)]


def test_a_day_that_cannot_be_read_does_not_leave_its_rows_on_the_day_before(visit: Visit) -> None:
    found = typed(
        visit, Item, "Date|Time|Activity", "8 Dec|10:00|Tour", "soon|11:00|Talks", "|12:00|Lunch"
    )
    assert [(unread.place[0], spoken(unread.field)) for unread in found.unread] == [
        (2, "Day"),
        (3, "Time of day"),
    ]


def test_the_days_of_the_visit_tell_the_order_of_day_and_month(visit: Visit) -> None:
    rows = ["Date|Time|Activity", "07-12-2026|10:00|Arrival", "08/12/2026|09:00|Talks"]
    found = typed(visit, Item, *rows)
    assert starts(found) == [("07 10:00", 0), ("08 09:00", 0)]
    assert any("07/12/2026 the day comes first" in note for note in map(say, found.notes))
    other = typed(visit, Item, "Date|Time|Activity", "03-04-2026|10:00|Arrival")
    assert other.unsettled, "neither order falls into the visit"


def test_a_programme_without_a_date_asks_for_the_day_where_the_visit_has_several() -> None:
    several = Visit(
        [
            Particulars(
                id="visit",
                audience="public",
                title=Text(),
                start=dt.date(2026, 12, 8),
                end=dt.date(2026, 12, 9),
            )
        ]
    )
    rows = ["Time|Activity", "10:00|Tour", "11:00|Talks"]
    found = typed(several, Item, *rows)
    assert [(question.name, question.number) for question in found.open] == [("day", 2)]
    assert starts(typed(several, Item, *rows, answers={"day": "2026-12-09"})) == [
        ("09 10:00", 0),
        ("09 11:00", 0),
    ]


def test_a_time_in_words_keeps_the_end_that_stands_beside_it(visit: Visit) -> None:
    rows = ["Start|End|Activity", "after lunch|15:00|Talks"]
    assert starts(typed(visit, Item, *rows, answers={"A:after lunch": "2 pm"})) == [
        ("08 14:00", 60)
    ]


# Metrics


def test_years_as_columns_are_one_value_a_year(visit: Visit) -> None:
    waiting = office(visit, Metric, "metrics-wide")
    assert [(question.name, question.proposed) for question in waiting.open] == [("B:MT", "t")]
    found = office(visit, Metric, "metrics-wide", {"Unit:MT": "t"})
    metrics = {metric.name["en"]: metric for metric in added(found, Metric)}
    assert {name: metric.unit for name, metric in metrics.items()} == {
        "Black mass output": "t",
        "Lithium recovery": "%",
        "Revenue": "INR",
        "Energy use": "kWh/t",
        "Headcount": "",
    }
    read = {
        name: [
            (one.as_of, one.value, one.about, one.basis)
            for one in added(found, Observation)
            if one.metric == metric.id
        ]
        for name, metric in metrics.items()
    }
    assert read == {
        "Black mass output": [
            ("FY2022", 1234, "", "stated"),
            ("FY2023", 2345, "", "stated"),
            ("FY2024", 3000, "more than", "estimated"),
        ],
        "Lithium recovery": [
            ("FY2022", Decimal("92.5"), "", "stated"),
            ("FY2023", 95, "about", "stated"),
            ("FY2024", 95, "more than", "estimated"),
        ],
        "Revenue": [
            ("FY2022", 1_062_000_000, "", "stated"),
            ("FY2023", 3_085_000_000, "", "stated"),
            ("FY2024", -124_000_000, "", "estimated"),
        ],
        "Energy use": [("FY2022", 120_000, "", "stated"), ("FY2023", 98_000, "", "stated")],
        "Headcount": [
            ("FY2022", 410, "", "stated"),
            ("FY2023", 1020, "", "stated"),
            ("FY2024", 1250, "", "estimated"),
        ],
    }
    again = preview(
        apply(visit, as_edit(visit, found, "metrics")),
        Metric,
        read_table(OFFICES / "metrics-wide.csv"),
        Options(answers={"B:MT": "t"}),
    )
    assert (len(again.added), len(again.changed), again.unread) == (0, 0, ())


def test_million_tonnes_are_meant_where_somebody_says_so(visit: Visit) -> None:
    found = typed(visit, Metric, "Parameter|Unit|2023", "Output|MT|5", answers={"B:MT": "Mt"})
    assert added(found, Metric)[0].unit == "Mt"
    heading = typed(
        visit, Metric, "Parameter|2023 (MT)|2024 (MT)", "Output|5|6", answers={"unit:MT": "t"}
    )
    assert (added(heading, Metric)[0].unit, len(added(heading, Observation))) == ("t", 2)


@pytest.mark.parametrize(
    ("headings", "periods"),
    [
        ("2022|2023|2024e", ["2022", "2023", "2024"]),
        ("FY23-24|FY24-25|2025-26 (BE)", ["FY2023", "FY2024", "FY2025"]),
        ("2010-11|2011-12|2012-13", ["FY2010", "FY2011", "FY2012"]),
        ("令和5年度|令和6年度|令和7年度（見込）", ["FY2023", "FY2024", "FY2025"]),
        ("平成30年|令和元年|R2", ["2018", "2019", "2020"]),
        ("2023年|2024年|2025年見込", ["2023", "2024", "2025"]),
        ("2023年度実績|2024年度|2025年度", ["FY2023", "FY2024", "FY2025"]),
        ("वित्त वर्ष 2023-24|2024-25|2025-26 (अनुमानित)", ["FY2023", "FY2024", "FY2025"]),
        ("वर्ष 2023|वर्ष 2024|वर्ष 2025", ["2023", "2024", "2025"]),
        ("Apr-24|May-24|Jun-24", ["2024-04", "2024-05", "2024-06"]),
        ("April 2024|May 2024|June 2024", ["2024-04", "2024-05", "2024-06"]),
        ("2024年4月|2024年5月|2024年6月", ["2024-04", "2024-05", "2024-06"]),
        ("2024-10|2024-11|2024-12", ["2024-10", "2024-11", "2024-12"]),
        ("Year 2023|CY2024|2025 (Provisional)", ["2023", "2024", "2025"]),
    ],
)
def test_columns_are_headed_by_times_of_all_sorts(
    visit: Visit, headings: str, periods: list[str]
) -> None:
    found = typed(visit, Metric, f"Indicator|{headings}", "Output|1|2|3")
    assert [(one.as_of, int(one.value)) for one in added(found, Observation)] == list(
        zip(periods, (1, 2, 3), strict=True)
    )


def test_a_target_is_no_value_of_its_year(visit: Visit) -> None:
    found = typed(visit, Metric, "Indicator|2024|2025 Target", "Output|1|2")
    assert [one.as_of for one in added(found, Observation)] == ["2024"]
    assert ("C", "2025 Target", "") in found.columns


def test_targets_and_values_below_one_year_are_told_apart(visit: Visit) -> None:
    rows = ["Parameter|Unit|2024||2025|", "||Target|Actual|Target|Actual", "Output|t|10|12|14|15"]
    found = typed(visit, Metric, *rows)
    assert [(one.as_of, int(one.value)) for one in added(found, Observation)] == [
        ("2024", 12),
        ("2025", 15),
    ]
    assert ("C", "2024 Target", "") in found.columns


def test_half_a_fiscal_year_is_asked_about(visit: Visit) -> None:
    assert [question.name for question in typed(visit, Metric, "KPI|FY2024", "Output|1").open] == [
        "years"
    ]
    rows = ["KPI|FY24|FY25", "Output|1|2"]
    assert [question.name for question in typed(visit, Metric, *rows).open] == ["years"]
    for answer, periods in (("end", ["FY2023", "FY2024"]), ("begin", ["FY2024", "FY2025"])):
        found = typed(visit, Metric, *rows, answers={"years": answer})
        assert [one.as_of for one in added(found, Observation)] == periods


def test_a_heading_may_take_two_rows(visit: Visit) -> None:
    rows = [
        "Plant performance, as reported||||",
        "Parameter|Unit|Actual|||Remarks",
        "||2023|2024|2025|",
        "Output|t|1|2|3|audited",
    ]
    found = typed(visit, Metric, *rows, answers={"Remarks": "definition"})
    assert [one.definition["en"] for one in added(found, Metric)] == ["audited"]
    assert [(one.as_of, int(one.value)) for one in added(found, Observation)] == [
        ("2023", 1),
        ("2024", 2),
        ("2025", 3),
    ]
    months = typed(visit, Metric, "Indicator|2024|||2025", "|Oct|Nov|Dec|Jan", "Output|1|2|3|4")
    assert [one.as_of for one in added(months, Observation)] == [
        "2024-10",
        "2024-11",
        "2024-12",
        "2025-01",
    ]
    people = typed(
        visit,
        Person,
        "Sl. No.|Name of the delegate||Designation|",
        "|English|Hindi|English|Hindi",
        "1|Asha RAO|आशा राव|Director|निदेशक",
    )
    (person,) = added(people, Person)
    assert (person.family["en"], person.family["hi"], person.post["en"], person.post["hi"]) == (
        "Rao",
        "राव",
        "Director",
        "निदेशक",
    )


def test_a_column_may_be_said_to_hold_the_values_of_a_year(visit: Visit) -> None:
    sheets = read_pasted(b"Indicator\tLast year\nOutput\t5\n")
    found = preview(visit, Metric, sheets, Options({"Last year": "value@FY2023"}))
    assert [one.as_of for one in added(found, Observation)] == ["FY2023"]


def test_one_value_that_cannot_be_read_leaves_the_others(visit: Visit) -> None:
    found = typed(visit, Metric, "Indicator|2023|2024", "Output|many|2")
    (unread,) = found.unread
    assert (unread.place, unread.text, spoken(unread.field), unread.alone) == (
        (1, 1),
        "many",
        "Value, 2023",
        True,
    )
    assert [one.as_of for one in found.added if isinstance(one, Observation)] == ["2024"]


def test_the_unit_may_stand_behind_the_name_of_a_metric(visit: Visit) -> None:
    found = typed(visit, Metric, "Indicator|2023|2024", "Output (kt)|1|2", "Recovery (%)|95|96")
    assert [(metric.name["en"], metric.unit) for metric in added(found, Metric)] == [
        ("Output", "kt"),
        ("Recovery", "%"),
    ]
    asked_for = typed(visit, Metric, "Indicator|2023", "Output (MT)|1")
    assert [question.name for question in asked_for.open] == ["A:MT"]


@pytest.mark.parametrize(
    ("unit", "cell", "key", "value", "about"),
    [
        ("Rs. in Crore", "120.5", "INR", 1_205_000_000, ""),
        ("₹ in lakhs", "(3)", "INR", -300_000, ""),
        ("करोड़ रुपये", "१.५", "INR", 15_000_000, ""),
        ("百万円", "250", "JPY", 250_000_000, ""),
        ("％", "97以上", "%", 97, "at least"),
        ("Lakh tonnes", "2", "t", 200_000, ""),
        ("Number", "1 250", "", 1250, ""),
        ("t", "12e", "t", 12, ""),
        ("t", "約1,500", "t", 1500, "about"),
    ],
)
def test_units_and_values_as_offices_write_them(
    visit: Visit, unit: str, cell: str, key: str, value: int, about: str
) -> None:
    found = typed(visit, Metric, "Parameter|Unit|2024", f"Output|{unit}|{cell}")
    (metric,), (one,) = added(found, Metric), added(found, Observation)
    assert (metric.unit, int(one.value), one.about) == (key, value, about)
    assert one.basis == ("estimated" if cell.endswith("e") else "stated")


# Series


def test_a_table_by_country_and_year_asks_for_its_mineral(visit: Visit) -> None:
    waiting = office(visit, Series, "series-wide")
    assert {question.name for question in waiting.open} == {"mineral", "measure"}
    assert not waiting.added
    answers = {"mineral": "Lithium", "measure": "mine"}
    (open_unit,) = office(visit, Series, "series-wide", answers).open
    assert open_unit.name == "unit"
    (series,) = added(office(visit, Series, "series-wide", answers | {"unit": "t"}), Series)
    assert (series.mineral, series.measure, series.unit) == ("mineral:lithium", "mine", "t")
    points = {(point.place, point.period): point for point in series.points}
    assert {place for place, _ in points} == {"AU", "CL", "CD", "world"}
    assert [points["AU", year].value for year in ("2021", "2022", "2023", "2024")] == [
        55300,
        74700,
        91700,
        88000,
    ]
    assert {year for (_, year), point in points.items() if point.estimated} == {"2024"}
    assert (points["CD", "2021"].value, points["CD", "2021"].printed) == (None, "—")
    assert points["CD", "2022"].printed == "NA"
    assert ("CD", "2023") not in points
    assert points["world", "2024"].value == 240000


def test_a_title_says_the_mineral_and_the_measure(visit: Visit) -> None:
    rows = [
        "Cobalt: mine production, metric tons||",
        "Country or area|2023|2024e",
        "Chile|1|2",
        "World total (rounded)|3|4",
    ]
    (series,) = added(typed(visit, Series, *rows), Series)
    assert (series.mineral, series.measure, series.unit) == ("mineral:cobalt", "mine", "t")
    rows = [
        "LITHIUM||",
        "Refinery production by country (kt)||",
        "Region|2022|2023 (est)",
        "China|10|e13",
        "Total|15|18",
    ]
    (series,) = added(typed(visit, Series, *rows), Series)
    assert (series.mineral, series.measure, series.unit) == ("mineral:lithium", "refinery", "kt")
    assert [(int(point.value or 0), point.estimated) for point in series.points][:2] == [
        (10, False),
        (13, True),
    ]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo, Democratic Republic of the", "CD"),
        ("Korea, Republic of", "KR"),
        ("Iran, Islamic Republic of", "IR"),
        ("Tanzania, United Republic of", "TZ"),
        ("Bahamas, The", "BS"),
        ("Russian Federation", "RU"),
        ("World total (rounded)", "world"),
        ("Other countries", "other"),
    ],
)
def test_countries_as_statistics_write_them(visit: Visit, name: str, code: str) -> None:
    rows = ["Mineral|Measure|Country|Year|Value", f"Lithium|mine|{name}|2023|5"]
    (series,) = added(typed(visit, Series, *rows), Series)
    assert series.points[0].place == code


# Notes


def test_notes_say_for_whom_they_are_and_their_words_of_which_kind(visit: Visit) -> None:
    found = office(visit, Note, "notes")
    notes = added(found, Note)
    assert [(note.sort, note.audience, note.text["en"]) for note in notes] == [
        ("ask", "host", "Ask for sample testing (to be raised by CEO)"),
        ("offer", "host", "Offer: site in Gujarat"),
        ("red_line", "host", "Do not mention pricing"),
    ]
    assert any("1 note is kept from the readers" in note for note in map(say, found.notes)), (
        "an offer is never for guests"
    )
    assert asked(found) == {"kinds": "words"}
    same = office(visit, Note, "notes", {"kinds": "background"})
    assert [(note.sort, note.audience) for note in added(same, Note)][1] == ("background", "guest")


@pytest.mark.parametrize(
    ("said", "audience"),
    [
        ("Internal", "host"),
        ("Internal only", "host"),
        ("社内", "host"),
        ("आंतरिक", "host"),
        ("Guests", "guest"),
        ("来訪者", "guest"),
        ("Confidential", "principal"),
        ("機密", "principal"),
        ("For the principal", "principal"),
        ("मेज़बानों के लिए", "host"),
    ],
)
def test_readers_are_understood_in_three_languages(visit: Visit, said: str, audience: str) -> None:
    found = typed(visit, Note, "Kind|Point|For", f"background|Growth|{said}")
    assert [note.audience for note in added(found, Note)] == [audience]


def test_readers_that_nobody_knows_are_asked_about(visit: Visit) -> None:
    rows = ["Point|For", "Growth|Press corps", "Jobs|Press corps"]
    found = typed(visit, Note, *rows)
    assert [(question.name, question.number) for question in found.open] == [("B", 2)]
    assert "-" not in [choice.answer for choice in found.open[0].choices], (
        "left out, they would be for others"
    )
    assert {
        note.audience
        for note in added(typed(visit, Note, *rows, answers={"For": "principal"}), Note)
    } == {"principal"}


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Do not raise the tariff question", "red_line"),
        ("価格には触れない", "red_line"),
        ("मूल्य का उल्लेख न करें", "red_line"),
        ("If asked: the plant runs in two shifts", "if_raised"),
        ("聞かれたら：二交代制", "if_raised"),
        ("Request for technical experts", "ask"),
        ("試料の提供を依頼", "ask"),
        ("परीक्षण का अनुरोध", "ask"),
        ("Offer of a pilot line", "offer"),
        ("Supply risk in cobalt", "risk"),
        ("The plant opened in 2021", "background"),
    ],
)
def test_the_words_of_a_note_propose_its_kind(visit: Visit, text: str, sort: str) -> None:
    (note,) = added(typed(visit, Note, "S.No.|Point", f"1|{text}"), Note)
    assert note.sort == sort
    assert note.audience != "guest"


# People


def test_a_column_of_titles_holds_forms_of_address(visit: Visit) -> None:
    found = office(visit, Person, "people-titles")
    people = {person.given["en"]: person for person in found.added if isinstance(person, Person)}
    assert people["Solomon"].address == Address("excellency", honorific="mr")
    assert people["Shobha"].honorific == "mrs"
    assert people["Rishab"].honorific == "mr"
    assert (people["Anil"].honorific, people["Anil"].post["en"]) == ("er", "")
    assert "A" not in asked(found)
    assert "PATEL RAMESHKUMAR KANTIBHAI" in shown(found, "B")
    turned = office(visit, Person, "people-titles", {"B": "first"})
    families = {
        person.family["en"]: person for person in turned.added if isinstance(person, Person)
    }
    assert families["Patel"].given["en"] == "Rameshkumar Kantibhai"
    assert families["Khanna"].given["en"] == "Rishab", "what is sure is not turned"


def test_a_title_that_the_model_has_no_word_for_is_asked_about(visit: Visit) -> None:
    rows = ("Salutation|Name", "Ar.|Anil Kumar", "Rtn.|Asha Rao", "Smt.|Sunita Sen")
    found = typed(visit, Person, *rows)
    assert asked(found)["A"] == "post"
    assert "Ar., Rtn." in shown(found, "A")
    assert [one.post["en"] for one in added(found, Person)] == ["Ar.", "Rtn.", ""]
    turned = typed(visit, Person, *rows, answers={"A:Ar.": "mr"})
    assert [one.honorific for one in added(turned, Person)] == ["mr", "none", "mrs"]


def test_titles_that_are_posts_are_posts(visit: Visit) -> None:
    (person,) = added(typed(visit, Person, "Name|Title", "Asha RAO|Director"), Person)
    assert (person.post["en"], person.honorific) == ("Director", "none")


def test_a_reading_tells_where_a_japanese_name_is_parted(visit: Visit) -> None:
    waiting = office(visit, Person, "people-ja")
    assert [(question.name, question.number) for question in waiting.open] == [("B", 1)]
    found = office(visit, Person, "people-ja", {"フリガナ": "family"})
    people = [
        (p.family["ja"], p.given["ja"], p.family.reading, p.given.reading)
        for p in added(found, Person)
    ]
    assert people == [
        ("石田", "喜代", "いしだ", "きよ"),
        ("八木", "アサ", "やぎ", "あさ"),
        ("山口", "敦", "やまぐち", "あつし"),
        ("高嶋", "知", "たかしま", ""),
        ("東", "勇太", "ひがし", "ゆうた"),
    ]


def test_kanji_that_nothing_parts_are_asked_about_once(visit: Visit) -> None:
    rows = ["氏名", "山田太郎", "佐藤花子", "林 一"]
    found = typed(visit, Person, *rows)
    assert [(question.name, question.number) for question in found.open] == [("A", 2)]
    people = added(
        typed(visit, Person, *rows, answers={"A": "2", "A:佐藤花子": "佐 藤花子"}), Person
    )
    assert [(p.family["ja"], p.given["ja"]) for p in people] == [
        ("山田", "太郎"),
        ("佐", "藤花子"),
        ("林", "一"),
    ]
    whole = added(typed(visit, Person, *rows, answers={"A": "whole"}), Person)
    assert next((p.family["ja"], p.given["ja"]) for p in whole) == ("山田太郎", "")


def test_travel_meals_and_passports_are_read(visit: Visit) -> None:
    found = office(visit, Person, "people-travel")
    assert [(p.family["en"], p.diet) for p in added(found, Person)] == [
        ("Tanaka", "vegetarian"),
        ("Suzuki", "no_pork"),
    ]
    assert [(p.phone, p.arrival, p.hotel) for p in added(found, Person)] == [
        ("+81-90-1234-5678", "JL 39", "The Imperial"),
        ("090-1234-5678", "NH837", "The Imperial"),
    ]
    assert {p.contact_for for p in added(found, Person)} == {"host"}
    assert [f"{p.arrives:%m-%d %H:%M}" for p in added(found, Person)] == [
        "12-07 17:50",
        "12-07 00:55",
    ]
    assert not [note for note in map(say, found.notes) if note.startswith("Not read")]
    assert all(person.passport for person in added(found, Person))


@pytest.mark.parametrize(
    ("heading", "kind", "field"),
    [
        ("食事", Person, "diet"),
        ("Meal pref.", Person, "diet"),
        ("Form of address", Person, "honorific"),
        ("Duty", Person, "duty"),
        ("便名", Person, "arrival"),
        ("मोबाइल नं.", Person, "phone"),
        ("पदनाम", Person, "post"),
        ("कार्यालय", Person, "organisation"),
        ("ご所属", Person, "organisation"),
        ("出席者氏名", Person, "name"),
        ("Parameter", Metric, "name"),
        ("Particulars", Metric, "name"),
        ("प्राचल", Metric, "name"),
        ("諸元", Metric, "name"),
        ("UoM", Metric, "unit"),
        ("Activity", Item, "title"),
        ("Venue", Item, "place"),
        ("Responsibility", Item, "lead"),
        ("उत्तरदायित्व", Item, None),
        ("担当者", Item, "lead"),
        ("Time (IST)", Item, "clock"),
        ("समय (भा.मा.स.)", Item, "clock"),
        ("Point", Note, "text"),
        ("For", Note, "audience"),
        ("बिंदु", Note, "text"),
        ("Country or area", Series, "points.place"),
        ("国・地域", Series, "points.place"),
        ("Abbr.", Term, "abbreviation"),
        ("Hindi equivalent", Term, "name.hi"),
        ("Date & Time", Item, "start"),
        ("日時", Item, "start"),
        ("Day/Date", Item, "day"),
        ("Details of programme", Item, "title"),
        ("Given names", Person, "given"),
        ("Dietary requirements", Person, "diet"),
    ],
)
def test_headings_of_offices_are_understood(
    heading: str, kind: type[Record], field: str | None
) -> None:
    assert guess(heading, kind) == field


def test_the_labels_of_the_program_are_understood(visit: Visit) -> None:
    rows = [
        "Family name|Given name|Form of address|Duty|Meals|Side|Nationality",
        "Rao|Asha|Professor|Head of the delegation|Vegetarian|Guest|IN",
    ]
    (person,) = added(typed(visit, Person, *rows), Person)
    assert (person.honorific, person.duty, person.diet, person.side) == (
        "prof",
        "head",
        "vegetarian",
        "guest",
    )


@pytest.mark.parametrize(
    ("heading", "cell", "family", "post", "organisation"),
    [
        (
            "Name & Designation",
            "Shri A. K. Sharma, Joint Secretary",
            "Sharma",
            "Joint Secretary",
            None,
        ),
        (
            "Name|Designation & Organisation",
            "Asha RAO|Director, Ministry of Mines",
            "Rao",
            "Director",
            "Ministry of Mines",
        ),
        ("Name|所属・役職", "Asha RAO|経済産業省　課長", "Rao", "課長", "経済産業省"),
        ("नाम एवं पदनाम", "श्री राजेश कुमार, संयुक्त सचिव", "कुमार", "संयुक्त सचिव", None),
    ],
)
def test_a_column_may_hold_two_things(
    visit: Visit, heading: str, cell: str, family: str, post: str, organisation: str | None
) -> None:
    found = typed(visit, Person, f"S.No.|{heading}|Hall", f"1|{cell}|2")
    (person,) = added(found, Person)
    assert family in (person.family["en"], person.family["hi"])
    assert post in (person.post["en"], person.post["hi"], person.post["ja"])
    assert [
        name
        for one in added(found, Organisation)
        for name in (one.name["en"], one.name["ja"])
        if name
    ] == ([organisation] if organisation else [])


def test_words_that_no_list_knows_are_kept_beside_the_other_needs(visit: Visit) -> None:
    rows = ["Name|Meal|Needs", "Asha RAO|No onion|aisle seat", "Anil KUMAR|Veg|"]
    found = typed(visit, Person, *rows)
    first = added(found, Person)[0]
    assert (first.diet, first.needs["en"]) == ("", "aisle seat; Meals: No onion")
    assert asked(found) == {"B": "keep"}
    assert added(typed(visit, Person, *rows, answers={"B": "jain"}), Person)[0].diet == "jain"


def test_one_bad_cell_does_not_make_a_person_vanish(visit: Visit) -> None:
    found = typed(visit, Person, "Name|Consent date|Post", "Asha RAO|next week|Director")
    (unread,) = found.unread
    assert (spoken(unread.field), unread.alone, unread.place) == ("Consent given on", True, (1, 1))
    (person,) = [record for record in found.added if isinstance(record, Person)]
    assert (person.family["en"], person.post["en"], person.consent_date) == (
        "Rao",
        "Director",
        None,
    )


def test_columns_that_are_not_read_can_be_kept(visit: Visit) -> None:
    rows = ["Name|Shirt colour", "Asha RAO|blue"]
    (question,) = [one for one in typed(visit, Person, *rows).questions if one.sort == "keep"]
    assert (question.name, question.answer) == ("B", "-")
    (person,) = added(typed(visit, Person, *rows, answers={"Shirt colour": "needs"}), Person)
    assert person.needs["en"] == "blue"


# Who may read them


def test_who_may_read_what_a_list_of_people_brings_is_asked_once(visit: Visit) -> None:
    rows = [
        "Name|Organisation|Group",
        "Asha RAO|Ministry of Mines|A",
        "Anil KUMAR|Ministry of Mines|B",
    ]
    (question,) = [one for one in typed(visit, Person, *rows).questions if one.sort == "audience"]
    assert (question.number, question.answer) == (5, "guest")
    assert say(question.asked) == "New: People 2, Organisations 1, Groups 2. Who may read them?"
    for answer in ("guest", "host"):
        found = typed(visit, Person, *rows, answers={"audience": answer})
        assert {type(record) for record in found.added} == {Person, Organisation, Group}
        assert {record.audience for record in found.added} == {answer}


def test_a_party_that_a_note_names_is_read_by_those_who_read_the_note(visit: Visit) -> None:
    found = typed(visit, Note, "Kind|Text|Parties", "ask|Samples|Quiet Ltd")
    assert {record.audience for record in found.added} == {"host"}


# The glossary


def test_languages_that_come_together_are_in_step(visit: Visit) -> None:
    found = office(visit, Term, "glossary")
    before = apply(visit, as_edit(visit, found, "terms"))
    rows = ["English|हिंदी|日本語|Abbr.", "Black mass powder|ब्लैक मास चूर्ण|ブラックマス粉|BM"]
    (changed,) = typed(before, Term, *rows).changed
    assert isinstance(changed.after, Term)
    assert changed.after.name == Text(hi="ब्लैक मास चूर्ण", en="Black mass powder", ja="ブラックマス粉")
    (alone,) = typed(before, Term, "English|Abbr.", "Black mass powder|BM").changed
    assert isinstance(alone.after, Term)
    assert alone.after.name.state == States(hi="old", ja="old"), "what does not come with it is old"


def test_a_difference_of_capitals_alone_overwrites_nothing(visit: Visit) -> None:
    term = Term(
        id="term:bm", audience="public", name=Text(en="Black Mass", state=States(en="checked"))
    )
    held = Visit([*visit, term])
    found = office(held, Term, "glossary")
    assert asked(found) == {"A": "keep"}
    assert [
        change.after.name["en"] for change in found.changed if isinstance(change.after, Term)
    ] == ["Black Mass"]
    taken = office(held, Term, "glossary", {"English": "take"})
    assert [
        change.after.name["en"] for change in taken.changed if isinstance(change.after, Term)
    ] == ["Black mass"]


@pytest.mark.parametrize(
    "heading",
    [
        "Responsibility",
        "Responsible",
        "Action by",
        "Person in charge",
        "प्रभारी",
        "ज़िम्मेदारी",
        "担当",
        "担当者",
    ],
)
def test_who_is_responsible_for_an_entry_leads_it(visit: Visit, heading: str) -> None:
    rows = f"Date|Time|Activity|{heading}", "2025-07-08|10:00|Welcome|Asha Rao"
    family, given = NamePart(en="Rao"), NamePart(en="Asha")
    rao = Person(id="person:rao", audience="guest", family=family, given=given)
    known = Visit([*visit, rao])
    (item,) = added(typed(known, Item, *rows), Item)
    assert item.lead == "person:rao"
    nobody = typed(visit, Item, rows[0], "2025-07-08|11:00|Tour|Plant Head")
    (item,) = added(nobody, Item)
    assert item.lead is None
    assert "Plant Head" in item.detail["en"]
