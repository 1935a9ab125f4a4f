"""What was typed into a cell once for all languages, as one language writes it: a number in groups,
a date of ISO 8601, a span of the day.
"""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from lohum_brief.language import dates
from lohum_brief.language.codes import Lang
from lohum_brief.language.numbers import decimal, is_printable

_NUMBER: Final = re.compile(r"[-−]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIMES: Final = re.compile(r"([0-9]{1,2}):([0-9]{2}) ?[-–～] ?([0-9]{1,2}):([0-9]{2})")


def written(text: str, lang: Lang) -> str:
    """Return a cell as a language writes it; as it stands where it is anything else, or may be."""
    bare = text.strip()
    if _NUMBER.fullmatch(bare):
        number = Decimal(bare.replace(",", "").replace("−", "-"))
        return decimal(number, lang) if is_printable(number) else text
    if _DATE.fullmatch(bare):
        try:
            return dates.date(dt.date.fromisoformat(bare), lang)
        except ValueError:
            return text
    if times := _TIMES.fullmatch(bare):
        return _times(times, lang) or text
    return text


def _times(match: re.Match[str], lang: Lang) -> str:
    hour, minute, later, past = map(int, match.groups())
    try:
        first, last = dt.datetime(2000, 1, 1, hour, minute), dt.datetime(2000, 1, 1, later, past)  # noqa: DTZ001 - on the clock of the place
    except ValueError:
        return ""
    return dates.time_range(first, last, lang) if first < last else ""
