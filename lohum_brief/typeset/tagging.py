"""The structure tree of a document while it is placed: elements, and the content they own."""

from typing import Literal

import msgspec

Role = Literal[
    "Document", "Sect", "H1", "H2", "H3", "P", "Note", "Caption", "Figure", "Link",
    "BlockQuote", "L", "LI", "Lbl", "LBody", "TOC", "TOCI", "Reference",
    "Table", "THead", "TBody", "TR", "TH", "TD",
]  # fmt: skip


class Element(msgspec.Struct, eq=False):
    """A node of the structure tree (ISO 32000-1, 14.8).

    `kids` holds child elements and marked content as (page index, MCID) pairs, in reading order.
    `scope` is for TH, `box` for a Figure: where it lies on its page. `lang` is written when it
    differs from that of the parent.
    """

    role: Role
    lang: str = ""
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""
    span: int = 1
    title: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: "list[Element | tuple[int, int]]" = []

    def add(self, role: Role, lang: str = "") -> "Element":
        """Append a child and return it."""
        child = Element(role, lang)
        self.kids.append(child)
        return child
