"""What is said in Japanese: the numerals of vertical writing, with 一千 before a larger unit."""

from typing import Final

from lohum_brief.language.rooms.numbers import Scale
from lohum_brief.language.rooms.spoken import Spoken

KANJI: Final = "〇一二三四五六七八九"
TENS: Final = ((1000, "千"), (100, "百"), (10, "十"))
LARGE: Final = ((10**16, "京"), (10**12, "兆"), (10**8, "億"), (10**4, "万"))

_UNITS: Final = {
    "%": "{}パーセント",
    "ppm": "{}ピーピーエム",
    "g": "{}グラム",
    "kg": "{}キログラム",
    "quintals": "{}キンタル",
    "t": "{}トン",
    "lb": "{}ポンド",
    "V": "{}ボルト",
    "Ah": "{}アンペア時",
    "kW": "{}キロワット",
    "MW": "{}メガワット",
    "GW": "{}ギガワット",
    "kWp": "{}キロワットピーク",
    "MWp": "{}メガワットピーク",
    "kVA": "{}キロボルトアンペア",
    "MVA": "{}メガボルトアンペア",
    "hp": "{}馬力",
    "Wh": "{}ワット時",
    "kWh": "{}キロワット時",
    "MWh": "{}メガワット時",
    "GWh": "{}ギガワット時",
    "TWh": "{}テラワット時",
    "m": "{}メートル",
    "mm": "{}ミリメートル",
    "cm": "{}センチメートル",
    "ft": "{}フィート",
    "km": "{}キロメートル",
    "m2": "{}平方メートル",
    "ft2": "{}平方フィート",
    "km2": "{}平方キロメートル",
    "ha": "{}ヘクタール",
    "m3": "{}立方メートル",
    "L": "{}リットル",
    "kL": "{}キロリットル",
    "°C": "{}度",
    "INR": "{}ルピー",
    "JPY": "{}円",
    "USD": "{}米ドル",
    "EUR": "{}ユーロ",
    "US cents": "{}米セント",
}
_EACH: Final = {
    "year": "年間{}",
    "month": "一か月当たり{}",
    "week": "一週間当たり{}",
    "day": "一日当たり{}",
    "hour": "一時間当たり{}",
    "kg": "一キログラム当たり{}",
    "t": "一トン当たり{}",
    "lb": "一ポンド当たり{}",
    "kWh": "一キロワット時当たり{}",
    "mtu": "一メトリックトンユニット当たり{}",
}
_KINDS: Final = {
    "t CO2e": "二酸化炭素換算{}",
    "°C": "セ氏{}",
}


def _whole(value: int, _scale: Scale) -> str:
    text = ""
    for size, name in LARGE:
        count, value = divmod(value, size)
        if count:
            text += _thousands(count, "一千") + name
    return text + _thousands(value, "千") if value or not text else text


def _thousands(value: int, thousand: str) -> str:
    """Four figures; one thousand is 一千 where it counts a larger unit."""
    text = ""
    for size, name in TENS:
        figure, value = divmod(value, size)
        if figure == 1:
            text += thousand if size == 1000 else name
        elif figure:
            text += KANJI[figure] + name
    return text + KANJI[value] if value or not text else text


def _year(_value: int) -> str:
    return ""


SPOKEN: Final = Spoken(
    figures=KANJI,
    point="・",  # as vertical writing has it; it is read てん
    negative="マイナス",
    whole=_whole,
    year=_year,
    units=_UNITS,
    each=_EACH,
    kinds=_KINDS,
)
