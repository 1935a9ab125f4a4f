"""Who reads what is meant for whom: one table, by which all is decided about readers."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, Literal, get_args

Audience = Literal["public", "guest", "host", "principal", "security"]
AUDIENCES: Final[tuple[Audience, ...]] = get_args(Audience)
"""As they stand in lists, the widest first. Their places say nothing of who reads what: that says
`reads`.
"""
UNKNOWN: Final[Audience] = "principal"
"""Whose is what nobody knows whose it is."""
_READS: Final[Mapping[Audience, frozenset[Audience]]] = MappingProxyType(
    {
        "public": frozenset({"public"}),
        "guest": frozenset({"public", "guest"}),
        "host": frozenset({"public", "guest", "host"}),
        "principal": frozenset({"public", "guest", "host", "principal"}),
        # Beside the order: passports, which nobody else reads, and of all else what guests read.
        "security": frozenset({"public", "guest", "security"}),
    }
)


def reads(audience: Audience, meant_for: Audience) -> bool:
    """Return whether an audience reads what is meant for another: all that is decided about readers
    is decided by this table.
    """
    return meant_for in _READS[audience]
