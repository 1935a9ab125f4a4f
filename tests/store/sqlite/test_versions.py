"""Every version of the format that was ever released is still read, and gives the visit it gave
then.
"""

from pathlib import Path

import pytest

from lohum_brief.store.sqlite import schema
from lohum_brief.store.sqlite.store import FileStore
from lohum_brief.visit.document import encode

FOLDER = Path(__file__).parent / "versions"


@pytest.mark.parametrize("version", range(1, schema.newest() + 1))
def test_a_file_of_that_version_gives_its_visit(version: int, tmp_path: Path) -> None:
    path = tmp_path / "v.lbrief"
    path.write_bytes((FOLDER / f"{version}.lbrief").read_bytes())
    expected = (FOLDER / f"{version}.json").read_bytes()
    assert encode(FileStore(path).read()) == expected
    with FileStore(path).open() as opened:
        assert opened.undo_label
        opened.undo()
        opened.redo()
        assert encode(opened.visit) == expected
