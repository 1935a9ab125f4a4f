"""A file of a newer minor version in the window: nothing of it is shown, printed or lost."""

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.visit.document import decode, encode
from lohum_brief.visit.edit import remove
from lohum_brief.visit.rest import count
from lohum_brief.visit.visit import Visit
from lohum_brief.window.fields.grids import GridEditor
from lohum_brief.window.fields.schema import GRIDS, fields
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.importing import ImportDialog
from lohum_brief.window.lists.table_options import Offered
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.places import PLACES
from lohum_brief.window.review.earlier import EarlierStates
from lohum_brief.window.search.searching import folded
from tests.newer import FIELDS, UNSEEN, encoded
from tests.packs.extraction import mupdf
from tests.window.conftest import LONG, Open
from tests.window.review.test_earlier import changed, choose

TOLD = f"{FIELDS} fields that this version does not know are kept, and printed nowhere."


@pytest.fixture
def visit() -> Visit:
    return decode(encoded(), "v.json")


@pytest.fixture
def newer(opened: Open, tmp_path: Path, visit: Visit) -> VisitWindow:
    path = tmp_path / "newer.lbrief"
    store_at(path).create(visit)
    return opened(path)


def form(window: VisitWindow, ident: str) -> Browser:
    window.open_record(ident)
    found = window.shown
    assert isinstance(found, Browser)
    assert found.form.editors
    return found


def stored(window: VisitWindow) -> int:
    """How often the words of the newer version stand in the file."""
    return encode(window.session.place.read()).count(UNSEEN.encode())


def test_it_is_said_until_the_first_edit(newer: VisitWindow) -> None:
    assert TOLD in newer.banner.text.text()
    assert newer.session.set_field("i-1", "minutes", 5) == ""
    newer._show_kept()
    assert TOLD not in newer.banner.text.text()


def test_every_place_and_every_record_can_be_looked_at(newer: VisitWindow, visit: Visit) -> None:
    for row in range(len(PLACES)):
        newer.places.setCurrentRow(row)
    for record in visit:
        newer.open_record(record.id)
    newer.open_record("car-1")
    assert newer.session.visit == visit


def test_nothing_of_it_is_found_or_printed(newer: VisitWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: newer.index.step(60), timeout=LONG)
    assert newer.index.find(folded(UNSEEN).split(), 10) == []
    assert newer.index.find(["welcome"], 10)
    assert newer.index.find(["car-1"], 10) == []
    with qtbot.waitSignal(newer.service.rendered, timeout=LONG) as printed:
        newer.session.set_field("p-1", "family.en", "Other")
    assert any("OTHER" in page.upper() for page in mupdf(printed.args[0].pdf))
    assert not any(UNSEEN in page for page in mupdf(printed.args[0].pdf))


def test_typing_undo_and_redo_leave_it(newer: VisitWindow, visit: Visit) -> None:
    held = stored(newer)
    session = newer.session
    for ident, field, value in (
        ("v", "title.en", "A"), ("p-1", "family.en", "A"), ("n-1", "text.hi", "A"),
        ("i-1", "minutes", 7), ("ta-1", "rows.0.0.en", "A"),
    ):  # fmt: skip
        assert session.set_field(ident, field, value) == ""
        assert stored(newer) == held
    after = encode(session.visit)
    for _ in range(5):
        session.undo()
    assert encode(session.visit) == encode(visit)
    for _ in range(5):
        session.redo()
    assert encode(session.visit) == after
    assert stored(newer) == held


def test_grids_give_back_what_they_do_not_show(newer: VisitWindow) -> None:
    for ident in ("ta-1", "ch-1", "li-mine"):
        record = newer.session.visit.by_id[ident]
        shown = form(newer, ident)
        for field in fields(type(record)):
            if field.editor in GRIDS:
                shown.form.editors[field.name].store()
                assert shown.form.fault(field.name) == ""
        assert count(newer.session.visit.by_id[ident]) == count(record)
    grid = form(newer, "li-mine").form.editors["points"]
    assert isinstance(grid, GridEditor)
    model = grid.table.model()
    model.setData(model.index(1, 2), "49001")
    assert count(newer.session.visit.by_id["li-mine"]) == 1


def test_an_import_leaves_it(newer: VisitWindow, qtbot: QtBot, tmp_path: Path) -> None:
    held = stored(newer)
    table = tmp_path / "people.csv"
    table.write_text("id,name.en\np-1,MIHON Jiro\n", "utf-8")
    dialog = ImportDialog(newer, newer.session, Offered(str(table)))
    dialog.open()
    qtbot.waitUntil(lambda: dialog.importable == 1 and not dialog.busy, timeout=LONG)
    dialog.accept_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=LONG)
    assert b"Jiro" in encode(newer.session.visit)
    assert stored(newer) == held


def test_earlier_states_show_and_restore_what_is_removed(newer: VisitWindow, visit: Visit) -> None:
    session = newer.session
    for ident in ("car-1", "i-1"):
        assert session.commit(partial(remove, ident=ident))
    dialog = EarlierStates(newer, session)
    choose(dialog, 1, 0)
    found = changed(dialog)
    assert set(found) == {"car-1", "i-1"}
    for item in found.values():
        dialog.found.setCurrentItem(item)
    dialog.all.click()
    assert encode(session.visit) == encode(visit)
    assert stored(newer) == encode(visit).count(UNSEEN.encode())
