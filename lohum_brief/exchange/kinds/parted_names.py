"""Whose names stand in columns of their own for family and given name: Japanese, Indian or others.

Columns tell which part is the family name and not which stands first when the name is printed.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from lohum_brief.exchange import doubts_of_people, people
from lohum_brief.exchange.address_words import INDIAN, plain
from lohum_brief.exchange.kinds.home_countries import (
    country_kept,
    country_of,
    country_told,
    language_of,
)
from lohum_brief.exchange.name_order import japanese_family
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS, READ
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.names import FAMILY_FIRST
from lohum_brief.visit.records import Person

_PARTS: Final = ("family", "given")
_INDIA: Final = "IN"


def addressed_as_in_india(row: Row) -> bool:
    """Return whether a row has a form of address that is India's own: Smt., Shri, श्री.

    It is asked before the cells are read, which makes Mr of Shri.
    """
    return any(word in INDIAN for word in _address_words(row))


def _address_words(row: Row) -> Iterator[str]:
    for field, cell in row.cells.items():
        if not isinstance(cell, str):
            continue
        words = [plain(word) for word in cell.replace(".", ". ").split()]
        if field == "honorific":
            yield from words
        elif field.partition(".")[0] in _PARTS and len(words) > 1:
            yield words[0]


def tell_home(row: Row, *, indian: bool) -> None:
    """Note of which language a name of several columns is, which tells its order; what nothing
    tells is asked, once for the list.
    """
    if _is_nameless(row) or _is_told(row):
        return
    country = _country(row, indian=indian)
    native = _by_script(row, country) or _by_country(row, country)
    row.defaults["native"] = native or _asked(row)
    if native:
        _take_order(row, country or country_told(row))


def _is_nameless(row: Row) -> bool:
    return not any(_said(row, part) for part in _PARTS)


def _country(row: Row, *, indian: bool) -> str:
    """The country that counts: a form of address tells more than the organisation, and less than
    the passport.
    """
    return _INDIA if indian and not row.values.get("nationality") else country_of(row)


def _take_order(row: Row, country: str) -> None:
    if country in FAMILY_FIRST and country != country_kept(row):
        row.defaults.setdefault("name_order", "family_first")


def _is_told(row: Row) -> bool:
    """Whether the row says it, or names somebody who is there."""
    if {"native", "name_order"} & {*row.cells, *row.values, *row.defaults}:
        return True
    if row.visit.get(Person, str(row.cells.get("id", ""))):
        return True
    family, given = (_said(row, part) for part in _PARTS)
    return any(
        row.directory.is_called(lang, family.get(lang, ""), given.get(lang, ""))
        for lang in {*family, *given}
    )


def _said(row: Row, part: str) -> dict[str, str]:
    """The forms of a part of a name by their language."""
    forms = ((lang, row.values.get(f"{part}.{lang}", "")) for lang in (*LANGS, "reading"))
    return {lang: form for lang, form in forms if form}


def _by_script(row: Row, country: str) -> str:
    """The language whose letters tell that a name is at home there: kanji, a reading, or Devanagari
    beside no name of Japan.
    """
    if country == _INDIA:
        return language_of(country)
    forms = {**_said(row, "given"), **_said(row, "family")}
    if "reading" in forms or people.script_of(forms.get(READ, "")) == READ:
        return READ
    # In kana beside others it is one of three languages, as all names of the list.
    return "" if country or (READ in forms and len(forms) > 1) else _by_letters(forms)


def _by_letters(forms: Mapping[str, str]) -> str:
    own = next((lang for lang in forms if lang != READ and _tells(lang)), "")
    return own if not japanese_family([forms.get("en", "")]) else ""


def _tells(lang: str) -> bool:
    return bool(LANGUAGES[lang].script.in_names)


def _by_country(row: Row, country: str) -> str:
    """The language that is at home in the country that is told, English where that is another;
    empty where none is told.
    """
    told = country or country_told(row)
    return (language_of(told) or "en") if told else ""


def _asked(row: Row) -> str:
    """The language as somebody says of the list; one word alone has no order."""
    family, given = (_said(row, part) for part in _PARTS)
    if not family or not given:
        return "en"
    word = " / ".join(next(iter(part.values())) for part in (family, given))
    answer = row.ask(doubts_of_people.home(), word, name="home")
    if answer == "family":
        row.defaults["name_order"] = "family_first"
    return READ if answer == READ else "en"
