"""Readings over kanji, 漢字《かんじ》: brackets that are not a pair print as they stand, which
nobody wants.
"""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Span, Step
from lohum_brief.checks.strings import strings
from lohum_brief.language.codes import READ
from lohum_brief.message import msg
from lohum_brief.visit.visit import Visit

RULE = "furigana"

_PAIR: Final = re.compile("《[^《》]+》")


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield one warning for each Japanese string whose brackets do not match or are empty."""
    for record in visit:
        for path, lang, text in strings(record):
            if lang == READ and ("《" in text or "》" in text):
                rest = _PAIR.sub("", text)
                if "《" in rest or "》" in rest:
                    message = msg(
                        "The brackets of a reading, 《 and 》, do not match or have nothing "
                        "between them."
                    )
                    fix = Fix(msg("Remove the brackets"), (_unpaired(record.id, path, text),))
                    yield Finding("warning", RULE, record.id, path, message, fix=fix)


def _unpaired(ident: str, path: str, text: str) -> Step:
    paired = {at for match in _PAIR.finditer(text) for at in (match.start(), match.end() - 1)}
    spans = [
        Span(at, at + 1, "")
        for at, character in enumerate(text)
        if character in "《》" and at not in paired
    ]
    return Step(ident, path, spans=tuple(spans))
