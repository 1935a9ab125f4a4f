"""What stands in the middle is always the place that is chosen on the left, however all is made
anew: else a key that deletes would delete something else than is thought.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import LANGS
from lohum_brief.visit.records import Pack, Person
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.middle import Middle
from lohum_brief.window.overview.overview import Overview
from lohum_brief.window.places import PLACES, Place
from lohum_brief.window.timetable.programme import Programme
from tests.window.conftest import LONG

_NONE, _ALT, _CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def complete(window: VisitWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)


def in_sight(window: VisitWindow) -> str:
    """The place that somebody sees in the middle; asking the window for it would show it."""
    middle = window.findChild(Middle)
    assert isinstance(middle, Middle)
    content = middle.currentWidget()
    assert content is not None
    assert content.isVisible()
    if isinstance(content, Browser):
        return content.place.key
    assert isinstance(content, Overview | Programme)
    return "overview" if isinstance(content, Overview) else "programme"


def press(
    window: VisitWindow, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = _NONE
) -> None:
    popup, held = QApplication.activePopupWidget(), window.focusWidget()
    found = next((one for one in (popup, held) if one is not None), window)
    qtbot.keyClick(found, key, modifier)


def switch_by_keys(window: VisitWindow, qtbot: QtBot, again: Qt.Key) -> None:
    """Open the menu of the view, leave it, and go by it to a language: Esc leaves the keyboard in
    the bar of the menus, which is made anew too.
    """
    press(window, qtbot, Qt.Key.Key_V, _ALT)
    press(window, qtbot, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert window.menus.hasFocus()
    press(window, qtbot, Qt.Key.Key_V, _ALT)
    press(window, qtbot, Qt.Key.Key_J)
    before = window.menus
    press(window, qtbot, again)
    assert window.menus is not before, "all was made anew"
    qtbot.waitUntil(lambda: window.complete, timeout=LONG)


def test_a_language_chosen_by_keys_after_esc_leaves_the_place_where_it_was(
    window: VisitWindow, qtbot: QtBot
) -> None:
    complete(window, qtbot)
    press(window, qtbot, Qt.Key.Key_3, _CTRL)
    switch_by_keys(window, qtbot, Qt.Key.Key_E)
    assert (window.places.place.key, in_sight(window)) == ("people", "people")
    assert not isinstance(window.focusWidget(), QAbstractButton), "a space would press it"
    packs, people = window.session.visit.of(Pack), window.session.visit.of(Person)
    for name, more in (("People", 0), ("Add an entry", 1), ("Remove the entry", 0)):
        window.menus.actions_by_name[name].trigger()
        assert in_sight(window) == "people"
        assert len(window.session.visit.of(Person)) == len(people) + more
    assert window.session.visit.of(Person) == people
    assert window.session.visit.of(Pack) == packs


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.key)
def test_the_place_stays_in_every_language_wherever_the_keyboard_is(
    window: VisitWindow, qtbot: QtBot, place: Place
) -> None:
    complete(window, qtbot)
    window.go(place.key)
    for lang in LANGS:
        for keyboard in (lambda: window.menus, lambda: window.places, lambda: window.findings.tree):
            keyboard().setFocus()
            window.application.set_language(lang)
            qtbot.waitUntil(lambda: window.complete, timeout=LONG)
            assert (window.places.place.key, in_sight(window)) == (place.key, place.key)


def test_a_place_that_could_not_be_made_is_tried_again_when_it_is_chosen_again(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete(window, qtbot)

    def fail(*_: object) -> QWidget:
        raise RuntimeError("no place")

    with monkeypatch.context() as broken, qtbot.captureExceptions() as raised:
        broken.setattr("lohum_brief.window.contents.content", fail)
        window.places.setCurrentRow(PLACES.index(next(p for p in PLACES if p.key == "people")))
    assert raised
    assert in_sight(window) == "overview"
    window.go("people")
    assert in_sight(window) == "people"
