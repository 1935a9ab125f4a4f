"""What a number format shows around a number, by which power of ten it parts it, with how many
digits, and the text that somebody reads in the cell: ₹1,234, 約30, 95.3 t, 1,235k, 01234567.

Such a cell holds a bare number and says more than it. It is read as the text that is seen, with all
the digits that the cell holds, so that the format's rounding loses none.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from lohum_brief.exchange.cells import number_of

ANY_CURRENCY: Final = "¤"
"""Stands for the currency of a format that each computer shows in its own."""
_DIGITS: Final = frozenset("0#?")
_SCALING: Final = re.compile(r",+(?=\.|$)")
_SIGNS: Final = " \u00a0\u202f-+−–—▲△▼"
_PART_OF_A_NAME: Final = re.compile(r"[^\W_]-$")
"""A hyphen that is no sign: ID-007."""
_GROUPING: Final = re.compile(r"[\s,.'’\u00a0/]*")
_MONEY: Final = re.compile(r"[₹$¥€£¤￥円元रु]|Rs|INR|USD|JPY|EUR")
_WORDS: Final = {
    "k": (3, "thousand"),
    "K": (3, "thousand"),
    "M": (6, "million"),
    "m": (6, "million"),
    "B": (9, "billion"),
    "L": (5, "lakh"),
}
"""Letters behind a number that stand for a power of ten where the format or a currency says so: K
is kelvin too, m metre and L litre.
"""


class Piece(NamedTuple):
    """A character of a format that means something, or some that are shown as they stand."""

    text: str
    literal: bool


class Around(NamedTuple):
    """What stands around the digits of a number."""

    before: str
    behind: str
    power: int = 0
    """The number is shown divided by ten to this power."""
    decimals: int = 0
    whole: int = 0
    """The fewest digits before and behind the point."""
    inner: tuple[Piece, ...] = ()
    """The digits and what stands among them, where that is more than grouping: 000-0000."""
    fixed: str = ""
    """What is shown in the place of any number: Yes."""

    def shown(self, value: float) -> tuple[str, str]:
        """Return the text that somebody reads in a cell with the value, and the number in it; the
        latter empty where no number is shown.
        """
        if self.fixed:
            return self.fixed, ""
        number = abs(number_of(value)).scaleb(-self.power)
        digits = self._among(number) if self.inner else self._plain(number)
        sign = "-" if value < 0 else ""
        text = f"{sign}{self.before}{digits}{self._behind()}".strip()
        return text, "" if self.inner else f"{sign}{digits}"

    def _behind(self) -> str:
        """What stands behind, with a word in the place of a letter that means a power of ten."""
        power, word = _WORDS.get(self.behind.strip(), (0, ""))
        sure = power and (self.power == power or _MONEY.search(self.before))
        return f" {word}" if sure or self.behind.strip() == "k" else self.behind

    def _plain(self, number: Decimal) -> str:
        whole, _, rest = f"{number:f}".partition(".")
        rest = rest.rstrip("0").ljust(self.decimals, "0")
        return f"{whole.zfill(self.whole)}.{rest}" if rest else whole.zfill(self.whole)

    def _among(self, number: Decimal) -> str:
        """The digits put one by one into their places, those that are too many into the first."""
        left = list(f"{number:.0f}")
        places = sum(piece.text in _DIGITS for piece in self.inner if not piece.literal)
        found: list[str] = []
        for piece in reversed(self.inner):
            if piece.literal or piece.text not in _DIGITS:
                found.append(piece.text)
                continue
            places -= 1
            blank = "0" if piece.text == "0" else ""
            digit = left.pop() if left and places else "".join(left)
            found.append(digit or blank)
        return "".join(reversed(found))


_NUMBER: Final = re.compile(r"\d(?:[\d.,'’\u00a0\u202f ]*\d)?")
_SCALES: Final = (0, 3, 6, 9, 5, 7, -2)
"""The powers of ten by which a shown number is likely to be parted."""


def seen(text: str, value: float) -> tuple[str, str] | None:
    """Return the text of a cell with all digits of the number that it holds, and that number as it
    stands in it; None where the text is nothing but the number.

    `text` is what a file tells that the cell shows, rounded and with its thousands grouped.
    """
    found = _NUMBER.search(text)
    if not found:
        fixed = text.strip()
        return (fixed, "") if fixed.strip(_SIGNS) else None
    before, behind = _unsigned(text[: found.start()], text[found.end() :])
    scale = _scale(found[0], value)
    if scale is None:
        return (text.strip(), "") if before or behind else None
    power, places = scale
    whole = _filled(found[0])
    told = Around(before, behind, power, places, whole)
    return told.shown(value) if before or behind or power or whole > 1 else None


def _filled(shown: str) -> int:
    """How many digits a number without point and groups is filled up to with noughts: 8 for
    01234567; else 1.
    """
    return len(shown) if shown.isdecimal() and shown[0] == "0" else 1


def _scale(shown: str, value: float) -> tuple[int, int] | None:
    """The power of ten by which a number is shown smaller, and its decimals; None where what is
    shown is not that number.
    """
    plain = re.sub(r"\D", "", shown)
    decimals = len(re.split(r"[.,]", shown)[-1]) if re.search(r"[.,]", shown) else 0
    for power in _SCALES:
        exact = abs(number_of(value)).scaleb(-power)
        for places in dict.fromkeys((0, decimals)):
            if f"{exact:.{places}f}".replace(".", "").lstrip("0") == plain.lstrip("0"):
                return power, places
    return None


def around(pieces: Sequence[Piece]) -> Around | None:
    """Return what a section of a format shows around a number; None where that is nothing but
    signs, and where it shows no number.
    """
    places = _digit_places(pieces)
    if not places:
        return _fixed(pieces)
    first, last = _bounds(pieces, places)
    before, behind = _unsigned(_text(pieces[:first]), _text(pieces[last:]))
    among = pieces[first:last]
    core = _signs(among)
    point = _literal_point(among) if "." not in core else 0
    power = 3 * len("".join(_SCALING.findall(core))) + point - 2 * _percents(pieces)
    inner = () if _GROUPING.fullmatch(_literals(among)) else tuple(among)
    left, _, rest = core.partition(".")
    decimals, whole = point or rest.count("0"), _fewest(left, point)
    if not (before or behind or power or inner or whole > 1):
        return None
    return Around(before, behind, power, decimals, whole, inner)


def _fewest(left: str, point: int) -> int:
    """How many digits are shown before the point at least: an amount in groups is no code."""
    return 1 if "," in left else max(1, left.count("0") - point)


def _digit_places(pieces: Sequence[Piece]) -> list[int]:
    return [at for at, piece in enumerate(pieces) if not piece.literal and piece.text in _DIGITS]


def _percents(pieces: Sequence[Piece]) -> int:
    """How many percent signs multiply the number, each by 100."""
    return sum(piece.text == "%" and not piece.literal for piece in pieces)


def _signs(pieces: Iterable[Piece]) -> str:
    """Return what of a section stands for the number."""
    return "".join(piece.text for piece in pieces if not piece.literal)


def _fixed(pieces: Sequence[Piece]) -> Around | None:
    """Return the words of a section that shows no number; None where it has none."""
    fixed = _text(pieces).strip() if all(piece.literal for piece in pieces) else ""
    return Around("", "", fixed=fixed) if fixed.strip(_SIGNS) else None


def _bounds(pieces: Sequence[Piece], places: Sequence[int]) -> tuple[int, int]:
    """Return where the number begins and ends whose digits have these places: with a point before
    it, and with points and commas behind it.
    """
    first, last = places[0], places[-1] + 1
    if first and _is_sign(pieces[first - 1], "."):
        first -= 1
    while last < len(pieces) and _is_sign(pieces[last], ".,"):
        last += 1
    return first, last


def _is_sign(piece: Piece, signs: str) -> bool:
    return not piece.literal and piece.text in signs


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _literals(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces if piece.literal)


def _literal_point(among: Sequence[Piece]) -> int:
    r"""How many digits stand behind a point that is only shown: 0\.00,, shows 12345678 as 0.12."""
    points = [at for at, piece in enumerate(among) if piece.literal and piece.text.strip() == "."]
    if not points:
        return 0
    return sum(p.text in _DIGITS for p in among[points[-1] + 1 :] if not p.literal)


def _unsigned(before: str, behind: str) -> tuple[str, str]:
    """What stands around a number without its sign, which the number has itself: (₹1,234), ▲5."""
    if before.count("(") > before.count(")") and ")" in behind:
        before = before.replace("(", "", 1)
        at = behind.rindex(")")
        behind = behind[:at] + behind[at + 1 :]
    before = before.lstrip(_SIGNS)
    bare = before.rstrip(_SIGNS)
    if before[len(bare) :].strip() and not _PART_OF_A_NAME.search(before):
        before = bare
    return before, behind.rstrip().removesuffix("-").rstrip("\u00a0 ")
