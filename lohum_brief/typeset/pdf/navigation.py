"""Ways through a document: the outline, links inside it, and page labels."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

import msgspec

from lohum_brief.typeset.pdf.syntax import number, percent_encoded, string
from lohum_brief.typeset.tagging import Element


class Outline(msgspec.Struct, frozen=True):
    """An entry of the outline: `level` counts from 1, `page` from 0.

    `top` is the PDF y that comes to the upper edge of the window.
    """

    level: int
    title: str
    page: int
    top: float


class Link(msgspec.Struct, frozen=True):
    """A link to a place in the document, or to `uri`.

    `rect` is (left, bottom, right, top); `element` has the role Link. `contents` says in words
    where it leads (PDF/UA-1, 7.18.5). A link over several lines is one Link per line.
    """

    page: int
    rect: tuple[float, float, float, float]
    target_page: int
    target_top: float
    element: Element
    contents: str
    uri: str = ""


class Label(msgspec.Struct, frozen=True):
    """From `page` on, counted from 0, pages are called by `prefix` and a number.

    The number has a `style` (D 1 2, r i ii) and begins at `start`.
    """

    page: int
    style: Literal["D", "r", ""] = "D"
    prefix: str = ""
    start: int = 1


def destination(page: int, top: float) -> str:
    """Return where a link leads; `page` is an object number."""
    return f"[{page} 0 R/XYZ null {number(top)} null]"


def outline(entries: Sequence[Outline], pages: Sequence[int], first: int) -> list[str]:
    """Return the root of the outline and its entries, to be placed from object number `first` on.

    An entry that skips a level hangs below the nearest entry above it.
    """
    parents: list[int] = []  # 0 is the root, n the n-th entry
    children: list[list[int]] = [[] for _ in range(len(entries) + 1)]
    open_entries: list[tuple[int, int]] = []
    for place, entry in enumerate(entries, 1):
        while open_entries and open_entries[-1][0] >= entry.level:
            open_entries.pop()
        parent = open_entries[-1][1] if open_entries else 0
        parents.append(parent)
        children[parent].append(place)
        open_entries.append((entry.level, place))
    texts = [f"<</Type/Outlines{_family(children[0], first)}/Count {len(children[0])}>>"]
    for place, (entry, parent) in enumerate(zip(entries, parents, strict=True), 1):
        siblings = children[parent]
        at = bisect_left(siblings, place)
        target = destination(pages[entry.page], entry.top)
        text = f"<</Title{string(entry.title)}/Parent {first + parent} 0 R/Dest{target}"
        if at > 0:
            text += f"/Prev {first + siblings[at - 1]} 0 R"
        if at + 1 < len(siblings):
            text += f"/Next {first + siblings[at + 1]} 0 R"
        below = children[place]
        if below:  # a negative count: closed until the reader opens it
            text += f"{_family(below, first)}/Count -{len(below)}"
        texts.append(text + ">>")
    return texts


def _family(children: Sequence[int], first: int) -> str:
    return f"/First {first + children[0]} 0 R/Last {first + children[-1]} 0 R"


def annotations(links: Sequence[Link], first: int, pages: Sequence[int]) -> list[str]:
    """Return the annotations of links; `first` is the place of the first in the parent tree."""
    tails: dict[tuple[str, int, float, str], str] = {}  # many links lead to the same place
    texts = []
    for key, link in enumerate(links, first):
        goal = (link.contents, link.target_page, link.target_top, link.uri)
        tail = tails.get(goal)
        if tail is None:
            tail = tails[goal] = f"/Contents{string(link.contents)}{_leads(link, pages)}>>"
        left, bottom, right, top = link.rect
        texts.append(
            f"<</Type/Annot/Subtype/Link/Rect[{left:.1f} {bottom:.1f} {right:.1f} {top:.1f}]"
            "/Border[0 0 0]/F 4"
            f"/P {pages[link.page]} 0 R/StructParent {key}{tail}"
        )
    return texts


def _leads(link: Link, pages: Sequence[int]) -> str:
    if link.uri:
        return f"/A<</S/URI/URI({percent_encoded(link.uri)})>>"
    return f"/Dest{destination(pages[link.target_page], link.target_top)}"


def page_labels(labels: Sequence[Label]) -> str:
    """Return the number tree of page labels."""
    parts = []
    for label in labels:
        style = f"/S/{label.style}" if label.style else ""
        prefix = f"/P{string(label.prefix)}" if label.prefix else ""
        start = f"/St {label.start}" if label.start != 1 else ""
        parts.append(f"{label.page}<<{style}{prefix}{start}>>")
    return f"<</Nums[{' '.join(parts)}]>>"
