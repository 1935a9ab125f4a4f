"""What the styles of an XLSX say of the cells that have them: formats that matter, old Hindi fonts,
lines through the text.
"""

import re
from typing import Final

from lohum_brief.exchange.number_formats import BUILT_IN, NumberFormat, Part, number_format
from lohum_brief.exchange.scanning import (
    local,
    parse,
)

_LEGACY_FONT: Final = re.compile(r"kruti|krutidev|devlys|dev lys|chanakya", re.IGNORECASE)


class Styles:
    """Which styles of cells have a format that matters, and which are set in a Hindi font from
    before Unicode, or struck through.
    """

    def __init__(self, data: bytes) -> None:
        self.percent: dict[str, NumberFormat] = {}
        self.around: dict[str, NumberFormat] = {}
        """The formats that show more than a number."""
        self.parts: dict[str, tuple[Part, bool]] = {}
        self.legacy: set[str] = set()
        self.struck: set[str] = set()
        self._formats = {str(key): number_format(code) for key, code in BUILT_IN.items()}
        self._legacy_fonts: list[bool] = []
        self._struck_fonts: list[bool] = []
        self._inside: list[str] = []
        self._count = 0
        if data:
            parse(data, "styles.xml", self._start, lambda _: self._inside.pop())

    @property
    def telling(self) -> frozenset[str]:
        """The styles that say something of their cells."""
        return frozenset({*self.percent, *self.around, *self.parts, *self.legacy, *self.struck})

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._inside[-1] if self._inside else ""
        name = local(name)
        self._inside.append(name)
        match parent, name:
            case "numFmts", "numFmt":
                code = attributes.get("formatCode", "")
                self._formats[attributes.get("numFmtId", "")] = number_format(code)
            case "fonts", "font":
                self._legacy_fonts.append(False)
                self._struck_fonts.append(False)
            case "font", "strike" if self._struck_fonts:
                self._struck_fonts[-1] = attributes.get("val", "1") not in ("0", "false")
            case "font", ("name" | "rFont") if self._legacy_fonts:
                self._legacy_fonts[-1] = bool(_LEGACY_FONT.search(attributes.get("val", "")))
            case "cellXfs", "xf":
                self._style(str(self._count), attributes)
                self._count += 1

    def _style(self, style: str, attributes: dict[str, str]) -> None:
        """Note what a style says, which cells call by its number."""
        shown = self._formats.get(attributes.get("numFmtId", ""))
        if shown and shown.percents:
            self.percent[style] = shown
        if shown and shown.says_more:
            self.around[style] = shown
        if shown and shown.part:
            self.parts[style] = shown.part, shown.year_first
        self._font_of(style, attributes.get("fontId", ""))

    def _font_of(self, style: str, font: str) -> None:
        """Note a style whose font is an old one of Hindi, or struck through."""
        if not font.isdecimal() or int(font) >= len(self._legacy_fonts):
            return
        if self._legacy_fonts[int(font)]:
            self.legacy.add(style)
        if self._struck_fonts[int(font)]:
            self.struck.add(style)
