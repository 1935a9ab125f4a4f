"""What is said in any of the languages, of which each says its part in its own folder."""

from collections.abc import Callable, Iterable
from typing import Final

from lohum_brief.language.language import Language
from lohum_brief.language.languages import LANGUAGES

EVERY: Final = tuple(sorted(LANGUAGES.values(), key=lambda language: language.code != "en"))
"""The languages, English first: where two say the same, its meaning counts."""


def either(part: Callable[[Language], str]) -> str:
    """Return a pattern of what any language says, whose alternatives are parted by |; it finds
    nothing where none says anything.
    """
    return "|".join(filter(None, map(part, EVERY))) or "(?!)"


def words(part: Callable[[Language], str | Iterable[str]]) -> tuple[str, ...]:
    """Return the words of all languages; those of a text are parted by |."""
    found = (part(language) for language in EVERY)
    lists = (said.split("|") if isinstance(said, str) else said for said in found)
    return tuple(word for said in lists for word in said if word)


def signs(part: Callable[[Language], str]) -> str:
    """Return the signs of all languages, as they stand in a set of characters of a pattern."""
    return "".join(map(part, EVERY))
