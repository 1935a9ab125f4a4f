"""Why a translation is old: what the text it was made from said, and when that changed."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from lohum_brief.language.codes import Lang
from lohum_brief.visit.text import EMPTY, Text


class Former(NamedTuple):
    """The original as it was when a translation was last written or confirmed; `changed` is when it
    changed last.
    """

    text: str
    changed: str


def former(past: Iterable[tuple[str, Text, Text]], lang: Lang, original: Lang) -> Former | None:
    """Return what `lang` was translated from, from a text's past: times with the text before and
    after, newest first.

    None where that is not known or is what the original still says. No more of the past is read
    than is needed.
    """
    found: Former | None = None
    for time, before, after in past:
        if before[lang] != after[lang] or (_state(before, lang) != _state(after, lang) != "old"):
            return found
        if before[original] != after[original]:
            found = Former(before[original], found.changed if found else time)
    return found


def _state(text: Text, lang: Lang) -> str:
    return str(text.state[lang])


def text_at(record: Any, path: str) -> Text:
    """Return the text at a path of a record such as `text` or `columns.1`; an empty one where there
    is none.
    """
    found = record
    for step in path.split("."):
        if isinstance(found, tuple):
            found = found[int(step)] if step.isdecimal() and int(step) < len(found) else None
        else:
            found = getattr(found, step, None)
    return found if isinstance(found, Text) else EMPTY
