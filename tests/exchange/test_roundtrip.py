"""What `table` writes, `import` reads back: every kind, losslessly."""

import datetime as dt
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lohum_brief.exchange import workbook_child, workbooks
from lohum_brief.exchange.importing import preview
from lohum_brief.exchange.preview import Preview, as_edit, same
from lohum_brief.exchange.reading import read_table
from lohum_brief.exchange.workbook_answer import Answer
from lohum_brief.exchange.writing import as_table
from lohum_brief.language.interface import say
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.audiences import lifted
from lohum_brief.visit.edit import apply, inverse
from lohum_brief.visit.records import (
    KINDS,
    AnyRecord,
    Chart,
    Item,
    Organisation,
    Particulars,
    Record,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.visit.strategies import PARTICULARS, values

EMPTY = Visit([Particulars(id="empty", audience="public", title=Text(en="Empty"))])


def imported(visit: Visit, kind: type[Record], suffix: str, into: Visit) -> Preview:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"table{suffix}"
        path.write_bytes(as_table(visit, kind, suffix))
        return preview(into, kind, read_table(path))


def in_this_process(path: Path, wanted: str) -> Answer:
    """What the child would answer, without the time it takes to start."""
    return workbook_child._answer(str(path), wanted)


def stored(visit: Visit, kind: type[Record]) -> list[AnyRecord]:
    return [record for record in visit if isinstance(record, kind)]


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", KINDS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_any_records_come_back_as_they_were(name: str, suffix: str, data: st.DataObject) -> None:
    kind = KINDS[name]
    if kind is Particulars:
        records = [data.draw(PARTICULARS)]
    else:
        records = data.draw(
            st.lists(values(kind), min_size=1, max_size=4, unique_by=lambda record: record.id)
        )
        records = [
            lifted(record) for record in records if record.id != "empty"
        ]  # what may not be is not taken in
    visit = Visit([*records, *([] if kind is Particulars else EMPTY)])
    with patch.object(workbooks, "_ask", in_this_process):
        found = imported(visit, kind, suffix, EMPTY)
    assert not found.unread
    after = apply(EMPTY, as_edit(EMPTY, found, "t"))
    assert len(after.of(kind)) == len(records)
    assert all(map(same, after.of(kind), records))
    assert apply(after, inverse(as_edit(EMPTY, found, "t"))) == EMPTY


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("name", KINDS)
def test_the_sample_comes_back_and_again_changes_nothing(name: str, suffix: str) -> None:
    sample, kind = sample_visit(), KINDS[name]
    found = imported(sample, kind, suffix, EMPTY)
    after = apply(EMPTY, as_edit(EMPTY, found, "t"))
    assert [record for record in after if isinstance(record, kind)] == stored(
        sample, kind
    ) or kind is Particulars
    again = imported(sample, kind, suffix, sample)
    assert again.empty
    assert again.unchanged == len(stored(sample, kind))


def test_equal_records_give_equal_files() -> None:
    sample = sample_visit()
    for suffix in (".csv", ".xlsx"):
        assert as_table(sample, KINDS["person"], suffix) == as_table(
            sample, KINDS["person"], suffix
        )


def test_a_series_of_which_one_point_cannot_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    sample = sample_visit()
    path = tmp_path / "series.csv"
    lines = as_table(sample, KINDS["series"], ".csv").decode("utf-8-sig").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if i > 1 and ",AR,2024,13800," in line)
    lines[at] = lines[at].replace(",AR,2024,13800,", ",AR,2024,many,")
    path.write_text("".join(lines), "utf-8", newline="")
    found = preview(sample, KINDS["series"], read_table(path))
    assert [(unread.place[0], unread.text) for unread in found.unread] == [(at, "many")]
    assert found.empty
    assert found.unchanged == len(stored(sample, KINDS["series"])) - 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_midnight_is_a_time(suffix: str) -> None:
    item = Item(
        id="item:1",
        audience="guest",
        title=Text(en="Fast"),
        start=dt.datetime.fromisoformat("2025-07-08T00:00"),
    )
    assert imported(Visit([*EMPTY, item]), Item, suffix, EMPTY).added == (item,)


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
@pytest.mark.parametrize("text", ["AAAAA+A", "fgUnh", "ljdkj – Hkkjr", "Hkkjr ljdkj"])
def test_texts_that_look_like_an_old_hindi_font_come_back_as_they_were(
    text: str, suffix: str
) -> None:
    chart = Chart(
        id="chart:1",
        audience="guest",
        section="sec",
        form="flow",
        title=Text(en="Flow"),
        origin=Text(hi=text),
    )
    body = Organisation(id="org:1", audience="guest", name=Text(hi=text, en=text))
    for record in (chart, body):
        found = imported(Visit([*EMPTY, record]), type(record), suffix, EMPTY)
        assert not found.unread
        assert found.added == (record,)
        assert all("taken as" in note for note in map(say, found.notes) if "old Hindi" in note)
