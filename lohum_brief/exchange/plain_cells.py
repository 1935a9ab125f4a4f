"""Cells of an XLSX of which nothing is to be told: a number or a shared text in a style without a
meaning.

They are nearly all of a workbook, and to stream them one by one took two thirds of the time that
reading it takes. Here they are found by their form and taken out; what is left is streamed.
"""

import re
from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

_PIECE: Final = 1_000_000
"""Bytes that are looked at in one go: what is found in them is held at once."""
_CELL: Final = re.compile(rb"<c[\s>]")
_NAMED: Final = re.compile(rb'<c r="')


class Plain(NamedTuple):
    """The cells that were taken out: how far they reach, which they are and which shared texts they
    name; `rest` is the part without them.
    """

    rest: bytes
    rows: int = 0
    columns: tuple[str, ...] = ()
    """The letters of those that have such cells."""
    seen: frozenset[bytes] = frozenset()
    strings: "array[int]" = array("Q")


def _pieces(data: bytes) -> Iterator[bytes]:
    """A worksheet in pieces of whole rows."""
    at = 0
    while at < len(data):
        end = data.find(b"</row>", at + _PIECE)
        piece = data[at : end if end >= 0 else len(data)]
        at += len(piece)
        yield piece


_Match: TypeAlias = tuple[bytes, bytes, bytes, bytes]
"""A plain cell: its column, its row, its shared text, its value."""


def _last_row(found: Sequence[_Match]) -> int:
    return max(map(int, {row for _, row, _, _ in found}), default=0)


def _shared_texts(found: Sequence[_Match]) -> list[int]:
    return [int(text) for *_, text, _ in found if text]


def taken_out(data: bytes, styles: Collection[str], *, texts: bool) -> Plain:
    """Take the plain cells out of a worksheet, but those in one of some styles; shared texts only
    where none of them has parts that are set apart (`texts`).

    Nothing is taken out where that could change what is left: where cells do not say where they
    are, or say it twice, and where comments may hide what looks like one.
    """
    whole = Plain(data)
    if "0" in styles or not _is_sound(data):
        return whole
    pattern = _pattern(styles, texts=texts)
    rest: list[bytes] = []
    seen: set[bytes] = set()
    strings = array("Q")
    letters: set[bytes] = set()
    rows = count = 0
    for piece in _pieces(data):
        found = pattern.findall(piece)
        rest.append(pattern.sub(b"", piece) if found else piece)
        seen.update([column + row for column, row, _, _ in found])
        letters.update([column for column, *_ in found])
        rows = max(rows, _last_row(found))
        strings.extend(_shared_texts(found))
        count += len(found)
    if len(seen) < count:
        return whole
    columns = tuple(letter.decode() for letter in letters)
    return Plain(b"".join(rest), rows, columns, frozenset(seen), strings)


def _is_sound(data: bytes) -> bool:
    """Return whether no comment hides what looks like a cell, and all cells say where they are."""
    if b"<!" in data or data.count(b"<?") > 1:
        return False
    return len(_CELL.findall(data)) == len(_NAMED.findall(data))


def _pattern(styles: Collection[str], *, texts: bool) -> re.Pattern[bytes]:
    """What a plain cell looks like; its groups are column, row, shared text, number."""
    apart = "|".join(map(re.escape, styles))
    style = rf'(?: s="(?!(?:{apart})"){_DIGITS}")?' if apart else rf'(?: s="{_DIGITS}")?'
    text = rf' t="s"><v>({_DIGITS})' if texts else "(?!)()"
    number = rf'(?: t="n")?><v>({_NUMBER})'
    return re.compile(
        rf'<c r="([A-Z]{{1,3}})([1-9]\d{{0,6}})"{style}(?:{text}|{number})</v></c>'.encode()
    )


_DIGITS: Final = r"\d{1,9}"
_NUMBER: Final = r"-?\d{1,20}(?:\.\d{1,20})?(?:[eE][+-]?\d{1,2})?"
