"""What records and their places are called in the window; kinds, fields and choices are called so
everywhere.
"""

from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import LANGS
from lohum_brief.language.interface import interface, say, say_n, spoken
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.units import unit_name
from lohum_brief.message import Value
from lohum_brief.visit import called, labels
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.own_units import settled
from lohum_brief.visit.records import Record
from lohum_brief.visit.retelling import retold
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

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


def unit(key: str, visit: Visit) -> str:
    """A unit as it prints in the interface language; as it stands where it has no form."""
    return unit_name(settled(key, visit), interface()).replace("\u00a0", " ")


def topic(word: str) -> str:
    """What a topic of the glossary is called; as it stands where it is somebody's own."""
    return say(TOPICS[word]) if word in TOPICS else word


def kind(word: str) -> str:
    """Return the name of a kind of records."""
    return say(labels.kind(word))


def one(word: str) -> str:
    """Return the name of one record of a kind."""
    return say(kind_title(word))


def field(word: str) -> str:
    """Return the name of a field."""
    return say(labels.field(word))


def path(path: str) -> str:
    """Return the name of a field by its path."""
    return spoken(labels.path(path))


def choice(field_name: str, word: str) -> str:
    """Return the name of a choice in a field."""
    return spoken(labels.choice(field_name, word))


def text(value: Text, visit: Visit | None = None) -> str:
    """Return a text in the interface language, else in the first it has."""
    return called.text_in(value, interface(), visit)


def title(record: Record, visit: Visit) -> str:
    """Return what a record is called in lists."""
    return called.title_in(record, visit, interface())


def step(label: Value) -> str:
    """Return what a step is called that can be undone."""
    return retold(label, interface())


def place(visit: Visit, ident: str, path: str) -> str:
    """Where something stands: the record, and its field and language unless it is what the record
    is called by.
    """
    record = visit.by_id.get(ident)
    if record is None:
        return ident
    name, *rest = path.split(".")
    parts = [called.short_in(record, visit, interface())]
    if name and name not in _SELF_EVIDENT:
        parts.append(field(name))
    if rest and rest[-1] in LANGS:
        parts.append(choice("lang", rest[-1]))
    return " · ".join(parts)
