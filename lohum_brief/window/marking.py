"""What is to be seen to in a text, underlined where it stands: never by colour alone, a wave is wrong, dots are a hint."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from lohum_brief.language.codes import Lang
from lohum_brief.window.chips import utf16
from lohum_brief.window.theme import current

Sort = Literal["unknown", "forbidden", "hint"]


class Mark(NamedTuple):
    """Something between two places of a text; `right` would be better, where that is known."""

    start: int
    stop: int
    sort: Sort
    why: str
    right: str = ""


Marker = Callable[[str, Lang], Iterable[Mark]]
"""Finds the marks of a text in a language."""


def cursor_over(area: QTextEdit, mark: Mark) -> QTextCursor:
    """A cursor that selects what is marked."""
    raw = area.document().toRawText()
    cursor = area.textCursor()
    cursor.setPosition(utf16(raw[: mark.start]))
    cursor.setPosition(utf16(raw[: mark.stop]), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def underline(area: QTextEdit, marks: Sequence[Mark]) -> None:
    """Underline these and nothing else."""
    theme = current()
    inks = {"unknown": theme.bad, "forbidden": theme.warn, "hint": theme.quiet}
    styles = QTextCharFormat.UnderlineStyle
    selections = []
    for mark in marks:
        form = QTextCharFormat()
        form.setUnderlineStyle(styles.DotLine if mark.sort == "hint" else styles.WaveUnderline)
        form.setUnderlineColor(QColor(inks[mark.sort]))
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor_over(area, mark), form
        selections.append(selection)
    area.setExtraSelections(selections)


def marks_at(raw: str, marks: Sequence[Mark], position: int) -> Iterator[Mark]:
    """The marks over a position of the document."""
    for mark in marks:
        if utf16(raw[: mark.start]) <= position < utf16(raw[: mark.stop]):
            yield mark
