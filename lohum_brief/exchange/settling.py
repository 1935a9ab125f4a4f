"""What the columns of a table leave open before its rows are read: half fiscal years, months that
name no year, columns of something else than values, columns that nobody reads yet.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress

from lohum_brief.exchange import doubts, doubts_of_times, vague_headings, vocabulary
from lohum_brief.exchange.headings import folded, guess, likely
from lohum_brief.exchange.layouts import Layout, layout
from lohum_brief.exchange.questions import LEAVE_OUT, Asked, OpenQuestionError
from lohum_brief.exchange.sheets import column_letters
from lohum_brief.exchange.spans import GROUPED, parted
from lohum_brief.message import msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.kinds import BY_TAG
from lohum_brief.visit.records import Record, kind_of_class


def settled(
    found: Layout,
    kind: type[Record],
    maps: Mapping[str, str],
    asked: Asked,
    start: dt.date | None,
) -> Layout:
    """Return the layout as it is with what is answered about its columns; `maps` are the fields
    that somebody has said, `start` is when the visit begins.
    """
    fiscal_ends = _fiscal_ends(found, asked)
    year = _year(found, asked, start)
    if fiscal_ends is not None or year:
        found = layout([found.sheet], kind, maps, fiscal_ends=fiscal_ends, year=year)
    while kept := dict(_kept(found, kind, asked)):
        # What takes the place of another column leaves that to be asked about.
        if kept.keys() <= maps.keys():
            break
        maps = {**maps, **kept}
        found = layout([found.sheet], kind, maps, fiscal_ends=fiscal_ends, year=year)
    return _ungrouped(found, asked)


def _fiscal_ends(found: Layout, asked: Asked) -> bool | None:
    """Whether a fiscal year ends in the year that a heading names; None while nobody has said."""
    ends = _asked_of_all(
        found.halves.values(),
        lambda text: asked.answer(
            doubts_of_times.half_years(), name="years", word=text, at=found.row
        ),
    )
    return ends == "end" if ends else None


def _year(found: Layout, asked: Asked, start: dt.date | None) -> str:
    """The year of columns that name none; empty while nobody has said it."""
    named = _asked_of_all(
        found.yearless.values(),
        lambda text: asked.answer(
            doubts_of_times.year(start), name="year", word=text, at=found.row
        ),
    )
    return doubts_of_times.year_of(named) if named else ""


def _is_second_list(heading: str, found: Layout, kind: type[Record]) -> bool:
    """Whether a column has the names of a second list, which stands beside the first."""
    known = {folded(text) for column, text in found.headings.items() if column in found.columns}
    field = guess(heading, kind) if heading and folded(heading) in known else None
    return field is not None and field.partition(".")[0].partition("+")[0] in ("name", "family")


def _asked_of_all(words: Iterable[str], ask: Callable[[str], str]) -> str:
    """The answer to a question about several words, which it names all; empty while it is open."""
    answer = ""
    for word in words:
        with suppress(OpenQuestionError):
            answer = ask(word)
    return answer


def _kept(found: Layout, kind: type[Record], asked: Asked) -> Iterator[tuple[str, str]]:
    """The columns that are not read and that somebody wants, by their letters, with the fields in
    which they are kept; and what those hold whose headings do not tell it.
    """
    field = BY_TAG[kind_of_class(kind)].joined
    for column, heading, fields in vague_headings.beside_titles(found, kind):
        with suppress(OpenQuestionError):
            doubt = doubts.vague(legible(heading, 60), fields)
            yield column_letters(column), asked.answer(doubt, column=column)
    for column, heading in found.unknown.items():
        letters = column_letters(column)
        if not _is_offered(found, kind, column) or not (field or asked.is_answered(letters)):
            continue
        called = legible(heading, 60) or msg("{column}, without a heading", column=letters)
        doubt = (
            doubts.vague(called, vague)
            if (vague := vague_headings.meanings(heading, kind))
            else doubts.keep(
                field, called, likely(heading, kind), needed=_is_second_list(heading, found, kind)
            )
        )
        answer = LEAVE_OUT
        with suppress(OpenQuestionError):
            answer = asked.answer(doubt, column=column)
        if answer != LEAVE_OUT:
            yield letters, answer


def _is_offered(found: Layout, kind: type[Record], column: int) -> bool:
    """Whether it is asked about a column that is not read: it says something, and it is not known
    that nobody wants it.
    """
    heading = found.unknown[column]
    return (
        column not in found.halves
        and column not in found.yearless
        and not (heading and guess(heading, kind) == vocabulary.IGNORED)
        and any(
            column < len(row) and row[column] != "" for row in found.sheet.rows[found.row + 1 :]
        )
    )


def _ungrouped(found: Layout, asked: Asked) -> Layout:
    """The layout without the columns that hold something else of a year than its value, as far as
    nobody wants them.
    """
    columns, unknown = dict(found.columns), dict(found.unknown)
    for column, field in found.columns.items():
        group = parted(field.partition("@")[2]).group
        if not group:
            continue
        answer = asked.answer(doubts.group(group), name="group", word=group, at=found.row)
        if answer == "plain":
            columns[column] = field.partition(GROUPED)[0]
        elif answer == LEAVE_OUT:
            del columns[column]
            unknown[column] = found.headings.get(column, "")
    return found._replace(columns=columns, unknown=unknown)
