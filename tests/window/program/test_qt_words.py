"""Qt's own words: in Hindi and Japanese no English is left in its boxes, menus and dialogs."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.window.application import Application

_WORD = re.compile(r"[A-Za-z]{3,}")
_NAMES = ("Lohum Brief", "lbrief", "English", "PDF", "Ctrl", "Shift", "Alt", "Del")
"""What is written in Latin letters in every language."""


def said(widget: QWidget) -> Iterator[str]:
    """Everything that somebody reads or hears, apart from names of files."""
    for one in (widget, *widget.findChildren(QWidget)):
        yield one.toolTip()
        yield one.accessibleName()
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        if isinstance(one, QLineEdit):
            yield one.placeholderText()
        if isinstance(one, QAbstractItemView) and (model := one.model()) is not None:
            for column in range(model.columnCount()):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for action in one.actions():
            yield action.text()


def english(texts: Iterator[str]) -> set[str]:
    found = set()
    for text in texts:
        plain = text
        for name in _NAMES:
            plain = plain.replace(name, "")
        if _WORD.search(plain):
            found.add(text)
    return found


@pytest.fixture(params=["hi", "ja"])
def lang(request: pytest.FixtureRequest, application: Application) -> Lang:
    chosen: Lang = request.param
    application.set_language(chosen)
    return chosen


def test_message_boxes(lang: Lang, qtbot: QtBot) -> None:
    del lang
    for button in QMessageBox.StandardButton:
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Lohum Brief", "–", button)
        box.setDetailedText("–")
        qtbot.addWidget(box)
        assert english(said(box)) == set(), button


def test_context_menus(lang: Lang, qtbot: QtBot) -> None:
    del lang
    for kind in (QLineEdit, QPlainTextEdit, QTextBrowser):
        widget = kind()
        qtbot.addWidget(widget)
        menu = widget.createStandardContextMenu()
        assert isinstance(menu, QMenu)
        assert len(menu.actions()) > 1
        assert english(action.text().partition("\t")[0] for action in menu.actions()) == set()


@pytest.mark.parametrize("mode", QFileDialog.AcceptMode)
@pytest.mark.parametrize("files", [QFileDialog.FileMode.AnyFile, QFileDialog.FileMode.Directory])
def test_file_dialogs(
    lang: Lang,
    qtbot: QtBot,
    tmp_path: Path,
    mode: QFileDialog.AcceptMode,
    files: QFileDialog.FileMode,
) -> None:
    del lang
    dialog = QFileDialog(None, "–", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(files)
    dialog.setAcceptMode(mode)
    dialog.show()
    assert english(said(dialog)) == set()


def test_english_comes_back_without_a_new_start(application: Application, qtbot: QtBot) -> None:
    for chosen, cut in (("hi", "काटें"), ("en", "Cu&t"), ("ja", "切り取り")):
        application.set_language(chosen)
        line = QLineEdit("a")
        qtbot.addWidget(line)
        texts = [
            action.text().partition("\t")[0]
            for action in line.createStandardContextMenu().actions()
        ]
        assert cut in texts


@pytest.mark.parametrize(("chosen", "month"), [("hi", "जुलाई"), ("ja", "7月"), ("en", "July")])
def test_months_and_numbers_of_qt_follow_with_plain_digits(
    application: Application, chosen: Lang, month: str
) -> None:
    application.set_language(chosen)
    assert QLocale().monthName(7) == month
    assert QLocale().toString(12).isascii()
