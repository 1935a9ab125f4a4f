"""What Ctrl+K looks through: every record by its name and texts, folded so that each way of writing
a name finds it.

Capitals, accents and macrons, hiragana and katakana, full and half width, nuktas make no
difference; a long o is found as o, ou, oo and oh.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from time import perf_counter
from typing import Any, Final, NamedTuple

from lohum_brief.language.codes import LANGS, READ
from lohum_brief.language.furigana import plain
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.ranks import with_post
from lohum_brief.visit.records import AnyRecord, NamePart, Observation, Person, Unread, Waiver
from lohum_brief.visit.rest import fields_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit
from lohum_brief.window import labels

_FOLDING: Final = (
    dict.fromkeys([*range(0x300, 0x370), 0x93C, 0x200C, 0x200D])
    | {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
    | {0x2019: "'", 0x2010: "-", 0x2011: "-"}
)
_LONG: Final = (("ou", "oo", "oh"), ("uu",))

_MOST_RANKED: Final = 3000

_UNPLACED: Final = (Waiver, Unread)
"""What no place shows."""


def folded(text: str) -> str:
    """The text as it is compared."""
    return unicodedata.normalize("NFKD", text).casefold().translate(_FOLDING)


def marked(text: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Where a text holds the folded words: starts and lengths in the text itself."""
    origin: list[int] = []
    for at, character in enumerate(text):
        origin += [at] * len(folded(character))
    whole = "".join(folded(character) for character in text)
    spans = []
    for word in words:
        at = whole.find(word)
        if at >= 0:
            first, last = origin[at], origin[at + len(word) - 1]
            spans.append((first, last + 1 - first))
    return spans


class Hit(NamedTuple):
    """A record that was found; `title` ends with its name in another language where it was found by
    that.
    """

    record: AnyRecord
    title: str


class _Row(NamedTuple):
    record: AnyRecord
    title: str
    names: tuple[str, ...]
    """What it is called, in the other languages."""
    folds: tuple[str, ...]
    """Title and names, folded."""
    all: str
    """Everything it is found by, folded."""


class Index:
    """The records of a visit, taken in a few at a time, so that nobody waits for it."""

    def __init__(self, visit: Visit) -> None:
        self._visit = visit
        self._rows: dict[str, _Row] = {}
        self._waiting = _wanted(visit)
        self._complete = False

    def step(self, seconds: float) -> bool:
        """Take in records for so long; whether all are in."""
        end = perf_counter() + seconds
        for record in self._waiting:
            self._take(record)
            if perf_counter() > end:
                return False
        self._complete = True
        return True

    def follow(self, visit: Visit, edit: Edit) -> None:
        """What an edit has changed is found as it is now."""
        self._visit = visit
        for change in edit.changes:
            self._rows.pop(change.id, None)
        if not self._complete:
            self._waiting = (record for record in _wanted(visit) if record.id not in self._rows)
            return
        for change in edit.changes:
            record = visit.by_id.get(change.id)
            if record is not None and not isinstance(record, _UNPLACED):
                self._take(record)

    def find(self, words: Sequence[str], most: int, recent: Sequence[str] = ()) -> list[Hit]:
        """The records that hold all the folded words, best first: what begins with them, people
        before others.
        """
        if not words:
            return []
        rank = {ident: at for at, ident in enumerate(recent)}
        hits = [row for row in self._rows.values() if all(word in row.all for word in words)]
        if (
            len(hits) > _MOST_RANKED
        ):  # a letter or two: those that are called so, and not all of them
            hits = [row for row in hits if words[0] in row.folds[0]][:_MOST_RANKED] or hits[
                :_MOST_RANKED
            ]
        best = nsmallest(
            most,
            hits,
            key=lambda row: (_score(row, words), rank.get(row.record.id, len(rank)), row.folds[0]),
        )
        return [Hit(row.record, _shown(row, words)) for row in best]

    def hit(self, ident: str) -> Hit | None:
        """A record by its id."""
        row = self._rows.get(ident)
        return Hit(row.record, row.title) if row else None

    def _take(self, record: AnyRecord) -> None:
        title = " ".join(labels.title(record, self._visit).split())[:200]
        names = tuple(_names(record))
        words = " ".join([title, *_strings(record), *_ranks(record, self._visit), record.id])
        self._rows[record.id] = _Row(
            record, title, names, tuple(map(folded, (title, *names))), folded(words)
        )


def _wanted(visit: Visit) -> Iterator[AnyRecord]:
    return (record for record in visit if not isinstance(record, _UNPLACED))


def _score(row: _Row, words: Sequence[str]) -> tuple[int, int]:
    """How far from the beginning of its name the words stand, and how far the sort of record is
    from what is mostly sought.
    """
    far = min(sum(_far(name, word) for word in words) for name in row.folds)
    return far, 0 if isinstance(row.record, Person) else 2 if isinstance(
        row.record, Observation
    ) else 1


def _far(name: str, word: str) -> int:
    at = name.find(word)
    return 3 if at < 0 else 0 if at == 0 else 1 if not name[at - 1].isalnum() else 2


def _shown(row: _Row, words: Sequence[str]) -> str:
    if not isinstance(row.record, Person) and not any(word in row.folds[0] for word in words):
        for name, fold in zip(row.names, row.folds[1:], strict=True):
            if any(word in fold for word in words):
                return f"{row.title} · {name}"
    return row.title


def _names(record: AnyRecord) -> Iterator[str]:
    if isinstance(record, Person):
        for lang in LANGS:
            yield " ".join(part[lang] for part in (record.family, record.given))
        yield f"{record.family.reading} {record.given.reading}"
        return
    name = getattr(record, "name", None) or getattr(record, "title", None)
    if isinstance(name, Text):
        for lang in LANGS:
            if name[lang]:
                yield " ".join(plain(name[lang]).split())


def _strings(record: AnyRecord) -> Iterator[str]:
    for field in fields_of(type(record)):
        yield from _of_value(getattr(record, field))


def _ranks(record: AnyRecord, visit: Visit) -> Iterator[str]:
    """A rank as each language prints it, and that somebody has left it: Col. (Retd.), 退役大佐."""
    if not isinstance(record, Person) or not record.address.may_retire:
        return
    for lang in LANGS:
        names = LANGUAGES[lang].names
        yield from names.around(record.address, foreign=record.native != lang, side="guest")
        yield with_post(record, visit, lang) or ""


def _of_value(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Text):
        forms = [plain(form) if lang == READ else form for lang, form in value.items()]
        return (*forms, value[READ]) if "《" in value[READ] else (*forms,)
    if isinstance(value, NamePart):
        return (*value.forms(), value.reading, *_long_vowels(value["en"]))
    return ()


def _long_vowels(name: str) -> Iterator[str]:
    """A name with macrons as those write it who have none on their keyboard."""
    lower = name.casefold()
    if "ō" in lower or "ū" in lower:
        for long in _LONG[0]:
            yield lower.replace("ō", long).replace("ū", _LONG[1][0])
