from typing import Final

from lohum_brief.language.en.units import UNITS as ENGLISH
from lohum_brief.language.rooms.units import Units

UNITS: Final = Units(
    forms=dict(ENGLISH.forms) | {"members": "{}~membro|{}~membroj", "t/year": "{}~t/jaro"},
    spans=ENGLISH.spans,
    contents=ENGLISH.contents,
)
