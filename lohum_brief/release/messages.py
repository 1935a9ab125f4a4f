"""What a program and the process that sets its pages say to each other: MessagePack, each message behind its length."""

from collections.abc import Sequence
from typing import BinaryIO, Final

import msgspec

from lohum_brief.checks.finding import Finding
from lohum_brief.language.codes import Lang


class Message(msgspec.Struct, frozen=True, tag_field="sort", tag=str.lower):
    """What all share."""


class Load(Message, frozen=True):
    """The whole visit, as `visit.document.encode` writes it; all that follows is about it."""

    document: bytes


class Changed(msgspec.Struct, frozen=True, array_like=True):
    """A record's change as in `visit.edit.Change`; `after` is JSON, None where it was removed."""

    id: str
    after: bytes | None
    next_before: str | None
    next_after: str | None


class Change(Message, frozen=True):
    """An edit of the visit."""

    changes: tuple[Changed, ...]


class Speak(Message, frozen=True):
    """The language of sentences from now on."""

    lang: Lang


class Render(Message, frozen=True):
    """Set a pack, given as the JSON of its record, which may differ from the visit's; `number` comes back with the answer."""

    number: int
    pack: bytes


class Export(Message, frozen=True):
    """Set a pack and put it at `out`."""

    number: int
    pack: bytes
    out: str


class Check(Message, frozen=True):
    """Find what is wrong with the visit."""

    number: int


class Printed(msgspec.Struct, frozen=True, array_like=True):
    """Where a record printed: page from 0, points from the page's top, and how far down from there."""

    record: str
    page: int
    y: float
    height: float


class Rendered(Message, frozen=True):
    """The pages of a pack, all of one size in points; `sides` of them lie open together."""

    number: int
    pdf: bytes
    pages: int
    size: tuple[float, float]
    sides: int
    places: tuple[Printed, ...]


class Exported(Message, frozen=True):
    """What was written, in how many seconds."""

    number: int
    out: str
    pages: int
    seconds: float


class Found(Message, frozen=True):
    """All findings, worst first."""

    number: int
    findings: tuple[Finding, ...]


class Progress(Message, frozen=True):
    """How much is done, from 0 to 1."""

    number: int
    part: float


class Failed(Message, frozen=True):
    """Why it could not be done, as a sentence for the user."""

    number: int
    why: str


Request = Load | Change | Speak | Render | Export | Check
Answer = Rendered | Exported | Found | Progress | Failed

_LENGTH: Final = 4
_requests: Final = msgspec.msgpack.Decoder(Request)
_answers: Final = msgspec.msgpack.Decoder(Answer)
_encode: Final = msgspec.msgpack.Encoder().encode


def framed(message: Request | Answer) -> bytes:
    """The message as it is sent."""
    data = _encode(message)
    return len(data).to_bytes(_LENGTH, "big") + data


def read_request(stream: BinaryIO) -> Request | None:
    """The next request; None at the end of the stream."""
    head = stream.read(_LENGTH)
    if len(head) < _LENGTH:
        return None
    request: Request = _requests.decode(stream.read(int.from_bytes(head, "big")))
    return request


def take_answers(buffer: bytearray) -> Sequence[Answer]:
    """The answers that have arrived whole, taken out of the buffer."""
    found = []
    while len(buffer) >= _LENGTH:
        end = _LENGTH + int.from_bytes(buffer[:_LENGTH], "big")
        if len(buffer) < end:
            break
        found.append(_answers.decode(buffer[_LENGTH:end]))
        del buffer[:end]
    return found
