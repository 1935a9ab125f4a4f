"""A row on its way to a record, and what the rows of a table share."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from lohum_brief.exchange import doubts, doubts_of_people, readers
from lohum_brief.exchange.alternatives import Doubtful, picked
from lohum_brief.exchange.fields import CellError
from lohum_brief.exchange.measuring import Conversion, in_unit
from lohum_brief.exchange.people import Named, Parted
from lohum_brief.exchange.questions import Asked, Doubt
from lohum_brief.exchange.readers import Manner
from lohum_brief.exchange.references import Directory
from lohum_brief.exchange.sheets import Cell
from lohum_brief.message import Value
from lohum_brief.visit import called
from lohum_brief.visit.own_units import settled
from lohum_brief.visit.records import Organisation, Record, Source
from lohum_brief.visit.visit import Visit

if TYPE_CHECKING:
    import datetime as dt

    from lohum_brief.exchange.marks import Mark
    from lohum_brief.exchange.sides import Told
    from lohum_brief.language.codes import Lang
    from lohum_brief.visit.records import Side


class LeftOutError(CellError):
    """A row that somebody does not want."""


class NamelessError(LeftOutError):
    """A row that names nobody: its argument is what it says instead."""


class Frame:
    """What the rows of a table share: how they are read, what is asked about them, and what one
    says for those below it.
    """

    def __init__(
        self,
        manner: Manner,
        visit: Visit,
        directory: Directory,
        asked: Asked,
        columns: Mapping[int, str],
        about: str,
    ) -> None:
        self.manner = manner
        self.visit = visit
        self.directory = directory
        self.asked = asked
        self.columns = {field: column for column, field in sorted(columns.items(), reverse=True)}
        self.about = about
        """What stands above the heading, and the name of the sheet."""
        self.above: Sequence[str] = ()
        """The cells above the heading, one by one."""
        self.day: dt.date | None = None
        """The day that a row above has named."""
        self.lost = False
        """The row that names the day could not be read."""
        self.elsewhere = ""
        """The title above the list, where the day that it names is none of the visit."""
        self.end: dt.datetime | None = None
        """When the row above ends."""
        self.headings: Mapping[int, str] = {}
        """What the columns are called."""
        self.section = ""
        """What stands above the row, alone, and says on whose side the people below it are."""
        self.captions: Sequence[str] = ()
        """What is said of all rows: the captions above the heading, the nearest first, the name of
        the sheet, that of the file.
        """
        self.titled: tuple[Told, str] | None = None
        """What the captions say of a side, once a row has asked."""
        self.sided: Counter[tuple[Value, Side]] = Counter()
        """The words that put people on a side, with their number."""
        self.begun: dict[tuple[dt.date, str], dt.datetime] = {}
        """When the last row of each day and group begins that could be read."""
        self.unit = ""
        """What stands above the heading as the unit of all values: (Rs. in crore)."""
        self.decimal_comma = False
        """Some values have a comma where we have the point."""
        self.doubtful_points: Collection[str] = ()
        """Values such as 1.020 that may be of thousands, as the numbers beside them."""
        self.counts_to_24 = False
        """The column of times goes on counting after noon: 14:30, 17.00."""
        self.told: dict[str, Value] = {}
        """What the preview says of all rows at once, by what it is about."""
        self.sorts: dict[str, int] = {}
        """The kinds of notes that were told from their words, with their number."""


class Row:
    """A row on its way to a record: its cells by field, and the fields that are read so far."""

    def __init__(self, cells: Mapping[str, Cell], frame: Frame, at: int) -> None:
        self.cells = {field: cell for field, cell in cells.items() if cell != ""}
        self.frame = frame
        self.at = at
        self.manner = frame.manner
        self.visit = frame.visit
        self.directory = frame.directory
        self.values: dict[str, Any] = {}
        self.defaults: dict[str, Any] = {}
        """What a new record has where the row does not say it."""
        self.kept: dict[str, list[tuple[str, str]]] = {}
        """Words that are kept in a field for words of any sort, with the field that they are from.
        """
        self.beside: dict[str, list[str]] = {}
        """Ranks and the like that stood beside the name, by their languages; they are kept in the
        post.
        """
        self.more = False
        """The row says more of a record that a row above has become."""
        self.called: dict[str, Mapping[Lang, str]] = {}
        """Names in several languages that the row gives records, by their ids."""
        self.field = ""
        """The column that is being read, for the message if that fails."""
        self.conversions: list[Conversion] = []
        """Of values that the table has in another unit."""
        self.turned: Mapping[str, int] = {}
        """Which reading of a doubtful name is chosen, from 1, by its field."""
        self.doubtful: list[Doubtful] = []
        self.unit_said = ""
        """The unit that stood with the value itself."""
        self.group = ""
        """What the values of the row are of, beside its name: Target, Q1."""
        self.mark: Mark | None = None
        """What a cell of the row says of its readers."""
        self.sided: tuple[Value, Side] | None = None
        """The words that tell on whose side the person is, which no column of sides says, and that
        side.
        """
        self.country = ""
        """The country that a column of its own says of a person."""
        self.estimated = False
        """The cell that was read last marks its number as an estimate."""

    def ask(
        self, doubt: Doubt, word: str = "", *, field: str = "", name: str = "", told: Value = ""
    ) -> str:
        """The answer to a doubt about this row's cell of a field, or about the table; `told` is how
        the word is told. Raises OpenQuestionError.
        """
        column = self.frame.columns.get(field or self.field) if field or not name else None
        return self.frame.asked.answer(
            doubt,
            column=column,
            name=name or ("" if column is not None else field or doubt.sort),
            word=word,
            told=told,
            at=self.at,
        )

    def inner(self, cells: Mapping[str, Cell]) -> "Row":
        """The part of the row that becomes another record."""
        return Row(cells, self.frame, self.at)

    def take(self, field: str) -> str:
        """The text of a column that is read here and nowhere else; empty where there is none."""
        self.field = field
        cell = self.cells.pop(field, "")
        return readers.text(cell, self.manner) if cell != "" else ""

    def converted(self, value: Decimal, said: str, unit: str) -> Decimal:
        """A value in the unit of its record."""
        new, conversion = in_unit(value, settled(said, self.visit), settled(unit, self.visit))
        self.conversions += [conversion] if conversion else []
        return new

    def pick(self, form: Named, readings: Sequence[Parted]) -> Parted:
        """The reading of a name that counts; what else it may be is noted. One name of a cell can
        be in doubt.
        """
        readings = tuple(dict.fromkeys(readings) if len(readings) > 1 else readings)
        if len(readings) == 1 or any(one.field == self.field for one in self.doubtful):
            return readings[0]
        text = form.text
        known = [
            one for one in readings if self.directory.is_called(form.lang, one.family, one.given)
        ]
        chosen = picked(readings, self.turned.get(self.field, 0), known)
        if not known or self.turned.get(self.field):
            self.doubtful.append(Doubtful(self.field, text, readings, chosen))
        return readings[chosen]

    def take_cell(self, field: str) -> Cell:
        """The cell of such a column."""
        self.field = field
        return self.cells.pop(field, "")

    def ask_about(self, record: Record, doubt: Doubt, name: str) -> str:
        """The answer to a doubt about a record of the visit. The question is called by its name in
        the original language, whoever reads it.
        """
        word = called.title_in(record, self.visit, self.visit.particulars.original)
        return self.ask(doubt, word, name=name, told=called.title(record, self.visit))


def sources(row: Row) -> None:
    """Sources by id or title: all kinds that have any call them so, and metrics give them to their
    values.
    """
    if text := row.take("sources"):
        row.values["sources"] = several(
            text, "[;；\n]", named(row, Source, row.directory.source), row
        )


def named(row: Row, kind: type[Record], find: Callable[[str], str]) -> Callable[[str], str]:
    """What finds or adds a record by a name that a cell has; whether it is one that is called alike
    is asked first.
    """

    def settled(text: str) -> str:
        if row.directory.find(kind, text) is None and (near := row.directory.near(kind, text)):
            known = [(one.id, called.title(one, row.visit)) for one in near]
            answer = row.ask(doubts_of_people.same(known, needed=kind is Organisation), text)
            if answer != doubts.NEW:
                return answer
        return find(text)

    return settled


def several(text: str, parting: str, find: Callable[[str], str], row: Row) -> tuple[str, ...]:
    """Records that a cell names one after the other: by ids with spaces between, as we write them,
    or by names.
    """
    ids = text.split()
    if all(ident in row.visit.by_id for ident in ids):
        return tuple(ids)
    return tuple(find(name) for part in re.split(parting, text) if (name := part.strip()))
