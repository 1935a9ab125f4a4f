"""Terms of use, which sources state in one line: the known ones print in each language's words."""

import re
import unicodedata
from functools import cache
from typing import Final

from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.letters import worded_in
from lohum_brief.language.phrases import LICENCES

_COMMON: Final = (
    phrase("public domain"),
    phrase("all rights reserved"),
    phrase("copyright of the publisher"),
    phrase("free to use with acknowledgement"),
    phrase("for internal use only"),
)
"""What any source may state; the terms in `LICENCES` are those of the house's own."""
_ALSO: Final = {
    "publicdomain": "public domain",
    "no copyright": "public domain",
    "all rights are reserved": "all rights reserved",
    "copyright": "copyright of the publisher",
    "copyrighted": "copyright of the publisher",
    "©": "copyright of the publisher",
    "© publisher": "copyright of the publisher",
    "© of the publisher": "copyright of the publisher",
    "copyright publisher": "copyright of the publisher",
    "reuse with acknowledgement": "free to use with acknowledgement",
    "free with attribution": "free to use with acknowledgement",
    "internal use only": "for internal use only",
    "not stated": "terms not stated",
}
"""Other words for the same, in small letters."""
_COMMONS: Final = re.compile(
    r"(?i:cc[ -](by(?:-(?:nc|nd|sa))*)|(?:creative commons )?(cc0))(?:[ -](\d\.\d))?"
    r"(?: (?:international|intl\.?|unported))?"
)
_NAMED_COMMONS: Final = re.compile(
    r"(?i:creative commons attribution(-sharealike|-noncommercial|-noderivatives)?(?: (\d\.\d))?"
    r"(?: international)?(?: licen[cs]e)?)"
)
_CODES: Final = {"-sharealike": "-SA", "-noncommercial": "-NC", "-noderivatives": "-ND"}
_CODE: Final = re.compile(r"(?:[©A-Z0-9][A-Z0-9.&/-]*|-|–)(?: (?:[©A-Z0-9][A-Z0-9.&/-]*|-|–))*")
"""Abbreviations and numbers, which are alike in all languages: GODL, MIT, © METI 2024."""


def licence(stated: str, lang: Lang) -> str:
    """Return terms of use in a language; as they are stated, where they are not known."""
    known = _known(_plain(stated))
    return words(lang)(known) if known else _code(stated) or stated


def is_understood(stated: str, lang: Lang) -> bool:
    """Return whether terms of use print in the words of a language."""
    return bool(_known(_plain(stated)) or _code(stated)) or lang == (worded_in(stated) or "en")


def _plain(stated: str) -> str:
    text = unicodedata.normalize("NFKC", stated.replace("(c)", "©").replace("(C)", "©"))
    return " ".join(text.casefold().split()).strip(" .。।")


def _known(plain: str) -> str:
    """Return the phrase of terms that are known, in whichever language they are written."""
    return _ALSO.get(plain) or _said_otherwise().get(plain) or _phrases().get(plain, "")


@cache
def _said_otherwise() -> dict[str, str]:
    return {
        said: known for own in LANGUAGES.values() for said, known in own.wording.licences.items()
    }


@cache
def _phrases() -> dict[str, str]:
    known = (*LICENCES, *_COMMON)
    return {_plain(words(lang)(text)): text for lang in LANGS for text in known}


def _code(stated: str) -> str:
    """Return terms that are an abbreviation, as it is usually written."""
    text = " ".join(stated.split()).strip(" .。।")
    if found := _COMMONS.fullmatch(text):
        kind = f"CC {found[1].upper()}" if found[1] else "CC0"
        return f"{kind} {found[3]}" if found[3] else kind
    if found := _NAMED_COMMONS.fullmatch(text):
        kind = f"CC BY{_CODES.get((found[1] or '').casefold(), '')}"
        return f"{kind} {found[2]}" if found[2] else kind
    return text if _CODE.fullmatch(text) else ""
