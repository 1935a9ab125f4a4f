"""What headings of columns in Japanese say of times."""

import re
from typing import Final

from lohum_brief.language.rooms.spans import Spans

_ERA: Final = re.compile(
    r"(令和|平成|昭和|[RHS](?=\.|\s*\d\d|\s*\d年)|R)\.?\s*(元|\d{1,2})(年度|年)?"
)
"""H1 is half a year and no year of Heisei, for which H1年, H30 and 平成元 are written."""
_FISCAL: Final = re.compile(r"(.*\d)\s*(年度)")


def _plain(body: str) -> str:
    """Return a year of an era with its sign, and a fiscal year without a space."""
    if found := _ERA.fullmatch(body):
        return f"{found[1]}{found[2]}{found[3] or '年'}"
    found = _FISCAL.fullmatch(body)
    return f"{found[1]}年度" if found else ""


SPANS: Final = Spans(
    estimated="見込み?|見通し|予測|予想|推計|推定|速報|暫定|概算",
    sure="実績|確定",
    sure_behind="(?<=[年度月期])(?:実績|確定)値?$",
    before="西暦",
    months={f"{month}月": month for month in range(1, 13)},
    target="目標値?|計画値?|予算",
    of_year=(r"\d{1,2}月?[-–—~〜～]\d{1,2}月|上期|下期|上半期|下半期|第[1-4一二三四]四半期"),
    year="年度?",
    sure_part="実績",
    closing="年度",
    ends="年度月期元",
    figures="元〇一二三四五六七八九",
    beginning="令和|平成|昭和|大正",
    plain=_plain,
)
