"""What somebody typed is kept: in the file, in a copy of it, or among the earlier states."""

from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog

from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say
from lohum_brief.store.locate import store_at
from lohum_brief.window.program.copies import free_name
from lohum_brief.window.protocols import Host
from lohum_brief.window.telling import ask, warn


def store(window: Host) -> None:
    """Store all that is typed, and what an input method composes, as when a field is left."""
    if (typed_in := window.window().focusWidget()) is not None:
        QGuiApplication.inputMethod().commit()
        QApplication.sendEvent(typed_in, QFocusEvent(QEvent.Type.FocusOut))
        if typed_in.hasFocus():
            QApplication.sendEvent(typed_in, QFocusEvent(QEvent.Type.FocusIn))
    window.session.flushing.emit()


def save_copy(window: Host) -> Path | None:
    """Write a copy of the file; where it is, if there is one."""
    proposed = str(free_name(window.session.folder / window.session.place.name))
    name, _ = QFileDialog.getSaveFileName(
        window.window(), say("Save a copy as"), proposed, "Lohum Brief (*.lbrief)"
    )
    if not name:
        return None
    copy = Path(name if name.endswith(".lbrief") else name + ".lbrief")
    try:
        whole = window.session.save_copy(store_at(copy))
    except BriefError as error:
        window.session.refused.emit(say(error.message))
        return None
    if not whole:
        warn(
            window.window(),
            say(
                "The file cannot be read any more: the copy has all records, but no photos and "
                "no earlier states."
            ),
        )
    return copy


def may_close(window: Host) -> bool:
    """Whether nothing is lost when the window is closed: edits that the file does not take are kept
    elsewhere.
    """
    session, silent = window.session, window.application.silent
    if session.write():
        return True
    if not silent:
        told = f"{session.trouble} " + say(
            "Some changes are not in the file yet. Where should they be kept?"
        )
        answer = ask(
            window.window(),
            told,
            say("Save a copy…"),
            say("Among the earlier states"),
            say("Do not close"),
        )
        if answer == 0:
            return save_copy(window) is not None
        if answer != 1:
            return False
    try:
        session.rescue()
    except BriefError as error:
        session.refused.emit(say(error.message))
        return silent
    return True
