"""Numbers that are said to be bounds or nearly so, in words that the model has no field for: under,
nearly, 弱, or that may mean more than one of those it has: 500+.

About, at least, more than, at most and up to are read with the number itself. Of all others
somebody says what is to be printed for them.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from lohum_brief.exchange import doubts_of_numbers
from lohum_brief.exchange.rows import Row
from lohum_brief.language.either import either
from lohum_brief.language.rooms.units import About

_BEFORE: Final = rf"<(?!=)|＜|{either(lambda language: language.cells.bounds.before)}"
_BEHIND: Final = either(lambda language: language.cells.bounds.behind)


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{words})\s*(?P<rest>\S.*)", re.IGNORECASE)


def _behind(words: str, unit: str = "") -> re.Pattern[str]:
    return re.compile(rf"(?P<rest>.*\d.*?)\s*(?P<word>{words}){unit}", re.IGNORECASE)


_UNIT: Final = r"(?P<unit>\s*[^\d\s+]*)"
_FORMS: Final[tuple[tuple[re.Pattern[str], About], ...]] = (
    (_before(rf"=>|{either(lambda language: language.cells.least.before)}"), "at least"),
    (_behind(either(lambda language: language.cells.least.behind), _UNIT), "at least"),
    (_behind(r"\+|＋", _UNIT), "more than"),
    (_before(_BEFORE), ""),
    (_behind(_BEHIND), ""),
)
"""Words with what is proposed for them, if anything is."""


class Said(NamedTuple):
    """A number without the words that say how exact it is, and those."""

    rest: str
    word: str = ""
    likely: About = ""


def said(text: str) -> Said:
    """Part such words from a number; without them the text is given back."""
    plain = unicodedata.normalize("NFKC", text).strip()
    for form, likely in _FORMS:
        if (found := form.fullmatch(plain)) and re.search(r"\d", found["rest"]):
            unit = found.groupdict().get("unit") or ""
            return Said(found["rest"] + unit, found["word"].strip(), likely)
    return Said(text)


def settled(text: str, row: Row) -> str:
    """The number in a text; what is to be printed for the words with it is noted in the row. Raises
    OpenQuestionError.
    """
    found = said(text)
    if not found.word:
        return text
    answer = row.ask(
        doubts_of_numbers.precision(found.likely), found.word, field="about", name="about"
    )
    if answer != doubts_of_numbers.EXACT:
        row.values["about"] = answer
    return found.rest
