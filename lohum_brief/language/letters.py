"""In which language a text is written, by its letters."""

import re
from collections.abc import Mapping
from functools import cache

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES


def written_in(text: str) -> Lang | None:
    """Return the language that a text has signs of; None where it has only those that many
    languages write.
    """
    return next((lang for lang, pattern in _signs().items() if pattern.search(text)), None)


def worded_in(text: str) -> Lang | None:
    """Return the language that a text has letters of, and not only figures or marks; None for Latin
    letters.
    """
    return next((lang for lang, pattern in letters().items() if pattern.search(text)), None)


@cache
def letters() -> Mapping[Lang, re.Pattern[str]]:
    """Return patterns of the letters of each language that has other than Latin ones."""
    scripts = {lang: language.script.letters for lang, language in LANGUAGES.items()}
    return {lang: re.compile(f"[{own}]") for lang, own in scripts.items() if own}


@cache
def _signs() -> Mapping[Lang, re.Pattern[str]]:
    scripts = {lang: language.script.signs for lang, language in LANGUAGES.items()}
    return {lang: re.compile(f"[{signs}]") for lang, signs in scripts.items() if signs}
