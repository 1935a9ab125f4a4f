"""What a person calls a record: a name or title in the language of the reader, else in the first
that it has.

What ends in `_in` is for one language that is known; what is told to somebody holds the forms of
all of them.
"""

from collections.abc import Callable
from typing import Final
from unicodedata import east_asian_width

from lohum_brief.language.catalogue import MissingTranslationError, phrase, words
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.names import name
from lohum_brief.message import Value, forms
from lohum_brief.visit import tokens
from lohum_brief.visit.name_order import order
from lohum_brief.visit.records import (
    Figure,
    Item,
    Metric,
    Observation,
    Particulars,
    Person,
    Picture,
    Record,
    Series,
    Source,
)
from lohum_brief.visit.shown import shown
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

MEASURES: Final[dict[str, str]] = {
    "mine": phrase("Mine production"),
    "refinery": phrase("Refinery production"),
    "smelter": phrase("Smelter production"),
    "reserves": phrase("Reserves"),
    "price": phrase("Price"),
    "demand": phrase("Demand"),
    "supply": phrase("Supply"),
}
"""What the tables of minerals count."""
_VISIT: Final = phrase("The visit")
_UNSEEN: Final = " \u00a0\u3000\u200b\t\n·"
_LONGEST: Final = 36


def text_in(value: Text, lang: Lang, visit: Visit | None = None) -> str:
    """Return a text in a language, else in the first language it has; its figures are printed where
    `visit` has them.
    """
    lang = lang if value[lang] else next((other for other in LANGS if value[other]), lang)
    found = value[lang]
    if visit is not None and "{" in found:
        found = "".join(_printed(part, lang, visit) for part in tokens.parts(found))
    return plain(found)


def _printed(part: str | tokens.Token, lang: Lang, visit: Visit) -> str:
    return part if isinstance(part, str) else shown(part, lang, visit).text or part.written


def text(value: Text, visit: Visit | None = None) -> Value:
    """Return a text to be told: see `text_in`."""
    return in_all(lambda lang: text_in(value, lang, visit))


def title_in(record: Record, visit: Visit, lang: Lang) -> str:
    """Return what a record is called in lists; its id where it has no name that can be seen yet."""
    found = _named_in(record, visit, lang) or _called_in(record, visit, lang)
    if found.strip(_UNSEEN):
        return found
    return _word(_VISIT, lang) if isinstance(record, Particulars) else record.id


def _of_value(value: Observation, visit: Visit, lang: Lang) -> str:
    """Return what a value is of, and when it was so."""
    metric = visit.get(Metric, value.metric)
    of = title_in(metric, visit, lang) if metric else value.metric
    return f"{of} · {value.as_of or value.value}"


def _named_in(record: Record, visit: Visit, lang: Lang) -> str:
    """Return what the kinds are called that have more than a title; empty for all others."""
    match record:
        case Particulars():
            return text_in(record.title, lang, visit)
        case Person():
            return _person(record, visit, lang)
        case Observation():
            return _of_value(record, visit, lang)
        case Series():
            of_mineral = f"{record.mineral} · {_word(MEASURES[record.measure], lang)}"
            return text_in(record.title, lang, visit) or of_mineral
        case Source():
            return record.title
        case Picture():
            return text_in(record.caption, lang, visit) or record.image.file
        case Item():
            return f"{record.start:%H:%M} {text_in(record.title, lang, visit)}"
    return ""


def _word(english: str, lang: Lang) -> str:
    """Return a word of the program's; in English where the language has none."""
    try:
        return words(lang)(english)
    except MissingTranslationError:
        return english


def _person(record: Person, visit: Visit, lang: Lang) -> str:
    first, country = order(record, visit)
    tried = (
        name(
            record.family,
            record.given,
            one,
            native=record.native,
            family_first=first,
            country=country,
            polite=False,
        )
        for one in (lang, record.native, *LANGS)
    )
    return next(filter(None, tried), "").replace("\u00a0", " ")


def _called_in(record: Record, visit: Visit, lang: Lang) -> str:
    """Return the first of the texts that a record can be called by; a figure has its name only."""
    fields = ("name",) if isinstance(record, Figure) else ("title", "name", "text")
    texts = (getattr(record, field_name, None) for field_name in fields)
    value = next((value for value in texts if isinstance(value, Text) and value), None)
    return text_in(value, lang, visit) if value is not None else ""


def title(record: Record, visit: Visit) -> Value:
    """Return what a record is called, to be told."""
    return in_all(lambda lang: title_in(record, visit, lang))


def short_in(record: Record, visit: Visit, lang: Lang) -> str:
    """Return a title that leaves room for what stands behind it; characters of Japanese count
    twice.
    """
    line = " ".join(title_in(record, visit, lang).split())
    width = 0
    for at, character in enumerate(line):
        width += 2 if east_asian_width(character) in "WF" else 1
        if width > _LONGEST:
            return line[: at - 1].rstrip() + "…"
    return line


def short(record: Record, visit: Visit) -> Value:
    """Return a short title to be told: see `short_in`."""
    return in_all(lambda lang: short_in(record, visit, lang))


def in_all(form: Callable[[Lang], str]) -> Value:
    """Return the forms of all languages, or the one that all of them have."""
    found = {lang: form(lang) for lang in LANGS}
    return found[LANGS[0]] if len(set(found.values())) == 1 else forms(found)
