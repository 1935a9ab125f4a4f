"""Files that are whole: a reader finds the old one or the new one, whatever happens in between."""

import contextlib
import os
import stat
from pathlib import Path

from lohum_brief.errors import SystemRefusedError
from lohum_brief.language.catalogue import say
from lohum_brief.store.failures import why
from lohum_brief.store.opening import is_visit_file


def write(path: Path, data: bytes) -> None:
    """Put the file in its place at once, with everything on disk before this returns.

    A new file can be read by its owner only (0600); a replaced one keeps its mode. Through a symbolic link the file
    that it points to is replaced. Raises SystemRefusedError; the old file is then as it was.
    """
    mode = check_target(path)
    real = Path(os.path.realpath(path))
    # Beside the target, for only within one file system is a rename atomic. Short, for the target's name may be long.
    beside = real.with_name(f"{_unfinished(os.getpid())}{os.urandom(8).hex()}.tmp")
    try:
        _write_new(beside, data, mode)
        try:
            os.replace(beside, real)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
        _sync_folder(real.parent)
    except OSError as error:
        raise SystemRefusedError(say("Cannot write {file}: {why}.", file=path, why=why(error))) from None


def _unfinished(pid: int) -> str:
    return f".lohum-{pid}-"


def remove_unfinished(path: Path, pid: int) -> None:
    """Remove what a process that was ended while it wrote `path` may have left beside it."""
    real = Path(os.path.realpath(path))
    with contextlib.suppress(OSError):
        for left in real.parent.glob(f"{_unfinished(pid)}*.tmp"):
            left.unlink()


def check_target(path: Path) -> int:
    """The mode that the file is to have; raises SystemRefusedError where no file can be written.

    An export asks this before its work, so that nobody waits for a refusal.
    """
    try:
        found = path.stat()
    except FileNotFoundError:
        if not Path(os.path.realpath(path)).parent.is_dir():
            raise SystemRefusedError(
                say("Cannot write {file}: its folder does not exist; make it first.", file=path)
            ) from None
        return 0o600
    except OSError as error:
        raise SystemRefusedError(say("Cannot write {file}: {why}.", file=path, why=why(error))) from None
    if stat.S_ISDIR(found.st_mode):
        raise SystemRefusedError(say("Cannot write {file}: it is a folder; name a file in it.", file=path))
    if not stat.S_ISREG(found.st_mode):
        # As root a rename would put a file in the place of the device itself.
        raise SystemRefusedError(say("Cannot write {file}: it is not an ordinary file.", file=path))
    if not found.st_mode & stat.S_IWUSR:
        raise SystemRefusedError(say("Cannot write {file}: it is write-protected.", file=path))
    if is_visit_file(path):
        # One slip of the key must not put a print-out in the place of what it was printed from.
        raise SystemRefusedError(say("Cannot write {file}: it is a visit file; choose another name.", file=path))
    return stat.S_IMODE(found.st_mode)


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
