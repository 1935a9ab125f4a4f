"""Photos as a page holds them: JPEG data without anything but the picture, and what a page must know of it."""

from typing import Final

import msgspec

from lohum_brief.language.codes import Lang

_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers that begin a frame and tell its size (ITU-T T.81, table B.1)."""
_BARE: Final = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment behind them."""


class Image(msgspec.Struct, frozen=True):
    """A JPEG with 1 or 3 components; the size is in pixels."""

    data: bytes
    width: int
    height: int
    components: int


class Photo(msgspec.Struct, frozen=True):
    """An image `width` points wide; `alts` says in each language what it shows."""

    image: Image
    width: float
    alts: tuple[tuple[Lang, str], ...]

    @property
    def height(self) -> float:
        """In points."""
        return self.width * self.image.height / self.image.width


def jpeg(data: bytes) -> Image:
    """Read a JPEG's head and leave out its application data and comments: camera, place, profile.

    Raises ValueError where it is none, or is in four inks.
    """
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    kept = [data[:2]]
    at = 2
    size: tuple[int, int, int] | None = None
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(data):
            raise ValueError("cut off")
        if marker == 0xDA:  # the picture itself, up to the end
            if size is None or size[2] not in (1, 3) or not (size[0] and size[1]):
                raise ValueError("no frame that can be printed")
            end = data.rfind(b"\xff\xd9")
            if end < at:
                raise ValueError("no end")
            kept.append(data[at : end + 2])
            return Image(b"".join(kept), *size)
        if marker in _FRAMES:
            if length < 8:
                raise ValueError("cut off")
            size = (
                int.from_bytes(data[at + 7 : at + 9], "big"),
                int.from_bytes(data[at + 5 : at + 7], "big"),
                data[at + 9],
            )
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            kept.append(data[at : at + 2 + length])
        at += 2 + length
    raise ValueError("no picture")
