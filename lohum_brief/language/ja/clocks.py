"""Times of day as they are said in Japanese: 午後2時30分, 14時半, 朝9時."""

import datetime as dt
import re
from typing import Final

from lohum_brief.language.parsing.numbers import number
from lohum_brief.language.rooms.clocks import Clocks, at, refuse, within

_CLOCK: Final = re.compile(r"(午前|午後)?([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分|(半))?)")
_PARTS: Final = {
    word: hours
    for words, hours in (
        ("未明", (*range(6),)),
        ("早朝", (*range(3, 9),)),
        ("朝", (*range(4, 12),)),
        ("昼", (*range(11, 16),)),
        ("夕方 夕", (*range(15, 20),)),
        ("夜", (*range(17, 24), 0)),
        ("深夜", (*range(22, 24), *range(5))),
    )
    for word in words.split()
}
"""The hours that each part of the day can mean."""
_IN_PART: Final = re.compile(
    r"(未明|早朝|朝|昼|夕方|夕|夜|深夜)の?([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分|(半))?)"
)
_HOUR: Final = re.compile(r"(\d{1,2})時(?:(\d{1,2})分|(半))?")
_KANJI: Final = re.compile("[〇一二三四五六七八九十]{1,3}(?=[時分])")
_LANG: Final = __name__.split(".")[-2]
_HALVED: Final = re.compile("午|朝|昼|夕|夜|未明")


class _Clocks(Clocks, frozen=True):
    def time(self, body: str, text: str) -> dt.time | None:
        """Read 午前 and 午後 with an hour up to eleven, a part of the day with an hour, or 時 on
        the clock of 24 hours. 午後12時 is noon to some and midnight to others; in words, one to
        five are the afternoon to nearly all.
        """
        squeezed = _in_figures(body)
        if squeezed == "正午":
            return dt.time(12)
        if found := _CLOCK.fullmatch(squeezed):
            hour = _of_half(found, text) if found[1] else int(found[2])
            if not found[1] and 1 <= hour <= 5 and _KANJI.match(body):
                refuse(text)
            return at(hour, _minute(found), text) if found[1] or not found[3] else None
        if found := _IN_PART.fullmatch(squeezed):
            return at(within(int(found[2]), _PARTS[found[1]]), _minute(found), text)
        return None

    def hour(self, body: str) -> tuple[int, int] | None:
        """Return the hour that stands before 時, and its minutes."""
        found = _HOUR.fullmatch(_in_figures(body))
        return (int(found[1]), 30 if found[3] else int(found[2] or 0)) if found else None

    def halved(self, body: str) -> bool:
        """Return whether a text says a part of the day."""
        return _HALVED.search(body) is not None


def _in_figures(body: str) -> str:
    """Return a time without spaces, its numbers in figures: 十時半 is 10時半."""
    return _KANJI.sub(lambda found: f"{number(found[0], _LANG):f}", body.replace(" ", ""))


def _of_half(found: re.Match[str], text: str) -> int:
    if int(found[2]) > 11:
        refuse(text)
    return int(found[2]) + (12 if found[1] == "午後" else 0)


def _minute(found: re.Match[str]) -> int:
    return 30 if found[5] else int(found[3] or found[4] or 0)


CLOCKS: Final = _Clocks(
    noon=("正午",),
    midnight=("深夜0時", "深夜12時"),
    last="24時(?:0?0分)?|24:00時",
    joint="から|より",
    around=r"\s*(?:まで|迄)$",
    opening="開始|スタート|から",
    next_day="^(?:翌日?|次の日の?)",
    struck="時",
    zones={"Asia/Kolkata": "インド(?:標準)?時間", "Asia/Tokyo": "日本(?:標準)?時間"},
    other_zones="世界標準時|グリニッジ標準時",
    part=_HALVED.pattern,
    face=r"時(?:\d\d|半|\d+分)?",
    closing="時分",
    hours="時間",
    minutes="分(?:間)?",
    half="半",
    roughly="約",
    about="約",
    about_behind="頃|ごろ|前後",
    tentative="予定|仮",
    ends="時分半",
    clocked="[一二三四五六七八九十]時",
    later="日",
    day_after="翌日",
    halves={"午後": 12, "午前": 0},
)
