"""A draft that this computer printed is found where it was printed, however many edits came since."""

import datetime as dt
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from time import time

import pytest
from msgspec import structs

from lohum_brief.errors import BriefError
from lohum_brief.release import drafts
from lohum_brief.release.drafts import Draft, find, mark
from lohum_brief.release.export import export
from lohum_brief.release.printed import place, recall, remember
from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import small


@pytest.fixture(autouse=True)
def nothing_printed() -> Iterator[None]:
    place().unlink(missing_ok=True)
    yield
    place().unlink(missing_ok=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "visit.lbrief"
    store_at(found).create(small())
    return found


def guests(visit: Visit) -> Pack:
    pack = visit.get(Pack, "guests")
    assert pack
    return pack


def edited(path: Path, times: int) -> Visit:
    with store_at(path).open() as opened:
        for number in range(times):
            opened.commit(edit.set_field(opened.visit, "p1", "text.ja", f"第{number}"))
        return opened.visit


def planned(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The packs that are planned from now on."""
    asked: list[str] = []

    def counted(visit: Visit, pack: Pack, *more: object) -> str:
        asked.append(pack.id)
        return mark(visit, pack, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(drafts, "mark", counted)
    return asked


def looked_for(path: Path, wanted: str) -> Draft | None:
    visit = store_at(path).read()
    return find(store_at(path), visit, visit.of(Pack), wanted, dict)


def test_an_exported_draft_is_found_without_planning_what_came_since(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit = store_at(path).read()
    export(visit, guests(visit), tmp_path / "draft.pdf")
    wanted = mark(visit, guests(visit), {})
    assert [one.pack for one in recall(wanted)] == ["guests"]
    edited(path, 60)
    asked = planned(monkeypatch)
    found = looked_for(path, wanted)
    assert found is not None
    assert (found.pack, found.since and found.since.changed) == ("guests", ("p1",))
    assert asked == ["guests", "guests"]


def test_a_draft_in_other_languages_than_the_packs_is_found_too(path: Path, tmp_path: Path) -> None:
    visit = store_at(path).read()
    other = structs.replace(guests(visit), languages=("en",), audience="host")
    export(visit, other, tmp_path / "draft.pdf")
    wanted = mark(visit, other, {})
    assert looked_for(path, wanted) == Draft("guests")
    edited(path, 1)
    assert looked_for(path, wanted) == Draft("guests")  # the edit is in no language of it


def test_a_hint_that_is_wrong_misleads_nobody(path: Path) -> None:
    visit = store_at(path).read()
    wanted = mark(visit, guests(visit), {})
    edited(path, 3)
    remember([(guests(visit), wanted)], time() + 3600)
    found = looked_for(path, wanted)
    assert found is not None
    assert found.since is not None
    remember([(guests(visit), "abcdef")])
    assert looked_for(path, "abcdef") is None


def test_what_was_printed_between_edits_is_found_between_them(path: Path) -> None:
    then = edited(path, 2)
    wanted = mark(then, guests(then), {})
    remember([(guests(then), wanted)])
    with store_at(path).open() as opened:
        opened.commit(edit.set_field(opened.visit, "p1", "text.hi", "बाद में"))
        opened.commit(edit.set_field(opened.visit, "p2", "text.hi", "और बाद"))
    found = looked_for(path, wanted)
    assert found is not None
    assert found.since is not None
    assert set(found.since.changed) == {"p1", "p2"}


def test_what_is_refused_leaves_no_mark(path: Path, tmp_path: Path) -> None:
    visit = store_at(path).read()
    with pytest.raises(BriefError):
        export(visit, structs.replace(guests(visit), sections=("gone",)), tmp_path / "x.pdf")
    assert not place().exists()


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_the_owner_alone_reads_it_and_damage_is_passed_over(path: Path) -> None:
    visit = store_at(path).read()
    remember([(guests(visit), "abcdef")], dt.datetime(2025, 7, 8, tzinfo=dt.UTC).timestamp())
    assert stat.S_IMODE(place().stat().st_mode) == 0o600
    with place().open("ab") as file:
        file.write(b'["abcdef",\n\xff\xfeabcdef\n{"abcdef":1}\n')
    assert [one.pack for one in recall("abcdef")] == ["guests"]
    place().unlink()
    place().mkdir()
    try:
        remember([(guests(visit), "abcdef")])
        assert not [*recall("abcdef")]
    finally:
        place().rmdir()


def test_it_does_not_grow_for_ever(path: Path) -> None:
    pack = guests(store_at(path).read())
    for number in range(40):
        remember([(pack, f"{number:06x}")] * 400)
    assert place().stat().st_size < 500_000
    assert [*recall(f"{39:06x}")]
    assert not [*recall(f"{0:06x}")]
