"""Numbers with words about how exact they are, with commas for points, and with a unit that stands
above the table.
"""

from decimal import Decimal

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_pasted
from lohum_brief.language.interface import say
from lohum_brief.language.parsing import period
from lohum_brief.visit.records import Metric, Observation, Record, Series
from lohum_brief.visit.visit import Visit


def pasted(visit: Visit, kind: type[Record], *rows: str, **answers: str) -> Preview:
    text = "\n".join(rows).replace("|", "\t")
    named = {name.replace("__", ":"): answer for name, answer in answers.items()}
    return preview(visit, kind, read_pasted(text.encode()), Options(answers=named))


def values(found: Preview) -> list[tuple[object, str]]:
    assert not found.unread, found.unread
    return [
        (record.value, record.about) for record in found.added if isinstance(record, Observation)
    ]


@pytest.mark.parametrize(
    ("cell", "value", "about"),
    [
        ("max 300", 300, "up to"),
        ("max. 300", 300, "up to"),
        ("not more than 300", 300, "at most"),
        ("at most 300", 300, "at most"),
        ("≤ 300", 300, "at most"),
        ("300以下", 300, "at most"),
        ("अधिक से अधिक 300", 300, "at most"),
        ("अधिकतम 300", 300, "at most"),
        ("at least 20,000", 20_000, "at least"),
        ("no less than 20,000 t", 20_000, "at least"),
        ("≥ 20,000", 20_000, "at least"),
        ("2万以上", 20_000, "at least"),
        ("2万トン以上", 20_000, "at least"),
        ("कम से कम 20,000", 20_000, "at least"),
        ("20,000 से कम नहीं", 20_000, "at least"),
        ("300 approx.", 300, "about"),
        ("約300", 300, "about"),
        ("> 300", 300, "more than"),
    ],
)
def test_words_that_the_model_has_are_read(visit: Visit, cell: str, value: int, about: str) -> None:
    found = pasted(visit, Metric, "Metric|Unit|Value", f"Yield|t|{cell}")
    assert values(found) == [(value, about)]
    assert not [one for one in found.questions if one.sort == "precision"]


@pytest.mark.parametrize(
    ("cell", "word", "likely"),
    [
        ("20,000+", "+", "more than"),
        ("20,000+ t", "+", "more than"),
        ("min 20,000", "min", "at least"),
        ("20,000 minimum", "minimum", "at least"),
        ("=> 20,000", "=>", "at least"),
    ],
)
def test_what_may_be_either_is_asked_about(visit: Visit, cell: str, word: str, likely: str) -> None:
    found = pasted(visit, Metric, "Metric|Unit|Value", f"Yield|t|{cell}")
    (question,) = [one for one in found.questions if one.sort == "precision"]
    assert (question.words, question.answer) == ((word,), likely)
    assert {"at least", "more than", "at most"} <= {one.answer for one in question.choices}
    assert values(found) == [(20_000, likely)]
    name = f"about__{word}"
    assert values(
        pasted(visit, Metric, "Metric|Unit|Value", f"Yield|t|{cell}", **{name: "exact"})
    ) == [(20_000, "")]


@pytest.mark.parametrize(
    ("cell", "word"),
    [
        ("nearly 300", "nearly"),
        ("less than 300", "less than"),
        ("<300", "<"),
        ("300弱", "弱"),
        ("300強", "強"),
        ("300未満", "未満"),
        ("300 से कम", "से कम"),
    ],
)
def test_what_no_word_of_the_model_says_has_to_be_answered(
    visit: Visit, cell: str, word: str
) -> None:
    found = pasted(visit, Metric, "Metric|Unit|Value", f"Yield|t|{cell}")
    assert [(one.sort, one.words) for one in found.open] == [("precision", (word,))]
    assert values(pasted(visit, Metric, "Metric|Unit|Value", f"Yield|t|{cell}", about="about")) == [
        (300, "about")
    ]


def test_a_refusal_says_which_words_are_understood(visit: Visit) -> None:
    (unread,) = pasted(visit, Metric, "Metric|Unit|Value", "Yield|t|roughly speaking 300").unread
    assert "at least" in say(unread.why)
    assert "未満" in say(unread.why)


@pytest.mark.parametrize("unit", ["人", "people", "名"])
def test_persons_are_persons(visit: Visit, unit: str) -> None:
    found = pasted(visit, Metric, "指標|単位|値", f"従業員|{unit}|約450名")
    assert values(found) == [(450, "about")]


COMMAS = ("Metric|Unit|Value", "A|t|20.000,5", "B|t|1.200", "C|MW|3,5", "D|t|1.234,50")


def test_the_sign_before_decimals_is_that_of_the_table(visit: Visit) -> None:
    found = pasted(visit, Metric, *COMMAS)
    assert [one.name for one in found.open] == ["decimal"]
    assert not found.added
    read = values(pasted(visit, Metric, *COMMAS, decimal="comma"))
    assert [value for value, _ in read] == [
        Decimal("20000.5"),
        Decimal(1200),
        Decimal("3.5"),
        Decimal("1234.50"),
    ]


def test_one_stray_comma_among_points_is_refused_alone(visit: Visit) -> None:
    found = pasted(visit, Metric, "Metric|Unit|Value", "A|t|92.5", "B|t|15,000", "C|t|1,25")
    assert not found.open
    assert [unread.text for unread in found.unread] == ["1,25"]


def test_points_alone_are_no_question(visit: Visit) -> None:
    found = pasted(visit, Metric, "Metric|Unit|Value", "A|t|1.200", "B|t|12,345.5", "C|t|1,23,456")
    assert not found.open
    assert [value for value, _ in values(found)] == [
        Decimal("1.200"),
        Decimal("12345.5"),
        Decimal(123456),
    ]


@pytest.mark.parametrize(
    ("caption", "unit", "value"),
    [
        ("(Rs. in crore)", "INR", 120 * 10**7),
        ("（単位：百万円）", "JPY", 120 * 10**6),
        ("(All figures in tonnes)", "t", 120),
    ],
)
def test_the_unit_above_a_table_is_that_of_its_rows(
    visit: Visit, caption: str, unit: str, value: int
) -> None:
    rows = f"Key figures|{caption}|", "Particulars|2022-23|2023-24", "Revenue|120|150"
    found = pasted(visit, Metric, *rows)
    (metric,) = [one for one in found.added if isinstance(one, Metric)]
    assert metric.unit == unit
    assert values(found)[0] == (value, "")
    assert [one.name for one in found.questions if one.sort == "unit"] == ["unit"]


def test_a_row_above_which_another_unit_stands_is_answered_by_itself(visit: Visit) -> None:
    rows = (
        "Figures|(Rs. in crore)|",
        "Particulars|2022-23|2023-24",
        "Revenue|120|150",
        "Staff|450|470",
        "Yield|95%|96%",
    )
    found = pasted(visit, Metric, *rows, unit__Staff="-")
    assert [one.unit for one in found.added if isinstance(one, Metric)] == ["INR", "", "%"]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2023年3月期", "FY2022"),
        ("令和5年3月期", "FY2022"),
        ("2023/3期", "FY2022"),
        ("2023年12月期", "2023"),
    ],
)
def test_a_business_year_is_named_by_its_last_month(said: str, meant: str) -> None:
    assert period(said) == meant


def test_columns_of_business_years_are_values(visit: Visit) -> None:
    found = pasted(visit, Metric, "項目|2023年3月期|2024年3月期（実績）", "売上高|1,200|1,500")
    assert [one.as_of for one in found.added if isinstance(one, Observation)] == [
        "FY2022",
        "FY2023",
    ]


def test_metrics_of_which_no_value_is_read_are_said(visit: Visit) -> None:
    found = pasted(visit, Metric, "Metric|Phase A|Phase B", "Yield|90|91", "Power|3|4")
    assert any("No values are read" in note and "Phase A" in note for note in map(say, found.notes))


def points(visit: Visit, *rows: str) -> tuple[Preview, Series]:
    found = pasted(visit, Series, *rows, mineral="mineral:lithium", measure="mine", unit="t")
    assert not found.unread, found.unread
    (series,) = [one for one in found.added if isinstance(one, Series)]
    return found, series


def test_a_table_by_country_keeps_how_its_source_prints_a_number(visit: Visit) -> None:
    found, series = points(
        visit, "Country|2023|2024", "Chile|41,400|~49,000", "China|35,700|41,000"
    )
    assert (series.points[1].value, series.points[1].printed) == (Decimal(49_000), "~49,000")
    assert any("~49,000" in note for note in map(say, found.notes))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("豪州", "AU"),
        ("ROK", "KR"),
        ("PRC", "CN"),
        ("Chinese Taipei", "TW"),
        ("Rep. of Korea", "KR"),
    ],
)
def test_countries_as_people_call_them(visit: Visit, name: str, code: str) -> None:
    _, series = points(visit, "国名|2023年|2024年", f"{name}|9.17万トン|4万1400トン")
    assert [(one.place, one.value) for one in series.points] == [
        (code, Decimal(91_700)),
        (code, Decimal(41_400)),
    ]
