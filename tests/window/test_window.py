"""The window as somebody uses it."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import interface
from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import CLOSED
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import AnyRecord, Observation, Pack, Paragraph, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.records import RECORD
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.timetable.programme import Programme
from tests.packs.extraction import mupdf
from tests.window.conftest import LONG, Open, go


def browser(window: VisitWindow, key: str) -> Browser:
    go(window, key)
    found = window.shown
    assert isinstance(found, Browser)
    return found


def texts(found: Browser, field: str) -> TextsEditor:
    made = found.form.editors[field]
    assert isinstance(made, TextsEditor)
    return made


def shown(found: Browser) -> list[str]:
    model = found.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def test_what_is_typed_is_in_the_file_after_a_pause(
    window: VisitWindow, qtbot: QtBot, visit_file: Path
) -> None:
    texts_place = browser(window, "texts")
    texts_place.show_record("p1")
    area = texts(texts_place, "text").areas["ja"]
    area.setFocus()
    with qtbot.waitSignal(window.session.changed, timeout=LONG):
        area.selectAll()
        qtbot.keyClicks(area, "abc")
    record = store_at(visit_file).read().get(Paragraph, "p1")
    assert record is not None
    assert record.text["ja"] == "abc"
    assert window.session.undo_label is not None


def test_what_was_typed_just_before_closing_is_kept(
    window: VisitWindow, qtbot: QtBot, visit_file: Path
) -> None:
    texts_place = browser(window, "texts")
    texts_place.show_record("p1")
    area = texts(texts_place, "text").areas["en"]
    area.selectAll()
    qtbot.keyClicks(area, "just before")
    window.close()
    record = store_at(visit_file).read().get(Paragraph, "p1")
    assert record is not None
    assert record.text["en"] == "just before"
    [left] = [one for one in store_at(visit_file).backups() if one.reason == CLOSED]
    assert store_at(left.address).read().get(Paragraph, "p1") == record


def test_what_is_being_composed_when_the_window_closes_is_kept(
    window: VisitWindow, qtbot: QtBot, visit_file: Path
) -> None:
    texts_place = browser(window, "texts")
    texts_place.show_record("p1")
    area = texts(texts_place, "text").areas["ja"]
    area.selectAll()
    qtbot.keyClicks(area, "a")
    area.setFocus()
    QApplication.sendEvent(area, QInputMethodEvent("電池", []))
    window.close()
    record = store_at(visit_file).read().get(Paragraph, "p1")
    assert record is not None
    assert record.text["ja"] == "a電池"


def test_no_break_spaces_and_lines_survive_the_editor(window: VisitWindow, qtbot: QtBot) -> None:
    text = "10\u00a0kg\nnext"
    assert window.session.set_field("p1", "text.en", text) == ""
    texts_place = browser(window, "texts")
    texts_place.show_record("p1")
    area = texts(texts_place, "text").areas["en"]
    assert area.text() == text
    area.moveCursor(area.textCursor().MoveOperation.End)
    with qtbot.waitSignal(window.session.changed, timeout=LONG):
        qtbot.keyClicks(area, "!")
    record = window.session.visit.get(Paragraph, "p1")
    assert record is not None
    assert record.text["en"] == text + "!"


def test_a_changed_figure_is_on_the_page_and_undo_takes_it_back(
    window: VisitWindow, qtbot: QtBot
) -> None:
    [observation] = window.session.visit.of(Observation)[:1]
    with qtbot.waitSignal(window.service.rendered, timeout=LONG) as first:
        assert window.session.set_field(observation.id, "value", "98765") == ""
    assert "98,765" in _text(first.args[0].pdf)
    with qtbot.waitSignal(window.service.rendered, timeout=LONG) as second:
        window.session.undo()
    assert "98,765" not in _text(second.args[0].pdf)


def test_how_long_a_figure_holds_is_typed_and_undone(window: VisitWindow) -> None:
    plant = browser(window, "plant")
    [observation] = window.session.visit.of(Observation)[:1]
    plant.show_record(observation.id)
    line = plant.form.editors["holds"]
    for written, fault, days in (("0", True, None), ("soon", True, None), ("90", False, 90)):
        line.setText(written)
        line.textEdited.emit(written)
        line.flush()
        assert bool(plant.form.fault("holds")) is fault
        now = window.session.visit.get(Observation, observation.id)
        assert now is not None
        assert now.holds == days
    window.session.undo()
    assert window.session.visit.get(Observation, observation.id) == observation


def _text(pdf: bytes) -> str:
    return "\n".join(mupdf(pdf))


def test_a_wrong_value_is_said_beside_the_field_and_stays_to_be_put_right(
    window: VisitWindow, qtbot: QtBot
) -> None:
    plant = browser(window, "plant")
    [observation] = window.session.visit.of(Observation)[:1]
    plant.show_record(observation.id)
    line = plant.form.editors["value"]
    line.selectAll()
    qtbot.keyClicks(line, "many")
    line.flush()
    assert line.text() == "many"
    assert plant.form.fault("value")
    assert window.session.visit.get(Observation, observation.id) == observation
    line.selectAll()
    for written, value in (("12,500", 12_500), ("1.2 lakh", 120_000), ("3.4億", 340_000_000)):
        line.setText(written)
        line.textEdited.emit(written)  # a simulated keyboard has Latin keys only
        line.flush()
        assert plant.form.fault("value") == ""
        now = window.session.visit.get(Observation, observation.id)
        assert now is not None
        assert now.value == value


def test_a_missing_translation_is_a_finding_that_leads_to_its_field(
    window: VisitWindow, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(
        window.findings.counted, timeout=LONG, check_params_cb=lambda counts: bool(counts["p2"])
    ):
        window.session.set_field("p2", "text.ja", "")
    panel = window.findings
    [index] = [
        panel.list.index(at, 0, panel.list.index(row, 0))
        for row, group in enumerate(panel.list.groups)
        for at, entry in enumerate(group.entries)
        if (entry.finding.record, entry.finding.field) == ("p2", "text.ja")
    ]
    panel.tree.activated.emit(index)
    found = window.shown
    assert isinstance(found, Browser)
    assert (found.place.key, found.current()) == ("texts", "p2")
    window.activateWindow()
    assert window.focusWidget() is texts(found, "text").areas["ja"]


def test_entries_are_added_moved_and_removed_and_each_step_is_undone(window: VisitWindow) -> None:
    people = browser(window, "people")
    before = [person.id for person in window.session.visit.of(Person)]
    people.add()
    new = people.current()
    assert new not in before
    people.move_selected(-1)
    assert people.current() == new
    order = [person.id for person in window.session.visit.of(Person)]
    assert sorted(order) == sorted([*before, new])
    people.show_record(before[0])
    people.remove()
    assert before[0] not in [person.id for person in window.session.visit.of(Person)]
    for _ in range(3):
        window.session.undo()
    assert [person.id for person in window.session.visit.of(Person)] == before


@pytest.mark.parametrize(
    "place",
    [place for place in PLACES if place.key not in ("overview", "programme")],
    ids=lambda place: place.key,
)
def test_one_of_every_kind_can_be_added_and_every_field_is_shown(
    window: VisitWindow, place: object
) -> None:
    found = browser(window, place.key)  # type: ignore[attr-defined]
    for at, kind in enumerate(place.kinds):  # type: ignore[attr-defined]
        found.tabs.setCurrentIndex(at)
        count = len(window.session.visit.of(kind))
        found.add()
        assert len(window.session.visit.of(kind)) == count + 1
        assert found.form.editors
        window.session.undo()


def test_the_filter_finds_words_in_any_column(window: VisitWindow) -> None:
    people = browser(window, "people")
    assert len(shown(people)) == 2
    people.search.setText("mihon")
    assert [name for name in shown(people) if "MIHON" in name] == shown(people) != []
    people.search.setText("mihon nobody")
    assert shown(people) == []
    people.show_record("per2")
    assert people.current() == "per2", "whoever is gone to is shown, whatever was filtered"


def test_going_to_a_place_shows_the_page_of_what_is_selected_there(window: VisitWindow) -> None:
    pages = window.preview.pages
    people = browser(window, "people")
    place = next(place for place in pages.places if place.record == people.current())
    assert pages.marked[0] == place


def test_a_click_on_a_page_opens_what_printed_there(window: VisitWindow, qtbot: QtBot) -> None:
    go(window, "overview")
    pages = window.preview.pages
    pages.show_record("p1")
    with qtbot.waitSignal(pages.clicked, timeout=LONG):
        pages.clicked.emit("p1", "", "")
    found = window.shown
    assert isinstance(found, Browser)
    assert found.current() == "p1"


@pytest.mark.parametrize(("lang", "people"), [("hi", "व्यक्ति"), ("ja", "人物")])
def test_the_interface_changes_its_language_at_once_and_stays_where_it_was(
    window: VisitWindow, lang: Lang, people: str
) -> None:
    browser(window, "people").show_record("per2")
    window.application.set_language(lang)
    found = window.shown
    assert isinstance(found, Browser)
    assert found.current() == "per2"
    assert people in window.places.item(3).text()
    names = [action.text() for action in window.menuBar().actions()]
    assert len(names) == len(set(names)) == 4
    assert interface() == lang


def test_the_tab_of_a_place_stays_when_the_window_is_made_anew(window: VisitWindow) -> None:
    browser(window, "partnership").tabs.setCurrentIndex(2)
    browser(window, "minerals").tabs.setCurrentIndex(2)
    window.application.set_colours("dark")
    assert browser(window, "minerals").tabs.currentIndex() == 2
    window.application.set_language("hi")
    assert browser(window, "partnership").tabs.currentIndex() == 2


def test_a_unit_is_called_as_it_prints_and_stored_by_its_key(window: VisitWindow) -> None:
    window.application.set_language("hi")
    plant = browser(window, "plant")
    plant.show_record("m1")
    unit = plant.form.editors["unit"]
    assert unit.currentText() == "टन/वर्ष"
    unit.setEditText("सदस्य")
    unit.flush()
    assert window.session.visit.by_id["m1"].unit == "members"  # type: ignore[union-attr]
    unit.setEditText("bags")
    unit.flush()
    assert window.session.visit.by_id["m1"].unit == "bags", "any other unit may be written"  # type: ignore[union-attr]
    unit.setEditText("persons")
    unit.flush()
    assert window.session.visit.by_id["m1"].unit == "people", "as an import reads it"  # type: ignore[union-attr]


def test_another_language_changes_no_unit(window: VisitWindow) -> None:
    window.session.set_field("m1", "unit", "t, lithium content")
    browser(window, "plant").show_record("m1")
    for lang in ("hi", "ja", "en"):
        assert browser(window, "plant").form.editors["unit"].currentText()
        window.application.set_language(lang)
        assert window.session.visit.by_id["m1"].unit == "t, lithium content"  # type: ignore[union-attr]


def test_what_somebody_else_has_open_can_be_read_and_not_changed(
    opened: Open, visit_file: Path
) -> None:
    with store_at(visit_file).open(who="Asha Rao"):
        window = opened(visit_file)
        banner = [
            label.text() for label in window.findChildren(QLabel) if "Asha Rao" in label.text()
        ]
        assert banner
        found = browser(window, "texts")
        found.show_record("p1")
        assert not texts(found, "text").isEnabled()


def test_markup_in_a_text_is_shown_as_it_was_written(opened: Open, tmp_path: Path) -> None:
    evil = "<img src='/etc/passwd'><b>R&D</b>"
    path = tmp_path / "evil.lbrief"
    title = Text(hi=evil, en=evil, ja=evil)
    records: list[AnyRecord] = [
        Particulars(id="visit", audience="public", title=title),
        Pack(id="p", audience="guest", title=title),
    ]
    store_at(path).create(Visit(records))
    window = opened(path)
    labels = [label for label in window.findChildren(QLabel) if label.text() == evil]
    assert labels
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    buttons = [
        button.text() for button in window.findChildren(QPushButton) if "R&" in button.text()
    ]
    assert all("R&&D" in text for text in buttons)


def test_when_the_process_that_sets_pages_dies_another_takes_over(
    window: VisitWindow, qtbot: QtBot
) -> None:
    first = window.service
    with qtbot.waitSignal(first.died, timeout=LONG):
        first.process.kill()
    assert window.service is not first
    with qtbot.waitSignal(window.service.rendered, timeout=LONG):
        pass


def test_a_file_that_is_not_ours_is_refused_in_a_sentence(
    application: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(application, "tell", told.append)
    path = tmp_path / "other.lbrief"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    assert application.open(path) is None
    assert path.name in told[0]


def _packs() -> list[Pack]:
    return [Pack(id="p", audience="guest", title=Text(en="p"))]


def test_the_sample_opens_with_every_place_filled(opened: Open, tmp_path: Path) -> None:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    window = opened(path)
    assert window.preview.pages.count > 50
    for place in PLACES[1:]:
        go(window, place.key)
        found = window.shown
        if isinstance(found, Programme):
            assert found.current()
            continue
        assert isinstance(found, Browser)
        assert found.table.model().rowCount()
        assert found.table.model().index(0, 0).data(RECORD) == found.current()
