"""Nationalities as lists write them: Japanese, JPN, 日本人, भारतीय, Hungarian national, पोलैंडी."""

from collections.abc import Iterator
from functools import cache, lru_cache

from lohum_brief.exchange import choices
from lohum_brief.language.languages import LANGUAGES


@lru_cache(1_000)  # a list has few of them, and many rows
def code(said: str) -> str | None:
    """Return the code of two letters of the country; None where nobody knows it."""
    bare = " ".join(said.split())
    words = (word for form in (bare, bare.rstrip(" .")) for word in _without_citizen(form))
    return next((found for word in words if (found := _code(word))), None)


def _code(word: str) -> str | None:
    plain = word.casefold()
    return _citizens().get(plain) or _three().get(plain) or choices.country(word)


def _without_citizen(said: str) -> Iterator[str]:
    """Yield what is said as it stands, then without what makes a citizen of a country."""
    yield said
    plain = said.casefold()
    for before, behind in _around():
        if behind and plain.endswith(behind):
            yield said[: -len(behind)]
        if before and plain.startswith(before):
            yield said[len(before) :]


@cache
def _around() -> tuple[tuple[str, str], ...]:
    """Return what may stand before a country, or behind it."""
    rooms = [language.tables for language in LANGUAGES.values()]
    behind = [("", word) for tables in rooms for word in tables.citizen.split("|")]
    return (*[(word, "") for tables in rooms for word in tables.before_citizen.split("|")], *behind)


@cache
def _citizens() -> dict[str, str]:
    """Return what citizens are called; Babel knows countries only."""
    return {
        word: code
        for language in LANGUAGES.values()
        for code, words in language.tables.citizens.items()
        for word in words.split("|")
    }


@cache
def _three() -> dict[str, str]:
    """Return the codes of three letters, as passports have them."""
    from babel import Locale  # noqa: PLC0415 - takes as long as ten pages
    from babel.core import get_global  # noqa: PLC0415 - as above

    countries = Locale.parse("en").territories
    return {
        alias.casefold(): codes[0]
        for alias, codes in get_global("territory_aliases").items()
        if len(alias) == 3 and alias.isalpha() and len(codes) == 1 and codes[0] in countries
    }
