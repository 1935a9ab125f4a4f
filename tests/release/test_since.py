"""What has changed of a pack since it was issued."""

from typing import TYPE_CHECKING, Any

import pytest
from msgspec import structs

from lohum_brief.language.interface import spoken, use
from lohum_brief.release.since import Since, since, summary, trace
from lohum_brief.store.editions import Imprint
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack, Paragraph
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, small
from tests.store.visits import imprint

if TYPE_CHECKING:
    from lohum_brief.visit.edit import Edit


def issued(visit: Visit, **changes: Any) -> Imprint:
    printed = structs.replace(pack(), **changes)
    return imprint(
        pack=printed.id,
        languages=printed.languages,
        audience=printed.audience,
        trace=trace(visit, printed),
    )


def start() -> Visit:
    return small()


def after(*makes: Any) -> tuple[Visit, Visit]:
    visit = start()
    now = visit
    for make in makes:
        made: Edit = make(now)
        now = edit.apply(now, made)
    return visit, now


def paragraph(visit: Visit) -> Paragraph:
    return next(
        one
        for one in visit.of(Paragraph)
        if one.section in pack().sections and one.readable(pack().audience)
    )


def test_nothing_has_changed_of_an_equal_visit() -> None:
    assert since(start(), issued(start())) == Since((), (), 0, moved=False)


def test_changed_added_and_removed_records_are_told_apart() -> None:
    one = paragraph(start())
    then, now = after(
        lambda visit: edit.set_field(visit, one.id, "text.hi", "नया"),
        lambda visit: edit.add(visit, structs.replace(one, id="para:new")),
        lambda visit: edit.remove(visit, "s1"),
    )
    assert since(now, issued(then)) == Since(("para:new",), (one.id,), 1, moved=False)


def test_what_is_undone_is_no_change() -> None:
    one = paragraph(start())
    then, now = after(
        lambda visit: edit.set_field(visit, one.id, "text.hi", "नया"),
        lambda visit: edit.set_field(
            visit,
            one.id,
            "text",
            {"hi": one.text["hi"], "en": one.text["en"], "ja": one.text["ja"]},
        ),
    )
    assert since(now, issued(then)) == Since((), (), 0, moved=False)


def test_another_order_is_said_where_nothing_else_is_other() -> None:
    first = paragraph(start())
    then, now = after(lambda visit: edit.move(visit, first.id, None))
    found = since(now, issued(then))
    assert found == Since((), (), 0, moved=True)


def test_the_languages_and_readers_of_the_edition_count_not_those_of_now() -> None:
    one = paragraph(start())
    then, now = after(lambda visit: edit.set_field(visit, one.id, "text.en", "other"))
    assert since(now, issued(then, languages=("hi", "ja"))) == Since((), (), 0, moved=False)
    assert since(now, issued(then, languages=("hi", "en"))) == Since((), (one.id,), 0, moved=False)


def test_it_is_not_known_of_a_pack_that_is_gone_or_an_edition_without_trace() -> None:
    made = issued(start())
    gone = Visit(record for record in start() if not isinstance(record, Pack))
    assert since(gone, made) is None
    for spoilt in (b"", made.trace[:-1]):
        assert since(start(), structs.replace(made, trace=spoilt)) is None


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (None, ""),
        (Since((), (), 0, moved=False), "nothing changed"),
        (Since((), (), 0, moved=True), "another order"),
        (Since(("a",), ("b", "c"), 4, moved=True), "2 changed, 1 added, 4 removed"),
    ],
)
def test_it_is_told_in_a_few_words(found: Since | None, said: str) -> None:
    use("en")
    try:
        assert spoken(summary(found)) == said
    finally:
        use(None)
