"""What no line of Japanese parts: numbers with their counters and units, dates, times, ranges,
names with their honorifics.

Japanese sets no spaces, so this reads the text.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_compiled: Final = cache(re.compile)

_COUNTERS: Final = (
    "年度", "年間", "年代", "年版", "年目", "年前", "年後", "時間", "分間", "秒間", "日間", "日目",
    "週間", "周年", "世紀", "四半期", "種類", "段階", "回目", "番目", "度目", "元素", "拠点",
    "品目", "工程", "平方キロメートル", "平方メートル", "立方メートル", "米ドル", "豪ドル",
)  # fmt: skip
"""What stands behind a number in Japanese besides any single kanji."""
_COUNTING: Final = frozenset(counter[0] for counter in _COUNTERS)
"""Their first characters."""
_PLACES: Final = ("かカヵヶケ箇", "所国月年条村町", "間語")
"""The parts of 8か所, 4カ国, 3か月間, 2か国語."""
_UNITS: Final = "つ%％‰℃°㌧㎏㎞㎡"
_LOANS: Final = 10
"""Katakana that a unit has at most: 5メガワット時."""


_LIMITS: Final = ("以上", "以下", "以内", "以降", "以前", "以外", "未満", "前後", "程度")
"""What says of a number and its counter how exact they are: 50人以上."""
_LIMITING: Final = frozenset("以未前程超")
"""Their first characters, and 超."""
_LED: Final = ("最大", "最小", "最低", "最高", "およそ")
"""What says so before a number."""
_OF_ZONE: Final = "時間"
"""What a time follows behind the name of its zone: インド時間04:30."""
_LEADING: Final = frozenset("大小低高そ間")
"""Their last characters."""


_DIGITS: Final = "[0-9０-９](?:[0-9０-９,，.．:：/]*[0-9０-９])?"
_ROUND: Final = "[数何]?[十百千万億](?=[万億]?(?:[人名社台件個倍円]|[かカヵヶケ箇][所国月年村町]))"
"""A single kanji is a number only with a counter that makes it one: 千人, 数十カ国, not 千葉."""
_ONE: Final = (
    f"(?:第|約|マイナス|プラス)?(?:{_DIGITS}[万億兆京])*"
    f"(?:{_DIGITS}|[〇一二三四五六七八九十百千]{{2,}}|{_ROUND})[十百千万億兆京]*"
)
"""A number, without its counter."""
_BEGIN: Final = (
    # looked for first, which is five times as fast
    "(?=[第約マプ午0-9０-９〇一二三四五六七八九十百千万億数何令平昭大明])"
)
_MONTH: Final = "[0-9０-９]{1,2}月"
_TIME: Final = "[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分(?:[0-9０-９]{1,2}秒)?|半)?(?!間)"


def _japanese() -> re.Pattern[str]:
    """Return a date, a time or, as a group, a number."""
    year = "(?:(?:令和|平成|昭和|大正|明治)(?:[0-9０-９]{1,2}|元)|[0-9０-９]{4})年"
    weekday = "（[月火水木金土日](?:曜日?)?）"
    day = f"約?(?:{year})?{_MONTH}[0-9０-９]{{1,2}}日(?:{weekday})?|{year}(?:{_MONTH}|度)?"
    return re.compile(f"{_BEGIN}(?:{day}|(?:午[前後])?{_TIME}|({_ONE}))")


_JAPANESE: Final = _japanese()
_RANGE: Final = frozenset("～〜–")
_RANGE_END: Final = f"[0-9０-９]{{1,2}}日|{_MONTH}(?:[0-9０-９]{{1,2}}日)?|{_TIME}"
"""What only the end of a range may be; else it is a number with its counter."""


_NUMBER: Final = _BEGIN + _ONE


_RESPECT: Final = {
    "様": "々子式相態", "氏": "名族", "殿": "下堂方", "さん": "ざ",
    "閣下": "", "教授": "", "博士": "", "先生": "",
}  # fmt: skip
"""What follows a name, and what follows it where it is part of a word (様子, 氏名)."""
_PART: Final = 8
"""Letters of the last part of a name that stay with its honorific in the narrowest column."""
_CALLED: Final = 4
"""Kanji that each part of a name has at most which an honorific follows: 表紙 和子 様. Written
together nothing tells where it begins: 見本太郎様 is held as far back as a name can be long.
"""


def bound(text: str, *, narrow: bool) -> set[int]:
    """Return the places of a text where no line may break; `narrow` as for all languages."""
    found: set[int] = set()
    search = (_compiled(_NUMBER) if narrow else _JAPANESE).search
    stop = 0
    while match := search(text, stop):
        start, stop = match.start(), _stop(text, match, narrow=narrow)
        if start and text[start - 1] in _LEADING:
            found.update(range(_led(text, start) + 1, start + 1))
        found.update(range(start + 1, stop))
        if text[stop : stop + 1] in _JOINING:
            found.update(_followed(text, start, stop))
    found.update(_of_names(text, narrow=narrow))
    found.update(_bound_signs(text))
    if not narrow and "（" in text:
        found.update(_in_brackets(text))
    return found


def _stop(text: str, match: re.Match[str], *, narrow: bool) -> int:
    """Return where what belongs to a date, a time or a number ends."""
    stop = match.end()
    if narrow or match.lastindex:
        stop = _counted(text, stop)
    if not narrow and text[stop : stop + 1] in _RANGE:
        return _range_end(text, stop + 1) or stop
    return stop


_JOINING: Final = ("第", "の")


def _followed(text: str, start: int, stop: int) -> tuple[int, ...]:
    """Return the places that hold a number to the next one: 第4条第2項, 10分の1."""
    if text[stop] == "第":
        return (stop,) if text[start] == "第" else ()
    part = text[stop - 1] == "分" and text[stop + 1 : stop + 2].isdecimal()
    return (stop, stop + 1) if part else ()


def _of_names(text: str, *, narrow: bool) -> Iterator[int]:
    """Yield the places that hold names to their honorifics."""
    for honorific, others in _RESPECT.items():
        place = text.find(honorific, 1)
        while place > 0:
            if text[place + len(honorific) : place + len(honorific) + 1] not in (*others,):
                yield from _of_name(text, place, honorific, narrow=narrow)
            place = text.find(honorific, place + 1)


def _in_brackets(text: str) -> Iterator[int]:
    """Yield the places in a short bracket with Latin letters, such as a unit has: （CO₂換算）."""
    start = text.find("（")
    while start >= 0:
        end = text.find("）", start, start + _BRACKET)
        if (
            end > 0
            and "\n" not in text[start:end]
            and any("A" <= letter <= "z" for letter in text[start:end])
        ):
            yield from range(start + 1, end + 1)
        start = text.find("（", start + 1)


def _of_name(text: str, place: int, honorific: str, *, narrow: bool) -> range:
    """Return the places that hold a name to the honorific behind it, which begins at `place`."""
    end = place - 1 if text[place - 1] in " \u00a0\u3000" else place
    if not end or text[end - 1] <= "\u3040":
        return range(0)
    first = max(_last_part(text, end), end - _PART) if narrow else _called(text, end)
    return range(first + 1, place + 1 + (len(honorific) > 1 and honorific != "さん"))


def _bound_signs(text: str) -> Iterator[int]:
    """Yield where a letter that numbers something meets it (A班), and a sign of money its number
    behind a space (US$ 500).
    """
    for sign in NUMBERED:
        place = text.find(sign, 1)
        while place > 0:
            before = text[place - 2 : place - 1] if place > 1 else ""
            if "A" <= text[place - 1] <= "Z" and not (before.isascii() and before.isalnum()):
                yield place
            place = text.find(sign, place + 1)
    for sign in ("$ ", "₹ ", "¥ ", "€ "):
        place = text.find(sign)
        while place >= 0:
            if text[place + 2 : place + 3].isdecimal():
                yield place + 2
            place = text.find(sign, place + 2)


_BRACKET: Final = 10
"""Characters of a bracket that is held together, without the last."""
NUMBERED: Final = "班棟号組室型"


def _called(text: str, stop: int) -> int:
    """Return where the name begins that ends there; where it ends if there is none."""
    if "゠" <= text[stop - 1] <= "ヿ":
        return _katakana(text, stop)
    first = _kanji(text, stop)
    if stop - first > _CALLED:
        return max(first, stop - _CALLED - 1)
    if first == stop:
        return stop
    if (
        first
        and text[first - 1] in " \u00a0\u3000"
        and 0 < first - 1 - (family := _kanji(text, first - 1)) <= _CALLED
    ):
        return family
    return first


def _last_part(text: str, stop: int) -> int:
    """Return where the last part of the name begins that ends there."""
    first = _katakana(text, stop) if "゠" <= text[stop - 1] <= "ヿ" else _kanji(text, stop)
    dots = [text.rfind(dot, first, stop - 1) + 1 for dot in "・＝゠"]
    return min(max(first, *dots), stop - 1)


def _led(text: str, start: int) -> int:
    """Return where a word begins that leads to a number: how exact it is, or whose time."""
    if text.endswith(_LED, 0, start):
        return start - (3 if text[start - 1] == "そ" else 2)
    if not text.endswith(_OF_ZONE, 0, start):
        return start
    stop = start - len(_OF_ZONE)
    return max(_called(text, stop), stop - _LOANS) if stop else 0


def _kanji(text: str, stop: int) -> int:
    """Return where the kanji begin that end there."""
    while stop and _is_kanji(text[stop - 1]):
        stop -= 1
    return stop


def _katakana(text: str, stop: int) -> int:
    """Return where the katakana begin that end there, with the dots between the parts of a name."""
    while stop and ("゠" <= text[stop - 1] <= "ヿ" or text[stop - 1] == "＝"):
        stop -= 1
    return stop


def _is_kanji(character: str) -> bool:
    """Asked for one by one: a pattern of all kanji takes 0.5 ms to compile each time."""
    return "一" <= character <= "鿿" or character == "々"


def _counted(text: str, stop: int) -> int:
    """Return the end of what belongs to a number that ends there: its counter, a unit behind a
    solidus, 以上, 超.
    """
    stop = _counter(text, stop)
    if text.startswith("/", stop):
        if "一" <= text[stop + 1 : stop + 2] <= "鿿":
            stop += 2
        else:
            end = stop + 1
            while text[end : end + 1].isalpha() and (text[end].isascii() or _is_loan(text[end])):
                end += 1
            stop = end if end > stop + 1 else stop
    if text[stop : stop + 1] not in _LIMITING:
        return stop
    return stop + (2 if text.startswith(_LIMITS, stop) else text[stop] == "超")


def _counter(text: str, stop: int) -> int:
    """Return the end of the counter or unit that begins there; the same place if there is none.

    Without a pattern: one of all these takes 2 ms to compile.
    """
    first, second = text[stop : stop + 1], text[stop + 1 : stop + 2]
    if not first:
        return stop
    if first in _PLACES[0] and _is_place(second):
        return stop + 2 + text.startswith((*_PLACES[2],), stop + 2)
    if first in _COUNTING and text.startswith(_COUNTERS, stop):
        return stop + _longest(text, stop)
    if _is_loan(first):
        return _loan(text, stop)
    if first in (" ", "\u00a0"):
        return _latin(text, stop + 1) if _begins_latin(second) else stop
    if _is_wide_latin(first):  # ５ＭＷ: letters as wide as kanji break like them
        while _is_wide_latin(text[stop : stop + 1]):
            stop += 1
        return stop
    return stop + (first in _UNITS or _is_kanji(first))


def _is_place(character: str) -> bool:
    return bool(character) and character in _PLACES[1]


def _longest(text: str, stop: int) -> int:
    return max(len(counter) for counter in _COUNTERS if text.startswith(counter, stop))


def _is_wide_latin(letter: str) -> bool:
    return "Ａ" <= letter <= "ｚ" and letter.isalpha()


def _loan(text: str, start: int) -> int:
    """Return the end of the unit in katakana that begins there: メガワット時."""
    end = start + 1
    while end < start + _LOANS and _is_loan(text[end : end + 1]):
        end += 1
    return end + text.startswith("時", end)


def _begins_latin(character: str) -> bool:
    return (character.isascii() and character.isalpha()) or character in ("µ", "°", "%")


def _latin(text: str, place: int) -> int:
    """Return the end of the unit in Latin letters that begins there."""
    end = place + 1
    while text[end : end + 1].isascii() and text[end : end + 1].isalpha():
        end += 1
    return end


def _is_loan(character: str) -> bool:
    return "ァ" <= character <= "ヶ" or character == "ー"


def _range_end(text: str, place: int) -> int:
    """Return where the end of a range ends that begins there; 0 if there is none."""
    if match := _compiled(_RANGE_END).match(text, place):
        return match.end()
    match = _compiled(_NUMBER).match(text, place)
    return _counted(text, match.end()) if match else 0
