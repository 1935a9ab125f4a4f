"""Texts as they come: encodings of three languages, pasted cells, invisible characters, and numbers
cut short.
"""

import codecs
from decimal import Decimal
from pathlib import Path

import pytest

from lohum_brief.errors import BriefError
from lohum_brief.exchange.encodings import SHOWN, decode
from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.exchange.sheets import EncodingError
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Figure, Item, Observation, Organisation, Person
from lohum_brief.visit.visit import Visit

JAPANESE = "氏名,所属\n佐藤 健,経済産業省\n見本 太郎,外務省\n"
WITH_SIGNS = "氏名,備考\n佐藤 健,①㈱ローハム\n"


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        (JAPANESE, "euc_jp", "EUC-JP"),
        ("氏名\n東\n", "euc_jp", "EUC-JP"),
        (WITH_SIGNS, "euc_jis_2004", "EUC-JP"),
        ("ﾅﾏｴ,所属\nｻﾄｳ ｹﾝ,経済産業省\n", "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        ("ﾅﾏｴ,所属\nｻﾄｳ,外務省\n", "iso2022_jp_ext", "ISO-2022-JP"),
        (WITH_SIGNS, "iso2022_jp_2004", "ISO-2022-JP"),
        (JAPANESE, "cp932", "CP932 (Shift JIS)"),
        (WITH_SIGNS, "cp932", "CP932 (Shift JIS)"),
        ("ﾅﾏｴ\nｻﾄｳ ｹﾝ\n", "cp932", "CP932 (Shift JIS)"),
        ("氏名,所属\n髙橋 潤,国際協力銀行\n", "cp932", "CP932 (Shift JIS)"),
        ("Name,Ort\nJosé Müßig,Größenwahn\n", "cp1252", "Windows-1252"),
        ("Name,Note\nZoë,“a” – 5 °C\n", "cp1252", "Windows-1252"),
        ("नाम,पद\nआशा राव,निदेशक\n", "utf-8", "UTF-8"),
        ("नाम,पद\nआशा राव,निदेशक\n", "utf-16", "UTF-16"),
    ],
)
def test_the_encoding_of_a_text_is_found(text: str, encoding: str, shown: str) -> None:
    found = decode(text.encode(encoding), "list.csv")
    assert found.text.removeprefix("\ufeff") == text
    assert SHOWN[found.encoding] == shown


@pytest.mark.parametrize(
    "data",
    [
        b"Name,Post\n\xed\xa0\x80x,y\n",  # half a character
        # both halves apart, as some databases write them
        b"Name,Post\n\xed\xa0\xbd\xed\xb8\x80,y\n",
        b"Name,Post\n\xc0\x80,y\n",  # a zero in two bytes
        b"Name,Post\n\xf5\x90\x80\x80,y\n",  # beyond the last character
        "Name,Post\n見,".encode() + b"\xff\n",
        "氏名,役職\n見本 太郎,課".encode()[:-1],
    ],
)
def test_what_is_nearly_utf_8_never_becomes_another_encoding(data: bytes) -> None:
    with pytest.raises(EncodingError, match="not UTF-8"):
        decode(data, "list.csv")


@pytest.mark.parametrize(
    ("pasted", "rows"),
    [
        (
            'Name\tPost\nRAO Asha\t"Zero waste" lead\n',
            [["Name", "Post"], ["RAO Asha", '"Zero waste" lead']],
        ),
        ('"Zero waste" lead\tx\r\n"b"\ty\r\n', [['"Zero waste" lead', "x"], ['"b"', "y"]]),
        ('a\t"two\nlines"\tz\n', [["a", "two\nlines", "z"]]),
        ('"one\ttab"\t"say ""x"""\n', [["one\ttab", 'say "x"']]),
        ('"""Zero waste"" lead"\tx\n', [['"Zero waste" lead', "x"]]),
        ("'quoted'\t“typed”\n", [["'quoted'", "“typed”"]]),
        ('Name\n"Zero waste" lead\n', [["Name"], ['"Zero waste" lead']]),
        ('5" pipe\t6"\n', [['5" pipe', '6"']]),
        ("a\t\tb\n\t\t\n\tc\n", [["a", "", "b"], ["", "", ""], ["", "c"]]),
        ("a\tb", [["a", "b"]]),
        ("a\t\n", [["a", ""]]),
        ('"a,b";c\n"d";e\n', [["a,b", "c"], ["d", "e"]]),
        ('Name,Post\n"RAO, Asha",x\n', [["Name", "Post"], ["RAO, Asha", "x"]]),
    ],
)
def test_pasted_cells_stand_as_they_stood(pasted: str, rows: list[list[str]]) -> None:
    assert [list(row) for row in read_pasted(pasted.encode())[0].rows] == rows


def test_what_was_copied_here_is_pasted_as_it_was() -> None:
    from lohum_brief.exchange.writing import _delimited

    cells = [
        '"Zero waste" lead',
        'a "b" c',
        '"',
        "two\nlines",
        "tab\there",
        '"all"',
        "",
        "x,y",
        "'",
    ]
    columns = [f"c{at}" for at in range(len(cells))]
    text = _delimited(columns, iter([dict(zip(columns, cells, strict=True))]), "\t")
    assert list(read_pasted(text.encode())[0].rows[1]) == cells


def test_a_byte_order_mark_within_a_cell_is_left_out_and_said(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(
        codecs.BOM_UTF8 + b"Name,Post\n" + codecs.BOM_UTF8 + b"RAO Asha,x\nSEN\xe2\x80\x8b Ravi,y\n"
    )
    found = preview(visit, Person, read_table(path))
    assert [(p.family["en"], p.given["en"]) for p in found.added if isinstance(p, Person)] == [
        ("Rao", "Asha"),
        ("Sen", "Ravi"),
    ]
    assert any(
        "2 cells hold characters that nobody sees" in note and "A2" in note
        for note in map(say, found.notes)
    )


def test_two_marks_before_the_heading_do_not_hide_it(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(2 * codecs.BOM_UTF8 + b"Name\nRAO Asha\n")
    assert len(preview(visit, Person, read_table(path)).added) == 1


def test_joiners_are_part_of_hindi(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_text("संगठन\nक्\u200dष उद्योग\n")
    (record,) = preview(visit, Organisation, read_table(path)).added
    assert isinstance(record, Organisation)
    assert record.name["hi"] == "क्\u200dष उद्योग"


@pytest.mark.parametrize(
    "said", ["1.23E+09", "1.23e9", "5E-07", "1E+05", "-2.5E+10", "１.２３E+０９"]
)
def test_a_number_of_which_only_the_first_digits_are_shown_is_refused(
    visit: Visit, said: str
) -> None:
    rows = f"Name\tValue\tUnit\nOutput\t{said}\tt\n"
    (unread,) = preview(visit, Figure, read_pasted(rows.encode())).unread
    assert unread.text == said
    assert "only the first digits" in say(unread.why)
    metric = f"Metric\tValue\nCapacity\t{said}\n"
    assert preview(visit, Observation, read_pasted(metric.encode())).unread[0].place == (1, 1)
    minutes = f"Title\tDate\tTime\tMinutes\nTour\t2025-07-08\t10:00\t{said}\n"
    assert preview(visit, Item, read_pasted(minutes.encode())).unread


@pytest.mark.parametrize(
    "error", ["#REF!", "#N/A", "#SPILL!", "#NAME?", "Err:502", "########", " #VALUE! "]
)
def test_an_error_that_was_saved_as_a_text_is_named(visit: Visit, error: str) -> None:
    found = preview(visit, Person, read_pasted(f"Name\tPost\n{error}\tx\nRAO Asha\ty\n".encode()))
    assert [(unread.place, say(unread.why)) for unread in found.unread] == [
        ((1, 0), f"the cell shows the error {error.strip()}")
    ]
    assert len(found.added) == 1


@pytest.mark.parametrize("name", ["#1 Trading Ltd", "#", "# of items", "Err", "N/A"])
def test_what_only_begins_like_an_error_is_a_text(visit: Visit, name: str) -> None:
    found = preview(
        visit, Organisation, read_pasted(f"Organisation\tCountry\n{name}\tIN\n".encode())
    )
    assert not found.unread
    assert len(found.added) == 1


def test_a_table_of_ours_writes_and_reads_such_numbers_whole(tmp_path: Path, visit: Visit) -> None:
    path = tmp_path / "list.csv"
    path.write_text("id,audience,name.en,value,unit\nfigure:x,guest,X,1E+9,t\n")
    (record,) = preview(visit, Figure, read_table(path)).added
    assert isinstance(record, Figure)
    assert record.value == Decimal("1E+9")


def test_a_text_in_no_encoding_is_refused() -> None:
    with pytest.raises(BriefError):
        decode(bytes(range(0x80, 0x100)) * 3, "list.csv")
