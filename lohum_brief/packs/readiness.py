"""What stands between a pack and paper: what its audience may not read, and which texts its
sections lack.
"""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator

from lohum_brief.checks.references import named
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admitted_record
from lohum_brief.visit import tokens
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.figures import Figures, UnknownFigureError
from lohum_brief.visit.records import (
    AnyRecord,
    Audience,
    Chart,
    Figure,
    Metric,
    Mineral,
    Note,
    Observation,
    Pack,
    Paragraph,
    Particulars,
    Record,
    Section,
    Series,
    Source,
    Table,
    Waiver,
    is_quotation,
)
from lohum_brief.visit.sections import (
    beside,
    is_card,
    listed,
    listed_sorts,
    lists,
    sections_of,
    spared,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.uses import targets, uses
from lohum_brief.visit.visit import Visit


def withheld(visit: Visit, audience: Audience) -> list[AnyRecord]:
    """The records that the audience may not read, in their order. Packs and waivers never print."""
    return [
        record
        for record in visit
        if not may_read(record, audience) and not isinstance(record, Pack | Waiver)
    ]


Gaps = dict[str, dict[Lang, int]]
"""For each section, by its id, how many of its texts lack each of a pack's languages."""


def gaps(visit: Visit, pack: Pack) -> Generator[None, None, Gaps]:
    """The gaps of the visit's sections, counted record by record for somebody who has other things
    to do meanwhile.

    Only what the pack's audience may read counts.
    """
    own: dict[str, Counter[Lang]] = {
        section.id: Counter(_lacking(section, pack)) for section in visit.of(Section)
    }
    listing: dict[type[Record], list[Section]] = {}
    for section in visit.of(Section):
        for kind in lists(section.content):
            listing.setdefault(kind, []).append(section)
    sorts = {section.id: listed_sorts(section, visit, pack) for section in visit.of(Section)}
    card = is_card(visit, pack)
    for record in visit:
        if spared(record, card=card):
            continue
        inside = [
            section.id
            for section in listing.get(type(record), ())
            if not isinstance(record, Note) or record.sort in sorts[section.id]
        ]
        if isinstance(record, Paragraph | Table | Chart) and record.section in own:
            inside.append(record.section)
        if not inside:
            continue
        admitted = admitted_record(record, pack.audience)
        if admitted is not None:
            lacking = _lacking(admitted, pack)
            for ident in inside:
                own[ident].update(lacking)
        yield
    return {
        ident: {lang: count.get(lang, 0) for lang in pack.languages} for ident, count in own.items()
    }


def _lacking(record: AnyRecord, pack: Pack) -> dict[Lang, int]:
    counts: dict[Lang, int] = dict.fromkeys(pack.languages, 0)
    if not is_quotation(record):
        for _, text in texts(record):
            if isinstance(text, Text) and text:
                for lang in pack.languages:
                    counts[lang] += not text[lang]
    return counts


def concerned(visit: Visit, pack: Pack) -> Callable[[str, str], bool]:
    """Return what says whether a fault at a place, a record and its field, can be seen in the pack.

    What cannot be told counts: a place that is not in the visit, a record that something printed
    may depend on.
    """
    seen = printed(visit, pack)

    def concerns(ident: str, field: str) -> bool:
        if ident not in visit.by_id:
            return ident == ""
        lang = field.rpartition(".")[2]
        return ident in seen and (lang not in LANGS or lang in pack.languages)

    return concerns


def printed(visit: Visit, pack: Pack) -> Collection[str]:
    """Return the ids of the records that the pack prints something of, its own first.

    Of a glossary all terms count and of a list of sources all that are cited; which of them print
    is known only when the pack is planned.
    """
    readable = Visit(record for record in visit if record.readable(pack.audience))
    sections = sections_of(readable, pack)
    inside = {section.id for section in sections}
    card = is_card(readable, pack)
    held: list[AnyRecord] = [readable.particulars, *sections]
    for record in readable:
        if isinstance(record, Paragraph | Table | Chart):
            if record.section in inside and not spared(record, card=card):
                held.append(record)
        elif not isinstance(record, Section | Particulars | Source) and any(
            listed(section, record) for section in sections
        ):
            held.append(record)
    idents = dict.fromkeys((pack.id, *(record.id for record in held)))
    near = {kind for section in sections for kind in beside(section.content)}
    if pack.form == "book" and readable.particulars.host:
        idents[readable.particulars.host] = None
    figures = Figures(readable)
    for record in held:
        idents |= dict.fromkeys(_beside(record, near, figures))
    if any(section.content == "sources" for section in sections):
        cited = [getattr(readable.by_id.get(ident), "sources", ()) for ident in idents]
        idents |= dict.fromkeys(source for sources in cited for source in sources)
    return idents.keys()


def _beside(record: AnyRecord, kinds: set[type[Record]], figures: Figures) -> Iterator[str]:
    """What stands beside a record that prints: what it names or what belongs to it, what its
    figures are taken from.
    """
    if isinstance(record, Chart):
        yield from (ident for field, ident, kind in named(record) if kind is not Section)
        for ident in (
            *record.metrics,
            *(aim for _, aim, kind in targets(record) if kind is Metric),
        ):
            yield from (reading.id for reading in figures.readings.get(ident, ()))
    elif not isinstance(record, Note):  # whose parties no section names
        yield from (ident for _field, ident, kind in named(record) if kind in kinds)
    if isinstance(record, Metric) and Observation in kinds:
        yield from (reading.id for reading in figures.readings.get(record.id, ()))
    if isinstance(record, Mineral) and Series in kinds:
        yield from (series.id for series in figures.visit.of(Series) if series.mineral == record.id)
    for use in uses(record):
        yield from _taken(use.token, figures)


def _taken(token: tokens.Token, figures: Figures) -> Iterator[str]:
    """What a token prints, and by which rate."""
    try:
        ident = figures.find(token).record
    except (UnknownFigureError, tokens.MalformedTokenError):
        return
    yield ident
    reading = figures.visit.get(Observation, ident)
    if reading is not None:
        yield reading.metric
    if "in=" in token.options:
        yield from (figure.id for figure in figures.visit.of(Figure) if "/" in figure.unit)
