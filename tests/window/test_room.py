"""Dialogs on the smallest laptop, at one and a half times their usual size: whole, nothing in them
cut, Escape closes them.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lohum_brief.language.codes import Lang
from lohum_brief.store.locate import store_at
from lohum_brief.store.shipped import sample_visit
from lohum_brief.window.application import Application
from tests.window.conftest import LONG, Open
from tests.window.dialogs import DIALOGS

_SCREEN: Final = QSize(1280, 720 - 32)
"""Without a title bar."""
_NAMES: Final = (
    "new-fault", "about", "import-unread", "export-issue", "export-refused", "export-held", "message-newer", "message-damaged",
    "message-report", "reason", "earlier", "crop",
)  # fmt: skip


def cut(window: QWidget) -> Iterator[str]:
    """The words for which there is not all the room that they need, and what lies over something
    else.
    """
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, QLabel) and one.text() and one.wordWrap():
            if one.height() < one.heightForWidth(one.width()) - 1:
                yield one.text()
        elif one.parentWidget() is window and any(
            other.parentWidget() is window
            and other.isVisible()
            and other.geometry().intersects(one.geometry())
            for other in window.findChildren(QWidget)
            if other is not one
        ):
            yield f"{type(one).__name__} over another"
        elif (isinstance(one, QLabel) and one.text()) or (
            isinstance(one, QAbstractButton) and one.text()
        ):
            wanted = one.sizeHint()
            if one.width() < wanted.width() - 1 or one.height() < wanted.height() - 1:
                yield one.text()


@pytest.mark.parametrize("lang", ["hi", "ja"])
def test_dialogs_are_whole_and_end_with_escape(
    lang: Lang, application: Application, opened: Open, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "sample.lbrief"
    store_at(path).create(sample_visit())
    application.settings.setValue("scale", 150)
    application.set_language(lang)
    window = opened(path)
    window.resize(_SCREEN)
    for name in _NAMES:
        dialog = DIALOGS[name](window)
        assert isinstance(dialog, QDialog)
        with qtbot.waitExposed(dialog, timeout=LONG):
            dialog.show()
        least = dialog.minimumSizeHint().expandedTo(dialog.minimumSize())
        assert least.boundedTo(_SCREEN) == least, f"{name} is larger than the screen: {least}"
        dialog.resize(dialog.size().expandedTo(least))
        assert not list(cut(dialog)), name
        defaults = [button for button in dialog.findChildren(QPushButton) if button.isDefault()]
        assert len(defaults) <= 1, name
        focused: QWidget | None = dialog.focusWidget()
        assert focused is not None, f"{name}: the keyboard is nowhere"
        qtbot.keyClick(focused, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), name
