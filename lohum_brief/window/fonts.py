"""The faces of the window, the same on every machine, set so that the three scripts stand on one
line.
"""

from functools import cache
from struct import iter_unpack, pack_into, unpack_from
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase

from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.rooms.faces import Family
from lohum_brief.paths import resource

_LATIN: Final = LANGUAGES["en"].faces
_FACES: Final = {
    faces.window: faces for faces in (_LATIN, *(language.faces for language in LANGUAGES.values()))
}
FAMILIES: Final = tuple(_FACES)
_FAMILIES: Final[tuple[Family, ...]] = ("sans", "sans-bold")
_HEAD, _ENTRY = 12, 16
_FIELDS: Final = ((b"hhea", (4,)), (b"OS/2", (68, 74)))
"""Where a face says how far it goes up: the ascender, that of the typographer and that of Windows.
"""


@cache
def load() -> None:
    """Make them known to Qt.

    Qt centres a line by the metrics of the face it takes. All are given the ascent of Latin: words
    in a face that says that it goes less far up would hang above those beside them and above the
    middle of buttons, and those in one that goes further up would sink.
    """
    for family in _FAMILIES:
        latin = resource(f"fonts/{_LATIN.files[family]}.ttf").read_bytes()
        ascent = unpack_from(">h", latin, _tables(latin)[b"hhea"] + 4)[0]
        for faces in _FACES.values():
            data = bytearray(resource(f"fonts/{faces.files[family]}.ttf").read_bytes())
            _give_ascent(data, ascent)
            QFontDatabase.addApplicationFontFromData(QByteArray(bytes(data)))


def _give_ascent(face: bytearray, ascent: int) -> None:
    tables = _tables(face)
    for table, places in _FIELDS:
        for place in places:
            pack_into(">h", face, tables[table] + place, ascent)


def _tables(face: bytes | bytearray) -> dict[bytes, int]:
    """Where each table of a face begins."""
    [count] = unpack_from(">H", face, 4)
    return {
        tag: at
        for tag, _sum, at, _size in iter_unpack(">4sLLL", face[_HEAD : _HEAD + count * _ENTRY])
    }
