"""The words with which tables say what the model has a closed list for, and countries, in three
languages.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final, get_args

from lohum_brief.language.countries import code
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.labels import choice_label, in_all_languages
from lohum_brief.visit.needs import ShoeSize

_SIZES: Final = {
    "XS": "SS|extra small",
    "S": "small|小",
    "M": "medium|中",
    "L": "large|大",
    "XL": "LL|2L|extra large",
    "2XL": "XXL|3L",
    "3XL": "XXXL|4L",
}
"""Japanese sizes beside those that are lettered alike everywhere."""

_CONSENTS: Final = {
    "given": "yes|y|agreed|consented|同意|同意する|はい|可|सहमत|हाँ|हां",
    "refused": "no|n|not agreed|declined|不同意|同意しない|いいえ|不可|否|असहमत|नहीं",
}

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "audience": {
        "public": "公開|सार्वजनिक|for everyone|all",
        "guest": "guests|for guests|visitors|visitor|delegation|delegates|guest delegation|both "
        "sides|来訪者|訪問団|代表団|प्रतिनिधिमंडल|आगंतुक|来賓|お客様|ゲスト|अतिथि|अतिथियों के लिए",
        "host": "hosts|for hosts|internal|internal only|internal use|for internal use|internal use "
        "only|staff|own side|own staff|team|our side|not for "
        "guests|社内|部内|内部用|内部限り|部内限り|受入れ側|आंतरिक उपयोग|केवल आंतरिक|केवल "
        "मेज़बान|मेज़बान|主催者|受入側|内部|मेज़बान|मेज़बानों के लिए|आंतरिक",
        "principal": "for the principal|confidential|strictly confidential|secret|top "
        "secret|restricted|ceo|md|cmd|chairman|director only|ceo only|機密|極秘|秘|社長|गोपनीय|अति "
        "गोपनीय|केवल प्रमुख|首席|代表|प्रमुख",
        "security": "for security|security only|security staff|保安担当|保安担当用|"
        "保安担当者用|警備担当|警備|सुरक्षा|सुरक्षा अधिकारी|सुरक्षा अधिकारियों के लिए",
    },
    "side": {
        "guest": "guests|visitor|delegation|来賓|来訪側|訪問団|ゲスト|अतिथि",
        "host": "hosts|受入側|受入れ側|ホスト|मेज़बान|मेजबान",
    },
    "duty": {
        "member": "delegate|団員|メンバー|सदस्य",
        "head": "leader|head of delegation|chief|団長|प्रमुख|नेता",
        "interpreter": "通訳|दुभाषिया",
        "staff": "support|secretariat|随員|事務局|スタッフ|कर्मचारी|सहायक",
    },
    "basis": {
        "measured": "measurement|実測|実測値|実績|मापित|मापा गया",
        "stated": "claimed|stated by the company|company|会社発表|公表値|発表値|कथित|कंपनी के अनुसार",
        "estimated": "estimate|推計|推定|推定値|अनुमानित|अनुमान",
        "illustrative": "example|例示|参考|参考値|उदाहरणार्थ|दृष्टांत",
    },
    "about": {
        "about": "approx|approximately|ca|~|約|およそ|लगभग|क़रीब",
        "at least": "minimum|min|no less than|not less than|≥|>=|以上|最低|कम से कम|न्यूनतम",
        "more than": "over|above|>|超|से अधिक",
        "at most": "no more than|not more than|≤|<=|以下|अधिक से अधिक|से अधिक नहीं",
        "up to": "max|maximum|最大|まで|तक|अधिकतम",
    },
    "native": {
        lang: language.wording.known_as.replace(" ", "|") for lang, language in LANGUAGES.items()
    },
    "sort": {
        "background": "背景|पृष्ठभूमि",
        "message": "key message|key messages|messages|発言要領|キーメッセージ|मुख्य संदेश|संदेश",
        "ask": "asks|request|要望|依頼|अनुरोध|माँग",
        "offer": "offers|提案|申出|प्रस्ताव",
        "if_raised": "if raised|if asked|応答要領|想定問答|पूछे जाने पर",
        "red_line": "red line|red lines|レッドライン|譲れない線|लाल रेखा|सीमा रेखा",
        "risk": "risks|リスク|懸念|जोखिम",
        "agreement": "agreements|合意|協定|समझौता",
    },
    "status": {
        "proposed": "planned|proposal|提案中|予定|प्रस्तावित",
        "agreed": "agreed in principle|合意済み|सहमति",
        "signed": "署名済み|締結済み|हस्ताक्षरित",
        "in_force": "in force|effective|発効済み|有効|लागू|प्रभावी",
        "lapsed": "expired|terminated|失効|終了|समाप्त|व्यपगत",
    },
    "clearance": {
        "not_needed": "not required|exempt|visa exempt|visa free|不要|免除|आवश्यक नहीं|छूट",
        "applied": "applied for|submitted|in process|pending|申請中|申請済|申請済み|"
        "आवेदन किया|आवेदित|प्रक्रियाधीन",
        "granted": "issued|cleared|approved|obtained|received|取得済|取得済み|"
        "発給済|発給済み|許可済み|स्वीकृत|प्राप्त|जारी",
        "refused": "denied|rejected|declined|拒否|不許可|不発給|अस्वीकृत|नामंज़ूर",
    },
    "measure": {
        "mine": "mine production|mining|鉱山生産|鉱山生産量|खान उत्पादन|खनन",
        "refinery": "refinery production|refining|精製|製錬所生産|शोधन",
        "smelter": "smelter production|smelting|製錬|प्रगलन",
        "reserves": "reserve|埋蔵量|भंडार",
        "price": "prices|価格|मूल्य|क़ीमत",
        "demand": "consumption|需要|消費|माँग|मांग",
        "supply": "供給|आपूर्ति",
    },
    "diet": {
        "none": "no restriction|no restrictions|nil|no|any|all|normal|regular|nv|non-vegetarian|"
        "non "
        "vegetarian|non-veg|普通|通常|特になし|制限なし|なし|कोई प्रतिबंध नहीं|मांसाहारी|सामान्य",
        "vegetarian": "v|veg|vegetarian|pure veg|ベジタリアン|菜食|菜食主義|शाकाहारी",
        "jain": "jain food|ジャイナ教食|ジャイナ|जैन|जैन भोजन",
        "vegan": "ヴィーガン|ビーガン|完全菜食|वीगन|पूर्ण शाकाहारी",
        "halal": "ハラル|ハラール|हलाल",
        "kosher": "コーシャ|コーシャー|कोशर",
        "no_beef": "no beef|beef free|牛肉不可|牛肉なし|गोमांस नहीं|बीफ़ नहीं",
        "no_pork": "no pork|pork free|豚肉不可|豚肉なし|सूअर का मांस नहीं|पोर्क नहीं",
    },
    "allergies": {
        "milk": "dairy|乳|牛乳|乳製品|दूध",
        "egg": "eggs|卵|鶏卵|अंडा|अंडे",
        "wheat": "gluten|小麦|गेहूँ|गेहूं",
        "buckwheat": "そば|蕎麦|कुट्टू",
        "peanut": "peanuts|groundnut|落花生|ピーナッツ|मूँगफली|मूंगफली",
        "nuts": "nut|tree-nuts|ナッツ|木の実|ナッツ類|मेवे|मेवा",
        "soya": "soy|soybean|大豆|सोया|सोयाबीन",
        "sesame": "ごま|胡麻|ゴマ|तिल",
        "mustard": "からし|マスタード|सरसों",
        "fish": "魚|魚類|मछली",
        "crustaceans": "crustacean|shrimp|prawn|crab|えび|エビ|かに|カニ|甲殻類|झींगा|केकड़ा",
        "molluscs": "mollusc|shellfish|squid|貝|貝類|いか|イカ|घोंघा|सीप",
    },
    "mobility": {
        "none": "no need|nil|no|no needs|特になし|なし|不要|नहीं|कोई नहीं",
        "short_ways": "short ways|short distances|cannot walk far|長距離歩行困難|लंबी दूरी नहीं",
        "no_stairs": "no stairs|no steps|階段不可|सीढ़ियाँ नहीं",
        "wheelchair": "wheel chair|車椅子|車いす|व्हीलचेयर|पहियाकुर्सी",
    },
    "helmet": _SIZES,
    "coat": _SIZES,
    "shoes": {size: f"{size}cm|{size} cm|{float(size)}" for size in get_args(ShoeSize) if size},
    "consent_print": _CONSENTS,
    "consent_photo": _CONSENTS,
    "consent_data": _CONSENTS,
    "points.place": {
        "world": "total|world total|global|世界計|合計|विश्व योग|कुल|दुनिया",
        "other": "others|rest of world|other countries|その他|अन्य",
    },
}

PARTING: Final = re.compile(
    r"\s*(?:[,;、，；/／・|+&＆\n]+|(?<=\s)(?:and|or|および|及び|並びに|और|तथा|एवं|व)(?=\s))\s*",
    re.IGNORECASE,
)
"""What stands between the words of a list in one cell; a space does not: lactose intolerant is one
word.
"""
_NONE_WORDS: Final = (
    "none|nil|no|nothing|n/a|na|n.a|not applicable|none known|nothing known|no known|nka|nkda|no "
    "allergies|no allergy|"
    "no known allergies|no known allergy|no known food "
    "allergies|-|--|–|—|ー|―|x|×|なし|無し|無|特になし|特に無し|該当なし|ありません|特にありません|"
    "कोई नहीं|नहीं|कुछ नहीं|कोई एलर्जी नहीं|शून्य|निरंक|लागू नहीं"
)
_NONE: Final = frozenset(_NONE_WORDS.split("|"))
NOTHING_SAID: Final = frozenset(
    ["-", "--", "–", "—", "―", "ー", "N/A", "n/a", "NA", "N.A", "?", "？"]
)
"""What stands in a cell that says nothing of a choice."""
_ALLERGY: Final = re.compile(
    r"^(?:allerg(?:y|ies|ic) (?:to|of) |no "
    r")|\s+allerg(?:y|ies|ic)$|\s*アレルギー(?:あり|有り?)?$|\s*(?:से|की) एलर्जी(?: है)?$",
    re.IGNORECASE,
)


def says_none(text: str) -> bool:
    """Return whether a cell says that there are none: Nil, -, なし, कोई नहीं."""
    return folded(text).strip(" .。") in _NONE


def without_allergy(text: str) -> str:
    """What somebody is allergic to, without saying so: nut allergy, えびアレルギー."""
    return _ALLERGY.sub("", text).strip()


_YES: Final = frozenset(
    ["true", "yes", "y", "1", "x", "✓", "○", "◯", "はい", "有", "要", "必要", "हाँ", "हां", "सत्य"]
)
_NO: Final = frozenset(
    [
        "false",
        "no",
        "n",
        "0",
        "-",
        "✗",
        "×",
        "いいえ",
        "無",
        "不要",
        "なし",
        "無し",
        "nil",
        "none",
        "नहीं",
        "असत्य",
    ]
)


_SHORT: Final = {
    "豪州": "AU",
    "米国": "US",
    "英国": "GB",
    "南ア": "ZA",
    "rok": "KR",
    "r.o.k.": "KR",
    "rep. of korea": "KR",
    "republic of korea (south)": "KR",
    "dprk": "KP",
    "prc": "CN",
    "p.r.c.": "CN",
    "pr china": "CN",
    "p.r. china": "CN",
    "chinese taipei": "TW",
    "taiwan, province of china": "TW",
    "hong kong, china": "HK",
    "hong kong sar": "HK",
    "rsa": "ZA",
    "ksa": "SA",
    "usa": "US",
    "u.s.": "US",
    "u.s.a.": "US",
    "uk": "GB",
    "u.k.": "GB",
    "uae": "AE",
    "u.a.e.": "AE",
    "drc": "CD",
    "dr congo": "CD",
    "d.r. congo": "CD",
    "d.r.congo": "CD",
    "congo, d.r.": "CD",
    "côte d'ivoire": "CI",
    "cote d'ivoire": "CI",
    "cote d’ivoire": "CI",
    "संयुक्त राज्य अमेरिका": "US",
    "संयुक्त राज्य": "US",
    "अमरीका": "US",
    "इंग्लैंड": "GB",
    "इंग्लैण्ड": "GB",
    "democratic republic of congo": "CD",
    "democratic republic of the congo": "CD",
    "republic of congo": "CG",
    "republic of the congo": "CG",
    "korea, north": "KP",
    "korea, south": "KR",
    "democratic people's republic of korea": "KP",
    "lao people's democratic republic": "LA",
    "viet nam": "VN",
    "russian federation": "RU",
    "islamic republic of iran": "IR",
    "plurinational state of bolivia": "BO",
    "bolivarian republic of venezuela": "VE",
    "united republic of tanzania": "TZ",
    "people's republic of china": "CN",
    "united states of america": "US",
    "united kingdom of great britain and northern ireland": "GB",
    "republic of moldova": "MD",
    "syrian arab republic": "SY",
    "republic of north macedonia": "MK",
    "state of palestine": "PS",
    "czech republic": "CZ",
    "ivory coast": "CI",
    "cape verde": "CV",
    "swaziland": "SZ",
    "korea": "KR",
    "korea, republic of": "KR",
    "republic of korea": "KR",
    "congo (kinshasa)": "CD",
    "congo (brazzaville)": "CG",
    "burma": "MM",
    "turkey": "TR",
}


def folded(text: str) -> str:
    """A word without width, case and outer spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("_", " ").split())


def choice(path: str, text: str, choices: tuple[str, ...]) -> str | None:
    """The one that a word means, or None."""
    known = _table(path, choices)
    return known.get(text) or known.get(folded(text).strip("."))


@cache
def _table(path: str, choices: tuple[str, ...]) -> Mapping[str, str]:
    words = {folded(choice): choice for choice in choices}
    for meant, synonyms in _WORDS.get(path, {}).items():
        if meant in choices or not choices:
            words |= {folded(word): meant for word in synonyms.split("|")}
    for choice in choices:  # as a list has them that was made from the program
        if choice and (label := choice_label(path, choice)):
            for form in in_all_languages(label):
                words.setdefault(folded(form), choice)
    return words


def flag(text: str) -> bool | None:
    """Yes or no in three languages, or None."""
    word = folded(text)
    return True if word in _YES else False if word in _NO else None


def country(text: str) -> str | None:
    """The code of a country by its code or its name in any of the three languages, or None."""
    text = text.strip()
    if inverted := re.fullmatch(
        r"([^,]+), ((?:[^,]+ )?(?:of|of the|the))", text, re.IGNORECASE
    ):  # Congo, … of the
        article = inverted[2][:-4] if inverted[2].casefold().endswith(" the") else inverted[2]
        turned = (f"{inverted[2]} {inverted[1]}", f"{article} {inverted[1]}")
        return next((found for form in turned if (found := country(form))), None)
    return (
        text
        if len(text) == 2 and text.isascii() and text.isupper()
        else _SHORT.get(folded(text)) or code(text)
    )
