"""Minerals side by side, as somebody compares them in their place."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import use
from lohum_brief.service.messages.review import Compared, ComparedMineral
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.visit import several
from lohum_brief.visit.records import Series
from lohum_brief.window.figures.compared import Card, cards
from lohum_brief.window.figures.comparison import Comparison
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG, Open, go


@pytest.fixture
def compared(opened: Open, tmp_path: Path, qtbot: QtBot) -> VisitWindow:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    window = opened(path)
    go(window, "minerals")
    window.show()
    with qtbot.waitSignal(window.service.compared, timeout=LONG):
        browser(window).tabs.setCurrentIndex(2)
    return window


def browser(window: VisitWindow) -> Browser:
    found = window.shown
    assert isinstance(found, Browser)
    return found


def comparison(window: VisitWindow) -> Comparison:
    [found] = browser(window).views
    assert isinstance(found, Comparison)
    return found


def shown(window: VisitWindow) -> list[Card]:
    listed = comparison(window).list
    return [listed.item(at).data(Qt.ItemDataRole.UserRole) for at in range(listed.count())]


def test_minerals_stand_side_by_side_with_their_shares_in_words(compared: VisitWindow) -> None:
    cobalt = next(card for card in shown(compared) if card.name == "Cobalt")
    assert [(bar.name, bar.said) for bar in cobalt.bars][:2] == [
        ("DR Congo", "73.1%"),
        ("Indonesia", "14.0%"),
    ]
    assert cobalt.bars[-1].name == "Other countries"
    assert "World: 314,600\u00a0t (2025, estimated)" in cobalt.facts
    assert "HHI 5,554: highly concentrated" in cobalt.facts
    assert "+4.2% since 2024" in cobalt.facts
    assert "Mineral Commodity Summaries 2026" in cobalt.sources
    assert "73.1%" in comparison(compared).list.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_another_measure_and_fewer_minerals_are_chosen(compared: VisitWindow, qtbot: QtBot) -> None:
    view = comparison(compared)
    with qtbot.waitSignal(compared.service.compared, timeout=LONG):
        next(
            action for action in view.measure.menu().actions() if action.text() == "Demand"
        ).trigger()
    lithium = shown(compared)[0]
    assert [(bar.name, bar.firm) for bar in lithium.bars][:2] == [
        ("2024", True),
        ("2030, projection", False),
    ]
    with qtbot.waitSignal(compared.service.compared, timeout=LONG):
        view.minerals.menu().actions()[0].trigger()
    assert "Lithium" not in [card.name for card in shown(compared)]
    assert view.minerals.text() == "7 minerals"


def test_an_edit_is_followed_and_a_mineral_opened(compared: VisitWindow, qtbot: QtBot) -> None:
    view = comparison(compared)
    with qtbot.waitSignal(compared.service.compared, timeout=LONG):
        compared.session.set_field("mineral:lithium", "name.en", "White gold")
    assert shown(compared)[0].name == "White gold"
    view.list.itemActivated.emit(view.list.item(0))
    assert browser(compared).tabs.currentIndex() == 0
    assert browser(compared).current() == "mineral:lithium"


def test_commands_do_nothing_to_records_that_are_not_seen(compared: VisitWindow) -> None:
    before = compared.session.visit
    browser(compared).remove()
    browser(compared).duplicate()
    browser(compared).move_selected(1)
    assert compared.session.visit is before


def test_without_tables_a_sentence_says_what_to_add(window: VisitWindow) -> None:
    tables = [series.id for series in window.session.visit.of(Series)]
    window.session.commit(lambda now: several.remove(now, tables))
    go(window, "minerals")
    window.show()
    browser(window).tabs.setCurrentIndex(2)
    assert not comparison(window).list.isVisible()


@pytest.mark.parametrize(
    ("hhi", "meaning"),
    [(999, "not concentrated"), (1000, "moderately concentrated"), (1800, "highly concentrated")],
)
def test_the_index_is_said_in_words(hhi: int, meaning: str) -> None:
    [card] = cards(answer(hhi=Decimal(hhi)), sample_visit())
    assert any(fact.startswith("HHI") and fact.endswith(f": {meaning}") for fact in card.facts)


@pytest.mark.parametrize(
    ("lang", "total"), [("hi", "विश्व: 2,90,000 टन (2025)"), ("ja", "世界：290,000トン（2025年）")]
)
def test_numbers_follow_the_language_of_the_window(lang: Lang, total: str) -> None:
    use(lang)
    [card] = cards(answer(), sample_visit())
    assert card.facts[0].replace("\u00a0", " ") == total


def answer(hhi: Decimal | None = None) -> Compared:
    lithium = ComparedMineral(
        "mineral:lithium", "series:lithium-mine", "t, lithium content", "2025", Decimal(290000), hhi, None, "",
        (Decimal(60),), Decimal(40), False, (), (), (),
    )  # fmt: skip
    gone = ComparedMineral(
        "mineral:gone",
        "series:gone",
        "t",
        "2025",
        None,
        None,
        None,
        "",
        (),
        None,
        False,
        (),
        (),
        (),
    )
    return Compared(1, ("CN",), (), (lithium, gone))
