"""Who may write: one process at a time, and the others are told its name.

A small file beside the visit is locked by the operating system for as long as its holder lives, so
a killed program blocks nobody; its text says who holds it. Where the system cannot lock (some
network shares), the text alone decides: a holder on another computer is believed, one on this
computer while its process lives. SQLite's own locks and the check before every edit that nobody
else has written (`open_file`) stand behind it.
"""

import datetime as dt
import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

import msgspec

from lohum_brief.computer import host, is_running
from lohum_brief.errors import SystemRefusedError
from lohum_brief.message import Message, msg
from lohum_brief.store.entries import now
from lohum_brief.store.sqlite.failures import display_name, refused
from lohum_brief.visit.explaining import legible

_CANNOT_LOCK: Final = {errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
_FAR: Final = 1 << 30  # the byte locked on Windows, where a locked byte cannot be read


class Holder(msgspec.Struct, frozen=True):
    """Who has a visit open for writing. `since` is ISO 8601 in UTC."""

    user: str = "?"
    host: str = "?"
    process: int = 0
    since: str = "?"

    @property
    def told(self) -> Message:
        """Who it is, where, and since when."""
        return msg(
            "{user} on {host} (process {process}, since {since})",
            user=legible(self.user),
            host=legible(self.host),
            process=self.process,
            since=self._since_here(),
        )

    def _since_here(self) -> str:
        """Return the local time; text that is no time is returned as it was written."""
        try:
            return f"{dt.datetime.fromisoformat(self.since).astimezone():%Y-%m-%d %H:%M}"
        except ValueError:
            return legible(self.since)


def file_of(path: Path) -> Path:
    """Return the path of the lock file of a visit."""
    return path.with_name(f".~{path.name}.lock")


class Lock:
    """A lock that is held; `release` it, or die."""

    def __init__(self, path: Path, file: IO[bytes]) -> None:
        self._path = path
        self._file = file

    def release(self) -> None:
        """Give it back and clear the file away."""
        if self._file.closed:
            return
        with suppress(
            OSError
        ):  # Windows cannot remove an open file, and whoever opened it next keeps it
            if os.name == "nt":
                self._file.close()
            # What lies there may be somebody else's: the folder was gone, and has come back.
            if os.name == "nt" or _still_there(self._path, self._file):
                self._path.unlink()
        with suppress(
            OSError
        ):  # on a share that has gone, closing is told to fail, and is done all the same
            self._file.close()


def clear_own(path: Path) -> None:
    """Remove the lock file that this process left behind when the folder was gone.

    This process must not hold the lock of `path`.
    """
    place = file_of(path)
    with suppress(OSError):
        with place.open("rb", buffering=0) as file:
            holder = _holder(file)
        if (holder.host, holder.process) == (host(), os.getpid()):
            place.unlink()


def acquire(path: Path, who: str) -> Lock | Holder:
    """Take the lock of a visit, or return who has it.

    Raises SystemRefusedError where no lock file can be made.
    """
    place = file_of(path)
    while True:
        try:
            file = _opened(place)
        except OSError as error:
            raise _obstructed(path, place, error) from None
        try:
            taken = _taken(file)
            if taken is False or (taken is None and _believable(_holder(file))):
                holder = _holder(file)
                file.close()
                return holder
            if _still_there(place, file):
                _sign(file, who)
                return Lock(place, file)
        except OSError as error:
            file.close()
            raise refused(path, error) from None
        # Its last holder removed it between our opening and our locking: try the next one.
        file.close()


def is_free(path: Path) -> bool:
    """Return whether nobody holds the lock of a visit now. It is not taken."""
    try:
        file = file_of(path).open("rb+", buffering=0)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    with file:
        try:
            taken = _taken(file)
        except OSError:
            return False
        # Closing gives it back at once.
        return not _believable(_holder(file)) if taken is None else taken


def _obstructed(path: Path, place: Path, error: OSError) -> SystemRefusedError:
    """Return the error for a lock file that cannot be opened.

    One that is no file of ours is named, so that the user can remove it.
    """
    with suppress(OSError):
        if not stat.S_ISREG(place.lstat().st_mode):
            return SystemRefusedError(
                msg(
                    "{file}: {lock} beside it is no ordinary file, where the program notes who has "
                    "the visit open; remove it.",
                    file=display_name(path),
                    lock=display_name(place),
                )
            )
    return refused(path, error)


def _opened(place: Path) -> IO[bytes]:
    flags = (
        os.O_RDWR
        | os.O_CREAT
        | getattr(os, "O_NOFOLLOW", 0)
        | getattr(os, "O_BINARY", 0)
        | getattr(os, "O_NONBLOCK", 0)
    )
    handle = os.open(place, flags, 0o600)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(errno.EINVAL, "not a file")
    return os.fdopen(handle, "rb+", buffering=0)


def _taken(file: IO[bytes]) -> bool | None:
    """Return True if the lock is ours now, False if somebody else has it.

    None means that the system cannot lock here.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - Windows alone has it

            file.seek(_FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - Windows has none

            # Not lockf: those locks go when anything in this process closes the file.
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _CANNOT_LOCK:
            return None
        # On Windows nothing else is left; wine gives whatever number there was before.
        if sys.platform == "win32" or error.errno in (
            errno.EWOULDBLOCK,
            errno.EACCES,
            errno.EDEADLK,
        ):
            return False
        raise
    return True


def _still_there(place: Path, file: IO[bytes]) -> bool:
    try:
        return os.path.samestat(place.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _holder(file: IO[bytes]) -> Holder:
    try:
        file.seek(0)
        return msgspec.json.decode(file.read(4096), type=Holder)
    except (
        OSError,
        msgspec.MsgspecError,
        UnicodeDecodeError,
    ):  # just being written, or not readable while locked
        return Holder()


def _believable(holder: Holder) -> bool:
    """Return whether the text of a lock file alone, without a lock, says that a visit is open."""
    if holder.process <= 0:
        return False
    return holder.host != host() or is_running(holder.process)


def _sign(file: IO[bytes], who: str) -> None:
    file.seek(0)
    file.truncate()
    file.write(msgspec.json.encode(Holder(who, host(), os.getpid(), now())))


def refuse_held(path: Path, holder: Holder) -> SystemRefusedError:
    """Return the error for an edit of a visit that somebody else has open."""
    return SystemRefusedError(
        msg(
            "{file}: {holder} has it open; it can only be read until they close it.",
            file=display_name(path),
            holder=holder.told,
        )
    )
