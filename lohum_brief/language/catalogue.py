"""The one message catalogue, and the fixed words that packs print.

English is the key; `translations/*.po` hold Hindi and Japanese and are compiled with `python -m
lohum_brief.language.compile`. `words` prints the languages of a pack and never falls back; what is
said in the language of the interface is made in `interface`.

Where one English word means two things (the menu “Edit” and the command “Edit”), `phrase_in` says
which, and the catalogues have an entry for each context (`msgctxt`).
"""

import struct
from functools import cache, cached_property
from gettext import GNUTranslations, NullTranslations
from pathlib import Path
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import CONTEXT_END, msg, without_context

PRINTED: Final = ".printed.mo"
"""The suffix of the catalogue beside the whole one that has the words of packs only."""


class MissingTranslationError(BriefError, LookupError):
    """A pack word has no translation, or the compiled catalogue itself is missing."""


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
    return f"{context}{CONTEXT_END}{message}"


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
        message = without_context(message) if known is None else known.gettext(message)
        return message.format(**values) if values else message


@cache
def words(lang: Lang) -> Words:
    """Return the pack words of a language; a word without a translation raises
    MissingTranslationError.
    """
    return Words(lang)


def read(path: Path) -> GNUTranslations | None:
    """Return a compiled catalogue; None where there is none, or it is damaged."""
    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return None


def _printed(lang: Lang) -> NullTranslations:
    """Return the catalogue of what packs print, which takes a fifth of the time of the whole one;
    what it has not is looked for there.
    """
    catalogue = read(LANGUAGES[lang].catalogue.with_suffix(PRINTED))
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
            msg(
                "“{word}” is not translated into {lang}: add it to {lang}.po.",
                word=without_context(message),
                lang=self._lang,
            )
        )


def _strict(lang: Lang) -> NullTranslations:
    """Return a catalogue that raises MissingTranslationError for what it has not; raises it also
    without a catalogue.
    """
    catalogue = read(LANGUAGES[lang].catalogue)
    if catalogue is None:
        raise MissingTranslationError(
            msg(
                "The words of packs in {lang} are missing: {lang}.mo cannot be read. Set the "
                "program up again.",
                lang=lang,
            )
        )
    catalogue.add_fallback(_Missing(lang))
    return catalogue
