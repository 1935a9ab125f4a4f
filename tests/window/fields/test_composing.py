"""What is being composed is told from what is written, in every script, and its list does not lie
over it.
"""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QInputMethodEvent, QTextCharFormat
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import Person
from lohum_brief.window.application import Application
from lohum_brief.window.fields.area import TextArea
from lohum_brief.window.fields.composing import Clause, clauses, dressed
from lohum_brief.window.fields.editors import LineEditor
from lohum_brief.window.fields.marking import stretches
from lohum_brief.window.fields.schema import fields
from lohum_brief.window.theme import current

TEXTS: dict[Lang, str] = {"hi": "क्षेत्रीय", "en": "region", "ja": "会議室で会議"}


def event(text: str, chosen: tuple[int, int] | None = None, commit: str = "") -> QInputMethodEvent:
    """As IBus sends it: all of it underlined, the chosen clause on a ground of its own."""
    parts = []
    for start, stop in sorted({(0, len(text)), *([chosen] if chosen else [])}):
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        if (start, stop) == chosen:
            form.setBackground(QColor("yellow"))
        parts.append(
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat, start, stop - start, form
            )
        )
    parts.append(
        QInputMethodEvent.Attribute(QInputMethodEvent.AttributeType.Cursor, len(text), 1, None)
    )
    made = QInputMethodEvent(text, parts)
    if commit:
        made.setCommitString(commit)
    return made


def send(widget: TextArea | LineEditor, text: str = "", commit: str = "") -> None:
    QApplication.sendEvent(widget, event(text, commit=commit) if text else committed(commit))


def committed(text: str) -> QInputMethodEvent:
    made = QInputMethodEvent("", [])
    made.setCommitString(text)
    return made


@pytest.mark.parametrize("lang", TEXTS)
def test_it_is_underlined_in_every_script(
    application: Application, qtbot: QtBot, lang: Lang
) -> None:
    del application
    area = TextArea(lang)
    qtbot.addWidget(area)
    area.resize(400, 120)
    area.show()
    send(area, TEXTS[lang])
    ink = QColor(current().text)
    [(left, right, y)] = stretches(area.textCursor().block(), 0, len(TEXTS[lang]))
    image = area.viewport().grab().toImage()
    ratio = image.devicePixelRatio()
    for x in range(round(left) + 2, round(right) - 2):
        found = [QColor(image.pixel(round(x * ratio), round((y + by) * ratio))) for by in (-1, 0)]
        assert ink in found, f"no line at {x}"
    rectangle = area.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert rectangle.bottom() >= area.viewport().y() + y, (  # type: ignore[attr-defined]
        "the list of candidates would lie over the line"
    )
    send(area, commit=TEXTS[lang])
    assert area.text() == TEXTS[lang]
    assert not area._clauses


def test_the_clause_that_is_converted_stands_out(application: Application) -> None:
    del application
    found = event("会議室で会議", (0, 4))
    assert clauses(found) == [Clause(0, 4, chosen=True), Clause(0, 6, chosen=False)]
    assert clauses(QInputMethodEvent("𠮷野", [])) == [Clause(0, 3, chosen=False)]
    assert clauses(QInputMethodEvent("", [])) == []
    shown = [
        one
        for one in dressed(found).attributes()
        if one.type == QInputMethodEvent.AttributeType.TextFormat
    ]
    assert [(one.start, one.length) for one in shown] == [(0, 4)]
    assert shown[0].value.toCharFormat().background().color() == QColor(current().selected)


@pytest.fixture
def line(application: Application, qtbot: QtBot) -> LineEditor:
    del application
    made = LineEditor(fields(Person)[0])
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_line_is_not_stored_while_it_is_composed(line: LineEditor) -> None:
    said: list[object] = []
    line.edited.connect(lambda _, value: said.append(value))
    line.setText("見本")
    line.selectAll()
    send(line, "す")
    assert line.text() == ""
    line.flush()
    line.show_value("見本")
    send(line, "すずき")
    line.flush()
    assert said == [], "the name would be missing as long as the new one is not committed"
    send(line, commit="鈴木")
    line.flush()
    assert said == ["鈴木"]


def test_a_composition_that_is_given_up_leaves_what_it_replaced_removed_and_stored(
    line: LineEditor,
) -> None:
    said: list[object] = []
    line.edited.connect(lambda _, value: said.append(value))
    line.setText("見本")
    line.selectAll()
    send(line, "す")
    QApplication.sendEvent(line, QInputMethodEvent("", []))
    line.flush()
    assert said == [line.text()]


def test_what_was_typed_before_does_not_wait_for_the_end_of_a_composition(
    line: LineEditor, qtbot: QtBot
) -> None:
    said: list[object] = []
    line.edited.connect(lambda _, value: said.append(value))
    qtbot.keyClicks(line, "ab")
    send(line, "す")
    assert said == ["ab"]
