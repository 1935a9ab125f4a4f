"""Figures and the tokens that print them: what a token names is there, may be read, is not stale
and has a source.
"""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache

from lohum_brief.checks.finding import Finding, Fix, replacing
from lohum_brief.checks.strings import value_at
from lohum_brief.language.codes import LANGS
from lohum_brief.language.dates import in_each
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import Message, listed, msg, msg_n
from lohum_brief.visit import tokens
from lohum_brief.visit.audiences import may_read
from lohum_brief.visit.figures import (
    Figures,
    Rate,
    UnknownFigureError,
    Value,
    ended,
    held_until,
    stale,
)
from lohum_brief.visit.printing import UnprintableFormError, printed
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Observation,
    Particulars,
    Series,
)
from lohum_brief.visit.uses import Use, braced, lacking, uses
from lohum_brief.visit.visit import Visit

RULE = "figures"


def _of_stored(record: AnyRecord) -> Iterator[Finding]:
    if isinstance(record, Observation | Figure | Series):
        yield from _stored(record)


def _start(visit: Visit) -> dt.date | None:
    return next((particulars.start for particulars in visit.of(Particulars)), None)


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield errors for tokens that cannot be printed; warnings for stale figures and languages
    whose tokens differ.

    A figure without a source or basis is a note.
    """
    everything = Figures(visit)
    start = _start(visit)

    @cache
    def readable(audience: Audience) -> Figures:
        return Figures(Visit(other for other in visit if may_read(other, audience)))

    rates: set[Rate] = set()
    stored = [record for record in visit if isinstance(record, Observation | Figure | Series)]
    old: dict[str, set[tuple[str, str]]] = {
        record.id: set() for record in stored if stale(held_until(record), start)
    }
    for record in visit:
        yield from _of_stored(record)
        if not any(True for _ in braced(record)):
            continue
        for use in uses(record):
            known = readable(record.audience)
            yield from _used(record, use, everything, known)
            if old and (ident := _holder(use, known)) in old:
                old[ident].add((record.id, use.field.removesuffix(f".{use.lang}")))
            if "in=" in use.token.options:
                rates |= _rates(use, known)
        yield from _differing(record)
        yield from _lookalikes(record)
    for ident, places in old.items():
        yield _of_stale(visit.by_id[ident], len(places), start)
    for rate in sorted(rates, key=lambda rate: (rate.record, rate.as_of)):
        yield from _of_rate(rate)


def _rates(use: Use, readable: Figures) -> set[Rate]:
    """Return the rate by which a token converts, if it can."""
    try:
        rate = readable.find(use.token).rate
    except (tokens.MalformedTokenError, UnknownFigureError):
        return set()  # it has been told
    return {rate} if rate else set()


def _holder(use: Use, readable: Figures) -> str:
    """Return the record that holds the value of a token, if it has one."""
    try:
        return readable.find(use.token).record
    except (tokens.MalformedTokenError, UnknownFigureError):
        return ""  # it has been told


def _of_rate(rate: Rate) -> Iterator[Finding]:
    """Yield what a rate by which money is converted lacks: no amount is honest without both."""
    if not rate.as_of:
        message = msg("Money is converted by this rate: say of which day it is.")
        yield Finding("error", RULE, rate.record, "as_of", message)
    if not rate.sourced:
        message = msg("Money is converted by this rate: say where it is from.")
        yield Finding("error", RULE, rate.record, "sources", message)


def _differing(record: AnyRecord) -> Iterator[Finding]:
    for field, missing in lacking(record):
        written = [token.written for token in missing]
        message = msg(
            "Other languages of this text print {tokens}, which this one does not.",
            tokens=listed(written),
        )
        yield Finding("warning", RULE, record.id, field, message, ", ".join(written))


def _of_stale(record: AnyRecord, places: int, start: dt.date | None) -> Finding:
    """Return what is said of a stale figure, once for all places that print it."""
    assert isinstance(record, Observation | Figure | Series)  # noqa: S101 - what holds a value
    until = held_until(record)
    assert until is not None and start is not None  # noqa: S101, PT018 - it is stale
    day, first = in_each(until), in_each(start)
    message: Message = msg(
        "The figure was valid until {day}; the visit starts on {start}: look for a newer one.",
        day=day,
        start=first,
    )
    if places:
        message = msg_n(
            "The figure was valid until {day}; the visit starts on {start}: look for a newer one. "
            "It stands in {count} text.",
            "The figure was valid until {day}; the visit starts on {start}: look for a newer one. "
            "It stands in {count} texts.",
            places,
            day=day,
            start=first,
        )
    return Finding("warning", RULE, record.id, "valid_until", message, start.isoformat())


def _stored(record: Observation | Figure | Series) -> Iterator[Finding]:
    if isinstance(record, Figure) and record.upper is not None and record.upper < record.value:
        message = msg(
            "The range falls: its upper end {upper} is less than {value}.",
            upper=str(record.upper),
            value=str(record.value),
        )
        yield Finding("error", RULE, record.id, "upper", message)
    if record.holds is not None and record.valid_until is None and not ended(record.as_of):
        message = msg(
            "It is said for how many days the figure holds, but not of which day or period it is: "
            "enter that, or until when it is valid."
        )
        yield Finding("warning", RULE, record.id, "as_of", message)
    if not record.sources:
        yield Finding("info", RULE, record.id, "sources", msg("The figure has no source."))
    if isinstance(record, Series) and record.basis is None:
        yield Finding(
            "info", RULE, record.id, "basis", msg("It is not said what the figures are based on.")
        )


def _used(record: AnyRecord, use: Use, everything: Figures, readable: Figures) -> Iterator[Finding]:
    try:
        form = tokens.form(use.token)
        value = everything.find(use.token)
    except (tokens.MalformedTokenError, UnknownFigureError) as error:
        yield Finding("error", RULE, record.id, use.field, error.message, use.token.written)
        return
    try:
        value = readable.find(use.token)
    except UnknownFigureError:
        message = msg(
            "The audience of the text is “{audience}”, which may not read the figure of {token}.",
            audience=msg(AUDIENCE[record.audience]),
            token=use.token.written,
        )
        yield Finding("error", RULE, record.id, use.field, message, use.token.written)
        return
    try:
        printed(value, form, use.lang or "en")
    except UnprintableFormError as error:
        message = msg("{token}: {why}.", token=use.token.written, why=error.message)
        yield Finding("error", RULE, record.id, use.field, message, use.token.written)
    yield from _doubts(record, value, use)


def _doubts(record: AnyRecord, value: Value, use: Use) -> Iterator[Finding]:
    written = use.token.written
    if value.superseded:
        message = msg(
            "{token} prints a reading that was not chosen; chosen is {other}.",
            token=written,
            other=value.superseded,
        )
        fix = _chosen_instead(record, use, value.superseded)
        yield Finding(
            "warning", RULE, record.id, use.field, message, f"{written} {value.superseded}", fix
        )


def _chosen_instead(record: AnyRecord, use: Use, other: str) -> Fix | None:
    """Return the edit that names the chosen reading in the token; only figures are named by their
    own ids.
    """
    name = other.removeprefix("figure:")
    if use.token.kind != "figure" or use.lang is None:
        return None
    written = use.token.written
    new = written.replace(f"figure:{use.token.name}", f"figure:{name}", 1)
    step = replacing(
        record.id,
        use.field,
        value_at(record, use.field),
        re.compile(re.escape(written)),
        lambda _: new,
    )
    return Fix(msg("Print the chosen one"), (step,))


def _lookalikes(record: AnyRecord) -> Iterator[Finding]:
    for path, text in braced(record):
        strings = (
            {path: text}
            if isinstance(text, str)
            else {f"{path}.{lang}": text[lang] for lang in LANGS}
        )
        for field, string in strings.items():
            for written in tokens.lookalikes(string):
                message = msg(
                    "{token} looks like a figure, but is printed as it stands; the kinds are: "
                    "{kinds}.",
                    token=written,
                    kinds=listed(tokens.KINDS),
                )
                yield Finding("warning", RULE, record.id, field, message, written)
