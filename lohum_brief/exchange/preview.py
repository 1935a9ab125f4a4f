"""What an import would do, as a value: shown before it is done, and turned into the one edit that
does it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lohum_brief.errors import UsageError
from lohum_brief.exchange.alternatives import Alternatives
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.fields import cell, columns
from lohum_brief.exchange.identity import getter
from lohum_brief.exchange.questions import OF_COLUMNS, Question
from lohum_brief.exchange.readership import Readership
from lohum_brief.exchange.sheets import Place
from lohum_brief.message import Value, msg
from lohum_brief.visit.called import short
from lohum_brief.visit.document import encode_record
from lohum_brief.visit.edit import Change, Edit
from lohum_brief.visit.figures import Figures
from lohum_brief.visit.naming import kind_title
from lohum_brief.visit.records import AnyRecord, Chart, Figure, Observation, Record, Series, Table
from lohum_brief.visit.uses import lost, uses
from lohum_brief.visit.visit import Visit


class Unread(NamedTuple):
    """A cell that cannot be read; its row is left out, or the cell `alone` where the record does
    without it.
    """

    sheet: str
    place: Place
    text: str
    why: Value
    field: Value = ""
    """What the field is called."""
    alone: bool = False


class FieldChange(NamedTuple):
    """One field of a record that an import changes, as it stands in a cell."""

    field: str
    old: str
    new: str


class Changed(NamedTuple):
    """A record that an import changes."""

    before: AnyRecord
    after: AnyRecord

    @property
    def fields(self) -> list[FieldChange]:
        """Field by field, from what to what."""
        return list(_differences(self.before, self.after))


class Preview(NamedTuple):
    """What an import would do to a visit."""

    kind: str
    added: tuple[AnyRecord, ...]
    """Of the kind, and before them the organisations and the like that they name."""
    changed: tuple[Changed, ...]
    removed: tuple[AnyRecord, ...]
    unchanged: int
    unread: tuple[Unread, ...]
    columns: tuple[tuple[str, str, str], ...]
    """Letter, heading and field of each column; the field is empty where it is not read."""
    notes: tuple[Value, ...]
    sheet: str = ""
    """The one that was read, of a workbook."""
    exact: bool = False
    """The table was written by this program."""
    unsettled: bool = False
    """There are dates that mean two days as long as `day_first` is not said."""
    questions: tuple[Question, ...] = ()
    """What the table leaves open, with the answers that count now."""
    waiting: int = 0
    """Rows that wait for an answer."""
    shape: str = ""
    """The same for lists with the same headings, so that answers can be remembered."""
    alternatives: tuple[Alternatives, ...] = ()
    """Names that can be read in several ways, with the reading that counts."""
    readership: tuple[Readership, ...] = ()
    """Who will read each record that is added or changed."""
    unclaimed: tuple[str, ...] = ()
    """What readers were chosen for and is no record of the import."""
    list_called: str = ""
    """The same for lists with the same headings that are called alike, too; empty for a list that
    has no name and no caption.
    """

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.added or self.changed or self.removed)

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that have to be answered before anything is imported."""
        return tuple(question for question in self.questions if question.open)

    @property
    def unavoidable(self) -> tuple[Question, ...]:
        """Those of them that have to be answered although rows that wait are left out."""
        return tuple(one for one in self.open if one.sort in OF_COLUMNS or not self.waiting)


def same(one: Record, other: Record) -> bool:
    """Whether two records say the same; 1.5 and 1.50 are equal numbers and do not."""
    return one == other and (
        not isinstance(one, Observation | Figure | Series | Chart) or repr(one) == repr(other)
    )


def _differences(before: Record, after: Record) -> Iterable[FieldChange]:
    yield from _of_columns(before, after)
    if isinstance(before, Series) and isinstance(after, Series) and before.points != after.points:
        yield FieldChange("points", _points(before, after), _points(after, before))
    if isinstance(before, Table) and isinstance(after, Table) and _cells(before) != _cells(after):
        yield FieldChange("rows", str(len(before.rows)), str(len(after.rows)))


def _of_columns(before: Record, after: Record) -> Iterable[FieldChange]:
    was, will = getter(before), getter(after)
    for column in columns(type(before)):
        if column.many:
            continue
        if column.sort == "states":
            old, new = (_states(record, column.path) for record in (before, after))
        else:
            old, new = was(column.path), will(column.path)
        if old != new or str(old) != str(new):
            texts = ("" if value is None else _shown(cell(value, column)) for value in (old, new))
            yield FieldChange(column.path, *texts)


def _cells(table: Table) -> tuple[object, ...]:
    return table.columns, table.rows


def _states(record: Record, path: str) -> object:
    holder: object = record
    for step in path.split("."):
        holder = getattr(holder, step)
    return holder


def _shown(value: object) -> str:
    return str(value) if not isinstance(value, str | bool) else text_of(value)


def _points(record: Series, other: Series) -> str:
    """The points of a series that the other has not."""
    here = set(other.points)
    return "; ".join(
        f"{p.place} {p.period}: {p.printed if p.value is None else p.value}"
        for p in record.points
        if p not in here
    )


def _in_place(preview: Preview, following: Mapping[str | None, str | None]) -> list[Change]:
    """The changes of records that keep their ids and so their places."""
    return [
        Change(one.before.id, one.before, one.after, beside := following[one.before.id], beside)
        for one in preview.changed
        if one.before.id == one.after.id
    ]


def as_edit(visit: Visit, preview: Preview, name: Value) -> Edit:
    """The one edit that does it all, and that undo takes back; `name` is the table's."""
    following = dict(pairwise([*(record.id for record in visit.records), None]))
    renamed = [one for one in preview.changed if one.before.id != one.after.id]
    changes = _in_place(preview, following)
    gone = {record.id for record in (*preview.removed, *(one.before for one in renamed))}
    changes += [Change(r.id, r, None, following[r.id], None) for r in visit if r.id in gone]
    behind = _behind_their_kind(visit, gone)
    changes += [
        Change(record.id, None, record, None, behind.get(type(record)))
        for record in (*preview.added, *(one.after for one in renamed))
    ]
    return Edit(
        msg("Import {kind} from {file}", kind=kind_title(preview.kind), file=name), tuple(changes)
    )


def _behind_their_kind(visit: Visit, gone: Collection[str]) -> dict[type[Record], str | None]:
    """Return before which record those come that are added behind others of their kind; at the end
    where it is none, or a kind has none yet.
    """
    behind: dict[type[Record], str | None] = {}
    after: str | None = None
    for record in reversed(visit.records):
        behind.setdefault(type(record), after)
        if record.id not in gone:
            after = record.id
    return behind


def still_named(visit: Visit, removed: Sequence[AnyRecord]) -> list[str]:
    """The ids of removed records that other records go on to name."""
    gone = {record.id for record in removed}
    if not gone:
        return []
    rest = b"\n".join(encode_record(record) for record in visit if record.id not in gone)
    return sorted(ident for ident in gone if b'"%s"' % ident.encode() in rest)


def refuse_unprintable(visit: Visit, after: Visit) -> None:
    """Raise UsageError where texts print a figure that would be gone."""
    now, then = Figures(visit), Figures(after)
    for record in after:
        for use in uses(record):
            if lost(use.token, now, then):
                raise UsageError(
                    msg(
                        "{token} is printed in “{record}” and its record is not in the table; "
                        "take it out there first.",
                        token=use.token.written,
                        record=short(record, visit),
                    )
                ).at((record.id, use.field))
