"""A text in three languages: which of them is old and by what, and how it is said to be right
again.
"""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.language.comparing import Run
from lohum_brief.language.interface import use
from lohum_brief.visit.edit import add
from lohum_brief.visit.records import Paragraph, Term
from lohum_brief.visit.text import Text
from lohum_brief.window.application import Application
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.changes import shortened, when
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG
from tests.window.test_window import browser, texts


def editor(window: VisitWindow) -> TextsEditor:
    place = browser(window, "texts")
    place.show_record("p1")
    return texts(place, "text")


def state(window: VisitWindow, lang: Lang) -> str:
    record = window.session.visit.get(Paragraph, "p1")
    assert record is not None
    return str(getattr(record.text.state, lang))


def test_an_old_translation_shows_what_changed_in_the_original(window: VisitWindow) -> None:
    found = editor(window)
    assert not any(card.changes.isVisibleTo(found) for card in found.cards.values())
    window.session.set_field("p1", "text.en", "Lithium capability")
    card = found.cards["ja"]
    assert card.changes.isVisibleTo(found)
    assert "English" in card.changes.head.text()
    shown = card.changes.words
    assert shown.toPlainText() == "Lithium capacitycapability"
    assert "capacity" in shown.accessibleName()
    struck, under = [], []
    cursor = QTextCursor(shown.document())
    while cursor.movePosition(QTextCursor.MoveOperation.NextCharacter):
        form = cursor.charFormat()
        if form.fontStrikeOut():
            struck.append(shown.toPlainText()[cursor.position() - 1])
        if form.fontUnderline():
            under.append(shown.toPlainText()[cursor.position() - 1])
    assert ("".join(struck), "".join(under)) == ("capacity", "capability")
    assert not found.cards["en"].changes.isVisibleTo(found)
    window.session.undo()
    assert not card.changes.isVisibleTo(found)


def test_what_changed_stays_in_sight_while_the_translation_is_written(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = editor(window)
    window.session.set_field("p1", "text.en", "Lithium capability")
    area = found.areas["ja"]
    area.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(area, "!")
    area.flush()
    assert state(window, "ja") == "draft"
    assert found.cards["ja"].changes.isVisibleTo(found)
    area.setFocus()
    next(command for command in window.menus.commands if command.keys == "Ctrl+M").act()
    assert state(window, "ja") == "checked"
    assert not found.cards["ja"].changes.isVisibleTo(found)
    assert found.cards["hi"].changes.isVisibleTo(found)


def test_one_click_says_that_a_translation_is_still_right(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = editor(window)
    window.session.set_field("p1", "text.en", "Lithium capability")
    for lang in ("hi", "ja"):
        assert ("हिंदी" if lang == "hi" else "日本語") in found.check.text()
        qtbot.mouseClick(found.check, Qt.MouseButton.LeftButton)
        assert state(window, lang) == "checked"
        found._active = None
        found._show_foot()
    assert not found.check.isVisibleTo(found)
    assert window.session.undo_label is not None


def test_another_record_begins_anew(window: VisitWindow) -> None:
    found = editor(window)
    window.session.set_field("p1", "text.en", "Lithium capability")
    place = browser(window, "texts")
    place.show_record("p2")
    assert not found.cards["ja"].changes.isVisibleTo(found)
    place.show_record("p1")
    assert found.cards["ja"].changes.isVisibleTo(found)


def test_texts_stand_beside_each_other_where_there_is_room_and_are_equally_high(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = TextsEditor("text", window.session)
    qtbot.addWidget(found)
    found.show_of("", Text(en="word " * 200, hi="शब्द", ja="語"))
    found.resize(900, 400)
    found.show()
    hi, en, ja = found.cards.values()
    qtbot.waitUntil(lambda: hi.x() < en.x() < ja.x())
    assert len({area.height() for area in found.areas.values()}) == 1
    found.resize(400, 400)
    qtbot.waitUntil(lambda: hi.y() < en.y() < ja.y())
    assert ja.area.height() < en.area.height()


@pytest.mark.parametrize("lang", ["en", "hi", "ja"])
def test_times_are_said_as_people_say_them(lang: Lang) -> None:
    use(lang)
    now = dt.datetime.now().astimezone()
    assert when(now.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")) == f"{now:%H:%M}"
    assert "2019" in when("2019-03-04T12:00:00Z")
    use(None)


def test_what_stayed_far_from_a_change_is_left_out() -> None:
    long = "one two three four five six seven eight nine ten eleven twelve"
    start, change, end = shortened(
        [Run("same", long + " "), Run("come", "new"), Run("same", " " + long)]
    )
    assert start.text.startswith("…")
    assert start.text.endswith("twelve ")
    assert change.text == "new"
    assert end.text.startswith(" one")
    assert end.text.endswith("…")


def test_spelling_hints_are_off_until_they_are_wanted_and_remembered(
    window: VisitWindow, application: Application
) -> None:
    found = editor(window)
    area = found.areas["hi"]
    window.session.set_field("p1", "text.hi", "हिन्दी")
    area.mark()
    assert area.marks == []
    toggle = window.menus.actions_by_name["Spelling hints"]
    toggle.trigger()
    [mark] = area.marks
    assert (mark.sort, mark.right) == ("hint", "हिंदी")
    assert "हिंदी" in mark.why
    assert application.settings.value("spelling hints")
    toggle.trigger()
    assert area.marks == []


def test_figures_stand_as_their_tokens_for_whoever_wants_it(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = editor(window)
    window.session.set_field("p1", "text.en", "Up to {metric:m1} now")
    area = found.areas["en"]
    toggle = window.menus.actions_by_name["Figures as tokens"]
    toggle.trigger()
    assert area.document().toRawText() == "Up to {metric:m1} now"
    area.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(area, "!")
    assert area.document().toRawText() == "Up to {metric:m1} now!"
    toggle.trigger()
    assert "{" not in area.document().toRawText()
    area.flush()
    record = window.session.visit.get(Paragraph, "p1")
    assert record is not None
    assert record.text["en"] == "Up to {metric:m1} now!"


def test_names_of_the_visit_are_no_faults(window: VisitWindow) -> None:
    found = editor(window)
    window.menus.actions_by_name["Spelling hints"].trigger()
    term = Term(id="term:x", audience="public", name=Text(hi="हिन्दी संस्थान"))
    window.session.commit(lambda visit: add(visit, term))
    window.session.set_field("p1", "text.hi", "हिन्दी संस्थान, हिन्दी")
    area = found.areas["hi"]
    area.mark()
    assert [mark.start for mark in area.marks] == [16]
    window.menus.actions_by_name["Spelling hints"].trigger()


def test_a_title_says_how_many_lines_it_takes_in_print(window: VisitWindow, qtbot: QtBot) -> None:
    place = browser(window, "texts")
    place.show_record("sec:prose")
    card = texts(place, "title").cards["en"]
    qtbot.waitUntil(lambda: "1" in card._lines.text(), timeout=LONG)
    window.session.set_field("sec:prose", "title.en", "A very long title of a section " * 6)
    qtbot.waitUntil(lambda: card._long.isVisibleTo(card), timeout=LONG)
    assert "at most 2" in card._long.text()
    assert card._lines.text() == ""
    window.session.undo()
    qtbot.waitUntil(lambda: not card._long.isVisibleTo(card), timeout=LONG)


def test_the_caret_stays_in_sight_while_a_text_grows(window: VisitWindow, qtbot: QtBot) -> None:
    found = editor(window)
    form = browser(window, "texts").form
    window.activateWindow()
    area = found.areas["en"]
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    for _ in range(11):
        qtbot.keyClick(area, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda: form.viewport().rect().contains(_caret(area, form.viewport())), timeout=LONG
        )


def _caret(area: TextArea, within: QWidget) -> QPoint:
    return within.mapFromGlobal(area.viewport().mapToGlobal(area.cursorRect().center()))


def test_a_text_that_comes_from_elsewhere_is_seen_whole(window: VisitWindow, qtbot: QtBot) -> None:
    found = editor(window)
    window.session.set_field("p1", "text.ja", "長い文です。" * 25)
    area = found.areas["ja"]
    qtbot.waitUntil(
        lambda: area.document().size().height() <= area.viewport().height() + 1, timeout=LONG
    )
    assert not area.verticalScrollBar().isVisible()


def test_a_click_beside_the_words_is_a_click_into_their_field(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = editor(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    card = found.cards["ja"]
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert card.area.hasFocus()


def test_terms_and_the_button_below_a_text_come_in_sight_with_it(
    window: VisitWindow, qtbot: QtBot
) -> None:
    window.resize(1200, 640)
    found = editor(window)
    form = browser(window, "texts").form
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    window.session.set_field("p1", "text.en", "Lithium capacity of the plant. " * 12)
    form.verticalScrollBar().setValue(0)
    form.setFixedHeight(found.areas["ja"].height() + 130)
    found.areas["ja"].setFocus()

    def seen() -> bool:
        foot = found.foot
        return (
            form.viewport().rect().contains(foot.mapTo(form.viewport(), foot.rect().bottomLeft()))
        )

    qtbot.waitUntil(seen, timeout=LONG)
