"""Looking at earlier states, and taking back what was lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDeadlineTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QTreeWidget, QTreeWidgetItem

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import use
from lohum_brief.store.protocol import DAILY, UNWRITTEN, Backup
from lohum_brief.visit import edit
from lohum_brief.visit.records import Paragraph, Person
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.review.earlier import EarlierStates
from tests.window.conftest import LONG


@pytest.fixture
def before(window: VisitWindow) -> Visit:
    """The visit before three edits were made of it."""
    visit = window.session.visit
    window.session.set_field("p1", "text.en", "Welcome to another plant")
    window.session.commit(lambda now: edit.remove(now, "per2"))
    window.session.set_field("p2", "text.en", "Something else")
    return visit


def below(tree: QTreeWidget) -> list[list[QTreeWidgetItem]]:
    """The items of each group."""
    groups = [group for row in range(tree.topLevelItemCount()) if (group := tree.topLevelItem(row))]
    return [
        [item for at in range(group.childCount()) if (item := group.child(at))] for group in groups
    ]


def choose(dialog: EarlierStates, group: int, at: int) -> None:
    dialog.states.setCurrentItem(below(dialog.states)[group][at])
    deadline = QDeadlineTimer(LONG)
    while dialog.told() == "Comparing…" and not deadline.hasExpired():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 100)


def changed(dialog: EarlierStates) -> dict[str, QTreeWidgetItem]:
    items = [item for group in below(dialog.found) for item in group]
    return {item.data(0, Qt.ItemDataRole.UserRole).record.id: item for item in items}


def test_edits_and_backups_are_listed_with_time_name_and_who(
    window: VisitWindow, before: Visit
) -> None:
    dialog = EarlierStates(window, window.session)
    edits, backups = [[item.text(0) for item in group] for group in below(dialog.states)]
    assert len(edits) == 3
    assert all(window.session.who in text for text in edits)
    assert len(backups) == 1
    assert "daily" in backups[0]
    assert before != window.session.visit


@pytest.mark.parametrize(
    ("reason", "lang", "words"),
    [
        (UNWRITTEN, "en", "with edits that could not be written to the file"),
        (UNWRITTEN, "ja", "ファイルに書き込めなかった編集を含む"),
        (UNWRITTEN, "hi", "जो संपादन फ़ाइल में नहीं लिखे जा सके, उनके साथ"),
        (DAILY, "en", "daily"),
        ("before-version-2", "en", "before a change of the file’s format"),
    ],
)
def test_it_is_said_why_a_backup_was_made(
    window: VisitWindow, monkeypatch: pytest.MonkeyPatch, reason: str, lang: Lang, words: str
) -> None:
    backup = Backup("somewhere", "2026-12-01T09:30:00", reason)
    monkeypatch.setattr(window.session, "backups", lambda: [backup])
    try:
        use(lang)
        _edits, (line,) = below(EarlierStates(window, window.session).states)
        assert line.text(0).endswith(f" · {words}")
    finally:
        use("en")


def test_a_backup_shows_what_has_changed_word_by_word(window: VisitWindow, before: Visit) -> None:
    dialog = EarlierStates(window, window.session)
    choose(dialog, 1, 0)
    found = changed(dialog)
    assert set(found) == {"p1", "p2", "per2"}
    assert found["per2"].text(0) == "Removed since"
    dialog.found.setCurrentItem(found["p1"])
    old = before.get(Paragraph, "p1")
    assert old is not None
    assert "another plant" in dialog.words.toPlainText()
    assert all(word in dialog.words.toPlainText() for word in old.text["en"].split()[:2])


def test_one_record_is_taken_back_and_the_rest_stays_in_one_undoable_step(
    window: VisitWindow, before: Visit
) -> None:
    dialog = EarlierStates(window, window.session)
    choose(dialog, 1, 0)
    now = window.session.visit
    dialog.found.setCurrentItem(changed(dialog)["per2"])
    dialog.some.click()
    assert [person.id for person in window.session.visit.of(Person)] == [
        person.id for person in before.of(Person)
    ]
    assert window.session.visit.by_id["p1"] == now.by_id["p1"]
    window.session.undo()
    assert window.session.visit == now


def test_all_of_it_is_restored_from_a_backup_and_from_an_edit(
    window: VisitWindow, before: Visit
) -> None:
    now = window.session.visit
    dialog = EarlierStates(window, window.session)
    choose(dialog, 0, 2)
    assert set(changed(dialog)) == {"p2", "per2"}
    dialog.all.click()
    assert window.session.visit.by_id["p1"] == now.by_id["p1"]
    assert window.session.visit.by_id["p2"] == before.by_id["p2"]
    dialog = EarlierStates(window, window.session)
    choose(dialog, 1, 0)
    dialog.all.click()
    assert window.session.visit == before
    window.session.undo_steps(2)
    assert window.session.visit == now


def test_a_backup_that_is_damaged_is_said_to_be_so(window: VisitWindow, before: Visit) -> None:
    del before
    [backup] = window.session.backups()
    Path(backup.address).write_bytes(b"no visit")
    dialog = EarlierStates(window, window.session)
    choose(dialog, 1, 0)
    assert changed(dialog) == {}
    assert not dialog.all.isEnabled()
    assert Path(backup.address).name in dialog.told()


def test_several_steps_are_undone_at_once(window: VisitWindow, before: Visit) -> None:
    window.header.steps.aboutToShow.emit()
    actions = window.header.steps.actions()
    assert len(actions) == 3
    actions[2].trigger()
    assert window.session.visit == before


def test_where_only_the_order_has_changed_it_can_be_restored(window: VisitWindow) -> None:
    before = window.session.visit
    last = before.records[-1].id
    window.session.set_field("p1", "text.en", "Something else")
    window.session.commit(lambda now: edit.move(now, last, "p1"))
    dialog = EarlierStates(window, window.session)
    choose(dialog, 0, 1)
    assert changed(dialog) == {}
    assert dialog.told() == "Since then only the order has changed."
    dialog.all.click()
    assert [record.id for record in window.session.visit] == [record.id for record in before]


def test_what_was_typed_in_one_go_is_one_line_and_says_where(window: VisitWindow) -> None:
    for at in range(5):
        window.session.set_field("p1", "text.en", "Something else" + at * "!")
    window.session.set_field("p2", "text.en", "Another")  # in the same section
    window.session.set_field("per2", "audience", "host")
    dialog = EarlierStates(window, window.session)
    [one, other], _ = below(dialog.states)
    assert "Change person: " in one.text(0)
    section = window.session.visit.by_id["sec:prose"]
    assert f"Change paragraph: {labels.title(section, window.session.visit)}" in other.text(0)
    choose(dialog, 0, 1)
    assert set(changed(dialog)) == {"per2"}
