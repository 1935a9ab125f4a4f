"""The kana reading of a name in kanji: lists are sorted by it and it prints over the name."""

import unicodedata
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.language.codes import READ
from lohum_brief.message import msg
from lohum_brief.visit.records import Organisation, Person
from lohum_brief.visit.visit import Visit

RULE = "readings"

_AMONG_KANA: Final = " ・ー（）、゠"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield warnings for names of people in kanji that have no reading, and for readings that are
    not kana.
    """
    for person in visit.of(Person):
        for field, part in (("family", person.family), ("given", person.given)):
            if not part.reading and any(map(_is_kanji, part[READ])):
                message = msg(
                    "Its reading is missing: it cannot stand over the kanji, and the name is "
                    "sorted last."
                )
                yield Finding("warning", RULE, person.id, f"{field}.reading", message)
            yield from _kana(person.id, f"{field}.reading", part.reading)
    for body in visit.of(Organisation):
        yield from _kana(body.id, "reading", body.reading)


def _kana(ident: str, field: str, reading: str) -> Iterator[Finding]:
    if all(map(_is_kana, reading)):
        return
    normal = unicodedata.normalize("NFKC", reading).replace("(", "（").replace(")", "）").strip()
    fix = None
    if all(map(_is_kana, normal)):
        fix = Fix(msg("Write full-width kana"), (Step(ident, field, normal),))
    yield Finding("warning", RULE, ident, field, msg("The reading is not in kana alone."), fix=fix)


def _is_kanji(character: str) -> bool:
    return (
        "\u3400" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or character >= "\U00020000"
    )


def _is_kana(character: str) -> bool:
    return (
        character in _AMONG_KANA
        or "\u3041" <= character <= "\u3096"
        or "\u30a1" <= character <= "\u30fa"
    )
