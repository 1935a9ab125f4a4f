"""A pack resolved against an admitted visit: a document with nothing left to decide."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Final

from msgspec import structs

from lohum_brief.document.blocks import (
    Block,
    Contents,
    FreePage,
    Heading,
    NewPage,
    Picture,
    Space,
    Table,
    paras_of,
)
from lohum_brief.document.document import Document, Running
from lohum_brief.document.geometry import Geometry, geometry
from lohum_brief.document.paragraphs import Cell, Para, Span
from lohum_brief.document.ruler import Ruler
from lohum_brief.document.style import NOTICE, RUNNING, TITLE_1
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.packs import cover, prose, ruby
from lohum_brief.packs.brief import SPECIMEN_PEOPLE, SPECIMEN_PROGRAMME, Brief, Drawings
from lohum_brief.packs.figures import require_complete
from lohum_brief.packs.issue import Issue, creator, require_finished
from lohum_brief.packs.marks import mark_of
from lohum_brief.visit.contents import LISTINGS, Content
from lohum_brief.visit.records import Item, Pack, Person, Section
from lohum_brief.visit.sections import sections_of
from lohum_brief.visit.visit import Visit


def plan(
    visit: Visit,
    pack: Pack,
    ruler: Ruler,
    created: int | None = None,
    density: float = 1.0,
    drawings: Drawings | None = None,
    pictures: Mapping[str, bytes] = MappingProxyType({}),
    issue: Issue | None = None,
    mark: str = "",
    pages: Mapping[str, int] = MappingProxyType({}),
) -> Document:
    """Plan a pack. `visit` must be admitted for the pack's audience; `created` is the file's time
    in Unix seconds.

    The `ruler` measures what needs a place. `drawings` has those of charts planned before and takes
    the new ones; `pictures` are photos by digest. Without an `issue` it is a draft and says so, and
    bears the `mark` of what it prints unless another is given. `pages` has the first page of each
    record where texts name pages.
    """
    brief = Brief(visit, pack, ruler, density, drawings, pictures, issue, pages)
    return planned(brief, created, mark)


def planned(brief: Brief, created: int | None = None, mark: str = "") -> Document:
    """Plan the pack of a brief, which then says which sections print nothing."""
    pack, issue = brief.pack, brief.issue
    sections = sections_of(brief.visit, pack)
    bodies = _bodies(sections, brief)
    parts = list(zip(sections, bodies, strict=True))
    brief.empty = [section.id for section, body in parts if not any(map(_says, body))]
    document = _framed(bodies, brief, created)
    where = geometry(document)
    specimens = pack.form == "book" and _has_specimens(brief.visit)
    blocks = [*_opening(where, brief, specimens=specimens), *_numbered(parts, brief)]
    blocks = ruby.wanted(blocks, pack.furigana)
    document = structs.replace(document, blocks=tuple(blocks))
    if issue is None:
        unmarked = structs.replace(document, running=_running(brief))
        asked = [*brief.asked, "specimens"] if specimens else brief.asked
        brief.mark = mark or mark_of(unmarked, asked)
    if isinstance(blocks[0], FreePage):
        foot = cover.foot(brief, blocks[0], where.width, where.page[1], specimens=specimens)
        blocks[:1] = ruby.wanted([foot], pack.furigana)
    document = structs.replace(
        document, blocks=tuple(blocks), running=_running(brief), mark=brief.mark
    )
    require_complete(document, brief.failed)
    if issue is not None:
        require_finished(document, pack, brief.visit, issue, brief.empty)
    return document


def _framed(bodies: list[list[Block]], brief: Brief, created: int | None) -> Document:
    """Return the document with all that stands around its blocks."""
    pack, issue, purpose = brief.pack, brief.issue, brief.visit.particulars.purpose
    return Document(
        title=_title(brief),
        langs=pack.languages,
        layout=pack.layout,
        blocks=(),
        notes=_notes(bodies, brief),
        subject=next((purpose[lang] for lang in pack.languages), ""),
        creator=creator(issue.number if issue else None),
        created=created,
        loose=brief.card,
        references=brief.references,
        landscape=brief.landscape,
        shares=brief.shares,
        devanagari=pack.devanagari_digits and bool(LANGUAGES[brief.common].numbers.digits),
    )


def _has_specimens(visit: Visit) -> bool:
    """Return whether a person or an item of the programme is invented."""
    people, items = visit.of(Person), visit.of(Item)
    return any(one.specimen for one in people) or any(one.specimen for one in items)


def _opening(where: Geometry, brief: Brief, *, specimens: bool) -> list[Block]:
    """Return what stands before the sections: cover and contents of a book, else the title."""
    if brief.pack.form == "book":
        return [
            *cover.pages(brief, where.width, where.page[1], specimens=specimens),
            NewPage(spread=where.sides == 2),
            Contents(brief.word("Contents", TITLE_1)),
            NewPage(sparing=True),
        ]
    if where.sides == 2 and not brief.card:
        return [
            cover.front(brief, where.width, where.page[1]),
            NewPage(spread=True),
            *cover.title(brief, role="P"),
        ]
    return [*cover.title(brief)]


def _numbered(parts: list[tuple[Section, list[Block]]], brief: Brief) -> Iterator[Block]:
    """Yield the sections under their headings; that of the only one of a sheet is its title.

    A section with nothing in it has no heading either, and its number tells nobody that there was
    one.
    """
    filled = [(section, body) for section, body in parts if section.id not in brief.empty]
    for number, (section, body) in enumerate(filled, 1):
        if number > 1:
            yield NewPage() if section.new_page else Space(3)
        if brief.pack.form == "book" or len(filled) > 1:
            title = brief.cell(section.title, TITLE_1) or brief.lacking(TITLE_1)
            own = brief.printed(str(number), brief.common)
            yield Heading(1, own, title, record=section.id)
        yield from body


_FLAG = structs.replace(NOTICE, size=7.2, leading=11)


_LAST: Final = tuple(content for content, listing in LISTINGS.items() if listing.last)


def _bodies(sections: list[Section], brief: Brief) -> list[list[Block]]:
    """Return the sections' blocks. Those that come last list the terms of all others, and the
    sources that all others cite.
    """
    bodies: dict[str, list[Block]] = {}
    for section in sections:
        bodies[section.id] = prose.blocks(section, brief)
        if not LISTINGS[section.content].last:
            bodies[section.id] += _listing(section, brief)
    brief.planned = [block for body in bodies.values() for block in body]
    for content in _LAST:
        for section in sections:
            if section.content == content:
                bodies[section.id] += _listing(section, brief)
    return [bodies[section.id] for section in sections]


def _listing(section: Section, brief: Brief) -> list[Block]:
    build = builder(section.content)
    return build(section, brief) if build else []


def builder(content: Content) -> Callable[[Section, Brief], list[Block]] | None:
    """Return what builds the blocks of a content, loaded when it is first wanted; None where prose
    is all.
    """
    if content == "prose":
        return None
    build: Callable[[Section, Brief], list[Block]] = import_module(
        f"lohum_brief.packs.{content}"
    ).blocks
    return build


_FLAGS: Final = (
    (SPECIMEN_PEOPLE, phrase("Specimen names: all people shown are invented.")),
    (SPECIMEN_PROGRAMME, phrase("Specimen programme: all times and rooms are invented.")),
)


def _says(block: Block) -> bool:
    """Return whether something of a block is seen."""
    if isinstance(block, Table):
        return bool(block.rows)
    return isinstance(block, Picture) or any(para.text.strip() for para in paras_of(block))


def _notes(bodies: list[list[Block]], brief: Brief) -> tuple[tuple[str, Cell], ...]:
    """Return what pages say of themselves when something invented stands on them."""
    flags: set[str] = set()
    for body in bodies:
        for block in body:
            rows = block.rows if isinstance(block, Table) else ()
            flags.update(flag for row in rows for flag in row.flags)
    return tuple((flag, brief.word(text, _FLAG)) for flag, text in _FLAGS if flag in flags)


def _title(brief: Brief) -> str:
    visit = brief.visit.particulars.title
    names = [
        LANGUAGES[lang].punctuation.colon.join(
            part for part in (brief.pack.title[lang], visit[lang]) if part
        )
        for lang in brief.langs
    ]
    return " / ".join(name for name in names if name) or brief.pack.id


def _running(brief: Brief) -> Running:
    """Return what stands on every page. Where no section has a heading the head names the pack, as
    the title of a sheet does.
    """
    visit = brief.visit.particulars

    def said(build: Callable[[Lang], str]) -> Cell:
        return tuple(
            Para((Span(text, lang, RUNNING),), lang)
            for lang in brief.langs
            if (text := build(lang))
        )

    running = Running(
        said(brief.title),
        cover.audience(brief),
        said(lambda lang: brief.printed(visit.title[lang], lang)),
        said(brief.days),
        said(brief.title),
        said(brief.standing),
    )
    return ruby.of_every_page(running, brief.pack.furigana)
