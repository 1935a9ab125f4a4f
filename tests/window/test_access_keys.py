"""Alt and a letter: every entry of every menu and every field of a form has one, no two alike."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QLabel, QMenu, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import interface, use
from lohum_brief.visit.records import Person
from lohum_brief.window.access_keys import EXPORT, MENUS, keys_for, marked
from lohum_brief.window.fields.editors import LineEditor, LinesEditor
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG
from tests.window.test_window import browser


def key_of(text: str) -> str:
    return QKeySequence.mnemonic(text).toString().removeprefix("Alt+")


def menus_in(menu: QMenuBar | QMenu) -> list[QMenuBar | QMenu]:
    inner = [one for action in menu.actions() if isinstance(one := action.menu(), QMenu)]
    return [menu, *(found for one in inner for found in menus_in(one))]


@pytest.mark.parametrize("lang", LANGS)
def test_each_entry_of_a_menu_has_a_letter_of_its_own(window: VisitWindow, lang: Lang) -> None:
    if lang != interface():
        window.application.set_language(lang)
    found = menus_in(window.menuBar())
    assert len(found) == 8
    for menu in found:
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        keys = [key_of(text) for text in texts]
        assert all(keys), texts
        assert len(set(keys)) == len(keys), texts
    top = [action.text() for action in window.menuBar().actions()]
    assert "".join(map(key_of, top)) == MENUS
    if lang == "ja":
        assert top[0] == "ファイル(&F)"
    if lang == "hi":
        assert top[0].endswith(" (&F)")


@pytest.mark.parametrize("lang", LANGS)
def test_each_field_of_a_form_has_a_letter_of_its_own(window: VisitWindow, lang: Lang) -> None:
    if lang != interface():
        window.application.set_language(lang)
    for place, ident in (("people", "per1"), ("texts", "p1")):
        found = browser(window, place)
        found.show_record(ident)
        form = found.form
        assert form.editors
        named: list[QLabel | QCheckBox] = [
            *(one for one in form.findChildren(QLabel) if one.buddy() is not None),
            *form.findChildren(QCheckBox),
        ]
        keys = [key for one in named if (key := key_of(one.text()))]
        assert len(keys) >= min(len(form.editors) // 2, 16)
        assert len(set(keys)) == len(keys)
        assert not set(keys) & {*MENUS, EXPORT}, "they open menus, or export"


def test_alt_and_the_letter_go_to_the_field(window: VisitWindow, qtbot: QtBot) -> None:
    found = browser(window, "people")
    found.show_record(window.session.visit.of(Person)[0].id)
    form = found.form
    made = form.editors["precedence"]
    assert isinstance(made, LineEditor)
    (label,) = [one for one in form.findChildren(QLabel) if one.buddy() is made]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    found.table.setFocus()
    key = QKeySequence.mnemonic(label.text())[0].key()  # type: ignore[index]
    qtbot.keyClick(found.table, key, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(made.hasFocus, timeout=LONG)


def test_the_letter_of_a_text_goes_to_the_language_it_is_written_in(window: VisitWindow) -> None:
    original = window.session.visit.particulars.original
    found = browser(window, "people")
    found.show_record(window.session.visit.of(Person)[0].id)
    made = [
        one for one in found.form.editors.values() if isinstance(one, TextsEditor | LinesEditor)
    ]
    buddies: list[QWidget | None] = [one.buddy() for one in found.form.findChildren(QLabel)]
    reached = 0
    for editor in made:
        area = editor.areas.get(original)
        for buddy in buddies:
            if area is not None and buddy is not None and editor.isAncestorOf(buddy):
                assert buddy is area or area.isAncestorOf(buddy)
                reached += 1
    assert reached >= 3


def test_the_buddy_of_every_name_takes_the_keyboard(window: VisitWindow) -> None:
    for place in ("people", "texts", "plant"):
        form = browser(window, place).form
        for label in form.findChildren(QLabel):
            buddy: QWidget | None = label.buddy()
            if buddy is not None and "&" in label.text():
                assert buddy.focusPolicy() & Qt.FocusPolicy.TabFocus, label.text()


def test_letters_are_shared_out_by_the_beginnings_of_words() -> None:
    assert keys_for(["File", "Find anything…", "Fit", "बंद", "100 %"]) == ["F", "A", "I", "B", "1"]
    assert keys_for(["File"], taken="F") == ["I"]
    assert keys_for(["A", "A"]) == ["A", "B"]
    assert keys_for(["A", "A"], others=False) == ["A", ""]
    assert marked("Save & close…", "S") == "Save && close (&S)…"
    use("ja")
    assert marked("開く…", "O") == "開く(&O)…"
    assert marked("PDFを開く", "P") == "PDFを開く(&P)"
