"""Numbers in figures of ASCII, and what is said of those that cannot be read."""

import re
from decimal import Context, Decimal
from typing import Final, NoReturn

from lohum_brief.language.source import UnreadableError, folded, shown
from lohum_brief.message import msg

EXACT: Final = Context(prec=500)

_PLAIN: Final = re.compile(r"[0-9]*\.?[0-9]+")
_GROUPED: Final = re.compile(r"([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,2}(,[0-9]{2})*,[0-9]{3})(\.[0-9]+)?")
_EUROPEAN: Final = re.compile(r"[0-9]{1,3}((\.[0-9]{3})+(,[0-9]+)?|,[0-9]{1,2})|[0-9]+,[0-9]{1,2}")
_SHORTENED: Final = re.compile(r"[0-9.]+e[-+]?[0-9]+", re.IGNORECASE)


def refuse(text: str) -> NoReturn:
    """Say that a text is no number."""
    refuse_shortened(text)
    raise UnreadableError(
        msg(
            "“{text}” is not a number that can be read: write it as 1,234.5, 34 lakh or 3.4億.",
            text=shown(text),
        )
    )


def refuse_shortened(text: str) -> None:
    """Raise UnreadableError where a text is a number of which a spreadsheet left digits out:
    1.23E+09.
    """
    if _SHORTENED.search(folded(text)):
        raise UnreadableError(
            msg(
                "“{text}” shows only the first digits of a number: write all of them, as "
                "1,234,567.",
                text=shown(text),
            )
        )


def figures(body: str, text: str) -> Decimal:
    """Return a number in ASCII figures only."""
    if _PLAIN.fullmatch(body):
        return Decimal(body)
    if _GROUPED.fullmatch(body):
        return Decimal(body.replace(",", ""))
    if _EUROPEAN.fullmatch(body):
        raise UnreadableError(
            msg(
                "“{text}” may have its comma where we have the point: write 1,234.56, with commas "
                "between groups only.",
                text=shown(text),
            )
        )
    if body.count(".") < 2:
        raise UnreadableError(
            msg(
                "“{text}” has groups that are neither western nor Indian: write 1,234,567 or "
                "12,34,567.",
                text=shown(text),
            )
        )
    refuse(text)


def enlarged(value: Decimal, unit: Decimal) -> Decimal:
    """In a large unit, zeros at the end say nothing: 3.40億 is 340000000."""
    if unit == 1:
        return value
    found = EXACT.multiply(value, unit)
    return (
        found.quantize(Decimal(1), context=EXACT)
        if found == found.to_integral_value()
        else found.normalize(EXACT)
    )
