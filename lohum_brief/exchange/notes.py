"""What the words of a table tell that no column says: the kind of a note, the mineral and the
measure of a series.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from lohum_brief.exchange.measuring import unit_of
from lohum_brief.message import Group, listed, msg
from lohum_brief.visit import called, labels
from lohum_brief.visit.labels import in_all_languages
from lohum_brief.visit.records import Mineral, NoteKind

_SORTS: Final[dict[NoteKind, str]] = {
    "red_line": (
        r"\bred[- ]?lines?\b|\b(?:do not|don.t|never|not to|must not|avoid|refrain from|no) "
        r"(?:be )?(?:mention|discuss|disclos|rais|say|talk|"
        r"reveal|shar|commit|promis|touch|offer)\w*|\boff[- ]limits\b|\bno[- "
        r"]go\b|レッドライン|禁句|言及(?:しない|せず|禁止|不可|を避け)|触れない|触れず|"
        r"言わない|話さない|口外しない|開示しない|約束しない|譲れない|अनुल्लंघनीय|लक्ष्मण "
        r"रेखा|(?:उल्लेख|ज़िक्र|जिक्र|चर्चा|ख़ुलासा|खुलासा|वादा|साझा|बात) न(?: ?हीं)?\b|"
        r"न कहें|न बताएँ|न बताएं|न उठाएँ|न उठाएं|रेड ?लाइन"
    ),
    "if_raised": (
        r"\b(?:only )?if (?:it is |they |the guests |the other side "
        r")?(?:asked|rais\w+|question\w*)\b|\bif (?:the "
        r")?question\b|聞かれ(?:たら|た場合|れば)|問われ(?:たら|た場合|れば)|"
        r"質問され|提起され|応答要領|पूछे जाने पर|पूछने पर|यदि पूछ|अगर पूछ|उठाए जाने पर"
    ),
    "risk": r"\brisks?\b|リスク|जोखिम",
    "ask": (
        r"^\W*(?:we )?(?:ask\b|asks\b|request|seek|urge|invite|please)|\b(?:to )?ask "
        r"(?:for|them|the)\b|\brequest(?:s|ed)? (?:for|to|that)\b|要望|要請|依頼|お願い|求める|"
        r"अनुरोध|निवेदन|माँग|मांग"
    ),
    "offer": (
        r"^\W*(?:we )?(?:can |could |will )?(?:offer|propose)\w*\b|\bwe (?:can|could) "
        r"(?:offer|provide)\b|提案|申し出|申出|प्रस्ताव|पेशकश"
    ),
    "agreement": r"^\W*(?:MoU|MoC|memorandum|agreement)\b|覚書|協定|समझौता ज्ञापन|करार",
    "message": (
        r"\bkey messages?\b|\b(?:stress|emphasi[sz]e|underline|highlight|convey)\b|強調|伝える|"
        r"ज़ोर "
        r"दें|जोर दें|रेखांकित|मुख्य संदेश"
    ),
}
"""In this order: who must not mention a risk has a red line."""
_COMPILED: Final = tuple((sort, re.compile(words, re.IGNORECASE)) for sort, words in _SORTS.items())


def sort(text: str) -> NoteKind:
    """The kind that a note is by its words; what no word tells is background."""
    return next((sort for sort, words in _COMPILED if words.search(text)), "background")


def counted(sorts: Mapping[str, int]) -> Group:
    """The kinds with their numbers, as a question lists them."""
    return listed(
        msg("{kind} {count}", kind=labels.choice("sort", one), count=count)
        for one, count in sorts.items()
    )


def mineral(about: str, known: Iterable[Mineral]) -> str:
    """The id of the one mineral of those `known` that a title names; empty where it names none or
    several.
    """
    text = about.casefold()
    found = {
        one.id
        for one in known
        if any(
            re.search(rf"(?<![a-z]){re.escape(name.casefold())}(?![a-z])", text)
            for name in one.name.forms()
            if name
        )
    }
    return found.pop() if len(found) == 1 else ""


def measure(about: str) -> str:
    """What a title says that a table counts; empty where it says nothing."""
    text = about.casefold()
    found = {key for key, words in _MEASURES.items() if re.search(words, text)}
    found |= {
        key
        for key, label in called.MEASURES.items()
        if any(form.casefold() in text for form in in_all_languages(label))
    }
    return found.pop() if len(found) == 1 else ""


_UNIT_OF_TITLE: Final = re.compile(
    r"[(\[（［]([^()\[\]（）［］]{1,40})[)\]）］]|[,、:：]\s*([^,、:：()]{1,40})$|"
    r"\bin (['’‘`´]?(?:[₹¥€$]|[^\W\d])[^\d,:;()]{0,30}|['’‘`´]?000 [^,:;()]{1,30})$",
    re.IGNORECASE,
)


def unit(titles: Iterable[str]) -> str:
    """The unit that a title has in brackets, behind a comma or behind “in”; empty where none has,
    or two have different ones.
    """
    found: set[str] = set()
    for title in titles:
        for text in _UNIT_OF_TITLE.findall(title.strip()):
            said = next(filter(None, text)).strip()
            known = unit_of(said.removeprefix("in ").removeprefix("単位:").strip())
            if known is not None and known.key:
                found.add(said.removeprefix("in ").strip())
    return found.pop() if len(found) == 1 else ""


_MEASURES: Final = {
    "mine": r"\bmine production|\bmining\b|鉱山|खान|खनन",
    "refinery": r"\brefin\w+|精製|精錬|शोधन",
    "smelter": r"\bsmelt\w+|製錬|प्रगलन",
    "reserves": r"\breserves?\b|埋蔵量|भंडार",
    "price": r"\bprices?\b|価格|मूल्य|क़ीमत|कीमत",
    "demand": r"\bdemand\b|\bconsumption\b|需要|消費|माँग|मांग|खपत",
    "supply": r"\bsupply\b|供給|आपूर्ति",
}
