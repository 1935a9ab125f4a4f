"""Spelling hints in English texts: what is marked and when, what the menu offers for it, and what
is left alone from then on.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from lohum_brief.visit.edit import add
from lohum_brief.visit.records import Organisation, Paragraph, Term
from lohum_brief.visit.text import Text
from lohum_brief.window.application import Application
from lohum_brief.window.fields import mending
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.offering import Offering
from lohum_brief.window.fields.words import WORDS
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG
from tests.window.fields.test_texts import editor


@pytest.fixture
def hinted(window: VisitWindow, qtbot: QtBot) -> Iterator[VisitWindow]:
    """The window with hints wanted and the list read."""
    area = editor(window).areas["en"]
    window.menus.actions_by_name["Spelling hints"].trigger()
    area.mark()
    qtbot.waitUntil(lambda: WORDS.found() is not None, timeout=LONG)
    yield window
    WORDS.let_go()


def is_held() -> bool:
    """Whether the list of words, or a part of it, is in memory."""
    return WORDS._list is not None or WORDS._reading is not None


def written(window: VisitWindow, text: str) -> TextArea:
    window.session.set_field("p1", "text.en", text)
    area = editor(window).areas["en"]
    area.mark()
    return area


def marked(area: TextArea) -> list[str]:
    text = area.document().toRawText()
    return [text[mark.start : mark.stop] for mark in area.marks]


def stored(window: VisitWindow) -> str:
    record = window.session.visit.get(Paragraph, "p1")
    assert record is not None
    return record.text["en"]


def offered(area: TextArea, at: int = 0) -> dict[str, QAction]:
    """What the menu has in front of what it always has."""
    menu = QMenu(area)
    usual = menu.addAction("usual")
    mending.fill(menu, area, area.marks[at : at + 1])
    actions = menu.actions()
    return {
        action.text(): action
        for action in actions[: actions.index(usual)]
        if not action.isSeparator()
    }


def test_a_word_of_no_list_is_marked_in_english_alone(hinted: VisitWindow) -> None:
    area = written(hinted, "Lithium recylcing works")
    assert marked(area) == ["recylcing"]
    assert "recylcing" in area.accessibleDescription()
    hinted.session.set_field("p1", "text.hi", "recylcing")
    hinted.session.set_field("p1", "text.ja", "recylcing")
    areas = editor(hinted).areas
    for lang in ("hi", "ja"):
        areas[lang].mark()
        assert areas[lang].marks == []
    area.show_text("Lithium recycling works")
    area.mark()
    assert area.accessibleDescription() == ""


def test_nothing_is_read_while_hints_are_off_or_kept_when_they_go_off(
    window: VisitWindow, application: Application, qtbot: QtBot
) -> None:
    area = written(window, "Lithium recylcing works")
    assert area.marks == []
    assert not is_held()
    toggle = window.menus.actions_by_name["Spelling hints"]
    toggle.trigger()
    qtbot.waitUntil(lambda: marked(area) == ["recylcing"], timeout=LONG)
    assert is_held()
    toggle.trigger()
    assert area.marks == []
    assert not is_held()
    assert application.settings.value("spelling hints") in (False, "false")


def test_hints_that_go_off_while_the_list_is_read_are_off(window: VisitWindow) -> None:
    area = written(window, "Lithium recylcing works")
    toggle = window.menus.actions_by_name["Spelling hints"]
    toggle.trigger()
    toggle.trigger()
    assert not is_held()
    assert area.marks == []


def test_a_word_is_not_marked_before_it_is_left(hinted: VisitWindow, qtbot: QtBot) -> None:
    area = written(hinted, "Lithium")
    area.setFocus()
    area.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(area, " recylcing")
    area.mark()
    assert marked(area) == []
    qtbot.keyClicks(area, " ")
    area.mark()
    assert marked(area) == ["recylcing"]
    qtbot.keyClicks(area, "goverment")
    area.mark()
    assert marked(area) == ["recylcing"]
    qtbot.keyClick(area, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: marked(area) == ["recylcing", "goverment"], timeout=LONG)


def test_what_was_meant_is_written_as_one_step(hinted: VisitWindow) -> None:
    area = written(hinted, "Lithium recylcing works")
    before = stored(hinted)
    offered(area)["Write “recycling”"].trigger()
    assert stored(hinted) == "Lithium recycling works"
    assert area.marks == []
    hinted.session.undo()
    assert stored(hinted) == before


def test_what_is_put_right_is_not_offered_terms_as_if_somebody_typed_it(
    hinted: VisitWindow, qtbot: QtBot
) -> None:
    term = Term(id="term:x", audience="public", name=Text(en="recycling rate"))
    hinted.session.commit(lambda visit: add(visit, term))
    area = written(hinted, "Goverment recylcing")
    hinted.activateWindow()
    area.setFocus()
    qtbot.waitUntil(area.hasFocus, timeout=LONG)
    [offering] = area.findChildren(Offering)
    offered(area, 1)["Write “recycling”"].trigger()
    assert stored(hinted) == "Goverment recycling"
    assert not offering.is_shown()
    qtbot.keyClicks(area, " recy")
    assert offering.is_shown()
    hinted.menus.actions_by_name["Next mark in the texts"].trigger()
    assert area.textCursor().selectedText() == "Goverment"
    assert not offering.is_shown()


def test_a_slip_in_a_capitalised_word_keeps_its_capital(hinted: VisitWindow) -> None:
    area = written(hinted, "The Minsitry’s plan")
    assert "Write “Ministry”" in offered(area)
    offered(area)["Write “Ministry”"].trigger()
    assert stored(hinted) == "The Ministry’s plan"


def test_what_the_mouse_is_told_names_what_may_be_meant(hinted: VisitWindow) -> None:
    area = written(hinted, "recylcing center")
    first, second = (mending.told(mark) for mark in area.marks)
    assert "recycling" in first
    assert "British" in second
    assert "centre" in second


def test_a_word_added_to_the_visit_is_right_until_that_is_undone(hinted: VisitWindow) -> None:
    area = written(hinted, "Blorfing and blorfing’s end")
    assert marked(area) == ["blorfing"]
    offered(area)["Add “blorfing” to the words of the visit"].trigger()
    area.mark()
    assert marked(area) == []
    assert hinted.session.visit.particulars.words == ("blorfing",)
    assert hinted.session.undo_label == "Add a word"
    hinted.session.undo()
    area.mark()
    assert marked(area) == ["blorfing"]


def test_a_word_that_a_rule_marks_can_be_right_too(hinted: VisitWindow) -> None:
    hinted.session.set_field("p1", "text.hi", "हिन्दी")
    area = editor(hinted).areas["hi"]
    area.mark()
    assert marked(area) == ["हिन्दी"]
    offered(area)["Add “हिन्दी” to the words of the visit"].trigger()
    area.mark()
    assert area.marks == []


def test_an_ignored_word_is_left_alone_everywhere_and_nothing_is_stored(
    hinted: VisitWindow,
) -> None:
    area = written(hinted, "dont go, dont")
    visit = hinted.session.visit
    offered(area)["Ignore “dont” until the visit is closed"].trigger()
    assert area.marks == []
    assert hinted.session.visit is visit


def test_what_is_no_word_is_not_added_to_the_words(hinted: VisitWindow) -> None:
    area = written(hinted, "two  spaces")
    assert [*offered(area)] == ["Write “ ”"]


def test_names_of_the_visit_are_right_as_soon_as_they_are_there(hinted: VisitWindow) -> None:
    area = written(hinted, "the blorfery")
    assert marked(area) == ["blorfery"]
    body = Organisation(id="org:x", audience="public", name=Text(en="Red blorfery"))
    hinted.session.commit(lambda visit: add(visit, body))
    area.mark()
    assert marked(area) == []


def test_the_keyboard_goes_from_mark_to_mark_and_opens_their_menu(
    hinted: VisitWindow, qtbot: QtBot
) -> None:
    area = written(hinted, "A recylcing goverment")
    hinted.activateWindow()
    hinted.menus.actions_by_name["Next mark in the texts"].trigger()
    qtbot.waitUntil(area.hasFocus, timeout=LONG)
    assert area.textCursor().selectedText() == "recylcing"
    menu = area.context_menu(None)
    assert menu.actions()[0].text() == "Write “recycling”"
    menu.deleteLater()
    hinted.menus.actions_by_name["Next mark in the texts"].trigger()
    assert area.textCursor().selectedText() == "goverment"
    hinted.menus.actions_by_name["Next mark in the texts"].trigger()
    assert area.textCursor().selectedText() == "recylcing"
    hinted.menus.actions_by_name["Previous mark in the texts"].trigger()
    assert area.textCursor().selectedText() == "goverment"
    hinted.menus.actions_by_name["Previous mark in the texts"].trigger()
    assert area.textCursor().selectedText() == "recylcing"
