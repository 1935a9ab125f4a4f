"""What a person calls a record: a name or title in the interface language, else in the first it
has.
"""

from typing import Final
from unicodedata import east_asian_width

from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.furigana import plain
from lohum_brief.language.interface import interface, say
from lohum_brief.language.names import name
from lohum_brief.visit import tokens
from lohum_brief.visit.records import (
    Figure,
    Item,
    Metric,
    Observation,
    Particulars,
    Person,
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
_LONGEST: Final = 36


def text(value: Text, visit: Visit | None = None) -> str:
    """A text in the interface language, else in the first language it has; its figures printed
    where `visit` has them.
    """
    lang = interface()
    lang = lang if value[lang] else next((other for other in LANGS if value[other]), lang)
    found = value[lang]
    if visit is not None and "{" in found:
        found = "".join(_printed(part, lang, visit) for part in tokens.parts(found))
    return plain(found)


def _printed(part: str | tokens.Token, lang: Lang, visit: Visit) -> str:
    return part if isinstance(part, str) else shown(part, lang, visit).text or part.written


def title(record: Record, visit: Visit) -> str:
    """What a record is called in lists; its id where it has no name that can be seen yet."""
    if (found := _title(record, visit)).strip(" \u00a0\u3000\u200b\t\n·"):
        return found
    return say("The visit") if isinstance(record, Particulars) else record.id


def _title(record: Record, visit: Visit) -> str:
    match record:
        case Particulars():
            return text(record.title, visit)
        case Person():
            lang = interface()
            for tried in (lang, record.native, *LANGS):
                found = name(record.family, record.given, tried, native=record.native, polite=False)
                if found:
                    return found.replace("\u00a0", " ")
        case Observation():
            metric = visit.get(Metric, record.metric)
            return (
                f"{title(metric, visit) if metric else record.metric} · "
                f"{record.as_of or record.value}"
            )
        case Series():
            return (
                text(record.title, visit) or f"{record.mineral} · {say(MEASURES[record.measure])}"
            )
        case Source():
            return record.title
        case Item():
            return f"{record.start:%H:%M} {text(record.title, visit)}"
        case Figure():
            return text(record.name, visit) or record.id
    for field_name in ("title", "name", "text"):
        value = getattr(record, field_name, None)
        if isinstance(value, Text) and value:
            return text(value, visit)
    return record.id


def short(record: Record, visit: Visit) -> str:
    """A title that leaves room for what stands behind it; characters of Japanese count twice."""
    line = " ".join(title(record, visit).split())
    width = 0
    for at, character in enumerate(line):
        width += 2 if east_asian_width(character) in "WF" else 1
        if width > _LONGEST:
            return line[: at - 1].rstrip() + "…"
    return line
