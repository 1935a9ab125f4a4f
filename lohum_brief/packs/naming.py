"""How packs name a person: with the form that is best known, and a small mark where one is missing.

A form that no font can print counts as missing, so that a name in a script of its own never keeps a pack back.
"""

from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.language import names
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.brief import Brief
from lohum_brief.typeset.faces import uncovered
from lohum_brief.visit.records import NamePart, Person

LATIN: Final[Lang] = "en"
"""Names stand in Latin letters too, whatever the pack's languages."""

NO_FORM: Final[dict[Lang, str]] = {
    "hi": phrase("[no Hindi form]"),
    "en": phrase("[no English form]"),
    "ja": phrase("[no Japanese form]"),
}
"""The mark of a form of a name that is missing; print each in that language, or where a pack has it not in its first."""


class Called(NamedTuple):
    """A form of a name, and in which language it is; both are empty where nothing of the name can be printed."""

    form: str
    lang: Lang | None


def printable(person: Person, brief: Brief) -> Person:
    """Return the person without the forms of the name that no font can print."""
    wanted = {*brief.langs, person.native, LATIN}
    family, given = (_printable(part, wanted) for part in (person.family, person.given))
    if family is person.family and given is person.given:
        return person
    return structs.replace(person, family=family, given=given)


def best(person: Person, brief: Brief, *wanted: Lang, polite: bool = False) -> Called:
    """Return the first form that there is: of the languages wanted, then the pack's, in Latin letters, or any other.

    A polite one that stands for all others has the honorific of the pack's first language: who has no name in it is no
    less a guest.
    """
    for lang in dict.fromkeys((*wanted, *brief.langs, LATIN, *LANGS)):
        if form := named(person, lang, polite=polite and lang in brief.langs):
            if polite and lang not in (person.native, *brief.langs):
                form = names.honoured(
                    form, brief.langs[0], native=person.native, honorific=person.honorific, side=person.side
                )
            return Called(form, lang)
    return Called("", None)


def named(person: Person, lang: Lang, *, polite: bool) -> str:
    """Return the name in a language, with honorifics if it is to be polite; empty where it has no form there."""
    return names.name(
        person.family,
        person.given,
        lang,
        native=person.native,
        honorific=person.honorific,
        side=person.side,
        polite=polite,
    )


def _printable(part: NamePart, langs: set[Lang]) -> NamePart:
    lost = [lang for lang in langs if (form := getattr(part, lang)) and not form.isascii() and uncovered(form, lang)]
    if "ja" in langs and part.reading and uncovered(part.reading, "ja"):
        return structs.replace(part, **dict.fromkeys(lost, ""), reading="")
    return structs.replace(part, **dict.fromkeys(lost, "")) if lost else part
