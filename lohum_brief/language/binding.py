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


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS: Final[dict[Lang, frozenset[str]]] = {
    "hi": frozenset((*LANGUAGES["hi"].dates.months, "फरवरी", "सितम्बर", "अक्तूबर", "नवम्बर", "दिसम्बर")),
    "en": frozenset((*LANGUAGES["en"].dates.months, *_words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"))),
}
_SCALES: Final[dict[Lang, frozenset[str]]] = {
    "hi": _words("सौ हज़ार हजार लाख करोड़ करोड अरब खरब मिलियन बिलियन ट्रिलियन"),
    "en": _words("hundred thousand lakh lakhs crore crores Cr million billion trillion mn bn"),
}
_DOUBLE: Final[dict[Lang, dict[str, tuple[str, ...]]]] = {
    "hi": {
        "अमेरिकी": ("डॉलर",), "डिग्री": ("सेल्सियस",), "वर्ग": ("मीटर", "किमी", "फ़ुट"), "घन": ("मीटर",), "प्रतिशत": ("अंक",),
        "मीट्रिक": ("टन",),
    },
    "en": {
        "US": ("dollars", "dollar"), "per": ("cent",), "metric": ("tons", "tonnes", "ton", "tonne"),
        "square": ("metres", "metre", "km", "feet"), "cubic": ("metres", "metre"), "percentage": ("points", "point"),
    },
}  # fmt: skip
"""Units of two words, by the first."""
_HALVES: Final = (" a.m.", " p.m.")
_JOINTS: Final[dict[Lang, frozenset[str]]] = {"hi": _words("से ± × –"), "en": _words("to in ± × x –")}
"""Between two numbers that are one range or one quantity: 25 to 30 tonnes, 1 in 10, 20 ± 2 t."""
_LOOSE: Final[dict[Lang, frozenset[str]]] = {
    "hi": _words("और या तथा एवं व कि जो यह वह"),
    "en": _words(
        "a an the and or but nor of in on at by to for from with as is was are were be been has have had will would "
        "can could may might must shall should that this these those which who whose when where while if so than then it "
        "its they their he she we our you your not no all both each every after before until since during through under "
        "over about into onto within without between among against"
    ),
}
"""Words that belong to what follows them, not to the number before."""

_SPACED: Final = re.compile(
    rf"{_FIGURE}(?:(?:[0-9०-९.,:/–-]|(?<={_FIGURE}) (?={_FIGURE}{{3}}(?!{_FIGURE})))*{_FIGURE})?"
)
"""A number in a language that sets spaces, with spaces between groups of three digits.

What follows it is read word by word: one pattern of all that took a hundredth of an export to compile.
"""
_LETTERS: Final[dict[Lang, re.Pattern[str]]] = {
    "hi": re.compile("[\u0900-\u0963\u0970-\u097fA-Za-z]+"),
    "en": re.compile("[A-Za-zÀ-ɏ]+"),
}
_YEAR: Final = re.compile(rf",? {_FIGURE}{{4}}(?!{_FIGURE})")
_AGAINST: Final = frozenset("%+°")
"""What stands against a number, behind it."""
_ORDINALS: Final = ("st", "nd", "rd", "th")
_ORDINAL: Final = frozenset("snrt")
_UNITS_BEHIND: Final = (" %", " °", " µ", " ₂")
_DOTTED: Final = _words("Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Cr")
"""Words with a full stop of their own."""

_BEFORE: Final[dict[Lang, frozenset[str]]] = {
    "hi": _MONTHS["hi"] | _words(
        "वर्ष सन् धारा उपधारा नियम अनुच्छेद पृष्ठ क्रमांक संख्या सं. क्र. रु. FY लगभग करीब क़रीब अधिकतम न्यूनतम "
        "सुबह प्रातः दोपहर शाम सायं रात पूर्वाह्न अपराह्न"
    ),
    "en": _MONTHS["en"] | _words(
        "FY No. Nos. no. Rs. Rs INR JPY USD EUR page pages Section section Article article Rule rule Sec. Fig. Figs. Ch. "
        "Vol. p. pp. Phase phase Room Hall Gate Table Figure about nearly to than least"
    ),
}  # fmt: skip
"""What is held to the number behind it; of those of two words, the second."""
_PAIRS: Final = {"वर्ष": "वित्त", "to": "up", "than": "more", "least": "at"}
"""The first of two words, by the second; the English ones hold only together."""
_OPENING: Final = "(“‘[«\"'"
_MONEY: Final = ("₹", "¥", "$", "€")

_LETTERED: Final = tuple(
    f"{word} " for word in _words("Phase phase Group group Part part Class class Stage stage Annex Hall Gate Lot")
)
"""What a letter or a Roman numeral behind it may number: Group A, phase II."""
_SIGNS: Final = frozenset("₹¥€$£−±≈~<>")
"""What stands against a number, before it."""

_TITLES: Final[dict[Lang, tuple[str, ...]]] = {
    "hi": ("श्री ", "श्रीमती ", "डॉ. ", "प्रो. ", "महामहिम ", "माननीय "),
    "en": (
        "Mr ", "Ms ", "Mrs ", "Dr ", "Mr. ", "Ms. ", "Mrs. ", "Dr. ", "Prof. ", "H.E. ", "Hon. ", "Shri ", "Smt. ",
    ),
}  # fmt: skip
_compiled: Final = cache(re.compile)
_NAMED: Final = r"(?:[A-ZÀ-Þ][^\s,;]*|van|der|den|von|de|da|di|du|bin|al|ter) (?=[A-ZÀ-Þ]|van |der |den |von |de |da |di |du |bin |al |ter )"
"""A word of a Latin name that another word of it follows."""
_MOST: Final = 5
"""Words of a name behind its title that are held together."""
_SHORT: Final = 5
"""Letters of an auxiliary at the end of a Hindi text that is held to the word before it."""
_STOPS: Final = ("।", "?", "!")
_BEHIND: Final = re.compile(r" (?=जी(?![\u0900-\u0963\u0970-\u097f]))")


_COUNTERS: Final = (
    "年度", "年間", "年代", "年版", "年目", "年前", "年後", "時間", "分間", "秒間", "日間", "日目", "週間", "周年", "世紀", "四半期",
    "種類", "段階", "回目", "番目", "度目", "元素", "拠点", "品目", "工程", "平方キロメートル", "平方メートル", "立方メートル",
    "米ドル", "豪ドル",
)  # fmt: skip
"""What stands behind a number in Japanese besides any single kanji."""
_PLACES: Final = ("かカヵヶケ箇", "所国月年条村町", "間語")
"""The parts of 8か所, 4カ国, 3か月間, 2か国語."""
_UNITS: Final = "つ%％‰℃°㌧㎏㎞㎡"
_LOANS: Final = 10
"""Katakana that a unit has at most: 5メガワット時."""


_ONE: Final = (
    "(?:第|約|マイナス|プラス)?(?:{0}[万億兆京])*(?:{0}|[〇一二三四五六七八九十百千]{{2,}})[十百千万億兆京]*".format(
        "[0-9０-９](?:[0-9０-９,，.．:：/]*[0-9０-９])?"
    )
)
"""A number, without its counter."""
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
_RANGE_END: Final = f"[0-9０-９]{{1,2}}日|{_MONTH}(?:[0-9０-９]{{1,2}}日)?|{_TIME}"
"""What only the end of a range may be; else it is a number with its counter."""


_NUMBER: Final = _BEGIN + _ONE


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
    search = (_compiled(_NUMBER) if narrow else _JAPANESE).search
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
    stop = _counter(text, stop)
    if text.startswith("/", stop):
        if "一" <= text[stop + 1 : stop + 2] <= "鿿":
            stop += 2
        else:
            end = stop + 1
            while text[end : end + 1].isalpha() and (text[end].isascii() or _is_loan(text[end])):
                end += 1
            stop = end if end > stop + 1 else stop
    return stop + text.startswith("超", stop)


def _counter(text: str, stop: int) -> int:
    """The end of the counter or unit that begins there; the same place if there is none.

    Without a pattern: one of all these takes 2 ms to compile.
    """
    first, second = text[stop : stop + 1], text[stop + 1 : stop + 2]
    if not first:
        return stop
    if first in _PLACES[0] and second and second in _PLACES[1]:
        return stop + 2 + text.startswith((*_PLACES[2],), stop + 2)
    if text.startswith(_COUNTERS, stop):
        return stop + max(len(counter) for counter in _COUNTERS if text.startswith(counter, stop))
    if _is_loan(first):
        end = stop + 1
        while end < stop + _LOANS and _is_loan(text[end : end + 1]):
            end += 1
        return end + text.startswith("時", end)
    if first == " ":
        return stop + ((second.isascii() and second.isalpha()) or second in ("µ", "°", "%"))
    return stop + (first in _UNITS or _is_kanji(first))


def _is_loan(character: str) -> bool:
    return "ァ" <= character <= "ヶ" or character == "ー"


def _range_end(text: str, place: int) -> int:
    """Where the end of a range ends that begins there; 0 if there is none."""
    if match := _compiled(_RANGE_END).match(text, place):
        return match.end()
    match = _compiled(_NUMBER).match(text, place)
    return _counted(text, match.end()) if match else 0


def _bound_spaces(text: str, lang: Lang) -> set[int]:
    found = {*_of_numbers(text, lang), *_of_titles(text, lang)}
    if lang == "en":
        found.update(_of_letters(text))
    if lang == "hi":
        if " जी" in text:
            found.update([match.end() for match in _BEHIND.finditer(text)])
        if (last := _auxiliary(text)) is not None:
            found.add(last)
    return found


def _of_numbers(text: str, lang: Lang) -> Iterator[int]:
    plain = text.replace("\u00a0", " ")
    stop = 0
    while (match := _SPACED.search(plain, stop)) is not None:
        start, stop = match.span()
        if start:
            start = _before(text, start, lang)
        stop = _behind(plain, stop, lang)
        place = text.find(" ", start, stop)
        while place >= 0:
            yield place + 1
            place = text.find(" ", place + 1, stop)


def _before(text: str, start: int, lang: Lang) -> int:
    """Where what belongs to a number begins that begins there: a sign, a month, a word such as No. or about."""
    if text[start - 1] in _SIGNS:
        start -= 3 if text.endswith("US", 0, start - 1) else 1
    if not text.endswith(" ", 0, start):
        return start
    place = max(text.rfind(" ", 0, start - 1), text.rfind("\n", 0, start - 1)) + 1
    word = text[place : start - 1].lstrip(_OPENING)
    if word not in _BEFORE[lang]:
        return start - 2 if word.endswith(_MONEY) else start
    place = start - 1 - len(word)
    first = _PAIRS.get(word)
    if first is None:
        return place
    if text.endswith(f"{first} ", 0, place):
        return place - len(first) - 1
    return place if lang == "hi" else start


def _of_titles(text: str, lang: Lang) -> Iterator[int]:
    for title in _TITLES[lang]:
        place = text.find(title)
        while place >= 0:
            end = place + len(title)
            if not place or not text[place - 1].isalnum():
                yield end
                yield from _of_name(text, end, lang)
            place = text.find(title, end)


def _of_letters(text: str) -> Iterator[int]:
    for word in _LETTERED:
        place = text.find(word)
        while place >= 0:
            place += len(word)
            if _is_letter_alone(text, place):
                yield place
            place = text.find(word, place)


def _behind(text: str, stop: int, lang: Lang) -> int:
    """Where what belongs to a number ends that ends there: a second number, a month and year, large units, a unit."""
    first = text[stop : stop + 1]
    if first in _AGAINST:
        stop += 1
    elif first in _ORDINAL and text.startswith(_ORDINALS, stop):
        stop += 2
    place, word = _word(text, stop, lang)
    joint = place if word else stop + 2
    if text[stop + 1 : joint] in _JOINTS[lang] and text.startswith(" ", joint):
        second = _SPACED.match(text, joint + 1)
        if second:
            stop = second.end() + text.startswith("%", second.end())
            place, word = _word(text, stop, lang)
    if text.startswith(",", stop):
        place, word = _word(text, stop + 1, lang)
        place, word = (place, word) if word in _MONTHS[lang] else (stop, "")
    if word in _MONTHS[lang] or (not word and place == stop and text.startswith(", ", stop)):
        year = _YEAR.match(text, place)
        return year.end() if year else place
    while word in _SCALES[lang]:
        stop = place
        place, word = _word(text, stop, lang)
    if not word:
        return stop + 2 if text.startswith(_UNITS_BEHIND, stop) else stop
    if word in _DOUBLE[lang]:
        end, second_word = _word(text, place, lang)
        if second_word in _DOUBLE[lang][word]:
            return end
    if text.startswith(_HALVES, stop):
        return stop + len(_HALVES[0])
    return stop if word in _LOOSE[lang] or len(word) > _LONGEST else place


def _word(text: str, place: int, lang: Lang) -> tuple[int, str]:
    """The letters behind a space and where they end, with the full stop of an abbreviation; nothing without a space."""
    match = _LETTERS[lang].match(text, place + 1) if text.startswith(" ", place) else None
    if match is None:
        return place, ""
    word = match[0]
    return match.end() + (word in _DOTTED and text.startswith(".", match.end())), word


def _is_letter_alone(text: str, place: int) -> bool:
    """Whether what stands there numbers the word before it: Group A, phase II."""
    first, second = text[place : place + 1], text[place + 1 : place + 2]
    if "A" <= first <= "Z" and not ("A" <= second <= "Z" or "a" <= second <= "z" or second in ("’", "'")):
        return True
    match = _LETTERS["en"].match(text, place)
    return match is not None and len(match[0]) > 1 and not match[0].strip("IVX")


def _auxiliary(text: str) -> int | None:
    """Where the auxiliary begins with which a Hindi text ends: है।, हैं?, गया। It would stand alone in the last line."""
    place = text.rfind(" ") + 1
    last = text[place:].rstrip("”’)")
    if place < 2 or last[-1:] not in _STOPS or not 1 < len(last) <= _SHORT + 1:
        return None
    return place if all(map(_is_devanagari, (text[place - 2].replace("-", "ं"), *last[:-1]))) else None


def _is_devanagari(character: str) -> bool:
    """Letters and their signs, neither digits nor full stops."""
    return "\u0900" <= character <= "\u0963" or "\u0970" <= character <= "\u097f"


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
