"""How names, numbers, texts and dates are spelled inside a PDF file (ISO 32000-1, 7.3 and 7.9)."""

from codecs import utf_16_be_encode
from datetime import UTC, datetime

_ESCAPED = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})
_IRREGULAR = frozenset("()<>[]{}/%#")


def number(value: float) -> str:
    """Return a number with at most three decimals and no useless ones; never in exponent form."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def name(text: str) -> str:
    """Return a name object, with its solidus."""
    return "/" + "".join(
        c
        if "!" <= c <= "~" and c not in _IRREGULAR
        else "".join(f"#{b:02X}" for b in c.encode("utf-8"))
        for c in text
    )


def utf16(text: str) -> str:
    """Return hexadecimal UTF-16BE without a mark.

    Half a surrogate pair, which no file may hold, becomes a question mark.
    """
    return utf_16_be_encode(text, "replace")[0].hex().upper()


def string(text: str) -> str:
    """Return a text string object in ASCII: as it is where it can be, else hexadecimal UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{utf16(text)}>"


def percent_encoded(uri: str) -> str:
    """Return an address as the characters of a literal string.

    What no address may hold is encoded (RFC 3986).
    """
    return "".join(
        c
        if "!" <= c <= "~" and c not in '()\\<>"'
        else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace"))
        for c in uri
    )


def reference(object_number: int) -> str:
    return f"{object_number} 0 R"


def date(seconds: int) -> str:
    """Return a date object, in UTC, from Unix seconds."""
    return f"(D:{datetime.fromtimestamp(seconds, UTC):%Y%m%d%H%M%S}Z)"


def iso_date(seconds: int) -> str:
    """Return the same instant as `date`, the way XMP writes it."""
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%dT%H:%M:%S}Z"
