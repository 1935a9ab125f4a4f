"""What the frame of the window says of the visit: how it is called, what undoing takes back,
whether all is in the file.
"""

from pathlib import PurePath
from typing import Final, Protocol

from lohum_brief.errors import BriefError
from lohum_brief.language.interface import say, sentences
from lohum_brief.window import access_keys, commands, labels
from lohum_brief.window.banner import Banner
from lohum_brief.window.header import Header
from lohum_brief.window.menus import Menus
from lohum_brief.window.session import Session

_MOST_STEPS: Final = 15


class Framed(Protocol):
    """The window of a visit, with the parts of its frame."""

    @property
    def session(self) -> Session:
        """The open visit."""

    @property
    def header(self) -> Header:
        """The head of the window."""

    @property
    def free(self) -> bool:
        """Whether it can be edited here now, after whoever edited it has left."""

    @property
    def banner(self) -> Banner:
        """What is said across the window."""

    @property
    def menus(self) -> Menus:
        """The menus."""

    def setWindowTitle(self, title: str) -> None:  # noqa: N802 - Qt's name
        """As Qt has it."""

    def setWindowFilePath(self, path: str) -> None:  # noqa: N802 - Qt's name
        """As Qt has it."""


def name_visit(window: Framed) -> None:
    """Say how the visit is called, in the head and to the desktop."""
    session = window.session
    title = labels.text(session.visit.particulars.title) or PurePath(session.place.name).stem
    window.header.show_title(title)
    # Copies of a visit have its title: the file tells their windows apart.
    window.setWindowTitle(f"{title} · {session.place.name} – Lohum Brief")
    window.setWindowFilePath(session.place.address)


def name_steps(window: Framed) -> None:
    """Say what undoing takes back, and what redoing does again."""
    session = window.session
    undo, redo, allowed = session.undo_label, session.redo_label, not session.locked
    window.header.name_undo(undo, allowed=allowed)
    for name, step, text in (
        (commands.UNDO, undo, say("Undo “{step}”", step=undo) if undo else say("Undo")),
        (commands.REDO, redo, say("Redo “{step}”", step=redo) if redo else say("Redo")),
    ):
        action = window.menus.actions_by_name[name]
        access_keys.rename(action, text)
        action.setEnabled(bool(step) and allowed)


def offer_steps(window: Framed) -> None:
    """Offer to undo several steps."""
    from lohum_brief.window.fields.changes import when  # noqa: PLC0415 - not in the first paint

    session = window.session
    try:
        edits = session.steps(_MOST_STEPS)
    except BriefError as error:
        session.refused.emit(say(error.message))
        return
    window.header.show_steps([(when(entry.time), labels.step(entry.label)) for entry in edits])


def say_whether_kept(window: Framed) -> None:
    """Say whether all is in the file, and if not, why."""
    session = window.session
    locked = session.locked
    if locked and window.free:
        locked = say("Nobody else has it open any more: it can be edited here.")
    told = [part for part in (locked, session.warning, say(session.newer)) if part]
    waiting, trouble = session.waiting, session.trouble
    if trouble:
        told = [
            trouble,
            say("What you type is kept here, and written as soon as the file can take it."),
        ]
    window.header.say_waiting(waiting)
    window.banner.tell(
        sentences(told), copy=bool(trouble), edit=bool(session.locked) and window.free
    )
