"""An evening with the sample, from opening it to opening it again."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit.records import Observation, Person
from lohum_brief.window.application import Application
from lohum_brief.window.fields.editors import LineEditor
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.importing import ImportDialog
from lohum_brief.window.lists.table_options import Offered
from lohum_brief.window.live.exporting import ExportDialog
from lohum_brief.window.main import VisitWindow
from tests.packs.extraction import mupdf
from tests.window.conftest import LONG, Open

CAPACITY = "obs:recycling-capacity-4"
LATE = "氏名,フリガナ,Name,所属\n遅刻 太郎,ちこく たろう,CHIKOKU Taro,在インド日本国大使館\n"


def prints(pdf: bytes, text: str) -> bool:
    return any(text in page.replace("\u00a0", " ") for page in mupdf(pdf))


def place(window: VisitWindow) -> Browser:
    found = window.shown
    assert isinstance(found, Browser)
    return found


def test_an_evening(application: Application, opened: Open, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    window = opened(path)
    session = window.session
    people = [person.id for person in session.visit.of(Person)]

    # A figure is changed where it stands, and the pages say so in each language.
    window.open_record(CAPACITY, "value")
    value = place(window).form.editors["value"]
    assert isinstance(value, LineEditor)
    value.selectAll()
    with qtbot.waitSignal(window.service.rendered, timeout=LONG) as set_anew:
        qtbot.keyClicks(value, "23456")
    assert prints(set_anew.args[0].pdf, "23,456")

    # It is taken back, and they say what they said.
    with qtbot.waitSignal(window.service.rendered, timeout=LONG) as as_before:
        session.undo()
    assert not prints(as_before.args[0].pdf, "23,456")

    # Somebody comes late to the list, and is moved up by hand.
    late = tmp_path / "late.csv"
    late.write_bytes(LATE.encode("cp932"))
    importing = ImportDialog(window, session, Offered(str(late)))
    importing.open()
    importing.options.audience.setCurrentIndex(importing.options.audience.findData("guest"))
    importing.options.audience.activated.emit(importing.options.audience.currentIndex())
    qtbot.waitUntil(lambda: importing.importable == 1 and not importing.busy, timeout=LONG)
    importing.accept_button.click()
    qtbot.waitUntil(lambda: not importing.isVisible(), timeout=LONG)
    now = [person.id for person in session.visit.of(Person)]
    assert now[:-1] == people
    window.open_record(now[-1])
    place(window).move_selected(-1)
    assert [person.id for person in session.visit.of(Person)][-2] == now[-1]

    # The interface becomes Japanese; the pack that is shown is printed all the same, with the new
    # name.
    application.set_language("ja")
    assert "削除" in " ".join(action.text() for action in window.menus.actions_by_name.values())
    shown = window.preview.pack()
    assert shown is not None
    exporting = ExportDialog(window, session.visit, [shown], tmp_path)
    exporting.begin()
    qtbot.waitUntil(lambda: exporting.complete, timeout=LONG)
    [out] = exporting.paths()
    exporting.reject()
    assert prints(out.read_bytes(), "遅刻")

    # What was done is there the next time, and can still be taken back.
    window.close()
    again = opened(path)
    assert [person.id for person in again.session.visit.of(Person)][-2] == now[-1]
    again.session.undo()
    again.session.undo()
    assert [person.id for person in again.session.visit.of(Person)] == people
    kept = again.session.visit.get(Observation, CAPACITY)
    assert kept is not None
    assert kept.value == 20000
