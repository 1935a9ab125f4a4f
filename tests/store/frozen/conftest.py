"""Files as programs of earlier versions left them."""

import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from lohum_brief.store.sqlite.store import FileStore

FOLDER = Path(__file__).parent / "1"

Thaw = Callable[[str], FileStore]


def thawed(name: str) -> bytes:
    """Return a file of version 1."""
    return lzma.decompress((FOLDER / f"{name}.xz").read_bytes())


@pytest.fixture
def thaw(tmp_path: Path) -> Thaw:
    """Put a file of version 1 in a folder of its own, and its backups in one beside it."""

    def put(name: str) -> FileStore:
        path = tmp_path / "files" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(thawed(name))
        return FileStore(path, tmp_path / "backups")

    return put
