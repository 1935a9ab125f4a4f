"""The programme as somebody shifts it on the eve of the visit."""

import datetime as dt
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QItemSelectionModel, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeyEvent
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.visit.edit import Edit, add, put
from lohum_brief.visit.records import AnyRecord, Item, Particulars, Place
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.timetable.programme import Programme
from lohum_brief.window.timetable.timeline import IDENT
from tests.packs.conftest import pack, section
from tests.window.conftest import Open, go

DAY = dt.datetime(2025, 7, 8)  # noqa: DTZ001 local time


def item(
    ident: str, hour: float, minutes: int, *, fixed: bool = False, audience: str = "guest"
) -> Item:
    return Item(
        id=ident,
        audience=audience,  # type: ignore[arg-type]
        title=Text(en=ident.title(), hi="क", ja="あ"),
        start=DAY + dt.timedelta(hours=hour),
        minutes=minutes,
        fixed=fixed,
    )


@pytest.fixture
def window(opened: Open, tmp_path: Path) -> VisitWindow:
    path = tmp_path / "programme.lbrief"
    records: list[AnyRecord] = [
        Particulars(id="visit", audience="public", title=Text(en="Visit"), start=DAY.date()),
        item("arrival", 10, 30),
        item("tour", 10.5, 60),
        item("signing", 11.5, 30, fixed=True),
        item("lunch", 12, 60),
        item("debrief", 22, 30, audience="host"),
        section("programme"),
        pack(sections=("sec:programme",)),
    ]
    store_at(path).create(Visit(records))
    return opened(path)


def programme(window: VisitWindow) -> Programme:
    go(window, "programme")
    found = window.shown
    assert isinstance(found, Programme)
    return found


def clocks(window: VisitWindow) -> str:
    return " ".join(f"{found.id} {found.start:%H:%M}" for found in window.session.visit.of(Item))


def rows(found: Programme) -> list[str]:
    model = found.list.model()
    return [
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    ]


def test_each_row_tells_its_time_on_both_clocks_and_what_is_special(window: VisitWindow) -> None:
    day, _, _, signing, _, debrief = rows(programme(window))
    assert day == "8 July 2025 (Tuesday), 10:00–22:30 · 5 items"
    assert signing == "11:30–12:00, Signing, 30 min, Fixed time, 15:00–15:30 JST"
    assert debrief == "22:00–22:30, Debrief, 30 min, 01:30–02:00 JST, 9 July, For hosts"


def test_a_quarter_later_moves_what_follows_and_says_what_no_longer_fits(
    window: VisitWindow,
) -> None:
    found = programme(window)
    found.show_record("arrival")
    found.shift(15)
    assert clocks(window) == "arrival 10:15 tour 10:45 signing 11:30 lunch 12:00 debrief 22:00"
    assert (
        found.told.text()
        == "2 items are 15 min later. “Tour” runs 15 min into “Signing”, which is fixed."
    )
    assert "runs 15 min into “Signing”" in rows(found)[2]
    assert found.current() == "arrival"
    window.session.undo()
    assert clocks(window) == "arrival 10:00 tour 10:30 signing 11:30 lunch 12:00 debrief 22:00"
    assert found.told.isHidden()


def test_a_duration_that_is_typed_moves_what_follows(window: VisitWindow, qtbot: QtBot) -> None:
    found = programme(window)
    found.show_record("signing")
    line = found.form.editors["minutes"]
    line.selectAll()
    qtbot.keyClicks(line, "45")
    line.flush()
    assert clocks(window) == "arrival 10:00 tour 10:30 signing 11:30 lunch 12:15 debrief 22:00"
    line.selectAll()
    qtbot.keyClicks(line, "2.5")
    line.flush()
    assert found.form.fault("minutes")
    assert clocks(window) == "arrival 10:00 tour 10:30 signing 11:30 lunch 12:15 debrief 22:00"


def test_an_item_moves_by_the_clocks_of_the_place(opened: Open, tmp_path: Path) -> None:
    """In the night on which clocks are put forward an hour from 1:30 ends at 3:30."""
    path = tmp_path / "night.lbrief"
    night = dt.datetime(2026, 3, 29)  # noqa: DTZ001 local time
    visit = Particulars(
        id="visit",
        audience="public",
        title=Text(en="Visit"),
        start=night.date(),
        place_zone="Europe/Berlin",
    )
    items: list[AnyRecord] = [
        structs.replace(item("arrival", 0, 60), start=night + dt.timedelta(minutes=75)),
        structs.replace(item("supper", 0, 60), start=night + dt.timedelta(minutes=195)),
    ]
    items += [section("programme"), pack(sections=("sec:programme",))]
    store_at(path).create(Visit([visit, *items]))
    window = opened(path)
    found = programme(window)
    found.show_record("arrival")
    found.shift(15)
    assert clocks(window) == "arrival 01:30 supper 03:30"
    assert "2 items are 15 min later" in found.told.text()


def test_a_fixed_item_is_not_shifted_and_says_so(window: VisitWindow) -> None:
    found = programme(window)
    found.show_record("signing")
    before = window.session.visit
    found.shift(5)
    assert window.session.visit is before
    assert found.told.text() == "Its time is fixed; take that mark off, then move it."
    found.show_record("tour")
    assert found.told.isHidden(), "it was about the other item"


def test_places_change_by_the_keyboard_and_by_dragging(window: VisitWindow) -> None:
    found = programme(window)
    found.show_record("tour")
    found.move_selected(-1)
    assert clocks(window) == "arrival 11:00 tour 10:00 signing 11:30 lunch 12:00 debrief 22:00"
    window.session.undo()
    model = found.list.model()
    found.show_record("tour")
    mime = model.mimeData([found.list.currentIndex()])
    first = found.list.visualRect(model.index(1, 0))
    event = QDropEvent(
        QPointF(first.center().x(), first.top() + 2), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    found.list.dropEvent(event)
    assert clocks(window) == "arrival 11:00 tour 10:00 signing 11:30 lunch 12:00 debrief 22:00"
    assert found.current() == "tour"


def test_an_item_is_added_behind_the_selected_one_and_removed(window: VisitWindow) -> None:
    found = programme(window)
    found.show_record("lunch")
    found.add()
    new = window.session.visit.by_id[found.current()]
    assert isinstance(new, Item)
    assert new.start == DAY.replace(hour=13)
    found.remove()
    assert new.id not in window.session.visit.by_id
    assert found.current() == "debrief"


def test_what_happens_elsewhere_keeps_the_place_in_a_long_programme(window: VisitWindow) -> None:
    found = programme(window)
    found.show_record("lunch")

    def renamed(visit: Visit) -> Edit:
        return put(visit, item("tour", 10.5, 50))

    window.session.commit(renamed)
    assert found.current() == "lunch"
    assert "50 min" in rows(found)[2]


def _pick(found: Programme, *idents: str) -> None:
    model, flag = found.list.model(), QItemSelectionModel.SelectionFlag
    found.show_record(idents[0])
    for ident in idents[1:]:
        row = next(
            row for row in range(model.rowCount()) if model.index(row, 0).data(IDENT) == ident
        )
        found.list.selectionModel().select(model.index(row, 0), flag.Select)


def test_several_items_are_changed_together_but_each_keeps_its_time(
    window: VisitWindow, qtbot: QtBot
) -> None:
    found = programme(window)
    _pick(found, "arrival", "tour")
    qtbot.waitUntil(lambda: "audience" in found.several.editors)
    assert not {"start", "minutes"} & found.several.editors.keys()
    found.several.editors["fixed"].click()
    visit = window.session.visit
    assert all(visit.by_id[ident].fixed for ident in ("arrival", "tour"))  # type: ignore[union-attr]
    assert found.selected_items() == ["arrival", "tour"], "what is changed stays selected"


def test_several_items_are_removed_in_one_step(window: VisitWindow) -> None:
    found = programme(window)
    _pick(found, "arrival", "lunch")
    delete = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    found.list.keyPressEvent(delete)
    assert not {"arrival", "lunch"} & window.session.visit.by_id.keys()
    window.session.undo()
    assert {"arrival", "lunch"} <= window.session.visit.by_id.keys()


def test_copies_stand_behind_what_they_were_made_of_and_are_not_fixed(window: VisitWindow) -> None:
    found = programme(window)
    found.show_record("signing")
    found.duplicate()
    new = window.session.visit.by_id[found.current()]
    assert isinstance(new, Item)
    assert (new.id != "signing", new.start, new.fixed) == (True, DAY.replace(hour=12), False)


def test_the_filter_leaves_only_items_with_its_words(window: VisitWindow) -> None:
    found = programme(window)
    found.search.setText("sign")
    assert found.selected_items() == ["signing"]
    assert found.head.count.text() == "1 of 5"
    assert [row for row in rows(found) if "Lunch" in row] == []
    found.show_record("lunch")
    assert found.selected_items() == ["lunch"], "what is gone to is shown, whatever is filtered"
    assert found.search.text() == ""


def test_what_is_copied_reads_back_as_a_table(window: VisitWindow) -> None:
    found = programme(window)
    _pick(found, "arrival", "tour")
    found.copy()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert len(lines) == 3
    assert "Arrival" in lines[1]
    assert [action.text() for action in found.context_menu().actions() if action.isEnabled()][
        :3
    ] == [
        "Edit",
        "Copy",
        "Paste a table…",
    ]


def test_an_item_stands_at_the_place_that_it_names(window: VisitWindow) -> None:
    found = programme(window)
    hall = Place(id="hall", audience="guest", name=Text(en="Great hall"))
    assert window.session.commit(lambda visit: add(visit, hall))
    assert not any("Great hall" in row for row in rows(found))
    assert not window.session.set_field("tour", "where", "hall")
    assert ["Great hall" in row for row in rows(found)].count(True) == 1
