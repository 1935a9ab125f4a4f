"""Broken and hostile tables: each is answered in our own words that name the place, and nothing is
silently lost.
"""

import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from lohum_brief.errors import BriefError
from lohum_brief.exchange import delimited, sheets, workbooks
from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.sheets import Sheet
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Item, Metric, Observation, Organisation, Person, Record
from lohum_brief.visit.visit import Visit
from tests.exchange.files import (
    compound,
    grid,
    ods,
    ods_row,
    ods_text,
    styles,
    text_cell,
    worksheet,
    xls,
    xlsx,
    zipped,
)

HEAD = ["Name", "Organisation"]
SOUND = grid(HEAD, ["YAMADA Taro", "METI"])

Make = Callable[[Path], object]


def cells(data: str) -> Make:
    """A sound heading, and a second row of this XML."""
    head = grid(HEAD)
    return lambda path: xlsx(path, head + f'<row r="2">{data}</row>')


def raw(data: bytes) -> Make:
    return lambda path: path.write_bytes(data)


def truncated(path: Path) -> None:
    data = xlsx(path, SOUND).read_bytes()
    path.write_bytes(data[: len(data) // 2])


def without(member: str) -> Make:
    def make(path: Path) -> None:
        with zipfile.ZipFile(xlsx(path, SOUND)) as book:
            members = {name: book.read(name) for name in book.namelist() if name != member}
        path.write_bytes(zipped(members))

    return make


def flipped(path: Path) -> None:
    """The checksum of the sheet does not fit."""
    data = bytearray(xlsx(path, SOUND).read_bytes())
    with zipfile.ZipFile(path) as book:
        info = book.getinfo("xl/worksheets/sheet1.xml")
    data[info.header_offset + 70] ^= 0xFF
    path.write_bytes(data)


def locked_zip(path: Path) -> None:
    data = bytearray(xlsx(path, SOUND).read_bytes())
    at = data.find(b"PK\x01\x02")
    data[at + 8] |= 1
    path.write_bytes(data)


def bomb(path: Path) -> None:
    xlsx(path, SOUND, extra={"xl/media/blank.bin": b"\0" * 3_000_000})


def crowd(path: Path) -> None:
    xlsx(path, SOUND, extra={f"xl/media/{i}.bin": b"" for i in range(1_000)})


REFUSED: list[tuple[str, str, Make, str]] = [
    ("an empty file", ".csv", raw(b""), "empty"),
    ("only line ends", ".csv", raw(b"\r\n\r\n  \n"), "empty"),
    ("only delimiters", ".csv", raw(b",,,\n,,,\n"), "empty|No heading"),
    ("an empty file called workbook", ".xlsx", raw(b""), "empty"),
    ("a truncated workbook", ".xlsx", truncated, "its end is missing"),
    ("a zip of one byte", ".xlsx", raw(b"PK"), "its end is missing"),
    ("a zip that is no workbook", ".xlsx", raw(zipped({"word/document.xml": b"<w/>"})), "no workbook"),
    ("a workbook without its list of sheets", ".xlsx", without("xl/workbook.xml"), "no workbook"),
    ("a workbook without relations", ".xlsx", without("xl/_rels/workbook.xml.rels"), "damaged|empty"),
    ("a wrong checksum", ".xlsx", flipped, "damaged"),
    ("a zip with a password", ".xlsx", locked_zip, "password"),
    ("a locked workbook", ".xlsx", lambda path: compound(path, "EncryptedPackage", b"x" * 5000), "password"),
    ("an old Word file", ".xls", lambda path: compound(path, "WordDocument", b"x" * 5000), "no workbook"),
    ("an old workbook of nonsense", ".xls", lambda path: compound(path, "Workbook", b"\xff" * 5000), "damaged|memory"),
    ("a truncated old workbook", ".xls", raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le")), "damaged|memory"),
    ("a web page called workbook", ".xlsx", raw(b"<html><table><tr><td>Name</td></tr></table></html>"), "web page"),
    ("a web page called old workbook", ".xls", raw(b"\xef\xbb\xbf <TABLE><tr><td>Name"), "web page"),
    ("a workbook in the XML of 2003", ".xls", raw(b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), "XML of Excel 2003"),
    ("a flat spreadsheet", ".ods", raw(b'<?xml version="1.0"?><office:document '
    b'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'office:mimetype="application/vnd.oasis.opendocument.spreadsheet"/>'), "flat OpenDocument"),
    ("a workbook of Excel 4", ".xls", raw(b"\x09\x04\x06\x00\x00\x04\x10\x00\x00\x00"), "very old Excel"),
    ("a page of XML", ".xls", raw(b"<?xml version='1.0'?><Workbook/>"), "web page"),
    ("a PDF called CSV", ".csv", raw(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n" + bytes(range(256)) * 9), "zero bytes|not UTF-16"),
    ("much packed into little", ".xlsx", bomb, "unpacks to 4 MB"),
    ("more than a thousand parts", ".xlsx", crowd, "parts"),
    ("a cell at the far end", ".xlsx", cells('<c r="A2"><v>1</v></c><c r="XFD1048576"><v>1</v></c>'), "sheet Delegates, row 1048576, column XFD"),
    ("a row too far down", ".xlsx", cells('</row><row r="200001"><c r="A200001"><v>1</v></c>'), "row 200001, column B"),
    ("a column too many", ".xlsx", cells('<c r="GS2"><v>1</v></c>'), "column GS"),
    ("repeated cells that hold something", ".ods", lambda p: ods(p, ods_row(ods_text("x", 'table:number-columns-repeated="16384"'))), "column XFD"),
    ("repeated rows that hold something", ".ods", lambda p: ods(p, ods_row(ods_text("x")).replace("row>", 'row table:number-rows-repeated="1000000">', 1)), "row 1000000"),
    ("a shared string before the first", ".xlsx", cells('<c r="A2" t="s"><v>-1</v></c>'), "names a text that is not in it"),
    ("a shared string behind the last", ".xlsx", cells('<c r="A2" t="s"><v>999</v></c>'), "names a text that is not in it"),
    ("XML that does not close", ".xlsx", cells('<c r="A2"><v>5</c>'), "its XML cannot be read: Delegates"),
    ("a control character in XML", ".xlsx", cells(text_cell("A2", "a\x07b")), "its XML cannot be read"),
    ("a lone surrogate in XML", ".xlsx", cells(text_cell("A2", "&#xD800;")), "its XML cannot be read"),
    ("a NUL in XML", ".xlsx", cells(text_cell("A2", "&#0;")), "its XML cannot be read"),
    ("an entity nobody declared", ".xlsx", cells(text_cell("A2", "&boss;")), "its XML cannot be read"),
    ("entities that multiply", ".xlsx", lambda p: xlsx(p, sheet='<!DOCTYPE x [<!ENTITY a "aaaa">]>' + worksheet(SOUND)[38:]), "its XML cannot be read"),
    ("an entity that reads a file", ".xlsx", lambda p: xlsx(p, sheet='<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + worksheet(text_cell("A1", "&a;"))[38:]), "its XML cannot be read"),
    ("a reference that is none", ".xlsx", cells('<c r="1A"><v>5</v></c>'), "its XML cannot be read: Delegates, 1A"),
    ("a cell of 40,000 characters", ".xlsx", cells(text_cell("A2", "x" * 40_000)), "sheet Delegates, row 2, column A"),
    ("a field of 40,000 characters", ".csv", raw(b"Name,Post\nYAMADA Taro," + b"x" * 40_000), "row 2, column B"),
    ("a field of 200,000 characters", ".csv", raw(b"Name,Post\nYAMADA Taro," + b"x" * 200_000), "line 2"),
    ("a quotation mark that is not closed", ".csv", raw(b'Name,Post\n"YAMADA Taro,x\nSATO Jiro,y\n'), "line 2 is not closed"),
    ("text after a quotation", ".csv", raw(b'Name,Post\n"YAMADA" Taro,x\n'), "line 2"),
    ("201 columns", ".csv", raw(b"Name" + b",x" * 200 + b"\n"), "column GS"),
    ("UTF-8 with one line of something else", ".csv", raw("氏名,役職\n見本 太郎,課長\n佐藤 花子,".encode() + b"\x89\xdb\n"), "line 3"),
    ("UTF-16 cut in the middle", ".csv", raw("Name,Post\nYAMADA Taro,x".encode("utf-16")[:-1]), "line"),
    ("half a character in UTF-16", ".csv", raw(b"\xff\xfe" + "Name\n".encode("utf-16-le") + b"\x00\xd8" + "x\n".encode("utf-16-le")), "not UTF-16"),
    ("half a character in UTF-8", ".csv", raw("氏名\n見本 太郎".encode() + b"\xed\xa0\x80\n"), "not UTF-8"),
    ("bytes of no encoding", ".csv", raw(bytes(range(0x80, 0x100)) * 3), "encoding cannot be told|not"),
    ("zero bytes in text", ".csv", raw(b"Name,Post\nYAMADA\0 Taro,x\n"), "zero bytes"),
    ("no heading at all", ".csv", raw(b"alpha,beta\ngamma,delta\n"), "alpha | beta"),
    ("an ODS that is cut off", ".ods", lambda p: p.write_bytes(ods(p, ods_row(ods_text("Name"))).read_bytes()[:-30]), "its end is missing"),
    ("an ODS of bad XML", ".ods", lambda p: ods(p, "<table:table-row>"), "its XML cannot be read"),
    ("an old workbook of more than 200 columns", ".xls", lambda p: xls(p, [["Name", *["x"] * 200]]), "column GS"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("suffix", "make", "said"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_file_that_cannot_be_read_is_refused_by_name(
    tmp_path: Path, visit: Visit, suffix: str, make: Make, said: str
) -> None:
    path = tmp_path / f"list{suffix}"
    make(path)
    with pytest.raises(BriefError) as refused:
        preview(visit, Person, read_table(path))
    message = str(refused.value)
    assert any(part in message for part in said.split("|") if part.strip()), message
    assert "Traceback" not in message
    assert "\n" not in message
    assert len(message) < 1000
    assert path.name in message or "No heading" in message


UNREAD: list[tuple[str, type[Record], str, Make, str, str]] = [
    ("an error", Person, ".xlsx", cells('<c r="A2" t="e"><v>#REF!</v></c>'), "A2", "#REF!"),
    ("a formula without a value", Person, ".xlsx", cells(text_cell("A2", "YAMADA Taro") + '<c r="B2"><f>C9</f></c>'), "B2", "formula has no value"),
    ("a formula that gave nothing", Person, ".xlsx", cells(text_cell("A2", "YAMADA Taro") + '<c r="B2"><f>C9</f><v></v></c>'), "B2", "formula has no value"),
    ("a number too large", Person, ".xlsx", cells('<c r="A2"><v>1e400</v></c>'), "A2", "1e400"),
    ("what is not a number", Person, ".xlsx", cells('<c r="A2"><v>NaN</v></c>'), "A2", "NaN"),
    ("a cell that is there twice", Person, ".xlsx", cells(text_cell("A2", "YAMADA Taro") + text_cell("A2", "SATO Jiro")), "A2", "twice"),
    ("an error in ODS", Person, ".ods", lambda p: ods(p, ods_row(ods_text("Name")) + ods_row('<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>')), "A2", "#DIV/0!"),
    ("a formula without a value in ODS", Person, ".ods", lambda p: ods(p, ods_row(ods_text("Name")) + ods_row('<table:table-cell table:formula="of:=A9"/>')), "A2", "formula has no value"),
    ("an infinite number in ODS", Person, ".ods", lambda p: ods(p, ods_row(ods_text("Name")) + ods_row('<table:table-cell office:value-type="float" office:value="1e999"/>')), "A2", "1e999"),
    ("a number for a name", Person, ".csv", raw(b"Name\n12345\n"), "A2", "12345"),
    ("an honorific without a name", Person, ".csv", raw(b"Name\nMr.\n"), "A2", "honorific"),
    ("a reading without a name", Person, ".csv", raw("氏名,フリガナ\n,ヤマダ タロウ\n".encode()), "B2", "no name"),
    ("a reading that is none", Person, ".csv", raw("氏名,フリガナ\n山田 太郎,山田 太郎\n".encode()), "B2", "kana"),
    ("an organisation that stands there twice, otherwise", Organisation, ".csv", raw(b"Name,Note\nUmicore,old\nUmicore,new\n"), "A3", "row 2"),
    ("a day that does not exist", Item, ".csv", raw(b"Title,Date,Time\nTour,2025-02-30,10:00\n"), "B2", "2025-02-30"),
    ("a clock without a day", Item, ".csv", raw(b"Title,Time\nTour,10:00\n"), "B2", "no day"),
    ("a day without a clock", Item, ".csv", raw(b"Title,Start\nTour,2025-07-08\n"), "B2", "2025-07-08"),
    ("an end before the start", Item, ".csv", raw(b"Title,Date,Start,End\nTour,2025-07-08,10:00,09:00\n"), "D2", "ends before"),
    ("a metric that is not there", Observation, ".csv", raw(b"Metric,Value\nSpeed,5\n"), "A2", "Speed"),
    ("another unit", Observation, ".csv", raw(b"Metric,Value,Unit\nCapacity,5,GWh\n"), "B2", "GWh"),
    ("a country that is none", Organisation, ".csv", raw(b"Name,Country\nX Ltd,Atlantis\n"), "B2", "Atlantis"),
    ("a bad id", Organisation, ".csv", raw(b"id,Name\n=1+1,X Ltd\n"), "A2", "id"),
    ("the id of something else", Organisation, ".csv", raw(b"id,Name\nmetric:capacity,X Ltd\n"), "A2", "another kind"),
    ("neither yes nor no", Metric, ".csv", raw(b"Metric,Key\nYield,perhaps\n"), "B2", "perhaps"),
    ("an old Hindi font with what it uses twice", Organisation, ".csv", raw("Name,टिप्पणी\nX Ltd,ljdkj – Hkkjr ljdkj\n".encode()), "B2", "cannot be converted"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "suffix", "make", "cell", "said"),
    [case[1:] for case in UNREAD],
    ids=[case[0] for case in UNREAD],
)
def test_a_cell_that_cannot_be_read_is_named(
    tmp_path: Path, visit: Visit, kind: type[Record], suffix: str, make: Make, cell: str, said: str
) -> None:
    path = tmp_path / f"list{suffix}"
    make(path)
    (unread,) = preview(visit, kind, read_table(path)).unread
    assert sheets.column_letters(unread.place[1]) + str(unread.place[0] + 1) == cell
    assert said in say(unread.why)
    assert said in unread.text or unread.why


def people(tmp_path: Path, visit: Visit, suffix: str, make: Make) -> Preview:
    path = tmp_path / f"list{suffix}"
    make(path)
    return preview(visit, Person, read_table(path))


KEPT: list[tuple[str, str, Make]] = [
    ("a wrong dimension", ".xlsx", lambda p: xlsx(p, sheet=worksheet(SOUND).replace("<sheetData>", '<dimension ref="A1:A1"/><sheetData>'))),
    ("rows out of order", ".xlsx", lambda p: xlsx(p, '<row r="2">' + text_cell("B2", "METI") + text_cell("A2", "YAMADA Taro") + "</row>" + grid(HEAD))),
    ("cells without references", ".xlsx", lambda p: xlsx(p, "<row><c t='inlineStr'><is><t>Name</t></is></c><c "
    "t='inlineStr'><is><t>Organisation</t></is></c></row><row><c t='inlineStr'><is><t>YAMADA "
    "Taro</t></is></c><c t='inlineStr'><is><t>METI</t></is></c></row>")),
    ("a style that does not exist", ".xlsx", lambda p: xlsx(p, SOUND.replace('r="A2"', 'r="A2" s="999"'))),
    ("furigana in the cell", ".xlsx", lambda p: xlsx(p, SOUND.replace("<t>YAMADA Taro</t>", "<r><t xml:space='preserve'>YAMADA </t></r><r><t>Taro</t></r><rPh sb='0' "
    "eb='1'><t>ヤマダ</t></rPh>"))),
    ("empty rows between", ".csv", raw(b"Name,Organisation\n\n\nYAMADA Taro,METI\n\n")),
    ("titles above the heading", ".csv", raw(b"List of delegates,\n8 July 2025,\n,\nName,Organisation\nYAMADA Taro,METI\n")),
    ("ragged rows", ".csv", raw(b"Name,Organisation,Post\nYAMADA Taro,METI\n")),
    ("more empty cells than headings", ".csv", raw(b"Name,Organisation\nYAMADA Taro,METI,,\n")),
    ("a byte order mark", ".csv", raw("\ufeffName,Organisation\nYAMADA Taro,METI\n".encode())),
    ("UTF-16, little end first", ".csv", raw("\ufeffName\tOrganisation\nYAMADA Taro\tMETI\n".encode("utf-16-le"))),
    ("UTF-16, big end first, no mark", ".csv", raw("Name,Organisation\nYAMADA Taro,METI\n".encode("utf-16-be"))),
    ("old Macintosh line ends", ".csv", raw(b"Name,Organisation\rYAMADA Taro,METI\r")),
    ("semicolons", ".csv", raw(b"Name;Organisation\nYAMADA Taro;METI\n")),
    ("a text called workbook", ".xlsx", raw(b"Name\tOrganisation\nYAMADA Taro\tMETI\n")),
    ("no-break and full-width spaces", ".csv", raw("Name,Organisation\n\u00a0YAMADA\u3000Taro ,　METI\n".encode())),
    ("a heading that stands twice", ".csv", raw(b"Name,Organisation,Organisation\nYAMADA Taro,METI,\n")),
    ("percent cells and dates elsewhere", ".xlsx", lambda p: xlsx(p, SOUND + '<row r="3"><c r="F3" s="1"><v>0.95</v></c></row>', styles=styles(cells='<xf numFmtId="9" fontId="0"/>'))),
    ("an ODS", ".ods", lambda p: ods(p, ods_row(ods_text("Name"), ods_text("Organisation")) + ods_row(ods_text("YAMADA Taro"), ods_text("METI")) + '<table:table-row table:number-rows-repeated="1048573"><table:table-cell '
    'table:number-columns-repeated="16384"/></table:table-row>')),
    ("an XLS", ".xls", lambda p: xls(p, [["Name", "Organisation"], ["YAMADA Taro", "METI"]])),
]  # fmt: skip


@pytest.mark.parametrize(
    ("suffix", "make"), [case[1:] for case in KEPT], ids=[case[0] for case in KEPT]
)
def test_what_is_only_odd_is_read_whole(
    tmp_path: Path, visit: Visit, suffix: str, make: Make
) -> None:
    found = people(tmp_path, visit, suffix, make)
    assert not found.unread
    (person,) = found.added
    assert isinstance(person, Person)
    assert (person.family["en"], person.given["en"], person.organisation) == (
        "Yamada",
        "Taro",
        "org:meti",
    )


def test_columns_that_are_not_read_are_said(tmp_path: Path, visit: Visit) -> None:
    found = people(
        tmp_path,
        visit,
        ".csv",
        raw(b"Name,Organisation,Organisation,Shoe size\nYAMADA Taro,METI,x,9\n"),
    )
    assert [column for column in found.columns if not column[2]] == [
        ("C", "Organisation", ""),
        ("D", "Shoe size", ""),
    ]


def test_names_that_other_programs_take_for_nothing_are_names(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Organisation\nNA\nnull\nNone\nTRUE\n")
    found = preview(visit, Organisation, read_table(path))
    assert [record.name["en"] for record in found.added if isinstance(record, Organisation)] == [
        "NA",
        "null",
        "None",
        "TRUE",
    ]


def test_numbers_with_zeros_in_front_stay_what_they_are(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Organisation,Abbreviation\nX,011001\n")
    (record,) = preview(visit, Organisation, read_table(path)).added
    assert isinstance(record, Organisation)
    assert record.abbreviation == "011001"


def test_merged_cells_count_for_every_row_and_hidden_rows_are_read_and_both_are_said(
    tmp_path: Path, visit: Visit
) -> None:
    data = grid(HEAD, ["YAMADA Taro", "METI"], ["SATO Jiro"], ["MORI Ai"]).replace(
        '<row r="4"', '<row r="4" hidden="1"'
    )
    path = xlsx(
        tmp_path / "list.xlsx",
        data,
        after='<mergeCells count="1"><mergeCell ref="B2:B4"/></mergeCells>',
    )
    found = preview(visit, Person, read_table(path))
    assert [person.organisation for person in found.added if isinstance(person, Person)] == [
        "org:meti"
    ] * 3
    assert any("hidden row" in note for note in map(say, found.notes))
    assert any("merged cell" in note for note in map(say, found.notes))


def test_hidden_sheets_are_left_alone_and_said_and_read_on_request(
    tmp_path: Path, visit: Visit
) -> None:
    path = xlsx(
        tmp_path / "list.xlsx",
        grid(HEAD, ["OLD Name", ""]),
        state=' state="hidden"',
        more={"Now": SOUND},
    )
    found = preview(visit, Person, read_table(path))
    assert len(found.added) == 1
    assert any("Delegates" in note for note in map(say, found.notes))
    (sheet,) = read_table(path, sheet="Delegates")
    assert sheet.rows[1][0] == "OLD Name"
    assert [(sheet.name, sheet.hidden) for sheet in read_table(path, hidden=True)] == [
        ("Now", False), ("Delegates", True),
    ]  # fmt: skip


def test_a_sheet_that_is_not_there_is_answered_with_those_that_are(tmp_path: Path) -> None:
    path = xlsx(tmp_path / "list.xlsx", SOUND, more={"Annex": SOUND})
    with pytest.raises(BriefError, match="Delegates, Annex"):
        read_table(path, sheet="Sheet1")


def test_the_sheet_with_the_list_is_found_among_others(tmp_path: Path, visit: Visit) -> None:
    path = xlsx(tmp_path / "list.xlsx", grid(["Read me first"]), name="Cover", more={"List": SOUND})
    assert preview(visit, Person, read_table(path)).added


def test_dates_count_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    path = xls(tmp_path / "list.xls", [[45846.0 - 1462]], mac_dates=True, dates=True)
    assert str(read_table(path)[0].rows[0][0]) == "2025-07-08"


def test_a_text_that_grows_beyond_the_limit_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delimited, "BIGGEST", 10)
    path = tmp_path / "list.csv"
    path.write_text("Name,Organisation\n")
    with pytest.raises(BriefError, match="larger than"):
        read_table(path)


def child(code: str) -> Callable[..., list[str]]:
    """Another child in place of the one that reads workbooks."""
    return lambda *words: [sys.executable, "-c", code, *words]


def test_a_workbook_that_kills_its_reader_is_only_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "own", child("import os; os.abort()"))
    with pytest.raises(BriefError, match="memory or time"):
        read_table(xlsx(tmp_path / "list.xlsx", SOUND))


def test_a_workbook_that_takes_forever_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbooks, "own", child("import time; time.sleep(60)"))
    monkeypatch.setattr(workbooks, "SECONDS", 0.1)
    with pytest.raises(BriefError, match="memory or time"):
        read_table(xlsx(tmp_path / "list.xlsx", SOUND))


def test_the_child_may_not_take_all_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code = (
        "import sys, lohum_brief.exchange.workbook_child as c; c.MEMORY = 30_000_000; "
        "c.main(*sys.argv[2:])"
    )
    monkeypatch.setattr(workbooks, "own", child(code))
    with pytest.raises(BriefError, match=r"memory or time|damaged"):
        read_table(
            xlsx(
                tmp_path / "list.xlsx",
                grid(HEAD, *[[f"YAMADA Taro{i}", "x" * 300] for i in range(20_000)]),
            )
        )


def test_a_link_to_a_table_is_followed(tmp_path: Path, visit: Visit) -> None:
    xlsx(tmp_path / "real.xlsx", SOUND)
    (tmp_path / "link.xlsx").symlink_to(tmp_path / "real.xlsx")
    assert preview(visit, Person, read_table(tmp_path / "link.xlsx")).added


@pytest.mark.parametrize("error", ["#CALC!", "#FIELD!", "#SPILL!", "#N/A", "#REF!", "Err:502"])
@pytest.mark.parametrize(
    "heading", [("Name", "Post", "Diet"), ("नाम", "पद", "भोजन"), ("氏名", "役職", "食事")]
)
def test_a_cell_that_shows_an_error_is_named_and_its_row_comes(
    visit: Visit, error: str, heading: tuple[str, ...]
) -> None:
    rows = [heading, ("Asha RAO", error, "vegan"), ("Ben ROY", "Head", "")]
    found = preview(visit, Person, [Sheet("S", rows)])
    people = [one for one in found.added if isinstance(one, Person)]
    assert [one.family["en"] for one in people] == ["Rao", "Roy"]
    assert (people[0].diet, people[0].post["en"]) == ("vegan", "")
    assert [(one.place, one.alone) for one in found.unread] == [((1, 1), True)]
    assert error in say(found.unread[0].why)


def test_a_name_that_shows_an_error_costs_its_row(visit: Visit) -> None:
    found = preview(visit, Person, [Sheet("S", [["Name", "Post"], ["#CALC!", "Head"]])])
    assert ([one.alone for one in found.unread], found.added) == ([False], ())
