from typing import Final

from lohum_brief.language.en.spoken import SPOKEN as ENGLISH
from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.rooms.spoken import Spoken
from lohum_brief.language.spelling_out import Ways, spelt_out

_FIGURES: Final = tuple(f"n{number}" for number in range(100))


def _whole(value: int, _scale: Scale) -> str:
    return spelt_out(value, ((1000, "mil"),), Ways(_FIGURES, "cent"))


def _year(_value: int) -> str:
    return ""


SPOKEN: Final = Spoken(
    figures=_FIGURES,
    point="punkto",
    negative="minuso",
    whole=_whole,
    year=_year,
    units={unit: form.replace("e", "o") for unit, form in ENGLISH.units.items()},
    each=ENGLISH.each,
    kinds=ENGLISH.kinds,
)
