"""Pictures in a store: what they are found by, and how large one may be."""

from typing import Final

from lohum_brief.errors import UsageError
from lohum_brief.lean_imports import blake2b
from lohum_brief.message import msg

BIGGEST: Final = 50_000_000
"""Bytes an asset may have."""


def name_of(data: bytes) -> str:
    """Return the digest that is the asset's name: 64 hexadecimal digits."""
    return blake2b(data, digest_size=32).hexdigest()


def require_size(data: bytes) -> None:
    """Raise UsageError for an asset that is too large."""
    if len(data) > BIGGEST:
        raise UsageError(
            msg(
                "The picture is larger than {megabytes} MB; make it smaller first.",
                megabytes=BIGGEST // 1_000_000,
            )
        )


def no_such(name: str) -> UsageError:
    """Return the error for a picture that is not there."""
    return UsageError(msg("There is no picture {name}.", name=name))
