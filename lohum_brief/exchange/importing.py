"""A table and a visit give a preview: what would be added, changed and removed, and what cannot be read.

A row that has one cell which cannot be read is left out whole. An empty cell leaves a field as it is; in a table that
this program wrote it empties the field, for there it says what the field is.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

from lohum_brief.errors import BriefError
from lohum_brief.exchange import readers, rows
from lohum_brief.exchange.building import RowError, built
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.exact import Part, values_of, values_of_several
from lohum_brief.exchange.fields import CellError, Column, UnsettledDateError, by_path
from lohum_brief.exchange.headings import Layout, kind_of_class, layout
from lohum_brief.exchange.identity import Get, Index, key
from lohum_brief.exchange.invisible import without_invisible
from lohum_brief.exchange.measuring import Conversion, is_convertible, notes_of, unit_of
from lohum_brief.exchange.old_fonts import modernised
from lohum_brief.exchange.preview import Changed, Preview, Unread, refuse_unprintable, same, still_named
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.references import Directory, lang_of, names
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheets import Cell, Sheet, column_letters
from lohum_brief.language.catalogue import say
from lohum_brief.visit.called import short
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import (
    AnyRecord,
    Audience,
    Figure,
    Metric,
    Observation,
    Particulars,
    Record,
    Series,
    Table,
)
from lohum_brief.visit.text import Text
from lohum_brief.visit.visit import Visit

DEFAULT_AUDIENCE: Final[Audience] = "host"
"""Of records that do not say it: what is wrongly kept from guests is missed, what is wrongly shown cannot be taken back."""

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


def preview(visit: Visit, kind: type[Record], sheets: Sequence[Sheet], options: Options | None = None) -> Preview:
    """Compare a table with the visit. Raises BriefError where there is no table to compare."""
    options = options or Options()
    return _Import(visit, kind, layout(sheets, kind, options.maps), options).run()


class _Import:
    def __init__(self, visit: Visit, kind: type[Record], found: Layout, options: Options) -> None:
        self.visit = visit
        self.kind = kind
        self.name = kind_of_class(kind)
        self.layout = found
        self.sheet = found.sheet
        self.options = options
        self.manner = Manner(found.exact, self.sheet.escaped, options.day_first)
        self.audience: Audience = options.audience or DEFAULT_AUDIENCE
        self.directory = Directory(visit, self.audience)
        self.index = Index(visit.of(kind))  # type: ignore[arg-type]
        self.fields = by_path(kind)
        self.unread: list[Unread] = []
        self.notes: list[str] = list(self.sheet.notes)
        self.seen: dict[str, tuple[int, AnyRecord]] = {}
        """Records that rows have become, by id."""
        self.said: dict[str, dict[str, tuple[int, Any]]] = {}
        """What the rows of a series say of it, with the first row that does."""
        self.before: dict[str, AnyRecord] = {}
        self.observations: dict[str, tuple[AnyRecord | None, AnyRecord]] = {}
        self.readings = Index(visit.of(Observation))
        self.guessed = False
        self.conversions: list[Conversion] = []
        self.unsettled = False

    def run(self) -> Preview:
        said = [(at, row) for at, row in enumerate(self.sheet.rows) if at > self.layout.row and self._says(at, row)]
        if not self.layout.exact:
            said = without_invisible(said, self.notes)
        said = modernised(said, self.layout, self.fields, self._refuse, self.notes)
        if self.layout.exact:
            self._exact(said)
        else:
            for at, row in said:
                try:
                    self._guessed(at, self._cells(at, row))
                except RowError as error:
                    self._refuse(at, error.field, str(error))
        return self._result(len(said))

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
            if isinstance(cell, str) and not self.layout.exact and not cell.strip():
                cell = ""
            cells[field] = cell
        return {"unit": self.layout.unit, **cells} if self.layout.unit else cells

    def _refuse(self, at: int, field: str, why: str) -> None:
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
        self.unread.append(Unread(self.sheet.name, (at, column), text, why))

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
        row = Row({field: cell for field, cell in cells.items() if cell != ""}, self.manner, self.visit, self.directory)
        mark = len(self.directory.added)
        try:
            rows.sources(row)
            if special := rows.SPECIAL.get(self.name):
                special(row)
            observed = self._split_off_observation(row) if self.kind is Metric else None
            for field in list(row.cells):
                row.field = field
                self._field(field, row)
            values = self._measure(observed, row) if observed else None
            record = self._finish(at, row.values, row.defaults, row)
            if values:
                self._observe(values, record)
            self.conversions += row.conversions
        except RowError:
            self.directory.forget(mark)
            raise
        except BriefError as error:
            self.directory.forget(mark)
            self.unsettled = self.unsettled or isinstance(error, UnsettledDateError)
            raise RowError(str(error).rstrip("."), row.field) from None

    def _field(self, field: str, row: Row) -> None:
        cell = row.cells[field]
        column = self.fields.get(field)
        if column:
            row.values[field] = self._value(cell, column)
            return
        text = readers.text(cell, self.manner)
        lang = lang_of(text, self.visit.particulars.original)
        if row.values.setdefault(f"{field}.{lang}", text) != text:
            raise CellError(say("there are two texts in one language"))

    def _value(self, cell: Cell, column: Column) -> Any:
        if column.path == "as_of":
            return readers.period(cell, self.manner)
        return readers.value(cell, column, self.manner)

    def _split_off_observation(self, row: Row) -> Row | None:
        """A sheet of metrics has their values in it: those are observations."""
        fields = ("value", "as_of", "basis", "about")
        sources = row.values.pop("sources", ())
        cells = {field: row.cells.pop(field) for field in fields if field in row.cells}
        if cells.get("value", "") == "":
            return None
        inner = Row(cells, self.manner, self.visit, self.directory)
        inner.values |= {"sources": sources} if sources else {}
        return inner

    def _measure(self, inner: Row, row: Row) -> dict[str, Any]:
        """The values of such an observation. A metric that is there goes on counting in its unit."""
        said = row.values.get("unit", "")
        known = self._match(row.values)
        try:
            if isinstance(known, Metric) and known.unit:
                inner.cells["unit"] = said
                rows.measured(inner, known.unit)
                row.values.pop("unit", None)
            elif said and (found := unit_of(said)) and found.key:
                inner.cells["unit"] = said
                rows.measured(inner, found.key)
                row.values["unit"] = found.key
            else:
                rows.measured(inner, None)
            for field in list(inner.cells):
                inner.field = field
                inner.values[field] = readers.value(inner.cells[field], by_path(Observation)[field], self.manner)
        except BriefError:
            row.field = inner.field
            raise
        row.conversions += inner.conversions
        return inner.values

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
        found = self._match(values)
        before = self.visit.by_id.get(found.id) if found else None
        base = self.seen[found.id][1] if found and found.id in self.seen and not self.layout.exact else before
        if self.kind is Particulars and before and before.id != values.get("id", before.id):
            base = None  # another visit's particulars: they take the place of this one's, and nothing of it stays
        if guessed and isinstance(base, Series | Figure):
            _keep_unit(guessed, base)
        if base is None:
            self.guessed = self.guessed or "audience" not in values
            values = {**defaults, "audience": self.audience, "id": "", **values}
            values["id"] = (
                values["id"]
                or (found.id if found else "")
                or self.directory.new_id(self.name, _called(self.name, values.get))
            )
        else:
            values["id"] = base.id
        merge = not self.layout.exact and (not self.options.replace or base is not before)
        record = built(self.kind, base, values, self.visit, exact=self.layout.exact, merge=merge)
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
        self._remark(added, removed, count)
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
        )

    def _removed(self) -> tuple[AnyRecord, ...]:
        if not self.options.replace or self.kind is Particulars or self.unread:
            return ()
        kept = {before.id for before in self.before.values()} | set(self.seen)
        return tuple(record for record in self.visit.of(self.kind) if record.id not in kept)  # type: ignore[misc]

    def _remark(self, added: Sequence[AnyRecord], removed: Sequence[AnyRecord], count: int) -> None:
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
        if self.guessed and added and not self.options.audience:
            self.notes.append(
                say("New records get the audience {audience}; --audience says another.", audience=self.audience)
            )
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
        heading = self.sheet.rows[self.layout.row] if self.layout.row >= 0 else ()
        for column in sorted([*self.layout.columns, *self.layout.unknown]):
            text = text_of(heading[column]) if column < len(heading) else ""
            yield column_letters(column), legible(text, 60), self.layout.columns.get(column, "")


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
