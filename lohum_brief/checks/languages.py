"""A missing language prints as a visible mark, never as another language in its place."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

import msgspec

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import called
from lohum_brief.message import Message, msg
from lohum_brief.visit.records import AnyRecord, Pack, Paragraph, Particulars, Record
from lohum_brief.visit.visit import Visit

RULE = "languages"

_UNSAID: Final[Lang] = "en"
"""The original language of a visit that does not say."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield one warning for each language that a text lacks; an error for a pack that names one
    twice.

    A text that has none and need not be there is no fault. Languages that the visit does not want
    are not missed.
    """
    for pack in visit.of(Pack):
        if len(set(pack.languages)) < len(pack.languages):
            fix = Fix(
                msg("Name it once"),
                (Step(pack.id, "languages", list(dict.fromkeys(pack.languages))),),
            )
            yield Finding(
                "error",
                RULE,
                pack.id,
                "languages",
                msg("The pack names a language twice."),
                fix=fix,
            )
    yield from lacking(visit, wanted(visit))


def wanted(visit: Visit) -> tuple[Lang, ...]:
    """Return the languages in which texts are wanted: those that some pack prints, and an original
    that the visit names.

    Where no pack says so, all are.
    """
    printed = {lang for pack in visit.of(Pack) for lang in pack.languages}
    if not printed:
        return LANGS
    named = {one.original for one in visit.of(Particulars) if one.original != _UNSAID}
    return tuple(lang for lang in LANGS if lang in printed | named)


def lacking(visit: Visit, langs: Collection[Lang]) -> Iterator[Finding]:
    """Yield a warning for each of these languages that a text lacks."""
    for record in visit:
        for path, text in texts(record):
            if not any(text[lang] for lang in LANGS) and path not in _required(type(record)):
                continue
            for lang in _own(record) or langs:
                if not text[lang]:
                    yield Finding("warning", RULE, record.id, f"{path}.{lang}", missing(lang))


def _own(record: AnyRecord) -> tuple[Lang, ...]:
    """Return the language of a quotation, which stands in no other."""
    return (
        (record.verbatim,) if isinstance(record, Paragraph) and record.verbatim is not None else ()
    )


def missing(lang: Lang) -> Message:
    """Return what is said of a language that a text lacks."""
    return msg("The {language} text is missing.", language=called(lang))


@cache
def _required(kind: type[Record]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind) if field.required}
