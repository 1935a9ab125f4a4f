"""How far down the pages of a pack are filled, as seen in the file."""

from typing import NamedTuple

import pymupdf

from lohum_brief.document.geometry import BOTTOM, OUTER, TOP

_SLACK = 0.5


class Fill(NamedTuple):
    """How far down a page what stands on it reaches: 0 where it is blank, 1 at the foot."""

    page: int
    """Counted from 1."""
    share: float


def fills(pdf: bytes) -> list[Fill]:
    """The fill of each page between its running head and its foot."""
    out = []
    with pymupdf.open(stream=pdf) as file:
        for number, page in enumerate(file, 1):
            foot = page.rect.height - BOTTOM
            area = pymupdf.Rect(0, TOP - _SLACK, page.rect.width, foot + _SLACK)
            lines = [
                pymupdf.Rect(line["bbox"])
                for block in page.get_text("dict", clip=area, flags=0)["blocks"]
                for line in block.get("lines", ())
            ]
            drawn = [drawing["rect"] for drawing in page.get_drawings()]
            # Without marks at the edge, what is framed in the head and the rules of head and foot.
            inked = [
                box
                for box in (*lines, *drawn)
                if area.y0 - 8 <= box.y0
                and box.y1 <= area.y1
                and box.x0 > OUTER - 2
                and box.x1 < page.rect.width - OUTER + 2
            ]
            lowest = max([box.y1 for box in inked], default=TOP)
            out.append(Fill(number, (lowest - TOP) / (foot - TOP)))
    return out
