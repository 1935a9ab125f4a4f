"""Columns that are headed by a time: years, fiscal years, months and days, as tables have them that grow to the right.

2023 · FY 2024-25 (est.) · 2024e · 令和5年度 · R5 · Apr-24 · 2024年4月（見込）. What is written in two ways is decided by
the headings beside it: 2011-12 between 2010-11 and 2012-13 is a fiscal year.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.language import parsing

ESTIMATED: Final = "~"
"""Behind the period in the name of a field: what stands in the column is an estimate."""


class Span(NamedTuple):
    """A period as records store it, and whether the heading marks its values as estimates."""

    period: str
    estimated: bool = False

    @property
    def suffix(self) -> str:
        """How a field of this period is marked."""
        return f"{self.period}{ESTIMATED if self.estimated else ''}"


_MARK: Final = re.compile(
    r"[\s_\-/]*[(\[<]?\s*(?:e|est\.?|estd\.?|estimated?|estimates?|prov\.?|provisional|p|proj\.?|projected|projection|"
    r"prelim\.?|preliminary|r\.?e\.?|b\.?e\.?|forecast|fcst|f|見込み?|見通し|予測|予想|推計|推定|速報|暫定|概算|अनुमानित|अनुमान|अनु\.?|अनंतिम|प्रावधिक|"
    r"सं\.?अ\.?|ब\.?अ\.?)\s*[)\]>]?$",
    re.IGNORECASE,
)
_SURE: Final = re.compile(
    r"\s*[(\[]\s*(?:actuals?|act\.?|audited|final|a|実績|確定|वास्तविक|अंतिम)\s*[)\]]$|(?<=[年度月期])(?:実績|確定)値?$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"^(?:year|calendar year|cy|in|for|during|as on|वर्ष|सन्?|साल|कैलेंडर वर्ष|西暦)[\s.:]*(?=[0-9A-Z'])", re.IGNORECASE
)
_ERA: Final = re.compile(r"(令和|平成|昭和|[RHS])\.?\s*(元|\d{1,2})(年度|年)?")
_SHORT_MONTH: Final = re.compile(r"([^\W\d_]{3,9}\.?)(?:[\-/]|\s*['’])\s?(\d{2})")
_EITHER: Final = re.compile(r"(\d{4})[-/](0[1-9]|1[0-2])")
_ONE_FISCAL: Final = re.compile(
    r"(?:FY|F\.Y\.|fiscal(?: year)?|financial year|वित्त(?:ीय)? वर्ष)\s*[-'’]?\s*(\d{4}|\d{2})", re.IGNORECASE
)


def spans(headings: Mapping[int, str], *, fiscal_ends: bool | None = None) -> dict[int, Span]:
    """The columns whose headings are times. `fiscal_ends` says whether FY25 is the year that ends in 2025."""
    found: dict[int, Span] = {}
    # In tables of others FY2024 is as open as FY24, though records store the year that begins then so.
    either: dict[int, tuple[int, bool]] = {}
    for column, text in headings.items():
        body, estimated = _marked(text)
        if (match := _EITHER.fullmatch(body)) and int(match[2]) == (int(match[1]) + 1) % 100:
            either[column] = (int(match[1]), estimated)
            continue
        if match := _ONE_FISCAL.fullmatch(body):
            if fiscal_ends is not None:
                year = int(match[1]) + (2000 if len(match[1]) == 2 else 0)
                found[column] = Span(f"FY{year - fiscal_ends}", estimated)
            continue
        if period := _period(body):
            found[column] = Span(period, estimated)
    fiscal = any(span.period.startswith("FY") for span in found.values())
    months = any(re.fullmatch(r"\d{4}-\d\d", span.period) for span in found.values())
    row = sorted(year for year, _ in either.values())
    follows = len(row) > 1 and row == list(range(row[0], row[0] + len(row)))
    for column, (year, estimated) in either.items():
        if fiscal or (follows and not months):
            found[column] = Span(f"FY{year}", estimated)
        elif months:
            found[column] = Span(f"{year}-{(year + 1) % 100:02}", estimated)
    return found


def one_sided(headings: Mapping[int, str]) -> dict[int, str]:
    """The columns headed by a fiscal year of which only one half is written: FY25 ends in 2025 to some, begins to others."""
    return {column: body for column, text in headings.items() if _ONE_FISCAL.fullmatch(body := _marked(text)[0])}


def _marked(text: str) -> tuple[str, bool]:
    body = _SURE.sub("", unicodedata.normalize("NFKC", text).strip())
    match = _MARK.search(body)
    if match and match.start() and re.search(r"[\d年度月期元)]$", body[: match.start()].rstrip()):
        return body[: match.start()].rstrip(), True
    return body, False


@lru_cache(1_000)
def _period(body: str) -> str:
    """The period that a heading is, or nothing."""
    plain = _BEFORE.sub("", body).strip(" '’:")
    if not re.search(r"\d|元|[〇一二三四五六七八九]", plain) or len(plain) > 40:
        return ""
    if match := _ERA.fullmatch(plain):
        plain = f"{match[1]}{match[2]}{match[3] or '年'}"
    elif match := re.fullmatch(r"(.*\d)\s*(年度)", plain):
        plain = f"{match[1]}年度"
    elif match := _SHORT_MONTH.fullmatch(plain):
        plain = f"{match[1]} 20{match[2]}"
    elif not re.match(
        r"(19|20)\d\d(\D|$)|FY|F\.Y|fiscal|financial|वित्त|令和|平成|昭和|大正|[^\W\d_]{3,}|\d{1,2}[./-]",
        plain,
        re.IGNORECASE,
    ):
        return ""
    try:
        return parsing.period(plain)
    except parsing.UnreadableError:
        return ""
