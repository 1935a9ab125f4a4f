"""Visit files to be opened, edited and damaged."""

from pathlib import Path

import pytest

from lohum_brief.store.file import create
from lohum_brief.visit.records import NamePart as Name
from lohum_brief.visit.records import Note, Particulars, Person
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit


def small() -> Visit:
    """A visit of eight records."""
    return Visit(
        [
            Particulars(id="visit", audience="public", title=Text(hi="यात्रा", en="Visit", ja="訪問")),
            Person(id="p-1", audience="guest", family=Name(ja="見本", en="Mihon")),
            *(
                Note(id=f"n-{i}", audience="host", sort="ask", text=Text(hi=f"माँग {i}", en=f"ask {i}"))
                for i in range(6)
            ),
        ]
    )


@pytest.fixture
def visit() -> Visit:
    return small()


@pytest.fixture
def path(tmp_path: Path, visit: Visit) -> Path:
    """A sound file of that visit."""
    found = tmp_path / "visit.lbrief"
    create(found, visit)
    return found
