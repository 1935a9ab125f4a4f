"""Fonts of one export: which glyphs were drawn, what text each stands for, their subsets.

Every font is a Type 0 font with two-byte codes (Identity-H). A code (CID) belongs to one pair of
glyph and text, so that a glyph drawn for two different texts is read back rightly both times.
"""

import struct
from typing import Any

import msgspec
from msgspec import structs

from lohum_brief.lean_imports import blake2b
from lohum_brief.typeset.harfbuzz import hb
from lohum_brief.typeset.pdf.objects import Document, Ready, Stream
from lohum_brief.typeset.pdf.syntax import name, number, utf16

_LIMIT = 0xFFFF
_PER_BLOCK = 100  # the most lines a bfchar block may have (Adobe technical note 5014)
# What a glyph stands for whose text another glyph of its cluster already carries: PDF/A-2a wants
# a character for each.
_NOTHING = "\u200b"
_DROPPED = [
    *(
        "name",
        "OS/2",
        "cmap",
        "post",
        "gasp",
        "DSIG",
        "LTSH",
        "VDMX",
        "hdmx",
        "meta",
        "kern",
        "vhea",
        "vmtx",
        "VORG",
    ),
    *(
        "GSUB",
        "GPOS",
        "GDEF",
        "BASE",
        "JSTF",
        "STAT",
        "MATH",
        "EBDT",
        "EBLC",
        "EBSC",
        "PCLT",
        "FFTM",
    ),
]

_CMAP = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe)
/Ordering (UCS)
/Supplement 0
>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class FontUse:
    """One face in one export. CID 0 is .notdef; the others count from 1 in order of first use.

    `name` is what content streams call the font: F0, F1 and so on. `em` is how many units of the
    face make an em here, if not its own number; it scales the embedded font. Widths are those of
    the face at that em, unrounded, so that positions computed from unscaled advances hold.
    """

    __slots__ = ("_cids", "_codes", "em", "face", "made", "name")

    def __init__(self, resource_name: str, face: Any, em: int | None = None) -> None:
        self.name = resource_name
        self.face = face
        self.em: int = em or face.upem
        self.made: _Made | None = None
        """Its objects as they were last made."""
        self._cids: dict[tuple[int, str], int] = {}
        self._codes: dict[tuple[int, str], str] = {}

    def cid(self, glyph: int, text: str) -> int:
        """Return the code of `glyph` where it stands for `text`, which may be empty."""
        key = (glyph, text)
        cid = self._cids.get(key)
        if cid is None:
            cid = self._cids[key] = len(self._cids) + 1
            if cid > _LIMIT:
                raise OverflowError(
                    f"font {self.name} has more than {_LIMIT} pairs of glyph and text"
                )
        return cid

    def hex(self, glyph: int, text: str) -> str:
        """Return the same code as four hexadecimal digits."""
        key = (glyph, text)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = f"{self.cid(glyph, text):04X}"
        return code

    @property
    def count(self) -> int:
        """Return how many codes there are."""
        return len(self._cids)

    @property
    def used(self) -> list[tuple[int, str]]:
        """Return the pairs of glyph and text in order of their CIDs, from CID 1."""
        return list(self._cids)


class _Made(msgspec.Struct, frozen=True):
    """What a font with so many codes is in a document."""

    count: int
    base: str
    metrics: "_Metrics"
    widths: str
    program: Stream
    glyphs: Stream
    texts: Stream


def add_font(document: Document, font: FontUse) -> int:
    """Put the subset of a font into the document; the object number of its Type 0 dictionary."""
    made = font.made
    if made is None or made.count != font.count:
        made = font.made = _make(document, font)
    else:
        made = structs.replace(
            made, program=made.program.again(), glyphs=made.glyphs.again(), texts=made.texts.again()
        )
    base = made.base
    program = document.number(made.program)
    descriptor = document.number(Ready(_descriptor(base, made.metrics, program)))
    glyphs = document.number(made.glyphs)
    texts = document.number(made.texts)
    descendant = document.number(
        Ready(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/CIDToGIDMap {glyphs} 0 R{made.widths}>>"
        )
    )
    return document.number(
        Ready(
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {texts} 0 R>>"
        )
    )


def _make(document: Document, font: FontUse) -> _Made:
    """Make the subset of a font with all that goes with it.

    It is compressed when the document is written.
    """
    used = font.used
    subset, places = _subset(font.face, [glyph for glyph, _ in used])
    metrics = _metrics(font.face, font.em)
    data = _scaled(subset.blob.data, font.em)
    mapping = struct.pack(f">{len(used) + 1}H", 0, *[places[glyph] for glyph, _ in used])
    unicode = _to_unicode([text for _, text in used])
    return _Made(
        font.count,
        name(_tag(data, mapping, unicode) + "+" + metrics.name),
        metrics,
        _widths(font, used),
        document.deflated(f"/Length1 {len(data)}", data),
        document.deflated("", mapping),
        document.deflated("", unicode),
    )


def _subset(face: Any, glyphs: list[int]) -> tuple[Any, dict[int, int]]:
    """Return the face with only these glyphs, renumbered, and the new numbers by the old."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(
        [int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED]
    )
    wanted.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    )
    plan = hb.SubsetPlan(face, wanted)
    return plan.execute(), dict(plan.old_to_new_glyph_mapping)


def _tag(*parts: bytes) -> str:
    """Return six capital letters that differ where the subsets do (ISO 32000-1, 9.6.4)."""
    digest = blake2b(digest_size=6)
    for part in parts:
        digest.update(part)
    return "".join([chr(65 + byte % 26) for byte in digest.digest()])


def _scaled(data: bytes, em: int) -> bytes:
    """Return the font file with another number of units per em.

    Its sums are kept right (OpenType, head and table directory).
    """
    out = bytearray(data)
    (tables,) = struct.unpack_from(">H", out, 4)
    for entry in range(12, 12 + 16 * tables, 16):
        if out[entry : entry + 4] == b"head":
            total, head = struct.unpack_from(">2I", out, entry + 4)
            (adjustment,) = struct.unpack_from(">I", out, head + 8)
            (before,) = struct.unpack_from(">H", out, head + 18)
            struct.pack_into(">H", out, head + 18, em)
            struct.pack_into(">I", out, entry + 4, (total + em - before) % 2**32)
            struct.pack_into(">I", out, head + 8, (adjustment - 2 * (em - before)) % 2**32)
    return bytes(out)


def _widths(use: FontUse, used: list[tuple[int, str]]) -> str:
    face = use.face
    font, scale = hb.Font(face), 1000 / use.em
    font.scale = (face.upem, face.upem)
    widths = " ".join(
        [number(font.get_glyph_h_advance(glyph) * scale) for glyph, _ in [(0, ""), *used]]
    )
    return f"/DW 1000/W[0[{widths}]]"


def _to_unicode(texts: list[str]) -> bytes:
    lines = [f"<{cid:04X}> <{utf16(text or _NOTHING)}>\n" for cid, text in enumerate(texts, 1)]
    blocks = ""
    for start in range(0, len(lines), _PER_BLOCK):
        part = lines[start : start + _PER_BLOCK]
        blocks += f"{len(part)} beginbfchar\n{''.join(part)}endbfchar\n"
    return _CMAP.format(blocks=blocks).encode("ascii")


class _Metrics(msgspec.Struct, frozen=True):
    """What a font descriptor says, lengths in thousandths of an em."""

    name: str
    flags: int
    box: tuple[float, float, float, float]
    ascent: float
    descent: float
    capitals: float
    angle: float
    stem: int


def _table(face: Any, tag: str) -> bytes:
    data: bytes = face.reference_table(tag).data or b""
    return data


def _metrics(face: Any, em: int) -> _Metrics:
    scale = 1000 / em
    box = struct.unpack_from(">4h", _table(face, "head"), 36)
    ascent, descent = struct.unpack_from(">2h", _table(face, "hhea"), 4)
    angle = fixed = 0.0
    if len(post := _table(face, "post")) >= 16:
        angle = struct.unpack_from(">i", post, 4)[0] / 65536
        fixed = struct.unpack_from(">I", post, 12)[0]
    weight, serif, capitals = 400, False, ascent
    if len(os2 := _table(face, "OS/2")) >= 34:
        weight = struct.unpack_from(">H", os2, 4)[0]
        serif = os2[32] == 2 and 2 <= os2[33] <= 10  # PANOSE: a text face, and its kind of serif
        if struct.unpack_from(">H", os2)[0] >= 2 and len(os2) >= 90:
            capitals = struct.unpack_from(">h", os2, 88)[0] or ascent
    flags = 4 | (1 if fixed else 0) | (2 if serif else 0) | (64 if angle else 0)
    return _Metrics(
        name=face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Unnamed",
        flags=flags,
        box=(box[0] * scale, box[1] * scale, box[2] * scale, box[3] * scale),
        ascent=ascent * scale,
        descent=descent * scale,
        capitals=capitals * scale,
        angle=angle,
        stem=round(
            10 + 220 * (weight - 50) / 900
        ),  # the files do not say it; a common estimate from the weight
    )


def _descriptor(base: str, metrics: _Metrics, program: int) -> str:
    return (
        f"<</Type/FontDescriptor/FontName{base}/Flags {metrics.flags}"
        f"/FontBBox[{' '.join(map(number, metrics.box))}]/ItalicAngle {number(metrics.angle)}"
        f"/Ascent {number(metrics.ascent)}/Descent {number(metrics.descent)}"
        f"/CapHeight {number(metrics.capitals)}/StemV {metrics.stem}/FontFile2 {program} 0 R>>"
    )
