"""Quantities: a number with its unit in any language, ranges, and how exact they are said to be."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final, NamedTuple

from lohum_brief.language.catalogue import say, words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.parsing.numbers import Scaled, enlarged, scaled
from lohum_brief.language.parsing.source import UnreadableError, bare, folded, shown
from lohum_brief.language.units import ABOUT, About, is_known, printed_forms


class Read(NamedTuple):
    """A quantity as it was read; `unit` is a key of `language.units`, empty for a number alone."""

    value: Decimal
    unit: str
    upper: Decimal | None = None
    about: About = ""


class _Form(NamedTuple):
    before: str
    behind: str
    unit: str
    lang: Lang | None = None
    anyhow: bool = False
    """In capitals or not."""
    plain: bool = False
    """The form itself begins with a large unit, as 千トン does; only figures can stand before it."""


_ALIASES: Final[dict[str, str]] = {
    "%": "percent per~cent pct प्रतिशत फ़ीसदी パーセント ％",
    "percentage points": "pp",
    "times": "x",
    "kg": "kgs किलो किलोग्राम キロ",
    "t": "tonne tonnes metric~ton metric~tons metric~tonne metric~tonnes मीट्रिक~टन",
    "t/year": "tonnes/year tonne/year metric~tons/year tpa t/年",
    "t/day": "tonnes/day tpd t/日",
    "kt/year": "ktpa",
    "thousand t": "thousand~tonnes",
    "million t": "million~tonnes",
    "m2": "sq~m sq.~m sqm square~metres 平方メートル",
    "°C": "℃ deg~C",
    "acres": "एकड़",
    "years": "yrs साल",
    "months": "महीने ヶ月 カ月",
    "days": "日",
    "hours": "hrs",
    "people": "persons लोग",
    "companies": "firms",
    "INR": "rupees rupee रुपए रूपये रु रु. रु॰ インドルピー",
    "USD": "us~dollars us~dollar dollars डॉलर ドル",
    "JPY": "yen 日本円",
    "EUR": "euros euro",
}
_SYMBOLS: Final[dict[str, str]] = {"INR": "Rs. Rs INR रु रु. रु॰", "USD": "USD $", "JPY": "JPY", "EUR": "EUR"}
"""What stands before an amount, besides what is printed."""
_LARGE: Final = ("thousand", "million", bare("हज़ार"), "मिलियन", "千", "百万")
_ANYHOW: Final = frozenset(
    ["kg", "kWh", "MWh", "GWh", "TWh", "kW", "GW", "ppm", "km", "ha", "INR", "USD", "JPY", "EUR"]
)
"""Symbols that mean one thing in capitals too; MT does not: tonnes to some, million tonnes to others."""

_SAME: Final = str.maketrans("²³₂", "232")
_PER: Final = (
    (re.compile(r" ?(?:/|per |a )(?:year|yr|annum)\b| p\.a\."), "/year"),
    (re.compile(r" ?(?:/|per |a )day\b"), "/day"),
    (re.compile(r" (?:per|a) (?=kg\b|t\b|kwh\b|lb\b)", re.IGNORECASE), "/"),
    (re.compile(r" per (?=tonne\b)tonne"), "/t"),
    (re.compile(" ?(?:/|प्रति) ?(?=वर्ष|दिन|टन|किग्रा)"), "/"),
)
_GROUPS: Final = re.compile("[-0-9.,\u2013~ ]+")
_JOINTS: Final = re.compile(r"[\u2013\u2014~]|(?<=[0-9])-(?=[0-9.])| to | से |から")

_SAID: Final[dict[About, tuple[str, str]]] = {
    "about": ("approximately |approx. |approx |around |circa |c. |ca. |~|करीब |तकरीबन |およそ |ほぼ ", "程度|前後"),
    "more than": ("over |above |>|", "से ज़्यादा|से ऊपर|を超える|+"),
    "up to": ("at most |maximum |max. |≤|上限", "तक|以下|まで"),
}


def quantity(text: str, lang: Lang | None = None) -> Read:
    """A number with its unit: ₹34,000 crore, 5–15 %, 約74名, 20,000 टन/वर्ष से अधिक, 3～5億円.

    A large unit behind a range is meant for both its ends: 34–50 crore. Where units print alike, the commonest is
    read: 名 are members. Raises UnreadableError.
    """
    about, body = _about(bare(folded(text)))
    head, comma, content = body.rpartition(", ")
    counted = comma + content if comma and is_known(f"t, {content}") else ""
    if counted:
        body = head
    for pattern, sign in _PER:
        body = pattern.sub(sign, body)
    places = [at for at, character in enumerate(body) if character != " "]
    dense = body.replace(" ", "").translate(_SAME)
    trouble: UnreadableError | None = None
    for form in _forms():
        if lang not in (None, form.lang or lang):
            continue
        compared = dense.lower() if form.anyhow else dense
        sign = "-" if form.before and compared.startswith("-") else ""
        first, last = len(sign + form.before), len(dense) - len(form.behind)
        if first >= last or not (compared.startswith(form.before, len(sign)) and compared.endswith(form.behind)):
            continue
        middle = sign + body[places[first] : places[last - 1] + 1]
        try:
            low, high = _numbers(middle, form, text, lang)
        except UnreadableError as error:
            if form.unit and _GROUPS.fullmatch(middle):
                trouble = trouble or error
            continue
        value = _checked(low, high, text)
        return Read(value, form.unit + counted, high and high.value, about)
    raise trouble or _unreadable(text)


def _numbers(middle: str, form: _Form, text: str, lang: Lang | None) -> tuple[Scaled, Scaled | None]:
    """One number; or both ends of a range, the lower as it is meant if its large unit is said with the upper."""
    if form.plain and not _GROUPS.fullmatch(middle):
        raise _unreadable(text)
    for joint in _JOINTS.finditer(middle):
        left, right = middle[: joint.start()].strip(), middle[joint.end() :].strip()
        if left and right:
            break
    else:
        return scaled(middle, text, lang), None
    own = bool(form.behind) and left.endswith(form.behind), bool(form.before) and form.before in right
    low = scaled(left.removesuffix(form.behind) if own[0] else left, text, lang)
    high = scaled(right.replace(form.before, "", 1) if own[1] else right, text, lang)
    return low if any(own) else _shared(low, high), high


def _shared(low: Scaled, high: Scaled) -> Scaled:
    """34–50 crore are 34 crore to 50 crore, but 9,000–1.5 lakh; of 1～2億5,000万 nobody knows."""
    if low.scale != 1 or high.scale == 1:
        return low
    if high.scale is None:
        return Scaled(high.value)
    value = enlarged(low.value, high.scale)
    return Scaled(value, high.scale) if value < high.value else low


def _checked(low: Scaled, high: Scaled | None, text: str) -> Decimal:
    if high and low.value >= high.value:
        raise UnreadableError(
            say(
                "“{text}” is not a range that rises: write the smaller number first, each with its large unit.",
                text=shown(text),
            )
        )
    return low.value


def _about(body: str) -> tuple[About, str]:
    lowered = body.lower()
    for about, before, behind in _sayings():
        if before and lowered.startswith(before):
            return about, body[len(before) :].strip()
        if behind and body.endswith(behind):
            return about, body[: -len(behind)].strip()
    return "", body


@cache
def _sayings() -> list[tuple[About, str, str]]:
    found: list[tuple[About, str, str]] = []
    for about, pattern in ABOUT.items():
        if not about:
            continue
        for lang in LANGS:
            before, _quantity, behind = words(lang)(pattern, quantity="\0").partition("\0")
            found.append((about, bare(before), bare(behind.strip())))
        before, behind = _SAID[about]
        found += [
            (about, bare(word.removesuffix(" ") if word[0] > "ぁ" else word), "") for word in before.split("|") if word
        ]
        found += [(about, "", bare(word)) for word in behind.split("|")]
    return found


@cache
def _forms() -> list[_Form]:
    """The longest first: kg before g, 千トン before トン; of equals, the first in the table of units."""
    return sorted(dict.fromkeys(_every_form()), key=lambda form: -len(form.before + form.behind))


def _every_form() -> Iterator[_Form]:
    for unit, lang, before, behind in printed_forms():
        if unit != "year" or behind:
            end = bare(folded(behind)).translate(_SAME)
            yield _Form(before, end, unit, lang, plain=end.startswith(_LARGE))
    for unit in dict.fromkeys(unit for unit, *_ in printed_forms() if unit not in ("year", "", "times")):
        key = unit.replace(" ", "")
        yield _Form("", key, unit, plain=key.startswith(_LARGE))
        if unit in _ANYHOW:
            yield _Form("", key.lower(), unit, anyhow=True)
    for unit, names in _ALIASES.items():
        for name in names.replace("~", "").split():
            yield _Form("", bare(name).lower(), unit, anyhow=True, plain=name.startswith(_LARGE))
    for unit, names in _SYMBOLS.items():
        for name in names.split():
            yield _Form(bare(name).lower(), "", unit, anyhow=True)


def _unreadable(text: str) -> UnreadableError:
    return UnreadableError(
        say(
            "“{text}” is not a number with a known unit: write it as 20,000 t/year, ₹34,000 crore, 約74名 or 5–15%.",
            text=shown(text),
        )
    )
