"""A visit as one JSON document, losslessly, and the strict reading of such documents.

`{"format": "lohum-brief", "version": 2, "records": [{"id", "kind", "audience", …}, …]}`

A newer minor version says so in `minor`; then what this one does not know is kept (`newer`).
Without it an unknown field is a slip of whoever typed it, and is refused.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

import msgspec

from lohum_brief.errors import ForeignFileError, UsageError
from lohum_brief.language.scripts import faults
from lohum_brief.message import Message, Value, msg
from lohum_brief.visit.explaining import explain, legible, place_in
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Known,
    Observation,
    Particulars,
    Series,
)
from lohum_brief.visit.rest import NONE, bare, flat, minor_in, rest_of
from lohum_brief.visit.version import MAJOR, MINOR
from lohum_brief.visit.visit import Visit

FORMAT: Final = "lohum-brief"

BIGGEST: Final = 200_000_000
"""Bytes a document may have; the largest real visits have a few million."""

LARGEST_POWER: Final = 30
MOST_DIGITS: Final = 40
"""What a number may have: 1e999999999 is eleven characters in a file and a billion on a page."""

_HALF: Final = rb"\\u[dD][89abAB]..(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]"
_ESCAPE: Final = re.compile(rb'\\[^n"]')


class _Document(msgspec.Struct, forbid_unknown_fields=True):
    format: str
    version: int
    records: list[msgspec.Raw]
    minor: int = 0


class _Head(msgspec.Struct):
    """What every version of a document has."""

    version: int


_document = msgspec.json.Decoder(_Document)
_head = msgspec.json.Decoder(_Head)
_record = msgspec.json.Decoder(Known)
_wire = msgspec.json.Decoder(AnyRecord, dec_hook=rest_of)
_encode = msgspec.json.Encoder(decimal_format="string").encode


def encode_record(record: AnyRecord) -> bytes:
    """Return the record as compact JSON, as files have it; equal records give equal bytes."""
    return flat(_encode(record))


class RecordFaultError(ValueError):
    """What is wrong with a record; `why` does not say which record it is, and has no full stop.

    `at` is the path of what is wrong, such as points.0.value; empty for the whole record.
    """

    def __init__(self, why: Value, at: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.at = at

    def __str__(self) -> str:
        """Return it in English, for logs."""
        return str(self.why)


def parse_record(data: bytes | str, minor: int = MINOR) -> AnyRecord:
    """Decode and check one record, which a `minor` version wrote. Raises RecordFaultError."""
    try:
        record = _decoded(data)
    except _REFUSALS as error:
        if minor <= MINOR:
            raise _fault(data, error) from None
    else:
        _refuse_faults(record, data if isinstance(data, bytes) else data.encode())
        return record
    # A cold export counts milliseconds.
    from lohum_brief.visit import newer  # noqa: PLC0415 - only what a newer version wrote needs it

    try:
        record = newer.read(data, minor)
    except _REFUSALS as error:
        raise _fault(data, error) from None
    _refuse_faults(record, _encode(record))
    return record


def _decoded(data: bytes | str) -> AnyRecord:
    try:
        record: AnyRecord = _record.decode(data)
    except msgspec.ValidationError:
        # Nothing else needs it, and a cold export counts milliseconds.
        from lohum_brief.visit.first_version import with_choice  # noqa: PLC0415

        if (renewed := with_choice(data)) is None:
            raise
        record = _record.decode(renewed)
    return record


_REFUSALS: Final = (msgspec.MsgspecError, RecursionError, UnicodeError)


def _fault(data: bytes | str, error: BaseException) -> RecordFaultError:
    why = halved(data if isinstance(data, bytes) else b"") or explain(error)
    return RecordFaultError(why, place_in(error))


def to_wire(record: AnyRecord) -> bytes:
    """Return the record as JSON for another process of this version: what is unknown has its
    place.
    """
    return _encode(record)


def from_wire(data: bytes) -> AnyRecord:
    """Decode what `to_wire` has written, and check it. Raises RecordFaultError."""
    try:
        record: AnyRecord = _wire.decode(data)
    except _REFUSALS as error:
        raise _fault(data, error) from None
    _refuse_faults(record, data)
    return record


def decode_record(data: bytes | str, where: Value, minor: int = MINOR) -> AnyRecord:
    """Decode and check one record; `where` names it in the error, which is a ForeignFileError."""
    try:
        return parse_record(data, minor)
    except RecordFaultError as fault:
        raise ForeignFileError(msg("{where}: {why}.", where=where, why=fault.why)) from None


def checked(record: AnyRecord, where: str) -> AnyRecord:
    """Return the record itself, made in this program, if its characters and numbers are fit to be
    stored and printed.
    """
    try:
        try:
            data = _encode(record)
        except UnicodeEncodeError:
            raise RecordFaultError(_unprintable("U+D800 – U+DFFF")) from None
        _refuse_faults(record, data)
    except RecordFaultError as fault:
        raise UsageError(msg("{where}: {why}.", where=where, why=fault.why)).because(
            msg("{why}.", why=fault.why)
        ) from None
    return record


def _refuse_faults(record: AnyRecord, data: bytes) -> None:
    """Refuse characters and numbers that the types allow and no page can show; `data` is the
    record's JSON. What is unknown in it is shown nowhere, and not looked at.
    """
    if record.rest is not NONE:
        record = bare(record)
        data = _encode(record)
    # Most records hold no escape but those of newline and quotation mark: their JSON holds what
    # their texts hold.
    bad = (
        _deep_faults(msgspec.to_builtins(record))
        if _ESCAPE.search(data)
        else _text_faults(data.decode())
    )
    if bad:
        raise RecordFaultError(_unprintable(bad[0]), _faulty(msgspec.to_builtins(record)) or "")
    for at, value in _numbers(record):
        if (
            not value.is_finite()
            or abs(value.adjusted()) > LARGEST_POWER
            or len(value.as_tuple().digits) > MOST_DIGITS
        ):
            raise RecordFaultError(
                msg("the number {number} cannot be printed", number=str(value)[:40]), at
            )


def _text_faults(text: str) -> Sequence[str]:
    if text.isprintable():
        return ()
    # Python calls these four unprintable, so that looking at each character alone would cost most
    # of reading a visit.
    usual = (
        text.replace("\u3000", " ")
        .replace("\u00a0", " ")
        .replace("\u200d", "")
        .replace("\u200c", "")
    )
    return () if usual.isprintable() else faults(text)


def _numbers(record: AnyRecord) -> Iterable[tuple[str, Decimal]]:
    """Return the numbers of a record with their paths."""
    if isinstance(record, Observation):
        return (("value", record.value),)
    if isinstance(record, Figure):
        value = ("value", record.value)
        return (value,) if record.upper is None else (value, ("upper", record.upper))
    if isinstance(record, Series):
        return [("points", point.value) for point in record.points if point.value is not None]
    return ()


def _unprintable(character: str) -> Message:
    return msg("it contains {character}, which cannot be printed; remove it", character=character)


def _deep_faults(value: object) -> Sequence[str]:
    if isinstance(value, str):
        return faults(value)
    inner = (
        value.values()
        if isinstance(value, dict)
        else value
        if isinstance(value, list | tuple)
        else ()
    )
    return next((found for item in inner if (found := _deep_faults(item))), ())


def _faulty(value: object) -> str | None:
    """Return the path of the first text within that cannot be printed, empty for the text itself;
    None without one.
    """
    if isinstance(value, str):
        return "" if faults(value) else None
    steps: Iterable[tuple[object, object]] = ()
    if isinstance(value, dict):
        steps = value.items()
    elif isinstance(value, list | tuple):
        steps = enumerate(value)
    for step, inner in steps:
        if (rest := _faulty(inner)) is not None:
            return f"{step}.{rest}" if rest else str(step)
    return None


def halved(data: bytes) -> Message | None:
    """Return what is wrong with JSON that holds a lone surrogate, which the decoder calls
    truncated; None if it holds none.
    """
    found = re.search(_HALF, data)
    return (
        msg("it contains half a character (a lone surrogate) at byte {byte}", byte=found.start())
        if found
        else None
    )


def minor_of(records: Iterable[AnyRecord]) -> int:
    """Return the newest minor version of which something unknown is kept in records."""
    return max((minor_in(_encode(record)) for record in records), default=0)


def encode(visit: Visit) -> bytes:
    """Return the whole visit as a document, one record a line so that two dumps can be compared."""
    lines = [_encode(record) for record in visit]
    records = b",\n".join(lines)
    minor = max(MINOR, minor_in(records))
    if minor > MINOR:
        records = b",\n".join(map(flat, lines))
    version = b'%d,"minor":%d' % (MAJOR, minor) if minor else b"%d" % MAJOR
    return b'{"format":"%s","version":%s,"records":[\n%s\n]}\n' % (
        FORMAT.encode(),
        version,
        records,
    )


def decode(data: bytes, name: str) -> Visit:
    """Read a document strictly; `name` is the file's, for messages.

    Raises ForeignFileError that names file, record and field.
    """
    return visit_of(decode_part(data, name), name)


def decode_part(data: bytes, name: str) -> list[AnyRecord]:
    """Read the records of a document that may be part of a visit."""
    if len(data) > BIGGEST:
        raise ForeignFileError(msg("{file}: it is larger than a visit can be.", file=name))
    document = _opened(data, name)
    minor = document.minor if document.version == MAJOR else 0
    records = list(map(bytes, document.records))
    if document.version == 1:
        # Only older documents need it.
        from lohum_brief.visit.first_version import families_first, renewed  # noqa: PLC0415

        first = families_first(records)
        records = [renewed(data, first) for data in records]
    return [
        decode_record(
            data,
            msg("{file}, record {number}{ident}", file=name, number=number, ident=_ident(data)),
            minor,
        )
        for number, data in enumerate(records, 1)
    ]


def _opened(data: bytes, name: str) -> _Document:
    """Return a document of which no record is read yet."""
    try:
        document = _document.decode(data)
    except _REFUSALS as error:
        _refuse_newer(_version(data), name)
        raise ForeignFileError(
            msg(
                "{file}: it is not a visit document: {why}.",
                file=name,
                why=halved(data) or explain(error),
            )
        ) from None
    if document.format != FORMAT:
        raise ForeignFileError(msg("{file}: its format is not {format}.", file=name, format=FORMAT))
    if document.version < 1 or document.minor < 0:
        version = f"{document.version}.{document.minor}" if document.minor else document.version
        raise ForeignFileError(
            msg("{file}: there is no version {version} of the format.", file=name, version=version)
        )
    _refuse_newer(document.version, name)
    return document


def _version(data: bytes) -> int:
    """Return the version of a document that cannot be read; 0 where it says none."""
    try:
        return _head.decode(data).version
    except _REFUSALS:
        return 0


def _refuse_newer(version: int, name: str) -> None:
    if version > MAJOR:
        raise ForeignFileError(
            msg(
                "{file}: it was written by a newer version; update the program to read it.",
                file=name,
            )
        )


def _ident(raw: bytes) -> str:
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return ""
    ident = value.get("id") if isinstance(value, dict) else None
    return f" ({legible(ident)})" if isinstance(ident, str) and ident else ""


def visit_of(records: Iterable[AnyRecord], name: str) -> Visit:
    """Make a visit of decoded records: unique ids, one record of particulars, and that public."""
    visit = Visit(records)
    if len(visit.by_id) != len(visit):
        seen: set[str] = set()
        twice = next(record.id for record in visit if record.id in seen or seen.add(record.id))  # type: ignore[func-returns-value]
        raise ForeignFileError(
            msg("{file}: the id {id} is used twice; ids are unique.", file=name, id=twice)
        )
    found = visit.of(Particulars)
    if len(found) != 1:
        raise ForeignFileError(
            msg(
                "{file}: a visit has exactly one record of kind visit, not {count}.",
                file=name,
                count=len(found),
            )
        )
    if found[0].audience != "public":
        raise ForeignFileError(
            msg(
                "{file}: the record {id} must have the audience public, for it stands on every "
                "page.",
                file=name,
                id=found[0].id,
            )
        )
    return visit
