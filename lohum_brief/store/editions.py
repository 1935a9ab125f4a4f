"""Editions: which packs were issued, when, by whom and for whom.

They are no records: undo, earlier states and the JSON document know nothing of them, so that no
number is given twice.

A number is reserved before the file of an edition is written and the edition is issued once that is
done: whatever happens in between, there is a row for every file, and no other edition gets the
number.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Final, Literal, NamedTuple

import msgspec
from msgspec import structs

from lohum_brief.errors import UsageError
from lohum_brief.language.codes import Lang
from lohum_brief.message import msg
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import Id, Layout
from lohum_brief.visit.rest import NONE, Extensible, flat, minor_in, rest_of
from lohum_brief.visit.text import EMPTY, Line, Text
from lohum_brief.visit.version import MINOR

LONGEST_NOTE: Final = 500
"""Characters of the line for whom an edition is."""

Note = Annotated[str, msgspec.Meta(max_length=LONGEST_NOTE, pattern=r"^[^\x00-\x1f\x7f]*(?!\n)$")]
"""One line."""


Cause = Literal[
    "missing",
    "old",
    "stale",
    "placeholder",
    "unit",
    "wording",
    "language",
    "number",
    "typed",
    "name",
]
"""What an edition may print although it is not as it should be, where somebody answers for it."""


class Accepted(Extensible, frozen=True, kw_only=True):
    """A place that is printed as it is, and who says so and why."""

    cause: Cause
    record: Id
    field: Note
    reason: Note
    who: Note


class Imprint(Extensible, frozen=True, kw_only=True):
    """What was issued. `title` is that of the pack then; `sha256` and `size` are those of its file.

    `file` is its name, with the folders below that of the visit where it lies there: what a file
    from elsewhere says must not lead anywhere else, and folders of this machine are nobody's
    business who gets the visit.
    """

    pack: Id
    number: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    title: Text
    languages: Annotated[tuple[Lang, ...], msgspec.Meta(min_length=1, max_length=3)]
    layout: Layout
    audience: Audience
    pages: Annotated[int, msgspec.Meta(ge=1)]
    size: Annotated[int, msgspec.Meta(ge=1)]
    sha256: Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}(?!\n)$")]
    file: Line
    trace: bytes = b""
    """What of the visit the pack printed (`release.since`); empty where that was taken out of a
    copy.
    """
    recipients: Note = ""
    """For whom it is, in the words of who issued it."""
    accepted: tuple[Accepted, ...] = ()
    """What was printed as it is, though it kept the edition back; absent where there is nothing."""
    issued: bool = False
    """False while its file is being written, and for ever when the program was ended just then."""


class Edition(NamedTuple):
    """An edition. `serial` counts those of all packs; `time` is ISO 8601 in UTC."""

    serial: int
    time: str
    who: str
    imprint: Imprint


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Imprint).decode
_again = msgspec.json.Decoder(Imprint, dec_hook=rest_of).decode


def encode(imprint: Imprint) -> bytes:
    """Return an imprint as JSON."""
    return flat(_encode(imprint))


def decode(data: bytes, minor: int = MINOR) -> Imprint:
    """Return the imprint of JSON that a `minor` version wrote; what is none is refused."""
    try:
        return _decode(data)
    except msgspec.ValidationError:
        if minor <= MINOR:
            raise
    # Only what a newer version wrote needs it: a cold export counts milliseconds.
    from lohum_brief.visit import newer

    return newer.read_part(data, Imprint, minor)


def minor_of(imprint: Imprint) -> int:
    """Return the newest minor version of which something unknown is kept in an imprint."""
    return minor_in(_encode(imprint))


def seconds(edition: Edition) -> int:
    """Return when it was issued, in seconds since 1970."""
    return int(dt.datetime.fromisoformat(edition.time).timestamp())


def next_number(editions: Sequence[Edition], pack: str, audience: Audience) -> int:
    """Return the number of the pack's next edition for an audience.

    Numbers that were reserved are not given again. What others got of the pack does not count: a
    gap would tell of it.
    """
    own = (one.imprint for one in editions if one.imprint.pack == pack)
    return max((one.number for one in own if one.audience == audience), default=0) + 1


def checked(imprint: Imprint) -> Imprint:
    """Return an imprint that can be read back.

    Raises UsageError: another must not get into a store.
    """
    try:
        return _again(_encode(imprint))
    except (msgspec.MsgspecError, UnicodeEncodeError):
        raise UsageError(
            msg(
                "For whom an edition is must be one line of at most {count} characters.",
                count=LONGEST_NOTE,
            )
        ) from None


def bare(imprint: Imprint) -> Imprint:
    """Return what a copy without history keeps of an imprint.

    That is what keeps the number from being given again and what tells the file.
    """
    return structs.replace(
        imprint, title=EMPTY, file="", trace=b"", recipients="", accepted=(), rest=NONE
    )


def reserved(held: Sequence[Edition], imprint: Imprint, time: int, who: str) -> Edition:
    """Return the edition that is to be noted before its file is written.

    `held` are the editions that the store has. Raises UsageError where the number is not the next.
    """
    if imprint.number != next_number(held, imprint.pack, imprint.audience):
        raise UsageError(
            msg(
                "{pack}: edition {number} is not the next one.",
                pack=imprint.pack,
                number=imprint.number,
            )
        )
    moment = dt.datetime.fromtimestamp(time, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    serial = max((one.serial for one in held), default=0) + 1
    return Edition(serial, moment, who, checked(structs.replace(imprint, issued=False)))
