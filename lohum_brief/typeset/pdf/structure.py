"""The structure tree of the finished document as PDF objects (ISO 32000-1, 14.7)."""

from collections.abc import Container, Mapping, Sequence

import msgspec

from lohum_brief.typeset.pdf.syntax import number, reference, string
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
        if isinstance(kid, tuple):
            full = True
        elif len(kid.kids) == 1 and isinstance(kid.kids[0], tuple):
            # As most are: to be asked about each takes half as long again.
            order.append((kid, place, spoken))
            full = True
        elif _keep(kid, place, spoken, order, linked):
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
) -> tuple[dict[Element, str], list[str]]:
    """Return by what the elements are referred to, whose object numbers count from `first`, and
    their texts in that order.

    A reference is written once: most elements are named by their page, their parent and their kids.

    Raises StructureError when an element claims marked content that its page gives to another, or
    when nobody claims it.
    """
    named = [reference(number) for number in range(first, first + len(order))]
    names = _named(order, named)
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
            text, owned = _kids(element, parents, names, placed)
            claimed += owned
        if element.lang and element.lang != inherited:
            text += f"/Lang({element.lang})"
        if element.alt or element.scope or element.box or element.title or element.span > 1:
            text += _properties(element)
        above = named[parent] if parent >= 0 else reference(placed.tree)
        texts.append(f"<</S/{element.role}/P {above}{text}>>")
    _require_claimed(claimed, parents)
    return names, texts


def _named(order: Order, named: Sequence[str]) -> dict[Element, str]:
    """Return by what each element is referred to."""
    names = dict(zip([step[0] for step in order], named, strict=True))
    if len(names) != len(order):
        raise StructureError("an element hangs in two places of the tree")
    return names


def _require_claimed(claimed: int, parents: Parents) -> None:
    """Raise StructureError unless so much is all the marked content that pages have."""
    if claimed != sum(map(len, parents)):
        raise StructureError("a page has marked content that no element of the tree claims")


def _foreign(page: int, mcid: int) -> StructureError:
    return StructureError(f"marked content {mcid} of page {page} belongs to another element")


def _kids(
    element: Element, parents: Parents, names: Mapping[Element, str], placed: Placed
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
        elif kid in names:
            below.append(names[kid])
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


def parent_arrays(parents: Parents, names: Mapping[Element, str]) -> list[str]:
    """Return for each page the elements that own its marked content, in the order of MCIDs."""
    return [f"[{' '.join(map(names.__getitem__, owners))}]" for owners in parents]
