"""In which language a text is written, by its letters."""

import re
from functools import cache

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES


def written_in(text: str) -> Lang | None:
    """Return the language whose letters a text has; None where it has only those that many languages write."""
    return next((lang for lang, pattern in _signs() if pattern.search(text)), None)


@cache
def _signs() -> tuple[tuple[Lang, re.Pattern[str]], ...]:
    scripts = [(lang, language.script.signs) for lang, language in LANGUAGES.items()]
    return tuple((lang, re.compile(f"[{signs}]")) for lang, signs in scripts if signs)
