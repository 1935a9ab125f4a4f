"""Punctuation: brackets and quotation marks that have no pair, and sentences that end with the mark
of another script.
"""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Span, Step
from lohum_brief.checks.strings import texts
from lohum_brief.language.codes import Lang
from lohum_brief.language.hints import sentence_ends
from lohum_brief.message import msg
from lohum_brief.visit.records import Organisation, Person, Source, is_quotation
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

RULE = "punctuation"

_CLOSING: Final = {
    "」": "「",
    "』": "『",
    "）": "（",
    ")": "(",
    "]": "[",
    "〉": "〈",
    "】": "【",
    "”": "“",
}
_EITHER: Final = {"(": "（", "（": "("}
"""A bracket of the other width is a matter of taste, not a missing pair."""
_ANY: Final = re.compile("[「」『』（）()\\[\\]〈〉【】“”]")
_NUMBERING: Final = re.compile(
    r"(?:^|(?<=[\s、。;；,]))[（(]?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4}|[ア-ン一二三四五六七八九十क-घ])[)）]"
)
"""1), a) and ア） number the parts of a text."""


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for marks without their pair; notes, with a fix, for a full stop in Hindi and
    Japanese. Quotations are left alone.
    """
    for record in visit:
        if isinstance(record, Organisation | Person | Source) or is_quotation(record):
            continue
        for field, text in texts(record):
            if isinstance(text, Text):
                for lang, string in text.items():
                    yield from _of_string(record.id, f"{field}.{lang}", string, lang)


def _of_string(ident: str, field: str, string: str, lang: Lang) -> Iterator[Finding]:
    for mark in unpaired(string):
        yield Finding("warning", RULE, ident, field, msg("“{mark}” has no pair.", mark=mark), mark)
    if "." not in string:
        return
    spans = tuple(Span(hint.start, hint.stop, hint.right) for hint in sentence_ends(string, lang))
    if spans:
        right = spans[0].new[-1]
        message = msg(
            "A sentence ends with a full stop where this language has “{mark}”.", mark=right
        )
        fix = Fix(msg("Write {character}", character=right), (Step(ident, field, spans=spans),))
        yield Finding("info", RULE, ident, field, message, right, fix)


def unpaired(text: str) -> list[str]:
    """Return the brackets and quotation marks of a text that are opened and not closed, or closed
    and not opened, in their order.
    """
    if _ANY.search(text) is None:
        return []
    numbered = {match.end() - 1 for match in _NUMBERING.finditer(text) if match[0][0] not in "（("}
    opened: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in _ANY.finditer(text):
        at, mark = match.start(), match[0]
        if mark not in _CLOSING:
            opened.append((at, mark))
        elif opened and opened[-1][1] in (_CLOSING[mark], _EITHER.get(_CLOSING[mark])):
            opened.pop()
        elif at not in numbered:
            alone.append((at, mark))
    return [mark for _, mark in sorted((*opened, *alone))]
