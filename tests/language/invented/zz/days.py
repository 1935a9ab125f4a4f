from typing import Final

from lohum_brief.language.rooms.days import Days

DAYS: Final = Days(
    seen=r"\d [a-z]", dates=(r"(?P<day>\d{1,2}) (?P<name>[a-z]+ara)(?: (?P<year>\d{4}))?",)
)
