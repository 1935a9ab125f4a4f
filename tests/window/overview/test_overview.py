"""The overview: what is missing is counted and leads to where it is put right."""

import datetime as dt

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from lohum_brief.visit.edit import add
from lohum_brief.visit.figures import COUNTED
from lohum_brief.visit.records import Item, NamePart, Pack, Person
from lohum_brief.visit.text import States, Text
from lohum_brief.window.application import Application
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.overview.meters import DayBar
from lohum_brief.window.overview.overview import Overview
from lohum_brief.window.readiness import Readiness
from tests.window.conftest import LONG, go


def overview(window: VisitWindow) -> Overview:
    go(window, "overview")
    found = window.shown
    assert isinstance(found, Overview)
    return found


def link(shown: Overview, name: str) -> QPushButton:
    return next(
        button
        for button in shown.findChildren(QPushButton)
        if button.accessibleName().startswith(name)
    )


def words(shown: Overview) -> str:
    return "\n".join(
        label.text() for label in shown.findChildren(QLabel) if label.isVisibleTo(shown)
    )


def test_delegates_are_counted_as_texts_count_them_and_a_host_is_none(
    window: VisitWindow, qtbot: QtBot
) -> None:
    shown = overview(window)
    count = COUNTED["delegates"][1]
    assert count(window.session.visit) == 1
    qtbot.waitUntil(lambda: "1 delegate" in words(shown).replace("\u00a0", " "), timeout=LONG)
    host = Person(id="new", audience="guest", family=NamePart(en="Rao"), side="host")
    assert window.session.commit(lambda visit: add(visit, host))
    qtbot.waitUntil(lambda: "3 people" in words(shown).replace("\u00a0", " "), timeout=LONG)
    assert "1 delegate" in words(shown).replace("\u00a0", " ")


def test_a_missing_translation_is_counted_and_a_click_goes_to_it(
    window: VisitWindow, qtbot: QtBot
) -> None:
    shown = overview(window)
    assert window.session.set_field("p2", "text.ja", "") == ""
    qtbot.waitUntil(lambda: "missing 1" in words(shown), timeout=LONG)
    link(shown, "日本語").click()
    place = window.shown
    assert isinstance(place, Browser)
    assert place.current() == "p2"


def test_readiness_follows_edits_and_undoing_them(window: VisitWindow) -> None:
    before = window.session.readiness.stages("ja")
    assert window.session.set_field("p1", "text.ja", "") == ""
    assert window.session.readiness.stages("ja")["missing"] == before["missing"] + 1
    assert window.session.readiness.stages("ja") == Readiness(window.session.visit).stages("ja")
    window.session.undo()
    assert window.session.readiness.stages("ja") == before


def test_open_findings_are_counted_and_lead_to_their_list(
    window: VisitWindow, qtbot: QtBot
) -> None:
    window.menus.actions_by_name["Findings"].trigger()
    assert window.findings.isHidden()
    window.session.set_field("p2", "text.ja", "")
    shown = overview(window)
    qtbot.waitUntil(lambda: "1 open finding" in words(shown), timeout=LONG)
    link(shown, "1 warning").click()
    assert not window.findings.isHidden()


def test_the_overview_counts_the_findings_as_their_list_does(
    window: VisitWindow, qtbot: QtBot
) -> None:
    shown = overview(window)
    window.session.set_field("p2", "text.ja", "")
    qtbot.waitUntil(lambda: "1 open finding" in words(shown), timeout=LONG)
    assert any(finding.severity == "info" for finding in window.found or ()), (
        "notes are not what is open"
    )
    assert window.findings.summary().startswith("1 open · 1 warning · ")


def test_a_place_and_a_pack_can_be_gone_to(window: VisitWindow) -> None:
    shown = overview(window)
    [pack] = window.session.visit.of(Pack)
    link(shown, pack.title["en"]).click()
    link(shown, "Texts").click()
    assert isinstance(window.shown, Browser)
    assert window.shown.place.key == "texts"


def test_days_are_counted_in_the_language_of_the_interface(
    window: VisitWindow, application: Application
) -> None:
    today = dt.datetime.now().astimezone().date()
    window.session.set_field("visit", "start", (today + dt.timedelta(days=1)).isoformat())
    for lang, said in (("en", "tomorrow"), ("hi", "1 दिन शेष"), ("ja", "明日")):
        application.set_language(lang)
        assert said in words(overview(window))


def item(ident: str, start: str, minutes: int, title: str = "") -> Item:
    return Item(
        id=ident,
        audience="guest",
        title=Text(en=title or ident, state=States()),
        start=dt.datetime.fromisoformat(f"2025-07-08T{start}"),
        minutes=minutes,
    )


def test_items_at_the_same_time_lie_below_each_other_and_a_click_opens_one(qtbot: QtBot) -> None:
    bar = DayBar(
        [
            item("one", "10:00", 60),
            item("two", "10:30", 30),
            item("three", "11:00", 0),
            item("four", "23:30", 60),
        ]
    )
    qtbot.addWidget(bar)
    bar.resize(800, bar.height())
    bar.show()
    one, two, three = (bar._box(bar._items[at][0]) for at in range(3))
    assert not one.intersects(two)
    assert two.top() > one.top() == three.top()
    with qtbot.waitSignal(bar.chosen, timeout=LONG) as found:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPointF(two.center()).toPoint())
    assert found.args == ["two"]
    assert f"{bar._until:%d %H}" == "09 01", "it ends after midnight"
    assert "10:30–11:00 two" in bar.accessibleName()
