"""The window is painted before its parts are there: what is asked for in between works, and all
comes in the end.
"""

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Paragraph, Person
from lohum_brief.window.application import Application
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.overview.overview import Overview
from lohum_brief.window.places import PLACES
from lohum_brief.window.search.finder import Finder
from tests.window.conftest import LONG, Open

HEAVY = (
    "pandas",
    "matplotlib",
    "reportlab",
    "numpy",
    "uharfbuzz",
    "icu4py",
    "PIL",
    "babel",
    "PySide6.QtPdf",
)
_WATCHED = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from lohum_brief.window.application import Application
from lohum_brief.window.main import VisitWindow
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, VisitWindow):
            Path(sys.argv[2]).write_text("\\n".join(sys.modules), "utf-8")
            os._exit(0)
        return False
application = Application(["test"])
painted = Painted()
application.qt.installEventFilter(painted)
application.open(Path(sys.argv[1]))
application.run()
"""


def at_once(application: Application, path: Path) -> VisitWindow:
    """The window as it is before its first paint."""
    window = application.open(path)
    assert window is not None
    assert not window.complete
    return window


def test_nothing_heavy_is_imported_before_the_first_paint(
    tmp_path: Path, application: Application
) -> None:
    del application  # its settings' places hold for the process below, too
    path, told = tmp_path / "sample.lbrief", tmp_path / "modules"
    store_at(path).create(sample_visit())
    subprocess.run([sys.executable, "-c", _WATCHED, path, told], check=True, timeout=LONG / 1000)
    modules = told.read_text("utf-8").split()
    assert "lohum_brief.window.main" in modules
    assert [name for name in modules if name.split(".")[0] in HEAVY or name in HEAVY] == []


def test_everything_is_there_in_the_end_and_nothing_has_moved(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    window = at_once(application, visit_file)
    height = window.header.sizeHint().height()
    [across] = [
        part
        for part in window.panels.findChildren(QSplitter)
        if part.orientation() == Qt.Orientation.Horizontal
    ]
    widths = across.sizes()
    qtbot.waitUntil(lambda: window.complete and window.preview.rendered is not None, timeout=LONG)
    assert isinstance(window.shown, Overview)
    assert window.shown.isVisible()
    assert (across.sizes(), window.header.height()) == (widths, height)
    for part in (window.preview, window.findings):
        assert part.isVisible()
        assert isinstance(part.parentWidget(), QSplitter)
    assert window.panels.shows("pages")
    assert window.panels.shows("findings")


def test_a_record_can_be_opened_at_once(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    window = at_once(application, visit_file)
    window.open_record("p1", "text.ja")
    assert window.places.currentRow() == [place.key for place in PLACES].index("texts")
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)
    assert window.session.visit.by_id["p1"] == window.session.visit.get(Paragraph, "p1")
    assert getattr(window.shown, "current")() == "p1"  # noqa: B009 - whatever kind of content it is


def test_shortcuts_work_at_once(application: Application, visit_file: Path, qtbot: QtBot) -> None:
    window = at_once(application, visit_file)
    by_keys = {
        action.shortcut().toString(): action for action in window.menus.actions_by_name.values()
    }
    by_keys["Ctrl+3"].trigger()  # what the keys do once the window is the active one
    assert PLACES[window.places.currentRow()].key == "people"
    by_keys["F9"].trigger()
    assert not window.panels.shows("pages")
    by_keys["Ctrl+K"].trigger()
    [finder] = window.findChildren(Finder)
    finder.close()
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)
    assert not window.preview.isVisible()
    window.panels.show_part("pages", shown=True)


def test_a_window_can_be_closed_at_once(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    window = at_once(application, visit_file)
    [person] = window.session.visit.of(Person)[:1]
    assert window.session.set_field(person.id, "family.en", "At Once") == ""
    window.close()
    assert application.windows == []
    saved = store_at(visit_file).read().get(Person, person.id)
    assert saved is not None
    assert saved.family["en"] == "At Once"
    qtbot.wait(1)  # nothing comes later


def test_an_edit_before_the_pages_are_there_is_on_them(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    window = at_once(application, visit_file)
    assert window.session.set_field("p1", "text.en", "Edited early.") == ""
    with qtbot.waitSignal(window.service.rendered, timeout=LONG) as rendered:
        assert window.preview.pack() is not None
    assert rendered.args[0].pages > 0


def test_the_language_can_be_switched_at_once(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    window = at_once(application, visit_file)
    application.set_language("ja")
    assert window.places.item(1).text() == "日程"
    qtbot.waitUntil(lambda: window.complete and window.preview.rendered is not None, timeout=LONG)
    application.set_language("en")


def test_a_file_can_be_dropped_at_once(
    opened: Open, application: Application, visit_file: Path
) -> None:
    other = visit_file.with_name("other.lbrief")
    store_at(other).create(sample_visit())
    window = at_once(application, visit_file)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(other))])
    window.dropEvent(
        QDropEvent(
            QPointF(10, 10),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert [Path(one.session.place.address) for one in application.windows] == [
        visit_file.resolve(),
        other.resolve(),
    ]
    del opened
