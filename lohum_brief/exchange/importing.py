"""A table and a visit give a preview: what would be added, changed and removed, and what cannot be read.

What cannot be read is named, and left out only when somebody says so: the cell alone where the record does without it,
else the whole row. What has two meanings is asked about, once a column (`questions`, `doubts`). An empty cell leaves a
field as it is; in a table that this program wrote it empties the field, for there it says what the field is.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple, get_args

from lohum_brief.errors import BriefError, UsageError
from lohum_brief.exchange import choices, days, doubts, readers, vocabulary
from lohum_brief.exchange.alternatives import Alternatives, cell_called
from lohum_brief.exchange.building import RowError, built
from lohum_brief.exchange.cells import shown_error, text_of
from lohum_brief.exchange.exact import Part, values_of, values_of_several
from lohum_brief.exchange.fields import CellError, Column, UnsettledDateError, by_path
from lohum_brief.exchange.footers import footers
from lohum_brief.exchange.headings import guess, is_fieldless, unit_in, without_unit
from lohum_brief.exchange.identity import Get, Index, key
from lohum_brief.exchange.invisible import without_invisible
from lohum_brief.exchange.kinds import SPECIAL
from lohum_brief.exchange.kinds.values import measured, wide
from lohum_brief.exchange.layouts import Layout, layout
from lohum_brief.exchange.measuring import Conversion, is_convertible, is_doubtful, notes_of, unit_of
from lohum_brief.exchange.old_fonts import modernised
from lohum_brief.exchange.preview import Changed, Preview, Unread, refuse_unprintable, same, still_named
from lohum_brief.exchange.questions import LEAVE_OUT, AnswerError, Asked, OpenQuestionError
from lohum_brief.exchange.readers import Manner, UnknownWordError
from lohum_brief.exchange.references import Directory, folded, lang_of, names
from lohum_brief.exchange.rows import Frame, LeftOutError, Row, sources
from lohum_brief.exchange.sheets import Cell, Sheet, column_letters
from lohum_brief.exchange.spans import ESTIMATED
from lohum_brief.language.catalogue import listed, say, say_n
from lohum_brief.language.codes import LANGS
from lohum_brief.visit import audiences, labels
from lohum_brief.visit.called import short
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    AUDIENCES,
    AnyRecord,
    Audience,
    Figure,
    Group,
    Item,
    Metric,
    Note,
    NoteKind,
    Observation,
    Organisation,
    Particulars,
    Person,
    Record,
    Series,
    Table,
    Term,
    kind_of_class,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

_TOGETHER: Final = (Person, Organisation, Group)
"""What a list of people brings: they get one audience."""

_DISPENSABLE: Final[Mapping[str, frozenset[str]]] = {
    "person": frozenset(
        [
            "honorific",
            "duty",
            "post",
            "organisation",
            "group",
            "precedence",
            "diet",
            "allergies",
            "mobility",
            "helmet",
            "coat",
            "shoes",
            "gloves",
            "needs",
            "consent_print",
            "consent_photo",
            "consent_data",
            "consent_date",
            "specimen",
        ]
    ),
    "organisation": frozenset(["abbreviation", "reading", "country", "role", "note"]),
    "group": frozenset(["note"]),
    "item": frozenset(["place", "detail", "groups", "minutes", "end", "fixed"]),
    "metric": frozenset(["definition", "key", "value@"]),
    "note": frozenset(["title", "date", "parties", "status", "due", "owner"]),
    "term": frozenset(["reading", "transliteration", "abbreviation", "topic", "forbidden"]),
}
"""Fields without which a record still says something true; a cell of theirs that cannot be read is left out alone."""

_MOST_SAID: Final = 5
"""Totals and notes that are said one by one."""
_TELLING: Final = 4
"""Letters that a name must have for its beginning to tell anything."""


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


def preview(visit: Visit, kind: type[Record], sheets: Sequence[Sheet], options: Options | None = None) -> Preview:
    """Compare a table with the visit. Raises BriefError where there is no table to compare."""
    options = options or Options()
    found = layout(sheets, kind, options.maps)
    headings = _headings(found)
    shape = shape_of(kind, headings)
    asked = Asked(options.answers, options.recalled(shape) if shape else {}, headings)
    if not found.exact:
        found = _kept(found, kind, options, asked)
    return _Import(visit, kind, found, options, asked, shape).run()


def _headings(found: Layout) -> dict[int, str]:
    row = found.sheet.rows[found.row] if found.row >= 0 else ()
    texts = {column: text_of(cell) for column, cell in enumerate(row) if cell != ""}
    return texts | dict(found.unknown) | dict(found.headings)


def _kept(found: Layout, kind: type[Record], options: Options, asked: Asked) -> Layout:
    """The layout with what is answered about its columns: half fiscal years, and columns that are to be kept."""
    fiscal_ends: bool | None = None
    try:
        for text in found.halves.values():
            fiscal_ends = asked.answer(doubts.half_years(), name="years", word=text, at=found.row) == "end"
    except OpenQuestionError:
        pass
    maps = dict(options.maps)
    name = kind_of_class(kind)
    for column, heading in found.unknown.items():
        if column in found.halves or guess(heading, kind) == vocabulary.IGNORED or not _filled(found, column):
            continue
        field = vocabulary.JOINED.get(name, "")
        if not field and not asked.is_answered(column_letters(column)):
            continue
        answer = asked.answer(doubts.keep(field, legible(heading, 60)), column=column)
        if answer != LEAVE_OUT:
            maps[column_letters(column)] = answer
    if fiscal_ends is None and maps == options.maps:
        return found
    return layout([found.sheet], kind, maps, fiscal_ends=fiscal_ends)


def _filled(found: Layout, column: int) -> bool:
    return any(column < len(row) and row[column] != "" for row in found.sheet.rows[found.row + 1 :])


class _Import:
    def __init__(
        self, visit: Visit, kind: type[Record], found: Layout, options: Options, asked: Asked, shape: str
    ) -> None:
        self.visit = visit
        self.kind = kind
        self.name = kind_of_class(kind)
        self.layout = found
        self.sheet = found.sheet
        self.options = options
        self.asked = asked
        self.shape = shape
        self.notes: list[str] = list(self.sheet.notes)
        self.manner = Manner(found.exact, self.sheet.escaped, self._day_first())
        self.begins = self._audience()
        self.directory = Directory(visit, self._beside)
        above = [text_of(cell) for row in self.sheet.rows[: max(found.row, 0)] for cell in row if cell != ""]
        about = " ".join([*above, *_headings(found).values(), self.sheet.name, options.name])
        self.frame = Frame(self.manner, visit, self.directory, asked, found.columns, about)
        self.frame.above = above
        self.joined = {field for field, count in Counter(found.columns.values()).items() if count > 1}
        self.index = Index(visit.of(kind))  # type: ignore[arg-type]
        self.fields = by_path(kind)
        self.unread: list[Unread] = []
        self.waiting: set[int] = set()
        self.left_out: list[int] = []
        self.lifted = 0
        self.alternatives: list[Alternatives] = []
        self.seen: dict[str, tuple[int, AnyRecord]] = {}
        """Records that rows have become, by id."""
        self.said: dict[str, dict[str, tuple[int, Any]]] = {}
        """What the rows of a series say of it, with the first row that does."""
        self.before: dict[str, AnyRecord] = {}
        self.observations: dict[str, tuple[AnyRecord | None, AnyRecord]] = {}
        self.readings = Index(visit.of(Observation))
        self.conversions: list[Conversion] = []
        self.unsettled = False

    def run(self) -> Preview:
        said = [(at, row) for at, row in enumerate(self.sheet.rows) if at > self.layout.row and self._says(at, row)]
        if not self.layout.exact:
            said = self._without_footers(without_invisible(said, self.notes))
        said = modernised(said, self.layout, self.fields, self._refuse, self.notes)
        if self.layout.exact:
            self._exact(said)
        else:
            for at, row in said:
                if self.kind is Item and self._names_day(row):
                    continue
                try:
                    self._guessed(at, self._cells(at, row))
                except OpenQuestionError:
                    self.waiting.add(at)
                except LeftOutError:
                    self.left_out.append(at)
                except RowError as error:
                    self._refuse(at, error.field, str(error))
        return self._result(len(said))

    def _day_first(self) -> bool | None:
        """As somebody has said it, else as the days of the visit tell it for a programme."""
        said = self.options.day_first
        columns = [column for column, field in self.layout.columns.items() if field in ("day", "start")]
        if said is not None or self.layout.exact or self.kind is not Item or not columns:
            return said
        cells = (
            row[column] for row in self.sheet.rows[self.layout.row + 1 :] for column in columns if column < len(row)
        )
        told = days.day_first(cells, self.visit.particulars)
        if told is not None:
            self.notes.append(
                say("In dates such as 07/12/2026 the day comes first: only so they fall into the visit.")
                if told
                else say("In dates such as 07/12/2026 the month comes first: only so they fall into the visit.")
            )
        return told

    def _names_day(self, row: Sequence[Cell]) -> bool:
        """Whether a row has nothing but the day of the rows below it."""
        filled = [cell for cell in row if cell != ""]
        if len(filled) != 1 or not isinstance(filled[0], str | dt.date):
            return False
        try:
            self.frame.day = days.day(filled[0], self.manner, self.visit.particulars, self.frame.day)
        except BriefError:
            return False
        return True

    def _without_footers(self, said: list[tuple[int, Sequence[Cell]]]) -> list[tuple[int, Sequence[Cell]]]:
        """The rows of the list; totals and notes below it are left out and said, what stands apart is not taken unasked."""
        found = footers(self.sheet.rows, self.layout.row, self.kind)
        left_out = [(at, footer) for at, footer in sorted(found.items()) if footer.sort != "apart"]
        for at, footer in left_out[:_MOST_SAID]:
            text = legible(footer.text, 60)
            self.notes.append(
                say("Row {row} is a total and is left out: “{text}”.", row=at + 1, text=text)
                if footer.sort == "total"
                else say("Row {row} is a note and is left out: “{text}”.", row=at + 1, text=text)
            )
        if (more := len(left_out) - _MOST_SAID) > 0:
            self.notes.append(say_n("and {count} more", "and {count} more", more))
        for at, row in said:
            if at in found and found[at].sort == "apart":
                column = next(column for column, cell in enumerate(row) if cell != "")
                self._refuse(
                    at,
                    self.layout.columns.get(column, ""),
                    say("it stands apart below the list and alone; move it up if it belongs to it, else delete it"),
                )
        return [(at, row) for at, row in said if at not in found]

    # Who may read it

    def _audience(self) -> Callable[[type[Record], str | None], Audience]:
        """What a new record begins with: as somebody has said for all, else as its kind asks for."""
        if self.layout.exact or "audience" in self.layout.columns.values():
            return (
                audiences.begins if self.options.audience is None else lambda *_: self.options.audience or "principal"
            )
        by_sort = self.kind is Note
        proposed = "sort" if by_sort else audiences.begins(self.kind)
        doubt = doubts.audience(self._told_new, self.options.audience or proposed, by_sort=by_sort)
        answer = self.options.audience or self.asked.answer(doubt, name="audience")
        said = next((one for one in AUDIENCES if one == answer), None)
        return audiences.begins if said is None else lambda *_: said

    def _beside(self, kind: type[Record]) -> Audience:
        """The audience of what a row names and the visit has not: an organisation of the people, a party of a note."""
        if self.kind in _TOGETHER and kind in _TOGETHER:
            return self.begins(self.kind, None)
        sort = "ask" if self.kind is Note else None
        return audiences.higher(self.begins(self.kind, sort), audiences.begins(kind))

    def _told_new(self) -> str:
        """How many of each kind are new, for the question who may read them."""
        counts = Counter(type(record) for record in self._new())
        return listed(
            say("{kind} {count}", kind=labels.kind(kind_of_class(kind)), count=count) for kind, count in counts.items()
        )

    def _new(self) -> list[AnyRecord]:
        own = [record for ident, (_at, record) in self.seen.items() if ident not in self.before]
        return [*own, *(record for record in self.directory.added if self.kind in _TOGETHER)]

    # Cells

    def _says(self, at: int, row: Sequence[Cell]) -> bool:
        return any(column < len(row) and row[column] != "" for column in self.layout.columns) or any(
            (at, column) in self.sheet.faults for column in self.layout.columns
        )

    def _cells(self, at: int, row: Sequence[Cell]) -> dict[str, Cell]:
        """The cells of a row by their fields; a cell that is at fault itself refuses the row."""
        cells: dict[str, Cell] = {}
        for column, field in self.layout.columns.items():
            if why := self.sheet.faults.get((at, column)):
                raise RowError(why, field)
            cell = row[column] if column < len(row) else ""
            if isinstance(cell, str) and not self.layout.exact:
                if not cell.strip():
                    cell = ""
                elif error := shown_error(cell):
                    raise RowError(say("the cell shows the error {error}", error=error), field)
            if field in self.joined and cell != "" and cells.get(field, "") != "":
                if self.kind is Note and (sort := choices.choice("sort", text_of(cell), get_args(NoteKind))):
                    cells["sort"] = sort  # a remark that only names the kind
                    continue
                cell = self._beside_text(text_of(cells[field]), column, text_of(cell))
            if field not in cells or cell != "":
                cells[field] = cell
        return {"unit": self.layout.unit, **cells} if self.layout.unit else cells

    def _beside_text(self, first: str, column: int, more: str) -> str:
        """What stands in another column of the same field: with its heading, or as a remark on a note."""
        if self.kind is Note:
            return f"{first}（{more}）" if lang_of(first, "en") == "ja" else f"{first} ({more})"
        return f"{first}; {_headings(self.layout).get(column, '')}: {more}"

    def _refuse(self, at: int, field: str, why: str, *, alone: bool = False) -> None:
        column = next((c for c, name in self.layout.columns.items() if name == field), None)
        if column is None:
            column = next(
                (
                    c
                    for c, name in self.layout.columns.items()
                    if name.startswith(f"{field}.") or field.startswith(f"{name}.")
                ),
                None,
            )
        if column is None:
            column = min(self.layout.columns)
        row = self.sheet.rows[at]
        text = legible(text_of(row[column]), 60) if column < len(row) else ""
        self.unread.append(Unread(self.sheet.name, (at, column), text, why, labels.path(field), alone))

    # Rows of ours

    def _exact(self, said: Sequence[tuple[int, Sequence[Cell]]]) -> None:
        """A series or a table of texts has several rows; it is left out whole where one of them cannot be read."""
        several = self.kind in (Series, Table)
        id_column = next(column for column, field in self.layout.columns.items() if field == "id")
        parts: dict[str, list[Part]] = {}
        broken: set[str] = set()
        for at, row in said:
            ident = text_of(row[id_column]) if several and id_column < len(row) else f"{at}\n"
            try:
                parts.setdefault(ident, []).append((at, self._cells(at, row)))
            except RowError as error:
                self._refuse(at, error.field, str(error))
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
                self._finish(found[0][0], read, {})
            except RowError as error:
                self._refuse(found[0][0] if error.row is None else error.row, error.field, str(error))

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
                if left.get(field, "") == "" or base not in dispensable or isinstance(error.__cause__, LeftOutError):
                    raise
                self._refuse(at, field, str(error), alone=True)
                left = {name: cell for name, cell in left.items() if name != field}
                continue
            return

    def _read(self, at: int, cells: Mapping[str, Cell]) -> None:
        row = Row({field: cell for field, cell in cells.items() if cell != ""}, self.frame, at)
        row.turned = self._turned(at)
        mark = len(self.directory.added)
        try:
            self._settle_unit(row)
            sources(row)
            if special := SPECIAL.get(self.name):
                special(row)
            observed = self._split_off_observations(row) if self.kind in (Metric, Observation) else []
            for field in list(row.cells):
                row.field = field
                self._field(field, row)
            self._keep_words(row)
            values = self._measure(observed, row) if self.kind is Metric else []
            if self.kind is Observation and observed:
                self._finish_observed(at, row, observed)
                return
            record = self._finish(at, row.values, row.defaults, row)
            for one in values:
                self._observe(one, record)
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
            raise RowError(str(error).rstrip("."), row.field) from None

    def _settle_unit(self, row: Row) -> None:
        """A unit that means two amounts becomes the one that is meant; that of a metric may stand behind its name."""
        at = "unit"
        if self.kind is Metric and at not in self.frame.columns:
            for field in [field for field in row.cells if field.partition(".")[0] == "name"]:
                name = row.cells[field]
                if isinstance(name, str) and (found := unit_in(name)):
                    row.cells |= {field: without_unit(name), "unit": found}
                    at = field
        said = row.cells.get("unit", "")
        if isinstance(said, str) and is_doubtful(said):
            row.cells["unit"] = row.ask(doubts.unit(said), said, field=at)

    def _keep_words(self, row: Row) -> None:
        """Words that no closed list knows, in the field that is there for such."""
        for field, words in row.kept.items():
            for word in words:
                path = f"{field}.{lang_of(word, self.visit.particulars.original)}"
                held = row.values if path in row.values else row.defaults
                held[path] = "; ".join(filter(None, (held.get(path, ""), word)))

    def _turned(self, at: int) -> Mapping[str, int]:
        """The readings that are chosen for the names of a row, by their fields."""
        if not self.options.turned:
            return {}
        places = {cell_called((at, column)): field for column, field in self.layout.columns.items()}
        return {places[cell]: which for cell, which in self.options.turned.items() if cell in places}

    def _note_doubts(self, at: int, row: Row) -> None:
        columns = {field: column for column, field in self.layout.columns.items()}
        self.alternatives += [
            Alternatives(self.sheet.name, (at, columns[one.field]), one.text, one.readings, one.chosen)
            for one in row.doubtful
        ]

    def _field(self, field: str, row: Row) -> None:
        cell = row.cells[field]
        column = self.fields.get(field)
        if column:
            value = self._value(cell, column, row)
            if value is not None:
                row.values[field] = value
            return
        text = readers.text(cell, self.manner)
        lang = lang_of(text, self.visit.particulars.original)
        if row.values.setdefault(f"{field}.{lang}", text) != text:
            raise CellError(say("there are two texts in one language"))

    def _value(self, cell: Cell, column: Column, row: Row) -> Any:
        if column.path == "as_of":
            return readers.period(cell, self.manner)
        try:
            return readers.value(cell, column, self.manner)
        except UnknownWordError:
            return self._asked_word(cell, column, row)

    def _asked_word(self, cell: Cell, column: Column, row: Row) -> Any:
        """Words of a closed list that it does not know, as somebody has said what they mean; None where they say nothing."""
        said = readers.text(cell, self.manner)
        words = [said] if column.sort == "choice" else [part for part in re.split(r"[\s,;、，]+", said) if part]
        meant: list[str] = []
        for word in words:
            try:
                answer = readers.choice(column, word)
            except UnknownWordError:
                answer = row.ask(doubts.word(column, column.path), legible(word, 60))
            if answer == doubts.KEEP:
                row.kept.setdefault(doubts.KEPT_IN[column.path], []).append(_kept_word(word, column.path))
            elif answer != LEAVE_OUT:
                meant.append(answer)
        if column.sort == "choice":
            return meant[0] if meant else None
        return tuple(meant) or None

    def _split_off_observations(self, row: Row) -> list[tuple[str, Row]]:
        """The values of a row of metrics, which are records of their own, each with the field that it is from."""
        shared = ("basis", "about")
        sources = row.values.pop("sources", ()) if self.kind is Metric else ()
        spans = wide(row)
        if self.kind is Observation:
            return [(field, self._value_row(row, cell, field, {}, ())) for field, cell in spans.items()]
        common = {field: row.cells.pop(field) for field in shared if field in row.cells}
        as_of, value = row.cells.pop("as_of", ""), row.cells.pop("value", "")
        found = [(field, self._value_row(row, cell, field, common, sources)) for field, cell in spans.items()]
        if value != "":
            cells = {"value": value} | common | ({"as_of": as_of} if as_of != "" else {})
            inner = row.inner(cells)
            inner.values |= {"sources": sources} if sources else {}
            found.append(("value", inner))
        return found

    def _value_row(self, row: Row, cell: Cell, field: str, common: Mapping[str, Cell], sources: tuple[str, ...]) -> Row:
        """The value of one period that has a column of its own."""
        period = field.partition("@")[2]
        inner = row.inner({"value": cell, **common})
        inner.values["as_of"] = period.removesuffix(ESTIMATED)
        if period.endswith(ESTIMATED) and "basis" not in common:
            inner.values["basis"] = "estimated"
        inner.values |= {"sources": sources} if sources else {}
        return inner

    def _measure(self, observed: Sequence[tuple[str, Row]], row: Row) -> list[dict[str, Any]]:
        """The values of such observations. A metric that is there goes on counting in its unit."""
        said = row.values.get("unit", "")
        known = self._match(row.values)
        meant = unit_of(said) if said else None
        unit: str | None = None
        if isinstance(known, Metric) and known.unit:
            unit = known.unit
            row.values.pop("unit", None)
        elif meant is not None and (meant.key or meant.times == 1):
            row.values["unit"] = unit = meant.key
        found = []
        for field, inner in observed:
            try:
                if said and (unit or meant is not None):
                    inner.cells["unit"] = said
                measured(inner, unit)
                if known is None and unit is None and not said and inner.unit_said:
                    row.values["unit"] = unit = inner.unit_said  # 95.3 % of a metric that is new
                self._mark_estimate(inner)
                for name in list(inner.cells):
                    inner.field = name
                    inner.values[name] = readers.value(inner.cells[name], by_path(Observation)[name], self.manner)
            except (OpenQuestionError, LeftOutError, AnswerError):
                raise
            except BriefError:
                row.field = field if inner.field in ("value", "unit", "") else inner.field
                raise
            row.conversions += inner.conversions
            if "value" in inner.values:
                found.append(inner.values)
        return found

    def _mark_estimate(self, inner: Row) -> None:
        if inner.estimated and "basis" not in inner.cells:
            inner.values.setdefault("basis", "estimated")

    def _finish_observed(self, at: int, row: Row, observed: Sequence[tuple[str, Row]]) -> None:
        """A row of values of a metric that is there, one for each period."""
        metric = self.visit.get(Metric, row.values.get("metric"))
        for field, inner in observed:
            if unit := row.values.get("unit", row.cells.get("unit", "")):
                inner.cells["unit"] = unit
            row.field = field
            measured(inner, metric.unit if metric else None)
            self._mark_estimate(inner)
            values = {**row.values, **inner.values}
            values.pop("unit", None)
            if "value" in values:
                self._finish(at, values, row.defaults, row)
            self.conversions += inner.conversions

    def _observe(self, values: dict[str, Any], metric: AnyRecord) -> None:
        values["metric"] = metric.id
        before = self.readings.find(key("observation", values.get))
        ident = before.id if before else self.directory.new_id("observation", metric.id.rpartition(":")[2])
        values |= {"id": ident, "audience": before.audience if before else metric.audience}
        after = built(Observation, before, values, self.visit)
        self.readings.add(after)
        self.observations[after.id] = (before, after)

    # From values to a record

    def _finish(
        self, at: int, values: dict[str, Any], defaults: Mapping[str, Any], guessed: Row | None = None
    ) -> AnyRecord:
        """The record that a row is, compared with the one of the visit and with those of other rows."""
        try:
            found = self._match(values)
        except CellError as error:
            raise RowError(str(error), "id") from None
        before = self.visit.by_id.get(found.id) if found else None
        base = self.seen[found.id][1] if found and found.id in self.seen and not self.layout.exact else before
        if self.kind is Particulars and before and before.id != values.get("id", before.id):
            base = None  # another visit's particulars: they take the place of this one's, and nothing of it stays
        if guessed and isinstance(base, Series | Figure):
            _keep_unit(guessed, base)
        if base is None:
            sort = values.get("sort", defaults.get("sort"))
            values = {**defaults, "audience": self.begins(self.kind, sort), "id": "", **values}
            values["id"] = (
                values["id"]
                or (found.id if found else "")
                or self.directory.new_id(self.name, _called(self.name, values.get))
            )
        else:
            values["id"] = base.id
            if isinstance(base, Term) and guessed:
                self._ask_capitals(base, values, guessed)
        merge = not self.layout.exact and (not self.options.replace or base is not before)
        record = built(self.kind, base, values, self.visit, exact=self.layout.exact, merge=merge)
        if not self.layout.exact and audiences.is_misplaced(record):
            record = audiences.lifted(record)
            self.lifted += 1
        if record.id in self.seen and (self.kind is not Series or self.layout.exact):
            row, other = self.seen[record.id]
            if not same(other, record):
                raise RowError(say("it is the same record as in row {row}", row=row + 1), "id")
            self.notes.append(say("Row {row} repeats row {other}.", row=at + 1, other=row + 1))
            return record
        if self.kind is Series and not self.layout.exact:
            self._agree(at, record.id, values)
        self.seen[record.id] = (self.seen[record.id][0] if record.id in self.seen else at, record)
        if before is not None:
            self.before[record.id] = before
        if not self.layout.exact:
            self.index.add(record)
        self.directory.note(record)
        return record

    def _ask_capitals(self, base: Term, values: dict[str, Any], row: Row) -> None:
        """A form that differs from the one that is there in its capitals only is no better than that."""
        for lang in LANGS:
            said, held = values.get(f"name.{lang}"), base.name[lang]
            if said and held and said != held and said.casefold() == held.casefold():
                row.field = f"name.{lang}" if f"name.{lang}" in self.frame.columns else "name"
                if row.ask(doubts.capitals(), f"{held} / {said}") == doubts.KEEP:
                    values[f"name.{lang}"] = held

    def _agree(self, at: int, ident: str, values: Mapping[str, Any]) -> None:
        """The rows of one series may differ in their points only: a note on each has no place."""
        said = self.said.setdefault(ident, {})
        for field, value in values.items():
            row, before = said.setdefault(field, (at, value))
            if before != value and field not in ("points", "id"):
                raise RowError(say("row {row} of the same record says otherwise", row=row + 1), field)

    def _match(self, values: Mapping[str, Any]) -> AnyRecord | None:
        ident = values.get("id")
        if self.kind is Particulars:
            return self.visit.particulars
        if ident:
            found = self.visit.by_id.get(ident)
            if found is not None and not isinstance(found, self.kind):
                raise RowError(say("the id {id} is that of another kind of record", id=legible(str(ident))), "id")
            if found is not None or self.layout.exact:
                return found
            if ident in self.seen:
                return self.seen[ident][1]
        found = self.index.find(key(self.name, values.get))
        return found or (self._in_another_unit(values) if self.kind is Series and not self.layout.exact else None)

    def _in_another_unit(self, values: Mapping[str, Any]) -> AnyRecord | None:
        """The series of the same mineral and measure whose unit the row's can be converted into."""
        other = {field: value for field, value in values.items() if field != "unit"}
        try:
            found = self.index.find(key(self.name, other.get))
        except CellError:  # there are several
            return None
        return found if isinstance(found, Series) and is_convertible(values["unit"], found.unit) else None

    # All rows together

    def _result(self, count: int) -> Preview:
        added: list[AnyRecord] = list(self.directory.added)
        changed: list[Changed] = []
        unchanged = 0
        records = [(self.before.get(ident), record) for ident, (_at, record) in self.seen.items()]
        for before, record in [*records, *self.observations.values()]:
            if before is None:
                added.append(record)
            elif same(before, record):
                unchanged += 1
            else:
                changed.append(Changed(before, record))
        removed = self._removed()
        if removed:
            gone = {record.id for record in removed}
            refuse_unprintable(self.visit, Visit([*(r for r in self.visit if r.id not in gone), *added]))
        self._remark(removed, count)
        self.asked.number("audience", len(self._new()))
        return Preview(
            self.name,
            tuple(added),
            tuple(changed),
            removed,
            unchanged,
            tuple(sorted(self.unread, key=lambda one: one.place)),
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
        """The names that can be read in several ways. Raises UsageError where one is turned that is not among them."""
        found = {one.cell: one for one in self.alternatives}
        if unasked := [cell for cell in self.options.turned if cell not in found]:
            raise UsageError(
                say(
                    "{cell} holds no name that can be read in several ways; those that do are: {cells}.",
                    cell=legible(unasked[0], 20),
                    cells=listed(found) or "–",
                )
            )
        for cell, number in self.options.turned.items():
            if number > len(found[cell].readings):
                raise UsageError(
                    say(
                        "{cell}: “{name}” has {count} readings only.",
                        cell=cell,
                        name=legible(found[cell].text, 60),
                        count=len(found[cell].readings),
                    )
                )
        return tuple(sorted(self.alternatives, key=lambda one: one.place))

    def _removed(self) -> tuple[AnyRecord, ...]:
        if not self.options.replace or self.kind is Particulars or self.unread or self.waiting:
            return ()
        kept = {before.id for before in self.before.values()} | set(self.seen)
        return tuple(record for record in self.visit.of(self.kind) if record.id not in kept)  # type: ignore[misc]

    def _remark(self, removed: Sequence[AnyRecord], count: int) -> None:
        fieldless = [text for _, text in sorted(self.layout.unknown.items()) if is_fieldless(text, self.kind)]
        if fieldless:
            self.notes.append(
                say(
                    "Not read, because there is no field for it yet: {columns}.",
                    columns=listed(legible(text, 40) for text in fieldless).removesuffix("."),
                )
            )
        if self.asked.used:
            self.notes.append(
                say(
                    "As for the last list with these headings: {answers}.",
                    answers=listed(f"{name} = {answer}" for name, answer in self.asked.used.items()),
                )
            )
        if self.lifted:
            self.notes.append(
                say_n(
                    "{count} note is kept from the readers that the table names, as its kind is never for them.",
                    "{count} notes are kept from the readers that the table names, as their kinds are never for them.",
                    self.lifted,
                )
            )
        if self.left_out:
            self.notes.append(
                say_n(
                    "{count} row is left out, as answered.",
                    "{count} rows are left out, as answered.",
                    len(self.left_out),
                )
            )
        for record in self.directory.added:
            kind, near = kind_title(kind_of_class(type(record))), self._near(record)
            note = (
                say(
                    "{kind} “{name}” is not there yet and is added; or is it “{other}”?",
                    kind=kind,
                    name=_shown(record),
                    other=short(near, self.visit),
                )
                if near
                else say("{kind} “{name}” is not there yet and is added.", kind=kind, name=_shown(record))
            )
            self.notes.append(note)
        self.notes += notes_of(self.conversions)
        for ident in still_named(self.visit, removed):
            name = short(self.visit.by_id[ident], self.visit)
            self.notes.append(say("“{name}” is removed and still named by other records.", name=name))
        if not count:
            self.notes.append(say("There is nothing below the heading."))
        if self.options.replace and self.unread:
            self.notes.append(say("Nothing is removed as long as there are rows that cannot be read."))

    def _near(self, added: AnyRecord) -> AnyRecord | None:
        """A record of the visit that is called almost so: one name begins with the other."""
        own = [name for name in names(added) if len(name) >= _TELLING]
        for record in self.visit.of(type(added)):
            for name in names(record):
                if len(name) >= _TELLING and any(name.startswith(short) or short.startswith(name) for short in own):
                    return record
        return None

    def _columns(self) -> Iterable[tuple[str, str, str]]:
        headings = _headings(self.layout)
        for column in sorted([*self.layout.columns, *self.layout.unknown]):
            text = headings.get(column, "")
            yield column_letters(column), legible(text, 60), self.layout.columns.get(column, "")


def shape_of(kind: type[Record], headings: Mapping[int, str]) -> str:
    """What lists with the same headings share, whatever stands below them; it tells nothing of what they say.

    Empty for a list without headings, which has no shape to know it by.
    """
    if not headings:
        return ""
    words = [kind_of_class(kind), *(folded(text) for _, text in sorted(headings.items()))]
    return blake2b("\n".join(words).encode(errors="replace"), digest_size=16).hexdigest()


def _kept_word(word: str, path: str) -> str:
    """A word as it is kept beside others: with the name of its field, unless it stands for itself."""
    return word if path == "honorific" else f"{labels.path(path)}: {word}"


def _keep_unit(row: Row, base: Series | Figure) -> None:
    """A series goes on counting in its unit, and a figure too if the row's can be converted; else it takes the row's."""
    said = row.values.get("unit", "")
    if not said or said == base.unit or not base.unit:
        return
    row.field = "unit"
    try:
        for holder in row.values.get("points", [row.values]):
            for name in {"value", "upper"} & holder.keys():
                holder[name] = row.converted(holder[name], said, base.unit)
    except CellError:
        if isinstance(base, Series):
            raise
        return
    del row.values["unit"]


def _shown(record: AnyRecord) -> str:
    name = getattr(record, "name", None) or getattr(record, "title", "")
    return legible(name.en or name.ja or name.hi if isinstance(name, Text) else str(name), 60)


def _called(kind: str, get: Get) -> str:
    """What the id of a new record is made of."""
    if kind == "person":
        return " ".join(filter(None, (get("family.en"), get("given.en"))))
    if kind == "observation":
        return str(get("metric") or "").rpartition(":")[2]
    if kind == "series":
        return f"{str(get('mineral')).rpartition(':')[2]} {get('measure')}"
    if kind == "item":
        return f"{get('start'):%d %H%M}" if get("start") else ""
    return next(
        (
            text
            for field in ("name.en", "title.en", "abbreviation", "title")
            if isinstance(text := get(field), str) and text
        ),
        "",
    )
