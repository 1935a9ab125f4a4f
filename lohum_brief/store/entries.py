"""What a store tells of past edits."""

import time
from typing import Final, NamedTuple

from lohum_brief.message import Value
from lohum_brief.visit.records import AnyRecord

DONE: Final = 0
UNDONE: Final = 1
DROPPED: Final = 2
"""Undone and then overtaken by another edit."""


class Entry(NamedTuple):
    """One edit of the past. `time` is ISO 8601 in UTC; `state` says whether it was undone since."""

    number: int
    time: str
    who: str
    label: Value
    state: int = DONE


class Moment(NamedTuple):
    """One edit of a record. `time` is ISO 8601 in UTC; None is where the record was not there."""

    time: str
    who: str
    before: AnyRecord | None
    after: AnyRecord | None


def now() -> str:
    """Return the time as entries and locks have it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
