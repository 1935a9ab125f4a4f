"""The day that stands above a programme: “Programme for 3 December 2026 (Thursday)”."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lohum_brief.exchange.days import readings
from lohum_brief.language.either import signs
from lohum_brief.visit.records import Particulars

_YEAR, _MONTH, _DAY = (
    signs(lambda language: language.reading.dated[0]),
    signs(lambda language: language.reading.dated[1]),
    signs(lambda language: language.reading.dated[2]),
)
_WORD: Final = r"[^\d\s,;:/()（）]{3,12}"
_DATES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<!\d)\d{{1,4}}\s?[-/.{_YEAR}]\s?\d{{1,2}}\s?[-/.{_MONTH}]\s?\d{{1,4}}[{_DAY}]?(?!\d)",
        rf"(?<![\d{_YEAR}])\d{{1,2}}[{_MONTH}]\s?\d{{1,2}}[{_DAY}]?(?!\d)",
        rf"(?<!\d)\d{{1,2}}(?:[^\W\d_]{{2}})?[\s,-]+{_WORD}(?:[\s,-]+\d{{4}})?(?!\d)",
        rf"{_WORD}\s+\d{{1,2}}(?:[^\W\d_]{{2}})?(?:,?\s*\d{{4}})?(?!\d)",
    )
)
"""What may be a date in a title; whether it is one, `days` tells."""


def elsewhere(texts: Iterable[str], visit: Particulars) -> str:
    """Return the title that dates a list, where none of the days in it is one of the visit."""
    start = visit.start
    if start is None:
        return ""
    end, dated = visit.end or start, ""
    for text in texts:
        found = [day for written in _written(text) for day in readings(written, visit)]
        if any(start <= day <= end for day in found):
            return ""
        dated = dated or (text if found else "")
    return dated


def _written(text: str) -> Iterator[str]:
    for pattern in _DATES:
        yield from (found.group().strip() for found in pattern.finditer(text))
