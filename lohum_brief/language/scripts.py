"""Characters that no text may hold: they cannot be printed, or they make a line read otherwise than
it is stored.

Imports nothing and compiles no pattern, for it is asked about every string that is read.
"""

from typing import Final

FORBIDDEN: Final = frozenset(
    chr(code)
    for block in (
        range(0x09),  # C0 and C1 controls except tab and newline
        range(0x0B, 0x20),
        range(0x7F, 0xA0),
        range(0xD800, 0xE000),  # lone surrogates: no UTF-8, no PDF can carry them
        range(0x202A, 0x202F),  # bidirectional controls: none of our scripts runs right to left
        range(0x2066, 0x206A),
        # line and paragraph separators: a newline that half of all readers do not know
        range(0x2028, 0x202A),
        range(0xFDD0, 0xFDF0),  # noncharacters
        *(range(plane + 0xFFFE, plane + 0x10000) for plane in range(0, 0x110000, 0x10000)),
    )
    for code in block
)


def is_clean(text: str) -> bool:
    """Return whether a text holds no forbidden character."""
    return text.isprintable() or FORBIDDEN.isdisjoint(text)


def located(text: str) -> list[tuple[int, str]]:
    """Return every forbidden character of a text: its index and its code, such as `U+202E`."""
    if is_clean(text):
        return []
    return [
        (at, f"U+{ord(character):04X}")
        for at, character in enumerate(text)
        if character in FORBIDDEN
    ]


def faults(text: str) -> list[str]:
    """Return the codes of the forbidden characters of a text, in order."""
    return [code for _at, code in located(text)]


def clean(text: str) -> str:
    """Return the text as it may be stored: all line ends become newlines, other forbidden
    characters go.

    For what comes in by paste or table. What is read from a visit is refused instead: it was not
    typed by a person.
    """
    if is_clean(text):
        return text
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029"):
        text = text.replace(end, "\n")
    return (
        text
        if is_clean(text)
        else "".join(character for character in text if character not in FORBIDDEN)
    )
