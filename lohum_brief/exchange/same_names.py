"""People of one name in one organisation: two rows of a list may be two people, or one named twice.

Somebody says which, once; then the visit has two, and the next list finds each again: by the cells
in which they differ, else in their order. Rows that say the same are one person, and it is told.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

from lohum_brief.exchange import doubts, doubts_of_people, remarks
from lohum_brief.exchange.building import defaults
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.doubts_of_people import Pair
from lohum_brief.exchange.headings import guess, is_fieldless
from lohum_brief.exchange.identity import getter, key
from lohum_brief.exchange.outcome import Outcome
from lohum_brief.exchange.questions import TWICE, Doubt
from lohum_brief.exchange.rows import Row
from lohum_brief.exchange.sheet_rows import SheetRows, headings_of
from lohum_brief.exchange.sheets import Cell
from lohum_brief.exchange.vocabulary import IGNORED
from lohum_brief.message import Message, Value, listed
from lohum_brief.visit import called
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import AnyRecord, Person

_NAMES: Final = frozenset({"id", "family", "given", "organisation", "audience"})
"""Fields by which people are sought: in these those of one name and organisation agree."""


class SameNames:
    """The people of a list who are called as others of it, or as several of the visit."""

    def __init__(self, rows: SheetRows, outcome: Outcome) -> None:
        self._outcome = outcome
        self._sheet = rows.sheet
        headings = headings_of(rows.layout)
        self._telling = {
            column: legible(headings.get(column, ""), 40)
            for column in sorted([*rows.layout.columns, *rows.layout.unknown])
            if (found := headings.get(column, ""))
            if guess(found, Person) != IGNORED or is_fieldless(found, Person)
        }
        """The columns that tell people apart, with their headings: all but serial numbers."""
        self._fields = rows.layout.columns
        self._pairs: dict[str, list[Pair]] = {}
        self.merged: list[Message] = []
        """What is left out of rows that name a person again."""

    def _called_so(self, row: Row) -> list[Person]:
        """Return the people who are called as the row says; of a row that says no organisation,
        those of all.
        """
        wanted = key("person", row.values.get)
        index = self._outcome.index
        known = index.meant(wanted) if wanted.context else index.like(wanted, anywhere=True)
        return [one for one in known if isinstance(one, Person)]

    def settle(self, at: int, row: Row) -> bool:
        """Say which record a row is, where several are called so: its id becomes that of one that
        is there. Return whether it is another person than all of them. Raises OpenQuestionError.
        """
        if "id" in row.values:
            return False
        people = self._called_so(row)
        taken = [one for one in people if one.id in self._outcome.seen]
        if len(people) < 2 and not taken:
            return False
        free = [one for one in people if one.id not in self._outcome.seen]
        chosen = self._again(at, row, taken) or (self._one_of(free, row) if free else None)
        if chosen is None:
            return self._is_another(at, row, taken)
        if chosen != doubts.NEW:
            row.values["id"] = chosen
        return chosen == doubts.NEW

    def _again(self, at: int, row: Row, taken: Sequence[Person]) -> str | None:
        """The person of a row above whom a row names once more and of whom it says nothing new."""
        for one in taken:
            now = self._outcome.seen[one.id][1]
            above = self._outcome.made_of[one.id][0]
            unread = [c for c in self._differing(above, at) if c not in self._fields]
            if not unread and not _said_otherwise(row.values, now) | _said_anew(row.values, now):
                return one.id
        return None

    def _one_of(self, free: Sequence[Person], row: Row) -> str:
        """The person of the visit that a row is, of those whom no row has become yet: whom its
        cells do not contradict, else with whom they agree most.
        """
        fitting = [one for one in free if not _said_otherwise(row.values, one)] or free
        agreeing = {one.id: _agreeing(row.values, one) for one in fitting}
        most = max(agreeing.values())
        best = [ident for ident, count in agreeing.items() if count == most]
        alike = fitting is not free and len({one.organisation for one in free}) == 1
        if (len(best) == 1 and most) or alike or len(free) == 1:
            return best[0]  # of several that fit alike, the first
        told = [(one.id, self._told(one, row, free)) for one in free]
        return self._ask(free[0], doubts_of_people.which_of_one_name(told), "person", row)

    def _told(self, one: Person, row: Row, others: Sequence[Person]) -> Value:
        """How a person is told apart from others of the same name: by the organisation, else by the
        fields that the row says.
        """
        if len({other.organisation for other in others}) > 1:
            return doubts_of_people.told_apart(one, row.visit)
        get = getter(one)
        said = [
            str(get(path))
            for path in _telling(row.values)
            if get(path) and len({str(getter(other)(path)) for other in others}) > 1
        ]
        return listed([legible(text, 40) for text in said]) if said else one.id

    def _ask(self, one: Person, doubt: Doubt, name: str, row: Row) -> str:
        """The answer to a doubt about people who are called as one is, in one organisation."""
        fields = self._fields.values()
        row.field = next((field for field in fields if field.startswith(("name", "family"))), "")
        body = one.organisation
        both: list[AnyRecord] = [one, *([row.directory.record(body)] if body else [])]
        lang = row.visit.particulars.original
        word = ", ".join(called.title_in(record, row.visit, lang) for record in both)
        return row.ask(doubt, word, name=name)

    def _is_another(self, at: int, row: Row, taken: Sequence[Person]) -> bool:
        """Whether a row is another person than those whom rows above have become, as somebody says;
        else it says more of the first of them.
        """
        first = taken[0]
        above = self._outcome.made_of[first.id][0]
        pairs = self._pairs.setdefault(first.id, [])
        pair = Pair(above, at, self._differences(above, at, row, first))
        pairs += [pair] if pair not in pairs else []
        if self._ask(first, doubts_of_people.twice(pairs), TWICE, row) == doubts_of_people.TWO:
            self._give_back(row, taken)
            return "id" not in row.values
        self._merge(at, row, first)
        return False

    def _give_back(self, row: Row, taken: Sequence[Person]) -> None:
        """Take the record of the visit from the row above that became it, where that contradicts it
        and this row does not.
        """
        for one in taken:
            before = self._outcome.before.get(one.id)
            now = self._outcome.seen[one.id][1]
            if before is None or _said_otherwise(row.values, before) or before == now:
                continue
            if len(self._outcome.made_of[one.id]) == 1:
                self._outcome.give_back(one.id)
                row.values["id"] = one.id
                return

    def _merge(self, at: int, row: Row, one: Person) -> None:
        """Add what a row says more of a person; what it says otherwise is left out, and told."""
        now = self._outcome.seen[one.id][1]
        otherwise = _said_otherwise(row.values, now)
        above = self._outcome.made_of[one.id][0]
        self.merged.append(remarks.named_twice(at, above, self._shown(above, at, otherwise)))
        row.values = {path: said for path, said in row.values.items() if path not in otherwise}
        row.values["id"] = one.id
        row.more = True

    def _differing(self, above: int, at: int) -> list[int]:
        """The columns in which a row says something else than one above it."""
        one, other = self._sheet.rows[above], self._sheet.rows[at]
        return [c for c in self._telling if (said := _cell(other, c)) and said != _cell(one, c)]

    def _differences(self, above: int, at: int, row: Row, first: Person) -> list[Message]:
        now = self._outcome.seen[first.id][1]
        return self._shown(
            above, at, _said_otherwise(row.values, now) | _said_anew(row.values, now)
        )

    def _shown(self, above: int, at: int, fields: Collection[str]) -> list[Message]:
        """What two rows say otherwise of some fields, and in columns that are not read."""
        bases = {field.partition(".")[0] for field in fields}
        one, other = self._sheet.rows[above], self._sheet.rows[at]
        return [
            doubts_of_people.difference(self._telling[c], _cell(one, c), _cell(other, c))
            for c in self._differing(above, at)
            if c not in self._fields or not bases.isdisjoint(_bases(self._fields[c]))
        ]


def _bases(field: str) -> set[str]:
    """The fields that a column holds, without languages: those of two, such as name and post."""
    return {part.partition(".")[0] for part in field.split("+")}


def _cell(row: Sequence[Cell], column: int) -> str:
    return " ".join(text_of(row[column]).split()) if column < len(row) else ""


def _telling(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a row that tell people of one name apart."""
    return {
        path: value
        for path, value in values.items()
        if path.partition(".")[0] not in _NAMES and value not in ("", (), None)
    }


def _said_otherwise(values: Mapping[str, Any], record: AnyRecord) -> set[str]:
    """The fields in which a row contradicts a record."""
    get = getter(record)
    return {
        path
        for path, value in _telling(values).items()
        if not _unsaid(path, get(path)) and get(path) != value
    }


def _said_anew(values: Mapping[str, Any], record: AnyRecord) -> set[str]:
    """The fields that a row says and a record has not."""
    get = getter(record)
    return {
        path
        for path, value in _telling(values).items()
        if _unsaid(path, get(path)) and get(path) != value
    }


def _unsaid(path: str, value: object) -> bool:
    return not value or value == defaults(Person).get(path)


def _agreeing(values: Mapping[str, Any], record: AnyRecord) -> int:
    """In how many fields, the name's in each language among them, a row and a record agree."""
    get = getter(record)
    agreeing = [get(path) == value for path, value in values.items() if value]
    agreeing.append(values.get("organisation") == get("organisation"))
    return agreeing.count(True)
