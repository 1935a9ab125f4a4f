"""One language: what it is called by, and its rooms, each a module of the language's own folder.

A room is read when it is first asked for: a pack in two languages reads what it prints of these two, and no word list of hints.
"""

from importlib import import_module
from typing import Any


class Language:
    """A language of the program. Its folder makes one and names it `LANGUAGE`."""

    def __init__(self, package: str, *, place: int, native: str) -> None:
        """Take the name of the folder's package, whose last part is the language's ISO 639 code.

        `place` says where it stands where all languages are listed; `native` is what it calls itself.
        """
        self.code = package.rpartition(".")[2]
        self.place = place
        self.native = native
        self._package = package

    def __repr__(self) -> str:
        return f"Language({self.code!r})"

    def _room(self, name: str) -> Any:
        """Return what the module of that name in the language's folder offers under the same name in capitals."""
        return getattr(import_module(f"{self._package}.{name}"), name.upper())
