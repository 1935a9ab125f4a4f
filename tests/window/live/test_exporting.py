"""Packs exported through the window."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from lohum_brief.release import writing
from lohum_brief.service.messages.files import Exported
from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack, Paragraph
from lohum_brief.visit.visit import Visit
from lohum_brief.window.live.exporting import ExportDialog, export_all, export_shown
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import pack, small
from tests.window.conftest import LONG, Open
from tests.window.live.conftest import Ask


def test_a_pack_is_exported_and_an_old_file_replaced(
    ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    dialog = ask(export_shown)
    dialog.where.path.setText(str(tmp_path / "out"))
    assert "out.pdf" in dialog.where.note.text()
    dialog.begin()  # before it is known whether anything stands against it
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert out.read_bytes().startswith(b"%PDF-")
    assert str(out) in dialog.finished_text()
    assert dialog._open.isVisibleTo(dialog)
    assert dialog._show.isVisibleTo(dialog)
    out.unlink()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert out.exists(), "exported again"
    dialog.reject()


def test_a_finding_leads_to_its_field(ask: Ask, window: VisitWindow, qtbot: QtBot) -> None:
    assert window.session.set_field("visit", "guest_zone", "Mars/Phobos") == ""
    dialog = ask(export_shown)
    qtbot.waitUntil(lambda: dialog._against.faults.topLevelItemCount() > 0, timeout=LONG)
    item = dialog._against.faults.topLevelItem(0)
    assert item is not None
    assert "Time zone of the guests" in item.text(0)
    with qtbot.waitSignal(dialog.leading) as led:
        dialog._against.faults.itemActivated.emit(item, 0)
    assert led.args == ["visit", "guest_zone"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("typed", ["/", "", ".", "..", "x" * 5000, "/no/such/folder", "a\tb"])
def test_whatever_is_typed_for_a_file_is_taken_calmly(ask: Ask, typed: str) -> None:
    dialog = ask(export_shown)
    dialog.where.path.setText(typed)
    assert dialog.paths()[0].suffix == ".pdf"
    dialog.reject()


@pytest.mark.usefixtures("plain_text")
def test_a_file_of_another_kind_keeps_its_suffix(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(export_shown)
    dialog.where.path.setText(str(tmp_path / "guests.Txt"))
    assert dialog.paths() == [tmp_path / "guests.Txt"]
    dialog.where.path.setText(str(tmp_path / "guests.doc"))
    assert dialog.paths() == [tmp_path / "guests.doc.pdf"]
    asked: list[tuple[Any, ...]] = []

    def ask_for_a_name(*about: Any) -> tuple[str, str]:
        asked.append(about)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask_for_a_name)
    dialog.where.browse.click()
    assert asked[0][-1] == "PDF (*.pdf);;Text (*.txt)"
    dialog.reject()


@pytest.mark.usefixtures("plain_text")
def test_what_all_packs_become_is_chosen(
    window: VisitWindow,
    ask: Ask,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.session.commit(lambda now: edit.add(now, pack(id="second", sections=("sec:prose",))))
    dialog = ask(export_all)
    form = dialog.where.form
    assert form.isVisibleTo(dialog)
    assert [form.itemText(at) for at in range(form.count())] == ["PDF", "Text"]
    assert {path.suffix for path in dialog.paths()} == {".pdf"}
    form.setCurrentIndex(1)
    dialog.where.path.setText(str(tmp_path))
    assert {path.suffix for path in dialog.paths()} == {".txt"}
    asked: list[str] = []
    monkeypatch.setattr(dialog._service.ask, "export", lambda _pack, out: asked.append(out))
    dialog.begin()
    qtbot.waitUntil(lambda: bool(asked), timeout=LONG)
    assert asked == [str(dialog.paths()[0])]
    assert asked[0].endswith(".txt")
    dialog.reject()


def test_where_there_is_one_kind_of_file_none_is_chosen(window: VisitWindow, ask: Ask) -> None:
    window.session.commit(lambda now: edit.add(now, pack(id="second", sections=("sec:prose",))))
    dialog = ask(export_all)
    assert not dialog.where.form.isVisibleTo(dialog)
    dialog.reject()


def test_a_folder_takes_the_proposed_name(ask: Ask, tmp_path: Path) -> None:
    dialog = ask(export_shown)
    dialog.where.path.setText(f"{tmp_path}/")
    assert dialog.paths() == [tmp_path / "guests.hi-ja.pdf"]
    dialog.reject()


def test_the_dialog_proposes_a_name_beside_the_visit(ask: Ask, visit_file: Path) -> None:
    dialog = ask(export_shown)
    assert dialog.paths() == [visit_file.parent / "guests.hi-ja.pdf"]
    dialog.reject()


def test_return_exports_wherever_the_keyboard_is(
    ask: Ask, qtbot: QtBot, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(export_shown)
    monkeypatch.setattr(dialog.where, "choose", lambda: pytest.fail("asked for a name"))
    dialog.show()
    dialog._list.setFocus()
    qtbot.keyClick(dialog._list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert (visit_file.parent / "guests.hi-ja.pdf").exists()
    dialog.reject()


def test_cancelling_leaves_the_old_file_and_nothing_beside_it(
    ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"old")
    dialog = ask(export_shown)
    dialog.where.path.setText(str(out))
    qtbot.waitSignal(dialog._service.found, timeout=LONG).wait()
    dialog.begin()
    (tmp_path / f"{writing._unfinished(dialog._service.pid)}{'0' * 16}.tmp").write_bytes(b"half")
    dialog.reject()
    assert out.read_bytes() == b"old"
    assert list(tmp_path.glob(".*.tmp")) == []


def test_all_packs_go_into_a_folder_each_with_its_result(
    opened: Open, ask: Ask, qtbot: QtBot, tmp_path: Path, window: VisitWindow
) -> None:
    del opened
    second = pack(id="second", sections=("sec:nowhere",))
    window.session.commit(lambda now: edit.add(now, second))
    folder = tmp_path / "all"
    folder.mkdir()
    dialog = ask(export_all)
    dialog.where.path.setText(str(folder))
    qtbot.waitSignal(dialog._service.found, timeout=LONG).wait()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert isinstance(dialog.results[0], Exported)
    assert isinstance(dialog.results[1], str), "a section that is not there is an error"
    assert [path.name for path in folder.iterdir()] == ["guests.hi-ja.pdf"]
    assert "not written" in dialog.finished_text()
    dialog.reject()


def test_findings_against_the_pack_are_listed_and_errors_refuse(
    opened: Open, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del monkeypatch
    path = tmp_path / "faulty.lbrief"
    rest = [record for record in small() if not isinstance(record, Pack)]
    store_at(path).create(Visit([*rest, pack(sections=("sec:prose",))]))
    window = opened(path)
    window.session.set_field("p1", "text.ja", "")
    window.session.set_field("p2", "text.en", "")
    [shown] = window.session.visit.of(Pack)
    dialog = ExportDialog(window, window.session.visit, [shown], tmp_path)
    qtbot.waitSignal(dialog._service.found, timeout=LONG).wait()
    listed = {(finding.record, finding.field) for finding in dialog._against.findings or ()}
    assert ("p1", "text.ja") in listed
    assert ("p2", "text.en") not in listed, "the pack has no English"
    assert dialog.go.isEnabled()
    dialog.reject()
    assert window.session.set_field("p1", "text.hi", "\U00012000") == ""
    assert window.session.visit.get(Paragraph, "p1") is not None
    dialog = ExportDialog(window, window.session.visit, [shown], tmp_path)
    qtbot.waitSignal(dialog._service.found, timeout=LONG).wait()
    assert not dialog.go.isEnabled()
    dialog.begin()
    assert dialog.results == {0: dialog.results[0]} and isinstance(dialog.results[0], str)  # noqa: PT018
    assert list(tmp_path.glob("*.pdf")) == []
    dialog.reject()


def test_where_the_process_dies_it_is_said_and_can_be_tried_again(
    ask: Ask, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ask(export_shown)
    dialog.where.path.setText(str(tmp_path / "out.pdf"))
    qtbot.waitSignal(dialog._service.found, timeout=LONG).wait()
    dialog.begin()
    dialog._service.process.kill()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert dialog.finished_text()
    qtbot.waitSignal(dialog._service.found, timeout=LONG).wait()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert (tmp_path / "out.pdf").exists()
    dialog.reject()
