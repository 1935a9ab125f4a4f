"""What stands between a pack and paper: what its audience may not read, and which texts its sections lack."""

from collections import Counter
from collections.abc import Generator, Mapping
from typing import Final

from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admitted_record
from lohum_brief.visit.records import (
    AnyRecord,
    Audience,
    Chart,
    Item,
    Metric,
    Mineral,
    Note,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Record,
    Section,
    Statement,
    Table,
    Term,
    Waiver,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_LISTED: Final[Mapping[str, tuple[type[Record], ...]]] = {
    "statements": (Statement,), "organisations": (Organisation,), "people": (Person,), "programme": (Item,),
    "metrics": (Metric,), "minerals": (Mineral,), "supply": (Mineral,), "notes": (Note,), "agreements": (Note,),
    "glossary": (Term,),
}  # fmt: skip
"""What a section lists besides its own paragraphs, tables and charts."""


def withheld(visit: Visit, audience: Audience) -> list[AnyRecord]:
    """The records that the audience may not read, in their order. Packs and waivers never print."""
    return [record for record in visit if not record.readable(audience) and not isinstance(record, Pack | Waiver)]


Gaps = dict[str, dict[Lang, int]]
"""For each section, by its id, how many of its texts lack each of a pack's languages."""


def gaps(visit: Visit, pack: Pack) -> Generator[None, None, Gaps]:
    """The gaps of the visit's sections, counted record by record for somebody who has other things to do meanwhile.

    Only what the pack's audience may read counts.
    """
    wanted = {kind for section in visit.of(Section) for kind in _LISTED.get(section.content, ())}
    listed: dict[type[Record], Counter[Lang]] = {kind: Counter() for kind in wanted}
    own: dict[str, Counter[Lang]] = {}
    for record in visit:
        kind = type(record)
        parted = record.section if isinstance(record, Paragraph | Table | Chart) else None
        if kind not in wanted and parted is None:
            continue
        admitted = admitted_record(record, pack.audience)
        if admitted is not None:
            counts = listed[kind] if parted is None else own.setdefault(parted, Counter())
            counts.update(_lacking(admitted, pack))
        yield
    found = {}
    for section in visit.of(Section):
        parts: list[Mapping[Lang, int]] = [
            _lacking(section, pack),
            own.get(section.id, {}),
            *(listed[kind] for kind in _LISTED.get(section.content, ())),
        ]
        found[section.id] = {lang: sum(part.get(lang, 0) for part in parts) for lang in pack.languages}
    return found


def _lacking(record: AnyRecord, pack: Pack) -> dict[Lang, int]:
    counts: dict[Lang, int] = dict.fromkeys(pack.languages, 0)
    if getattr(record, "verbatim", None) is None:
        for _, text in texts(record):
            if isinstance(text, Text) and text:
                for lang in pack.languages:
                    counts[lang] += not text[lang]
    return counts


def concerns(visit: Visit, pack: Pack, ident: str, field: str) -> bool:
    """Whether what is wrong at a place of the visit can be seen in a pack; what cannot be told counts."""
    record = visit.by_id.get(ident)
    if record is None or isinstance(record, Pack):
        return ident in ("", pack.id)
    if not record.readable(pack.audience):
        return False
    lang = field.rpartition(".")[2]
    if lang in LANGS and lang not in pack.languages:
        return False
    if isinstance(record, Section):
        return record.id in pack.sections
    if isinstance(record, Paragraph | Table | Chart):
        return record.section in pack.sections
    contents = {section.content for section in visit.of(Section) if section.id in pack.sections}
    listing = [content for content, kinds in _LISTED.items() if type(record) in kinds]
    return not listing or any(content in contents for content in listing)
