"""What a rule says about one place of a visit."""

from typing import Final, Literal, get_args

import msgspec

Severity = Literal["error", "warning", "info"]
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
"""Worst first."""


class Finding(msgspec.Struct, frozen=True):
    """An error cannot be printed or contradicts itself; a warning prints, but not as it should.

    `field` is a path as `visit.edit.set_field` takes it, such as `text.ja`; empty when the whole record is meant.
    """

    severity: Severity
    rule: str
    record: str
    field: str
    message: str
