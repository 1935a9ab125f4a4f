"""What stands where on finished pages: boxes of text and of drawing, read from the PDF by MuPDF,
and what is wrong with them.

Reads glyphs and not what ActualText says, so that the letters are where the eye sees them.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

import pymupdf

from lohum_brief.document.geometry import INNER, OUTER
from lohum_brief.document.style import MM
from lohum_brief.typeset import compose as composing
from lohum_brief.typeset.pagination import Sheet, paginate
from tests.typeset.operators import line_text

_HEAD, _FOOT = 11 * MM, 7.5 * MM
"""Where the running head begins and the foot ends, from the edges of the page."""
_SLACK: Final = 0.6
"""Points by which boxes may touch: sizes are rounded, and letters lean over."""


class Box(NamedTuple):
    """What is seen of a run of letters or of a drawing; from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    def covers(self, other: "Box") -> bool:
        # Along a line, a sign may lean over the letter after it.
        aside = (
            max(_SLACK, 0.3 * (self.bottom - self.top))
            if abs(self.bottom - other.bottom) < 0.01
            else _SLACK
        )
        return (
            min(self.right, other.right) - max(self.left, other.left) > aside
            and min(self.bottom, other.bottom) - max(self.top, other.top) > _SLACK
        )


class Page(NamedTuple):
    """The boxes of a page of that size."""

    width: float
    height: float
    letters: tuple[Box, ...]
    drawings: tuple[Box, ...]

    @property
    def lying(self) -> bool:
        return self.width > self.height


def pages(pdf: bytes) -> Iterator[Page]:
    with pymupdf.open(stream=pdf) as document:
        for page in document:
            letters = tuple(_runs(page.get_texttrace()))
            drawings = tuple(_drawings(page.get_cdrawings(extended=True)))
            yield Page(page.rect.width, page.rect.height, letters, drawings)


def _drawings(items: Iterable[dict[str, Any]]) -> Iterator[Box]:
    """What is seen of lines and areas: hatches are drawn beyond the area that cuts them off."""
    clips: list[tuple[int, tuple[float, float, float, float]]] = []
    for item in items:
        while clips and clips[-1][0] >= item["level"]:
            clips.pop()
        if item["type"] == "clip":
            clips.append((item["level"], item["scissor"]))
        elif item["type"] != "group":
            left, top, right, bottom = item["rect"]
            for _, clip in clips:
                left, top = max(left, clip[0]), max(top, clip[1])
                right, bottom = min(right, clip[2]), min(bottom, clip[3])
            if left <= right and top <= bottom:
                yield Box(left, top, right, bottom, "")


def _runs(spans: Iterable[dict[str, object]]) -> Iterator[Box]:
    """Letters that stand on one line without a gap."""
    for span in spans:
        size: float = span["size"]  # type: ignore[assignment]
        begun: list[tuple[int, float, float, float]] = []
        last = None
        for code, _, origin, box in span["chars"]:  # type: ignore[attr-defined]
            left, right = origin[0], max(box[2], origin[0])
            if chr(code).isspace() or (last is not None and abs(left - last) > size * 0.2):
                yield from _box(begun, size)
                begun = []
            if not chr(code).isspace():
                begun.append((code, left, right, origin[1]))
            last = right
        yield from _box(begun, size)


def _box(run: Sequence[tuple[int, float, float, float]], size: float) -> Iterator[Box]:
    if run:
        baseline = run[0][3]
        text = "".join(chr(code) for code, *_ in run)
        yield Box(
            min(one[1] for one in run),
            baseline - size * 0.55,
            max(right - (size / 2 if chr(code) in _BLANK else 0) for code, _, right, *_ in run),
            baseline,
            text,
        )


_BLANK = "）」』】〕］、。"
"""Half of their advance is blank, behind what is drawn."""


def faults(pdf: bytes) -> list[str]:
    """Whatever lies outside of the margins, or on something else."""
    found = []
    for number, page in enumerate(pages(pdf)):
        left = INNER if number % 2 == 0 else OUTER
        right = left + page.width - INNER - OUTER
        found += [
            f"page {number + 1}: outside: {box}"
            for box in (*page.letters, *page.drawings)
            if box.left < left - 8
            or box.right > right + 2
            or box.top < _HEAD
            or box.bottom > page.height - _FOOT
        ]
        ordered = sorted(page.letters, key=lambda box: box.top)
        for i, one in enumerate(ordered):
            for other in ordered[i + 1 :]:
                if other.top >= one.bottom:
                    break
                if one.covers(other):
                    found.append(f"page {number + 1}: {one} covers {other}")
    return found


class Listener:
    """Keeps the sheets of documents while they are composed, to see how their texts were broken
    into lines.
    """

    def __init__(self) -> None:
        self.sheets: list[Sheet] = []

    def __call__(self, *args: object, **kwargs: object) -> tuple[list[Sheet], int]:
        sheets, count = paginate(*args, **kwargs)  # type: ignore[arg-type]
        self.sheets = [*sheets]
        return sheets, count

    def lines(self) -> list[list[str]]:
        """The lines of every paragraph; the labels of drawings are none."""
        found: dict[tuple[int, int, int], list[str]] = {}
        for sheet in self.sheets:
            for _, strip in sheet.placed:
                for item in strip.items:
                    if item.element is not None and item.element.role != "Figure":
                        found.setdefault((strip.block, item.side, item.order), []).append(
                            line_text(item.line)
                        )
        return [*found.values()]

    def parted(self) -> list[str]:
        """Numbers that a line parts."""
        return [
            f"{before} | {after}"
            for lines in self.lines()
            for before, after in pairwise(lines)
            if (before[-1:].isdigit() and after[:1].isdigit())
            or (before[-2:-1].isdigit() and before[-1:] in ".,/" and after[:1].isdigit())
        ]  # fmt: skip


LISTENED: Final = f"{composing.__name__}.paginate"
"""What a listener takes the place of."""
