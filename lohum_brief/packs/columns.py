"""Which figures of a column stand with their decimal points one below another.

No figure gets decimals that it does not have: 1 above 12.5 does not print as 1.0, for nobody has
measured that. The points stand below each other instead.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import Final, Literal

from msgspec import structs

from lohum_brief.document.paragraphs import Cell, Para
from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS
from lohum_brief.language.units import ABOUT

_FIGURE: Final = (
    r"[※~≈<>±]*\s?[−-]?\s?(?:[A-Z]{0,3}[$€£¥₹])?\s?\d[\d,]*"
    r"(?P<tail>(?P<decimals>\.\d+)?(?P<unit>[^\d]*))"
)
"""A sign, a currency, the number, its unit; no other number behind it, as in a date or a range."""


_Figures = dict[Para, re.Match[str]]


def pointed(cells: Sequence[Cell], align: Literal["left", "right"], *, first: bool) -> list[Cell]:
    """Return the cells of a column; figures of its commonest unit that differ in their decimals
    know where their point is.

    Names may have numbers too, such as those of articles (2, 2.1): a column that is not set at the
    right is one of figures only if it is not the `first` and has nothing else.
    """
    paras = dict.fromkeys(chain.from_iterable(cells))
    alike = _alike(paras, align, first=first) if _has_decimals(paras) else {}
    tails = {para: structs.replace(para, tail=figure["tail"]) for para, figure in alike.items()}
    return [tuple(tails.get(para, para) for para in cell) for cell in cells] if tails else [*cells]


def _alike(paras: Iterable[Para], align: Literal["left", "right"], *, first: bool) -> _Figures:
    """Return the figures of the commonest unit; none where their decimals do not differ, or where
    the column is not one of figures.
    """
    figures = {para: figure for para in paras if (figure := _figure(para))}
    alike = _of_commonest_unit(figures)
    if len({*map(_decimals, alike.values())}) < 2:
        return {}
    others = [para for para in paras if para not in alike and re.search(r"\w", para.text)]
    if align == "left" and (first or others):
        return {}
    return alike if _are_figures(others, figures, len(alike)) else {}


def _has_decimals(paras: Iterable[Para]) -> bool:
    """Return whether there are some: most columns have none, and to read each cell as a figure took
    2 % of an export of 39 pages.
    """
    return any(
        re.search(r"\.\d", para.spans[0].text)
        for para in paras
        if len(para.spans) == 1 and "." in para.spans[0].text
    )


def _of_commonest_unit(figures: _Figures) -> _Figures:
    units = Counter(_unit(figure) for figure in figures.values())
    commonest = max(units, key=units.__getitem__, default="")
    return {para: figure for para, figure in figures.items() if _unit(figure) == commonest}


def _decimals(figure: re.Match[str]) -> int:
    return len(figure["decimals"] or "")


def _are_figures(others: list[Para], figures: _Figures, count: int) -> bool:
    """Return whether fewer have numbers that are no figures, such as dates and ranges."""
    numbers = [para for para in others if para not in figures and re.search(r"\d", para.text)]
    return len(numbers) < count


def _figure(para: Para) -> re.Match[str] | None:
    """Return the figure that a paragraph is; a mark in front of it may have a style of its own."""
    figure = _figures().fullmatch(para.text) if para.spans else None
    return figure if figure and para.spans[-1].text.endswith(figure["tail"]) else None


def _unit(figure: re.Match[str]) -> str:
    """Return how a unit begins: hour and hours are one, टन and टन से अधिक, but not t and
    members.
    """
    return figure["unit"].strip()[:2]


@cache
def _figures() -> re.Pattern[str]:
    """Return a figure as any language prints it, with how exact it is: about 12.5 t, 約12.5トン."""
    before = {
        words(lang)(pattern, quantity="\0").partition("\0")[0].strip()
        for about, pattern in ABOUT.items()
        if about
        for lang in LANGS
    }
    exact = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(before))
    return re.compile(rf"(?:{exact})?\s?{_FIGURE}")
