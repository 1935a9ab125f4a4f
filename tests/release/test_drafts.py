"""Of which draft a mark is: as the packs are now, or as they were before one of the last edits."""

from pathlib import Path

import pytest

from lohum_brief.release.drafts import Draft, find, mark
from lohum_brief.store.locate import store_at
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack
from tests.packs.conftest import small


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "visit.lbrief"
    store_at(found).create(small())
    with store_at(found).open() as opened:
        for field, value in (("text.ja", "一"), ("text.en", "one"), ("text.ja", "二")):
            opened.commit(edit.set_field(opened.visit, "p1", field, value))
        opened.commit(edit.remove(opened.visit, "s1"))
    return found


def looked_for(path: Path, wanted: str) -> Draft | None:
    visit = store_at(path).read()
    return find(
        store_at(path),
        visit,
        [pack for pack in visit.of(Pack) if pack.id == "guests"],
        wanted,
        dict,
    )


def of(path: Path) -> str:
    pack = store_at(path).read().get(Pack, "guests")
    assert pack
    return mark(store_at(path).read(), pack, {})


def test_a_draft_of_now_is_as_it_is(path: Path) -> None:
    assert looked_for(path, of(path)) == Draft("guests")


def test_a_draft_of_then_tells_what_has_changed_since(path: Path) -> None:
    first = small().get(Pack, "guests")
    assert first
    found = looked_for(path, mark(small(), first, {}))
    assert found is not None
    assert found.until
    assert found.since is not None
    assert (found.since.changed, found.since.added, found.since.removed) == (("p1",), (), 1)
    assert found.gone(store_at(path).read()) == ("s1",)


def test_an_edit_that_is_undone_leaves_the_mark_of_before(path: Path) -> None:
    before = of(path)
    with store_at(path).open() as opened:
        opened.commit(edit.set_field(opened.visit, "p2", "text.hi", "बाद में"))
    changed = of(path)
    with store_at(path).open() as opened:
        opened.undo()
    assert changed != before == of(path)
    assert looked_for(path, changed) is None
    assert looked_for(path, before) == Draft("guests")


def test_a_mark_of_something_else_is_not_found(path: Path) -> None:
    assert looked_for(path, "000000") is None


def test_a_draft_of_before_many_edits_is_found(path: Path) -> None:
    before = of(path)
    with store_at(path).open() as opened:
        for number in range(70):
            opened.commit(edit.set_field(opened.visit, "p2", "text.hi", f"शब्द {number}"))
    found = looked_for(path, before)
    assert found is not None
    assert found.since is not None
    assert found.since.changed == ("p2",)
