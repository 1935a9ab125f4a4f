from lohum_brief.checks.tables import findings
from lohum_brief.visit.records import Table
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
