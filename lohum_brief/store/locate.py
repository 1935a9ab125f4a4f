"""The one place that turns an address into a store.

The path of a file is an address. Any other is `kind://…`: the module `store/kind.py` is imported,
which says with `register` how such a store is made.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from os import PathLike
from pathlib import Path
from typing import Final

from lohum_brief.store.protocol import Store
from lohum_brief.store.sqlite.store import FileStore, is_visit_file

_kinds: Final[dict[str, Callable[[str], Store]]] = {}


def register(kind: str, make: Callable[[str], Store]) -> None:
    """Make stores whose addresses begin with `kind://`; `make` gets the whole address."""
    _kinds[kind] = make


def store_at(address: str | PathLike[str]) -> Store:
    """Return the store that an address means; nothing need be there yet."""
    make = _kind(address)
    return make(str(address)) if make else FileStore(Path(address))


def is_file(address: str | PathLike[str]) -> bool:
    """Return whether an address is the path of a file, whether or not there is one."""
    return _kind(address) is None


def is_visit(path: Path) -> bool:
    """Return whether a file is a visit, sound or not: then nothing else is to take its place."""
    return is_visit_file(path)


def _kind(address: str | PathLike[str]) -> Callable[[str], Store] | None:
    kind, separator, _ = str(address).partition("://")
    if not separator:
        return None
    module = f"{__package__}.{kind}"
    if kind not in _kinds and kind.isidentifier() and find_spec(module):
        import_module(module)
    return _kinds.get(kind)
