"""What version 1 of the format said otherwise: a person's form of address was one word."""

from typing import Any, Final

import msgspec

from lohum_brief.language.rooms.names import Address

ADDRESSES: Final = {
    "he": Address("excellency"),
    "he_mr": Address("excellency", honorific="mr"),
    "he_ms": Address("excellency", honorific="ms"),
}
"""The words that were its own; all others stayed."""

_FORMER: Final = {address: word for word, address in ADDRESSES.items()}


def former(address: Address) -> str:
    """Return the word that version 1 had for a form of address; that of the title where it had
    none.
    """
    return _FORMER.get(address, address.honorific)


def renewed(data: bytes) -> bytes:
    """Return a record of version 1, as JSON, as one of version 2; itself where nothing is other.

    What is no record is returned as it is: the reader that comes after says why.
    """
    if b'"honorific"' not in data:
        return data
    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        word = msgspec.json.decode(fields.get("honorific", b'""'))
    except (msgspec.MsgspecError, RecursionError, UnicodeError):
        return data
    if bytes(fields.get("kind", b"")) != b'"person"' or not isinstance(word, str):
        return data
    address = ADDRESSES.get(word)
    if address is None:
        return data
    new: dict[str, Any] = {}
    for name, value in fields.items():
        if name == "honorific":
            new["dignity"] = address.dignity
            new |= {"honorific": address.honorific} if address.honorific != "none" else {}
        else:
            new[name] = value
    return msgspec.json.encode(new)
