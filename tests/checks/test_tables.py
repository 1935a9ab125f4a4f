import pytest

from lohum_brief.checks.tables import findings
from lohum_brief.visit.records import Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import RECORDS, small, text


def test_a_table_without_rows_is_a_warning() -> None:
    empty = Table(id="empty", audience="public", section="sec:prose", columns=(text("a"),))
    visit = Visit([*RECORDS, empty])
    assert [(one.severity, one.record, one.field) for one in findings(visit)] == [("warning", "empty", "rows")]
    assert list(findings(small())) == []


def test_a_row_with_more_cells_than_columns_is_an_error() -> None:
    rows = (("1",), ("1", "2", "3"))
    long = Table(id="long", audience="public", section="sec:prose", columns=(text("a"), text("b")), rows=rows)
    (found,) = findings(Visit([*RECORDS, long]))
    assert (found.severity, found.record, found.field) == ("error", "long", "rows.1")
    assert "3 cells" in found.message


@pytest.mark.parametrize("rows", [(("", ""),), ((" ", Text()),), (("\u200b", Text(en="\u3000")),)])
def test_a_table_of_empty_cells_is_a_warning(rows: tuple[tuple[Text | str, ...], ...]) -> None:
    empty = Table(id="empty", audience="public", section="sec:prose", columns=(text("a"), text("b")), rows=rows)
    assert [(one.severity, one.field) for one in findings(Visit([*RECORDS, empty]))] == [("warning", "rows")]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("12,34,567 members", "12,34,567"), ("10:30–11:45 IST", "IST"), ("5 million t", "million"), ("8 July 2025", "8 July"),
        ("12,34,567", "12,34,567"), ("10 am", "am"), ("टन", "टन"), ("約5", "約"),
    ],
)  # fmt: skip
def test_a_cell_of_one_language_that_prints_in_all_is_a_warning(cell: str, words: str) -> None:
    table = Table(id="own", audience="public", section="sec:prose", columns=(text("a"),), rows=((cell,),))
    [found] = findings(Visit([*RECORDS, table]))
    assert (found.severity, found.field) == ("warning", "rows.0.0")
    assert f"“{words}”" in found.message


@pytest.mark.parametrize(
    "cell", ["12", "1,234,567", "Lohum", "GWh", "5 MWh/t", "www.example.org", "2025-07-08", "10:30", "NMC 811", "–"]
)
def test_what_all_languages_write_alike_is_right(cell: str) -> None:
    table = Table(id="own", audience="public", section="sec:prose", columns=(text("a"),), rows=((cell,),))
    assert not list(findings(Visit([*RECORDS, table])))
