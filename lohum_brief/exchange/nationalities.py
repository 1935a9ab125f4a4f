"""Nationalities as lists write them: Japanese, JPN, 日本人, भारतीय."""

from functools import cache

from lohum_brief.exchange import choices
from lohum_brief.language.languages import LANGUAGES


def code(said: str) -> str | None:
    """Return the code of two letters of the country; None where nobody knows it."""
    bare = said.strip()
    for ending in _endings():
        bare = bare.removesuffix(ending)
    word = bare.casefold()
    return _citizens().get(word) or _three().get(word) or choices.country(bare)


@cache
def _endings() -> tuple[str, ...]:
    said = (language.tables.citizen.split("|") for language in LANGUAGES.values())
    return tuple(ending for endings in said for ending in endings if ending)


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
