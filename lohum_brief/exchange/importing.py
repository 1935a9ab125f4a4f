"""A table and a visit give a preview: what would be added, changed and removed, and what cannot be
read.

What cannot be read is named, and left out only when somebody says so: the cell alone where the
record does without it, else the whole row. What has two meanings is asked about, once a column
(`questions`, `doubts`). An empty cell leaves a field as it is; in a table that this program wrote
it empties the field, for there it says what the field is.
"""

import datetime as dt
import functools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.exchange import (
    beginnings,
    clocks,
    days,
    doubts,
    exact,
    marks,
    notes,
    remarks,
    sides,
    title_days,
)
from lohum_brief.exchange.alternatives import checked
from lohum_brief.exchange.amounts import doubtful_points, has_decimal_comma
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.guessing import Guesses
from lohum_brief.exchange.layouts import Layout, second_list
from lohum_brief.exchange.measuring import notes_of
from lohum_brief.exchange.outcome import Outcome
from lohum_brief.exchange.preview import Preview, refuse_unprintable
from lohum_brief.exchange.questions import LEAVE_OUT, Asked
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.readership import Readership, counted, readership, unclaimed
from lohum_brief.exchange.references import Directory, folded
from lohum_brief.exchange.rows import Frame
from lohum_brief.exchange.settling import settled
from lohum_brief.exchange.sheet_rows import SheetRows, headings_of
from lohum_brief.exchange.sheet_texts import texts_of
from lohum_brief.exchange.sheets import Cell, Place, Sheet, as_held, column_letters
from lohum_brief.exchange.vague_headings import layout_with_titles, with_asked_title
from lohum_brief.lean_imports import blake2b
from lohum_brief.message import Value, msg
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Item,
    Metric,
    Observation,
    Particulars,
    Person,
    Record,
    kind_of_class,
)
from lohum_brief.visit.visit import Visit


class Options(NamedTuple):
    """How a table is to be read."""

    maps: Mapping[str, str] = {}
    """Headings, or letters of columns, and the fields they hold."""
    day_first: bool | None = None
    audience: Audience | None = None
    replace: bool = False
    """Records of the kind that are not in the table are removed."""
    answers: Mapping[str, str] = {}
    """To questions, by their names."""
    recalled: Callable[[str], Mapping[str, str]] = lambda _: {}
    """The answers that were given for the last list of a shape."""
    name: str = ""
    """What the table is called, which may tell what it is about."""
    turned: Mapping[str, int] = {}
    """Readings of doubtful names that somebody has chosen, by their cells."""
    readers: Mapping[str, Audience] = {}
    """Readers that somebody has chosen, by rows and ids."""


def preview(
    visit: Visit, kind: type[Record], sheets: Sequence[Sheet], options: Options | None = None
) -> Preview:
    """Compare a table with the visit. Raises BriefError where there is no table to compare."""
    options = options or Options()
    found, maps = layout_with_titles(sheets, kind, options.maps)
    others = [sheet.name for sheet in sheets if sheet.name != found.sheet.name and not sheet.hidden]
    if others:
        told = remarks.sheets(found.sheet.name, others)
        found = found._replace(sheet=found.sheet._replace(notes=(*found.sheet.notes, told)))
    headings = headings_of(found)
    shape = shape_of(kind, headings)
    called = _list_called(found, shape, options.name)
    recalled = {**options.recalled(called), **options.recalled(shape)} if shape else {}
    asked = Asked(options.answers, recalled, headings)
    if found.exact:
        found = found._replace(sheet=as_held(found.sheet))
    else:
        if maps is not options.maps:
            found, maps = with_asked_title(found, kind, options.maps, asked)
        found = settled(found, kind, maps, asked, visit.particulars.start)
    read = _Import(visit, kind, found, options, asked, shape).run()
    return read._replace(list_called=called)


class _Import:
    def __init__(
        self,
        visit: Visit,
        kind: type[Record],
        found: Layout,
        options: Options,
        asked: Asked,
        shape: str,
    ) -> None:
        self.visit = visit
        self.kind = kind
        self.layout = found
        self.sheet = found.sheet
        self.options = options
        self.asked = asked
        self.shape = shape
        self.notes: list[Value] = list(self.sheet.notes)
        self.manner = Manner(found.exact, self.sheet.escaped, self._day_first())
        above = self._above()
        begins = beginnings.begins(
            found,
            kind,
            options.audience,
            asked,
            self.notes,
            above=self._caption(above),
            told=lambda: counted(self._new()),
        )
        self.directory = Directory(visit, beginnings.beside(kind, begins))
        self.frame = self._frame(above)
        texts = texts_of(self.sheet.rows)
        self.rows = SheetRows(found, kind, self.notes, asked, texts)
        self.outcome = Outcome(
            visit,
            kind,
            self.directory,
            begins,
            options.readers,
            exact=found.exact,
            replace=options.replace,
        )
        bears = {} if found.exact else marks.among(texts.texts)
        self.guesses = Guesses(
            self.frame, kind, self.rows, self.outcome, bears, options.turned, self.notes
        )

    def _above(self) -> list[str]:
        """What stands above the heading."""
        rows = self.sheet.rows[: max(self.layout.row, 0)]
        return [text_of(cell) for row in rows for cell in row if cell != ""]

    def _caption(self, above: list[str]) -> marks.Mark | None:
        """What stands above the list, or in a comment there, and says who may read all its rows."""
        comments = self.sheet.comments.items()
        heads = marks.of_comments(
            {place: text for place, text in comments if place[0] <= self.layout.row}
        )
        said = [mark for row in heads.values() for mark in row.values()]
        caption = marks.of_caption([*above, self.sheet.name, self.options.name])
        return functools.reduce(marks.stricter, said, caption)

    def _frame(self, above: list[str]) -> Frame:
        """What all rows share."""
        fields = self.layout.columns.values()
        headings = headings_of(self.layout)
        about = " ".join([*above, *headings.values(), self.sheet.name, self.options.name])
        frame = Frame(
            self.manner, self.visit, self.directory, self.asked, self.layout.columns, about
        )
        frame.above = above
        frame.captions = self._captions()
        frame.headings = headings
        if self.kind in _OF_VALUES and not self.layout.unit and "unit" not in fields:
            frame.unit = notes.unit(above)
        if not self.layout.exact:
            of_values = [field for field in fields if _is_value(field)]
            frame.decimal_comma = has_decimal_comma(self._cells_of(*of_values))
            frame.doubtful_points = doubtful_points(self._rows_of(of_values))
        if self.kind is Item:
            frame.elsewhere = title_days.elsewhere(
                [*above, self.sheet.name], self.visit.particulars
            )
            frame.counts_to_24 = clocks.counts_to_24(self._cells_of("clock", "start", "end"))
        return frame

    def run(self) -> Preview:
        said = self.rows.read()
        if self.layout.exact:
            exact.read(said, self.rows, self.kind, self.manner, self.outcome)
            return self._result(len(said))
        alone = ((at, self.sheet.rows[at]) for at in self.rows.sections)
        for at, row in sorted([*said, *alone], key=_at):
            if self.kind is Item and self._names_day(row):
                continue
            if at not in self.rows.sections or self._is_entry(at, self.rows.sections[at]):
                self.guesses.take(at, row)
        return self._result(len(said))

    def _day_first(self) -> bool | None:
        """As somebody has said it, else as the days of the visit tell it for a programme and for
        journeys.
        """
        said = self.options.day_first
        near = _NEAR_THE_VISIT.get(self.kind)
        if said is not None or self.layout.exact or near is None:
            return said
        told = days.day_first(self._cells_of(*near), self.visit.particulars)
        if told is not None:
            self.notes.append(
                msg(
                    "In dates such as 07/12/2026 the day comes first: only so they fall into the "
                    "visit."
                )
                if told
                else msg(
                    "In dates such as 07/12/2026 the month comes first: only so they fall into "
                    "the visit."
                )
            )
        return told

    def _cells_of(self, *fields: str) -> Iterable[Cell]:
        """The cells below the heading of the columns of some fields."""
        columns = [column for column, field in self.layout.columns.items() if field in fields]
        return (
            row[column]
            for row in self.sheet.rows[self.layout.row + 1 :]
            for column in columns
            if column < len(row)
        )

    def _rows_of(self, fields: Collection[str]) -> list[list[Cell]]:
        """The same row by row, with empty cells at the end of short ones."""
        columns = [column for column, field in self.layout.columns.items() if field in fields]
        rows = self.sheet.rows[self.layout.row + 1 :]
        return [[row[at] if at < len(row) else "" for at in columns] for row in rows]

    def _names_day(self, row: Sequence[Cell]) -> bool:
        """Whether a row has nothing but the day of the rows below it."""
        filled = [cell for cell in row if cell != ""]
        if len(filled) != 1 or not isinstance(filled[0], str | dt.date):
            return False
        try:
            self.frame.day = days.day(
                filled[0], self.manner, self.visit.particulars, self.frame.day
            )
        except BriefError:
            return False
        return True

    def _captions(self) -> list[str]:
        rows = reversed(self.sheet.rows[: max(self.layout.row, 0)])
        beside = second_list(self.layout)
        return [
            *(text_of(cell) for row in rows for cell in row[:beside] if cell != ""),
            self.sheet.name,
            self.options.name,
        ]

    def _is_entry(self, at: int, text: str) -> bool:
        """Whether what stands alone in its row is an entry; else it is said what it is for the rows
        below it, or asked.
        """
        told = sides.of_words(text, self.visit) if self.kind is Person else None
        if told and (told.side or told.doubtful):
            self.frame.section = text
            return False
        if not any(
            column in self.layout.columns
            for column, cell in enumerate(self.sheet.rows[at])
            if cell != ""
        ):
            self.notes.append(remarks.beside_columns(at, text))
            return False
        answer = self.asked.answer(doubts.section(), name="sections", word=legible(text, 60), at=at)
        if answer == LEAVE_OUT:
            self.notes.append(remarks.section(at, text))
        return answer != LEAVE_OUT

    def _new(self) -> list[AnyRecord]:
        return [
            *self.outcome.new(),
            *(record for record in self.directory.added if self.kind in beginnings.TOGETHER),
        ]

    # All rows together

    @property
    def _waiting(self) -> set[int]:
        """Rows that wait for an answer."""
        return self.rows.waiting | self.guesses.waiting

    def _result(self, count: int) -> Preview:
        added, changed, unchanged = self.outcome.compared()
        removed = self._removed()
        if removed:
            gone = {record.id for record in removed}
            refuse_unprintable(
                self.visit, Visit([*(r for r in self.visit if r.id not in gone), *added])
            )
        self._remark(removed, count)
        self.asked.number("audience", len(self._new()))
        return Preview(
            kind_of_class(self.kind),
            tuple(added),
            tuple(changed),
            removed,
            unchanged,
            tuple(sorted(self.rows.unread, key=lambda one: one.place)),
            tuple(self._columns()),
            tuple(self.notes),
            self.sheet.name,
            self.layout.exact,
            self.guesses.unsettled,
            self.asked.questions(),
            len(self._waiting),
            self.shape,
            checked(self.guesses.alternatives, self.options.turned),
            self._readership([*added, *(one.after for one in changed)]),
            self._unclaimed(added),
        )

    def _readership(self, records: Iterable[AnyRecord]) -> tuple[Readership, ...]:
        return readership(records, self.outcome.made_of, self.guesses.marked, self.outcome.kept)

    def _unclaimed(self, added: Iterable[AnyRecord]) -> tuple[str, ...]:
        """Return what readers were chosen for and the table has not, be it readable or not."""
        if not self.options.readers:
            return ()
        made_of = self.outcome.made_of
        rows = (at for found in made_of.values() for at in found)
        others = (one.place[0] for one in self.rows.unread)
        every = [*rows, *others, *self._waiting, *self.guesses.left_out]
        return unclaimed(self.options.readers, [*made_of, *(one.id for one in added)], every)

    def _removed(self) -> tuple[AnyRecord, ...]:
        if (
            not self.options.replace
            or self.kind is Particulars
            or self.rows.unread
            or self._waiting
        ):
            return ()
        return self.outcome.missing()

    def _remark(self, removed: Sequence[AnyRecord], count: int) -> None:
        """Say what nobody would see in the records themselves."""
        # Whom guests would find among themselves comes first.
        self.notes[:0] = remarks.sided(self.frame.sided)
        self.notes += [
            *self.frame.told.values(),
            *remarks.comments(self._unused_comments()),
            *self.guesses.same_names.merged,
            *remarks.repeated(self.outcome.repeated),
            *remarks.fieldless(self.layout, self.kind),
            *remarks.valueless(self.layout, self.kind),
            *remarks.recalled(self.asked.used),
            *remarks.numbers(lifted=self.outcome.lifted, left_out=len(self.guesses.left_out)),
            *remarks.beside(self.directory.added),
            *remarks.otherwise(self.directory.otherwise.values()),
            *notes_of(self.guesses.conversions),
            *remarks.named_in_vain(removed, self.visit),
        ]
        if not count and not self._waiting:
            self.notes.append(msg("There is nothing below the heading."))
        if self.options.replace and self.rows.unread:
            self.notes.append(
                msg("Nothing is removed as long as there are rows that cannot be read.")
            )

    def _unused_comments(self) -> Mapping[Place, str]:
        """The comments that have closed no row."""
        used = {at for at, mark in self.guesses.marked if mark.comment}
        closing = marks.of_comments(self.sheet.comments)
        return {
            (row, column): text
            for (row, column), text in self.sheet.comments.items()
            if column not in closing.get(row, {})
            or (row not in used and (self.layout.exact or row > self.layout.row))
        }

    def _columns(self) -> Iterable[tuple[str, str, str]]:
        headings = headings_of(self.layout)
        for column in sorted([*self.layout.columns, *self.layout.unknown]):
            text = headings.get(column, "")
            yield column_letters(column), legible(text, 60), self.layout.columns.get(column, "")


_NEAR_THE_VISIT: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Item: ("day", "start"),
    Person: ("arrives", "arrives_day", "departs", "departs_day"),
}
"""Columns whose days lie within the visit or close to it."""
_OF_VALUES: Final = (Metric, Observation, Figure)


def _is_value(field: str) -> bool:
    return field.partition("@")[0].rpartition(".")[2] == "value"


def _at(row: tuple[int, Sequence[Cell]]) -> int:
    return row[0]


def _list_called(found: Layout, shape: str, name: str) -> str:
    """Return what the same list has in common with itself, by its shape and what it is called: what
    is said of one list only, as of which mineral it is, counts for no other.
    """
    rows = found.sheet.rows[: max(found.row, 0)]
    said = [text_of(cell) for row in rows for cell in row if cell != ""]
    words = [folded(text) for text in (*said, found.sheet.name, name) if text]
    return _digest([shape, *words]) if shape and words else ""


def shape_of(kind: type[Record], headings: Mapping[int, str]) -> str:
    """What lists with the same headings share, whatever stands below them; it tells nothing of what
    they say.

    Empty for a list without headings, which has no shape to know it by.
    """
    if not headings:
        return ""
    words = [kind_of_class(kind), *(folded(text) for _, text in sorted(headings.items()))]
    return _digest(words)


def _digest(words: Sequence[str]) -> str:
    return blake2b("\n".join(words).encode(errors="replace"), digest_size=16).hexdigest()
