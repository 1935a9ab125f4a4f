"""Rows of notes: their kind by their words, dates as they are stored, parties and owner by name."""

from lohum_brief.exchange import doubts, marks, notes, readers
from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.rows import Row, named, several
from lohum_brief.visit.records import Organisation


def note(row: Row) -> None:
    """The date as it is stored; the kind by the words of the note where no column says it."""
    _settle_text(row)
    if "sort" not in row.frame.columns and "sort" not in row.cells:
        told = notes.sort(
            " ".join(
                str(cell)
                for field, cell in row.cells.items()
                if field.partition(".")[0] in ("text", "title")
            )
        )
        row.frame.sorts[told] = row.frame.sorts.get(told, 0) + 1
        answer = row.ask(doubts.kinds(lambda: notes.counted(row.frame.sorts)), name="kinds")
        row.defaults["sort"] = told if answer == "words" else answer
    if said := row.take_cell("date"):
        row.values["date"] = readers.period(said, row.manner)
    if text := row.take("parties"):
        row.values["parties"] = several(
            text, "[;；、\n]", named(row, Organisation, row.directory.organisation), row
        )
    if said := row.take_cell("due"):
        row.values["due"] = readers.period(said, row.manner)
    if text := row.take("owner"):
        row.values["owner"] = named(row, Organisation, row.directory.organisation)(text)


def _settle_text(row: Row) -> None:
    """A remark that only says who may read the note is none of it, and a subject without a text is
    the note.
    """
    for field in [field for field in row.cells if field.partition(".")[0] == "text"]:
        if marks.is_mark(text_of(row.cells[field])):
            del row.cells[field]
    if not any(field.partition(".")[0] == "text" for field in row.cells):
        for field in [field for field in row.cells if field.partition(".")[0] == "title"]:
            row.cells[field.replace("title", "text", 1)] = row.cells.pop(field)
