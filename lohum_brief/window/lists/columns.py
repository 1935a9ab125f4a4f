"""What the columns of a kind's table show, how they sort, and which step back where there is no
room.
"""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from lohum_brief.language import dates
from lohum_brief.language.catalogue import phrase
from lohum_brief.language.codes import LANGS, LATIN_FIRST, Lang
from lohum_brief.language.interface import interface, listed, say
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.language.names import sort_key
from lohum_brief.language.units import quantity
from lohum_brief.visit.labels import FIELDS
from lohum_brief.visit.own_units import settled
from lohum_brief.visit.readers import AUDIENCES
from lohum_brief.visit.records import (
    AnyRecord,
    Chart,
    Figure,
    Group,
    Item,
    Meeting,
    Metric,
    Mineral,
    Note,
    Observation,
    Organisation,
    OwnUnit,
    Pack,
    Paragraph,
    Person,
    Picture,
    Place,
    Record,
    Section,
    Series,
    Source,
    Statement,
    Table,
    Task,
    Term,
    Vehicle,
)
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels
from lohum_brief.window.fields.schema import Field, fields, texts_of
from lohum_brief.window.lists.cells import Pills


class Column(NamedTuple):
    """`show` gives a string, or pills; `order` sorts, by default what is shown; `key` is what
    settings call it.

    Where there is no room, those of the highest `rank` step back first; `usual` ones are shown
    until somebody chooses. `marks` are all pills that may stand in it, if they are known.
    """

    title: str
    show: Callable[[Any, Visit], str | Pills]
    order: Callable[[Any, Visit], Any] | None = None
    key: str = ""
    rank: int = 0
    usual: bool = True
    marks: Callable[[], Sequence[str]] | None = None


_FINE: Final = ("approved", "checked")


def _audience(record: AnyRecord, _: Visit) -> Pills:
    return [(labels.choice("audience", record.audience), "")]


def _audiences() -> Sequence[str]:
    return [labels.choice("audience", audience) for audience in AUDIENCES]


def _languages(record: AnyRecord, _: Visit) -> Pills:
    """One for each language: the worst of its states in all texts of the record. Languages that
    lack the same share one.
    """
    texts = texts_of(record)
    worst = ("missing", "old", "draft", "checked", "approved")
    found: list[tuple[list[str], str]] = []
    for lang in LANGS if texts else ():
        states = [text.state[lang] if text[lang] else "missing" for text in texts]
        state = min(states, key=worst.index)
        if found and found[-1][1] == state and state not in _FINE:
            found[-1][0].append(lang)
        else:
            found.append(([lang], state))
    return [
        (
            " ".join(langs)
            if state in _FINE
            else f"{' '.join(langs)} {labels.choice('state', state)}",
            state,
        )
        for langs, state in found
    ]


def _title(record: AnyRecord, visit: Visit) -> str:
    return labels.title(record, visit)


def _name_key(record: Person, _: Visit) -> Any:
    return sort_key(record.family, record.given, interface())


def _of(kind: type[Record], field: str) -> Callable[[Any, Visit], str]:
    def show(record: Any, visit: Visit) -> str:
        found = visit.get(kind, getattr(record, field))
        return labels.title(found, visit) if found else str(getattr(record, field) or "")

    return show


def _choice(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: labels.choice(field, getattr(record, field) or "")


def _plain(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: str(getattr(record, field) or "")


def _number(field: str) -> Callable[[Any, Visit], Any]:
    return lambda record, _: (getattr(record, field) is not None, getattr(record, field) or 0)


def _unit(record: Any, visit: Visit) -> str:
    return labels.unit(record.unit, visit)


def _form(lang: Lang) -> Callable[[Any, Visit], str]:
    return lambda record, _: str(record.name[lang])


def _topic(record: Term, _: Visit) -> str:
    return labels.topic(record.topic)


def _text(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, visit: labels.text(getattr(record, field), visit)


def _day(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: dates.as_of(str(getattr(record, field)), interface(), months=False)


def _observed(record: Observation, visit: Visit) -> str:
    metric = visit.get(Metric, record.metric)
    unit = settled(metric.unit, visit) if metric else ""
    return quantity(record.value, unit, interface(), about=record.about)


def _parties(record: Note, visit: Visit) -> str:
    found = (visit.get(Organisation, ident) for ident in record.parties)
    return listed(one.abbreviation or labels.title(one, visit) for one in found if one)


def _figure(record: Figure, visit: Visit) -> str:
    return quantity(record.value, settled(record.unit, visit), interface(), about=record.about)


def _holds(record: OwnUnit, _: Visit) -> str:
    """What one of it is: 50 kg."""
    return "" if record.amount is None else quantity(record.amount, record.unit, interface())


def _file(record: Picture, _: Visit) -> str:
    return record.image.file


def _when(record: Item, _: Visit) -> str:
    return f"{dates.date(record.start.date(), interface())} {record.start:%H:%M}"


_AUDIENCE: Final = Column(phrase("Audience"), _audience, marks=_audiences)
_LANGUAGES: Final = Column(phrase("Languages"), _languages)
_COLUMNS: Final[dict[type, tuple[Column, ...]]] = {
    Place: (
        Column(FIELDS["name"], _title),
        Column(FIELDS["floor"], _plain("floor")),
        Column(FIELDS["capacity"], _plain("capacity"), _number("capacity")),
    ),
    Vehicle: (
        Column(FIELDS["name"], _title),
        Column(FIELDS["seats"], _plain("seats"), _number("seats")),
        Column(FIELDS["driver"], _of(Person, "driver")),
    ),
    Task: (
        Column(FIELDS["text"], _title),
        Column(FIELDS["item"], _of(Item, "item")),
        Column(FIELDS["person"], _of(Person, "person")),
    ),
    Picture: (
        Column(FIELDS["caption"], _title),
        Column(FIELDS["sort"], _choice("sort")),
        Column(FIELDS["file"], _file),
    ),
    Meeting: (
        Column(FIELDS["title"], _title),
        Column(FIELDS["item"], _of(Item, "item")),
    ),
    Person: (
        Column(phrase("Name"), _title, _name_key),
        Column(phrase("Organisation"), _of(Organisation, "organisation")),
        Column(phrase("Post"), _text("post")),
        Column(phrase("Group"), _of(Group, "group")),
    ),
    OwnUnit: (
        Column(FIELDS["symbol"], _plain("symbol")),
        Column(FIELDS["name"], _text("name")),
        Column(FIELDS["amount"], _holds),
    ),
    Organisation: (
        Column(phrase("Called"), _title),
        Column(phrase("Abbreviation"), _plain("abbreviation")),
        Column(phrase("Side"), _choice("side")),
    ),
    Group: (Column(phrase("Called"), _title), Column(phrase("Remark"), _text("note"))),
    Item: (
        Column(phrase("Time"), _when, lambda record, _: record.start),
        Column(phrase("Item"), _text("title")),
        Column(phrase("Minutes"), _plain("minutes"), lambda record, _: record.minutes),
        Column(phrase("Place"), _text("place")),
    ),
    Metric: (Column(phrase("Called"), _title), Column(phrase("Unit"), _unit)),
    Observation: (
        Column(phrase("Metric"), _of(Metric, "metric")),
        Column(phrase("Value"), _observed, lambda record, _: record.value),
        Column(phrase("As of"), _day("as_of"), lambda record, _: record.as_of),
        Column(phrase("Basis"), _choice("basis")),
    ),
    Figure: (
        Column(phrase("Called"), _title),
        Column(phrase("Value"), _figure, lambda record, _: record.value),
        Column(phrase("As of"), _day("as_of"), lambda record, _: record.as_of),
    ),
    Mineral: (Column(phrase("Called"), _title), Column(phrase("Symbol"), _plain("symbol"))),
    Series: (
        Column(phrase("Title"), _title),
        Column(phrase("Mineral"), _of(Mineral, "mineral")),
        Column(phrase("Measure"), _choice("measure")),
    ),
    Note: (
        Column(phrase("Title"), _title),
        Column(phrase("Kind"), _choice("sort")),
        Column(phrase("Date"), _day("date"), lambda record, _: record.date),
        Column(phrase("Parties"), _parties),
    ),
    Statement: (Column(phrase("Statement"), _title), Column(phrase("Said by"), _text("said_by"))),
    Term: (
        Column(phrase("Term"), _title),
        *(Column(LANGUAGES[lang].wording.name, _form(lang)) for lang in LATIN_FIRST[1:]),
    ),
    Source: (
        Column(phrase("Title"), _title),
        Column(phrase("Publisher"), _plain("publisher")),
        Column(phrase("Date"), _day("date"), lambda record, _: record.date),
    ),
    Section: (Column(phrase("Title"), _title), Column(phrase("Lists"), _choice("content"))),
    Paragraph: (Column(phrase("Text"), _title), Column(phrase("Section"), _of(Section, "section"))),
    Table: (Column(phrase("Title"), _title), Column(phrase("Section"), _of(Section, "section"))),
    Chart: (
        Column(phrase("Title"), _title),
        Column(phrase("Form"), _choice("form")),
        Column(phrase("Section"), _of(Section, "section")),
    ),
    Pack: (
        Column(phrase("Title"), _title),
        Column(phrase("Languages"), lambda record, _: [(lang, "") for lang in record.languages]),
        Column(phrase("Layout"), _choice("layout")),
    ),
}


_USUAL: Final = (Column(phrase("Name"), _title),)
_RANKS: Final = (0, 2, 5, 7)
"""Of the columns of a kind; its audience and languages step back later than what else there is to
say.
"""
PAGES: Final = "pages"
"""The key of the column that says where a record prints; the model knows that, not the record."""


@cache
def columns(kind: type[Record]) -> tuple[Column, ...]:
    """The columns of a kind's table; first what it is called, last those that are not shown until
    somebody wants them.
    """
    own = [
        column._replace(key=f"{at}", rank=_RANKS[at])
        for at, column in enumerate(_COLUMNS.get(kind, _USUAL))
    ]
    # Who may read it is what nobody should have to look for, of notes above all.
    own.insert(1 if kind is Note else len(own), _AUDIENCE._replace(key="audience", rank=1))
    if kind not in (Source, Pack):
        own.append(_LANGUAGES._replace(key="languages", rank=3))
    if kind is not Pack:
        own.append(Column(phrase("On page"), lambda *_: "", key=PAGES, rank=4))
    shown = {column.title for column in own}
    more = [
        made
        for field in fields(kind)
        if (made := _of_field(field)) is not None and made.title not in shown
    ]
    return (*own, *more)


def _of_field(field: Field) -> Column | None:
    """A column for a field that a cell can show."""
    if field.name == "audience":
        return None
    show: _Show
    if field.editor == "reference" and field.names is not None:
        show = _of(field.names, field.name)
    elif field.editor in _SHOWN:
        show = _SHOWN[field.editor](field.name)
    else:
        return None
    order = _ORDERED[field.editor](field.name) if field.editor in _ORDERED else None
    title = FIELDS[field.name]
    return Column(title, show, order, key=field.name, rank=9, usual=False)


def _flag(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: say("yes") if getattr(record, field) else ""


def _count(field: str) -> Callable[[Any, Visit], str]:
    return lambda record, _: str(len(getattr(record, field)) or "")


def _length(field: str) -> Callable[[Any, Visit], Any]:
    return lambda record, _: len(getattr(record, field))


_Show = Callable[[Any, Visit], str | Pills]

_SHOWN: Final[dict[str, Callable[[str], _Show]]] = {
    "choice": _choice,
    "texts": _text,
    "unit": lambda _field: _unit,
    "topic": lambda _field: _topic,
    "line": _plain,
    "date": _plain,
    "number": _plain,
    "whole": _plain,
    "flag": _flag,
    "references": _count,
}
"""What a cell shows of a field, by the field's editor."""

_ORDERED: Final[dict[str, Callable[[str], Callable[[Any, Visit], Any]]]] = {
    "number": _number,
    "whole": _number,
    "references": _length,
}
"""By what rows are sorted where that is not what the cell shows."""
