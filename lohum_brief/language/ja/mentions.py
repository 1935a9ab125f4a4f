"""Numbers in running Japanese."""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.language.ja.eras import ERA_YEAR, era_year
from lohum_brief.language.ja.kanji_numbers import kanji_number
from lohum_brief.language.ja.mentioned import (
    KANJI_DIGITS,
    SMALL,
    all_year,
    half_year,
    month,
    month_and_day,
    short_year,
    tenths,
)
from lohum_brief.language.ja.running import in_japanese
from lohum_brief.language.mention import Mention
from lohum_brief.language.rooms.mentions import Mentions, Row
from lohum_brief.language.typed.readers import (
    FISCAL,
    FY,
    ISO,
    OVER,
    SLASHED,
    SPAN,
    TIMES,
    clock_time,
    day,
    either,
    fiscal,
    fraction,
    half,
    noon,
    plain,
    years,
)


def _era(match: re.Match[str]) -> Iterator[Mention]:
    yield plain(
        match, era_year(match), kanji_number(match["era_year"]) if match["era_year"] != "元" else 1
    )


MENTIONS: Final = Mentions(
    rows=(
        Row(
            ("令和", "平成", "昭和", "大正", "明治", "R", "H", "S"),
            rf"{ERA_YEAR}(?=年|\(|[./-][0-9])",
            _era,
            digits=False,
        ),
        Row(("-", "/", "."), ISO, day),
        Row(("-", "/", "."), SLASHED, either),
        Row(("-", "/"), SPAN, years),
        Row(FISCAL, FY, fiscal),
        Row(
            ("時",),
            rf"(?P<meridian>午前|午後)? ?(?P<h>{SMALL})時(?!間|代|点|期|価|差|々)(?:(?P<half>半)"
            rf"|(?P<kmin>{SMALL})分(?!の))?",
            clock_time,
            digits=False,
        ),
        Row((":",), r"(?P<meridian>午前|午後)? ?" + TIMES, clock_time),
        Row(("正午", "真夜中"), "正午|真夜中", noon, digits=False),
        Row(
            ("/",),
            r"(?<![0-9/])(?P<m>1?[0-9])/(?P<d>[1-3]?[0-9])(?=\([月火水木金土日])",
            month_and_day,
        ),
        Row(("年",), r"(?<![0-9.,])(?P<short>[0-9]{2})(?=年(?:[0-9]{1,2}月|度|代))", short_year),
        Row(("月",), rf"(?P<month>{SMALL})月(?![間々面])", month, digits=False),
        Row(
            ("分の",),
            rf"(?P<under>[0-9]+|[{KANJI_DIGITS}百]+)(?P<kana>分の)(?P<over>[0-9]+"
            rf"|[{KANJI_DIGITS}]+)",
            fraction,
            digits=False,
        ),
        Row(("/",), OVER, fraction),
        Row(
            ("割",),
            rf"(?P<tens>[0-9]|[{KANJI_DIGITS}])割(?:(?P<ones>[0-9]"
            rf"|[{KANJI_DIGITS}])分)?(?![引合増安り])",
            tenths,
            digits=False,
        ),
        Row(("365",), "(?<=時間)365日", all_year),
        Row(("半年",), "半年", half_year, digits=False),
        Row(("半", "折"), "半分|半数|過半|折半", half, digits=False),
    ),
    numbers=in_japanese,
    seen="[〇零一二三四五六七八九十百千万億兆半割元正]",
    naming=r"第|附則|附属書|付属書|別表|別紙|様式|インダストリー ?"
    r"|インダストリ ?|スコープ ?|フェーズ ?|ゲート ?|バージョン ?"
    r"|令和|平成|昭和|年度",
    placing=r"[条項号節章頁階番版歳期]|年(?!間)|年度|月|日(?!本)|時|回目|番目|世紀|か年|カ年|[A-Za-z]",
)
