"""Texts for guests or the public that are marked as not for them: “INTERNAL”, “(not for guests)”,
社外秘, आंतरिक।

What marks a row on its way in marks a text that was typed. Only as a marking: in brackets, in
capitals, or as a sentence or clause of its own. “Internal resistance” and 内部短絡 say what they
say; so does what guests are told as often, that talks are closed to others.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.checks.strings import strings
from lohum_brief.language.either import either
from lohum_brief.language.phrases import AUDIENCE
from lohum_brief.message import msg
from lohum_brief.visit.audiences import closed
from lohum_brief.visit.readers import Audience, reads
from lohum_brief.visit.records import AnyRecord, Pack, Particulars, Person, Source, Term
from lohum_brief.visit.visit import Visit

RULE = "markings"

_NAMES: Final = {Person: ("family", "given"), Term: ("name",), Source: ("title",)}
"""What is called so is not marked so: गुप्त is a family, “Confidential” may be explained."""
_NEVER_CLOSED: Final = (Particulars, Pack)
"""A pack for hosts would print more, not less."""
_BEGINS: Final = r"(?:^|[\n.!?。।॥(\[{【〔|※*•]|\s[-–—]|[–—])\s*"
_ENDS: Final = r"\s*(?:$|[\n.!?。।॥)\]}】〕|:;]|\s[-–—]|[–—])"
_SPACES: Final = re.compile(r"[^\S\n]+|_")
_SURE: Final = 3
"""Characters of a marking in a script without spaces that is hardly anything else."""


class _Marking(NamedTuple):
    words: str
    audience: Audience


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield an error for each text below the hosts that is marked for them or above."""
    for record in visit:
        if not reads("guest", record.audience):
            continue
        spared = (*_NAMES.get(type(record), ()), *closed(record, record.audience))
        for path, _lang, text in strings(record):
            if path.partition(".")[0] not in spared and (found := _marking(text)):
                yield _finding(record, path, found)


def _finding(record: AnyRecord, path: str, found: _Marking) -> Finding:
    message = msg(
        "Its audience is “{audience}”, but it is marked “{words}”. Take out what they are not to "
        "read, or give it the audience that it is meant for.",
        audience=msg(AUDIENCE[record.audience]),
        words=found.words,
    )
    fix = None
    if not isinstance(record, _NEVER_CLOSED):
        label = msg("Make its audience “{audience}”", audience=msg(AUDIENCE[found.audience]))
        fix = Fix(label, (Step(record.id, "audience", found.audience),))
    return Finding("error", RULE, record.id, path, message, record.audience, fix)


@lru_cache(20_000)
def _marking(text: str) -> _Marking | None:
    """Return the first marking of a text."""
    even = unicodedata.normalize("NFKC", text)  # ＩＮＴＥＲＮＡＬ is a marking too
    if not _hints().search(even):
        return None
    plain = _SPACES.sub(" ", even)
    for pattern, holds in ((_alone(), _is_said), (_among(), _is_sure), (_inside(), _is_loud)):
        for match in pattern.finditer(plain):
            words = match["host"] or match["principal"]
            if holds(words, match):
                return _Marking(words, "host" if match["host"] else "principal")
    return None


def _is_said(words: str, _match: re.Match[str]) -> bool:
    """Return whether words that stand alone are a marking."""
    return _is_capital(words) or not _ordinary().fullmatch(words)


def _is_sure(words: str, match: re.Match[str]) -> bool:
    """Return whether words that stand between commas are a marking: none that may be one word of
    a list.
    """
    sure = " " in words or (min(words) >= "\u3000" and len(words) >= _SURE)
    return sure and _is_said(words, match)


def _is_loud(words: str, match: re.Match[str]) -> bool:
    """Return whether words within a sentence are a marking: in capitals, and not one of several
    words that are.
    """
    if not _is_capital(words):
        return False
    around = (match.string[: match.start()].split()[-1:], match.string[match.end() :].split()[:1])
    return " " in words or not any(_is_capital(word) for side in around for word in side)


def _is_capital(words: str) -> bool:
    return words.isupper() and len(words) > 1


@cache
def _hints() -> re.Pattern[str]:
    return re.compile(either(lambda language: language.marks.hints), re.IGNORECASE)


@cache
def _ordinary() -> re.Pattern[str]:
    return re.compile(either(lambda language: language.marks.ordinary), re.IGNORECASE)


def _between(begins: str, ends: str) -> re.Pattern[str]:
    host = either(lambda language: language.marks.host)
    principal = either(lambda language: language.marks.principal)
    return re.compile(
        f"(?:{begins})(?:(?P<principal>{principal})|(?P<host>{host}))(?={ends})", re.IGNORECASE
    )


@cache
def _alone() -> re.Pattern[str]:
    """What is a sentence or in brackets, or stands behind a dash."""
    return _between(_BEGINS, _ENDS)


@cache
def _among() -> re.Pattern[str]:
    """What is a clause, or in Japanese set apart by a space."""
    return _between(
        rf"{_BEGINS}|[,;:、]\s*|(?<=[\u3000-\u9fff]) ", rf"{_ENDS}|\s*[,、]| (?=[\u3000-\u9fff])"
    )


@cache
def _inside() -> re.Pattern[str]:
    return _between(r"(?<![^\W_])", r"(?![^\W_])")
