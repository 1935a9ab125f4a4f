"""What the columns of tables are called in all languages, and what they hold that is no field.

Each language's words lie in its folder (`rooms.tables`).
"""

from collections.abc import Callable, Mapping
from typing import Final

from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.tables import NO_FIELD, Tables

IGNORED: Final = NO_FIELD
"""What a column is mapped to that is not read."""


def _tables() -> list[Tables]:
    """Return the words of every language, those of most first, in whose order fields are looked
    through.
    """
    every = [language.tables for language in LANGUAGES.values()]
    return sorted(every, key=lambda tables: -sum(map(len, tables.headings.values())))


def joined(
    part: Callable[[Tables], Mapping[str, Mapping[str, str]]],
) -> Mapping[str, Mapping[str, str]]:
    """Return the words of all languages for what each names."""
    found: dict[str, dict[str, list[str]]] = {}
    for tables in _tables():
        for name, meanings in part(tables).items():
            own = found.setdefault(name, {})
            for meant, words in meanings.items():
                own.setdefault(meant, []).append(words)
    return {
        name: {meant: "|".join(words) for meant, words in own.items()}
        for name, own in found.items()
    }


WORDS: Final = joined(lambda tables: tables.headings)
"""For each kind, and for all of them, the fields and what their columns are called."""

FIELDLESS: Final = joined(lambda tables: {"": tables.fieldless})[""]
"""For each kind, what is known by its heading and has no field; it is said that it is not read."""

BESIDE: Final = joined(lambda tables: {"": tables.beside})[""]
"""What headings say that stand beside those of an arrival or a departure, by what they tell of
it.
"""

WAYS: Final = {"arrives": "arrival", "departs": "departure"}
"""The field of each moment of a journey, with that of its flight or train."""

FORMS: Final[Mapping[str, str]] = {
    word: form
    for form, words in (
        *((lang, language.wording.known_as.split()) for lang, language in LANGUAGES.items()),
        *(("reading", language.tables.reading.split("|")) for language in LANGUAGES.values()),
    )
    for word in words
    if word
}
"""Which form of a name or text a word in a heading means: a language, or the reading."""

BODIES: Final[Mapping[str, tuple[str, ...]]] = {"person": ("organisation", "group")}
"""Fields that name other records, which may have a column for each language."""

EXTRA: Final[Mapping[str, tuple[str, ...]]] = {
    "person": (
        "name",
        "name+post",
        "post+organisation",
        "wheelchair",
        "country",
        "arrives_day",
        "arrives_clock",
        "departs_day",
        "departs_clock",
    ),
    "metric": ("value", "as_of", "basis", "about", "sources"),
    "observation": ("unit",),
    "item": ("day", "clock", "end"),
}
"""What a column may hold that is no field itself: whole names, the values of metrics, days and
clocks; the country of people, which is that of their organisation.
"""
