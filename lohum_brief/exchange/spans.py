"""Columns that are headed by a time: years, fiscal years, months and days, as tables have them that
grow to the right.

2023 · FY 2024-25 (est.) · 2024e · 令和5年度 · R5 · Apr-24 · 2024年4月（見込）. What is written in
two ways is decided by the headings beside it: 2011-12 between 2010-11 and 2012-13 is a fiscal year.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from lohum_brief.language import parsing
from lohum_brief.language.either import EVERY, either, signs
from lohum_brief.language.parsing.periods import FISCAL
from lohum_brief.language.rooms.spans import Spans

ESTIMATED: Final = "~"
"""Behind the period in the name of a field: what stands in the column is an estimate."""

GROUPED: Final = "#"
"""Behind that: what of the period stands in the column, such as its target."""


class Span(NamedTuple):
    """A period as records store it, and whether the heading marks its values as estimates."""

    period: str
    estimated: bool = False
    group: str = ""
    """What of the period it is: Target, Apr-Dec, Q1."""

    @property
    def suffix(self) -> str:
        """How a field of this period is marked."""
        estimated = ESTIMATED if self.estimated else ""
        return f"{self.period}{estimated}{GROUPED + self.group if self.group else ''}"


def parted(suffix: str) -> Span:
    """The span of a field that is marked so."""
    period, _, group = suffix.partition(GROUPED)
    return Span(period.removesuffix(ESTIMATED), period.endswith(ESTIMATED), group)


def _said(part: Callable[[Spans], str]) -> str:
    return either(lambda language: part(language.spans))


_MARK: Final = re.compile(
    rf"[\s_\-/]*[(\[<]?\s*(?:{_said(lambda own: own.estimated)})\s*[)\]>]?$", re.IGNORECASE
)
_SURE: Final = re.compile(
    rf"\s*[(\[]\s*(?:{_said(lambda own: own.sure)})\s*[)\]]$|{_said(lambda own: own.sure_behind)}",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"^(?:{_said(lambda own: own.before)})[\s.:]*(?=[0-9A-Z'])", re.IGNORECASE
)
_MONTHS: Final = {
    word: number for language in EVERY for word, number in language.spans.months.items()
}
_MONTH: Final = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_TARGET: Final = _said(lambda own: own.target)
_OF_YEAR: Final = (
    rf"{_said(lambda own: own.of_year)}|"
    rf"(?:{_MONTH})\.?\s?(?:[-–—~〜～]|{_said(lambda own: own.until)})\s?(?:{_MONTH})\.?"
)
_PART: Final = re.compile(rf"(?:{_TARGET}|{_OF_YEAR})", re.IGNORECASE)
_BEHIND: Final = re.compile(
    rf"(.*[\d{signs(lambda language: language.spans.closing)}])\s*[\s\-–—(\[/,:：]\s*"
    rf"({_PART.pattern})\s*[)\]]?|"
    rf"(.*(?:{_said(lambda own: own.year)}))"
    rf"((?:{_OF_YEAR})(?:{_said(lambda own: own.sure_part)})?)",
    re.IGNORECASE,
)
_FRONT: Final = re.compile(
    rf"({_PART.pattern})[\s\-–—(\[/,:：]*(?:of |for )?(\D{{0,6}}\d.*?)[)\]]?", re.IGNORECASE
)
_SHORT_MONTH: Final = re.compile(r"([^\W\d_]{3,9}\.?)(?:[\-/]|\s*['’])\s?(\d{2})")
_EITHER: Final = re.compile(r"(\d{4})[-/](0[1-9]|1[0-2])")
_ONE_FISCAL: Final = re.compile(rf"(?:{FISCAL})\s*[-'’]?\s*(\d{{4}}|\d{{2}})", re.IGNORECASE)
_END: Final = re.compile(rf"[\d{signs(lambda language: language.spans.ends)})]$")
_FIGURE: Final = re.compile(rf"[\d{signs(lambda language: language.spans.figures)}]")
_BEGINNING: Final = re.compile(
    rf"(19|20)\d\d(\D|$)|{_said(lambda own: own.beginning)}|[^\W\d_]{{3,}}|\d{{1,2}}[./-]",
    re.IGNORECASE,
)
_OWN: Final = tuple(language.spans.plain for language in EVERY if language.spans.plain)


def spans(
    headings: Mapping[int, str], *, fiscal_ends: bool | None = None, year: str = ""
) -> dict[int, Span]:
    """The columns whose headings are times. `fiscal_ends` says whether FY25 is the year that ends
    in 2025, `year` of which year months and quarters are that name none.
    """
    bodies = {
        column: unicodedata.normalize("NFKC", text).strip() for column, text in headings.items()
    }
    groups = {column: part for column, body in bodies.items() if (part := _part_of(body))}
    plain = bodies | {column: period for column, (period, _) in groups.items()}
    found = {
        column: span._replace(group=groups[column][1]) if column in groups else span
        for column, span in _whole(plain, fiscal_ends=fiscal_ends).items()
    }
    if year:
        found |= _of_year(headings, year, found)
    return found


def _of_year(headings: Mapping[int, str], year: str, found: Container[int]) -> dict[int, Span]:
    """The months and quarters that name no year, in that which is said."""
    return {
        column: span
        for column, body in without_year(headings).items()
        if column not in found and (span := _in_year(body, year))
    }


def without_year(headings: Mapping[int, str]) -> dict[int, str]:
    """The columns headed by a month, a quarter or a half of a year that is not named: Apr, Q1,
    上期.
    """
    found = {}
    for column, text in headings.items():
        body = unicodedata.normalize("NFKC", text).strip().strip("().[]")
        if body.casefold() in _MONTHS or (
            re.fullmatch(_OF_YEAR, body, re.IGNORECASE) and len(body) > 1
        ):
            found[column] = body
    return found


def is_target(text: str) -> bool:
    """Whether a part of a heading says that its values are wished for or planned."""
    return re.fullmatch(_TARGET, text.strip(" ()[]."), re.IGNORECASE) is not None


def _in_year(body: str, year: str) -> Span | None:
    """The span of a month or a part of a year, which begins in April where the year is a fiscal
    one.
    """
    match = re.fullmatch(r"(FY)?(\d{4})", year)
    if match is None:
        return None
    month = _MONTHS.get(body.casefold())
    if month is None:
        return Span(year, group=body)
    return Span(f"{int(match[2]) + (bool(match[1]) and month < 4)}-{month:02}")


def _part_of(body: str) -> tuple[str, str] | None:
    """A period and what of it is meant, of a heading that says both: 2024-25 (Apr-Dec), Target
    2026, Q1 FY26.
    """
    if behind := _BEHIND.fullmatch(body):
        period, part = behind[1] or behind[3], behind[2] or behind[4]
    elif front := _FRONT.fullmatch(body):
        part, period = front[1], front[2]
    else:
        return None
    period = period.strip(" -–—(,:")
    known = _whole({0: period}, fiscal_ends=False) or _EITHER.fullmatch(period)
    return (period, part.strip()) if known and len(part.strip()) > 1 else None


def _whole(headings: Mapping[int, str], *, fiscal_ends: bool | None) -> dict[int, Span]:
    """The columns whose headings are whole years, months or days."""
    found: dict[int, Span] = {}
    # In tables of others FY2024 is as open as FY24, though records store the year that begins then
    # so.
    either: dict[int, tuple[int, bool]] = {}
    for column, text in headings.items():
        body, estimated = _marked(text)
        if year := _of_either(body):
            either[column] = (year, estimated)
        elif period := _fiscal(body, fiscal_ends) if _ONE_FISCAL.fullmatch(body) else _period(body):
            found[column] = Span(period, estimated)
    return found | _told_beside(either, found)


def _of_either(body: str) -> int:
    """The first year of a heading such as 2011-12, a fiscal year or a month; else 0."""
    found = _EITHER.fullmatch(body)
    return int(found[1]) if found and int(found[2]) == (int(found[1]) + 1) % 100 else 0


def _fiscal(body: str, ends: bool | None) -> str:
    """The fiscal year of a heading that writes one half of it; empty until somebody says which."""
    found = _ONE_FISCAL.fullmatch(body)
    if found is None or ends is None:
        return ""
    year = int(found[1]) + (2000 if len(found[1]) == 2 else 0)
    return f"FY{year - ends}"


def _told_beside(
    either: Mapping[int, tuple[int, bool]], found: Mapping[int, Span]
) -> dict[int, Span]:
    """The columns that are headed by a fiscal year or a month, as the headings beside them tell."""
    fiscal = any(span.period.startswith("FY") for span in found.values())
    months = any(re.fullmatch(r"\d{4}-\d\d", span.period) for span in found.values())
    if fiscal or (_follow([year for year, _ in either.values()]) and not months):
        return {at: Span(f"FY{year}", estimated) for at, (year, estimated) in either.items()}
    if months:
        return {
            at: Span(f"{year}-{(year + 1) % 100:02}", estimated)
            for at, (year, estimated) in either.items()
        }
    return {}


def _follow(years: Sequence[int]) -> bool:
    """Whether years are several that follow each other, in whichever order."""
    row = sorted(years)
    return len(row) > 1 and row == list(range(row[0], row[0] + len(row)))


def one_sided(headings: Mapping[int, str]) -> dict[int, str]:
    """The columns headed by a fiscal year of which only one half is written: FY25 ends in 2025 to
    some, begins to others.
    """
    plain = {
        column: part[0] if (part := _part_of(unicodedata.normalize("NFKC", text).strip())) else text
        for column, text in headings.items()
    }
    return {
        column: body
        for column, text in plain.items()
        if _ONE_FISCAL.fullmatch(body := _marked(text)[0])
    }


def _marked(text: str) -> tuple[str, bool]:
    body = _SURE.sub("", unicodedata.normalize("NFKC", text).strip())
    match = _MARK.search(body)
    if match and match.start() and _END.search(body[: match.start()].rstrip()):
        return body[: match.start()].rstrip(), True
    return body, False


@lru_cache(1_000)
def _period(body: str) -> str:
    """The period that a heading is, or nothing."""
    plain = _BEFORE.sub("", body).strip(" '’:")
    if not _FIGURE.search(plain) or len(plain) > 40:
        return ""
    if own := next((found for read in _OWN if (found := read(plain))), ""):
        plain = own
    elif match := _SHORT_MONTH.fullmatch(plain):
        plain = f"{match[1]} 20{match[2]}"
    elif not _BEGINNING.match(plain):
        return ""
    try:
        return parsing.period(plain)
    except parsing.UnreadableError:
        return ""
