"""A table and a visit give a preview: what would be added, changed and removed, and what cannot be
read.

What cannot be read is named, and left out only when somebody says so: the cell alone where the
record does without it, else the whole row. What has two meanings is asked about, once a column
(`questions`, `doubts`). An empty cell leaves a field as it is; in a table that this program wrote
it empties the field, for there it says what the field is.
"""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import Final, NamedTuple

from lohum_brief.errors import BriefError, UsageError
from lohum_brief.exchange import (
    clocks,
    days,
    doubts,
    doubts_of_people,
    doubts_of_times,
    marks,
    notes,
    remarks,
    sides,
    vocabulary,
)
from lohum_brief.exchange.alternatives import Alternatives, cell_called
from lohum_brief.exchange.amounts import has_decimal_comma
from lohum_brief.exchange.building import RowError
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.exact import Part, values_of, values_of_several
from lohum_brief.exchange.fields import UnsettledDateError, by_path
from lohum_brief.exchange.headings import guess, likely
from lohum_brief.exchange.kinds import SPECIAL
from lohum_brief.exchange.kinds.values import of_metric, of_periods, split_off
from lohum_brief.exchange.layouts import Layout, layout
from lohum_brief.exchange.marks import Mark
from lohum_brief.exchange.measuring import Conversion, notes_of
from lohum_brief.exchange.outcome import Outcome
from lohum_brief.exchange.preview import Preview, refuse_unprintable
from lohum_brief.exchange.questions import LEAVE_OUT, AnswerError, Asked, OpenQuestionError
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.references import Directory, folded
from lohum_brief.exchange.row_fields import (
    by_group,
    keep_ranks,
    keep_words,
    name_group,
    read_field,
    settle_unit,
)
from lohum_brief.exchange.rows import Frame, LeftOutError, NamelessError, Row, sources
from lohum_brief.exchange.sheet_rows import SheetRows, headings_of
from lohum_brief.exchange.sheet_texts import texts_of
from lohum_brief.exchange.sheets import Cell, Sheet, column_letters
from lohum_brief.exchange.spans import GROUPED, parted
from lohum_brief.language.catalogue import phrase_in
from lohum_brief.language.codes import Lang
from lohum_brief.message import Value, clause, listed, msg
from lohum_brief.visit import audiences, called, labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.kinds import BY_TAG
from lohum_brief.visit.records import (
    AUDIENCES,
    AnyRecord,
    Audience,
    Figure,
    Group,
    Item,
    Metric,
    Note,
    Observation,
    Organisation,
    Particulars,
    Person,
    Record,
    Series,
    Table,
    kind_of_class,
)
from lohum_brief.visit.visit import Visit

_TOGETHER: Final = (Person, Organisation, Group)
"""What a list of people brings: they get one audience."""

_DISPENSABLE: Final[Mapping[str, frozenset[str]]] = {
    "person": frozenset([
        "honorific", "duty", "post", "organisation", "group", "precedence", "diet", "allergies", "mobility", "helmet", "coat",
        "shoes", "gloves", "needs", "consent_print", "consent_photo", "consent_data", "consent_date", "specimen",
    ]),
    "organisation": frozenset(["abbreviation", "reading", "country", "role", "note"]),
    "group": frozenset(["note"]),
    "item": frozenset(["place", "detail", "groups", "minutes", "end", "fixed"]),
    "metric": frozenset(["definition", "key", "value@"]),
    "note": frozenset(["title", "date", "parties", "status", "due", "owner"]),
    "term": frozenset(["reading", "transliteration", "abbreviation", "topic", "forbidden"]),
}  # fmt: skip
"""Fields without which a record still says something true; a cell of theirs that cannot be read is
left out alone.
"""


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
    lang: Lang = "en"
    """The language in which answers may be said in words."""


def preview(
    visit: Visit, kind: type[Record], sheets: Sequence[Sheet], options: Options | None = None
) -> Preview:
    """Compare a table with the visit. Raises BriefError where there is no table to compare."""
    options = options or Options()
    found = layout(sheets, kind, options.maps)
    others = [sheet.name for sheet in sheets if sheet.name != found.sheet.name and not sheet.hidden]
    if others:
        told = remarks.sheets(found.sheet.name, others)
        found = found._replace(sheet=found.sheet._replace(notes=(*found.sheet.notes, told)))
    headings = headings_of(found)
    shape = shape_of(kind, headings)
    asked = Asked(options.answers, options.recalled(shape) if shape else {}, headings, options.lang)
    if not found.exact:
        found = _kept(found, kind, options, asked, visit.particulars.start)
    return _Import(visit, kind, found, options, asked, shape).run()


def _kept(
    found: Layout, kind: type[Record], options: Options, asked: Asked, start: dt.date | None
) -> Layout:
    """The layout with what is answered about its columns: half fiscal years, months without one,
    columns that are to be kept.
    """
    ends = _asked_of_all(
        found.halves.values(),
        lambda text: asked.answer(
            doubts_of_times.half_years(), name="years", word=text, at=found.row
        ),
    )
    named = _asked_of_all(
        found.yearless.values(),
        lambda text: asked.answer(
            doubts_of_times.year(start), name="year", word=text, at=found.row
        ),
    )
    fiscal_ends = ends == "end" if ends else None
    year = doubts_of_times.year_of(named) if named else ""
    if fiscal_ends is not None or year:
        found = layout([found.sheet], kind, options.maps, fiscal_ends=fiscal_ends, year=year)
    maps = dict(options.maps)
    name = kind_of_class(kind)
    for column, heading in found.unknown.items():
        if (
            column in found.halves
            or column in found.yearless
            or (heading and guess(heading, kind) == vocabulary.IGNORED)
            or not _filled(found, column)
        ):
            continue
        field = BY_TAG[name].joined
        if not field and not asked.is_answered(column_letters(column)):
            continue
        letters = column_letters(column)
        called = legible(heading, 60) or msg("{column}, without a heading", column=letters)
        answer = asked.answer(doubts.keep(field, called, likely(heading, kind)), column=column)
        if answer != LEAVE_OUT:
            maps[column_letters(column)] = answer
    if maps != options.maps:
        found = layout([found.sheet], kind, maps, fiscal_ends=fiscal_ends, year=year)
    return _ungrouped(found, asked)


def _asked_of_all(words: Iterable[str], ask: Callable[[str], str]) -> str:
    """The answer to a question about several words, which it names all; empty while it is open."""
    answer = ""
    for word in words:
        with suppress(OpenQuestionError):
            answer = ask(word)
    return answer


def _ungrouped(found: Layout, asked: Asked) -> Layout:
    """The layout without the columns that hold something else of a year than its value, as far as
    nobody wants them.
    """
    columns, unknown = dict(found.columns), dict(found.unknown)
    for column, field in found.columns.items():
        if "@" in field and (group := parted(field.partition("@")[2]).group):
            answer = asked.answer(doubts.group(group), name="group", word=group, at=found.row)
            if answer == "plain":
                columns[column] = field.partition(GROUPED)[0]
            elif answer == LEAVE_OUT:
                del columns[column]
                unknown[column] = found.headings.get(column, "")
    return found._replace(columns=columns, unknown=unknown)


def _filled(found: Layout, column: int) -> bool:
    return any(column < len(row) and row[column] != "" for row in found.sheet.rows[found.row + 1 :])


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
        self.name = kind_of_class(kind)
        self.layout = found
        self.sheet = found.sheet
        self.options = options
        self.asked = asked
        self.shape = shape
        self.notes: list[Value] = list(self.sheet.notes)
        self.manner = Manner(found.exact, self.sheet.escaped, self._day_first())
        above = [
            text_of(cell)
            for row in self.sheet.rows[: max(found.row, 0)]
            for cell in row
            if cell != ""
        ]
        self.marked: list[tuple[int, Mark]] = []
        self.begins = self._audience(marks.of_caption([*above, self.sheet.name, options.name]))
        self.directory = Directory(visit, self._beside)
        about = " ".join([*above, *headings_of(found).values(), self.sheet.name, options.name])
        self.frame = Frame(self.manner, visit, self.directory, asked, found.columns, about)
        self.frame.above = above
        self.frame.captions = self._captions()
        self.frame.headings = headings_of(found)
        if (
            self.kind in (Metric, Observation, Figure)
            and not found.unit
            and "unit" not in found.columns.values()
        ):
            self.frame.unit = notes.unit(above)
        values = (
            field
            for field in found.columns.values()
            if field.partition("@")[0].rpartition(".")[2] == "value"
        )
        self.frame.decimal_comma = not found.exact and has_decimal_comma(self._cells_of(*values))
        self.frame.counts_to_24 = self.kind is Item and clocks.counts_to_24(
            self._cells_of("clock", "start", "end")
        )
        texts = texts_of(self.sheet.rows)
        self.bears = {} if found.exact else marks.among(texts.texts)
        """The texts that are marked for certain readers."""
        self.rows = SheetRows(found, kind, self.notes, asked, texts)
        self.outcome = Outcome(
            visit, kind, self.directory, self.begins, exact=found.exact, replace=options.replace
        )
        self.fields = by_path(kind)
        self.waiting: set[int] = set()
        self.left_out: list[int] = []
        self.alternatives: list[Alternatives] = []
        self.conversions: list[Conversion] = []
        self.unsettled = False
        self.timed = any("@" in field for field in found.columns.values())
        """Some columns have values of one period."""
        self.group = ""
        """The group of columns that is being read."""

    def run(self) -> Preview:
        said = self.rows.read()
        self.waiting |= self.rows.waiting
        if self.layout.exact:
            self._exact(said)
        else:
            for at, row in sorted(
                [*said, *((at, self.sheet.rows[at]) for at in self.rows.sections)], key=_at
            ):
                if self.kind is Item and self._names_day(row):
                    continue
                if at in self.rows.sections and not self._is_entry(at, self.rows.sections[at]):
                    continue
                try:
                    cells = self.rows.cells(at, row)
                    groups = by_group(cells) if self.timed else [("", cells)]
                except RowError as error:
                    self.rows.refuse(at, error.field, error.why)
                    continue
                for group, own in groups:
                    self._group(at, group, own)
        return self._result(len(said))

    def _group(self, at: int, group: str, cells: Mapping[str, Cell]) -> None:
        """Read a row, or what of it is of one group of its columns."""
        self.group = group
        try:
            self._guessed(at, cells)
        except OpenQuestionError:
            self.waiting.add(at)
        except NamelessError as error:
            self.notes.append(remarks.nameless(at, str(error)))
        except LeftOutError:
            self.left_out.append(at)
        except RowError as error:
            self._refuse(at, error.field, error.why)

    def _refuse(self, at: int, field: str, why: Value, *, alone: bool = False) -> None:
        grouped = f"{field}{GROUPED}{self.group}" if self.group and "@" in field else field
        self.rows.refuse(at, grouped, why, alone=alone)

    def _day_first(self) -> bool | None:
        """As somebody has said it, else as the days of the visit tell it for a programme."""
        said = self.options.day_first
        if said is not None or self.layout.exact or self.kind is not Item:
            return said
        told = days.day_first(self._cells_of("day", "start"), self.visit.particulars)
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
        return [
            *(text_of(cell) for row in rows for cell in row if cell != ""),
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

    # Who may read it

    def _audience(self, above: Mark | None) -> Callable[[type[Record], str | None], Audience]:
        """What a new record begins with: as somebody has said for all, else as its kind asks for
        and what stands above the list.
        """
        if self.layout.exact:
            return (
                audiences.begins
                if self.options.audience is None
                else lambda *_: self.options.audience or "principal"
            )
        said: Audience | None = self.options.audience
        if above and not said:
            self.notes.append(remarks.caption(above))
        if not said and "audience" not in self.layout.columns.values():
            by_sort = self.kind is Note
            proposed = "sort" if by_sort else _at_least(audiences.begins(self.kind), above)
            answer = self.asked.answer(
                doubts.audience(self._told_new, proposed, by_sort=by_sort), name="audience"
            )
            said = next((one for one in AUDIENCES if one == answer), None)
        if said is None:
            return lambda kind, sort: _at_least(audiences.begins(kind, sort), above)
        return lambda *_: said

    def _beside(self, kind: type[Record]) -> Audience:
        """The audience of what a row names and the visit has not: an organisation of the people, a
        party of a note.
        """
        if self.kind in _TOGETHER and kind in _TOGETHER:
            return self.begins(self.kind, None)
        sort = "ask" if self.kind is Note else None
        return audiences.higher(self.begins(self.kind, sort), audiences.begins(kind))

    def _told_new(self) -> Value:
        """How many of each kind are new, for the question who may read them."""
        counts = Counter(type(record) for record in self._new())
        return listed(_numbered(kind, count) for kind, count in counts.items())

    def _new(self) -> list[AnyRecord]:
        return [
            *self.outcome.new(),
            *(record for record in self.directory.added if self.kind in _TOGETHER),
        ]

    # Rows of ours

    def _exact(self, said: Sequence[tuple[int, Sequence[Cell]]]) -> None:
        """A series or a table of texts has several rows; it is left out whole where one of them
        cannot be read.
        """
        several = self.kind in (Series, Table)
        id_column = next(column for column, field in self.layout.columns.items() if field == "id")
        parts: dict[str, list[Part]] = {}
        broken: set[str] = set()
        for at, row in said:
            ident = text_of(row[id_column]) if several and id_column < len(row) else f"{at}\n"
            try:
                parts.setdefault(ident, []).append((at, self.rows.cells(at, row)))
            except RowError as error:
                self.rows.refuse(at, error.field, error.why)
                broken.add(ident)
        for ident, found in parts.items():
            if ident in broken:
                continue
            try:
                read = (
                    values_of_several(found, self.kind, self.manner)
                    if several
                    else values_of(found[0][1], self.kind, self.manner)
                )
                self.outcome.finish(found[0][0], read, {})
            except RowError as error:
                self.rows.refuse(
                    found[0][0] if error.row is None else error.row, error.field, error.why
                )

    # A row of somebody else's

    def _guessed(self, at: int, cells: Mapping[str, Cell]) -> None:
        """A cell that cannot be read and that the record can do without is left out alone."""
        left = cells
        while True:
            try:
                self._read(at, left)
            except OpenQuestionError:
                raise
            except RowError as error:
                dispensable = _DISPENSABLE.get(self.name, frozenset())
                field = error.field if error.field in left else error.field.partition(".")[0]
                base = f"{field.partition('@')[0]}@" if "@" in field else field.partition(".")[0]
                if (
                    left.get(field, "") == ""
                    or base not in dispensable
                    or isinstance(error.__cause__, LeftOutError)
                ):
                    raise
                self._refuse(at, field, error.why, alone=True)
                left = {name: cell for name, cell in left.items() if name != field}
                continue
            return

    def _read(self, at: int, cells: Mapping[str, Cell]) -> None:
        row = Row(cells, self.frame, at)
        row.turned = self._turned(at)
        row.mark = marks.marked(self.sheet.rows[at], self.layout.columns, self.bears)
        mark = len(self.directory.added)
        try:
            settle_unit(row, self.kind)
            row.group = self.group
            name_group(row)
            sources(row)
            if special := SPECIAL.get(self.name):
                special(row)
            observed = split_off(row, self.kind) if self.kind in (Metric, Observation) else []
            for field in list(row.cells):
                row.field = field
                read_field(field, row, self.fields)
            keep_words(row)
            keep_ranks(row)
            values = (
                of_metric(observed, row, self.outcome.match(row.values))
                if self.kind is Metric
                else []
            )
            if self.kind is Observation and observed:
                for inner, found in of_periods(observed, row):
                    if "value" in found:
                        self.outcome.finish(at, found, row.defaults, row)
                        self.marked += (
                            [(at, row.mark)]
                            if row.mark and (at, row.mark) not in self.marked[-1:]
                            else []
                        )
                    self.conversions += inner.conversions
                return
            if self.group and not values:
                return  # a target that is not set is no metric
            if self.kind is Person:
                self._ask_namesake(row)
            record = self.outcome.finish(at, row.values, row.defaults, row)
            self.frame.sided.update([row.sided] if row.sided else [])
            for one in values:
                self.outcome.observe(one, record, row.mark)
            self.marked += [(at, row.mark)] if row.mark else []
            self.conversions += row.conversions
            self._note_doubts(at, row)
        except RowError:
            self.directory.forget(mark)
            raise
        except (OpenQuestionError, LeftOutError, AnswerError):
            self.directory.forget(mark)
            raise
        except BriefError as error:
            self.directory.forget(mark)
            self.unsettled = self.unsettled or isinstance(error, UnsettledDateError)
            raise RowError(clause(error.message), row.field) from None

    def _ask_namesake(self, row: Row) -> None:
        """Ask whether who is called as somebody of the visit, of another organisation, is the same."""
        others = [] if "id" in row.values else self.outcome.namesakes(row.values)
        if others:
            row.field = next(
                (
                    field
                    for field in self.layout.columns.values()
                    if field.startswith(("name", "family"))
                ),
                "",
            )
            doubt = doubts_of_people.same(
                [(one.id, doubts_of_people.told_apart(one, self.visit)) for one in others]
            )
            answer = row.ask(
                doubt, called.title_in(others[0], self.visit, self.asked.lang), name="person"
            )
            row.values |= {"id": answer} if answer != doubts.NEW else {}

    def _turned(self, at: int) -> Mapping[str, int]:
        """The readings that are chosen for the names of a row, by their fields."""
        if not self.options.turned:
            return {}
        # Of a name with a post behind it, the name is what is in doubt.
        places = {
            cell_called((at, column)): field.partition("+")[0]
            for column, field in self.layout.columns.items()
        }
        return {
            places[cell]: which for cell, which in self.options.turned.items() if cell in places
        }

    def _note_doubts(self, at: int, row: Row) -> None:
        if not row.doubtful:
            return
        columns = self.frame.columns  # with the halves of columns that hold two things
        self.alternatives += [
            Alternatives(
                self.sheet.name, (at, columns[one.field]), one.text, one.readings, one.chosen
            )
            for one in row.doubtful
        ]

    # All rows together

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
            self.name,
            tuple(added),
            tuple(changed),
            removed,
            unchanged,
            tuple(sorted(self.rows.unread, key=lambda one: one.place)),
            tuple(self._columns()),
            tuple(self.notes),
            self.sheet.name,
            self.layout.exact,
            self.unsettled,
            self.asked.questions(),
            len(self.waiting),
            self.shape,
            self._all_alternatives(),
        )

    def _all_alternatives(self) -> tuple[Alternatives, ...]:
        """The names that can be read in several ways. Raises UsageError where one is turned that is
        not among them.
        """
        found = {one.cell: one for one in self.alternatives}
        if unasked := [cell for cell in self.options.turned if cell not in found]:
            raise UsageError(
                msg(
                    "{cell} holds no name that can be read in several ways; those that do are: "
                    "{cells}.",
                    cell=legible(unasked[0], 20),
                    cells=listed(found or [msg("–")]),
                )
            )
        for cell, number in self.options.turned.items():
            if number > len(found[cell].readings):
                raise UsageError(
                    msg(
                        "{cell}: “{name}” has {count} readings only.",
                        cell=cell,
                        name=legible(found[cell].text, 60),
                        count=len(found[cell].readings),
                    )
                )
        return tuple(sorted(self.alternatives, key=lambda one: one.place))

    def _removed(self) -> tuple[AnyRecord, ...]:
        if not self.options.replace or self.kind is Particulars or self.rows.unread or self.waiting:
            return ()
        return self.outcome.missing()

    def _remark(self, removed: Sequence[AnyRecord], count: int) -> None:
        """Say what nobody would see in the records themselves."""
        # What guests would read, and whom they would find among themselves, comes first.
        self.notes[:0] = [
            *remarks.marked(list(dict.fromkeys(self.marked))),
            *remarks.sided(self.frame.sided),
        ]
        self.notes += [
            *self.frame.told.values(),
            *remarks.repeated(self.outcome.repeated),
            *remarks.fieldless(self.layout, self.kind),
            *remarks.valueless(self.layout, self.kind),
            *remarks.recalled(self.asked.used),
            *remarks.numbers(lifted=self.outcome.lifted, left_out=len(self.left_out)),
            *remarks.beside(self.directory.added),
            *notes_of(self.conversions),
            *remarks.named_in_vain(removed, self.visit),
        ]
        if not count:
            self.notes.append(msg("There is nothing below the heading."))
        if self.options.replace and self.rows.unread:
            self.notes.append(
                msg("Nothing is removed as long as there are rows that cannot be read.")
            )

    def _columns(self) -> Iterable[tuple[str, str, str]]:
        headings = headings_of(self.layout)
        for column in sorted([*self.layout.columns, *self.layout.unknown]):
            text = headings.get(column, "")
            yield column_letters(column), legible(text, 60), self.layout.columns.get(column, "")


def _at_least(audience: Audience, mark: Mark | None) -> Audience:
    return audiences.higher(audience, mark.audience) if mark else audience


def _at(row: tuple[int, Sequence[Cell]]) -> int:
    return row[0]


def shape_of(kind: type[Record], headings: Mapping[int, str]) -> str:
    """What lists with the same headings share, whatever stands below them; it tells nothing of what
    they say.

    Empty for a list without headings, which has no shape to know it by.
    """
    if not headings:
        return ""
    words = [kind_of_class(kind), *(folded(text) for _, text in sorted(headings.items()))]
    return blake2b("\n".join(words).encode(errors="replace"), digest_size=16).hexdigest()


def _numbered(kind: type[Record], count: int) -> Value:
    """How many there are of a kind; people have a counter of their own, and a programme is told by
    its items.
    """
    if kind is Person:
        return msg(
            phrase_in("of people", "{kind} {count}"), kind=labels.kind("person"), count=count
        )
    called = msg("Programme items") if kind is Item else labels.kind(kind_of_class(kind))
    return msg("{kind} {count}", kind=called, count=count)
