"""Numbers in running Japanese: figures and kanji with their large units, beside the many words that
only hold a kanji for a number.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from lohum_brief.language.figures import figures
from lohum_brief.language.ja.kanji_numbers import NUMERALS
from lohum_brief.language.mention import Mention, Weight
from lohum_brief.language.numbers import is_printable
from lohum_brief.language.source import UnreadableError
from lohum_brief.language.typed.units import measured, scale_of

_ONES: Final = "〇零一二三四五六七八九"
_FIGURE: Final = "[0-9]+(?:[.,][0-9]+)*"
_INDIAN: Final = {
    "クロール": Decimal(10**7),
    "ラーク": Decimal(10**5),
    "ラック": Decimal(10**5),
    "ラク": Decimal(10**5),
}
"""The large units of India as they are heard."""
_LOAN: Final = re.compile("|".join(_INDIAN))
_NUMBER: Final = re.compile(rf"(?:{_FIGURE}[十百千万億兆京]*)+|[{_ONES}十百千万億兆]+")
_FIRST: Final = re.compile(_FIGURE)
_COUNTER: Final = re.compile(
    r"つ|件|社|名|人(?!一人)|[かカヵヶケ箇][所国年月]|拠点|種|本(?![日来])|台|倍|割|項目|分野"
    r"|段階|工程|機関|省|都市|地域|年|号|回|度|日|週|時間|点|機|棟|室|席|泊"
    r"|円|ドル|ルピー|ユーロ|トン|キロ|グラム|メートル|ヘクタール|パーセント|%|k|M|G|t|者会|期"
    r"|期間|世紀|世帯|柱|企業|団体|州|大学|章|節|条|歳|才|頭|枚|冊|校|両|軒|戸|隻|基|便|位|級"
    r"|巻|班|組|列|階|丁目|番|語|字|行|頁|ページ|品目|案件|路線|施設|工場|店|以上|以下|未満|余り"
    r"|余|超|近く|程度|前後|強|弱|[~、。,)]|$"
)
_YEAR: Final = re.compile("年(?!間)")
_VAGUE: Final = re.compile("[数何幾]$")
_NAMED: Final = re.compile(r"^(?:千葉|千代|万一|万全|万博|十分|百貨|百科|億劫|千円札)")
_HALF: Final = Decimal("0.5")
_FIRST_YEAR: Final = 1000
_SMALL: Final = 100
_JOINT: Final = re.compile(rf"[~-](?=[0-9{_ONES}十百千万億兆])")


def in_japanese(text: str) -> list[Mention]:
    """Return the numbers of a folded text in Japanese."""
    found = []
    for match in _NUMBER.finditer(text):
        mention = _one(text, match)
        if mention:
            found.append(mention)
    return found


def _one(text: str, match: re.Match[str]) -> Mention | None:
    written = match[0]
    in_figures = written[0].isdigit() and written[0].isascii()
    several = text[match.end() : match.end() + 1] == "数"  # 数十, 5千数百
    if in_figures:
        if several and written[-1] in "十百千万億兆":
            return None
        return _with_figures(text, match)
    return None if several else _in_kanji(text, match)


def _with_figures(text: str, match: re.Match[str]) -> Mention | None:
    """Return a number that begins with figures, its large unit in kanji or as it is heard."""
    written = match[0]
    value = _value(written)
    if value is None:
        return None
    first = _FIRST.match(written)
    bare = _value(first[0]) if first else None
    stop = match.end()
    if loan := _LOAN.match(text, stop):
        value, stop = value * _INDIAN[loan[0]], loan.end()
    scale = scale_of(value, bare)
    found = _with_half(text, measured(text, match.start(), stop, value, scale=scale))
    if _YEAR.match(text, match.end()) and value >= _FIRST_YEAR:
        return _as_year(found, match.start(), match.end())
    return found._replace(weight="word") if _is_glued(text, match.start(), found) else found


def _is_glued(text: str, start: int, found: Mention) -> bool:
    """Return whether figures stand behind a letter, as in a name, and have no unit."""
    return not found.unit and start > 0 and text[start - 1].isascii() and text[start - 1].isalpha()


def _as_year(found: Mention, start: int, stop: int) -> Mention:
    return found._replace(amounts=frozenset(), unit="", whole=(start, stop))


def _counted(text: str, stop: int) -> bool:
    return _COUNTER.match(text, stop) is not None or _JOINT.match(text, stop) is not None


def _in_kanji(text: str, match: re.Match[str]) -> Mention | None:
    """Return a number in kanji, if a counter, a unit or a range says that it is one."""
    written, start, stop = match[0], match.start(), match.end()
    if _is_part_of_word(text, start):
        return None
    counted = _counted(text, stop)
    if not counted and not _led(text, start):
        return _perhaps(written, start, stop)
    if len(written) == 1 and _ends_alone(text, start, stop):
        return None
    value = _value(written)
    if value is None or (not counted and _is_small_row(value, written)):
        return None
    found = _with_half(text, measured(text, start, stop, value, weight=_weight(value, written)))
    if _YEAR.match(text, stop) and value >= _FIRST_YEAR:
        return _as_year(found, start, stop)
    return found


def _led(text: str, start: int) -> bool:
    """Return whether what stands before kanji says that they are a number: 第, or a range."""
    before = text[max(0, start - 1) : start]
    return before == "第" or (before in ("~", "-") and start > 1)


def _ends_alone(text: str, start: int, stop: int) -> bool:
    return text[max(0, start - 1) : start] != "第" and text[stop : stop + 1] in _ENDS


def _is_small_row(value: Decimal, written: str) -> bool:
    """Return whether a small number is written figure by figure: 二五."""
    return value < _SMALL and len(written) > 1 and all(kanji in _ONES for kanji in written)


_ENDS: Final = ("", "、", "。", ",", ")", "点")


def _is_part_of_word(text: str, start: int) -> bool:
    before = text[max(0, start - 1) : start]
    return bool(_VAGUE.search(before) or _NAMED.match(text[start : start + 3]))


def _weight(value: Decimal, written: str) -> Weight:
    if value in (0, 1):
        return "aside"
    return "figure" if value >= _SMALL and len(written) > 1 else "word"


def _perhaps(written: str, start: int, stop: int) -> Mention | None:
    """Return what may be a number: it answers for one elsewhere and asks for none there."""
    value = _value(written) if len(written) > 1 or written not in _ONES else None
    return None if value is None else Mention(start, stop, "aside", values=frozenset([value]))


def _with_half(text: str, found: Mention) -> Mention:
    """2年半, 1時間半: half of the unit more."""
    if not found.amounts or text[found.whole[1] : found.whole[1] + 1] != "半" or not found.value:
        return found
    return found._replace(
        values=frozenset([found.value + _HALF]),
        amounts=frozenset(
            (kind, amount + amount / found.value * _HALF) for kind, amount in found.amounts
        ),
        whole=(found.whole[0], found.whole[1] + 1),
        plain=False,
    )


@lru_cache(maxsize=20_000)
def _value(written: str) -> Decimal | None:
    try:
        value = (
            figures(written, written)
            if _FIRST.fullmatch(written)
            else NUMERALS.read(written, written).value
        )
    except UnreadableError:
        return None
    return value if is_printable(value) else None
