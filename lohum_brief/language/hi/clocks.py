"""Times of day as they are said in Hindi: सुबह साढ़े दस बजे, दोपहर 2:30 बजे, दस बजकर बीस मिनट."""

import datetime as dt
import re
from decimal import Decimal
from typing import Final

from lohum_brief.language.parsing.numbers import number
from lohum_brief.language.rooms.clocks import Clocks, at, refuse, within
from lohum_brief.language.source import UnreadableError, spelling

_LETTERS: Final = re.compile("[\u0900-\u097f]")
_FIGURES: Final = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_PARTS: Final = {
    spelling(word): hours
    for words, hours in (
        ("सुबह प्रातः प्रात: सवेरे प्रातःकाल", (*range(3, 12),)),
        ("पूर्वाह्न", (*range(12),)),
        ("दोपहर", (*range(11, 17),)),
        ("मध्याह्न", (11, 12, 13)),
        ("अपराह्न", (*range(12, 24),)),
        ("शाम सायं सायंकाल", (*range(16, 21),)),
        ("रात रात्रि", (*range(19, 24), *range(4))),
    )
    for word in words.split()
}
"""The hours that each part of the day can mean."""
_LANG: Final = __name__.split(".")[-2]
_STRUCK: Final = "बजे"


class _Clocks(Clocks, frozen=True):
    def time(self, body: str, text: str) -> dt.time | None:
        """Read a part of the day and hour बजे, hour बजकर minutes मिनट, or hour:minutes and the part
        of the day behind it.

        Without a part of the day, one to five are refused: 2 बजे is the afternoon to nearly all.
        """
        if not body or not "\u0900" <= max(body) <= "\u097f":
            return None
        hours, words, closed = _parted(_plain(body.split()))
        struck = (_without_struck(words), 0) if closed else _struck(words, text)
        if struck is None:
            return None
        words, minutes = struck
        hour, more = _hour(words, text)
        if hours is not None:
            hour = within(hour, hours)
        elif 1 <= hour <= 5 and not words[0].startswith("0"):
            refuse(text)
        return at(hour, minutes + more, text)

    def hour(self, body: str) -> tuple[int, int] | None:
        """Return the hour and minutes that stand before बजे."""
        words = body.removesuffix(" पर").split()
        if len(words) < 2 or words[-1] != _STRUCK or self.halved(body):
            return None
        try:
            return _hour(words[:-1], body)
        except UnreadableError:
            return None

    def completed(self, body: str) -> str:
        """Return a time with a part of the day as one with बजे."""
        return f"{body} {_STRUCK}" if self.halved(body) and _STRUCK not in body else body

    def halved(self, body: str) -> bool:
        """Return whether a text says a part of the day, before or behind the clock."""
        if _LETTERS.search(body) is None:
            return False
        return any(spelling(word) in _PARTS for word in body.split())


def _plain(words: list[str]) -> list[str]:
    """Return the words without what says nothing more; दोपहर बाद is one part of the day."""
    if words[:2] == ["दोपहर", "बाद"]:
        words = ["अपराह्न", *words[2:]]
    return words[:-1] if words[1:] and words[-1] == "पर" else words


def _parted(words: list[str]) -> tuple[tuple[int, ...] | None, list[str], bool]:
    """Return the hours of a part of the day, the words without it, and whether it closes them."""
    first, last = (_PARTS.get(spelling(words[at])) for at in (0, -1))
    if first is not None:
        return first, words[1:], False
    return (last, words[:-1], True) if last is not None else (None, words, False)


def _struck(words: list[str], text: str) -> tuple[list[str], int] | None:
    """Return what stands before बजे, or before बजकर with the minutes behind that."""
    if words[-1:] == [_STRUCK]:
        return words[:-1], 0
    if "बजकर" in words and words[-1] == "मिनट":
        place = words.index("बजकर")
        return words[:place], int(_number(words[place + 1 : -1], text))
    return None


def _without_struck(words: list[str]) -> list[str]:
    return words[:-1] if words[-1:] == [_STRUCK] else words


def _hour(words: list[str], text: str) -> tuple[int, int]:
    """Return an hour and its minutes, in figures or words."""
    if found := _FIGURES.fullmatch(" ".join(words)):
        return int(found[1]), int(found[2])
    quarters = _number(words, text) * 4  # साढ़े दस is half past ten
    if quarters % 1:
        refuse(text)
    return int(quarters) // 4, int(quarters) % 4 * 15


def _number(words: list[str], text: str) -> Decimal:
    try:
        return number(" ".join(words), _LANG)
    except UnreadableError:
        refuse(text)


CLOCKS: Final = _Clocks(
    noon=("मध्याह्न",),
    midnight=("मध्यरात्रि",),
    last="24(?::00)? बजे",
    joint=r"(?<!\S)से(?!\S)",
    around=r"\s*तक$",
    opening=r"से आगे|(?<!\S)से|आरंभ",
    next_day="^अगले दिन ?",
    struck=f" {_STRUCK}",
    of_twelve=True,
    zones={
        "Asia/Kolkata": r"भा\.? ?मा\.? ?स\.?|भारतीय (?:मानक )?समय",
        "Asia/Tokyo": "जापान(?:ी)? (?:मानक )?समय",
    },
    part="सुबह|प्रात|सवेरे|पूर्वाह्न|दोपहर|मध्याह्न|अपराह्न|शाम|सायं|रात",
    from_day="को ",
    hours="घंटे|घंटा|घण्टे|घण्टा|घं",
    minutes="मिनट|मि",
    more="और ",
    about="लगभग|करीब|क़रीब",
    about_behind="के (?:आसपास|आस-पास|करीब|क़रीब)",
    clocked="बजे",
    lengths={"आधा": "0.5", "आधे": "0.5"},
)
