from typing import Final

from lohum_brief.language.rooms.numbers import Gender, Numbers

_LARGE: Final = ((10**9, "milardo"), (10**6, "miliono"))


def _ordinal(_number: int, figures: str, _gender: Gender, _counter: str) -> str:
    return f"{figures}-a"


NUMBERS: Final = Numbers(large={"crore": _LARGE, "million": _LARGE}, ordinal=_ordinal)
