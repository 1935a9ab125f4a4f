"""Translations that are older than what they translate."""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.phrases import called
from lohum_brief.message import Message, msg
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "states"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each language of a text that is old."""
    for record in visit:
        for path, text in texts(record):
            if not isinstance(text, Text):
                continue
            for lang in LANGS:
                if text[lang] and text.state[lang] == "old":
                    fix = Fix(
                        msg("Mark as checked"),
                        (Step(record.id, f"{path}.state.{lang}", "checked"),),
                    )
                    yield Finding(
                        "warning", RULE, record.id, f"{path}.{lang}", _message(lang), fix=fix
                    )


def _message(lang: Lang) -> Message:
    return msg(
        "The original has changed since the {language} text was written.", language=called(lang)
    )
