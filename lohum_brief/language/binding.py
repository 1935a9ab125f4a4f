"""What no line parts though Unicode would: numbers with their units, counters and large units, dates, ranges, names with
their honorifics.

A typed text has plain spaces and none at all in Japanese, so this reads the text. It errs on the side of holding together
what is short: a number and the word behind it are nearly always one thing (5 MWh, 74 सदस्य, 30種類).
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from lohum_brief.language.codes import Lang
from lohum_brief.language.languages import LANGUAGES

_FIGURE: Final = "[0-9०-९]"
_LONGEST: Final = 14
"""Letters of a word that is held to the number before it; a longer one would tear holes into narrow columns."""

_MONTHS: Final[dict[Lang, str]] = {
    "hi": "|".join((*LANGUAGES["hi"].dates.months, "फरवरी", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर")),
    "en": "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|"
    "Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?",
}
_SCALES: Final[dict[Lang, str]] = {
    "hi": "सौ|हज़ार|हजार|लाख|करोड़|करोड|अरब|खरब|मिलियन|बिलियन|ट्रिलियन",
    "en": "hundred|thousand|lakhs?|crores?|Cr\\.?|million|billion|trillion|mn|bn",
}
_DOUBLE: Final[dict[Lang, str]] = {
    "hi": "अमेरिकी डॉलर|डिग्री सेल्सियस|वर्ग मीटर|वर्ग किमी|वर्ग फ़ुट|घन मीटर|प्रतिशत अंक|मीट्रिक टन",
    "en": "US dollars?|per cent|metric tons?|metric tonnes?|square (?:metres?|km|feet)|cubic metres?|percentage points?|"
    "a\\.m\\.|p\\.m\\.",
}
"""Units of two words, and what would else be taken for a word that belongs to what follows."""
_JOINTS: Final[dict[Lang, str]] = {"hi": "से|±|×|–", "en": "to|in|±|×|x|–"}
"""Between two numbers that are one range or one quantity: 25 to 30 tonnes, 1 in 10, 20 ± 2 t."""
_LOOSE: Final[dict[Lang, str]] = {
    "hi": "और|या|तथा|एवं|व|कि|जो|यह|वह",
    "en": "a|an|the|and|or|but|nor|of|in|on|at|by|to|for|from|with|as|is|was|are|were|be|been|has|have|had|will|would|"
    "can|could|may|might|must|shall|should|that|this|these|those|which|who|whose|when|where|while|if|so|than|then|it|"
    "its|they|their|he|she|we|our|you|your|not|no|all|both|each|every|after|before|until|since|during|through|under|"
    "over|about|into|onto|within|without|between|among|against",
}
"""Words that belong to what follows them, not to the number before."""

_LETTER: Final[dict[Lang, str]] = {"hi": "\u0900-\u0963\u0970-\u097f", "en": "A-Za-zÀ-ɏ"}
_END: Final[dict[Lang, str]] = {"hi": f"(?![{_LETTER['hi']}])", "en": "(?![A-Za-z])(?![À-ɏ])"}
"""No letter follows. Every set of characters in three or more runs costs an export 0.06 ms to compile, so none stands in
these patterns without need."""


@cache
def _spaced(lang: Lang) -> re.Pattern[str]:
    """A number with what belongs to it, in a language that sets spaces; every space within it holds.

    Compiled, as the others of a language, when that language is first met: together they take a hundredth of an export.
    """
    letter, end, months = _LETTER[lang], _END[lang], _MONTHS[lang]
    word = rf"(?!(?:{_LOOSE[lang]}){end})[{letter}A-Za-z°µ₂][{letter}A-Za-z°µ₂²³-]{{0,{_LONGEST - 1}}}{end}"
    number = rf"{_FIGURE}(?:(?:[0-9०-९.,:/–-]|(?<={_FIGURE}) (?={_FIGURE}{{3}}(?!{_FIGURE})))*{_FIGURE})?"
    found = (
        rf"{number}(?:[%+°]|st|nd|rd|th)?(?: (?:{_JOINTS[lang]}) {number}%?)?"
        rf"(?:,? (?:{months}){end}(?:,? {_FIGURE}{{4}}(?!{_FIGURE}))?|, {_FIGURE}{{4}}(?!{_FIGURE})"
        rf"|(?: (?:{_SCALES[lang]}){end})*(?: (?:{_DOUBLE[lang]}){end}| {word}| %)?)"
    )
    return re.compile(found.replace(" ", "[ \u00a0]"))


_BEFORE: Final[dict[Lang, tuple[str, ...]]] = {
    "hi": tuple(
        f"{word} "
        for word in (
            *_MONTHS["hi"].split("|"), "वित्त वर्ष", "वर्ष", "सन्", "धारा", "उपधारा", "नियम", "अनुच्छेद", "पृष्ठ", "क्रमांक", "संख्या", "सं.",
            "क्र.", "रु.", "₹", "¥", "$", "€", "FY", "लगभग", "करीब", "क़रीब", "अधिकतम", "न्यूनतम",
            "सुबह", "प्रातः", "दोपहर", "शाम", "सायं", "रात", "पूर्वाह्न", "अपराह्न",
        )
    ),
    "en": tuple(
        f"{word} "
        for word in (
            *LANGUAGES["en"].dates.months, "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "FY", "No.",
            "Nos.", "no.", "Rs.", "Rs", "INR", "JPY", "USD", "EUR", "US$", "₹", "¥", "$", "€", "page", "pages", "Section",
            "section", "Article", "article", "Rule", "rule", "Sec.", "Fig.", "Figs.", "Ch.", "Vol.", "p.", "pp.", "Phase", "phase", "Room", "Hall", "Gate", "Table", "Figure", "about", "nearly",
            "up to", "more than", "at least",
        )
    ),
}  # fmt: skip
"""What is held to the number behind it."""

_LETTERED: Final = tuple(
    f"{word} "
    for word in [
        "Phase",
        "phase",
        "Group",
        "group",
        "Part",
        "part",
        "Class",
        "class",
        "Stage",
        "stage",
        "Annex",
        "Hall",
        "Gate",
        "Lot",
    ]
)
_LETTER_ALONE: Final = r" (?=[A-Z](?![A-Za-z’'])|[IVX]{2,}(?![A-Za-z]))"
"""What may stand behind one of these words as its number: Group A, phase II."""

_SIGNS: Final = frozenset("₹¥€$£−±≈~<>")
"""What stands against a number, before it."""

_TITLES: Final[dict[Lang, str]] = {
    "hi": r"श्री |श्रीमती |डॉ\. |प्रो\. |महामहिम |माननीय ",
    "en": r"Mr |Ms |Mrs |Dr |Mr\. |Ms\. |Mrs\. |Dr\. |Prof\. |H\.E\. |Hon\. |Shri |Smt\. ",
}
_compiled: Final = cache(re.compile)
_NAMED: Final = r"(?:[A-ZÀ-Þ][^\s,;]*|van|der|den|von|de|da|di|du|bin|al|ter) (?=[A-ZÀ-Þ]|van |der |den |von |de |da |di |du |bin |al |ter )"
"""A word of a Latin name that another word of it follows."""
_MOST: Final = 5
"""Words of a name behind its title that are held together."""
_LAST: Final = re.compile("[\u0900-\u0963\u0970-\u097f-]{1,10} ([\u0900-\u0963\u0970-\u097f]{1,5}[।?!][”’)]*)$")
"""The auxiliary with which a Hindi text ends, behind a short word: है।, हैं?, गया। It would stand alone in the last line."""
_TAIL: Final = 24
"""Characters of a text that are looked at for it."""
_BEHIND: Final = re.compile(r" (?=जी(?![\u0900-\u0963\u0970-\u097f]))")


_COUNTERS: Final = (
    "(?:か|カ|ヵ|ヶ|ケ|箇)(?:所|国|月|年|条|村|町)(?:間|語)?",
    "年度|年間|年代|年版|年目|年前|年後|時間|分間|秒間|日間|日目|週間|周年|世紀|四半期",
    "種類|段階|回目|番目|度目|元素|拠点|品目|工程|平方(?:キロ)?メートル|立方メートル|(?:米|豪)ドル",
    "[ァ-ヶー]{1,10}時?",
    "つ",
    "[%％‰℃°㌧㎏㎞㎡]",
    " (?=[A-Za-zµ°%])",
)
"""What stands behind a number in Japanese besides any single kanji; of several that fit the first is taken, so the longer ones
come first."""


_ONE: Final = (
    "(?:第|約|マイナス|プラス)?(?:{0}[万億兆京])*(?:{0}|[〇一二三四五六七八九十百千]{{2,}})[十百千万億兆京]*".format(
        "[0-9０-９](?:[0-9０-９,，.．:：/]*[0-9０-９])?"
    )
)
"""A number, without its counter."""
_COUNTER: Final = re.compile("|".join(_COUNTERS))
_PER: Final = re.compile("[A-Za-zァ-ヶー]+")
_BEGIN: Final = (
    "(?=[第約マプ午0-9０-９〇一二三四五六七八九十百千令平昭大明])"  # looked for first, which is five times as fast
)
_MONTH: Final = "[0-9０-９]{1,2}月"
_TIME: Final = "[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分(?:[0-9０-９]{1,2}秒)?|半)?(?!間)"


def _japanese() -> re.Pattern[str]:
    """A date, a time or, as a group, a number."""
    year = "(?:(?:令和|平成|昭和|大正|明治)(?:[0-9０-９]{1,2}|元)|[0-9０-９]{4})年"
    weekday = "（[月火水木金土日](?:曜日?)?）"
    day = f"約?(?:{year})?{_MONTH}[0-9０-９]{{1,2}}日(?:{weekday})?|{year}(?:{_MONTH}|度)?"
    return re.compile(f"{_BEGIN}(?:{day}|(?:午[前後])?{_TIME}|({_ONE}))")


_JAPANESE: Final = _japanese()
_RANGE: Final = frozenset("～〜–")
_RANGE_END: Final = re.compile(f"[0-9０-９]{{1,2}}日|{_MONTH}(?:[0-9０-９]{{1,2}}日)?|{_TIME}")
"""What only the end of a range may be; else it is a number with its counter."""


_NUMBER: Final = re.compile(_BEGIN + _ONE)


_RESPECT: Final = re.compile(
    "(?=[ \u00a0\u3000様氏閣殿さ教博先])[ \u00a0\u3000]?"
    "(?=(?:様(?![々子式相態])|氏(?![名族])|閣下|殿(?![下堂方])|さん(?![ざ])|教授|博士|先生))"
)
_CALLED: Final = 4
"""Kanji that each part of a name has at most which an honorific follows: 表紙 和子 様. Written together nothing tells where it
begins: 見本太郎様 is held as far back as a name can be long."""


def bound(text: str, lang: Lang, *, narrow: bool = False) -> set[int]:
    """The places of a text, counted in characters before them, where no line may break.

    With `narrow` only what is within one number, and between it and its unit or counter.
    """
    if lang == "ja":
        return _bound_japanese(text, narrow=narrow)
    return _bound_spaces(text, lang) if not narrow and " " in text else set()


def _bound_japanese(text: str, *, narrow: bool) -> set[int]:
    found: set[int] = set()
    search = (_NUMBER if narrow else _JAPANESE).search
    stop = 0
    while match := search(text, stop):
        start, stop = match.span()
        if narrow or match.lastindex:
            stop = _counted(text, stop)
        if not narrow and text[stop : stop + 1] in _RANGE:
            stop = _range_end(text, stop + 1) or stop
        # A number that a Latin unit follows behind a space ends with that space; all others end within.
        found.update(range(start + 1, stop + (text[stop - 1] == " ")))
        if text[start] == "第" and text.startswith("第", stop):  # 第4条第2項
            found.add(stop)
        elif (
            text[stop - 1] == "分" and text.startswith("の", stop) and text[stop + 1 : stop + 2].isdecimal()
        ):  # 10分の1
            found.update((stop, stop + 1))
    for match in _RESPECT.finditer(text):
        if match.start() and text[match.start() - 1] > "\u3040":
            first = match.start() - 1 if narrow else _called(text, match.start())
            found.update(range(first + 1, match.end() + 1))
            if text.startswith(("閣下", "教授", "博士", "先生"), match.end()):
                found.add(match.end() + 1)
    found.update(_bound_signs(text))
    return found


def _bound_signs(text: str) -> Iterator[int]:
    """Where a letter that numbers something meets it (A班), and a sign of money its number behind a space (US$ 500)."""
    for sign in _NUMBERED:
        place = text.find(sign, 1)
        while place > 0:
            if "A" <= text[place - 1] <= "Z" and not text[: place - 1][-1:].isascii():
                yield place
            place = text.find(sign, place + 1)
    for sign in ("$ ", "₹ ", "¥ ", "€ "):
        place = text.find(sign)
        if place >= 0 and text[place + 2 : place + 3].isdecimal():
            yield place + 2


_NUMBERED: Final = "班棟号組室型"


def _called(text: str, stop: int) -> int:
    """Where the name begins that ends there; where it ends if there is none."""
    if "゠" <= text[stop - 1] <= "ヿ":
        return _katakana(text, stop)
    first = _kanji(text, stop)
    if stop - first > _CALLED:
        return max(first, stop - _CALLED - 1)
    if first == stop:
        return stop
    if first and text[first - 1] in " \u00a0\u3000" and 0 < first - 1 - (family := _kanji(text, first - 1)) <= _CALLED:
        return family
    return first


def _kanji(text: str, stop: int) -> int:
    """Where the kanji begin that end there."""
    while stop and _is_kanji(text[stop - 1]):
        stop -= 1
    return stop


def _katakana(text: str, stop: int) -> int:
    """Where the katakana begin that end there, with the dots between the parts of a name."""
    while stop and ("゠" <= text[stop - 1] <= "ヿ" or text[stop - 1] == "＝"):
        stop -= 1
    return stop


def _is_kanji(character: str) -> bool:
    """Asked for one by one: a pattern of all kanji takes 0.5 ms to compile, in each of its places."""
    return "一" <= character <= "鿿" or character == "々"


def _counted(text: str, stop: int) -> int:
    """The end of what belongs to a number that ends there: its counter, a unit behind a solidus, 超."""
    if match := _COUNTER.match(text, stop):
        stop = match.end()
    elif _is_kanji(text[stop : stop + 1]):
        stop += 1
    if text.startswith("/", stop):
        if "一" <= text[stop + 1 : stop + 2] <= "鿿":
            stop += 2
        elif match := _PER.match(text, stop + 1):
            stop = match.end()
    return stop + text.startswith("超", stop)


def _range_end(text: str, place: int) -> int:
    """Where the end of a range ends that begins there; 0 if there is none."""
    if match := _RANGE_END.match(text, place):
        return match.end()
    match = _NUMBER.match(text, place)
    return _counted(text, match.end()) if match else 0


def _bound_spaces(text: str, lang: Lang) -> set[int]:
    found: set[int] = set()
    before = _BEFORE[lang]
    for match in _spaced(lang).finditer(text):
        start, stop = match.span()
        if start:
            if text[start - 1] in _SIGNS:
                start -= 3 if text.endswith("US", 0, start - 1) else 1
            if text.endswith(before, 0, start):
                start -= next(len(word) for word in before if text.endswith(word, 0, start))
        place = text.find(" ", start, stop)
        while place >= 0:
            found.add(place + 1)
            place = text.find(" ", place + 1, stop)
    for match in _compiled(_TITLES[lang]).finditer(text):
        if not match.start() or not text[match.start() - 1].isalnum():
            found.add(match.end())
            found.update(_of_name(text, match.end(), lang))
    if lang == "en":
        for match in _compiled(_LETTER_ALONE).finditer(text):
            if text.endswith(_LETTERED, 0, match.end()):
                found.add(match.end())
    if lang == "hi":
        if " जी" in text:
            found.update([match.end() for match in _BEHIND.finditer(text)])
        if (last := _LAST.search(text, max(len(text) - _TAIL, 0))) is not None:
            found.add(last.start(1))
    return found


def _of_name(text: str, place: int, lang: Lang) -> Iterator[int]:
    """The spaces of the name that begins there behind a title. Hindi has no capitals: two words are held."""
    if lang == "hi":
        space = text.find(" ", place)
        if space > 0 and text[space - 1] not in ",;:।)":
            yield space + 1
        return
    for _ in range(_MOST):
        match = _compiled(_NAMED).match(text, place)
        if match is None:
            return
        place = match.end()
        yield place
