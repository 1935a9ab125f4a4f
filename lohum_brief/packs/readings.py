"""Readings that contradict each other, as far as the pack's readers know of them: which of them is
called the chosen one.
"""

from collections.abc import Collection
from typing import Final

from lohum_brief.language.catalogue import phrase
from lohum_brief.visit.records import Observation, Statement

CHOSEN: Final = phrase("Chosen value")
"""What the chosen reading of a metric is called."""

Readings = Collection[Statement | Observation]


def is_parted(readings: Readings) -> bool:
    """Return whether of these readings some are chosen and some are not: else no word tells one
    from another.
    """
    return len({reading.chosen for reading in readings}) > 1


def label(reading: Statement | Observation) -> str:
    """Return what a reading is called among others that are not as it is."""
    if isinstance(reading, Observation):
        return CHOSEN if reading.chosen else phrase("Other value")
    return phrase("Chosen reading") if reading.chosen else phrase("Other reading")
