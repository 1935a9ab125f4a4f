"""What SQLite and the operating system complain of, in the words of the program."""

import os
import sqlite3
from pathlib import Path
from typing import Final

from lohum_brief.errors import BriefError, ForeignFileError, SystemRefusedError
from lohum_brief.message import Value, msg
from lohum_brief.refusals import why
from lohum_brief.visit.explaining import legible

_SHORT_READ: Final = (
    522  # SQLITE_IOERR_SHORT_READ: the file ends too early, which is no fault of the system
)


SQLITE_ERRORS: Final = (sqlite3.Error, UnicodeDecodeError)
"""What any use of SQLite may raise: the text of its error for a broken schema can itself be no
UTF-8.
"""


def display_name(path: Path) -> str:
    """Return the file's name for a message; what is no Unicode in it is made legible."""
    return legible(os.fsencode(path.name).decode(errors="replace"), 255)


class DamagedFileError(ForeignFileError):
    """A file that is ours and cannot be read; `why` says it without file and advice."""

    def __init__(self, message: Value, why: Value) -> None:
        super().__init__(message)
        self.why = why


def damaged(path: Path, why: Value) -> DamagedFileError:
    """Return the error for a file that is ours and cannot be read."""
    why = legible(why, 300) if isinstance(why, str) else why
    return DamagedFileError(
        msg(
            "{file}: the file is damaged ({why}); restore a backup or ask for another copy.",
            file=display_name(path),
            why=why,
        ),
        why,
    )


def refused(path: Path, error: OSError) -> SystemRefusedError:
    """Return the error for what the operating system did not let us do with a file."""
    return SystemRefusedError(msg("{file}: {why}.", file=display_name(path), why=why(error)))


def failure(path: Path, error: sqlite3.Error | UnicodeDecodeError) -> BriefError:
    """Return the error for what SQLite says: either the system refuses, or the file is at fault."""
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, UnicodeDecodeError):
        return damaged(path, msg("its list of tables cannot be read"))
    if code is None:  # raised by Python's module itself
        return damaged(path, str(error))
    name = display_name(path)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            message = msg(
                "{file}: the disk is full; make room and try again. Nothing was changed.", file=name
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            message = msg(
                "{file}: another program is writing to it; try again in a moment.", file=name
            )
        case (
            sqlite3.SQLITE_READONLY
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_AUTH
        ):
            message = msg(
                "{file}: it cannot be opened or written: {why}; see to its permissions.",
                file=name,
                why=str(error),
            )
        case sqlite3.SQLITE_IOERR if code != _SHORT_READ:
            message = msg(
                "{file}: the system cannot read or write it: {why}. Nothing was changed.",
                file=name,
                why=str(error),
            )
        case sqlite3.SQLITE_NOMEM:
            message = msg("{file}: there is not enough memory to read it.", file=name)
        case sqlite3.SQLITE_INTERRUPT:
            return damaged(path, msg("reading it takes longer than any visit can"))
        case _:
            return damaged(path, str(error))
    return SystemRefusedError(message)
