"""Another language, colours or size while somebody writes: nothing is lost, and the next key goes
where the last went.
"""

import pytest
from pytestqt.qtbot import QtBot

from lohum_brief.visit.records import Observation, Paragraph
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.editors import LineEditor
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG
from tests.window.test_window import browser, texts


def writing(window: VisitWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)


def write(window: VisitWindow, qtbot: QtBot, keys: str) -> None:
    focus = window.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, keys)


@pytest.mark.parametrize("change", ["language", "colours", "scale"])
def test_somebody_writes_on(window: VisitWindow, qtbot: QtBot, change: str) -> None:
    writing(window, qtbot)
    place = browser(window, "texts")
    place.show_record("p1", "text.en")
    area = texts(place, "text").areas["en"]
    area.setPlainText("before after")
    cursor = area.textCursor()
    cursor.setPosition(len("before"))
    area.setTextCursor(cursor)
    write(window, qtbot, " one")
    application = window.application
    {
        "language": lambda: application.set_language("hi"),
        "colours": lambda: application.set_colours("dark"),
        "scale": lambda: application.set_scale(150),
    }[change]()
    assert isinstance(window.focusWidget(), TextArea)
    write(window, qtbot, " two")
    window.session.flushing.emit()
    record = window.session.visit.get(Paragraph, "p1")
    assert record is not None
    assert record.text["en"] == "before one two after"
    assert area is not window.focusWidget()
    application.set_colours("light")
    application.set_scale(100)


def test_what_was_refused_still_stands_there_and_is_refused_in_the_new_language(
    window: VisitWindow, qtbot: QtBot
) -> None:
    writing(window, qtbot)
    place = browser(window, "plant")
    place.show_record(window.session.visit.of(Observation)[0].id)
    line = place.form.editors["value"]
    line.selectAll()
    line.setFocus()
    qtbot.keyClicks(line, "12x")
    window.session.flushing.emit()
    said = place.form.fault("value")
    assert said
    window.application.set_language("ja")
    again = browser(window, "plant")
    found = again.form.editors["value"]
    assert isinstance(found, LineEditor)
    assert found.text() == "12x"
    assert again.form.fault("value") not in ("", said)
    assert window.focusWidget() is found


def test_the_filter_and_the_list_keep_what_they_had(window: VisitWindow, qtbot: QtBot) -> None:
    writing(window, qtbot)
    place = browser(window, "people")
    words = place.table.model().index(0, 0).data()[:3]
    place.search.setText(words)
    place.table.setFocus()
    window.application.set_colours("dark")
    again = browser(window, "people")
    assert again is not place
    assert again.search.text() == words
    assert again.table.hasFocus()
    window.application.set_colours("light")


def test_the_places_are_no_wider_after_a_larger_size(window: VisitWindow, qtbot: QtBot) -> None:
    writing(window, qtbot)
    before = window.panels.extent().across
    application = window.application
    application.set_scale(150)
    assert window.panels.extent().across[0] > before[0]
    application.set_scale(100)
    after = window.panels.extent().across
    assert abs(after[0] - before[0]) <= 4
    assert after[0] == window.places.width(), "no empty strip beside them"
