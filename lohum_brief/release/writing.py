"""Files that are whole: a reader finds the old one or the new one, whatever happens in between."""

import contextlib
import errno
import os
import re
import stat
import time
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from lohum_brief.computer import host, is_running
from lohum_brief.errors import SystemRefusedError
from lohum_brief.lean_imports import blake2b
from lohum_brief.message import msg
from lohum_brief.packs.issue import edition_of
from lohum_brief.refusals import why
from lohum_brief.release.output import creator_in
from lohum_brief.store.locate import is_visit


def write(path: Path, data: bytes, *, over_edition: bool = False) -> None:
    """Put the file in its place at once, with everything on disk before this returns.

    A new file may be read by whom the folder's umask lets, for it is meant to be handed on; a
    replaced one keeps its mode. Through a symbolic link the file that it points to is replaced.
    Raises SystemRefusedError; the old file is then as it was.
    """
    mode = check_target(path, over_edition=over_edition)
    real = Path(os.path.realpath(path))
    # Beside the target, for only within one file system is a rename atomic. Short, for the target's
    # name may be long.
    beside = real.with_name(f"{_unfinished(os.getpid())}{os.urandom(8).hex()}.tmp")
    try:
        clear_unfinished(real.parent)
        if _place_nameless(real, beside, data, mode):
            return
        _write_new(beside, data, _usual_mode() if mode is None else mode)
        _replace(beside, real)
    except OSError as error:
        raise SystemRefusedError(
            msg("Cannot write {file}: {why}.", file=str(path), why=why(error))
        ) from None


def _place_nameless(real: Path, beside: Path, data: bytes, mode: int | None) -> bool:
    """Write the file without a name and give it one when it is whole.

    Returns False where the system cannot; only Linux can. Whatever ends the program meanwhile
    leaves nothing behind. Only a file that replaces another has a name of its own for a moment,
    `beside`, for no system call replaces a file by one without a name.
    """
    nameless = getattr(os, "O_TMPFILE", 0)
    if not nameless:
        return False
    try:
        handle = os.open(real.parent, nameless | os.O_WRONLY, 0o666 if mode is None else 0o600)
    except OSError as error:
        if error.errno in _WITHOUT:
            return False
        raise
    with open(handle, "wb") as file:
        if mode is not None:
            os.fchmod(handle, mode)
        file.write(data)
        file.flush()
        os.fsync(handle)
        if not Path(_HANDLES).is_dir():
            return False
        if mode is None:
            # Somebody else's file has come meanwhile: it is replaced.
            with contextlib.suppress(FileExistsError):
                _name(handle, real)
                _sync_folder(real.parent)
                return True
        _name(handle, beside)
    _replace(beside, real)
    return True


def _replace(beside: Path, real: Path) -> None:
    """Put a file that is whole in the place of another; nothing of it is left where that fails."""
    try:
        os.replace(beside, real)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(real.parent)


_WITHOUT: Final = {
    errno.EOPNOTSUPP,
    errno.ENOTSUP,
    errno.EISDIR,
    errno.EINVAL,
    errno.ENOENT,
    errno.ENOSYS,
}
"""What systems and file systems say that know no files without a name."""


_HANDLES: Final = "/proc/self/fd"
"""Where Linux has a link to each open file; what it leads to is what gets a name (open(2),
O_TMPFILE).
"""


def _name(handle: int, path: Path) -> None:
    folder = os.open(_HANDLES, os.O_RDONLY)
    try:
        os.link(str(handle), path, src_dir_fd=folder)
    finally:
        os.close(folder)


def _usual_mode() -> int:
    """Return what the umask leaves of a file that all may read; only setting it tells it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _unfinished(pid: int) -> str:
    return f"{_HIDDEN}{_machine()}-{pid}-"


@cache
def _machine() -> str:
    """Return a few letters for this computer.

    On a share the number of a process says nothing without it.
    """
    return blake2b(host().encode(errors="replace"), digest_size=3).hexdigest()


_HIDDEN: Final = ".lohum-"
_LEFT: Final = r"\.lohum-([0-9a-f]{6})-(\d+)-[0-9a-f]{16}\.tmp"
_ABANDONED: Final = 24 * 60 * 60
"""Seconds after which what another computer has begun is not going to be finished: a file is
written in one go.
"""


def clear_unfinished(folder: Path) -> None:
    """Remove what programs that were ended while they wrote have left in a folder.

    These are copies of packs that nobody sees.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if (
                entry.name.startswith(_HIDDEN)
                and (match := re.fullmatch(_LEFT, entry.name))
                and _is_left(entry, match[1], int(match[2]))
            ):
                with contextlib.suppress(OSError):
                    Path(entry.path).unlink()


def _is_left(entry: "os.DirEntry[str]", machine: str, pid: int) -> bool:
    if machine != _machine():
        return time.time() - entry.stat().st_mtime > _ABANDONED
    return pid != os.getpid() and not is_running(pid)


def remove_unfinished(path: Path, pid: int) -> None:
    """Remove what a process that was ended while it wrote `path` may have left beside it."""
    real = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        for left in real.parent.glob(f"{_unfinished(pid)}*.tmp"):
            left.unlink()


def check_target(path: Path, *, over_edition: bool = False) -> int | None:
    """Return the mode that the file keeps, None for a new one.

    Raises SystemRefusedError where no file can be written. An export asks this before its work, so
    that nobody waits for a refusal. What says of itself that it is an edition, of whichever visit,
    is replaced only where that was asked for.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        if not Path(os.path.realpath(path)).parent.is_dir():
            raise SystemRefusedError(
                msg(
                    "Cannot write {file}: its folder does not exist; make it first.", file=str(path)
                )
            ) from None
        return None
    except OSError as error:
        raise SystemRefusedError(
            msg("Cannot write {file}: {why}.", file=str(path), why=why(error))
        ) from None
    if stat.S_ISDIR(found.st_mode):
        raise SystemRefusedError(
            msg("Cannot write {file}: it is a folder; name a file in it.", file=str(path))
        )
    if not stat.S_ISREG(found.st_mode):
        # As root a rename would put a file in the place of the device itself.
        raise SystemRefusedError(
            msg("Cannot write {file}: it is not an ordinary file.", file=str(path))
        )
    if not found.st_mode & stat.S_IWUSR:
        raise SystemRefusedError(msg("Cannot write {file}: it is write-protected.", file=str(path)))
    if is_visit(path):
        # One slip of the key must not put a print-out in the place of what it was printed from.
        raise SystemRefusedError(
            msg("Cannot write {file}: it is a visit file; choose another name.", file=str(path))
        )
    if not over_edition and (number := _edition_at(path, found)) is not None:
        raise SystemRefusedError(
            msg(
                "Cannot write {file}: it says that it is edition {number} of a pack; choose another"
                " name.",
                file=str(path),
                number=number,
            )
        )
    return stat.S_IMODE(found.st_mode)


_LARGEST: Final = 500_000_000
"""Bytes of a file that is looked at."""


def _edition_at(path: Path, found: os.stat_result) -> int | None:
    if not 0 < found.st_size <= _LARGEST:
        return None
    return _edition_of(path, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=1)
def _edition_of(path: Path, *_same: int) -> int | None:
    """Return which edition a file says that it is.

    An export looks before and after its work: a file that is still the same is not read again,
    which took 1 % of an export of 39 pages.
    """
    try:
        with path.open("rb") as file:
            return edition_of(creator_in(file))
    except OSError:
        return None  # who writes it is told


def _write_new(path: Path, data: bytes, mode: int) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    try:
        with open(handle, "wb") as file:
            if os.name == "posix":
                os.fchmod(handle, mode)
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where a folder can be opened and synced at all."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems cannot sync a folder; the file itself is on disk by now.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
