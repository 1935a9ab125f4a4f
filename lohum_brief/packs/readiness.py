"""What stands between a pack and paper: what its audience may not read, and which texts its sections lack."""

from collections.abc import Mapping
from typing import Final

from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.admit import admit
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
    admitted = admit(visit, audience).by_id
    return [record for record in visit if record.id not in admitted and not isinstance(record, Pack | Waiver)]


def gaps(visit: Visit, pack: Pack) -> dict[str, dict[Lang, int]]:
    """For each section of the visit how many of its texts lack each of the pack's languages.

    Only what the pack's audience may read counts.
    """
    admitted = admit(visit, pack.audience)
    listed = {kind: _lacking(admitted.of(kind), pack) for kinds in _LISTED.values() for kind in kinds}
    own: dict[str, list[AnyRecord]] = {}
    for record in admitted:
        if isinstance(record, Paragraph | Table | Chart):
            own.setdefault(record.section, []).append(record)
    found = {}
    for section in visit.of(Section):
        lacking = _lacking([section, *own.get(section.id, ())], pack)
        for kind in _LISTED.get(section.content, ()):
            lacking = {lang: lacking[lang] + listed[kind][lang] for lang in pack.languages}
        found[section.id] = lacking
    return found


def _lacking(records: list[AnyRecord] | list[Record], pack: Pack) -> dict[Lang, int]:
    counts: dict[Lang, int] = dict.fromkeys(pack.languages, 0)
    for record in records:
        if getattr(record, "verbatim", None) is not None:
            continue
        for _, text in texts(record):  # type: ignore[arg-type]
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
