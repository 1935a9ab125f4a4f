"""Spelling hints in the texts of the window: off until somebody wants them; names and terms of the visit count as known."""

from typing import TYPE_CHECKING

from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import Lang
from lohum_brief.visit.records import Group, Organisation, Person, Term
from lohum_brief.visit.visit import Visit
from lohum_brief.window.program import preferences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lohum_brief.window.fields.marking import Mark


def marks(text: str, lang: Lang, visit: Visit) -> "Iterator[Mark]":
    """The hints for a text, if they are wanted."""
    from lohum_brief.language.hints import hints  # not before the first paint
    from lohum_brief.window.fields.marking import Mark

    for hint in hints(text, lang) if preferences.wanted(preferences.HINTS) else ():
        if not _is_known(text, hint.start, hint.stop, lang, visit):
            why = say("{why} Better: “{right}”.", why=hint.why, right=hint.right) if hint.right.strip() else hint.why
            yield Mark(hint.start, hint.stop, "hint", why, hint.right)


def _is_known(text: str, start: int, stop: int, lang: Lang, visit: Visit) -> bool:
    """Whether a name or term of the visit stands there just as it is written."""
    doubted = text[start:stop]
    return any(
        text.startswith(name, start - at)
        for name in _names(lang, visit)
        if (at := name.find(doubted)) >= 0 and at <= start
    )


def _names(lang: Lang, visit: Visit) -> frozenset[str]:
    """Those of the visit and language that were asked about last."""
    from lohum_brief.language.furigana import plain

    if not _known or _known[0][0] is not visit or _known[0][1] != lang:
        records: list[Organisation | Group | Term] = [*visit.of(Organisation), *visit.of(Group), *visit.of(Term)]
        names = {plain(record.name[lang]) for record in records}
        for person in visit.of(Person):
            names |= {getattr(person.family, lang), getattr(person.given, lang)}
        _known[:] = [(visit, lang, frozenset(names - {""}))]
    return _known[0][2]


_known: list[tuple[Visit, Lang, frozenset[str]]] = []
