"""Quantities: a number with its unit in any language, ranges, and how exact they are said to be."""

import re
from collections.abc import Iterator
from contextlib import suppress
from decimal import Decimal
from functools import cache
from string import ascii_lowercase, ascii_uppercase
from typing import Final, NamedTuple

from lohum_brief.language.catalogue import words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.either import either
from lohum_brief.language.figures import enlarged, refuse_shortened
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.parsing.numbers import scaled, year_in_words
from lohum_brief.language.rooms.reading import Scaled
from lohum_brief.language.rooms.units import About
from lohum_brief.language.source import UnreadableError, bare, folded, shown
from lohum_brief.language.spoken import spoken_frames, spoken_names
from lohum_brief.language.units import ABOUT, is_known, printed_forms
from lohum_brief.message import msg


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
    """The form itself begins with a large unit, as 千トン does; only figures can stand before it.
    """
    asked: bool = False
    """Read only where it is asked for: pounds are money to others."""


@cache
def _written(unit: str) -> list[str]:
    """Return what is written for a unit, or for a span of time that units are counted by."""
    own = (language.reading.units.get(unit, "") for language in LANGUAGES.values())
    return [name.replace("~", "") for names in own for name in names.split()]


@cache
def _large() -> tuple[str, ...]:
    """Return what a form may begin with that is a large unit itself."""
    return tuple(bare(word) for language in LANGUAGES.values() for word in language.reading.large)


_ANYHOW: Final = frozenset(
    [
        "kg",
        "kWh",
        "MWh",
        "GWh",
        "TWh",
        "kW",
        "GW",
        "ppm",
        "km",
        "ha",
        "INR",
        "USD",
        "JPY",
        "EUR",
        "year",
        "day",
    ]
)
"""Symbols that mean one thing in capitals too; MT does not: tonnes to some, million tonnes to
others.
"""

_ASKED: Final = ("pound", "pounds")

_SAME: Final = str.maketrans("²³₂", "232")
_SMALL: Final = str.maketrans(ascii_uppercase, ascii_lowercase)
"""Not `lower`, which makes two characters of some, and then places no longer agree."""
_PER: Final = re.compile(
    rf" ?(?:/ ?|{either(lambda language: language.reading.per)})| an? (?=year|annum|day"
    r"|tonne|kg|kwh)| (?=p\.a\.$)",
    re.IGNORECASE,
)
_NOTHING_MORE: Final = re.compile("(?<=[0-9]) ?/[-=–](?: ?only)?\\.?$", re.IGNORECASE)
"""Behind whole rupees: ₹5,000/-. It says rupees by itself."""
_GROUPS: Final = re.compile("[-0-9.,\u2013~ ]+")
_JOINTS: Final = re.compile(
    r"[\u2013\u2014~]|(?<=[0-9])-(?=[0-9.])|(?<=[^ ]) - (?=[^ ])|"
    rf"{either(lambda language: language.reading.to)}"
)


class _Spaced:
    """A text that is compared without its spaces."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.dense = body.replace(" ", "").translate(_SAME)
        self.small = self.dense.translate(_SMALL)
        self.places = [at for at, character in enumerate(body) if character != " "]

    def between(self, before: str, behind: str, form: _Form) -> str | None:
        """Return what stands between the two, with the minus that may be before both; None if they
        are not there.
        """
        dense = self.small if form.anyhow else self.dense
        if not dense.endswith(behind):
            return None
        sign = "-" if before and dense.startswith("-") else ""
        first, last = len(sign + before), len(dense) - len(behind)
        if first >= last or not dense.startswith(before, len(sign)):
            return None
        return sign + self.body[self.places[first] : self.places[last - 1] + 1]


@cache
def _closed_ranges() -> tuple[tuple[Lang, re.Pattern[str]], ...]:
    """Return the languages that close a range in words, with the pattern of one: तक alone is `up
    to`.
    """
    own = ((lang, language.reading.closed_range) for lang, language in LANGUAGES.items())
    return tuple((lang, re.compile(pattern)) for lang, pattern in own if pattern)


@cache
def _below_zero() -> tuple[tuple[Lang, re.Pattern[str]], ...]:
    """Return the languages that say a temperature without a minus, with the pattern of it."""
    own = ((lang, language.spoken.below_zero) for lang, language in LANGUAGES.items())
    return tuple(
        (lang, re.compile(bare(folded(said)).replace("{}", "(.+)"))) for lang, said in own if said
    )


def quantity(text: str, lang: Lang | None = None, *, unit: str = "") -> Read:
    """Read a number with its unit: ₹34,000 crore, 5–15 %, 約74名, 20,000 टन/वर्ष से अधिक, 3～5億円.

    A large unit behind a range is meant for both its ends: 34–50 crore. Of units that are written
    alike (千トン, 名) `unit` is read if it is one of them, else the commonest: `unit` is what a
    column or a metric counts in. Raises UnreadableError.
    """
    body, about = _plain(text, lang)
    if unit == "year" and not about and (said := _year(body, lang)):
        return Read(said, unit)
    head, comma, content = body.rpartition(", ")
    counted = comma + content if comma and is_known(f"t, {content}") else ""
    found = _read(head if counted else body, text, lang, unit.partition(", ")[0])
    return Read(found.value, found.unit + counted, found.upper, about)


def _year(body: str, lang: Lang | None) -> Decimal | None:
    return year_in_words(body) if lang in ("en", None) else None


def _read(body: str, text: str, lang: Lang | None, wanted: str) -> Read:
    """Read a number with its unit and nothing else; of units alike the one that is `wanted`."""
    rupees = _NOTHING_MORE.search(body)
    body = _PER.sub("/", body[: rupees.start()] if rupees else body)
    trouble: UnreadableError | None = None
    for form, middle in _fitting(body, lang, wanted, only="INR" if rupees else ""):
        try:
            low, high = _numbers(middle, form, text, lang)
        except UnreadableError as error:
            trouble = trouble or _trouble(error, form, middle)
            continue
        _require_rising(low, high, text)
        unit = wanted if wanted in _alike()[form.before, form.behind] else form.unit
        return Read(low.value, unit, high and high.value)
    if rupees and not trouble:
        with suppress(UnreadableError):
            return Read(scaled(body, text, lang).value, "INR")
    raise trouble or _unreadable(text)


def _fitting(
    body: str, lang: Lang | None, wanted: str, *, only: str
) -> Iterator[tuple[_Form, str]]:
    """Yield the forms that a text may be in, with what stands where their number goes; those of
    one unit `only`, if that is certain.
    """
    whole = _Spaced(body)
    for form in _forms().get(whole.dense[-1:].lower(), _forms()[""]):
        if lang not in (None, form.lang or lang) or (form.asked and form.unit != wanted):
            continue
        if only and form.unit != only:
            continue
        middle = whole.between(form.before, form.behind, form)
        if middle is not None:
            yield form, middle


def _trouble(error: UnreadableError, form: _Form, middle: str) -> UnreadableError | None:
    """Return what is wrong with figures before a unit; before letters, another form may fit."""
    return error if form.unit and _GROUPS.fullmatch(middle) else None


def _require_rising(low: Scaled, high: Scaled | None, text: str) -> None:
    if high and low.value >= high.value:
        raise UnreadableError(
            msg(
                "“{text}” is not a range that rises: write the smaller number first, each with "
                "its large unit.",
                text=shown(text),
            )
        )


def _plain(text: str, lang: Lang | None) -> tuple[str, About]:
    """Return a text as a number with its unit alone, and what it says about the number: up to,
    about, more than.
    """
    body, framed = _unframed(bare(folded(text)))
    for of, closed in _closed_ranges():
        if lang in (of, None) and (both := closed.fullmatch(body)):
            body = both[1]
    about, body = _about(body, text)
    for of, pattern in _below_zero():
        if lang in (of, None) and (below := pattern.fullmatch(body)):
            body = f"{LANGUAGES[of].spoken.negative} {below[1]}"
    return body + framed, about


def _numbers(
    middle: str, form: _Form, text: str, lang: Lang | None
) -> tuple[Scaled, Scaled | None]:
    """One number; or both ends of a range, the lower as it is meant if its large unit is said with
    the upper.
    """
    ends = _ends(middle)
    if ends is None:
        return _one(middle, form, text, lang), None
    left, right = ends
    first = _Spaced(left).between("", form.behind, form) if form.behind else None
    last = _Spaced(right).between(form.before, "", form) if form.before else None
    low, high = _one(first or left, form, text, lang), _one(last or right, form, text, lang)
    shared = _shared(low, high)
    # ₹1–₹2 crore: one rupee or one crore, nobody knows
    if (first or last) and shared.value != low.value:
        return high, high
    return shared, high


def _ends(middle: str) -> tuple[str, str] | None:
    """Return the ends of a range; None where it is none."""
    for joint in _JOINTS.finditer(middle):
        left, right = middle[: joint.start()].strip(), middle[joint.end() :].strip()
        if left and right:
            return left, right
    return None


def _one(body: str, form: _Form, text: str, lang: Lang | None) -> Scaled:
    if form.plain and not _GROUPS.fullmatch(body):
        raise _unreadable(text)
    return scaled(body, text, lang)


def _shared(low: Scaled, high: Scaled) -> Scaled:
    """34–50 crore are 34 crore to 50 crore, but 9,000–1.5 lakh; of 1～2億5,000万 nobody knows."""
    if low.scale != 1 or high.scale == 1:
        return low
    if high.scale is None:
        return Scaled(high.value)
    value = enlarged(low.value, high.scale)
    return Scaled(value, high.scale) if value < high.value else low


def _about(body: str, text: str) -> tuple[About, str]:
    if text.lstrip().startswith(("～", "〜")):  # up to, in Japanese; ~ is about
        raise _unreadable(text)
    lowered = body.lower()
    befores, behinds = _ends_of_sayings()
    # Most texts have no such word; one within a text has a space before it and one behind.
    if not (lowered.startswith(befores) or body.endswith(behinds) or body.count(" ") > 1):
        return "", body
    for about, before, behind in sayings():
        if before and lowered.startswith(before):
            return about, body[len(before) :].strip()
        if behind and body.endswith(behind):
            return about, body[: -len(behind)].strip()
        number, said, counted = body.partition(f" {behind} ") if behind else (body, "", "")
        if said and _is_number(number):  # 74 से अधिक सदस्य: Hindi compares before what is counted
            return about, f"{number} {counted}"
    return "", body


def _is_number(text: str) -> bool:
    if text[-1:].isdecimal():
        return True
    for lang, language in LANGUAGES.items():
        if language.units.compares_number:
            with suppress(UnreadableError):
                return bool(scaled(text, text, lang))
    return False


def _unframed(body: str) -> tuple[str, str]:
    """Return the quantity within what is said around it, and what is written behind it for that:
    年間約二万トン, 約二万トン and /year.
    """
    framed: list[str] = []
    for _ in range(2):  # 年間二酸化炭素換算…: by the year, and of a kind
        for before, behind, written in _frames():
            if (
                body.startswith(before)
                and body.endswith(behind)
                and len(body) > len(before + behind)
            ):
                body = body[len(before) : len(body) - len(behind)].strip()
                framed.append(written)
                break
    return body, "".join(sorted(framed, key=lambda written: written.startswith("/")))


@cache
def _frames() -> list[tuple[str, str, str]]:
    """Return the longest first: per metric tonne unit before per metric tonne."""
    frames = [(bare(before), bare(behind), written) for before, behind, written in spoken_frames()]
    return sorted(frames, key=lambda frame: -len(frame[0] + frame[1]))


@cache
def sayings() -> list[tuple[About, str, str]]:
    """Return what is written before and behind a number for how exact it is, in all languages."""
    return [
        said
        for about, pattern in ABOUT.items()
        if about
        for said in (*_printed(about, pattern), *_written_for(about))
    ]


@cache
def _ends_of_sayings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what such a text begins with, and what one ends with."""
    befores = tuple(before for _, before, _behind in sayings() if before)
    return befores, tuple(behind for _, _before, behind in sayings() if behind)


def _printed(about: About, pattern: str) -> Iterator[tuple[About, str, str]]:
    for lang in LANGS:
        before, _quantity, behind = words(lang)(pattern, quantity="\0").partition("\0")
        yield about, bare(before), bare(behind.strip())


def _written_for(about: About) -> Iterator[tuple[About, str, str]]:
    """Yield what stands before in every language, then what stands behind."""
    said = [language.reading.said.get(about, ("", "")) for language in LANGUAGES.values()]
    for word in filter(None, "|".join(before for before, _ in said).split("|")):
        yield about, bare(word.removesuffix(" ") if word[0] > "ぁ" else word), ""
    for word in filter(None, "|".join(behind for _, behind in said).split("|")):
        yield about, "", bare(word)


@cache
def _forms() -> dict[str, list[_Form]]:
    """By the last letter; the longest first: kg before g, 千トン before トン; of equals, the first
    in the table of units.
    """
    ordered = sorted(dict.fromkeys(_every_form()), key=lambda form: -len(form.before + form.behind))
    ends = [form.behind[-1:].lower() for form in ordered]
    found: dict[str, list[_Form]] = {letter: [] for letter in ends}
    for form, end in zip(ordered, ends, strict=True):
        for letter in [end] if end else found:
            found[letter].append(form)
    return found


@cache
def _alike() -> dict[tuple[str, str], set[str]]:
    """Return the units that are written with the same letters."""
    found: dict[tuple[str, str], set[str]] = {}
    for form in _every_form():
        found.setdefault((form.before, form.behind), set()).add(form.unit)
    return found


def _every_form() -> Iterator[_Form]:
    for unit, lang, before, behind in printed_forms():
        yield _Form(before, _folded(behind), unit, lang, plain=_folded(behind).startswith(_large()))
    for unit in dict.fromkeys(unit for unit, *_ in printed_forms() if unit not in ("", "year")):
        for before, behind, anyhow in _names_of(unit):
            plain = behind.startswith(_large())
            asked = behind in _ASKED
            yield _Form(before, behind, unit, plain=plain, asked=asked)
            if anyhow:
                yield _Form(
                    before.lower(), behind.lower(), unit, anyhow=True, plain=plain, asked=asked
                )


def _names_of(unit: str) -> Iterator[tuple[str, str, bool]]:
    """Yield what is written before and behind a number for a unit, its parts too, and whether that
    may be in capitals.
    """
    counted, per, divided = unit.partition("/")
    divisors = [(per + name, anyhow) for name, anyhow in names(divided)] if per else [("", True)]
    parts = [("", *name) for name in names(counted)]
    parts += [(symbol, "", True) for symbol in _symbols(counted)]
    for before, name, anyhow in parts:
        for divisor, also in divisors:
            yield before, name + divisor, anyhow and also
    for name, anyhow in names(unit):
        yield "", name, anyhow


def names(unit: str) -> list[tuple[str, bool]]:
    """Return what is written behind a number for a unit, or for a span of time, and whether that
    may be in capitals.
    """
    own = [unit, *_printed_behind().get(unit, ())]
    more = _written(unit) + [name.replace(" ", "") for name in spoken_names(unit)]
    found = {_folded(name.replace(" ", "")): unit in _ANYHOW for name in own if name}
    return [*(found | {_folded(name): True for name in more}).items()]


@cache
def _printed_behind() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for unit, _lang, before, behind in printed_forms():
        if not before:
            found.setdefault(unit, []).append(behind)
    return found


def _symbols(unit: str) -> list[str]:
    printed = [before for key, _lang, before, _behind in printed_forms() if key == unit and before]
    return [
        bare(symbol)
        for symbol in (
            *printed,
            *(
                name
                for one in LANGUAGES.values()
                for name in one.reading.symbols.get(unit, "").split()
            ),
        )
    ]


def _folded(name: str) -> str:
    return bare(folded(name)).translate(_SAME)


def _unreadable(text: str) -> UnreadableError:
    refuse_shortened(text)
    return UnreadableError(
        msg(
            "“{text}” is not a number with a known unit: write it as 20,000 t/year, ₹34,000 "
            "crore, 約74名 or 5–15%.",
            text=shown(text),
        )
    )
