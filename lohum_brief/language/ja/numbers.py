"""Figures in Japanese, which counts by ten thousands."""

from typing import Final

from lohum_brief.language.rooms.numbers import Gender, Numbers

_LARGE: Final = ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"))


def _ordinal(_number: int, figures: str, _gender: Gender, counter: str) -> str:
    return f"第{figures}{counter}"


NUMBERS: Final = Numbers(large={"crore": _LARGE, "million": _LARGE}, joint="", ordinal=_ordinal)
