"""The window works on whatever store a visit lives in, as it does on a file."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.live.exporting import ExportDialog
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.program.recent import recent
from lohum_brief.window.review.earlier import EarlierStates
from tests.packs.conftest import pack, small
from tests.store.memory import Memory
from tests.window.conftest import LONG
from tests.window.review.test_earlier import below

HERE = "memory://office/visit"


@pytest.fixture
def elsewhere(application: Application, memory: Memory, qtbot: QtBot) -> VisitWindow:
    """A window on a visit in memory."""
    del memory
    rest = [record for record in small() if not isinstance(record, Pack)]
    store_at(HERE).create(Visit([*rest, pack(sections=("sec:prose", "sec:people"))]))
    window = application.open(HERE)
    assert window is not None
    qtbot.waitSignal(window.service.rendered, timeout=LONG).wait()
    return window


def test_it_is_edited_undone_and_found_among_the_last_visits(
    application: Application, elsewhere: VisitWindow
) -> None:
    session = elsewhere.session
    before = session.visit
    assert session.set_field("p1", "text.en", "Good morning") == ""
    assert store_at(HERE).read() == session.visit
    session.undo()
    assert store_at(HERE).read() == before
    session.redo()
    assert application.open(HERE) is elsewhere, "it is open in one window only"
    assert [one.path for one in recent(application.settings)] == [HERE]
    assert elsewhere.windowTitle().endswith("visit – Lohum Brief")
    dialog = EarlierStates(elsewhere, session)
    edits, backups = below(dialog.states)
    assert (len(edits), len(backups)) == (1, 1)


def test_its_packs_are_exported_and_issued(
    elsewhere: VisitWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    session = elsewhere.session
    shown = elsewhere.preview.pack()
    assert shown is not None
    dialog = ExportDialog(elsewhere, session.visit, [shown], tmp_path, session=session)
    assert dialog.standing is not None
    dialog.standing.choose_edition()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    dialog.reject()
    [edition] = store_at(HERE).editions()
    assert edition.imprint.issued
    assert (tmp_path / edition.imprint.file).stat().st_size == edition.imprint.size


def test_a_copy_as_a_file_has_what_could_not_be_written(
    elsewhere: VisitWindow, memory: Memory, tmp_path: Path
) -> None:
    kept = memory.kept.pop(HERE)
    assert elsewhere.session.set_field("p1", "text.en", "kept") == ""
    assert elsewhere.session.waiting == 1
    copy = store_at(tmp_path / "copy.lbrief")
    assert elsewhere.session.save_copy(copy)
    assert copy.read() == elsewhere.session.visit
    memory.kept[HERE] = kept
    assert elsewhere.session.write()
    assert store_at(HERE).read() == copy.read()


def test_what_somebody_else_wrote_is_not_overwritten(
    elsewhere: VisitWindow, memory: Memory
) -> None:
    memory.kept[HERE].version += 1
    assert elsewhere.session.commit(lambda now: edit.remove(now, "per2")), "it goes on here"
    assert "another program has changed it" in elsewhere.session.trouble
    assert "per2" in store_at(HERE).read().by_id
