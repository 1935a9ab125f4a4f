"""What people write in Japanese."""

from typing import Final

from lohum_brief.language.ja.dates import DATES
from lohum_brief.language.ja.eras import CALENDAR
from lohum_brief.language.ja.kanji_numbers import NUMERALS
from lohum_brief.language.ja.spoken import SPOKEN
from lohum_brief.language.rooms.reading import Reading

_UNITS: Final = {
    "t CO2e": "トン~CO2e",
    "years": "年",
    "months": "ヶ月 カ月",
    "days": "日",
    "INR": "インドルピー",
    "USD": "ドル",
    "JPY": "日本円",
    "year": "年",
    "day": "日",
}

READING: Final = Reading(
    signs=(SPOKEN.negative,),
    numerals=NUMERALS,
    calendar=CALENDAR,
    weekdays=(
        "月曜日 月曜",
        "火曜日 火曜",
        "水曜日 水曜",
        "木曜日 木曜",
        "金曜日 金曜",
        "土曜日 土曜",
        "日曜日 日曜",
    ),
    weekday=("[月火水木金土日]曜日?", "[月火水木金土日](?:曜日?)?"),
    holiday="・[祝休]",
    dated=(DATES.year_sign, "月", "日"),
    to="から",
    as_of="(?<=[年月日度)])(?:現在|時点)$",
    units=_UNITS,
    large=("千", "百万"),
    symbols={},
    said={
        "about": ("およそ |ほぼ ", "程度|前後"),
        "at least": ("最低でも|最低|最小|少なくとも|下限", ""),
        "at most": ("多くとも", ""),
        "more than": ("", "を超える"),
        "up to": ("上限|最大", "まで"),
    },
    below=("", "未満"),
)
