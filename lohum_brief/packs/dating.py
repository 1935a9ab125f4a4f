"""The date that a stale figure prints with: what was true once is never printed as if it were so today."""

import datetime as dt

from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase, words
from lohum_brief.language.codes import Lang


def dated(as_of: str, valid_until: dt.date, lang: Lang) -> str:
    """Return of when a stale figure is, in brackets; where that is not known, until when it was valid."""
    word = words(lang)
    if as_of:
        return word(phrase("({date})"), date=dates.as_of(as_of, lang, months=False))
    return word(phrase("(valid until {date})"), date=dates.date(valid_until, lang))
