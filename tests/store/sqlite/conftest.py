"""Visit files to be opened, edited and damaged."""

from pathlib import Path

import pytest

from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit.visit import Visit
from tests.store.visits import small


@pytest.fixture
def visit() -> Visit:
    return small()


@pytest.fixture
def path(tmp_path: Path, visit: Visit) -> Path:
    """A sound file of that visit."""
    found = tmp_path / "visit.lbrief"
    FileStore(found).create(visit)
    return found
