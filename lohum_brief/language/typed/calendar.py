"""Dates, months and times of day in running text, which are read before other numbers."""

import re
from functools import cache

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.mention import Mention
from lohum_brief.language.rooms.mentions import Row
from lohum_brief.language.source import UnreadableError
from lohum_brief.language.typed.folding import blank


@cache
def _said(lang: Lang) -> tuple[Row, ...]:
    """Return what may be in a text without a digit."""
    return tuple(row for row in LANGUAGES[lang].mentions.rows if not row.digits)


@cache
def _signs(lang: Lang) -> frozenset[str]:
    return frozenset(need for row in _said(lang) for need in row.needs)


def says_date(text: str, lang: Lang) -> bool:
    """Return whether a text without digits can say a day, a time or a share."""
    return any(sign in text for sign in _signs(lang))


def dated(text: str, lang: Lang, *, digits: bool) -> tuple[list[Mention], str]:
    """Return what a folded text says of days, times and shares, and the text without it; `digits`
    tells whether it has any.
    """
    found: list[Mention] = []
    for row in LANGUAGES[lang].mentions.rows if digits else _said(lang):
        if not any(need in text for need in row.needs):
            continue
        changed = text
        for match in _compiled(row.pattern).finditer(text):
            try:
                mentions = list(row.read(match))
            except UnreadableError:
                continue
            if mentions:
                found += mentions
                changed = changed[: match.start()] + blank(match) + changed[match.end() :]
        text = changed
    return found, text


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled where it is first needed: a visit whose numbers are tokens needs few."""
    return re.compile(pattern)
