"""Which field a heading means, guessed in three languages, and the unit that it says beside it.

A heading that is the path of a field is that field. Otherwise the words that say a language are
taken off (`Name (Hindi)`, 氏名（漢字）, हिंदी नाम), and the rest is looked up among the words of
`vocabulary`.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from lohum_brief.exchange.fields import BY_LANGUAGE, by_path
from lohum_brief.exchange.invisible import seen
from lohum_brief.exchange.references import PREFIXES
from lohum_brief.exchange.spans import spans
from lohum_brief.exchange.vocabulary import BODIES, EXTRA, FIELDLESS, FORMS, IGNORED, WORDS
from lohum_brief.language.either import either
from lohum_brief.language.parsing.written_units import is_doubtful, unit_of
from lohum_brief.visit.labels import FIELDS, in_all_languages
from lohum_brief.visit.records import Metric, Observation, Record, Series, kind_of_class

_UNIT: Final = re.compile(r"(.+?)\s*[(\[]([^()\[\]]{1,40})[)\]]")

_BEFORE_UNIT: Final = re.compile(r"\s*[,:;]\s*|\s+[-–]\s+|\s+(?=in\s)|\s+(?=[₹$¥€])", re.IGNORECASE)
_LONGEST_UNIT: Final = 40


WIDE: Final[Mapping[type[Record], str]] = {
    Metric: "value",
    Observation: "value",
    Series: "points.value",
}
"""Kinds whose values may stand in columns headed by years, and the field that they are of."""

_FILLING_WORDS: Final = ("the", "your", "any", "please", "kindly")
"""Words of headings that say nothing."""
_LOCAL: Final = re.compile(
    rf"\s*[(\[]\s*(?:{either(lambda language: language.lists.local)}|\*)\s*[)\]]\s*$",
    re.IGNORECASE,
)
"""What a heading has behind it in brackets that does not change what it says."""


@cache
def known_fields(kind: type[Record]) -> frozenset[str]:
    """What a column of this kind may be mapped to."""
    paths = set(by_path(kind))
    texts = {path.rpartition(".")[0] for path in paths if path.endswith(BY_LANGUAGE)}
    extra = set(EXTRA.get(kind_of_class(kind), ()))
    if "name" in extra:
        extra |= {f"name{end}" for end in BY_LANGUAGE} | {"name.reading"}
    extra |= {f"{name}{end}" for name in BODIES.get(kind_of_class(kind), ()) for end in BY_LANGUAGE}
    return frozenset(paths | texts | extra)


def without_unit(text: str) -> str:
    """A heading, or the name of a metric, without the unit that it has in brackets."""
    found = _UNIT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return found[1] if found and unit_in(text) else text


def unit_in(text: str) -> str | None:
    """The unit that a heading has in brackets."""
    found = _UNIT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if not found:
        return None
    said = found[2].strip()
    unit = unit_of(said)
    return said if is_doubtful(said) or (unit and (unit.key or unit.times != 1)) else None


@lru_cache(
    50_000
)  # the cells of thirty rows are tried for twenty kinds, and again when a question is answered
def guess(heading: str, kind: type[Record]) -> str | None:
    """The field that a heading means, with the language where it says one; None when it is not
    known.
    """
    return _field_of(heading, kind)


def is_heading(text: str, kind: type[Record]) -> bool:
    """Return whether a cell of an entry is a heading. All cells of a column are asked about, once
    each, so that none of them is kept.
    """
    # Most names are told from headings by how they begin, which takes a third of the time.
    if kind not in WIDE and (found := _BEGIN.match(text)):
        begin, known = found[0].casefold(), _beginnings(kind)
        if begin not in known and begin[0] not in known:
            return False
    return _field_of(text, kind) is not None


_BEGIN: Final = re.compile(
    "[A-Za-z]{3}|[\u3041-\u3094\u30a1-\u30fa\u4e00-\u9fef]{2}(?![\u3099\u309a])"
)
"""Letters that are the same when a heading is folded."""


@cache
def _beginnings(kind: type[Record]) -> frozenset[str]:
    """How headings begin, and what may stand before them; of 班 and the like, all of it."""
    words = {*_vocabulary(kind), *known_fields(kind), *FORMS, *_FILLING_WORDS}
    begun = {word[:count].casefold() for word in words for count in (2, 3)}
    return frozenset(begun | {word for word in words if len(word) == 1})


def _field_of(heading: str, kind: type[Record]) -> str | None:
    plain = heading.strip()
    if plain in known_fields(kind):
        return plain
    if found := _look_up(folded(plain), kind):
        return found
    if kind not in WIDE and not _says_more(plain):
        return None
    if (bare := _LOCAL.sub("", plain)) != plain and bare:
        return guess(bare, kind)
    short = _without_filling(plain)
    if short not in (plain, "") and (found := _look_up(folded(short), kind)):
        return found
    if kind in WIDE and (span := spans({0: plain}).get(0)):
        return f"{WIDE[kind]}@{span.suffix}"
    return _in_parts(plain, kind) or _without_remark(plain, kind)


def _in_parts(heading: str, kind: type[Record]) -> str | None:
    """The field of a heading that says it in two or three languages: Name / 氏名 / नाम."""
    pieces = re.split(r"[/|,、・\n]", unicodedata.normalize("NFKC", heading))
    parts = [piece for piece in pieces if piece.strip()]
    if len(parts) < 2:
        return None
    several = {_look_up(folded(part), kind) for part in parts}
    return several.pop() if len(several) == 1 else None


_MORE: Final = re.compile(rf"[(\[/|,、・\n?*]|\b(?:{'|'.join(_FILLING_WORDS)})\b", re.IGNORECASE)


def _says_more(heading: str) -> bool:
    """Whether a heading has anything that may be taken off it. The names of ten thousand people are
    asked too, and have not.
    """
    if _MORE.search(heading):
        return True
    return not heading.isascii() and bool(_MORE.search(unicodedata.normalize("NFKC", heading)))


_FILLING: Final = re.compile(rf"\b(?:{'|'.join(_FILLING_WORDS)})\b\s*|[?？*]", re.IGNORECASE)
_BEHIND: Final = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*$")
_CLOCKS: Final = frozenset({"clock", "start", "end", "day", "minutes"})


def _without_filling(heading: str) -> str:
    """A heading without words that say nothing: Name of the Organization, Any allergy?"""
    return " ".join(_FILLING.sub(" ", heading).split())


def _without_remark(heading: str, kind: type[Record]) -> str | None:
    """The field of a heading without what stands in brackets behind it: Food preference
    (Veg/Non-veg).

    Brackets behind values may be their unit, and behind times a zone.
    """
    bare = _BEHIND.sub("", heading)
    if kind in WIDE or bare == heading or not bare or _has_values(kind):
        return None
    field = _look_up(folded(bare), kind) or _look_up(folded(_without_filling(bare)), kind)
    return None if field is None or field == IGNORED or field in _CLOCKS else field


@lru_cache(1_000)
def likely(heading: str, kind: type[Record]) -> tuple[str, ...]:
    """The fields that a heading that is not known may mean, by the words that it shares with known
    ones; the likeliest first.
    """
    words = {word for word in folded(heading).split() if len(word) > 2 and word not in _COMMON}
    if not words:
        return ()
    shared = {
        field: sum(any(_shares(word, other) for other in known) for word in words)
        for field, known in _words_of_fields(kind).items()
    }
    most = max(shared.values(), default=0)
    return tuple(field for field, count in shared.items() if count == most > 0)[:4]


@cache
def _words_of_fields(kind: type[Record]) -> Mapping[str, frozenset[str]]:
    """The words of the headings that mean each field."""
    fields = known_fields(kind) - {"id"}
    return {
        field: frozenset(word for one in synonyms.split("|") for word in folded(one).split())
        for field, synonyms in {**WORDS[""], **WORDS.get(kind_of_class(kind), {})}.items()
        if field in fields and "+" not in field
    }


def _shares(one: str, other: str) -> bool:
    """Whether two words have the same beginning: photo and photographs."""
    return one == other or (
        min(len(one), len(other)) > 3 and (one.startswith(other) or other.startswith(one))
    )


_COMMON: Final = frozenset(
    [
        "name",
        "names",
        "number",
        "date",
        "time",
        "type",
        "size",
        "code",
        "details",
        "detail",
        "other",
        "others",
        "the",
        "for",
        "and",
        "with",
        "from",
        "not",
    ]
)
"""Words of headings that tell nothing of what stands below."""


def is_fieldless(heading: str, kind: type[Record]) -> bool:
    """Whether a heading is known and no field of today holds what it says, such as a flight or a
    hotel.
    """
    return _joined(folded(heading)) in _fieldless(kind)


@cache
def _fieldless(kind: type[Record]) -> frozenset[str]:
    return frozenset(
        _joined(folded(word)) for word in FIELDLESS.get(kind_of_class(kind), "").split("|")
    )


def unit_told(heading: str) -> str | None:
    """The unit that a heading says in brackets or behind what it is of, whatever that is:
    Production in '000 MT.
    """
    plain = unicodedata.normalize("NFKC", heading).strip()
    behind = (plain[joint.end() :] for joint in _BEFORE_UNIT.finditer(plain))
    return unit_in(heading) or next(filter(_is_unit, behind), None)


def value_and_unit(heading: str, kind: type[Record]) -> tuple[str, str] | None:
    """The field of values and their unit, of a heading such as Production (kt) or
    生産量［トン］.
    """
    if not _has_values(
        kind
    ):  # units are looked up in a table of all that can be written, which takes 50 ms to make
        return None
    plain = unicodedata.normalize("NFKC", heading).strip()
    found = _UNIT.fullmatch(plain)
    unit = unit_in(heading)
    if found and (behind := _unit_of_values(found, unit, kind)):
        return behind
    for joint in _BEFORE_UNIT.finditer(plain):  # Revenue, ₹ in crore; Production in tonnes
        name, said = plain[: joint.start()], plain[joint.end() :]
        if (field := _value_field(name, kind)) and _is_unit(said):
            return field, said
    return _of_money(plain, kind)


_NO_UNIT: Final = re.compile(r"\d|^\W*$")


def _unit_of_values(
    found: re.Match[str], unit: str | None, kind: type[Record]
) -> tuple[str, str] | None:
    """The field of values and what stands behind it in brackets, if that is a unit or may be."""
    field = _value_field(found[1], kind)
    said = unit or (found[2].strip() if field and _may_be_unit(found[2], field) else "")
    return (field, said) if field and said else None


def _may_be_unit(text: str, field: str) -> bool:
    """Whether what a heading of values has in brackets may be a unit that nobody knows yet; behind
    a year it says how sure the value is.
    """
    return "@" not in field and not _NO_UNIT.search(text)


def _is_unit(text: str) -> bool:
    known = unit_of(text)
    return known is not None and bool(known.key or known.times != 1)


def _of_money(heading: str, kind: type[Record]) -> tuple[str, str] | None:
    """The field of values of a column that is headed by money alone, and holds amounts of it."""
    values = next((field for field in ("value", "points.value") if field in known_fields(kind)), "")
    known = unit_of(heading) if values and len(heading) < _LONGEST_UNIT else None
    return (values, heading) if known and known.key in ("INR", "USD", "JPY", "EUR") else None


@cache
def _has_values(kind: type[Record]) -> bool:
    return any(path.rpartition(".")[2] == "value" for path in known_fields(kind))


def _value_field(heading: str, kind: type[Record]) -> str | None:
    """The field of values that a heading means."""
    field = guess(heading, kind)
    return field if field and field.partition("@")[0].rpartition(".")[2] == "value" else None


def _look_up(said: str, kind: type[Record]) -> str | None:
    words = _vocabulary(kind)
    if (found := words.get(_joined(said))) is not None:
        return found
    lang, rest = _language(said)
    if not lang:
        return None
    base = words.get(_joined(rest)) if rest else _main(kind)
    if base is None or base == IGNORED:
        return None
    path = f"{base}.{lang}"
    if path in known_fields(kind):
        return path
    if base in by_path(kind):  # said of a field that has one language only: ja_reading
        return base
    of_name = (base, lang) == ("name", "reading") and "reading" in known_fields(kind)
    return "reading" if of_name else None


def _main(kind: type[Record]) -> str | None:
    """What a column holds that is headed by a language alone."""
    return next((name for name in ("name", "title", "text") if name in known_fields(kind)), None)


def _language(said: str) -> tuple[str, str]:
    """The language that a heading says, and the heading without it; Japanese writes both in one
    word.
    """
    tokens = said.split()
    for at, token in enumerate(tokens):
        if token in FORMS:
            return FORMS[token], " ".join(tokens[:at] + tokens[at + 1 :])
    if not said.isascii() and (said.startswith(_WITHIN) or said.endswith(_WITHIN)):
        for word, lang in _LANGUAGE_WORDS:
            for end in (said.removesuffix(word), said.removeprefix(word)):
                if end != said:
                    return lang, end.strip()
    return "", said


_LANGUAGE_WORDS: Final = sorted(
    ((word, lang) for word, lang in FORMS.items() if not word.isascii() and len(word) > 1),
    key=lambda pair: -len(pair[0]),
)
"""The longest first, of those that may stand within a word."""
_WITHIN: Final = tuple(word for word, _ in _LANGUAGE_WORDS)


@cache
def _vocabulary(kind: type[Record]) -> Mapping[str, str]:
    name = kind_of_class(kind)
    words = {
        _joined(folded(path.replace("_", " "))): path
        for path in known_fields(kind)
        if "." not in path
    }
    words |= {f"{PREFIXES.get(name, name)}id": "id", f"{name}id": "id"}
    for table in (WORDS[""], WORDS["observation"] if name == "metric" else {}, WORDS.get(name, {})):
        words |= {
            _joined(folded(word)): field
            for field, synonyms in table.items()
            if field in known_fields(kind) or field == IGNORED
            for word in synonyms.split("|")
        }
    # Tables made from the program have its own labels.
    for path in sorted(known_fields(kind) & FIELDS.keys()):
        for label in in_all_languages(FIELDS[path]):
            words.setdefault(_joined(folded(label)), path)
    for word in _fieldless(kind):
        words.setdefault(word, IGNORED)
    return words


@lru_cache(10_000)
def folded(text: str) -> str:
    """A heading without what differs from one sheet to the next: width, case, nukta, punctuation,
    spaces.
    """
    if text.isascii():
        text = text.casefold()
    else:
        text = unicodedata.normalize("NFKC", seen(text)).casefold()
        text = unicodedata.normalize("NFD", text).replace("\u093c", "")
        text = unicodedata.normalize("NFC", text)
    return " ".join(_SEPARATORS.sub(" ", text).split()) or text.strip()


_SEPARATORS: Final = re.compile(r"[\s_\-./:;()\[\]{}<>*#・,、|]+")


def _joined(heading: str) -> str:
    return heading.replace(" ", "")
