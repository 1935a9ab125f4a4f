from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.window.fields.fieldgrid import FieldGrid


class _Windows(QObject):
    """Widgets that were shown while they stood in nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


def _grid(qtbot: QtBot, words: str, wide: str = "") -> tuple[FieldGrid, dict[str, QLabel]]:
    grid = FieldGrid()
    qtbot.addWidget(grid)
    cells = {word: QLabel(word) for word in words.split()}
    for word, cell in cells.items():
        grid.add(cell, wide=word in wide.split(), name=word)
    return grid, cells


def test_no_field_is_ever_a_window_of_its_own(qtbot: QtBot, qapp: QApplication) -> None:
    windows = _Windows()
    qapp.installEventFilter(windows)
    grid, cells = _grid(qtbot, "name post age")
    grid.leave_out(frozenset({"post"}))
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert all(cell.parentWidget() is grid for cell in cells.values())


def test_fields_share_rows_and_wide_ones_have_their_own(qtbot: QtBot) -> None:
    grid, cells = _grid(qtbot, "name post text age", wide="text")
    grid.resize(1600, 400)
    grid.show()
    qtbot.waitUntil(
        lambda: cells["name"].y() == cells["post"].y() < cells["text"].y() < cells["age"].y()
    )
    assert cells["text"].width() > cells["name"].width() + cells["post"].width()


def test_the_others_close_up_where_a_field_is_left_out_and_make_room_again(qtbot: QtBot) -> None:
    grid, cells = _grid(qtbot, "name post age")
    grid.resize(1600, 400)
    grid.show()
    qtbot.waitUntil(lambda: 0 < cells["post"].x() < cells["age"].x())
    before = cells["post"].x()
    grid.leave_out(frozenset({"name"}))
    qtbot.waitUntil(lambda: cells["post"].x() == 0)
    assert not cells["name"].isVisible()
    grid.leave_out(frozenset())
    qtbot.waitUntil(lambda: cells["name"].isVisible() and cells["post"].x() == before)
