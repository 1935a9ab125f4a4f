"""Which figures of a column stand with their decimal points one below another.

No figure gets decimals that it does not have: 1 above 12.5 does not print as 1.0, for nobody has
measured that. The points stand below each other instead.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
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


def pointed(cells: Sequence[Cell], align: Literal["left", "right"], *, first: bool) -> list[Cell]:
    """Return the cells of a column; figures of its commonest unit that differ in their decimals
    know where their point is.

    Names may have numbers too, such as those of articles (2, 2.1): a column that is not set at the
    right is one of figures only if it is not the `first` and has nothing else.
    """
    paras = dict.fromkeys(para for cell in cells for para in cell)
    # Decimals can only differ where there are some, and most columns have none: to read each cell
    # as a figure took 2 % of an export of 39 pages.
    if not any("." in para.text and re.search(r"\.\d", para.text) for para in paras):
        return [*cells]
    figures = {para: figure for para in paras if (figure := _figure(para))}
    units = Counter(_unit(figure) for figure in figures.values())
    unit, count = units.most_common(1)[0] if units else ("", 0)
    alike = {para: figure for para, figure in figures.items() if _unit(figure) == unit}
    if len({len(figure["decimals"] or "") for figure in alike.values()}) < 2:
        return [*cells]
    others = [para for para in paras if para not in alike and re.search(r"\w", para.text)]
    if sum(para not in figures and bool(re.search(r"\d", para.text)) for para in others) >= count:
        return [*cells]
    if align == "left" and (first or others):
        return [*cells]
    tails = {para: structs.replace(para, tail=figure["tail"]) for para, figure in alike.items()}
    return [tuple(tails.get(para, para) for para in cell) for cell in cells]


def _figure(para: Para) -> re.Match[str] | None:
    return _figures().fullmatch(para.text) if len(para.spans) == 1 else None


def _unit(figure: re.Match[str]) -> str:
    """How a unit begins: hour and hours are one, टन and टन से अधिक, but not t and members."""
    return figure["unit"].strip()[:2]


@cache
def _figures() -> re.Pattern[str]:
    """A figure as any language prints it, with how exact it is: about 12.5 t, 約12.5トン."""
    before = {
        words(lang)(pattern, quantity="\0").partition("\0")[0].strip()
        for about, pattern in ABOUT.items()
        if about
        for lang in LANGS
    }
    exact = "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(before))
    return re.compile(rf"(?:{exact})?\s?{_FIGURE}")
