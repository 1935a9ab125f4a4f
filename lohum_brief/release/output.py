"""What a document becomes: a file of a kind that is known by its suffix.

Each kind is a module of `release.outputs`; exports, editions, the command line and the window ask
here which there are.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from os import scandir
from pathlib import PurePath
from typing import BinaryIO, Final, Protocol

import msgspec

from lohum_brief.document.document import Document
from lohum_brief.release import outputs

Progress = Callable[[float], None]
"""Is called with the part that is done."""

_BEGIN: Final = 16
"""Bytes by which kinds of files are told apart."""

USUAL: Final = ".pdf"
"""The suffix of what is written where no other is asked for."""


class Rendered(msgspec.Struct, frozen=True):
    """A finished file, and how many pages it has; one where its kind knows no pages."""

    data: bytes
    pages: int
    first_pages: Mapping[str, int] = {}
    """On which page each record begins, counted from 1; none where its kind knows no pages."""


class Output(Protocol):
    """A kind of file. `name` is what people call it; `begins` is how all its files begin."""

    suffix: str
    name: str
    begins: bytes

    def render(self, document: Document, progress: Progress | None = None) -> Rendered:
        """Return the document as a file; equal documents give equal digests.

        Raises TooWideError and UncoveredError (`document.unprintable`) where it cannot be done.
        """
        ...

    def digest(self, data: bytes) -> str:
        """Return 64 hexadecimal digits by which an edition knows its file again.

        They are the SHA-256 of its bytes. A kind that states when it was written digests what it
        holds.
        """
        import hashlib

        return hashlib.sha256(data).hexdigest()

    def creator(self, data: bytes) -> str:
        """Return what a file of this kind says made it: the creator of its document, or nothing."""
        ...


def creator_in(file: BinaryIO) -> str:
    """Return what a file says made it, whatever its name; empty where it is of no kind of ours."""
    begin = file.read(_BEGIN)
    for suffix in suffixes():
        kind = output(suffix)
        if begin.startswith(kind.begins):
            file.seek(0)  # in one piece: to put two together takes as long as to read
            return kind.creator(file.read())
    return ""


def suffixes() -> list[str]:
    """Return the suffixes of all outputs, the usual one first."""
    return sorted(_found(), key=lambda suffix: (suffix != USUAL, suffix))


def _found() -> Iterator[str]:
    """Yield the names of the modules that are outputs."""
    for folder in outputs.__path__:
        with scandir(folder) as entries:
            for entry in entries:
                name, dot, kind = entry.name.partition(".")
                if kind == "py" and not name.startswith("_"):
                    yield dot + name


def output(suffix: str) -> Output:
    """Return the output of a suffix, which must be one of `suffixes`."""
    found: Output = import_module(f"{outputs.__name__}.{suffix.removeprefix('.')}").OUTPUT
    return found


def output_of(path: PurePath) -> Output:
    """Return the output that a file's name asks for; the usual one where its suffix is none."""
    suffix = path.suffix.lower()
    return output(suffix if suffix in suffixes() else USUAL)
