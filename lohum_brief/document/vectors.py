"""Drawings as SVG, of which a visit keeps only what is nothing but a drawing.

They are kept as they are drawn, so that whoever opens them later must be able to trust them: no
scripts, no events, no links, nothing that leads out of the file, no document type, no embedded
pictures.
"""

import re
from typing import Final
from xml.parsers import expat

from lohum_brief.document.bare_vectors import NOTED, SVG
from lohum_brief.document.repeated_parts import Repeated
from lohum_brief.errors import UsageError
from lohum_brief.message import Value, msg

_HTML: Final = "http://www.w3.org/1999/xhtml"
_DRAWN_WORDS: Final = (
    "svg g defs symbol use title desc metadata style path rect circle ellipse line polyline "
    "polygon text tspan textPath linearGradient radialGradient stop clipPath mask pattern marker"
)
_DRAWN: Final = frozenset(_DRAWN_WORDS.split())
"""Elements that only draw, or say what is drawn."""
_MOST, _DEEPEST = 100_000, 100
"""Elements, and how far they stand within one another: more are a mistake or an attack."""
_OUTSIDE: Final = re.compile(r"url\(\s*['\"]?\s*(?!['\"#\s])|@import|javascript:|\\", re.IGNORECASE)
"""What of a style leads out of the file, or hides that it does."""

_PIXELS: Final = {
    "": 1.0,
    "px": 1.0,
    "in": 96.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "pt": 96 / 72,
    "pc": 16.0,
}
"""Pixels of CSS in a unit."""
_LENGTH: Final = re.compile(r"\s*\+?(\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px|in|mm|cm|pt|pc)?\s*")
_LARGEST: Final = 1_000_000


def looks_like_svg(data: bytes) -> bool:
    """Return whether data claim to be SVG; `size` says whether they are."""
    head = data[:4000].removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"<svg" in data[:100_000].replace(b"\0", b"")


def size(data: bytes) -> tuple[int, int]:
    """Return how wide and high a drawing is, in pixels of CSS.

    Raises UsageError for one that is more than a drawing, is damaged, or does not say its size; the
    message says why it is not kept.
    """
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.begin
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.doctype
    parser.ProcessingInstructionHandler = reading.instruction
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise refusal(msg("it is damaged in line {line}", line=error.lineno)) from None
    if reading.repeated.count(_MOST) > _MOST:
        raise refusal(msg("it has too many parts"))
    return reading.size


def refusal(why: Value) -> UsageError:
    """Return the error of a drawing that is not kept."""
    return UsageError(msg("The drawing is not kept: {why}; save it anew as plain SVG.", why=why))


class _Reading:
    """A drawing while it is read."""

    def __init__(self) -> None:
        self.size = (0, 0)
        self._inside: list[str] = []
        self._count = 0
        self.repeated = Repeated()
        self._style: list[str] = []

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if not self._inside:
            if (space, local) != (SVG, "svg"):
                raise refusal(msg("it is no SVG"))
            self.size = _size(attributes)
        self._count += 1
        if self._count > _MOST or len(self._inside) >= _DEEPEST:
            raise refusal(msg("it has too many parts"))
        if space == SVG or not (space in NOTED or "metadata" in self._inside):
            _require_drawn(space, local)
            for attribute, value in attributes.items():
                of, _, short = attribute.rpartition(" ")
                if of not in NOTED:
                    _require_inside(short, value)
        elif space == _HTML:
            _require_drawn(space, local)
        self._inside.append(local if space == SVG else "")
        self.repeated.begin(attributes)

    def end(self, _name: str) -> None:
        self.repeated.end()
        if self._inside.pop() == "style":
            _require_inside("style", "".join(self._style))
            self._style.clear()

    def text(self, text: str) -> None:
        if self._inside and self._inside[-1] == "style":
            self._style.append(text)

    def doctype(self, *_: object) -> None:
        raise refusal(msg("it has a document type"))

    def instruction(self, target: str, _data: str) -> None:
        raise refusal(msg("it has an instruction for other programs, “{name}”", name=target[:40]))


def _require_drawn(space: str, local: str) -> None:
    if space == SVG and local == "script":
        raise refusal(msg("it holds a script"))
    if space == SVG and local == "image":
        raise refusal(msg("it holds a picture made of pixels"))
    if space != SVG or local not in _DRAWN:
        raise refusal(msg("it holds “{name}”, which is more than a drawing", name=local[:40]))


def _require_inside(name: str, value: str) -> None:
    """Raise UsageError for an attribute that acts, or leads out of the file."""
    if name.lower().startswith("on"):
        raise refusal(msg("it holds a script"))
    leads_out = name in ("href", "src", "base") and not value.strip().startswith("#")
    if leads_out or _OUTSIDE.search(value):
        raise refusal(
            msg("it leads to something outside the file, “{name}”", name=value.strip()[:60])
        )


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    """Return what the drawing says of its size, else what of its plane it shows."""
    said = [_length(attributes.get(name, "")) for name in ("width", "height")]
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    shown = [_length(part) for part in box[2:4]] if len(box) == 4 else [0.0, 0.0]
    if not all(said) and all(shown):
        known = next((own / of for own, of in zip(said, shown, strict=True) if own), 1.0)
        said = [of * known for of in shown]
    if not all(0 < length <= _LARGEST for length in said):
        raise refusal(msg("it does not say how large it is"))
    return max(round(said[0]), 1), max(round(said[1]), 1)


def _length(text: str) -> float:
    found = _LENGTH.fullmatch(text)
    return float(found[1]) * _PIXELS[found[2] or ""] if found else 0.0
