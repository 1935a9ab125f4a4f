"""The charts of a record in its form, as they print."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lohum_brief.service.messages.pages import Drawn, Printed
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.window.figures.charts import ChartPanel, Charts, MineralPanel, pieces
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.main import VisitWindow
from tests.window.conftest import LONG, Open

SHARES = "chart:lithium-share"


@pytest.fixture
def sample(opened: Open, tmp_path: Path) -> VisitWindow:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    window = opened(path)
    window.show()
    return window


def charts(window: VisitWindow) -> Charts:
    assert isinstance(window.shown, Browser)
    [found] = window.shown.form.findChildren(Charts)
    return found


def drawn(window: VisitWindow, ident: str, qtbot: QtBot) -> Charts:
    window.open_record(ident)
    shown = window.shown
    assert isinstance(shown, Browser)
    qtbot.waitUntil(lambda: bool(shown.form.findChildren(Charts)), timeout=LONG)
    found = charts(window)
    qtbot.waitUntil(
        lambda: bool(found.pictures.pieces) and not found.pictures.isHidden(), timeout=LONG
    )
    return found


def test_a_chart_shows_how_it_prints_in_the_languages_of_the_pack(
    sample: VisitWindow, qtbot: QtBot
) -> None:
    found = drawn(sample, SHARES, qtbot)
    assert isinstance(found, ChartPanel)
    assert found.head.text() == "How it prints"
    assert {piece.record for piece in found.pictures.pieces} == {SHARES}
    qtbot.waitUntil(lambda: found.pictures.drawn.picture(0) is not None, timeout=LONG)


def test_it_is_drawn_again_after_an_edit(sample: VisitWindow, qtbot: QtBot) -> None:
    found = drawn(sample, SHARES, qtbot)
    answers: list[Drawn] = []
    sample.session.drawn.connect(answers.append)
    assert not sample.session.set_field(SHARES, "by_language", value=True)
    qtbot.waitUntil(lambda: len(answers) > 0, timeout=LONG)
    assert found.pictures.pieces
    assert answers[-1].charts == (SHARES,)


def test_a_mineral_shows_the_charts_that_name_it(sample: VisitWindow, qtbot: QtBot) -> None:
    found = drawn(sample, "mineral:lithium", qtbot)
    panel = found.parent()
    assert isinstance(panel, MineralPanel)
    shown = [piece.record for piece in found.pictures.pieces]
    assert SHARES in shown
    assert "chart:cobalt-share" not in shown
    listed = [panel.list.item(at).text() for at in range(panel.list.count())]
    assert len([text for text in listed if text.startswith("Charts")]) == len(set(shown))


def test_a_chart_without_figures_says_so(sample: VisitWindow, qtbot: QtBot) -> None:
    drawn(sample, SHARES, qtbot)
    assert not sample.session.set_field(SHARES, "series", [])
    found = charts(sample)
    qtbot.waitUntil(lambda: "no figures" in found.head.text(), timeout=LONG)
    assert found.pictures.isHidden()


def test_answers_to_somebody_else_are_left_alone(sample: VisitWindow, qtbot: QtBot) -> None:
    found = drawn(sample, SHARES, qtbot)
    held = list(found.pictures.pieces)
    sample.session.drawn.emit(Drawn(0, "another", (SHARES,)))
    assert found.pictures.pieces == held


def test_what_printed_of_a_chart_is_cut_out_as_one_piece() -> None:
    size = (600.0, 800.0)
    places = (
        Printed("a", 0, 100, 20),
        Printed("a", 0, 120, 80),
        Printed("a", 1, 50, 10),
        Printed("b", 1, 70, 10),
    )
    found = pieces(places, size, {"b"})
    assert [(piece.record, piece.page) for piece in found] == [("a", 0), ("a", 1), ("b", 1)]
    assert found[0].room.top() < 100
    assert found[0].room.bottom() > 200
    assert found[2].room.left() > found[0].room.left()
    assert {piece.room.right() for piece in found} == {found[0].room.right()}
