"""Sentences of messages: what a message says in a language.

Who speaks to the user says it in the language of the interface (`interface.say`); what looks for a
word among the sentences that the user sees is given their language.
"""

from collections.abc import Iterable, Mapping
from functools import cache, reduce
from typing import TYPE_CHECKING, Final

from lohum_brief import message
from lohum_brief.errors import BriefError
from lohum_brief.language.catalogue import phrase, read
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import Forms, Group, Message, Value, without_context

if TYPE_CHECKING:
    from gettext import GNUTranslations

_ROW: Final = phrase("{one}, {another}")


def sentence(value: Value, lang: Lang) -> str:
    """Return a value in a language; in English where nobody has translated it."""
    return str(stands(value, lang))


def in_every_language(value: Value) -> str:
    """Return a value in all languages, one behind the other: where a word is looked for that
    somebody reads in any of them.
    """
    if isinstance(value, str):
        return value
    return " ".join(dict.fromkeys(sentence(value, lang) for lang in LANGUAGES))


def stands(value: object, lang: Lang) -> object:
    """Return a value as it stands in a sentence; what is no message stays what it is."""
    match value:
        case Message():
            values = dict(value.values)
            if value.plural:
                return counted(value.key, value.plural, value.count, lang, values)
            return filled(value.key, lang, values)
        case Group(how="listed"):
            return row(value.parts, lang)
        case Group(how="sentences"):
            return run(value.parts, lang)
        case Group():
            return message.arrange(value.how, [sentence(part, lang) for part in value.parts])
        case Forms():
            found = dict(value.by_language)
            return found.get(lang) or message.english(value)
        case BriefError():
            return stands(value.message, lang)
        case _:
            return value


def filled(key: str, lang: Lang, values: Mapping[str, object]) -> str:
    """Return a sentence with its places filled; without values it is taken as it stands."""
    # Nothing is no message: gettext keeps the catalogue's own particulars under it.
    if key and lang != "en" and (catalogue := _lenient(lang)):
        key = catalogue.gettext(key)
    key = without_context(key)
    return key.format_map({n: stands(v, lang) for n, v in values.items()}) if values else key


def counted(
    singular: str, plural: str, count: int, lang: Lang, values: Mapping[str, object]
) -> str:
    """Return a sentence that depends on a number, which is `{count}` in it."""
    if lang != "en" and (catalogue := _lenient(lang)):
        found = catalogue.ngettext(singular, plural, count)
    else:
        found = singular if count == 1 else plural
    return found.format(
        count=count, **{name: stands(value, lang) for name, value in values.items()}
    )


def row(parts: Iterable[Value], lang: Lang) -> str:
    """Return parts in a row, parted as the language parts them."""
    said = [sentence(part, lang) for part in parts]
    return reduce(lambda one, two: filled(_ROW, lang, {"one": one, "another": two}), said or [""])


def run(parts: Iterable[Value], lang: Lang) -> str:
    """Return whole sentences behind one another, as the language writes them."""
    space = LANGUAGES[lang].punctuation.space
    return space.join(found for part in parts if (found := sentence(part, lang)))


@cache
def _lenient(lang: Lang) -> "GNUTranslations | None":
    """None where there is no sound catalogue: the program then speaks English, for it must be able
    to speak.
    """
    return read(LANGUAGES[lang].catalogue)
