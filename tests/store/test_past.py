"""What a visit was after an edit of its journal."""

from pathlib import Path
from threading import Thread

from lohum_brief.store.file import create, open_visit
from lohum_brief.store.past import visit_after
from lohum_brief.visit import edit
from tests.packs.conftest import small


def test_every_state_is_found_again_in_any_thread_while_the_file_is_open(tmp_path: Path) -> None:
    path = tmp_path / "visit.lbrief"
    create(path, small())
    with open_visit(path, backups=tmp_path / "backups") as held:
        states = [
            held.commit(edit.set_field(held.visit, "p1", "text.en", word)) for word in ("one", "two", "three", "four")
        ]
        held.undo()
        numbers = [entry.number for entry in reversed(held.journal())]
        found: list[object] = []

        def ask() -> None:
            found.extend(visit_after(path, held.visit, number) for number in numbers[:3])

        thread = Thread(target=ask)
        thread.start()
        thread.join()
    assert found == states[:3]
