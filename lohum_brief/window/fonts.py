"""The faces of the window, the same on every machine, set so that the three scripts stand on one line."""

from functools import cache
from struct import iter_unpack, pack_into, unpack_from
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from lohum_brief.paths import resource

FAMILIES: Final = ("Noto Sans", "Noto Sans Devanagari", "BIZ UDPGothic")
_FILES: Final = ("NotoSans", "NotoSansDevanagari", "BIZUDPGothic")
_DEVANAGARI: Final = "NotoSansDevanagari"
_HEAD, _ENTRY = 12, 16
_FIELDS: Final = ((b"hhea", (4,)), (b"OS/2", (68, 74)))
"""Where a face says how far it goes up: the ascender, that of the typographer and that of Windows."""


@cache
def load() -> None:
    """Make them known to Qt.

    Qt centres a line by the metrics of the face it takes. That of Devanagari says that it goes less far up than Latin, so
    that its words would hang above those beside them and above the middle of buttons; it is given the ascent of Latin.
    """
    for name in _FILES:
        for weight in ("Regular", "Bold"):
            data = bytearray(resource(f"fonts/{name}-{weight}.ttf").read_bytes())
            if name == _DEVANAGARI:
                latin = resource(f"fonts/{_FILES[0]}-{weight}.ttf").read_bytes()
                _give_ascent(data, unpack_from(">h", latin, _tables(latin)[b"hhea"] + 4)[0])
            QFontDatabase.addApplicationFontFromData(QByteArray(bytes(data)))


def _give_ascent(face: bytearray, ascent: int) -> None:
    tables = _tables(face)
    for table, places in _FIELDS:
        for place in places:
            pack_into(">h", face, tables[table] + place, ascent)


def _tables(face: bytes | bytearray) -> dict[bytes, int]:
    """Where each table of a face begins."""
    [count] = unpack_from(">H", face, 4)
    return {tag: at for tag, _sum, at, _size in iter_unpack(">4sLLL", face[_HEAD : _HEAD + count * _ENTRY])}
