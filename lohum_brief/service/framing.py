"""Messages on a pipe: MessagePack, each behind its length."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any, BinaryIO, Final

import msgspec

from lohum_brief.service.calls import CALLS
from lohum_brief.service.messages.message import Answer, Failed, Message, Progress

_LENGTH: Final = 4
_answer_types: Final = dict.fromkeys(call.answer for call in CALLS if call.answer)
_requests: Final[msgspec.msgpack.Decoder[Any]] = msgspec.msgpack.Decoder(
    reduce(or_, [call.request for call in CALLS])
)
_answers: Final[msgspec.msgpack.Decoder[Any]] = msgspec.msgpack.Decoder(
    reduce(or_, [*_answer_types, Progress, Failed])
)
_encode: Final = msgspec.msgpack.Encoder().encode


def framed(message: Message) -> bytes:
    """Return the message as it is sent."""
    data = _encode(message)
    return len(data).to_bytes(_LENGTH, "big") + data


def read_request(stream: BinaryIO) -> Message | None:
    """Return the next request; None at the end of the stream, even within a request."""
    head = stream.read(_LENGTH)
    length = int.from_bytes(head, "big")
    data = stream.read(length) if len(head) == _LENGTH else b""
    if len(head) < _LENGTH or len(data) < length:
        return None
    request: Message = _requests.decode(data)
    return request


def take_answers(buffer: bytearray) -> Sequence[Answer]:
    """Take the answers that have arrived whole out of the buffer."""
    found: list[Answer] = []
    while len(buffer) >= _LENGTH:
        end = _LENGTH + int.from_bytes(buffer[:_LENGTH], "big")
        if len(buffer) < end:
            break
        found.append(_answers.decode(buffer[_LENGTH:end]))
        del buffer[:end]
    return found
