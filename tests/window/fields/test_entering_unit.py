"""A unit that nobody knows is entered in all languages, from its box and from its finding."""

import pytest
from pytestqt.qtbot import QtBot

from lohum_brief.language.interface import say
from lohum_brief.visit.own_units import entered
from lohum_brief.visit.records import Metric, OwnUnit
from lohum_brief.window.fields import entering_unit, unitbox
from lohum_brief.window.fields.entering_unit import UnitDialog
from lohum_brief.window.fields.unitbox import UnitEditor
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.review import findings as review
from tests.window.review.test_findings import found, select
from tests.window.test_window import browser

WORDS = {"name.hi": "बैटरियाँ", "name.ja": "個", "one.hi": "बैटरी"}


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Somebody fills in the words that are missing; what was proposed is kept."""
    seen: list[str] = []

    def fill(dialog: UnitDialog) -> int:
        seen.extend(line.text() for line in dialog.lines.values())
        for path, word in WORDS.items():
            dialog.lines[path].setText(word)
        assert dialog.enter.isEnabled()
        return 1

    monkeypatch.setattr(UnitDialog, "exec", fill)
    return seen


def typed(window: VisitWindow, text: str) -> UnitEditor:
    plant = browser(window, "plant")
    plant.show_record("m1")
    box: UnitEditor = plant.form.editors["unit"]
    box.setEditText(text)
    box.flush()
    return box


def own(window: VisitWindow) -> list[OwnUnit]:
    return window.session.visit.of(OwnUnit)


def test_the_box_offers_to_enter_what_nobody_knows(window: VisitWindow, told: list[str]) -> None:
    box = typed(window, "batteries/year")
    assert box._enter is not None
    assert box._enter.isVisibleTo(browser(window, "plant").form)
    assert "batteries/year" in box._enter.toolTip()
    box._enter.click()
    [unit] = own(window)
    assert told == ["", "batteries", "", "", "battery", ""]
    assert (unit.symbol, unit.name["hi"], unit.name["en"], unit.one["hi"], unit.counted) == (
        "batteries", "बैटरियाँ", "batteries", "बैटरी", True,
    )  # fmt: skip
    assert not box._enter.isVisibleTo(browser(window, "plant").form)
    assert window.session.visit.get(Metric, "m1").unit == "batteries/year"  # type: ignore[union-attr]
    assert box.findData("batteries") >= 0, "it can be chosen from now on"
    window.session.undo()
    assert not own(window)
    assert box._enter.isVisibleTo(browser(window, "plant").form)


def test_nothing_is_offered_for_what_is_known(window: VisitWindow) -> None:
    box = typed(window, "sq ft")
    assert window.session.visit.get(Metric, "m1").unit == "ft2"  # type: ignore[union-attr]
    assert box._enter is not None
    assert not box._enter.isVisibleTo(browser(window, "plant").form)


def test_who_does_not_want_to_enter_it_changes_nothing(
    window: VisitWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unitbox, "ask_unit", lambda *_: None)
    box = typed(window, "bags")
    assert box._enter is not None
    box._enter.click()
    assert not own(window)


def test_a_finding_asks_for_the_words(window: VisitWindow, qtbot: QtBot, told: list[str]) -> None:
    panel = found(window, qtbot, ("m1", "unit", "bags"))
    select(panel, "m1", "unit")
    panel.fix_selected()
    assert "bags" in told
    assert [unit.name["ja"] for unit in own(window)] == ["個"]


def test_a_finding_is_left_as_it_is_without_them(
    window: VisitWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(review, "ask_unit", lambda *_: None)
    panel = found(window, qtbot, ("m1", "unit", "bags"))
    select(panel, "m1", "unit")
    panel.fix_selected()
    assert not own(window)


def test_without_any_name_it_cannot_be_entered(window: VisitWindow, qtbot: QtBot) -> None:
    dialog = UnitDialog(window, entered("bags", window.session.visit))
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == say("A unit of the visit")
    dialog.lines["name.en"].clear()
    assert not dialog.enter.isEnabled()
    assert entering_unit.ask_unit is not None
