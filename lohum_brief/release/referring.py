"""Texts that name pages: a document is set until the pages that it names are those that it has.

The first time they are not known, the second time they mostly are right: a number of a page is as
wide as any other of as many digits.
"""

from collections.abc import Callable, Mapping
from typing import Final, Protocol, TypeVar

from lohum_brief.document.document import Document, Reference
from lohum_brief.errors import BriefError
from lohum_brief.message import Message, msg

_MOST: Final = 6
"""Times that a document is set before it is given up."""


class Paged(Protocol):
    """What is made of a document: it has pages."""

    @property
    def pages(self) -> int:
        """Return how many there are."""
        ...

    @property
    def first_pages(self) -> Mapping[str, int]:
        """Return on which page each record begins, counted from 1."""
        ...


R = TypeVar("R", bound=Paged)


def settled(
    document: Document,
    planned: Callable[[Mapping[str, int]], Document],
    make: Callable[[Document], R],
    known: dict[str, int],
    refused: Callable[[Reference, Message], BriefError],
) -> R:
    """Return what is made of a document whose texts name pages.

    It is planned for the pages that are `known` of the last time, which take the new; `planned`
    plans it again for others.
    Raises what `refused` makes of a reference to something that the document does not print.
    """
    for _ in range(_MOST):
        made = make(document)
        found = made.first_pages
        wanted = dict(_pages(document.references, found, refused))
        if all(known.get(one) == page for one, page in wanted.items()):
            return made
        known.clear()
        known.update(found)
        document = planned(known)
    raise refused(
        document.references[0],
        msg("The pages that texts name do not settle: change the text a little."),
    )


def _pages(
    references: tuple[Reference, ...],
    found: Mapping[str, int],
    refused: Callable[[Reference, Message], BriefError],
) -> list[tuple[str, int]]:
    """Return the pages of what texts on the pages refer to."""
    out = []
    for one in references:
        if one.holder in found:
            pages = [(target, found[target]) for target in one.targets if target in found]
            if not pages:
                why = msg(
                    "{token}: this pack does not print that; add its section, or take the "
                    "reference out.",
                    token=one.written,
                )
                raise refused(one, why)
            out += pages
    return out
