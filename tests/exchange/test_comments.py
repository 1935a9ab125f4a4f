"""Comments on cells: one that keeps a row from guests does so as the word in a cell does, all
others are shown and not lost.
"""

from pathlib import Path

import pytest
import xlsxwriter

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Note, Person
from lohum_brief.visit.visit import Visit
from tests.exchange.files import MAIN, grid, ods, ods_row, ods_text, xlsx

PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def people(visit: Visit, path: Path) -> Preview:
    return preview(visit, Person, read_table(path), Options())


def audiences(found: Preview) -> dict[str, str]:
    return {
        one.family["en"] or one.family["ja"]: one.audience
        for one in found.added
        if isinstance(one, Person)
    }


def commented(path: Path, comments: dict[str, str]) -> Path:
    """A list of three people with comments on some of its cells."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("List")
        rows = [["Name", "Post"], ["Taro Yamada", "Director"], ["Jiro Sato", "Chief"]]
        for at, row in enumerate([*rows, ["Hana Ito", "Adviser"]]):
            sheet.write_row(at, 0, row)
        for cell, text in comments.items():
            sheet.write_comment(cell, text, {"author": "Sharma"})
    return path


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("Internal", "host"),
        ("Sharma:\nInternal – do not share", "host"),
        ("Please keep this confidential until the signing", "principal"),
        ("Not for circulation", "host"),
        ("गोपनीय", "principal"),
        ("केवल आंतरिक उपयोग", "host"),
        ("部外秘", "host"),
        ("社内限り", "host"),
        ("この人の件は社内限りでお願いします", "host"),
        ("取扱注意", "host"),
        ("極秘", "principal"),
    ],
)
def test_a_comment_closes_its_row(visit: Visit, tmp_path: Path, text: str, audience: str) -> None:
    found = people(visit, commented(tmp_path / "list.xlsx", {"B3": text}))
    assert audiences(found) == {"Yamada": "guest", "Sato": audience, "Ito": "guest"}
    (why,) = (say(one.why) for one in found.readership if one.why)
    said = " ".join(text.removeprefix("Sharma:").split())
    assert why == f"a comment on B3 says “{said}”"
    assert not any("not imported" in say(note) for note in found.notes)


def test_other_comments_are_shown(visit: Visit, tmp_path: Path) -> None:
    path = commented(
        tmp_path / "list.xlsx",
        {"A1": "as in passport", "A2": "Speaks Hindi", "B4": "New since May", "B3": "Internal"},
    )
    found = people(visit, path)
    assert audiences(found) == {"Yamada": "guest", "Sato": "host", "Ito": "guest"}
    assert (
        "3 comments are not imported: A1 “as in passport”, A2 “Speaks Hindi”, B4 “New since "
        "May”." in [say(note) for note in found.notes]
    )


def test_a_comment_on_the_heading_closes_all_rows(visit: Visit, tmp_path: Path) -> None:
    found = people(visit, commented(tmp_path / "list.xlsx", {"A1": "Confidential"}))
    assert set(audiences(found).values()) == {"principal"}


def test_a_comment_on_a_row_that_is_not_taken_is_not_lost(visit: Visit, tmp_path: Path) -> None:
    path = commented(tmp_path / "list.xlsx", {"B6": "Internal"})
    assert "1 comment is not imported: B6 “Internal”." in map(say, people(visit, path).notes)


def threaded(path: Path) -> Path:
    """As Excel 365 writes comments: a thread, and a note in its place for older programs."""
    relations = (
        f'<?xml version="1.0"?><Relationships xmlns="{PACKAGE}">'
        '<Relationship Id="c" Type="x/comments" Target="../comments1.xml"/>'
        '<Relationship Id="t" Type="y/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    notes = (
        f'<?xml version="1.0"?><comments xmlns="{MAIN}"><authors><author>tc={{1}}</author>'
        '</authors><commentList><comment ref="B2" authorId="0"><text><t>[Threaded comment]\n\n'
        "Your version of Excel allows you to read this threaded comment; however, any edits to it "
        "will get removed.\n\nComment:\n    ask first</t></text></comment></commentList></comments>"
    )
    threads = (
        '<?xml version="1.0"?><ThreadedComments '
        'xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        '<threadedComment ref="B2" id="{1}"><text>Is she coming?</text></threadedComment>'
        '<threadedComment ref="B2" id="{2}" parentId="{1}"><text>Yes. Hosts only!</text>'
        '</threadedComment><threadedComment ref="A3" id="{3}"><text>ask first</text>'
        "</threadedComment></ThreadedComments>"
    )
    return xlsx(
        path,
        grid(["Name", "Post"], ["Taro Yamada", "Director"], ["Jiro Sato", "Chief"]),
        extra={
            "xl/worksheets/_rels/sheet1.xml.rels": relations.encode(),
            "xl/comments1.xml": notes.encode(),
            "xl/threadedComments/threadedComment1.xml": threads.encode(),
        },
    )


def test_threads_of_comments_are_read_with_their_answers(visit: Visit, tmp_path: Path) -> None:
    found = people(visit, threaded(tmp_path / "list.xlsx"))
    assert audiences(found) == {"Yamada": "host", "Sato": "guest"}
    assert "1 comment is not imported: A3 “ask first”." in map(say, found.notes)
    assert any("Is she coming? Yes. Hosts only!" in say(one.why) for one in found.readership)


def test_comments_of_an_ods_are_read_and_are_no_text_of_their_cells(
    visit: Visit, tmp_path: Path
) -> None:
    def on(text: str) -> str:
        return (
            "<office:annotation><dc:creator>Sharma</dc:creator><dc:date>2026-01-01</dc:date>"
            f"<text:p>{text}</text:p><text:p>S.</text:p></office:annotation>"
        )

    def cell(text: str, said: str) -> str:
        return (
            f'<table:table-cell office:value-type="string">{on(said)}<text:p>{text}</text:p>'
            "</table:table-cell>"
        )

    rows = (
        ods_row(ods_text("Name"), ods_text("Post"))
        + ods_row(cell("Taro Yamada", "部外秘"), ods_text("Director"))
        + ods_row(ods_text("Jiro Sato"), cell("Chief", "since May"))
    )
    found = people(visit, ods(tmp_path / "list.ods", rows))
    assert audiences(found) == {"Yamada": "host", "Sato": "guest"}
    assert [one.post["en"] for one in found.added if isinstance(one, Person)] == [
        "Director",
        "Chief",
    ]
    assert "1 comment is not imported: B3 “since May S.”." in map(say, found.notes)


def test_a_comment_closes_notes_as_well(visit: Visit, tmp_path: Path) -> None:
    path = tmp_path / "notes.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Notes")
        for at, row in enumerate([["Title", "Text"], ["One", "Water"], ["Two", "Air"]]):
            sheet.write_row(at, 0, row)
        sheet.write_comment("B2", "極秘")
    found = preview(visit, Note, read_table(path), Options())
    assert [one.audience for one in found.added] == ["principal", "host"]
