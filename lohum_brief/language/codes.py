"""The codes of the languages there are, and their type in records, which refuse any other."""

from typing import TYPE_CHECKING, Final, Literal

from lohum_brief.language.languages import LANGUAGES

LANGS: Final = tuple(LANGUAGES)

if TYPE_CHECKING:
    Lang = str
else:
    Lang = Literal[LANGS]
