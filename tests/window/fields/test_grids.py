"""Lists of a record as grids, and what stands in the forms of metrics and sources."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import KINDS, Chart, Metric, Observation, Series, Source, Table
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.celltyping import CellDelegate
from lohum_brief.window.fields.grids import GridEditor
from lohum_brief.window.fields.idle import idle
from lohum_brief.window.fields.named import called
from lohum_brief.window.fields.schema import GRIDS, fields
from lohum_brief.window.figures.observations import Observations
from lohum_brief.window.figures.uses import Uses
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG, Open


@pytest.fixture
def sample(opened: Open, tmp_path: Path) -> VisitWindow:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    return opened(path)


def form(window: VisitWindow, ident: str) -> Browser:
    window.open_record(ident)
    found = window.shown
    assert isinstance(found, Browser)
    assert found.form.editors  # who asks for them has the whole form
    return found


def grid(window: VisitWindow, ident: str, field: str) -> GridEditor:
    made = form(window, ident).form.editors[field]
    assert isinstance(made, GridEditor)
    return made


def series(window: VisitWindow) -> Series:
    return window.session.visit.of(Series)[0]


def write(made: GridEditor, row: int, column: int, text: str) -> None:
    item = made.table.item(row, column)
    assert item is not None
    item.setText(text)


def shown_in(panel: Observations, row: int, column: int) -> str:
    return str(panel.table.model().index(row, column).data())


def enter(panel: Observations, row: int, column: int, text: str) -> None:
    panel.table.model().setData(panel.table.model().index(row, column), text)


def test_no_list_is_shown_as_code() -> None:
    for kind in KINDS.values():
        assert all(
            field.editor in GRIDS
            for field in fields(kind)
            if field.name in ("points", "rows", "names", "columns")
        )


def test_every_grid_gives_back_what_it_shows(sample: VisitWindow) -> None:
    """What is stored without a change is what was there."""
    visit = sample.session.visit
    for kind in (Series, Table, Chart):
        for record in visit.of(kind):
            shown = form(sample, record.id)
            for field in fields(kind):
                if field.editor in GRIDS:
                    made = shown.form.editors[field.name]
                    made.store()
                    assert shown.form.fault(field.name) == ""
    after = sample.session.visit
    for kind in (Series, Chart):
        assert after.of(kind) == visit.of(kind)


def test_points_are_typed_added_moved_pasted_and_removed(sample: VisitWindow, qtbot: QtBot) -> None:
    ident = series(sample).id
    made = grid(sample, ident, "points")
    points = series(sample).points
    write(made, 0, 2, "1,234.5")
    assert series(sample).points[0].value == Decimal("1234.5")
    write(made, len(points), 0, "IN")
    assert series(sample).points[-1].place == "IN"
    made.table.setCurrentCell(len(points), 0)
    made.move_rows(-1)
    assert series(sample).points[-2].place == "IN"
    made.remove_rows()
    assert len(series(sample).points) == len(points)
    made.table.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText("JP\t2024\t5\tyes\nIN\t2024\t7\n")
    qtbot.keyClick(made.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    first, second = series(sample).points[:2]
    assert (first.place, first.value, first.estimated) == ("JP", Decimal(5), True)
    assert (second.place, second.value) == ("IN", Decimal(7))
    made.table.clearSelection()
    made.table.setCurrentCell(0, 4)
    made.paste("x\ty\tz")
    assert series(sample).points[0] == first, "wider than the grid"


def test_a_value_that_is_no_number_is_said_and_stays_to_be_put_right(sample: VisitWindow) -> None:
    made = grid(sample, series(sample).id, "points")
    before = series(sample)
    write(made, 0, 2, "many")
    shown = sample.shown
    assert isinstance(shown, Browser)
    assert shown.form.fault("points")
    assert series(sample) == before


def test_a_cell_of_a_table_has_three_languages_below_the_grid(sample: VisitWindow) -> None:
    table = sample.session.visit.of(Table)[0]
    made = grid(sample, table.id, "rows")
    at = next(
        (y, x)
        for y, row in enumerate(table.rows)
        for x, cell in enumerate(row)
        if isinstance(cell, Text)
    )
    made.table.setCurrentCell(*at)
    assert not made.texts.isHidden()
    made.texts.edited.emit("ja", "別の語")
    cell = sample.session.visit.of(Table)[0].rows[at[0]][at[1]]
    assert isinstance(cell, Text)
    assert (cell["ja"], cell.state["ja"]) == ("別の語", "draft")
    made.three.click()
    assert isinstance(sample.session.visit.of(Table)[0].rows[at[0]][at[1]], str)
    columns = len(table.rows[0])
    made.table.setCurrentCell(0, 0)
    made.add_column()
    assert {len(row) for row in sample.session.visit.of(Table)[0].rows} == {columns + 1}
    made.table.setCurrentCell(0, 1)
    made.remove_column()
    assert {len(row) for row in sample.session.visit.of(Table)[0].rows} == {columns}


def test_a_chart_shows_only_what_its_form_draws_and_never_hides_what_is_said(
    sample: VisitWindow,
) -> None:
    [timeline] = [chart for chart in sample.session.visit.of(Chart) if chart.form == "timeline"][:1]
    shown = form(sample, timeline.id)
    assert not shown.form.editors["across"].isVisible()
    assert shown.form.editors["notes"].isVisible()
    sample.session.set_field(timeline.id, "across.en", "Something")
    assert shown.form.editors["across"].isVisible()
    assert "across" not in idle(sample.session.visit.by_id[timeline.id])


def test_the_values_of_a_metric_stand_in_its_form(sample: VisitWindow) -> None:
    metric = sample.session.visit.of(Metric)[0]
    shown = form(sample, metric.id)
    assert shown.form.editors  # asking for them ends the making of the form
    [panel] = shown.form.findChildren(Observations)

    def values() -> list[Observation]:
        found = [one for one in sample.session.visit.of(Observation) if one.metric == metric.id]
        return sorted(found, key=lambda one: one.as_of)

    before = values()
    assert [shown_in(panel, row, 0) for row in range(len(before))] == [one.as_of for one in before]
    enter(panel, 0, 1, "1.2 lakh")
    assert values()[0].value == 120_000
    enter(panel, len(before), 0, "2030")
    assert [one.as_of for one in values()][-1] == "2030"
    assert len(values()) == len(before) + 1
    enter(panel, 0, 1, "many")
    assert panel.fault.text()
    assert shown_in(panel, 0, 1) == "many", "what was refused stays to be put right"
    assert panel.history.accessibleDescription()


def test_a_value_is_stored_while_its_cell_is_open_and_sorted_when_that_is_left(
    sample: VisitWindow, qtbot: QtBot
) -> None:
    metric = sample.session.visit.of(Metric)[0]
    shown = form(sample, metric.id)
    assert shown.form.editors
    [panel] = shown.form.findChildren(Observations)
    delegate = panel.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    last = panel.table.model().rowCount() - 1

    def stored() -> list[str]:
        return [
            one.as_of for one in sample.session.visit.of(Observation) if one.metric == metric.id
        ]

    panel.table.setCurrentIndex(panel.table.model().index(last, 0))
    panel.table.setFocus()
    panel.table.edit(panel.table.currentIndex())
    [cell] = panel.table.findChildren(QLineEdit)
    qtbot.keyClicks(cell, "1990")
    delegate._pause.timeout.emit()
    assert "1990" in stored(), "a killed program loses nothing that was typed before a pause"
    assert delegate.is_open
    qtbot.keyClicks(cell, "-05")
    delegate._pause.timeout.emit()
    assert "1990-05" in stored()
    assert "1990" not in stored(), "it is still the same value"
    assert shown_in(panel, last, 0) == "1990-05", "it stays where somebody types"
    qtbot.keyClick(cell, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown_in(panel, 0, 0) == "1990-05")


def test_what_a_value_rests_on_is_chosen_from_a_list_that_is_reached_by_keyboard(
    sample: VisitWindow, qtbot: QtBot
) -> None:
    metric = next(one for one in sample.session.visit.of(Metric))
    [panel] = form(sample, metric.id).form.findChildren(Observations)
    first = min(
        (one for one in sample.session.visit.of(Observation) if one.metric == metric.id),
        key=lambda one: one.as_of,
    )
    at = panel.table.model().index(0, 2)
    panel.table.setCurrentIndex(at)
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    [box] = panel.table.findChildren(QComboBox)
    assert box.accessibleName()
    assert box.currentData() == first.basis
    box.setCurrentIndex(box.findData("estimated"))
    box.activated.emit(box.currentIndex())
    now = sample.session.visit.get(Observation, first.id)
    assert now is not None
    assert now.basis == "estimated"
    assert at.data() == box.itemText(box.findData("estimated"))
    empty = panel.table.model().index(panel.table.model().rowCount() - 1, 2)
    assert not panel.table.model().flags(empty) & Qt.ItemFlag.ItemIsEditable


def test_a_tick_says_whether_a_value_is_chosen(sample: VisitWindow, qtbot: QtBot) -> None:
    metric = next(one for one in sample.session.visit.of(Metric))
    [panel] = form(sample, metric.id).form.findChildren(Observations)
    ident = min(
        (one for one in sample.session.visit.of(Observation) if one.metric == metric.id),
        key=lambda one: one.as_of,
    ).id

    def chosen() -> bool:
        found = sample.session.visit.get(Observation, ident)
        assert found is not None
        return found.chosen

    before = chosen()
    panel.table.setCurrentIndex(panel.table.model().index(0, 3))
    qtbot.keyClick(panel.table, Qt.Key.Key_Space)
    assert chosen() is not before


def test_a_source_says_where_it_is_used_and_leads_there(sample: VisitWindow) -> None:
    visit = sample.session.visit
    source = next(
        one
        for one in visit.of(Source)
        if any(one.id in metric.sources for metric in visit.of(Observation))
    )
    shown = form(sample, source.id)
    assert shown.form.editors  # asking for them ends the making of the form
    [panel] = shown.form.findChildren(Uses)
    named = [record.id for record in visit if source.id in getattr(record, "sources", ())]
    assert [
        panel.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(panel.list.count())
    ] == named
    panel.list.itemDoubleClicked.emit(panel.list.item(panel.list.count() - 1))
    found = sample.shown
    assert isinstance(found, Browser)
    assert found.current() == named[-1]


def named_row(window: VisitWindow) -> tuple[GridEditor, Chart, int]:
    """The grid of a chart whose first row names lithium."""
    chart = next(one for one in window.session.visit.of(Chart) if one.rows and one.form == "flow")
    at = next(at for at, row in enumerate(chart.rows) if row.mineral == "mineral:lithium")
    return grid(window, chart.id, "rows"), chart, at


def test_rows_of_charts_show_and_take_names_of_minerals(sample: VisitWindow) -> None:
    made, chart, at = named_row(sample)
    column = made.table.columnCount() - 1
    shown = made.table.item(at, column)
    assert shown is not None
    assert shown.text() == "Lithium"
    write(made, at, column, "cobalt")
    stored = sample.session.visit.get(Chart, chart.id)
    assert stored is not None
    assert stored.rows[at].mineral == "mineral:cobalt"
    write(made, at, column, "mineral:nickel")
    stored = sample.session.visit.get(Chart, chart.id)
    assert stored is not None
    assert stored.rows[at].mineral == "mineral:nickel", "ids are taken too"


def test_names_are_offered_where_a_row_names_a_record(sample: VisitWindow) -> None:
    made, _, at = named_row(sample)
    column = made.table.columnCount() - 1
    made.table.setCurrentCell(at, column)
    made.table.edit(made.table.currentIndex())
    [box] = made.table.findChildren(QComboBox)
    assert "Natural graphite" in [box.itemText(at) for at in range(box.count())]
    box.setCurrentIndex(box.findText("Natural graphite"))
    box.activated.emit(box.currentIndex())
    shown = made.table.item(at, column)
    assert shown is not None
    assert shown.text() == "Natural graphite"


def test_the_grid_says_how_an_estimate_is_typed(sample: VisitWindow) -> None:
    made, _, _ = named_row(sample)
    assert any("~12" in label.text() for label in made.findChildren(QLabel))


def test_records_that_are_called_alike_are_told_apart() -> None:
    alike = [
        Metric(id=ident, audience="guest", name=Text(en="Yield"))
        for ident in ("metric:a", "metric:b")
    ]
    names = called(Metric, Visit([*sample_visit(), *alike]))
    assert (names["metric:a"], names["metric:b"]) == ("Yield (metric:a)", "Yield (metric:b)")


def open_cell(made: GridEditor, row: int, column: int, qtbot: QtBot) -> QLineEdit:
    """A cell in which somebody has begun to write."""
    made.window().activateWindow()
    qtbot.waitUntil(made.window().isActiveWindow, timeout=LONG)
    made.table.setFocus()
    made.table.setCurrentCell(row, column)
    item = made.table.item(row, column)
    assert item is not None
    made.table.editItem(item)
    lines = made.table.viewport().findChildren(QLineEdit)
    qtbot.waitUntil(lambda: len(made.table.viewport().findChildren(QLineEdit)) == 1, timeout=LONG)
    return lines[0]


def test_what_is_typed_in_an_open_cell_is_stored_and_stays_as_it_is_typed(
    sample: VisitWindow, qtbot: QtBot
) -> None:
    made = grid(sample, series(sample).id, "points")
    before = series(sample).points[0].value
    line = open_cell(made, 0, 2, qtbot)
    line.selectAll()
    qtbot.keyClicks(line, "12.")
    sample.session.flushing.emit()  # as a pause, closing, printing or another language do
    assert series(sample).points[0].value == Decimal(12)
    assert line.text() == "12.", "what somebody writes is left alone"
    qtbot.keyClicks(line, "5")
    sample.session.flushing.emit()
    assert series(sample).points[0].value == Decimal("12.5")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert series(sample).points[0].value == before
    assert not line.isVisible()


def test_an_empty_cell_in_a_copied_column_keeps_its_row(sample: VisitWindow) -> None:
    made = grid(sample, series(sample).id, "points")
    made.table.setCurrentCell(0, 4)
    made.paste("first\n\nthird\n")
    assert [point.printed for point in series(sample).points[:3]] == ["first", "", "third"]


def test_cells_are_cut(sample: VisitWindow, qtbot: QtBot) -> None:
    made = grid(sample, series(sample).id, "points")
    made.table.setCurrentCell(0, 4)
    made.paste("first\n")
    made.table.setCurrentCell(0, 4)
    qtbot.keyClick(made.table, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "first\n"
    assert series(sample).points[0].printed == ""


def composed(made: GridEditor, *events: tuple[str, str]) -> str:
    """What stands in the open cell after these compositions and commits."""
    for preedit, commit in events:
        event = QInputMethodEvent(preedit, [])
        if commit:
            event.setCommitString(commit)
        QApplication.sendEvent(made.table, event)
    [line] = made.table.findChildren(QLineEdit, "cell")
    return line.text()


def test_an_input_method_that_clears_before_it_goes_on_writes_into_a_cell(
    sample: VisitWindow, qtbot: QtBot
) -> None:
    made = grid(sample, "chart:battery-materials", "rows")
    made.table.setCurrentCell(0, 1)
    made.table.setFocus()
    assert composed(made, ("क्", "")) == ""
    made.flush()
    delegate = made.table.itemDelegate()
    assert isinstance(delegate, CellDelegate)
    delegate._pause.timeout.emit()
    assert cell(made) == "29", "nothing is stored in the middle of a composition"
    assert composed(made, ("", ""), ("क्ष्", ""), ("", ""), ("क्षे", ""), ("", "क्षे")) == "क्षे"
    [line] = made.table.findChildren(QLineEdit, "cell")
    qtbot.waitUntil(lambda: not made.table._given_up.isActive(), timeout=LONG)
    assert line.text() == "क्षे"


def test_a_composition_that_is_given_up_leaves_the_cell_as_it_was(
    sample: VisitWindow, qtbot: QtBot
) -> None:
    made = grid(sample, "chart:battery-materials", "rows")
    made.table.setCurrentCell(0, 1)
    before = cell(made)
    composed(made, ("क्", ""), ("", ""))
    qtbot.waitUntil(lambda: not made.table._given_up.isActive(), timeout=LONG)
    assert cell(made) == before


def cell(made: GridEditor) -> str:
    item = made.table.item(0, 1)
    assert item is not None
    return item.text()


def test_what_is_typed_in_a_value_is_stored_when_all_is(sample: VisitWindow, qtbot: QtBot) -> None:
    """As when the window closes or prints."""
    found = form(sample, sample.session.visit.of(Metric)[0].id)
    panel = found.form.findChildren(Observations)[0]
    sample.activateWindow()
    qtbot.waitUntil(sample.isActiveWindow, timeout=LONG)
    index = panel.values.index(0, 1)
    panel.table.setFocus()
    panel.table.setCurrentIndex(index)
    panel.table.edit(index)
    line = panel.table.viewport().findChildren(QLineEdit)[0]
    line.selectAll()
    qtbot.keyClicks(line, "4321")
    sample.session.flushing.emit()
    assert Decimal(4321) in [one.value for one in sample.session.visit.of(Observation)]
