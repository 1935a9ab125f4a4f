"""The version of the format, of the file as of the JSON document: `MAJOR.MINOR`.

A minor version adds: fields with a default, kinds of records, values of a choice. A program of an
earlier one keeps what it does not know. Anything else takes a major version: a step in
`store.sqlite.schema`, and what an earlier program refuses.

1    the first
2.0  what a newer minor version wrote is kept; the journal keeps its labels as messages; a form of
     address has parts, and the country may tell which name stands first (`visit.first_version`);
     a chart is drawn once for all languages unless it says otherwise; readings over kanji are
     printed always, once or never; numbers are at least or at most so much
"""

from typing import Final

MAJOR: Final = 2
MINOR: Final = 0
