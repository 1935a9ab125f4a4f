"""What hosts prepare for the people who come: meals, allergies, protective equipment by size, ways;
counted and named.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple, get_args

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Heading, Row, Space, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import (
    CELL,
    CELL_BOLD,
    CELL_NUMBER,
    CELL_SMALL,
    COPPER,
    HEAD,
    TITLE_2,
)
from lohum_brief.language.catalogue import phrase, phrase_in
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import ALLERGEN, DIET, EQUIPMENT, MOBILITY, missing, no_form
from lohum_brief.language.units import quantity
from lohum_brief.packs.brief import NBSP, SPECIMEN_PEOPLE, Brief
from lohum_brief.packs.naming import LATIN, best, printable
from lohum_brief.visit.needs import GloveSize, ShoeSize, Size
from lohum_brief.visit.records import Organisation, Person, Section

_COLUMNS: Final = (Column(0.26), Column(0.1, "right"), Column(0.64))
_SIZES: Final[dict[str, tuple[str, ...]]] = {
    "helmet": get_args(Size),
    "coat": get_args(Size),
    "shoes": get_args(ShoeSize),
    "gloves": get_args(GloveSize),
}
_MANY: Final = 24
"""More people than these who need nothing are not named: they are all whom the table does not name.

Who needs something, or was not asked, is named however many there are: hosts act on names.
"""


class Group(NamedTuple):
    """The people who say the same, under what they say."""

    said: Cell
    people: Sequence[Person]
    named: bool = True


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return tables for meals, for allergies, for protective equipment, for ways, and for all other
    needs; what nobody needs is left out.
    """
    del section
    people = [printable(person, brief) for person in brief.visit.of(Person)]
    out: list[Block] = []
    if meals := _meals(people, brief):
        out += _titled(phrase("Meals"), [_table(phrase("Meals"), meals, brief)], brief)
    if allergies := _grouped(people, lambda person: person.allergies, ALLERGEN, brief):
        table = _table(phrase("Allergy"), [*allergies.values()], brief)
        out += _titled(phrase("Allergies"), [table], brief)
    if equipment := _equipment(people, brief):
        out += _titled(phrase("Protective equipment"), [equipment], brief)
    if ways := _grouped(people, lambda person: (person.mobility,), _HINDERED, brief):
        table = _table(phrase("Need"), [*ways.values()], brief)
        out += _titled(phrase("Walking and stairs"), [table], brief)
    if others := [person for person in people if person.needs]:
        out += _titled(phrase("Other needs"), [_others(others, brief)], brief)
    return out


def _meals(people: Sequence[Person], brief: Brief) -> list[Group]:
    """Return who eats what, and of whom that is not known; none where nobody said."""
    groups = _grouped(people, lambda person: (person.diet,), DIET, brief)
    if "none" in groups:
        all_else = groups["none"]
        groups["none"] = all_else._replace(named=len(all_else.people) <= _MANY)
    meals = [*groups.values()]
    unknown = [person for person in people if not person.diet]
    if meals and unknown:
        meals.append(Group(brief.word("Not known", CELL_BOLD), unknown))
    return meals


_HINDERED: Final = {word: name for word, name in MOBILITY.items() if word != "none"}


def _titled(title: str, body: Sequence[Block], brief: Brief) -> list[Block]:
    return [Heading(2, "", brief.word(title, TITLE_2), wide=brief.inset), Space(1), *body]


def _grouped(
    people: Sequence[Person],
    said: Callable[[Person], Iterable[str]],
    known: dict[str, str],
    brief: Brief,
) -> dict[str, Group]:
    """Return who says what, in the order of the words."""
    groups: dict[str, list[Person]] = {}
    for person in people:
        for word in said(person):
            groups.setdefault(word, []).append(person)
    return {
        word: Group(brief.word(known[word], CELL_BOLD), groups[word])
        for word in known
        if word in groups
    }


def _table(title: str, groups: Sequence[Group], brief: Brief) -> Table:
    rows = tuple(
        Row(
            (
                group.said,
                brief.shared(str(len(group.people)), CELL_NUMBER),
                _who(group.people, brief)
                if group.named
                else brief.word(phrase("all others"), CELL),
            ),
            flags=_flags(group.people),
        )
        for group in groups
    )
    head = (
        brief.head(title, HEAD),
        brief.head(phrase_in("of people", "Number"), HEAD),
        brief.head(phrase("Names"), HEAD),
    )
    return Table(_COLUMNS, head, rows, row_header=0)


def _equipment(people: Sequence[Person], brief: Brief) -> Table | None:
    """Return how many of each size: who hands it out counts them by it."""
    rows = [
        row
        for field, name in EQUIPMENT.items()
        if (row := _worn(name, _sizes(people, field), brief)) is not None
    ]
    head = (
        brief.head(phrase("Equipment"), HEAD),
        brief.head(phrase("Number"), HEAD),
        brief.head(phrase("Sizes and how many of each"), HEAD),
    )
    return Table(_COLUMNS, head, tuple(rows), row_header=0) if rows else None


def _sizes(people: Sequence[Person], field: str) -> dict[str, int]:
    """Return how many wear each size, in their order; under nothing of how many it is not known."""
    counts = Counter[str](getattr(person, field) for person in people)
    return {size: counts[size] for size in _SIZES[field] if counts[size]} | {"": counts[""]}


def _worn(name: str, counts: dict[str, int], brief: Brief) -> Row | None:
    """Return the row of one piece; None where nobody's size is known."""
    unknown = counts[""]
    known = {size: count for size, count in counts.items() if size}
    if not known:
        return None
    used = [f"{size}{NBSP}×{NBSP}{count}" for size, count in known.items()]
    cell = brief.shared("\u2003".join(used), CELL)
    if unknown:
        cell += brief.inline({lang: _not_known(unknown, lang, brief) for lang in brief.langs}, CELL)
    total = brief.shared(str(sum(known.values())), CELL_NUMBER)
    return Row((brief.word(name, CELL_BOLD), total, cell))


def _not_known(count: int, lang: Lang, brief: Brief) -> str:
    """Return of how many people the size is not known, with the counter of people where a language
    has one.
    """
    own = LANGUAGES[lang]
    number = str(count) if own.spaced else quantity(Decimal(count), "members", lang)
    return (
        brief.words[lang]("Not known")
        + own.punctuation.colon.replace(" ", NBSP)
        + brief.printed(number, lang)
    )


def _others(people: Sequence[Person], brief: Brief) -> Table:
    rows = tuple(
        Row(
            (_who([person], brief), brief.cell(person.needs, CELL)),
            flags=_flags([person]),
            record=person.id,
        )
        for person in people
    )
    return Table(
        (Column(0.36), Column(0.64)),
        (brief.head(phrase("Name"), HEAD), brief.head(phrase("Need"), HEAD)),
        rows,
        row_header=0,
    )


def _who(people: Sequence[Person], brief: Brief) -> Cell:
    """Return the names in each language of the pack, with the organisation's short name where there
    is one.
    """
    return tuple(Para(tuple(_row(people, lang, brief)), lang) for lang in brief.langs)


def _row(people: Sequence[Person], lang: Lang, brief: Brief) -> Iterator[Span]:
    for number, person in enumerate(people):
        if number:
            yield Span(LANGUAGES[lang].punctuation.comma, lang, CELL)
        yield from _name(person, lang, brief)


def _name(person: Person, lang: Lang, brief: Brief) -> Iterator[Span]:
    """Yield the name as it is said in a list of people, with a small mark where the language has no
    form of it.
    """
    known = best(person, brief, lang, LATIN, person.native, speaking=lang, polite=True)
    body = brief.visit.get(Organisation, person.organisation)
    # An abbreviation is Latin: in English it is the shorter name, elsewhere a foreign one.
    called = ""
    if body is not None:
        called = (
            (body.abbreviation or body.name["en"])
            if lang == "en"
            else (body.name[lang] or body.abbreviation)
        )
    beside = LANGUAGES[lang].punctuation.aside(called) if called else ""
    if known.lang in (lang, None):
        yield Span((known.text or missing(lang)) + beside, lang, CELL)
        return
    yield Span(known.text + NBSP, lang, CELL)
    yield Span(no_form(lang, lang), lang, structs.replace(CELL_SMALL, ink=COPPER))
    if beside:
        yield Span(beside, lang, CELL)


def _flags(people: Iterable[Person]) -> frozenset[str]:
    return (
        frozenset({SPECIMEN_PEOPLE}) if any(person.specimen for person in people) else frozenset()
    )
