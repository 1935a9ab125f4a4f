"""Edits go on when their file cannot be written: they wait, in their order, until it can be again.

A network share comes back, somebody makes room on the disk. Until then the visit in the window is
ahead of its file. So it is, for moments, where the disk is slow: edits are written beside the
window then. What is asked of the file waits for that.
"""

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import Final

from lohum_brief.errors import BriefError, SystemRefusedError
from lohum_brief.language.interface import say, spoken
from lohum_brief.store.applying import applied
from lohum_brief.store.entries import Entry, now
from lohum_brief.store.protocol import UNWRITTEN, OpenVisit, Store
from lohum_brief.visit.edit import Edit, inverse
from lohum_brief.visit.visit import Visit
from lohum_brief.window.when import moment_said

_LONG: Final = 0.06
"""Seconds after which a disk is a slow one: from then on nobody waits for it."""
_PATIENCE: Final = 20
"""Milliseconds that another program is waited for which writes to the file: afterwards the edit
waits, not the window.
"""


class Ahead:
    """An open file, and the edits that it does not hold yet. `why` says why they wait; it is empty
    where nothing is wrong.

    `written` is called when an edit was written beside the window, or could not be, and in another
    thread: `go_on` is to be called in the window's then.
    """

    def __init__(self, store: OpenVisit, written: Callable[[], object]) -> None:
        store.wait_at_most(_PATIENCE)
        self._store = store
        self._written = written
        self.why = ""
        self._edits: list[Edit] = []
        self._times: list[str] = []
        self._visit = store.visit
        self._apart = False
        """Whether somebody else has gone on with the file: then only a copy helps."""
        self._slow = False
        self._thread: Thread | None = None
        """What writes the first of the edits."""
        self._answer = ""

    @property
    def visit(self) -> Visit:
        """The visit with all edits."""
        return self._visit if self._edits else self._store.visit

    @property
    def store(self) -> OpenVisit:
        """The file, when nothing is being written."""
        self._settle()
        return self._store

    @property
    def file(self) -> OpenVisit:
        """The same at once, for what does not ask the file itself: its path, whether it is only
        read, its steps.
        """
        return self._store

    @property
    def count(self) -> int:
        """How many edits wait."""
        return len(self._edits)

    def waiting(self) -> list[Entry]:
        """The edits that wait, newest first, as the journal would have them."""
        return [
            Entry(0, time, "", edit.label)
            for edit, time in zip(self._edits, self._times, strict=True)
        ][::-1]

    def commit(self, made: Edit) -> None:
        """Store an edit, or let it wait. Raises BriefError where it does not fit or nothing may be
        written at all.
        """
        if not self._edits and not self._slow:
            begun = monotonic()
            try:
                self._store.commit(made)
            except SystemRefusedError as error:
                if self._store.read_only:
                    raise
                self.why = say(error.message)
            else:
                self._slow = monotonic() - begun > _LONG
                return
        self._visit = applied(self.visit, made)
        self._edits.append(made)
        self._times.append(now())
        self._begin()

    # Writing beside the window

    def _begin(self) -> None:
        if self._slow and self._edits and self._thread is None and not self.why and not self._apart:
            self._thread = Thread(
                target=self._commit_first, args=(self._store, self._edits[0]), daemon=True
            )
            self._thread.start()

    def _commit_first(self, store: OpenVisit, made: Edit) -> None:
        self._answer = say("Something went wrong in the program. Nothing that was stored is lost.")
        try:
            store.commit(made)
            self._answer = ""
        except BriefError as error:
            self._answer = say(error.message)
        finally:
            self._written()

    def _settle(self) -> None:
        """Wait until nothing is being written."""
        if self._thread is None:
            return
        self._thread.join()
        self._thread = None
        self.why = self._answer
        if not self.why:
            del self._edits[0], self._times[0]

    def go_on(self) -> None:
        """An edit was written, or could not be: take note, and write the next."""
        self._settle()
        self._begin()

    # Steps

    def take_back(self) -> Edit | None:
        """Take the last edit that waits back, which its file never saw; what was done for it. None
        where none waits.
        """
        if len(self._edits) == 1:
            self._settle()
        if not self._edits:
            return None
        back = inverse(self._edits[-1])
        self._visit = applied(self._visit, back)
        del self._edits[-1], self._times[-1]
        if not self._edits:
            self.why = ""
        return back

    def write(self) -> bool:
        """Store the edits that wait, if that is possible now; whether none waits any more."""
        self._settle()
        if self._apart or (self._edits and self._store.lost() and not self._reopen()):
            return False
        while self._edits:
            try:
                self._store.commit(self._edits[0])
            except BriefError as error:
                self.why = say(error.message)
                return False
            del self._edits[0], self._times[0]
        self.why = ""
        return True

    def is_behind(self) -> bool:
        """Whether somebody else has gone on with the file, and no edit waits here."""
        if self._edits or self._thread is not None or self._apart:
            return False
        return self._store.changed_elsewhere()

    def is_free(self) -> bool:
        """Whether whoever kept the file from being edited here has left."""
        return self._store.is_free()

    def follow(self) -> None:
        """Open the file as somebody else has left it. Raises BriefError where that cannot be."""
        self._store = self._store.again()
        self._store.wait_at_most(_PATIENCE)

    def _reopen(self) -> bool:
        """The file is in its place again, perhaps: open it, if it is as it was left."""
        before = self._store.visit
        try:
            found = self._store.again()
        except BriefError as error:
            self.why = say(error.message)
            return False
        if found.visit == applied(before, self._edits[0]):
            # It was written after all, when the answer was lost.
            del self._edits[0], self._times[0]
        elif found.read_only or found.visit != before:
            self.why = spoken(found.reason) or say(
                "{file}: another program has changed it; close it and open it again.",
                file=found.store.name,
            )
            found.close()
            self._apart = True
            return False
        found.wait_at_most(_PATIENCE)
        self._store = found
        return True

    def save_copy(self, target: Store) -> bool:
        """Write a copy with the edits that wait. Raises BriefError.

        False where the photos and the earlier states are not in it, because the file itself cannot
        be read.
        """
        self._settle()
        try:
            self._store.save_copy(target, overwrite=True, edits=self._edits)
        except BriefError:
            if not self._edits:
                raise
            target.create(self._visit, overwrite=True)
            return False
        return True

    def back_up(self) -> None:
        """Make a backup of what was edited. Nobody is kept from leaving where it cannot be made,
        and none covers the one that holds edits which wait.
        """
        if not self._edits:
            with suppress(BriefError):
                self.store.back_up()

    def rescue(self) -> None:
        """Keep the visit with the edits that wait among its backups. Raises BriefError."""
        self.save_copy(self._store.place_for_unwritten())


def rescued(store: OpenVisit) -> str:
    """What is to be said of edits that the file could not take when the program ended; empty once
    it has taken others.
    """
    try:
        newest = next(iter(store.backups()), None)
        last = next(iter(store.journal(1)), None)
    except BriefError:  # whoever asks for backups or steps is told
        return ""
    if newest is None or newest.reason != UNWRITTEN or (last and _local(last.time) >= newest.time):
        return ""
    return say(
        "Changes of {time} could not be written to this file. They are kept: File › Earlier "
        "states.",
        time=moment_said(newest.time),
    )


def _local(moment: str) -> str:
    """A time of the journal as backups have it."""
    return dt.datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%dT%H:%M:%S")
