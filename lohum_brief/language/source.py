"""The text that is read: one spelling for what is written in several ways, and what is said when it
cannot be read.
"""

import datetime as dt
import re
from typing import Final
from unicodedata import normalize

from lohum_brief.errors import BriefError
from lohum_brief.message import msg

LONGEST: Final = 200

_SQUARES: Final = {code: normalize("NFKC", chr(code)) for code in range(0x3300, 0x3400)}
"""Words in one square, as Japanese writes units: ㌧, ㎏."""
_SAME: Final[dict[int, int | str | None]] = (
    _SQUARES
    | {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}  # full-width forms
    | {0x0966 + digit: 0x30 + digit for digit in range(10)}
    | dict.fromkeys((0x00A0, 0x2007, 0x2009, 0x202F, 0x3000, 0x0009, 0x000A), 0x20)
    # what copying from a page or a calendar brings along
    | dict.fromkeys((0xFEFF, 0x200B, 0x200E, 0x200F))
    | {0x2212: 0x2D, 0xFE63: 0x2D, 0x301C: 0x7E, 0x2044: 0x2F, 0xFFE5: 0xA5}
)
_TWO_KINDS: Final = re.compile(r"[0-9][,.]?[०-९０-９]|[०-९][,.]?[0-9０-９]|[０-９][,.]?[0-9०-९]")
_NASAL: Final = re.compile("[ङञणनम]\u094d(?=[क-म])")


class UnreadableError(BriefError):
    """A text that cannot be read, or has no one meaning; it says so and gives an example of what
    can be read.
    """


class AmbiguousDateError(UnreadableError):
    """A date in figures that may be either of several days."""

    def __init__(self, text: str, readings: tuple[dt.date, ...]) -> None:
        super().__init__(
            msg(
                "“{text}” can be {days}: write the year first, as in {example}, or say whether "
                "the day or the month comes first.",
                text=shown(text),
                days=" / ".join(day.isoformat() for day in readings),
                example=readings[0].isoformat(),
            )
        )
        self.readings = readings


def folded(text: str) -> str:
    """Return the text with ASCII digits, signs and single spaces, in normal form C. Raises
    UnreadableError if it is too long.
    """
    if len(text) > LONGEST:
        raise UnreadableError(
            msg(
                "“{text}” is too long to be a number or a date: write one value, of at most "
                "{count} characters.",
                text=shown(text),
                count=LONGEST,
            )
        )
    if text.isascii():
        return (
            " ".join(text.split(" ")).strip()
            if "\t" not in text and "\n" not in text
            else " ".join(text.split())
        )
    if _TWO_KINDS.search(text):
        raise UnreadableError(
            msg(
                "“{text}” mixes two kinds of digits: write all of them as 0–9, or as ०–९.",
                text=shown(text),
            )
        )
    return re.sub(" +", " ", normalize("NFC", text).translate(_SAME)).strip()


def bare(text: str) -> str:
    """Return the text without what Hindi spells in several ways: nukta, half nasals (करोड़, करोड;
    सितम्बर, सितंबर).
    """
    if max(text, default=" ") < "\u0900":
        return text
    decomposed = normalize("NFD", text).replace("\u093c", "").replace("\u0901", "\u0902")
    return normalize("NFC", _NASAL.sub("\u0902", decomposed))


def spelling(word: str) -> str:
    """Return what two spellings of one word share."""
    return bare(word).lower()


def shown(text: str) -> str:
    """Return the text as it may stand in a message: on one line, and not endless."""
    spaced = (" " if character.isspace() else character for character in text[:40])
    legible = "".join(character if character.isprintable() else "\ufffd" for character in spaced)
    return legible if len(text) <= 40 else legible + "…"
