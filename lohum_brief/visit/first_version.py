"""What version 1 of the format said otherwise.

A person's form of address was one word, and only the own language told which name stands first. A
chart was drawn once in each language, unless it was `wide`. A pack had readings over kanji or none.
"""

from collections.abc import Collection, Iterable
from typing import Any, Final

import msgspec

from lohum_brief.language.codes import LANGS, READ
from lohum_brief.language.names import FAMILY_FIRST, surname_first
from lohum_brief.language.rooms.names import Address
from lohum_brief.visit.records import Furigana

ADDRESSES: Final = {
    "he": Address("excellency"),
    "he_mr": Address("excellency", honorific="mr"),
    "he_ms": Address("excellency", honorific="ms"),
}
"""The words that were its own; all others stayed."""

READINGS: Final[dict[bool, Furigana]] = {True: "always", False: "none"}
"""What a pack with readings or without them says now."""

_FORMER: Final = {address: word for word, address in ADDRESSES.items()}


def former(address: Address) -> str:
    """Return the word that version 1 had for a form of address; that of the title where it had
    none.
    """
    return _FORMER.get(address, address.honorific)


class _Said(msgspec.Struct):
    """What of a record tells whether version 2 says it otherwise."""

    kind: str = ""
    id: str = ""
    country: str = ""
    organisation: str | None = None
    native: str = READ
    honorific: str = "none"
    wide: bool | None = None


_said = msgspec.json.Decoder(_Said)
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])
_REFUSALS: Final = (msgspec.MsgspecError, RecursionError, UnicodeError)


def families_first(records: Iterable[bytes]) -> frozenset[str]:
    """Return the ids of those organisations among records, as JSON, in whose countries the family
    name stands first.
    """
    found = set()
    for data in records:
        if b'"country"' in data and (one := _read(data)) and one.kind == "organisation":
            found |= {one.id} if one.country in FAMILY_FIRST else set()
    return frozenset(found)


def renewed(data: bytes, first: Collection[str] = ()) -> bytes:
    """Return a record of version 1, as JSON, as one of version 2; itself where nothing is other.

    `first` are the organisations of `families_first`: their people print in the order of then. What
    is no record is returned as it is: the reader that comes after says why.
    """
    one = _read(data) if b'"person"' in data or b'"wide"' in data else None
    if one is None:
        return data
    return _RENEWED[one.kind](data, one, first) if one.kind in _RENEWED else data


def _renewed_chart(data: bytes, one: _Said, first: Collection[str]) -> bytes:
    """Return a chart that asks for a drawing in each language only where it said so itself: who
    said nothing chose nothing, and gets what is usual now.
    """
    del first
    if one.wide is None:
        return data
    fields = {name: value for name, value in _fields.decode(data).items() if name != "wide"}
    return msgspec.json.encode(fields if one.wide else fields | {"by_language": True})


def _renewed_person(data: bytes, one: _Said, first: Collection[str]) -> bytes:
    new: dict[str, Any] = {}
    if one.honorific in ADDRESSES:
        address = ADDRESSES[one.honorific]
        new = {"dignity": address.dignity, "honorific": address.honorific}
    if one.organisation in first and one.native in _BY_COUNTRY:
        new["name_order"] = "given_first"
    return msgspec.json.encode(_fields.decode(data) | new) if new else data


_RENEWED: Final = {"chart": _renewed_chart, "person": _renewed_person}


class _Pack(msgspec.Struct):
    kind: str
    furigana: bool


_pack = msgspec.json.Decoder(_Pack)


def with_choice(data: bytes | str) -> bytes | None:
    """Return a pack, as JSON, that says of its readings only whether it has any, with the choice
    that this is now; None for anything else.

    Documents of version 2 that were written before its first release say so too.
    """
    try:
        found = _pack.decode(data)
        if found.kind != "pack":
            return None
        return msgspec.json.encode(_fields.decode(data) | {"furigana": READINGS[found.furigana]})
    except _REFUSALS:
        return None


_BY_COUNTRY: Final = frozenset(
    lang for lang in LANGS if surname_first(lang, "VN") and not surname_first(lang)
)
"""The languages of which the country tells the order now."""


def _read(data: bytes) -> _Said | None:
    try:
        return _said.decode(data)
    except _REFUSALS:
        return None
