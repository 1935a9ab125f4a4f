"""An address is that of a file, unless its kind is known."""

from pathlib import Path

import pytest

from lohum_brief.store import locate
from lohum_brief.store.locate import is_file, is_visit, register, store_at
from lohum_brief.store.sqlite.store import FileStore
from tests.store.memory import Memory, MemoryStore
from tests.store.visits import small


@pytest.mark.parametrize(
    "address", ["visit.lbrief", "nothing://here", "editions://here", "a b://c", "C:\\x.lbrief"]
)
def test_what_no_store_knows_is_the_path_of_a_file(address: str) -> None:
    assert is_file(address)
    assert isinstance(store_at(address), FileStore)


def test_a_kind_of_store_is_known_once_it_is_registered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locate, "_kinds", {})
    memory = Memory()
    assert is_file("memory://visit")
    register("memory", memory.store)
    assert not is_file("memory://visit")
    found = store_at("memory://visit")
    assert isinstance(found, MemoryStore)
    assert (found.address, found.name) == ("memory://visit", "visit")


def test_the_module_of_a_kind_is_imported_with_its_first_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(locate, "_kinds", {})
    memory, imported = Memory(), []

    def import_module(name: str) -> None:
        imported.append(name)
        register("office", memory.store)

    monkeypatch.setattr(
        locate, "find_spec", lambda name: name == "lohum_brief.store.office" or None
    )
    monkeypatch.setattr(locate, "import_module", import_module)
    for _ in range(2):
        assert isinstance(store_at("office://visit"), MemoryStore)
    assert isinstance(store_at("elsewhere://visit"), FileStore)
    assert imported == ["lohum_brief.store.office"]


def test_a_path_leads_to_the_same_store_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    full = store_at(tmp_path / "visit.lbrief")
    assert (
        store_at("visit.lbrief").address == store_at("./x/../visit.lbrief").address == full.address
    )
    assert store_at(full.address).address == full.address
    assert full.folder == str(tmp_path.resolve())


def test_what_says_of_itself_that_it_is_a_visit_is_one(tmp_path: Path) -> None:
    store_at(tmp_path / "a").create(small())
    (tmp_path / "b").write_bytes(b"%PDF")
    assert [is_visit(tmp_path / name) for name in "abc"] == [True, False, False]
