"""Dates as people write them into texts, to be checked."""

import msgspec


class Days(msgspec.Struct, frozen=True, kw_only=True):
    """Patterns for texts with digits from 0 to 9 and brackets of ASCII."""

    seen: str
    """Found in every text that has a date, and cheap to ask."""
    dates: tuple[str, ...]
    """With the groups `day`, `year`, and `name` or `number` of the month; `era` where years are
    counted by it.
    """
    eras: dict[str, int] = {}
    """The years with which eras begin, by their names in the group `era`."""
    first_year: str = ""
    """What stands for the figure of an era's first year."""
    droppable: str = ""
    """What a weekday ends with and may leave out."""
    before: str = "(?!)"
    """A weekday that stands before a date, up to where that begins."""
    behind: str = "(?!)"
    """A weekday that stands behind a date; one before another date belongs to that."""
    letters: int = 100
    """How many of a weekday's letters tell it."""
    more: dict[str, int] = {}
    """Weekdays, from Monday's 0, by names that do not print."""
    said: str = "{}"
    """How a weekday is called in a sentence."""
