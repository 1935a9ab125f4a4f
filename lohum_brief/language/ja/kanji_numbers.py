"""Numbers in kanji, alone or behind figures: 三千四百億, 3億4,000万, 〇一二."""

import re
from decimal import Decimal
from typing import Final

from lohum_brief.language.figures import EXACT, enlarged, figures, refuse
from lohum_brief.language.ja.spoken import KANJI, LARGE, TENS
from lohum_brief.language.rooms.reading import Numerals, Scaled

_DIGITS: Final = {
    **{kanji: value for value, kanji in enumerate(KANJI)},
    **{kanji: value for value, kanji in enumerate("零壱弐参肆伍陸漆捌玖")},
    "壹": 1,
    "貳": 2,
    "參": 3,
}
_LARGE: Final = {kanji: value for value, kanji in LARGE} | {"萬": 10**4}
_TENS: Final = {kanji: value for value, kanji in TENS} | {"拾": 10, "佰": 100, "仟": 1000}
_ONE: Final = f"[{''.join(_DIGITS)}]|[0-9][0-9,.]*"
_SECTION: Final = re.compile(
    f"(?:({_ONE})?([千仟]))?(?:({_ONE})?([百佰]))?(?:({_ONE})?([十拾]))?({_ONE})?"
)
_LARGE_PART: Final = re.compile(f"([^{''.join(_LARGE)}]*)([{''.join(_LARGE)}])")
_ANY: Final = "".join((*_DIGITS, *_TENS, *_LARGE))
_HAS_ANY: Final = re.compile(f"[{_ANY}]")
_SPACES: Final = re.compile(f"(?<=[{_ANY}]) | (?=[{_ANY}])")

_LONGEST: Final = 200
"""Characters of a number; exact arithmetic has room for those and the zeros of a large unit."""


def kanji_number(figure: str) -> int:
    """Return a small number in figures or kanji, both 二〇二五 and 二十五.

    Raises UnreadableError.
    """
    return (
        int(figure) if figure.isdecimal() and figure.isascii() else int(_read(figure, figure).value)
    )


def _read(body: str, text: str) -> Scaled:
    """Parts with ever smaller large units, each below 10,000 after the first."""
    body = _SPACES.sub("", body)
    if len(body) > _LONGEST:
        refuse(text)
    total, below, end, scale = Decimal(0), None, 0, None
    for part in _LARGE_PART.finditer(body):
        value, unit = _section(part[1], text).value, _LARGE[part[2]]
        total = _joined(total, enlarged(value, Decimal(unit)), below, text)
        scale = Decimal(unit) if below is None else None
        below, end = unit, part.end()
    if body[end:]:
        # 三千万・〇〇 has nothing between the large unit and the point.
        last = _section(KANJI[0] + body[end:] if end and body[end] in "点・" else body[end:], text)
        # 1億5千 is 1億5千万 when spoken
        if below and below > 10**4 and body[-1] in _TENS and last.value >= 100:
            refuse(text)
        total = _joined(total, last.value, below, text)
        scale = last.scale if below is None else None
    return Scaled(total, scale)


def _joined(total: Decimal, value: Decimal, below: int | None, text: str) -> Decimal:
    if below is not None and (value >= below or EXACT.remainder(total, Decimal(below))):
        refuse(text)
    return EXACT.add(total, value)


def _section(body: str, text: str) -> Scaled:
    whole, *fraction = re.split("[点・]", body)
    if fraction:
        return _with_point(whole, fraction, text)
    if _is_positional(body):
        return Scaled(Decimal(_positional(body)), Decimal(1))
    found = _SECTION.fullmatch(body) if body else None
    if not found:
        refuse(text)
    terms = _terms(found)
    values = [enlarged(_one(figure, text), Decimal(size)) for figure, size in terms]
    if len(terms) == 1:
        figure, size = terms[0]
        return Scaled(values[0], Decimal(size if figure and figure not in _DIGITS else 1))
    if not all(map(_fits, values, (size for _, size in terms))):
        refuse(text)
    return Scaled(sum(values, Decimal(0)), Decimal(1))


def _with_point(whole: str, fraction: list[str], text: str) -> Scaled:
    if len(fraction) > 1 or not _is_positional(fraction[0]):
        refuse(text)
    behind = Decimal("0." + _positional(fraction[0]))
    return Scaled(EXACT.add(_section(whole, text).value, behind), Decimal(1))


def _terms(found: re.Match[str]) -> list[tuple[str | None, int]]:
    """Return figures with what they are times: thousands, hundreds, tens and ones."""
    groups = found.groups()
    terms = [(groups[at], _TENS[groups[at + 1]]) for at in (0, 2, 4) if groups[at + 1]]
    return [*terms, (groups[6], 1)] if groups[6] else terms


def _fits(value: Decimal, size: int) -> bool:
    return value < 10 * size and not value % size


def _is_positional(body: str) -> bool:
    return bool(body) and all(kanji in _DIGITS for kanji in body)


def _one(figure: str | None, text: str) -> Decimal:
    if not figure:
        return Decimal(1)
    return Decimal(_DIGITS[figure]) if figure in _DIGITS else figures(figure, text)


def _positional(kanji: str) -> str:
    return "".join(str(_DIGITS[digit]) for digit in kanji)


NUMERALS: Final = Numerals(_HAS_ANY, _read)
