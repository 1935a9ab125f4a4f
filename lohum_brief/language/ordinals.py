"""Ordinals: पहली बैठक, 15वाँ संस्करण; 1st, 15th; 第1回."""

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import integer
from lohum_brief.language.rooms.numbers import Gender


def ordinal(
    number: int,
    lang: Lang,
    *,
    gender: Gender = "masculine",
    counter: str = "回",
    devanagari: bool = False,
) -> str:
    """Return which in a row, counted from one. Hindi has words up to ten and endings behind figures
    from there.

    `counter` is what Japanese counts by: 第3回 of meetings, 第3次 of plans, 第3位 of ranks. Raises
    ValueError below one.
    """
    if number < 1:
        raise ValueError(f"nothing is number {number} in a row")
    figures = integer(number, lang, devanagari=devanagari)
    return LANGUAGES[lang].numbers.ordinal(number, figures, gender, counter)
