from typing import Final

from lohum_brief.language.rooms.dates import Dates

_MONTHS: Final = (
    "unara duara triara kvarara kvinara sesara separa okara nauara dekara unudekara dudekara"
)
_DAYS: Final = "undia dudia tridia kvardia kvindia sesdia sepdia"

DATES: Final = Dates(
    months=tuple(_MONTHS.split()),
    weekdays=tuple(_DAYS.split()),
    fiscal=("jaro {}", " (kvarara–triara)"),
)
