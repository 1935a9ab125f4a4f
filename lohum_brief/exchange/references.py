"""Records that a table names by what they are called: organisations, groups, metrics, minerals and
sources.

Whoever is found by any form of the name, the abbreviation or the id is meant. An organisation, a
group or a source that is not there is added; a metric is not, for a figure must not make its own
definition, and a mineral only if somebody says so.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, TypeVar

import msgspec

from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.people import script_of
from lohum_brief.language.codes import LANGS, READ, Lang
from lohum_brief.language.either import either, words
from lohum_brief.message import msg
from lohum_brief.visit.audiences import higher
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Group,
    Metric,
    Mineral,
    Organisation,
    OwnUnit,
    Person,
    Record,
    Source,
)
from lohum_brief.visit.text import EMPTY, Text
from lohum_brief.visit.visit import Visit

K = TypeVar("K", bound=Record)

_LEGAL: Final = re.compile(either(lambda language: language.cells.legal))
PREFIXES: Final = {
    "organisation": "org",
    "observation": "obs",
    "source": "src",
    "paragraph": "p",
}
"""What ids of a kind begin with, where it is not the kind itself."""


@lru_cache(100_000)  # every name is folded to look for it and again to be found by it
def folded(text: str) -> str:
    """A name without what may differ between two lists: width, case, accents, punctuation, legal
    forms.
    """
    plain = unicodedata.normalize(
        "NFC", _bare(_LEGAL.sub(" ", unicodedata.normalize("NFKC", text).casefold()))
    )
    kept = (
        plain
        if plain.isalnum()
        else "".join(c for c in plain if c.isalnum() or unicodedata.category(c) in ("Mn", "Mc"))
    )
    return kept or text.strip()  # a name of signs alone is still a name


def _bare(text: str) -> str:
    if text.isascii():
        return text
    spread = unicodedata.normalize("NFD", text)
    return "".join(c for c in spread if not ("\u0300" <= c <= "\u036f" or c == "\u093c"))


def in_language(text: str, fallback: Lang = "en") -> Text:
    """A text that a cell holds, as the language it is written in."""
    return msgspec.structs.replace(EMPTY, **{lang_of(text, fallback): text})


def lang_of(text: str, fallback: Lang) -> Lang:
    """The language of a text by its script."""
    found = script_of(text)
    return READ if found == "kana" else next((lang for lang in LANGS if lang == found), fallback)


def names(record: Record) -> Iterable[str]:
    """All that a record is called, folded."""
    text = getattr(record, "name", None) or getattr(record, "title", None)
    called = (
        [text]
        if isinstance(text, str)
        else [text[lang] for lang in LANGS]
        if isinstance(text, Text)
        else []
    )
    called += [getattr(record, "abbreviation", ""), getattr(record, "symbol", "")]
    return [found for name in called if name and (found := folded(name))]


class Directory:
    """The records of a visit by what they are called, and those that are added on the way."""

    def __init__(self, visit: Visit, audience: Callable[[type[Record]], Audience]) -> None:
        self.added: list[AnyRecord] = []
        self.completed: dict[str, AnyRecord] = {}
        """Records of the visit that got names in further languages, by their ids."""
        self.otherwise: dict[str, tuple[Text, dict[Lang, str]]] = {}
        """Records that are called otherwise in the table, by their ids, with their own names and
        those.
        """
        self._visit = visit
        self._audience = audience
        self._brought: dict[str, AnyRecord] = {}
        """The same by their ids."""
        self._ids = set(visit.by_id)
        self._called: dict[type[Record], dict[str, str]] = {}
        self._numbers: dict[str, int] = {}
        self._anew: dict[tuple[object, ...], str] = {}
        self._people: set[tuple[str, str, str]] | None = None
        self._countries: dict[str, set[str]] = {}
        """What rows say of the country of organisations that had none, by their ids."""

    def find(self, kind: type[Record], text: str) -> str | None:
        """The id of the record that is called so. Raises CellError where two are."""
        if isinstance(self._visit.by_id.get(text), kind):
            return text
        called = self._names(kind)
        for name in _called(text):
            if found := called.get(folded(name)) if name.strip() else None:
                if found == _SEVERAL:
                    raise CellError(
                        msg(
                            "there are several that are called “{name}”; write the id",
                            name=legible(text, 60),
                        )
                    )
                return found
        return None

    def near(self, kind: type[Record], text: str) -> list[Record]:
        """The records of the visit that are called almost so: one name begins with the other."""
        own = folded(text)
        return [record for record in self._visit.of(kind) if _is_alike(own, record)]

    def called_all(self, kind: type[Organisation | Group], texts: Mapping[Lang, str]) -> str | None:
        """The id of the record of the visit that has all of some names."""
        return next(
            (
                record.id
                for record in self._visit.of(kind)
                if all(folded(record.name[lang]) == folded(text) for lang, text in texts.items())
            ),
            None,
        )

    def agrees(self, ident: str, texts: Mapping[Lang, str]) -> bool:
        """Whether more of some names find a record, or begin as its own do, than differ from those
        that it has in their languages.
        """
        record = self.record(ident)
        called = self._names(type(record))
        alike = [
            called.get(folded(text)) == ident or _is_alike(folded(text), record)
            for lang, text in texts.items()
            if not isinstance(record, Organisation | Group) or record.name[lang]
        ]
        return not alike or alike.count(True) > alike.count(False)

    def _names(self, kind: type[Record]) -> dict[str, str]:
        if kind not in self._called:
            called: dict[str, str] = {}
            for record in self._visit.of(kind):
                for name in set(names(record)):
                    called[name] = (
                        record.id if called.get(name, record.id) == record.id else _SEVERAL
                    )
            for record in self._visit.of(
                kind
            ):  # by what follows the kind in its id, if nobody is called so
                called.setdefault(folded(record.id.rpartition(":")[2]), record.id)
            self._called[kind] = called
        return self._called[kind]

    def is_called(self, lang: str, family: str, given: str) -> bool:
        """Whether a person of the visit has this name, parted so."""
        if self._people is None:
            self._people = {
                (lang, person.family[lang], person.given[lang])
                for person in self._visit.of(Person)
                for lang in LANGS
            }
        return (lang, family, given) in self._people

    def brought(self, kind: type[K], ident: str | None) -> K | None:
        """The record of a kind and id that is added on the way, or None."""
        record = self._brought.get(ident) if ident is not None else None
        return record if isinstance(record, kind) else None

    def note(self, record: AnyRecord) -> None:
        """Know a record that the table itself brings."""
        self._ids.add(record.id)
        for name in names(record):
            self._names(type(record)).setdefault(name, record.id)

    def forget(self, mark: int) -> None:
        """Take back what was added after the first `mark`: the row that named it is left out."""
        for record in self.added[mark:]:
            self._ids.discard(record.id)
            self._brought.pop(record.id, None)
            self._anew = {key: ident for key, ident in self._anew.items() if ident != record.id}
            called = self._names(type(record))
            for name in [name for name, ident in called.items() if ident == record.id]:
                del called[name]
        del self.added[mark:]

    def record(self, ident: str) -> AnyRecord:
        """Return a record that is there or is added."""
        return self._brought.get(ident) or self.completed.get(ident) or self._visit.by_id[ident]

    def complete(self, ident: str, texts: Mapping[Lang, str]) -> None:
        """Give a record the names that it has not in some languages; those that it has stay."""
        record = self.record(ident)
        if not isinstance(record, Organisation | Group):
            return
        if other := _called_otherwise(record, texts):
            self.otherwise.setdefault(ident, (record.name, {}))[1].update(other)
        for text in texts.values():  # rows below may use one of them alone
            self._names(type(record)).setdefault(folded(text), ident)
        new = {lang: text for lang, text in texts.items() if not record.name[lang]}
        if not new:
            return
        record = msgspec.structs.replace(record, name=msgspec.structs.replace(record.name, **new))
        self._change(record)
        self.note(record)

    def of_country(self, ident: str, country: str) -> None:
        """Give an organisation the country that a row says of its people, unless it had one or rows
        say several: an embassy has people of two.
        """
        record = self.record(ident)
        if not isinstance(record, Organisation) or (
            record.country and ident not in self._countries
        ):
            return
        said = self._countries.setdefault(ident, set())
        said.add(country)
        new = msgspec.structs.replace(record, country=country if len(said) == 1 else "")
        if new != record:
            self._change(new)

    def _change(self, record: AnyRecord) -> None:
        """Put a record in the place of the one of its id."""
        if record.id in self._brought:
            self._brought[record.id] = record
            # It is among the last, but where rows name it again.
            at = next(
                at for at in reversed(range(len(self.added))) if self.added[at].id == record.id
            )
            self.added[at] = record
        else:
            self.completed[record.id] = record

    def anew(self, kind: type[Record], texts: Mapping[Lang, str], add: Callable[[], str]) -> str:
        """The record that some names make, of whom somebody has said that he is none of those who
        have them: added once, whichever rows have them.
        """
        key = (kind, *texts.items())
        if key not in self._anew:
            held = self._names(kind)
            self._called[kind] = {}
            self._anew[key] = add()
            self._called[kind] = {**self._called[kind], **held}
        return self._anew[key]

    def organisation(
        self, text: str, texts: Mapping[Lang, str] | None = None, **fields: Any
    ) -> str:
        """An organisation, added if need be; `texts` are its names by their languages, where the
        text has several.

        Raises CellError for signs that are no name: →.
        """
        if not any(map(str.isalnum, text)):
            raise CellError(msg("“{text}” is no name", text=legible(text, 40)))
        return self.find(Organisation, text) or self._add(
            Organisation(
                id=self.new_id("organisation", text),
                audience=self._audience(Organisation),
                name=msgspec.structs.replace(EMPTY, **texts) if texts else in_language(text),
                **fields,
            )
        )

    def group(self, text: str, texts: Mapping[Lang, str] | None = None) -> str:
        """A group, added if need be; `texts` are its names by their languages."""
        if not any(map(str.isalnum, text)):
            raise CellError(msg("“{text}” is no name", text=legible(text, 40)))
        return self.find(Group, text) or self._add(
            Group(
                id=self.new_id("group", text),
                audience=self._audience(Group),
                name=msgspec.structs.replace(EMPTY, **texts) if texts else in_language(text),
            )
        )

    def source(self, text: str) -> str:
        """A source, added if need be."""
        return self.find(Source, text) or self._add(
            Source(
                id=self.new_id("source", text),
                audience=self._audience(Source),
                title=text,
                lang=lang_of(text, "en"),
            )
        )

    def metric(self, text: str) -> str:
        """A metric, which must be there."""
        if found := self.find(Metric, text):
            return found
        raise CellError(
            msg(
                "there is no metric “{name}”; import or add the metric first",
                name=legible(text, 60),
            )
        )

    def mineral(self, mineral: Mineral) -> str:
        """A mineral that the visit has not, added as it is."""
        audience = higher(mineral.audience, self._audience(Mineral))
        return self._add(msgspec.structs.replace(mineral, audience=audience))

    def new_mineral(self, text: str) -> str:
        """A mineral that nobody knows, by its name."""
        return self._add(
            Mineral(
                id=self.new_id("mineral", text),
                audience=self._audience(Mineral),
                name=in_language(text),
            )
        )

    def own_unit(self, record: OwnUnit) -> None:
        """A unit of the visit's own, added once for all rows that name it."""
        symbol = record.symbol.casefold()
        if any(isinstance(one, OwnUnit) and one.symbol.casefold() == symbol for one in self.added):
            return
        ident, audience = self.new_id("unit", record.symbol), self._audience(OwnUnit)
        self._add(msgspec.structs.replace(record, id=ident, audience=audience))

    def _add(self, record: AnyRecord) -> str:
        self.added.append(record)
        self._brought[record.id] = record
        self.note(record)
        return record.id

    def new_id(self, kind: str, text: str) -> str:
        """An id that nobody has, with as much of the name in it as ids may have."""
        slug = _slug(text)
        stem = (
            f"{PREFIXES.get(kind, kind)}:{slug}".rstrip(":") if slug else PREFIXES.get(kind, kind)
        )
        found = stem if slug and stem not in self._ids else ""
        at = self._numbers.get(stem, 1 if not slug else 2)
        while not found:
            wish = f"{stem}-{at}" if slug else f"{stem}:{at}"
            found = "" if wish in self._ids else wish
            at += 1
            self._numbers[stem] = at
        self._ids.add(found)
        return found


@lru_cache(1_000)  # the values of a metric are all called as it is
def _slug(text: str) -> str:
    plain = text.casefold()
    if not plain.isascii():
        plain = "".join(
            c for c in unicodedata.normalize("NFKD", plain) if c.isascii() or c.isspace()
        )
    return "-".join(_SLUG_WORD.findall(plain))[:40].strip("-")


_SLUG_WORD: Final = re.compile("[a-z0-9]+")
_BRACKETS: Final = re.compile(r"[()（）]")


def _called(text: str) -> Iterator[str]:
    """What may be the name in a text: all of it, else what is in brackets or beside them."""
    yield text
    if _BRACKETS.search(text):
        yield from _BRACKETS.split(text)


def _called_otherwise(record: Organisation | Group, texts: Mapping[Lang, str]) -> dict[Lang, str]:
    """The names by which a row calls a record that has others in these languages."""
    return {
        lang: text
        for lang, text in texts.items()
        if record.name[lang] and folded(text) not in names(record)
    }


def _is_alike(name: str, record: Record) -> bool:
    """Whether a record is called so, or almost so: one name begins with the other."""
    return any(
        name == own
        or (_is_telling(min(name, own, key=len)) and (name.startswith(own) or own.startswith(name)))
        for own in names(record)
    )


_COMMON: Final = frozenset(words(lambda language: language.cells.usual))


def _is_telling(name: str) -> bool:
    """Whether the beginning of a name tells anything: five letters do, three of Japanese; a word
    that many begin with does not.
    """
    return name not in _COMMON and len(name) >= (5 if name.isascii() else 3)


_SEVERAL: Final = "\0"
