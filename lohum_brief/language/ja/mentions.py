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


_MEASURES: Final = (
    ("g", "1E3", "キロ"),
    ("g", "1E5", "キンタル"),
    ("kW", "0.001", "ワット"),
    ("kWh", "0.001", "ワット時"),
    ("kWh", "1", "キロワット時 キロワットアワー"),
    ("kWh", "1E3", "メガワット時 メガワットアワー"),
    ("kWh", "1E6", "ギガワット時 ギガワットアワー"),
    ("m", "0.001", "ミリ ミリメートル"),
    ("m", "0.01", "センチ センチメートル"),
    ("m", "1E3", "キロ"),
    ("m2", "1", "平米 平方メートル"),
    ("m2", "1E6", "平方キロ 平方キロメートル"),
    ("L", "1E3", "キロリットル"),
    ("minutes", "0.0166666666666666666667", "秒 秒間"),
    ("minutes", "1", "分間"),
    ("minutes", "1440", "日間"),
    ("minutes", "10080", "週間"),
    ("months", "1", "か月 カ月 ヶ月 ヵ月 ケ月 箇月 か月間 カ月間 ヶ月間 ヵ月間 箇月間"),
    ("months", "12", "年 年間 カ年 か年"),
    ("%", "1", "パーセント"),
    ("%", "10", "割"),
    ("basis points", "1", "ベーシスポイント"),
    ("percentage points", "1", "パーセントポイント"),
    ("INR", "1", "ルピー インドルピー"),
    ("USD", "1", "米ドル 米国ドル アメリカドル"),
    ("USD", "0.01", "セント 米セント"),
    ("JPY", "1", "円 日本円"),
    ("EUR", "1", "ユーロ"),
    ("GBP", "1", "ポンド 英ポンド"),
    ("AUD", "1", "豪ドル オーストラリアドル"),
)
_ROUGH_MEASURES: Final = (
    ("m", "1609.344", "マイル"),
    ("m", "0.3048", "フィート"),
    ("m2", "0.09290304", "平方フィート"),
    ("m2", "3.305785", "坪"),
)

MENTIONS: Final = Mentions(
    between="から|と|又は|または|や|及び|対|のうち",
    by_year="、Y年(?:に|は|度は?)?、?",
    joints=("と",),
    measures=_MEASURES,
    rough_measures=_ROUGH_MEASURES,
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
