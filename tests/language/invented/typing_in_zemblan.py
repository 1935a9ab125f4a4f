"""Open a visit in a window, type into the field of the fourth language, and close the window."""

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from lohum_brief.window.application import Application
from lohum_brief.window.fields.texts import TextsEditor
from lohum_brief.window.main import VisitWindow

application = Application(["zemblan"])
application.silent = True
opened = application.open(Path(sys.argv[1]))


def type_and_close(window: VisitWindow) -> None:
    visit = window.session.visit.particulars
    editor = TextsEditor("title", window.session, window)
    editor.edited.connect(
        lambda path, value: window.session.set_field(visit.id, f"title.{path}", value)
    )
    editor.show_of(visit.id, visit.title)
    QTest.keyClicks(editor.areas["zz"], "Vizito")
    editor.flush()
    window.close()


assert opened is not None
QTimer.singleShot(0, partial(type_and_close, opened))
application.qt.exec()
