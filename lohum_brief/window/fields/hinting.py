"""Spelling hints in the texts of the window: off until somebody wants them; names and terms of the
visit count as known.
"""

import re
from functools import partial
from typing import TYPE_CHECKING, Final

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.interface import say
from lohum_brief.message import msg
from lohum_brief.visit import edit
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import Group, Organisation, Person, Term
from lohum_brief.visit.visit import Visit
from lohum_brief.window import preferences
from lohum_brief.window.fields.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lohum_brief.language.rooms.hints import Hint
    from lohum_brief.window.fields.marking import Mark, Way
    from lohum_brief.window.session import Session

_WORD: Final = re.compile(r"[\w\u0900-\u0963'’-]+")


def marks(text: str, lang: Lang, session: "Session") -> "Iterator[Mark]":
    """The hints for a text, if they are wanted."""
    if not preferences.wanted(preferences.HINTS):
        WORDS.let_go()
        return
    from lohum_brief.language.hints import hints  # not before the first paint
    from lohum_brief.window.fields.marking import Mark

    taken = []
    for hint in hints(text, lang):
        if not _is_known(text, hint, lang, session):
            taken.append(hint)
            why = (
                say("{why} Better: “{right}”.", why=hint.why, right=hint.right)
                if hint.right.strip()
                else say(hint.why)
            )
            written = text[hint.start : hint.stop]
            yield Mark(hint.start, hint.stop, "hint", why, hint.right, ways=_ways(written, session))
    if lang == "en":
        yield from _doubts(text, taken, session)


def _doubts(text: str, taken: "Sequence[Hint]", session: "Session") -> "Iterator[Mark]":
    """Words of no list, but for those that a rule speaks of already."""
    from lohum_brief.language.spelling import doubts
    from lohum_brief.visit.vocabulary import vocabulary
    from lohum_brief.window.fields.marking import Mark

    if (found := WORDS.found()) is None:
        return
    for doubt in doubts(text, found, session.visit.gathered(vocabulary) | session.ignored):
        if not any(hint.start < doubt.stop and doubt.start < hint.stop for hint in taken):
            word = text[doubt.start : doubt.stop]
            meant = partial(found.meant, word.replace("’", "'"))
            yield Mark(
                doubt.start,
                doubt.stop,
                "hint",
                say(doubt.why),
                meant=meant,
                ways=_ways(word, session),
            )


def _ways(word: str, session: "Session") -> "tuple[Way, ...]":
    """To leave a word alone, here or in this visit; what is no word is right nowhere else."""
    from lohum_brief.window.fields.marking import Way

    if not _WORD.fullmatch(word):
        return ()
    return (
        Way(
            say("Add “{word}” to the words of the visit", word=word),
            partial(session.commit, partial(_kept, word)),
        ),
        Way(
            say("Ignore “{word}” until the visit is closed", word=word),
            partial(_ignore, word, session),
        ),
    )


def _ignore(word: str, session: "Session") -> None:
    session.ignored.add(word.replace("’", "'"))
    session.respelt.emit()


def _kept(word: str, visit: Visit) -> Edit:
    own = visit.particulars
    made = edit.set_field(visit, own.id, "words", [*own.words, word.replace("’", "'")])
    return made._replace(label=msg("Add a word"))


def _is_known(text: str, hint: "Hint", lang: Lang, session: "Session") -> bool:
    """Whether a name or term of the visit stands there just as it is written, or a word that is to
    be left alone.
    """
    doubted = text[hint.start : hint.stop]
    return any(
        text.startswith(name, hint.start - at)
        for name in (*session.visit.gathered(_names)[lang], *session.ignored)
        if (at := name.find(doubted)) >= 0 and at <= hint.start
    )


def _names(visit: Visit) -> "Mapping[Lang, frozenset[str]]":
    from lohum_brief.language.furigana import plain

    records: list[Organisation | Group | Term] = [
        *visit.of(Organisation),
        *visit.of(Group),
        *visit.of(Term),
    ]
    found = {}
    for lang in LANGS:
        names = {plain(record.name[lang]) for record in records} | set(visit.particulars.words)
        for person in visit.of(Person):
            names |= {person.family[lang], person.given[lang]}
        found[lang] = frozenset(names - {""})
    return found
