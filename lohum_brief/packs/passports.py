"""Passports for those who let people in: by the names in them, in capitals, as the papers are
compared at a gate.
"""

import datetime as dt
from collections.abc import Iterator
from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Row, Table
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, CELL_BOLD, CELL_NUMBER, CELL_SMALL, COPPER, HEAD
from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.countries import UnknownCountryError, country
from lohum_brief.language.phrases import CLEARANCE
from lohum_brief.packs.brief import NBSP, SPECIMEN_PEOPLE, Brief, neutral
from lohum_brief.packs.naming import LATIN, best, named, printable
from lohum_brief.visit.records import Person, Section
from lohum_brief.visit.sections import has_passport

_COLUMNS: Final = (
    Column(0.05, "right"),
    Column(0.31),
    Column(0.24),
    Column(0.19),
    Column(0.21),
)
_HEADS: Final = (
    phrase("Name in the passport"),
    phrase("Passport, issued – expires"),
    phrase("Born"),
    phrase("Visa or clearance"),
)

_NOT_NOTED = phrase("[not noted]")


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return a table of all of whom a passport is known, in the order of the names in them; nothing
    for readers who read none.
    """
    del section
    people = sorted(filter(has_passport, brief.visit.of(Person)), key=_order)
    if not people:
        return []
    head = ((), *(brief.head(title, HEAD) for title in _HEADS))
    rows = (_row(number, person, brief) for number, person in enumerate(people, 1))
    return [Table(_COLUMNS, head, tuple(rows), row_header=1)]


def _order(person: Person) -> tuple[str, str]:
    """Return the name in the passport; where that is not known, the Latin form as it would stand
    there.
    """
    latin = f"{person.family[LATIN]} {person.given[LATIN]}"
    return (person.passport_name or latin).upper(), person.id


def _row(number: int, person: Person, brief: Brief) -> Row:
    return Row(
        (
            brief.shared(str(number), CELL_NUMBER),
            _name(person, brief),
            _passport(person, brief),
            _birth(person, brief),
            _clearance(person, brief),
        ),
        flags=frozenset({SPECIMEN_PEOPLE}) if person.specimen else frozenset(),
        record=person.id,
    )


def _name(person: Person, brief: Brief) -> Cell:
    """Return the name in the passport, then how the other papers call the person."""
    own = printable(person, brief)
    said = neutral(person.passport_name, CELL_BOLD) or _not_noted(brief)
    called = [
        Para((Span(form, lang, CELL_SMALL),), lang)
        for lang in brief.langs
        if (form := named(own, brief, lang, polite=False))
    ]
    if not called:
        known = best(own, brief)
        called = [Para((Span(known.text, known.lang or LATIN, CELL_SMALL),))]
    return said + brief.line(called, CELL_SMALL)


def _not_noted(brief: Brief) -> Cell:
    """Return the mark of a name that has one form only, and no language that it could lack."""
    lang = brief.langs[0]
    style = structs.replace(CELL, ink=COPPER)
    return (Para((Span(brief.words[lang](_NOT_NOTED), lang, style),), lang),)


def _passport(person: Person, brief: Brief) -> Cell:
    """Return number, days and nationality; what stands in the passport keeps its digits."""
    cell = neutral(person.passport, CELL)
    for line in _days(person.passport_issued, person.passport_expires, brief):
        cell += brief.shared(line, CELL_SMALL)
    if person.nationality:
        cell += brief.inline(dict(_countries(person.nationality, brief)), CELL_SMALL)
    return cell


def _days(issued: dt.date | None, expires: dt.date | None, brief: Brief) -> Iterator[str]:
    """Yield lines that say from when to when a passport is valid, as far as that is known. A whole
    range is too wide in a language's own words: its last day has a line of its own.
    """
    if issued is not None and expires is not None and brief.one and issued < expires:
        whole, last = dates.date_range(issued, expires, brief.common), _day(expires, brief)
        yield from (whole.removesuffix(last).strip(), last) if whole.endswith(last) else (whole,)
    elif issued is not None or expires is not None:
        said = [_day(day, brief) if day is not None else "" for day in (issued, expires)]
        yield f"{NBSP}– ".join(said).strip(NBSP)


def _countries(code: str, brief: Brief) -> Iterator[tuple[Lang, str]]:
    """Yield what the country is called; its code where nobody knows it, as the passport has it."""
    for lang in brief.langs:
        try:
            yield lang, country(code, lang)
        except UnknownCountryError:
            yield lang, code


def _birth(person: Person, brief: Brief) -> Cell:
    cell = brief.shared(_day(person.born, brief), CELL) if person.born is not None else ()
    return cell + neutral(person.birthplace, CELL_SMALL)


def _clearance(person: Person, brief: Brief) -> Cell:
    cell: Cell = ()
    if person.clearance:
        word = CLEARANCE[person.clearance]
        cell = brief.inline({lang: brief.words[lang](word) for lang in brief.langs}, CELL)
    if person.clearance_date is not None:
        cell += brief.shared(_day(person.clearance_date, brief), CELL_SMALL)
    return cell


def _day(day: dt.date, brief: Brief) -> str:
    """Return a day as the pack's language writes it; in several languages as it is stored."""
    return dates.date(day, brief.common) if brief.one else day.isoformat()
