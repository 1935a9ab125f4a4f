"""What a step is called, as the journal keeps it: a message as JSON, a plain string as it is.

Journals of version 1 have the sentences that were said when a step was made. What looks like a
message and could not be said is taken for one of those, for a file may come from anybody.
"""

from contextlib import suppress
from typing import Final

import msgspec

from lohum_brief.message import Forms, Group, Message, Value, is_sayable

_BEGIN: Final = b'["'
"""How a message begins in JSON; no sentence of a step ever did."""

_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Message | Group | Forms).decode


def kept(label: Value) -> str:
    """Return what the journal keeps of a step's name."""
    return label if isinstance(label, str) else _encode(label).decode()


def read(stored: bytes) -> Value:
    """Return the name of a step that a journal has kept."""
    if stored.startswith(_BEGIN):
        with suppress(msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
            label: Value = _decode(stored)
            if is_sayable(label):
                return label
    return stored.decode(errors="replace")
