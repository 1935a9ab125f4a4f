"""Choosing among records: what is there now is offered, as it is called now; long names are read
from their beginning.
"""

from pytestqt.qtbot import QtBot

from lohum_brief.visit import edit
from lohum_brief.visit.records import Organisation, Person
from lohum_brief.visit.text import Text
from lohum_brief.window.fields.choosing import ReferenceEditor
from lohum_brief.window.main import VisitWindow
from tests.window.test_window import browser


def organisation(window: VisitWindow) -> ReferenceEditor:
    place = browser(window, "people")
    place.show_record(window.session.visit.of(Person)[0].id)
    made = place.form.editors["organisation"]
    assert isinstance(made, ReferenceEditor)
    return made


def test_an_organisation_that_comes_while_the_form_is_open_is_offered_and_called_by_its_name(
    window: VisitWindow, qtbot: QtBot
) -> None:
    made = organisation(window)
    window.show()
    qtbot.waitUntil(made.isVisible)
    body = Organisation(id="org:new", audience="guest", name=Text(en="New Body", hi="नई", ja="新"))
    window.session.commit(lambda now: edit.add(now, body))
    assert made.findText("New Body") >= 0
    window.session.set_field(window.session.visit.of(Person)[0].id, "organisation", "org:new")
    assert made.currentText() == "New Body"
    window.session.set_field("org:new", "name.en", "Renamed Body")
    assert made.currentText() == "Renamed Body"


def test_what_was_renamed_elsewhere_is_so_called_when_one_comes_back(window: VisitWindow) -> None:
    ident = window.session.visit.of(Person)[0].id
    body = window.session.visit.of(Organisation)[0].id
    window.session.set_field(ident, "organisation", body)
    made = organisation(window)
    browser(window, "texts")
    window.session.set_field(body, "name.en", "Renamed Body")
    browser(window, "people")
    assert made.currentText() == "Renamed Body"


def test_emptying_the_line_leaves_nothing_chosen_and_other_words_change_nothing(
    window: VisitWindow, qtbot: QtBot
) -> None:
    person = window.session.visit.of(Person)[0].id
    body = window.session.visit.of(Organisation)[0].id
    window.session.set_field(person, "organisation", body)
    made = organisation(window)
    line = made.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0
    line.setText("nobody of this name")
    line.editingFinished.emit()
    assert window.session.visit.by_id[person].organisation == body  # type: ignore[union-attr]
    line.setText("")
    line.editingFinished.emit()
    assert window.session.visit.by_id[person].organisation is None  # type: ignore[union-attr]
    del qtbot
