"""Numbers in running English and Hindi: figures, words and both, with their large units: 2.5bn,
34,000 crore, ढाई लाख.
"""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from lohum_brief.language.codes import Lang
from lohum_brief.language.either import either, words
from lohum_brief.language.figures import figures
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.mention import Mention, Weight
from lohum_brief.language.numbers import is_printable
from lohum_brief.language.parsing.numbers import number, number_words
from lohum_brief.language.source import UnreadableError, spelling
from lohum_brief.language.typed.lexicon import SUFFIXES, months
from lohum_brief.language.typed.units import around, measured, scale_of

_BEFORE_MONTH: Final = re.compile(
    r"\b(?:in|since|by|until|from|to|and|or|during|early|late|of|next|last|this|till|end|between"
    r"|before|after|on) $|\bmid-$",
    re.IGNORECASE,
)
_VULGAR: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75"}
_AND_A_PART: Final = re.compile(r" and (?:a|one|three)[ -](half|quarters?)\b")
_ONE_BEFORE: Final = re.compile(r"(?<!half )(?<!quarter of )\ba $", re.IGNORECASE)
_LARGER: Final = re.compile(r"[ -]([a-z]+)\b")
_BESIDE_FIGURE: Final = re.compile(r"\.?,? ?'?[0-9\0]")
_FIGURE_BEFORE: Final = re.compile(r"[0-9\0](?:st|nd|rd|th)?(?: of)?[ -]?$")
_NEAR: Final = 20
"""Characters in which what stands before a number is looked for."""
_MARKS: Final = ",.-;:()/+\u2013\u2014\u2019\u201c\u201d\u0964\u00a0"
"""What may touch a word."""
_SMALL: Final = 100
_LONGEST: Final = 24
"""Words of one number; no number that is written has as many."""

Role = Literal["", "figure", "number", "scale", "dozen", "ordinal", "aside", "month", "joint"]


class _Token(NamedTuple):
    start: int
    stop: int
    written: str
    role: Role


@cache
def _roles(lang: Lang) -> dict[str, Role]:
    """Return every word that can be part of a number or a month, in each of its spellings."""
    found: dict[str, Role] = dict.fromkeys(months(lang), "month")
    found |= number_words(lang)
    language = LANGUAGES[lang]
    own = language.mentions
    found |= dict.fromkeys(map(spelling, own.asides), "aside")
    found |= dict.fromkeys(map(spelling, own.ordinals), "ordinal")
    found |= dict.fromkeys(map(spelling, own.dozens), "dozen")
    if language.script.cased:
        return found
    written: dict[str, Role] = {
        variant: role for word, role in found.items() for variant in _spellings(word)
    }
    numbers = [word for word, role in written.items() if role == "number"]
    return written | {word + ending: "ordinal" for word in numbers for ending in own.endings}


def _spellings(word: str) -> set[str]:
    """Return what `spelling` makes one of: with a nukta and without, the nasal in each way."""
    found = {word}
    for plain in ("ड", "ढ", "ज", "फ"):
        if plain in word:
            found |= {one.replace(plain, plain + "\u093c", 1) for one in found}
    if "\u0902" in word:
        for mark in ("\u0901", "न\u094d", "म\u094d", "ण\u094d", "ञ\u094d"):
            found |= {one.replace("\u0902", mark, 1) for one in found}
    return found


@cache
def _a_half_of() -> re.Pattern[str]:
    """Return what stands before a large unit and says a half or a quarter of it, or one."""
    return re.compile(either(lambda language: language.mentions.half_before), re.IGNORECASE)


@cache
def _articles() -> frozenset[str]:
    return frozenset(words(lambda language: language.mentions.articles))


@cache
def _vague() -> frozenset[str]:
    """Return the words that say of a number only that it is more than one."""
    return frozenset(map(spelling, words(lambda language: language.mentions.vague)))


@cache
def _valued(lang: Lang) -> dict[str, int]:
    return {
        spelling(word): value
        for word, value in (
            *LANGUAGES[lang].mentions.asides.items(),
            *LANGUAGES[lang].mentions.ordinals.items(),
        )
    }


def in_words(text: str, lang: Lang) -> list[Mention]:
    """Return the numbers of a folded text in English or Hindi."""
    tokens = _tokens(text, lang)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.role == "joint":
            at += 1
        elif token.role == "month":
            if _is_month(text, token, lang):
                month = months(lang)[spelling(token.written)]
                found.append(
                    Mention(
                        token.start, token.stop, sort="month", values=frozenset([Decimal(month)])
                    )
                )
            at += 1
        elif token.role in ("ordinal", "aside"):
            found.append(_single(token, lang))
            at += 1
        else:
            at, mention = _number(text, tokens, at, lang)
            if mention:
                found.append(mention)
                while at < len(tokens) and tokens[at].start < mention.extent[1]:
                    at += 1
    return found


def has_number_words(text: str, lang: Lang) -> bool:
    """Return whether any word of a text can be part of a number or a month; it is asked of every
    text, and nearly always answered with no.
    """
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return (
        not _roles(lang)
        .keys()
        .isdisjoint((text.lower() if LANGUAGES[lang].script.cased else text).split())
    )


def _tokens(text: str, lang: Lang) -> list[_Token]:
    """Return the figures and words of numbers, with the months; all other words lie between."""
    roles, cased = _roles(lang), LANGUAGES[lang].script.cased
    found: list[_Token] = []
    for match in _token(lang).finditer(text):
        written = match[0]
        role = roles.get(
            written.lower() if cased else written, "figure" if written[0].isdigit() else ""
        )
        if role or (written == "and" and found):
            found.append(_Token(*match.span(), written, role or "joint"))
    return found


@cache
def _token(lang: Lang) -> re.Pattern[str]:
    return re.compile(LANGUAGES[lang].mentions.word)


def _is_month(text: str, token: _Token, lang: Lang) -> bool:
    """May, March and what is short may be other words: they are months with a capital and a number
    or a preposition.
    """
    if not LANGUAGES[lang].script.cased:
        return len(token.written) > 2 or _beside_figure(text, token)
    if not token.written[0].isupper():
        return False
    if len(token.written) > 3 and token.written not in ("March", "Sept"):
        return True
    return (
        _beside_figure(text, token)
        or _BEFORE_MONTH.search(text, max(0, token.start - _NEAR), token.start) is not None
    )


def _beside_figure(text: str, token: _Token) -> bool:
    if _BESIDE_FIGURE.match(text, token.stop):
        return True
    return _FIGURE_BEFORE.search(text, max(0, token.start - _NEAR), token.start) is not None


def _single(token: _Token, lang: Lang) -> Mention:
    key = spelling(token.written)
    value = _valued(lang).get(key)
    weight: Weight = "word" if token.role == "ordinal" else "aside"
    known = (
        Decimal(value)
        if value is not None
        else _value_of((token.written[: -len(LANGUAGES[lang].mentions.endings[0])],), lang)
    )
    return Mention(token.start, token.stop, weight, values=frozenset([known or Decimal(0)]))


def _number(text: str, tokens: list[_Token], at: int, lang: Lang) -> tuple[int, Mention | None]:
    """Return the longest number that begins at a token, and the place of the token behind it."""
    token, run = tokens[at], _run(text, tokens, at, lang)
    own = LANGUAGES[lang].mentions
    halves = own.halves
    one = (
        [own.one]
        if halves
        and token.role == "scale"
        and _ONE_BEFORE.search(text, max(0, token.start - _NEAR), token.start)
        else []
    )
    if halves and (ordinal := _compound_ordinal(text, tokens, at, lang)):
        return at + 2, ordinal
    while run:
        value = _value([*one, *(token.written for token in run)], lang)
        if value is not None:
            return at + len(run), _finished(text, run, value, lang)
        run = run[:-1]
    if token.role in ("scale", "dozen"):
        return at + 1, _large_alone(text, token, lang)
    return at + 1, None


def _compound_ordinal(text: str, tokens: list[_Token], at: int, lang: Lang) -> Mention | None:
    """Twenty-first: a number and an ordinal."""
    tens, ones = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else None
    if tens.role != "number" or ones is None or text[tens.stop : ones.start] != "-":
        return None
    first, second = _value_of((tens.written,), lang), _valued(lang).get(ones.written.lower())
    if first is None or second is None or first < 20 or second > 9:
        return None
    return Mention(tens.start, ones.stop, "word", values=frozenset([first + second]))


def _run(text: str, tokens: list[_Token], at: int, lang: Lang) -> list[_Token]:
    """Return the tokens that may be one number with the one they begin with; a part of them is
    tried where all are none.
    """
    run = [tokens[at]]
    for place in range(at + 1, min(len(tokens), at + _LONGEST)):
        token, last = tokens[place], run[-1]
        joins = _JOINS.get(token.role)
        gap = text[last.stop : token.start]
        if not joins or not joins(_Joint(run[0], last, gap, _behind(text, tokens, place), lang)):
            break
        run.append(token)
    return run


def _behind(text: str, tokens: list[_Token], place: int) -> Role:
    """Return what follows a word behind a space."""
    if place + 1 == len(tokens):
        return ""
    following = tokens[place + 1]
    return following.role if text[tokens[place].stop : following.start] == " " else ""


class _Joint(NamedTuple):
    """What a word stands behind: the first of a number, the last, what is between; and what is
    behind the word.
    """

    first: _Token
    last: _Token
    gap: str
    behind: Role
    lang: Lang


def _and_joins(joint: _Joint) -> bool:
    """Three hundred and twenty."""
    large = joint.gap == " " and joint.last.role == "scale" and joint.behind == "number"
    return large and joint.first.role != "figure"


def _figure_joins(joint: _Joint) -> bool:
    """5 lakh 34 thousand."""
    return joint.gap == " " and joint.last.role == "scale" and joint.behind == "scale"


def _scale_joins(joint: _Joint) -> bool:
    return joint.gap in (" ", "-") or (joint.gap == "" and joint.last.role == "figure")


def _number_joins(joint: _Joint) -> bool:
    if joint.last.role == "figure":
        return False
    return joint.gap == " " or (joint.gap == "-" and LANGUAGES[joint.lang].reading.compounds)


_JOINS: Final[Mapping[Role, Callable[[_Joint], bool]]] = {
    "joint": _and_joins,
    "figure": _figure_joins,
    "scale": _scale_joins,
    "dozen": _scale_joins,
    "number": _number_joins,
}


@lru_cache(maxsize=20_000)
def _value_of(words: tuple[str, ...], lang: Lang) -> Decimal | None:
    try:
        if len(words) == 1 and words[0][0].isdigit():
            return figures(words[0], words[0])
        dozens = LANGUAGES[lang].mentions.dozens.get(words[-1].lower())
        if dozens:
            return number(" ".join(words[:-1]), lang) * dozens
        return number(" ".join(words), lang)
    except UnreadableError:
        return None


def _value(words: list[str], lang: Lang) -> Decimal | None:
    if words[-1].lower() == "and" or (words[0].lower() in LANGUAGES[lang].mentions.dozens):
        return None
    if (
        len(words) > 1
        and words[-1].lower() in LANGUAGES[lang].mentions.dozens
        and _roles(lang).get(words[-2].lower()) == "scale"
    ):
        return None
    found = _value_of(tuple(words), lang)
    return found if found is None or is_printable(found) else None


def _large_alone(text: str, token: _Token, lang: Lang) -> Mention | None:
    """Return a million, half a million, आधा दर्जन; millions and several hundred are no number."""
    if token.role == "dozen":
        value = Decimal(LANGUAGES[lang].mentions.dozens[token.written.lower()])
    else:
        found = _value_of((LANGUAGES[lang].mentions.one, token.written), lang)
        if found is None or token.written.lower().endswith("s"):
            return None
        value = found
    before = _a_half_of().search(text, max(0, token.start - 14), token.start)
    if not before:
        return None
    part = (before[1] or "").lower()
    times = Decimal(1)
    if before[0].strip().lower() not in _articles():
        times = Decimal("0.25") if part == "quarter" else Decimal("0.5")
    stop = token.stop
    if more := _AND_A_PART.match(text, stop):
        times, stop = times + _part(more), more.end()
    return measured(text, before.start(), stop, value * times, scale=value, weight="word")


def _part(match: re.Match[str]) -> Decimal:
    if match[1] == "half":
        return Decimal("0.5")
    return Decimal("0.75") if "three" in match[0] else Decimal("0.25")


class _Reading(NamedTuple):
    """A number, where it ends, its large unit, and what else it can be."""

    value: Decimal
    stop: int
    scale: Decimal = Decimal(1)
    other: Decimal | None = None


def _finished(text: str, run: list[_Token], value: Decimal, lang: Lang) -> Mention | None:
    """Return the number with what belongs to it behind its words: a half, a letter for a large
    unit, a unit, the clock.
    """
    first, last = run[0], run[-1]
    clock = LANGUAGES[lang].mentions.clock
    if clock and (time := clock(text, first.start, last.stop, value)):
        return time
    if len(run) == 1 and last.role == "scale" and _is_vague(text, first.start):  # कई सौ
        return None
    scale = Decimal(1)
    if first.role == "figure":
        scale = scale_of(value, _value_of((first.written,), lang))
    reading = _with_part(text, run, _Reading(value, last.stop, scale), lang)
    if last.role == "figure":
        reading = _with_letter(text, first.start, reading)
    return measured(
        text,
        first.start,
        reading.stop,
        reading.value,
        scale=reading.scale,
        weight=_weight(text, run, reading),
        values=() if reading.other is None else (reading.other,),
        unsure=reading.other is not None,
    )


def _with_part(text: str, run: list[_Token], read: _Reading, lang: Lang) -> _Reading:
    """2½, two and a half million, a million and a half."""
    if (
        vulgar := _VULGAR.get(text[read.stop : read.stop + 1])
    ) and read.value == read.value.to_integral_value():
        return read._replace(value=read.value + Decimal(vulgar), stop=read.stop + 1)
    more = _AND_A_PART.match(text, read.stop) if LANGUAGES[lang].mentions.halves else None
    if more is None:
        return read
    size = Decimal(1)
    if run[-1].role == "scale":
        size = _value_of((LANGUAGES[lang].mentions.one, run[-1].written), lang) or size
    value = read.value + _part(more) * size
    larger = _LARGER.match(text, more.end())
    if (
        larger
        and _roles(lang).get(larger[1]) == "scale"
        and (times := _value_of((LANGUAGES[lang].mentions.one, larger[1]), lang))
    ):
        return _Reading(value * times, larger.end(), times)
    return _Reading(value, more.end(), read.scale)


def _with_letter(text: str, start: int, read: _Reading) -> _Reading:
    """20K, $5m, ₹5 L; without a currency, 5m and 5 L may be metres and litres."""
    place = read.stop + (text[read.stop : read.stop + 1] == " ")
    letter = text[place : place + 1]
    if letter not in SUFFIXES or text[place + 1 : place + 2].isalnum():
        return read
    size, either = SUFFIXES[letter]
    value = read.value * size
    if around(text, start, read.stop).before or (not either and place == read.stop):
        return _Reading(value, place + 1, Decimal(size))
    return _Reading(read.value, read.stop, Decimal(size), value) if letter in "mL" else read


def _weight(text: str, run: list[_Token], read: _Reading) -> Weight:
    """Figures count, but those behind letters, as in COP28, are names; so do words of more than one
    part.
    """
    first = run[0]
    if any(token.role == "figure" for token in run):
        before = text[first.start - 1 : first.start] if first.start else ""
        named = (
            before.isascii()
            and before.isalpha()
            and not around(text, first.start, read.stop).before
        )
        return "word" if named else "figure"
    if read.value in (0, 1):
        return "aside"
    return "figure" if len(run) > 1 and read.value >= _SMALL else "word"


def _is_vague(text: str, start: int) -> bool:
    before = text[max(0, start - _NEAR) : start].split()
    return bool(before) and spelling(before[-1]) in _vague()
