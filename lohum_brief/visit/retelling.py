"""Names of steps of old journals, which keep them as they were said, in a reader's language.

Journals of today keep messages; this guesses which message an old name was.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.letters import written_in
from lohum_brief.language.sentences import filled, sentence
from lohum_brief.message import CONTEXT_END, Value, msg, msg_n
from lohum_brief.visit.kinds import KINDS

_OF_KIND: Final = (
    phrase("Add {kind}"),
    phrase("Change {kind}"),
    phrase("Move {kind}"),
    phrase("Remove {kind}"),
)
_COUNTED: Final = re.compile(r"(Change|Remove|Move|Duplicate) (\d+) entr(?:y|ies)")
_NAMED: Final = re.compile(r"(.+?)(?:: |：)(.+)", re.DOTALL)


def retold(label: Value, reader: Lang) -> str:
    """Return the name of a step in a language; an old one as far as it consists of the program's
    own words.
    """
    return _guessed(label, reader) if isinstance(label, str) else sentence(label, reader)


def _guessed(label: str, reader: Lang) -> str:
    lang = _lang_of(label)
    if lang == reader:
        return label  # the usual case, for which no other catalogue is read
    if found := _steps(lang).get(label):
        step, kind = found
        return sentence(msg(step, kind=msg(kind)), reader)
    if counted := _COUNTED.fullmatch(label):
        step, count = counted[1], int(counted[2])
        told = msg_n(f"{step} {{count}} entry", f"{step} {{count}} entries", count)
        return sentence(told, reader)
    plain = "{" not in label and CONTEXT_END not in label and label
    own = filled(label, reader, {}) if plain else label
    named = _NAMED.fullmatch(label)
    if own != label or named is None or (step := _guessed(named[1], reader)) == named[1]:
        return own
    return sentence(msg("{step}: {record}", step=step, record=named[2]), reader)


def _lang_of(label: str) -> Lang:
    """Return the language of a step's name, by the script it begins with: names of records stand at
    its end.
    """
    first = label[:1]
    return written_in(first) or "en"


@cache
def _steps(lang: Lang) -> Mapping[str, tuple[str, str]]:
    """Return what steps about one record are called in a language, with the words that they are
    made of.
    """
    word = words(lang)
    found = {
        word(step, kind=word(kind)): (step, kind)
        for step in _OF_KIND
        for kind in [kind.one for kind in KINDS]
    }
    return MappingProxyType(found)
