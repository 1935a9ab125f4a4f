"""Placed lines to page content: operators with marked content for every line. Decides nothing."""

from codecs import utf_16_be_encode
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from lohum_brief.document.blocks import Bar
from lohum_brief.document.drawings import Shape
from lohum_brief.document.style import BLACK
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.shapes import operators
from lohum_brief.typeset.tagging import Element


class Mark(msgspec.Struct, frozen=True):
    """A mark as it was drawn: its element, its text, and where it stands on its baseline."""

    element: Element
    text: str
    left: float
    right: float
    y: float


class PageContent:
    """The content of one page while it is drawn: artifacts first, then text in reading order."""

    def __init__(self, index: int) -> None:
        self.index = index
        self.parents: list[Element] = []
        self.marks: list[Mark] = []
        self.rules: list[str] = []
        self.artifacts: list[str] = []
        self.last: list[str] = []
        """Artifacts behind all text."""
        self._text: list[str] = []

    def rule(self, x: float, y: float, width: float, height: float, ink: str) -> None:
        """Draw a filled rectangle; `y` is its lower edge, from the foot of the page."""
        self.rules.append(f"{ink} {x:.2f} {y:.2f} {width:.2f} {height:.2f} re f\n")

    def bar(self, bar: Bar, x: float, y: float) -> None:
        """Draw a rule or a frame with its lower left corner at (x, y)."""
        if bar.frame:
            ink = bar.ink.replace("rg", "RG").replace(" g", " G")
            self.rules.append(f"{ink} 0.7 w {_rounded(x, y, bar.width, bar.height, 2.4)} S\n")
        else:
            self.rule(x, y, bar.width, bar.height, bar.ink)

    def overlay(self, master: "PageContent") -> None:
        """Add the rules and artifacts of another page, such as a running head set once for all."""
        self.rules += master.rules
        self.artifacts += master.artifacts
        self.last += master.last

    def text(
        self, line: Line, x: float, y: float, element: Element, *, followed: bool = False
    ) -> None:
        """Draw a line of content; its baseline is `y` from the foot of the page.

        A line that another follows on its baseline, as in the next column, reads with a space at
        its end.
        """
        spoken, segments = element.lang, line.segments
        last = segments[-1] if (followed or line.ended) and segments else None
        for segment in segments:
            said = _spaced(segment.text) if segment is last else segment.text
            said = utf_16_be_encode(said)[0].hex()  # as `_hex`, without a call for each line
            lang, dx = segment.lang, segment.dx
            owner = element
            if segment.mark:
                owner = element.add("Reference")
                ends = [other.dx for other in line.segments if other.dx > dx]
                self.marks.append(
                    Mark(owner, segment.text, x + dx, x + min(ends, default=line.width), y)
                )
            mcid = len(self.parents)
            self.parents.append(owner)
            owner.kids.append((self.index, mcid))
            spoken_in = "" if lang == spoken else f"/Lang({lang})"
            self._text.append(
                f"/Span<</MCID {mcid}{spoken_in}/ActualText<FEFF{said}>>>BDC"
                f" 1 0 0 1 {_decimal(x + dx)} {_decimal(y)} Tm {segment.ops} EMC\n"
            )
        if line.readings:
            self._readings(line, x, y)

    def drawing(self, shapes: Iterable[Shape], x: float, y: float, element: Element) -> None:
        """Draw the shapes of a drawing whose lower left corner is (x, y)."""
        self._figure(element, f"1 0 0 1 {x:.2f} {y:.2f} cm\n{operators(shapes)}")

    def photo(
        self, name: str, x: float, y: float, width: float, height: float, element: Element
    ) -> None:
        """Draw an image of the document by its name, with its lower left corner at (x, y)."""
        self._figure(element, f"{width:.2f} 0 0 {height:.2f} {x:.2f} {y:.2f} cm /{name} Do ")

    def _figure(self, element: Element, ops: str) -> None:
        """Draw what may not stand among texts, paths or an image: these pause."""
        mcid = len(self.parents)
        self.parents.append(element)
        element.kids.append((self.index, mcid))
        self._text.append(f"ET /Figure<</MCID {mcid}>>BDC q {ops}Q EMC BT {BLACK}\n")

    def artifact(
        self, line: Line, x: float, y: float, kind: str = "/Pagination", *, last: bool = False
    ) -> None:
        """Draw a line that is no content, such as a running head or a repeated table head.

        It is marked as a /Span, because Poppler honours ActualText only there.
        """
        artifacts = self.last if last else self.artifacts
        for segment in line.segments:
            artifacts.append(
                f"/Artifact<</Type{kind}/Lang({segment.lang})>>BDC"
                f" /Span<</ActualText<FEFF{_hex(segment.text)}>>>BDC"
                f" 1 0 0 1 {_decimal(x + segment.dx)} {_decimal(y)} Tm {segment.ops} EMC EMC\n"
            )
        self._readings(line, x, y)

    def _readings(self, line: Line, x: float, y: float) -> None:
        """Draw readings over kanji: seen, but not read aloud, nor found inside the words below."""
        for reading in line.readings:
            self.artifacts.append(
                "/Artifact<</Type/Layout>>BDC /Span<</ActualText<FEFF>>>BDC"
                f" 1 0 0 1 {x + reading.dx:.2f} {y + reading.dy:.2f} Tm {reading.ops} EMC EMC\n"
            )

    def content(self) -> str:
        """Return the finished content stream."""
        out = []
        if self.rules:
            out += ["/Artifact<</Type/Layout>>BDC\n", *self.rules, "EMC\n"]
        if self.artifacts or self._text or self.last:
            out += [f"BT {BLACK}\n", *self.artifacts, *self._text, *self.last, "ET\n"]
        return "".join(out)


class ScreenPage(PageContent):
    """A page without structure.

    It tells readers of the text what the lines say, but not which element owns them.
    """

    def text(
        self, line: Line, x: float, y: float, element: Element, *, followed: bool = False
    ) -> None:
        last = line.segments[-1] if line.segments and (followed or line.ended) else None
        for segment in line.segments:
            said = _spaced(segment.text) if segment is last else segment.text
            spoken_in = "" if segment.lang == element.lang else f"/Lang({segment.lang})"
            self._text.append(
                f"/Span<<{spoken_in}/ActualText<FEFF{_hex(said)}>>>BDC"
                f" 1 0 0 1 {_decimal(x + segment.dx)} {_decimal(y)} Tm {segment.ops} EMC\n"
            )
        if line.readings:
            self._readings(line, x, y)

    def _figure(self, element: Element, ops: str) -> None:
        del element
        self._text.append(f"ET q {ops}Q BT {BLACK}\n")


@lru_cache(maxsize=4096)
def _decimal(points: float) -> str:
    """Return a length with two decimals. Lines begin at few places, and to write one takes long."""
    return f"{points:.2f}"


def _hex(text: str) -> str:
    """Return a text as PDF spells it out; `str.encode` takes twice as long to find the encoding."""
    return utf_16_be_encode(text)[0].hex()


def _spaced(text: str) -> str:
    """Return a text as it reads before a gap: PDFium does not see every gap that the eye sees."""
    return text if text[-1:].isspace() else text + " "


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    k = radius * 0.4477
    right, top = x + width, y + height
    points: tuple[tuple[str, tuple[float, ...]], ...] = (
        ("m", (x + radius, y)),
        ("l", (right - radius, y)),
        ("c", (right - k, y, right, y + k, right, y + radius)),
        ("l", (right, top - radius)),
        ("c", (right, top - k, right - k, top, right - radius, top)),
        ("l", (x + radius, top)),
        ("c", (x + k, top, x, top - k, x, top - radius)),
        ("l", (x, y + radius)),
        ("c", (x, y + k, x + k, y, x + radius, y)),
    )
    return " ".join(" ".join([*(f"{n:.2f}" for n in numbers), op]) for op, numbers in points) + " h"
