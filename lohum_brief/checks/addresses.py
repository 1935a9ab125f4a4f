"""Forms of address within names: they would print twice, Dr Dr. Vikram GUPTA. Ranks that a
language says nowhere.
"""

from collections.abc import Iterator

from lohum_brief.checks.finding import Finding, Fix, Step
from lohum_brief.exchange.address_words import together
from lohum_brief.exchange.people import given_name
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.names import PLAIN, Address
from lohum_brief.message import msg
from lohum_brief.visit.labels import choice
from lohum_brief.visit.ranks import with_post
from lohum_brief.visit.records import Person
from lohum_brief.visit.visit import Visit

RULE = "addresses"


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each given name that begins with a form of address, or ends with one in
    Japanese; for each rank that a language has no certain word for and the post does not say.
    """
    for person in visit.of(Person):
        if person.forces:
            yield from _unsaid(person, visit)
        yield from _in_front(person)
        for field, part in (("given", person.given), ("family", person.family)):
            for lang, form in part.items():
                if behind := _behind(form, lang):
                    yield _finding(
                        person, f"{field}.{lang}", form, form.removesuffix(behind).strip(), PLAIN
                    )


def _in_front(person: Person) -> Iterator[Finding]:
    """Yield a warning for each given name that begins with a form of address."""
    for lang, language in LANGUAGES.items():
        given = person.given[lang]
        if language.names.before and (" " in given or "." in given):
            name, address, _rank = given_name(given)
            if address != PLAIN:
                yield _finding(person, f"given.{lang}", given, name, address)


def _unsaid(person: Person, visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each language in which nothing prints the rank."""
    for lang in LANGS:
        if with_post(person, visit, lang) is None:
            message = msg(
                "The rank “{rank}” has no word in {language} that is certain, and prints nowhere: "
                "write it in the post.",
                rank=choice("forces", person.forces),
                language=choice("lang", lang),
            )
            about = f"{person.forces} {person.retired}"
            yield Finding("warning", RULE, person.id, f"post.{lang}", message, about)


def _behind(form: str, lang: Lang) -> str:
    """Return the form of address that stands behind a name; empty if there is none, or nothing
    else.
    """
    words = LANGUAGES[lang].names.behind
    return next((word for word in words if form.endswith(word) and len(form) > len(word)), "")


def _finding(person: Person, field: str, said: str, name: str, address: Address) -> Finding:
    kept = together(person.address, address)
    changed = [part for part in Address._fields if getattr(kept, part) != getattr(person, part)]
    steps = [
        Step(person.id, field, name),
        *(Step(person.id, part, getattr(kept, part)) for part in changed),
    ]
    return Finding(
        "warning",
        RULE,
        person.id,
        field,
        msg("“{name}” has a form of address in it, which the program writes by itself.", name=said),
        said,
        Fix(msg("Write {character}", character=name), tuple(steps)),
    )
