"""A reader of the text operators that a line is drawn with: which glyph stands where, as a viewer
would find out.
"""

import re
from typing import Final, NamedTuple, get_args

from lohum_brief.language.rooms.faces import Family
from lohum_brief.typeset.faces import Chain, Face, chain, face
from lohum_brief.typeset.lines import Line
from lohum_brief.typeset.tokens import Encoder


class RecordingFont:
    """A font whose codes are the glyph ids themselves."""

    def __init__(self, face: Face) -> None:
        self.name = face.key

    def hex(self, glyph: int, text: str) -> str:
        del text
        return f"{glyph:04X}"


def encoder() -> Encoder:
    """An encoder of no particular export."""
    return Encoder(RecordingFont)


class Drawn(NamedTuple):
    """A glyph where a viewer draws it, in points from the line's start and baseline; `advance` as
    the font says it.
    """

    face: str
    glyph: int
    x: float
    rise: float
    size: float
    advance: float


_OPERATOR: Final = re.compile(r"/(\S+) (\S+) Tf|\[([^\]]*)\]TJ|(\S+) T([sc])")
_SHOWN: Final = re.compile(r"<([0-9A-F]*)>|([-+0-9.e]+)")


def drawn(ops: str, faces: dict[str, Face], start: float = 0.0) -> list[Drawn]:
    """The glyphs that the operators show, in order (ISO 32000-1, 9.4.4)."""
    out: list[Drawn] = []
    name, size, spacing, rise, x = "", 0.0, 0.0, 0.0, start
    for font, em, shown, value, state in _OPERATOR.findall(ops):
        if font:
            name, size = font, float(em)
        elif state == "s":
            rise = float(value)
        elif state == "c":
            spacing = float(value)
        else:
            for codes, move in _SHOWN.findall(shown):
                if move:
                    x -= float(move) / 1000 * size
                for at in range(0, len(codes), 4):
                    glyph = int(codes[at : at + 4], 16)
                    advance = faces[name].advance(glyph) * size / faces[name].em
                    out.append(Drawn(name, glyph, x, rise, size, advance))
                    x += advance + spacing
    return out


def faces_of(*chains: Chain) -> dict[str, Face]:
    """The faces of chains by their keys, as `drawn` wants them."""
    return {name: face(name, script) for one in chains for name, script in one.names}


ALL_FACES: Final = faces_of(*(chain(family, "en") for family in get_args(Family)))


def line_glyphs(line: Line) -> list[Drawn]:
    """The glyphs of a line, furigana aside."""
    return [
        glyph for segment in line.segments for glyph in drawn(segment.ops, ALL_FACES, segment.dx)
    ]


def line_text(line: Line) -> str:
    """What the line says to a reader of its ActualText."""
    return "".join(segment.text for segment in line.segments)
