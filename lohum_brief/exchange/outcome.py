"""What the rows of a table become: each is compared with the visit and with the rows above it.

A row is the record that `identity` finds, else a new one; what it says is put on top of what is
there.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any, get_args

from lohum_brief.exchange import doubts, doubts_of_people, members, places
from lohum_brief.exchange.building import RowError, built
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.identity import Get, Index, Key, key
from lohum_brief.exchange.marks import Mark
from lohum_brief.exchange.measuring import is_convertible
from lohum_brief.exchange.preview import Changed, same
from lohum_brief.exchange.readership import Choices, chosen
from lohum_brief.exchange.references import Directory
from lohum_brief.exchange.row_fields import with_ranks
from lohum_brief.exchange.rows import Row
from lohum_brief.language.codes import LANGS
from lohum_brief.message import msg
from lohum_brief.visit import audiences
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.readers import Audience
from lohum_brief.visit.records import (
    AnyRecord,
    Figure,
    Item,
    Metric,
    Note,
    NoteKind,
    Observation,
    Particulars,
    Person,
    Record,
    Series,
    Term,
    kind_of_class,
)
from lohum_brief.visit.visit import Visit


class Outcome:
    """The records that rows have become. `begins` says the audience of a new one by its kind, of a
    note by its sort.
    """

    def __init__(
        self,
        visit: Visit,
        kind: type[Record],
        directory: Directory,
        begins: Callable[[type[Record], str | None], Audience],
        choices: Choices,
        *,
        exact: bool,
        replace: bool,
    ) -> None:
        self.visit = visit
        self.kind = kind
        self.name = kind_of_class(kind)
        self.directory = directory
        self.begins = begins
        self.choices = choices
        self.exact = exact
        self.replace = replace
        self.index = Index(visit.of(kind))  # type: ignore[arg-type]
        self.seen: dict[str, tuple[int, AnyRecord]] = {}
        """Records that rows have become, by id, with the first row of each."""
        self.said: dict[str, dict[str, tuple[int, Any]]] = {}
        """What the rows of a series say of it, with the first row that does."""
        self.rows: dict[str, tuple[int, dict[str, Any], Mapping[str, Any], Row | None]] = {}
        """What the rows said that have become entries or people of the visit."""
        self.made_of: dict[str, list[int]] = {}
        """The rows that each record is made of, by its id."""
        self.before: dict[str, AnyRecord] = {}
        self.observations: dict[str, tuple[AnyRecord | None, AnyRecord]] = {}
        self.readings = Index(visit.of(Observation))
        self.kept: dict[str, Audience] = {}
        """What only closed rows name, by its id, with the readers that it is kept for."""
        self.lifted = 0
        """Records that claimed an audience that they may not have."""
        self.repeated: list[tuple[int, int]] = []
        """Rows that say what a row above has said, with that row."""

    def observe(
        self, at: int, values: dict[str, Any], metric: AnyRecord, mark: Mark | None = None
    ) -> None:
        """Note a value of a metric, from a row of the metric itself, which may be marked for some
        readers.
        """
        values["metric"] = metric.id
        known = key("observation", values.get)
        before = self.readings.find(known)
        ident = (
            before.id
            if before
            else self.directory.new_id("observation", metric.id.rpartition(":")[2])
        )
        audience = before.audience if before else metric.audience
        values |= {
            "id": ident,
            "audience": audiences.higher(audience, mark.audience) if mark else audience,
        }
        after = built(Observation, before, values, self.visit)
        if ident in self.observations:
            if not same(self.observations[ident][1], after):
                above = self.made_of[ident][0]
                raise RowError(
                    msg("row {row} of the same record says otherwise", row=above + 1), "value"
                )
        else:
            self.readings.add(after, known)
            self.observations[ident] = (self.visit.by_id.get(ident), after)
        self.made_of.setdefault(after.id, []).append(at)

    def finish(
        self,
        at: int,
        values: dict[str, Any],
        defaults: Mapping[str, Any],
        guessed: Row | None = None,
        *,
        another: bool = False,
    ) -> AnyRecord:
        """Return the record that a row is, compared with the one of the visit and with those of
        other rows.

        `guessed` is the row of a table that is not ours, `another` says that it is none of those
        who are called so. Raises RowError where it cannot become a record.
        """
        wanted = key(self.name, values.get) if self.kind is Person else None
        if another:
            return self._become(at, values, defaults, guessed, None, wanted)
        try:
            found = (
                self._unsorted(values, defaults["sort"])
                if self.kind is Note and "sort" in defaults and "sort" not in values
                else self.match(values, wanted)
            )
        except CellError as error:
            raise RowError(error.message, "id") from None
        if found is None and wanted is not None and not self.exact:
            # Who is new is known by what he was sought by.
            return self._become(at, values, defaults, guessed, None, wanted)
        return self._become(
            at, values, defaults, guessed, None if self._is_parallel(found, values) else found
        )

    def _become(
        self,
        at: int,
        values: dict[str, Any],
        defaults: Mapping[str, Any],
        guessed: Row | None,
        found: AnyRecord | None,
        known: Key | None = None,
    ) -> AnyRecord:
        """Return the record that a row is, on top of the one that is found; `known` is what a new
        one is known by, where that is told already.
        """
        said = dict(values)
        before = self.visit.by_id.get(found.id) if found else None
        base = self._base(values, found, before)
        values = (
            self._on_top(base, values, guessed) if base else self._anew(found, values, defaults)
        )
        values = self._marked(guessed, base, values)
        merge = self._merges(base, before)
        record = built(self.kind, base, values, self.visit, exact=self.exact, merge=merge)
        record = self._lifted(record)
        if self._is_repeated(record.id):
            self._repeat(at, record, more=bool(guessed and guessed.more))
            return record
        if not self.exact and self.kind is Series:
            self._agree(at, record.id, values)
        if before is not None and self._may_give_back():
            self.rows[record.id] = (at, said, defaults, guessed)
        self._note(at, record, before, known)
        return record

    def _marked(
        self, guessed: Row | None, base: AnyRecord | None, values: dict[str, Any]
    ) -> dict[str, Any]:
        """The values of a row with what its mark says of who may read them."""
        mark = guessed.mark if guessed else None
        return _kept_for(mark, base, values) if mark and self._keeps(base, mark) else values

    def _merges(self, base: AnyRecord | None, before: AnyRecord | None) -> bool:
        """Whether what a row leaves out stays as it is in the record below it."""
        return not self.exact and (not self.replace or base is not before)

    def _is_repeated(self, ident: str) -> bool:
        """Whether a row above is the same record; of a series each row brings points."""
        return ident in self.seen and (self.kind is not Series or self.exact)

    def _may_give_back(self) -> bool:
        """Whether a row of such a table may give back the record that it has become."""
        return not self.exact and self.kind in (Item, Person)

    def _lifted(self, record: AnyRecord) -> AnyRecord:
        """Return a record that is not below its floor; a table of our own says so itself."""
        if self.exact or not audiences.is_misplaced(record):
            return record
        self.lifted += 1
        return audiences.lifted(record)

    def _base(
        self, values: Mapping[str, Any], found: AnyRecord | None, before: AnyRecord | None
    ) -> AnyRecord | None:
        """Return what the values of a row are put on top of: the record as rows above it have left
        it, else as it was `before`; None for a new one.
        """
        if self.kind is Particulars and before and before.id != values.get("id", before.id):
            # Another visit's particulars: they take the place of this one's, and nothing of it
            # stays.
            return None
        if found and found.id in self.seen and not self.exact:
            return self.seen[found.id][1]
        return before

    def _repeat(self, at: int, record: AnyRecord, *, more: bool) -> None:
        """Note a row of a record that a row above has become; it says the same, or `more` of it."""
        row, other = self.seen[record.id]
        if more:
            self.seen[record.id] = row, record
            self.directory.note(record)
        elif not same(other, record):
            raise RowError(msg("it is the same record as in row {row}", row=row + 1), "id")
        else:
            self.repeated.append((at, row))
        self.made_of[record.id].append(at)

    def _keeps(self, base: AnyRecord | None, mark: Mark) -> bool:
        """Whether a mark is the record's: a remark beside the values of a metric that is there is
        theirs alone.
        """
        return self.kind is not Particulars and (mark.read or not isinstance(base, Metric))

    def _note(
        self, at: int, record: AnyRecord, before: AnyRecord | None, known: Key | None
    ) -> None:
        self.made_of.setdefault(record.id, []).append(at)
        self.seen[record.id] = (self.seen[record.id][0] if record.id in self.seen else at, record)
        if before is not None:
            self.before[record.id] = before
        if not self.exact:
            self.index.add(record, known)
        self.directory.note(record)

    def _anew(
        self, found: AnyRecord | None, values: dict[str, Any], defaults: Mapping[str, Any]
    ) -> dict[str, Any]:
        """The values with what a new record has besides."""
        sort = values.get("sort", defaults.get("sort"))
        values = {**defaults, "audience": self.begins(self.kind, sort), "id": "", **values}
        own = values["id"] or (found.id if found else "")
        values["id"] = own or self.directory.new_id(self.name, _called(self.name, values.get))
        return values

    def _on_top(
        self, base: AnyRecord, values: dict[str, Any], guessed: Row | None
    ) -> dict[str, Any]:
        """The values as they change a record that is there: in its unit, with its id."""
        if guessed and isinstance(base, Series | Figure):
            _keep_unit(guessed, base)
        values["id"] = base.id
        if isinstance(base, Person) and guessed:
            for lang, words in guessed.beside.items():
                if f"post.{lang}" not in values:
                    values[f"post.{lang}"] = with_ranks(words, base.post[lang], lang)
        if isinstance(base, Term) and guessed:
            self._ask_capitals(base, values, guessed)
        return places.instead(base, values, self.visit) if guessed else values

    def _ask_capitals(self, base: Term, values: dict[str, Any], row: Row) -> None:
        """A form that differs from the one that is there in its capitals only is no better than
        that.
        """
        for lang in LANGS:
            said, held = values.get(f"name.{lang}"), base.name[lang]
            if said and held and said != held and said.casefold() == held.casefold():
                row.field = f"name.{lang}" if f"name.{lang}" in row.frame.columns else "name"
                if row.ask(doubts_of_people.capitals(), f"{held} / {said}") == doubts.KEEP:
                    values[f"name.{lang}"] = held

    def _agree(self, at: int, ident: str, values: Mapping[str, Any]) -> None:
        """The rows of one series may differ in their points only: a note on each has no place."""
        said = self.said.setdefault(ident, {})
        for field, value in values.items():
            row, before = said.setdefault(field, (at, value))
            if before != value and field not in ("points", "id", "audience"):
                raise RowError(
                    msg("row {row} of the same record says otherwise", row=row + 1), field
                )

    def match(self, values: Mapping[str, Any], wanted: Key | None = None) -> AnyRecord | None:
        """The record of the visit, or of a row above, that such values are of; `wanted` is what it
        is sought by, where that is told already. Raises CellError where there are several.
        """
        ident = values.get("id")
        if self.kind is Particulars:
            return self.visit.particulars
        if ident:
            found = self._called_by(ident)
            if found is not None or self.exact:
                return found
        if self.kind is Item and values.get("start"):
            return self._entry(values)
        found = self.index.find(wanted or key(self.name, values.get))
        return found or self._in_another_unit(values)

    def _unsorted(self, values: Mapping[str, Any], likely: str) -> AnyRecord | None:
        """The note that a row is which does not say its kind: one of the likely kind, else one that
        somebody has made another of since.
        """
        for sort in dict.fromkeys((likely, *get_args(NoteKind))):
            if found := self.match({**values, "sort": sort}):
                return found
        return None

    def _called_by(self, ident: str) -> AnyRecord | None:
        """Return the record of an id, of the visit or, where the table is not ours, of a row above.
        Raises RowError for one of another kind.
        """
        found = self.visit.by_id.get(ident)
        if found is not None and not isinstance(found, self.kind):
            raise RowError(
                msg("the id {id} is that of another kind of record", id=legible(str(ident))),
                "id",
            )
        if found is None and not self.exact and ident in self.seen:
            return self.seen[ident][1]
        return found

    def namesakes(self, values: Mapping[str, Any]) -> list[Person]:
        """Return the people of the visit who are called as a row says and are of another
        organisation, where none is of its own.
        """
        if not self.visit.of(Person):
            return []
        wanted = key(self.name, values.get)
        others = [
            one
            for one in self.index.like(wanted, anywhere=True)
            if isinstance(one, Person) and one.id in self.visit.by_id and one.id not in self.seen
        ]
        try:
            return [] if not others or self.index.find(wanted) is not None else others
        except CellError:  # it is asked for an id
            return []

    def _entry(self, values: Mapping[str, Any]) -> AnyRecord | None:
        """The entry of the day that a row is: at its time, else the nearest that is called so and
        that no row has become yet.

        Tea breaks at 10:00 and 15:00 are two. Who took the entry at this very time for his own, at
        another time, gives it back.
        """
        start = values["start"]
        like = [one for one in self.index.like(key(self.name, values.get)) if isinstance(one, Item)]
        times = {one.id: self._was(one).start for one in like}
        if same := [one for one in like if times[one.id] == start]:
            # Of two at the same time, that of the group and place that the row says.
            found = max(same, key=lambda one: _fitting(one, values))
            if self._is_taken_for_another_time(found, start):
                self.give_back(found.id)
            return found
        free = [one for one in like if one.id not in self.seen]
        return min(free, key=lambda one: abs(times[one.id] - start), default=None)

    def _was(self, one: Item) -> Item:
        """Return an entry as the visit has it; one of the table as it is."""
        was = self.visit.by_id.get(one.id)
        return was if isinstance(was, Item) else one

    def give_back(self, ident: str) -> None:
        """Take a record of the visit from the row that has become it, which becomes a new one."""
        at, said, defaults, row = self.rows.pop(ident)
        del self.seen[ident], self.before[ident], self.made_of[ident]
        self.index.forget(ident)
        self.index.add(self.visit.by_id[ident])
        said.pop("id", None)
        self._become(at, said, defaults, row, None)

    def _is_taken_for_another_time(self, found: Item, start: dt.datetime) -> bool:
        taken = self.seen.get(found.id)
        return taken is not None and isinstance(taken[1], Item) and taken[1].start != start

    def _is_parallel(self, found: AnyRecord | None, values: Mapping[str, Any]) -> bool:
        """Whether a row says of an entry of the programme that it is elsewhere at the same time, or
        for another group.
        """
        if found is None or self.exact or values.get("id") or found.id not in self.seen:
            return False
        _, other = self.seen[found.id]
        if not isinstance(other, Item):
            return False
        return (values.get("groups") or other.groups) != other.groups or any(
            path.startswith("place.") and other.place[path.partition(".")[2]] not in ("", text)
            for path, text in values.items()
        )

    def _in_another_unit(self, values: Mapping[str, Any]) -> AnyRecord | None:
        """The series of the same mineral and measure whose unit the row's can be converted into;
        None in a table of other records, and in one of ours.
        """
        if self.kind is not Series or self.exact:
            return None
        other = {field: value for field, value in values.items() if field != "unit"}
        try:
            found = self.index.find(key(self.name, other.get))
        except CellError:  # there are several
            return None
        return (
            found
            if isinstance(found, Series) and is_convertible(values["unit"], found.unit)
            else None
        )

    # All rows together

    def new(self) -> list[AnyRecord]:
        """Return the records that the visit did not have."""
        return [record for ident, (_at, record) in self.seen.items() if ident not in self.before]

    def compared(self) -> tuple[list[AnyRecord], list[Changed], int]:
        """Return what is added, what is changed, and how many records stay as they are."""
        records = [(self.before.get(ident), record) for ident, (_at, record) in self.seen.items()]
        made = [
            (was, self._for_readers(one)) for was, one in [*records, *self.observations.values()]
        ]
        added = self._beside([record for _, record in made])
        changed: list[Changed] = []
        unchanged = 0
        changed += [
            Changed(self.visit.by_id[ident], record)
            for ident, record in self.directory.completed.items()
        ]
        for before, record in made:
            if before is None:
                added.append(record)
            elif same(before, record):
                unchanged += 1
            else:
                changed.append(Changed(before, record))
        return added, changed, unchanged

    def _beside(self, made: Sequence[AnyRecord]) -> list[AnyRecord]:
        """What the rows name and the visit has not, no wider than who names it."""
        naming = members.audiences_of(made) if self.directory.added else {}
        found = [members.closed(one, naming) for one in self.directory.added]
        self.kept = {
            after.id: after.audience
            for before, after in zip(self.directory.added, found, strict=True)
            if after is not before
        }
        return [self._for_readers(one) for one in found]

    def _for_readers(self, record: AnyRecord) -> AnyRecord:
        return chosen(record, self.made_of.get(record.id, ()), self.choices)

    def missing(self) -> tuple[AnyRecord, ...]:
        """Return the records of the kind that no row of the table stands for."""
        kept = {before.id for before in self.before.values()} | set(self.seen)
        return tuple(record for record in self.visit.of(self.kind) if record.id not in kept)  # type: ignore[misc]


def _fitting(entry: Item, values: Mapping[str, Any]) -> int:
    """In how much of where it is and for whom an entry of the programme is what a row says."""
    said = [values.get(f"place.{lang}", "") == entry.place[lang] for lang in LANGS]
    said.append(tuple(values.get("groups", ())) == entry.groups)
    return said.count(True)


def _kept_for(mark: Mark, base: AnyRecord | None, values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a row that is marked for some readers."""
    begins = values.get("audience") or (base.audience if base else "public")
    return {**values, "audience": audiences.higher(begins, mark.audience)}


def _keep_unit(row: Row, base: Series | Figure) -> None:
    """A series goes on counting in its unit, and a figure too if the row's can be converted; else
    it takes the row's.
    """
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
