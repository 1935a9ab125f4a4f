"""What would print twice: records of a kind that say the same, and a section that a pack names
again.
"""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.codes import LANGS
from lohum_brief.message import msg
from lohum_brief.visit.records import (
    AnyRecord,
    Group,
    Item,
    Metric,
    Mineral,
    NamePart,
    Note,
    Organisation,
    Pack,
    Paragraph,
    Person,
    Source,
    Statement,
    Term,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "repeated"

_SAID: Final[dict[type[AnyRecord], str]] = {
    Note: "text",
    Statement: "text",
    Paragraph: "text",
    Item: "title",
    Term: "name",
    Metric: "name",
    Mineral: "name",
    Organisation: "name",
    Group: "name",
    Person: "family",
    Source: "title",
}
"""The kinds whose records print one by one, and what each of them says first."""
_UNTOLD: Final = frozenset({"id", "audience", "sources", "owner", "due", "specimen"})
"""What does not tell records apart on paper."""
_PERSON: Final = ("family", "given", "organisation", "post", "side")
"""By what people are known: two of one name in one post are one."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each record that says no more than an earlier one, and for each section
    that stands in a pack twice.
    """
    for kind, field in _SAID.items():
        yield from _twice(visit.of(kind), field)
    for pack in visit.of(Pack):
        again = [ident for i, ident in enumerate(pack.sections) if ident in pack.sections[:i]]
        if again:
            message = msg("The pack prints {section} twice.", section=again[0])
            steps = (Step(pack.id, "sections", list(dict.fromkeys(pack.sections))),)
            fix = Fix(msg("Print it once"), steps)
            yield Finding("warning", RULE, pack.id, "sections", message, " ".join(again), fix)


def _twice(records: list[Any], field: str) -> Iterator[Finding]:
    alike: dict[object, list[AnyRecord]] = {}
    for record in records:
        if (said := _plain(getattr(record, field))) and any(said):
            alike.setdefault(said, []).append(record)
    for found in alike.values():
        first: dict[object, str] = {}
        for record in found if len(found) > 1 else ():
            same = first.setdefault(_printed(record), record.id)
            if same != record.id:
                message = msg(
                    "It says the same as {id}, and both print: remove one, or write what differs.",
                    id=same,
                )
                yield Finding("warning", RULE, record.id, field, message, same)


def _printed(record: AnyRecord) -> tuple[object, ...]:
    """Return what is seen of a record."""
    names = _PERSON if isinstance(record, Person) else record.__struct_fields__
    return tuple(_plain(getattr(record, name)) for name in names if name not in _UNTOLD)


def _plain(value: object) -> Any:
    """Return a value without what is not seen of it, such as the states of a text."""
    if isinstance(value, Text | NamePart):
        return tuple(value[lang].strip() for lang in LANGS)
    if isinstance(value, msgspec.Struct):
        return msgspec.json.encode(value)
    return value.strip() if isinstance(value, str) else value
