"""Kanji of names that are written in two forms: 高 and 髙, 斉, 斎 and 齋, 辺, 邊 and 邉."""

from typing import Final

_FORMS: Final = (
    "高髙", "崎﨑嵜", "辺邊邉", "斎齋斉齊", "浜濱濵", "沢澤", "広廣", "国國", "島嶋嶌", "桜櫻",
    "真眞", "恵惠", "条條", "瀬瀨", "徳德", "渕淵渊", "与與", "冨富", "吉𠮷", "竜龍", "実實",
    "栄榮", "会會", "学學", "豊豐", "静靜", "関關", "鉄鐵", "黒黑", "頼賴", "礼禮", "万萬", "寿壽",
    "円圓", "滝瀧", "桧檜", "涌湧", "曽曾", "舘館", "蔵藏", "来來", "児兒", "桑桒", "郎朗",
)  # fmt: skip
_FIRST: Final = str.maketrans({form: forms[0] for forms in _FORMS for form in forms[1:]})
_ALIKE: Final = str.maketrans("カニロエータトハ", "力二口工一夕卜八")


def one_form(name: str) -> str:
    """Return a name with each kanji in its commonest form, which two forms of it share."""
    return name.translate(_FIRST)


def as_kanji(text: str) -> str:
    """Return the text with the kanji that katakana are taken for: 国際協カ銀行 has カ for 力."""
    return text.translate(_ALIKE)
