"""Names of steps in the interface language, whichever it was when they were made: the journal keeps
them as they were said.
"""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.language.letters import written_in
from lohum_brief.visit.kinds import KINDS

_OF_KIND: Final = (
    phrase("Add {kind}"),
    phrase("Change {kind}"),
    phrase("Move {kind}"),
    phrase("Remove {kind}"),
)
_COUNTED: Final = re.compile(r"(Change|Remove|Move|Duplicate) (\d+) entr(?:y|ies)")
_NAMED: Final = re.compile(r"(.+?)(?:: |：)(.+)", re.DOTALL)


def retold(label: str) -> str:
    """Return the name of a step in the interface language, as far as it consists of the program's
    own words.
    """
    lang = _lang_of(label)
    if lang == interface():
        return label  # the usual case, for which no other catalogue is read
    if found := _steps(lang).get(label):
        step, kind = found
        return say(step, kind=say(kind))
    if counted := _COUNTED.fullmatch(label):
        step, count = counted[1], int(counted[2])
        return say_n(f"{step} {{count}} entry", f"{step} {{count}} entries", count)
    own = say(label) if "{" not in label and "\x04" not in label and label else label
    named = _NAMED.fullmatch(label)
    if own != label or named is None or (step := retold(named[1])) == named[1]:
        return own
    return say("{step}: {record}", step=step, record=named[2])


def _lang_of(label: str) -> Lang:
    """The language of a step's name, by the script it begins with: names of records stand at its
    end.
    """
    first = label[:1]
    return written_in(first) or "en"


@cache
def _steps(lang: Lang) -> Mapping[str, tuple[str, str]]:
    """What steps about one record are called in a language, and the words that they are made of."""
    word = words(lang)
    found = {
        word(step, kind=word(kind)): (step, kind)
        for step in _OF_KIND
        for kind in [kind.one for kind in KINDS]
    }
    return MappingProxyType(found)
