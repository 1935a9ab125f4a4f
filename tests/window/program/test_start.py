"""Where one begins: what was open last, what is not there any more, new visits, files that cannot
be opened.
"""

import datetime as dt
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit import edit
from lohum_brief.visit.records import Item, Pack, Particulars
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window import commands
from lohum_brief.window.application import Application
from lohum_brief.window.overview.card_list import Cards
from lohum_brief.window.program import opening
from lohum_brief.window.program.new_visit import NewVisit
from lohum_brief.window.program.recent import recent
from lohum_brief.window.program.rescue import Rescue
from lohum_brief.window.program.start import Start
from tests.window.conftest import LONG, Open


def make(path: Path, title: Text, start: dt.date | None = None) -> Path:
    store_at(path).create(
        Visit(
            [
                Particulars(
                    id="visit", audience="public", title=title, start=start, place=Text(en="Noida")
                ),
                Pack(id="p", audience="guest", title=Text(hi="पैक", en="p", ja="資料")),
            ]
        ),
    )
    return path


def cards(start: Start) -> list[str]:
    return [start.list.item(row).text() for row in range(start.list.count())]


def test_what_was_open_last_is_listed_first_with_what_is_known_of_it(
    application: Application, opened: Open, tmp_path: Path
) -> None:
    tomorrow = dt.datetime.now().astimezone().date() + dt.timedelta(days=1)
    opened(make(tmp_path / "one.lbrief", Text(en="One", ja="一"), tomorrow)).close()
    opened(make(tmp_path / "two.lbrief", Text(en="Two <b>R&D</b>"))).close()
    start = application.start()
    assert cards(start) == ["Two <b>R&D</b>", "One"]
    one = start.list.item(1)
    assert one.data(Cards.RIGHT) == "tomorrow"
    assert one.data(Cards.SHARE) == 66, "four of six texts"
    assert "Noida" in one.data(Cards.BELOW)
    application.set_language("ja")
    assert cards(start)[1] == "一"
    assert start.list.item(1).data(Cards.RIGHT) == "明日"


def test_a_visit_that_is_gone_is_marked_and_can_be_taken_off_the_list(
    application: Application, opened: Open, qtbot: QtBot, tmp_path: Path
) -> None:
    path = make(tmp_path / "one.lbrief", Text(en="One"))
    opened(path).close()
    path.unlink()
    start = application.start()
    qtbot.waitUntil(lambda: bool(start.list.item(0).data(Cards.FADED)), timeout=LONG)
    start.list.setFocus()
    start.forget(start.list.currentItem())
    assert cards(start) == []
    assert recent(application.settings) == []


def test_nobody_else_reads_the_titles_of_recent_visits(application: Application) -> None:
    application.settings.setValue("recent visits", '[{"path": "/secret"}]')
    application.settings.sync()
    place = Path(application.settings.fileName())
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert "secret" in place.read_text()


def test_settings_that_cannot_be_read_list_nothing(application: Application) -> None:
    application.settings.setValue("recent visits", '[{"path": 7}')
    assert cards(application.start()) == []


def test_enter_opens_the_chosen_visit_and_closes_the_start_page(
    application: Application, opened: Open, tmp_path: Path
) -> None:
    path = make(tmp_path / "one.lbrief", Text(en="One"))
    opened(path).close()
    start = application.start()
    start.list.itemActivated.emit(start.list.currentItem())
    assert [Path(window.session.place.address) for window in application.windows] == [path]
    assert not start.isVisible()


def test_a_file_that_is_dropped_is_opened(application: Application, tmp_path: Path) -> None:
    path = make(tmp_path / "one.lbrief", Text(en="One"))
    start = application.start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    start.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    assert [Path(window.session.place.address) for window in application.windows] == [path]


def test_a_new_visit_comes_from_a_template_with_its_day_and_title(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "call"

    def fill(dialog: NewVisit) -> int:
        dialog.templates.setCurrentRow(1)
        dialog.title.setText("Call: the minister / R&D")
        dialog.objective.setText("Agree on a contact.")
        dialog.day.setText("8 July 2025")
        dialog.accept()
        return dialog.result()

    asked: list[str] = []

    def name(_parent: object, _title: str, offered: str, _kind: str) -> tuple[str, str]:
        asked.append(offered)
        return str(path), ""

    monkeypatch.setattr(NewVisit, "exec", fill)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    opening.new(application)
    made = store_at(path.with_suffix(".lbrief")).read()
    assert made.particulars.title["en"] == "Call: the minister / R&D"
    assert made.particulars.objective["en"] == "Agree on a contact."
    assert made.particulars.start == dt.date(2025, 7, 8)
    assert made.of(Item)[0].title["en"] == "Host team pre-brief"
    assert Path(asked[0]).name == "Call the minister R&D.lbrief"


def test_a_day_that_cannot_be_read_keeps_the_dialog_open(
    application: Application, qtbot: QtBot
) -> None:
    del application
    dialog = NewVisit()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.day.setText("someday")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.result() == 0


def test_for_a_damaged_visit_the_backup_is_opened_as_a_copy(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "one.lbrief", Text(en="Good"))
    with store_at(path).open() as held:
        held.commit(edit.set_field(held.visit, "visit", "place.en", "Elsewhere"))
    damaged = path.read_bytes()[:1000]
    path.write_bytes(damaged)
    asked: list[Rescue] = []

    def yes(rescue: Rescue) -> int:
        asked.append(rescue)
        return 1

    monkeypatch.setattr(Rescue, "exec", yes)
    window = application.open(path)
    assert window is None
    assert len(asked) == 1
    [copy] = application.windows
    assert copy.session.visit.particulars.title["en"] == "Good"
    assert Path(copy.session.place.address).name.startswith("one ")
    assert path.read_bytes() == damaged


def test_every_button_of_the_start_page_is_in_the_language_chosen(application: Application) -> None:
    start = application.start()
    for lang in ("hi", "ja"):
        application.set_language(lang)
        page = start.centralWidget()
        assert page is not None
        texts = [
            button.text() or button.accessibleName() for button in page.findChildren(QPushButton)
        ]
        assert [text for text in texts if text.isascii()] == ["English"]


def test_a_copy_has_a_free_name_and_of_a_visit_that_is_only_read_it_is_opened(
    application: Application, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path / "visit.lbrief", Text(en="A visit"))
    proposed: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kind: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return name, ""

    told: list[str] = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(commands, "tell", lambda _parent, _title, sentence: told.append(sentence))
    with FileStore(path, backups=tmp_path / "backups").open():
        opened(path).banner.copy.click()
    assert [Path(window.session.place.address).name for window in application.windows] == [
        "visit.lbrief",
        "visit (2).lbrief",
    ]
    assert application.windows[1].session.locked == ""
    commands.save_copy(application.windows[1])
    assert proposed == ["visit (2).lbrief", "visit (2) (2).lbrief"]
    assert len(application.windows) == 2
    assert told[0].endswith("visit (2) (2).lbrief is written.")
