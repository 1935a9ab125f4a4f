"""Photos: JPEG data with nothing in it but the picture, and what a page must know of it."""

import re
from collections.abc import Iterator
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
        """Return the height in points."""
        return self.width * self.image.height / self.image.width


_KEPT: Final = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, 0xDA})
"""Segments that a decoder needs: frames (baseline, extended, progressive), Huffman and quantisation
tables, restart intervals, scans.

Whatever else a file holds tells of camera, place or program, or is a second picture.
"""
_SCAN, _END = 0xDA, 0xD9
_AT_MOST: Final = 100_000_000
"""Pixels of a photo: more are a mistake or an attack, and take a reader's memory."""
_MARKER: Final = rb"\xff+([^\x00\xff\xd0-\xd7])"
"""The end of the coded data of a scan: a marker that is neither a coded 0xFF nor a restart."""


def jpeg(data: bytes) -> Image:
    """Read a JPEG and return its picture alone.

    Application data, comments and second pictures are left out. Raises ValueError for data that is
    no JPEG, is in four inks, or has more than 100 million pixels.
    """
    kept = [data[:2]]
    size: tuple[int, int, int] | None = None
    scanned = False
    for marker, segment in _segments(data):
        if marker in _FRAMES:
            size = _frame(segment)
        elif marker == _SCAN:
            if size is None:
                raise ValueError("no frame that can be printed")
            scanned = True
        if marker in _KEPT:
            kept.append(segment)
    if not scanned or size is None:
        raise ValueError("no picture")
    return Image(b"".join((*kept, b"\xff\xd9")), *size)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments of a JPEG up to its first end, each with its marker.

    The head of a scan is followed by its coded data, as one segment.
    """
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    at = 2
    while at + 2 <= len(data):
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == _END:
            return
        length = int.from_bytes(data[at + 2 : at + 4], "big")
        stop = at + 2 + length
        if length < 2 or stop > len(data):
            raise ValueError("cut off")
        if marker == _SCAN:
            end = re.compile(_MARKER).search(data, stop)
            if end is None:
                raise ValueError("no end")
            stop = end.start()
        yield marker, data[at:stop]
        at = stop
    raise ValueError("no end")


def _frame(segment: bytes) -> tuple[int, int, int]:
    """Return width, height and number of components, as the head of a frame states them."""
    if len(segment) < 10:
        raise ValueError("cut off")
    height, width = (int.from_bytes(segment[start : start + 2], "big") for start in (5, 7))
    if (
        segment[9] not in (1, 3)
        or not (width and height)
        or width * height > _AT_MOST
        or segment[1] not in _KEPT
    ):
        raise ValueError("no frame that can be printed")
    return width, height, segment[9]
