"""The agreements by their date, in the place of the partnership."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import AnyRecord, Note, Organisation
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.idle import idle
from lohum_brief.window.lists.agreements import Agreements
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import small
from tests.window.conftest import Open, go


def agreement(ident: str, **fields: object) -> Note:
    return Note(
        id=ident,
        audience="guest",
        sort="agreement",
        text=Text(en="Text"),
        title=Text(en=ident),
        **fields,  # type: ignore[arg-type]
    )


@pytest.fixture
def agreements(opened: Open, tmp_path: Path) -> Agreements:
    more: list[AnyRecord] = [
        Organisation(
            id="org:meti-x", audience="public", name=Text(en="Ministry"), abbreviation="METI"
        ),
        agreement("note:later", date="2026-01", status="proposed", parties=("org:meti-x",)),
        agreement("note:done", date="2011-08-01", status="in_force"),
        agreement("note:due", date="2025", status="signed", due="2026-03", owner="org:meti-x"),
        agreement("note:unsaid", date="2024"),
    ]
    path = tmp_path / "agreements.lbrief"
    rest = [
        record
        for record in small()
        if not (isinstance(record, Note) and record.sort == "agreement")
    ]
    store_at(path).create(Visit([*rest, *more]))
    window = application_window(opened, path)
    found = window.shown
    assert isinstance(found, Browser)
    found.tabs.setCurrentIndex(found.tabs.count() - 1)
    [view] = found.views
    assert isinstance(view, Agreements)
    return view


def application_window(opened: Open, path: Path) -> VisitWindow:
    window = opened(path)
    window.show()
    go(window, "partnership")
    return window


def rows(view: Agreements) -> list[list[str]]:
    items = [view.list.topLevelItem(at) for at in range(view.list.topLevelItemCount())]
    return [[item.text(column) for column in range(6)] for item in items if item is not None]


def test_they_stand_by_date_with_parties_and_status(agreements: Agreements) -> None:
    assert rows(agreements) == [
        ["1 August 2011", "note:done", "In force", "", "", ""],
        ["2024", "note:unsaid", "–", "", "", ""],
        ["2025", "note:due", "Signed", "", "March 2026", "METI"],
        ["January 2026", "note:later", "Proposed", "METI", "", ""],
    ]
    assert agreements.count.text() == "2 still open"


def test_only_what_is_still_open(agreements: Agreements) -> None:
    agreements.which.menu().actions()[1].trigger()
    assert [row[1] for row in rows(agreements)] == ["note:due", "note:later"]


def test_an_edit_is_followed_and_a_note_opened(agreements: Agreements) -> None:
    window = agreements.window()
    assert isinstance(window, VisitWindow)
    assert not window.session.set_field("note:later", "status", "in_force")
    assert rows(agreements)[3][2] == "In force"
    assert agreements.count.text() == "1 still open"
    last = agreements.list.topLevelItem(3)
    assert last is not None
    assert last.data(0, Qt.ItemDataRole.UserRole) == "note:later"
    agreements.list.itemActivated.emit(last, 0)
    shown = window.shown
    assert isinstance(shown, Browser)
    assert shown.current() == "note:later"


def test_other_notes_are_not_asked_for_a_status() -> None:
    message = Note(id="note:m", audience="guest", sort="message", text=Text(en="Text"))
    assert {"status", "due", "owner"} <= idle(message)
    assert idle(agreement("note:a")) == frozenset()
    assert idle(Note(id="note:o", audience="guest", sort="ask", text=Text(en="Text"))) == {"status"}
