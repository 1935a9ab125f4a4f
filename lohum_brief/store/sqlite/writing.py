"""Putting a finished file in its place: all of it or nothing, readable by its owner only."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from lohum_brief.errors import SystemRefusedError
from lohum_brief.message import msg
from lohum_brief.store.sqlite.failures import display_name, refused


@contextmanager
def beside(path: Path, *, overwrite: bool) -> Iterator[Path]:
    """Yield an empty file (mode 0600) beside `path` to be filled; it takes that name at the end.

    `path` must be resolved. If the block raises, the old file stays as it was and nothing is left
    of the new one.
    """
    refuse_odd(path, overwrite=overwrite)
    temporary = path.with_name(f".~{path.name[:40]}.{os.urandom(4).hex()}.part")
    try:
        os.close(
            os.open(
                temporary,
                os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_NOFOLLOW", 0),
                0o600,
            )
        )
    except OSError as error:
        raise refused(path, error) from None
    try:
        yield temporary
        flush(temporary)
        _take_name(temporary, path, overwrite=overwrite)
        flush_folder(path.parent)
    except OSError as error:
        raise refused(path, error) from None
    finally:
        with suppress(FileNotFoundError):
            temporary.unlink()


def refuse_odd(path: Path, *, overwrite: bool) -> None:
    """Refuse a target that exists, is write-protected, is no ordinary file, or has no folder."""
    try:
        if path.is_dir():
            raise SystemRefusedError(
                msg("{file}: it is a folder; give the name of a file.", file=display_name(path))
            )
        if path.exists() and not path.is_file():
            raise SystemRefusedError(msg("{file}: it is not a file.", file=display_name(path)))
        if path.exists() and not overwrite:
            raise SystemRefusedError(
                msg("{file}: it exists already; choose another name.", file=display_name(path))
            )
        if path.exists() and not path.stat().st_mode & stat.S_IWUSR:
            raise SystemRefusedError(
                msg("Cannot write {file}: it is write-protected.", file=display_name(path))
            )
        if not path.parent.is_dir():
            raise SystemRefusedError(
                msg(
                    "{file}: there is no folder {folder}.",
                    file=display_name(path),
                    folder=display_name(path.parent),
                )
            )
    except OSError as error:
        raise refused(path, error) from None


def _take_name(temporary: Path, path: Path, *, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(path)
        return
    try:
        os.link(temporary, path)  # unlike a rename, it never replaces what somebody made meanwhile
    except FileExistsError:
        raise SystemRefusedError(
            msg("{file}: it exists already; choose another name.", file=display_name(path))
        ) from None
    except (OSError, NotImplementedError):  # a file system without links
        refuse_odd(path, overwrite=False)
        temporary.replace(path)


def flush(path: Path) -> None:
    """Make the system put a file's content on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Make the system put a folder's names on the disk.

    Windows does so by itself and cannot open folders.
    """
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems cannot, and write at once
            os.fsync(descriptor)
    finally:
        os.close(descriptor)
