"""What records and their places are called in the window; kinds, fields and choices are called so
everywhere.
"""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import interface, say, say_n
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.units import unit_name
from lohum_brief.visit import called
from lohum_brief.visit.labels import FIELDS, choice, field, kind, path
from lohum_brief.visit.visit import Visit

__all__ = [
    "FIELDS",
    "NATIVE",
    "TOPICS",
    "choice",
    "counted",
    "counted_of",
    "field",
    "kind",
    "path",
    "place",
    "text",
    "title",
    "topic",
    "unit",
]

_SELF_EVIDENT: Final = ("text", "title", "name")
"""Fields that need not be named: they are what a record is called by."""

TOPICS: Final[dict[str, str]] = {
    "recycling": phrase("Recycling"),
    "minerals": phrase("Minerals"),
    "protocol": phrase("Protocol"),
    "policy": phrase("Policy"),
    "business": phrase("Business"),
    "names": phrase("Proper names"),
    "safety": phrase("Safety"),
    "initiatives": phrase("Initiatives"),
    "units": phrase("Units"),
}
"""What the terms of the sample visit are sorted by; anybody may write another."""

NATIVE: Final = {lang: language.native for lang, language in LANGUAGES.items()}
"""Each language in itself."""


def counted(kind_word: str, count: int) -> str:
    """How many records of a kind there are; people are counted as people are."""
    if kind_word == "person":
        return say_n("{count} person", "{count} people", count)
    return say_n("{count} entry", "{count} entries", count)


def counted_of(kind_word: str, count: int, total: int) -> str:
    """How many records of a kind are shown of all there are."""
    if kind_word == "person":
        return say("{count} of {total} people", count=count, total=total)
    return say("{count} of {total}", count=count, total=total)


def unit(key: str) -> str:
    """A unit as it prints in the interface language; as it stands where it has no form."""
    return unit_name(key, interface()).replace("\u00a0", " ")


def topic(word: str) -> str:
    """What a topic of the glossary is called; as it stands where it is somebody's own."""
    return say(TOPICS[word]) if word in TOPICS else word


text = called.text
"""A text in the interface language, else in the first it has."""
title = called.title
"""What a record is called in lists."""


def place(visit: Visit, ident: str, path: str) -> str:
    """Where something stands: the record, and its field and language unless it is what the record
    is called by.
    """
    record = visit.by_id.get(ident)
    if record is None:
        return ident
    name, *rest = path.split(".")
    parts = [called.short(record, visit)]
    if name and name not in _SELF_EVIDENT:
        parts.append(field(name))
    if rest and rest[-1] in LANGS:
        parts.append(choice("lang", rest[-1]))
    return " · ".join(parts)
