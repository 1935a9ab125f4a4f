"""In which encoding a text was saved: tried strictly, then scored by how much its characters look
like writing.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Final, NamedTuple

from lohum_brief.errors import UsageError
from lohum_brief.exchange.sheets import EncodingError, TableFileError
from lohum_brief.message import Value, msg

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; that of UTF-32 begins with that of UTF-16."""

SHOWN: Final = {
    "utf-8-sig": "UTF-8",
    "utf-8": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-32": "UTF-32",
    "cp932": "CP932 (Shift JIS)",
    "euc_jp": "EUC-JP",
    "euc_jis_2004": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "iso2022_jp_ext": "ISO-2022-JP",
    "iso2022_jp_2004": "ISO-2022-JP",
    "cp1252": "Windows-1252",
}
"""How a preview calls the encodings that are found."""

_SEVEN_BITS: Final = ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004")
"""What e-mail once used: ASCII that switches to kanji and back with escapes."""
_EUC: Final = ("euc_jp", "euc_jis_2004")
"""Each with the next one's characters too: the later ones have ① and ㈱."""
_UTF8_SHAPE: Final = re.compile(
    rb"(?:[\x00-\x7f]|[\xc0-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|"
    rb"[\xf0-\xf7][\x80-\xbf]{3})*+\Z"
)
"""Bytes that are shaped as UTF-8, among them half characters and others that it forbids."""

_NO_TEXT: Final = frozenset(
    {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf-7"}
)
_SAMPLE: Final = 200_000
"""Characters that are scored."""


class Decoded(NamedTuple):
    """A text and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes, file: Value, encoding: str | None = None) -> Decoded:
    """Decode strictly. Raises TableFileError that names the line, UsageError for an encoding that
    does not exist.
    """
    name = _known(encoding) if encoding else _guess(data, file)
    if name == "utf-8" and data.startswith(codecs.BOM_UTF8):
        name = "utf-8-sig"
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError as error:
        raise _broken(data, error, file, name) from None


def _known(encoding: str) -> str:
    try:
        found = codecs.lookup(encoding)
    except (LookupError, ValueError):
        found = None
    if found is None or not found._is_text_encoding or found.name.replace("-", "_") in _NO_TEXT:  # noqa: SLF001 - Python has no public name for it
        raise UsageError(
            msg(
                "There is no encoding {name}; name one such as utf-8, utf-16, cp932 or "
                "windows-1252.",
                name=encoding,
            )
        )
    return {"shift_jis": "cp932"}.get(
        found.name, found.name
    )  # what Windows calls so has its additions


def _broken(data: bytes, error: UnicodeDecodeError, file: Value, name: str) -> EncodingError:
    return EncodingError(
        msg(
            "{file}: line {line} has bytes that are not {encoding}; save the table in one "
            "encoding, or say which it has.",
            file=file,
            line=data[: error.start].count(b"\n") + 1,
            encoding=SHOWN.get(name, name),
        )
    )


def _guess(data: bytes, file: Value) -> str:
    if marked := next((name for mark, name in _MARKS if data.startswith(mark)), ""):
        return marked
    if b"\0" in data:
        return _wide(data, file)
    if _ESCAPE.search(data) and (name := _first(data, _SEVEN_BITS)):
        return name
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _UTF8_SHAPE.match(data) or _mostly_utf8(data):
            raise _broken(data, error, file, "utf-8") from None
        return _likeliest(data, file)
    return "utf-8"


def _likeliest(data: bytes, file: Value) -> str:
    """The encoding of eight bits in which a text looks most like one. Raises EncodingError."""
    scores = {"cp932": _score(data, "cp932", _japanese), "cp1252": _score(data, "cp1252", _western)}
    if euc := _first(data, _EUC):
        scores[euc] = _score(data, euc, _japanese)
    best = max(scores, key=scores.__getitem__)
    if scores[best] < 0.3:
        raise EncodingError(
            msg(
                "{file}: its encoding cannot be told; say which it has, or save the table as "
                "UTF-8 or as a workbook.",
                file=file,
            )
        )
    return best


_ESCAPE: Final = re.compile(rb"\x1b\$[@B(]")


def _first(data: bytes, names: Sequence[str]) -> str:
    """The first of the encodings that the bytes are in; empty for none."""
    for name in names:
        with suppress(UnicodeDecodeError):
            data.decode(name)
            return name
    return ""


def _wide(data: bytes, file: Value) -> str:
    """UTF-16 without a mark: its commas, tabs and line ends have a zero byte on the same side all
    along.
    """
    zeros = data[0:_SAMPLE:2].count(0), data[1:_SAMPLE:2].count(0)
    name = "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    text = data[: 2 * (_SAMPLE // 2)].decode(name, "replace")
    if (
        min(zeros) * 20 > max(zeros)
        or not any(c in text for c in "\n\r\t,;|")
        or any(c in text for c in "\0\x01\x02\x03\x04")
    ):
        raise TableFileError(
            msg(
                "{file}: it holds zero bytes and is no text; save the table as UTF-8 or as a "
                "workbook.",
                file=file,
            )
        )
    return name


def _mostly_utf8(data: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8: one bad line must not turn all the others into
    something else.
    """
    text = data.decode("utf-8", "surrogateescape")
    bad = len(re.findall("[\udc80-\udcff]+", text))
    # Three bytes that fit are a stronger sign than two.
    good = sum(
        3 if character > "\u07ff" else 1
        for character in text
        if character > "\x7f" and not "\udc80" <= character <= "\udcff"
    )
    return good >= 3 * bad


def _score(data: bytes, name: str, points: Callable[[str, str], float]) -> float:
    """The mean of what its characters beyond ASCII are worth; below zero where it is not in that
    encoding at all.
    """
    try:
        text = data.decode(name)[:_SAMPLE]
    except UnicodeDecodeError:
        return -1.0
    found = [points(before, after) for before, after in pairwise(" " + text) if after > "\x7f"]
    return sum(found) / len(found) if found else 0.0


def _japanese(before: str, character: str) -> float:
    if "\u3041" <= character <= "\u30fe":
        return 1.0
    if "\u4e00" <= character <= "\u9fff":
        # Lead bytes up to 0x97 hold the kanji of the first level, which make up nearly all of any
        # text.
        return 1.0 if character.encode("cp932", "replace")[0] in range(0x81, 0x98) else 0.2
    if (
        "\uff61" <= character <= "\uff9f"
    ):  # half-width kana beside Latin letters are another encoding misread
        return -1.0 if before.isascii() and before.isalpha() else 0.3
    return 0.6 if "\u3000" <= character <= "\u303f" or "\uff01" <= character <= "\uff5e" else -0.3


def _western(before: str, character: str) -> float:
    if character.isalpha():
        return 1.0 if before.isascii() and before.isalpha() else 0.2
    return 0.7 if character in "“”‘’–—…€£°·•²³§©®\u00a0«»¿¡½¼¾ªº™" else -0.5
