"""The date that a stale figure prints with: what was true once is never printed as if it were so
today.
"""

import datetime as dt

from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang


def dated(as_of: str, valid_until: dt.date, lang: Lang) -> str:
    """Return of when a stale figure is, in brackets; where that is not known, until when it was
    valid.
    """
    if as_of:
        return as_told(as_of, lang)
    return words(lang)(phrase("(valid until {date})"), date=dates.date(valid_until, lang))


def as_told(as_of: str, lang: Lang) -> str:
    """Return a stored day or period behind a figure of it, in brackets."""
    return words(lang)(phrase("({date})"), date=dates.as_of(as_of, lang, months=False))
