"""The codes of the languages there are, and their type in records, which refuse any other."""

from typing import TYPE_CHECKING, Final, Literal

from lohum_brief.language.languages import LANGUAGES

LANGS: Final = tuple(LANGUAGES)

READ: Final = next(code for code, language in LANGUAGES.items() if language.read)
"""The language to which the readings of records belong, in kana, and the marks of readings in
texts.
"""

UNSPACED: Final = frozenset(code for code, language in LANGUAGES.items() if not language.spaced)
"""The languages that part no words by spaces."""

LATIN_FIRST: Final = ("en", *(code for code in reversed(LANGS) if code != "en"))
"""In which order to look for a form that whoever reads a list may be able to read."""

if TYPE_CHECKING:
    Lang = str
else:
    Lang = Literal[LANGS]
