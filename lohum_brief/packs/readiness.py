"""What stands between a pack and paper: what its audience may not read, and which texts its
sections lack.
"""

from collections import Counter
from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from itertools import chain

from lohum_brief.checks.references import named
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admitted_record
from lohum_brief.visit import own_units, tokens
from lohum_brief.visit.audiences import closed, may_read
from lohum_brief.visit.figures import Figures, UnknownFigureError
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
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
    """Return the records that the audience may not read, in their order. Packs and waivers never
    print.
    """
    return [
        record
        for record in visit
        if not may_read(record, audience) and not isinstance(record, Pack | Waiver)
    ]


Gaps = dict[str, dict[Lang, int]]
"""For each section, by its id, how many of its texts lack each of a pack's languages."""


def gaps(visit: Visit, pack: Pack) -> Generator[None, None, Gaps]:
    """Count the gaps of the visit's sections, record by record for somebody who has other things
    to do meanwhile.

    Only what the pack's audience may read counts.
    """
    own: dict[str, Counter[Lang]] = {
        section.id: Counter(_lacking(section, pack)) for section in visit.of(Section)
    }
    inside = _sections_of_records(visit, pack)
    card = is_card(visit, pack)
    for record in visit:
        if spared(record, card=card) or not (idents := inside(record)):
            continue
        admitted = admitted_record(record, pack.audience)
        if admitted is not None:
            lacking = _lacking(admitted, pack)
            for ident in idents:
                own[ident].update(lacking)
        yield
    return {ident: {lang: count[lang] for lang in pack.languages} for ident, count in own.items()}


def _sections_of_records(visit: Visit, pack: Pack) -> Callable[[AnyRecord], list[str]]:
    """Return what says in which sections a record prints: those that list its kind, and its own."""
    sections = visit.of(Section)
    listing: dict[type[Record], list[Section]] = {}
    for section in sections:
        for kind in lists(section.content):
            listing.setdefault(kind, []).append(section)
    sorts = {section.id: listed_sorts(section, visit, pack) for section in sections}

    def inside(record: AnyRecord) -> list[str]:
        found = [section.id for section in listing.get(type(record), ())]
        if isinstance(record, Note):
            found = [ident for ident in found if record.sort in sorts[ident]]
        if isinstance(record, Paragraph | Table | Chart) and record.section in sorts:
            found.append(record.section)
        return found

    return inside


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
        if field.partition(".")[0] in closed(visit.by_id[ident], pack.audience):
            return False
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
    contents = [section.content for section in sections]
    held: list[AnyRecord] = [readable.particulars, *sections, *_held(readable, pack, sections)]
    idents = dict.fromkeys((pack.id, *(record.id for record in held)))
    if pack.form == "book" and readable.particulars.host:
        idents[readable.particulars.host] = None
    near, figures = set(chain(*map(beside, contents))), Figures(readable)
    for record in held:
        idents |= dict.fromkeys(_beside(record, near, figures))
    if "sources" in contents:
        cited = [getattr(readable.by_id.get(ident), "sources", ()) for ident in idents]
        idents |= dict.fromkeys(chain(*cited))
    counting = [one for ident in idents if (one := readable.by_id.get(ident)) is not None]
    idents |= dict.fromkeys(own_units.named(counting, readable))
    return idents.keys()


def _held(visit: Visit, pack: Pack, sections: Sequence[Section]) -> Iterator[AnyRecord]:
    """Yield what stands in the text of these sections, or what they list."""
    inside = {section.id for section in sections}
    card = is_card(visit, pack)
    for record in visit:
        if isinstance(record, Paragraph | Table | Chart):
            if record.section in inside and not spared(record, card=card):
                yield record
        elif isinstance(record, Section | Particulars | Source):
            continue
        elif any(listed(section, record) for section in sections):
            yield record


def taken_from(record: AnyRecord, figures: Figures) -> Iterator[str]:
    """Yield the ids of readings and figures that a record takes what it prints from."""
    if isinstance(record, Chart):
        yield from _drawn(record, figures)
    for use in uses(record):
        yield from _taken(use.token, figures)


def _beside(record: AnyRecord, kinds: set[type[Record]], figures: Figures) -> Iterator[str]:
    """Yield what stands beside a record that prints: what it names or what belongs to it, what its
    figures are taken from.
    """
    if isinstance(record, Chart):
        yield from _drawn(record, figures)
    elif not isinstance(record, Note):  # whose parties no section names
        yield from (ident for _field, ident, kind in named(record) if kind in kinds)
    if isinstance(record, Metric) and Observation in kinds:
        yield from _readings(record.id, figures)
    if isinstance(record, Mineral) and Series in kinds:
        yield from _series(record, figures.visit)
    for use in uses(record):
        yield from _taken(use.token, figures)


def _series(mineral: Mineral, visit: Visit) -> Iterator[str]:
    return (series.id for series in visit.of(Series) if series.mineral == mineral.id)


def _drawn(chart: Chart, figures: Figures) -> Iterator[str]:
    """Yield what a chart names, and the readings of its metrics and of those that are its aims."""
    yield from (ident for _field, ident, kind in named(chart) if kind is not Section)
    aims = [aim for _, aim, kind in targets(chart) if kind is Metric]
    for ident in (*chart.metrics, *aims):
        yield from _readings(ident, figures)


def _readings(metric: str, figures: Figures) -> Iterator[str]:
    return (reading.id for reading in figures.readings.get(metric, ()))


def _taken(token: tokens.Token, figures: Figures) -> Iterator[str]:
    """Yield what a token prints, and by which rate."""
    if token.kind == "page":
        return  # it prints nothing of what stands there
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
