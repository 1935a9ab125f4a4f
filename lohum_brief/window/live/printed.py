"""What stands on a page told back to the visit: which field of a record printed there, and what
stands for what.
"""

from collections.abc import Iterator, Sequence

import msgspec

from lohum_brief.checks.strings import strings
from lohum_brief.language.codes import READ
from lohum_brief.language.furigana import plain
from lohum_brief.service.messages.pages import Printed
from lohum_brief.visit.records import AnyRecord, Observation, Series
from lohum_brief.visit.visit import Visit

_PIECES = (16, 10, 6, 4)
"""Characters around the one that was clicked, as many as are looked for in turn."""


def field_of(record: AnyRecord, before: str, behind: str) -> str:
    """The path of the field in which a printed text stands, such as `text.ja`; empty where it
    cannot be told.

    Between `before` and `behind` somebody clicked. A figure in a text is printed where its token
    stands, and another text may begin close by, so shorter pieces are tried too.
    """
    before, behind = ("".join(text.split()) for text in (before, behind))
    for length in _PIECES if behind else ():
        piece = before[max(0, len(before) - length // 2) :] + behind[: length // 2]
        for path, text in _bare(record):
            if piece in text:
                return path
    return ""


def _bare(record: AnyRecord) -> Iterator[tuple[str, str]]:
    for path, lang, text in strings(record):
        yield path, "".join((plain(text) if lang == READ else text).split())


def with_metrics(places: Sequence[Printed], visit: Visit) -> Iterator[Printed]:
    """The places, and those of metrics, which stand where their values do. A click still finds the
    value itself.
    """
    for place in places:
        record = visit.by_id.get(place.record)
        if isinstance(record, Observation):
            yield msgspec.structs.replace(place, record=record.metric)
        yield place


def stand_in(visit: Visit, ident: str) -> str:
    """The record whose place on the pages is that of another, which printed nothing of its own."""
    record = visit.by_id.get(ident)
    if isinstance(record, Observation):
        return record.metric
    if isinstance(record, Series):
        return record.mineral or ident
    return ident


def pages_of(places: Sequence[Printed]) -> dict[str, tuple[int, str]]:
    """The first page, from 1, of each record, and all of them in words: 6, 12–14."""
    found: dict[str, dict[int, None]] = {}
    for place in places:
        found.setdefault(place.record, {})[place.page + 1] = None
    return {record: (min(pages), _in_words(sorted(pages))) for record, pages in found.items()}


def _in_words(pages: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        str(run[0]) if len(run) == 1 else f"{run[0]}{', ' if len(run) == 2 else '–'}{run[-1]}"
        for run in runs
    )
