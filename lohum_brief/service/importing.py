"""The table that is being imported: what is in it, what an import would do, the edit that it is."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec import structs

from lohum_brief.exchange.cells import text_of
from lohum_brief.exchange.headings import known_fields
from lohum_brief.exchange.importing import Options, preview
from lohum_brief.exchange.layouts import NoHeadingError, likely_kind
from lohum_brief.exchange.lines import Line, lines, searched
from lohum_brief.exchange.preview import Preview, as_edit
from lohum_brief.exchange.questions import Question
from lohum_brief.exchange.readership import told
from lohum_brief.exchange.reading import read_pasted, read_table
from lohum_brief.exchange.sheets import Sheet, column_letters
from lohum_brief.message import Message, msg
from lohum_brief.release.answers import recall, remember
from lohum_brief.service.messages.notifications import changed
from lohum_brief.service.messages.tables import (
    Lines,
    LookAt,
    LookedAt,
    PreviewLine,
    ShowLines,
    TableColumn,
    TableQuestion,
    TakenOver,
)
from lohum_brief.visit.explaining import legible
from lohum_brief.visit.records import KINDS, kind_of_class
from lohum_brief.visit.visit import Visit

_SAMPLE: Final = 60
"""Letters of a cell that tell what a column holds."""


class Importing:
    """The table that was read last, and what an import of it would do."""

    def __init__(self) -> None:
        self._read: tuple[object, list[Sheet]] | None = None
        self._preview: Preview | None = None
        self._name = ""
        self._maps: Mapping[str, str] = {}
        self._lines: list[Line] = []
        self._texts: list[str] = []
        """The lines as they are searched, once somebody has."""
        self._found: tuple[tuple[str, str], list[Line]] = (("", ""), [])

    def look(self, visit: Visit, request: LookAt) -> LookedAt:
        """Read the table and compare it. Raises BriefError where it cannot be read."""
        self._preview, self._lines, self._found = None, [], (("", ""), [])
        self._texts = []
        self._name, self._maps = Path(request.path).name, request.maps
        sheets = self._sheets(request)
        wanted = _wanted(sheets, request.sheet)
        kind = KINDS[request.kind]
        if request.hint:
            kind = likely_kind(wanted, kind)
        looked = LookedAt(
            request.number,
            kind_of_class(kind),
            tuple(sheet.name for sheet in sheets),
            tuple(sheet.name for sheet in sheets if sheet.hidden),
            wanted[0].name,
            wanted[0].encoding,
            wanted[0].delimiter,
            fields=tuple(sorted(known_fields(kind) - {"id"})),
        )
        try:
            found = preview(visit, kind, wanted, _options(request))
        except NoHeadingError:
            columns = _plain_columns(wanted[0], request.maps)
            return structs.replace(looked, columns=columns, trouble=_no_heading())
        self._preview = found
        self._lines = list(lines(found, visit))
        self._found = (("", ""), self._lines)
        sheet = next(sheet for sheet in wanted if sheet.name == found.sheet)
        return structs.replace(
            looked,
            sheet=found.sheet,
            columns=tuple(
                TableColumn(letter, heading, _sample(sheet, letter, heading), field)
                for letter, heading, field in found.columns
            ),
            exact=found.exact,
            unsettled=found.unsettled,
            notes=found.notes,
            readers=tuple(told(found.readership)),
            counts=_counts(found),
            questions=tuple(map(_question, found.questions)),
        )

    def _sheets(self, request: LookAt) -> list[Sheet]:
        """Return the sheets, which are read once, however often one looks at them."""
        path = Path(request.path)
        stamp = (
            (path.stat().st_mtime_ns, path.stat().st_size)
            if not request.pasted and path.exists()
            else None
        )
        key = (request.path, request.pasted, request.encoding, request.delimiter, stamp)
        if self._read is None or self._read[0] != key:
            encoding = request.encoding or None
            if request.pasted:
                found = read_pasted(request.pasted, encoding=encoding, delimiter=request.delimiter)
            else:
                found = read_table(
                    path, encoding=encoding, delimiter=request.delimiter, hidden=True
                )
            self._read = (key, found)
        return self._read[1]

    def some(self, request: ShowLines) -> Lines:
        """Return some of the lines that say what the import would do."""
        key = (request.group, request.words)
        if self._found[0] != key:
            self._found = (key, list(self._lines_of(request.group, request.words)))
        found = self._found[1]
        some = found[request.start : request.start + request.count]
        return Lines(
            request.number, request.start, len(found), tuple(PreviewLine(*line) for line in some)
        )

    def _lines_of(self, group: str, words: str) -> Iterator[Line]:
        wanted = words.casefold().split()
        if wanted and not self._texts:
            self._texts = list(map(searched, self._lines))
        for at, line in enumerate(self._lines):
            text = self._texts[at] if wanted else ""
            if group in ("", line.group) and all(word in text for word in wanted):
                yield line

    def edit(self, visit: Visit, number: int) -> TakenOver:
        """Return the edit that the import is; an empty one while a question is open."""
        if self._preview is None or self._preview.open:
            return TakenOver(number, "", ())
        edit = as_edit(visit, self._preview, self._name or msg("the clipboard"))
        remember(self._preview, self._maps)
        return TakenOver(number, edit.label, changed(edit))


def _wanted(sheets: list[Sheet], name: str) -> list[Sheet]:
    """Return the sheet of that name; without one those that are not hidden, or else all."""
    shown = [sheet for sheet in sheets if not sheet.hidden] or sheets
    return [sheet for sheet in sheets if sheet.name == name] or shown


def _options(request: LookAt) -> Options:
    return Options(
        request.maps,
        request.day_first,
        request.audience,
        request.replace,
        request.answers,
        recall,
        Path(request.path).stem,
        request.turned,
        request.readers,
    )


def _counts(found: Preview) -> dict[str, int]:
    """Return how much an import would do, as `LookedAt.counts` has it."""
    rows = {unread.place[0] for unread in found.unread if not unread.alone}
    return {
        "added": len(found.added),
        "changed": len(found.changed),
        "removed": len(found.removed),
        "unchanged": found.unchanged,
        "unread": len(found.unread),
        "unread rows": len(rows),
        "unread cells": sum(unread.alone for unread in found.unread),
        "open": len(found.open),
        "doubtful": len(found.alternatives),
        "kept": sum(one.why != "" for one in found.readership),
    }


def _question(one: Question) -> TableQuestion:
    return TableQuestion(
        one.name,
        one.sort,
        one.asked,
        one.choices,
        one.proposed,
        one.answer,
        one.needed,
        one.free,
    )


def _no_heading() -> Message:
    return msg("No heading is found. Say what the columns hold, or choose another sheet or kind.")


def _plain_columns(sheet: Sheet, said: Mapping[str, str]) -> tuple[TableColumn, ...]:
    """The columns of a sheet without a heading, by their first cells."""
    rows = [row for row in sheet.rows[:30] if any(row)][:2]
    width = max(map(len, rows), default=0)
    texts = [
        [legible(text_of(cell), _SAMPLE) if cell != "" else "" for cell in row] for row in rows
    ]
    return tuple(
        TableColumn(
            column_letters(at),
            _at(texts[0], at),
            _at(texts[1], at) if len(texts) > 1 else "",
            said.get(column_letters(at), ""),
        )
        for at in range(width)
    )


def _at(row: Sequence[str], at: int) -> str:
    return row[at] if at < len(row) else ""


def _sample(sheet: Sheet, letter: str, heading: str) -> str:
    """The first value of a column below its heading."""
    at = next(at for at in range(1 << 14) if column_letters(at) == letter)
    cells = [
        legible(text_of(row[at]), _SAMPLE)
        for row in sheet.rows[:60]
        if at < len(row) and row[at] != ""
    ]
    return next((text for text in cells[cells.index(heading) + 1 if heading in cells else 0 :]), "")
