"""The editions in the form of a pack."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from lohum_brief.release.blockers import answer
from lohum_brief.release.editions import issue
from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack
from lohum_brief.window.editions import Known
from lohum_brief.window.live import printing
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.packs.edition_list import EditionList
from lohum_brief.window.packs.packs_place import PacksPlace
from tests.window.conftest import LONG, Open


@pytest.fixture
def issued(visit_file: Path) -> Path:
    """The visit with an edition."""
    with store_at(visit_file).open() as opened:
        [pack] = opened.visit.of(Pack)
        out = visit_file.parent / "guests.pdf"
        issue(opened, pack, out, time=1_753_375_200, recipients="Embassy <b>")
    return visit_file


@pytest.fixture
def listed(issued: Path, opened: Open, qtbot: QtBot) -> EditionList:
    window = opened(issued)
    window.open_record("guests")
    place = window.shown
    assert isinstance(place, PacksPlace)
    found = place.composer.editions
    qtbot.waitUntil(found.open.isEnabled, timeout=LONG)
    return found


def row(found: EditionList) -> list[str]:
    item = found.tree.topLevelItem(0)
    assert item is not None
    return [item.text(column) for column in range(found.tree.columnCount())]


def test_each_edition_is_listed_with_what_has_changed_since(
    listed: EditionList, qtbot: QtBot, issued: Path
) -> None:
    assert row(listed)[:4] == ["1", "24 July 2025, 22:10", "Embassy <b>", "nothing changed"]
    session = listed._session
    session.set_field("p1", "text.hi", "नया")
    qtbot.waitUntil(lambda: row(listed)[3] == "1 changed", timeout=LONG)
    item = listed.tree.topLevelItem(0)
    assert item is not None
    wanted: list[str] = []
    listed.wanted.connect(wanted.append)
    child = item.child(0)
    assert child is not None
    listed.tree.itemActivated.emit(child, 2)
    assert wanted == ["p1"]
    assert len(store_at(issued).editions()) == 1


def test_for_whom_is_changed_in_its_cell(listed: EditionList, qtbot: QtBot, issued: Path) -> None:
    listed.tree.setCurrentItem(listed.tree.topLevelItem(0))  # type: ignore[arg-type]
    qtbot.keyClick(listed.tree, Qt.Key.Key_F2)
    editor = listed.tree.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Ms Sato")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: store_at(issued).editions()[0].imprint.recipients == "Ms Sato", timeout=LONG
    )
    qtbot.waitUntil(lambda: row(listed)[2] == "Ms Sato", timeout=LONG)
    item = listed.tree.topLevelItem(0)
    assert item is not None
    item.setText(2, "x" * 600)
    assert row(listed)[2] == "Ms Sato"
    assert "one line" in listed._told.text()


def test_the_file_is_opened_and_only_while_it_is_the_issued_one(
    listed: EditionList, qtbot: QtBot, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    file = issued.parent / "guests.pdf"
    listed.open.click()
    assert opened == [str(file)]
    file.write_bytes(b"%PDF- another")
    listed._session.editions.want(again=True)
    qtbot.waitUntil(lambda: not listed.open.isEnabled(), timeout=LONG)
    assert "guests.pdf is no longer there, or was changed" in listed._told.text()


def test_an_edition_is_printed_as_it_was_issued(
    listed: EditionList, issued: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _self: 1)

    class Progress:
        def __init__(
            self, _window: VisitWindow, _printer: object, found: object, pages: list[int]
        ) -> None:
            assert pages
            printed.append(found.pdf)  # type: ignore[attr-defined]

        def exec(self) -> None:
            return

    monkeypatch.setattr(printing, "PrintProgress", Progress)
    listed._session.set_field("p1", "text.hi", "नया")
    listed.print.click()
    assert printed == [(issued.parent / "guests.pdf").read_bytes()]


@pytest.mark.usefixtures("plain_text")
def test_a_file_without_pages_is_opened_and_not_printed(
    listed: EditionList, qtbot: QtBot, issued: Path
) -> None:
    editions = listed._session.editions
    editions._known[1] = Known(None, issued.parent / "guests.txt")
    editions.changed.emit()
    qtbot.waitUntil(lambda: not listed.print.isEnabled(), timeout=LONG)
    assert listed.open.isEnabled()


def test_read_only_it_can_be_read(issued: Path, opened: Open, qtbot: QtBot) -> None:
    with store_at(issued).open():
        window = opened(issued)
        window.open_record("guests")
        place = window.shown
        assert isinstance(place, PacksPlace)
        found = place.composer.editions
        qtbot.waitUntil(found.open.isEnabled, timeout=LONG)
        item = found.tree.topLevelItem(0)
        assert item is not None
        assert not item.flags() & Qt.ItemFlag.ItemIsEditable


def test_a_pack_without_editions_says_how_to_make_one(window: VisitWindow) -> None:
    window.open_record("guests")
    place = window.shown
    assert isinstance(place, PacksPlace)
    assert "Issue pack…" in place.composer.editions._told.text()
    assert place.composer.editions.tree.isHidden()


def test_what_was_printed_as_it_is_stands_below_its_edition(
    visit_file: Path, opened: Open, qtbot: QtBot
) -> None:
    with store_at(visit_file).open() as held:
        held.commit(edit.set_field(held.visit, "p1", "text.ja", ""))
        [pack] = held.visit.of(Pack)
        answers = [answer("p1", "text.ja", "late <b>", "A. Rao")]
        issue(held, pack, visit_file.parent / "guests.pdf", time=1_753_375_200, answers=answers)
    window = opened(visit_file)
    window.open_record("guests")
    place = window.shown
    assert isinstance(place, PacksPlace)
    tree = place.composer.editions.tree
    qtbot.waitUntil(lambda: tree.topLevelItemCount() == 1, timeout=LONG)
    item = tree.topLevelItem(0)
    assert item is not None
    below = item.child(0)
    assert below is not None
    assert (below.text(1), below.text(3)) == ("missing", "As it is, A. Rao: late <b>")
    wanted: list[str] = []
    place.composer.editions.wanted.connect(wanted.append)
    tree.itemActivated.emit(below, 0)
    assert wanted == ["p1"]
