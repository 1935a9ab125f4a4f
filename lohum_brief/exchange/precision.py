"""Numbers that are said to be bounds or nearly so, in words that the model has no field for: at
least, under, nearly, 弱.

About, more than and up to are read with the number itself. Of all others somebody says what is to
be printed for them.
"""

import re
import unicodedata
from typing import Final, NamedTuple

from lohum_brief.exchange import doubts
from lohum_brief.exchange.rows import Row

_AT_LEAST_BEFORE: Final = (
    r"≥|>=|=>|≧|at least|minimum(?: of)?|min\.?|not less than|no less than|not below|कम से "
    r"कम|न्यूनतम|最低|最小|少なくとも"
)
_AT_LEAST_BEHIND: Final = (
    r"\+|＋|以上|or more|and more|and above|or above|minimum|min\.?|या (?:उससे )?अधिक|से कम नहीं"
)
_OTHER_BEFORE: Final = (
    r"<(?!=)|＜|less than|fewer than|under|below|nearly|almost|close to|just "
    r"(?:under|over|below|above)|well over|slightly (?:over|under)|"
    r"some|もうすぐ|दर्जनों"
)
_OTHER_BEHIND: Final = (
    r"未満|弱|強|余り|あまり|足らず|から|前後以上|से कुछ (?:कम|अधिक|ज़्यादा)|से कम|के आसपास|के "
    r"आस-पास|के करीब|के "
    r"क़रीब"
)
_FORMS: Final = (
    (re.compile(rf"(?P<word>{_AT_LEAST_BEFORE})\s*(?P<rest>\S.*)", re.IGNORECASE), True),
    (
        re.compile(
            rf"(?P<rest>.*\d.*?)\s*(?P<word>{_AT_LEAST_BEHIND})(?P<unit>\s*[^\d\s+]*)",
            re.IGNORECASE,
        ),
        True,
    ),
    (re.compile(rf"(?P<word>{_OTHER_BEFORE})\s*(?P<rest>\S.*)", re.IGNORECASE), False),
    (re.compile(rf"(?P<rest>.*\d.*?)\s*(?P<word>{_OTHER_BEHIND})", re.IGNORECASE), False),
)


class Said(NamedTuple):
    """A number without the words that say how exact it is, and those."""

    rest: str
    word: str = ""
    at_least: bool = False


def said(text: str) -> Said:
    """Part such words from a number; without them the text is given back."""
    plain = unicodedata.normalize("NFKC", text).strip()
    for form, at_least in _FORMS:
        if (found := form.fullmatch(plain)) and re.search(r"\d", found["rest"]):
            unit = found.groupdict().get("unit") or ""
            return Said(found["rest"] + unit, found["word"].strip(), at_least)
    return Said(text)


def settled(text: str, row: Row) -> str:
    """The number in a text; what is to be printed for the words with it is noted in the row. Raises
    OpenQuestionError.
    """
    found = said(text)
    if not found.word:
        return text
    answer = row.ask(
        doubts.precision(at_least=found.at_least), found.word, field="about", name="about"
    )
    if answer != doubts.EXACT:
        row.values["about"] = answer
    return found.rest
