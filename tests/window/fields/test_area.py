"""Writing in three scripts: input methods, graphemes, what is pasted, and figures that stand as
what they print.
"""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.visit.visit import Visit
from lohum_brief.window.application import Application
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.marking import Mark, Sort
from tests.packs.conftest import small

VISIT = Visit(list(small()))
CAPACITY = "{metric:m1}"


@pytest.fixture
def area(application: Application, qtbot: QtBot) -> TextArea:
    del application
    return made(qtbot, "en")


def made(qtbot: QtBot, lang: Lang) -> TextArea:
    found = TextArea(lang)
    found.know(VISIT)
    qtbot.addWidget(found)
    found.resize(300, 100)
    found.show()
    return found


def compose(area: TextArea, preedit: str = "", commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(area, event)


def stored(area: TextArea) -> list[str]:
    found: list[str] = []
    area.paused.connect(lambda: found.append(area.text()))
    return found


def test_what_is_being_composed_is_shown_and_not_stored_half_way(
    area: TextArea, qtbot: QtBot
) -> None:
    said = stored(area)
    qtbot.keyClicks(area, "ab")
    compose(area, "にほ")
    compose(area, "にほん")
    area.flush()
    area._timer.timeout.emit()
    assert area.document().firstBlock().layout().preeditAreaText() == "にほん"
    assert area.text() == "ab"
    assert said == ["ab"], "what was there before does not wait"
    compose(area, commit="日本")
    area.flush()
    assert said == ["ab", "ab日本"]


def test_a_text_from_elsewhere_does_not_break_into_a_composition(area: TextArea) -> None:
    area.show_text("ab")
    compose(area, "に")
    area.show_text("other")
    compose(area, commit="二")
    assert area.text() == "二ab"


def test_leaving_the_field_takes_what_was_being_composed(area: TextArea, qtbot: QtBot) -> None:
    said = stored(area)
    area.setFocus()
    qtbot.waitUntil(area.hasFocus)
    compose(area, "भारत")
    area.clearFocus()
    assert said == ["भारत"]


def test_the_candidates_are_offered_at_the_caret(area: TextArea) -> None:
    area.show_text("one\ntwo\nthree\n" * 20)
    area.setFixedHeight(80)
    area.setStyleSheet("QTextEdit { padding: 9px 13px; }")
    area.moveCursor(QTextCursor.MoveOperation.End)
    area.ensureCursorVisible()
    for query in (Qt.InputMethodQuery.ImCursorRectangle, Qt.InputMethodQuery.ImAnchorRectangle):
        found = area.inputMethodQuery(query)
        caret = area.cursorRect().translated(area.viewport().pos())
        assert (found.toRect().topLeft() - caret.topLeft()).manhattanLength() <= 1  # type: ignore[attr-defined]
        assert area.rect().contains(found.toRect().center())  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lang", "text", "steps"),
    [
        ("hi", "क्षि", 1),
        ("hi", "स्त्री", 1),
        ("hi", "र्कि", 1),
        ("hi", "प्रतिनिधि", 4),
        ("ja", "𠮷野", 2),
        ("ja", "葛\U000e0100飾", 2),
        ("ja", "佐々木", 3),
        ("ja", "か\u3099く", 2),
    ],
)
def test_the_caret_goes_by_what_people_call_a_letter(
    qtbot: QtBot, area: TextArea, lang: Lang, text: str, steps: int
) -> None:
    del area
    found = made(qtbot, lang)
    found.show_text(text)
    for key, start in (
        (Qt.Key.Key_Right, QTextCursor.MoveOperation.Start),
        (Qt.Key.Key_Left, QTextCursor.MoveOperation.End),
    ):
        found.moveCursor(start)
        for _ in range(steps):
            assert not (
                found.textCursor().atEnd()
                if key == Qt.Key.Key_Right
                else found.textCursor().atStart()
            )
            qtbot.keyClick(found, key)
        assert (
            found.textCursor().atEnd() if key == Qt.Key.Key_Right else found.textCursor().atStart()
        )


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("की", "क"),
        ("क्षि", "क्ष"),
        ("𠮷", ""),
        ("葛\U000e0100", ""),
        ("一\ufe00", ""),
        ("AB", "A"),
        ("क\u200d", "क"),
    ],
)
def test_backspace_takes_the_last_sign_but_never_only_an_unseen_form(
    area: TextArea, qtbot: QtBot, text: str, left: str
) -> None:
    area.show_text("x" + text)
    area.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(area, Qt.Key.Key_Backspace)
    assert area.text() == "x" + left


@pytest.mark.parametrize(
    "text",
    ["10\u00a0kg", "क्\u200dष क्\u200cष", "々𠮷葛\U000e0100", "a\n\nb", "\ufffc", "{not:a token}"],
)
def test_what_is_shown_is_what_was_stored(area: TextArea, text: str) -> None:
    area.show_text(text)
    assert area.text() == text


def paste(area: TextArea, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    assert area.canInsertFromMimeData(data)
    area.insertFromMimeData(data)


def test_what_is_pasted_is_plain(area: TextArea) -> None:
    paste(area, html="<h1>R&amp;D</h1><img src='/etc/passwd'>10\u00a0kg <b>now</b>")
    assert area.text().splitlines() == ["R&D", "10\u00a0kg now"]
    area.show_text("")
    paste(area, "plain", "<b>rich</b>")
    assert area.text() == "plain"
    area.show_text("")
    paste(area, "a\r\nb\u2028c\u2029d")
    assert area.text() == "a\nb\nc\nd"


def test_characters_that_cannot_be_printed_are_left_out_and_somebody_is_told(
    area: TextArea,
) -> None:
    told: list[str] = []
    area.told.connect(told.append)
    paste(area, "a\x07b\u202ec")
    compose(area, commit="d\x1b")
    assert area.text() == "abcd"
    assert "U+0007, U+202E" in told[0]
    assert "U+001B" in told[1]


def test_a_figure_stands_there_as_what_it_prints_and_is_stored_as_its_token(
    area: TextArea, qtbot: QtBot
) -> None:
    area.show_text(f"Up to {CAPACITY} a year")
    assert "{" not in area.document().toRawText()
    assert area.text() == f"Up to {CAPACITY} a year"
    area.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(7):
        qtbot.keyClick(area, Qt.Key.Key_Right)
    qtbot.keyClick(area, Qt.Key.Key_Backspace)
    assert area.text() == "Up to  a year"
    area.undo()
    assert area.text() == f"Up to {CAPACITY} a year"


def test_a_typed_token_becomes_its_figure_and_can_be_written_out_again(
    area: TextArea, qtbot: QtBot
) -> None:
    said = stored(area)
    qtbot.keyClicks(area, f"Now {CAPACITY}")
    assert "{" not in area.document().toRawText()
    area.flush()
    assert said == [f"Now {CAPACITY}"]
    qtbot.keyClick(area, Qt.Key.Key_F2)
    assert area.document().toRawText() == f"Now {CAPACITY}"
    qtbot.keyClicks(area, "|form=number")
    assert "{" in area.document().toRawText(), "the caret is in it"
    area.moveCursor(QTextCursor.MoveOperation.End)
    assert "{" not in area.document().toRawText()
    assert area.text() == "Now {metric:m1|form=number}"


def test_copied_figures_are_tokens(area: TextArea) -> None:
    area.show_text(f"𠮷 {CAPACITY}\nx")
    area.selectAll()
    assert area.createMimeDataFromSelection().text() == f"𠮷 {CAPACITY}\nx"


def test_an_unknown_figure_is_underlined_and_says_why(area: TextArea) -> None:
    area.show_text("a {metric:nothing} b {{metric:nothing}}")
    area.mark()
    [mark] = area.marks
    assert (mark.start, mark.stop, mark.sort) == (2, 18, "unknown")
    caret = QTextCursor(area.document())
    caret.setPosition(5)
    assert "nothing" in area.told_at(area.cursorRect(caret).center() + QPoint(1, 0))


@pytest.mark.parametrize(
    ("lang", "word"), [("hi", "क्षमता"), ("en", "capacity"), ("ja", "処理能力")]
)
@pytest.mark.parametrize("sort", ["forbidden", "hint"])
def test_what_is_marked_is_seen_to_be(
    qtbot: QtBot, area: TextArea, lang: Lang, word: str, sort: Sort
) -> None:
    del area
    found = made(qtbot, lang)
    found.show_text(f"{word} {word}")
    found.clearFocus()
    found.markers.append(lambda _text, _lang: [Mark(0, len(word), sort, "why")])
    before = found.grab().toImage()
    found.mark()
    after = found.grab().toImage()
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixel(x, y) != before.pixel(x, y)
    ]
    assert changed
    wide = max(x for x, _ in changed) - min(x for x, _ in changed)
    assert 0.7 < wide / found.fontMetrics().horizontalAdvance(word) < 1.3


def test_a_figure_follows_the_visit(area: TextArea) -> None:
    area.show_text(CAPACITY)
    assert area._print(CAPACITY) != CAPACITY
    area.know(Visit([record for record in VISIT if record.id != "m1"]))
    assert area._print(CAPACITY) == CAPACITY
