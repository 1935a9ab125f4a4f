"""Who may read what: nothing claims a lower audience than its kind or sort may have, and what a
record names can be read with it.

What is misplaced is an error each; what readers miss is told once for each record that they may not
read, however many name it. The two are rules of their own, since mending the first closes what is
open and mending the second opens what is closed.
"""

from collections.abc import Iterator
from functools import reduce
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.checks.references import named
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import Value, capital, listed, msg, msg_n, sentences
from lohum_brief.visit.audiences import (
    NOTES,
    begins,
    floor,
    higher,
    is_misplaced,
    lifted,
    lower,
    may_read,
    misplacement,
    sort_name,
)
from lohum_brief.visit.called import short
from lohum_brief.visit.kinds import OF
from lohum_brief.visit.readers import Audience, reads
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Group,
    Metric,
    Mineral,
    Organisation,
    Section,
    Series,
    Source,
)
from lohum_brief.visit.visit import Visit

RULE = "audiences"
READERS = "readers"

_OPENED: Final = (Organisation, Group, Metric, Mineral, Series, Figure, Source)
"""What may be shown to those who read the records that name it."""

_Names = list[tuple[AnyRecord, str]]


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for what is misplaced; warnings for what is named and kept from readers, once
    for each such record.
    """
    for record in visit:
        if is_misplaced(record):
            why = misplacement(record)
            fix = Fix(
                msg("Give it the audience with which its kind begins"),
                (Step(record.id, "audience", lifted(record).audience),),
            )
            message = msg("{why}.", why=capital(why))
            yield Finding(
                "error",
                RULE,
                record.id,
                "audience",
                message,
                f"{record.audience} {floor(record)}",
                fix,
            )
        if isinstance(record, Section):
            yield from _without_content(record)
    kept: dict[tuple[str, bool], _Names] = {}
    for record in visit:
        for field, ident, kind in named(record):
            found = visit.by_id.get(ident)
            if isinstance(found, kind) and not may_read(found, record.audience):
                within = field == OF[type(record)].within
                kept.setdefault((ident, within), []).append((record, field))
    for (ident, within), names in kept.items():
        yield _kept(visit, visit.by_id[ident], names, within=within)


def _kept(visit: Visit, found: AnyRecord, names: _Names, *, within: bool) -> Finding:
    first, field = names[0]
    lowest = reduce(lower, (record.audience for record, _ in names))
    message: Value = msg(
        "Its audience is “{audience}”, but it names “{record}” ({id}), whose audience is "
        "“{higher}”; that is left out there.",
        audience=msg(AUDIENCE[first.audience]),
        record=short(found, visit),
        id=found.id,
        higher=msg(AUDIENCE[found.audience]),
    )
    if more := len({record.id for record, _ in names}) - 1:
        others = msg_n(
            "The same is true of {count} more record.",
            "The same is true of {count} more records.",
            more,
        )
        message = sentences((message, others))
    fix = _closing(found, names) if within else _opening(found, lowest)
    return Finding(
        "warning", READERS, first.id, field, message, f"{found.id} {found.audience} {lowest}", fix
    )


def _closing(found: AnyRecord, names: _Names) -> Fix:
    """Return the edit that gives what nobody reads without it its audience: pages stay as
    they are.
    """
    closed = dict.fromkeys(record.id for record, _ in names)
    return Fix(
        msg("Give all of them the audience “{audience}”", audience=msg(AUDIENCE[found.audience])),
        tuple(Step(ident, "audience", found.audience) for ident in closed),
    )


def _opening(found: AnyRecord, lowest: Audience) -> Fix | None:
    """Return the edit that shows it to those who read what names it, as far as its kind is
    for them and nobody loses it.
    """
    wanted = higher(begins(type(found)), lowest)
    opens = wanted != found.audience and reads(found.audience, wanted)
    if not isinstance(found, _OPENED) or not opens:
        return None
    label = msg("Give what is named the audience “{audience}”", audience=msg(AUDIENCE[wanted]))
    return Fix(label, (Step(found.id, "audience", wanted),))


def _without_content(section: Section) -> Iterator[Finding]:
    """Yield a warning for a section whose readers get nothing of what it lists."""
    what: Value
    if section.content == "notes" and section.sorts:
        lowest = reduce(lower, (NOTES[sort].floor for sort in section.sorts))
        what = listed([sort_name(sort) for sort in section.sorts])
    elif section.content == "needs":
        lowest, what = "host", msg("Needs")
    elif section.content == "passports":
        lowest, what = "security", msg("Passports")
    else:
        return
    if reads(section.audience, lowest):
        return
    message = msg(
        "Its readers never get what it lists: {what}. Without a text of its own it is left out "
        "for them.",
        what=what,
    )
    yield Finding(
        "warning", READERS, section.id, "audience", message, lowest, _given(section.id, lowest)
    )


def _given(ident: str, audience: Audience) -> Fix:
    label = msg("Give it the audience “{audience}”", audience=msg(AUDIENCE[audience]))
    return Fix(label, (Step(ident, "audience", audience),))
