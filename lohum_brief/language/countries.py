"""Countries by their ISO 3166-1 alpha-2 codes, as the languages call them.

The names lie in the languages' folders, because loading CLDR takes as long as ten pages. Those that
are not there are CLDR's.
"""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from lohum_brief.errors import BriefError
from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import msg

_NOT_COUNTRIES: Final = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})
"""What CLDR lists beside the countries."""


class UnknownCountryError(BriefError, LookupError):
    """A code that is no country's."""


def country(code: str, lang: Lang) -> str:
    """Return the name of a country, of `world` or of `other`. Raises UnknownCountryError."""
    language = LANGUAGES[lang]
    if written := language.countries.get(code):
        return written
    from babel import Locale  # noqa: PLC0415 - takes as long as ten pages

    name = (
        Locale.parse(language.locale).territories.get(code)
        if len(code) == 2 and code not in _NOT_COUNTRIES
        else None
    )
    if not name:
        raise UnknownCountryError(
            msg("{code} is not the code of a country; write it as JP or IN.", code=code)
        )
    return str(name)


def code(name: str) -> str | None:
    """Return the code of a country, of the world or of the others, by its name in any language."""
    return _codes().get(name.casefold().removeprefix("the "))


@cache
def _codes() -> dict[str, str]:
    """With the names of CLDR too, which are often longer than those that print."""
    from babel import Locale  # noqa: PLC0415 - takes as long as ten pages

    found = {
        str(name).casefold(): code
        for language in LANGUAGES.values()
        for code, name in Locale.parse(language.locale).territories.items()
        if len(code) == 2 and code not in _NOT_COUNTRIES
    }
    return found | {
        name.casefold(): code
        for language in LANGUAGES.values()
        for code, name in language.countries.items()
    }


def codes() -> Collection[str]:
    """Return the codes of all that has names of our own, the world and the others too."""
    return {code for language in LANGUAGES.values() for code in language.countries}


@lru_cache(100)  # every row of an import asks for that of the visit
def of_zone(zone: str) -> str:
    """Return the code of the country of a time zone; empty where it has none."""
    from babel.core import get_global  # noqa: PLC0415 - as above

    aliases, territories = get_global("zone_aliases"), get_global("zone_territories")
    return str(territories.get(aliases.get(zone, zone)) or territories.get(zone, ""))
