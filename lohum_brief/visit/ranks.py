"""Ranks and titles that stand with the post, in languages that do not say them before a name."""

from msgspec import structs

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.name_order import order
from lohum_brief.visit.records import Person
from lohum_brief.visit.text import EMPTY, Text
from lohum_brief.visit.visit import Visit


def with_post(person: Person, visit: Visit, lang: Lang) -> str | None:
    """Return what of the form of address stands with the post in a language; empty where there is
    nothing, or the post says a rank itself. None where it has to, for the language has no word that
    is certain.
    """
    rules = LANGUAGES[lang].names
    if not (person.forces or person.honorific != "none") or rules.says_rank(person.post[lang]):
        return ""
    own = (code for code in LANGUAGES[person.native].at_home if len(code) == 2)
    country = next(own, "") or order(person, visit).country
    return rules.with_post(person.address, foreign=person.native != lang, country=country)


def post(person: Person, visit: Visit) -> Text:
    """Return the post as it prints, in each language with the rank that stands with it. A form that
    is missing stays so; where there is no post at all, the rank is one in those languages alone.
    """
    said = {lang: found for lang in LANGS if (found := with_post(person, visit, lang))}
    if not person.post:
        return structs.replace(EMPTY, **said)
    forms = {
        lang: LANGUAGES[lang].names.ranked(person.post[lang], rank)
        for lang, rank in said.items()
        if person.post[lang]
    }
    return structs.replace(person.post, **forms) if forms else person.post
