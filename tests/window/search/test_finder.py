"""Finding anything by what somebody can remember and type."""

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lohum_brief.language.interface import use
from lohum_brief.release.drafts import mark as mark_of_draft
from lohum_brief.service.messages.review import DraftFound
from lohum_brief.visit.edit import apply, put, remove
from lohum_brief.visit.records import NamePart, Organisation, Pack, Paragraph, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window import commands
from lohum_brief.window.lists.browser import Browser
from lohum_brief.window.lists.table import RecordsTable
from lohum_brief.window.main import VisitWindow
from lohum_brief.window.search import draft_marks
from lohum_brief.window.search.finder import Finder
from lohum_brief.window.search.searching import Index, folded, marked
from tests.window.conftest import LONG, go

PERSON = Person(
    id="per", audience="guest",
    family=NamePart(hi="मिहोन", en="Mihon", ja="見本", reading="みほん"),
    given=NamePart(hi="तारो", en="Tarō", ja="太郎", reading="たろう"),
)  # fmt: skip
BODY = Organisation(
    id="org", audience="guest", name=Text(hi="लोहुम क्लीनटेक", en="Lohum", ja="ロフム・クリーンテック")
)
PROSE = Paragraph(
    id="par", audience="guest", section="s",
    text=Text(hi="ज़िम्मेदारी के बारे में", en="About Mihon Tarō", ja="見本《みほん》の話"),
)  # fmt: skip
VISIT = Visit([Particulars(id="v", audience="public", title=Text(en="Visit")), BODY, PROSE, PERSON])


def found(index: Index, typed: str) -> list[str]:
    return [hit.record.id for hit in index.find(folded(typed).split(), 10)]


@pytest.fixture
def index() -> Index:
    use("en")
    made = Index(VISIT)
    assert made.step(60)
    return made


@pytest.mark.parametrize(
    "typed",
    ["みほん", "ミホン", "ﾐﾎﾝ", "mihon", "MIHON Taro", "taro mihon", "tarou", "Taroh", "tarō", "見本太", "मिहोन", "तारो", "見本 太郎", "per"],
)  # fmt: skip
def test_a_person_is_found_by_every_way_of_writing_the_name_and_before_texts(
    index: Index, typed: str
) -> None:
    if typed == "見本太":
        assert found(index, typed) == []  # family and given name are two words
        typed = "見本 太"
    assert found(index, typed)[0] == "per"


@pytest.mark.parametrize(
    ("typed", "ident"),
    [
        ("くりーん", "org"),
        ("ｸﾘｰﾝ", "org"),
        ("क्लीन", "org"),
        ("जिम्मेदारी", "par"),
        ("ज़िम्मेदारी", "par"),
        ("見本の話", "par"),
    ],
)
def test_texts_are_found_without_nuktas_widths_and_readings(
    index: Index, typed: str, ident: str
) -> None:
    assert found(index, typed) == [ident]


def test_what_is_found_by_its_name_in_another_language_comes_first_and_shows_it(
    index: Index,
) -> None:
    [hit] = index.find([folded("クリーン")], 10)
    assert hit.title == "Lohum · ロフム・クリーンテック"
    assert [hit.title for hit in index.find([folded("lohum")], 10)] == ["Lohum"]


@pytest.mark.parametrize("typed", ["Col.", "retd", "कर्नल", "सेवानिवृत्त", "退役", "大佐"])
def test_who_has_left_the_forces_is_found_by_rank_in_every_language(typed: str) -> None:
    use("en")
    serving = structs.replace(PERSON, native="hi", forces="colonel", post=Text(en="Officer"))
    index = Index(VISIT)
    assert index.step(60)
    assert "per" not in found(index, typed)
    made = put(VISIT, structs.replace(serving, retired=True))
    index.follow(apply(VISIT, made), made)
    assert found(index, typed) == ["per"]
    made = put(VISIT, serving)
    index.follow(apply(VISIT, made), made)
    assert (found(index, typed) == ["per"]) is (typed in ("Col.", "कर्नल", "大佐"))


def test_what_an_edit_changes_is_found_as_it_is_now(index: Index) -> None:
    edit = put(VISIT, Organisation(id="org", audience="guest", name=Text(en="Another")))
    after = apply(VISIT, edit)
    index.follow(after, edit)
    assert found(index, "lohum") == []
    assert found(index, "another") == ["org"]
    gone = remove(after, "org")
    index.follow(apply(after, gone), gone)
    assert found(index, "another") == []


def test_an_index_that_is_not_complete_follows_edits_too() -> None:
    made = Index(VISIT)
    made.step(0)
    edit = put(VISIT, Organisation(id="org", audience="guest", name=Text(en="Another")))
    made.follow(apply(VISIT, edit), edit)
    assert made.step(60)
    assert found(made, "another") == ["org"]
    assert found(made, "mihon")


def test_what_matched_is_marked_in_the_text_itself() -> None:
    assert marked("MIHON Tarō", [folded("taro")]) == [(6, 4)]
    assert marked("バッテリー", [folded("てり")]) == [(2, 2)]
    assert marked("ज़िम्मेदारी", [folded("मेदा")]) == [(5, 4)]
    assert marked("Visit", ["absent"]) == []


def opened(window: VisitWindow, qtbot: QtBot) -> Finder:
    commands.find_anything(window)
    finder = window.findChildren(Finder)[-1]
    qtbot.waitUntil(lambda: not finder.indexing, timeout=LONG)
    return finder


def texts(finder: Finder) -> list[str]:
    return [finder.list.item(row).text() for row in range(finder.list.count())]


def test_it_is_used_with_the_keyboard_alone(window: VisitWindow, qtbot: QtBot) -> None:
    finder = opened(window, qtbot)
    qtbot.keyClicks(finder.line, "mihon")
    assert "MIHON" in finder.list.currentItem().text()
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    shown = window.shown
    assert isinstance(shown, Browser)
    assert shown.current() == "per1"
    again = opened(window, qtbot)
    assert texts(again)[0] == "Recent"
    assert "MIHON" in again.list.currentItem().text()
    again.line.setText("nobody of this name")
    assert texts(again) == ["Nothing was found."]
    qtbot.keyClick(again.line, Qt.Key.Key_Return)
    assert again.isVisible()
    qtbot.keyClick(again.line, Qt.Key.Key_Escape)
    assert not again.isVisible()


def test_who_closes_it_is_where_he_was(window: VisitWindow, qtbot: QtBot) -> None:
    go(window, "people")
    shown = window.shown
    assert isinstance(shown, Browser)
    shown.table.setFocus()
    finder = opened(window, qtbot)
    assert window.focusWidget() is finder.line
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert window.focusWidget() is shown.table


def test_pages_places_commands_and_settings_are_found(window: VisitWindow, qtbot: QtBot) -> None:
    finder = opened(window, qtbot)
    for typed in ("page 1", "1ページ", "1"):
        finder.line.setText(typed)
        assert finder.list.currentItem().text() == "Page 1", typed
    finder.line.setText("page 999")
    assert "Page 999" not in texts(finder)
    finder.line.setText("glossary")
    assert finder.list.currentItem().text() == "Glossary"
    finder.line.setText("size 125")
    assert finder.list.currentItem().text() == "Size: 125 %"
    finder.line.setText("colours dark")
    assert finder.list.currentItem().text() == "Colours: Dark"
    finder.close()
    QApplication.processEvents()


def test_it_never_stays_behind_without_the_keyboard(window: VisitWindow) -> None:
    commands.find_anything(window)
    [finder] = window.findChildren(Finder)
    for reason, stays in (
        (Qt.FocusReason.ActiveWindowFocusReason, True),
        (Qt.FocusReason.PopupFocusReason, True),
        (Qt.FocusReason.OtherFocusReason, False),
    ):
        QApplication.sendEvent(finder.line, QFocusEvent(QEvent.Type.FocusOut, reason))
        assert finder.isVisible() is stays


def test_who_goes_to_a_record_has_its_row(window: VisitWindow, qtbot: QtBot) -> None:
    """A delegate drops out: found, removed, nothing else touched."""
    go(window, "texts")
    finder = opened(window, qtbot)
    qtbot.keyClicks(finder.line, "mihon")
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    focus = window.focusWidget()
    assert isinstance(focus, RecordsTable)
    assert focus.selected() == ["per1"]
    qtbot.keyClick(focus, Qt.Key.Key_Delete)
    assert "per1" not in window.session.visit.by_id


def test_the_mark_of_a_draft_tells_its_pack_and_what_has_changed_since(
    window: VisitWindow, qtbot: QtBot
) -> None:
    visit = window.session.visit
    shown = visit.of(Pack)[0]
    mark = mark_of_draft(visit, shown, {})
    finder = opened(window, qtbot)
    finder.line.setText(mark.upper())
    qtbot.waitUntil(lambda: any("as it is now" in text for text in texts(finder)), timeout=LONG)
    finder.close()
    [changed, *_] = [one for one in visit.of(Paragraph) if one.section in shown.sections]
    assert window.session.set_field(changed.id, f"text.{shown.languages[0]}", "Other words") == ""
    finder = opened(window, qtbot)
    finder.line.setText(mark)
    qtbot.waitUntil(lambda: any("as it was until" in text for text in texts(finder)), timeout=LONG)
    told = [
        finder.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) or ""
        for row in range(finder.list.count())
    ]
    [row] = [row for row, text in enumerate(told) if text.endswith("Changed")]
    finder.go(finder.list.item(row))
    focus = window.focusWidget()
    assert isinstance(focus, RecordsTable)
    assert focus.selected() == [changed.id]


def test_a_mark_that_no_draft_bears_is_told_and_other_words_are_found_all_the_same(
    window: VisitWindow, qtbot: QtBot
) -> None:
    finder = opened(window, qtbot)
    finder.line.setText("decade")
    qtbot.waitUntil(lambda: any("no draft" in text for text in texts(finder)), timeout=LONG)
    row = next(row for row, text in enumerate(texts(finder)) if "no draft" in text)
    finder.list.setCurrentRow(row)
    assert finder.isVisible()


def test_who_waited_long_enough_is_told_where_to_look_on() -> None:
    use("en")
    [(told, *_)] = draft_marks.rows(DraftFound(1, "abcdef", given_up=True), VISIT, str)
    assert "editions --mark abcdef" in told
