"""A drawing without what stands beside it: comments, titles, descriptions, metadata, what a drawing
program notes for itself. They are not seen and may say who drew it, where the file lay, and what it
was about.
"""

import re
from io import BytesIO
from typing import Final
from xml.etree import ElementTree as ET

SVG: Final = "http://www.w3.org/2000/svg"
NOTED: Final = frozenset(
    [
        "http://www.inkscape.org/namespaces/inkscape",
        "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    ]
)
"""What a drawing program notes for itself, and nobody draws."""
_TOLD: Final = frozenset(f"{{{SVG}}}{name}" for name in ("title", "desc", "metadata"))
_STYLE: Final = f"{{{SVG}}}style"
_NOTE: Final = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
"""A comment in a style sheet."""
_LABELS: Final = re.compile(r"aria-|data-")
_PREFIXES: Final = {"": SVG, "xlink": "http://www.w3.org/1999/xlink"}


def bare(data: bytes) -> bytes:
    """Return a drawing, which has been read before (`vectors`), without all that is not drawn; as
    it is where there is nothing of that.
    """
    builder = _Noting()
    root = ET.parse(BytesIO(data), ET.XMLParser(target=builder)).getroot()  # noqa: S314 - see above
    if not (_strip(root) or builder.commented):
        return data
    for prefix, space in _PREFIXES.items():
        ET.register_namespace(prefix, space)
    drawn: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawn


class _Noting(ET.TreeBuilder):
    """Builds a tree without comments, and knows whether there were any."""

    def __init__(self) -> None:
        super().__init__()
        self.commented = False

    def comment(self, text: str | None) -> ET.Element:
        self.commented = True
        return super().comment(text)  # which does not put it into the tree


def _strip(element: ET.Element) -> bool:
    """Take out of an element, and of all within it, what is not drawn; return whether there was
    anything.
    """
    found = False
    for name in [name for name in element.keys() if _is_noted(name) or _LABELS.match(name)]:  # noqa: SIM118
        del element.attrib[name]
        found = True
    if element.tag == _STYLE and element.text and "/*" in element.text:
        element.text = _NOTE.sub("", element.text)
        found = True
    last: ET.Element | None = None
    for child in list(element):
        if child.tag in _TOLD or _is_noted(child.tag):
            _close(element, last, child)
            found = True
        else:
            found = _strip(child) or found
            last = child
    return found


def _close(element: ET.Element, last: ET.Element | None, child: ET.Element) -> None:
    """Take a child out; the text behind it stays."""
    if child.tail and last is None:
        element.text = (element.text or "") + child.tail
    elif child.tail and last is not None:
        last.tail = (last.tail or "") + child.tail
    element.remove(child)


def _is_noted(name: str) -> bool:
    """Whether a name is of a drawing program's own, or of no drawing at all."""
    return name.startswith("{") and name[1:].partition("}")[0] in NOTED
