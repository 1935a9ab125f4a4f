import pytest

from lohum_brief.checks.tables import findings
from lohum_brief.language.interface import say
from lohum_brief.visit.records import Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import RECORDS, small, text


def test_a_table_without_rows_is_a_warning() -> None:
    empty = Table(id="empty", audience="public", section="sec:prose", columns=(text("a"),))
    visit = Visit([*RECORDS, empty])
    assert [(one.severity, one.record, one.field) for one in findings(visit)] == [
        ("warning", "empty", "rows")
    ]
    assert list(findings(small())) == []


def test_a_row_with_more_cells_than_columns_is_an_error() -> None:
    rows = (("1",), ("1", "2", "3"))
    long = Table(
        id="long", audience="public", section="sec:prose", columns=(text("a"), text("b")), rows=rows
    )
    (found,) = findings(Visit([*RECORDS, long]))
    assert (found.severity, found.record, found.field) == ("error", "long", "rows.1")
    assert "3 cells" in say(found.message)


@pytest.mark.parametrize("rows", [(("", ""),), ((" ", Text()),), (("\u200b", Text(en="\u3000")),)])
def test_a_table_of_empty_cells_is_a_warning(rows: tuple[tuple[Text | str, ...], ...]) -> None:
    empty = Table(
        id="empty",
        audience="public",
        section="sec:prose",
        columns=(text("a"), text("b")),
        rows=rows,
    )
    assert [(one.severity, one.field) for one in findings(Visit([*RECORDS, empty]))] == [
        ("warning", "rows")
    ]
