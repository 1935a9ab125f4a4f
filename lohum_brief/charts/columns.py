"""Words of several languages in aligned columns, and what has no language once behind them.

Names of bars stand in a column for each language, so that the eye runs down one language; where
there is no room for that, the languages stand below one another. A value stands once, behind both.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec import structs

from lohum_brief.charts.chart import Words
from lohum_brief.charts.lettering import SIZES, TEXT, Block, Lettering, Line
from lohum_brief.document.style import Style
from lohum_brief.language.codes import Lang

_GAP: Final = 0.9
_NEAR: Final = 0.35
"""Between columns, and between a value and its unit, in sizes."""

_Said = tuple[Lang, str] | None
Parts = Sequence[Words]
"""A name, and what stands behind it."""


class _Set(NamedTuple):
    """Lines of a column, row by row, and whether no word of them is parted."""

    rows: list[list[Line]]
    whole: bool

    @property
    def width(self) -> float:
        return max((line.width for lines in self.rows for line in lines), default=0.0)


def named(
    lettering: Lettering, names: Sequence[Words], room: float, style: Style = TEXT
) -> list[Block]:
    """Return names that stand below each other in no more than `room`: in a column for each
    language, those of one language as they are.
    """
    if len(lettering.langs) == 1:
        return lettering.blocks(names, room, style)
    return aligned(lettering, [(name,) for name in names], room, style)


def aligned(
    lettering: Lettering,
    rows: Sequence[Parts],
    room: float = 1e9,
    style: Style = TEXT,
    *,
    most: int = 2,
) -> list[Block]:
    """Return a block for each row, all as wide as the widest: its name in each language, and behind
    it its other parts, each once where all languages write it alike.

    Names stand beside one another on one line, else smaller, else broken over as many lines as
    `most` says, else below one another.
    """
    found: list[Block] = []
    for lines in dict.fromkeys((1, most, 0)):
        for scale in SIZES:
            smaller = structs.replace(style, size=style.size * scale, leading=style.leading * scale)
            found = _blocks(lettering, rows, room, smaller, lines)
            if all(block.whole and block.width <= room for block in found):
                return found
    return found


def _blocks(
    lettering: Lettering, rows: Sequence[Parts], room: float, style: Style, most: int
) -> list[Block]:
    """Return the rows with names of no more than so many lines; 0 sets languages below one
    another.
    """
    behind = [_set(lettering, of, 1e9, style) for of in _behind(lettering, rows)]
    gap, near = _GAP * style.size, _NEAR * style.size
    after = [gap, *[near] * len(behind)][: len(behind)]
    left = room - sum(one.width for one in behind) - sum(after)
    heads = _heads(lettering, _names(lettering, rows), left, style, most)
    columns = [*heads, *behind]
    lefts, width = _lefts(columns, [*[gap] * len(heads), *after])
    whole = all(one.whole for one in columns)
    return [
        Block(_lines([one.rows[row] for one in columns], lefts, width), style, whole)
        for row in range(len(rows))
    ]


def _heads(
    lettering: Lettering, names: Sequence[Sequence[_Said]], room: float, style: Style, most: int
) -> list[_Set]:
    """Return the columns of names in no more than `room`."""
    if most:
        widths = [_width(lettering, of, style) for of in names]
        rooms = _rooms(widths, room, _GAP * style.size)
        return [_set(lettering, of, own, style, most) for of, own in zip(names, rooms, strict=True)]
    return [_below([_set(lettering, of, room, style) for of in names])] if names else []


def _lefts(columns: Sequence[_Set], gaps: Sequence[float]) -> tuple[list[float], float]:
    """Return where columns begin, each behind its gap but the first, and how wide all are."""
    lefts: list[float] = []
    x = 0.0
    for column, gap in zip(columns, gaps, strict=True):
        lefts.append(x + gap if lefts else 0.0)
        x = lefts[-1] + column.width
    return lefts, x


def _names(lettering: Lettering, rows: Sequence[Parts]) -> list[list[_Said]]:
    """Return a column for each language; what all write alike stands in the first."""
    forms = [dict(lettering.each(parts[0])) for parts in rows]
    return [
        [(lang, said[lang]) if lang in said else None for said in forms]
        for lang in lettering.langs
        if any(lang in said for said in forms)
    ]


def _behind(lettering: Lettering, rows: Sequence[Parts]) -> Iterator[list[_Said]]:
    """Yield the columns behind the names: as many of each part as its forms take."""
    for number in range(1, max(map(len, rows), default=0)):
        forms = [lettering.forms(parts[number]) for parts in rows]
        for k in range(max(map(len, forms))):
            yield [form[k] if k < len(form) else None for form in forms]


def _width(lettering: Lettering, of: Sequence[_Said], style: Style) -> float:
    return max((lettering.line([one], style).width for one in of if one), default=0.0)


def _rooms(widths: Sequence[float], room: float, gap: float) -> list[float]:
    """Return the room of each column: the widest give until all fit."""
    room -= gap * (len(widths) - 1)
    rooms = list(widths)
    left, count = room, len(widths)
    for width in sorted(widths):
        if width * count > left:
            return [min(one, left / count) for one in rooms]
        left, count = left - width, count - 1
    return rooms


def _set(
    lettering: Lettering, of: Sequence[_Said], room: float, style: Style, most: int = 99
) -> _Set:
    rows: list[list[Line]] = []
    whole = True
    for one in of:
        # A hair more, so that what was measured to fit does.
        lines, held = lettering.broken(one[1], one[0], style, room + 0.01) if one else ([], True)
        whole = whole and held and len(lines) <= most
        rows.append(lines)
    return _Set(rows, whole)


def _below(columns: Sequence[_Set]) -> _Set:
    """Return the columns of languages below one another, row by row."""
    rows = [
        [line for lines in of for line in lines]
        for of in zip(*(one.rows for one in columns), strict=True)
    ]
    return _Set(rows, all(one.whole for one in columns))


def _lines(
    cells: Sequence[Sequence[Line]], lefts: Sequence[float], width: float
) -> tuple[Line, ...]:
    """Return the lines of one row, whose cells begin at `lefts`."""
    return tuple(
        Line(
            tuple(
                piece._replace(x=piece.x + left)
                for left, of in zip(lefts, cells, strict=True)
                for piece in (of[i].pieces if i < len(of) else ())
            ),
            width,
        )
        for i in range(max(map(len, cells), default=0))
    )
