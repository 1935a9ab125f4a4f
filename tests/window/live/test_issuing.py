"""Packs issued through the window: numbered, noted, never half."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lohum_brief.release.editions import is_file_of
from lohum_brief.service.messages.files import Exported, Prepared
from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.window.live.exporting import ExportDialog, export_all, export_shown, issue_shown
from lohum_brief.window.live.issuing import Choice
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import pack
from tests.window.conftest import LONG, Open, go
from tests.window.live.conftest import Ask


def choice(dialog: ExportDialog) -> Choice:
    assert dialog.standing is not None
    return dialog.standing


def issue(ask: Ask, qtbot: QtBot, recipients: str = "") -> Path:
    """Issue the pack that is shown under the name that is proposed."""
    dialog = ask(issue_shown)
    choice(dialog).recipients.setText(recipients)
    [path] = dialog.paths()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert isinstance(dialog.results[0], Exported), dialog.results
    assert dialog.go.isHidden(), "what was issued is not issued again"
    dialog.reject()
    return path


def test_an_edition_is_written_noted_and_shown(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    path = issue(ask, qtbot, "Ms  Sato & <b>others</b>")
    assert path == visit_file.parent / "guests.hi-ja.edition-1.pdf"
    [edition] = store_at(visit_file).editions()
    assert (edition.imprint.number, edition.imprint.issued) == (1, True)
    assert edition.imprint.recipients == "Ms Sato & <b>others</b>"
    assert is_file_of(path, edition.imprint)
    go(window, "overview")
    overview = window.shown
    assert overview is not None
    qtbot.waitUntil(
        lambda: said(overview, "Edition 1") and said(overview, "nothing changed since"),
        timeout=LONG,
    )
    assert said(overview, "for Ms Sato & <b>others</b>")
    window.session.set_field("p1", "text.hi", "नया")
    qtbot.waitUntil(lambda: said(overview, "changed since: 1 record"), timeout=LONG)
    window.session.undo()
    qtbot.waitUntil(lambda: said(overview, "nothing changed since"), timeout=LONG)
    assert len(store_at(visit_file).editions()) == 1, "undo takes no edition back"


def said(widget: object, words: str) -> bool:
    return any(
        words in label.text()
        for label in widget.findChildren(QLabel)  # type: ignore[attr-defined]
        if label.isVisibleTo(widget)
    )


def test_the_next_one_has_the_next_number_and_tells_of_the_last(
    ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    first = issue(ask, qtbot, "Embassy")
    dialog = ask(issue_shown)
    assert dialog.paths()[0].name == "guests.hi-ja.edition-2.pdf"
    assert "Edition 2" in choice(dialog).edition.text()
    assert said(choice(dialog), "Embassy")
    dialog.where.path.setText(str(first))
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert "it is edition 1 of guests" in dialog.finished_text()
    choice(dialog).draft.setChecked(True)
    dialog.where.path.setText(str(first))
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert "it is edition 1 of guests" in dialog.finished_text(), "nor by a draft"
    assert len(store_at(visit_file).editions()) == 1
    dialog.reject()


def test_the_name_that_is_proposed_goes_with_the_choice_and_one_that_was_typed_stays(
    ask: Ask, tmp_path: Path
) -> None:
    dialog = ask(export_shown)
    assert choice(dialog).draft.isChecked()
    for button, name in (
        (choice(dialog).edition, "guests.hi-ja.edition-1.pdf"),
        (choice(dialog).draft, "guests.hi-ja.pdf"),
    ):
        button.setChecked(True)
        assert dialog.paths()[0].name == name
    assert dialog.go.text() == "Export"
    dialog.where.path.setText(str(tmp_path / "mine.pdf"))
    choice(dialog).edition.setChecked(True)
    assert (dialog.paths()[0].name, dialog.go.text()) == ("mine.pdf", "Issue")
    dialog.reject()


def test_each_pack_of_all_gets_its_number(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    window.session.commit(lambda now: edit.add(now, pack(id="second", sections=("sec:prose",))))
    dialog = ask(export_all)
    choice(dialog).choose_edition()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert [(one.imprint.pack, one.imprint.number) for one in store_at(visit_file).editions()] == [
        ("guests", 1),
        ("second", 1),
    ]
    assert sorted(path.name for path in visit_file.parent.glob("*.pdf")) == [
        "guests.hi-ja.edition-1.pdf",
        "second.hi-ja.edition-1.pdf",
    ]
    dialog.reject()


def reasons(dialog: ExportDialog) -> dict[str, list[tuple[str, str]]]:
    """The groups that are shown, with the places and what is said of each."""
    tree = dialog._against.reasons.tree
    found = {}
    for at in range(tree.topLevelItemCount()):
        head = tree.topLevelItem(at)
        assert head is not None
        rows = [head.child(row) for row in range(head.childCount())]
        found[f"{head.text(0)} ({head.text(1)})"] = [
            (item.text(0), item.text(1)) for item in rows if item
        ]
    return found


def weighed(ask: Ask, qtbot: QtBot) -> ExportDialog:
    """The dialog of an edition, once it is known what keeps it back."""
    dialog = ask(issue_shown)
    qtbot.waitUntil(lambda: dialog._against.known(issues=True), timeout=LONG)
    return dialog


def test_a_missing_text_refuses_an_edition_and_not_a_draft(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    window.session.set_field("p1", "text.ja", "")
    dialog = weighed(ask, qtbot)
    assert not dialog.go.isEnabled()
    assert "1 place can be printed as it is" in dialog._against.words.text()
    assert list(reasons(dialog)) == ["Japanese is missing: 1 text (can wait)"]
    choice(dialog).draft.setChecked(True)
    assert not dialog._against.reasons.isVisibleTo(dialog)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert (visit_file.parent / "guests.hi-ja.pdf").exists()
    assert store_at(visit_file).editions() == []
    dialog.reject()


def test_what_may_wait_is_answered_for_by_the_keyboard_and_stands_in_the_edition(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    window.session.set_field("p1", "text.ja", "")
    window.session.set_field("p2", "text.state.ja", "old")
    dialog = weighed(ask, qtbot)
    dialog.show()
    shown = dialog._against.reasons
    assert shown.who.text() == window.session.who
    assert shown.reason.isVisible(), "the first place is chosen"
    assert not shown.accept.isEnabled(), "without a reason"
    shown.who.setText("A. Rao")
    shown.reason.setFocus()
    qtbot.keyClicks(shown.reason, "by phone")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    assert dialog.results == {}, "Return answers and does not issue"
    assert not dialog.go.isEnabled(), "the other place is still open"
    qtbot.keyClicks(shown.reason, "late")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    assert [row[1] for rows in reasons(dialog).values() for row in rows] == [
        "As it is, A. Rao: by phone",
        "As it is, A. Rao: late",
    ]
    assert "Nothing keeps it back." in dialog._against.words.text()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    [edition] = store_at(visit_file).editions()
    assert [
        (one.cause, one.record, one.field, one.reason, one.who) for one in edition.imprint.accepted
    ] == [
        ("missing", "p1", "text.ja", "by phone", "A. Rao"),
        ("old", "p2", "text.ja", "late", "A. Rao"),
    ]
    dialog.reject()


def test_what_must_be_put_right_has_no_field_for_a_reason_and_leads_to_its_place(
    window: VisitWindow, ask: Ask, qtbot: QtBot
) -> None:
    window.session.set_field("p1", "text.ja", "未定")
    window.session.set_field("p2", "text.ja", "ＡＢ")
    dialog = weighed(ask, qtbot)
    shown = dialog._against.reasons
    assert list(reasons(dialog)) == ["Stand-ins for a text: 1 (must be put right)"]
    said = dialog._against.words.text()
    assert "1 place must be put right first." in said
    assert "1 warning does not keep it back." in said
    dialog.show()
    assert not shown.reason.isVisible()
    assert shown.tree.currentItem() is not None
    qtbot.keyClick(shown.tree, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Return in the list closes nothing"
    with qtbot.waitSignal(dialog.leading) as led:
        shown.lead.click()
    assert led.args == ["p1", "text.ja"]
    assert not dialog.isVisible()


def test_answers_are_kept_when_the_dialog_is_closed_until_what_they_are_about_changes(
    window: VisitWindow, ask: Ask, qtbot: QtBot
) -> None:
    for ident in ("p1", "p2"):
        window.session.set_field(ident, "text.state.ja", "old")
    dialog = weighed(ask, qtbot)
    dialog.show()
    shown = dialog._against.reasons
    qtbot.keyClick(shown.tree, Qt.Key.Key_Return)
    assert dialog.isVisible(), "Return in the list goes to the reason"
    qtbot.keyClicks(shown.reason, "by phone")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    said = f"As it is, {window.session.who}: by phone"
    again = weighed(ask, qtbot)
    assert [row[1] == said for rows in reasons(again).values() for row in rows] == [True, False]
    again.reject()
    window.session.set_field("p1", "text.en", "Another text.")
    third = weighed(ask, qtbot)
    assert not any(row[1] == said for rows in reasons(third).values() for row in rows)
    third.reject()


def test_one_reason_answers_for_all_places_of_a_cause_and_ends_with_the_edition(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    for ident in ("p1", "p2"):
        window.session.set_field(ident, "text.state.ja", "old")
    dialog = weighed(ask, qtbot)
    dialog.show()
    shown = dialog._against.reasons
    head = shown.tree.topLevelItem(0)
    assert head is not None
    shown.tree.setCurrentItem(head)
    assert shown.accept.text() == "Print all as they are"
    qtbot.keyClicks(shown.reason, "by phone")
    qtbot.keyClick(shown.reason, Qt.Key.Key_Return)
    assert dialog.go.isEnabled()
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    [edition] = store_at(visit_file).editions()
    assert [(one.record, one.reason) for one in edition.imprint.accepted] == [
        ("p1", "by phone"),
        ("p2", "by phone"),
    ]
    dialog.reject()
    assert window.session.answered.of(["pack"]) == {}


def test_many_places_are_shown_by_cause_and_opened_when_they_are_wanted(
    window: VisitWindow, ask: Ask, qtbot: QtBot
) -> None:
    for ident in ("p1", "p2", "p3", "p4"):
        for lang in ("hi", "ja"):
            window.session.set_field(ident, f"text.state.{lang}", "old")
    window.session.set_field("t1", "title.state.ja", "old")
    dialog = weighed(ask, qtbot)
    dialog.show()
    tree = dialog._against.reasons.tree
    assert [group.partition(":")[0] for group in reasons(dialog)] == [
        "Hindi is old",
        "Japanese is old",
    ]
    assert dialog.height() <= 768
    first, second = tree.topLevelItem(0), tree.topLevelItem(1)
    assert first is not None
    assert second is not None
    assert not second.isExpanded()
    tree.setCurrentItem(second)
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert second.isExpanded()
    qtbot.keyClick(tree, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_warnings_are_seen_before_an_edition_is_written(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    window.session.set_field("p2", "text.ja", "ＡＢ")
    dialog = ask(issue_shown)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog._against.known(issues=True), timeout=LONG)
    assert dialog._against.findings
    assert (dialog._running, dialog.results) == (None, {})
    assert dialog._against.faults.topLevelItemCount() == 1
    assert dialog.go.isEnabled()
    assert store_at(visit_file).editions() == []
    dialog.reject()


def test_of_several_packs_those_that_are_kept_back_say_so(
    window: VisitWindow, ask: Ask, qtbot: QtBot, visit_file: Path
) -> None:
    window.session.commit(lambda now: edit.add(now, pack(id="second", sections=("sec:people",))))
    window.session.set_field("p1", "text.ja", "")
    dialog = ask(export_all)
    choice(dialog).choose_edition()
    qtbot.waitUntil(lambda: dialog._against.known(issues=True), timeout=LONG)
    dialog.begin()
    qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
    assert dialog.results[0] == "Not issued: something keeps it back."
    assert [one.imprint.pack for one in store_at(visit_file).editions()] == ["second"]
    dialog.reject()


@pytest.mark.parametrize("how", ["cancelled", "died"])
def test_ended_before_the_file_is_written_the_number_is_free_again(
    ask: Ask, qtbot: QtBot, visit_file: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    dialog = ask(issue_shown)
    monkeypatch.setattr(dialog._service.ask, "put", lambda _out: None)
    dialog.begin()
    qtbot.waitUntil(lambda: len(store_at(visit_file).editions()) == 1, timeout=LONG)
    assert not store_at(visit_file).editions()[0].imprint.issued
    if how == "cancelled":
        dialog.reject()
    else:
        dialog._service.process.kill()
        qtbot.waitUntil(lambda: dialog.complete, timeout=LONG)
        dialog.reject()
    assert (store_at(visit_file).editions(), list(visit_file.parent.glob("*.pdf"))) == ([], [])


def test_cancelled_when_the_file_is_there_it_is_issued(
    ask: Ask, qtbot: QtBot, visit_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(issue_shown)
    monkeypatch.setattr(dialog, "_exported", lambda _found: None)
    dialog._service.exported.disconnect()
    dialog.begin()
    qtbot.waitSignal(dialog._service.exported, timeout=LONG).wait()
    dialog.reject()
    [edition] = store_at(visit_file).editions()
    assert edition.imprint.issued


def test_what_was_written_just_before_the_program_ended_is_settled_when_somebody_looks(
    opened: Open, ask: Ask, qtbot: QtBot, visit_file: Path, window: VisitWindow
) -> None:
    dialog = ask(issue_shown)
    found: list[Prepared] = []
    dialog._service.prepared.disconnect()
    dialog._service.exported.disconnect()
    dialog._service.prepared.connect(found.append)
    dialog.begin()
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    assert dialog._issuing is not None
    dialog._issuing.note(found[0].imprint)
    dialog._service.ask.put(str(dialog.paths()[0]))
    qtbot.waitSignal(dialog._service.exported, timeout=LONG).wait()
    dialog._issuing._noted = None  # as if nobody were there any more to say so
    dialog.reject()
    assert not store_at(visit_file).editions()[0].imprint.issued
    window.close()
    again = opened(visit_file)
    go(again, "overview")
    qtbot.waitUntil(lambda: store_at(visit_file).editions()[0].imprint.issued, timeout=LONG)


def test_what_can_only_be_read_cannot_be_issued(
    opened: Open, qtbot: QtBot, visit_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with store_at(visit_file).open():
        window = opened(visit_file)
        assert not window.menus.actions_by_name["Issue pack…"].isEnabled()
        dialogs: list[ExportDialog] = []
        monkeypatch.setattr(ExportDialog, "exec", lambda self: dialogs.append(self))  # noqa: PLW0108
        issue_shown(window)
        [dialog] = dialogs
        assert not choice(dialog).edition.isEnabled()
        assert choice(dialog).draft.isChecked()
        assert "visit.lbrief" in choice(dialog).edition.toolTip()
        dialog.reject()
    del qtbot, tmp_path
