"""Which record of the visit a row of a table is: by its id, else by what it is called and where it
belongs.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Any, Final, NamedTuple

from lohum_brief.exchange.address_words import is_service
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.honorifics import is_rank, stand_alone
from lohum_brief.exchange.references import folded
from lohum_brief.language.codes import LANGS, READ
from lohum_brief.message import listed, msg
from lohum_brief.visit.kinds import BY_TAG
from lohum_brief.visit.records import AnyRecord, Record, kind_of

Get = Callable[[str], Any]
"""A field by its path, of a record or of a row; None where there is none."""


class Key(NamedTuple):
    """What a record is known by, and by what another is looked for that would be the same."""

    names: frozenset[str]
    context: object
    sought: frozenset[str]


def key(kind: str, get: Get) -> Key:
    """What a record or row is known by; no names where it has none that would do."""
    apart = BY_TAG[kind].told_apart_by
    context = get(apart) if apart else None
    if kind == "item" and context is not None:
        context = context.date()
    if kind == "person":
        known, sought = _people(get)
        return Key(known, context or None, sought)
    names = frozenset(_names(kind, get))
    return Key(names, context or None, names)


def _names(kind: str, get: Get) -> Iterable[str]:
    if kind == "visit":
        return ["visit"]
    if kind == "note":
        return _forms(get, "title" if any(_forms(get, "title")) else "text", f"{get('sort')}|")
    if kind == "observation":
        return _of_parts(get("metric"), get("as_of") or "", get("conflict") or "")
    if kind == "series":
        return _of_parts(get("mineral"), get("measure")) if get("measure") else []
    return _called(kind, get)


def _called(kind: str, get: Get) -> list[str]:
    """Return what most kinds are known by: their names, within what they are part of."""
    row = BY_TAG[kind]
    within = f"{get(row.within)}|" if row.within else ""
    found = [name for field in row.known_by for name in _forms(get, field, within)]
    if not row.within:
        found += [folded(short) for field in _SHORT if (short := get(field))]
    return found


def _of_parts(first: object, *rest: object) -> list[str]:
    return ["|".join(map(str, (first, *rest)))] if first else []


_SHORT: Final = ("abbreviation", "symbol")


def _forms(get: Get, field: str, prefix: str = "") -> list[str]:
    if plain := get(field):
        return [prefix + folded(plain)] if isinstance(plain, str) else []
    return [
        f"{prefix}{lang}:{folded(text)}"
        for lang in LANGS
        if (text := get(f"{field}.{lang}")) and folded(text)
    ]


_DECIDING: Final = (READ, "en", *(lang for lang in LANGS if lang not in (READ, "en")))
"""佐藤 潤 and 佐藤 純 are both SATO Jun: the first of these in which both have a form decides
whether they are one.
"""


_PATHS: Final = tuple((lang, f"family.{lang}", f"given.{lang}") for lang in _DECIDING)


def _people(get: Get) -> tuple[frozenset[str], frozenset[str]]:
    """The name in each language, marked with the languages that would decide before it: as it is
    known, and as sought.

    A person has those languages; who is sought may have any of those that the row has not.
    """
    forms = {
        lang: name
        for lang, family, given in _PATHS
        if (text := f"{get(family) or ''} {get(given) or ''}") != " " and (name := _whole(text))
    }
    known, sought = set(), set()
    for lang, (own, others) in _marks(tuple(forms)).items():
        name = forms[lang]
        known.add(own + name)
        sought.update([other + name for other in others])
    return frozenset(known), frozenset(sought)


@lru_cache(100)  # all rows of a list have names in the same languages
def _marks(langs: tuple[str, ...]) -> Mapping[str, tuple[str, list[str]]]:
    """What marks a name in each of its languages, as it is known, and as it may be sought."""
    found: dict[str, tuple[str, list[str]]] = {}
    for lang in langs:
        before = _DECIDING[: _DECIDING.index(lang)]
        lacks = [other for other in before if other not in langs]
        some = [chosen for count in range(len(lacks) + 1) for chosen in combinations(lacks, count)]
        own = f"{lang}<{''.join(other for other in before if other in langs)}:"
        found[lang] = (own, [f"{lang}<{''.join(chosen)}:" for chosen in some])
    return found


def _whole(name: str) -> str:
    """The words of a name in whichever order, without ranks, services and degrees, which one list
    has and the next has not.
    """
    words = name.replace("・", " ").split()
    if not stand_alone(words):
        words = [word for word in words if not is_service(word)] or words
        while (
            len(words) > 2
            and (rank := next((at for at, word in enumerate(words) if is_rank(word)), None))
            is not None
        ):
            del words[rank]
    return " ".join(sorted(filter(None, map(folded, words))))


def getter(record: Record) -> Get:
    """The fields of a record by their paths."""

    def get(path: str) -> Any:
        holder: Any = record
        for step in path.split("."):
            holder = getattr(holder, step, None)
        return (
            holder if isinstance(holder, str) or not hasattr(holder, "__struct_fields__") else None
        )

    return get


class Index:
    """The records of a kind by what they are known by."""

    def __init__(self, records: Sequence[AnyRecord]) -> None:
        self._known: dict[str, list[tuple[AnyRecord, object]]] = {}
        """The records with where they belong, by what they are known by."""
        for record in records:
            self.add(record)

    def add(self, record: AnyRecord, found: Key | None = None) -> None:
        """Know one more; by what it is known may be known already."""
        found = found or key(kind_of(record), getter(record))
        for name in found.names:
            self._known.setdefault(name, []).append((record, found.context))

    def forget(self, ident: str) -> None:
        """Know a record no longer."""
        for known in self._known.values():
            known[:] = [one for one in known if one[0].id != ident]

    def like(self, wanted: Key, *, anywhere: bool = False) -> list[AnyRecord]:
        """The records that are called so and belong where it belongs, or `anywhere`."""
        found = {
            record.id: (record, context)
            for name in wanted.sought
            for record, context in self._known.get(name, ())
        }
        return [
            record for record, context in found.values() if anywhere or context == wanted.context
        ]

    def meant(self, wanted: Key) -> list[AnyRecord]:
        """Return the records that may be meant: those that belong where it belongs, else those
        where one side does not say it.
        """
        unique = {
            record.id: (record, context)
            for name in wanted.sought
            for record, context in self._known.get(name, ())
        }
        same = [record for record, context in unique.values() if context == wanted.context]
        if not same:
            # One side does not say where it belongs: then the name is enough.
            same = [
                record
                for record, context in unique.values()
                if context is None or wanted.context is None
            ]
        return same

    def find(self, wanted: Key) -> AnyRecord | None:
        """The one record that is meant. Raises CellError where it cannot be told which."""
        same = self.meant(wanted)
        if len(same) > 1:
            raise CellError(
                msg(
                    "it may be any of {ids}; add a column id that says which",
                    ids=listed(record.id for record in same[:5]),
                )
            )
        return same[0] if same else None
