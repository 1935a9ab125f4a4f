"""What the cells below a heading tell where it leaves it open.

Titles from posts, on whose side people are, and the language.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from typing import Final

from lohum_brief.exchange import sides
from lohum_brief.exchange.address_words import address_of, is_post
from lohum_brief.exchange.headings import folded, known_fields
from lohum_brief.exchange.people import script_of
from lohum_brief.exchange.sheets import Cell, Sheet
from lohum_brief.exchange.vocabulary import BESIDE, IGNORED, WAYS
from lohum_brief.language.codes import READ
from lohum_brief.visit.records import Record

_ENOUGH: Final = 200
"""Cells by which titles and sides are known."""
_FEW: Final = 30
"""Cells by which a language is known."""


def _cells(sheet: Sheet, heading: int, column: int) -> Iterator[Cell]:
    return (row[column] for row in sheet.rows[heading + 1 :] if column < len(row))


def _words(sheet: Sheet, heading: int, column: int) -> Iterator[str]:
    cells = islice(_cells(sheet, heading, column), _ENOUGH)
    return (cell for cell in cells if isinstance(cell, str) and cell.strip())


def tell_titles(
    sheet: Sheet, heading: int, wished: dict[int, str], mapped: Mapping[int, str]
) -> None:
    """Let a column Title hold forms of address instead of posts where its cells do."""
    for column, field in wished.items():
        if field == "post" and column not in mapped:
            words = list(_words(sheet, heading, column))
            titles = sum(address_of(word) is not None and not is_post(word) for word in words)
            if words and 2 * titles >= len(words):
                wished[column] = "honorific"


def tell_sides(
    sheet: Sheet, heading: int, wished: dict[int, str], headings: Mapping[int, str]
) -> None:
    """Let a column whose cells say Host and Guest and nothing else tell on whose side people are,
    whatever it is called.
    """
    for column, text in headings.items():
        if "side" in wished.values():
            return
        field = wished.get(column, "post").partition(".")[0]
        if field in ("post", "duty", "group", IGNORED) and sides.is_column(
            text, _words(sheet, heading, column)
        ):
            wished[column] = "side"


_BESIDE: Final = {folded(word): part for part, words in BESIDE.items() for word in words.split("|")}
_OF_JOURNEY: Final = {
    f"{moment}{end}": (moment, way)
    for moment, way in WAYS.items()
    for end in ("", "_day", "_clock")
}


def tell_journeys(
    wished: dict[int, str], headings: Mapping[int, str], mapped: Mapping[int, str]
) -> None:
    """Let columns that are only called Time, Date, Flight or Airport tell of the arrival or the
    departure that the column before them tells of; before the first of these, of that.
    """
    moments = {column: of for column, field in wished.items() if (of := _OF_JOURNEY.get(field))}
    if not moments:
        return
    for column, heading in headings.items():
        part = _BESIDE.get(folded(heading))
        if part is None or column in mapped or column in moments:
            continue
        moment, way = moments[_before(column, moments)]
        wished[column] = {
            "way": way,
            "place": f"{way}_place",
        }.get(part, f"{moment}_{part}")


def _before(column: int, moments: Collection[int]) -> int:
    """The last of some columns before one, else the first of them."""
    return max((at for at in moments if at < column), default=min(moments))


def in_its_language(sheet: Sheet, heading: int, column: int, field: str, kind: type[Record]) -> str:
    """Return a field that several columns have in the language of this one: 氏名 beside Name."""
    cells = islice(_cells(sheet, heading, column), _FEW)
    scripts = [script for cell in cells if isinstance(cell, str) and (script := script_of(cell))]
    if not scripts:
        return field
    script = Counter(scripts).most_common(1)[0][0]
    path = f"{field}.{READ if script == 'kana' else script}"
    return path if path in known_fields(kind) else field
