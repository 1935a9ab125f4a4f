"""Strings that print as they stand in every language, in cells of tables and names of charts,
though they are in one of them.
"""

import re
from collections.abc import Iterator
from typing import Final

from lohum_brief.checks.finding import Finding
from lohum_brief.checks.strings import strings
from lohum_brief.checks.translations import RULE
from lohum_brief.language.codes import Lang
from lohum_brief.language.letters import worded_in
from lohum_brief.message import msg
from lohum_brief.visit.records import Chart, Table
from lohum_brief.visit.visit import Visit

_OF_ONE_LANGUAGE: Final = (
    r"[\u0904-\u0939\u0958-\u0961\u3041-\u30fa\u3400-\u9fff]+"
    r"|(?<![A-Za-z@./])[a-z]{4,}(?![A-Za-z@./])"
    r"|(?<![\d,])\d{1,2}(?:,\d\d)+,\d{3}(?![\d,])"
    r"|\d (?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*(?![A-Za-z])"
    r"|(?<=\d) ?(?:IST|JST|[ap]\.?m\.?)(?![A-Za-z])"
)
"""Words, groups of digits, dates and zones that other languages write otherwise."""
_CELL: Final = re.compile(_OF_ONE_LANGUAGE)
_NAME: Final = re.compile(_OF_ONE_LANGUAGE + r"|(?<![A-Za-z@./])[A-Z][a-z]{2,}(?![A-Za-z@./])")
"""A cell may hold a proper name; what a chart compares is called in each language."""
_CELLS: Final = ("rows.", "names.")


def findings(visit: Visit) -> Iterator[Finding]:
    """Yield a warning for each such string."""
    records: list[Table | Chart] = [*visit.of(Table), *visit.of(Chart)]
    for record in records:
        pattern = _CELL if isinstance(record, Table) else _NAME
        for path, lang, text in strings(record):
            if lang is not None or not path.startswith(_CELLS) or not _prints(path, record):
                continue
            if found := pattern.search(text):
                message = msg(
                    "“{words}” prints as it stands in every language: write it in each of them.",
                    words=found[0].strip(),
                )
                yield Finding("warning", RULE, record.id, path, message, found[0])


def _prints(path: str, record: Table | Chart) -> bool:
    """Return whether the string is a name or a cell; rows of a chart have ids besides."""
    return isinstance(record, Table) or path.startswith("names.") or path.endswith(".name")


def language_of(text: str) -> Lang:
    """Return the language that such a string is in."""
    return worded_in(text) or "en"
