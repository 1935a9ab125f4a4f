"""What another program writes to the visit that a window shows is taken up in it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import OpenVisit
from lohum_brief.visit import edit
from lohum_brief.visit.records import Paragraph, Person
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.form import RecordForm
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import small
from tests.store.memory import Memory
from tests.window.conftest import LONG, go

HERE = "memory://office/visit"


@pytest.fixture
def other(memory: Memory) -> Iterator[OpenVisit]:
    """Another program that edits a visit in memory."""
    del memory
    store_at(HERE).create(Visit(small()))
    with store_at(HERE).open(who="Asha") as opened:
        yield opened


@pytest.fixture
def reader(application: Application, other: OpenVisit, qtbot: QtBot) -> VisitWindow:
    """A window that can only read it meanwhile."""
    del other
    window = application.open(HERE)
    assert window is not None
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)
    assert window.session.locked
    return window


def kept(window: VisitWindow) -> str:
    return window.header._kept.text()


def test_a_window_that_only_reads_follows_whoever_edits(
    reader: VisitWindow, other: OpenVisit, qtbot: QtBot
) -> None:
    go(reader, "people")
    shown = reader.shown
    assert isinstance(shown, Browser)
    shown.show_record("per2")
    assert not reader.watch.look(), "nobody has edited it"
    with qtbot.waitSignal(reader.service.rendered, timeout=LONG):
        other.commit(edit.set_field(other.visit, "per1", "family.en", "Renamed"))
        other.commit(edit.set_field(other.visit, "p1", "text.en", "Written by others"))
        assert reader.watch.look()
    assert reader.session.visit == other.visit
    assert reader.shown is shown
    assert shown.current() == "per2", "the selection stays"
    names = [str(shown.table.model().index(row, 0).data()) for row in range(2)]
    assert any("Renamed" in name.title() for name in names), names
    assert "changed by Asha" in kept(reader)
    assert reader.session.undo_label is not None
    assert "Change paragraph" in reader.session.undo_label
    assert not reader.watch.look(), "it is in step"


def test_it_is_looked_for_again_and_again(
    reader: VisitWindow, other: OpenVisit, qtbot: QtBot
) -> None:
    other.commit(edit.remove(other.visit, "per2"))
    reader.watch.timer.setInterval(0)
    qtbot.waitUntil(lambda: "per2" not in reader.session.visit.by_id, timeout=LONG)


def test_who_waits_for_the_visit_can_write_when_the_other_has_left(
    reader: VisitWindow, other: OpenVisit
) -> None:
    other.commit(edit.remove(other.visit, "per2"))
    other.close()
    go(reader, "people")
    row = reader.places.currentRow()
    assert reader.watch.look()
    assert not reader.session.locked
    assert reader.places.currentRow() == row, "one stays where one was"
    assert reader.session.set_field("p1", "text.en", "Now here") == ""
    assert "Now here" in store_at(HERE).read().by_id["p1"].text["en"]  # type: ignore[union-attr]


def test_who_only_reads_is_offered_to_edit_when_the_other_has_left_and_wrote_nothing(
    reader: VisitWindow, other: OpenVisit, qtbot: QtBot
) -> None:
    assert not reader.watch.look()
    assert reader.banner.edit.isHidden()
    assert "Asha" in reader.banner.text.text()
    other.close()
    reader.watch.timer.setInterval(0)
    qtbot.waitUntil(lambda: not reader.banner.edit.isHidden(), timeout=LONG)
    assert "Asha" not in reader.banner.text.text()
    assert reader.session.locked, "it is offered, and not done"
    go(reader, "people")
    row = reader.places.currentRow()
    reader.banner.edit.click()
    assert not reader.session.locked
    assert reader.banner.isHidden()
    assert reader.places.currentRow() == row, "one stays where one was"
    assert reader.session.set_field("p1", "text.en", "Now here") == ""


def test_the_offer_goes_when_a_third_was_quicker(reader: VisitWindow, other: OpenVisit) -> None:
    other.close()
    reader.watch.look()
    assert not reader.banner.edit.isHidden()
    with store_at(HERE).open(who="Ravi") as third:
        assert not third.read_only
        reader.watch.look()
        assert reader.banner.edit.isHidden()
        reader.watch.take_up()
        assert "Ravi" in reader.session.locked
    reader.watch.look()
    assert not reader.banner.edit.isHidden()


def test_a_file_is_offered_to_its_reader_when_it_is_free(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    with store_at(visit_file).open(who="Ravi"):
        window = application.open(visit_file)
        assert window is not None
        qtbot.waitUntil(lambda: window.complete, timeout=LONG)
        window.watch.look()
        assert window.banner.edit.isHidden()
    window.watch.look()
    window.banner.edit.click()
    assert window.session.set_field("p1", "text.en", "Now here") == ""
    with store_at(visit_file).open(who="Late") as late:
        assert late.read_only


@pytest.fixture
def writer(application: Application, memory: Memory, qtbot: QtBot) -> VisitWindow:
    """A window that edits the visit, past whose lock others write."""
    del memory
    store_at(HERE).create(Visit(small()))
    window = application.open(HERE)
    assert window is not None
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)
    return window


def write_past_the_lock(memory: Memory, change: edit.Edit) -> None:
    held = memory.kept[HERE]
    held.visit = edit.apply(held.visit, change)
    held.version += 1


def test_what_somebody_types_is_kept_on_top_of_what_others_wrote(
    writer: VisitWindow, memory: Memory
) -> None:
    session = writer.session
    session.set_field("p2", "text.en", "Before")
    writer.open_record("p1", "text.en")
    area = writer.focusWidget()
    assert isinstance(area, TextArea)
    area.setPlainText("Just being typed")
    told: list[edit.Edit] = []
    session.changed.connect(told.append)
    write_past_the_lock(memory, edit.set_field(session.visit, "per1", "family.en", "Renamed"))
    assert writer.watch.look()
    visit = session.visit
    assert visit == store_at(HERE).read()
    paragraph, person = visit.get(Paragraph, "p1"), visit.get(Person, "per1")
    assert paragraph is not None
    assert paragraph.text["en"] == "Just being typed"
    assert person is not None
    assert person.family["en"] == "Renamed"
    assert len(told) == 1, "both are told as one edit"
    assert session.waiting == 0
    assert not session.trouble
    session.undo()
    assert session.visit.by_id["p1"] != paragraph, "the history goes on"


def test_nothing_is_taken_up_under_an_open_dialog(
    writer: VisitWindow, memory: Memory, qtbot: QtBot
) -> None:
    dialog = QDialog(writer)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible, timeout=LONG)
    write_past_the_lock(memory, edit.remove(writer.session.visit, "per2"))
    assert not writer.watch.look()
    assert "per2" in writer.session.visit.by_id
    dialog.reject()
    assert writer.watch.look()
    assert "per2" not in writer.session.visit.by_id


def test_a_visit_that_is_gone_stays_in_the_window(writer: VisitWindow, memory: Memory) -> None:
    held = memory.kept.pop(HERE)
    before = writer.session.visit
    assert not writer.watch.look()
    assert writer.session.visit == before
    memory.kept[HERE] = held


def test_a_file_that_somebody_else_has_open_is_followed(
    application: Application, visit_file: Path, qtbot: QtBot
) -> None:
    with store_at(visit_file).open(who="Ravi") as other:
        window = application.open(visit_file)
        assert window is not None
        qtbot.waitUntil(lambda: window.complete, timeout=LONG)
        assert window.session.locked
        assert not window.watch.look()
        other.commit(edit.set_field(other.visit, "p1", "text.en", "Written by others"))
        assert window.watch.look()
        assert window.session.visit == other.visit
        assert "changed by Ravi" in kept(window)
        other.commit(edit.set_field(other.visit, "p1", "text.en", "And again"))
    assert window.watch.look()
    assert not window.session.locked, "it is free now"
    form = window.shown.findChild(RecordForm) if window.shown else None
    assert form is None or form.isEnabled()
    assert window.session.set_field("p1", "text.en", "Now here") == ""


def test_a_file_that_is_replaced_under_the_window_is_taken_up(
    window: VisitWindow, visit_file: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.lbrief"
    assert window.session.save_copy(store_at(copy))
    with store_at(copy).open() as other:
        other.commit(edit.set_field(other.visit, "p1", "text.en", "From a share"))
        wanted = other.visit
    copy.replace(visit_file)
    assert window.watch.look()
    assert window.session.visit == wanted
    assert window.session.set_field("p2", "text.en", "Goes on") == ""
    assert store_at(visit_file).read() == window.session.visit
