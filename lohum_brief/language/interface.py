"""What the program says to its user, in the language of the interface.

`say` makes a sentence of a message where a person reads it: only the command line and the window
do. It falls back to English, for the program must be able to speak. The interface language and the
languages of a pack have nothing to do with each other; what packs print is in `catalogue`.
"""

import os
from collections.abc import Iterable
from functools import cache, reduce
from gettext import GNUTranslations

from lohum_brief import message
from lohum_brief.language.catalogue import read
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import Forms, Group, Message, Value, without_context

_chosen: Lang | None = None


def use(lang: Lang | None) -> None:
    """Choose the interface language; None goes back to what the environment says."""
    global _chosen  # noqa: PLW0603 - one process speaks one language
    _chosen = lang


def interface() -> Lang:
    """Return the interface language in force: chosen, else LOHUM_LANG, else the locale's, else
    English.
    """
    return _chosen or _environment()


def say(words: Value, /, **values: object) -> str:
    """Return a message in the interface language, or English with named places whose values are
    given here: strings, numbers, messages.
    """
    if not isinstance(words, str):
        return str(_spoken(words))
    lang = interface()
    if lang != "en" and (catalogue := _lenient(lang)):
        words = catalogue.gettext(words)
    words = without_context(words)
    if not values:
        return words
    return words.format(**{name: _spoken(value) for name, value in values.items()})


def say_n(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Return a sentence that depends on a number, which is `{count}` in it."""
    lang = interface()
    if lang != "en" and (catalogue := _lenient(lang)):
        found = catalogue.ngettext(singular, plural, count)
    else:
        found = singular if count == 1 else plural
    return found.format(count=count, **{name: _spoken(value) for name, value in values.items()})


def listed(parts: Iterable[Value]) -> str:
    """Parts in a row, parted as the interface language parts them."""
    row = [str(_spoken(part)) for part in parts]
    return (
        reduce(lambda one, another: say("{one}, {another}", one=one, another=another), row)
        if row
        else ""
    )


def sentences(parts: Iterable[Value]) -> str:
    """Whole sentences behind one another, as the interface language writes them."""
    space = LANGUAGES[interface()].punctuation.space
    return space.join(found for part in parts if (found := str(_spoken(part))))


def clause(sentence: object) -> str:
    """Return a sentence without its stop, to stand within another."""
    return str(_spoken(sentence)).rstrip(message.STOPS)


def _spoken(value: object) -> object:
    """Return a value as it stands in a sentence; what is no message stays what it is."""
    match value:
        case Message():
            values = dict(value.values)
            if value.plural:
                return say_n(value.key, value.plural, value.count, **values)
            return say(value.key, **values)
        case Group(how="listed"):
            return listed(value.parts)
        case Group(how="sentences"):
            return sentences(value.parts)
        case Group():
            return message.arrange(value.how, [str(_spoken(part)) for part in value.parts])
        case Forms():
            found = dict(value.by_language)
            return found.get(interface()) or message.english(value)
        case _:
            return value


@cache
def _environment() -> Lang:
    locale = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), "")
    wishes = [os.environ.get("LOHUM_LANG", "")]
    # as GNU gettext: the C locale is not translated
    if locale.partition(".")[0] not in ("C", "POSIX"):
        wishes += os.environ.get("LANGUAGE", "").split(":")
    wishes.append(locale)
    for wish in wishes:
        for lang in LANGS:
            if wish.lower().replace("-", "_").partition(".")[0].partition("_")[0] == lang:
                return lang
    return "en"


@cache
def _lenient(lang: Lang) -> GNUTranslations | None:
    """None where there is no sound catalogue: the program then speaks English, for it must be able
    to speak.
    """
    return read(LANGUAGES[lang].catalogue)
