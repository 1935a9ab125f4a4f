"""The rows of a table below its heading: those of its list, their cells by field, and what of them
cannot be read.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, get_args

from lohum_brief.exchange import choices, doubts
from lohum_brief.exchange.building import RowError
from lohum_brief.exchange.cells import shown_error, text_of
from lohum_brief.exchange.delimited import SHOWN_DELIMITERS
from lohum_brief.exchange.dittos import resolved
from lohum_brief.exchange.fields import by_path
from lohum_brief.exchange.footers import Footer, footers
from lohum_brief.exchange.footnotes import RAISED, without_marks
from lohum_brief.exchange.invisible import INVISIBLE_SIGNS, without_invisible
from lohum_brief.exchange.layouts import Layout
from lohum_brief.exchange.legacy_hindi import Modern
from lohum_brief.exchange.old_fonts import Rows, modernised
from lohum_brief.exchange.preview import Unread
from lohum_brief.exchange.questions import Asked
from lohum_brief.exchange.references import lang_of
from lohum_brief.exchange.sections import sections
from lohum_brief.exchange.sheet_texts import SheetTexts
from lohum_brief.exchange.sheets import Cell, column_letters
from lohum_brief.language.languages import LANGUAGES
from lohum_brief.message import Value, msg, msg_n
from lohum_brief.visit import labels
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import (
    Note,
    NoteKind,
    Record,
)

_MOST_SAID: Final = 5
"""Totals and notes that are said one by one."""


class SheetRows:
    """The rows of a table for an import. What is left out unasked is added to `notes`, what cannot
    be read to `unread`.
    """

    def __init__(
        self,
        found: Layout,
        kind: type[Record],
        notes: list[Value],
        asked: Asked,
        texts: SheetTexts,
    ) -> None:
        self.layout = found
        self.sheet = found.sheet
        self.kind = kind
        self.notes = notes
        self.waiting: set[int] = set()
        """Rows that wait for an answer about their fonts."""
        self._asked = asked
        self._texts = texts
        self._may_show_errors = texts.may_show_errors and not found.exact
        self._fonts: dict[str, dict[str, str]] = {}
        self.unread: list[Unread] = []
        self.sections: dict[int, str] = {}
        """What stands alone in its row and may be said of the rows below it, by its row."""
        self._fields = by_path(kind)
        self._joined = {
            field for field, count in Counter(found.columns.values()).items() if count > 1
        }

    def read(self) -> Rows:
        """Return the rows that say something, as they are to be read: without totals, what nobody
        sees and old fonts.
        """
        said: Rows = [
            (at, row)
            for at, row in enumerate(self.sheet.rows)
            if at > self.layout.row and self._says(at, row)
        ]
        if not self.layout.exact:
            found = footers(self.sheet.rows, self.layout.row, self.kind)
            if not INVISIBLE_SIGNS.isdisjoint(self._texts.characters):
                said = without_invisible(said, self.notes)
            said = self._without_footers(said, found)
            said = self._without_sections(said, frozenset(found))
            if not RAISED.isdisjoint(self._texts.characters):
                said = without_marks(said, self._columns_of("unit"), self.notes)
            said = resolved(said, self.layout.columns, self.refuse, self.notes)
        said = self._without_overlong(said)
        said, self.waiting = modernised(
            said, self.layout, self._fields, self.refuse, self.notes, self._is_in_old_font
        )
        return said

    def _columns_of(self, field: str) -> frozenset[int]:
        return frozenset(column for column, name in self.layout.columns.items() if name == field)

    def _is_in_old_font(self, column: int, at: int, text: str, found: Modern) -> bool:
        letters = column_letters(column)
        name = f"{'hindi' if found.certain else 'font'}-{letters}"
        pairs = self._fonts.setdefault(name, {})
        pairs[text] = found.text
        # Who has said of some cells of a column that they are no Hindi is not overruled by others.
        kept = self._asked.is_said(f"font-{letters}", doubts.KEEP)
        certain = found.certain and not kept
        doubt = doubts.old_font(pairs, certain=certain, likely=found.likely and not kept)
        return (
            self._asked.answer(doubt, column=column, name=name, word=text, at=at) == doubts.CONVERT
        )

    def _says(self, at: int, row: Sequence[Cell]) -> bool:
        return any(
            column < len(row) and row[column] != "" for column in self.layout.columns
        ) or any((at, column) in self.sheet.faults for column in self.layout.columns)

    def _without_footers(self, said: Rows, found: Mapping[int, Footer]) -> Rows:
        """The rows of the list; totals and notes below it are left out and said, what stands apart
        is not taken unasked.
        """
        self._tell_left_out(found)
        for at, row in said:
            if at in found and found[at].sort == "apart":
                column = next(column for column, cell in enumerate(row) if cell != "")
                self.refuse(
                    at,
                    self.layout.columns.get(column, ""),
                    msg(
                        "it stands apart below the list and alone; move it up if it belongs to "
                        "it, else delete it"
                    ),
                )
        return [(at, row) for at, row in said if at not in found]

    def _tell_left_out(self, found: Mapping[int, Footer]) -> None:
        left_out = [(at, footer) for at, footer in sorted(found.items()) if footer.sort != "apart"]
        for at, footer in left_out[:_MOST_SAID]:
            text = legible(footer.text, 60)
            self.notes.append(
                msg("Row {row} is a total and is left out: “{text}”.", row=at + 1, text=text)
                if footer.sort == "total"
                else msg("Row {row} is a note and is left out: “{text}”.", row=at + 1, text=text)
            )
        if (more := len(left_out) - _MOST_SAID) > 0:
            self.notes.append(msg_n("and {count} more", "and {count} more", more))

    def _without_overlong(self, said: Rows) -> Rows:
        """The rows of a text that have no more cells than its heading: a comma in a number makes
        two cells of it.
        """
        if not self.sheet.delimiter or self.layout.row < 0:
            return said
        width = max(
            len(self.sheet.rows[self.layout.row]),
            *(column + 1 for column in self.layout.headings),
            0,
        )
        fitting: Rows = []
        for at, row in said:
            beyond = next((column for column in range(width, len(row)) if row[column] != ""), None)
            if beyond is None:
                fitting.append((at, row))
                continue
            why = msg(
                "the row has {cells} cells and the heading {width}: put a cell that holds "
                "“{sign}” in quotation marks, or give the "
                "column a heading",
                cells=len(row),
                width=width,
                sign=SHOWN_DELIMITERS[self.sheet.delimiter],
            )
            text = legible(text_of(row[beyond]), 60)
            self.unread.append(
                Unread(self.sheet.name, (at, beyond), text, why, msg("beyond the heading"))
            )
        return fitting

    def _without_sections(self, said: Rows, below: frozenset[int]) -> Rows:
        """The entries of the list; a heading that comes again is left out and said, what begins
        another table is refused.
        """
        left_out: set[int] = set()
        for at, section in sections(self.layout, self.kind, below):
            if section.sort in ("above", "beside"):
                self.sections[at] = section.text
            elif section.sort == "again":
                self.notes.append(
                    msg("Row {row} is the heading once more and is left out.", row=at + 1)
                )
            else:
                self.refuse(
                    at,
                    "",
                    msg(
                        "another table begins here, whose columns hold something else; put it on "
                        "a sheet of its own, and import "
                        "that too"
                    ),
                )
                left_out.update(range(at, len(self.sheet.rows)))
                break
            left_out.add(at)
        return [(at, row) for at, row in said if at not in left_out]

    def cells(
        self,
        at: int,
        row: Sequence[Cell],
        may_lack: Callable[[RowError], bool] = lambda _: False,
    ) -> dict[str, Cell]:
        """Return the cells of a row by their fields, without those at fault that it `may_lack`.
        Raises RowError for any other cell that is at fault itself.
        """
        cells: dict[str, Cell] = {}
        width, at_fault = len(row), bool(self.sheet.faults) or self._may_show_errors
        for column, field in self.layout.columns.items():
            cell = row[column] if column < width else ""
            if at_fault and (error := self._error_in(at, column, cell, field)):
                if not may_lack(error):
                    raise error
                continue
            cell = self._seen(cell)
            if cell != "" and field in self._joined and cells.get(field, "") != "":
                if sort := self._sort_of_note(cell):
                    cells["sort"] = sort
                    continue
                cell = self._beside_text(text_of(cells[field]), column, text_of(cell))
            if field not in cells or cell != "":
                cells[field] = cell
        return {"unit": self.layout.unit, **cells} if self.layout.unit else cells

    def _seen(self, cell: Cell) -> Cell:
        """Return a cell, empty where it is space alone."""
        if isinstance(cell, str) and cell.isspace() and not self.layout.exact:
            return ""
        return cell

    def _error_in(self, at: int, column: int, cell: Cell, field: str) -> RowError | None:
        """Return what is wrong with a cell by itself: that it could not be read, or shows an
        error.
        """
        if self.sheet.faults and (why := self.sheet.faults.get((at, column))):
            return RowError(why, field)
        if self._may_show_errors and isinstance(cell, str) and (error := shown_error(cell)):
            return RowError(msg("the cell shows the error {error}", error=error), field)
        return None

    def _sort_of_note(self, cell: Cell) -> str:
        """Return the kind of a note that a remark beside it only names; else nothing."""
        if self.kind is not Note:
            return ""
        return choices.choice("sort", text_of(cell), get_args(NoteKind)) or ""

    def _beside_text(self, first: str, column: int, more: str) -> str:
        """What stands in another column of the same field: with its heading, or as a remark on a
        note.
        """
        if self.kind is Note:
            return first + LANGUAGES[lang_of(first, "en")].punctuation.aside(more)
        return f"{first}; {headings_of(self.layout).get(column, '')}: {more}"

    def refuse(self, at: int, field: str, why: Value, *, alone: bool = False) -> None:
        """Note why a row, or one cell `alone`, is left out; the place is that of the field or what
        comes nearest to it.
        """
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
        self.unread.append(
            Unread(self.sheet.name, (at, column), text, why, labels.path(field), alone)
        )


def headings_of(found: Layout) -> dict[int, str]:
    """Return the headings of all columns that have one."""
    row = found.sheet.rows[found.row] if found.row >= 0 else ()
    texts = {column: text_of(cell) for column, cell in enumerate(row) if cell != ""}
    return texts | dict(found.unknown) | dict(found.headings)
