"""The structure tree of the finished document as PDF objects (ISO 32000-1, 14.7)."""

from collections.abc import Container, Mapping, Sequence
from itertools import count

import msgspec

from lohum_brief.typeset.pdf.syntax import number, string
from lohum_brief.typeset.tagging import Element

_CELLS = frozenset({"TH", "TD"})  # an empty cell still holds its place in the row

# Pages and their parents: parents[page][mcid] is the element that owns the marked content.
Parents = Sequence[Sequence[Element]]


class StructureError(ValueError):
    """Elements and marked content disagree: a fault of the layout, never of the user's data."""


# An element, the place of its parent in the same sequence (-1 for the root), and the language it
# inherits.
Order = Sequence[tuple[Element, int, str]]


def kept(root: Element, lang: str, linked: Container[Element]) -> Order:
    """Return elements with content, each after its parent, in reading order; the root comes first.

    An element without content, in itself or below, is left out, unless it is a cell of a table or
    in `linked`. `lang` is the document's language.
    """
    order: list[tuple[Element, int, str]] = []
    if not _keep(root, -1, lang, order, linked):
        raise StructureError("the document has no content")
    return order


def _keep(
    element: Element,
    parent: int,
    inherited: str,
    order: list[tuple[Element, int, str]],
    linked: Container[Element],
) -> bool:
    """Append what is kept of the element and what is below it; whether that is anything."""
    place = len(order)
    order.append((element, parent, inherited))
    spoken = element.lang or inherited
    full = element.role in _CELLS or element in linked
    for kid in element.kids:
        if isinstance(kid, tuple) or _keep(kid, place, spoken, order, linked):
            full = True
    if not full:
        del order[place:]
    return full


class Placed(msgspec.Struct, frozen=True):
    """What the tree refers to: object numbers of pages, root of the tree, annotations by element.

    An annotation is (object number of its page, its own).
    """

    pages: Sequence[int]
    tree: int
    annotations: Mapping[Element, Sequence[tuple[int, int]]]


def serialise(
    order: Order, parents: Parents, first: int, placed: Placed
) -> tuple[dict[Element, int], list[str]]:
    """Return object numbers of the elements, counted from `first`, and their texts in that order.

    Raises StructureError when an element claims marked content that its page gives to another, or
    when nobody claims it.
    """
    numbers = _numbered(order, first)
    on_page = [f"/Pg {page} 0 R" for page in placed.pages]
    texts: list[str] = []
    claimed = 0
    for element, parent, inherited in order:
        kids = element.kids
        if len(kids) == 1 and isinstance(kids[0], tuple) and element not in placed.annotations:
            # Nearly every element is one line of text: done in place, this takes a third of the
            # time.
            page, mcid = kids[0]
            claimed += 1
            if parents[page][mcid] is not element:
                raise _foreign(page, mcid)
            text = f"{on_page[page]}/K {mcid}"
        else:
            text, owned = _kids(element, parents, numbers, placed)
            claimed += owned
        if element.lang and element.lang != inherited:
            text += f"/Lang({element.lang})"
        if element.alt or element.scope or element.box or element.title or element.span > 1:
            text += _properties(element)
        texts.append(
            f"<</S/{element.role}/P {first + parent if parent >= 0 else placed.tree} 0 R{text}>>"
        )
    _require_claimed(claimed, parents)
    return numbers, texts


def _numbered(order: Order, first: int) -> dict[Element, int]:
    """Return the object number of each element, counted from `first`."""
    numbers = dict(zip([step[0] for step in order], count(first), strict=False))
    if len(numbers) != len(order):
        raise StructureError("an element hangs in two places of the tree")
    return numbers


def _require_claimed(claimed: int, parents: Parents) -> None:
    """Raise StructureError unless so much is all the marked content that pages have."""
    if claimed != sum(map(len, parents)):
        raise StructureError("a page has marked content that no element of the tree claims")


def _foreign(page: int, mcid: int) -> StructureError:
    return StructureError(f"marked content {mcid} of page {page} belongs to another element")


def _kids(
    element: Element, parents: Parents, numbers: Mapping[Element, int], placed: Placed
) -> tuple[str, int]:
    """Return the entries Pg and K, and how much marked content is among the kids."""
    page, owned = -1, 0
    below: list[str] = []
    for kid in element.kids:
        if isinstance(kid, tuple):
            where, mcid = kid
            if page < 0:
                page = where
            owned += 1
            if parents[where][mcid] is not element:
                raise _foreign(where, mcid)
            below.append(
                str(mcid)
                if where == page
                else f"<</Type/MCR/Pg {placed.pages[where]} 0 R/MCID {mcid}>>"
            )
        elif kid in numbers:
            below.append(f"{numbers[kid]} 0 R")
    if element in placed.annotations:
        below += [
            f"<</Type/OBJR/Pg {at} 0 R/Obj {number} 0 R>>"
            for at, number in placed.annotations[element]
        ]
    text = f"/Pg {placed.pages[page]} 0 R" if page >= 0 else ""
    if len(below) == 1:
        text += f"/K {below[0]}"
    elif below:
        text += f"/K[{' '.join(below)}]"
    return text, owned


def _properties(element: Element) -> str:
    """Return what only some elements have."""
    text = ""
    if element.alt:
        text += f"/Alt{string(element.alt)}"
    if element.title:
        text += f"/T{string(element.title)}"
    if element.scope or element.span > 1:
        scope = f"/Scope/{element.scope}" if element.scope else ""
        span = f"/ColSpan {element.span}" if element.span > 1 else ""
        text += f"/A<</O/Table{scope}{span}>>"
    if element.box:
        text += f"/A<</O/Layout/Placement/Block/BBox[{' '.join(map(number, element.box))}]>>"
    return text


def parent_arrays(parents: Parents, numbers: Mapping[Element, int]) -> list[str]:
    """Return for each page the elements that own its marked content, in the order of MCIDs."""
    references = {element: f"{number} 0 R" for element, number in numbers.items()}
    return [f"[{' '.join([references[element] for element in owners])}]" for owners in parents]
