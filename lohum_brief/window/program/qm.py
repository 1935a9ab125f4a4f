"""A catalogue in the binary form that Qt reads (`.qm`).

Not a QTranslator that asks Python: Qt asks for words in threads of its own too, as when its file
dialog lists a folder, and such a thread would wait for an interpreter whose own thread waits for
it.
"""

import struct
from collections.abc import Mapping
from typing import Final

_MAGIC: Final = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE = 1, 3, 6


def qm(words: Mapping[str, str]) -> bytes:
    """English to its translation, whatever context Qt asks in."""
    messages = bytearray()
    places = []
    for english, translation in words.items():
        source, text = english.encode(), translation.encode("utf-16-be")
        places.append((_elf_hash(source), len(messages)))
        messages += struct.pack(">BI", _TRANSLATION, len(text)) + text
        messages += struct.pack(">BI", _SOURCE, len(source)) + source
        messages.append(_END)
    hashes = b"".join(struct.pack(">II", *place) for place in sorted(places))
    return _MAGIC + _section(_HASHES, hashes) + _section(_MESSAGES, bytes(messages))


def _section(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _elf_hash(text: bytes) -> int:
    found = 0
    for byte in text:
        found = (found << 4) + byte
        high = found & 0xF0000000
        if high:
            found ^= high >> 24
        found &= ~high
    return found or 1
