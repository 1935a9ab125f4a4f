"""The list of people: a name is a person, in the person's own script first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Heading, Row, Space, Table
from lohum_brief.document.images import Photo, jpeg
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import (
    BLACK,
    CELL,
    CELL_NUMBER,
    CELL_SMALL,
    COPPER,
    HEAD,
    NAME,
    TITLE_2,
)
from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import DUTY, no_form
from lohum_brief.message import msg
from lohum_brief.packs.brief import SPECIMEN_PEOPLE, Brief
from lohum_brief.packs.naming import LATIN, Called, best, named, printable
from lohum_brief.visit import ranks
from lohum_brief.visit.called import short
from lohum_brief.visit.figures import is_delegate
from lohum_brief.visit.records import Group, Organisation, Person, Section
from lohum_brief.visit.text import EMPTY, Text

_COLUMNS: Final = (
    Column(0.045, "right"),
    Column(0.08),
    Column(0.19),
    Column(0.22),
    Column(0.27),
    Column(0.21),
    Column(0.065),
)
"""Number, photo, the first script of names, the others, organisation, post, group."""
_PHOTOS, _NAMES = 1, 2

_PHOTO: Final = 36.0
"""Points that a photo is wide: beside three lines of a name it makes no row taller."""

_MEMBERS: Final = phrase("Members of the delegation")
_BESIDE: Final = phrase("Interpreters and staff of the delegation")
_HOSTS: Final = phrase("Hosts and interpreters")

_READING: Final = structs.replace(CELL_SMALL, ink=BLACK)


def blocks(section: Section, brief: Brief) -> list[Block]:
    """Return members of the delegation by precedence, who comes with them, then hosts; each with
    name forms, organisation and post.

    Each list is numbered by itself, so that members are as many as texts count.
    """
    del section
    people = [printable(person, brief) for person in brief.visit.of(Person)]
    listed: dict[str, list[Person]] = {_MEMBERS: [], _BESIDE: [], _HOSTS: []}
    for person in people:
        place = (
            _HOSTS
            if person.side == "host"
            else _MEMBERS
            if is_delegate(person, brief.visit)
            else _BESIDE
        )
        listed[place].append(person)
    filled = {heading: own for heading, own in listed.items() if own}
    out: list[Block] = []
    for heading, own in filled.items():
        if len(filled) > 1:
            out += [Heading(2, "", brief.word(heading, TITLE_2), wide=brief.inset), Space(1)]
        out.append(_table(own, brief))
    return out


def _table(people: list[Person], brief: Brief) -> Table:
    """Return the list; what nobody has, such as photos or groups, has no column."""
    photos = _photos(people, brief)
    scripts: dict[tuple[Lang, ...], _Scripts] = {}
    cells = [
        _cells(number, person, people, scripts, brief) for number, person in enumerate(people, 1)
    ]
    kept = [i for i, column in enumerate(zip(*cells, strict=True)) if any(column)]
    if photos:
        kept.insert(_PHOTOS, _PHOTOS)
    rows = tuple(
        _row(person, [own[i] for i in kept], photos)
        for person, own in zip(people, cells, strict=True)
    )
    name, *others = (brief.head(title, HEAD) for title in ("Name", "Organisation", "Post", "Group"))
    heads = ((), (), name, (), *others)
    return Table(
        tuple(_COLUMNS[i] for i in kept),
        tuple(heads[i] for i in kept),
        rows,
        row_header=kept.index(_NAMES),
        photos=kept.index(_PHOTOS) if photos else None,
        tight=True,
    )


def _row(person: Person, cells: Iterable[Cell], photos: Mapping[str, Photo]) -> Row:
    flags = frozenset({SPECIMEN_PEOPLE}) if person.specimen else frozenset()
    return Row(tuple(cells), flags, person.id, photo=photos.get(person.id))


def _photos(people: Sequence[Person], brief: Brief) -> dict[str, Photo]:
    """Return the photos that the pack prints, by person."""
    found = {person.id: _photo(person, brief) for person in people} if brief.pack.photos else {}
    return {ident: photo for ident, photo in found.items() if photo}


class _Scripts(NamedTuple):
    """Which forms of names stand where, so that an eye runs down one script: `first` in a column of
    its own, `others` beside it below one another.
    """

    first: Lang
    others: tuple[Lang, ...]


def _scripts(people: Sequence[Person], brief: Brief) -> _Scripts:
    """Return kanji first where anybody has them or the pack speaks Japanese, else the pack's first
    language; then the pack's others, Latin letters, and whatever is the own script of somebody.
    """
    own = [best(person, brief, person.native).lang for person in people]
    first = READ if READ in (*brief.langs, *own) else brief.langs[0]
    others = dict.fromkeys((*brief.langs, LATIN, *(lang for lang in own if lang)))
    return _Scripts(first, tuple(lang for lang in others if lang != first))


def _cells(
    number: int,
    person: Person,
    people: Sequence[Person],
    scripts: dict[tuple[Lang, ...], _Scripts],
    brief: Brief,
) -> tuple[Cell, ...]:
    """Return the row of a person; each page of a spread names people as a pack in its languages
    does, with the `scripts` of the list, which are found when first asked for.
    """

    def of(page: Brief) -> _Scripts:
        if page.langs not in scripts:
            scripts[page.langs] = _scripts(people, page)
        return scripts[page.langs]

    return (
        brief.shared(str(number), CELL_NUMBER),
        (),
        brief.by_page(lambda page: tuple(_leading(person, of(page).first, page))),
        brief.by_page(lambda page: tuple(_beside(person, of(page), page))),
        _organisation(person, brief),
        _post(person, brief),
        _group(person, brief),
    )


def _photo(person: Person, brief: Brief) -> Photo | None:
    """Return the photo of somebody who agreed to its being printed: nobody else has one here
    (`packs.admit`).
    """
    data = brief.pictures.get(person.photo)
    if data is None:
        return None
    try:
        image = jpeg(data)
    except ValueError as error:
        message = msg(
            "“{name}”: the photo cannot be printed; choose it again.",
            name=short(person, brief.visit),
        )
        raise BriefError(message).at((person.id, "photo")) from error
    alts = []
    for lang in brief.langs:
        name = best(person, brief, lang).form
        alts.append(
            (
                lang,
                brief.words[lang]("Photo")
                + (LANGUAGES[lang].punctuation.colon + name if name else ""),
            )
        )
    return Photo(image, _PHOTO, tuple(alts))


def _leading(person: Person, first: Lang, brief: Brief) -> Iterator[Para]:
    """Yield the form in the `first` language, or where there is none the best known one, with a
    small mark below it if the pack prints that language. Who has no name at all has one mark.
    """
    large = best(person, brief, person.native, polite=True)
    if large.lang is None:
        lang = person.native if person.native in brief.langs else brief.langs[0]
        yield Para(brief.para("", lang, NAME).spans, lang)
    elif first != large.lang and _leads(person, first, brief):
        form = named(person, brief, first, polite=True)
        yield Para((Span(form, first, CELL),), first)
    else:
        yield from _own(large, large.lang, person, brief)
        if first != large.lang and first in brief.langs:
            yield _missing(first)


def _leads(person: Person, first: Lang, brief: Brief) -> bool:
    """Return whether the form that leads is that of the `first` language, which need not be the
    person's own if the pack speaks it.
    """
    return first in brief.langs and bool(named(person, brief, first, polite=False))


def _beside(person: Person, scripts: _Scripts, brief: Brief) -> Iterator[Para]:
    """Yield the other forms; one that the pack's language lacks has a small mark in its place."""
    large = best(person, brief, person.native, polite=True)
    leads = _leads(person, scripts.first, brief)
    for lang in scripts.others if large.lang else ():
        if lang == large.lang:
            if leads:
                yield from _own(large, lang, person, brief)
        elif form := named(person, brief, lang, polite=lang in brief.langs):
            yield Para((Span(form, lang, CELL),), lang if lang in brief.langs else "")
        elif lang in brief.langs:
            yield _missing(lang)


def _own(called: Called, lang: Lang, person: Person, brief: Brief) -> Iterator[Para]:
    """Yield the person's own form, which is in `lang`, bold, and below it how it is read."""
    if called.address == lang:  # in one piece, so that no line parts the name from its honorific
        parts = [Span(called.text, lang, NAME)]
    else:
        parts = [
            Span(called.before, called.address, NAME),
            Span(called.form, lang, NAME),
            Span(called.behind, called.address, NAME),
        ]
    spoken = lang if lang in brief.langs else ""
    yield Para(tuple(span for span in parts if span.text), spoken)
    if reading := _reading(person, called, brief):
        yield Para((Span(reading, lang, _READING),), spoken)


def _reading(person: Person, called: Called, brief: Brief) -> str:
    """Return how a whole form in kanji is read, where the pack has readings: nothing where it is
    written as it is read.
    """
    if not called.lang == person.native == READ or brief.pack.furigana == "none":
        return ""
    if called.form != named(person, brief, READ, polite=False):
        return ""
    parts = [part for part in (person.family, person.given) if part[READ]]
    read = [part.reading or part[READ] for part in parts]
    return " ".join(read) if read != [part[READ] for part in parts] else ""


def _missing(lang: Lang) -> Para:
    """Return the mark of a missing form. Only a form of a language that the pack prints is
    missed.
    """
    style = structs.replace(CELL_SMALL, ink=COPPER)
    return Para((Span(no_form(lang, lang), lang, style),), lang)


def _group(person: Person, brief: Brief) -> Cell:
    """Return with whom the person walks."""
    group = brief.visit.get(Group, person.group)
    return brief.cell(group.name, CELL) if group else ()


def _organisation(person: Person, brief: Brief) -> Cell:
    record = brief.visit.get(Organisation, person.organisation)
    return brief.cell(record.name if record else EMPTY, CELL)


def _post(person: Person, brief: Brief) -> Cell:
    post = ranks.post(person, brief.visit)
    # A rank alone is no post that other languages lack.
    cell = brief.cell(post, CELL) if person.post else brief.inline(_forms(post, brief), CELL)
    if person.duty != "member":
        cell += brief.inline(
            {lang: words(lang)(DUTY[person.duty]) for lang in brief.langs}, CELL_SMALL
        )
    return cell


def _forms(text: Text, brief: Brief) -> dict[Lang, str]:
    return {lang: text[lang] for lang in brief.langs}
