"""A missing language prints as a visible mark, never as another language in its place."""

from collections.abc import Iterator
from functools import cache

import msgspec

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.checks.strings import texts
from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import called
from lohum_brief.visit.records import AnyRecord, Pack, Paragraph, Record
from lohum_brief.visit.visit import Visit

RULE = "languages"


def findings(visit: Visit) -> Iterator[Finding]:
    """One warning for each language that a text lacks; an error for a pack that names one twice.

    A text that has none and need not be there is no fault.
    """
    for record in visit:
        if isinstance(record, Pack) and len(set(record.languages)) < len(record.languages):
            fix = Fix(say("Name it once"), (Step(record.id, "languages", list(dict.fromkeys(record.languages))),))
            yield Finding("error", RULE, record.id, "languages", say("The pack names a language twice."), fix=fix)
        for path, text in texts(record):
            missing = [lang for lang in _wanted(record) if not text[lang]]
            if len(missing) == len(LANGS) and path not in _required(type(record)):
                continue
            for lang in missing:
                yield Finding("warning", RULE, record.id, f"{path}.{lang}", _message(lang))


def _wanted(record: AnyRecord) -> tuple[Lang, ...]:
    if isinstance(record, Paragraph) and record.verbatim is not None:
        return (record.verbatim,)
    return LANGS


def _message(lang: Lang) -> str:
    return say("The {language} text is missing.", language=called(lang))


@cache
def _required(kind: type[Record]) -> set[str]:
    return {field.name for field in msgspec.structs.fields(kind) if field.required}
