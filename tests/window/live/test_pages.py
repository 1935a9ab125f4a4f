"""The live pages, as somebody reads, searches and clicks them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from lohum_brief.service.messages.pages import Printed, Rendered
from lohum_brief.typeset.compose import Composed as Made
from lohum_brief.visit import edit
from lohum_brief.window.application import Application
from lohum_brief.window.live.drawn import toned
from lohum_brief.window.live.page_bar import PageBar, SearchBar
from lohum_brief.window.live.page_search import Hit
from lohum_brief.window.live.pages import PageView
from lohum_brief.window.live.sheets import Sheets
from lohum_brief.window.main import VisitWindow
from tests.packs.conftest import sample, sample_pack
from tests.window.conftest import LONG, go


def message(made: Made) -> Rendered:
    places = tuple(
        Printed(place.record, place.page + side, place.y, place.height)
        for place in made.places
        for side in range(made.sides)
    )
    return Rendered(1, made.pdf, made.pages, made.size, made.sides, places)


@pytest.fixture
def pages(application: Application, qtbot: QtBot) -> PageView:
    del application
    view = PageView()
    qtbot.addWidget(view)
    view.resize(520, 700)
    view.show_pages(message(sample_pack("guests")), across=1, lead=0)
    view.show()
    return view


def found(pages: PageView, qtbot: QtBot, text: str) -> list[Hit]:
    pages.search.look_for(text)
    qtbot.waitUntil(lambda: not pages.search.busy, timeout=LONG)
    return [*pages.search.hits]


@pytest.mark.parametrize("wanted", ["पुनर्चक्रण", "リサイクル", "jetro", "ＪＥＴＲＯ"])
def test_a_text_is_found_in_every_script_also_where_a_line_ends_in_it(
    pages: PageView, qtbot: QtBot, wanted: str
) -> None:
    hits = found(pages, qtbot, wanted)
    assert hits
    if wanted == "リサイクル":
        assert any(len(rects) > 1 for _, rects in hits)
    height = pages.sheets.size[1]
    assert all(0 < rect.top() < height for _, rects in hits for rect in rects)
    assert found(pages, qtbot, "nothing of this kind") == []


def test_running_heads_are_not_found_on_every_page(pages: PageView, qtbot: QtBot) -> None:
    title = sample().particulars.title["hi"]
    assert 0 < len(found(pages, qtbot, title)) < 10


def test_the_places_found_are_gone_through_in_turn_and_survive_a_new_version(
    pages: PageView, qtbot: QtBot
) -> None:
    bar = SearchBar(pages)
    qtbot.addWidget(bar)
    bar.ask()
    bar.line.setText("電池")
    qtbot.waitUntil(lambda: not pages.search.busy, timeout=LONG)
    hits = pages.search.hits
    assert pages.hit == hits[0]
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert pages.hit == hits[1]
    assert f"2 of {len(hits)}" in bar.said.text()
    qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert pages.hit == hits[0]
    for _ in hits:
        bar.step(1)
    assert pages.hit == hits[0], "behind the last comes the first"
    bar.step(1)
    pages.show_pages(message(sample_pack("guests")), across=1, lead=0)
    bar.look_again()
    qtbot.waitUntil(lambda: not pages.search.busy, timeout=LONG)
    assert pages.hit == hits[1]
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert pages.search.hits == []


def test_a_page_is_gone_to_by_its_number(pages: PageView, qtbot: QtBot) -> None:
    bar = PageBar(pages)
    qtbot.addWidget(bar)
    for typed, page in (("12", 11), ("99999", pages.count - 1)):
        bar.number.setText(typed)
        qtbot.keyClick(bar.number, Qt.Key.Key_Return)
        assert pages.page == page
    assert pages.count == sample_pack("guests").pages > 40


def test_what_is_under_the_pointer_stays_there_when_pages_grow(pages: PageView) -> None:
    pages.go_to(5)
    at = QPointF(300, 200)
    before = pages.sheets.nearest(at + pages._origin())
    pages.zoom_by(1.7, at)
    after = pages.sheets.nearest(at + pages._origin())
    assert after.page == before.page
    assert abs(after.at.x() - before.at.x()) < 2
    assert abs(after.at.y() - before.at.y()) < 2
    pages.set_fit("page")
    assert pages.sheets.rect(0).height() <= pages.viewport().height()
    assert pages.page == 5
    pages.set_fit("width")
    assert abs(pages.sheets.width - pages.viewport().width()) < 2
    pages.set_fit("scale", 100)
    assert pages.percent == 100


def test_two_pages_stand_as_a_book_lies_open() -> None:
    book = Sheets(5, (100.0, 200.0), 1.0, across=2, lead=1)
    left, right = book.rect(1), book.rect(0)
    assert right.left() > left.right() - 1
    assert right.bottom() < left.top()
    assert book.rect(2).top() == book.rect(1).top()
    assert book.rows == 3
    assert book.pages(0, 100) == range(1)
    assert book.pages(250, 300) == range(1, 3)
    assert book.pages(0, 10_000) == range(5)


def test_a_turned_page_lies_in_the_place_of_one_that_stands() -> None:
    book = Sheets(3, (100.0, 200.0), 2.0, turned=frozenset({1}))
    place = Sheets(3, (100.0, 200.0), 2.0).rect(1)
    lying = book.rect(1)
    assert (lying.width(), lying.height()) == (200.0, 100.0)
    assert lying.center() == place.center()
    assert book.area(1, QRectF(0, 0, 200, 100)) == lying
    spot = book.nearest(lying.bottomRight())
    assert (spot.page, spot.at) == (1, QPointF(200, 100))
    assert book.rect(2) == Sheets(3, (100.0, 200.0), 2.0).rect(2)


def test_a_record_is_marked_over_all_its_height_and_what_is_in_view_is_not_moved(
    pages: PageView,
) -> None:
    people = [place for place in pages.places if place.record.startswith("person")]
    pages.show_record(people[10].record)
    assert pages.marked[0].height > 15
    assert pages.page == people[10].page
    before = pages.verticalScrollBar().value()
    pages.show_record(people[11].record)
    assert pages.marked[0] == people[11]
    assert pages.verticalScrollBar().value() == before


def test_a_marked_record_stays_in_its_place_on_the_screen_where_pages_come_in_front(
    pages: PageView,
) -> None:
    made = message(sample_pack("guests"))
    place = next(place for place in made.places if place.page == 20)
    pages.show_record(place.record)
    before = pages._mark_top(pages.marked[0]) - pages.verticalScrollBar().value()
    moved = tuple(Printed(one.record, one.page + 2, one.y - 20, one.height) for one in made.places)
    later = Rendered(2, made.pdf, made.pages, made.size, made.sides, moved)
    pages.show_pages(later, across=1, lead=0)
    assert abs(pages._mark_top(pages.marked[0]) - pages.verticalScrollBar().value() - before) <= 1


def test_pages_far_from_view_are_let_go(pages: PageView, qtbot: QtBot) -> None:
    for page in (0, 10, 20, 30):
        pages.go_to(page)
        qtbot.waitUntil(lambda page=page: page in pages.drawn.held, timeout=LONG)  # type: ignore[misc]
    assert 0 not in pages.drawn.held
    assert len(pages.drawn.held) <= 5


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_page_has_a_pixel_of_its_picture_for_each_of_the_screen(
    pages: PageView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ratio: float
) -> None:
    monkeypatch.setattr(pages, "devicePixelRatioF", lambda: ratio)
    pages.go_to(3)
    pages.viewport().update()
    wanted = pages._pixels(3)
    qtbot.waitUntil(
        lambda: 3 in pages.drawn.held and pages.drawn.held[3].size() == wanted, timeout=LONG
    )
    assert abs(wanted.width() - pages.sheets.rect(3).width() * ratio) < 1
    left = pages._snapped(3).left() * ratio
    assert abs(left - round(left)) < 1e-6


def test_text_is_copied_from_a_page(pages: PageView, qtbot: QtBot) -> None:
    hit = next(hit for hit in found(pages, qtbot, "पुनर्चक्रण") if len(hit.rects) == 1)
    pages.go_to_hit(hit)
    area = pages.sheets.area(hit.page, hit.rects[0]).translated(-pages._origin())
    start = QPointF(area.left() + 1, area.center().y()).toPoint()
    end = QPointF(area.right() - 1, area.center().y()).toPoint()
    port = pages.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    selected = pages.text.text
    assert selected.strip() in "पुनर्चक्रण"
    assert len(selected) >= 4
    [copy] = QKeySequence.keyBindings(QKeySequence.StandardKey.Copy)[:1]
    qtbot.keySequence(pages, copy)
    assert QGuiApplication.clipboard().text() == selected


def test_keys_turn_pages_and_change_their_size(pages: PageView, qtbot: QtBot) -> None:
    pages.set_fit("page")
    qtbot.keyClick(pages, Qt.Key.Key_PageDown)
    assert pages.page == 1
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert pages.page == pages.count - 1
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert pages.page == 0
    before = pages.percent
    qtbot.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert pages.percent > before


def test_a_click_on_a_text_goes_to_its_field(window: VisitWindow, qtbot: QtBot) -> None:
    go(window, "overview")
    pages = window.preview.pages
    pages.search.look_for("リチウムの能力")
    qtbot.waitUntil(lambda: not pages.search.busy, timeout=LONG)
    hit = pages.search.hits[0]
    pages.go_to_hit(hit)
    area = pages.sheets.area(hit.page, hit.rects[0]).translated(-pages._origin())
    with qtbot.waitSignal(window.preview.clicked, timeout=LONG) as told:
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert told.args == ["p1", "text.ja"]


def test_facing_pages_are_shown_side_by_side_and_the_choice_can_be_overruled(
    window: VisitWindow, qtbot: QtBot
) -> None:
    preview = window.preview
    with qtbot.waitSignal(preview.pages.placed, timeout=LONG):
        preview._layout._choose("facing")
    assert (preview.pages.sheets.across, preview.pages.sheets.lead) == (2, 1)
    assert {place.page for place in preview.pages.places if place.record == "p1"} == {1, 2}
    preview.bar.spread.emit(False)
    assert preview.pages.sheets.across == 1


def test_the_bars_give_way_in_a_narrow_preview(window: VisitWindow) -> None:
    preview = window.preview
    em = preview.fontMetrics().height()
    preview.setParent(None)
    preview.resize(18 * em, 500)
    preview.show()
    QApplication.processEvents()
    buttons = [
        button for button in preview.findChildren(QToolButton) if button.isVisibleTo(preview)
    ]
    assert len(buttons) >= 7
    for button in buttons:
        place = QRect(button.mapTo(preview, QPoint(0, 0)), button.size())
        assert preview.rect().contains(place), button.accessibleName()
    preview.close()


def test_pages_stay_while_newer_ones_are_set_and_a_new_interface_shows_them_at_once(
    window: VisitWindow, qtbot: QtBot
) -> None:
    preview = window.preview
    count = preview.pages.count
    qtbot.waitUntil(lambda: not preview.stale, timeout=LONG)
    window.session.set_field("p1", "text.ja", "別の文")
    assert preview.stale
    assert preview.pages.count == count
    qtbot.waitUntil(lambda: not preview.stale, timeout=LONG)
    preview.pages.go_to(3)
    preview.pages.set_fit("page")
    seen = preview.sight()
    window.rebuild()
    assert window.preview.pages.count == count
    now = window.preview.sight()
    assert (now.pack, now.languages, now.fit, now.top.page) == (
        seen.pack,
        seen.languages,
        seen.fit,
        seen.top.page,
    )
    assert "p1" in window.preview.pages.printed


def test_a_pack_that_cannot_be_set_says_why_and_its_last_pages_stay(
    window: VisitWindow, qtbot: QtBot
) -> None:
    preview = window.preview
    count = preview.pages.count
    with qtbot.waitSignal(window.service.unrendered, timeout=LONG):
        assert window.session.set_field("guests", "sections", ["sec:prose", "sec:nowhere"]) == ""
    assert "sec:nowhere" in preview._fault.said.text()
    assert preview._fault.isVisibleTo(preview)
    assert preview.pages.count == count
    with qtbot.waitSignal(window.service.rendered, timeout=LONG):
        window.session.undo()
    assert not preview._fault.isVisibleTo(preview)


def test_what_keeps_a_pack_from_being_set_is_called_as_forms_call_it_and_leads_there(
    window: VisitWindow, qtbot: QtBot
) -> None:
    preview = window.preview
    with qtbot.waitSignal(window.service.unrendered, timeout=LONG):
        assert window.session.set_field("p1", "text.ja", "あ\ue000") == ""
    said = preview._fault.said.text()
    assert said.startswith("“Briefing English” cannot be printed: ")
    assert " · Japanese: No font has the character" in said
    assert "p1" not in said
    with qtbot.waitSignal(preview.clicked) as led:
        preview._fault.go.click()
    assert led.args == ["p1", "text.ja"]


def test_without_a_pack_the_preview_says_what_to_do(window: VisitWindow, qtbot: QtBot) -> None:
    preview = window.preview
    assert window.session.commit(lambda now: edit.remove(now, "guests"))
    assert preview.pages.count == 0
    assert "No packs yet" in preview.pages.empty
    with qtbot.waitSignal(window.service.rendered, timeout=LONG):
        window.session.undo()
    assert preview.pages.count > 1


def test_pages_are_shown_as_a_copier_sees_them(pages: PageView, qtbot: QtBot) -> None:
    bar = PageBar(pages)
    qtbot.addWidget(bar)

    def shades() -> set[tuple[int, int, int]]:
        picture = pages.drawn.picture(0)
        if picture is None or pages.drawn.stale(0):
            return set()
        points = [
            picture.pixelColor(x, y)
            for x in range(0, picture.width(), 2)
            for y in range(0, picture.height(), 2)
        ]
        return {(one.red(), one.green(), one.blue()) for one in points}

    def coloured(found: set[tuple[int, int, int]]) -> bool:
        return any(len({*one}) > 1 for one in found)

    qtbot.waitUntil(lambda: coloured(shades()), timeout=LONG)
    menu = bar.tone.menu()
    _, grey, copy = menu.actions()
    grey.trigger()
    qtbot.waitUntil(lambda: bool(found := shades()) and not coloured(found), timeout=LONG)
    assert len(shades()) > 2
    before = pages.drawn.picture(0)
    copy.trigger()
    qtbot.waitUntil(lambda: bool(shades()) and pages.drawn.picture(0) != before, timeout=LONG)
    assert not coloured(shades())
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: coloured(shades()), timeout=LONG)


def test_a_copy_has_two_tones() -> None:
    paper = QImage(4, 1, QImage.Format.Format_ARGB32)
    paper.fill(0)
    for x, colour in enumerate(("#1f3a5f", "#cccccc", "#000000")):
        paper.setPixelColor(x, 0, QColor(colour))
    copy, grey = toned(paper, "copy"), toned(paper, "grey")
    assert [copy.pixelColor(x, 0).red() for x in range(4)] == [0, 255, 0, 255]
    assert [grey.pixelColor(x, 0).red() for x in (1, 2, 3)] == [204, 0, 255]
    assert 40 < grey.pixelColor(0, 0).red() == grey.pixelColor(0, 0).blue() < 70
