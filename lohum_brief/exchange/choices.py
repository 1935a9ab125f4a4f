"""The words with which tables say what the model has a closed list for, and countries, in all
languages (`rooms.tables`).
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final, get_args

from lohum_brief.exchange.vocabulary import joined
from lohum_brief.language.countries import code
from lohum_brief.language.either import either
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.tables import Tables
from lohum_brief.visit.labels import choice_label, in_all_languages
from lohum_brief.visit.needs import ShoeSize

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    **joined(lambda tables: tables.choices),
    "native": {
        lang: language.wording.known_as.replace(" ", "|") for lang, language in LANGUAGES.items()
    },
    "shoes": {size: f"{size}cm|{size} cm|{float(size)}" for size in get_args(ShoeSize) if size},
}

PARTING: Final = re.compile(
    r"\s*(?:[,;、，；/／・|+&＆\n]+|(?<=\s)"
    rf"(?:{either(lambda language: language.cells.joints)})(?=\s))\s*",
    re.IGNORECASE,
)
"""What stands between the words of a list in one cell; a space does not: lactose intolerant is one
word.
"""


def _said(words: Callable[[Tables], str]) -> frozenset[str]:
    return frozenset(
        word for language in LANGUAGES.values() for word in words(language.tables).split("|")
    ) - {""}


_NONE: Final = _said(lambda tables: tables.none)
NOTHING_SAID: Final = frozenset(
    ["-", "--", "–", "—", "―", "ー", "N/A", "n/a", "NA", "N.A", "?", "？"]
)
"""What stands in a cell that says nothing of a choice."""
_ALLERGY: Final = re.compile(either(lambda language: language.cells.allergy), re.IGNORECASE)


def says_none(text: str) -> bool:
    """Return whether a cell says that there are none: Nil, -, なし, कोई नहीं."""
    return folded(text).strip(" .。") in _NONE


def without_allergy(text: str) -> str:
    """What somebody is allergic to, without saying so: nut allergy, えびアレルギー."""
    return _ALLERGY.sub("", text).strip()


_YES: Final = _said(lambda tables: tables.yes)
_NO: Final = _said(lambda tables: tables.no)
_COUNTRIES: Final = {
    name: country
    for language in LANGUAGES.values()
    for name, country in language.tables.countries.items()
}


def folded(text: str) -> str:
    """A word without width, case and outer spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("_", " ").split())


def choice(path: str, text: str, choices: tuple[str, ...]) -> str | None:
    """The one that a word means, or None."""
    known = _table(path, choices)
    return known.get(text) or known.get(folded(text).strip("."))


@cache
def _table(path: str, choices: tuple[str, ...]) -> Mapping[str, str]:
    words = {folded(choice): choice for choice in choices}
    for meant, synonyms in _WORDS.get(path, {}).items():
        if meant in choices or not choices:
            words |= {folded(word): meant for word in synonyms.split("|")}
    for choice in choices:  # as a list has them that was made from the program
        if choice and (label := choice_label(path, choice)):
            for form in in_all_languages(label):
                words.setdefault(folded(form), choice)
    return words


def flag(text: str) -> bool | None:
    """Yes or no in three languages, or None."""
    word = folded(text)
    return True if word in _YES else False if word in _NO else None


def country(text: str) -> str | None:
    """The code of a country by its code or its name in any of the three languages, or None."""
    text = text.strip()
    if inverted := re.fullmatch(
        r"([^,]+), ((?:[^,]+ )?(?:of|of the|the))", text, re.IGNORECASE
    ):  # Congo, … of the
        article = inverted[2][:-4] if inverted[2].casefold().endswith(" the") else inverted[2]
        turned = (f"{inverted[2]} {inverted[1]}", f"{article} {inverted[1]}")
        return next((found for form in turned if (found := country(form))), None)
    if found := _COUNTRIES.get(folded(text)):  # UK is no code
        return found
    return text if len(text) == 2 and text.isascii() and text.isupper() else code(text)
