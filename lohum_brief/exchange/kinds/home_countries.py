"""From which country somebody comes, as a row, the organisation or its name says."""

import re
from functools import lru_cache

from lohum_brief.exchange.name_order import FIRST
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS
from lohum_brief.language.countries import country as country_called
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.records import Organisation


def language_of(country: str) -> str:
    """The language that is at home in a country; empty for that of no pack."""
    return next((lang for lang, one in LANGUAGES.items() if country in one.at_home), "")


def country_told(row: Row) -> str:
    """The country that tells how somebody is named: as the passport says, a column of countries,
    the organisation or its name.
    """
    return country_of(row) or _country_named(row)


def country_of(row: Row) -> str:
    """The same without what the organisation is called."""
    said: str = row.values.get("nationality") or row.country
    return said or country_kept(row)


def country_kept(row: Row) -> str:
    organisation = row.visit.get(Organisation, row.values.get("organisation"))
    return organisation.country if organisation else ""


def _country_named(row: Row) -> str:
    """The country that an organisation without one has in its name, as an embassy: where families
    stand first, or India.
    """
    ident = row.values.get("organisation")
    body = row.visit.get(Organisation, ident) or row.directory.brought(Organisation, ident)
    if body is None:
        return ""
    return _country_in(" ".join(body.name[lang] for lang in LANGS))


@lru_cache(1_000)
def _country_in(name: str) -> str:
    names = name.casefold()
    found = [
        code
        for code in sorted(FIRST | {"IN"})
        if any(country_called(code, lang).casefold() in names for lang in LANGS)
        or (code == "KR" and re.search(r"\bkorea", names))
    ]
    return found[0] if len(found) == 1 else ""
