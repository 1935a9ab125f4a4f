"""Which records a pack prints, and what of them."""

from typing import Any

import pytest
from msgspec import structs

from lohum_brief.language.codes import Lang
from lohum_brief.packs.extent import extent
from lohum_brief.packs.readiness import printed
from lohum_brief.release.drafts import mark
from lohum_brief.release.since import Since, _short, since
from lohum_brief.visit import edit
from lohum_brief.visit.records import Pack, Person, Table
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import pack, sample, small, text
from tests.packs.rendering import render
from tests.store.visits import imprint


def of(visit: Visit, ident: str = "guests", **changes: Any) -> dict[str, bytes]:
    pack = visit.get(Pack, ident)
    assert pack
    return dict(extent(visit, structs.replace(pack, **changes)))


@pytest.mark.parametrize(
    "ident", ["guests", "hosts", "programme", "delegates", "principal", "security"]
)
def test_whatever_stands_on_the_samples_pages_is_in_it(ident: str) -> None:
    pack = sample().get(Pack, ident)
    assert pack
    assert {place.record for place in render(sample(), pack).places} <= of(sample(), ident).keys()


def test_what_the_audience_may_not_read_is_not_in_it() -> None:
    kept = {record.id for record in sample() if not record.readable("guest")}
    assert kept
    assert not kept & of(sample()).keys()


def test_the_programme_card_is_about_the_programme_only() -> None:
    kinds = {type(sample().by_id[ident]).__name__ for ident in of(sample(), "programme")}
    assert kinds == {"Pack", "Particulars", "Section", "Item", "Place", "Group"}


@pytest.mark.parametrize(
    ("field", "value", "languages", "differs"),
    [
        ("title.ja", "別", ("hi", "ja"), True),
        ("title.en", "Other", ("hi", "ja"), False),
        ("title.en", "Other", ("hi", "en"), True),
        ("title.state.hi", "approved", ("hi", "ja"), False),
        ("original", "ja", ("hi", "ja"), False),
    ],
)
def test_only_what_can_be_seen_counts(
    field: str, value: str, languages: tuple[Lang, ...], *, differs: bool
) -> None:
    visit = sample()
    changed = edit.apply(visit, edit.set_field(visit, "visit", field, value))
    before, after = of(visit, languages=languages), of(changed, languages=languages)
    assert {ident for ident in before if before[ident] != after[ident]} == (
        {"visit"} if differs else set()
    )


@pytest.mark.parametrize(("ident", "stands"), [("guests", True), ("card", False)])
def test_who_invites_counts_where_a_cover_names_them(ident: str, *, stands: bool) -> None:
    made = small().get(Pack, ident)
    assert made
    of_prose = pack(made, id="x", sections=("sec:prose",))
    assert ("org:host" in dict(extent(small(), of_prose))) == stands
    assert ("org:host" in printed(small(), of_prose)) == stands


def test_a_change_in_one_cell_of_a_table_counts() -> None:
    [table] = small().of(Table)
    assert table.rows[0] == (text("cell"), "12")
    other = structs.replace(table, rows=((text("cell"), "13"), *table.rows[1:]))
    before, after = (
        dict(extent(visit, pack())) for visit in (small(), small(changed={table.id: other}))
    )
    assert {ident for ident in before if before[ident] != after[ident]} == {table.id}


def test_a_figure_counts_where_it_prints() -> None:
    visit = sample()
    reading = next(
        one
        for one in visit
        if one.id.startswith("observation") or type(one).__name__ == "Observation"
    )
    changed = edit.apply(visit, edit.set_field(visit, reading.id, "value", "987654"))
    before, after = of(visit), of(changed)
    assert reading.id in {ident for ident in before if before[ident] != after[ident]}


@pytest.mark.parametrize(
    ("order", "differs"), [("", False), ("family_first", False), ("given_first", True)]
)
def test_an_order_of_the_name_counts_where_it_is_another_than_is_usual(
    order: str, *, differs: bool
) -> None:
    person = small().of(Person)[0]
    assert (person.native, person.name_order) == ("ja", "")
    other = structs.replace(person, name_order=order)
    before, after = (
        dict(extent(visit, pack())) for visit in (small(), small(changed={person.id: other}))
    )
    assert (before[person.id] != after[person.id]) == differs


UNSEEN: dict[str, dict[str, Any]] = {
    "Particulars": {"objective": text("A new aim"), "stage": "frozen", "words": ("Kavali",)},
    "Organisation": {"note": text("note")},
    "Group": {"note": text("note")},
    "Person": {
        "phone": "+91 11 2345",
        "mail": "a@example.org",
        "hotel": text("Hotel"),
        "room": "12",
        "arrival": "JL 749",
        "rank": 3,
        "precedence": 3,
        "biography": text("Life"),
        "contact": "Call the desk",
    },
    "Item": {"sort": "meeting", "speakers": ("nobody",), "lead": "nobody"},
    "Place": {"capacity": 40, "directions": text("left"), "floor": "2"},
}


@pytest.mark.parametrize(
    ("kind", "field"), [(kind, field) for kind, fields in UNSEEN.items() for field in fields]
)
def test_what_prints_nowhere_is_no_change_and_changes_no_mark(kind: str, field: str) -> None:
    visit = sample()
    held = next(one for one in visit if type(one).__name__ == kind and one.readable("guest"))
    made = structs.replace(held, **{field: UNSEEN[kind][field]})
    assert made != held
    changed = Visit(made if one is held else one for one in visit)
    for ident in ("delegates", "programme"):
        assert of(visit, ident) == of(changed, ident)
        shown = visit.get(Pack, ident)
        assert shown
        assert mark(visit, shown, {}) == mark(changed, shown, {})


def test_an_edition_of_an_earlier_build_still_tells_that_nothing_changed() -> None:
    visit = small()
    visit = edit.apply(visit, edit.set_field(visit, "visit", "objective.ja", "An aim"))
    shown = visit.get(Pack, "guests")
    assert shown
    former = dict(extent(visit, shown, former=True))
    assert b"An aim" in former["visit"]
    old = b"".join(_short(one.encode()) + _short(said) for one, said in former.items())
    held = imprint(pack="guests", languages=shown.languages, audience=shown.audience, trace=old)
    assert since(visit, held) == Since((), (), 0, moved=False)
    other = edit.apply(visit, edit.set_field(visit, "visit", "title.ja", "別"))
    found = since(other, held)
    assert found is not None
    assert found.changed == ("visit",)
