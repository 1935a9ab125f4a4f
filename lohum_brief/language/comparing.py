"""What changed between two versions of a text, by words: those of the language, by ICU's dictionary
in Japanese.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

from icu4py.breakers import WordBreaker

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES

_MOST: Final = 4_000_000
"""Pairs of words that are compared; beyond, what differs counts as exchanged whole."""

Fate = Literal["same", "gone", "come"]


class Run(NamedTuple):
    """Words that stayed, went or came."""

    fate: Fate
    text: str


def words(text: str, lang: Lang, wholes: re.Pattern[str] | None = None) -> list[str]:
    """Return the text in words and what stands between them; what `wholes` matches is not cut."""
    locale = LANGUAGES[lang].locale
    out: list[str] = []
    last = 0
    for match in wholes.finditer(text) if wholes else ():
        out += [*WordBreaker(text[last : match.start()], locale), match[0]]
        last = match.end()
    return [*out, *WordBreaker(text[last:], locale)]


def difference(old: Sequence[str], new: Sequence[str]) -> list[Run]:
    """Return what went and came, in the order of the text; of an exchange first what went."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    runs = [Run("same", "".join(old[:head]))]
    if len(gone) * len(come) > _MOST:
        runs += [Run("gone", "".join(gone)), Run("come", "".join(come))]
    else:
        matcher = SequenceMatcher(None, gone, come, autojunk=False)
        for _, first, last, start, stop in matcher.get_opcodes():
            if gone[first:last] == come[start:stop]:
                runs.append(Run("same", "".join(gone[first:last])))
            else:
                runs += [
                    Run("gone", "".join(gone[first:last])),
                    Run("come", "".join(come[start:stop])),
                ]
    runs.append(Run("same", "".join(old[len(old) - tail :])))
    return _joined([run for run in runs if run.text])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


def _joined(runs: list[Run]) -> list[Run]:
    """Changes with nothing but spaces or points between them read better as one."""
    out: list[Run] = []
    gone = come = ""
    for at, run in enumerate(runs):
        if run.fate == "gone":
            gone += run.text
        elif run.fate == "come":
            come += run.text
        elif (gone or come) and not any(map(str.isalnum, run.text)) and at + 1 < len(runs):
            gone, come = gone + run.text, come + run.text
        else:
            out += [Run("gone", gone), Run("come", come), run]
            gone = come = ""
    return [run for run in (*out, Run("gone", gone), Run("come", come)) if run.text]
