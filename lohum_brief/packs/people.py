"""The list of people: a name is a person, in the person's own script first."""

from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import Block, Column, Heading, Row, Space, Table
from lohum_brief.document.images import Photo, jpeg
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.style import CELL, CELL_NUMBER, CELL_SMALL, COPPER, HEAD, NAME, TITLE_2
from lohum_brief.document.tracks import tracks
from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import READ, Lang
from lohum_brief.language.furigana import marked
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.phrases import DUTY, no_form
from lohum_brief.message import msg
from lohum_brief.packs.brief import NBSP, SPECIMEN_PEOPLE, Brief
from lohum_brief.packs.naming import LATIN, Called, best, named, printable
from lohum_brief.visit import ranks
from lohum_brief.visit.called import short
from lohum_brief.visit.figures import is_delegate
from lohum_brief.visit.records import Group, Organisation, Person, Section
from lohum_brief.visit.text import EMPTY, Text

_COLUMNS = (Column(0.05, "right"), Column(0.35), Column(0.35), Column(0.25))

_WITH_PHOTOS = (Column(0.05, "right"), Column(0.085), Column(0.315), Column(0.325), Column(0.225))
_PHOTO: Final = 36.0
"""Points that a photo is wide: beside three lines of a name it makes no row taller."""

_MEMBERS: Final = phrase("Members of the delegation")
_BESIDE: Final = phrase("Interpreters and staff of the delegation")
_HOSTS: Final = phrase("Hosts and interpreters")

_NAME: Final = structs.replace(NAME, size=10.4)
"""Scripts whose letters are as tall as kanji at a smaller size."""


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
    photos = {
        person.id: photo
        for person in people
        if brief.pack.photos and (photo := _photo(person, brief))
    }
    columns = _WITH_PHOTOS if photos else _COLUMNS
    beside: tuple[Cell, ...] = ((),) if photos else ()
    rows = tuple(
        Row(
            (
                brief.shared(str(number), CELL_NUMBER),
                *beside,
                _name(person, brief, columns),
                _organisation(person, brief),
                _post(person, brief),
            ),
            flags=frozenset({SPECIMEN_PEOPLE}) if person.specimen else frozenset(),
            record=person.id,
            photo=photos.get(person.id),
        )
        for number, person in enumerate(people, 1)
    )
    head = ((), *beside, *(brief.head(title, HEAD) for title in ("Name", "Organisation", "Post")))
    return Table(columns, head, rows, row_header=1 + len(beside), photos=1 if photos else None)


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


def _name(person: Person, brief: Brief, columns: tuple[Column, ...]) -> Cell:
    """Return what the person is called, as each page of a spread says it, and the group."""
    name = brief.by_page(lambda page: _called(person, page, columns))
    return name if brief.alone else name + _group(person, brief)


def _called(person: Person, brief: Brief, columns: tuple[Column, ...]) -> Cell:
    """Return the native form large, with its reading; beneath it the other languages, always Latin
    letters.

    Where the native form is missing, the best known one stands there as large, with a small mark if
    the pack prints that language. Who has no name at all has one mark.
    """
    large = best(person, brief, person.native, polite=True)
    spans = _large(person, large, brief)
    beneath: list[Para] = []
    for lang in dict.fromkeys((*brief.langs, LATIN)):
        if lang in (large.lang, person.native):
            continue
        if form := named(person, brief, lang, polite=lang in brief.langs):
            beneath.append(
                Para((Span(form, lang, CELL_SMALL),), lang if lang in brief.langs else "")
            )
        elif lang in brief.langs and large.lang:
            beneath.append(Para((_missing(lang),), lang))
    line = brief.line(beneath, CELL_SMALL)
    _, widths = tracks(columns, brief.width)
    fits = len(line) == len(beneath) or brief.ruler.width(line[0]) <= widths[-3]
    return (Para(spans), *(line if fits else beneath))


def _missing(lang: Lang) -> Span:
    """Return the mark of a missing form. Only a form of a language that the pack prints is
    missed.
    """
    return Span(no_form(lang, lang), lang, structs.replace(CELL_SMALL, ink=COPPER))


def _group(person: Person, brief: Brief) -> Cell:
    """Return with whom the person walks."""
    group = brief.visit.get(Group, person.group)
    return (
        brief.inline({lang: group.name[lang] for lang in brief.langs}, CELL_SMALL) if group else ()
    )


def _large(person: Person, called: Called, brief: Brief) -> tuple[Span, ...]:
    native, lang = person.native, called.lang
    if lang is None:
        return brief.para("", native if native in brief.langs else brief.langs[0], NAME).spans
    style = NAME if lang == READ else _NAME
    form = _with_reading(person, called, brief)
    if called.address == lang:  # in one piece, so that no line parts the name from its honorific
        parts = [Span(called.before + form + called.behind, lang, style)]
    else:
        around = structs.replace(style, size=NAME.size if called.address == READ else _NAME.size)
        parts = [
            Span(called.before, called.address, around),
            Span(form, lang, style),
            Span(called.behind, called.address, around),
        ]
    spans = [span for span in parts if span.text]
    if lang != native and native in brief.langs:
        spans += [Span(NBSP, lang, CELL_SMALL), _missing(native)]
    return tuple(spans)


def _with_reading(person: Person, called: Called, brief: Brief) -> str:
    """Return the form; a whole one in kanji with its reading over it where the pack has these."""
    if not called.lang == person.native == READ:
        return called.form
    if not brief.pack.furigana or called.form != named(person, brief, READ, polite=False):
        return called.form
    parts = [part for part in (person.family, person.given) if part[READ]]
    return " ".join(marked(part[READ], part.reading) for part in parts)


def _organisation(person: Person, brief: Brief) -> Cell:
    record = brief.visit.get(Organisation, person.organisation)
    cell = brief.cell(record.name if record else EMPTY, CELL)
    # On a page of one language the organisation has fewer lines than the name, else as many or
    # more.
    return cell + _group(person, brief) if brief.alone else cell


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
