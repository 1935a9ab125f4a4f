"""Every kind of store, with what tests do to it from outside. Another kind is another row here."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final, Protocol

import pytest

from lohum_brief.store.locate import store_at
from lohum_brief.store.protocol import Store
from lohum_brief.visit.visit import Visit
from tests.store.memory import Memory
from tests.store.visits import small


class Kind(Protocol):
    """One kind of store."""

    def place(self, name: str) -> Store:
        """Return where a visit of that name can live."""

    def meddle(self, store: Store) -> None:
        """Change a visit as a program does that knows nothing of our locks."""

    def remove(self, store: Store) -> None:
        """Take it away, whoever has it open."""


class Files:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def place(self, name: str) -> Store:
        return store_at(self._folder / f"{name}.lbrief")

    def meddle(self, store: Store) -> None:
        with closing(sqlite3.connect(store.address, isolation_level=None)) as connection:
            connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('other', 'x')")

    def remove(self, store: Store) -> None:
        Path(store.address).unlink()


class InMemory:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def place(self, name: str) -> Store:
        return store_at(f"memory://{name}")

    def meddle(self, store: Store) -> None:
        self._memory.store(store.address).kept.version += 1

    def remove(self, store: Store) -> None:
        del self._memory.kept[store.address]


_KINDS: Final[dict[str, Callable[[Path, Memory], Kind]]] = {
    "file": lambda folder, _: Files(folder),
    "memory": lambda _, memory: InMemory(memory),
}


@pytest.fixture(params=_KINDS)
def kind(request: pytest.FixtureRequest, tmp_path: Path, memory: Memory) -> Kind:
    return _KINDS[request.param](tmp_path, memory)


@pytest.fixture
def visit() -> Visit:
    return small()


@pytest.fixture
def store(kind: Kind, visit: Visit) -> Store:
    """Where that visit lives."""
    made = kind.place("visit")
    made.create(visit)
    return made
