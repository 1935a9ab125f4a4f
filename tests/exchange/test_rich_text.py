"""What somebody has struck through is not said any more, raised figures are marks of notes, and
both are told.
"""

from pathlib import Path

import pytest

from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.preview import Preview
from lohum_brief.exchange.reading import read_table
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Metric, Observation, Person, Record
from lohum_brief.visit.visit import Visit
from tests.exchange.files import (
    MAIN,
    grid,
    ods,
    ods_number,
    ods_row,
    ods_text,
    text_cell,
    xls,
    xlsx,
)
from tests.exchange.typed import added, called, typed

STRUCK = "<rPr><strike/></rPr>"
RAISED = '<rPr><vertAlign val="superscript"/></rPr>'
STYLES = (
    f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><fonts><font/><font><strike/></font></fonts>'
    '<cellXfs><xf fontId="0"/><xf fontId="1"/></cellXfs></styleSheet>'
)


def runs(*parts: tuple[str, str]) -> str:
    return "".join(f'<r>{how}<t xml:space="preserve">{text}</t></r>' for how, text in parts)


def read(path: Path, visit: Visit, kind: type[Record]) -> Preview:
    return preview(visit, kind, read_table(path), Options())


def values(found: Preview) -> list[str]:
    return [str(one.value) for one in added(found, Observation)]


@pytest.mark.parametrize("shared", [True, False])
def test_a_part_that_is_struck_or_raised_is_no_part_of_the_number(
    visit: Visit, tmp_path: Path, shared: bool
) -> None:
    rich = [
        runs(("", "49"), (STRUCK, "8"), ("<rPr><b/></rPr>", "00")),
        runs(("", "450"), (RAISED, "1")),
        runs(("", "1,200"), (RAISED, "a")),
    ]
    head = grid(["Metric", "Unit", "2024"])
    rows = ""
    for at, text in enumerate(rich, 2):
        cell = (
            f'<c r="C{at}" t="s"><v>{at - 2}</v></c>'
            if shared
            else f'<c r="C{at}" t="inlineStr"><is>{text}</is></c>'
        )
        rows += (
            "<row "
            f'r="{at}">{text_cell(f"A{at}", f"Metric {at}")}{text_cell(f"B{at}", "t")}{cell}</row>'
        )
    strings = "".join(f"<si>{text}</si>" for text in rich)
    extra = (
        {
            "xl/sharedStrings.xml": f'<?xml version="1.0"?><sst xmlns="{MAIN}">{strings}</sst>'.encode()
        }
        if shared
        else {}
    )
    path = rewritten(xlsx(tmp_path / "table.xlsx", head + rows), extra)
    found = read(path, visit, Metric)
    assert values(found) == ["4900", "450", "1200"]
    assert "Row 2: what is struck through is left out: “8”." in map(say, found.notes)
    assert any("footnote" in note and "450¹" in note for note in map(say, found.notes))


def rewritten(path: Path, extra: dict[str, bytes]) -> Path:
    """The workbook with some parts exchanged."""
    import zipfile

    if not extra:
        return path
    with zipfile.ZipFile(path) as book:
        parts = {name: book.read(name) for name in book.namelist()} | extra
    with zipfile.ZipFile(path, "w") as book:
        for name, data in parts.items():
            book.writestr(name, data)
    return path


def test_a_row_that_is_struck_through_is_left_out_and_said(visit: Visit, tmp_path: Path) -> None:
    rows = grid(["Organisation", "Name", "Post"], ["METI", "Taro Yamada", "Director"]) + (
        "<row "
        f'r="3">{text_cell("B3", "Old Person", " s=" + chr(34) + "1" + chr(34))}{text_cell("C3", "Cancelled", " s=" + chr(34) + "1" + chr(34))}</row>'
    )
    path = xlsx(
        tmp_path / "list.xlsx",
        rows,
        styles=STYLES,
        after='<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
    )
    found = read(path, visit, Person)
    assert called(found) == ["Taro Yamada"]
    assert "Row 3: what is struck through is left out: “Old Person | Cancelled”." in map(
        say, found.notes
    )


STRUCK_IN_ODS = (
    '<style:style style:name="T1" style:family="text"><style:text-properties '
    'style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="T2" style:family="text"><style:text-properties '
    'style:text-position="super 58%"/></style:style>'
    '<style:style style:name="T3" style:family="text"><style:text-properties '
    'style:text-line-through-style="none"/></style:style>'
    '<style:style style:name="C1" style:family="table-cell"><style:text-properties '
    'style:text-line-through-type="single"/></style:style>'
    '<style:style style:name="C2" style:family="table-cell" style:parent-style-name="C1"/>'
)


def span(style: str, text: str) -> str:
    return f'<text:span text:style-name="{style}">{text}</text:span>'


def test_an_ods_says_what_is_struck_and_raised_too(visit: Visit, tmp_path: Path) -> None:
    rows = (
        ods_row(ods_text("Metric"), ods_text("Unit"), ods_text("2024"))
        + ods_row(ods_text("One"), ods_text("t"), ods_text(f"49{span('T1', '8')}00"))
        + ods_row(ods_text("Two"), ods_text("t"), ods_text(f"450{span('T2', 'a')}"))
        + ods_row(ods_text("Gone", 'table:style-name="C1"'), ods_text(span("T1", "t")))
        + ods_row(
            ods_text("Three", 'table:style-name="C2"'),
            ods_text("t"),
            ods_text(f"{span('T3', '7')}8", 'table:style-name="C2"'),
        )
        + ods_row(ods_text("Four"), ods_text("t"), ods_number(5, "5", 'table:style-name="C2"'))
    )
    found = read(ods(tmp_path / "table.ods", rows, styles=STRUCK_IN_ODS), visit, Metric)
    assert [one.name["en"] for one in found.added if isinstance(one, Metric)] == [
        "One",
        "Two",
        "Four",
    ]
    assert [str(one.value) for one in found.added if isinstance(one, Observation)] == [
        "4900",
        "450",
    ]
    said = list(map(say, found.notes))
    assert "Row 2: what is struck through is left out: “8”." in said
    assert "Row 4: what is struck through is left out: “Gone | t”." in said
    assert "Row 6: what is struck through is left out: “5”." in said


def test_a_power_of_ten_in_an_ods_is_no_other_number(visit: Visit, tmp_path: Path) -> None:
    rows = ods_row(ods_text("Metric"), ods_text("Unit"), ods_text("2024")) + ods_row(
        ods_text("Flow"), ods_text("t"), ods_text(f"10{span('T2', '3')}")
    )
    found = read(ods(tmp_path / "table.ods", rows, styles=STRUCK_IN_ODS), visit, Metric)
    assert "103" not in [str(one.value) for one in found.added if isinstance(one, Observation)]


def test_an_xls_says_that_it_cannot_tell(visit: Visit, tmp_path: Path) -> None:
    found = read(
        xls(tmp_path / "list.xls", [["Name", "Post"], ["Taro Yamada", "x"]]), visit, Person
    )
    assert any("struck through" in note and "comments" in note for note in map(say, found.notes))


@pytest.mark.parametrize(
    ("written", "value"),
    [("450¹", "450"), ("1,200²", "1200"), ("12.5 ³", "12.5"), ("95%⁴", "95"), ("450¹,²", "450")],
)
def test_raised_figures_behind_a_number_are_no_figures_of_it(
    visit: Visit, written: str, value: str
) -> None:
    assert values(typed(visit, Metric, "Metric|2024", f"Staff|{written}")) == [value]


def test_raised_figures_behind_a_name_are_left_out_and_powers_stay(visit: Visit) -> None:
    found = typed(
        visit,
        Metric,
        "Metric|Unit|2024",
        "Employees²|people|5",
        "Floor area|km²|6",
        "Water, m³|m³|7",
    )
    assert [one.name["en"] for one in added(found, Metric)] == [
        "Employees",
        "Floor area",
        "Water, m³",
    ]
    assert [one.unit for one in added(found, Metric)][1:] == ["km²", "m³"] or [
        one.unit for one in added(found, Metric)
    ][1:] == ["km2", "m3"]
