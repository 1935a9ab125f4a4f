"""The one message catalogue: what the program says to its user, and the fixed words that packs
print.

English is the key; `translations/*.po` hold Hindi and Japanese and are compiled with `python -m
lohum_brief.language.compile`. The interface language and the languages of a pack have nothing to do
with each other: `say` speaks the first and falls back to English, `words` prints the second and
never falls back.

Where one English word means two things (the menu “Edit” and the command “Edit”), `phrase_in` says
which, and the catalogues have an entry for each context (`msgctxt`).
"""

import os
import struct
from collections.abc import Iterable
from functools import cache, cached_property, reduce
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES

PRINTED: Final = ".printed.mo"
"""The suffix of the catalogue beside the whole one that has the words of packs only."""

_CONTEXT_END: Final = "\x04"
"""What gettext sets between a context and its message."""

_STOPS: Final = ".。।"

_chosen: Lang | None = None


class MissingTranslationError(BriefError, LookupError):
    """A pack word has no translation, or the compiled catalogue itself is missing."""


def use(lang: Lang | None) -> None:
    """Choose the interface language; None goes back to what the environment says."""
    global _chosen  # noqa: PLW0603 - one process speaks one language
    _chosen = lang


def interface() -> Lang:
    """Return the interface language in force: chosen, else LOHUM_LANG, else the locale's, else
    English.
    """
    return _chosen or _environment()


def say(message: str, /, **values: object) -> str:
    """Return a sentence for the user, in the interface language. `message` is English with named
    placeholders.
    """
    lang = interface()
    if lang != "en" and (catalogue := _lenient(lang)):
        message = catalogue.gettext(message)
    message = english(message)
    return message.format(**values) if values else message


def say_n(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Return a sentence that depends on a number, which is `{count}` in it."""
    lang = interface()
    if lang != "en" and (catalogue := _lenient(lang)):
        message = catalogue.ngettext(singular, plural, count)
    else:
        message = singular if count == 1 else plural
    return message.format(count=count, **values)


def listed(parts: Iterable[str]) -> str:
    """Parts in a row, parted as the interface language parts them."""
    row = list(parts)
    return (
        reduce(lambda one, another: say("{one}, {another}", one=one, another=another), row)
        if row
        else ""
    )


def sentences(parts: Iterable[str]) -> str:
    """Whole sentences behind one another, as the interface language writes them."""
    return LANGUAGES[interface()].punctuation.space.join(part for part in parts if part)


def clause(sentence: object) -> str:
    """Return a sentence without its stop, to stand within another."""
    return str(sentence).rstrip(_STOPS)


def phrase(message: str, /) -> str:
    """Mark a pack word for extraction where it is written; `words` translates it where it is
    printed.
    """
    return message


def phrase_in(context: str, message: str, /) -> str:
    """Mark a word whose English means two things; `context` tells translators which. Used as what
    `phrase` returns.

    Both arguments are literals, or the extraction would not find them.
    """
    return f"{context}{_CONTEXT_END}{message}"


def english(message: str, /) -> str:
    """Return a marked word as English has it: without its context."""
    return message.rpartition(_CONTEXT_END)[2]


class Words:
    """The pack words of one language: call it with the English word and, where it has placeholders,
    their values.

    Name it `word` where you use it: the extraction looks for calls of `word("…")`, `phrase("…")`
    and `phrase_in("…", "…")`.
    """

    __slots__ = ("_translation", "lang")

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._translation = None if lang == "en" else _printed(lang)

    def __call__(self, message: str, /, **values: object) -> str:
        known = self._translation
        message = english(message) if known is None else known.gettext(message)
        return message.format(**values) if values else message


@cache
def words(lang: Lang) -> Words:
    """Return the pack words of a language; a word without a translation raises
    MissingTranslationError.
    """
    return Words(lang)


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
    return _read(LANGUAGES[lang].catalogue)


def _read(path: Path) -> GNUTranslations | None:
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return None


def _printed(lang: Lang) -> NullTranslations:
    """Return the catalogue of what packs print, which takes a fifth of the time of the whole one;
    what it has not is looked for there.
    """
    catalogue = _read(LANGUAGES[lang].catalogue.with_suffix(PRINTED))
    if catalogue is None:
        return _strict(lang)
    catalogue.add_fallback(_Whole(lang))
    return catalogue


class _Whole(NullTranslations):
    """The whole catalogue, read when it is asked for the first time."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang = lang

    @cached_property
    def _found(self) -> NullTranslations:
        return _strict(self._lang)

    def gettext(self, message: str) -> str:
        return self._found.gettext(message)


class _Missing(NullTranslations):
    """Refuses what a catalogue has not."""

    def __init__(self, lang: Lang) -> None:
        super().__init__()
        self._lang = lang

    def gettext(self, message: str) -> str:
        raise MissingTranslationError(
            say(
                "“{word}” is not translated into {lang}: add it to {lang}.po.",
                word=english(message),
                lang=self._lang,
            )
        )


def _strict(lang: Lang) -> NullTranslations:
    """Return a catalogue that raises MissingTranslationError for what it has not; raises it also
    without a catalogue.
    """
    catalogue = _read(LANGUAGES[lang].catalogue)
    if catalogue is None:
        raise MissingTranslationError(
            say(
                "The words of packs in {lang} are missing: {lang}.mo cannot be read. Set the "
                "program up again.",
                lang=lang,
            )
        )
    catalogue.add_fallback(_Missing(lang))
    return catalogue
