"""Random visits and edits, made from the model itself: a field added to a record is tested from
that day on.
"""

import datetime as dt
import types
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from hypothesis import strategies as st

from lohum_brief.language.scripts import FORBIDDEN
from lohum_brief.visit import edit
from lohum_brief.visit.audiences import lifted
from lohum_brief.visit.document import LARGEST_POWER
from lohum_brief.visit.edit import Edit
from lohum_brief.visit.records import KINDS, AnyRecord, Particulars
from lohum_brief.visit.rest import Rest, fields_of
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

CHARACTERS = st.one_of(
    st.sampled_from(
        "लोहमक्षत्रज्ञ० ।\u200d\u200cAz09<&>{}$%\\\"'/\n\t鉄日本語《》｜　𠮷葛󠄀ｶﾅ\u00a0é🙂"
    ),
    st.characters(
        exclude_categories=["Cs"],
        exclude_characters=[
            character for character in FORBIDDEN if not "\ud800" <= character <= "\udfff"
        ],
    ),
)
LINES = st.text(CHARACTERS, max_size=12)
IDS = st.from_regex(r"\A[A-Za-z0-9][A-Za-z0-9._:-]{0,8}\Z")


@cache
def values(kind: Any) -> st.SearchStrategy[Any]:
    """Values of an annotation of the model."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return structs(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(arguments)
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin in (Union, types.UnionType):
        return st.one_of([values(argument) for argument in arguments])
    if origin is tuple:
        return st.lists(values(arguments[0]), max_size=3).map(tuple)
    plain: dict[Any, st.SearchStrategy[Any]] = {
        bool: st.booleans(),
        type(None): st.none(),
        dt.date: st.dates(),
        Decimal: st.builds(Decimal, st.integers(-(10**12), 10**12)).flatmap(
            lambda number: st.integers(-6, LARGEST_POWER - 13).map(number.scaleb)
        ),
    }
    return plain[kind]


def _annotated(arguments: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    kind, *metas = arguments
    meta = next((found for found in metas if isinstance(found, msgspec.Meta)), msgspec.Meta())
    if kind is str:
        if meta.pattern is None:
            return LINES
        if "0-9a-f" in meta.pattern:
            return st.sampled_from(["", "0123456789abcdef" * 4])
        return st.sampled_from(["", "JP", "IN"]) if "A-Z]{2}" in meta.pattern else IDS
    if kind is int:
        return st.integers(int(meta.ge or 0), int(meta.le or 0))
    if kind is dt.datetime:
        return st.datetimes()
    if get_origin(kind) is tuple:
        return st.lists(
            values(get_args(kind)[0]), min_size=meta.min_length or 0, max_size=meta.max_length or 3
        ).map(tuple)
    raise NotImplementedError(kind)


def structs(kind: type[msgspec.Struct], **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a struct; fields that have a default are often left at it."""
    required: dict[str, st.SearchStrategy[Any]] = dict(fixed)
    optional: dict[str, st.SearchStrategy[Any]] = {}
    hints = get_type_hints(kind, include_extras=True)
    for field in msgspec.structs.fields(kind):
        if field.name not in fixed and field.type is not Rest:
            (required if field.required else optional)[field.name] = values(hints[field.name])
    return st.fixed_dictionaries(required, optional=optional).map(lambda made: kind(**made))


PARTICULARS = structs(Particulars, audience=st.just("public"))

RECORDS: st.SearchStrategy[AnyRecord] = st.sampled_from(
    [kind for kind in KINDS.values() if kind is not Particulars]
).flatmap(values)


@st.composite
def visits(draw: st.DrawFn, most: int = 5) -> Visit:
    """Visits of a few records of any kinds."""
    records = draw(st.lists(RECORDS, max_size=most, unique_by=lambda record: record.id))
    own = draw(PARTICULARS)
    records = [record for record in records if record.id != own.id]
    records.insert(draw(st.integers(0, len(records))), own)
    return Visit(records)


@st.composite
def edits(draw: st.DrawFn, visit: Visit) -> Edit:
    """One edit that fits the visit."""
    ids = [record.id for record in visit]
    removable = [record.id for record in visit if not isinstance(record, Particulars)]
    before = draw(st.sampled_from([None, *ids]))
    match draw(st.sampled_from(["add", "move", "set", "put", *(["remove"] if removable else [])])):
        case "add":
            return edit.add(
                visit, draw(RECORDS.filter(lambda record: record.id not in ids).map(lifted)), before
            )
        case "remove":
            return edit.remove(visit, draw(st.sampled_from(removable)))
        case "move":
            return edit.move(visit, draw(st.sampled_from(ids)), before)
        case "put":
            old = visit.by_id[draw(st.sampled_from(ids))]
            fixed = {"id": st.just(old.id)} | (
                {"audience": st.just("public")} if isinstance(old, Particulars) else {}
            )
            return edit.put(visit, lifted(draw(structs(type(old), **fixed))))
        case _:
            texts = [
                (r.id, f)
                for r in visit
                for f in fields_of(type(r))
                if isinstance(getattr(r, f), Text)
            ]
            ident, field = draw(st.sampled_from(texts))
            return edit.set_field(
                visit, ident, f"{field}.{draw(st.sampled_from(['hi', 'en', 'ja']))}", draw(LINES)
            )
