"""The one message catalogue, and the fixed words that packs print.

English is the key; `translations/*.po` hold Hindi and Japanese and are compiled with `python -m
lohum_brief.language.compile`. `words` prints the languages of a pack and never falls back; what is
said in the language of the interface is made in `interface`.

Where one English word means two things (the menu “Edit” and the command “Edit”), `phrase_in` says
which, and the catalogues have an entry for each context (`msgctxt`).
"""

import struct
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import CONTEXT_END, msg, without_context

if TYPE_CHECKING:
    from gettext import GNUTranslations, NullTranslations

PRINTED: Final = ".printed.json"
"""The suffix of the catalogue beside the whole one that has the words of packs only: an object of
messages and what they are. JSON, for gettext and what it loads took 1.5 % of a cold export of 39
pages.
"""


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

    __slots__ = ("_printed", "lang")

    def __init__(self, lang: Lang) -> None:
        self.lang = lang
        self._printed = None if lang == "en" else _printed(lang)

    def __call__(self, message: str, /, **values: object) -> str:
        if self._printed is None:
            message = without_context(message)
        else:
            message = self._printed.get(message) or _strict(self.lang).gettext(message)
        return message.format(**values) if values else message


@cache
def words(lang: Lang) -> Words:
    """Return the pack words of a language; a word without a translation raises
    MissingTranslationError.
    """
    return Words(lang)


def read(path: Path) -> "GNUTranslations | None":
    """Return a compiled catalogue; None where there is none, or it is damaged."""
    from gettext import GNUTranslations  # noqa: PLC0415 - see PRINTED

    try:
        with path.open("rb") as file:
            return GNUTranslations(file)
    except (OSError, ValueError, struct.error):
        return None


def _printed(lang: Lang) -> dict[str, str]:
    """Return what packs print, by the English; what it has not is looked for in the whole
    catalogue. Raises MissingTranslationError where there is neither.
    """
    path = LANGUAGES[lang].catalogue.with_suffix(PRINTED)
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, str])
    except (OSError, msgspec.DecodeError):
        _strict(lang)
        return {}


@cache
def _strict(lang: Lang) -> "NullTranslations":
    """Return the whole catalogue, which raises MissingTranslationError for what it has not; raises
    it also without a catalogue.
    """
    from gettext import NullTranslations  # noqa: PLC0415 - see PRINTED

    class Missing(NullTranslations):
        def gettext(self, message: str) -> str:
            raise MissingTranslationError(
                msg(
                    "“{word}” is not translated into {lang}: add it to {lang}.po.",
                    word=without_context(message),
                    lang=lang,
                )
            )

    catalogue = read(LANGUAGES[lang].catalogue)
    if catalogue is None:
        raise MissingTranslationError(
            msg(
                "The words of packs in {lang} are missing: {lang}.mo cannot be read. Set the "
                "program up again.",
                lang=lang,
            )
        )
    catalogue.add_fallback(Missing())
    return catalogue
