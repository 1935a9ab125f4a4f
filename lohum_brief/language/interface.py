"""What the program says to its user, in the language of the interface.

`say` makes a sentence of a message where a person reads it: only the command line and the window
do. It falls back to English, for the program must be able to speak. The interface language and the
languages of a pack have nothing to do with each other; what packs print is in `catalogue`.
"""

import os
from collections.abc import Iterable
from functools import cache

from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.sentences import counted, filled, row, run, sentence, stands
from lohum_brief.message import STOPS, Value

_chosen: Lang | None = None


def use(lang: Lang | None) -> None:
    """Choose the interface language; None goes back to what the environment says."""
    global _chosen  # noqa: PLW0603 - one process speaks one language
    _chosen = lang


def interface() -> Lang:
    """Return the interface language in force: chosen, else LOHUM_LANG, else the locale's, else
    English.
    """
    return _chosen or _environment()


def say(words: Value, /, **values: object) -> str:
    """Return a message in the interface language, or English with named places whose values are
    given here: strings, numbers, messages.
    """
    if isinstance(words, str):
        return filled(words, interface(), values)
    return sentence(words, interface())


def say_n(singular: str, plural: str, count: int, /, **values: object) -> str:
    """Return a sentence that depends on a number, which is `{count}` in it."""
    return counted(singular, plural, count, interface(), values)


def spoken(value: Value) -> str:
    """Return a value in the interface language. A string is what somebody has typed and stays as it
    is; `say` takes it for English.
    """
    return sentence(value, interface())


def listed(parts: Iterable[Value]) -> str:
    """Parts in a row, parted as the interface language parts them."""
    return row(parts, interface())


def sentences(parts: Iterable[Value]) -> str:
    """Whole sentences behind one another, as the interface language writes them."""
    return run(parts, interface())


def clause(words: object) -> str:
    """Return a sentence without its stop, to stand within another."""
    return str(stands(words, interface())).rstrip(STOPS)


@cache
def _environment() -> Lang:
    locale = next((v for n in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(n))), "")
    wishes = [os.environ.get("LOHUM_LANG", "")]
    # as GNU gettext: the C locale is not translated
    if locale.partition(".")[0] not in ("C", "POSIX"):
        wishes += os.environ.get("LANGUAGE", "").split(":")
    wishes.append(locale)
    for wish in wishes:
        for lang in LANGS:
            if wish.lower().replace("-", "_").partition(".")[0].partition("_")[0] == lang:
                return lang
    return "en"
