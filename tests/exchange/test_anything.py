"""Whatever stands in a table: an answer in our words, and never two of the same."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lohum_brief.errors import BriefError
from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.preview import as_edit
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.sheets import Cell, Sheet
from lohum_brief.visit.edit import apply
from lohum_brief.visit.records import KINDS, Particulars, Record
from lohum_brief.visit.visit import Visit
from tests.visit.strategies import CHARACTERS

HEADINGS: dict[str, list[str]] = {
    "person": ["氏名", "Name", "नाम", "フリガナ", "所属", "役職", "敬称", "班", "役割"],
    "organisation": ["Name", "名称（日本語）", "Abbreviation", "Country", "Note"],
    "metric": ["Metric", "Unit", "Value", "As of", "Basis", "Source"],
    "observation": ["Metric", "Value", "Unit", "As of", "Basis", "About"],
    "item": ["Title", "Date", "Time", "End", "Place", "Groups"],
    "note": ["Sort", "Title", "Text", "Date", "Parties"],
    "term": ["English", "Hindi", "Japanese", "Reading", "Forbidden (Hindi)"],
    "series": ["Mineral", "Stage", "Country", "Year", "Value", "2024"],
}
TYPICAL = st.sampled_from(
    [
        "山田 太郎",
        "YAMADA Taro",
        "Taro Yamada",
        "श्री वर्मा",
        "METI",
        "Capacity",
        "Lithium",
        "mine",
        "JP",
        "2024",
        "10:00–11:00",
        "令和7年7月10日",
        "12,34,567.50",
        "20,000 t/year",
        "07/08/2025",
        "stated",
        "ask",
        "fgUnh esa fy[kk",
        "Dr.",
        "・",
        "/",
        "()",
        ",",
    ]
)
CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.just(""),
    TYPICAL,
    st.text(CHARACTERS, max_size=8),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(),
    st.dates(),
    st.times(),
)


@pytest.mark.parametrize("name", HEADINGS)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_cells_are_read_or_named_and_a_second_time_add_nothing(
    visit: Visit, name: str, data: st.DataObject
) -> None:
    heading = HEADINGS[name]
    rows = data.draw(
        st.lists(st.lists(CELLS, min_size=len(heading), max_size=len(heading)), max_size=4)
    )
    sheet = Sheet("List", [heading, *rows])
    found = preview(visit, KINDS[name], [sheet])
    assert all(1 <= unread.place[0] <= len(rows) and unread.why for unread in found.unread)
    after = apply(visit, as_edit(visit, found, "t"))
    again = preview(after, KINDS[name], [sheet])
    assert not again.added
    assert {unread.place[0] for unread in again.unread} <= {
        unread.place[0] for unread in found.unread
    }


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    content=st.one_of(
        st.binary(max_size=60),
        st.text(max_size=60).map(lambda text: f"Name,Post\n{text}".encode(errors="replace")),
    ),
    suffix=st.sampled_from([".csv", ".tsv", ".xlsx", ".xls"]),
)
def test_any_bytes_are_read_or_refused(visit: Visit, content: bytes, suffix: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"list{suffix}"
        path.write_bytes(content)
        with suppress(BriefError):
            preview(visit, KINDS["person"], read_table(path))


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind is not Particulars])
def test_every_kind_can_be_brought_in_by_hand(visit: Visit, kind: type[Record]) -> None:
    sheet = Sheet("", [["Name", "Title", "Text", "zzz"], ["x", "y", "z", ""]])
    with suppress(BriefError):
        assert preview(visit, kind, [sheet]).columns
