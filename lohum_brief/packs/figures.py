"""Figure tokens in the texts of a pack, printed before anything is planned.

The whole visit is gone through once, so that no section can forget to: every text that a section
prints, measures or searches is the printed one. What a text's figures cite is added to the sources
of the record that holds the text.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeVar

import msgspec

from lohum_brief import message
from lohum_brief.document.blocks import paras_of
from lohum_brief.document.document import Document, Reference
from lohum_brief.document.geometry import geometry
from lohum_brief.document.paragraphs import Para
from lohum_brief.errors import BriefError
from lohum_brief.language.codes import LANGS, Lang
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import msg
from lohum_brief.packs.dating import dated
from lohum_brief.visit import tokens
from lohum_brief.visit.figures import Figures, UnknownFigureError, Value, stale
from lohum_brief.visit.printing import UnprintableFormError, printed
from lohum_brief.visit.records import ChartRow, Pack, Record
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_OPENING: Final = re.compile(rb"\{[%s]" % "".join(kind[0] for kind in tokens.KINDS).encode())
"""How a token begins, in JSON: there no letter follows a brace but within a string."""
_FAILED: Final = "\x1a"
"""With a character behind it that counts, stands for a token that cannot be printed. No text of a
visit can hold it.
"""
_FIRST: Final = 0x100000
_MOST: Final = 0xFFFD
_encode: Final = msgspec.json.Encoder(decimal_format="string").encode

R = TypeVar("R", bound=Record)


class Failure(msgspec.Struct, frozen=True):
    """A token that cannot be printed: where it stands, and why."""

    record: str
    field: str
    why: message.Value


class FigureError(BriefError):
    """A token on a page to be printed that cannot be printed itself; `why` is the reason without
    the place.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(
            msg("{place}: {why}", place=f"{failure.record}.{failure.field}", why=failure.why)
        )
        self.places = ((failure.record, failure.field),)
        self.why = failure.why


class Resolved(NamedTuple):
    """An admitted visit, and the pack, with the figures printed into their texts."""

    visit: Visit
    pack: Pack
    failed: tuple[Failure, ...] = ()
    """Why tokens could not be printed, each with its place; `require_complete` says whether that
    matters.
    """
    references: tuple[Reference, ...] = ()


def resolve(
    visit: Visit,
    pack: Pack,
    day: dt.date | None = None,
    pages: Mapping[str, int] = MappingProxyType({}),
) -> Resolved:
    """Print the tokens in the pack's languages. `visit` must be admitted: what it does not hold
    cannot be printed.

    A figure that does not hold on that `day` any more, else on that on which the visit starts,
    prints with its date. `pages` has the first page of each record, as far as it is known.
    """
    # A look at the bytes of all texts at once costs less than one at each text.
    if not _OPENING.search(_encode((visit.records, pack))):
        return Resolved(visit, pack)
    printer = _Printer(visit, pack, day or visit.particulars.start, pages)
    records = [
        printer.record(record) if _OPENING.search(_encode(record)) else record for record in visit
    ]
    return Resolved(
        Visit(records), printer.record(pack), tuple(printer.failed), tuple(printer.references)
    )


def undated(value: Value, beside: Iterable[str | tokens.Token], start: dt.date | None) -> bool:
    """Return whether a value is stale and its text does not print its date itself; it then prints
    with its date.
    """
    if not stale(value.valid_until, start):
        return False
    own = f"{value.record}.as_of"
    return not any(
        not isinstance(part, str) and part.kind == "date" and part.name == own for part in beside
    )


def require_complete(document: Document, failed: tuple[Failure, ...]) -> None:
    """Raise FigureError if one of the tokens that failed stands in the document."""
    if not failed:
        return
    texts = [
        document.title,
        document.subject,
        *(span.text for para in _paras(document) for span in para.spans),
    ]
    for text in texts:
        if _FAILED in text:
            raise FigureError(failed[ord(text.partition(_FAILED)[2][0]) - _FIRST])


def _paras(document: Document) -> Iterable[Para]:
    running = document.running
    for cell in running.cells:
        yield from cell
    for block in document.blocks:
        yield from paras_of(block)


class _Printer:
    """Makes records of records, and keeps what failed."""

    def __init__(
        self, visit: Visit, pack: Pack, day: dt.date | None, pages: Mapping[str, int]
    ) -> None:
        self.figures = Figures(visit)
        self.langs = frozenset(pack.languages)
        self.failed: list[Failure] = []
        self.references: list[Reference] = []
        self._pages = pages
        self._places = geometry(Document("", pack.languages, pack.layout, ())).places
        self._day = day
        self._ident = ""
        self._sources: dict[str, None] = {}

    def record(self, record: R) -> R:
        self._sources = {}
        self._ident = record.id
        changes: dict[str, Any] = {}
        for field in fields_of(type(record)):
            value = getattr(record, field)
            if isinstance(value, Text | tuple) and (new := self._value(value, field)) is not value:
                changes[field] = new
        own = getattr(record, "sources", None)
        if own is not None and self._sources:
            changes["sources"] = tuple(dict.fromkeys((*own, *self._sources)))
        return msgspec.structs.replace(record, **changes) if changes else record

    def _value(self, value: Any, place: str) -> Any:
        """Return the value with its tokens printed; itself where it holds none."""
        if isinstance(value, Text):
            holds = any("{" in value[lang] for lang in self.langs)
            return self._text(value, place) if holds else value
        if isinstance(value, ChartRow):
            name = self._value(value.name, f"{place}.name")
            return value if name is value.name else msgspec.structs.replace(value, name=name)
        if isinstance(value, tuple):
            return self._several(value, place)
        if isinstance(value, str) and "{" in value:
            # A cell of a table that is alike in all languages, until a figure stands in it.
            return self._text(Text.of(dict.fromkeys(LANGS, value)), place)
        return value

    def _several(self, values: tuple[Any, ...], place: str) -> tuple[Any, ...]:
        new = tuple(self._value(item, f"{place}.{i}") for i, item in enumerate(values))
        changed = any(one is not other for one, other in zip(new, values, strict=True))
        return new if changed else values

    def _text(self, text: Text, place: str) -> Text:
        forms = {
            lang: self._string(text[lang], lang, f"{place}.{lang}")
            for lang in LANGS
            if lang in self.langs
        }
        return msgspec.structs.replace(text, **forms)

    def _string(self, string: str, lang: Lang, place: str) -> str:
        parts = tokens.parts(string)
        return "".join(
            part if isinstance(part, str) else self._token(part, lang, place, parts)
            for part in parts
        )

    def _token(
        self, token: tokens.Token, lang: Lang, place: str, beside: tuple[str | tokens.Token, ...]
    ) -> str:
        try:
            form = tokens.form(token)
            value = self.figures.find(token)
            if value.target:
                return self._page(value, form, token, lang, place)
            text = printed(value, form, lang)
            if undated(value, beside, self._day):
                assert value.valid_until  # noqa: S101 - or it would not be stale
                text += LANGUAGES[lang].punctuation.space + dated(
                    value.as_of, value.valid_until, lang
                )
        except (tokens.MalformedTokenError, UnknownFigureError) as error:
            return self._fail(place, error.message)
        except UnprintableFormError as error:
            return self._fail(place, msg("{token}: {why}.", token=token.written, why=error.message))
        self._sources |= dict.fromkeys(value.sources)
        return text

    def _page(
        self, value: Value, form: tokens.Form, token: tokens.Token, lang: Lang, place: str
    ) -> str:
        """Return the page of a record, of two that face each other that of the language.

        The rows of a metric are those of its readings.
        """
        readings = self.figures.readings.get(value.target, ())
        targets = value.target, *(reading.id for reading in readings)
        found = [self._pages[one] for one in targets if one in self._pages]
        page = min(found) + self._places[lang].side if found else 0
        text = printed(value._replace(page=page), form, lang)
        self.references.append(Reference(self._ident, place, targets, token.written, text))
        return text

    def _fail(self, place: str, why: message.Value) -> str:
        number = min(len(self.failed), _MOST)
        if number == len(self.failed):
            self.failed.append(Failure(self._ident, place, why))
        return _FAILED + chr(_FIRST + number)
