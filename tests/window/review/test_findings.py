"""The findings as somebody uses them: going there, mending, ignoring."""

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QTextEdit, QToolButton
from pytestqt.qtbot import QtBot

from lohum_brief.checks.finding import Finding, Severity
from lohum_brief.language.codes import LANGS
from lohum_brief.message import msg
from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Metric, Note, Observation, Paragraph, Person, Waiver
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.overview.overview import Overview
from lohum_brief.window.review import findings as panel_module
from lohum_brief.window.review.findinglist import FIX, MESSAGE, PLACE, Entry
from lohum_brief.window.review.findings import Findings
from tests.window.conftest import LONG, Open


def found(window: VisitWindow, qtbot: QtBot, *fields: tuple[str, str, str]) -> Findings:
    """The panel after the fields were set and the check has answered."""
    for ident, field, value in fields:
        assert window.session.set_field(ident, field, value) == ""
    checked(window, qtbot)
    return window.findings


def checked(window: VisitWindow, qtbot: QtBot) -> Counter[str]:
    qtbot.waitUntil(lambda: window.findings.settled, timeout=LONG)
    return window.counts


def rows(panel: Findings) -> dict[str, list[tuple[str, str]]]:
    return {
        group.title: [(entry.finding.record, entry.finding.field) for entry in group.entries]
        for group in panel.list.groups
    }


def select(panel: Findings, record: str, field: str) -> QModelIndex:
    for row, group in enumerate(panel.list.groups):
        for at, entry in enumerate(group.entries):
            if (entry.finding.record, entry.finding.field) == (record, field):
                index = panel.list.index(at, 0, panel.list.index(row, 0))
                panel.tree.setCurrentIndex(index)
                return index
    raise AssertionError((record, field))


AIM = (
    ("visit", "objective.en", "Agree on a contact."),
    ("visit", "objective.hi", "संपर्क तय करना।"),
    ("visit", "objective.ja", "連絡先を決めること。"),
)
WIDE = (
    *AIM,
    ("ser1", "basis", "stated"),
    ("p1", "text.ja", "ＡＢトン"),
    ("p2", "text.ja", "ｶﾅ"),
    ("p2", "text.hi", ""),
)


def test_they_are_grouped_counted_and_filtered(window: VisitWindow, qtbot: QtBot) -> None:
    panel = found(window, qtbot, *WIDE)
    assert rows(panel)["Missing languages"] == [("p2", "text.hi")]
    assert rows(panel)["Digits and letters of two forms"] == [("p1", "text.ja"), ("p2", "text.ja")]
    assert panel.summary().startswith(f"{sum(map(len, rows(panel).values()))} open · ")
    panel.filter("kana")
    assert [field for fields in rows(panel).values() for field in fields] == [("p2", "text.ja")]
    panel.filter("", lang="hi")
    assert [field for fields in rows(panel).values() for field in fields] == [("p2", "text.hi")]
    panel.filter("", grouping="place")
    assert list(rows(panel)) == ["Texts"]


def test_all_that_is_not_for_its_readers_is_mended_in_one_step(
    opened: Open, visit_file: Path, qtbot: QtBot
) -> None:
    notes = [
        Note(id=f"no{i}", audience="guest", sort="ask", text=Text(hi="क", en="a", ja="あ"))
        for i in range(4)
    ]
    store_at(visit_file).create(
        Visit([*store_at(visit_file).read(), *notes]), overwrite=True
    )  # a file from before there was a table of audiences
    window = opened(visit_file)
    checked(window, qtbot)
    panel = window.findings
    before = window.session.visit
    assert rows(panel)["Not for these readers"] == [(note.id, "audience") for note in notes]
    [group] = [group for group in panel.list.groups if group.title == "Not for these readers"]
    assert group.mends == "Give it the audience with which its kind begins: all 4"
    select(panel, "no2", "audience")
    panel.fix_alike()
    checked(window, qtbot)
    assert "Not for these readers" not in rows(panel)
    assert {window.session.visit.by_id[note.id].audience for note in notes} == {"host"}
    window.session.undo()
    assert window.session.visit == before


def test_a_row_says_what_where_and_what_can_be_done(window: VisitWindow, qtbot: QtBot) -> None:
    panel = found(window, qtbot, *WIDE)
    index = select(panel, "p2", "text.ja")
    assert "Japanese" in index.siblingAtColumn(PLACE).data()
    assert "half-width kana" in index.siblingAtColumn(MESSAGE).data()
    assert index.siblingAtColumn(FIX).data() == "Write full-width kana"
    told = index.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.startswith("Warning, ")
    assert "half-width kana" in told


def test_a_photo_that_the_file_does_not_hold_is_found(window: VisitWindow, qtbot: QtBot) -> None:
    person = window.session.visit.of(Person)[0]
    panel = found(window, qtbot, (person.id, "photo", "0" * 64))
    assert (person.id, "photo") in [place for group in rows(panel).values() for place in group]


def test_one_is_mended_and_all_that_are_alike_in_one_step(
    window: VisitWindow, qtbot: QtBot
) -> None:
    panel = found(window, qtbot, *WIDE)
    select(panel, "p1", "text.ja")
    panel.fix_selected()
    assert text(window, "p1") == "ABトン"
    assert window.session.undo_label == "Mend: Write half-width"
    window.session.undo()
    checked(window, qtbot)
    select(panel, "p1", "text.ja")
    panel.fix_alike()
    assert (text(window, "p1"), text(window, "p2")) == ("ABトン", "カナ")
    window.session.undo()
    assert (text(window, "p1"), text(window, "p2")) == ("ＡＢトン", "ｶﾅ")


def typed_twice(opened: Open, visit_file: Path) -> VisitWindow:
    """A value that is typed into two texts in three languages, and a number without one."""
    said = Text(
        hi="संयंत्र में 20,000 टन/वर्ष और 250 कर्मचारी।",
        en="The plant has 20,000 t/year and 250 employees.",
        ja="工場は年20,000トン、従業員は250名。",
    )
    made = [
        *store_at(visit_file).read(),
        *(
            Paragraph(id=ident, audience="guest", section="sec:prose", text=said)
            for ident in ("typed1", "typed2", "typed3")
        ),
        Metric(id="metric:cap", audience="guest", name=said, unit="t/year"),
        Observation(id="obs:cap", audience="guest", metric="metric:cap", value=Decimal(20_000)),
    ]
    store_at(visit_file).create(Visit(made), overwrite=True)
    return opened(visit_file)


def test_a_value_that_is_typed_in_many_texts_is_mended_in_all_of_them_in_one_step(
    opened: Open, visit_file: Path, qtbot: QtBot
) -> None:
    window = typed_twice(opened, visit_file)
    checked(window, qtbot)
    panel = window.findings
    index = select(panel, "typed1", "text.en")
    assert "metric:cap} in 3 texts" in index.siblingAtColumn(FIX).data()
    [group] = [group for group in panel.list.groups if group.title == "Figures typed into texts"]
    assert group.mends.endswith("in 3 texts: all 9"), "what is not certain is not among them"
    before = window.session.visit
    panel.fix_selected()
    printed = "{metric:cap|form=number}"
    for ident in ("typed1", "typed2", "typed3"):
        record = window.session.visit.get(Paragraph, ident)
        assert record is not None
        assert all(printed in record.text[lang] for lang in LANGS)
        assert "250 employees" in record.text["en"]
    assert (window.session.undo_label or "").startswith("Mend: Print the stored value")
    window.session.undo()
    assert window.session.visit == before


def test_what_somebody_has_ignored_stays_when_its_cause_is_mended(
    opened: Open, visit_file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = typed_twice(opened, visit_file)
    checked(window, qtbot)
    panel = window.findings
    monkeypatch.setattr(panel_module, "ask_reason", lambda *_: "As it was said")
    for lang in LANGS:
        select(panel, "typed2", f"text.{lang}")
        panel.ignore_selected()
        checked(window, qtbot)
    select(panel, "typed1", "text.ja")
    panel.fix_selected()
    texts = {
        ident: window.session.visit.get(Paragraph, ident)
        for ident in ("typed1", "typed2", "typed3")
    }
    held = [ident for ident, one in texts.items() if one and "20,000" in one.text["en"]]
    assert held == ["typed2"]


def text(window: VisitWindow, ident: str) -> str:
    record = window.session.visit.get(Paragraph, ident)
    assert record is not None
    return record.text["ja"]


def test_what_was_typed_since_is_not_overwritten_by_a_fix(
    window: VisitWindow, qtbot: QtBot
) -> None:
    panel = found(window, qtbot, *WIDE)
    select(panel, "p1", "text.ja")
    refused: list[str] = []
    window.session.refused.disconnect()
    window.session.refused.connect(refused.append)
    window.session.set_field("p1", "text.ja", "typed just now")
    panel.fix_selected()
    assert text(window, "p1") == "typed just now"
    assert refused


def test_one_is_ignored_with_a_reason_comes_back_when_the_text_changes_and_can_be_taken_back(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    panel = found(window, qtbot, *WIDE)
    monkeypatch.setattr(panel_module, "ask_reason", lambda *_: "As the ministry writes it")
    before = checked_counts(panel)
    select(panel, "p1", "text.ja")
    panel.ignore_selected()
    assert checked(window, qtbot) == before - Counter(["p1"])
    assert rows(panel)["Ignored"] == [("p1", "text.ja")]
    told = select(panel, "p1", "text.ja").siblingAtColumn(MESSAGE).data()
    assert "As the ministry writes it" in told
    assert window.session.who in told
    assert "1 ignored" in panel.summary()
    window.session.set_field("p1", "text.ja", "ＣＤトン")
    checked(window, qtbot)
    assert "Ignored" not in rows(panel)
    window.session.undo()
    checked(window, qtbot)
    select(panel, "p1", "text.ja")
    panel.take_back()
    assert checked(window, qtbot) == before
    assert window.session.visit.of(Waiver) == []


def checked_counts(panel: Findings) -> Counter[str]:
    return Counter(entry.finding.record for group in panel.list.groups for entry in group.entries)


def test_an_error_cannot_be_ignored(window: VisitWindow, qtbot: QtBot) -> None:
    panel = found(window, qtbot, ("p1", "section", "gone"))
    select(panel, "p1", "section")
    assert not panel.ignore_action.isEnabled()
    panel.ignore_selected()
    assert window.session.visit.of(Waiver) == []


def test_the_list_comes_with_findings_and_nothing_jumps_when_the_last_is_mended(
    window: VisitWindow, qtbot: QtBot
) -> None:
    panel = found(window, qtbot, *WIDE)
    splitter = panel.parentWidget()
    assert isinstance(splitter, QSplitter)
    assert panel.tree.isVisible()
    tall = panel.height()
    for entry in [entry.finding for group in panel.list.groups for entry in group.entries]:
        window.session.set_field(
            entry.record, entry.field, "क" if entry.field.endswith("hi") else "あ"
        )
    checked(window, qtbot)
    assert panel.summary() == "Nothing open"
    assert panel.height() == tall
    toggle = next(
        button
        for button in panel.findChildren(QToolButton)
        if button.toolTip() == "Hide the findings"
    )
    assert toggle.isEnabled()
    toggle.click()
    assert not panel.tree.isVisible()
    assert panel.height() < tall / 2
    assert splitter.sizes()[1] == panel.height()


def test_what_is_stored_while_the_window_goes_down_is_no_fault(window: VisitWindow) -> None:
    """As when the display is lost: the last text is stored by a field that loses the keyboard."""
    for gone in (Findings(window.session, window.service), Overview(window.session)):
        shiboken6.delete(gone)
    assert window.session.set_field("p1", "text.en", "stored at the last moment") == ""


def test_the_next_finding_is_gone_to_by_key(window: VisitWindow, qtbot: QtBot) -> None:
    panel = found(window, qtbot, *WIDE)
    gone: list[tuple[str, str]] = []
    panel.chosen.connect(lambda *place: gone.append(place))
    total = sum(map(len, rows(panel).values()))
    for _ in range(total + 1):
        panel.go_by(1)
    assert gone[0] == gone[-1]
    assert len(set(gone)) == total
    panel.go_by(-1)
    assert gone[-1] == gone[-3]


def test_the_list_does_not_open_under_somebody_who_writes(
    window: VisitWindow, qtbot: QtBot
) -> None:
    panel = window.findings
    checked(window, qtbot)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    window.open_record("p1", "text.en")
    assert isinstance(window.focusWidget(), QTextEdit)
    checked(window, qtbot)
    panel._needed = False
    panel._fold()
    found(window, qtbot, *WIDE)
    assert not panel.tree.isVisible()
    assert panel.summary().split()[0] != "0"
    window.places.setFocus()
    found(window, qtbot, ("p1", "text.ja", "ｶﾅ"))
    assert panel.tree.isVisible()


@pytest.mark.parametrize("severity", ["info", "warning"])
def test_notes_alone_leave_the_list_folded(
    window: VisitWindow, qtbot: QtBot, severity: Severity
) -> None:
    panel = found(window, qtbot, *AIM)
    panel._needed = False
    window.places.setFocus()
    finding = Finding(severity, "units", "p1", "text.en", msg("A unit is unknown."))
    panel._entries = [Entry(finding)]
    panel._fold()
    assert panel.tree.isVisible() == (severity != "info")
