"""What workbooks hold beside their values: formats, dates of which only a part is shown, colours,
hidden columns, errors.
"""

from pathlib import Path

import pytest

from lohum_brief.errors import BriefError
from lohum_brief.exchange import workbook_child
from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.number_formats import number_format
from lohum_brief.exchange.reading import read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Observation, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.files import grid, ods, ods_row, ods_text, styles, text_cell, xls, xlsx

SIGNED = [
    (r"0.0\%", 95.3),
    ('0.0"%"', 95.3),
    (r"0.0\ \%", 95.3),
    ('0.0%;-0.0%;0.0"%"', 0.0),
    ("[$%-409]0.0", 95.3),
]
"""Formats that show a percent sign beside a value as it is."""
SHOWN = {'0.0" % of feed"': "95.3 % of feed", r'"a\"0%': "a\\50%"}
"""Those that show more than a percent sign, and what somebody sees."""
PERCENTS: list[tuple[str, float, bool]] = [
    ("0.0%", 0.953, True),
    (r"0.0\%", 95.3, False),
    ('0.0"%"', 95.3, False),
    (r"0.0\ \%", 95.3, False),
    ('0.0" % of feed"', 95.3, False),
    ("0.0_%", 95.3, False),
    ("0.0*%", 95.3, False),
    ("[$%-409]0.0", 95.3, False),
    ("[Red]0.0%;-0.0%", -0.05, True),
    ("0.0;-0.0%", 95.3, False),
    ("0.0;-0.0%", -0.05, True),
    ('0.0%;-0.0%;0.0"%"', 0.0, False),
    ("[<1]0.0%;0.0", 0.95, True),
    ("[<1]0.0%;0.0", 95.0, False),
    ("[>=1]0.0;0.0%", 0.95, True),
    (r'"a\"0%', 0.5, True),
    ("0.00%_)", 0.5, True),
    ("#,##0.00 %", 0.5, True),
    ("General", 0.5, False),
]  # fmt: skip


@pytest.mark.parametrize(("code", "value", "percent"), PERCENTS)
def test_only_a_bare_percent_sign_multiplies(
    tmp_path: Path, code: str, value: float, percent: bool
) -> None:
    assert number_format(code).percent(value) is percent
    signed = (code, value) in SIGNED
    written = (
        code.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;").replace(">", "&gt;")
    )
    path = xlsx(
        tmp_path / "list.xlsx",
        f'<row r="1"><c r="A1" s="1"><v>{value}</v></c></row>',
        styles=styles(
            formats=f'<numFmt numFmtId="164" formatCode="{written}"/>',
            cells='<xf numFmtId="164" fontId="0"/>',
        ),
    )
    assert read_table(path)[0].rows[0][0] == SHOWN.get(
        code,
        f"{value * 100:.15g}%" if percent else f"{value:.15g}%" if signed else value,
    )


DATES = [
    ("mmm-yy", "July 2025"),
    ("mmmm yyyy", "July 2025"),
    ("[$-409]mmm-yy;@", "July 2025"),
    ('yyyy"年"m"月"', "2025-07"),
    ('[$-411]ggge"年"m"月"', "July 2025"),
    (r"mm\/yyyy", "July 2025"),
    ("yyyy-mm", "2025-07"),
    ("yyyy/m", "2025-07"),
    ("yyyy", "2025"),
    ("yy", "2025"),
    ('"FY "yyyy', "2025"),
    ("yyyy-mm-dd", "2025-07-01"),
    ("d mmm", "2025-07-01"),
    ("dddd", "2025-07-01"),
    ("[$-411]ge.m.d", "2025-07-01"),
]


@pytest.mark.parametrize(("code", "shown"), DATES)
def test_a_day_that_nobody_wrote_is_never_read(tmp_path: Path, code: str, shown: str) -> None:
    written = code.replace('"', "&quot;")
    path = xlsx(
        tmp_path / "list.xlsx",
        '<row r="1"><c r="A1" s="1"><v>45839</v></c></row>',
        styles=styles(
            formats=f'<numFmt numFmtId="164" formatCode="{written}"/>',
            cells='<xf numFmtId="164" fontId="0"/>',
        ),
    )
    assert str(read_table(path)[0].rows[0][0]) == shown


@pytest.mark.parametrize(
    ("built_in", "shown"), [(17, "July 2025"), (14, "2025-07-01"), (55, "2025-07")]
)
def test_formats_that_workbooks_need_not_write_down_are_known(
    tmp_path: Path, built_in: int, shown: str
) -> None:
    path = xlsx(
        tmp_path / "list.xlsx",
        '<row r="1"><c r="A1" s="1"><v>45839</v></c></row>',
        styles=styles(cells=f'<xf numFmtId="{built_in}" fontId="0"/>'),
    )
    assert str(read_table(path)[0].rows[0][0]) == shown


def test_months_and_years_are_stored_as_shown_and_what_may_be_two_is_asked_about(
    tmp_path: Path, visit: Visit
) -> None:
    formats = "".join(
        f'<numFmt numFmtId="{164 + at}" formatCode="{code}"/>'
        for at, code in enumerate(["mmm-yy", "yyyy-mm", "yyyy"])
    )
    cells = "".join(f'<xf numFmtId="{164 + at}" fontId="0"/>' for at in range(3))
    data = grid(["Metric", "Value", "As of", "Source"])
    for row, (style, day) in enumerate([(1, 45839), (2, 40878), (3, 45658), (1, 40878)], 2):
        data += (
            f'<row r="{row}">{text_cell(f"A{row}", "Capacity")}<c r="B{row}"><v>5</v></c>'
            f'<c r="C{row}" s="{style}"><v>{day}</v></c>{text_cell(f"D{row}", f"S{row}")}</row>'
        )
    found = preview(
        visit,
        Observation,
        read_table(xlsx(tmp_path / "l.xlsx", data, styles=styles(formats, cells=cells))),
    )
    said = [record.as_of for record in found.added if isinstance(record, Observation)]
    assert said == ["2025-07", "2025", "2011-12"]
    (unread,) = found.unread
    assert unread.place == (2, 2)
    assert "month or a fiscal year" in say(unread.why)


def test_the_same_month_in_a_text_is_asked_about_too(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Metric,Value,As of\nCapacity,5,2011-12\nCapacity,6,2024-12\n")
    found = preview(visit, Observation, read_table(path))
    assert "month or a fiscal year" in say(found.unread[0].why)
    assert [record.as_of for record in found.added if isinstance(record, Observation)] == [
        "2024-12"
    ]


def ods_date(style: str, attributes: str = "") -> str:
    return (
        f'<table:table-cell table:style-name="{style}" office:value-type="date" '
        f'office:date-value="2025-07-01" {attributes}>'
        "<text:p>07/25</text:p></table:table-cell>"
    )


def test_dates_in_ods_are_read_as_they_are_shown(tmp_path: Path) -> None:
    path = ods(
        tmp_path / "list.ods",
        ods_row(
            ods_date("m", 'table:number-columns-repeated="2"'),
            ods_date("y"),
            ods_date("d"),
            ods_date("n"),
        ),
    )
    from zipfile import ZipFile

    with ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    number = (
        'xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" '
        'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    )
    parts = {
        "m": "<number:month/><number:text>/</number:text><number:year/>",
        "y": "<number:year/>",
        "d": "<number:day/><number:month/><number:year/>",
    }
    automatic = "".join(
        f'<number:date-style style:name="N{key}">{inner}</number:date-style><style:style '
        f'style:name="{key}" style:data-style-name="N{key}"/>'
        for key, inner in parts.items()
    )
    content = (
        members["content.xml"]
        .decode()
        .replace(
            "<office:body>",
            f"<office:automatic-styles {number}>{automatic}</office:automatic-styles><office:body>",
        )
    )
    with ZipFile(path, "w") as book:
        for name, data in (members | {"content.xml": content.encode()}).items():
            book.writestr(name, data)
    assert [str(cell) for cell in read_table(path)[0].rows[0]] == [
        "July 2025",
        "July 2025",
        "2025",
        "2025-07-01",
        "2025-07-01",
    ]


def test_an_old_workbook_says_that_it_does_not_tell_how_a_first_of_the_month_is_meant(
    tmp_path: Path,
) -> None:
    (sheet,) = read_table(xls(tmp_path / "list.xls", [[45839.0]], dates=True))
    assert any("first of the month" in note for note in map(say, sheet.notes))
    (sheet,) = read_table(xls(tmp_path / "list.xls", [[45846.0]], dates=True))
    assert not any("first of the month" in note for note in map(say, sheet.notes))


def test_a_cell_that_is_only_coloured_is_no_cell(tmp_path: Path, visit: Visit) -> None:
    coloured = "".join(f'<c r="{column}1" s="1"/>' for column in ("C", "D", "AMJ"))
    data = grid(["Name", "Organisation"], ["RAO Asha", "METI"]).replace(
        "</row>", f"{coloured}</row>", 1
    )
    data += '<row r="1048576"><c r="A1048576" s="1"/></row>'
    found = preview(visit, Person, read_table(xlsx(tmp_path / "list.xlsx", data)))
    assert len(found.added) == 1
    assert not found.unread


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        ('<col min="3" max="3" hidden="1"/>', "1 hidden column is read as the others are: C."),
        ('<col min="1" max="2" hidden="true"/><col min="4" max="16384" hidden="1"/>', "2 hidden columns are read as the others are: A, B."),
        ('<col min="2" max="2" width="0" customWidth="1"/>', "1 hidden column is read as the others are: B."),
        ('<col min="2" max="2" width="13"/>', ""),
    ],
)  # fmt: skip
def test_hidden_columns_are_said(tmp_path: Path, columns: str, said: str) -> None:
    from tests.exchange.files import worksheet

    sheet = worksheet(grid(["Name", "Organisation", "Post"], ["RAO Asha", "METI", "x"]))
    path = xlsx(
        tmp_path / "list.xlsx",
        sheet=sheet.replace("<sheetData>", f"<cols>{columns}</cols><sheetData>"),
    )
    assert [note for note in map(say, read_table(path)[0].notes) if "hidden" in note] == (
        [said] if said else []
    )


def test_hidden_columns_of_ods_are_said(tmp_path: Path) -> None:
    columns = (
        '<table:table-column/><table:table-column table:visibility="collapse" '
        'table:number-columns-repeated="2"/>'
    )
    rows = ods_row(ods_text("Name"), ods_text("Post")) + ods_row(
        ods_text("RAO Asha"), ods_text("x")
    )
    (note,) = read_table(ods(tmp_path / "list.ods", columns + rows))[0].notes
    assert say(note) == "1 hidden column is read as the others are: B."


ERRORS = [
    "#SPILL!",
    "#CALC!",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#BUSY!",
    "#GETTING_DATA",
    "#UNKNOWN!",
    "#PYTHON!",
    "#EXTERNAL!",
    "#NEXT?",
]


@pytest.mark.parametrize("error", ["#REF!", *ERRORS])
def test_errors_of_every_spreadsheet_are_named_by_their_cell(
    tmp_path: Path, visit: Visit, error: str
) -> None:
    data = grid(["Name", "Post"], ["RAO Asha", "Director"], ["SEN Ravi", ""]).replace(
        "</row>", f'<c r="C1" t="e"><f>NOW()</f><v>{error}</v></c></row>', 1
    )
    data = data[: -len("</row>")] + f'<c r="B3" t="e"><v>{error}</v></c></row>'
    found = preview(visit, Person, read_table(xlsx(tmp_path / "list.xlsx", data)))
    assert [(unread.place, say(unread.why)) for unread in found.unread] == [
        ((2, 1), f"the cell shows the error {error}")
    ]
    people = [record for record in found.added if isinstance(record, Person)]
    assert [one.family["en"] for one in people] == ["Rao", "Sen"]
    assert people[1].post["en"] == ""


def utf16(path: Path, *members: str) -> Path:
    """The workbook with some parts in UTF-16, which the standard allows."""
    from zipfile import ZipFile

    with ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    with ZipFile(path, "w") as book:
        for name, data in parts.items():
            if name not in members:
                book.writestr(name, data)
                continue
            text = data.decode().replace(' encoding="UTF-8"', "")
            book.writestr(
                name, text.replace('"1.0"?>', '"1.0" encoding="UTF-16"?>').encode("utf-16")
            )
    return path


def test_parts_in_utf_16_are_read(tmp_path: Path) -> None:
    path = xlsx(
        tmp_path / "list.xlsx",
        grid(["Name"]) + '<row r="2"><c r="A2" t="s"><v>0</v></c></row>',
        strings=["見本 一"],
    )
    members = (
        "xl/worksheets/sheet1.xml",
        "xl/sharedStrings.xml",
        "xl/styles.xml",
        "xl/workbook.xml",
    )
    assert read_table(utf16(path, *members))[0].rows == [["Name"], ["見本 一"]]


def test_a_part_that_is_not_in_the_encoding_it_says_is_refused(tmp_path: Path) -> None:
    sheet = '<?xml version="1.0" encoding="EBCDIC-XYZ"?><worksheet/>'
    with pytest.raises(BriefError, match="its XML cannot be read"):
        read_table(xlsx(tmp_path / "list.xlsx", sheet=sheet))


@pytest.mark.parametrize("index", ["-1", "-0", "-7"])
def test_a_cell_never_takes_a_shared_text_that_it_does_not_name(
    tmp_path: Path, visit: Visit, index: str
) -> None:
    path = xlsx(
        tmp_path / "list.xlsx",
        grid(["Name", "Post"])
        + f'<row r="2">{text_cell("A2", "RAO Asha")}<c r="B2" t="s"><v>{index}</v></c></row>',
        strings=["secret"],
    )
    found = preview(visit, Person, read_table(path))
    (unread,) = found.unread
    assert unread.place == (1, 1)
    assert say(unread.why) == "the cell names a text that is not in the file"
    assert unread.text == ""


def grown(*rows: str) -> str:
    return ods_row(ods_text("Name")) + "".join(rows)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (grown(ods_row(ods_text('a<text:s text:c="2000000000"/>b'))), "row 2, column A: a cell is longer"),
        (grown(ods_row(ods_text("<text:s/>" * 40_000))), "row 2, column A: a cell is longer"),
        (grown(ods_row(ods_text("x" * 30_000)).replace("row>", 'row table:number-rows-repeated="150000">', 1)), "memory or time"),
    ],
)  # fmt: skip
def test_a_small_file_does_not_grow_into_much_memory(tmp_path: Path, rows: str, said: str) -> None:
    path = ods(tmp_path / "list.ods", rows)
    with pytest.raises(BriefError, match=said):
        read_table(path)
    answer = workbook_child._answer(str(path), "")
    assert answer.trouble in ("long", "memory")


def test_a_shared_text_that_many_cells_name_does_not_either(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 20_001)
    )
    path = xlsx(tmp_path / "list.xlsx", cells, strings=["x" * 30_000])
    with pytest.raises(BriefError, match="memory or time"):
        read_table(path)


LOCKED = '<manifest:encryption-data manifest:checksum-type="SHA1/1K" manifest:checksum="x"/>'


def test_a_locked_ods_is_called_locked(tmp_path: Path) -> None:
    from zipfile import ZipFile

    path = ods(tmp_path / "list.ods", grown(), manifest=LOCKED)
    with ZipFile(path) as book:
        members = {name: book.read(name) for name in book.namelist()}
    for parts in (
        members | {"content.xml": b"\x8f\x02\x99not XML"},
        {name: data for name, data in members.items() if name != "content.xml"}
        | {"encrypted-package": b"\x8f"},
    ):
        with ZipFile(path, "w") as book:
            for name, data in parts.items():
                book.writestr(name, data)
        with pytest.raises(BriefError, match="password"):
            read_table(path)


def test_an_old_workbook_without_cells_says_what_may_be_done(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="no cells are found in this old workbook"):
        read_table(xls(tmp_path / "list.xls", [[]]))


def test_sheets_that_are_not_read_are_named_with_how_to_read_them(
    visit: Visit, tmp_path: Path
) -> None:
    rows = grid(["Name", "Designation"], ["Taro Yamada", "Director"])
    other = grid(["Name", "Designation"], ["Rajat Verma", "CEO"])
    path = xlsx(tmp_path / "lists.xlsx", rows, name="Japan", more={"India": other})
    found = preview(visit, Person, read_table(path))
    assert found.sheet == "Japan"
    assert any(
        "Only the sheet “Japan” is read" in note and "India" in note and "--sheet" in note
        for note in map(say, found.notes)
    )
    alone = preview(visit, Person, read_table(path, sheet="India"))
    assert not any("Only the sheet" in note for note in map(say, alone.notes))
