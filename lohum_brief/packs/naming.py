"""How packs name a person: with the form that is best known, and a small mark where one is missing.

A form that no font can print counts as missing: a name in a script of its own prints in another.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.checks.lettering import has_form, nameless, unprintable, without
from lohum_brief.language import names
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.packs.brief import Brief
from lohum_brief.packs.refusing import refused
from lohum_brief.packs.signs import unsigned
from lohum_brief.visit.name_order import order
from lohum_brief.visit.records import Person

LATIN: Final[Lang] = "en"
"""Names stand in Latin letters too, whatever the pack's languages."""


class Called(NamedTuple):
    """A form of a name, and in which language it is; both are empty where the person has none.

    `before` and `behind` are an honorific with the space that holds it, in the language of
    `address`.
    """

    form: str
    lang: Lang | None
    before: str = ""
    behind: str = ""
    address: Lang = LATIN

    @property
    def text(self) -> str:
        """Return the name with its honorific."""
        return self.before + self.form + self.behind


def printable(person: Person, brief: Brief) -> Person:
    """Return the person without the forms of the name that no font can print.

    Raises BriefError where none is left: who comes is never only a mark.
    """
    own = unsigned(person.family), unsigned(person.given)
    lost = unprintable(own, brief.ruler.uncovered)
    if not lost:
        return person
    family, given = without((person.family, person.given), lost)
    if not has_form((family, given)):
        field = next(iter(lost))
        raise refused(
            person.id,
            field,
            nameless(own, person.native, order(person, brief.visit), field),
            brief.pack,
            brief.visit,
        )
    return structs.replace(person, family=family, given=given)


def best(
    person: Person, brief: Brief, *wanted: Lang, speaking: Lang | None = None, polite: bool = False
) -> Called:
    """Return the first form that there is: of the languages wanted, then the pack's, in Latin
    letters, or any other.

    A polite one has the honorific of its own language, or where the pack is not in that of the
    language that is `speaking`, else of the pack's first: who has no name in it is no less a guest.
    The form of a person's own is bare where another follows that is polite. Where no form is whole,
    its parts stand in the languages that they have.
    """
    form, lang = _first(person, brief, (*dict.fromkeys((*wanted, *brief.langs, LATIN, *LANGS)),))
    if not form:
        return Called("", None)
    bare = lang == person.native and lang not in brief.langs and speaking is None
    if not polite or (bare and any(_forms(person, brief))):
        return Called(form, lang)
    address = speaking or (lang if lang in brief.langs else brief.langs[0])
    around = names.around(
        address, native=person.native, address=person.address, side=person.side or "guest"
    )
    return Called(form, lang, *around, address)


def _first(person: Person, brief: Brief, langs: Sequence[Lang]) -> tuple[str, Lang]:
    """Return the first form, else what can be pieced together, and its language."""
    for lang in langs:
        if form := named(person, brief, lang, polite=False):
            return form, lang
    return _pieced(person, brief, langs)


def _forms(person: Person, brief: Brief) -> Iterator[str]:
    """Yield the name in the languages of the pack."""
    return (named(person, brief, lang, polite=False) for lang in brief.langs)


def _pieced(person: Person, brief: Brief, langs: Sequence[Lang]) -> tuple[str, Lang]:
    """Return a name of which no form is whole, and in which language it begins."""
    found = [
        (part[lang], lang)
        for part in (person.family, person.given)
        if (lang := next((lang for lang in langs if part[lang]), None))
    ]
    if not order(person, brief.visit).family_first:
        found.reverse()
    return " ".join(form for form, _ in found), found[0][1] if found else LATIN


def named(person: Person, brief: Brief, lang: Lang, *, polite: bool) -> str:
    """Return the name in a language, with honorifics if it is to be polite; empty where it has no
    form there.
    """
    first, country = order(person, brief.visit)
    return names.name(
        person.family,
        person.given,
        lang,
        native=person.native,
        family_first=first,
        country=country,
        address=person.address,
        side=person.side or "guest",  # everybody who is admitted has one
        polite=polite,
    )
