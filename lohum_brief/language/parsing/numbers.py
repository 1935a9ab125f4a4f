"""Numbers: in figures, with the large units of each language, and in words."""

import re
from contextlib import suppress
from decimal import Context, Decimal
from typing import Final, Literal, NamedTuple, NoReturn

from lohum_brief.language.catalogue import say
from lohum_brief.language.codes import Lang
from lohum_brief.language.en.spoken import BELOW_TWENTY as ENGLISH
from lohum_brief.language.en.spoken import TENS
from lohum_brief.language.hi.spoken import FIGURES as HINDI
from lohum_brief.language.ja.spoken import KANJI
from lohum_brief.language.ja.spoken import LARGE as KANJI_LARGE
from lohum_brief.language.ja.spoken import TENS as KANJI_TENS
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.numbers import is_printable
from lohum_brief.language.parsing.source import UnreadableError, folded, shown, spelling

_EXACT: Final = Context(prec=500)

_PLAIN: Final = re.compile(r"[0-9]*\.?[0-9]+")
_GROUPED: Final = re.compile(r"([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,2}(,[0-9]{2})*,[0-9]{3})(\.[0-9]+)?")
_EUROPEAN: Final = re.compile(r"[0-9]{1,3}((\.[0-9]{3})+(,[0-9]+)?|,[0-9]{1,2})|[0-9]+,[0-9]{1,2}")
_FIGURES: Final = re.compile(r"[0-9,.]*[0-9]")
_TOKEN: Final = re.compile(r"[0-9,.]*[0-9]|[a-z]+\.?|[\u0900-\u097f]+:?|\S")
_HYPHEN: Final = re.compile(r"(?<=[a-z])-(?=[a-z])")
_SHORTENED: Final = re.compile(r"[0-9.]+e[-+]?[0-9]+", re.IGNORECASE)


class Scaled(NamedTuple):
    """A number, and what stands behind its figures: 34,000 crore has the scale crore."""

    value: Decimal
    scale: Decimal | None = None
    """1 for figures alone; None where the number is in words, or in parts such as 3億4,000万."""


class _Word(NamedTuple):
    value: Decimal
    lang: Lang | None = None
    scales: bool = False
    adds: bool = False
    """साढ़े, सवा and पौने change the number behind them by a half or a quarter."""


_HINDI_VARIANTS: Final = {
    6: "छः छ:",
    18: "अट्ठारह",
    23: "तेइस",
    27: "सताईस सत्ताइस",
    28: "अठाईस अट्ठाइस",
    29: "उन्तीस",
    31: "इकत्तीस",
    39: "उन्तालीस उनचालीस",
    44: "चौवालीस चौंवालीस",
    48: "अड़तालिस",
    53: "तिरेपन त्रेपन",
    54: "चौअन",
    57: "सतावन",
    58: "अट्ठावन",
    63: "तिरेसठ त्रेसठ",
    66: "छाछठ",
    67: "सरसठ",
    68: "अरसठ",
    77: "सतत्तर",
    79: "उन्यासी उनास्सी",
    87: "सत्तासी",
    88: "अट्ठासी",
    91: "इक्यानबे इकानवे",
    92: "बानबे",
    93: "तिरानबे",
    94: "चौरानबे",
    95: "पंचानवे पंचानबे पचानबे",
    96: "छियानबे",
    97: "सत्तानवे सत्तानबे सतानबे",
    98: "अट्ठानवे अट्ठानबे अठानबे",
    99: "निन्यानबे निन्नानवे",
}
_SCALES: Final[dict[Lang, tuple[tuple[int, str], ...]]] = {
    "hi": (
        (10**12, "ट्रिलियन"),
        (10**11, "खरब"),
        (10**9, "अरब बिलियन"),
        (10**7, "करोड़"),
        (10**6, "मिलियन"),
        (10**5, "लाख"),
        (1000, "हज़ार सहस्र"),
        (100, "सौ"),
    ),
    "en": (
        (10**12, "trillion trillions tn trn"),
        (10**9, "billion billions bn"),
        (10**7, "crore crores cr crs"),
        (10**6, "million millions mn mln"),
        (10**5, "lakh lakhs lac lacs"),
        (1000, "thousand"),
        (100, "hundred"),
    ),
}


def _vocabulary() -> dict[str, _Word]:
    words: dict[str, _Word] = {}
    for value, word in enumerate(HINDI):
        words |= dict.fromkeys((word, *_HINDI_VARIANTS.get(value, "").split()), _Word(Decimal(value), "hi"))
    for value, word in (*enumerate(ENGLISH), *((10 * ten, word) for ten, word in enumerate(TENS) if word)):
        words[word] = _Word(Decimal(value), "en")
    for lang, scales in _SCALES.items():
        for value, names in scales:
            words |= dict.fromkeys(names.split(), _Word(Decimal(value), lang, scales=True))
    words |= {"डेढ़": _Word(Decimal("1.5"), "hi"), "ढाई": _Word(Decimal("2.5"), "hi")}
    for word, more in (("साढ़े", "0.5"), ("सवा", "0.25"), ("पौने", "-0.25")):
        words[word] = _Word(Decimal(more), "hi", adds=True)
    return {spelling(word): found for word, found in words.items()}


_WORDS: Final = _vocabulary()
_POINTS: Final[dict[str, Lang]] = {
    spelling(LANGUAGES["hi"].spoken.point): "hi",
    spelling("पॉइंट"): "hi",
    LANGUAGES["en"].spoken.point: "en",
}
_MINUS_SIGNS: Final = ("-", "\u2013", "▲", "△", LANGUAGES["ja"].spoken.negative)
_MINUS_WORDS: Final[dict[str, Lang]] = {
    spelling(LANGUAGES["hi"].spoken.negative): "hi",
    spelling("ऋण"): "hi",
    LANGUAGES["en"].spoken.negative: "en",
    "negative": "en",
}

_DIGITS: Final = {
    **{kanji: value for value, kanji in enumerate(KANJI)},
    **{kanji: value for value, kanji in enumerate("零壱弐参肆伍陸漆捌玖")},
    "壹": 1,
    "貳": 2,
    "參": 3,
}
_LARGE: Final = {kanji: value for value, kanji in KANJI_LARGE} | {"萬": 10**4}
_TENS: Final = {kanji: value for value, kanji in KANJI_TENS} | {"拾": 10, "佰": 100, "仟": 1000}
_ONE: Final = f"[{''.join(_DIGITS)}]|[0-9][0-9,.]*"
_SECTION: Final = re.compile(f"(?:({_ONE})?([千仟]))?(?:({_ONE})?([百佰]))?(?:({_ONE})?([十拾]))?({_ONE})?")
_LARGE_PART: Final = re.compile(f"([^{''.join(_LARGE)}]*)([{''.join(_LARGE)}])")
_KANJI: Final = "".join((*_DIGITS, *_TENS, *_LARGE))
_HAS_KANJI: Final = re.compile(f"[{_KANJI}]")
_SPACES: Final = re.compile(f"(?<=[{_KANJI}]) | (?=[{_KANJI}])")


def number(text: str, lang: Lang | None = None) -> Decimal:
    """A number as people write it: 12,34,567.50, 34,000 crore, 3億4,000万, १२ लाख, thirty-four thousand.

    Words and large units are those of `lang`, or of any one language. Groups of digits are western or Indian. Raises
    UnreadableError.
    """
    return scaled(folded(text), text, lang).value


def scaled(body: str, text: str, lang: Lang | None = None) -> Scaled:
    """The number of a folded text, and what ranges say once; messages show `text`, of which it may be a part."""
    negative, body = _sign(body, lang)
    if _FIGURES.fullmatch(body):
        found = Scaled(figures(body, text), Decimal(1))
    elif _HAS_KANJI.search(body) and lang in ("ja", None):
        found = _kanji(_SPACES.sub("", body), text)
    else:
        found = _words(_TOKEN.findall(_HYPHEN.sub(" ", body.lower())), text, lang)
    if not is_printable(found.value):
        refuse(text)
    return Scaled(found.value.copy_negate(), found.scale) if negative and found.value else found


def number_words(lang: Lang) -> dict[str, Literal["number", "scale"]]:
    """The words of a language's numbers, as `spelling` has them: those like twelve or साढ़े, and large units like crore."""
    return {word: "scale" if found.scales else "number" for word, found in _WORDS.items() if found.lang == lang}


def year_in_words(text: str) -> Decimal | None:
    """The number of a year of which the hundreds are counted, as nineteen ninety-nine or nineteen oh five."""
    first, *rest = _HYPHEN.sub(" ", text.lower()).split(" ")
    century, ones = (_WORDS.get(word) for word in (first, rest[-1] if rest else ""))
    if not century or not ones or century.lang != "en" or not 11 <= century.value < 20:
        return None
    if rest[0] == "oh" and len(rest) == 2 and 0 < ones.value < 10:
        return 100 * century.value + ones.value
    with suppress(UnreadableError):
        within = _small([_part(word, text) for word in rest], text)
        return 100 * century.value + within if 10 <= within < 100 else None
    return None


def refuse(text: str) -> NoReturn:
    """Say that a text is no number."""
    refuse_shortened(text)
    raise UnreadableError(
        say("“{text}” is not a number that can be read: write it as 1,234.5, 34 lakh or 3.4億.", text=shown(text))
    )


def refuse_shortened(text: str) -> None:
    """Raise UnreadableError where a text is a number of which a spreadsheet left digits out: 1.23E+09."""
    if _SHORTENED.search(folded(text)):
        raise UnreadableError(
            say("“{text}” shows only the first digits of a number: write all of them, as 1,234,567.", text=shown(text))
        )


def figures(body: str, text: str) -> Decimal:
    """A number in ASCII figures only."""
    if _PLAIN.fullmatch(body):
        return Decimal(body)
    if _GROUPED.fullmatch(body):
        return Decimal(body.replace(",", ""))
    if _EUROPEAN.fullmatch(body):
        raise UnreadableError(
            say(
                "“{text}” may have its comma where we have the point: write 1,234.56, with commas between groups only.",
                text=shown(text),
            )
        )
    if body.count(".") < 2:
        raise UnreadableError(
            say(
                "“{text}” has groups that are neither western nor Indian: write 1,234,567 or 12,34,567.",
                text=shown(text),
            )
        )
    refuse(text)


def _sign(body: str, lang: Lang | None) -> tuple[bool, str]:
    if body.startswith("+"):
        return False, body[1:].lstrip()
    for sign in _MINUS_SIGNS:
        if body.startswith(sign):
            return True, body[len(sign) :].lstrip()
    first, _space, rest = body.partition(" ")
    of = _MINUS_WORDS.get(spelling(first))
    return (True, rest) if of and lang in (of, None) else (False, body)


def _words(tokens: list[str], text: str, lang: Lang | None) -> Scaled:
    inner = range(1, len(tokens) - 1)
    keys = [spelling(word).rstrip(".") for at, word in enumerate(tokens) if word != "and" or at not in inner]
    at = next((at for at, key in enumerate(keys) if key in _POINTS), None)
    parts = [_part(key, text) for place, key in enumerate(keys) if place != at]
    langs = {part.lang for part in parts if part.lang} | ({_POINTS[keys[at]]} if at is not None else set())
    if not parts or len(langs) > 1 or (lang and langs - {lang}):
        refuse(text)
    if at is not None:
        return Scaled(_with_point(parts[:at], parts[at:], text))
    large = next((place for place, part in enumerate(parts) if part.scales), len(parts))
    scale = _product(parts[large:]) if all(part.scales for part in parts[large:]) else None
    return Scaled(_sum(parts, text), scale)


def _part(key: str, text: str) -> _Word:
    if _FIGURES.fullmatch(key):
        return _Word(figures(key, text))
    return _WORDS.get(key) or refuse(text)


def _sum(parts: list[_Word], text: str) -> Decimal:
    """What stands before the largest unit multiplies it, what stands behind it is added: 5 lakh 34 thousand crore 12 lakh."""
    largest = max((part.value for part in parts if part.scales), default=None)
    if largest is None:
        return _small(parts, text)
    at = max(place for place, part in enumerate(parts) if part.scales and part.value == largest)
    if not at and not (largest == 100 and parts[at].lang == "hi"):  # सौ stands alone, thousand does not
        refuse(text)
    times = _sum(parts[:at], text) if at else Decimal(1)
    rest = _sum(parts[at + 1 :], text) if parts[at + 1 :] else Decimal(0)
    # Lakh lakh is a slip of the hand; the crore, the largest of its kind, may stand twice.
    twice = largest != 10**7 and any(part.scales and part.value == largest for part in parts[:at])
    if rest >= largest or twice or (rest and times % 1):
        refuse(text)
    return _EXACT.add(enlarged(times, largest), rest)


def _small(parts: list[_Word], text: str) -> Decimal:
    match parts:
        case [_Word(value, _, False, False)]:
            return value
        case [_Word(tens, "en"), _Word(ones, "en")] if tens >= 20 and 0 < ones < 10:
            return tens + ones
        case [_Word(more, _, _, True), _Word(value, _, False, False)] if value == value.to_integral_value():
            return _EXACT.add(value, more)
        case [_Word(more, _, _, True)] if more != Decimal("0.5"):
            return 1 + more
    refuse(text)


def _with_point(before: list[_Word], behind: list[_Word], text: str) -> Decimal:
    """Two point five crore: the digits behind the point one by one, then units that multiply the whole."""
    end = next((place for place, part in enumerate(behind) if part.scales), len(behind))
    digits, scales = behind[:end], behind[end:]
    single = all(part.lang and 0 <= part.value <= 9 and part.value == int(part.value) for part in digits)
    if not digits or not single or not all(part.scales for part in scales):
        refuse(text)
    whole = _sum(before, text) if before else Decimal(0)
    if whole != whole.to_integral_value():
        refuse(text)
    fraction = Decimal("0." + "".join(str(part.value) for part in digits))
    return enlarged(_EXACT.add(whole, fraction), _product(scales))


def enlarged(value: Decimal, unit: Decimal) -> Decimal:
    """In a large unit, zeros at the end say nothing: 3.40億 is 340000000."""
    if unit == 1:
        return value
    found = _EXACT.multiply(value, unit)
    return found.quantize(Decimal(1), context=_EXACT) if found == found.to_integral_value() else found.normalize(_EXACT)


def _product(parts: list[_Word]) -> Decimal:
    product = Decimal(1)
    for part in parts:
        product = _EXACT.multiply(product, part.value)
    return product


def _kanji(body: str, text: str) -> Scaled:
    """三千四百億, 3億4,000万, 〇一二: parts with ever smaller large units, each below 10,000 after the first."""
    total, below, end, scale = Decimal(0), None, 0, None
    for part in _LARGE_PART.finditer(body):
        value, unit = _section(part[1], text).value, _LARGE[part[2]]
        total = _joined(total, enlarged(value, Decimal(unit)), below, text)
        scale = Decimal(unit) if below is None else None
        below, end = unit, part.end()
    if body[end:]:
        # 三千万・〇〇 has nothing between the large unit and the point.
        last = _section(KANJI[0] + body[end:] if end and body[end] in "点・" else body[end:], text)
        if below and below > 10**4 and body[-1] in _TENS and last.value >= 100:  # 1億5千 is 1億5千万 when spoken
            refuse(text)
        total = _joined(total, last.value, below, text)
        scale = last.scale if below is None else None
    return Scaled(total, scale)


def _joined(total: Decimal, value: Decimal, below: int | None, text: str) -> Decimal:
    if below is not None and (value >= below or total % below):
        refuse(text)
    return _EXACT.add(total, value)


def _section(body: str, text: str) -> Scaled:
    whole, *fraction = re.split("[点・]", body)
    if fraction:
        if len(fraction) > 1 or not fraction[0] or not all(kanji in _DIGITS for kanji in fraction[0]):
            refuse(text)
        behind = Decimal("0." + _positional(fraction[0]))
        return Scaled(_EXACT.add(_section(whole, text).value, behind), Decimal(1))
    if body and all(kanji in _DIGITS for kanji in body):
        return Scaled(Decimal(_positional(body)), Decimal(1))
    found = _SECTION.fullmatch(body) if body else None
    if not found:
        refuse(text)
    groups = found.groups()
    terms = [(groups[at], _TENS[groups[at + 1]]) for at in (0, 2, 4) if groups[at + 1]]
    terms += [(groups[6], 1)] if groups[6] else []
    values = [enlarged(_one(figure, text), Decimal(size)) for figure, size in terms]
    if len(terms) == 1:
        figure, size = terms[0]
        return Scaled(values[0], Decimal(size if figure and figure not in _DIGITS else 1))
    if any(value >= 10 * size or value % size for value, (_, size) in zip(values, terms, strict=True)):
        refuse(text)
    return Scaled(sum(values, Decimal(0)), Decimal(1))


def _one(figure: str | None, text: str) -> Decimal:
    if not figure:
        return Decimal(1)
    return Decimal(_DIGITS[figure]) if figure in _DIGITS else figures(figure, text)


def _positional(kanji: str) -> str:
    return "".join(str(_DIGITS[digit]) for digit in kanji)
