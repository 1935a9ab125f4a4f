"""What somebody sees of a number is read, not the bare number that a cell holds: currencies, units,
“about”, percent signs and thousands that only a number format shows.
"""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.number_formats import number_format
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.sheets import Cell
from lohum_brief.visit.records import Figure, Item, Metric, Observation, Person, Record, Series
from lohum_brief.visit.visit import Visit
from tests.exchange.files import ods, ods_number, ods_row, ods_text
from tests.exchange.typed import typed

SEEN = [
    ("[$₹-4009]#,##0", 1234567, "₹1234567"),
    ('"¥"#,##0', -1234, "-¥1234"),
    ('"¥"#,##0;("¥"#,##0)', -1234, "-¥1234"),
    ('_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', -12.5, "-$12.50"),
    ('_("$"* #,##0.00_);_("$"* \\(#,##0.00\\);_("$"* "-"??_);_(@_)', 0, "$0"),
    ("#,##0.00\\ [$€-407]", 12.5, "12.50 €"),
    ('#,##0.0" t"', 1234.56, "1234.56 t"),
    ('General" kt"', 12.5, "12.5 kt"),
    ('"約"0', 30, "約30"),
    ('0"+"', 95, "95+"),
    ('#,##0"円"', 5000, "5000円"),
    ('#,##0,"k"', 1234567, "1234.567 thousand"),
    ('0.0,,"M"', 1234567, "1.234567 million"),
    ('0,"k t"', 12000, "12k t"),
    ('0" K"', 300, "300 K"),
    ('0" m"', 12, "12 m"),
    ('[>=10000000]"₹"0\\.00,,"Cr";[>=100000]"₹"0\\.00,"L";"₹"##,##0', 123456789, "₹1.23456789Cr"),
    ('[>=10000000]"₹"0\\.00,,"Cr";[>=100000]"₹"0\\.00,"L";"₹"##,##0', 234567, "₹2.34567 lakh"),
    ('[>=10000000]"₹"0\\.00,,"Cr";[>=100000]"₹"0\\.00,"L";"₹"##,##0', 999, "₹999"),
    ('0.0%" p.a."', 0.05, "5.0% p.a."),
    ("000-0000-0000", 9012345678, "090-1234-5678"),
    ('"ID-"000', 7, "ID-007"),
    ('0"年度"', 2024, "2024年度"),
    ('"Yes";;"No"', 1, "Yes"),
    ("00000000", 1234567, "01234567"),
    ("0000;-0", 7, "0007"),
]
BARE = ["General", "#,##0", "0.00", "#,##0_);(#,##0)", "#,##0;[Red]-#,##0", "#\\ ##0", "0.00E+00"]
BARE += ["[>=10000000]##\\,##\\,##\\,##0;[>=100000]##\\,##\\,##0;##,##0", "▲#,##0", "# ?/?", "@"]
BARE += ["dd-mm-yyyy", 'yyyy"年"m"月"', "h:mm", '0.0"%"', "0%", ";;;", '0;-0;"-"']
BARE += ["0,000", "##0.0E+0", "00E+00", "00%"]


@pytest.mark.parametrize(("code", "value", "text"), SEEN)
def test_a_format_is_read_as_it_is_seen(code: str, value: float, text: str) -> None:
    around = number_format(code).around(float(value))
    assert around is not None
    assert around.shown(float(value))[0] == text


@pytest.mark.parametrize("code", BARE)
@pytest.mark.parametrize("value", [0.0, 5.0, -5.5])
def test_a_format_that_shows_a_bare_number_says_nothing(code: str, value: float) -> None:
    around = number_format(code).around(value)
    assert around is None or (value < 0 and code == "▲#,##0")


def book(path: Path, rows: Sequence[Sequence[Cell]], formats: dict[str, str]) -> Path:
    """A workbook with formats of some of its cells."""
    with xlsxwriter.Workbook(str(path)) as written:
        sheet = written.add_worksheet("List")
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        for cell, code in formats.items():
            value = rows[int(cell[1:]) - 1][ord(cell[0]) - 65]
            sheet.write(cell, value, written.add_format({"num_format": code}))
    return path


def read(
    visit: Visit, kind: type[Record], path: Path, answers: dict[str, str] | None = None
) -> Preview:
    return preview(visit, kind, read_table(path), Options(answers=answers or {}))


def values(found: Preview) -> list[tuple[str, str, str]]:
    """The values that would be added, each with the unit of its metric and how exact it is."""
    units = {one.id: one.unit for one in found.added if isinstance(one, Metric)}
    return [
        (f"{one.value:f}", units[one.metric], one.about)
        for one in found.added
        if isinstance(one, Observation)
    ]


@pytest.mark.parametrize(
    ("heading", "code", "value", "said"),
    [
        ("Value", "[$₹-4009]#,##0", 1234, ("1234", "INR", "")),
        ("मान", '"₹"#,##0', 1234, ("1234", "INR", "")),
        ("値", '#,##0"円"', 1234, ("1234", "JPY", "")),
        ("Value", '#,##0.0" t"', 12.34, ("12.34", "t", "")),
        ("値", '"約"0"名"', 30, ("30", "people", "about")),
        ("मान", '"लगभग "0" टन"', 30, ("30", "t", "about")),
        ("Value", '"~"0" t"', 30, ("30", "t", "about")),
        ("Value", '0.0"%"', 95.3, ("95.3", "%", "")),
        ("Value", '[$₹-4009]#,##0,"k"', 1234567, ("1234567", "INR", "")),
        ("Value", '"₹"0.00,,"M"', 12345678, ("12345678", "INR", "")),
        ("Value", '"₹"0\\.00,,"Cr"', 123456789, ("12345678.9", "INR", "")),
    ],
)
def test_the_unit_of_a_format_becomes_the_unit_of_a_new_metric(
    visit: Visit, tmp_path: Path, heading: str, code: str, value: float, said: tuple[str, str, str]
) -> None:
    path = book(tmp_path / "m.xlsx", [["Metric", heading], ["Sales", value]], {"B2": code})
    found = read(visit, Metric, path)
    assert not found.open
    assert values(found) == [said]


def test_a_passport_number_keeps_the_noughts_that_its_format_shows(
    visit: Visit, tmp_path: Path
) -> None:
    rows: list[list[Cell]] = [["Name", "Passport No."], ["Mr Ichiro Tanaka", 1234567]]
    path = book(tmp_path / "p.xlsx", rows, {"B2": "00000000"})
    assert [one.passport for one in read(visit, Person, path).added if isinstance(one, Person)] == [
        "01234567"
    ]


def test_noughts_in_front_of_a_value_change_nothing(visit: Visit, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Metric", "Unit", "Value", "2024"], ["A", "t", 7, 12]]
    path = book(tmp_path / "m.xlsx", rows, {"C2": "000", "D2": "00000"})
    found = read(visit, Metric, path)
    assert not found.open
    assert sorted(values(found)) == [("12", "t", ""), ("7", "t", "")]


def test_a_column_that_says_otherwise_is_asked_about_once(visit: Visit, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [
        ["Metric", "Unit", "Value"],
        ["A", "₹ crore", 12],
        ["B", "₹ crore", 5],
    ]
    path = book(tmp_path / "m.xlsx", rows, {"C2": "[$₹-4009]0", "C3": "[$₹-4009]0"})
    (question,) = read(visit, Metric, path).open
    assert (question.name, question.number) == ("C:₹", 2)
    crores = [("120000000", "INR", ""), ("50000000", "INR", "")]
    assert values(read(visit, Metric, path, {"C:₹": "column"})) == crores
    rupees = [("12", "INR", ""), ("5", "INR", "")]
    assert values(read(visit, Metric, path, {"Value:₹": "cell"})) == rupees


def test_a_merged_cell_shows_its_unit_in_each_of_its_rows(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    with xlsxwriter.Workbook(str(path)) as written:
        sheet = written.add_worksheet("List")
        sheet.write_column(0, 0, ["Metric", "A", "B"])
        sheet.write_row(0, 1, ["Value", "Share"])
        sheet.merge_range("B2:B3", 12, written.add_format({"num_format": '0" kt"'}))
    assert values(read(visit, Metric, path)) == [("12", "kt", ""), ("12", "kt", "")]


def test_years_side_by_side_are_asked_about_together(visit: Visit, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Metric", "Unit", "2023", "2024"], ["A", "t", 12, 13]]
    path = book(tmp_path / "m.xlsx", rows, {"C2": '0" kt"', "D2": '0" kt"'})
    assert [one.name for one in read(visit, Metric, path).open] == ["shown:kt"]
    found = read(visit, Metric, path, {"shown": "cell"})
    assert values(found) == [("12000", "t", ""), ("13000", "t", "")]


def test_a_typed_rupee_sign_below_crores_is_asked_about_too(visit: Visit) -> None:
    rows = ("Metric|Unit|Value", "Sales|₹ crore|₹1,234")
    assert [one.name for one in typed(visit, Metric, *rows).open] == ["C:₹1,234"]
    found = typed(visit, Metric, *rows, answers={"C": "column"})
    assert values(found) == [("12340000000", "INR", "")]


def test_thousands_that_nothing_tells_are_asked_about(visit: Visit, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Metric", "Unit", "Value"], ["A", "t", 1234567]]
    path = book(tmp_path / "m.xlsx", rows, {"C2": "#,##0,"})
    assert [one.name for one in read(visit, Metric, path).open] == ["C"]
    assert values(read(visit, Metric, path, {"C": "held"})) == [("1234567", "t", "")]
    assert values(read(visit, Metric, path, {"C": "shown"})) == [("1234.567", "t", "")]


def test_money_in_the_currency_of_the_computer_is_asked_about(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "m.xlsx"
    with xlsxwriter.Workbook(str(path)) as written:
        sheet = written.add_worksheet()
        sheet.write_row(0, 0, ["Metric", "Value"])
        sheet.write(1, 0, "Sales")
        sheet.write(1, 1, 1234, written.add_format({"num_format": 5}))
    assert [one.sort for one in read(visit, Metric, path).open] == ["currency"]
    found = read(visit, Metric, path, {"B": "JPY"})
    assert values(found) == [("1234", "JPY", "")]


def test_words_that_are_no_unit_are_asked_about(visit: Visit, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Metric", "Unit", "Value"], ["Recovery", "%", 95.3]]
    path = book(tmp_path / "m.xlsx", rows, {"C2": '0.0" % of feed"'})
    assert [one.name for one in read(visit, Metric, path).open] == ["C:% of feed"]
    found = read(visit, Metric, path, {"C:% of feed": "column"})
    assert values(found) == [("95.3", "%", "")]


def test_a_cell_that_shows_no_number_is_no_value(visit: Visit, tmp_path: Path) -> None:
    path = book(tmp_path / "m.xlsx", [["Metric", "Value"], ["A", 1]], {"B2": '"Yes";"No"'})
    found = read(visit, Metric, path)
    assert [one.place for one in found.unread] == [(1, 1)]
    assert not values(found)


def test_a_series_and_a_figure_read_what_is_seen(visit: Visit, tmp_path: Path) -> None:
    rows: list[list[Cell]] = [["Country", "2023", "2024"], ["Japan", 12, 13]]
    path = book(tmp_path / "s.xlsx", rows, {"B2": '0" kt"', "C2": '"約"0" kt"'})
    answers = {"mineral": "mineral:lithium", "measure": "mine", "unit": "t"}
    (series,) = (
        one
        for one in read(visit, Series, path, answers | {"shown": "cell"}).added
        if isinstance(one, Series)
    )
    assert [point.value for point in series.points] == [12000, 13000]
    path = book(tmp_path / "f.xlsx", [["Name", "Value"], ["Sales", 12]], {"B2": '"₹"0.0" Cr"'})
    (figure,) = (one for one in read(visit, Figure, path).added if isinstance(one, Figure))
    assert (figure.value, figure.unit) == (Decimal(120000000), "INR")


def test_a_number_beside_words_that_are_none_of_its_unit_is_read(
    visit: Visit, tmp_path: Path
) -> None:
    rows: list[list[Cell]] = [
        ["Date", "Time", "Title", "Minutes"],
        ["2025-07-08", "10:00", "Tea", 30],
    ]
    path = book(tmp_path / "p.xlsx", rows, {"D2": '0" min"'})
    (item,) = (one for one in read(visit, Item, path).added if isinstance(one, Item))
    assert item.minutes == 30
    rows = [["Name", "Group", "Mobile"], ["Taro Yamada", 2, 9012345678]]
    path = book(tmp_path / "l.xlsx", rows, {"B2": '"Bus "0', "C2": "000-0000-0000"})
    found = read(visit, Person, path)
    (person,) = (one for one in found.added if isinstance(one, Person))
    assert person.phone == "090-1234-5678"
    assert [one.name["en"] for one in found.added if not isinstance(one, Person)] == ["Bus 2"]  # type: ignore[union-attr]


ODS_SEEN = [
    (1234567.0, "₹12,34,567", 'office:currency="INR"', "currency", ("1234567", "INR", "")),
    (1234.567, "¥1,235", 'office:currency="JPY"', "currency", ("1234.567", "JPY", "")),
    (-12.5, "-12,50 €", 'office:currency="EUR"', "currency", ("-12.50", "EUR", "")),
    (12.5, "", 'office:currency="USD"', "currency", ("12.5", "USD", "")),
    (30.0, "約30名", "", "float", ("30", "people", "about")),
    (1234.5, "1.234,5 t", "", "float", ("1234.5", "t", "")),
    (1234567.0, "1,235k t", "", "float", ("1234.567", "kt", "")),
    (0.953, "95.3 %", "", "percentage", ("95.3", "%", "")),
    (95.3, "95.3%", "", "float", ("95.3", "%", "")),
]


@pytest.mark.parametrize(("value", "text", "attributes", "sort", "said"), ODS_SEEN)
def test_an_ods_is_read_as_it_is_seen(
    visit: Visit,
    tmp_path: Path,
    value: float,
    text: str,
    attributes: str,
    sort: str,
    said: tuple[str, str, str],
) -> None:
    rows = ods_row(ods_text("Metric"), ods_text("Value")) + ods_row(
        ods_text("Sales"), ods_number(value, text, attributes, sort)
    )
    assert values(read(visit, Metric, ods(tmp_path / "m.ods", rows))) == [said]
