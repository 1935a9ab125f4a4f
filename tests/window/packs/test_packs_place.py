"""Packs composed: sections in and out and in order, languages, for whom, and what is kept from
these.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from lohum_brief.packs.readiness import Gaps, concerned, gaps, withheld
from lohum_brief.service.messages.pages import Printed
from lohum_brief.store.locate import store_at
from lohum_brief.visit.records import Pack
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.packs.composer import PackComposer, section_pages
from lohum_brief.window.packs.packs_place import PacksPlace
from lohum_brief.window.packs.section_list import SectionList
from tests.packs.conftest import pack, small
from tests.window.conftest import Open, go


@pytest.fixture
def place(window: VisitWindow) -> PacksPlace:
    go(window, "packs")
    found = window.shown
    assert isinstance(found, PacksPlace)
    return found


@pytest.fixture
def composer(place: PacksPlace) -> PackComposer:
    return place.composer


def record(window: VisitWindow) -> Pack:
    return window.session.visit.of(Pack)[0]


def test_sections_are_moved_put_in_and_taken_out_by_keys(
    window: VisitWindow, composer: PackComposer, qtbot: QtBot
) -> None:
    assert composer.inside.idents() == ["sec:prose", "sec:metrics", "sec:people"]
    composer.inside.select(["sec:people"])
    qtbot.keyClick(composer.inside, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert record(window).sections == ("sec:prose", "sec:people", "sec:metrics")
    assert composer.inside.selected() == ["sec:people"]
    qtbot.keyClick(composer.inside, Qt.Key.Key_Delete)
    assert record(window).sections == ("sec:prose", "sec:metrics")
    assert "sec:people" in composer.outside.idents()
    composer.outside.select(["sec:notes", "sec:glossary"])
    qtbot.keyClick(composer.outside, Qt.Key.Key_Insert)
    assert record(window).sections == ("sec:prose", "sec:metrics", "sec:notes", "sec:glossary")
    for _ in range(3):
        window.session.undo()
    assert record(window).sections == ("sec:prose", "sec:metrics", "sec:people")
    qtbot.waitUntil(lambda: composer.inside.idents() == ["sec:prose", "sec:metrics", "sec:people"])


def drop(target: SectionList, source: SectionList, row: int) -> None:
    """As Qt does when somebody lets go above a row; behind all, if there is no such row."""
    rows = target.topLevelItemCount()
    at = target.visualItemRect(target.topLevelItem(min(row, rows - 1)))  # type: ignore[arg-type]
    y = at.top() + 1 if row < rows else at.bottom() + 30
    event = QDropEvent(
        QPointF(20, y),
        Qt.DropAction.MoveAction,
        QMimeData(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.source = lambda: source  # type: ignore[method-assign]
    target.dropEvent(event)


def test_sections_are_dragged_within_and_between_the_lists(
    window: VisitWindow, composer: PackComposer
) -> None:
    composer.inside.select(["sec:people"])
    drop(composer.inside, composer.inside, 0)
    assert record(window).sections == ("sec:people", "sec:prose", "sec:metrics")
    composer.outside.select(["sec:notes"])
    drop(composer.inside, composer.outside, 1)
    assert record(window).sections == ("sec:people", "sec:notes", "sec:prose", "sec:metrics")
    composer.inside.select(["sec:notes", "sec:prose"])
    drop(composer.outside, composer.inside, 0)
    assert record(window).sections == ("sec:people", "sec:metrics")


def test_languages_are_ticked_and_ordered_and_one_always_stays(
    window: VisitWindow, composer: PackComposer, qtbot: QtBot
) -> None:
    order = composer.languages
    assert record(window).languages == ("hi", "ja")
    order.item(2).setCheckState(Qt.CheckState.Checked)
    assert record(window).languages == ("hi", "ja", "en")
    order.setCurrentRow(2)
    qtbot.keyClick(order, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert record(window).languages == ("hi", "en", "ja")
    for row in range(3):
        order.item(0).setCheckState(Qt.CheckState.Unchecked)
        del row
    assert len(record(window).languages) == 1
    assert composer.digits.isVisibleTo(composer) == ("hi" in record(window).languages)


def test_readings_over_kanji_are_chosen_where_the_pack_has_japanese(
    window: VisitWindow, composer: PackComposer
) -> None:
    assert composer.furigana.isVisibleTo(composer)
    composer.furigana._choose("pack")
    assert record(window).furigana == "pack"
    window.session.undo()
    assert composer.furigana.value == "always"
    window.session.set_field(record(window).id, "languages", ["hi", "en"])
    assert not composer.furigana.isVisibleTo(composer)


def test_column_widths_are_chosen_where_languages_stand_side_by_side(
    window: VisitWindow, composer: PackComposer
) -> None:
    assert composer.widths.isVisibleTo(composer)
    composer.widths._choose("script")
    assert record(window).widths == "script"
    composer.layout_._choose("stacked")
    assert not composer.widths.isVisibleTo(composer)


def test_what_the_audience_may_not_read_is_listed_and_opened(
    window: VisitWindow, composer: PackComposer, qtbot: QtBot
) -> None:
    hidden = {one.id for one in withheld(window.session.visit, "guest")}
    assert {"n2", "n4", "p6", "i2"} <= hidden
    qtbot.waitUntil(lambda: str(len(hidden)) in composer._kept.text())
    listed = composer.withheld
    found = {}
    for at in range(listed.topLevelItemCount()):
        group = listed.topLevelItem(at)
        assert group is not None
        group.setExpanded(True)
        for row in range(group.childCount()):
            item = group.child(row)
            assert item is not None
            found[item.data(0, Qt.ItemDataRole.UserRole)] = item
    assert found.keys() == hidden
    listed.itemActivated.emit(found["n2"], 0)
    assert window.places.currentRow() != 9
    go(window, "packs")
    composer.audience._choose("principal")
    qtbot.waitUntil(lambda: not composer.withheld.isVisibleTo(composer))
    assert record(window).audience == "principal"


def test_a_pack_for_an_audience_has_what_it_may_read_and_a_title_in_each_language(
    window: VisitWindow, place: PacksPlace
) -> None:
    place.add_for("host")
    made = window.session.visit.of(Pack)[-1]
    assert made.audience == "host"
    assert all(made.title[lang] for lang in made.languages)
    assert place.current() == made.id
    place.duplicate()
    copy = window.session.visit.of(Pack)[-1]
    assert copy.id != made.id
    assert copy.sections == made.sections


def test_each_section_says_how_many_pages_it_takes(composer: PackComposer, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: all(item.text(1) for item in composer.inside._items))
    # One that begins below another ends on the next page.
    assert {item.text(1) for item in composer.inside._items} <= {"1", "2"}
    assert {item.text(1) for item in composer.outside._items} == {""}


def test_the_pages_of_a_section_are_counted_up_to_the_next() -> None:
    places = [Printed("a", 2, 70, 20), Printed("b", 4, 400, 20), Printed("c", 6, 72, 20)]
    assert section_pages(("a", "b", "c", "gone"), places, 9) == {"a": 3, "b": 2, "c": 3}


def test_missing_languages_are_counted_for_what_the_audience_may_read() -> None:
    visit = small()
    guests = pack(languages=("hi", "en", "ja"))
    counted: list[Gaps] = []

    def count() -> Iterator[None]:
        counted.append((yield from gaps(visit, guests)))

    assert len(list(count())) > 1, "in steps"
    [before] = counted
    assert before["sec:prose"] == {"hi": 0, "en": 0, "ja": 0}
    hole = visit.by_id["p1"]
    assert concerned(visit, guests)(hole.id, "text.ja")
    assert not concerned(visit, pack(languages=("hi",)))(hole.id, "text.ja")
    assert not concerned(visit, pack(sections=("sec:people",)))(hole.id, "text.ja")
    assert not concerned(visit, guests)("n4", "text.ja"), "kept from guests"
    assert not concerned(visit, pack(sections=("sec:prose",)))("per1", "family.ja")


def test_nothing_can_be_composed_in_a_file_that_can_only_be_read(
    opened: Open, visit_file: Path
) -> None:
    with store_at(visit_file).open(who="Asha Rao"):
        window = opened(visit_file)
        go(window, "packs")
        shown = window.shown
        assert isinstance(shown, PacksPlace)
        composer = shown.composer
        before = record(window)
        composer.inside.select(["sec:people"])
        composer._move(-1)
        composer._take_out()
        assert record(window) == before
        assert not composer.audience.isEnabled()
