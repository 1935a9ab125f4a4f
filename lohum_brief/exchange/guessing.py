"""Rows of a table that is not ours, read one by one: what each becomes, and what of it is left out.

A cell that cannot be read is left out alone where the record does without it, else with its row.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from lohum_brief.errors import BriefError
from lohum_brief.exchange import doubts, doubts_of_people, marks, remarks
from lohum_brief.exchange.alternatives import Alternatives, cell_called
from lohum_brief.exchange.building import RowError
from lohum_brief.exchange.fields import UnsettledDateError, by_path
from lohum_brief.exchange.kinds import SPECIAL
from lohum_brief.exchange.kinds.values import of_metric, of_periods, split_off
from lohum_brief.exchange.named_records import read_names
from lohum_brief.exchange.outcome import Outcome
from lohum_brief.exchange.questions import AnswerError, OpenQuestionError
from lohum_brief.exchange.row_fields import (
    by_group,
    keep_ranks,
    keep_words,
    name_group,
    read_field,
    settle_unit,
)
from lohum_brief.exchange.rows import Frame, LeftOutError, NamelessError, Row, sources
from lohum_brief.exchange.same_names import SameNames
from lohum_brief.exchange.sheet_rows import SheetRows
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.spans import GROUPED
from lohum_brief.message import Value, clause
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    Metric,
    Observation,
    Person,
    Record,
    kind_of_class,
)

if TYPE_CHECKING:
    from lohum_brief.exchange.marks import Mark
    from lohum_brief.exchange.measuring import Conversion

_DISPENSABLE_WORDS: Final = {
    "person": (
        "honorific duty post organisation group precedence diet allergies mobility helmet coat "
        "shoes gloves needs country consent_print consent_photo consent_data consent_date "
        "passport_name nationality passport_issued passport_expires born birthplace clearance "
        "clearance_date phone mail contact arrival arrives arrives_day arrives_clock "
        "arrival_place departure departs departs_day departs_clock departure_place hotel room "
        "specimen"
    ),
    "organisation": "abbreviation reading country role note",
    "group": "note",
    "item": "place detail groups minutes end fixed",
    "metric": "definition key value@",
    "note": "title date parties status due owner",
    "term": "reading transliteration abbreviation topic forbidden",
}
_DISPENSABLE: Final = {
    kind: frozenset(fields.split()) for kind, fields in _DISPENSABLE_WORDS.items()
}
"""Fields without which a record still says something true; a cell of theirs that cannot be read is
left out alone.
"""


class Guesses:
    """What the rows of a list become. `bears` are the texts that are marked for certain readers,
    `turned` the readings of doubtful names that somebody has chosen, by their cells; rows that name
    nobody are told in `notes`.
    """

    def __init__(
        self,
        frame: Frame,
        kind: type[Record],
        rows: SheetRows,
        outcome: Outcome,
        bears: Mapping[str, Audience],
        turned: Mapping[str, int],
        notes: list[Value],
    ) -> None:
        self.waiting: set[int] = set()
        """Rows that wait for an answer."""
        self.left_out: list[int] = []
        """Rows that nobody wants."""
        self.marked: list[tuple[int, Mark]] = []
        self.alternatives: list[Alternatives] = []
        self.conversions: list[Conversion] = []
        self.unsettled = False
        """Some date means two days."""
        self._notes = notes
        self._frame = frame
        self._kind = kind
        self._rows = rows
        self._columns = rows.layout.columns
        self._outcome = outcome
        self.same_names = SameNames(rows, outcome)
        self._bears = bears
        self._turned = turned
        self._commented = marks.of_comments(rows.sheet.comments)
        self._fields = by_path(kind)
        self._dispensable = _DISPENSABLE.get(kind_of_class(kind), frozenset())
        self._timed = any("@" in field for field in self._columns.values())
        """Some columns have values of one period."""
        self._group = ""
        """The group of columns that is being read."""

    def take(self, at: int, row: Sequence[Cell]) -> None:
        """Read a row, or what of it is of each group of its columns."""
        try:
            cells = self._rows.cells(at, row, lambda error: self._is_left_alone(at, error))
        except RowError as error:
            self._rows.refuse(at, error.field, error.why)
            return
        for group, own in by_group(cells) if self._timed else [("", cells)]:
            self._group = group
            try:
                self._take(at, own)
            except OpenQuestionError:
                self.waiting.add(at)
            except NamelessError as error:
                self._notes.append(remarks.nameless(at, str(error)))
            except LeftOutError:
                self.left_out.append(at)
            except RowError as error:
                self._refuse(at, error.field, error.why)

    def _refuse(self, at: int, field: str, why: Value, *, alone: bool = False) -> None:
        grouped = f"{field}{GROUPED}{self._group}" if self._group and "@" in field else field
        self._rows.refuse(at, grouped, why, alone=alone)

    def _take(self, at: int, cells: Mapping[str, Cell]) -> None:
        """Read a row without the cells that cannot be read and that its record does without."""
        left = cells
        while True:
            try:
                return self._read(at, left)
            except RowError as error:
                field = error.field if error.field in left else error.field.partition(".")[0]
                if left.get(field, "") == "" or not self._may_lack(field, error):
                    raise
                self._refuse(at, field, error.why, alone=True)
                left = {name: cell for name, cell in left.items() if name != field}

    def _is_left_alone(self, at: int, error: RowError) -> bool:
        """Whether a cell that shows an error is left out alone, which is said."""
        if not self._may_lack(error.field, error):
            return False
        self._refuse(at, error.field, error.why, alone=True)
        return True

    def _may_lack(self, field: str, error: RowError) -> bool:
        base = f"{field.partition('@')[0]}@" if "@" in field else field.partition(".")[0]
        return base in self._dispensable and not isinstance(error.__cause__, LeftOutError)

    def _read(self, at: int, cells: Mapping[str, Cell]) -> None:
        """Read a row whole; what it has added on the way is taken back where that fails."""
        row = Row(cells, self._frame, at)
        row.turned = self._turned_in(at)
        row.mark = marks.marked(
            self._rows.sheet.rows[at], self._columns, self._bears, self._commented.get(at, {})
        )
        row.group = self._group
        added = len(row.directory.added)
        try:
            self._become(at, row)
        except (RowError, OpenQuestionError, LeftOutError, AnswerError):
            row.directory.forget(added)
            raise
        except BriefError as error:
            row.directory.forget(added)
            self.unsettled = self.unsettled or isinstance(error, UnsettledDateError)
            raise RowError(clause(error.message), row.field) from None

    def _become(self, at: int, row: Row) -> None:
        observed = self._read_fields(row)
        known = self._outcome.match(row.values) if self._kind is Metric else None
        values = of_metric(observed, row, known) if self._kind is Metric else []
        if self._kind is Observation and observed:
            self._observe(at, observed, row)
        elif values or not self._group:  # a target that is not set is no metric
            another = False
            if self._kind is Person:
                self._ask_namesake(row)
                another = self.same_names.settle(at, row)
            self._finish(at, row, values, another=another)

    def _read_fields(self, row: Row) -> list[tuple[str, Row]]:
        """Read the cells of a row; its values of single periods are records of their own."""
        settle_unit(row, self._kind)
        name_group(row)
        sources(row)
        if special := SPECIAL.get(kind_of_class(self._kind)):
            special(row)
        read_names(row, self._kind)
        observed = split_off(row, self._kind) if self._kind in (Metric, Observation) else []
        for field in list(row.cells):
            row.field = field
            read_field(field, row, self._fields)
        keep_words(row)
        keep_ranks(row)
        return observed

    def _observe(self, at: int, observed: Sequence[tuple[str, Row]], row: Row) -> None:
        for inner, found in of_periods(observed, row):
            if "value" in found:
                self._outcome.finish(at, found, row.defaults, row)
                if row.mark and (at, row.mark) not in self.marked[-1:]:
                    self.marked.append((at, row.mark))
            self.conversions += inner.conversions

    def _finish(
        self, at: int, row: Row, values: Sequence[dict[str, Any]], *, another: bool
    ) -> None:
        record = self._outcome.finish(at, row.values, row.defaults, row, another=another)
        if row.sided:
            self._frame.sided[row.sided] += 1
        for ident, texts in row.called.items():
            row.directory.complete(ident, texts)
        for one in values:
            self._outcome.observe(at, one, record, row.mark)
        if row.mark:
            self.marked.append((at, row.mark))
        self.conversions += row.conversions
        for name in row.doubtful:
            # The columns with the halves of those that hold two things.
            place = (at, self._frame.columns[name.field])
            self.alternatives.append(
                Alternatives(self._rows.sheet.name, place, name.text, name.readings, name.chosen)
            )

    def _ask_namesake(self, row: Row) -> None:
        """Ask whether who is called as somebody of the visit, of another organisation, is the
        same.
        """
        others = [] if "id" in row.values else self._outcome.namesakes(row.values)
        if not others:
            return
        names = (field for field in self._columns.values() if field.startswith(("name", "family")))
        row.field = next(names, "")
        doubt = doubts_of_people.same(
            [(one.id, doubts_of_people.told_apart(one, row.visit)) for one in others]
        )
        answer = row.ask_about(others[0], doubt, "person")
        if answer != doubts.NEW:
            row.values["id"] = answer

    def _turned_in(self, at: int) -> Mapping[str, int]:
        """The readings that are chosen for the names of a row, by their fields."""
        if not self._turned:
            return {}
        # Of a name with a post behind it, the name is what is in doubt.
        places = {
            cell_called((at, column)): field.partition("+")[0]
            for column, field in self._columns.items()
        }
        return {places[cell]: which for cell, which in self._turned.items() if cell in places}
