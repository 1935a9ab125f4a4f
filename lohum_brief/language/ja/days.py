"""Dates in running Japanese."""

from typing import Final

from lohum_brief.language.ja.dates import ERAS
from lohum_brief.language.rooms.days import Days

_ERA: Final = "|".join(name for _, name in ERAS)

DAYS: Final = Days(
    seen=r"月 ?\d{1,2}日|\d-\d\d-\d",
    dates=(
        (
            rf"(?:(?P<era>{_ERA})?(?P<year>\d{{1,4}}|元)年 ?)?"
            r"(?<!\d)(?P<number>\d{1,2})月 ?(?P<day>\d{1,2})日"
        ),
    ),
    eras={name: start.year for start, name in ERAS},
    first_year="元",
    droppable="日",
    behind=r" ?(?:\(([月火水木金土日])(?:曜日?)?(?:[・、,/][^)]*)?\)|([月火水木金土日])曜)",
    said="{}曜日",
)
