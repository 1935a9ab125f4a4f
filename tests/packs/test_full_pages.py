"""No page is poor: none that something follows is filled less than the least, none holds a spill."""

from typing import Final

import pytest
from msgspec import structs

from lohum_brief.language.codes import Lang
from lohum_brief.release.rendering import render
from lohum_brief.typeset.compose import compose
from lohum_brief.visit.records import AnyRecord, Item, Pack, Person
from lohum_brief.visit.visit import Visit
from tests.packs.conftest import sample
from tests.packs.filling import fills
from tests.packs.test_several_days import three_days

_LEAST: Final = 0.6
_SPILT: Final = 0.04
"""Two lines."""

PAIRS: Final[tuple[tuple[tuple[Lang, ...], str], ...]] = (
    (("ja",), "parallel"),
    (("hi", "en"), "stacked"),
    (("en", "ja"), "facing"),
    (("hi", "en", "ja"), "parallel"),
    (("ja", "hi", "en"), "facing"),
)


def poor(visit: Visit, ident: str, **changes: object) -> list[tuple[int, int]]:
    """The pages of a pack that are filled too little: their numbers and per cent."""
    own = visit.get(Pack, ident) or sample().get(Pack, ident)
    assert own is not None
    pack = structs.replace(own, **changes)
    made = render(visit, pack, compose)
    shares = [one.share for one in fills(made.pdf)]
    # The cover of a book and the front of facing pages are set by hand.
    first = 1 if pack.form == "book" or made.sides == 2 else 0
    last = len(shares) - made.sides
    low = [n for n, share in enumerate(shares) if first <= n < last and share < _LEAST]
    low += [n for n in range(max(last, first + 1), len(shares)) if max(shares[last:]) < _SPILT]
    return [(n + 1, round(100 * shares[n])) for n in low]


@pytest.mark.parametrize("ident", [pack.id for pack in sample().of(Pack)])
def test_the_samples_packs_have_full_pages(ident: str) -> None:
    assert poor(sample(), ident) == []


@pytest.mark.parametrize(("languages", "layout"), PAIRS)
@pytest.mark.parametrize("ident", ["guests", "principal"])
def test_in_one_two_and_three_languages_and_in_each_layout(
    ident: str, languages: tuple[Lang, ...], layout: str
) -> None:
    assert poor(sample(), ident, languages=languages, layout=layout) == []


def peopled(count: int) -> Visit:
    """The sample with so many people."""
    people = sample().of(Person)
    more = [
        structs.replace(people[i % len(people)], id=f"more-{i}") for i in range(count - len(people))
    ]
    kept = {person.id for person in people[:count]}
    return Visit(
        [*(one for one in sample() if not isinstance(one, Person) or one.id in kept), *more]
    )


@pytest.mark.parametrize("count", [5, 400])
@pytest.mark.parametrize("ident", ["guests", "delegates"])
def test_of_few_people_and_of_many(ident: str, count: int) -> None:
    assert poor(peopled(count), ident) == []


def test_of_three_days() -> None:
    walks: list[AnyRecord] = [*three_days(20).of(Item)]
    rest = [one for one in sample() if not isinstance(one, Item)]
    visit = Visit([*rest, *walks])
    assert poor(visit, "guests") == []
    assert poor(visit, "programme", form="sheet", layout="stacked") == []
