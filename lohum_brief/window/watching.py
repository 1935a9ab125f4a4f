"""Others' edits: what another program has written to the visit is taken up in the window, where one
stays and what is typed stays too.

A file that this window may write is locked, and others' edits come only past the lock: a share that
cannot lock, a file put in its place. One that it may only read follows whoever edits it.
"""

from time import monotonic
from typing import Final, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from lohum_brief.errors import BriefError
from lohum_brief.window.session import Session

_EVERY: Final = 2_000
"""Milliseconds between two looks."""
_SLOW: Final = 0.06
"""Seconds that a look may take before the next has more time."""
_SELDOM: Final = 30_000


class Watched(Protocol):
    """The window of a visit, as it is told of others' edits."""

    @property
    def session(self) -> Session:
        """The open visit."""

    def offer_to_edit(self, *, offered: bool) -> None:
        """Offer that the visit, which could only be read, is edited here now; or no longer."""

    def taken_up(self, who: str, *, locked: bool) -> None:
        """Say that somebody, if it is known who, has changed the visit; `locked` tells whether it
        can be written now and could not before, or the other way round.
        """


class Watch(QObject):
    """Looks every other second, by `timer`; `look` does it at once."""

    def __init__(self, window: QWidget, watched: Watched) -> None:
        super().__init__(window)
        self._watched = watched
        self.timer = QTimer(self, interval=_EVERY)
        self.timer.timeout.connect(self.look)
        self.timer.start()

    def look(self) -> bool:
        """Take up what others have written, unless somebody is at something that hangs on how the
        visit was; whether there was anything.
        """
        if _is_engaged():
            return False
        session, begun = self._watched.session, monotonic()
        behind = session.is_behind()
        self.timer.setInterval(_SELDOM if monotonic() - begun > _SLOW else _EVERY)
        if not behind:
            self._watched.offer_to_edit(offered=bool(session.locked) and session.is_free())
            return False
        return self.take_up()

    def take_up(self) -> bool:
        """Open the visit as others have left it, to edit it if nobody else does; whether it could
        be opened.
        """
        session = self._watched.session
        locked = session.locked
        try:
            who = session.follow()
        except BriefError:  # it is not there, or cannot be read: an edit says why, and waits
            return False
        self._watched.taken_up(who, locked=locked != session.locked)
        return True


def _is_engaged() -> bool:
    """Whether a dialog or a menu is open, or an input method is in the middle of a word."""
    if QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None:
        return True
    return bool(getattr(QApplication.focusWidget(), "composing", False))
